using Spor.Cases;
using Spor.Children;
using Spor.Corrections;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Cases;

/// <summary>What was handed over, and the new caseworker's »I have read it«.</summary>
static class ReceiveHandoverForm
{
    public static IResult Show(long child, long handover, Viewing viewing, Acting acting, FactReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                if (reader.Find<HandoverFact>(handover) is not { } found || found.ChildId != child)
                    return Results.NotFound();
                viewing.Log.Looked(viewing.Viewer.Key, "overdragelse", [child]);
                return Page(
                    state,
                    acting.NewForm((nameof(ReceiveHandover.MetFamilyOn), found.MetFamilyOn is { } on ? Form.Iso(on) : null)),
                    found
                );
            }
        );

    public static IResult Save(long child, long handover, IFormCollection posted, Viewing viewing, Acting acting, FactReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                var form = FormState.Of(posted);
                var command = new ReceiveHandover(child, handover, form.Day(nameof(ReceiveHandover.MetFamilyOn)));
                if (acting.Do(command, form).Saved)
                    return Acting.Saved(Routes.Child(child), "handover-received");
                return reader.Find<HandoverFact>(handover) is { } found && found.ChildId == child
                    ? Page(state, form, found)
                    : Results.NotFound();
            }
        );

    static IResult Page(ChildState state, FormState form, HandoverFact handover) =>
        ForChild.Page<ReceiveHandoverPage>(
            form,
            new
            {
                State = state,
                Form = form,
                Handover = handover,
            }
        );
}
