using Spor.Facts;

namespace Spor.Figures;

/// <summary>What can be missing or contradictory in the data behind a figure.</summary>
public enum Flaw
{
    /// <summary>An active case nobody is assigned to.</summary>
    [Code("uden-raadgiver")]
    CaseWithoutCaseworker,

    /// <summary>A measure of the last whole month without a price or its unit.</summary>
    [Code("uden-pris")]
    MeasureWithoutPrice,

    /// <summary>A measure of the last whole month priced per hour without its weekly hours.</summary>
    [Code("uden-timetal")]
    HoursMissing,

    /// <summary>A running measure that the catalogue has no row for, and so no step.</summary>
    [Code("uden-trin")]
    MeasureWithoutStep,

    /// <summary>A running measure that the municipality's own catalogue puts on another step than the default one.</summary>
    [Code("andet-trin")]
    StepUnlikeDefault,

    /// <summary>Two placements that ran together for more than the day of a move, and at least one runs still.</summary>
    [Code("to-anbringelser")]
    OverlappingPlacements,

    /// <summary>A running measure on steps 3 to 6 that no decision is given for.</summary>
    [Code("uden-afgoerelse")]
    MeasureWithoutDecision,

    /// <summary>A running measure of a child without an active case.</summary>
    [Code("lukket-sag")]
    MeasureOnClosedCase,

    /// <summary>A child protection assessment that is not finished, though a decision was made after the need was known.</summary>
    [Code("uafsluttet-undersoegelse")]
    DecisionOnOpenAssessment,

    /// <summary>A notification of the last twelve months, more than 14 days old, whose outcome is not given.</summary>
    [Code("uden-udfald")]
    NotificationWithoutOutcome,

    /// <summary>A child on the ladder that is in no district.</summary>
    [Code("uden-distrikt")]
    ChildWithoutDistrict,

    /// <summary>A follow-up or supervision visit on a day its measure does not run.</summary>
    [Code("uden-for-indsatsen")]
    FollowUpOutsideMeasure,

    /// <summary>The last follow-up, in 2024 or later, of a running measure on steps 3 to 6, without a day for the next.</summary>
    [Code("uden-kadence")]
    CadenceNotDecided,

    /// <summary>Something dated before the child was born that cannot have been.</summary>
    [Code("foer-foedslen")]
    BeforeBirth,

    /// <summary>A conversation left out without a reason: it counts as none.</summary>
    [Code("uden-begrundelse")]
    LeftOutWithoutReason,

    /// <summary>A measure that stands there twice: the same child, code, start and price.</summary>
    [Code("dobbelt-indsats")]
    TwinMeasure,

    /// <summary>Two measures of one code, no placements and no twins, that run at the same time.</summary>
    [Code("samme-ydelse")]
    OverlappingMeasures,

    /// <summary>A child whose CPR number is another child's too. They are listed and never merged by the machine.</summary>
    [Code("samme-cpr")]
    SameNumber,

    /// <summary>A child with the name and the birthday of another, and no number that tells them apart.</summary>
    [Code("dobbelt-barn")]
    TwinChild,

    /// <summary>A CPR number that begins with another birthday than the child's.</summary>
    [Code("cpr-og-foedselsdag")]
    NumberUnlikeBirthday,

    /// <summary>Something that has happened, dated after today and after the day the last extract describes.</summary>
    [Code("dato-frem")]
    DayAhead,

    /// <summary>A day before one that it cannot come before: received after it was answered, a plan closed before it was
    /// finished.</summary>
    [Code("forkert-orden")]
    DaysOutOfOrder,

    /// <summary>An open case of somebody who is over 23.</summary>
    [Code("over-23")]
    TooOld,

    /// <summary>A placement that ends on the day the child's next one begins, where that is so at more than every third move.</summary>
    [Code("slutdag")]
    EndIsNextStart,

    /// <summary>A measure of the last whole month whose price is below nothing: a parent's payment, or a slip.</summary>
    [Code("negativ-pris")]
    NegativePrice,

    /// <summary>A child whose name was encoded twice on its way out of the source.</summary>
    [Code("kodet-to-gange")]
    EncodedTwice,
}
