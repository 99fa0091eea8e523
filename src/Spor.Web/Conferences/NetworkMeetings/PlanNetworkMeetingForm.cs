using System.Globalization;
using Spor.Conferences;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.NetworkMeetings;

/// <summary>A network meeting is planned: the day, what it is about, who comes from the private and the professional network.</summary>
static class PlanNetworkMeetingForm
{
    public const string Professional = "GuestProfessional";
    public const int Lines = 3;

    public static IResult Show(long child, Viewing viewing, Acting acting, ChildReader reader) =>
        Do(
            child,
            viewing,
            reader,
            (state, file) =>
            {
                var form = acting.NewForm();
                if (form.DraftOf is null)
                    form.SetAll(
                        nameof(PlanNetworkMeeting.People),
                        file.People.Where(p => p.HasCustody == true && p.AroundAt(viewing.Today)).Select(p => Number(p.Id))
                    );
                return Page(state, file, form);
            }
        );

    public static IResult Save(long child, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        Do(
            child,
            viewing,
            reader,
            (state, file) =>
            {
                var form = FormState.Of(posted);
                var guests = Enumerable
                    .Range(0, Lines)
                    .Select(n => new Guest(
                        n,
                        form.Text(Line(nameof(Guest.Name), n)),
                        form.Text(Line(nameof(Guest.Relation), n)),
                        form.Checked(Line(Professional, n))
                    ))
                    .Where(g => g.Name is not null || g.Relation is not null)
                    .ToList();
                var people = form.Values(nameof(PlanNetworkMeeting.People))
                    .Select(v => long.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : -1)
                    .ToList();
                var command = new PlanNetworkMeeting(
                    form.NeededDay(nameof(PlanNetworkMeeting.On)),
                    form.Text(nameof(PlanNetworkMeeting.Purpose)),
                    form.Text(nameof(PlanNetworkMeeting.Place)),
                    people,
                    guests
                )
                {
                    ChildId = child,
                };
                return acting.Do(command, form).New<NetworkMeetingFact>() is { } meeting
                    ? Acting.Saved(Routes.NetworkMeeting(child, meeting.Id), "network-meeting-planned")
                    : Page(state, file, form);
            }
        );

    static IResult Do(long child, Viewing viewing, ChildReader reader, Func<ChildState, ChildFile, IResult> then) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                if (reader.Read(child) is not { } file)
                    return Results.NotFound();
                viewing.Log.Looked(viewing.Viewer.Key, "barn", [child], "netvaerksmoede");
                return then(state, file);
            }
        );

    public static string Line(string name, int row) => ConferenceRules.Field(name, row);

    public static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);

    static IResult Page(ChildState state, ChildFile file, FormState form) =>
        ForChild.Page<PlanNetworkMeetingPage>(
            form,
            new
            {
                State = state,
                File = file,
                Form = form,
            }
        );
}
