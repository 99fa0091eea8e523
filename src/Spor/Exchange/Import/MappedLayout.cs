namespace Spor.Exchange.Import;

/// <summary>Finds where each of our columns stands in one foreign file, and says what is missing there.</summary>
sealed class MappedLayout
{
    readonly ImportTable table;
    readonly Mapping mapping;
    readonly IReadOnlyList<string> headings;
    readonly List<string> plain;
    readonly string file;
    readonly bool several;
    readonly ProblemList problems;
    readonly List<string> ignored;
    readonly HashSet<int> used = [];

    /// <param name="several">The table has more files than this one, so that a column may be missing in some of them.</param>
    public MappedLayout(
        ImportTable table,
        Mapping mapping,
        IReadOnlyList<string> headings,
        string file,
        bool several,
        ProblemList problems,
        List<string> ignored
    )
    {
        (this.table, this.mapping, this.headings, this.file, this.several) = (table, mapping, headings, file, several);
        (this.problems, this.ignored) = (problems, ignored);
        plain = [.. headings.Select(Extract.Plain)];
        Columns = [.. table.Columns.Select(Column)];
    }

    public MappedColumn[] Columns { get; }

    /// <summary>Nothing that must be there is missing.</summary>
    public bool Whole { get; private set; } = true;

    MappedColumn Column(FormatColumn column)
    {
        var source = mapping.Columns.GetValueOrDefault(table.Name)?.GetValueOrDefault(column.Heading);
        var place = table.Name + "." + column.Heading;
        var codes = mapping.Codes.GetValueOrDefault(place);
        var always = mapping.Fixed.GetValueOrDefault(place);
        var isTied = mapping.Ties.ContainsKey(place);
        int[] indexes = [];
        if (source is null)
        {
            var at = plain.IndexOf(Extract.Plain(column.Heading));
            if (at >= 0)
                indexes = [Use(at)];
            else if (column.Required && always is null && !isTied && codes is not { From.Count: > 0 })
                Missing(column.Heading, column.Heading, required: true);
        }
        else if (source.Way is SourceWay.Columns or SourceWay.First)
            indexes = [.. source.Names.Select(n => Named(n, column))];
        if (indexes.Length > 0 && !table.Own.ContainsKey(column.Heading))
        {
            var own = string.Join(" + ", indexes.Where(i => i >= 0).Select(i => headings[i]));
            if (own.Length > 0 && own != column.Heading)
                table.Own[column.Heading] = own;
        }
        return new()
        {
            Way = source?.Way ?? SourceWay.Columns,
            Takes = column.Takes,
            IsKey = column.InKey || column.Target is not null,
            Indexes = indexes,
            Values = source?.Way == SourceWay.Follows ? source.Names : [],
            Leader = source?.Leader is { } leader ? table.Columns.ToList().FindIndex(c => c.Heading == leader) : -1,
            Codes = codes,
            CodeFrom = codes is { From.Count: > 0 } ? [.. codes.From.Select(n => Named(n, column))] : [],
            Fixed = always,
            Empty = Mapping.Said(mapping.Empty, table.Name, column.Heading, file),
            Days =
                column.Takes is Takes.Day or Takes.End or Takes.Time or Takes.Month
                    ? Mapping.Said(mapping.Days, table.Name, column.Heading, file)
                // A tie looks at a day of its row.
                : isTied ? Mapping.Said(mapping.Days, table.Name, table.Columns.First(c => c.Takes == Takes.Day).Heading, file)
                : null,
            Amount = column.Takes is Takes.Money or Takes.Number or Takes.Whole
                ? Mapping.Said(mapping.Amounts, table.Name, column.Heading, file)
                : null,
        };
    }

    /// <summary>Where a heading that the mapping names stands; -1 and a problem if it does not.</summary>
    public int Named(string heading) => Named(heading, null);

    int Named(string heading, FormatColumn? column)
    {
        var at = plain.IndexOf(Extract.Plain(heading));
        if (at >= 0)
            return Use(at);
        // Of several files an older one may lack what is not needed.
        Missing(heading, column?.Heading, required: !several || column is null or { Required: true });
        return -1;
    }

    int Use(int at)
    {
        if (plain.IndexOf(plain[at], at + 1) is > 0 and var again && used.Add(again))
        {
            Whole = false;
            Say(Severity.Error, headings[at], "heading-twice", $"overskriften kun én gang. Den står over kolonne {at + 1} og {again + 1}");
        }
        used.Add(at);
        return at;
    }

    void Missing(string heading, string? ours, bool required)
    {
        Whole &= !required;
        var near = Near.Of(heading, headings.Where((_, i) => !used.Contains(i)));
        Say(
            required ? Severity.Error : Severity.Warning,
            heading,
            "column-missing",
            "kolonnen skal være der"
                + (ours is null || ours == heading ? "" : $" for {ours}, siger kortlægningen")
                + (near is null ? "" : $". Mente du »{near}«?")
        );
    }

    void Say(Severity severity, string column, string code, string expected) =>
        problems.Add(new(severity, file, 1, column, null, code, expected));

    /// <summary>What must hold of a row for it to be taken.</summary>
    public List<(int Index, IReadOnlyList<string> Values, bool Take)> Tests(RowFilter? filter) =>
        filter is null
            ? []
            :
            [
                .. filter
                    .Only.Select(o => (Named(o.Heading), o.Values, true))
                    .Concat(filter.Without.Select(o => (Named(o.Heading), o.Values, false)))
                    .Where(t => t.Item1 >= 0),
            ];

    /// <summary>Names the columns that nothing is done with.</summary>
    public void Tell(bool derived)
    {
        var extra = headings.Where((h, i) => h.Length > 0 && !used.Contains(i)).ToList();
        if (extra.Count > 0 && !derived)
            ignored.Add(
                $"{file}: {(extra.Count == 1 ? "kolonnen" : "kolonnerne")} {string.Join(", ", extra)} er ikke med i kortlægningen og er ikke læst."
            );
    }
}
