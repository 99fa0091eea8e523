using Spor.Assessments;
using Spor.Facts;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Assessments;

/// <summary>Finishes an assessment. What is written on its dimensions and what the child said can be fetched instead of typed
/// again.</summary>
static class ConcludeAssessmentForm
{
    /// <summary>Buttons that fill a field and save nothing.</summary>
    public const string GatherButton = "Gather",
        WordsButton = "Words";

    public static IResult Show(long child, long id, Viewing viewing, Acting acting, ChildReader reader, FactReader facts, Drafts drafts) =>
        AssessmentView.Do(
            child,
            id,
            viewing,
            reader,
            facts,
            drafts,
            view => Page(view, acting.NewForm((nameof(ConcludeAssessment.FinishedOn), Form.Iso(viewing.WorkClock.Today))))
        );

    public static IResult Save(
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
                if (form.Filled(GatherButton))
                    return Fill(
                        view,
                        form,
                        nameof(ConcludeAssessment.Conclusion),
                        string.Join(
                            "\n\n",
                            view.Set.All.Where(d => view.Written.GetValueOrDefault(d.Code)?.Conclusion is not null)
                                .Select(d => $"{d.Title}: {view.Written[d.Code].Conclusion}")
                        )
                    );
                if (form.Filled(WordsButton))
                    return Fill(view, form, nameof(ConcludeAssessment.ChildsView), SaidLast(view)?.ChildsWords ?? "");
                var conclude = new ConcludeAssessment(
                    id,
                    form.NeededDay(nameof(ConcludeAssessment.FinishedOn)),
                    form.NeededCode<AssessmentOutcome>(nameof(ConcludeAssessment.Outcome)),
                    form.Text(nameof(ConcludeAssessment.Conclusion)),
                    form.Text(nameof(ConcludeAssessment.Reason)),
                    form.Text(nameof(ConcludeAssessment.ChildsView)),
                    form.Text(nameof(ConcludeAssessment.ParentsView)),
                    form.YesNo(nameof(ConcludeAssessment.SiblingsConsidered)),
                    form.Text(nameof(ConcludeAssessment.SiblingsNote)),
                    form.Text(nameof(ConcludeAssessment.UnfinishedReason))
                )
                {
                    ChildId = child,
                    SecondCaseworkerId = form.Id(nameof(ConcludeAssessment.SecondCaseworkerId)),
                };
                var done = acting.Do(conclude, form);
                return done.Saved ? Acting.Saved(view.Url, "assessment-concluded") : Page(view, form);
            }
        );

    /// <summary>The latest conversation with the child's words written down.</summary>
    internal static ConversationFact? SaidLast(AssessmentView view) =>
        Array.FindLast(view.File.Conversations, c => c.ChildsWords is not null);

    static IResult Fill(AssessmentView view, FormState form, string field, string text)
    {
        var typed = form.Text(field);
        if (text.Length > 0)
            form.Set(field, typed is null ? text : typed + "\n\n" + text);
        return Page(view, form);
    }

    static IResult Page(AssessmentView view, FormState form) =>
        ForChild.Page<ConcludeAssessmentPage>(form, new { View = view, Form = form });
}
