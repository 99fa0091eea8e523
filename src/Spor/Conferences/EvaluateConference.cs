using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Conferences;

/// <summary>What somebody thought of a conference.</summary>
public sealed record EvaluateConference(
    long ConferenceId,
    EvaluatedBy By,
    DateOnly On,
    bool OnPaper,
    long? Heard,
    long? Decided,
    long? Useful,
    string? Comment
) : IAboutChild, ICommand<EvaluateConference>
{
    public long ChildId { get; init; }

    public static Verb<EvaluateConference> Verb { get; } =
        new("evaluate-conference", Capability.Casework, (c, now) => ConferenceRules.Evaluate(c, now.File, now.Today, now.NewId()));
}

public static partial class ConferenceRules
{
    /// <summary>The least and the most of an evaluation's answers.</summary>
    public const int LeastAnswer = 1,
        MostAnswer = 5;

    public static Decision Evaluate(EvaluateConference c, ChildFile file, DateOnly today, long id)
    {
        if (Array.Find(file.Conferences, f => f.Id == c.ConferenceId) is not { } conference)
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        if (conference.HeldOn is null)
            wrong.Add(new("evaluated-before-meeting"));
        if (c.On > today)
            wrong.Add(new("day-in-future", nameof(c.On)));
        if (c.On < conference.HeldOn)
            wrong.Add(new("day-before-meeting", nameof(c.On)));
        foreach (var (answer, field) in new[] { (c.Heard, nameof(c.Heard)), (c.Decided, nameof(c.Decided)), (c.Useful, nameof(c.Useful)) })
            if (answer is < LeastAnswer or > MostAnswer)
                wrong.Add(new("choice-unknown", field));
        if (c is { Heard: null, Decided: null, Useful: null, Comment: null })
            wrong.Add(new("evaluation-empty", nameof(c.Heard)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return new Recorded(
            FactKinds.ConferenceEvaluation,
            new ConferenceEvaluationFact
            {
                Id = id,
                ChildId = file.Id,
                ConferenceId = conference.Id,
                On = c.On,
                By = c.By,
                OnPaper = c.OnPaper,
                Heard = (int?)c.Heard,
                Decided = (int?)c.Decided,
                Useful = (int?)c.Useful,
                Comment = c.Comment,
            }
        );
    }
}
