using Spor.Access;
using Spor.Children;
using Spor.Conferences;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Tests;

/// <summary>What a role reaches is not yet what somebody needs to open: shut cases, protected children, colleagues' own, and the hour that
/// is taken.</summary>
public class NeedToKnowTests
{
    static readonly DateOnly Day = new(2026, 10, 31);
    static readonly DateTime Noon = Day.ToDateTime(new(12, 0));
    const long Me = 9,
        Other = 10,
        Team = 1;

    static ChildFile File(DateOnly? closed = null, bool isProtected = false, int born = 2015, params ChildsFact[] more) =>
        ChildFile.Build(
            new()
            {
                Id = 1,
                BornOn = new(born, 1, 1),
                Protected = isProtected,
                FirstName = "Ida",
                LastName = "Holm",
            },
            [
                new CaseFact
                {
                    Id = 2,
                    ChildId = 1,
                    OpenedOn = new(2024, 1, 1),
                    ClosedOn = closed,
                },
                new AssignmentFact
                {
                    Id = 3,
                    ChildId = 1,
                    CaseId = 2,
                    EmployeeId = Me,
                    From = new(2024, 1, 1),
                },
                .. more,
            ],
            alone: true
        );

    static EmploymentFact Employed(long id, string name) =>
        new()
        {
            EmployeeId = id,
            TeamId = Team,
            Role = Role.Caseworker,
            From = new(2020, 1, 1),
            Name = name,
        };

    static Viewer View(ChildFile file, long employee, params Grant[] grants) =>
        new(
            new(People.EmployeeKey(employee), "X", grants, employee),
            Register.Build([Employed(Me, "Mie"), Employed(Other, "Ole")], [file]),
            Day,
            Day,
            Noon
        );

    static readonly Grant Works = new(ViewerRole.Caseworker, default, null, Team),
        Leads = new(ViewerRole.TeamLeader, default, null, Team),
        All = new(ViewerRole.Head, default);

    static Opening Opens(ChildFile file, long employee, Grant grant, Screen screen = Screen.Nobody) =>
        View(file, employee, grant).OpeningOf(file, Day, () => screen);

    static CaseAccessFact Access(CaseAccessKind kind, DateTime? until = null, long employee = Other) =>
        new()
        {
            Id = 50,
            ChildId = 1,
            Person = People.EmployeeKey(employee),
            Kind = kind,
            At = Noon.AddMinutes(-30),
            Until = until,
        };

    static string[] Codes(Decision decision) => [.. decision.Refusals.Select(r => r.Code)];

    [Fact]
    public void A_closed_case_and_somebody_over_22_open_on_a_stated_reason_only()
    {
        Assert.Equal(Opening.Open, Opens(File(), Me, Works));
        // What is left to do after the closing is done without one.
        Assert.Equal(Opening.Open, Opens(File(Day.AddDays(-Viewer.LastThings)), Me, All));
        var shut = File(Day.AddDays(-Viewer.LastThings - 1));
        Assert.Equal(Opening.Reason, Opens(shut, Me, All));
        Assert.Equal(Opening.Reason, Opens(File(born: 2003), Me, Works));
        Assert.Equal(Opening.Open, Opens(File(born: 2004), Me, Works));
        var stated = File(Day.AddDays(-90), more: Access(CaseAccessKind.Stated, Noon.AddHours(1)));
        Assert.Equal(Opening.Open, Opens(stated, Other, All));
        Assert.Equal(Opening.Reason, Opens(stated, Me, All));
        Assert.Equal(Opening.Reason, Opens(File(Day.AddDays(-90), more: Access(CaseAccessKind.Stated, Noon)), Other, All));
        // Somebody must answer a new notification.
        var told = new Notifications.NotificationFact
        {
            Id = 4,
            ChildId = 1,
            ReceivedAt = Noon,
        };
        Assert.Equal(Opening.Open, Opens(File(Day.AddDays(-90), more: told), Me, All));
    }

    [Fact]
    public void A_protected_child_opens_for_who_has_it_for_the_leader_and_for_whom_the_leader_named()
    {
        var child = File(isProtected: true);
        Assert.Equal(Opening.Open, Opens(child, Me, Works));
        Assert.Equal(Opening.Named, Opens(child, Other, Works));
        Assert.Equal(Opening.Named, Opens(child, Other, new(ViewerRole.ProfessionalCoordinator, default, null, Team)));
        Assert.Equal(Opening.Open, Opens(child, Other, Leads));
        Assert.Equal(Opening.Open, Opens(File(isProtected: true, more: Access(CaseAccessKind.Named)), Other, Works));
        // Named also without a role that reaches the child.
        Assert.Equal(
            Opening.Open,
            Opens(File(isProtected: true, more: Access(CaseAccessKind.Named)), Other, new(ViewerRole.Caseworker, default, null, 77))
        );
    }

    [Fact]
    public void A_child_around_whom_a_colleague_is_found_asks_for_a_leader_and_never_opens_for_that_colleague()
    {
        var child = File();
        Assert.Equal(Opening.Screened, Opens(child, Other, Works, Screen.Colleague));
        Assert.Equal(Opening.Open, Opens(child, Me, Works, Screen.Colleague));
        Assert.Equal(Opening.Open, Opens(child, Other, Leads, Screen.Colleague));
        Assert.Equal(Opening.Screened, Opens(child, Me, Works, Screen.Oneself));
        Assert.Equal(Opening.Screened, Opens(child, Other, All, Screen.Oneself));
        Assert.Equal(Opening.Open, Opens(File(more: Access(CaseAccessKind.Named)), Other, Works, Screen.Oneself));
    }

    [Fact]
    public void Exceptional_access_lasts_an_hour_and_no_longer()
    {
        var elsewhere = new Grant(ViewerRole.Caseworker, default, null, 77);
        Assert.Equal(Opening.NotYours, Opens(File(), Other, elsewhere));
        var taken = (CaseAccessFact)((Recorded)Take("Barnet ringer nu, og jeg har vagten.").Events[0]).Fact;
        Assert.Equal((Noon, Noon.AddHours(1)), (taken.At, taken.Until));
        Assert.Equal(Opening.Open, Opens(File(isProtected: true, more: taken), Other, elsewhere, Screen.Oneself));
        taken.Until = Noon;
        Assert.Equal(Opening.NotYours, Opens(File(more: taken), Other, elsewhere));
        Assert.Equal(["access-without-reason"], Codes(Take("haster")));
        Assert.Equal(["access-without-reason"], Codes(Take(null)));
        // Whoever does no casework takes none.
        Assert.Equal(
            ["not-yours-to-do"],
            Codes(
                TakeAccess.Verb.Decide(
                    new(1, "En god grund til det"),
                    new InMemory(File().All).Now(Day, may: c => c != Capability.Casework)
                )
            )
        );
        Assert.Equal(
            ["child-not-yours"],
            Codes(OpenWithReason.Verb.Decide(new(1, "En god grund til det"), new InMemory(File().All).Now(Day, maySee: _ => false)))
        );

        static Decision Take(string? why) => TakeAccess.Verb.Decide(new(1, why), AsOther());
        static Now AsOther() =>
            new(
                new InMemory(File().All),
                () => Register.Build([], []),
                Noon,
                new(People.EmployeeKey(Other), Other, Decisions.AuthorityLevel.Caseworker, _ => true, _ => false),
                () => 60
            );
    }

    [Fact]
    public void A_leader_names_a_colleague_and_takes_it_back()
    {
        var staff = new Spor.Workforce.Staff([Employed(Me, "Mie"), Employed(Other, "Ole")], []);
        Decision Name(ChildFile file, string person, string? why = "Hun kender familien.") =>
            AccessRules.Name(new(1, person, why), file, staff, "leder", Noon, () => 7);
        Assert.Equal(["names-oneself", "person-not-there-then"], Codes(Name(File(), "leder")));
        Assert.Equal(["person-not-there-then"], Codes(Name(File(), People.EmployeeKey(999))));
        Assert.Equal(["access-without-reason"], Codes(Name(File(), People.EmployeeKey(Other), null)));
        Assert.Equal(["named-already"], Codes(Name(File(more: Access(CaseAccessKind.Named)), People.EmployeeKey(Other))));
        var named = (CaseAccessFact)((Recorded)Name(File(), People.EmployeeKey(Other)).Events[0]).Fact;
        Assert.Equal(("leder", (DateTime?)null), (named.GivenBy, named.Until));
        Assert.False(((CaseAccessFact)((Corrected)AccessRules.End(named, Noon).Events[0]).Fact).RunsAt(Noon));
        Assert.Equal(["access-not-there"], Codes(AccessRules.End(null, Noon)));
        Assert.Equal(["access-not-there"], Codes(AccessRules.End(Access(CaseAccessKind.Exceptional), Noon)));
    }

    [Fact]
    public void What_is_told_is_seen_by_another_than_who_did_it()
    {
        Author By(string key, bool leads) => new(key, null, Decisions.AuthorityLevel.Caseworker, _ => true, _ => true) { Leads = leads };
        var taken = Access(CaseAccessKind.Exceptional);
        Assert.True(AccessRules.WaitsForLeader(taken));
        Assert.Equal(["access-was-your-own"], Codes(AccessRules.Acknowledge(taken, By(taken.Person, true), false)));
        Assert.Equal(["access-not-told-to-you"], Codes(AccessRules.Acknowledge(taken, By("x", false), true)));
        Assert.Equal(["access-not-there"], Codes(AccessRules.Acknowledge(Access(CaseAccessKind.Named), By("x", true), false)));
        Assert.Equal(["access-not-there"], Codes(AccessRules.Acknowledge(null, By("x", true), false)));
        var seen = (CaseAccessFact)((Corrected)AccessRules.Acknowledge(taken, By("leder", true), false).Events[0]).Fact;
        Assert.Equal(("leder", false), (seen.SeenBy, AccessRules.WaitsForLeader(seen)));
        var lifted = Access(CaseAccessKind.ProtectionLifted);
        var noted = (CaseAccessFact)((Corrected)AccessRules.Acknowledge(lifted, By("mie", false), true).Events[0]).Fact;
        Assert.Equal(("mie", false, true), (noted.NotedBy, AccessRules.WaitsForCaseworker(noted), AccessRules.WaitsForLeader(noted)));
    }

    [Theory]
    [InlineData(Me, false, true, null, "medarbejder-9")]
    [InlineData(Other, true, true, "medarbejder-10", null)]
    [InlineData(Other, false, false, null, null)]
    public void Whoever_lifts_a_protection_has_the_case_or_leads_and_the_other_is_told(
        long who,
        bool leads,
        bool allowed,
        string? seen,
        string? noted
    )
    {
        NetworkPersonFact Mother(bool isProtected) =>
            new()
            {
                Id = 20,
                ChildId = 1,
                Relation = Relation.Mother,
                Protected = isProtected,
            };
        var file = File(isProtected: true, more: Mother(true));
        foreach (var after in new Fact[] { Mother(false), File().Child })
        {
            var now = new Now(
                new InMemory([.. file.All, Employed(Me, "Mie"), Employed(Other, "Ole")]),
                () => Register.Build([], []),
                Noon,
                new(People.EmployeeKey(who), who, Decisions.AuthorityLevel.Caseworker, _ => true, _ => true) { Leads = leads },
                () => 60
            );
            var decision = Protection.Watch(new Corrected(FactKinds.Of(after), after), now);
            if (!allowed)
            {
                Assert.Equal(["protection-not-yours-to-lift"], Codes(decision));
                continue;
            }
            var told = (CaseAccessFact)((Recorded)decision.Events[1]).Fact;
            Assert.Equal((CaseAccessKind.ProtectionLifted, seen, noted), (told.Kind, told.SeenBy, told.NotedBy));
            // To protect somebody anybody may.
            Assert.Single(Protection.Watch(new Corrected(FactKinds.NetworkPerson, Mother(true)), now).Events);
        }
    }

    [Fact]
    public void A_protected_persons_number_and_address_reach_nobody_also_when_they_were_typed_by_hand()
    {
        var file = File(
            more: new NetworkPersonFact
            {
                Id = 20,
                ChildId = 1,
                Relation = Relation.Mother,
                Protected = true,
                Name = "Karen Holm",
                Phone = "20 30 40 50",
                Address = "Skjulvej 7, 9999 Intetsted",
            }
        );
        InviteeFact Typed(string name, string? phone = null, string? address = null, long? person = null) =>
            new()
            {
                Id = 30,
                ChildId = 1,
                Name = name,
                Phone = phone,
                Address = address,
                PersonId = person,
            };
        Assert.True(Shielded.Is(Typed("Mor", person: 20), file));
        Assert.True(Shielded.Is(Typed("karen  holm"), file));
        Assert.True(Shielded.Is(Typed("Morfar", "+45 20304050"), file));
        Assert.True(Shielded.Is(Typed("Storebror", address: "c/o Holm, skjulvej 7, st."), file));
        Assert.False(Shielded.Is(Typed("Onkel Bo", "11 22 33 44", "Åbenvej 1"), file));
        Assert.Equal(
            "Hent hende på [beskyttet], 9999 Intetsted. Ring [beskyttet] eller 11 22 33 44.",
            Shielded.Text("Hent hende på Skjulvej 7, 9999 Intetsted. Ring 20304050 eller 11 22 33 44.", file)
        );
    }
}
