using System.Globalization;
using Spor.Facts;
using Spor.Requirements;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Workforce;

namespace Spor.Web.Staff.Allocating;

/// <summary>A leader gives a case to a caseworker, by the proposal or for a reason to another.</summary>
static class AllocateCaseForm
{
    public static IResult Show(long child, Viewing viewing, Acting acting) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                viewing.Log.Looked(viewing.Viewer.Key, "fordel", [child]);
                var candidates = Candidates(state, viewing);
                return Page(
                    state,
                    candidates,
                    acting.NewForm(
                        (nameof(AllocateCase.From), Form.Iso(viewing.WorkClock.Today)),
                        (
                            nameof(AllocateCase.EmployeeId),
                            candidates.FirstOrDefault(c => Reaches(c, viewing))?.EmployeeId.ToString(CultureInfo.InvariantCulture)
                        )
                    )
                );
            }
        );

    public static IResult Save(long child, IFormCollection posted, Viewing viewing, Acting acting) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                var form = FormState.Of(posted);
                var candidates = Candidates(state, viewing);
                if (!form.Filled(nameof(AllocateCase.EmployeeId)))
                    form.Refusals.Add(new("choice-missing", nameof(AllocateCase.EmployeeId)));
                var command = new AllocateCase(
                    child,
                    form.Id(nameof(AllocateCase.EmployeeId)) ?? 0,
                    form.NeededDay(nameof(AllocateCase.From)),
                    form.Text(nameof(AllocateCase.Reason)),
                    form.Text(nameof(AllocateCase.NameReason))
                );
                return acting.Do(command, form).Saved ? Acting.Saved(Routes.Allocation, "allocated") : Page(state, candidates, form);
            }
        );

    /// <summary>Those whom the viewer may give a child first, each part in the order of the proposal.</summary>
    static IReadOnlyList<Candidate> Candidates(ChildState state, Viewing viewing) =>
        [.. Allocation.For(state.File, viewing.Register, viewing.WorkClock.Today).OrderBy(c => Reaches(c, viewing) ? 0 : 1)];

    /// <summary>Whether the viewer answers for the caseworker's team.</summary>
    public static bool Reaches(Candidate c, Viewing viewing) => c.TeamId is not { } team || viewing.Viewer.LeadsTeam(team);

    static IResult Page(ChildState state, IReadOnlyList<Candidate> candidates, FormState form) =>
        ForChild.Page<AllocateCasePage>(
            form,
            new
            {
                State = state,
                Form = form,
                Candidates = candidates,
            }
        );
}
