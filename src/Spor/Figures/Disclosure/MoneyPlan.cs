using Spor.Economy;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Workforce;

namespace Spor.Figures.Disclosure;

/// <summary>
/// What of the money may be told to those who may not see the children behind (<c>measures.md</c> 3). A step, an account, a form or a kind
/// of measure is told of the whole year or not at all: from two months' pages a reader has every month between them, so it is hidden if any
/// of its months rests on few, or if the one plan hides calculated spending of the step in one of them.
/// </summary>
public sealed class MoneyPlan
{
    readonly DisclosurePlan plan = new();
    readonly Dictionary<string, int> fewest = [];
    readonly Dictionary<string, HashSet<long>> behind = [];
    readonly Dictionary<(string Key, int Year), HashSet<long>> inYear = [];

    public const string All = "alt";

    public static string Step(int step) => "trin/" + step;

    public static string Account(string account) => "konto/" + account;

    public static string Form(PlacementForm form) => "form/" + form;

    public static string Code(string code) => "kode/" + code;

    public static string Month(DateOnly month) => "måned/" + month.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Measure-months without a price.</summary>
    public const string WithoutPrice = "uden-pris";

    public const string Matched = "mødt",
        NotGranted = "ikke-bevilget",
        NoLine = "uden-linje";

    /// <param name="books">Of the last month that is published of their year: all earlier months of the year are decided with it.</param>
    /// <param name="published">The one plan; null in a test that has none.</param>
    public MoneyPlan(Books books, PublishedTables? published)
    {
        var ledger = books.Ledger;
        var accountSteps = new Dictionary<string, HashSet<int>>();
        void Count(DateOnly month, IEnumerable<(string Key, long Child)> of)
        {
            var found = new Dictionary<string, HashSet<long>>();
            foreach (var (key, child) in of)
                (found.TryGetValue(key, out var set) ? set : found[key] = []).Add(child);
            foreach (var (key, children) in found)
            {
                fewest[key] = Math.Min(fewest.GetValueOrDefault(key, int.MaxValue), children.Count);
                if (!behind.TryGetValue(key, out var all))
                    behind[key] = all = [];
                all.UnionWith(children);
                if (!inYear.TryGetValue((key, month.Year), out var ofYear))
                    inYear[(key, month.Year)] = ofYear = [];
                ofYear.UnionWith(children);
            }
        }
        // A name is made once for each of the few there are, not for each measure of each month.
        var names = new Dictionary<(char Kind, string Of), string>();
        string Name(char kind, string of, Func<string, string> make) =>
            names.TryGetValue((kind, of), out var name) ? name : names[(kind, of)] = make(of);
        string[] steps = [.. Enumerable.Range(0, Ladder.Steps).Select(Step)];
        var forms = Enum.GetValues<PlacementForm>().ToDictionary(f => f, Form);
        IEnumerable<(string, long)> Keys(string month, IEnumerable<MeasureMonth> of)
        {
            foreach (var m in of)
            {
                var account = m.Account ?? MonthMoney.NoAccount;
                (accountSteps.TryGetValue(account, out var known) ? known : accountSteps[account] = []).Add(m.Step);
                yield return (All, m.Child.Id);
                yield return (month, m.Child.Id);
                if (m.Ore is null)
                    yield return (WithoutPrice, m.Child.Id);
                else
                {
                    yield return (steps[m.Step], m.Child.Id);
                    yield return (Name('a', account, Account), m.Child.Id);
                    yield return (Name('c', m.Measure.Code, c => Code(books.Catalogue.Spelled(c))), m.Child.Id);
                }
                if (m.Form != PlacementForm.None)
                    yield return (forms[m.Form], m.Child.Id);
            }
        }
        void Granted(DateOnly month, IEnumerable<MeasureMonth> of) => Count(month, Keys(Month(month), of));
        foreach (var month in books.MonthsShown)
            Granted(month, books.Granted[month]);
        foreach (var month in books.Ahead.GroupBy(m => m.First))
            Granted(month.Key, month);
        foreach (var month in books.MonthsShown.Where(ledger.Delivered))
            Count(
                month,
                ledger
                    .In(month)
                    .Select(l => (Line: l, Measure: ledger.MeasureOf(l)))
                    .SelectMany(l =>
                    {
                        var step = ledger.StepOf(l.Line) ?? MonthMoney.None;
                        (accountSteps.TryGetValue(l.Line.Account, out var s) ? s : accountSteps[l.Line.Account] = []).Add(step);
                        // A bill that names nobody is somebody's: counted as one of its own where the measure is not known.
                        var child = l.Measure?.ChildId ?? -l.Line.Id;
                        return new[] { (Step(step), child), (Account(l.Line.Account), child) };
                    })
            );
        foreach (var month in books.MonthsOfYear)
            if (LedgerMatching.Of(books, [month]) is { } matching)
            {
                Count(month, matching.Matched.Select(p => (Matched, p.Granted.Child.Id)));
                Count(month, matching.NotGranted.Select(p => (NotGranted, p.Measure.ChildId)));
                Count(month, matching.NoLine.Select(m => (NoLine, m.Child.Id)));
            }
        // What is nothing in one of the years is no company there for what must be hidden: it counts by its lesser year.
        foreach (var key in behind.Keys)
            plan.Add(
                key,
                key is Matched or NotGranted or NoLine ? In(key, books.Year) : Math.Min(In(key, books.YearBefore), In(key, books.Year)),
                fewest[key],
                rank: key == All ? 9 : 0
            );
        List<string> Of(string kind) => [.. behind.Keys.Where(k => k.StartsWith(kind, StringComparison.Ordinal))];
        if (published is not null)
            foreach (var step in Enumerable.Range(0, Ladder.Steps).Where(s => behind.ContainsKey(Step(s))))
                if (books.MonthsShown.Any(m => HiddenIn(published, step, m)))
                    plan.Guard(Step(step));
        if (!behind.ContainsKey(All))
            plan.Add(All, 0, 0);
        plan.Sum(All, Of("trin/"));
        plan.Sum(All, Of("konto/"));
        plan.Sum(All, Of("form/"));
        foreach (var step in accountSteps.Values.SelectMany(s => s).Distinct().Where(s => behind.ContainsKey(Step(s))))
            if (accountSteps.Where(a => a.Value.Contains(step)).ToList() is var own && own.All(a => a.Value.Count == 1))
                plan.Sum(Step(step), own.Select(a => Account(a.Key)).Where(behind.ContainsKey));
        // Granted is matched and without a line; what is hidden of one would be the other.
        if (behind.ContainsKey(Matched) && behind.ContainsKey(NoLine))
            plan.Sum(All, [Matched, NoLine]);
        plan.Settle();
    }

    int In(string key, int year) => inYear.TryGetValue((key, year), out var children) ? children.Count : 0;

    static bool HiddenIn(PublishedTables published, int step, DateOnly month)
    {
        var run = PublicPeriods.Run(MeasureMonths.LastOf(month), 1);
        return published.Hides(SpendingFigures.InMonth, Lanes.Code(step), Group.None, run);
    }

    /// <summary>What nobody is behind is not hidden.</summary>
    public bool Hides(string key) => plan.Hides(key);

    /// <summary>Children behind in the year and the year before together.</summary>
    public int Behind(string key) => behind.TryGetValue(key, out var children) ? children.Count : 0;
}
