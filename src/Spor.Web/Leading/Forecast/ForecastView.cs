using Spor.Economy;
using Spor.Exchange.Office;
using Spor.Figures.Disclosure;
using Spor.Interventions;
using Spor.Kernel;
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

    /// <summary>What the places moved change in each calendar year, by the year's prices; empty without any.</summary>
    public IReadOnlyList<MovedMoney> MovedMoney => moved is null || Of is null ? [] : Spor.Economy.MovedMoney.Of(Of, moved, figures.Prices);

    /// <summary>How the children fared, beside what moving places would save; null without any.</summary>
    public Investing.ChildrenBeside? Beside => moved is null ? null : beside ??= new(viewing);
    Investing.ChildrenBeside? beside;

    /// <summary>The page as a document.</summary>
    public IReadOnlyList<Block> ToBlocks()
    {
        var of = Of!;
        string N(decimal value) => Kernel.Danish.Number((double)value, 1);
        Grid At(string title, Func<int, PlacementForm?, Expected> at) =>
            new(
                title,
                [Text.FormHead, Kernel.Danish.Numeric(of.From), .. Months.Select(m => Kernel.Danish.Numeric(of.EndOf(m)))],
                [
                    .. Forms.Select(f =>
                        (IReadOnlyList<string>)[Text.Form(f), Kernel.Danish.Number(Now(f)), .. Months.Select(m => Text.Shown(at(m, f)))]
                    ),
                ],
                [.. Enumerable.Range(1, Months.Count + 1)]
            );
        return
        [
            new Heading(1, Text.Title),
            new Paragraph(Text.Lede(this)),
            new Paragraph(Text.Group + (ByForm ? "" : " " + Text.Together), Small: true),
            new Heading(2, Text.TableTitle),
            new Paragraph(Text.TableNote, Small: true),
            At(Text.TableTitle, this.At),
            .. moved is null
                ? Array.Empty<Block>()
                :
                [
                    new Heading(2, Text.MovedTitle),
                    new Paragraph(Text.MovedWords(Asked)),
                    At(Text.MovedTitle, (m, f) => moved.At(m, f)),
                    new Paragraph(Text.MovedMoneyNote, Small: true),
                    new Grid(
                        Text.MovedMoneyTitle,
                        Text.MovedHeads,
                        [.. MovedMoney.Select(m => Text.MovedCells(m))],
                        [.. Enumerable.Range(1, Text.MovedHeads.Count - 1)]
                    ),
                    .. Beside!.ToBlocks(),
                ],
            new Heading(2, Text.YearTitle(of.EndOf(1).Year)),
            new Paragraph(Text.YearNote, Small: true),
            new Grid(
                Text.YearTitle(of.EndOf(1).Year),
                [Text.FormHead, Text.Middle],
                [.. Forms.Select(f => (IReadOnlyList<string>)[Text.Form(f), Text.ShownYears(Year(f))])],
                [1]
            ),
            .. Errors.Count > 0 && MadeOn is { } madeOn
                ?
                [
                    new Heading(2, Text.TestTitle),
                    new Paragraph(Text.TestNote(madeOn), Small: true),
                    new Grid(
                        Text.TestTitle,
                        [Text.FormHead, Text.ForecastHead, Text.LevelHead, Text.TrendHead, Text.NearestHead],
                        [
                            .. Errors.Select(e =>
                                (IReadOnlyList<string>)[Text.Form(e.Form), N(e.Forecast), N(e.Level), N(e.Trend), Text.Nearest(e)]
                            ),
                        ],
                        [1, 2, 3]
                    ),
                ]
                : Array.Empty<Block>(),
        ];
    }

    static decimal? Tenth(double? value) => value is { } v ? Math.Round((decimal)v, 1, MidpointRounding.AwayFromZero) : null;

    public PageTables ToTables()
    {
        List<ExportTable> tables = [];
        if (Of is { } of)
        {
            // As the page has it: a form in a row, a month in a column.
            ExportTable Wide(string key, string title, Func<int, PlacementForm?, Expected> at) =>
                new(
                    key,
                    title,
                    [
                        new(Text.FormHead, Width: 40),
                        new(Danish.Numeric(of.From), ColumnKind.Whole),
                        .. Months.Select(m => new SheetColumn(Danish.Numeric(of.EndOf(m)), Width: 18)),
                    ],
                    [.. Forms.Select(f => (IReadOnlyList<object?>)[Text.Form(f), Now(f), .. Months.Select(m => Text.Shown(at(m, f)))])]
                );
            tables.Add(Wide("ventet", Text.TableTitle, At));
            if (moved is not null)
                tables.Add(Wide("flyttet", Text.MovedTitle, moved.At));
            tables.Add(
                new(
                    "maaneder",
                    Text.EveryMonth,
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
            if (MovedMoney.Count > 0)
                tables.Add(
                    new(
                        "flytning",
                        Text.MovedMoneyTitle,
                        [
                            new(Text.MovedHeads[0], ColumnKind.Whole),
                            .. Text.MovedHeads.Skip(1).SkipLast(1).Select(h => new SheetColumn(h, ColumnKind.Decimal, 24)),
                            new(Text.MovedHeads[^1], ColumnKind.Kroner, 20),
                        ],
                        [
                            .. MovedMoney.Select(m =>
                                (IReadOnlyList<object?>)
                                    [m.Year, .. Books.Forms.Select(f => (object?)Math.Round((decimal)m.Years[f], 1)), m.Ore]
                            ),
                        ]
                    )
                );
            if (Beside is { } children)
                tables.Add(children.ToTable());
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
                        [
                            .. Errors.Select(e =>
                                (IReadOnlyList<object?>)
                                    [
                                        Text.Form(e.Form),
                                        Tenth((double)e.Forecast),
                                        Tenth((double)e.Level),
                                        Tenth((double)e.Trend),
                                        Text.Nearest(e),
                                    ]
                            ),
                        ]
                    )
                );
        }
        return new("prognose", Text.Title, Of?.From ?? viewing.Today, tables, About: [Text.Group]);
    }
}
