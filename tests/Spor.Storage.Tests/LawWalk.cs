using System.Reflection;
using Spor.Access;
using Spor.Assessments;
using Spor.Cases;
using Spor.Children;
using Spor.Corrections;
using Spor.Decisions;
using Spor.Facts;
using Spor.FollowUps;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Letters;
using Spor.Plans;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Storage.Tests;

/// <summary>
/// Four made-up children, two teams and somebody of each role, and steps that mostly make sense: what is proposed often has what the law
/// asks and sometimes lacks it, what is corrected is any column of any row, and now and then days go by or somebody leaves.
/// </summary>
sealed class LawWalk
{
    static readonly DateOnly Long = new(2020, 1, 1);
    static readonly MethodInfo Do = typeof(Acts).GetMethods().Single(m => m.Name == nameof(Acts.Do) && m.IsPublic);
    static readonly ViewerRole[] Roles =
    [
        ViewerRole.Caseworker,
        ViewerRole.Caseworker,
        ViewerRole.ProfessionalCoordinator,
        ViewerRole.TeamLeader,
        ViewerRole.Head,
        ViewerRole.Intake,
    ];
    static readonly Dictionary<MeasureGroup, string[]> Measures = new()
    {
        [MeasureGroup.Preventive] = ["konsulent", "gruppe", "fritid"],
        [MeasureGroup.Support] = ["hjem", "familiebehandling", "aflastning", "kontaktperson"],
        [MeasureGroup.Placement] = ["plejefamilie", "netværkspleje", "opholdssted", "døgninstitution"],
        [MeasureGroup.Disability] = ["merudgift"],
        [MeasureGroup.Any] = ["unge-kontaktperson", "unge-døgn"],
    };

    readonly Database database;
    readonly Random random;
    readonly Acts acts;
    readonly List<long> employees = [],
        teams = [];

    public LawWalk(Database database, Random random)
    {
        (this.database, this.random) = (database, random);
        acts = new(new Municipality(database, standsAtExtract: true));
        database.Journal.Act(new("begin", "begin"), (_, ids) => Begin(ids));
    }

    public List<long> Children { get; } = [];
    public DateOnly Today { get; private set; } = new(2026, 3, 2);

    /// <summary>One step: what somebody meant to do, and whether it was saved.</summary>
    public (object What, Done? Done) Step()
    {
        var file = new ChildReader(database).Read(Pick(Children))!;
        if (random.Next(12) == 0)
            return Pass();
        var what = Meant(file);
        // A birthday is put right whatever was decided by it.
        if (what is null or CorrectFact { Corrected: ChildFact } or WithdrawFact { Kind: "child" })
            return Pass();
        var done = (Done)
            Do.MakeGenericMethod(what.GetType()).Invoke(acts, [what, Somebody(), new Clock(TimeProvider.System, Today), null])!;
        return (what, done);
    }

    /// <summary>Days go by, and now and then somebody stops.</summary>
    (object, Done?) Pass()
    {
        Today = Today.AddDays(random.Next(3) == 0 ? random.Next(40) : random.Next(4));
        if (random.Next(6) > 0)
            return ("days go by", null);
        var stops = WalkValues
            .Open(database, FactKinds.Employment)
            .Cast<EmploymentFact>()
            .Where(e => e.To is null && e.Role == Role.Caseworker)
            .ToList();
        if (stops.Count < 2)
            return ("days go by", null);
        var gone = (EmploymentFact)Pick(stops)!.Copy();
        gone.To = Today.AddDays(-1);
        database.Journal.Act(new("begin", "begin"), (_, _) => new Corrected(FactKinds.Employment, gone));
        return ("somebody stops", null);
    }

    Author Somebody()
    {
        // What is decided is mostly granted in the end, so the head comes by often.
        var which = random.Next(3) == 0 ? ViewerRole.Head : Pick(Roles);
        var role = Access.Roles.All.First(r => r.Role == which);
        var team = Pick(teams);
        return new(role.Role.ToString(), Pick(employees), role.Level, c => role.May.Contains(c), _ => true)
        {
            Leads = role.Leads,
            LeadsTeam = t => role.Role == ViewerRole.Head || (role.May.Contains(Capability.Leadership) && t == team),
            Name = "Ansat",
        };
    }

    object? Meant(ChildFile file) =>
        random.Next(22) switch
        {
            0 or 1 => Talk(file),
            2 or 3 or 4 or 5 => Propose(file),
            6 or 7 => Pick(file.Proposals.Where(p => p.State == ProposalState.Waiting)) is { } p
                ? new DecideProposal(
                    file.Id,
                    p.Id,
                    Mostly(ProposalAnswer.Grant, () => Pick(Enum.GetValues<ProposalAnswer>())),
                    Near(),
                    random.Next(3) == 0 ? Near(20) : null,
                    "Ord"
                )
                : Propose(file),
            8 => Start(file),
            9 => Pick(file.Interventions) is { } m
                ? new ChangeIntervention(
                    file.Id,
                    m.Id,
                    Near(30),
                    Rarely ? m.PriceOre : Ore(),
                    m.Unit ?? PriceUnit.Month,
                    m.QuantityHundredths,
                    Rarely ? Today.AddDays(random.Next(500)) : m.ExpectedTo,
                    Rarely ? "Et andet sted" : m.Provider,
                    m.Place
                )
                : Start(file),
            10 => Pick(file.Interventions) is { } m
                ? new ProposeGrant(file.Id, m.Id, Near(30), Ore(), Pick([PriceUnit.Month, PriceUnit.Day]), null, Ahead(), "Ord")
                : Propose(file),
            11 => Pick(file.Interventions.Where(m => m.To is null)) is { } m
                ? new EndIntervention(
                    file.Id,
                    m.Id,
                    Near(),
                    Pick(Enum.GetValues<EndResult>()),
                    Pick(Enum.GetValues<Interventions.NextStep>()),
                    "Ord",
                    random.Next(3) == 0 ? Start(file) : null
                )
                : Start(file),
            12 or 13 or 14 => new WalkValues(database, Around(file), random, Today).Of(typeof(CorrectFact)) is CorrectFact c
                ? c with
                {
                    Reason = "Tastefejl",
                    EffectsSeen = true,
                }
                : null,
            15 => Pick(file.All) is var row && row is not null
                ? new WithdrawFact(file.Id, FactKinds.Of(row).Name, row.Id, true, "Det var forkert", true)
                : null,
            16 => Close(file),
            17 => Letters(file),
            18 => Custody(file),
            19 => Given(file),
            20 => Planned(file),
            _ => Any(file),
        };

    /// <summary>Any verb at all, with values that mostly fit.</summary>
    object Any(ChildFile file) =>
        new WalkValues(database, Around(file), random, Today).Of(Pick(Verb.All.Where(v => !Stops(v)).ToList())!.Command);

    /// <summary>Taking all texts of a child, and what the walk does by itself or that says nothing of the law.</summary>
    static bool Stops(Verb verb) => verb.Name is "erase-child" or "erase-sent-notification" or "note-clock-jump" or "set-rate-regulation";

    WalkWorld Around(ChildFile file) => new([file.Id, .. Children.Where(c => c != file.Id)], employees);

    HearChild Talk(ChildFile file)
    {
        var left = Rarely;
        return new(
            file.Id,
            Near(),
            Mostly(ConversationPurpose.Decision, () => Pick(Enum.GetValues<ConversationPurpose>())),
            left,
            left ? "Ord" : null,
            Pick(employees),
            null,
            null,
            true,
            false,
            left ? null : "Ord",
            Mostly(Pick([ConversationMatter.Support, ConversationMatter.Placement]), () => Pick(Enum.GetValues<ConversationMatter>()))
        );
    }

    ProposeDecision Propose(ChildFile file)
    {
        var kind = Mostly(
            Pick([DecisionKind.Support, DecisionKind.Placement, DecisionKind.PlacementWithoutConsent, DecisionKind.Preliminary]),
            () => Pick(Enum.GetValues<DecisionKind>())
        );
        var law = DecisionLaw.Of(kind, Today);
        var group = Rarely ? Pick([.. Measures.Keys]) : law.Measures;
        var on = Rarely ? Near(40) : Today;
        var from = random.Next(3) == 0 ? on.AddDays(random.Next(20)) : on;
        var replaced = random.Next(3) == 0 ? Pick(file.Interventions.Where(m => m.To is null)) : null;
        return new(file.Id, kind, on)
        {
            LegalBasis = Rarely ? null : Pick(law.Bases.ToList())!.Code,
            MeasureCode = Measures.TryGetValue(group, out var codes) && !Rarely ? Pick(codes) : null,
            From = from,
            ExpectedTo = Rarely ? null : from.AddDays(random.Next(10, 180)),
            PriceOre = Ore(),
            Unit = Pick([PriceUnit.Month, PriceUnit.Day]),
            Provider = "Et sted",
            Purpose = "Ord",
            Reasons = "Ord",
            CustodyConsentOn = Rarely ? null : on,
            YoungConsentOn = Rarely ? null : on,
            ConsentNote = Rarely ? null : "Ord",
            PartiesHeardOn = Rarely ? null : on,
            ChildPartyHeardOn = Rarely ? null : on,
            Parties =
            [
                .. Parties.Holders(file).Select(h => new PartyAnswer(h.Id, Rarely ? null : on, Rarely ? null : "Ord", Rarely ? null : on)),
            ],
            ComplaintGuidance = !Rarely,
            PlanNeeded = true,
            PlanReason = "Ord",
            SiblingsConsidered = true,
            Acute = Rarely,
            AcuteReason = "Ord",
            SkipReason = Rarely ? null : "Ord",
            ReplacesInterventionId = kind == DecisionKind.ReturnHome ? Pick(file.Interventions)?.Id : replaced?.Id,
            ReplacedResult = EndResult.Partly,
            StatementOn = on,
            PlanRevisedOn = on,
            TakesEffectAt = on.ToDateTime(new(9, 0)),
            OldAssessmentReason = Rarely ? null : "Ord",
            OverlapAccepted = !Rarely,
        };
    }

    StartIntervention Start(ChildFile file)
    {
        var decision = random.Next(2) == 0 ? Pick(file.Decisions) : null;
        var proposal = file.Proposals.FirstOrDefault(p => p.Id == decision?.ProposalId);
        return new(
            file.Id,
            Rarely ? Pick(Measures[Pick([.. Measures.Keys])]) : proposal?.MeasureCode ?? Pick(Measures[MeasureGroup.Preventive]),
            decision?.Id,
            Near(20),
            random.Next(2) == 0 ? null : Ahead(),
            Rarely ? "Et andet sted" : proposal?.Provider,
            null,
            Ore(),
            PriceUnit.Month,
            null,
            "Ord",
            true
        );
    }

    object Close(ChildFile file)
    {
        var open = file.Cases.LastOrDefault(c => c.ClosedOn is null);
        if (open is null)
            return new ReopenCase(file.Id, file.Cases.LastOrDefault()?.Id, Near(), "Ord", random.Next(2) == 0);
        // A child with help in train is not often closed.
        if (file.Interventions.Any(m => m.To is null) && random.Next(3) > 0)
            return Letters(file);
        return open.ParentsInformedOn is null
            ? Write(file, Templates.Closing, FactKinds.Case.Name, open.Id)
            : new CloseCase(file.Id, open.Id, Rarely ? Near() : Today, "Ord", true, EndResult.Partly);
    }

    object Letters(ChildFile file) =>
        Pick(file.Decisions) is { } d ? Write(file, Templates.Decision, FactKinds.DecisionRecord.Name, d.Id) : Custody(file);

    WriteLetter Write(ChildFile file, string template, string about, long id)
    {
        string[] keys = [.. file.People.Where(p => p.HasCustody == true).Select(p => "person-" + p.Id.ToString(Invariant)), "barnet"];
        return new(file.Id, null, template, about, id, [], "Ord", "Du kan klage.", !Rarely, Today, Channel.DigitalPost)
        {
            ToKeys = Rarely ? [Pick(keys)!] : keys,
            OtherName = file.People.Any(p => p.HasCustody == true) ? null : "Bisidder",
        };
    }

    object Custody(ChildFile file) =>
        Pick(file.People) is { } p && random.Next(2) == 0
            ? new ChangePerson(file.Id, p.Id, p.Relation, "Far Holm", random.Next(2) == 0, false, false, null, null, null, null, null, null)
            : new AddPerson(file.Id, Relation.Father, "Far Holm", random.Next(2) == 0, false, false, null, null);

    object Given(ChildFile file) =>
        file.Of<HandoverProposalFact>().FirstOrDefault(p => p.State == HandoverState.Waiting) is { } waits && random.Next(2) == 0
            ? new AnswerHandover(file.Id, waits.Id, random.Next(3) > 0, null, "Ord", "Ord")
        : random.Next(2) == 0 ? new AllocateCase(file.Id, Pick(employees), Near(20), "Ord", "Ord")
        : new HandOver([file.Id], null, Pick(employees), Near(20), null, null, "Ord", "Ord");

    object Planned(ChildFile file) =>
        Pick(file.Plans) is { } p && random.Next(2) == 0
            ? random.Next(2) == 0
                ? new ClosePlan(Near(200), "Ord") { ChildId = file.Id, PlanId = p.Id }
                : new FinishPlan(Near()) { ChildId = file.Id, PlanId = p.Id }
            : random.Next(2) == 0
                ? new SetRateRegulation(Today.AddDays(random.Next(-100, 20)), Pick([0L, 150, 290]), null, null)
                : new SetAuthorityLimit(Pick([AuthorityLevel.Caseworker, AuthorityLevel.Team]), null, null, Ore(), Today, null);

    static IFormatProvider Invariant => System.Globalization.CultureInfo.InvariantCulture;

    bool Rarely => random.Next(20) == 0;

    T Mostly<T>(T usual, Func<T> else_) => random.Next(4) > 0 ? usual : else_();

    DateOnly Near(int days = 6) =>
        Today.AddDays(random.Next(-days, Math.Min(days, 8) + 1) is var n && random.Next(2) == 0 ? Math.Min(n, 0) : -random.Next(2));

    DateOnly? Ahead() => Today.AddDays(random.Next(10, 300));

    long Ore() => Pick([300_00L, 2_000_00, 8_500_00, 9_900_00, 30_000_00, 95_000_00]);

    T? Pick<T>(IEnumerable<T> from)
    {
        var all = from as IReadOnlyList<T> ?? [.. from];
        return all.Count == 0 ? default : all[random.Next(all.Count)];
    }

    Decision Begin(IdGiver ids)
    {
        List<Fact> facts = [];
        long Add<T>(T fact, Action<T>? then = null)
            where T : Fact
        {
            fact.Id = ids.Next();
            then?.Invoke(fact);
            facts.Add(fact);
            return fact.Id;
        }
        foreach (var name in new[] { "Nord", "Syd" })
        {
            var team = Add(new TeamFact { Name = name, From = Long }, f => f.TeamId = f.Id);
            teams.Add(team);
            Add(
                new DistrictFact
                {
                    Name = name,
                    TeamId = team,
                    From = Long,
                },
                f => f.DistrictId = f.Id
            );
            foreach (var role in new[] { Role.Caseworker, Role.Caseworker, Role.Leader })
                employees.Add(
                    Add(
                        new EmploymentFact
                        {
                            TeamId = team,
                            Role = role,
                            FteTenThousandths = 10_000,
                            From = Long,
                            Name = $"Ansat {name} {employees.Count}",
                        },
                        f => f.EmployeeId = f.Id
                    )
                );
        }
        var family = ids.Next();
        // Aged 15, 11, 7 and 17; the first two with everything that a placement asks.
        for (var i = 0; i < 4; i++)
        {
            var child = Sample.Child(0, "Barn " + i);
            child.FamilyId = family;
            child.BornOn = new DateOnly(2026 - new[] { 15, 11, 7, 17 }[i], 2, 1);
            child.Unborn = false;
            Children.Add(Add(child));
            T Of<T>(T fact)
                where T : ChildsFact
            {
                fact.ChildId = child.Id;
                Add(fact);
                return fact;
            }
            var of = Of(new CaseFact { OpenedOn = new(2025, 9, 1) });
            if (i < 3)
                Of(
                    new AssignmentFact
                    {
                        CaseId = of.Id,
                        EmployeeId = employees[i],
                        From = new(2025, 9, 1),
                    }
                );
            for (var holder = 0; holder < 2 - i % 3; holder++)
                Of(
                    new NetworkPersonFact
                    {
                        Relation = holder == 0 ? Relation.Mother : Relation.Father,
                        HasCustody = true,
                        Name = "Forælder " + holder,
                    }
                );
            if (i > 1)
                continue;
            Of(
                new AssessmentFact
                {
                    Kind = AssessmentKind.Assessment,
                    KnownOn = new(2025, 9, 1),
                    StartedOn = new(2025, 9, 2),
                    FinishedOn = new(2026, 1, 10),
                    Outcome = AssessmentOutcome.Support,
                    SiblingsConsidered = true,
                    Conclusion = "Ord",
                }
            );
            Of(
                new PlanFact
                {
                    Kind = PlanKind.ChildsPlan,
                    DecidedOn = new(2026, 1, 12),
                    FinishedOn = new(2026, 2, 1),
                }
            );
            Of(
                new ConversationFact
                {
                    On = new(2026, 2, 20),
                    Purpose = ConversationPurpose.Assessment,
                    EmployeeId = employees[0],
                    ChildsWords = "Ord",
                }
            );
        }
        return Decision.Of([
            .. facts.OrderBy(f => FactKinds.All.ToList().IndexOf(FactKinds.Of(f))).Select(f => new Recorded(FactKinds.Of(f), f)),
        ]);
    }
}
