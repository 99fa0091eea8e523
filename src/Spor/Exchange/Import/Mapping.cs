using System.Text.Json;

namespace Spor.Exchange.Import;

/// <summary>
/// How an extract with foreign names is read (<c>kortlægning.json</c>): our file → their file, our column → their heading, their code →
/// ours, and fixed values for columns they do not have. Names are ours, as the format spells them.
/// </summary>
public sealed record Mapping(
    IReadOnlyDictionary<string, string> Files,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Columns,
    IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Codes,
    IReadOnlyDictionary<string, string> Fixed
)
{
    static readonly string[] FileNames = ["kortlægning.json", "kortlaegning.json"];
    static readonly string[] Parts = ["filer", "kolonner", "koder", "faste"];

    public static Mapping None { get; } =
        new(
            new Dictionary<string, string>(),
            new Dictionary<string, IReadOnlyDictionary<string, string>>(),
            new Dictionary<string, IReadOnlyDictionary<string, string>>(),
            new Dictionary<string, string>()
        );

    public string? FileFor(string table) => Files.GetValueOrDefault(table);

    public string? HeadingFor(string table, string column) => Columns.GetValueOrDefault(table)?.GetValueOrDefault(column);

    public IReadOnlyDictionary<string, string>? CodesFor(string table, string column) => Codes.GetValueOrDefault(table + "." + column);

    public string? FixedFor(string table, string column) => Fixed.GetValueOrDefault(table + "." + column);

    /// <summary>One foreign file holds several of our tables, so that a thing may stand on many of its rows.</summary>
    public bool IsShared(string table) =>
        FileFor(table) is { } file && Files.Any(f => f.Key != table && f.Value.Equals(file, StringComparison.OrdinalIgnoreCase));

    /// <summary>The mapping that lies in an extract, or <see cref="None"/>.</summary>
    /// <exception cref="ExtractException">It is there and cannot be read.</exception>
    public static Mapping Read(ExtractSource source)
    {
        foreach (var name in FileNames)
            if (source.Text(name) is { } text)
                return Parse(text);
        return None;
    }

    /// <exception cref="ExtractException">Says everything that is wrong with it, in Danish.</exception>
    public static Mapping Parse(string json)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        }
        catch (JsonException e)
        {
            throw new ExtractException($"kortlægning.json er ikke gyldig JSON: fejl på linje {(e.LineNumber ?? 0) + 1}.", e);
        }
        using (document)
            return new Parser().Parse(document.RootElement);
    }

    sealed class Parser
    {
        readonly Dictionary<string, (string Name, Dictionary<string, string> Columns)> known = Format
            .Tables()
            .ToDictionary(t => Extract.Plain(t.Name), t => (t.Name, t.Columns.ToDictionary(c => Extract.Plain(c.Heading), c => c.Heading)));
        readonly List<string> wrong = [];
        readonly Dictionary<string, string> files = [];
        readonly Dictionary<string, IReadOnlyDictionary<string, string>> columns = [];
        readonly Dictionary<string, IReadOnlyDictionary<string, string>> codes = [];
        readonly Dictionary<string, string> always = [];

        public Mapping Parse(JsonElement root)
        {
            if (root.ValueKind != JsonValueKind.Object)
                throw new ExtractException("kortlægning.json skal være et objekt med filer, kolonner, koder og faste.");
            foreach (var part in Members(root, "kortlægning.json", Parts))
                switch (part.Name)
                {
                    case "filer":
                        foreach (var p in Members(part.Value, "filer"))
                            if (Table(p.Name, "filer") is { } t && Text(p, "filer") is { } file)
                                files[t.Name] = file;
                        break;
                    case "kolonner":
                        foreach (var p in Members(part.Value, "kolonner"))
                        {
                            if (Table(p.Name, "kolonner") is not { } t)
                                continue;
                            var mine = new Dictionary<string, string>();
                            foreach (var c in Members(p.Value, "kolonner." + p.Name))
                                if (Column(t, c.Name, "kolonner") is { } column && Text(c, "kolonner." + p.Name) is { } heading)
                                    mine[column] = heading;
                            columns[t.Name] = mine;
                        }
                        break;
                    case "koder":
                        foreach (var p in Members(part.Value, "koder"))
                        {
                            var place = TableColumn(p.Name, "koder");
                            var mine = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
                            foreach (var c in Members(p.Value, "koder." + p.Name))
                                if (Text(c, "koder." + p.Name) is { } ours)
                                    mine[c.Name.Trim()] = ours;
                            if (place is not null)
                                codes[place] = mine;
                        }
                        break;
                    case "faste":
                        foreach (var p in Members(part.Value, "faste"))
                            if (TableColumn(p.Name, "faste") is { } place && Text(p, "faste") is { } value)
                                always[place] = value;
                        break;
                }
            if (wrong.Count > 0)
                throw new ExtractException("kortlægning.json kan ikke bruges:\n" + string.Join("\n", wrong));
            return new(files, columns, codes, always);
        }

        // Names that begin with an underscore are notes to people.
        List<JsonProperty> Members(JsonElement element, string where, string[]? allowed = null)
        {
            if (element.ValueKind != JsonValueKind.Object)
            {
                wrong.Add($"»{where}« skal være et objekt med navne og værdier.");
                return [];
            }
            var members = element.EnumerateObject().Where(p => !p.Name.StartsWith('_')).ToList();
            if (allowed is not null)
                foreach (var p in members.Where(p => !allowed.Contains(p.Name)))
                    wrong.Add($"»{p.Name}« kendes ikke{Meant(p.Name, allowed)}. Kendte: {string.Join(", ", allowed)}.");
            return members;
        }

        string? Text(JsonProperty p, string where)
        {
            if (p.Value.ValueKind is JsonValueKind.String)
                return p.Value.GetString()!.Trim();
            if (p.Value.ValueKind is JsonValueKind.Number)
                return p.Value.GetRawText();
            wrong.Add($"»{p.Name}« i »{where}« skal være en tekst.");
            return null;
        }

        (string Name, Dictionary<string, string> Columns)? Table(string name, string where)
        {
            if (known.TryGetValue(Extract.Plain(Path.GetFileNameWithoutExtension(name)), out var table))
                return table;
            wrong.Add($"Filen »{name}« under »{where}« er ikke en af formatets{Meant(name, known.Values.Select(t => t.Name))}.");
            return null;
        }

        string? Column((string Name, Dictionary<string, string> Columns) table, string name, string where)
        {
            if (table.Columns.TryGetValue(Extract.Plain(name), out var column))
                return column;
            wrong.Add($"Kolonnen »{name}« under »{where}« findes ikke i {table.Name}{Meant(name, table.Columns.Values)}.");
            return null;
        }

        string? TableColumn(string name, string where)
        {
            var dot = name.IndexOf('.', StringComparison.Ordinal);
            if (dot < 0)
            {
                wrong.Add($"»{name}« under »{where}« skal være fil og kolonne som »indsatser.Enhed«.");
                return null;
            }
            return Table(name[..dot], where) is { } table && Column(table, name[(dot + 1)..], where) is { } column
                ? table.Name + "." + column
                : null;
        }

        static string Meant(string text, IEnumerable<string> candidates) =>
            Near.Of(text, candidates) is { } near ? $" (mon »{near}«?)" : "";
    }
}
