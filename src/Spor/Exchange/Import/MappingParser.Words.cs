using System.Text.Json;

namespace Spor.Exchange.Import;

/// <summary>The words of a mapping, each looked up, or told with the nearest right one.</summary>
sealed partial class MappingParser
{
    /// <summary>A value for everything, or an object with one for a column, a table, a file, or <c>alle</c>.</summary>
    void Scoped(JsonProperty part, Action<string, JsonProperty> set)
    {
        void Set(string scope, JsonProperty p)
        {
            try
            {
                set(scope, p);
            }
            catch (ExtractException e)
            {
                wrong.Add($"»{part.Name}«: {e.Message}");
            }
        }
        if (part.Value.ValueKind != JsonValueKind.Object)
        {
            Set(Mapping.Everywhere, part);
            return;
        }
        foreach (var p in Members(part.Value, part.Name))
            if (Scope(p.Name, part.Name) is { } scope)
                Set(scope, p);
    }

    string? Scope(string name, string where)
    {
        if (Extract.Plain(name) == Mapping.Everywhere)
            return Mapping.Everywhere;
        if (files.Values.Any(f => f.Any(x => x.Equals(name, StringComparison.OrdinalIgnoreCase) || Mapping.Fits(x, name))))
            return name;
        if (known.TryGetValue(Extract.Plain(name), out var table))
            return table.Name;
        if (name.Contains('.', StringComparison.Ordinal))
            return Place(name, where)?.Name;
        wrong.Add(
            $"»{name}« under »{where}« er ikke en kolonne, en tabel, en fil eller »alle«{Meant(name, known.Values.Select(t => t.Name).Append(Mapping.Everywhere))}."
        );
        return null;
    }

    /// <summary>Names that begin with an underscore are notes to people.</summary>
    /// <param name="theirs">The names are values of the source, which differ by more than ours do.</param>
    List<JsonProperty> Members(JsonElement element, string where, string[]? allowed = null, bool theirs = false)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            wrong.Add($"»{where}« skal være et objekt med navne og værdier.");
            return [];
        }
        var members = element.EnumerateObject().Where(p => !p.Name.StartsWith('_')).ToList();
        // However it is spelled, a name that stands twice would hide one of the two.
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var p in members)
            if (!seen.Add(theirs ? p.Name.Trim() : Extract.Plain(p.Name)))
                wrong.Add($"»{p.Name}« står to gange i »{where}«. Kun den ene kan gælde.");
        if (allowed is not null)
            foreach (var p in members.Where(p => !allowed.Any(a => Extract.Plain(a) == Extract.Plain(p.Name))))
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

    List<string> Texts(JsonProperty p, string where)
    {
        if (p.Value.ValueKind != JsonValueKind.Array)
            return Text(p, where) is { } one ? [one] : [];
        var list = new List<string>();
        foreach (var e in p.Value.EnumerateArray())
            if (e.ValueKind is JsonValueKind.String)
                list.Add(e.GetString()!.Trim());
            else if (e.ValueKind is JsonValueKind.Number)
                list.Add(e.GetRawText());
            else
                wrong.Add($"Listen »{p.Name}« i »{where}« skal være tekster.");
        return list;
    }

    ImportTable? Table(string name, string where)
    {
        var plain = name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? name[..^4] : name;
        if (known.TryGetValue(Extract.Plain(plain), out var table))
            return table;
        wrong.Add($"Filen »{name}« under »{where}« er ikke en af formatets{Meant(name, known.Values.Select(t => t.Name))}.");
        return null;
    }

    FormatColumn? Column(ImportTable table, string name, string where, params string[] also)
    {
        if (table.Columns.FirstOrDefault(c => Extract.Plain(c.Heading) == Extract.Plain(name)) is { } column)
            return column;
        wrong.Add(
            $"Kolonnen »{name}« under »{where}« findes ikke i {table.Name}{Meant(name, table.Columns.Select(c => c.Heading).Concat(also))}."
        );
        return null;
    }

    (string Name, ImportTable Table, FormatColumn Column)? Place(string name, string where)
    {
        var dot = name.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
        {
            wrong.Add($"»{name}« under »{where}« skal være fil og kolonne som »indsatser.Enhed«.");
            return null;
        }
        return Table(name[..dot], where) is { } table && Column(table, name[(dot + 1)..], where) is { } column
            ? (table.Name + "." + column.Heading, table, column)
            : null;
    }

    static string Meant(string text, IEnumerable<string> candidates) =>
        Near.Of(text, candidates) is { } near ? $" (mente du »{near}«?)" : "";
}
