namespace Spor.Exchange.Import;

/// <summary>A cell as it would become.</summary>
/// <param name="Fault">Why it cannot be read as it is, in Danish; null if it can.</param>
public sealed record SampleCell(string Text, string? Fault);

/// <param name="Theirs">The cells as they stand in the file; empty for a row that is made of others.</param>
public sealed record SampleRow(int Line, IReadOnlyList<string> Theirs, IReadOnlyList<SampleCell> Ours);

/// <param name="MadeOf">The table whose rows it is made of; null where it has a file.</param>
/// <param name="Faults">Why no row, or not every column, can be shown, in Danish.</param>
public sealed record SampleTable(
    string Name,
    string File,
    string? MadeOf,
    IReadOnlyList<string> TheirHeadings,
    IReadOnlyList<string> OurHeadings,
    IReadOnlyList<SampleRow> Rows,
    IReadOnlyList<string> Faults
)
{
    public bool IsGood => Faults.Count == 0 && Rows.All(r => r.Ours.All(c => c.Fault is null));
}

/// <summary>
/// The first rows of each table of a mapping, as they stand in the file and as they would become, so that a person sees what a mapping
/// does before anything is read by it. The whole is read and checked as always; this is for looking at alone.
/// </summary>
public static class MappingSample
{
    public const int Rows = 3;

    /// <summary>A table that is made of another is made of so many of its rows.</summary>
    public const int RowsMadeOf = 5_000;

    /// <summary>The tables that a mapping says something of, in the format's order.</summary>
    public static IReadOnlyList<SampleTable> Of(ExtractSource source, Mapping mapping)
    {
        var tables = Format.Tables();
        var files = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var table in tables)
        {
            var named = mapping.FilesFor(table.Name, source.Names, out _);
            if (named.Count == 0 && !mapping.Files.ContainsKey(table.Name) && !mapping.Derived.ContainsKey(table.Name))
                named = [.. source.Names.Where(n => Extract.Plain(Path.GetFileNameWithoutExtension(n)) == table.Name).Take(1)];
            if (named.Count > 0)
                files[table.Name] = named;
        }
        var own = files.ContainsKey("ydelser");
        var shown = new List<SampleTable>();
        foreach (var table in tables.Where(t => mapping.Files.ContainsKey(t.Name) || mapping.Touches(t.Name)))
            if (mapping.Derived.GetValueOrDefault(table.Name) is { } how)
            {
                if (files.TryGetValue(how.From, out var of))
                    shown.Add(Made(source, mapping, table, tables.First(t => t.Name == how.From), how, of, own));
            }
            else if (files.TryGetValue(table.Name, out var mine))
                shown.Add(Read(source, mapping, table, mine[0], own));
            else if (mapping.Files.ContainsKey(table.Name))
                shown.Add(new(table.Name, string.Join(", ", mapping.Files[table.Name]), null, [], [], [], ["filen er ikke i udtrækket"]));
        return shown;
    }

    static SampleTable Read(ExtractSource source, Mapping mapping, ImportTable table, string file, bool own)
    {
        var problems = new ProblemList();
        return Look(
            table,
            file,
            null,
            problems,
            () => new MappedReader(table, mapping, [(file, () => source.Open(file))], problems, [], ties: null),
            own
        );
    }

    static SampleTable Made(
        ExtractSource source,
        Mapping mapping,
        ImportTable table,
        ImportTable of,
        Derivation how,
        IReadOnlyList<string> files,
        bool own
    )
    {
        var problems = new ProblemList();
        return Look(
            table,
            files[0],
            of.Name,
            problems,
            () =>
                new Derived(table, of, how, new NothingKnown()).Over(new FirstRows(source, RowsMadeOf), mapping, files, null, problems, []),
            own
        );
    }

    static SampleTable Look(ImportTable table, string file, string? madeOf, ProblemList problems, Func<MappedReader> open, bool own)
    {
        IReadOnlyList<string> theirs = [];
        var read = new List<(int Line, string[] Theirs, SampleCell[] Ours)>();
        var faults = new List<string>();
        try
        {
            using var reader = open();
            while (read.Count < Rows && reader.Read())
            {
                if (madeOf is null && read.Count == 0)
                    theirs = reader.TheirHeadings;
                read.Add(
                    (
                        reader.Line,
                        [.. theirs.Select((_, i) => reader.TheirCell(i))],
                        [.. table.Columns.Select((c, i) => Judged(table, c, reader.Cell(i), reader.Oddity(i), own))]
                    )
                );
            }
        }
        catch (Exception e) when (e is ExtractException or IOException)
        {
            faults.Add(e is ExtractException ? e.Message : "filen kan ikke læses");
        }
        faults.AddRange(problems.All.Where(p => p.Severity == Severity.Error).Select(p => $"{p.Place}: {p.Expected}").Distinct());
        // What is empty in all of them and need not be there says nothing.
        var columns = Enumerable
            .Range(0, table.Columns.Count)
            .Where(i => table.Columns[i].Required || read.Exists(r => r.Ours[i].Text.Length > 0))
            .ToList();
        return new(
            table.Name,
            file,
            madeOf,
            theirs,
            read.Count == 0 ? [] : [.. columns.Select(i => table.Columns[i].Heading)],
            [.. read.Select(r => new SampleRow(r.Line, r.Theirs, [.. columns.Select(i => r.Ours[i])]))],
            faults
        );
    }

    static SampleCell Judged(
        ImportTable table,
        FormatColumn column,
        string text,
        (Severity Severity, string Code, string Expected)? oddity,
        bool own
    )
    {
        string? Fault()
        {
            if (text.Length == 0)
                return column.Required ? "skal være der" : null;
            if (text == Mapping.Unsure)
                return "ikke afgjort endnu";
            if (oddity is (Severity.Error, _, var expected))
                return "ikke " + expected;
            if (column.Takes is Takes.Day or Takes.End && Import.Row.ReadDay(text) is null)
                return "ikke en dato, som kortlægningen kan læse";
            IReadOnlyList<string> codes =
                column.Heading == "Ydelse" && table.Name == "indsatser" && !own ? [.. Interventions.Catalogue.Default.Codes] : column.Codes;
            return codes.Count == 0 || codes.Contains(text, StringComparer.OrdinalIgnoreCase) ? null : "ikke en af Spors værdier";
        }
        return new(text, Fault());
    }

    /// <summary>An extract of which only the first rows of each file are there.</summary>
    sealed class FirstRows(ExtractSource inner, int most) : ExtractSource
    {
        public override IReadOnlyList<string> Names => inner.Names;

        public override TableReader Open(string name) => new Cut(inner.Open(name), most);
    }

    sealed class Cut(TableReader inner, int most) : TableReader
    {
        int read;

        public override IReadOnlyList<string> Headings => inner.Headings;
        public override int Line => inner.Line;
        public override int Width => inner.Width;
        public override int Expected => inner.Expected;

        public override bool Read() => read++ < most && inner.Read();

        public override string Cell(int index) => inner.Cell(index);

        public override (Severity Severity, string Code, string Expected)? Oddity(int index) => inner.Oddity(index);

        public override void Dispose() => inner.Dispose();
    }
}
