using Spor.Figures;

namespace Spor.Reports;

/// <summary>What a council's report is asked for: a period, and the day it is compared with.</summary>
/// <param name="To">The period's last day, which figures of a day are of.</param>
public sealed record CouncilQuestion(DateOnly From, DateOnly To, DateOnly BaselineDay)
{
    /// <summary>
    /// The first day of the period before: it ends on the baseline's day and is as long as the report's, in months where the report's is
    /// whole months, else in days.
    /// </summary>
    public DateOnly FromBefore => IsMonths ? BaselineDay.AddDays(1).AddMonths(-Months) : BaselineDay.AddDays(From.DayNumber - To.DayNumber);

    /// <summary>Whole months, and a month's last day to compare with: what may be told to everybody (<c>measures.md</c> 3.5).</summary>
    public bool IsWholeMonths => IsMonths && To >= From;

    public int Days => To.DayNumber - From.DayNumber + 1;
    public int DaysBefore => BaselineDay.DayNumber - FromBefore.DayNumber + 1;

    int Months => (To.Year - From.Year) * 12 + To.Month - From.Month + 1;
    bool IsMonths => From.Day == 1 && To.AddDays(1).Day == 1 && BaselineDay.AddDays(1).Day == 1;
}

/// <summary>One count of the report. Every count of a day or period comes twice: before and now.</summary>
/// <param name="Hidden">Not shown to anybody in this report.</param>
public sealed record CouncilCount(int Value, int Rests, bool Hidden);

/// <summary>A count that an earlier report told otherwise, by so many children that it may be told anew.</summary>
/// <param name="Key">Its series and side.</param>
public sealed record CorrectedCount(string Key, long Was, long Now);

/// <summary>Two counts and whether they differ by more than chance.</summary>
public sealed record CouncilLine(CouncilCount Before, CouncilCount Now, Tendency Tendency, ChanceTest Test)
{
    public bool Hidden => Before.Hidden || Now.Hidden;
}

/// <summary>A ratio or a mean; null where it is not defined.</summary>
public sealed record CouncilMean(double? Before, bool HiddenBefore, double? Now, bool HiddenNow, Tendency Tendency, ChanceTest Test);

/// <summary>An earlier report, also one that was thrown away: what it was asked, and its figures as stored.</summary>
public sealed record EarlierReport(CouncilQuestion Question, IReadOnlyDictionary<string, StoredFigure> Figures);

/// <summary>One figure of a printed report as it is stored: for comparing when it is computed again, never for showing.</summary>
/// <param name="Key">A series and <c>@nu</c> or <c>@før</c>.</param>
public sealed record StoredFigure(string Key, double? Value, bool Hidden);

/// <summary>A figure that today's program makes otherwise than the program that printed it.</summary>
public sealed record FigureDifference(string Key, StoredFigure? Printed, StoredFigure? Now);
