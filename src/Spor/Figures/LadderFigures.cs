using Spor.Figures.Engine;
using Spor.Interventions;

namespace Spor.Figures;

/// <summary>Where children stand on the ladder, and how they move (<c>measures.md</c> 2.3 to 2.5).</summary>
public static class LadderFigures
{
    /// <summary>A lane for each step from 1 to 6.</summary>
    internal static readonly Lanes StepLanes = Lanes.Of(
        FigurePart.Step,
        Enumerable.Range(1, Ladder.Steps - 1).Select(s => (Lanes.Code(s), StepName(s)))
    );

    internal static readonly Track Steps = new(
        MarkKind.Spans,
        (life, marks) =>
        {
            foreach (var run in Ladder.Runs(life.File, life.Catalogue))
                marks.Span(run.From, run.To, run.Step - 1);
        },
        StepLanes,
        exclusive: true
    );

    static readonly MovesReading Moves = Steps.Moves(Moment.Before, StepName(0));

    /// <summary>The table of movements: row = step at A, column = step at B; 0 = no step.</summary>
    public static int[,] MovesOf(FigureAnswer answer, int period = 0)
    {
        var moves = new int[Ladder.Steps, Ladder.Steps];
        for (var a = 0; a < Ladder.Steps; a++)
        for (var b = 0; b < Ladder.Steps; b++)
            moves[a, b] = answer.Count(Movements, a * Ladder.Steps + b, period);
        return moves;
    }

    public static string StepName(int step) => step == 0 ? "uden trin" : "trin " + Lanes.Code(step);

    public static Figure OnLadder { get; } =
        new(
            "ladder",
            "Børn på trappen",
            "Børn efter trin: det højeste trin af de indsatser, der er i gang den dag; trin 1, hvis barnet kun har en aktiv sag.",
            "2.4",
            FigureUnit.Count,
            Steps.Counted()
        )
        {
            AddsUp = true,
            MadeOf = [RestsOn.Children, RestsOn.Cases, RestsOn.Measures, RestsOn.Catalogue],
        };
    public static Figure MovedDown { get; } =
        new(
            "moved-down",
            "Ned ad trappen",
            "Børn med et trin både dagen før perioden og på periodens sidste dag, som står lavere den sidste. Ned er ikke godt i "
                + "sig selv: læs det sammen med børnenes målscore.",
            "2.5",
            FigureUnit.Count,
            Moves.Moved((before, now) => now > 0 && now < before)
        )
        {
            MadeOf = [RestsOn.Children, RestsOn.Cases, RestsOn.Measures, RestsOn.Catalogue],
        };
    public static Figure MovedUp { get; } =
        new(
            "moved-up",
            "Op ad trappen",
            "Børn med et trin både dagen før perioden og på periodens sidste dag, som står højere den sidste.",
            "2.5",
            FigureUnit.Count,
            Moves.Moved((before, now) => before > 0 && now > before)
        )
        {
            MadeOf = [RestsOn.Children, RestsOn.Cases, RestsOn.Measures, RestsOn.Catalogue],
        };

    /// <summary>Each cell a part, by its row and its column; 0 is without a step.</summary>
    public static Figure Movements { get; } =
        new(
            "movements",
            "Fra trin til trin",
            "Hvert barn efter trinet dagen før perioden og trinet på periodens sidste dag. 0 er uden trin.",
            "2.5",
            FigureUnit.Count,
            Moves
        )
        {
            AddsUp = true,
            MadeOf = [RestsOn.Children, RestsOn.Cases, RestsOn.Measures, RestsOn.Catalogue],
        };
}
