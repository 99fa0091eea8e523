using Spor.Access;
using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Tests;

/// <summary>Who may have which role, who may say so, and what a role then opens.</summary>
public class RoleTests
{
    static readonly DateOnly Day = new(2026, 10, 31);
    static readonly Register Register = FiguresTests.Read("aakaer").ToRegister();
    static readonly long Team = Register.Teams[0].TeamId;
    static readonly UserFact Outside = new()
    {
        Id = 70,
        Name = "Tove Rask",
        Workplace = "it",
        From = new(2026, 1, 1),
        To = new(2027, 6, 30),
    };
    static readonly EmploymentFact Employed = new()
    {
        Id = 71,
        EmployeeId = 12,
        Role = Role.Administrative,
        From = new(2020, 1, 1),
        Name = "Bo Fly",
    };

    static Author By(string key, bool machine = false) =>
        new(key, null, Decisions.AuthorityLevel.Caseworker, _ => true, _ => true) { AtTheMachine = machine };

    static GrantRole Give(ViewerRole role, string? person = null, DateOnly? to = null, long? team = null, bool names = false) =>
        new(person ?? People.UserKey(70), role, Day, to, team, WithNames: names);

    static Decision Decide(GrantRole c, string by = "adm", bool machine = false, params RoleGrantFact[] known) =>
        RoleRules.Grant(c, known, [Employed], [Outside], By(by, machine), Day, () => 1);

    static RoleGrantFact Given(Decision decision) => (RoleGrantFact)Assert.IsType<Recorded>(Assert.Single(decision.Events)).Fact;

    static string[] Codes(Decision decision) => [.. decision.Refusals.Select(r => r.Code)];

    [Fact]
    public void Whoever_is_employed_here_is_no_partner() =>
        Assert.Contains("partner-is-user", Codes(Decide(Give(ViewerRole.Partner, person: People.EmployeeKey(Employed.EmployeeId)))));

    [Fact]
    public void Nobody_gives_themselves_a_role_nor_confirms_one_that_they_gave_or_have()
    {
        Assert.Equal(["role-to-oneself"], Codes(Decide(Give(ViewerRole.Intake), by: People.UserKey(70))));
        var waits = Given(Decide(Give(ViewerRole.Head)));
        Assert.True(waits.Waits);
        Assert.False(waits.RunsOn(Day));
        Assert.Equal(["role-confirmed-by-giver"], Codes(RoleRules.Confirm(waits, "adm", Day)));
        Assert.Equal(["role-to-oneself"], Codes(RoleRules.Confirm(waits, waits.Person, Day)));
        Assert.Equal(["role-not-there"], Codes(RoleRules.Confirm(null, "leder", Day)));
        var confirmed = (RoleGrantFact)Assert.IsType<Corrected>(Assert.Single(RoleRules.Confirm(waits, "leder", Day).Events)).Fact;
        Assert.Equal((true, "leder", Day), (confirmed.RunsOn(Day), confirmed.ConfirmedBy, confirmed.ConfirmedOn));
        Assert.Equal(["role-not-waiting"], Codes(RoleRules.Confirm(confirmed, "leder", Day)));
    }

    [Theory]
    [InlineData(ViewerRole.Head, false, true)]
    [InlineData(ViewerRole.Administrator, false, true)]
    [InlineData(ViewerRole.DataProtectionOfficer, false, true)]
    [InlineData(ViewerRole.Controller, true, true)]
    [InlineData(ViewerRole.Controller, false, false)]
    [InlineData(ViewerRole.Council, false, false)]
    [InlineData(ViewerRole.Intake, false, false)]
    public void The_widest_wait_for_a_second_person(ViewerRole role, bool names, bool waits) =>
        Assert.Equal(waits, Given(Decide(Give(role, names: names))).Waits);

    [Fact]
    public void Whoever_has_the_machine_in_hand_sets_up_the_first_two_alone_and_no_third()
    {
        RoleGrantFact Administrator(string person) =>
            new()
            {
                Id = 80,
                Person = person,
                Role = ViewerRole.Administrator,
                From = Day,
            };
        Assert.False(Given(Decide(Give(ViewerRole.Administrator), machine: true)).Waits);
        Assert.False(Given(Decide(Give(ViewerRole.Administrator), "cli", true, Administrator("a"))).Waits);
        Assert.True(Given(Decide(Give(ViewerRole.Administrator), "cli", true, Administrator("a"), Administrator("b"))).Waits);
    }

    [Fact]
    public void A_role_that_makes_no_sense_is_not_given()
    {
        Assert.Equal(["person-not-there-then"], Codes(Decide(Give(ViewerRole.Council, "bruger-71"))));
        Assert.Equal(["person-not-there-then"], Codes(Decide(Give(ViewerRole.Council, "leder"))));
        Assert.Equal(["person-not-there-then"], Codes(Decide(Give(ViewerRole.Council) with { From = new(2027, 7, 1) })));
        Assert.Equal([], Codes(Decide(Give(ViewerRole.Council, People.EmployeeKey(12)))));
        Assert.Equal(["role-not-given"], Codes(Decide(Give(ViewerRole.Analyst))));
        Assert.Equal(["role-not-backwards"], Codes(Decide(Give(ViewerRole.Council) with { From = Day.AddDays(-1) })));
        Assert.Equal(["end-before-start"], Codes(Decide(Give(ViewerRole.Council, to: Day.AddDays(-1)))));
        Assert.Equal(["role-without-scope"], Codes(Decide(Give(ViewerRole.TeamLeader))));
        Assert.Equal([], Codes(Decide(Give(ViewerRole.TeamLeader, team: Team))));
        Assert.Equal(["role-has-no-scope"], Codes(Decide(Give(ViewerRole.Council, team: Team))));
        Assert.Equal(["ages-not-possible"], Codes(Decide(Give(ViewerRole.Head) with { AgeFrom = 15, AgeTo = 14 })));
        Assert.Equal(["names-for-controllers"], Codes(Decide(Give(ViewerRole.Council, names: true))));
        Assert.Equal(["audit-without-end"], Codes(Decide(Give(ViewerRole.Auditor))));
        Assert.Equal(["audit-without-end"], Codes(Decide(Give(ViewerRole.Auditor, to: Day.AddDays(367)))));
        var council = Given(Decide(Give(ViewerRole.Council)));
        Assert.Equal(["role-known"], Codes(Decide(Give(ViewerRole.Council), known: council)));
    }

    [Fact]
    public void A_role_ends_from_the_next_click_but_not_the_last_that_gives_roles()
    {
        var grant = new RoleGrantFact
        {
            Id = 5,
            Person = "bruger-70",
            Role = ViewerRole.Administrator,
            From = new(2026, 1, 1),
        };
        var now = new EndRole(5, Day.AddDays(-1));
        Assert.Equal(["last-who-gives-roles"], Codes(RoleRules.End(now, grant, [grant], By("leder"), Day)));
        var second = new RoleGrantFact
        {
            Id = 6,
            Person = "bruger-72",
            Role = ViewerRole.Administrator,
            From = new(2026, 1, 1),
        };
        var ended = (RoleGrantFact)
            Assert.IsType<Corrected>(Assert.Single(RoleRules.End(now, grant, [grant, second], By("x"), Day).Events)).Fact;
        Assert.Equal((false, "x"), (ended.RunsOn(Day), ended.EndedBy));
        Assert.Equal(["role-ended-already"], Codes(RoleRules.End(now, ended, [ended, second], By("x"), Day)));
        Assert.Equal(["role-not-backwards"], Codes(RoleRules.End(new(5, Day.AddDays(-2)), grant, [grant, second], By("x"), Day)));
        Assert.Equal(["role-not-there"], Codes(RoleRules.End(now, null, [], By("x"), Day)));
        // What had not begun came to nothing.
        grant.From = Day;
        Assert.IsType<Withdrawn>(Assert.Single(RoleRules.End(now, grant, [grant, second], By("x"), Day).Events));
    }

    [Fact]
    public void A_user_is_somebody_who_is_not_employed_and_opens_nothing_alone()
    {
        Decision Add(string? name, string? place, DateOnly? to = null) =>
            RoleRules.Add(new(name, place, Day, to), [Employed], "adm", Day, () => 1);
        Assert.Equal(["user-without-name", "user-without-workplace"], Codes(Add(null, null)));
        Assert.Equal(["user-is-employee"], Codes(Add("Bo Fly", "it")));
        Assert.Equal(["end-before-start"], Codes(Add("Tove Rask", "it", Day.AddDays(-1))));
        var user = (UserFact)Assert.IsType<Recorded>(Assert.Single(Add("Tove Rask", "it").Events)).Fact;
        Assert.Equal(["ends-oneself"], Codes(RoleRules.End(new EndUser(1, Day), user, "bruger-1", Day)));
        Assert.Equal(["role-not-there"], Codes(RoleRules.End(new EndUser(1, Day), null, "adm", Day)));
        Assert.Equal(["role-not-backwards"], Codes(RoleRules.End(new EndUser(1, Day.AddDays(-9)), user, "adm", Day)));
        Assert.IsType<Withdrawn>(Assert.Single(RoleRules.End(new EndUser(1, Day.AddDays(-1)), user, "adm", Day).Events));
        Assert.Equal(Day, ((UserFact)((Corrected)RoleRules.End(new EndUser(1, Day), user, "adm", Day).Events[0]).Fact).To);
        var register = Register.Build([user], []);
        Assert.False(new Viewer(new People(People.Users).Find("bruger-1", register)!, register, Day, Day).IsSomebody);
    }

    [Fact]
    public void The_list_is_due_half_a_year_after_it_was_looked_through()
    {
        Assert.Null(RoleRules.ReviewDue([], []));
        var grant = new RoleGrantFact { From = new(2026, 1, 1) };
        Assert.Equal(new(2026, 7, 2), RoleRules.ReviewDue([grant], []));
        var review = (RoleReviewFact)((Recorded)RoleRules.Review([grant], "dpo", new(2026, 6, 1), () => 3).Events[0]).Fact;
        Assert.Equal(("dpo", 1), (review.By, review.Running));
        Assert.Equal(new(2026, 11, 30), RoleRules.ReviewDue([grant], [review]));
    }

    static Viewer View(params Grant[] grants) => new(new("x", "X", grants), Register, Day, Day);

    [Fact]
    public void A_role_reaches_what_it_was_given_for_and_nothing_beside()
    {
        var young = View(new Grant(ViewerRole.Head, default) { AgeTo = 14 });
        Assert.False(young.SeesAll);
        Assert.All(Register.Children, c => Assert.Equal(c.Child.AgeAt(Day) <= 14, young.MaySee(c, Day)));
        var district = Register.Districts[0].DistrictId;
        var there = View(new Grant(ViewerRole.TeamLeader, default) { DistrictId = district, TargetGroup = TargetGroup.Disability });
        var nobodys = 0;
        foreach (var child in Register.Children)
        {
            var within = child.Child.DistrictId == district && child.Child.TargetGroup == TargetGroup.Disability;
            // What nobody has and no district places is every leader's.
            if (Register.Staff.IsNobodys(child, Day) && Register.Staff.TeamOfDistrict(child.Child.DistrictId, Day) is null)
                nobodys++;
            else
                Assert.Equal(within, there.MaySee(child, Day));
        }
        Assert.True(nobodys < Register.Children.Count);
        Assert.True(there.SeesBehind(new(DistrictId: district, TargetGroup: TargetGroup.Disability), Day));
        Assert.False(there.SeesBehind(new(DistrictId: district), Day));
        Assert.False(young.SeesBehind(Group.None, Day));
        var leader = View(new Grant(ViewerRole.TeamLeader, default));
        Assert.DoesNotContain(Register.Children, c => leader.MaySee(c, Day) && !Register.Staff.IsNobodys(c, Day));
    }

    [Fact]
    public void A_controller_with_names_sees_behind_the_figures_and_opens_no_child()
    {
        var with = View(new Grant(ViewerRole.Controller, default) { WithNames = true });
        Assert.True(with.SeesBehind(Group.None, Day));
        Assert.DoesNotContain(Register.Children, c => with.MaySee(c, Day));
        Assert.False(View(new Grant(ViewerRole.Controller, default)).SeesBehind(Group.None, Day));
    }

    [Fact]
    public void Intake_sees_who_waits_for_an_answer_and_loses_sight_when_it_is_given()
    {
        var intake = View(new Grant(ViewerRole.Intake, default));
        Assert.True(intake.MayWork);
        foreach (var child in Register.Children)
        {
            var waits = Array.Exists(child.Notifications, n => Notifications.Inbox.IsOpen(n, Day));
            Assert.Equal(waits, intake.MaySee(child, Day));
            Assert.Equal(waits, intake.MayWorkOn(child, Day));
        }
    }

    [Fact]
    public void An_auditor_reads_the_cases_drawn_by_lot_and_works_on_none()
    {
        var grant = new RoleGrantFact
        {
            Id = 900_001,
            Person = "bruger-70",
            Role = ViewerRole.Auditor,
            From = Day,
            To = Day.AddMonths(1),
        };
        Decision Draw(int count, RoleGrantFact? of) => RoleRules.Sample(new(900_001, count), of, Register.Children, Day, Next());
        Assert.Equal(["sample-for-auditors"], Codes(Draw(5, null)));
        Assert.Equal(["sample-for-auditors"], Codes(Draw(5, new() { Role = ViewerRole.Head })));
        Assert.Equal(["sample-not-possible"], Codes(Draw(0, grant)));
        Assert.Equal(["sample-empty"], Codes(RoleRules.Sample(new(900_001, 5), grant, [], Day, Next())));
        var drawn = Draw(5, grant).Events.Cast<Recorded>().Select(r => (SampledCaseFact)r.Fact).ToList();
        Assert.Equal(5, drawn.Select(d => d.ChildId).Distinct().Count());
        // The same lot again.
        Assert.Equal(drawn.Select(d => d.ChildId), Draw(5, grant).Events.Cast<Recorded>().Select(r => ((SampledCaseFact)r.Fact).ChildId));
        var children = Register.Children.Select(c =>
            drawn.Find(d => d.ChildId == c.Id) is { } s ? ChildFile.Build(c.Child, [.. c.Cases, .. c.Assignments, s]) : c
        );
        var register = Register.With([.. children], 1, false);
        var viewer = new Viewer(new("bruger-70", "X", [grant.ToGrant(grant.From, grant.To)]), register, Day, Day);
        Assert.Equal(drawn.Select(d => d.ChildId).Order(), register.Children.Where(c => viewer.MaySee(c, Day)).Select(c => c.Id));
        // With another role beside it, the drawn cases are still for reading alone.
        var both = new Viewer(
            new("bruger-70", "X", [grant.ToGrant(grant.From, grant.To), new(ViewerRole.Caseworker, default, null, -1)]),
            register,
            Day,
            Day
        );
        Assert.DoesNotContain(register.Children.Where(c => drawn.Exists(d => d.ChildId == c.Id)), c => both.MayWorkOn(c, Day));
        Assert.False(new Viewer(new("b", "X", [grant.ToGrant(grant.From, grant.To)]), register, Day.AddMonths(2), Day).IsSomebody);
    }

    static Func<long> Next()
    {
        var id = 0L;
        return () => ++id;
    }

    [Fact]
    public void A_given_role_ends_with_the_employment_though_nobody_ended_it()
    {
        var employed = (EmploymentFact)Employed.Copy();
        employed.To = Day;
        var register = Register.Build(
            [
                employed,
                new RoleGrantFact
                {
                    Id = 3,
                    Person = People.EmployeeKey(12),
                    Role = ViewerRole.Head,
                    From = new(2026, 1, 1),
                },
                new RoleGrantFact
                {
                    Id = 4,
                    Person = People.EmployeeKey(12),
                    Role = ViewerRole.Administrator,
                    From = new(2026, 1, 1),
                    Waits = true,
                },
            ],
            []
        );
        var person = new People(People.Employees).Find(People.EmployeeKey(12), register)!;
        Viewer On(DateOnly day) => new(person, register, day, day);
        Assert.True(On(Day).SeesAll);
        Assert.False(On(Day.AddDays(1)).IsSomebody);
        Assert.Equal("Afdelingsleder", On(Day).RoleText);
    }
}
