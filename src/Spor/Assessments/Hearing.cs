using Spor.Facts;
using Spor.Law;
using Spor.Requirements;

namespace Spor.Assessments;

/// <summary>Whether a child has been heard (BL 5, <c>measures.md</c> section 1, <c>child-heard</c>): the one definition that gates, requirements and pages use.</summary>
public static class Hearing
{
    /// <summary>The conversation that a decision on a day rests on; null if the child was not heard. One left out counts only with a reason.</summary>
    public static ConversationFact? For(ChildFile file, DateOnly decision)
    {
        var earliest = decision.AddDays(-NationalLaw.Of(Rule.ChildHeard, decision).Days);
        ConversationFact? heard = null;
        foreach (var c in file.Conversations)
        {
            if (c.On < earliest || c.On > decision || (c.LeftOut && !c.HasReason))
                continue;
            // A real conversation is worth more than a reasoned leave-out, a later one more than an earlier.
            if (heard is null || heard.LeftOut || !c.LeftOut)
                heard = c;
        }
        return heard;
    }

    /// <summary>The last day of a decision that a conversation serves.</summary>
    public static DateOnly CoversTo(ConversationFact conversation) =>
        conversation.On.AddDays(NationalLaw.Of(Rule.ChildHeard, conversation.On).Days);
}
