using System.Globalization;
using Spor.Exchange.Office;
using Spor.Kernel;
using Spor.Storage;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Layout;

namespace Spor.Web.Frame.Tables;

/// <summary>
/// A table of a page, described once and written as CSV and as Excel. Whoever describes it leaves out or hides what the viewer may not see,
/// just as the page does: a hidden count is a text (<c>&lt;5</c>) in its column of numbers.
/// </summary>
/// <param name="Key">What the address and the file are called by: <c>trin</c>. Empty for a page's only table.</param>
/// <param name="Title">The table's caption.</param>
/// <param name="Rows">
/// As <see cref="Sheet.Rows"/> says: shares as fractions of one, kroner as øre. Shares are written in whole percent, as pages show them, so
/// that a file gives away no more than the page.
/// </param>
public sealed record ExportTable(
    string Key,
    string Title,
    IReadOnlyList<SheetColumn> Columns,
    IReadOnlyList<IReadOnlyList<object?>> Rows,
    IReadOnlyList<string>? Notes = null
)
{
    /// <summary>Whose rows they are, for a list of children: the access log is told.</summary>
    public IReadOnlyList<long>? ChildIds { get; init; }

    IReadOnlyList<object?> Shown(IReadOnlyList<object?> row) =>
        [
            .. row.Select(
                (c, i) =>
                    Columns[i].Kind == ColumnKind.Share && c is double or decimal
                        ? Math.Round(Convert.ToDecimal(c, CultureInfo.InvariantCulture), 2, MidpointRounding.AwayFromZero)
                        : c
            ),
        ];

    public Sheet ToSheet(IEnumerable<string> about) => new(Title, Columns, [.. Rows.Select(Shown)], [.. about, .. Notes ?? []]);

    /// <param name="after">What is said below the rows, an empty line between: what is missing in the figures.</param>
    public byte[] ToCsv(IEnumerable<string>? after = null)
    {
        var csv = new Csv().Row([.. Columns.Select(c => c.Heading)]);
        foreach (var row in Rows)
            csv.Row(Shown(row).Select((c, i) => Cell(c, Columns[i].Kind)));
        foreach (var line in after ?? [])
            csv.Row("").Row(line);
        return csv.ToBytes();
    }

    /// <summary>A cell as a Danish spreadsheet reads it: decimal comma and no thousands mark, days as 31-01-2017.</summary>
    static (string Text, bool IsNumber) Cell(object? value, ColumnKind kind) =>
        value switch
        {
            null => ("", false),
            string text => (text, false),
            DateOnly day => (Danish.Numeric(day), true),
            bool yes => (yes ? "ja" : "nej", false),
            int or long when kind == ColumnKind.Kroner => (
                Number(Convert.ToInt64(value, CultureInfo.InvariantCulture) / 100m, "0.00"),
                true
            ),
            int or long => (Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture), true),
            double d when !double.IsFinite(d) => ("", false),
            double or decimal when kind == ColumnKind.Share => (
                Number(Convert.ToDecimal(value, CultureInfo.InvariantCulture) * 100, "0") + " %",
                true
            ),
            double or decimal => (Number(Convert.ToDecimal(value, CultureInfo.InvariantCulture), "0.##"), true),
            _ => (Convert.ToString(value, CultureInfo.InvariantCulture) ?? "", false),
        };

    static string Number(decimal value, string format) =>
        Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString(format, CultureInfo.InvariantCulture).Replace('.', ',');
}

/// <summary>All tables of a page as one question finds them.</summary>
/// <param name="Name">The page's, first in the file's name.</param>
/// <param name="Title">The page's title, the workbook's too.</param>
/// <param name="Day">The day the figures are of, last in the file's name.</param>
/// <param name="Filter">What was asked for, as the access log keeps it; never a name.</param>
/// <param name="About">What holds for every sheet: the day, the filter, what is hidden.</param>
public sealed record PageTables(
    string Name,
    string Title,
    DateOnly Day,
    IReadOnlyList<ExportTable> Tables,
    string Filter = "",
    IReadOnlyList<string>? About = null
);

public static class TableExport
{
    public const string CsvType = "text/csv; charset=utf-8";

    /// <summary>
    /// Two addresses beside a page: <c>/sti.csv?tabel=trin</c> with one table (the first when none is named) and <c>/sti.xlsx</c> with all
    /// of them, or the one named. They take the page's own query, ask for the page's own policy, and what lists children is written in the
    /// access log.
    /// </summary>
    /// <param name="tables">Null when the question cannot be understood: the page then says why.</param>
    /// <param name="instead">The page that says why, where the path is no page of its own.</param>
    public static void MapTables(
        this WebApplication app,
        string path,
        string policy,
        Func<HttpContext, Viewing, PageTables?> tables,
        string? instead = null
    )
    {
        app.MapGet(
                path + ".csv",
                (HttpContext context, Viewing viewing, Showing log) => Answer(path, context, viewing, log, tables, instead, excel: false)
            )
            .RequireAuthorization(policy);
        app.MapGet(
                path + ".xlsx",
                (HttpContext context, Viewing viewing, Showing log) => Answer(path, context, viewing, log, tables, instead, excel: true)
            )
            .RequireAuthorization(policy);
    }

    static IResult Answer(
        string path,
        HttpContext context,
        Viewing viewing,
        Showing log,
        Func<HttpContext, Viewing, PageTables?> tables,
        string? instead,
        bool excel
    )
    {
        if (tables(context, viewing) is not { } page)
            return Results.Redirect((instead ?? path) + context.Request.QueryString);
        return File(page, context.Request.Query["tabel"].ToString(), viewing, log, excel);
    }

    /// <summary>The file, and its line in the access log if it lists children.</summary>
    /// <param name="key">The one table asked for; empty = all in a workbook, the first as CSV.</param>
    public static IResult File(PageTables page, string key, Viewing viewing, Showing log, bool excel)
    {
        List<ExportTable> chosen =
            key.Length > 0 ? [.. page.Tables.Where(t => t.Key == key)]
            : excel ? [.. page.Tables]
            : [.. page.Tables.Take(1)];
        if (chosen.Count == 0)
            return Results.NotFound();
        long[] ids = [.. chosen.SelectMany(t => t.ChildIds ?? []).Distinct()];
        if (chosen.Exists(t => t.ChildIds is not null))
            log.Looked(viewing.Viewer.Key, "export", ids, page.Filter);
        var file =
            string.Join('-', new[] { page.Name, chosen.Count == 1 ? chosen[0].Key : "", Form.Iso(page.Day) }.Where(p => p.Length > 0))
            + (excel ? ".xlsx" : ".csv");
        string[] aside = viewing.SetAside is { Count: > 0 } rows ? [ShellText.AsideInFile(SetAside.Said(rows))] : [];
        if (!excel)
            return TypedResults.File(chosen[0].ToCsv(aside), CsvType, file);
        string[] about = [Text.About(page.Title, page.Day, viewing.Register.EntryNo), .. page.About ?? [], .. aside];
        return TypedResults.File(
            Workbook.Write(page.Title, [.. chosen.Select((t, i) => t.ToSheet(i == 0 ? about : []))]),
            Workbook.ContentType,
            file
        );
    }
}
