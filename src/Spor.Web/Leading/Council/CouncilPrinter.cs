using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Kernel;
using Spor.Reports;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Verbs;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Leading.Council;

/// <summary>The style that goes into every printed page.</summary>
static class PaperStyle
{
    public static string Text { get; } = Read();

    static string Read()
    {
        using var reader = new StreamReader(typeof(PaperStyle).Assembly.GetManifestResourceStream("Spor.Web.Leading.Council.paper.css")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }

    /// <summary>
    /// What the browser is told of a stored page: it may load fonts from here and use the style it was stored with, whose hash is taken
    /// from the stored bytes, and nothing else.
    /// </summary>
    public static string PolicyOf(byte[] page)
    {
        var html = Encoding.UTF8.GetString(page);
        var from = html.IndexOf("<style>", StringComparison.Ordinal) + "<style>".Length;
        var style = html[from..html.IndexOf("</style>", from, StringComparison.Ordinal)];
        return $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'; "
            + $"font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }
}

/// <summary>What is to be printed.</summary>
public sealed record ReportOrder(DateOnly From, DateOnly To, DateOnly BaselineDay, long? BaselineId)
{
    /// <summary>The row of the annual wheel it is made for.</summary>
    public long? DueId { get; init; }
}

/// <summary>
/// Prints the council's report: figures, then page, Word and Excel. Whoever prints it, it stands on what is published, so that it can be
/// read beside the pages without telling more than they do. The same register, question and earlier reports give the same bytes.
/// </summary>
public sealed class CouncilPrinter(
    Database database,
    Acts acts,
    Municipality municipality,
    Publications publications,
    IServiceProvider services,
    ILoggerFactory logs
)
{
    const string HtmlType = "text/html; charset=utf-8",
        JsonType = "application/json";
    static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Prints and stores.</summary>
    /// <param name="clock">At the day that pages stand at.</param>
    public async Task<Done> Print(ReportOrder order, Author author, Clock clock, Press press)
    {
        var published = Published;
        // A refusal costs no printing.
        var asked = new ReportFact
        {
            From = order.From,
            To = order.To,
            BaselineDay = order.BaselineDay,
            StandsOn = published.EntryNo,
        };
        if ((ReportRules.PrintRefusal(asked, clock.Today) ?? ReportRules.NotPublished(asked, published.Day)) is { } wrong)
            return Done.No(wrong);
        var files = await Files(CouncilFigures.Of(published, QuestionOf(asked), Earlier(long.MaxValue)));
        var command = new MakeReport(order.From, order.To, order.BaselineDay, order.BaselineId, order.DueId)
        {
            Printed = StoredReports.Of(published.EntryNo, files),
        };
        return StoredReports.Store(acts, command, files, author, clock, press);
    }

    /// <summary>What is published now: what a report made now stands on.</summary>
    public Snapshot Published => publications.Of(municipality.Current);

    /// <summary>The figures by today's program, as a report that stands on the same would have them.</summary>
    /// <param name="before">Only reports with a lower id count as earlier.</param>
    public CouncilFigures Figures(ReportFact report, long before)
    {
        var published = Published;
        var day =
            StoredFigures(report.Id).Find(f => f.Key == CouncilFigures.PublishedKey) is { Value: { } number }
                ? DateOnly.FromDayNumber((int)number)
            : report.To > published.Day ? report.To
            : published.Day;
        // The one that the pages stand on has its plan decided already.
        var standsOn = (published.EntryNo, published.Day) == (report.StandsOn, day) ? published : municipality.At(report.StandsOn, day);
        return CouncilFigures.Of(standsOn, QuestionOf(report), Earlier(before));
    }

    /// <summary>Every figure that today's program makes otherwise than the one that printed the report.</summary>
    public IReadOnlyList<FigureDifference> Recompute(ReportFact report) =>
        CouncilFigures.Differences(StoredFigures(report.Id), Figures(report, report.Id).Stored());

    public async Task<IReadOnlyList<ReportFile>> Files(CouncilFigures figures)
    {
        var paper = Paper.Of(figures, StoredReports.Program, Imports.SetAsideByFile(database, figures.EntryNo));
        return
        [
            new(StoredReports.Page, HtmlType, Encoding.UTF8.GetBytes(await Page(paper))),
            new(StoredReports.Word, Document.ContentType, paper.ToWord()),
            new(StoredReports.Excel, Workbook.ContentType, paper.ToExcel()),
            new(StoredReports.Figures, JsonType, JsonSerializer.SerializeToUtf8Bytes(figures.Stored(), Json)),
        ];
    }

    async Task<string> Page(Paper paper)
    {
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (
                await renderer.RenderComponentAsync<CouncilPaper>(
                    ParameterView.FromDictionary(new Dictionary<string, object?> { ["Paper"] = paper })
                )
            ).ToHtmlString()
        );
    }

    public static CouncilQuestion QuestionOf(ReportFact report) => new(report.From, report.To, report.BaselineDay);

    List<StoredFigure> StoredFigures(long id) =>
        StoredReports.Read(database, id, StoredReports.Figures) is { } file
            ? JsonSerializer.Deserialize<List<StoredFigure>>(file.Bytes, Json) ?? []
            : [];

    List<EarlierReport> Earlier(long before) =>
        [
            .. StoredReports
                .EverPrinted(database)
                .Where(r => r.Form == ReportForm.Council && r.Id < before)
                .Select(r => new EarlierReport(QuestionOf(r), StoredFigures(r.Id).ToDictionary(f => f.Key))),
        ];
}
