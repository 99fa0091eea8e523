using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Assessments;
using Spor.Facts;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Assessments;

/// <summary>An assessment on the screen and on paper, and carrying earlier conclusions forward to it.</summary>
static class ShowAssessment
{
    public static IResult Show(long child, long id, Viewing viewing, ChildReader reader, FactReader facts, Drafts drafts) =>
        AssessmentView.Do(child, id, viewing, reader, facts, drafts, view => Page(view, FormState.New(viewing.Register.EntryNo)));

    public static IResult Print(long child, long id, Viewing viewing, ChildReader reader, FactReader facts, Drafts drafts) =>
        AssessmentView.Do(child, id, viewing, reader, facts, drafts, view => new RazorComponentResult<PrintPage>(new { View = view }));

    /// <summary>One press fills every empty conclusion with what the chosen earlier assessment said.</summary>
    public static IResult Carry(
        long child,
        long id,
        IFormCollection posted,
        Viewing viewing,
        Acting acting,
        ChildReader reader,
        FactReader facts,
        Drafts drafts
    ) =>
        AssessmentView.Do(
            child,
            id,
            viewing,
            reader,
            facts,
            drafts,
            view =>
            {
                var form = FormState.Of(posted);
                var carry = new CarryForward(id, form.Id(nameof(CarryForward.FromAssessmentId)) ?? 0) { ChildId = child };
                var done = acting.Do(carry, form);
                return done.Saved ? Acting.Saved(view.Url, "carried") : Page(view, form);
            }
        );

    static IResult Page(AssessmentView view, FormState form) => ForChild.Page<AssessmentPage>(form, new { View = view, Form = form });
}
