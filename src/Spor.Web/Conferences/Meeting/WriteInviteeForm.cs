using System.Globalization;
using Spor.Children;
using Spor.Conferences;
using Spor.Facts;
using Spor.Kernel;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.Meeting;

/// <summary>The list of a conference: from the child's network with one press each, somebody new, and what is said about each.</summary>
static class WriteInviteeForm
{
    /// <summary>The button beside somebody of the network; its value is the person's id, or <see cref="TheChild"/>.</summary>
    public const string Press = "PressPerson",
        TheChild = "barnet";

    public static IResult ShowNew(long child, long id, string? person, Viewing viewing, Acting acting, ChildReader reader) =>
        ConferenceView.Do(
            child,
            id,
            viewing,
            reader,
            view =>
            {
                if (person is null)
                    return List(
                        view,
                        acting.NewForm(
                            (nameof(WriteInvitee.Role), InviteeRole.Network.Danish()),
                            (nameof(WriteInvitee.MayCome), "ja"),
                            (nameof(WriteInvitee.IntoNetwork), "ja")
                        )
                    );
                var form = acting.NewForm();
                return Choose(form, view, person) ? Page(view, null, form) : Results.NotFound();
            }
        );

    public static IResult SaveNew(long child, long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        ConferenceView.Do(
            child,
            id,
            viewing,
            reader,
            view =>
            {
                var form = FormState.Of(posted);
                if (form.Filled(Press) && !Choose(form, view, form.Value(Press)))
                    form.Refusals.Add(new("thing-not-there"));
                var command = Read(form, id, null, view);
                if (acting.Do(command, form).Saved)
                    return Acting.Saved(Routes.NewInvitee(child, id), "invitee");
                // Somebody of the network for whom more must be said gets the whole form.
                return command.PersonId is not null || command.Role == InviteeRole.Child ? Page(view, null, form) : List(view, form);
            }
        );

    public static IResult Show(long child, long id, long invitee, Viewing viewing, Acting acting, ChildReader reader) =>
        ConferenceView.Do(
            child,
            id,
            viewing,
            reader,
            view => view.Invitee(invitee) is { } row ? Page(view, row, acting.NewForm(Known(row))) : Results.NotFound()
        );

    public static IResult Save(
        long child,
        long id,
        long invitee,
        IFormCollection posted,
        Viewing viewing,
        Acting acting,
        ChildReader reader
    ) =>
        ConferenceView.Do(
            child,
            id,
            viewing,
            reader,
            view =>
            {
                if (view.Invitee(invitee) is not { } row)
                    return Results.NotFound();
                var form = FormState.Of(posted);
                var command = Read(form, id, row, view);
                var done = acting.Do(command, form, (InviteeFact now) => Known(now).Where(k => form.Fields.Contains(k.Field)));
                if (done.Saved)
                    return Acting.Saved(view.Url + "#inviterede", "invitee-changed");
                return Page(view, row, form);
            }
        );

    public static IResult Remove(
        long child,
        long id,
        long invitee,
        IFormCollection posted,
        Viewing viewing,
        Acting acting,
        ChildReader reader
    ) =>
        ConferenceView.Do(
            child,
            id,
            viewing,
            reader,
            view =>
            {
                var form = FormState.Of(posted);
                if (acting.Do(new RemoveInvitee(id, invitee) { ChildId = child }, form).Saved)
                    return Acting.Saved(view.Url + "#inviterede", "invitee-removed");
                if (view.Invitee(invitee) is not { } row)
                    return Results.NotFound();
                foreach (var (field, value) in Known(row))
                    form.Set(field, value);
                return Page(view, row, form);
            }
        );

    /// <summary>Fills the form for the child itself or somebody of the network as one usually would. A protected person's contact stays
    /// where it is.</summary>
    static bool Choose(FormState form, ConferenceView view, string who)
    {
        var known = view.Person(Form.Number(who));
        if (known is null && who != TheChild)
            return false;
        form.Set(nameof(WriteInvitee.PersonId), known is null ? null : Number(known.Id));
        form.Set(
            nameof(WriteInvitee.Role),
            (
                known is null ? InviteeRole.Child
                : known.Professional == true ? InviteeRole.Informant
                : InviteeRole.Network
            ).Danish()
        );
        form.Set(nameof(WriteInvitee.MayCome), "ja");
        form.Set(nameof(WriteInvitee.Relation), known is null ? Text.TheChildItself : known.Relation.Danish());
        form.Set(nameof(WriteInvitee.Phone), known is null or { Protected: true } ? null : known.Phone);
        form.Set(nameof(WriteInvitee.Address), known is null or { Protected: true } ? null : known.Address);
        return true;
    }

    static WriteInvitee Read(FormState form, long id, InviteeFact? before, ConferenceView view)
    {
        var role = form.NeededCode<InviteeRole>(nameof(WriteInvitee.Role));
        var personId = before is null
            ? form.Filled(nameof(WriteInvitee.PersonId))
                ? form.Id(nameof(WriteInvitee.PersonId))
                : null
            : before.PersonId;
        var mayCome = form.YesNo(nameof(WriteInvitee.MayCome));
        if (mayCome is null)
            form.Refusals.Add(new("choice-missing", nameof(WriteInvitee.MayCome)));
        // Whom the network or the child's own row names is not named again here.
        var name =
            view.Person(personId)?.Name
            ?? (role == InviteeRole.Child ? view.File.Child.FirstName ?? view.File.Child.Name : form.Text(nameof(WriteInvitee.Name)));
        return new(
            id,
            before?.Id,
            personId,
            role,
            mayCome ?? true,
            name,
            form.Text(nameof(WriteInvitee.Relation)),
            form.Text(nameof(WriteInvitee.Phone)),
            form.Text(nameof(WriteInvitee.Address)),
            form.Text(nameof(WriteInvitee.Reason)),
            form.Filled(nameof(WriteInvitee.ApartFromId)) ? form.Id(nameof(WriteInvitee.ApartFromId)) : null,
            form.Text(nameof(WriteInvitee.ApartHow)),
            form.YesNo(nameof(WriteInvitee.HolderAgrees)),
            form.Day(nameof(WriteInvitee.InvitedOn)),
            form.Code<OfferAnswer>(nameof(WriteInvitee.Answer))
        )
        {
            ChildId = view.ChildId,
            IntoNetwork = before is null && personId is null && role != InviteeRole.Child && form.Checked(nameof(WriteInvitee.IntoNetwork)),
            Kind = form.Code<Relation>(nameof(WriteInvitee.Kind)),
            HasCustody = form.YesNo(nameof(WriteInvitee.HasCustody)),
            Professional = form.Checked(nameof(WriteInvitee.Professional)),
        };
    }

    static (string Field, string? Value)[] Known(InviteeFact i) =>
        [
            (nameof(WriteInvitee.Name), i.Name),
            (nameof(WriteInvitee.Relation), i.Relation),
            (nameof(WriteInvitee.Role), i.Role.Danish()),
            (nameof(WriteInvitee.MayCome), i.MayCome ? "ja" : "nej"),
            (nameof(WriteInvitee.Reason), i.Reason),
            (nameof(WriteInvitee.ApartFromId), i.ApartFromId is { } a ? Number(a) : null),
            (nameof(WriteInvitee.ApartHow), i.ApartHow),
            (
                nameof(WriteInvitee.HolderAgrees),
                i.HolderAgrees is { } h
                    ? h
                        ? "ja"
                        : "nej"
                    : null
            ),
            (nameof(WriteInvitee.Phone), i.Phone),
            (nameof(WriteInvitee.Address), i.Address),
            (nameof(WriteInvitee.InvitedOn), i.InvitedOn is { } on ? Form.Iso(on) : null),
            (nameof(WriteInvitee.Answer), i.Answer?.Danish()),
        ];

    static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);

    static IResult List(ConferenceView view, FormState form) => ForChild.Page<NewInviteePage>(form, new { View = view, Form = form });

    static IResult Page(ConferenceView view, InviteeFact? row, FormState form) =>
        ForChild.Page<InviteePage>(
            form,
            new
            {
                View = view,
                Row = row,
                Form = form,
            }
        );
}
