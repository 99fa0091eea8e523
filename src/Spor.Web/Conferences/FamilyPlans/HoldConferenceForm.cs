using System.Globalization;
using Spor.Conferences;
using Spor.Facts;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.FamilyPlans;

/// <summary>The conference has been held: when, who came, and how its three parts went.</summary>
static class HoldConferenceForm
{
    /// <summary>The ticks of those who came, and what a line of somebody brought along is called.</summary>
    public const string Came = nameof(Arrival.Came),
        Informants = "Informants",
        Name = "BroughtName",
        Relation = "BroughtRelation",
        Handled = "BroughtHandled";
    public const int Lines = 3;

    public static IResult Show(long child, long id, Viewing viewing, Acting acting, ChildReader reader) =>
        ConferenceAt.Do(child, id, viewing, reader, at => Page(at, New(at, viewing, acting)));

    static FormState New(ConferenceAt at, Viewing viewing, Acting acting)
    {
        var c = at.Conference;
        var planned = c.PlannedAt is { } time ? DateOnly.FromDateTime(time) : (DateOnly?)null;
        var form = acting.NewForm(
            (
                nameof(HoldConference.HeldOn),
                Form.Iso(c.HeldOn ?? (planned <= viewing.WorkClock.Today ? planned.Value : viewing.WorkClock.Today))
            ),
            (nameof(HoldConference.PrivateTimeUsed), Said(c.PrivateTimeUsed)),
            (nameof(HoldConference.PrivateTimeNote), c.PrivateTimeNote),
            (nameof(HoldConference.PlanPresented), c.HeldOn is null ? null : Said(c.PlanPresentedOn == c.HeldOn))
        );
        if (form.DraftOf is not null)
            return form;
        foreach (var box in (string[])[Came, Informants])
            form.SetAll(box, at.Invitees.Where(i => i.Came == true).Select(i => Number(i.Id)));
        foreach (var i in at.Invitees.Where(i => !i.MayCome))
            form.Set(ConferenceRules.Field(nameof(Arrival.Handled), i.Id), i.Handled);
        return form;
    }

    public static IResult Save(long child, long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        ConferenceAt.Do(
            child,
            id,
            viewing,
            reader,
            at =>
            {
                var form = FormState.Of(posted);
                var brought = Enumerable
                    .Range(0, Lines)
                    .Select(n => new Brought(n, form.Text(Line(Name, n)), form.Text(Line(Relation, n)), form.Text(Line(Handled, n))))
                    .Where(b => b is not { Name: null, Relation: null, Handled: null })
                    .ToList();
                var command = new HoldConference(
                    id,
                    form.NeededDay(nameof(HoldConference.HeldOn)),
                    form.YesNo(nameof(HoldConference.PrivateTimeUsed)),
                    form.Text(nameof(HoldConference.PrivateTimeNote)),
                    form.YesNo(nameof(HoldConference.PlanPresented)),
                    [
                        // Those whom the form brought are not among those whom it showed, also when its button is pressed again.
                        .. at
                            .Invitees.Where(i => !(i is { BroughtAlong: true, MayCome: true } && i.RecordedIn > form.Seen))
                            .Select(i => new Arrival(
                                i.Id,
                                form.Has(Came, Number(i.Id)) || form.Has(Informants, Number(i.Id)),
                                form.Text(ConferenceRules.Field(nameof(Arrival.Handled), i.Id))
                            )),
                    ],
                    brought
                )
                {
                    ChildId = child,
                };
                var done = acting.Do(
                    command,
                    form,
                    (Fact _) =>
                        [
                            (nameof(HoldConference.HeldOn), at.Conference.HeldOn is { } held ? Form.Iso(held) : ""),
                            (nameof(HoldConference.PrivateTimeUsed), Said(at.Conference.PrivateTimeUsed)),
                            (nameof(HoldConference.PrivateTimeNote), at.Conference.PrivateTimeNote),
                        ]
                );
                if (done.Saved)
                    return Acting.Saved(
                        command.PlanPresented == true && at.Conference.PlanApproved != true ? Routes.FamilyPlan(child, id) : at.Url,
                        "conference-held"
                    );
                return Page(at, form);
            }
        );

    public static string Line(string name, int row) => ConferenceRules.Field(name, row);

    public static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);

    static string? Said(bool? value) =>
        value switch
        {
            true => "ja",
            false => "nej",
            null => null,
        };

    static IResult Page(ConferenceAt at, FormState form) => ForChild.Page<HoldConferencePage>(form, new { At = at, Form = form });
}
