namespace Spor.Recovery;

/// <summary>Whether published numbers add up: start, less closed, and the new ones of the time between, against the end.</summary>
/// <param name="Months">Months between the days (30.44 days each).</param>
/// <param name="Expected">What the end should be by the other numbers.</param>
/// <param name="Gap">The published end less that.</param>
/// <param name="StaffAtStart">Full-time equivalents that the cases and the load at the start come to; null without a load.</param>
public sealed record PublishedCheck(double Months, double Expected, double Gap, double? StaffAtStart, double? StaffAtEnd)
{
    public const double DaysAMonth = 30.44;

    /// <summary>Published numbers are rounded (»ca. 25 om måneden«): a gap of one in twenty of the end, or of ten cases, is none.</summary>
    public static PublishedCheck Of(PublishedNumbersFact said)
    {
        var months = (said.To.DayNumber - said.From.DayNumber) / DaysAMonth;
        var expected = said.AtStart - said.Closed + said.NewAMonthHundredths / 100.0 * months;
        return new(
            months,
            expected,
            said.AtEnd - expected,
            said.LoadAtStartHundredths is > 0 and var a ? said.AtStart / (a / 100.0) : null,
            said.LoadAtEndHundredths is > 0 and var b ? said.AtEnd / (b / 100.0) : null
        )
        {
            AddsUp = Math.Abs(said.AtEnd - expected) <= Math.Max(10, said.AtEnd / 20.0),
        };
    }

    public bool AddsUp { get; private init; }
}
