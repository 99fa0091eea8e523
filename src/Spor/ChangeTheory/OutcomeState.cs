namespace Spor.ChangeTheory;

/// <summary>How an outcome stands against its target.</summary>
public enum OutcomeState
{
    /// <summary>No figure is chosen.</summary>
    NoFigure,

    /// <summary>Nobody has told the figure, or it may not be told to the one who looks.</summary>
    NotTold,
    Reached,

    /// <summary>Its day has not come.</summary>
    NotYet,

    /// <summary>Its day has passed.</summary>
    Missed,
}

public static class OutcomeStates
{
    /// <param name="value">As it is shown, in hundredths (øre of money), on the target's day, or today where that has not come; null where
    /// it is not told.</param>
    public static OutcomeState Of(TheoryPartFact part, decimal? value, DateOnly today) =>
        part is not { FigureCode: not null, Target: { } target, TargetOn: { } day } ? OutcomeState.NoFigure
        : value is not { } v ? OutcomeState.NotTold
        : (part.Way == TargetWay.AtMost ? v <= target : v >= target) ? OutcomeState.Reached
        : today < day ? OutcomeState.NotYet
        : OutcomeState.Missed;
}
