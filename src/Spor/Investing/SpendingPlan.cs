using Spor.Economy;
using Spor.Figures.Disclosure;

namespace Spor.Investing;

/// <summary>
/// What of the ledger's years on the ladder may be told to those who may not see the children behind (<c>measures.md</c> 3): a step of a
/// year, and the sums of steps that are compared with others.
/// </summary>
public sealed class SpendingPlan
{
    readonly Dictionary<int, DisclosurePlan> plans = [];

    /// <param name="hidesStep">Hidden of the year on another page.</param>
    public SpendingPlan(Books books, LadderSpending spending, Func<int, int, bool> hidesStep)
    {
        foreach (var year in spending.Years)
        {
            var fewest = new Dictionary<string, int>();
            var behind = new Dictionary<string, HashSet<long>>();
            foreach (var month in Books.Months(year.Year, 12).Where(books.Ledger.Delivered))
            foreach (
                var keyed in books
                    .Ledger.In(month)
                    // A bill that names nobody is somebody's.
                    .Select(l => (Step: books.Ledger.StepOf(l) ?? MonthMoney.None, Child: books.Ledger.MeasureOf(l)?.ChildId ?? -l.Id))
                    .SelectMany(l => Keys(l.Step).Select(key => (Key: key, l.Child)))
                    .GroupBy(l => l.Key)
            )
            {
                var children = keyed.Select(k => k.Child).ToHashSet();
                fewest[keyed.Key] = Math.Min(fewest.GetValueOrDefault(keyed.Key, int.MaxValue), children.Count);
                if (!behind.TryGetValue(keyed.Key, out var all))
                    behind[keyed.Key] = all = [];
                all.UnionWith(children);
            }
            var plan = new DisclosurePlan();
            foreach (var key in behind.Keys)
                plan.Add(key, behind[key].Count, fewest[key], rank: key == All ? 9 : 0);
            void Sum(string total, params IEnumerable<string> parts)
            {
                if (behind.ContainsKey(total))
                    plan.Sum(total, parts.Where(behind.ContainsKey));
            }
            Sum(All, Ladder26, Step(0), Step(1), Step(MonthMoney.None));
            Sum(Ladder26, Preventive, Placements);
            Sum(Preventive, Step(2), Step(3));
            Sum(Placements, Step(4), Step(5), Step(6));
            foreach (var step in year.Steps.Keys.Where(s => behind.ContainsKey(Step(s)) && hidesStep(year.Year, s)))
                plan.Guard(Step(step));
            plans[year.Year] = plan.Settle();
        }
    }

    const string All = "alt",
        Ladder26 = "2-6",
        Preventive = "2-3",
        Placements = "4-6";

    static string Step(int step) => "trin/" + step;

    static IEnumerable<string> Keys(int step) =>
        step switch
        {
            2 or 3 => [All, Ladder26, Preventive, Step(step)],
            >= 4 => [All, Ladder26, Placements, Step(step)],
            _ => [All, Step(step)],
        };

    public bool Hides(int year, int step) => plans[year].Hides(Step(step));

    public bool HidesTotal(int year) => plans[year].Hides(All);

    /// <summary>Of spending for each inhabitant.</summary>
    public bool Hides(int year, ComparedFigure figure) =>
        plans[year]
            .Hides(
                figure switch
                {
                    ComparedFigure.Preventive => Preventive,
                    ComparedFigure.Placements => Placements,
                    _ => Ladder26,
                }
            );
}
