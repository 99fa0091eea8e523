using Spor.Access;
using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Law;
using Spor.Verbs;

namespace Spor.Assessments;

/// <summary>Finishes an assessment with its outcome. A screening that leads on opens a case, if the child has none.</summary>
/// <param name="Reason">Why no case, or no support.</param>
/// <param name="SiblingsConsidered">Whether the other children of the family were considered; null if the question was not
/// answered.</param>
/// <param name="SiblingsNote">What was concluded on them, or why they were not considered.</param>
/// <param name="UnfinishedReason">Why dimensions are left unwritten.</param>
public sealed record ConcludeAssessment(
    long AssessmentId,
    DateOnly FinishedOn,
    AssessmentOutcome Outcome,
    string? Conclusion,
    string? Reason,
    string? ChildsView,
    string? ParentsView,
    bool? SiblingsConsidered,
    string? SiblingsNote,
    string? UnfinishedReason
) : IAboutChild, ICommand<ConcludeAssessment>
{
    public long ChildId { get; init; }

    /// <summary>Who took part in the key meetings, where it was not known when the assessment began (BL 21).</summary>
    public long? SecondCaseworkerId { get; init; }

    public static Verb<ConcludeAssessment> Verb { get; } =
        new(
            "conclude-assessment",
            Capability.Casework,
            (c, now) =>
                AssessmentRules.Conclude(
                    c,
                    AssessmentRules.Opened(c.AssessmentId, now),
                    now.File,
                    [.. now.File.Dimensions.Where(d => d.AssessmentId == c.AssessmentId).Select(now.Facts.Opened)],
                    [.. now.Siblings()],
                    now.Bounds,
                    now.Today,
                    now.NewId
                )
        );
}

public static partial class AssessmentRules
{
    /// <param name="assessment">Texts opened; null if it is not there.</param>
    /// <param name="dimensions">Those of this assessment, texts opened.</param>
    public static Decision Conclude(
        ConcludeAssessment c,
        AssessmentFact? assessment,
        ChildFile file,
        IReadOnlyList<AssessmentDimensionFact> dimensions,
        IReadOnlyList<ChildFile> siblings,
        Bounds bounds,
        DateOnly today,
        Func<long> id
    )
    {
        if (assessment is null)
            return new Refusal("thing-not-there");
        if (assessment.FinishedOn is not null)
            return new Refusal("assessment-finished");
        var wrong = new List<Refusal>();
        var second = assessment.SecondCaseworkerId ?? c.SecondCaseworkerId;
        var full = assessment.Kind == AssessmentKind.Assessment;
        if (c.FinishedOn > today)
            wrong.Add(new("day-in-future", nameof(c.FinishedOn)));
        else if (c.FinishedOn < assessment.KnownOn)
            wrong.Add(new("finished-before-known", nameof(c.FinishedOn)));
        var active = ActiveCase(file, today) is not null;
        if (!Outcomes(assessment.Kind, active).Contains(c.Outcome))
            wrong.Add(new("outcome-not-of-kind", nameof(c.Outcome)));
        if (c.Conclusion is null)
            wrong.Add(new("conclusion-missing", nameof(c.Conclusion)));
        if (c.Outcome == AssessmentOutcome.NoCase && c.Reason is null)
            wrong.Add(new("no-case-reason-missing", nameof(c.Reason)));
        if (c.Outcome == AssessmentOutcome.NoSupport && c.Reason is null)
            wrong.Add(new("no-support-reason-missing", nameof(c.Reason)));
        if (full && NeedsHearing(file.Child, c.FinishedOn))
        {
            var heard = Hearing.For(file, bounds, c.FinishedOn);
            if (heard is null)
                wrong.Add(new("child-not-heard-in-assessment"));
            if (c.ChildsView is null && heard is not { LeftOut: true })
                wrong.Add(new("childs-view-missing", nameof(c.ChildsView)));
        }
        if (full && c.ParentsView is null)
            wrong.Add(new("parents-view-missing", nameof(c.ParentsView)));
        if (full && siblings.Count > 0)
        {
            if (c.SiblingsConsidered is null)
                wrong.Add(new("siblings-not-answered", nameof(c.SiblingsConsidered)));
            if (c.SiblingsNote is null)
                wrong.Add(new("siblings-note-missing", nameof(c.SiblingsNote)));
        }
        if (second is null && NeedsTwo(assessment.Kind, assessment.KnownOn, file, siblings, today))
            wrong.Add(new("second-caseworker-missing", nameof(c.SecondCaseworkerId)));
        else if (second is not null && second == assessment.ResponsibleId)
            wrong.Add(new("second-caseworker-same", nameof(c.SecondCaseworkerId)));
        if (c.UnfinishedReason is null && Unfinished(assessment, dimensions).Count > 0)
            wrong.Add(new("dimensions-unfinished", nameof(c.UnfinishedReason)));
        if (wrong.Count > 0)
            return Decision.No(wrong);

        var done = (AssessmentFact)assessment.Copy();
        done.SecondCaseworkerId = second;
        // One that is written down afterwards was entered later than it ended, and began no later than that.
        if (c.FinishedOn < done.StartedOn)
            done.StartedOn = c.FinishedOn;
        (done.FinishedOn, done.Outcome, done.Conclusion, done.Reason) = (c.FinishedOn, c.Outcome, c.Conclusion, c.Reason);
        (done.ChildsView, done.ParentsView, done.SiblingsConsidered, done.SiblingsNote, done.UnfinishedReason) = (
            c.ChildsView,
            c.ParentsView,
            c.SiblingsConsidered,
            c.SiblingsNote,
            c.UnfinishedReason
        );
        var events = new List<DomainEvent> { new Corrected(FactKinds.Assessment, done) };
        if (assessment.Kind == AssessmentKind.Screening && c.Outcome != AssessmentOutcome.NoCase && !active)
            events.Add(Open(file.Id, c.FinishedOn, id()));
        return Decision.Of(events);
    }

    /// <summary>What an assessment of a kind may end in.</summary>
    /// <param name="active">The child has an active case already.</param>
    public static IReadOnlyList<AssessmentOutcome> Outcomes(AssessmentKind kind, bool active) =>
        kind switch
        {
            AssessmentKind.Screening when active =>
            [
                AssessmentOutcome.NoCase,
                AssessmentOutcome.Clarification,
                AssessmentOutcome.Assessment,
            ],
            AssessmentKind.Screening =>
            [
                AssessmentOutcome.NoCase,
                AssessmentOutcome.OpenCase,
                AssessmentOutcome.Clarification,
                AssessmentOutcome.Assessment,
            ],
            AssessmentKind.Clarification => [AssessmentOutcome.Support, AssessmentOutcome.NoSupport, AssessmentOutcome.Assessment],
            _ => [AssessmentOutcome.Support, AssessmentOutcome.NoSupport],
        };

    /// <summary>The dimensions that should be written and have no conclusion.</summary>
    public static IReadOnlyList<Dimension> Unfinished(AssessmentFact assessment, IReadOnlyList<AssessmentDimensionFact> dimensions) =>
        LawOf(assessment.Kind, assessment.KnownOn).Dimensions != DimensionUse.All
            ? []
            :
            [
                .. DimensionSets
                    .On(assessment.KnownOn)
                    .All.Where(d =>
                        !dimensions.Any(r => r.AssessmentId == assessment.Id && r.Dimension == d.Code && r.Conclusion is not null)
                    ),
            ];

    /// <summary>A child that is not born cannot be heard.</summary>
    public static bool NeedsHearing(ChildFact child, DateOnly day) => !child.Unborn && child.BornOn <= day;
}
