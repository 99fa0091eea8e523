using Spor.Figures;
using Spor.Requirements;

namespace Spor.Tests;

public sealed class ChildListTests
{
    static readonly DateOnly Day = new(2026, 10, 31);

    static readonly Overview Overview = Overview.Of(
        Extracts
            .With(
                (
                    "boern.csv",
                    """
                    BarnId;CPR;Fornavn;Efternavn;Fødselsdato;Målgruppe;Beskyttet;DistriktId
                    B1;040312-1234;Ida;Holm;2012-03-04;udsat;nej;D1
                    B2;660514-4321;Åse;Bøgh;2014-05-06;udsat;nej;D2
                    B3;010113-9ABC;Ørn;Ægidius;2013-01-01;funktionsnedsættelse;nej;D1
                    B4;020213-1111;Hemmelig;Holm;2013-02-02;udsat;ja;D1
                    """
                ),
                ("teams.csv", "TeamId;Navn;Loft;Fra;Til\nT1;Nord;25;2020-01-01;\nT2;Syd;25;2020-01-01;\n"),
                ("distrikter.csv", "DistriktId;Navn;TeamId;Model;Fra;Til\nD1;Ådal;T1;ja;2020-01-01;\nD2;Bakken;T2;nej;2020-01-01;\n"),
                ("medarbejdere.csv", "MedarbejderId;Navn;Rolle;TeamId;Årsværk;Fra;Til\nM1;Kim Ek;rådgiver;T1;1,0;2020-01-01;\n"),
                ("tildelinger.csv", "SagId;MedarbejderId;Fra;Til\nS1;M1;2024-01-02;\n"),
                (
                    "sager.csv",
                    "SagId;BarnId;Åbnet;Lukket\nS1;B1;2024-01-02;\nS2;B2;2024-02-03;2025-01-31\nS3;B3;2026-09-01;\nS4;B4;2025-01-01;\n"
                )
            )
            .ToRegister(),
        Day
    );

    static string Keys(IEnumerable<ChildState> found) => string.Join(' ', found.Select(c => c.Child.SourceKey));

    static string Found(ChildFilter filter) => Keys(Overview.Children.Where(c => ChildList.Matches(c, filter, Overview)));

    static string Searched(string text) =>
        Keys(
            Overview.Children.Where(
                ChildList.Search(text, digits => new Spor.Exchange.Import.SourceHash(new byte[32]).OfText("cpr " + digits))
            )
        );

    static string Sorted(ChildSort by, bool descending = false) => Keys(ChildList.Sort(Overview.Children, by, descending, Overview));

    static long TeamOf(string name) => Overview.Register.Teams.First(t => t.Name == name).TeamId;

    [Fact]
    public void Without_a_filter_the_list_is_the_children_with_an_active_case() => Assert.Equal("B1 B3 B4", Found(new()));

    [Fact]
    public void Children_without_an_active_case_come_when_asked_for() => Assert.Equal("B1 B2 B3 B4", Found(new(ActiveOnly: false)));

    [Theory]
    [InlineData(2024, 6, 1, "B1 B2")]
    [InlineData(2023, 12, 31, "")]
    public void A_list_on_a_day_is_of_those_on_the_ladder_that_day(int year, int month, int day, string expected) =>
        Assert.Equal(expected, Found(new(On: new(year, month, day))));

    [Fact]
    public void A_movement_is_from_the_step_on_one_day_to_the_step_on_another() =>
        Assert.Equal("B2", Found(new(A: new(2024, 6, 1), B: Day, From: 1, To: 0)));

    [Fact]
    public void A_child_is_of_the_team_that_has_its_case_or_of_its_districts_team_without_anybody()
    {
        Assert.Equal("B1 B3 B4", Found(new(TeamId: TeamOf("Nord"), ActiveOnly: false)));
        Assert.Equal("B2", Found(new(TeamId: TeamOf("Syd"), ActiveOnly: false)));
    }

    [Fact]
    public void An_unassigned_child_has_an_active_case_that_nobody_has() => Assert.Equal("B3 B4", Found(new(Unassigned: true)));

    [Fact]
    public void A_requirement_that_waits_is_enough_unless_only_the_overdue_are_asked_for()
    {
        Assert.Equal("B3", Found(new(Rule: Rule.TargetGroupAssessed)));
        Assert.Equal("", Found(new(Rule: Rule.TargetGroupAssessed, OverdueOnly: true)));
    }

    [Theory]
    [InlineData("ida", "B1")]
    [InlineData("HOLM ida", "B1")]
    [InlineData("åSE", "B2")]
    [InlineData("ØRN æg", "B3")]
    [InlineData("  holm  ", "B1")]
    [InlineData("ukendt", "")]
    public void Parts_of_names_are_found_in_any_order_and_case(string text, string expected) => Assert.Equal(expected, Searched(text));

    [Theory]
    [InlineData("040312-1234", "B1")]
    [InlineData("0403121234", "B1")]
    [InlineData("040312 1234", "B1")]
    [InlineData("0403129999", "")]
    [InlineData("010113-9abc", "B3")]
    [InlineData("020213-1111", "B4")]
    [InlineData("040312", "B1")]
    [InlineData("660514", "B2")]
    [InlineData("s3", "B3")]
    [InlineData("b2", "B2")]
    public void A_child_is_found_by_its_numbers(string text, string expected) => Assert.Equal(expected, Searched(text));

    [Fact]
    public void A_protected_child_is_not_found_by_name()
    {
        Assert.Equal("", Searched("hemmelig"));
        Assert.Equal("B1", Searched("holm"));
        Assert.Equal("B4", Searched("S4"));
    }

    [Fact]
    public void A_search_for_nothing_finds_nothing() => Assert.Equal("", Searched("  "));

    [Fact]
    public void Names_are_in_Danish_order_with_the_protected_last() => Assert.Equal("B1 B3 B2 B4", Sorted(ChildSort.Name));

    [Fact]
    public void The_youngest_are_first_by_age() => Assert.Equal("B2 B4 B3 B1", Sorted(ChildSort.Age));

    [Fact]
    public void Districts_are_in_Danish_order_also_turned_round()
    {
        Assert.Equal("B2 B1 B3 B4", Sorted(ChildSort.District));
        Assert.Equal("B1 B3 B4 B2", Sorted(ChildSort.District, descending: true));
    }

    [Fact]
    public void The_first_deadline_comes_first()
    {
        var due = ChildList
            .Sort(Overview.Children, ChildSort.Due, false, Overview)
            .Select(c => c.Open.Count > 0 ? c.Open[0].Due : DateOnly.MaxValue)
            .ToList();
        Assert.Equal(due.Order(), due);
    }

    [Fact]
    public void The_step_sorted_by_is_that_of_the_day_asked_about() =>
        Assert.Equal("B3 B4 B1 B2", Keys(ChildList.Sort(Overview.Children, ChildSort.Step, false, Overview, new DateOnly(2024, 6, 1))));
}
