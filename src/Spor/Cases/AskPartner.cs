using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Cases;

/// <summary>Asks somebody outside the department about a child.</summary>
/// <param name="Person">The key of somebody with the role of a partner.</param>
public sealed record AskPartner(long ChildId, string Person, DateOnly DueOn, AskedOn? Basis, string? BasisReason, string? Question)
    : IAboutChild,
        ICommand<AskPartner>
{
    public static Verb<AskPartner> Verb { get; } =
        new(
            "ask-partner",
            Capability.Casework,
            (c, now) =>
                PartnerRules.Ask(
                    c,
                    PartnerRules.IsPartner(c.Person, now.Facts.All<RoleGrantFact>(), now.Facts.All<UserFact>(), now.Today),
                    now.Author.EmployeeId,
                    now.Today,
                    now.NewId()
                )
        );
}

/// <summary>The question is taken back: from then on the partner does not see it.</summary>
public sealed record TakeBackQuestion(long ChildId, long RequestId) : IAboutChild, ICommand<TakeBackQuestion>
{
    public static Verb<TakeBackQuestion> Verb { get; } =
        new(
            "take-back-question",
            Capability.Casework,
            (c, now) => PartnerRules.TakeBack(Array.Find(now.File.Of<PartnerRequestFact>(), r => r.Id == c.RequestId))
        );
}

/// <summary>The partner answers. It may not see the child: that the question is its own is asked at the moment the answer is
/// written.</summary>
public sealed record AnswerQuestion(long RequestId, string? Answer) : ICommand<AnswerQuestion>
{
    public static Verb<AnswerQuestion> Verb { get; } =
        new(
            "answer-question",
            new Admission(Capability.Partnering) { Narrow = (c, now) => PartnerRules.MayAnswer(((AnswerQuestion)c).RequestId, now) },
            (c, now) => PartnerRules.Answer(c, now.Facts.FindOpened<PartnerRequestFact>(c.RequestId), now.Today, now.NewId())
        )
        {
            ChildOf = (_, now) => now.File.Id,
        };
}

public static class PartnerRules
{
    /// <summary>Somebody who is on the list of users and has the role on a day.</summary>
    public static bool IsPartner(string person, IEnumerable<RoleGrantFact> grants, IEnumerable<UserFact> users, DateOnly day) =>
        People.UserOf(person) is { } id
        && users.Any(u => u.Id == id && u.RunsOn(day))
        && grants.Any(g => g.Person == person && g.Role == ViewerRole.Partner && g.RunsOn(day));

    /// <param name="isPartner">Whether the person may be asked.</param>
    /// <param name="author">The employee who asks; null of somebody without a job.</param>
    public static Decision Ask(AskPartner c, bool isPartner, long? author, DateOnly today, long id)
    {
        var wrong = new List<Refusal>();
        if (!isPartner)
            wrong.Add(new("question-to-nobody", nameof(c.Person)));
        if (c.Question is null)
            wrong.Add(new("question-empty", nameof(c.Question)));
        if (c.DueOn < today)
            wrong.Add(new("question-due-in-past", nameof(c.DueOn)));
        if (c.Basis is null)
            wrong.Add(new("question-without-basis", nameof(c.Basis)));
        if (c.Basis == AskedOn.WithoutConsent && c.BasisReason is null)
            wrong.Add(new("question-without-reason", nameof(c.BasisReason)));
        if (c.Basis == AskedOn.Consent && c.BasisReason is not null)
            wrong.Add(new("question-reason-with-consent", nameof(c.BasisReason)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return new Recorded(
            FactKinds.PartnerRequest,
            new PartnerRequestFact
            {
                Id = id,
                ChildId = c.ChildId,
                Person = c.Person,
                On = today,
                AskedBy = author,
                DueOn = c.DueOn,
                Basis = c.Basis!.Value,
                BasisReason = c.BasisReason,
                Question = c.Question,
            }
        );
    }

    /// <param name="request">Null if it is not the child's.</param>
    public static Decision TakeBack(PartnerRequestFact? request) =>
        request is null ? new Refusal("thing-not-there")
        : request.AnsweredOn is not null ? new Refusal("question-answered")
        : new Withdrawn(FactKinds.PartnerRequest, request.Id);

    internal static Refusal? MayAnswer(long id, Now now) =>
        now.Facts.Find<PartnerRequestFact>(id) is { } request && request.Person == now.Author.Key && now.Load(request.ChildId)
            ? null
            : new Refusal("question-not-yours");

    /// <summary>The answer, and a task for who asked: an answer that nobody hears of is none.</summary>
    /// <param name="request">With its texts opened; null if it was taken back.</param>
    public static Decision Answer(AnswerQuestion c, PartnerRequestFact? request, DateOnly today, long taskId)
    {
        if (request is null)
            return new Refusal("question-not-yours");
        if (request.AnsweredOn is not null)
            return new Refusal("question-answered");
        if (c.Answer is null)
            return new Refusal("question-without-answer", nameof(c.Answer));
        var row = (PartnerRequestFact)request.Copy();
        (row.AnsweredOn, row.Answer) = (today, c.Answer);
        var happened = new List<DomainEvent> { new Corrected(FactKinds.PartnerRequest, row) };
        if (request.AskedBy is { } employee)
            happened.Add(
                new Recorded(
                    FactKinds.OwnTask,
                    new OwnTaskFact
                    {
                        Id = taskId,
                        ChildId = request.ChildId,
                        EmployeeId = employee,
                        DueOn = today,
                        What = "Læs svaret fra samarbejdspartneren",
                    }
                )
            );
        return Decision.Of(happened);
    }
}
