using Spor.Conferences;
using Spor.Facts;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>What the demo adds to the example, so that every page has something to show: made by the rules, once.</summary>
public sealed class DemoConferenceTests : IAsyncLifetime
{
    readonly Site site = new();

    public async ValueTask InitializeAsync() => await site.InitializeAsync();

    public async ValueTask DisposeAsync() => await site.DisposeAsync();

    [Fact]
    public async Task The_demo_holds_conferences_at_every_stage_and_a_second_start_adds_nothing()
    {
        DemoCoordinators.Seed(site.Database);
        DemoNetworks.Seed(site.Database);
        DemoConferences.Seed(site.Database);
        var head = site.Database.HeadNo;
        DemoCoordinators.Seed(site.Database);
        DemoNetworks.Seed(site.Database);
        DemoConferences.Seed(site.Database);
        Assert.Equal(head, site.Database.HeadNo);

        var reader = new ChildReader(site.Database);
        var leader = await site.As("leder");
        var at = new List<ConferenceStep>();
        foreach (
            var child in new FactReader(site.Database).All<ConferenceQuestionFact>().Select(q => (q.ChildId, q.ConferenceId)).Distinct()
        )
        {
            var file = reader.Read(child.ChildId)!;
            at.AddRange(
                ConferencePath
                    .Of(ConferencePath.In(file, child.ConferenceId), file)
                    .Where(s => s.State == StepState.Now)
                    .Select(s => s.Step)
            );
            var (_, page) = await site.Get(leader, Routes.Conference(child.ChildId, child.ConferenceId));
            Assert.Contains("Hvem kan hente i skole", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
        Assert.Equal([ConferenceStep.Questions, ConferenceStep.Meeting, ConferenceStep.Plan, ConferenceStep.FollowUp], at.Order());
        Assert.True(Replay.Check(site.Database).Agrees);
    }
}
