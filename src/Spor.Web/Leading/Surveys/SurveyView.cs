using Spor.Facts;
using Spor.Storage;
using Spor.Voices;
using Spor.Web.Access;

namespace Spor.Web.Leading.Surveys;

/// <summary>All surveys, the newest first.</summary>
public sealed class SurveyList(Viewing viewing)
{
    public Viewing Viewing => viewing;
    public IReadOnlyList<SurveyFact> Surveys { get; } = viewing.Register.Of<SurveyFact>();
    readonly IReadOnlyList<SurveyLinksFact> links = viewing.Register.Of<SurveyLinksFact>();

    public int Given(SurveyFact survey) => links.Where(l => l.SurveyId == survey.Id).Sum(l => l.Count);

    public string State(SurveyFact survey) =>
        survey.ClosedOn is not null ? Text.Closed
        : Given(survey) == 0 ? Text.Drafted
        : SurveyRules.RunsOn(survey, viewing.WorkClock.Today) ? Text.Running
        : Text.DayPassed;
}

/// <summary>One survey as a leader sees it: the links, how full the boxes are, and what may be shown of the answers.</summary>
public sealed class SurveyView
{
    readonly IReadOnlyList<SurveyLinksFact> links;
    readonly IReadOnlyDictionary<int, int> waiting;

    SurveyView(SurveyFact survey, Viewing viewing, Database database)
    {
        (Survey, Viewing) = (survey, viewing);
        links = [.. viewing.Register.Of<SurveyLinksFact>().Where(l => l.SurveyId == survey.Id)];
        waiting = survey.ClosedOn is null && links.Count > 0 ? SurveyBoxes.Waiting(database, survey.Id) : new Dictionary<int, int>();
        var answers = viewing.Register.Of<SurveyAnswerFact>();
        Results = new(survey, answers);
        Before = SurveyResults.Before(survey, viewing.Register.Of<SurveyFact>()) is { } earlier ? new(earlier, answers) : null;
    }

    public static SurveyView? Of(long id, Viewing viewing, Database database) =>
        viewing.Register.Of<SurveyFact>().FirstOrDefault(s => s.Id == id) is { } survey ? new(survey, viewing, database) : null;

    public SurveyFact Survey { get; }
    public Viewing Viewing { get; }
    public SurveySheet Sheet => Results.Sheet;
    public SurveyResults Results { get; }

    /// <summary>The round before; null for the first.</summary>
    public SurveyResults? Before { get; }

    public bool IsOut => links.Count > 0;
    public bool Runs => SurveyRules.RunsOn(Survey, Viewing.WorkClock.Today);

    public IEnumerable<int> GroupNos => Enumerable.Range(1, Sheet.Groups.Count);

    public int Given(int groupNo) => links.Where(l => l.GroupNo == groupNo).Sum(l => l.Count);

    /// <summary>How many answers wait; null for fewer than five, which nobody is told the number of.</summary>
    public int? Waiting(int groupNo) => waiting.GetValueOrDefault(groupNo) is >= SurveySheet.Least and var n ? n : null;

    public bool CanBeEmptied => GroupNos.Any(g => Waiting(g) is not null);

    /// <summary>Whether words were promised to the one who looks.</summary>
    public bool MayReadWords => Survey.WordsFor == WordReaders.Leaders || (Viewing.Viewer.EmployeeId is { } me && me == Survey.EmployeeId);

    /// <summary>What was written to a question, by group; empty for whom it was not promised to.</summary>
    /// <param name="question">From 0.</param>
    public IReadOnlyList<(string Group, string Said)> Words(int question) =>
        !MayReadWords
            ? []
            :
            [
                .. Viewing
                    .Register.Of<SurveyWordsFact>()
                    .Where(w => w.SurveyId == Survey.Id && w.QuestionNo == question + 1 && w.Said is not null)
                    .Where(w => Results.Answered(w.GroupNo) is not null)
                    .OrderBy(w => w.GroupNo)
                    .Select(w => (Sheet.Groups[w.GroupNo - 1], w.Said!)),
            ];

    /// <summary>How much a mean moved since the round before; null where either is hidden.</summary>
    public double? Moved(int groupNo, int question, int about = 0) =>
        Before is { } before ? Results.Moved(before, groupNo, question, about) : null;
}
