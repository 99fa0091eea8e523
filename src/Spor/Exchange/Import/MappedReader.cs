namespace Spor.Exchange.Import;

/// <summary>
/// The foreign files of one of our tables, read row by row as if they were in the format: the cells are our columns, in our order, and
/// their text is ours.
/// </summary>
sealed class MappedReader : TableReader
{
    readonly ImportTable table;
    readonly Mapping mapping;
    readonly IReadOnlyList<(string Name, Func<TableReader> Open)> files;
    readonly ProblemList problems;
    readonly List<string> ignored;
    readonly Ties? ties;
    readonly bool undecided;
    readonly RowFilter? filter;
    readonly List<(int Column, Tie Tie)> tied = [];
    readonly List<(int End, int Start)> ends = [];
    readonly string?[] made;
    readonly int[] chosen;

    /// <summary>The columns whose end is the first day without.</summary>
    readonly bool[] shifted;
    readonly Dictionary<string, int> theirs = [];

    /// <summary>Amounts that are not written as the mapping says, in the current row.</summary>
    readonly bool[] misread;
    MappedColumn[] columns = [];
    List<(int Index, IReadOnlyList<string> Values, bool Take)> tests = [];
    TableReader? inner;
    int at = -1,
        leftOut,
        noDay;

    /// <param name="files">In the order in which they are read.</param>
    /// <param name="ignored">What was not read of them, said to people.</param>
    /// <param name="ties">Null where rows are only shown: what a row is tied to is then said and not found.</param>
    public MappedReader(
        ImportTable table,
        Mapping mapping,
        IReadOnlyList<(string Name, Func<TableReader> Open)> files,
        ProblemList problems,
        List<string> ignored,
        Ties? ties
    )
    {
        (this.table, this.mapping, this.files, this.problems, this.ignored, this.ties) = (table, mapping, files, problems, ignored, ties);
        undecided = mapping.Undecided().Any();
        Headings = [.. table.Columns.Select(c => c.Heading)];
        filter = mapping.Rows.GetValueOrDefault(table.Name);
        made = new string?[Headings.Count];
        chosen = new int[Headings.Count];
        misread = new bool[Headings.Count];
        shifted = new bool[Headings.Count];
        for (var i = 0; i < Headings.Count; i++)
        {
            var place = table.Name + "." + Headings[i];
            if (mapping.Ties.GetValueOrDefault(place) is { } tie)
                tied.Add((i, tie));
            if (mapping.DayAfter.Contains(place) && StartOf(i) is >= 0 and var start)
            {
                ends.Add((i, start));
                shifted[i] = true;
            }
        }
    }

    /// <summary>The first day that a last day belongs to: the nearest required day before it in the table.</summary>
    int StartOf(int end)
    {
        for (var i = end - 1; i >= 0; i--)
            if (table.Columns[i] is { Takes: Takes.Day, Required: true })
                return i;
        return -1;
    }

    public override IReadOnlyList<string> Headings { get; }
    public override int Line => inner!.Line;
    public override int Width => inner!.Width;
    public override int Expected => inner!.Expected;

    public override string Spare(int index) => inner!.Spare(index);

    /// <summary>A file could not be read for want of a column, which is told.</summary>
    public bool Failed { get; private set; }
    public override int FileNo => at;
    public override string? FileName => at < 0 ? null : files[Math.Min(at, files.Count - 1)].Name;

    public override bool Read()
    {
        for (; ; )
        {
            if (inner is null || !inner.Read())
            {
                if (!NextFile())
                    return false;
                continue;
            }
            if (!Taken())
            {
                leftOut++;
                continue;
            }
            Array.Clear(made);
            Array.Clear(misread);
            if (ends.Count > 0 && IsWithoutDay())
            {
                noDay++;
                continue;
            }
            if (tied.Count == 0 || tied.TrueForAll(t => Tied(t.Column, t.Tie)))
                return true;
        }
    }

    bool NextFile()
    {
        Tell();
        inner?.Dispose();
        inner = null;
        while (++at < files.Count)
        {
            inner = files[at].Open();
            if (filter?.HeadingLine is { } line)
                inner = new TitledReader(inner, line);
            if (SetUp(inner))
                return true;
            Failed = true;
            inner.Dispose();
            inner = null;
        }
        return false;
    }

    /// <summary>What was left out of the file that has been read.</summary>
    void Tell()
    {
        if (leftOut > 0)
            ignored.Add($"{FileName}: {Rows(leftOut)} valgt fra af kortlægningen (rækker).");
        if (noDay > 0)
            ignored.Add(
                $"{FileName}: {Rows(noDay)} ladt ude, fordi {(noDay == 1 ? "den" : "de")} slutter, hvor {(noDay == 1 ? "den" : "de")} begynder, og slutdagen er dagen efter."
            );
        (leftOut, noDay) = (0, 0);
    }

    static string Rows(int n) => n == 1 ? "1 række er" : Kernel.Danish.Number(n) + " rækker er";

    bool SetUp(TableReader reader)
    {
        var file = files[at].Name;
        theirs.Clear();
        var layout = new MappedLayout(table, mapping, reader.Headings, file, files.Count > 1, problems, ignored);
        columns = layout.Columns;
        tests = layout.Tests(filter);
        foreach (var (column, tie) in tied)
        {
            columns[column].Child = layout.Named(tie.Child);
            columns[column].Day = layout.Named(tie.Day);
        }
        layout.Tell(derived: mapping.Derived.ContainsKey(table.Name));
        return layout.Whole;
    }

    bool Taken()
    {
        foreach (var (index, values, take) in tests)
        {
            var cell = inner!.Cell(index).Trim();
            if (Says(values, cell) != take)
                return false;
        }
        return true;
    }

    static bool Says(IReadOnlyList<string> values, string cell)
    {
        foreach (var value in values)
            if (
                value.EndsWith('*')
                    ? cell.StartsWith(value.AsSpan(0, value.Length - 1), StringComparison.OrdinalIgnoreCase)
                    : cell.Equals(value, StringComparison.OrdinalIgnoreCase)
            )
                return true;
        return false;
    }

    bool IsWithoutDay()
    {
        foreach (var (end, start) in ends)
            if (HasNoDay(end, start))
                return true;
        return false;
    }

    bool HasNoDay(int end, int start) =>
        Before(end) is { Length: > 0 } last
        && Cell(start) is { Length: > 0 } first
        && Row.ReadDay(last) is { } l
        && Row.ReadDay(first) == l;

    bool Tied(int column, Tie tie)
    {
        var mine = columns[column];
        var child = inner!.Cell(mine.Child).Trim();
        var day = inner.Cell(mine.Day).Trim();
        if (mine.Days is { } forms && day.Length > 0)
            day = forms.Read(day, Takes.Day);
        if (child.Length == 0 || Row.ReadDay(day) is not { } on)
            return true;
        var key = ties is null ? $"{string.Join(" eller ", tie.To)}, der løb {day}" : ties.KeyOf(child, on, tie);
        if (key is not null)
        {
            made[column] = key;
            return true;
        }
        // What every measure is has not been said yet, so what runs on a day is not known.
        if (undecided)
            return false;
        problems.Add(
            new(
                Severity.Warning,
                FileName!,
                inner.Line,
                table.Columns[column].Heading,
                day,
                "no-measure-that-day",
                $"en dag, hvor barnet har en {string.Join(" eller ", tie.To)}. Rækken er ladt ude"
            )
            {
                Own = inner.Headings[mine.Day],
            }
        );
        return false;
    }

    public override string Cell(int index) => made[index] ??= After(index);

    string After(int index)
    {
        var text = Before(index);
        return shifted[index] && text.Length > 0 && Row.ReadDay(text) is { Year: < 2100 } day
            ? day.AddDays(-1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            : text;
    }

    // The text with all but the shift of a last day.
    string Before(int index)
    {
        var column = columns[index];
        var text = Raw(index, column);
        if (text.Length == 0 && column.Fixed is { } always && column.Codes?.Is.ContainsKey("") != true)
            text = always;
        if (column.Codes is { } codes)
            text = Coded(column, codes, text);
        if (text.Length == 0)
            return column.Fixed ?? "";
        if (column.Days is { } days)
            text = days.Read(text, column.Takes);
        if (column.Amount is not { } amount)
            return text;
        var read = amount.Read(text);
        misread[index] = read is null;
        return read ?? text;
    }

    string Raw(int index, MappedColumn column)
    {
        switch (column.Way)
        {
            case SourceWay.Line:
                return (files.Count > 1 ? FileName + " " : "") + Line.ToString(System.Globalization.CultureInfo.InvariantCulture);
            case SourceWay.First:
                for (var i = 0; i < column.Indexes.Length; i++)
                    if (Own(column, column.Indexes[i]) is { Length: > 0 } first)
                    {
                        chosen[index] = i;
                        return first;
                    }
                chosen[index] = -1;
                return "";
            case SourceWay.Follows:
                Raw(column.Leader, columns[column.Leader]);
                return chosen[column.Leader] is >= 0 and var which ? column.Values[which] : "";
            default:
                if (column.Indexes.Length <= 1)
                    return column.Indexes.Length == 0 ? "" : Own(column, column.Indexes[0]);
                return Joined(column, column.Indexes, column.IsKey);
        }
    }

    string Joined(MappedColumn column, int[] indexes, bool all)
    {
        var parts = new List<string>(indexes.Length);
        foreach (var i in indexes)
            if (Own(column, i) is var part && (all || part.Length > 0))
                parts.Add(part);
        return parts.TrueForAll(p => p.Length == 0) ? "" : string.Join(all ? '|' : ' ', parts);
    }

    string Own(MappedColumn column, int index)
    {
        var text = index < 0 ? "" : inner!.Cell(index).Trim();
        return text.Length > 0 && column.MayBeEmpty(text.Length) && column.Empty!.Contains(text) ? "" : text;
    }

    string Coded(MappedColumn column, CodeTable codes, string text)
    {
        var looked = column.CodeFrom.Length == 0 ? text : Looked(column);
        if (codes.Is.TryGetValue(looked, out var ours))
            return ours;
        return codes.Else is { } otherwise && looked.Length > 0 ? otherwise
            : looked.Length > 0 ? looked
            : text;
    }

    string Looked(MappedColumn column) =>
        column.CodeFrom.Length == 1 ? Own(column, column.CodeFrom[0]) : Joined(column, column.CodeFrom, all: true);

    /// <summary>The headings of the file that the current row stands in, and its cells as they stand there.</summary>
    public IReadOnlyList<string> TheirHeadings => inner!.Headings;

    public string TheirCell(int index) => inner!.Cell(index).Trim();

    /// <summary>The text of a column of theirs in the current row; empty if there is none.</summary>
    public string Theirs(string heading)
    {
        if (!theirs.TryGetValue(heading, out var at))
            theirs[heading] = at = inner!.Headings.ToList().FindIndex(h => Extract.Plain(h) == Extract.Plain(heading));
        return at < 0 ? "" : inner!.Cell(at).Trim();
    }

    public override (Severity Severity, string Code, string Expected)? Oddity(int index)
    {
        var column = columns[index];
        foreach (var i in column.Indexes)
            if (i >= 0 && inner!.Oddity(i) is { } odd)
                return odd;
        if (misread[index])
            return (
                Severity.Error,
                "not-a-number",
                $"et tal, der er skrevet, som kortlægningen siger (1234,50 som {column.Amount!.Example})"
            );
        return column.Days is { } days && made[index] is { } text && days.IsAmbiguous(text)
            ? (
                Severity.Error,
                "ambiguous-date",
                $"en dato, der kun kan læses på én måde. Kortlægningens former {string.Join(" og ", days.Forms)} giver hver sin dag"
            )
            : null;
    }

    public override void Dispose() => inner?.Dispose();
}
