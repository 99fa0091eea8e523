using System.Globalization;
using Spor.Facts;

namespace Spor.Exchange.Import;

/// <summary>
/// The rows of a table that is made of another (<c>af</c> in a mapping): one for each value of a column, from the rows of this delivery
/// and, for what is known by day, those of deliveries before.
/// </summary>
sealed class Derived(ImportTable table, ImportTable of, Derivation how, IKnownKeys known)
{
    sealed class Group
    {
        public int Line;
        public required string[] Values;
        public required bool[] Open;
    }

    sealed record Told(string Group, int Line, string[] Values);

    readonly int per = IndexOf(of, how.Per);
    readonly int[] columns = [.. how.Values.Select(v => IndexOf(of, v.Of))];

    static int IndexOf(ImportTable table, string heading) =>
        table.Columns.ToList().FindIndex(c => Extract.Plain(c.Heading) == Extract.Plain(heading));

    /// <summary>The made rows, mapped as those of a file are. What is wrong with what they are made of is told when that is read.</summary>
    public MappedReader Over(
        ExtractSource source,
        Mapping mapping,
        IReadOnlyList<string> files,
        Ties? ties,
        ProblemList problems,
        List<string> ignored
    )
    {
        TableReader Made()
        {
            // A copy, for the table itself is read afterwards.
            var scanned = Format.Tables().First(t => t.Name == of.Name);
            return Read(
                new(scanned, mapping, [.. files.Select(f => (f, (Func<TableReader>)(() => source.Open(f))))], new ProblemList(), [], ties)
            );
        }
        return new(table, mapping, [(files.Count == 1 ? files[0] : $"{files[0]} … {files[^1]}", Made)], problems, ignored, ties);
    }

    MadeRows Read(MappedReader rows)
    {
        // A later row of the same thing takes the place of an earlier one, as in the table itself.
        var told = new Dictionary<string, Told>();
        var keys = of.Columns.Select((c, i) => (c.InKey, i)).Where(c => c.InKey).Select(c => c.i).ToList();
        using (rows)
            while (rows.Read())
            {
                var group = rows.Cell(per);
                if (group.Length == 0)
                    continue;
                var key = of.SharesKeys ? $"{told.Count}" : string.Join('|', keys.Select(rows.Cell));
                told[key] = new(group, rows.Line, [.. columns.Select((c, i) => c >= 0 ? rows.Cell(c) : rows.Theirs(how.Values[i].Of))]);
            }
        var groups = new Dictionary<string, Group>();
        foreach (var row in told.Values)
            Add(groups, row);
        AddKnown(groups, told);
        return new MadeRows(
            [how.Per, .. how.Values.Select(v => v.Column)],
            [.. groups.Select(g => (g.Value.Line, (string[])[g.Key, .. g.Value.Values]))],
            KeyHeading()
        );
    }

    // The key of the made row is what there is one row for, unless the mapping says another.
    string? KeyHeading() =>
        table.Columns.FirstOrDefault(c => c.InKey)?.Heading is { } key && key != how.Per && how.Values.All(v => v.Column != key)
            ? key
            : null;

    void Add(Dictionary<string, Group> groups, Told row)
    {
        if (!groups.TryGetValue(row.Group, out var group))
            groups[row.Group] = group = new()
            {
                Line = row.Line,
                Values = new string[columns.Length],
                Open = new bool[columns.Length],
            };
        for (var i = 0; i < columns.Length; i++)
            Take(group, i, row.Values[i]);
    }

    void Take(Group group, int i, string text)
    {
        var before = group.Values[i] ?? "";
        var takes = columns[i] < 0 ? Takes.Text : of.Columns[columns[i]].Takes;
        var first = how.Values[i].First;
        if (takes == Takes.End && first == false)
        {
            // One that still runs is the last of all.
            group.Open[i] |= text.Length == 0;
            group.Values[i] = group.Open[i] ? "" : Later(before, text);
            return;
        }
        group.Values[i] =
            text.Length == 0 ? before
            : before.Length == 0 ? text
            : takes is Takes.Day or Takes.End or Takes.Time or Takes.Month && first is not null
                ? first == true ? Earlier(before, text)
                    : Later(before, text)
            : first == true ? before
            : text;
    }

    static string Earlier(string a, string b) => a.Length == 0 || string.CompareOrdinal(Iso(b), Iso(a)) < 0 ? b : a;

    static string Later(string a, string b) => a.Length == 0 || string.CompareOrdinal(Iso(b), Iso(a)) > 0 ? b : a;

    static string Iso(string text) => Row.ReadDay(text) is { } day ? Text(day) : text;

    static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    void AddKnown(Dictionary<string, Group> groups, Dictionary<string, Told> told)
    {
        if (of.Columns[per].Target is not { } target || of.SharesKeys || !known.HasAny(of.Kind))
            return;
        var by = of.ColumnOf(how.Per);
        var days = columns.Select(c => c >= 0 ? of.ColumnOf(of.Columns[c].Heading) : null).ToArray();
        var kind = Format.Tables().First(t => t.Name == target).Kind;
        foreach (var fact in known.Open(of.Kind))
        {
            if (fact.SourceKey is not { } key || told.ContainsKey(key))
                continue;
            var id = target == "boern" ? (fact as ChildsFact)?.ChildId : by?.Get(fact) as long?;
            if (id is not { } thing)
                continue;
            foreach (var group in known.KeysOf(kind, thing))
                if (groups.TryGetValue(group, out var made))
                    for (var i = 0; i < columns.Length; i++)
                        if (days[i] is { Type: ColumnType.Day } day)
                            Take(made, i, day.Get(fact) is DateOnly on ? Text(on) : "");
        }
    }

    /// <summary>Rows in memory.</summary>
    sealed class MadeRows(string[] headings, List<(int Line, string[] Cells)> rows, string? key) : TableReader
    {
        int at = -1;

        public override IReadOnlyList<string> Headings { get; } = key is null ? headings : [.. headings, key];
        public override int Line => rows[at].Line;
        public override int Width => Headings.Count;

        public override bool Read() => ++at < rows.Count;

        public override string Cell(int index) => index == headings.Length ? rows[at].Cells[0] : rows[at].Cells[index];

        public override void Dispose() { }
    }
}
