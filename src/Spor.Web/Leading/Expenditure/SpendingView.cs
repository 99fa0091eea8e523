using Spor.Economy;
using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Figures.Disclosure;
using Spor.Interventions;
using Spor.Investing;
using Spor.Kernel;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;
using Spor.Web.Leading.Economy;

namespace Spor.Web.Leading.Expenditure;

/// <param name="Cells">One for each year; null where the year has not all the compared months.</param>
public sealed record StepOverYears(string Name, IReadOnlyList<Amount> Cells);

/// <param name="Value">In ten-thousandths.</param>
/// <param name="IsOwn">The municipality's own.</param>
public sealed record ComparedRow(ComparedFigure Figure, int Year, string Place, long? Value, string Source, bool IsOwn, bool Hidden);

/// <summary>The three analyses for one viewer: trend, extra spending against a baseline year, and a comparison with others.</summary>
public sealed class SpendingView
{
    readonly SpendingFigures figures;
    readonly SpendingPlan? plan;
    readonly MoneyPlan? money;
    readonly string municipality;

    public Books Books => figures.Books;
    public LadderSpending? Spending => figures.Spending;
    public bool HidesSmall => plan is not null;

    /// <summary>The year that extra spending is held against; null where no year has the months.</summary>
    public int? Baseline { get; }

    /// <summary>What was asked for as a year and is none that can be held against.</summary>
    public string? Unknown { get; }

    SpendingView(Viewing viewing, string? asked)
    {
        var day = EconomyView.Newest(viewing);
        figures = viewing.Snapshot.Get(SpendingFigures.On, day);
        municipality = viewing.Register.Municipality?.Name ?? "";
        // Others' numbers tell of nobody: what is written holds at once.
        Register = viewing.Newest.Register;
        if (Spending is null)
            return;
        if (!viewing.SeesBehindAll)
            (plan, money) = (viewing.Snapshot.Get(SpendingFigures.Plan, day), viewing.Snapshot.Get(EconomyFigures.Plan, day));
        Baseline = Years.Count > 1 ? Years[0].Year : null;
        if (string.IsNullOrWhiteSpace(asked))
            return;
        if (Form.Number(asked) is { } year && Choices.Contains((int)Math.Clamp(year, 0, 9999)))
            Baseline = (int)year;
        else
            Unknown = asked.Trim();
    }

    Register Register { get; }

    public static SpendingView Of(Viewing viewing, string? asked) => new(viewing.Published(), asked);

    /// <summary>Those that have all the compared months, the earliest first.</summary>
    public IReadOnlyList<LadderYear> Years => Spending is null ? [] : [.. Spending.Years.Where(y => y.Comparable)];

    /// <summary>Years that a later one can be held against.</summary>
    public IReadOnlyList<int> Choices => [.. Years.SkipLast(1).Select(y => y.Year)];

    IEnumerable<int> Steps =>
        Enumerable.Range(2, Ladder.Steps - 2).Concat([1, 0, MonthMoney.None]).Where(s => s >= 2 || Years.Any(y => y.Steps[s] != 0));

    bool Hides(int year, int step) => plan?.Hides(year, step) == true;

    bool HidesTotal(int year) => plan?.HidesTotal(year) == true;

    public IReadOnlyList<StepOverYears> Trend =>
        [
            .. Steps.Select(s => new StepOverYears(
                Leading.Economy.Text.StepName(s),
                [.. Years.Select(y => new Amount(y.Steps[s], Hides(y.Year, s)))]
            )),
            new(Text.Total, [.. Years.Select(y => new Amount(y.TotalOre, HidesTotal(y.Year)))]),
        ];

    /// <summary>Of the compared months, for each inhabitant of 0 to 22 years.</summary>
    public StepOverYears ForEach =>
        new(
            Text.ForEach,
            [
                .. Years.Select(y => new Amount(
                    y.Inhabitants is > 0 and var people ? new Fraction(y.TotalOre, people).Rounded() : null,
                    HidesTotal(y.Year)
                )),
            ]
        );

    /// <summary>What prevention is of the spending on the ladder, year by year, with the amounts; hidden where one of the steps
    /// is.</summary>
    public IReadOnlyList<string> Prevention =>
        [
            .. Years.Select(y =>
                HidesTotal(y.Year) || Enumerable.Range(2, Ladder.Steps - 2).Any(s => Hides(y.Year, s)) ? Text.Hidden
                : y.PreventionPercent is { } percent ? Text.PreventionOf(percent, y.Prevention)
                : "–"
            ),
        ];

    /// <summary>The years after the baseline year; null without one.</summary>
    public IReadOnlyList<ExtraYear>? ExtraYears => Baseline is { } year ? Spending?.Extra(year) : null;

    public IReadOnlyList<StepOverYears> Extra =>
        ExtraYears is not { } years
            ? []
            :
            [
                .. Steps.Select(s => new StepOverYears(
                    Leading.Economy.Text.StepName(s),
                    [.. years.Select(y => new Amount(y.Constant[s], Hides(y.Year, s) || Hides(Baseline!.Value, s)))]
                )),
                new(Text.Total, [.. years.Select(y => new Amount(y.Constant.Values.Sum(), HidesBoth(y.Year)))]),
                new(Text.WithInhabitants, [.. years.Select(y => new Amount(y.PerInhabitant?.Values.Sum(), HidesBoth(y.Year)))]),
            ];

    bool HidesBoth(int year) => HidesTotal(year) || HidesTotal(Baseline!.Value);

    /// <summary>By figure, the municipality's own years first.</summary>
    public IReadOnlyList<ComparedRow> Compared =>
        [
            .. Codes<ComparedFigure>.All.SelectMany(f =>
                (Spending?.Years ?? [])
                    .Reverse()
                    .Select(y => new ComparedRow(
                        f,
                        y.Year,
                        municipality,
                        figures.Own(f, y.Year),
                        Text.OwnSource,
                        true,
                        HidesOwn(f, y.Year)
                    ))
                    .Where(r => r.Value is not null)
                    .Concat(
                        ComparedFigures
                            .Others(Register, f)
                            .Select(o => new ComparedRow(f, o.Year, o.Place, o.ValueTenThousandths, o.Source, false, false))
                    )
            ),
        ];

    bool HidesOwn(ComparedFigure figure, int year)
    {
        if (plan is null)
            return false;
        // Of forms the books decide for their own two years, and of an earlier one nothing is decided.
        var inBooks = year == Books.Year || year == Books.YearBefore;
        return figure switch
        {
            ComparedFigure.FosterPrice => !inBooks || HidesForm(PlacementForm.Foster),
            ComparedFigure.InstitutionPrice => !inBooks || HidesForm(PlacementForm.Institution),
            ComparedFigure.PlacementPrice or ComparedFigure.FullYears => !inBooks || money!.Hides(MoneyPlan.All),
            _ => plan.Hides(year, figure),
        };
    }

    bool HidesForm(PlacementForm form) => money!.Hides(MoneyPlan.Form(form));

    /// <summary>Rounded as the page shows it, so that a file gives away no more.</summary>
    static object? Cell(ComparedRow row)
    {
        if (row.Hidden)
            return Text.Hidden;
        if (row.Value is not { } value)
            return null;
        return Math.Round(value / 10_000m, row.Figure == ComparedFigure.FullYears ? 1 : 0, MidpointRounding.AwayFromZero);
    }

    public PageTables ToTables()
    {
        List<ExportTable> tables = [];
        ExportTable OverYears(string key, string title, IEnumerable<int> years, IEnumerable<StepOverYears> rows) =>
            new(
                key,
                title,
                [new(Text.StepHead, Width: 44), .. years.Select(y => new SheetColumn($"{y}", ColumnKind.Kroner, 20))],
                [.. rows.Select(r => (IReadOnlyList<object?>)[r.Name, .. r.Cells.Select(c => c.Cell)])]
            );
        if (Years.Count > 0)
        {
            var trend = OverYears("udvikling", Text.TrendTitle, Years.Select(y => y.Year), [.. Trend, ForEach]);
            tables.Add(trend with { Rows = [.. trend.Rows, [Text.Prevention, .. Prevention]] });
        }
        if (ExtraYears is { Count: > 0 } extra)
            tables.Add(OverYears("merudgift", Text.ExtraTitle(Baseline!.Value), extra.Select(y => y.Year), Extra));
        tables.Add(
            new(
                "sammenligning",
                Text.ComparedTitle,
                [
                    new(Text.FigureHead, Width: 44),
                    new(Text.YearHead, ColumnKind.Whole),
                    new(Text.PlaceHead, Width: 30),
                    new(Text.ValueHead, ColumnKind.Decimal, 16),
                    new(Text.SourceHead, Width: 60),
                ],
                [.. Compared.Select(r => (IReadOnlyList<object?>)[Text.Name(r.Figure), r.Year, r.Place, Cell(r), r.Source])]
            )
        );
        return new(
            "udgiftsmodel",
            Text.Title,
            Books.Day,
            tables,
            Baseline is { } year ? $"udgangspunkt={year}" : "",
            [Text.Lede(this), .. HidesSmall ? new[] { Leading.Economy.Text.HiddenNote } : []]
        );
    }
}
