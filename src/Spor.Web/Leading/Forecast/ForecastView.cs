using Spor.Economy;
using Spor.Exchange.Office;
using Spor.Figures.Disclosure;
using Spor.Interventions;
using Spor.Web.Access;
using Spor.Web.Frame.Layout;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.Forecast;

/// <summary>The forecast of placements for one viewer: by form for those who may see the children, else of all forms together.</summary>
public sealed class ForecastView(Viewing viewing, ForecastFigures figures, MoveAsked asked, PlacementForecast? moved)
{
    static readonly int[] Shown = [6, 12, 18, 24, 36, 48, 60];

    public MoveAsked Asked => asked;
    public PlacementForecast? Moved => moved;

    /// <summary>Shows each form; else all together alone.</summary>
    public bool ByForm => viewing.SeesBehindAll;

    /// <summary>Null where there is too little to learn from, or few children are placed and the viewer may not see them.</summary>
    public PlacementForecast? Of =>
        figures.Forecast is { } f && (ByForm || figures.Past.At(f.From, null) >= PublishedTables.Many) ? f : null;

    public bool HidesFew => !ByForm && figures.Forecast is not null && Of is null;

    /// <summary>The forms that are told of; null = all together.</summary>
    public IReadOnlyList<PlacementForm?> Forms => ByForm ? [.. Books.Forms.Select(f => (PlacementForm?)f), null] : [null];

    public int Now(PlacementForm? form) => figures.Past.At(Of!.From, form);

    public IReadOnlyList<int> Months => [.. Shown.Where(m => m <= Of!.Months)];

    public Expected At(int month, PlacementForm? form) => figures.At(month, form);

    public Expected Year(PlacementForm? form) =>
        Of!.FullYears(figures.SoFar.Year, form is { } one ? figures.SoFar.Days[one] : figures.SoFar.AllDays, form);

    /// <summary>Children placed at the month-ends that were, what is expected, its range, and with places moved.</summary>
    public IReadOnlyList<LineSeries> Lines(PlacementForm? form)
    {
        var of = Of!;
        IReadOnlyList<(DateOnly, double?)> Points(Func<int, Expected> at, Func<Expected, double> value) =>
            [(of.From, Now(form)), .. Enumerable.Range(1, of.Months).Select(m => (of.EndOf(m), (double?)value(at(m))))];
        Expected Ahead(int month) => At(month, form);
        // Two month-ends tell of those who came between: who may not see the children gets the years alone.
        var was = figures.Past.Ends.Where(d => ByForm || d == of.From || d == PlacementFit.MonthEnd(of.From, -12));
        List<LineSeries> lines =
        [
            new(Text.Was, [.. was.Select(d => (d, (double?)figures.Past.At(d, form)))]),
            new(Text.Middle, Points(Ahead, e => e.Middle)),
            new(Text.Low, Points(Ahead, e => e.Low)),
            new(Text.High, Points(Ahead, e => e.High)),
        ];
        if (moved is not null)
            lines.Add(new(Text.Moved, Points(m => moved.At(m, form), e => e.Middle)));
        return lines;
    }

    /// <summary>How near it was a year ago; by form for those who may see the children.</summary>
    public IReadOnlyList<PlacementError> Errors =>
        Of is null || figures.Test is not { } test ? [] : [.. test.Errors.Where(e => ByForm || e.Form is null)];

    public DateOnly? MadeOn => figures.Test?.MadeOn;

    static decimal? Tenth(double? value) => value is { } v ? Math.Round((decimal)v, 1) : null;

    public PageTables ToTables()
    {
        List<ExportTable> tables = [];
        if (Of is { } of)
        {
            tables.Add(
                new(
                    "maaneder",
                    Text.TableTitle,
                    [
                        new(Text.DayHead, ColumnKind.Day),
                        new(Text.FormHead, Width: 40),
                        new(Text.Middle, ColumnKind.Decimal),
                        new(Text.Low, ColumnKind.Decimal),
                        new(Text.High, ColumnKind.Decimal),
                        new(Text.Moved, ColumnKind.Decimal),
                    ],
                    [
                        .. from month in Enumerable.Range(1, of.Months)
                        from form in Forms
                        let e = At(month, form)
                        select (IReadOnlyList<object?>)
                            [
                                of.EndOf(month),
                                Text.Form(form),
                                Tenth(e.Middle),
                                Tenth(e.Low),
                                Tenth(e.High),
                                Tenth(moved?.At(month, form).Middle),
                            ],
                    ]
                )
            );
            if (Errors.Count > 0)
                tables.Add(
                    new(
                        "traef",
                        Text.TestTitle,
                        [
                            new(Text.FormHead, Width: 40),
                            new(Text.ForecastHead, ColumnKind.Decimal),
                            new(Text.LevelHead, ColumnKind.Decimal),
                            new(Text.TrendHead, ColumnKind.Decimal),
                            new(Text.NearestHead, Width: 40),
                        ],
                        [.. Errors.Select(e => (IReadOnlyList<object?>)[Text.Form(e.Form), e.Forecast, e.Level, e.Trend, Text.Nearest(e)])]
                    )
                );
        }
        return new("prognose", Text.Title, Of?.From ?? viewing.Today, tables, About: [Text.Group]);
    }
}
