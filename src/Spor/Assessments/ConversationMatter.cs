using Spor.Decisions;
using Spor.Facts;

namespace Spor.Assessments;

/// <summary>What decision a conversation with the child was about.</summary>
public enum ConversationMatter
{
    [Code("støtte")]
    Support,

    [Code("anbringelse")]
    Placement,

    [Code("anbringelsessted")]
    Place,

    [Code("lukket eller sikret anbringelse")]
    ClosedPlacement,

    [Code("hjemgivelse")]
    Return,

    [Code("samvær og kontakt")]
    Contact,

    [Code("ungestøtte")]
    Youth,

    [Code("pålæg")]
    Order,

    [Code("undersøgelse eller behandling")]
    Treatment,

    [Code("anden afgørelse")]
    Other,
}

/// <summary>Which conversations are about which decisions (BL 5). A child that has been asked about seeing its father has not been heard on
/// where it is to live.</summary>
public static class ConversationMatters
{
    /// <summary>The matters that a conversation before a decision may be about, the usual first.</summary>
    public static IReadOnlyList<ConversationMatter> Of(DecisionKind kind) =>
        kind switch
        {
            DecisionKind.Placement
            or DecisionKind.PlacementWithoutConsent
            or DecisionKind.Preliminary
            or DecisionKind.KeepPlacement
            or DecisionKind.ContinuedPlacement => [ConversationMatter.Placement],
            DecisionKind.ClosedPlacement => [ConversationMatter.ClosedPlacement],
            // Whether and where are often one talk; where alone is not whether.
            DecisionKind.ChoiceOfPlace => [ConversationMatter.Place, ConversationMatter.Placement],
            DecisionKind.OtherPlace or DecisionKind.PrivateCare => [ConversationMatter.Place],
            DecisionKind.ReturnHome => [ConversationMatter.Return],
            DecisionKind.Contact or DecisionKind.ContactBroken => [ConversationMatter.Contact],
            DecisionKind.YouthSupport => [ConversationMatter.Youth],
            DecisionKind.OrderToYoung or DecisionKind.OrderToParents => [ConversationMatter.Order],
            DecisionKind.AssessmentWithoutConsent or DecisionKind.MedicalTreatment or DecisionKind.TreatmentInPlacement =>
            [
                ConversationMatter.Treatment,
            ],
            // What is refused is what was spoken of.
            DecisionKind.Refusal => [ConversationMatter.Support, ConversationMatter.Placement, ConversationMatter.Youth],
            DecisionKind.Other => [ConversationMatter.Other, .. Enum.GetValues<ConversationMatter>()],
            _ => [ConversationMatter.Support],
        };

    /// <summary>Whether what the child said in an assessment is about the decision too: what an assessment leads to.</summary>
    static bool FollowsAssessment(DecisionKind kind) =>
        kind is DecisionKind.AssessmentWithoutConsent or DecisionKind.ClosedPlacement
        || Of(kind)[0] is ConversationMatter.Support or ConversationMatter.Placement or ConversationMatter.Other;

    /// <param name="kind">Null where it is not known, as of what another system decided: then it is some help to the child.</param>
    public static bool Fits(ConversationFact c, DecisionKind? kind) =>
        c.Purpose switch
        {
            ConversationPurpose.Assessment => kind is not { } k || FollowsAssessment(k),
            // One that does not say which, from another system or from before it was asked, counts as it always did.
            ConversationPurpose.Decision => c.Matter is not { } matter || Of(kind ?? DecisionKind.Refusal).Contains(matter),
            _ => false,
        };
}
