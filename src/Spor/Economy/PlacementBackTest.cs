using Spor.Facts;
using Spor.Interventions;

namespace Spor.Economy;

/// <summary>How far three ways of guessing were off in the twelve months, as the mean of what they missed by at each month-end.</summary>
/// <param name="Form">Null = all forms together.</param>
/// <param name="Forecast">Of <see cref="PlacementForecast"/>.</param>
/// <param name="Level">Of guessing that nothing changes.</param>
/// <param name="Trend">Of guessing that the year goes as the one before.</param>
/// <param name="Within">At how many month-ends the range held what came.</param>
public sealed record PlacementError(PlacementForm? Form, decimal Forecast, decimal Level, decimal Trend, int Within)
{
    /// <summary>Neither of the two plain guesses was nearer.</summary>
    public bool Holds => Forecast <= Level && Forecast <= Trend;
}

/// <param name="Came">How many there were.</param>
public readonly record struct PlacementGuess(DateOnly End, PlacementForm? Form, int Came, Expected Forecast, int Level, double Trend);

/// <summary>
/// The forecast as it would have been made a year before, held against what came (<c>measures.md</c> 2.61), beside two guesses that anybody
/// can make. What came after that day is not looked at by any of them.
/// </summary>
public sealed record PlacementBackTest(DateOnly MadeOn, IReadOnlyList<PlacementGuess> Guesses)
{
    public const int Months = 12;

    static readonly PlacementForm?[] Forms = [.. Books.Forms.Select(f => (PlacementForm?)f), null];

    /// <summary>All forms first by form, then together.</summary>
    public IReadOnlyList<PlacementError> Errors =>
        [
            .. Forms.Select(form =>
            {
                var of = Guesses.Where(g => g.Form == form).ToList();
                decimal Mean(Func<PlacementGuess, double> guess) => Math.Round((decimal)of.Average(g => Math.Abs(guess(g) - g.Came)), 2);
                return new PlacementError(
                    form,
                    Mean(g => g.Forecast.Middle),
                    Mean(g => g.Level),
                    Mean(g => g.Trend),
                    of.Count(g => g.Forecast.Low <= g.Came && g.Came <= g.Forecast.High)
                );
            }),
        ];

    /// <summary>Null where there was too little to make a forecast from.</summary>
    /// <param name="madeOn">The day the forecast is made on; twelve month-ends after it are known.</param>
    public static PlacementBackTest? Of(Register register, DateOnly madeOn) => Of(PlacedRuns.Of(register), madeOn);

    /// <param name="madeOn">The day the forecast is made on; twelve month-ends after it are known.</param>
    public static PlacementBackTest? Of(PlacedRuns placed, DateOnly madeOn)
    {
        if (PlacementForecast.Of(placed, madeOn, Months) is not { } forecast)
            return null;
        var counts = PlacementCounts.Of(placed, Enumerable.Range(-Months, 2 * Months + 1).Select(m => forecast.EndOf(m)));
        var guesses = new List<PlacementGuess>();
        foreach (var form in Forms)
            for (var m = 1; m <= Months; m++)
            {
                int At(int month) => counts.At(forecast.EndOf(month), form);
                var (level, yearBefore) = (At(0), At(-Months));
                guesses.Add(
                    new(
                        forecast.EndOf(m),
                        form,
                        At(m),
                        forecast.At(m, form),
                        level,
                        Math.Max(0, level + (level - yearBefore) * m / (double)Months)
                    )
                );
            }
        return new(forecast.From, guesses);
    }
}
