using Spor.Access;
using Spor.Assessments;
using Spor.Children;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Notifications;

/// <summary>The assessment that the law wants within 24 hours of the notification: is the child in danger, what is done first, and what
/// comes of it.</summary>
/// <param name="AssessedAt">Local wall-clock time.</param>
/// <param name="AssessedBy">The employee who assessed it.</param>
/// <param name="SecondReader">On a child with an active measure: somebody not involved before.</param>
/// <param name="DistrictId">Of a child without district: who is to have it.</param>
public sealed record AssessNotification(
    long ChildId,
    long NotificationId,
    DateTime AssessedAt,
    long? AssessedBy,
    bool? Acute,
    Danger? Danger,
    string? FirstSteps,
    NotificationOutcome? Outcome,
    string? Reason,
    long? SecondReader,
    long? DistrictId
) : IAboutChild, ICommand<AssessNotification>
{
    public static Verb<AssessNotification> Verb { get; } =
        new(
            "assess-notification",
            Capability.Casework,
            (c, now) =>
                NotificationRules.Assess(
                    c,
                    now.Facts.FindOpened<NotificationFact>(c.NotificationId),
                    now.File,
                    now.Facts.Opened(now.File.Child),
                    now.Catalogue,
                    now.Staff,
                    now.Facts.All<DistrictFact>().Any(d => d.From <= now.Today && !(d.To < now.Today)),
                    now.Time,
                    now.NewId
                )
        )
        {
            Shown = (c, now) => now.Facts.Find<NotificationFact>(c.NotificationId),
        };
}

public static partial class NotificationRules
{
    /// <param name="n">The notification with its texts opened; null if it is not there.</param>
    /// <param name="file">Everything known of its child.</param>
    /// <param name="child">The child's own row with its texts opened.</param>
    /// <param name="districts">Whether the municipality has districts to choose from.</param>
    /// <param name="now">Local wall-clock time.</param>
    public static Decision Assess(
        AssessNotification c,
        NotificationFact? n,
        ChildFile? file,
        ChildFact? child,
        Catalogue catalogue,
        Staff staff,
        bool districts,
        DateTime now,
        Func<long> ids
    )
    {
        if (n is null || file is null || child is null || n.ChildId != file.Id)
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        if (c.AssessedAt < n.ReceivedAt)
            wrong.Add(new("assessed-before-received", nameof(c.AssessedAt)));
        else if (c.AssessedAt > now)
            wrong.Add(new("assessed-in-future", nameof(c.AssessedAt)));
        if (c.AssessedBy is null)
            wrong.Add(new("assessor-missing", nameof(c.AssessedBy)));
        if (c.Acute is null)
            wrong.Add(new("acute-not-answered", nameof(c.Acute)));
        if (c.Danger is null)
            wrong.Add(new("danger-not-answered", nameof(c.Danger)));
        if (c.Outcome is null)
            wrong.Add(new("outcome-missing", nameof(c.Outcome)));
        if (c is { FirstSteps: null } && (c.Acute == true || c.Danger == Danger.Serious))
            wrong.Add(new("first-steps-missing", nameof(c.FirstSteps)));
        if (c is { Outcome: NotificationOutcome.NoCase, Reason: null })
            wrong.Add(new("no-case-needs-reasons", nameof(c.Reason)));
        var on = DateOnly.FromDateTime(c.AssessedAt);
        var open = Array.Find(file.Cases, k => k.ActiveAt(on));
        if (c.Outcome == NotificationOutcome.Acute && c.Acute == false)
            wrong.Add(new("acute-outcome-not-acute", nameof(c.Outcome)));
        if (c.Outcome == NotificationOutcome.NoCase && c.Acute == true)
            wrong.Add(new("acute-without-case", nameof(c.Outcome)));
        if (c.Outcome == NotificationOutcome.ExistingCase && open is null)
            wrong.Add(new("no-case-to-go-into", nameof(c.Outcome)));
        if (c.Outcome == NotificationOutcome.NoCase && open is not null)
            wrong.Add(new("case-runs-already", nameof(c.Outcome)));
        SecondRead(c, file, catalogue, n, on, wrong);
        var unplaced = child.DistrictId is null && c.DistrictId is null && staff.WhoHas(file, on).Length == 0;
        if (unplaced && districts && c.Outcome is { } outcome && outcome != NotificationOutcome.NoCase)
            wrong.Add(new("district-missing", nameof(c.DistrictId)));
        if (wrong.Count > 0)
            return Decision.No(wrong);

        var assessed = (NotificationFact)n.Copy();
        (assessed.AssessedAt, assessed.AssessedBy, assessed.Acute, assessed.Danger, assessed.FirstSteps) = (
            c.AssessedAt,
            c.AssessedBy,
            c.Acute,
            c.Danger,
            c.FirstSteps
        );
        (assessed.Outcome, assessed.AssessmentReason, assessed.SecondReader) = (c.Outcome, c.Reason, c.SecondReader);
        var happened = new List<DomainEvent> { new Corrected(FactKinds.Notification, assessed) };
        if (c.DistrictId is { } district && child.DistrictId is null)
        {
            var placed = (ChildFact)child.Copy();
            placed.DistrictId = district;
            happened.Add(new Corrected(FactKinds.Child, placed));
        }
        if (open is null && OpensCase(c.Outcome!.Value))
            happened.Add(
                new Recorded(
                    FactKinds.Case,
                    new CaseFact
                    {
                        Id = ids(),
                        ChildId = file.Id,
                        OpenedOn = on,
                    }
                )
            );
        if (StartOf(c.Outcome!.Value) is { } kind && !Runs(file, kind, n, on))
            happened.Add(
                new Recorded(
                    FactKinds.Assessment,
                    new AssessmentFact
                    {
                        Id = ids(),
                        ChildId = file.Id,
                        Kind = kind,
                        // The municipality has known of the need from the day it was told.
                        KnownOn = n.ReceivedOn,
                        NotificationId = n.Id,
                        ResponsibleId = file
                            .Assignments.LastOrDefault(a => open is not null && a.CaseId == open.Id && staff.Counts(a, on))
                            ?.EmployeeId,
                    }
                )
            );
        return Decision.Of(happened);
    }

    /// <summary>A screening may end without a case; what goes deeper, and what is acute, has one.</summary>
    public static bool OpensCase(NotificationOutcome outcome) =>
        outcome is NotificationOutcome.Clarification or NotificationOutcome.Assessment or NotificationOutcome.Acute;

    /// <summary>What an outcome starts.</summary>
    public static AssessmentKind? StartOf(NotificationOutcome outcome) =>
        outcome switch
        {
            NotificationOutcome.Screening => AssessmentKind.Screening,
            NotificationOutcome.Clarification => AssessmentKind.Clarification,
            NotificationOutcome.Assessment => AssessmentKind.Assessment,
            _ => null,
        };

    // One that runs already goes on with what the notification tells; a second would only start a second clock.
    static bool Runs(ChildFile file, AssessmentKind kind, NotificationFact n, DateOnly on) =>
        file.Assessments.Any(a =>
            a.Kind == kind && (a.NotificationId == n.Id || (a.KnownOn <= on && (a.FinishedOn is null || a.FinishedOn >= on)))
        );

    static void SecondRead(AssessNotification c, ChildFile file, Catalogue catalogue, NotificationFact n, DateOnly on, List<Refusal> wrong)
    {
        if (c.SecondReader is not null && c.SecondReader == c.AssessedBy)
            wrong.Add(new("second-reader-is-assessor", nameof(c.SecondReader)));
        if (!MustHaveOutsider(file, catalogue, n, on))
            return;
        var involved = Involved.In(file, n.Id).Select(i => i.EmployeeId).ToHashSet();
        if (c.SecondReader is { } second && involved.Contains(second))
            wrong.Add(new("second-reader-involved", nameof(c.SecondReader)));
        // Who assesses it may be the one who was not involved.
        else if (c.SecondReader is null && (c.AssessedBy is not { } assessor || involved.Contains(assessor)))
            wrong.Add(new("second-reader-missing", nameof(c.SecondReader)));
    }

    /// <summary>Whether the child had an active measure when it came, or has when it is assessed.</summary>
    public static bool MustHaveOutsider(ChildFile file, Catalogue catalogue, NotificationFact n, DateOnly on) =>
        Involved.MustHaveOutsider(file, catalogue, n.ReceivedOn) || Involved.MustHaveOutsider(file, catalogue, on);
}
