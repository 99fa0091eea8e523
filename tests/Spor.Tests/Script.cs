using System.Globalization;
using Spor.Assessments;
using Spor.Children;
using Spor.Conferences;
using Spor.Decisions;
using Spor.Facts;
using Spor.FollowUps;
using Spor.Interventions;
using Spor.Notifications;
using Spor.Plans;
using Spor.Requirements;

namespace Spor.Tests;

/// <summary>
/// A child's file from a few words: <c>case 2023-01-01 -; measure hjem 2023-02-01 2023-12-31; followup 2023-04-01</c>. <c>-</c> = nothing.
/// A follow-up or visit belongs to the measure before it, a goal to the plan, a score to the goal, a measure that ends in <c>+</c> to the
/// decision before it. A child is born 2012-06-15 unless it says.
/// </summary>
static class Script
{
    public static ChildFile File(string script, long id = 1)
    {
        var child = new ChildFact { Id = id, BornOn = new(2012, 6, 15) };
        var facts = new List<ChildsFact>();
        long next = id * 1000,
            measure = 0,
            decision = 0,
            plan = 0,
            goal = 0;
        foreach (var line in script.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var w = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            string? Word(int i) => i < w.Length && w[i] != "-" ? w[i] : null;
            DateOnly? Maybe(int i) => Word(i) is { } t ? Day(t) : null;
            DateOnly On(int i = 1) => Maybe(i)!.Value;
            ChildsFact? fact = w[0] switch
            {
                "case" => new CaseFact
                {
                    OpenedOn = On(),
                    ClosedOn = Maybe(2),
                    ParentsInformedOn = Maybe(3),
                },
                "notified" => new NotificationFact
                {
                    ReceivedAt = Time(w[1]),
                    AssessedAt = Word(2) is { } t ? Time(t) : null,
                    AcknowledgedOn = Maybe(3),
                    Notifier = Word(4) == "anonym" ? Notifier.Anonymous : Notifier.School,
                },
                "bfu" => new AssessmentFact
                {
                    Kind = AssessmentKind.Assessment,
                    KnownOn = On(),
                    FinishedOn = Maybe(2),
                    StartedOn = Maybe(3),
                },
                "clarification" => new AssessmentFact
                {
                    Kind = AssessmentKind.Clarification,
                    KnownOn = On(),
                    FinishedOn = Maybe(2),
                    StartedOn = Maybe(3),
                },
                "screening" => new AssessmentFact
                {
                    Kind = AssessmentKind.Screening,
                    KnownOn = On(),
                    FinishedOn = Maybe(2),
                },
                "revisit" => new AssessmentFact
                {
                    Kind = AssessmentKind.Revisit,
                    KnownOn = On(),
                    FinishedOn = Maybe(2),
                },
                "target" => new AssessmentFact
                {
                    Kind = AssessmentKind.TargetGroup,
                    KnownOn = On(),
                    FinishedOn = Maybe(2),
                },
                "talk" => new ConversationFact
                {
                    On = On(),
                    LeftOut = Word(2) is not null,
                    HasReason = Word(2) == "reason",
                    Purpose = Word(3) switch
                    {
                        "assessment" => ConversationPurpose.Assessment,
                        "followup" => ConversationPurpose.FollowUp,
                        "visit" => ConversationPurpose.Visit,
                        "notification" => ConversationPurpose.Notification,
                        _ => ConversationPurpose.Decision,
                    },
                },
                "plan" => new PlanFact
                {
                    Id = plan = ++next,
                    Kind = w[1] == "youth" ? PlanKind.YouthPlan : PlanKind.ChildsPlan,
                    DecidedOn = On(2),
                    FinishedOn = Maybe(3),
                    ClosedOn = Maybe(4),
                },
                "goal" => new GoalFact
                {
                    Id = goal = ++next,
                    PlanId = plan,
                    EndedOn = Maybe(1),
                },
                "score" => new MeasurementFact
                {
                    GoalId = goal,
                    On = On(),
                    Score = int.Parse(w[2], CultureInfo.InvariantCulture),
                },
                "decision" => new DecisionRecordFact
                {
                    Id = decision = ++next,
                    On = On(),
                    LegalBasis = w.FirstOrDefault(x => x.StartsWith('§')) is { } section ? section[1..] : "",
                },
                "measure" => new InterventionFact
                {
                    Id = measure = ++next,
                    Code = w[1],
                    From = On(2),
                    To = Maybe(3),
                    DecisionId = w[^1] == "+" ? decision : null,
                    LegalBasis = w.FirstOrDefault(x => x.StartsWith('§')) is { } basis ? basis[1..] : "",
                },
                "followup" => new FollowUpFact
                {
                    InterventionId = measure,
                    On = On(),
                    NextBy = Maybe(2),
                },
                "visit" => new SupervisionVisitFact
                {
                    InterventionId = measure,
                    On = On(),
                    SpokeWithChild = Word(2) is null,
                },
                "conference" => new NetworkConferenceFact { OfferedOn = On(), HeldOn = Maybe(2) },
                _ => null,
            };
            if (w[0] == "born")
                child.BornOn = On();
            else if (w[0] == "disability")
                child.TargetGroup = TargetGroup.Disability;
            else if (fact is null)
                throw new ArgumentException(line);
            if (fact is null)
                continue;
            if (fact.Id == 0)
                fact.Id = ++next;
            fact.ChildId = id;
            facts.Add(fact);
        }
        return ChildFile.Build(child, facts, alone: true);
    }

    /// <summary>One rule's requirements at a day, as <c>State trigger due [= fulfilled]</c>, by due day.</summary>
    public static string At(string script, string day, Rule rule) =>
        string.Join(
            "; ",
            All(File(script), Day(day))
                .Where(r => r.Rule == rule)
                .OrderBy(r => r.Due)
                .ThenBy(r => r.Trigger)
                .Select(r =>
                    $"{r.State} {r.Trigger:yyyy-MM-dd} "
                    + $"{r.Due:yyyy-MM-dd}{(r.Fulfilled is { } f ? $" = {f:yyyy-MM-dd}" : "")}{(r.LeftOut ? " left out" : "")}"
                )
        );

    public static List<Requirement> All(ChildFile file, DateOnly day, Catalogue? catalogue = null)
    {
        var all = new List<Requirement>();
        Derive.Of(file, catalogue ?? Catalogue.Default, day, all);
        return all;
    }

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    static DateTime Time(string text) => DateTime.ParseExact(text, "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
}
