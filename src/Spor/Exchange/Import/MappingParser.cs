using System.Text.Json;

namespace Spor.Exchange.Import;

/// <summary>Reads a mapping and says everything that is wrong with it at once, with the nearest right name.</summary>
sealed partial class MappingParser
{
    static readonly string[] Parts = ["filer", "kolonner", "koder", "tomme", "datoer", "tal", "slutdag", "rækker", "af", "knyt", "faste"];

    readonly Dictionary<string, ImportTable> known = Format.Tables().ToDictionary(t => Extract.Plain(t.Name));
    readonly List<string> wrong = [];
    readonly Dictionary<string, IReadOnlyList<string>> files = [];
    readonly Dictionary<string, IReadOnlyDictionary<string, ColumnSource>> columns = [];
    readonly Dictionary<string, CodeTable> codes = [];
    readonly Dictionary<string, string> always = [];
    readonly Dictionary<string, IReadOnlySet<string>> empty = [];
    readonly Dictionary<string, DayForms> days = [];
    readonly Dictionary<string, AmountForm> amounts = [];
    readonly HashSet<string> dayAfter = [];
    readonly Dictionary<string, RowFilter> rows = [];
    readonly Dictionary<string, Derivation> derived = [];
    readonly Dictionary<string, Tie> ties = [];

    /// <exception cref="ExtractException">Something is wrong with it.</exception>
    public Mapping Parse(string json)
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
        {
            if (document.RootElement.ValueKind != JsonValueKind.Object)
                throw new ExtractException("kortlægning.json skal være et objekt med filer, kolonner, koder og faste.");
            // Files first: other parts may be about one of them.
            foreach (var part in Members(document.RootElement, "kortlægning.json", Parts).OrderBy(p => Extract.Plain(p.Name) != "filer"))
                Read(part);
        }
        CheckDerived();
        if (wrong.Count > 0)
            throw new ExtractException("kortlægning.json kan ikke bruges:\n" + string.Join("\n", wrong));
        return new()
        {
            Files = files,
            Columns = columns,
            Codes = codes,
            Fixed = always,
            Empty = empty,
            Days = days,
            Amounts = amounts,
            DayAfter = dayAfter,
            Rows = rows,
            Derived = derived,
            Ties = ties,
        };
    }

    void Read(JsonProperty part)
    {
        switch (Extract.Plain(part.Name))
        {
            case "filer":
                foreach (var p in Members(part.Value, "filer"))
                    if (Table(p.Name, "filer") is { } t && Texts(p, "filer") is { Count: > 0 } names)
                        files[t.Name] = names;
                break;
            case "kolonner":
                foreach (var p in Members(part.Value, "kolonner"))
                    if (Table(p.Name, "kolonner") is { } t)
                        columns[t.Name] = Columns(t, p);
                break;
            case "koder":
                foreach (var p in Members(part.Value, "koder"))
                    if (Place(p.Name, "koder") is { } place && Codes(p) is { } table)
                        codes[place.Name] = table;
                break;
            case "faste":
                foreach (var p in Members(part.Value, "faste"))
                    if (Place(p.Name, "faste") is { } place && Text(p, "faste") is { } value)
                        always[place.Name] = value;
                break;
            case "tomme":
                Scoped(part, (scope, p) => empty[scope] = Texts(p, "tomme").ToHashSet(StringComparer.OrdinalIgnoreCase));
                break;
            case "datoer":
                Scoped(part, (scope, p) => days[scope] = DayForms.Of(Texts(p, "datoer")));
                break;
            case "tal":
                Scoped(
                    part,
                    (scope, p) =>
                    {
                        if (Text(p, "tal") is { } example)
                            amounts[scope] = AmountForm.Of(example);
                    }
                );
                break;
            case "slutdag":
                foreach (var p in Members(part.Value, "slutdag"))
                    if (Place(p.Name, "slutdag") is { } place && Text(p, "slutdag") is { } how)
                        EndDay(place, how);
                break;
            case "raekker":
                foreach (var p in Members(part.Value, "rækker"))
                    if (Table(p.Name, "rækker") is { } t)
                        rows[t.Name] = Rows(p);
                break;
            case "af":
                foreach (var p in Members(part.Value, "af"))
                    if (Table(p.Name, "af") is { } t && Derivation(t, p) is { } derivation)
                        derived[t.Name] = derivation;
                break;
            case "knyt":
                foreach (var p in Members(part.Value, "knyt"))
                    if (Place(p.Name, "knyt") is { } place && Tie(place, p) is { } tie)
                        ties[place.Name] = tie;
                break;
        }
    }

    Dictionary<string, ColumnSource> Columns(ImportTable table, JsonProperty of)
    {
        var mine = new Dictionary<string, ColumnSource>();
        var where = "kolonner." + of.Name;
        foreach (var c in Members(of.Value, where))
        {
            if (Column(table, c.Name, "kolonner") is not { } column)
                continue;
            if (c.Value.ValueKind != JsonValueKind.Object)
            {
                if (Texts(c, where) is { Count: > 0 } names)
                    mine[column.Heading] = names is ["@linje"] ? new(SourceWay.Line, []) : new(SourceWay.Columns, names);
                continue;
            }
            List<string>? first = null;
            var follows = new List<(FormatColumn Column, IReadOnlyList<string> Values)>();
            foreach (var p in Members(c.Value, where + "." + c.Name))
                if (Extract.Plain(p.Name) == "foerste")
                    first = Texts(p, where);
                else if (table.Columns.FirstOrDefault(x => Extract.Plain(x.Heading) == Extract.Plain(p.Name)) is { } other)
                    follows.Add((other, Texts(p, where)));
                else
                    wrong.Add(
                        $"»{p.Name}« i »{where}.{c.Name}« kendes ikke{Meant(p.Name, table.Columns.Select(x => x.Heading).Append("første"))}."
                    );
            if (first is not { Count: > 0 })
            {
                wrong.Add($"»{where}.{c.Name}« skal have »første«: en liste med kolonner, hvor den første, der er udfyldt, gælder.");
                continue;
            }
            mine[column.Heading] = new(SourceWay.First, first);
            foreach (var (other, values) in follows)
                if (values.Count != first.Count)
                    wrong.Add(
                        $"»{other.Heading}« i »{where}.{c.Name}« skal have {first.Count} værdier, én for hver kolonne, ikke {values.Count}."
                    );
                else
                    mine[other.Heading] = new(SourceWay.Follows, values, column.Heading);
        }
        return mine;
    }

    CodeTable? Codes(JsonProperty of)
    {
        var where = "koder." + of.Name;
        var whole =
            of.Value.ValueKind == JsonValueKind.Object
            && of.Value.EnumerateObject().Any(p => Extract.Plain(p.Name) is "er" && p.Value.ValueKind == JsonValueKind.Object);
        if (!whole)
            return new([], Pairs(of.Value, where), null);
        IReadOnlyList<string> from = [];
        var pairs = new Dictionary<string, string>();
        string? otherwise = null;
        foreach (var p in Members(of.Value, where, ["af", "er", "ellers"]))
            switch (Extract.Plain(p.Name))
            {
                case "af":
                    from = Texts(p, where);
                    break;
                case "er":
                    pairs = Pairs(p.Value, where + ".er");
                    break;
                case "ellers":
                    otherwise = Text(p, where);
                    break;
            }
        return new(from, pairs, otherwise);
    }

    Dictionary<string, string> Pairs(JsonElement element, string where)
    {
        var pairs = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var c in Members(element, where, theirs: true))
            if (Text(c, where) is { } ours)
                pairs[c.Name.Trim()] = ours;
        return pairs;
    }

    void EndDay((string Name, ImportTable Table, FormatColumn Column) place, string how)
    {
        if (place.Column.Takes != Takes.End)
            wrong.Add(
                $"»{place.Name}« under »slutdag« er ikke en slutdag. Slutdage er {string.Join(", ", known.Values.SelectMany(t => t.Columns.Where(c => c.Takes == Takes.End).Select(c => t.Name + "." + c.Heading)))}."
            );
        else if (how.Equals("dagen efter", StringComparison.OrdinalIgnoreCase))
            dayAfter.Add(place.Name);
        else if (!how.Equals("sidste dag", StringComparison.OrdinalIgnoreCase))
            wrong.Add(
                $"»{how}« for »{place.Name}« kendes ikke{Meant(how, ["dagen efter", "sidste dag"])}. Kendte: dagen efter, sidste dag."
            );
    }

    RowFilter Rows(JsonProperty of)
    {
        var where = "rækker." + of.Name;
        List<(string, IReadOnlyList<string>)> only = [],
            without = [];
        int? line = null;
        foreach (var p in Members(of.Value, where, ["kun", "uden", "overskrift"]))
            switch (Extract.Plain(p.Name))
            {
                case "kun":
                    only.AddRange(Members(p.Value, where + ".kun").Select(c => (c.Name, (IReadOnlyList<string>)Texts(c, where))));
                    break;
                case "uden":
                    without.AddRange(Members(p.Value, where + ".uden").Select(c => (c.Name, (IReadOnlyList<string>)Texts(c, where))));
                    break;
                default:
                    if (p.Value.ValueKind == JsonValueKind.Number && p.Value.TryGetInt32(out var at) && at is >= 1 and <= 1000)
                        line = at;
                    else
                        wrong.Add($"»overskrift« i »{where}« skal være linjen med overskrifterne, som 3.");
                    break;
            }
        return new(only, without, line);
    }

    Derivation? Derivation(ImportTable table, JsonProperty of)
    {
        var where = "af." + of.Name;
        string? from = null,
            per = null;
        var values = new List<(string, bool?, string)>();
        foreach (var p in Members(of.Value, where))
        {
            if (Text(p, where) is not { } said)
                continue;
            switch (Extract.Plain(p.Name))
            {
                case "fra":
                    from = Table(said, where)?.Name;
                    break;
                case "pr":
                    per = said;
                    break;
                default:
                    if (Column(table, p.Name, where, "fra", "pr") is { } column)
                    {
                        var word = said.Split(' ', 2);
                        bool? first =
                            word.Length < 2 ? null
                            : Extract.Plain(word[0]) is "foerste" ? true
                            : Extract.Plain(word[0]) is "sidste" ? false
                            : null;
                        values.Add((column.Heading, first, first is null ? said : word[1].Trim()));
                    }
                    break;
            }
        }
        if (from is null || per is null)
        {
            wrong.Add($"»{where}« skal have »fra« (en af Spors tabeller) og »pr« (den kolonne, der giver én række for hver værdi).");
            return null;
        }
        if (Column(known[Extract.Plain(from)], per, where) is not { } by)
            return null;
        return new(from, by.Heading, values);
    }

    void CheckDerived()
    {
        foreach (var (table, d) in derived)
        {
            if (d.From == table)
                wrong.Add($"»af.{table}« er lavet af sig selv.");
            else if (derived.ContainsKey(d.From))
                wrong.Add($"»af.{table}« er lavet af {d.From}, der selv er lavet af en anden. Lav begge af den tabel, der har filerne.");
            if (files.ContainsKey(table))
                wrong.Add($"»{table}« står både under »filer« og »af«. En tabel kommer af filer eller af en anden tabel.");
        }
    }

    Tie? Tie((string Name, ImportTable Table, FormatColumn Column) place, JsonProperty of)
    {
        var where = "knyt." + of.Name;
        if (place.Column.Target != "indsatser")
        {
            wrong.Add(
                $"»{place.Name}« under »knyt« peger ikke på en indsats. Det gør {string.Join(", ", known.Values.SelectMany(t => t.Columns.Where(c => c.Target == "indsatser").Select(c => t.Name + "." + c.Heading)))}."
            );
            return null;
        }
        string? child = null,
            day = null;
        List<string> to = [];
        foreach (var p in Members(of.Value, where, ["barn", "dag", "til"]))
            switch (Extract.Plain(p.Name))
            {
                case "barn":
                    child = Text(p, where);
                    break;
                case "dag":
                    day = Text(p, where);
                    break;
                default:
                    to = Texts(p, where);
                    break;
            }
        if (child is not null && day is not null && to.Count > 0)
            return new(child, day, to);
        wrong.Add($"»{where}« skal have »barn« og »dag« (kildens kolonner) og »til«: anbringelse, indsats eller en ydelse.");
        return null;
    }
}
