using System.Text;

namespace Spor.Exchange.Import;

public enum Severity
{
    Error,
    Warning,
}

/// <summary>One thing that is wrong with an extract, said in Danish to the person who made it. Never logged: a value may be
/// personal.</summary>
/// <param name="Line">The line in the file, the heading being line 1; 0 = the file as a whole.</param>
/// <param name="Code">Kebab-case, for tests.</param>
/// <param name="Expected">What was expected instead, in Danish.</param>
public sealed record Problem(Severity Severity, string File, int Line, string? Column, string? Value, string Code, string Expected)
{
    /// <summary>The column as the delivered file calls it, where that is another word than the format's.</summary>
    public string? Own { get; init; }

    /// <summary>The column in the file's own word, with the format's beside it.</summary>
    public string? Place =>
        Own is null ? Column
        : string.IsNullOrEmpty(Column) ? Own
        : $"{Own} ({Column})";
}

/// <summary>Problems that are alike: the same fault in the same column of the same file.</summary>
/// <param name="Shown">All of them, or the first few.</param>
public sealed record ProblemGroup(IReadOnlyList<Problem> Shown, int Count)
{
    public Problem First => Shown[0];
    public int Hidden => Count - Shown.Count;
}

public static class Problems
{
    /// <summary>So many alike are still shown one by one.</summary>
    public const int FewAlike = 5;
    const int FirstOfMany = 3;

    /// <summary>Problems with those alike together, in the order in which the first of each was found.</summary>
    public static IReadOnlyList<ProblemGroup> Grouped(IEnumerable<Problem> problems) =>
        [
            .. problems
                .GroupBy(p => (p.Severity, p.File, p.Column, p.Code))
                .Select(g => g.ToList())
                .Select(g => new ProblemGroup(g.Count <= FewAlike ? g : g[..FirstOfMany], g.Count)),
        ];

    /// <summary>
    /// The list as a CSV file that a spreadsheet opens: UTF-8 with BOM and <c>;</c>, by file and line. A cell that a spreadsheet would take
    /// for a formula gets an apostrophe before it.
    /// </summary>
    public static byte[] ToCsv(IEnumerable<Problem> problems)
    {
        var text = new StringBuilder("\ufeffFil;Linje;Kolonne;Værdi;Alvor;Forventet;Spors kolonne\r\n");
        foreach (var file in problems.GroupBy(p => p.File))
        foreach (var p in file.OrderBy(p => p.Line))
            text.Append(Cell(p.File))
                .Append(';')
                .Append(p.Line > 0 ? p.Line.ToString(System.Globalization.CultureInfo.InvariantCulture) : "")
                .Append(';')
                .Append(Cell(p.Own ?? p.Column))
                .Append(';')
                .Append(Cell(p.Value))
                .Append(';')
                .Append(p.Severity == Severity.Error ? "fejl" : "advarsel")
                .Append(';')
                .Append(Cell(p.Expected))
                .Append(';')
                .Append(Cell(p.Own is null ? null : p.Column))
                .Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        if (text[0] is '=' or '+' or '-' or '@' or '\t' or '\r')
            text = "'" + text;
        return text.AsSpan().IndexOfAny(";\"\r\n") < 0 ? text : "\"" + text.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
