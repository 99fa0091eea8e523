using Spor.Access;
using Spor.Children;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Verbs;

namespace Spor.Assessments;

/// <summary>Begins a screening, clarification, assessment, target group assessment or revisit. Without an active case all but a screening
/// opens one.</summary>
/// <param name="KnownOn">The day the municipality became aware of the need: the clock runs from it.</param>
/// <param name="Together">Siblings who are assessed in the same, joint assessment (BL 21).</param>
public sealed record StartAssessment(
    long ChildId,
    AssessmentKind Kind,
    DateOnly KnownOn,
    long? ResponsibleId,
    long? SecondCaseworkerId,
    long? NotificationId,
    string? Occasion,
    IReadOnlyList<long> Together
) : IAboutChild, ICommand<StartAssessment>
{
    public static Verb<StartAssessment> Verb { get; } =
        new(
            "start-assessment",
            Capability.Casework,
            (c, now) => AssessmentRules.Start(c, now.File, [.. now.Siblings()], now.Catalogue, now.Today, now.NewId)
        );

    IReadOnlyList<long> IAboutChild.Others => Together;
}

public static partial class AssessmentRules
{
    /// <param name="siblings">The other children of the family.</param>
    public static Decision Start(
        StartAssessment c,
        ChildFile file,
        IReadOnlyList<ChildFile> siblings,
        Catalogue catalogue,
        DateOnly today,
        Func<long> id
    )
    {
        var wrong = new List<Refusal>();
        if (c.KnownOn > today)
            wrong.Add(new("day-in-future", nameof(c.KnownOn)));
        if (c.ResponsibleId is null)
            wrong.Add(new("responsible-missing", nameof(c.ResponsibleId)));
        if (Running(file, c.Kind, today) is not null)
            wrong.Add(new("assessment-already-running"));
        // Two hold the key meetings (BL 21); who the second is may be found while the four months run, and is asked at the end.
        if (c.SecondCaseworkerId is { } second && second == c.ResponsibleId)
            wrong.Add(new("second-caseworker-same", nameof(c.SecondCaseworkerId)));
        if (c.NotificationId is { } about && !Array.Exists(file.Notifications, n => n.Id == about))
            wrong.Add(new("thing-not-there", nameof(c.NotificationId)));
        var joint = new List<ChildFile>();
        foreach (var sibling in c.Together.Distinct())
        {
            if (siblings.FirstOrDefault(s => s.Id == sibling) is not { } found)
                wrong.Add(new("thing-not-there", nameof(c.Together)));
            else if (Running(found, c.Kind, today) is not null)
                wrong.Add(new("sibling-assessment-running", nameof(c.Together)));
            else
                joint.Add(found);
        }
        if (c.Kind == AssessmentKind.Revisit && AssessmentLaw.Of(AssessmentTopic.Revisit, c.KnownOn) is { } revisit)
        {
            if (c.KnownOn < file.Child.BornOn.AddMonths(revisit.MonthsFrom))
                wrong.Add(new("revisit-too-early", nameof(c.KnownOn)));
            if (!Courses.Of(file, catalogue).InCourseOn(c.KnownOn))
                wrong.Add(new("revisit-not-placed", nameof(c.KnownOn)));
        }
        if (wrong.Count > 0)
            return Decision.No(wrong);

        var events = new List<DomainEvent>();
        long? shared = joint.Count > 0 ? id() : null;
        foreach (var one in joint.Prepend(file))
        {
            if (c.Kind != AssessmentKind.Screening && ActiveCase(one, today) is null)
                events.Add(Open(one.Id, today, id()));
            events.Add(
                new Recorded(
                    FactKinds.Assessment,
                    new AssessmentFact
                    {
                        Id = id(),
                        ChildId = one.Id,
                        Kind = c.Kind,
                        KnownOn = c.KnownOn,
                        StartedOn = today,
                        ResponsibleId = c.ResponsibleId,
                        SecondCaseworkerId = c.SecondCaseworkerId,
                        NotificationId = one.Id == file.Id ? c.NotificationId : null,
                        SharedId = shared,
                        Occasion = c.Occasion,
                    }
                )
            );
        }
        return Decision.Of(events);
    }

    static Recorded Open(long child, DateOnly on, long id) =>
        new(
            FactKinds.Case,
            new CaseFact
            {
                Id = id,
                ChildId = child,
                OpenedOn = on,
            }
        );

    public static CaseFact? ActiveCase(ChildFile file, DateOnly day) => Array.Find(file.Cases, k => k.ActiveAt(day));

    /// <summary>The assessment of a kind that is not finished; null if there is none. One that was left behind when the child's case closed
    /// runs no more.</summary>
    public static AssessmentFact? Running(ChildFile file, AssessmentKind kind, DateOnly today) =>
        Array.FindLast(file.Assessments, a => a.Kind == kind && Runs(file, a, today));

    /// <summary>Not finished, and not left behind by a case that closed with no other running past it.</summary>
    public static bool Runs(ChildFile file, AssessmentFact a, DateOnly today) =>
        a.FinishedOn is null
        && !Array.Exists(
            file.Cases,
            closing =>
                closing.ClosedOn is { } on
                && on >= a.KnownOn
                && on < today
                && !Array.Exists(
                    file.Cases,
                    other => other.Id != closing.Id && other.OpenedOn <= on && (other.ClosedOn is null || other.ClosedOn > on)
                )
        );

    /// <summary>Whether two caseworkers hold the key meetings: a clarification or assessment in the family's first case (BL 21).</summary>
    public static bool NeedsTwo(AssessmentKind kind, DateOnly knownOn, ChildFile file, IReadOnlyList<ChildFile> siblings, DateOnly today) =>
        kind is AssessmentKind.Clarification or AssessmentKind.Assessment
        && AssessmentLaw.Of(AssessmentTopic.TwoCaseworkers, knownOn) is not null
        && IsFamilysFirstCase(file, siblings, today);

    /// <summary>No child of the family has had a case before the one that is active, or is about to be opened.</summary>
    public static bool IsFamilysFirstCase(ChildFile file, IReadOnlyList<ChildFile> siblings, DateOnly today)
    {
        var current = ActiveCase(file, today);
        var before = current?.OpenedOn ?? DateOnly.MaxValue;
        return !siblings.Append(file).Any(f => Array.Exists(f.Cases, k => k.Id != current?.Id && k.OpenedOn < before));
    }

    /// <summary>The day it must be finished by the law of the day the need was known; null for what has no such deadline.</summary>
    public static DateOnly? DueBy(AssessmentKind kind, DateOnly knownOn, Bounds bounds) =>
        kind != AssessmentKind.Assessment
            ? null
            : DanishCalendar.AddMonths(knownOn, bounds.On(knownOn).Of(Requirements.Rule.AssessmentCompleted).Months);

    public static AssessmentTopic TopicOf(AssessmentKind kind) =>
        kind switch
        {
            AssessmentKind.Screening => AssessmentTopic.Screening,
            AssessmentKind.Clarification => AssessmentTopic.Clarification,
            AssessmentKind.TargetGroup => AssessmentTopic.TargetGroup,
            AssessmentKind.Revisit => AssessmentTopic.Revisit,
            _ => AssessmentTopic.Assessment,
        };

    /// <summary>The section and text in force when the need was known; the newest there is, if none was.</summary>
    public static AssessmentLaw LawOf(AssessmentKind kind, DateOnly knownOn) =>
        AssessmentLaw.Of(TopicOf(kind), knownOn) ?? AssessmentLaw.All.Last(r => r.Topic == TopicOf(kind));
}
