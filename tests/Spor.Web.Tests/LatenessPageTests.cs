using System.Net;
using AngleSharp.Dom;
using Spor.Requirements;

namespace Spor.Web.Tests;

/// <summary>Days late per requirement, for those who may see the children.</summary>
public sealed class LatenessPageTests(Site site)
{
    const string Path = "/ledelse/dage-over-fristen";

    async Task<IDocument> Page(string who, string query = "") => (await site.Get(await site.As(who), Path + query)).Page;

    static List<string[]> Rows(IDocument page) =>
        [
            .. page.QuerySelectorAll("#dage-over-fristen tbody tr")
                .Select(r => r.QuerySelectorAll("th, td").Select(c => c.TextContent.Trim()).ToArray()),
        ];

    [Fact]
    public async Task The_median_is_the_middle_of_the_days_as_counted_by_hand()
    {
        DateOnly after = new(2026, 3, 31),
            to = new(2026, 9, 30);
        var all = site
            .Register.Children.SelectMany(c =>
            {
                var found = new List<Requirement>();
                Derive.Of(c, site.Register.Catalogue, to, found);
                return found;
            })
            .Where(r => r.Rule != Rule.CaseCurrent && r.Due > after && r.Due <= to && r.State != RequirementState.Upcoming)
            .ToList();
        var rows = Rows(await Page("leder", "?fra=01-04-2026&til=30-09-2026"));
        Assert.Equal(all.Select(r => r.Rule).Distinct().Count(), rows.Count);
        var anyLate = 0;
        foreach (var rule in all.GroupBy(r => r.Rule))
        {
            var title = Law.NationalLaw.Of(rule.Key, to).Title;
            var row = rows.Single(r => r[0].StartsWith(title, StringComparison.Ordinal) && r[1] == N(rule.Count()));
            var late = rule.Where(r => r.Fulfilled is { } met && r.State == RequirementState.Late)
                .Select(r => r.Fulfilled!.Value.DayNumber - r.Due.DayNumber)
                .Order()
                .ToList();
            Assert.Equal(N(late.Count), row[3]);
            if (late.Count == 0)
            {
                Assert.Equal("–", row[4]);
                continue;
            }
            anyLate++;
            // No more than half lie below it, and no more than half above.
            var median = double.Parse(row[4], Kernel.Danish.Culture);
            Assert.True(late.Count(d => d < median) * 2 <= late.Count && late.Count(d => d > median) * 2 <= late.Count, title);
        }
        Assert.True(anyLate > 3);

        static string N(int n) => n.ToString("N0", Kernel.Danish.Culture);
    }

    [Fact]
    public async Task A_leader_sees_them_by_team_and_caseworker_and_the_parts_are_the_whole()
    {
        var whole = Rows(await Page("leder")).Sum(r => Number(r[1]));
        Assert.Equal(whole, Rows(await Page("leder", "?efter=team")).Sum(r => Number(r[2])));
        var byPerson = Rows(await Page("leder", "?efter=raadgiver"));
        // Where two have a case it counts with both.
        Assert.True(byPerson.Sum(r => Number(r[2])) >= whole);
        Assert.Contains(byPerson, r => r[0] == "Ingen rådgiver" || site.Register.Employments.Any(e => e.Name == r[0]));

        static int Number(string shown) => int.Parse(shown.Replace(".", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_caseworker_has_their_own_childrens_and_a_controller_none()
    {
        var page = await Page(site.CaseworkerKeys[0], "?efter=raadgiver");
        Assert.Null(page.QuerySelector("#efter"));
        Assert.Contains("Kun de børn, du må se", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var none = await Page("controller");
        Assert.Empty(Rows(none));
        Assert.Contains("kun for den, der må se børnene", none.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        var file = await (await site.As("controller")).GetAsync(new Uri(Path + ".csv", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        Assert.Single(
            (await file.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).TakeWhile(l => l.Contains(';'))
        );
    }

    [Fact]
    public void Of_an_even_number_the_median_lies_between_the_two_in_the_middle()
    {
        Assert.Null(Figures.DaysLate.Median([]));
        Assert.Equal(3, Figures.DaysLate.Median([9, 3, 1]));
        Assert.Equal(2.5, Figures.DaysLate.Median([4, 1, 1, 40]));
    }
}
