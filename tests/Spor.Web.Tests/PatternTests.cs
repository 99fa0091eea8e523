using Spor.Facts;
using Spor.Storage;
using Spor.Web.Access;
using Spor.Web.Trust;

namespace Spor.Web.Tests;

/// <summary>The plain rules about looks that somebody ought to be able to explain.</summary>
public sealed class PatternTests
{
    long no;

    /// <summary>Local summer time is two hours ahead of the clock that looks are written by.</summary>
    Look Page(string who, DateTime local, long child, char why, string kind = "barn") =>
        new(
            ++no,
            DateTime.SpecifyKind(local.AddHours(-2), DateTimeKind.Utc),
            who,
            kind,
            $$"""{"children":[{{child}}],"filter":null,"page":"GET /barn/{id:long}","why":"{{why}}"}"""
        );

    static readonly DateTime Morning = new(2026, 6, 10, 9, 0, 0);

    static ChildFile Child(long id, string last = "Holm", bool secret = false) =>
        ChildFile.Build(
            new()
            {
                Id = id,
                FirstName = "Ida",
                LastName = last,
                Protected = secret,
                BornOn = new(2015, 1, 1),
            },
            [],
            alone: false
        );

    static IReadOnlyList<Pattern> Found(IEnumerable<Look> looks, Func<long, ChildFile?>? child = null, string? surname = null) =>
        Patterns.In(looks, child ?? (id => Child(id)), _ => surname);

    [Fact]
    public void Ones_own_children_by_day_are_nothing_to_explain() =>
        Assert.Empty(Found(Enumerable.Range(1, 40).Select(i => Page("anna", Morning.AddMinutes(i), i, WhyShown.Own))));

    [Fact]
    public void Many_more_of_others_than_usual_are_and_a_usual_day_is_not()
    {
        var looks = new List<Look>();
        for (var day = 1; day <= 5; day++)
            looks.AddRange(Enumerable.Range(1, 4).Select(i => Page("anna", Morning.AddDays(-day), i, WhyShown.Team)));
        looks.AddRange(Enumerable.Range(1, 15).Select(i => Page("anna", Morning.AddMinutes(i), i, WhyShown.Team)));
        // Somebody who opens twenty each day has opened twenty.
        for (var day = 0; day <= 5; day++)
            looks.AddRange(Enumerable.Range(1, 20).Select(i => Page("leder", Morning.AddDays(-day), i, WhyShown.Municipality)));
        var found = Assert.Single(Found(looks));
        Assert.Equal((PatternRule.Many, "anna", 15, 4), (found.Rule, found.Author, found.Children.Count, found.Usual));
        // The same child fifteen times is one child.
        Assert.Empty(Found(Enumerable.Range(1, 15).Select(i => Page("bo", Morning.AddMinutes(i), 1, WhyShown.Team))));
    }

    [Fact]
    public void A_child_with_ones_own_surname_is_pointed_at()
    {
        Look[] looks = [Page("anna", Morning, 1, WhyShown.Team), Page("anna", Morning, 2, WhyShown.Team)];
        var found = Assert.Single(Found(looks, id => Child(id, id == 1 ? "Krogh Holm" : "Lund"), "Holm"));
        Assert.Equal((PatternRule.OwnName, 1L), (found.Rule, Assert.Single(found.Children)));
    }

    [Theory]
    [InlineData(21, 59, false)]
    [InlineData(22, 0, true)]
    [InlineData(3, 0, true)]
    [InlineData(5, 59, true)]
    [InlineData(6, 0, false)]
    public void Night_is_from_22_to_6_by_danish_time(int hour, int minute, bool night) =>
        Assert.Equal(
            night,
            Found([Page("anna", Morning.Date.AddHours(hour).AddMinutes(minute), 1, WhyShown.Own)]).Any(p => p.Rule == PatternRule.Night)
        );

    [Fact]
    public void A_protected_child_is_pointed_at_unless_it_is_ones_own_or_the_colleagues_one_covers()
    {
        ChildFile? Secret(long id) => Child(id, secret: true);
        Assert.Equal(PatternRule.Protected, Assert.Single(Found([Page("anna", Morning, 1, WhyShown.Team)], Secret)).Rule);
        Assert.Empty(Found([Page("anna", Morning, 1, WhyShown.Own), Page("anna", Morning, 1, WhyShown.Covered)], Secret));
    }

    [Fact]
    public void A_look_without_a_known_reason_and_refusals_from_the_third_are_pointed_at()
    {
        Assert.Equal(PatternRule.NoReason, Assert.Single(Found([Page("anna", Morning, 1, WhyShown.Other)])).Rule);
        Look Refused() => Page("anna", Morning, 1, WhyShown.Refused, LookKinds.RefusedChild);
        Assert.Empty(Found([Refused(), Refused()]));
        Assert.Equal(PatternRule.Refused, Assert.Single(Found([Refused(), Refused(), Refused()])).Rule);
    }

    [Fact]
    public void The_newest_stands_first_whatever_it_is()
    {
        Look[] looks = [Page("anna", Morning, 1, WhyShown.Other), Page("bo", Morning.AddDays(1).Date.AddHours(23), 2, WhyShown.Own)];
        Assert.Equal(["bo", "anna"], Found(looks).Select(p => p.Author));
    }
}
