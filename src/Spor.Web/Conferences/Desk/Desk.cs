using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Conferences;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.Desk;

/// <summary>
/// The coordinator's own pages. What they show is a <see cref="BlindConference"/>, made by <see cref="Blind.Of"/>; no page here is given a
/// child's file.
/// An address names the conference, and a conference that is not the coordinator's answers as one that is not there.
/// </summary>
static class Desk
{
    /// <summary>The field of an invitee's answer.</summary>
    public static string AnswerField(long invitee) => "Answer-" + invitee.ToString(CultureInfo.InvariantCulture);

    /// <summary>True while the coordinator stands on the municipality's list.</summary>
    static bool IsActive(Viewing viewing) =>
        viewing.Viewer.CoordinatorId is { } me && viewing.Register.Coordinators.Any(c => c.Id == me && c.ActiveAt(viewing.WorkClock.Today));

    /// <summary>The children whose conference somebody coordinates, so that a coordinator's menu does not look at every child.</summary>
    static readonly Derived<Picked> Coordinated = Picked.Of(c => Array.Exists(c.File.Coordinations, k => k.To is null));

    public static Picked Warm(Snapshot snapshot) => snapshot.Get(Coordinated);

    static IEnumerable<(ChildFile File, NetworkConferenceFact Conference)> Own(Viewing viewing)
    {
        if (!IsActive(viewing) || viewing.Viewer.CoordinatorId is not { } me)
            return [];
        return viewing
            .Snapshot.Get(Coordinated)
            .Children.Select(c => c.File)
            .Where(f => Array.Exists(f.Coordinations, c => c.CoordinatorId == me && c.To is null))
            .SelectMany(f =>
                f.Conferences.Where(c =>
                        Array.Exists(f.Coordinations, k => k.ConferenceId == c.Id && k.CoordinatorId == me && k.To is null)
                    )
                    .Select(c => (f, c))
            );
    }

    /// <summary>The coordinator's list without the texts of the places, by day.</summary>
    public static IEnumerable<BlindLine> Lines(Viewing viewing) =>
        Own(viewing)
            .Select(o => Blind.Line(o.Conference, o.File, [], viewing.Viewer.CoordinatorId!.Value, viewing.WorkClock.Today))
            .OfType<BlindLine>();

    public static IResult Show(Viewing viewing, FactReader reader)
    {
        var own = Own(viewing).ToDictionary(o => o.Conference.Id, o => o.File);
        // A protected person's address may have been typed as the place.
        var shielded = reader.Opened(own.Values.Distinct().SelectMany(f => f.People.Where(p => p.Protected))).ToLookup(p => p.ChildId);
        var lines = reader
            .Opened(Own(viewing).Select(o => o.Conference))
            .Select(c => Blind.Line(c, own[c.Id], shielded[c.ChildId], viewing.Viewer.CoordinatorId!.Value, viewing.WorkClock.Today))
            .OfType<BlindLine>()
            .OrderBy(l => l.HeldOn is null ? 0 : 1)
            .ThenBy(l => l.PlannedAt ?? DateTime.MaxValue)
            .ThenBy(l => l.Id)
            .ToList();
        foreach (var line in lines)
            SeenByCoordinator.Write(viewing.Log, viewing.Viewer.Key, own[line.Id].Id, line.Id, "liste");
        return new RazorComponentResult<DeskPage>(new { Lines = lines, Active = IsActive(viewing) });
    }

    /// <summary>One of the coordinator's own conferences, the look written down; anything else is not there.</summary>
    internal static IResult With(long id, Viewing viewing, ChildReader reader, string? look, Func<BlindConference, IResult> then)
    {
        if (Read(id, viewing, reader) is not { } found)
            return new RazorComponentResult<NotYoursPage> { StatusCode = StatusCodes.Status404NotFound };
        if (look is not null)
            SeenByCoordinator.Write(viewing.Log, viewing.Viewer.Key, found.ChildId, id, look);
        return then(found.Conference);
    }

    static (long ChildId, BlindConference Conference)? Read(long id, Viewing viewing, ChildReader reader) =>
        Own(viewing).Where(o => o.Conference.Id == id).Select(o => o.File.Id).FirstOrDefault() is > 0 and var child
        && reader.Read(child) is { } file
        && Blind.Of(ConferencePath.In(file, id), file, viewing.Viewer.CoordinatorId!.Value, viewing.Register.Staff, viewing.Today)
            is { } blind
            ? (child, blind)
            : null;

    public static IResult ShowOne(long id, Viewing viewing, Acting acting, ChildReader reader) =>
        With(id, viewing, reader, "side", blind => Page(blind, Answered(blind, acting), null, viewing));

    public static IResult Sheet(long id, Viewing viewing, ChildReader reader) =>
        With(id, viewing, reader, "kontaktark", blind => new RazorComponentResult<SheetPage>(new { Conference = blind }));

    /// <summary>The appointment alone: what, when and where, and nothing about whom.</summary>
    public static IResult Calendar(long id, Viewing viewing, ChildReader reader, TimeProvider time) =>
        With(
            id,
            viewing,
            reader,
            "kalender",
            blind =>
                ConferenceCalendar.Of(PlanPracticalForm.Shown(blind), time.GetUtcNow().UtcDateTime) is { } appointment
                    ? Results.File(Encoding.UTF8.GetBytes(appointment), ConferenceCalendar.ContentType, "raadslagning.ics")
                    : Results.NotFound()
        );

    static FormState Answered(BlindConference blind, Acting acting) =>
        acting.NewForm([.. blind.Invitees.Select(i => (AnswerField(i.Id), (string?)(i.Answer?.Danish() ?? "")))]);

    public static IResult SaveAnswers(long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        With(
            id,
            viewing,
            reader,
            null,
            blind =>
            {
                var form = FormState.Of(posted);
                var answers = new NoteAnswers(
                    id,
                    [
                        .. blind
                            .Invitees.Where(i => form.Fields.Contains(AnswerField(i.Id)))
                            .Select(i => (i.Id, form.Code<OfferAnswer>(AnswerField(i.Id)))),
                    ]
                );
                // The answers of those on the coordinator's own list, as they stand now.
                var done = acting.Do(
                    answers,
                    form,
                    (InviteeFact _) =>
                        Read(id, viewing, reader) is { } now
                            ?
                            [
                                .. now
                                    .Conference.Invitees.Where(i => form.Fields.Contains(AnswerField(i.Id)))
                                    .Select(i => (AnswerField(i.Id), (string?)(i.Answer?.Danish() ?? ""))),
                            ]
                            : []
                );
                if (done.Saved)
                    return Acting.Saved(Routes.CoordinatorConference(id), "answers");
                return Page(blind, form, null, viewing);
            }
        );

    public static IResult GiveBack(long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader)
    {
        var form = FormState.Of(posted);
        var because = form.NeededCode<ReplacedBecause>(nameof(GiveBackConference.Because));
        return acting.Do(new GiveBackConference(id, because), form).Saved
            ? Acting.Saved(Routes.CoordinatorDesk, "gave-back")
            : With(id, viewing, reader, null, blind => Page(blind, Answered(blind, acting), form, viewing));
    }

    static IResult Page(BlindConference blind, FormState answers, FormState? giveBack, Viewing viewing) =>
        ForChild.Page<DeskConferencePage>(
            giveBack ?? answers,
            new
            {
                Conference = blind,
                Answers = answers,
                GiveBack = giveBack ?? FormState.New(viewing.Register.EntryNo),
            }
        );
}
