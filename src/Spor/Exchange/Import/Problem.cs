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
public sealed record Problem(Severity Severity, string File, int Line, string? Column, string? Value, string Code, string Expected);

public static class Problems
{
    /// <summary>
    /// The list as a CSV file that a spreadsheet opens: UTF-8 with BOM and <c>;</c>, by file and line. A cell that a spreadsheet would take
    /// for a formula gets an apostrophe before it.
    /// </summary>
    public static byte[] ToCsv(IEnumerable<Problem> problems)
    {
        var text = new StringBuilder("\ufeffFil;Linje;Kolonne;Værdi;Alvor;Forventet\r\n");
        foreach (var file in problems.GroupBy(p => p.File))
        foreach (var p in file.OrderBy(p => p.Line))
            text.Append(Cell(p.File))
                .Append(';')
                .Append(p.Line > 0 ? p.Line.ToString(System.Globalization.CultureInfo.InvariantCulture) : "")
                .Append(';')
                .Append(Cell(p.Column))
                .Append(';')
                .Append(Cell(p.Value))
                .Append(';')
                .Append(p.Severity == Severity.Error ? "fejl" : "advarsel")
                .Append(';')
                .Append(Cell(p.Expected))
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
