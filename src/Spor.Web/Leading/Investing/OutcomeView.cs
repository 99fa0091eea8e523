using Spor.Economy;
using Spor.Exchange.Office;
using Spor.Figures.Disclosure;
using Spor.Investing;
using Spor.Web.Access;
using Spor.Web.Frame.Tables;
using Spor.Web.Leading.Economy;

namespace Spor.Web.Leading.Investing;

/// <param name="SoFarOre">Saved from the first month on.</param>
/// <param name="SpentOre">Noted as spent on the investment from the first month on; null before anything was.</param>
public sealed record OutcomeMonth(MonthAgainst Of, long SoFarOre, long PromisedOre, long? SpentOre, long PromisedSpentOre)
{
    public long WithoutOre => Of.WithoutOre;
    public long SavedOre => Of.SavedOre;
}

/// <summary>
/// A signed case beside what happened. Figures about children are of what is published, for whoever may not see them, and then only of
/// whole years: two months' pages would tell of those who came between.
/// </summary>
public sealed class OutcomeView
{
    readonly Without without;
    readonly SinceStart? children,
        yearBefore;

    OutcomeView(CaseView of)
    {
        Case = of;
        HidesSmall = !of.Viewing.SeesBehindAll;
        var viewing = HidesSmall ? of.Viewing.Published : of.Viewing.Newest;
        without = new(of.Case.Of, viewing.Register, viewing.Today);
        Months = Told(of, without);
        if (Months.Count == 0)
            return;
        Day = MeasureMonths.LastOf(Months[^1].Of.Month);
        Since = viewing.Snapshot.Get(SinceStart.On, (of.Case.Of.First, Day));
        if (!HidesSmall)
        {
            (children, ChildrenDay) = (Since, Day);
            return;
        }
        HidesMoney = new EconomyView(viewing, EconomyView.Newest(viewing)).Hides(MoneyPlan.All);
        var year = Day.Month == 12 ? Day.Year : Day.Year - 1;
        if (year < of.Case.Of.FromYear)
            return;
        ChildrenDay = new(year, 12, 31);
        children = viewing.Snapshot.Get(SinceStart.On, (of.Case.Of.First, ChildrenDay));
        if (year > of.Case.Of.FromYear)
            yearBefore = viewing.Snapshot.Get(SinceStart.On, (of.Case.Of.First, ChildrenDay.AddYears(-1)));
    }

    /// <summary>Null: there is no such case, or nobody has signed it.</summary>
    public static OutcomeView? Of(Viewing viewing, long id) => CaseView.Of(viewing, id) is { Signed: not null } view ? new(view) : null;

    public CaseView Case { get; }
    public InvestmentSignedFact Signed => Case.Signed!;
    public bool HidesSmall { get; }

    /// <summary>So few children stand behind the whole that it may not be told.</summary>
    public bool HidesMoney { get; }

    /// <summary>The last day of the last month that is delivered.</summary>
    public DateOnly Day { get; }
    public DateOnly ChildrenDay { get; }
    public SinceStart? Since { get; }
    public bool IsKnown => without.IsKnown;
    public bool IsReported => without.Reported;
    public int MonthsBefore => without.Before.Count;
    public IReadOnlyList<OutcomeMonth> Months { get; }

    static List<OutcomeMonth> Told(CaseView of, Without without)
    {
        var (months, soFar) = (new List<OutcomeMonth>(), 0L);
        var course = of.Case.Course;
        foreach (var m in without.Months)
        {
            soFar += m.SavedOre;
            var spent = of.Spent.Where(s => s.Month <= m.Month).ToList();
            var promised = course[months.Count];
            months.Add(new(m, soFar, promised.OutOre, spent.Count == 0 ? null : spent.Sum(s => s.AmountOre), promised.InOre));
        }
        return months;
    }

    public long SavedOre => Months[^1].SoFarOre;
    public long PromisedOre => Months[^1].PromisedOre;
    public long? SpentOre => Months[^1].SpentOre;
    public long PromisedSpentOre => Months[^1].PromisedSpentOre;
    public (double Low, double High)? Interval => without.Interval;

    /// <summary>Of what is saved up to each month; none where it cannot be worked out.</summary>
    public IReadOnlyList<(double Low, double High)> Intervals => without.Intervals;

    /// <summary>Up to a month, in whole øre; null where it cannot be worked out.</summary>
    public (long Low, long High)? IntervalAt(int month) =>
        month < Intervals.Count ? ((long)Math.Round(Intervals[month].Low), (long)Math.Round(Intervals[month].High)) : null;

    /// <summary>Net so far; null where nobody has noted what was spent.</summary>
    public long? NetOre => SavedOre - SpentOre;
    public decimal PostsMore => Since!.PostsMoreTenThousandths / 10_000m;
    public decimal PostsPromised => Case.Case.PostsHundredths(Months[^1].Of.Month) / 100m;

    public decimal FullYearsPromised => Case.Case.FullYearsSoFarHundredths(Day.Year, Day.Month) / 100m;

    public IReadOnlyList<ChildrenRow> Children => children is { } of ? ChildrenBeside.RowsOf(of, yearBefore, HidesSmall) : [];

    public PageTables ToTables()
    {
        SheetColumn Kroner(string heading) => new(heading, ColumnKind.Kroner, 20);
        List<ExportTable> tables =
        [
            new(
                "boern",
                Text.ChildrenTitle,
                [new(Text.FigureColumn, Width: 60), new(Text.BeforeColumn(Case), Width: 26), new(Text.SinceColumn, Width: 26)],
                [.. Children.Select(r => (IReadOnlyList<object?>)[r.Name, r.Before, r.Since])]
            ),
        ];
        if (!HidesMoney)
            tables.Insert(
                0,
                new(
                    "maaneder",
                    Text.MonthsTitle,
                    [new(Text.SpentMonth, Width: 18), .. Text.MonthHeads.Select(Kroner)],
                    [
                        .. Months.Select(
                            (m, i) =>
                                (IReadOnlyList<object?>)
                                    [
                                        Spor.Kernel.Danish.Month(m.Of.Month),
                                        m.WithoutOre,
                                        m.Of.ActualOre,
                                        m.SavedOre,
                                        m.SoFarOre,
                                        m.PromisedOre,
                                        m.SpentOre is { } spent ? spent : Text.NotReported,
                                        m.PromisedSpentOre,
                                        IntervalAt(i)?.Low,
                                        IntervalAt(i)?.High,
                                    ]
                        ),
                    ]
                )
            );
        return new(
            "holder-investeringen",
            Text.OutcomeTitle,
            Months.Count == 0 ? Case.Viewing.Today : Day,
            tables,
            About: [Case.Name, Text.OutcomeLede(this), .. Text.OutcomeNotShown(this)]
        );
    }

    public IReadOnlyList<Block> ToBlocks() =>
        [
            new Heading(1, Text.OutcomeTitle),
            new Paragraph(Case.Name),
            new Paragraph(Text.OutcomeLede(this)),
            .. HidesMoney || Months.Count == 0
                ? Array.Empty<Block>()
                :
                [
                    new Heading(2, Text.AgainstTitle),
                    new Grid(
                        Text.AgainstTitle,
                        [Text.FigureColumn, Text.PromisedColumn, Text.HappenedColumn],
                        [.. Text.Against(this).Select(r => (IReadOnlyList<string>)[r.Name, r.Before, r.Since])],
                        [1, 2]
                    ),
                ],
            new Heading(2, Text.ChildrenTitle),
            new Paragraph(Text.ChildrenNote(this), Small: true),
            new Grid(
                Text.ChildrenTitle,
                [Text.FigureColumn, Text.BeforeColumn(Case), Text.SinceColumn],
                [.. Children.Select(r => (IReadOnlyList<string>)[r.Name, r.Before, r.Since])],
                [1, 2]
            ),
            new Heading(2, Text.NotShownTitle),
            new Bullets(Text.OutcomeNotShown(this)),
        ];
}
