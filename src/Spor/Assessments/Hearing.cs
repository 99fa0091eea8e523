using Spor.Decisions;
using Spor.Facts;
using Spor.Law;
using Spor.Requirements;

namespace Spor.Assessments;

/// <summary>Whether a child has been heard (BL 5, <c>measures.md</c> section 1, <c>child-heard</c>): the one definition that gates,
/// requirements and pages use.</summary>
public static class Hearing
{
    /// <summary>Whether a conversation is about some decision or assessment. Others show that somebody has talked with the child, and are
    /// never a hearing.</summary>
    public static bool IsAboutAMatter(ConversationFact conversation) =>
        conversation.Purpose is ConversationPurpose.Decision or ConversationPurpose.Assessment;

    /// <summary>
    /// The conversation about the matter that a decision on a day rests on; null if the child was not heard. One left out counts only with
    /// a reason.
    /// </summary>
    /// <param name="kind">What is decided; null for some help to the child, and for an assessment.</param>
    public static ConversationFact? For(ChildFile file, Bounds bounds, DateOnly decision, DecisionKind? kind = null)
    {
        var earliest = decision.AddDays(-bounds.On(decision).Of(Rule.ChildHeard).Days);
        ConversationFact? heard = null;
        foreach (var c in file.Conversations)
        {
            if (!ConversationMatters.Fits(c, kind) || c.On < earliest || c.On > decision || (c.LeftOut && !c.HasReason))
                continue;
            // A real conversation is worth more than a reasoned leave-out, a later one more than an earlier.
            if (heard is null || heard.LeftOut || !c.LeftOut)
                heard = c;
        }
        return heard;
    }

    /// <summary>The latest conversation in the same time that was about something else; null if there is none. The child was talked with,
    /// not heard on this.</summary>
    public static ConversationFact? TalkedWith(ChildFile file, Bounds bounds, DateOnly decision, DecisionKind? kind = null)
    {
        var earliest = decision.AddDays(-bounds.On(decision).Of(Rule.ChildHeard).Days);
        return Array.FindLast(
            file.Conversations,
            c => !ConversationMatters.Fits(c, kind) && !c.LeftOut && c.On >= earliest && c.On <= decision
        );
    }

    /// <summary>The last day of a decision that a conversation serves.</summary>
    public static DateOnly CoversTo(ConversationFact conversation, Bounds bounds) =>
        conversation.On.AddDays(bounds.On(conversation.On).Of(Rule.ChildHeard).Days);
}
