using System.Globalization;
using Spor.Cases;
using Spor.Children;
using Spor.Conferences;
using Spor.Facts;
using Spor.Kernel;
using Spor.Notifications;
using Spor.Requirements;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Case.Notifications;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Partners;

/// <summary>What a partner may be told of something it sent: that it was received, whether it was assessed, and that it was answered
/// (barnets lov § 138). What the assessment said, and what was done, is told by the department and stands nowhere here.</summary>
/// <param name="Sent">With its texts opened.</param>
/// <param name="Assessed">Everything that was made of it.</param>
public sealed record SentState(SentNotificationFact Sent, bool Assessed, DateOnly? AcknowledgedOn, DateOnly? FeedbackOn)
{
    public static SentState Of(SentNotificationFact sent, IReadOnlyList<NotificationFact> made) =>
        new(
            sent,
            made.Count > 0 && made.All(n => n.AssessedAt is not null),
            made.Count > 0 && made.All(n => n.AcknowledgedOn is not null) ? made.Max(n => n.AcknowledgedOn) : null,
            made.Count > 0 && made.All(n => n.FeedbackOn is not null) ? made.Max(n => n.FeedbackOn) : null
        );
}

/// <summary>A question as the partner sees it: no more of the child than its name, and of a protected one not that.</summary>
/// <param name="Question">Numbers and addresses of protected people taken out.</param>
public sealed record PartnerQuestion(
    long Id,
    string Child,
    string? Question,
    DateOnly On,
    DateOnly DueOn,
    AskedOn Basis,
    DateOnly? AnsweredOn,
    string? Answer,
    string? AskedBy
);

/// <summary>The partner's own pages. None of them is given a child's file, and none links to a child.</summary>
static class PartnerDesk
{
    /// <summary>The kind of look in the log.</summary>
    const string Kind = "samarbejdspartner";

    public static IResult Show(Viewing viewing, FactReader reader)
    {
        var questions = PartnerEndpoints.Questions(viewing).ToList();
        var sent = reader
            .Opened(PartnerEndpoints.SentBy(viewing))
            .Select(s => (State: s, Made: PartnerEndpoints.MadeOf(s.Id, viewing)))
            .ToList();
        viewing.Log.Looked(
            viewing.Viewer.Key,
            Kind,
            [.. questions.Select(q => q.Child.File.Id).Concat(sent.SelectMany(s => s.Made.Select(m => m.Child.File.Id))).Distinct()],
            "liste"
        );
        return new Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<DeskPage>(
            new
            {
                Sent = (IReadOnlyList<SentState>)[.. sent.Select(s => SentState.Of(s.State, [.. s.Made.Select(m => m.Of)]))],
                Questions = (IReadOnlyList<PartnerQuestion>)
                    [
                        .. questions
                            .OrderBy(q => q.Of.AnsweredOn is not null)
                            .ThenBy(q => q.Of.DueOn)
                            .ThenBy(q => q.Of.Id)
                            .Select(q => new PartnerQuestion(
                                q.Of.Id,
                                Named(q.Child.Child),
                                null,
                                q.Of.On,
                                q.Of.DueOn,
                                q.Of.Basis,
                                q.Of.AnsweredOn,
                                null,
                                null
                            )),
                    ],
            }
        );
    }

    static string Named(ChildFact child) => child.Protected ? Text.ProtectedChild : child.Name;

    public static IResult ShowSend(Viewing viewing, Acting acting) =>
        SendForm(acting.NewForm((nameof(SendNotification.Notifier), PartnerEndpoints.SentBy(viewing).FirstOrDefault()?.Notifier.Danish())));

    public static IResult SaveSend(IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        var done = acting.Do(
            new SendNotification(
                form.NeededCode<Notifier>(nameof(SendNotification.Notifier)),
                form.Text(nameof(SendNotification.ChildName)),
                ReceiveForm.ReadCpr(form, nameof(SendNotification.Cpr), viewing),
                form.Day(nameof(SendNotification.BornOn)),
                form.Text(nameof(SendNotification.Description)),
                form.Text(nameof(SendNotification.Contact))
            ),
            form
        );
        return done.New<SentNotificationFact>() is { } sent
            ? Acting.Saved(PartnerEndpoints.Own(sent.Id), "notification-sent")
            : SendForm(form);
    }

    static IResult SendForm(FormState form) => ForChild.Page<SendPage>(form, new { Form = form });

    public static IResult ShowSent(long id, Viewing viewing, FactReader reader)
    {
        if (PartnerEndpoints.SentBy(viewing).FirstOrDefault(s => s.Id == id) is not { } sent)
            return Results.NotFound();
        var made = PartnerEndpoints.MadeOf(id, viewing);
        viewing.Log.Looked(viewing.Viewer.Key, Kind, [.. made.Select(m => m.Child.File.Id)], "underretning " + N(id));
        return new Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<SentPage>(
            new { State = SentState.Of(reader.Opened([sent])[0], [.. made.Select(m => m.Of)]) }
        );
    }

    public static IResult ShowQuestion(long id, Viewing viewing, Acting acting, ChildReader reader) =>
        With(
            id,
            viewing,
            reader,
            q =>
            {
                viewing.Log.Looked(viewing.Viewer.Key, Kind, [q.Child], "spørgsmål " + N(id));
                return Page(q.Question, acting.NewForm());
            }
        );

    public static IResult SaveAnswer(long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        With(
            id,
            viewing,
            reader,
            q =>
            {
                var form = FormState.Of(posted);
                return acting.Do(new AnswerQuestion(id, form.Text(nameof(AnswerQuestion.Answer))), form).Saved
                    ? Acting.Saved(PartnerEndpoints.Question(id), "question-answered")
                    : Page(q.Question, form);
            }
        );

    static IResult Page(PartnerQuestion question, FormState form) =>
        ForChild.Page<QuestionPage>(form, new { Question = question, Form = form });

    /// <summary>A question to whoever looks; anything else is not there.</summary>
    static IResult With(long id, Viewing viewing, ChildReader reader, Func<(long Child, PartnerQuestion Question), IResult> then)
    {
        if (
            PartnerEndpoints.Questions(viewing).Where(q => q.Of.Id == id).Select(q => q.Child.File.Id).FirstOrDefault()
                is not (> 0 and var child)
            || reader.Read(child) is not { } file
            || Array.Find(file.Of<PartnerRequestFact>(), r => r.Id == id) is not { } r
        )
            return Results.NotFound();
        return then(
            (
                child,
                new(
                    id,
                    Named(file.Child),
                    Shielded.Text(r.Question, file),
                    r.On,
                    r.DueOn,
                    r.Basis,
                    r.AnsweredOn,
                    r.Answer,
                    viewing.EmployeeName(r.AskedBy)
                )
            )
        );
    }

    static string N(long id) => id.ToString(CultureInfo.InvariantCulture);
}
