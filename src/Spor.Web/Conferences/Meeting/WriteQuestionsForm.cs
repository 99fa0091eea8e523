using System.Globalization;
using Spor.Conferences;
using Spor.Facts;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.Meeting;

/// <summary>The questions of a conference, several on one page, and the family's approval of them.</summary>
static class WriteQuestionsForm
{
    /// <summary>How many fields there are at the least, and how many empty ones after what is written.</summary>
    const int Least = 6,
        Spare = 2,
        Most = 60;

    /// <summary>The button that also says that the family has approved.</summary>
    public const string ApproveButton = nameof(WriteQuestions.Approve);

    public static string TextField(int slot) => "Question" + slot.ToString(CultureInfo.InvariantCulture);

    public static string IdField(int slot) => "QuestionId" + slot.ToString(CultureInfo.InvariantCulture);

    /// <summary>The fields of the page, numbered from 1.</summary>
    public static int Slots(FormState form)
    {
        var last = 0;
        for (var i = 1; i <= Most; i++)
            if (form.Filled(TextField(i)) || form.Filled(IdField(i)))
                last = i;
        return Math.Min(Most, Math.Max(Least, last + Spare));
    }

    public static IResult Show(long child, long id, Viewing viewing, Acting acting, ChildReader reader) =>
        ConferenceView.Do(
            child,
            id,
            viewing,
            reader,
            view =>
            {
                var known = new List<(string, string?)> { (nameof(WriteQuestions.ApprovedOn), Form.Iso(viewing.WorkClock.Today)) };
                for (var i = 0; i < view.Questions.Count; i++)
                    known.AddRange([(TextField(i + 1), view.Questions[i].Text), (IdField(i + 1), Number(view.Questions[i].Id))]);
                return Page(view, acting.NewForm([.. known]));
            }
        );

    public static IResult Save(long child, long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        ConferenceView.Do(
            child,
            id,
            viewing,
            reader,
            view =>
            {
                var form = FormState.Of(posted);
                var approve = form.Checked(ApproveButton);
                var lines = new List<QuestionLine>();
                for (var i = 1; i <= Most; i++)
                    if (form.Fields.Contains(TextField(i)))
                        lines.Add(new(form.Filled(IdField(i)) ? form.Id(IdField(i)) : null, form.Text(TextField(i))));
                var command = new WriteQuestions(id, lines, approve, approve ? form.Day(nameof(WriteQuestions.ApprovedOn)) : null)
                {
                    ChildId = child,
                };
                var done = acting.Do(command, form, (ConferenceQuestionFact _) => Meet(form, reader.Read(child)!, id));
                if (done.Saved)
                    return approve ? Acting.Saved(view.Url, "questions-approved")
                        : done.Written<NetworkConferenceFact>().Any() ? Acting.Saved(view.Url, "questions-approval-emptied")
                        : Acting.Saved(view.Url, "questions-written");
                return Page(view, form);
            }
        );

    /// <summary>What stands saved is put beside the field of the same place; saving again then changes that question, not a copy of
    /// it.</summary>
    static List<(string, string?)> Meet(FormState form, ChildFile file, long conference)
    {
        var saved = new List<(string, string?)>();
        foreach (var question in file.Questions.Where(q => q.ConferenceId == conference).OrderBy(q => q.Position))
        {
            form.Set(IdField(saved.Count + 1), Number(question.Id));
            saved.Add((TextField(saved.Count + 1), question.Text));
        }
        return saved;
    }

    static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);

    static IResult Page(ConferenceView view, FormState form) => ForChild.Page<WriteQuestionsPage>(form, new { View = view, Form = form });
}
