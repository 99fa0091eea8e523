using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Cases;
using Spor.Children;
using Spor.Corrections;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Verbs;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Cases;

/// <summary>A change of caseworker: one child with its siblings, or several children of one caseworker at once.</summary>
static class HandOverForm
{
    /// <summary>The address's choice of caseworker, also as a hidden field.</summary>
    public const string From = "raadgiver";

    public static IResult Show(long child, Viewing viewing, Acting acting, ChildReader reader, Drafts drafts) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                var form = acting.NewForm(
                    (nameof(HandOver.On), Form.Iso(viewing.WorkClock.Today)),
                    (From, FromOf(state, viewing) is { } from ? N(from) : null)
                );
                form.SetAll(nameof(HandOver.Children), Siblings(state, viewing).Select(s => N(s.File.Id)));
                return Page(state, form, viewing, reader, drafts);
            }
        );

    public static IResult Save(long child, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader, Drafts drafts) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                var form = FormState.Of(posted);
                var command = Read(form, form.Id(From)) with { Children = [child, .. Chosen(form).Where(c => c != child)] };
                var done = Do(command, form, viewing, acting, drafts);
                return !done.Saved ? Page(state, form, viewing, reader, drafts)
                    : done.New<HandoverProposalFact>() is not null ? Acting.Saved(Routes.Child(child), "handover-proposed")
                    : Acting.Saved(After(command, state, viewing), "handover");
            }
        );

    public static IResult ShowMany(string? raadgiver, Viewing viewing, Acting acting)
    {
        if (Form.Number(raadgiver) is not { } from)
            return new RazorComponentResult<HandOverFromPage>();
        if (Of(from, viewing) is not { Count: > 0 } children)
            return Results.NotFound();
        viewing.Log.Looked(viewing.Viewer.Key, "overdrag", [.. children.Select(c => c.File.Id)], "raadgiver=" + N(from));
        return Many(from, children, acting.NewForm((nameof(HandOver.On), Form.Iso(viewing.WorkClock.Today)), (From, N(from))), viewing);
    }

    public static IResult SaveMany(IFormCollection posted, Viewing viewing, Acting acting, Drafts drafts)
    {
        var form = FormState.Of(posted);
        if (form.Id(From) is not { } from)
            return Results.NotFound();
        var command = Read(form, from) with { Children = Chosen(form) };
        var done = Do(command, form, viewing, acting, drafts);
        return !done.Saved ? Many(from, Of(from, viewing), form, viewing)
            : done.New<HandoverProposalFact>() is not null ? Acting.Saved(HandoverList.Path, "handover-proposed")
            : Acting.Saved("/sager", "handover-many");
    }

    static HandOver Read(FormState form, long? from) =>
        new(
            [],
            from,
            form.Id(nameof(HandOver.ToEmployeeId)),
            form.NeededDay(nameof(HandOver.On)),
            form.Text(nameof(HandOver.Promised)),
            form.Day(nameof(HandOver.MetFamilyOn)),
            form.Text(nameof(HandOver.NoMeetingReason)),
            form.Text(nameof(HandOver.NameReason))
        );

    static List<long> Chosen(FormState form) => [.. form.Values(nameof(HandOver.Children)).Select(Form.Number).OfType<long>().Distinct()];

    static Done Do(HandOver command, FormState form, Viewing viewing, Acting acting, Drafts drafts) =>
        acting.Do(
            command with
            {
                Said = (file, catalogue, today) =>
                    Text.OpenAsText(OpenMatters.Of(file, catalogue, today), file, catalogue, DraftsAbout(file.Id, viewing, drafts)),
            },
            form
        );

    /// <summary>What the viewer was typing about a child: nobody else can see it, so it is finished or told of before the child is given
    /// away.</summary>
    public static int DraftsAbout(long child, Viewing viewing, Drafts drafts) =>
        drafts.Of(viewing.Viewer.Key).Count(d => d.Form.StartsWith(Routes.Child(child) + "/", StringComparison.Ordinal));

    static long? FromOf(ChildState state, Viewing viewing) =>
        state.AssignedTo.Count == 0 ? null
        : viewing.Viewer.EmployeeId is { } me && state.AssignedTo.Contains(me) ? me
        : state.AssignedTo[0];

    /// <summary>The other children of the family that the same caseworker has.</summary>
    static IReadOnlyList<ChildState> Siblings(ChildState state, Viewing viewing) =>
        state.Child.FamilyId is not { } family
            ? []
            :
            [
                .. viewing
                    .Overview.Family(family)
                    .Where(s =>
                        s.File.Id != state.File.Id
                        && s.Case is not null
                        && viewing.MaySee(s)
                        && (FromOf(state, viewing) is { } from ? s.AssignedTo.Contains(from) : s.AssignedTo.Count == 0)
                    ),
            ];

    static IReadOnlyList<ChildState> Of(long employee, Viewing viewing) =>
        [
            .. viewing
                .Overview.Of(employee)
                .Where(viewing.MaySee)
                .OrderBy(c => c.Child.LastName, StringComparer.Create(Kernel.Danish.Culture, false))
                .ThenBy(c => c.Child.FirstName, StringComparer.Create(Kernel.Danish.Culture, false)),
        ];

    // A child given to another team is not the giver's to see any more.
    static string After(HandOver command, ChildState state, Viewing viewing)
    {
        var receiver = command.ToEmployeeId!.Value;
        return viewing.Viewer.SeesAll
            || viewing.Viewer.EmployeeId == receiver
            || viewing.Viewer.Teams.Any(t => viewing.Register.Staff.IsInTeam(receiver, t, viewing.Today))
                ? Routes.Child(state.File.Id)
            : viewing.Viewer.EmployeeId is null ? "/sager"
            : "/min-dag";
    }

    static string N(long id) => id.ToString(CultureInfo.InvariantCulture);

    static IResult Page(ChildState state, FormState form, Viewing viewing, ChildReader reader, Drafts drafts) =>
        reader.Read(state.File.Id) is not { } file
            ? Results.NotFound()
            : ForChild.Page<HandOverPage>(
                form,
                new
                {
                    State = state,
                    File = file,
                    Form = form,
                    Open = OpenMatters.Of(file, viewing.Register.Catalogue, viewing.WorkClock.Today),
                    Drafts = DraftsAbout(file.Id, viewing, drafts),
                    Siblings = Siblings(state, viewing),
                }
            );

    static IResult Many(long from, IReadOnlyList<ChildState> children, FormState form, Viewing viewing) =>
        ForChild.Page<HandOverManyPage>(
            form,
            new
            {
                FromEmployee = from,
                Children = children,
                Form = form,
            }
        );
}
