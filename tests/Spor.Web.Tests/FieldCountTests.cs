using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Spor.Facts;
using Spor.Interventions;
using Spor.Requirements;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>
/// How many fields the commonest tasks ask to be filled or passed by, as the form opens. A rule of law that needs one more is weighed
/// against everybody who meets it every day: what grows here is a choice, and its number is changed on purpose (docs/adr/0037).
/// </summary>
public sealed class FieldCountTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    /// <summary>What is met when the form opens: a group of choices is one, and so is a list of boxes of one name. What is folded away and
    /// may stay so is not met.</summary>
    static int Fields(IDocument page) =>
        page.QuerySelectorAll("form.form-x input, form.form-x select, form.form-x textarea")
            .Where(f => f is not IHtmlInputElement { Type: "hidden" or "submit" } && f.Closest("details:not([open])") is null)
            .Select(f => f.GetAttribute("name"))
            .OfType<string>()
            .Distinct()
            .Count();

    [Fact]
    public async Task None_of_the_commonest_tasks_asks_for_more_than_it_did()
    {
        var head = await site.As("leder");
        var children = site.Overview.Children;
        ChildState First(Func<ChildState, bool> of) => children.First(c => c.Case is not null && of(c));
        bool Runs(InterventionFact m) => m.RunsOn(site.Today);
        var any = First(c => c.AssignedTo.Count > 0).File.Id;
        var measured = First(c => c.AssignedTo.Count > 0 && c.File.Interventions.Any(m => Runs(m) && c.Step >= 3));
        var measure = measured.File.Interventions.First(Runs).Id;
        var scored = First(c => c.File.Goals.Any(g => g.EndedOn is null && c.File.Plans.Any(p => p.Id == g.PlanId && p.ClosedOn is null)));
        var notified = children.First(c => c.File.Notifications.Any(n => n.AssessedAt is null));
        (string Task, string Url)[] tasks =
        [
            ("receive a notification", Routes.ReceiveNotification),
            (
                "assess a notification",
                Routes.AssessNotification(notified.File.Id, notified.File.Notifications.First(n => n.AssessedAt is null).Id)
            ),
            ("note", Routes.WriteNote(any)),
            ("conversation", Routes.HearChild(any)),
            ("follow-up", Routes.FollowUp(measured.File.Id, measure)),
            ("score a goal", Routes.MeasureGoals(scored.File.Id)),
            ("start a measure", Routes.StartIntervention(any)),
            ("end a measure", Routes.EndIntervention(measured.File.Id, measure)),
            ("allocate", $"{Routes.Allocation}/{any}"),
            ("hand over", Routes.HandOver(any)),
            ("decision on support", Routes.ProposeDecision(any) + "?slags=støttende-indsats"),
        ];
        var more = new List<string>();
        var table = File.ReadAllLines(Path.Combine(Site.Root(), "docs", "adr", "0037-what-runs-stands.md"));
        foreach (var (task, url) in tasks)
        {
            var row = table.FirstOrDefault(l => l.StartsWith($"| {task} |", StringComparison.Ordinal))?.Split('|');
            var most = row is null ? 0 : int.Parse(row[2], CultureInfo.InvariantCulture);
            var (_, page) = await site.Get(head, url);
            var fields = Fields(page);
            if (fields > most || fields == 0)
                more.Add($"{task}: {fields}, and {most} in docs/adr/0037");
        }
        Assert.True(more.Count == 0, string.Join("\n", more));
    }
}
