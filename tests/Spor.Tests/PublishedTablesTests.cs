using Google.OrTools.LinearSolver;
using Spor.Children;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Disclosure;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Workforce;

namespace Spor.Tests;

/// <summary>What can be worked out (<c>measures.md</c> 3): made-up municipalities are attacked by linear bounds with everything that is
/// shown of them.</summary>
public class PublishedTablesTests
{
    static readonly DateOnly Last = new(2026, 10, 31);
    static readonly Division[] Divisions = [Division.District, Division.TargetGroup, Division.Gender, Division.Age];

    static readonly Figure[] Attacked =
    [
        CaseFigures.ChildrenWithCase,
        LadderFigures.OnLadder,
        PlacementFigures.Placed,
        PlacementFigures.NewPlacements,
        PlacementFigures.EndedPlacements,
        CaseFigures.CasesOpened,
        NotificationFigures.Notifications,
        LadderFigures.MovedDown,
        RequirementFigures.ComplianceLaw,
        ConferenceFigures.Accepted,
    ];

    static Register Municipality(int seed, int? many = null)
    {
        var random = new Random(seed);
        var children = many ?? random.Next(30, 250);
        DateOnly Day(int years) => Last.AddDays(-random.Next(1, 365 * years));
        string[] measures = ["netværkspleje", "pleje", "institution", "hjem", "aflastning", "efterskole"];
        var files = new List<ChildFile>();
        for (var i = 1; i <= children; i++)
        {
            var opened = Day(3);
            var closed = random.Next(4) == 0 ? opened.AddDays(random.Next(30, 400)) : (DateOnly?)null;
            var script = $"case {opened:yyyy-MM-dd} {(closed is { } c && c <= Last ? c.ToString("yyyy-MM-dd") : "-")}";
            for (var m = random.Next(3); m > 0; m--)
            {
                var from = Day(2);
                var to = random.Next(2) == 0 ? from.AddDays(random.Next(20, 300)) : (DateOnly?)null;
                script +=
                    $"; measure {measures[random.Next(measures.Length)]} {from:yyyy-MM-dd} "
                    + $"{(to is { } t ? t.ToString("yyyy-MM-dd") : "-")}";
            }
            for (var n = random.Next(3); n > 0; n--)
            {
                var on = Day(2);
                script += $"; notified {on:yyyy-MM-dd}T10:00 {(random.Next(5) == 0 ? "-" : $"{on:yyyy-MM-dd}T12:00")} -";
            }
            var file = Script.File(script, i);
            file.Child.BornOn = Last.AddYears(-random.Next(0, 20)).AddDays(-random.Next(365));
            file.Child.DistrictId = random.Next(12) == 0 ? null : 1 + random.Next(4) * random.Next(2);
            file.Child.TargetGroup = (TargetGroup)(random.Next(8) > 2 ? 0 : random.Next(3));
            file.Child.Gender = random.Next(2) == 0 ? Gender.Girl : Gender.Boy;
            files.Add(file);
        }
        return new() { Catalogue = Catalogue.Default, Children = files };
    }

    static PublishedTables Tables(Register register) =>
        new(KeyFigures.EngineOf(register, Last), KeyFigures.All, PublicPeriods.CountedBack(Last));

    [Fact]
    public void Every_hidden_count_could_be_four_numbers_at_least_whatever_is_shown_beside_it()
    {
        var wrong = new List<string>();
        int hidden = 0,
            shown = 0,
            tried = 0;
        for (var seed = 0; seed < (Heavy.Whole ? 200 : 5); seed++)
        {
            var register = Municipality(seed);
            var engine = KeyFigures.EngineOf(register, Last);
            var tables = new PublishedTables(engine, KeyFigures.All, PublicPeriods.CountedBack(Last));
            foreach (var figure in Attacked)
            foreach (var division in Divisions)
            {
                var attack = new Attack(engine, [tables], figure, division, overTime: true);
                // Where months do not add up to their year there is no equation to attack by; then the year alone is looked at.
                if (attack.ContradictsItself)
                    attack = new(engine, [tables], figure, division, overTime: false);
                hidden += attack.Hidden.Count;
                shown += attack.Shown;
                foreach (var (name, possible) in attack.Try(new Random(seed), 3))
                {
                    tried++;
                    if (possible < 4)
                        wrong.Add($"municipality {seed}, {figure.Code} by {division}: {name} can only be {possible} numbers");
                }
            }
        }
        TestContext.Current.SendDiagnosticMessage($"{hidden} cells hidden, {shown} shown, {tried} attacked");
        Assert.True(tried > 20);
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {tried}:\n" + string.Join('\n', wrong.Take(12)));
    }

    /// <summary>The figures whose months add up, which two publications can be subtracted of.</summary>
    static readonly Figure[] OverTime =
    [
        PlacementFigures.NewPlacements,
        PlacementFigures.EndedPlacements,
        CaseFigures.CasesOpened,
        NotificationFigures.Notifications,
        RequirementFigures.ComplianceLaw,
    ];

    static (int Tried, int Shown, List<string> Wrong) AttackPublications(int seed, Func<DateOnly, PublicPeriods> periods)
    {
        var register = Municipality(seed);
        // Every page since February was kept.
        var tables = Enumerable
            .Range(0, 9)
            .Select(back => Last.AddDays(1).AddMonths(-back).AddDays(-1))
            .Select(day => new PublishedTables(KeyFigures.EngineOf(register, day), KeyFigures.All, periods(day)))
            .ToList();
        var engine = KeyFigures.EngineOf(register, Last);
        var wrong = new List<string>();
        int tried = 0,
            shown = 0;
        foreach (var figure in OverTime)
        foreach (var division in new[] { Division.District, Division.Gender })
        {
            var attack = new Attack(engine, tables, figure, division, overTime: true);
            if (attack.ContradictsItself)
                continue;
            shown += attack.Shown;
            foreach (var (name, possible) in attack.Try(new Random(seed), 6))
            {
                tried++;
                if (possible < 4)
                    wrong.Add($"municipality {seed}, {figure.Code} by {division}: {name} can only be {possible} numbers");
            }
        }
        return (tried, shown, wrong);
    }

    [Fact]
    public void Who_kept_every_publication_of_a_year_can_subtract_none_from_another()
    {
        var wrong = new List<string>();
        int tried = 0,
            shown = 0;
        for (var seed = 0; seed < (Heavy.Whole ? 100 : 2); seed++)
        {
            var (t, s, w) = AttackPublications(seed, PublicPeriods.Calendar);
            (tried, shown) = (tried + t, shown + s);
            wrong.AddRange(w);
        }
        TestContext.Current.SendDiagnosticMessage($"{tried} attacked, {shown} shown");
        Assert.True(tried > 50 && shown > 500, $"{tried} attacked, {shown} shown");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {tried}:\n" + string.Join('\n', wrong.Take(12)));
        // The attack is able to: of years that are counted back anew each month it finds what is hidden.
        Assert.NotEmpty(AttackPublications(0, PublicPeriods.CountedBack).Wrong);
    }

    [Fact]
    public void What_was_told_stays_told_and_what_was_hidden_stays_hidden_in_the_publications_after()
    {
        var register = Municipality(3, 700);
        PublishedTables On(DateOnly day) => new(KeyFigures.EngineOf(register, day), KeyFigures.All, PublicPeriods.Calendar(day));
        PublishedTables before = On(new(2026, 7, 31)),
            after = On(Last);
        int told = 0,
            hidden = 0;
        foreach (var figure in OverTime)
        foreach (var month in Enumerable.Range(-11, 19).Select(m => new DateOnly(2026, 1, 31).AddDays(1).AddMonths(m - 1).AddDays(-1)))
        foreach (var run in before.Periods.EndingOn(month))
        foreach (var group in new[] { Group.None, new(DistrictId: 1), new(Gender: Gender.Girl) })
        {
            var hides = before.Hides(figure, null, group, run);
            Assert.True(hides == after.Hides(figure, null, group, run), $"{figure.Code} {run.From} to {run.To} {group}");
            (told, hidden) = hides ? (told, hidden + 1) : (told + 1, hidden);
        }
        Assert.True(told > 50 && hidden > 20, $"{told} told, {hidden} hidden");
    }

    [Fact]
    public void A_period_of_some_months_is_told_as_the_sum_of_what_is_published_or_not_at_all()
    {
        var register = Municipality(2);
        var tables = new PublishedTables(KeyFigures.EngineOf(register, Last), KeyFigures.All, PublicPeriods.Calendar(Last));
        bool Tells(int from, int to) =>
            !tables.Hides(
                NotificationFigures.Notifications,
                null,
                Group.None,
                FigurePeriod.Of(new(2026, from, 1), new DateOnly(2026, to, 1).AddMonths(1).AddDays(-1))
            );
        int told = 0,
            kept = 0;
        for (var from = 1; from <= 10; from++)
        for (var to = from; to <= 10; to++)
        {
            if (Enumerable.Range(from, to - from + 1).All(m => Tells(m, m)))
                Assert.True(Tells(from, to), $"{from} to {to}");
            (told, kept) = Tells(from, to) ? (told + 1, kept) : (told, kept + 1);
            // One hidden month more or less gives no other sum that is told.
            if (Tells(from, to) && from < to && !Tells(from, from) && from % 3 != 1)
                Assert.Fail($"{from} to {to} is told without its first month");
        }
        Assert.True(told > 0 && kept > 0, $"{told} told, {kept} kept");
    }

    [Fact]
    public void Of_two_month_ends_with_few_between_them_the_earlier_is_told_in_no_month_and_on_no_day()
    {
        int changes = 0,
            shown = 0;
        for (var seed = 0; seed < 4; seed++)
        {
            var engine = KeyFigures.EngineOf(Municipality(seed), Last);
            var tables = new PublishedTables(engine, KeyFigures.All, PublicPeriods.Calendar(Last));
            var months = Enumerable.Range(0, 13).Select(i => PublicPeriods.Run(Last.AddDays(1).AddMonths(i - 12).AddDays(-1), 1)).ToList();
            foreach (var figure in new[] { PlacementFigures.Placed, LadderFigures.OnLadder })
            {
                var cells = engine.Divide([figure], months, Division.District).Where(c => c.Id is not null);
                foreach (
                    var (group, answer) in cells
                        .Select(c => (new Group(DistrictId: c.Id), c.Answer))
                        .Append((Group.None, engine.Ask([figure], months)))
                )
                {
                    var told = months
                        .Select((m, i) => (Month: m, Answered: answer.Of(figure, i)))
                        .Where(m => !tables.Hides(figure, null, group, m.Month))
                        .ToList();
                    shown += told.Count;
                    for (var later = 0; later < told.Count; later++)
                    for (var earlier = 0; earlier < later; earlier++)
                        if (
                            told[later].Answered.Rests < PublishedTables.Many
                            && told[earlier].Answered.Rests < PublishedTables.Many
                            && Math.Abs(told[later].Answered.Value!.Value - told[earlier].Answered.Value!.Value) is > 0 and < 5
                        )
                            Assert.Fail($"{seed} {figure.Code} {group}: {told[earlier].Month.To} beside {told[later].Month.To}");
                    changes += months.Count - told.Count;
                }
            }
        }
        Assert.True(changes > 20 && shown > 100, $"{changes} hidden, {shown} shown");
    }

    [Theory]
    [InlineData("aakaer", "2026-10-31")]
    [InlineData("lergaard", "2017-01-31")]
    public void What_rests_on_twenty_or_more_of_the_whole_municipality_stays_visible(string example, string day)
    {
        var register = FiguresTests.Read(example).ToRegister();
        var last = DateOnly.Parse(day);
        var engine = KeyFigures.EngineOf(register, last);
        var tables = new PublishedTables(engine, KeyFigures.All, PublicPeriods.CountedBack(last));
        var hidden = 0;
        var all = 0;
        for (var back = 0; back < 3; back++)
        {
            var period = PublicPeriods.Run(last.AddDays(1).AddMonths(-12 * back).AddDays(-1), 12);
            foreach (var f in engine.Ask(KeyFigures.All, [period]).Figures[0].Where(f => f.Of.Parts != FigurePart.Move || f.Part is null))
            {
                all++;
                var hides = tables.Hides(f.Of, f.Part, Group.None, period);
                hidden += hides ? 1 : 0;
                if (f.Part is null && f.Rests >= 20)
                    Assert.False(hides, $"{f.Of.Code} {period.To}");
                if (f.Of.AboutChildren && f.Rests is > 0 and < 5)
                    Assert.True(hides, $"{f.Of.Code} {f.Part} {period.To}");
            }
        }
        TestContext.Current.SendDiagnosticMessage($"{example}: {hidden} of {all} cells of the whole municipality are hidden");
        // Hiding everything is no answer.
        Assert.True(hidden < all / 4, $"{hidden} of {all}");
    }

    [Fact]
    public void What_is_not_published_is_hidden_and_who_asks_for_it_is_given_the_nearest()
    {
        var tables = Tables(Municipality(1));
        var year = PublicPeriods.Run(Last, 12);
        Assert.False(tables.Hides(CaseFigures.ChildrenWithCase, null, Group.None, year));
        // Two divisions at once, a day inside a month, and a year that ends otherwise.
        Assert.True(tables.Hides(CaseFigures.ChildrenWithCase, null, new(DistrictId: 1, Gender: Gender.Girl), year));
        Assert.True(tables.Hides(CaseFigures.ChildrenWithCase, null, Group.None, FigurePeriod.Of(new(2026, 10, 1), new(2026, 10, 30))));
        Assert.True(tables.Hides(CaseFigures.CasesOpened, null, Group.None, PublicPeriods.Run(new(2026, 9, 30), 12)));
        var periods = tables.Periods;
        Assert.Equal(new DateOnly(2026, 9, 30), periods.NearestDay(new(2026, 10, 30)));
        Assert.Equal(Last, periods.NearestDay(new(2027, 3, 1)));
        Assert.Equal(1, periods.NearestLength(new(2026, 9, 30), 12));
        Assert.Equal(12, periods.NearestLength(new(2025, 10, 31), 12));
        Assert.Equal(3, periods.NearestLength(new(2026, 7, 31), 6));
    }

    /// <summary>Everything shown of one figure and one division as linear equations, and how many whole numbers a hidden count can
    /// be.</summary>
    sealed class Attack
    {
        readonly Solver solver = Solver.CreateSolver("GLOP");
        readonly Figure figure;
        readonly Dictionary<string, LinearExpr> hidden = [];

        public IReadOnlyCollection<string> Hidden => [.. hidden.Keys];
        public int Shown { get; private set; }
        public bool ContradictsItself => hidden.Count > 0 && Minimum(hidden.Values.First()) is null;

        double? Minimum(LinearExpr sum)
        {
            solver.Minimize(sum);
            return solver.Solve() == Solver.ResultStatus.OPTIMAL ? solver.Objective().Value() : null;
        }

        public Attack(FigureEngine engine, IReadOnlyList<PublishedTables> tables, Figure figure, Division division, bool overTime)
        {
            // Told once, in whichever publication, is told.
            bool Hides(string? part, Group group, FigurePeriod run) => tables.All(t => t.Hides(figure, part, group, run));
            // Two years of months with their sums of what happens; one day of what is a state.
            this.figure = figure;
            var year = figure.Time == FigureTime.Between || (figure.Time == FigureTime.Period && !overTime);
            var flows = figure.Time == FigureTime.Period && !year;
            var months = Enumerable
                .Range(0, flows ? 24 : 1)
                .Select(i => PublicPeriods.Run(Last.AddDays(1).AddMonths(-i).AddDays(-1), 1))
                .ToList();
            var runs = !flows
                ? year
                    ? [PublicPeriods.Run(Last, 12)]
                    : months
                : PublicPeriods
                    .Lengths.SelectMany(l =>
                        Enumerable.Range(0, 24 / l).Select(k => PublicPeriods.Run(Last.AddDays(1).AddMonths(-k * l).AddDays(-1), l))
                    )
                    // And any other months that are told as a sum.
                    .Concat(
                        tables.Count == 1
                            ? []
                            : months.SelectMany(m =>
                                Enumerable.Range(1, 12).Select(l => PublicPeriods.Run(m.To, l)).Where(r => r.After >= months[^1].After)
                            )
                    )
                    .Distinct()
                    .ToList();
            if (year)
                months = runs;
            var byMonth = engine.Divide([figure], Rising(months), division);
            var layers = figure.Unit == FigureUnit.Share ? 2 : 1;
            var parts = engine.Ask([figure], Rising(months)).Figures[0].Where(f => f.Part is not null).Select(f => f.Part!).ToList();
            if (parts.Count == 0)
                parts.Add("");
            var cells = byMonth.Select(c => c.Id ?? -1).Append(-2).ToList();
            var atoms = new Dictionary<(string, long, DateOnly, int), Variable>();
            foreach (var part in parts)
            foreach (var cell in cells)
            foreach (var month in months)
                for (var layer = 0; layer < layers; layer++)
                    atoms[(part, cell, month.To, layer)] = solver.MakeNumVar(0, 1e6, "");
            var stays = division is not Division.Age;
            foreach (var run in runs)
            {
                var whole = engine.Ask([figure], [run]);
                var divided = engine.Divide([figure], [run], division);
                var inside = months.Where(m => run.After <= m.After && m.To <= run.To).Select(m => m.To).ToList();
                // Who sees a 0 knows that what is hidden beside it is none.
                var seesNothing = true;
                Cell(run, null, null, whole, Hides(null, Group.None, run));
                foreach (var part in parts.Where(p => p.Length > 0))
                    Cell(run, part, null, whole, Hides(part, Group.None, run));
                if (!stays && run != PublicPeriods.Run(run.To, 1) && flows)
                    continue;
                seesNothing = divided
                    .Where(d => d.Id is not null)
                    .SelectMany(d => parts.Select(p => (d, Part: p.Length > 0 ? p : null)).Append((d, null)))
                    .Any(c =>
                        !Hides(c.Part, GroupOf(division, c.d.Id!.Value), run)
                        && (c.Part is null ? c.d.Answer.Of(figure) : PartOf(c.d.Answer, c.Part)) is { Value: 0 or null }
                    );
                foreach (var cell in divided.Where(d => d.Id is not null))
                {
                    var group = GroupOf(division, cell.Id!.Value);
                    Cell(run, null, cell.Id, cell.Answer, Hides(null, group, run));
                    // Parts of cells are published of a year or a day alone.
                    if (!flows || tables.Any(t => t.Periods.LengthOf(run) == 12))
                        foreach (var part in parts.Where(p => p.Length > 0))
                            Cell(run, part, cell.Id, cell.Answer, Hides(part, group, run));
                }

                void Cell(FigurePeriod at, string? part, long? cell, FigureAnswer answer, bool hides)
                {
                    var answered = part is null ? answer.Of(figure) : PartOf(answer, part);
                    var value = answered.Value ?? 0;
                    var some = layers == 2 ? (long)Math.Round(value * answered.All / 100) : (long)value;
                    long[] values = layers == 2 ? [some, answered.All - some] : [some];
                    for (var layer = 0; layer < layers; layer++)
                    {
                        var sum = new LinearExpr();
                        foreach (var p in part is null ? parts : [part])
                        foreach (var c in cell is null ? cells : [cell.Value])
                        foreach (var month in inside)
                            sum += atoms[(p, c, month, layer)];
                        if (!hides)
                        {
                            solver.Add(sum == values[layer]);
                            Shown++;
                        }
                        else if (values[layer] > 0 && tables.Any(t => t.Periods.LengthOf(at) is not null || !flows))
                        {
                            if (layers == 1 && seesNothing)
                                solver.Add(sum >= 1);
                            hidden[$"{at.From:yyyy-MM}–{at.To:yyyy-MM} {part ?? "all"}/{cell?.ToString() ?? "all"} ({values[layer]})"] =
                                sum;
                        }
                    }
                }
            }
        }

        Answered PartOf(FigureAnswer answer, string part) =>
            answer.Parts(figure).Where(p => p.Name.Code == part).Select(p => p.Answered).FirstOrDefault();

        static List<FigurePeriod> Rising(List<FigurePeriod> periods) => [.. periods.OrderBy(p => p.To)];

        static Group GroupOf(Division division, long cell) =>
            division switch
            {
                Division.District => new(DistrictId: cell),
                Division.TargetGroup => new(TargetGroup: (TargetGroup)cell),
                Division.Age => new(Age: (AgeGroup)cell),
                _ => new(Gender: (Gender)cell),
            };

        public IEnumerable<(string Name, long Possible)> Try(Random random, int most)
        {
            foreach (var (name, sum) in hidden.OrderBy(_ => random.Next()).Take(most))
            {
                var least = Math.Ceiling(
                    (Minimum(sum) ?? throw new InvalidOperationException($"what is shown contradicts itself: {name}")) - 1e-6
                );
                solver.Maximize(sum);
                if (solver.Solve() != Solver.ResultStatus.OPTIMAL)
                    continue;
                yield return (name, (long)(Math.Floor(solver.Objective().Value() + 1e-6) - least) + 1);
            }
        }
    }
}
