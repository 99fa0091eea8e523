using CsCheck;
using Spor.Children;
using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Letters;
using Spor.Storage.Facts;

namespace Spor.Storage.Tests;

/// <summary>
/// Whatever people of all roles do, in whatever order, corrections and days that go by among it: no measure runs on steps 3 to 6 that is
/// not decided and granted, none costs more than is granted, no placement stands without what the law wants, no case is closed with a
/// letter owed, and no child falls between two chairs. The day that fails, the verb and the seed stand in the message.
/// </summary>
public sealed class LawWalkTests(ITestOutputHelper output) : IDisposable
{
    const int Steps = 100;

    readonly string folder = Directory.CreateTempSubdirectory("spor-law-").FullName;
    readonly Dictionary<string, (int Saved, List<string> Refused)> tally = [];
    readonly Dictionary<string, int> seen = [];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Whatever_people_do_nothing_runs_undecided_ungranted_or_beside_the_law_and_nobody_is_forgotten()
    {
        if (Heavy.Whole)
            Gen.Int.Sample(Walk, iter: 10_000 / Steps, threads: 1);
        else
            for (var walk = 0; walk < Heavy.Times(10_000 / Steps); walk++)
                Walk(walk);
        foreach (var (verb, (saved, refused)) in tally.OrderBy(t => t.Key, StringComparer.Ordinal))
            output.WriteLine(
                $"{verb}: {saved} saved; {string.Join(", ", refused.CountBy(c => c).OrderByDescending(c => c.Value).Select(c => $"{c.Key} {c.Value}"))}"
            );
        output.WriteLine(string.Join('\n', seen.OrderBy(t => t.Key).Select(t => $"{t.Key}: {t.Value}")));
        // A walk on which nothing of it happens would prove nothing.
        foreach (var what in new[] { "support runs", "placement runs", "price raised", "emergency runs", "nobody has the child", "closed" })
            Assert.True(seen.GetValueOrDefault(what) > 0, what + " never came up");
    }

    void Walk(int seed)
    {
        var own = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        using (var database = Database.Open(null, own))
        {
            var walk = new LawWalk(database, new Random(seed));
            var closed = new Dictionary<long, HashSet<(long, long?)>>();
            Holds(database, walk, closed, $"Seed {seed}, at the beginning,");
            for (var step = 0; step < Steps; step++)
            {
                var (what, done) = walk.Step();
                var verb = done is null ? (string)what : what.GetType().Name;
                var (yes, codes) = tally.TryGetValue(verb, out var before) ? before : (0, []);
                codes.AddRange(done?.Refusals.Select(r => r.Code) ?? []);
                tally[verb] = (yes + (done?.Saved == false ? 0 : 1), codes);
                if (done?.Saved != false)
                    Holds(database, walk, closed, $"Seed {seed}, step {step}, {walk.Today:yyyy-MM-dd}, after {what}:");
            }
        }
        Directory.Delete(own, recursive: true);
    }

    void Saw(string what) => seen[what] = seen.GetValueOrDefault(what) + 1;

    void Holds(Database database, LawWalk walk, Dictionary<long, HashSet<(long, long?)>> closed, string after)
    {
        var register = new Municipality(database).Current.Register;
        foreach (var id in walk.Children)
        {
            var file = new ChildReader(database).Read(id)!;
            foreach (var m in file.Interventions)
            {
                Granted(m, file, register.Of<RateRegulationFact>(), after);
                if (m.RunsOn(walk.Today) && register.Catalogue.On(m.Code, m.From) is { } row && (row.IsPlacement || row.Step >= 3))
                {
                    var (decision, proposal) = Decided(m, row, file, register.Catalogue, after);
                    if (row.IsPlacement)
                        Lawful(m, decision, proposal, file, register.Catalogue, walk.Today, after);
                }
            }
            Told(file, closed, after);
            SomebodyHas(file, register, walk.Today, after);
        }
    }

    /// <summary>A measure on steps 3 to 6 has a decision that names it, and is the only one that has it.</summary>
    (DecisionRecordFact, DecisionProposalFact) Decided(
        InterventionFact m,
        CatalogueRow row,
        ChildFile file,
        Catalogue catalogue,
        string after
    )
    {
        var decision = Array.Find(file.Decisions, d => d.Id == m.DecisionId);
        var proposal = Array.Find(file.Proposals, p => p.Id == decision?.ProposalId);
        if (decision is null || proposal is null)
        {
            Assert.Fail($"{after} {m.Code} of {file.Id} runs without a decision");
            throw new InvalidOperationException();
        }
        Assert.True(
            proposal.State == ProposalState.Granted
                && string.Equals(proposal.MeasureCode, m.Code, StringComparison.OrdinalIgnoreCase)
                && catalogue.On(m.Code, proposal.From!.Value)?.Step == row.Step
                && m.From >= proposal.From
                && !(m.From > proposal.ExpectedTo),
            $"{after} {m.Code} of {file.Id} runs on a decision about {proposal.MeasureCode}"
        );
        Assert.True(file.Interventions.Count(x => x.DecisionId == decision.Id) == 1, $"{after} decision {decision.Id} is used twice");
        Assert.True(
            Array.Exists(file.Of<GrantFact>(), g => g.InterventionId == m.Id && g.From <= Later(m.From, decision.On)),
            $"{after} {m.Code} of {file.Id} runs without a grant"
        );
        Saw(row.IsPlacement ? "placement runs" : "support runs");
        return (decision, proposal);
    }

    /// <summary>Read by hand: on each day on which price or grant becomes another, the price of that month is within the grant.</summary>
    void Granted(InterventionFact m, ChildFile file, IReadOnlyList<RateRegulationFact> rates, string after)
    {
        var grants = file.Of<GrantFact>().Where(g => g.InterventionId == m.Id).ToList();
        var prices = file.Prices.Where(p => p.InterventionId == m.Id).ToList();
        foreach (var day in prices.Select(p => p.From).Concat(grants.Select(g => g.From)).Where(m.RunsOn))
        {
            var last = prices.Where(p => p.From <= day).MaxBy(p => p.From);
            var costs = last is null
                ? Authority.OreAMonth(m.PriceOre, m.Unit, m.QuantityHundredths, day)
                : Authority.OreAMonth(last.PriceOre, last.Unit, last.QuantityHundredths, day);
            var grant = grants.Where(g => g.From <= day).MaxBy(g => (g.From, g.RecordedIn));
            if (grant is null)
                continue;
            var granted = grant.PriceOre;
            foreach (var rate in rates.Where(r => grant.From < r.From && r.From <= day).OrderBy(r => r.From))
            {
                granted = (long)Math.Round(granted * (10_000 + rate.PercentHundredths) / 10_000m, MidpointRounding.AwayFromZero);
                if (rate.PercentHundredths > 0)
                    Saw("grant regulated");
            }
            var most = Authority.OreAMonth(granted, grant.Unit, grant.QuantityHundredths, day);
            Assert.True(!(costs > most), $"{after} {m.Code} of {file.Id} costs {costs} from {day:yyyy-MM-dd}, and {most} is granted");
            if (costs > Authority.OreAMonth(m.PriceOre, m.Unit, m.QuantityHundredths, day))
                Saw("price raised");
        }
    }

    /// <summary>What the law wants of a placement, read by hand on the day of its decision; or an emergency in its month, or one that says
    /// it has lapsed.</summary>
    void Lawful(
        InterventionFact m,
        DecisionRecordFact decision,
        DecisionProposalFact proposal,
        ChildFile file,
        Catalogue catalogue,
        DateOnly today,
        string after
    )
    {
        var on = decision.On;
        var law = DecisionLaw.Of(proposal.Kind, on);
        void Has(bool there, string what) =>
            Assert.True(there, $"{after} {m.Code} of {file.Id}, decided {on:yyyy-MM-dd} ({proposal.Kind}), stands without {what}");
        if (law.Chair)
        {
            Saw("emergency runs");
            var from = DateOnly.FromDateTime(proposal.TakesEffectAt!.Value);
            var final = file.Decisions.Any(d =>
                d.Id != decision.Id
                && d.On >= on
                && d.Kind
                    is DecisionKind.Placement
                        or DecisionKind.PlacementWithoutConsent
                        or DecisionKind.ClosedPlacement
                        or DecisionKind.ReturnHome
            );
            Has(
                final || today <= from.AddMonths(1) || m.To is not null || DecisionDuties.Lapsed(file, catalogue, today).Any(),
                "its month, and does not say that it has lapsed"
            );
            return;
        }
        var opened = file.Cases.Where(c => c.ActiveAt(on)).Select(c => (DateOnly?)c.OpenedOn).Min();
        Has(opened is not null, "an open case");
        Has(
            !law.ChildHeard
                || file.Conversations.Any(c =>
                    c.On <= on
                    && c.On >= on.AddDays(-182)
                    && (!c.LeftOut || c.HasReason)
                    && Assessments.ConversationMatters.Fits(c, proposal.Kind)
                ),
            "the child heard"
        );
        Has(
            !law.Assessment
                || proposal.Acute
                || file.Assessments.Any(a =>
                    a.Kind == Assessments.AssessmentKind.Assessment && a.FinishedOn <= on && a.FinishedOn >= opened
                ),
            "an assessment"
        );
        Has(!law.PlanBefore || file.Plans.Any(p => p.FinishedOn <= on && !(p.ClosedOn < on)), "a plan");
        var parties = file.Of<DecisionPartyFact>().Where(p => p.ProposalId == proposal.Id && p.PersonId is not null).ToList();
        Has(
            !law.CustodyConsent
                || (parties.Count > 0 ? parties.TrueForAll(p => p.ConsentOn <= on || p.ConsentNotNeeded) : proposal.CustodyConsentOn <= on),
            "consent"
        );
        Has(law.YoungConsentAge is not { } young || file.Child.AgeAt(on) < young || proposal.YoungConsentOn <= on, "the young's consent");
    }

    /// <summary>When a case is closed each party has its letter of each decision, and goes on having it.</summary>
    void Told(ChildFile file, Dictionary<long, HashSet<(long Decision, long? Person)>> closed, string after)
    {
        if (file.Cases.Any(c => c.ClosedOn is null))
        {
            closed.Remove(file.Id);
            return;
        }
        var owed = closed.TryGetValue(file.Id, out var before) ? before : closed[file.Id] = [];
        var custody = file.People.Where(p => p.HasCustody == true).ToList();
        foreach (var d in file.Decisions.Where(d => before is null || !before.Any(o => o.Item1 == d.Id)))
        {
            if (custody.Count == 0)
                owed.Add((d.Id, -1));
            foreach (var holder in custody)
                owed.Add((d.Id, holder.Id));
            if (DecisionLaw.Of(d.Kind!.Value, d.On).PartyAge is { } age && file.Child.AgeAt(d.On) >= age)
                owed.Add((d.Id, null));
        }
        owed.RemoveWhere(o => !file.Decisions.Any(d => d.Id == o.Decision));
        foreach (var (decision, person) in owed)
            Assert.True(
                file.Letters.Any(l =>
                    l is { Template: Templates.Decision, SentOn: not null }
                    && l.AboutId == decision
                    && (person == -1 || (person is null ? l.ToChild == true : l.PersonId == person))
                ),
                $"{after} the case of {file.Id} is closed, and party {person} has no letter of decision {decision}"
            );
        Saw("closed");
    }

    /// <summary>A child whose case is open is had by somebody who is employed, or is on the list of those who wait.</summary>
    void SomebodyHas(ChildFile file, Register register, DateOnly today, string after)
    {
        if (
            !file.Cases.Any(c => c.ActiveAt(today))
            || file.Assignments.Any(a =>
                a.RunsOn(today)
                && file.Cases.Any(c => c.Id == a.CaseId && c.ActiveAt(today))
                && register.Employments.Any(e => e.EmployeeId == a.EmployeeId && e.RunsOn(today))
            )
        )
            return;
        var state = Requirements.Overview.Of(register, today).Find(file.Id);
        Assert.True(
            state is { AssignedTo.Count: 0, Case: not null },
            $"{after} nobody has {file.Id}, and it does not stand among those that wait"
        );
        Saw("nobody has the child");
    }

    static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
