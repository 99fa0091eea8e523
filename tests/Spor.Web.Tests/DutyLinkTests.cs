using Spor.Requirements;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>Whatever is owed leads to where it is done.</summary>
public sealed class DutyLinkTests(Site site)
{
    [Fact]
    public void Every_rule_that_is_open_leads_somewhere_and_what_is_past_nowhere()
    {
        var file = site.Register.Children[0];
        foreach (var rule in Enum.GetValues<Rule>())
        {
            Requirement Owed(RequirementState state) => new(file.Id, rule, state, site.Today, site.Today, null, null, 5, false);
            Assert.StartsWith($"/barn/{file.Id}/", DutyLinks.For(Owed(RequirementState.Overdue), file), StringComparison.Ordinal);
            Assert.Null(DutyLinks.For(Owed(RequirementState.Missed), file));
            Assert.Null(DutyLinks.For(Owed(RequirementState.OnTime), file));
        }
    }

    [Fact]
    public async Task Min_dag_the_childs_page_and_the_deadlines_link_to_where_it_is_done()
    {
        var child = site.Overview.Children.First(c =>
            c.AssignedTo.Count > 0
            && site.CaseworkerKeys.Contains("medarbejder-" + c.AssignedTo[0])
            && c.Open.Any(r => r.Rule == Rule.NextFollowUp && r.State == RequirementState.Overdue)
        );
        var href = DutyLinks.For(child.Open.First(r => r.Rule == Rule.NextFollowUp && r.State == RequirementState.Overdue), child.File)!;
        var browser = await site.As("medarbejder-" + child.AssignedTo[0]);
        foreach (var page in new[] { "/min-dag", "/barn/" + child.File.Id })
            Assert.NotNull((await site.Get(browser, page)).Page.QuerySelector($"a[href='{href}']"));
        var (_, deadlines) = await site.Get(browser, "/frister?efter=barn&gruppe=barn-" + child.File.Id);
        Assert.Contains(
            deadlines.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")),
            h => h!.Contains("/opfoelgning/", StringComparison.Ordinal)
        );
    }
}
