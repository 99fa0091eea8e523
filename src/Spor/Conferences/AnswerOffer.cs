using Spor.Access;
using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Law;
using Spor.Verbs;

namespace Spor.Conferences;

/// <summary>The family's answer to the offer. The answer is that of those who have custody, and from an age that the law says also the
/// young person's own.</summary>
/// <param name="Answer">Of those who have custody.</param>
/// <param name="ChildAnswer">Of the child or young person; null = not asked.</param>
/// <param name="WishedInstead">What a family that says no wishes instead.</param>
public sealed record AnswerOffer(
    long ConferenceId,
    DateOnly AnsweredOn,
    OfferAnswer? Answer,
    OfferAnswer? ChildAnswer,
    string? WishedInstead
) : IAboutChild, ICommand<AnswerOffer>
{
    public long ChildId { get; init; }

    public static Verb<AnswerOffer> Verb { get; } =
        new(
            "answer-conference-offer",
            Capability.Casework,
            (c, now) => ConferenceRules.Answer(c, now.Conference(c.ConferenceId), now.File.Child, now.File.Conferences, now.Today)
        )
        {
            Shown = (c, now) => now.Conference(c.ConferenceId),
        };
}

public static partial class ConferenceRules
{
    /// <summary>True from the age at which the young person's own yes is needed.</summary>
    public static bool AnswersItself(ChildFact child, DateOnly on) => child.AgeAt(on) >= ConferenceLaw.On(ConferenceLaw.OwnAnswer, on).Age;

    /// <param name="conference">With its texts opened.</param>
    /// <param name="all">All conferences of the child.</param>
    public static Decision Answer(
        AnswerOffer c,
        NetworkConferenceFact? conference,
        ChildFact child,
        IEnumerable<NetworkConferenceFact> all,
        DateOnly today
    )
    {
        if (conference is null)
            return new Refusal("thing-not-there");
        if (conference.CancelledOn is not null)
            return new Refusal("conference-cancelled-already");
        if (conference.HeldOn is not null)
            return new Refusal("conference-held-already");
        var wrong = new List<Refusal>();
        if (c.AnsweredOn > today)
            wrong.Add(new("day-in-future", nameof(c.AnsweredOn)));
        if (c.AnsweredOn < conference.OfferedOn)
            wrong.Add(new("day-before-offer", nameof(c.AnsweredOn)));
        if (c.Answer is null)
            wrong.Add(new("choice-missing", nameof(c.Answer)));
        // A day that could not be read has its own refusal.
        var itself = c.AnsweredOn >= conference.OfferedOn && AnswersItself(child, c.AnsweredOn);
        if (itself && c.ChildAnswer is null)
            wrong.Add(new("young-person-not-asked", nameof(c.ChildAnswer)));
        if (itself && c is { Answer: OfferAnswer.Yes, ChildAnswer: OfferAnswer.No })
            wrong.Add(new("young-person-says-no", nameof(c.ChildAnswer)));
        if (c.Answer == OfferAnswer.No && c.WishedInstead is null)
            wrong.Add(new("wished-instead-missing", nameof(c.WishedInstead)));
        if (c.Answer == OfferAnswer.Yes && Waiting(all, conference.Id) is not null)
            wrong.Add(new("conference-open-already"));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return Amend.Of(
            conference,
            f =>
            {
                f.TextId = null;
                (f.AnsweredOn, f.Answer, f.ChildAnswer) = (c.AnsweredOn, c.Answer, c.ChildAnswer);
                f.WishedInstead = c.Answer == OfferAnswer.No ? c.WishedInstead : null;
            }
        );
    }
}
