using System.Collections.Concurrent;
using Spor.Economy;
using Spor.Facts;
using Spor.Figures.Disclosure;
using Spor.Investing;
using Spor.Web.Leading.Economy;

namespace Spor.Web.Leading.Expenditure;

/// <summary>The ledger's years on the ladder of one day, each worked out once.</summary>
public sealed class SpendingFigures(Books books)
{
    public static Derived<DateOnly, SpendingFigures> On { get; } =
        new(3, (s, day, before) => before is not null && before.Books.StandFor(s.Register) ? before : new(s.Get(Books.On, day)));

    /// <summary>What is hidden of the years up to that of a day.</summary>
    public static Derived<DateOnly, SpendingPlan> Plan { get; } =
        new(
            2,
            (s, day) =>
            {
                var of = s.Get(On, day);
                var money = s.Get(EconomyFigures.Plan, day);
                return new(
                    of.Books,
                    of.Spending!,
                    (year, step) => (year == of.Books.Year || year == of.Books.YearBefore) && money.Hides(MoneyPlan.Step(step))
                );
            }
        );

    readonly Lazy<LadderSpending?> spending = new(() => LadderSpending.Of(books));
    readonly ConcurrentDictionary<(ComparedFigure Figure, int Year), long?> own = [];

    public Books Books => books;

    /// <summary>Null while no month is delivered.</summary>
    public LadderSpending? Spending => spending.Value;

    public long? Own(ComparedFigure figure, int year) => own.GetOrAdd((figure, year), k => Spending?.Own(k.Figure, k.Year));
}
