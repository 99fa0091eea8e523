using System.Globalization;
using System.Text;

namespace Spor.Exchange.Wide;

/// <summary>What the values of a column are.</summary>
public enum WideType
{
    Text,

    /// <summary>A <see cref="long"/>.</summary>
    Whole,

    /// <summary>A <see cref="decimal"/> with at most four decimals; kroner with two.</summary>
    Decimal,

    /// <summary>A <see cref="DateOnly"/>; a month is its first day.</summary>
    Day,

    /// <summary>A <see cref="DateTime"/> of the municipality's own clock.</summary>
    Time,

    /// <summary>A <see cref="bool"/>.</summary>
    YesNo,
}

/// <param name="Meaning">Danish; stands in the data dictionary.</param>
public sealed record WideColumn(string Name, WideType Type, string Meaning);

/// <summary>A table for analysts' programs: typed columns, a value or null in each cell.</summary>
/// <param name="Name">The file's, without its ending.</param>
/// <param name="Meaning">What a row is.</param>
public sealed record WideTable(string Name, string Meaning, IReadOnlyList<WideColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows)
{
    /// <summary>UTF-8 with commas, points and days as 2026-01-31; a text with a comma, a quotation mark or a line feed is quoted. Empty is
    /// null.</summary>
    public byte[] ToCsv()
    {
        var csv = new StringBuilder().AppendJoin(',', Columns.Select(c => Quoted(c.Name))).Append('\n');
        foreach (var row in Rows)
            csv.AppendJoin(',', row.Select(Cell)).Append('\n');
        return Encoding.UTF8.GetBytes(csv.ToString());
    }

    static string Cell(object? value) =>
        value switch
        {
            null => "",
            string text => Quoted(text),
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime at => at.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
            bool yes => yes ? "true" : "false",
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };

    static string Quoted(string text) =>
        text.AsSpan().IndexOfAny(",\"\n\r") < 0 ? text : '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
