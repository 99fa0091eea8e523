using Spor.Children;
using Spor.Facts;
using Spor.Interventions;
using Spor.Workforce;

namespace Spor.Tests;

public class AllocationTests
{
    static readonly DateOnly Today = new(2026, 10, 30),
        Start = new(2020, 1, 1);

    static EmploymentFact Person(long id, long team = 1, int fte = 10_000) =>
        new()
        {
            Id = 100 + id,
            EmployeeId = id,
            Role = Role.Caseworker,
            TeamId = team,
            FteTenThousandths = fte,
            From = Start,
            Name = "R" + id,
        };

    static ChildFile Child(
        long id,
        long? caseworker = null,
        long? family = null,
        long district = 5,
        TargetGroup group = TargetGroup.Vulnerable
    )
    {
        var facts = new List<ChildsFact>
        {
            new CaseFact
            {
                Id = id * 10,
                ChildId = id,
                OpenedOn = Start,
            },
        };
        if (caseworker is { } e)
            facts.Add(
                new AssignmentFact
                {
                    Id = id * 10 + 1,
                    ChildId = id,
                    CaseId = id * 10,
                    EmployeeId = e,
                    From = Start,
                }
            );
        return ChildFile.Build(
            new()
            {
                Id = id,
                BornOn = new(2015, 1, 1),
                FamilyId = family,
                DistrictId = district,
                TargetGroup = group,
            },
            facts
        );
    }

    static Register With(
        IEnumerable<ChildFile> children,
        EmploymentFact[] people,
        AbsenceFact[]? absences = null,
        SpecialityFact[]? specialities = null
    ) =>
        new()
        {
            Catalogue = Catalogue.Default,
            Children = [.. children.OrderBy(c => c.Id)],
            Employments = people,
            Absences = absences ?? [],
            Specialities = specialities ?? [],
            Teams =
            [
                new()
                {
                    Id = 1,
                    TeamId = 1,
                    Name = "Øst",
                    CeilingHundredths = 2500,
                    From = Start,
                },
                new()
                {
                    Id = 2,
                    TeamId = 2,
                    Name = "Vest",
                    CeilingHundredths = 2500,
                    From = Start,
                },
            ],
            Districts =
            [
                new()
                {
                    Id = 5,
                    DistrictId = 5,
                    Name = "By",
                    TeamId = 1,
                    From = Start,
                },
            ],
        };

    static IEnumerable<long> Order(ChildFile child, Register register) => Allocation.For(child, register, Today).Select(c => c.EmployeeId);

    [Fact]
    public void The_least_loaded_of_the_districts_team_comes_first_by_hours_not_by_heads()
    {
        var children = Enumerable.Range(1, 6).Select(i => Child(i, 1)).Concat(Enumerable.Range(11, 4).Select(i => Child(i, 2)));
        // 7 children on a whole post are fewer than 5 on half a one; the other team has room but another district.
        Assert.Equal([1, 2, 3], Order(Child(99), With(children, [Person(1), Person(2, fte: 5_000), Person(3, team: 2)])));
    }

    [Fact]
    public void A_sibling_stays_with_its_caseworker_and_absence_and_special_groups_count()
    {
        var children = Enumerable.Range(1, 9).Select(i => Child(i, 1)).Append(Child(50, 2, family: 7));
        EmploymentFact[] people = [Person(1), Person(2), Person(3)];
        Assert.Equal(2, Order(Child(99, family: 7), With(children, people)).First());
        Assert.Equal(3, Order(Child(99), With(children, people)).First());
        Assert.Equal(2, Order(Child(99), With(children, people, [new() { EmployeeId = 3, From = Today.AddDays(-2) }])).First());
        Assert.Equal(
            3,
            Order(
                    Child(99),
                    With(
                        children,
                        people,
                        [
                            new()
                            {
                                EmployeeId = 3,
                                From = Today,
                                To = Today.AddDays(2),
                            },
                        ]
                    )
                )
                .First()
        );
        SpecialityFact[] special =
        [
            new()
            {
                EmployeeId = 1,
                TargetGroup = TargetGroup.Disability,
                From = Start,
            },
        ];
        Assert.Equal(1, Order(Child(99, group: TargetGroup.Disability), With(children, people, specialities: special)).First());
        Assert.Equal(1, Order(Child(99), With(children, people, specialities: special)).Last());
    }

    [Fact]
    public void A_case_goes_to_the_proposed_one_or_to_another_for_a_reason()
    {
        var file = Child(99);
        EmploymentFact[] people = [Person(1), Person(2)];
        var id = 500L;
        var given = (AssignmentFact)
            (
                (Recorded)
                    Assert.Single(
                        WorkforceRules
                            .Allocate(new(99, 1, Today, null), file, 1, people, true, _ => true, _ => false, Today, () => id++)
                            .Events
                    )
            ).Fact;
        Assert.Equal((500L, 990L, 1L, Today), (given.Id, given.CaseId, given.EmployeeId, given.From));
        string Code(AllocateCase c, ChildFile of) =>
            Assert.Single(WorkforceRules.Allocate(c, of, 1, people, true, _ => true, _ => false, Today, () => id++).Refusals).Code;
        Assert.Equal("choice-without-reason", Code(new(99, 2, Today, null), file));
        Assert.False(
            WorkforceRules
                .Allocate(new(99, 2, Today, "Kender familien"), file, 1, people, true, _ => true, _ => false, Today, () => id++)
                .Refused
        );
        Assert.Equal("caseworker-not-employed", Code(new(99, 3, Today, "x"), file));
        Assert.Equal("already-allocated", Code(new(99, 1, Today, null), Child(99, 2)));
        // Somebody who has left has no case: it is given away, and the leaver's row ends.
        EmploymentFact[] left = [Person(1), Person(2)];
        left[1].To = Today.AddDays(-1);
        var events = WorkforceRules
            .Allocate(new(99, 1, Today, null), Child(99, 2), 1, left, true, _ => true, _ => false, Today, () => id++)
            .Events;
        Assert.Equal(
            (2L, Today.AddDays(-1)),
            events.OfType<Corrected>().Select(e => (AssignmentFact)e.Fact).Select(a => (a.EmployeeId, a.To!.Value)).Single()
        );
        Assert.Equal(
            (1L, Today),
            events.OfType<Recorded>().Select(e => (AssignmentFact)e.Fact).Select(a => (a.EmployeeId, a.From)).Single()
        );
        Assert.Equal("before-the-case-opened", Code(new(99, 1, Start.AddDays(-1), null), file));
        Assert.Equal("no-active-case", Code(new(99, 1, Today, null), ChildFile.Build(file.Child, [])));
    }

    [Fact]
    public void A_team_gets_a_child_whom_nobody_has_from_its_own_leader_or_from_one_who_leads_them_all()
    {
        EmploymentFact[] people = [Person(1), Person(2), Person(3)];
        (people[0].TeamId, people[1].TeamId, people[2].TeamId) = (10, 20, null);
        string[] Given(long to, Func<long, bool> leads) =>
            [
                .. WorkforceRules
                    .Allocate(new(99, to, Today, "Kender familien"), Child(99), 1, people, true, leads, _ => false, Today, () => 500)
                    .Refusals.Select(r => r.Code),
            ];
        Assert.Equal([], Given(1, t => t == 10));
        Assert.Equal(["allocation-beyond-team"], Given(2, t => t == 10));
        Assert.Equal([], Given(2, _ => true));
        Assert.Equal([], Given(3, _ => false));
    }

    [Fact]
    public void Absence_has_a_cover_who_is_there()
    {
        EmploymentFact[] people = [Person(1), Person(2)];
        AbsenceFact[] known =
        [
            new()
            {
                Id = 9,
                EmployeeId = 2,
                From = Today.AddDays(5),
                To = Today.AddDays(9),
            },
        ];
        IEnumerable<string> Codes(long employee, int from, int? to, long? cover) =>
            WorkforceRules
                .Away(
                    new(employee, AbsenceKind.Holiday, Today.AddDays(from), to is { } t ? Today.AddDays(t) : null, cover),
                    known,
                    people,
                    77
                )
                .Refusals.Select(r => r.Code);
        Assert.Empty(Codes(1, 0, 4, 2));
        Assert.Equal(["cover-away-too"], Codes(1, 0, 5, 2));
        Assert.Equal(["covers-oneself"], Codes(1, 0, 4, 1));
        Assert.Equal(["cover-not-employed"], Codes(1, 0, 4, 3));
        Assert.Equal(["absence-overlaps"], Codes(2, 9, null, 1));
        Assert.Equal(["caseworker-not-employed", "ends-before-it-starts"], Codes(4, 3, 1, null));
        Assert.Equal(
            Today,
            (
                (AbsenceFact)
                    (
                        (Corrected)
                            WorkforceRules
                                .Back(
                                    new()
                                    {
                                        Id = 9,
                                        EmployeeId = 1,
                                        From = Today.AddDays(-4),
                                    },
                                    Today
                                )
                                .Events[0]
                    ).Fact
            ).To
        );
        Assert.IsType<Withdrawn>(WorkforceRules.Back(known[0], Today).Events[0]);
        Assert.Equal("thing-not-there", WorkforceRules.Back(null, Today).Refusals[0].Code);
        Assert.Equal(
            "speciality-known",
            WorkforceRules
                .Specialise(
                    new(1, TargetGroup.Disability, Today),
                    [
                        new()
                        {
                            EmployeeId = 1,
                            TargetGroup = TargetGroup.Disability,
                            From = Start,
                        },
                    ],
                    people,
                    1
                )
                .Refusals[0]
                .Code
        );
    }
}
