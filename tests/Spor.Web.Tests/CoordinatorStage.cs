using Microsoft.Extensions.DependencyInjection;
using Spor.Children;
using Spor.Conferences;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Frame;

namespace Spor.Web.Tests;

/// <summary>A site with the demo's coordinators and conferences that wait for one: what the tests of the coordinator's pages begin
/// with.</summary>
static class CoordinatorStage
{
    /// <summary>The coordinators of the demo, by name.</summary>
    public static IReadOnlyList<DemoPerson> Seed(Site site)
    {
        DemoCoordinators.Seed(site.Database);
        return [.. site.People.Where(p => p.Role == ViewerRole.Coordinator).OrderBy(p => p.Name, StringComparer.Ordinal)];
    }

    /// <summary>Unprotected children under 15 with an active case and a caseworker of the demo, no two of one caseworker.</summary>
    public static IReadOnlyList<(string Key, ChildState Child)> Children(Site site) =>
        [
            .. site
                .Overview.Children.Where(c =>
                    c.Case is not null
                    && c.AssignedTo.Count > 0
                    && !c.Child.Protected
                    && c.Child.AgeAt(site.Today) is > 3 and < 14
                    && site.CaseworkerKeys.Contains("medarbejder-" + c.AssignedTo[0])
                )
                .Where(c => !c.File.Conferences.Any(ConferencePath.IsOpen))
                .GroupBy(c => c.AssignedTo[0])
                .Select(g => ("medarbejder-" + g.Key, g.First())),
        ];

    /// <summary>Writes events as somebody, past the rules.</summary>
    public static long Write(Site site, long child, params Func<IdGiver, Fact>[] facts)
    {
        long last = 0;
        var result = site.Database.Journal.Act(
            new Intent("prepare-test", "test", child),
            (_, ids) =>
                Kernel.Decision.Of([
                    .. facts.Select(f =>
                    {
                        var fact = f(ids);
                        last = fact.Id;
                        return (DomainEvent)new Recorded(FactKinds.Of(fact), fact);
                    }),
                ]),
            holdsTogether: false
        );
        Assert.False(result.Refused);
        return last;
    }

    /// <summary>A conference the family has accepted, with approved questions, a support person and a grandmother on the list.</summary>
    public static (long Conference, long Grandmother, long Support) Conference(Site site, long child, string mark = "")
    {
        var id = Write(
            site,
            child,
            ids => new NetworkConferenceFact
            {
                Id = ids.Next(),
                ChildId = child,
                OfferedOn = site.Today.AddDays(-40),
                Answer = OfferAnswer.Yes,
                AnsweredOn = site.Today.AddDays(-30),
                QuestionsApprovedOn = site.Today.AddDays(-20),
                PlannedAt = site.Today.AddDays(10).ToDateTime(new(16, 30)),
                EndsAt = site.Today.AddDays(10).ToDateTime(new(19, 0)),
                Place = "Beboerhuset" + mark,
                Food = "Suppe",
                Interpreter = "polsk",
                WishedInstead = "SECRET-wished",
                FamilyPlan = "SECRET-plan",
            }
        );
        Write(
            site,
            child,
            ids => new ConferenceQuestionFact
            {
                Id = ids.Next(),
                ChildId = child,
                ConferenceId = id,
                Position = 1,
                Text = "Hvem kan hente i børnehaven?" + mark,
            }
        );
        var support = Write(
            site,
            child,
            ids => new InviteeFact
            {
                Id = ids.Next(),
                ChildId = child,
                ConferenceId = id,
                MayCome = true,
                Role = InviteeRole.SupportPerson,
                Name = "Støtte Stensgaard" + mark,
                Phone = "70 10 20 30",
            }
        );
        var grandmother = Write(
            site,
            child,
            ids => new InviteeFact
            {
                Id = ids.Next(),
                ChildId = child,
                ConferenceId = id,
                MayCome = true,
                Role = InviteeRole.Network,
                Name = "Mormor Mågevig" + mark,
                Relation = "mormor",
                Phone = "70 10 20 40",
                Address = "Strandvejen 1",
                ApartFromId = support,
                ApartHow = "Hver sit rum i den første del",
                Reason = "SECRET-reason",
            }
        );
        return (id, grandmother, support);
    }

    public static void Give(Site site, long child, long conference, DemoPerson coordinator) =>
        Write(
            site,
            child,
            ids => new CoordinationFact
            {
                Id = ids.Next(),
                ChildId = child,
                ConferenceId = conference,
                CoordinatorId = coordinator.CoordinatorId!.Value,
                From = site.Today,
                Note = "SECRET-note",
            }
        );

    public static AccessLog Log(Site site) => site.Services.GetRequiredService<AccessLog>();
}
