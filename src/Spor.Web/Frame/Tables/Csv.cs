using System.Text;

namespace Spor.Web.Frame.Tables;

/// <summary>A table as a CSV file that a spreadsheet opens: UTF-8 with BOM, <c>;</c>. A cell that a spreadsheet would take for a formula
/// gets an apostrophe before it.</summary>
public sealed class Csv
{
    readonly StringBuilder text = new("\ufeff");

    public Csv Row(params ReadOnlySpan<string?> cells)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            if (i > 0)
                text.Append(';');
            text.Append(Cell(cells[i]));
        }
        text.Append("\r\n");
        return this;
    }

    /// <summary>A row in which a number, negative too, stays a number. Only what Spor has written itself may be one.</summary>
    public Csv Row(IEnumerable<(string Text, bool IsNumber)> cells)
    {
        var first = true;
        foreach (var (value, isNumber) in cells)
        {
            if (!first)
                text.Append(';');
            text.Append(isNumber ? value : Cell(value));
            first = false;
        }
        text.Append("\r\n");
        return this;
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(text.ToString());

    public static string Cell(string? value)
    {
        if (string.IsNullOrEmpty(value))
            return "";
        var first = value.AsSpan().TrimStart();
        if (value[0] is '\t' or '\r' or '\n' || (first.Length > 0 && first[0] is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠'))
            value = "'" + value;
        return value.AsSpan().IndexOfAny(";\"\r\n") < 0 ? value : "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";
    }
}
