using Spor.Facts;

namespace Spor.Cases;

public enum MoveStep
{
    Notify,
    SendMaterial,
    Receipt,
    DecideCase,
    CloseCase,
}

/// <summary>
/// What is still to be done about a family that moves (BL 132). Not a requirement of <c>measures.md</c>, which has none for it, so it is in
/// no figure:
/// a list of what is left, shown until it is done.
/// </summary>
public static class MoveSteps
{
    /// <summary>The steps left on a day, in their order.</summary>
    public static IReadOnlyList<MoveStep> Of(MoveFact move, ChildFile file, DateOnly day)
    {
        var steps = new List<MoveStep>();
        if (move.NotifiedOn is null)
            steps.Add(MoveStep.Notify);
        if (move.MaterialSentOn is null)
            steps.Add(MoveStep.SendMaterial);
        if (move.ConfirmedOn is null)
            steps.Add(MoveStep.Receipt);
        var active = file.Cases.Any(c => c.ActiveAt(day) && c.OpenedOn <= move.MovedOn);
        if (active && move.CaseStays is null)
            steps.Add(MoveStep.DecideCase);
        if (active && move.CaseStays == false && steps.Count == 0)
            steps.Add(MoveStep.CloseCase);
        return steps;
    }
}
