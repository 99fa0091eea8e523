using Spor.Kernel;

namespace Spor.Voices;

/// <summary>
/// What a survey asks. Its columns are its questions in order; where groups answer about each other, all questions about the first group,
/// then all about the second, and so on, and a group's column about itself stays empty.
/// </summary>
public sealed class SurveySheet(SurveyFact survey)
{
    /// <summary>Fewer answers than this are not shown, and do not leave the box that they lie in.</summary>
    public const int Least = 5;
    public const int MostQuestions = 40,
        MostGroups = 12,
        MostColumns = 120,
        MostOwnWords = 5,
        MostSteps = 10,
        LongestLine = 300,
        LongestSaid = 600;

    /// <summary>The mark of a column that was not answered; the marks of the scale's steps, from the lowest.</summary>
    public const char Unanswered = '-';
    const string Marks = "123456789A";

    public bool IsCooperation { get; } = survey.Kind == SurveyKind.Cooperation;
    public IReadOnlyList<string> Groups { get; } = LinesOf(survey.Groups);
    public IReadOnlyList<string> Questions { get; } = LinesOf(survey.Questions);
    public IReadOnlyList<string> Scale { get; } = LinesOf(survey.Scale);
    public IReadOnlyList<string> OwnWords { get; } = LinesOf(survey.OwnWords);

    public int Columns => IsCooperation ? Groups.Count * Questions.Count : Questions.Count;

    /// <summary>The column of a question; about a group, where groups answer about each other.</summary>
    /// <param name="question">From 0, as is <paramref name="about"/>.</param>
    public int Column(int question, int about = 0) => IsCooperation ? about * Questions.Count + question : question;

    /// <summary>The groups, from 0, that a group is asked about; none where nobody is.</summary>
    public IEnumerable<int> AskedAbout(int group) => IsCooperation ? Enumerable.Range(0, Groups.Count).Where(about => about != group) : [];

    public static char Mark(int step) => Marks[step];

    /// <summary>The step from 0; null where it was not answered.</summary>
    public static int? Step(char mark) => Marks.IndexOf(mark, StringComparison.Ordinal) is >= 0 and var step ? step : null;

    public static IReadOnlyList<string> LinesOf(string? text) =>
        [.. (text ?? "").Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];

    /// <summary>What is wrong with a sheet that came back; none if it can go into the box.</summary>
    /// <param name="groupNo">From 1.</param>
    public IReadOnlyList<Refusal> Wrong(int groupNo, string values, IReadOnlyList<string?> said)
    {
        var wrong = new List<Refusal>();
        if (
            values.Length != Columns
            || values.Any(v => v != Unanswered && (Step(v) is not { } step || step >= Scale.Count))
            || (IsCooperation && Enumerable.Range(0, Questions.Count).Any(q => values[Column(q, groupNo - 1)] != Unanswered))
            || said.Count != OwnWords.Count
        )
            return [new("survey-sheet-not-readable")];
        if (values.All(v => v == Unanswered) && said.All(string.IsNullOrWhiteSpace))
            wrong.Add(new("survey-nothing-answered"));
        for (var i = 0; i < said.Count; i++)
            if (said[i]?.Trim().Length > LongestSaid)
                wrong.Add(new("survey-words-too-long", "o" + i.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return wrong;
    }
}
