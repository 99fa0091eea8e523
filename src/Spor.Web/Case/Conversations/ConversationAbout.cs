using Spor.Assessments;
using Spor.Facts;

namespace Spor.Web.Case.Conversations;

/// <summary>What a conversation is about, as one choice of the form: a decision by its matter, or something else.</summary>
static class ConversationAbout
{
    const string OfDecision = "afgørelse: ";

    static string Code(ConversationMatter matter) => OfDecision + matter.Danish();

    /// <summary>What is posted, and what is read.</summary>
    public static IReadOnlyList<(string Value, string Text)> Options { get; } =
    [
        .. Codes<ConversationMatter>.All.Select(m => (Code(m), "En afgørelse: " + Text.Matter(m))),
        (ConversationPurpose.Assessment.Danish(), "Undersøgelsen"),
        (ConversationPurpose.Plan.Danish(), "Planen"),
        (ConversationPurpose.FollowUp.Danish(), "Opfølgning på en indsats"),
        (ConversationPurpose.Visit.Danish(), "Tilsyn på stedet"),
        (ConversationPurpose.Notification.Danish(), "En underretning"),
        (ConversationPurpose.Other.Danish(), "Noget andet"),
    ];

    /// <summary>What a link asks for; nothing chosen where it does not say.</summary>
    public static string? Asked(string? about) =>
        Codes<ConversationMatter>.TryDanish((about ?? "").Replace('-', ' '), out var matter) ? Code(matter)
        : Codes<ConversationPurpose>.TryDanish(about ?? "", out var purpose) ? purpose.Danish()
        : null;

    /// <summary>A decision without its matter is the rule's to refuse.</summary>
    public static (ConversationPurpose Purpose, ConversationMatter? Matter)? Read(string posted) =>
        posted.StartsWith(OfDecision, StringComparison.Ordinal)
            ? Codes<ConversationMatter>.TryDanish(posted[OfDecision.Length..], out var matter)
                ? (ConversationPurpose.Decision, matter)
                : null
            : Codes<ConversationPurpose>.TryDanish(posted, out var purpose)
                ? (purpose, null)
                : null;
}
