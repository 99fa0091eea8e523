using Spor.Web.Case.YourCase;

namespace Spor.Web.Tests;

/// <summary>The case for the family to read.</summary>
public class YourCasePageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task The_family_reads_who_has_the_case_what_helps_the_goals_and_what_comes_in_plain_words()
    {
        var child = site.Overview.Children.First(c =>
            c.Case is not null
            && c.AssignedTo.Count > 0
            && site.CaseworkerKeys.Contains("medarbejder-" + c.AssignedTo[0])
            && !c.Child.Protected
            && c.File.Interventions.Any(m => m.RunsOn(site.Today))
            && c.File.Measurements.Length > 1
        );
        var (_, page) = await site.Get(await site.As("medarbejder-" + child.AssignedTo[0]), YourCaseEndpoints.Of(child.File.Id));
        var text = page.QuerySelector("main")!.TextContent;
        foreach (var m in child.File.Interventions.Where(m => m.RunsOn(site.Today)))
            Assert.Contains(site.Register.Catalogue.NameOf(m.Code, site.Today), text, StringComparison.Ordinal);
        Assert.Contains(site.Register.Staff.Name(child.AssignedTo[0])!, text, StringComparison.Ordinal);
        Assert.Contains("bisidder", text, StringComparison.Ordinal);
        // Codes and CPR numbers are not for paper.
        Assert.DoesNotMatch(@"\d{6}-\d{4}", text);
    }
}
