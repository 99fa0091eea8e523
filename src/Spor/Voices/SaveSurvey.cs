using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Voices;

/// <summary>Writes down what a survey asks: a new one, or one that nobody has links to yet.</summary>
/// <param name="SurveyId">Null = a new one.</param>
public sealed record SaveSurvey(
    long? SurveyId,
    SurveyKind Kind,
    string? Title,
    string? Intro,
    string? Licence,
    string? Groups,
    string? Questions,
    string? Scale,
    string? OwnWords,
    WordReaders WordsFor,
    long EmployeeId,
    DateOnly LastDay
) : ICommand<SaveSurvey>
{
    public static Verb<SaveSurvey> Verb { get; } =
        new(
            "save-survey",
            Capability.Leadership,
            (c, now) =>
                SurveyRules.Save(
                    c,
                    c.SurveyId is { } id ? now.Facts.Find<SurveyFact>(id) : null,
                    [.. now.Facts.All<SurveyFact>().Select(now.Facts.Opened)],
                    now.Facts.All<SurveyLinksFact>(),
                    now.Staff,
                    now.Today,
                    now.NewId
                )
        )
        {
            Shown = (c, now) => c.SurveyId is { } id ? now.Facts.Find<SurveyFact>(id) : null,
        };
}

/// <summary>Asks the same again: a new round, which may be changed until somebody has links to it.</summary>
public sealed record RepeatSurvey(long SurveyId, DateOnly LastDay) : ICommand<RepeatSurvey>
{
    public static Verb<RepeatSurvey> Verb { get; } =
        new(
            "repeat-survey",
            Capability.Leadership,
            (c, now) => SurveyRules.Repeat(c, now.Facts.FindOpened<SurveyFact>(c.SurveyId), now.Staff, now.Today, now.NewId)
        );
}

public static partial class SurveyRules
{
    public static Decision Save(
        SaveSurvey c,
        SurveyFact? survey,
        IReadOnlyList<SurveyFact> all,
        IEnumerable<SurveyLinksFact> links,
        Staff staff,
        DateOnly today,
        Func<long> newId
    )
    {
        if (c.SurveyId is not null && survey is null)
            return new Refusal("thing-not-there");
        // What somebody is asked must be what the others were asked.
        if (survey is not null && (survey.ClosedOn is not null || links.Any(l => l.SurveyId == survey.Id)))
            return new Refusal("survey-is-out");
        var saved = new SurveyFact
        {
            Id = survey?.Id ?? 0,
            First = survey?.First ?? 0,
            Kind = c.Kind,
            WordsFor = c.WordsFor,
            EmployeeId = c.EmployeeId,
            LastDay = c.LastDay,
            Title = Line(c.Title),
            Intro = Line(c.Intro),
            Licence = Line(c.Licence),
            Groups = Joined(c.Groups),
            Questions = Joined(c.Questions),
            Scale = Joined(c.Scale),
            OwnWords = Joined(c.OwnWords),
        };
        if (Wrong(saved, staff, today) is { Count: > 0 } wrong)
            return Decision.No(wrong);
        if (survey is null)
            saved.First = saved.Id = newId();
        saved.Version = VersionOf(saved, [.. all.Where(s => s.First == saved.First && s.Id != saved.Id)]);
        return survey is null ? new Recorded(FactKinds.Survey, saved) : new Corrected(FactKinds.Survey, saved);
    }

    public static Decision Repeat(RepeatSurvey c, SurveyFact? survey, Staff staff, DateOnly today, Func<long> newId)
    {
        if (survey is null)
            return new Refusal("thing-not-there");
        if (c.LastDay < today)
            return new Refusal("survey-day-passed", nameof(c.LastDay));
        // Whoever answered for it may have left: somebody is named when the round is changed.
        if (!staff.IsEmployed(survey.EmployeeId, today))
            return new Refusal("survey-owner-left");
        var again = (SurveyFact)survey.Copy();
        (again.Id, again.LastDay, again.ClosedOn, again.TextId) = (newId(), c.LastDay, null, null);
        return new Recorded(FactKinds.Survey, again);
    }

    static List<Refusal> Wrong(SurveyFact s, Staff staff, DateOnly today)
    {
        var wrong = new List<Refusal>();
        var sheet = s.Sheet;
        if (s.Title is null)
            wrong.Add(new("value-missing", nameof(s.Title)));
        if (s.Licence is null)
            wrong.Add(new("value-missing", nameof(s.Licence)));
        Count(sheet.Groups, sheet.IsCooperation ? 2 : 1, SurveySheet.MostGroups, "survey-groups", nameof(s.Groups));
        Count(sheet.Questions, 1, SurveySheet.MostQuestions, "survey-questions", nameof(s.Questions));
        Count(sheet.Scale, 2, SurveySheet.MostSteps, "survey-scale", nameof(s.Scale));
        Count(sheet.OwnWords, 0, SurveySheet.MostOwnWords, "survey-own-words", nameof(s.OwnWords));
        if (wrong.Count == 0 && sheet.Columns > SurveySheet.MostColumns)
            wrong.Add(new("survey-too-large", nameof(s.Questions)));
        if (s.LastDay < today)
            wrong.Add(new("survey-day-passed", nameof(s.LastDay)));
        if (!staff.IsEmployed(s.EmployeeId, today))
            wrong.Add(new("caseworker-not-employed", nameof(s.EmployeeId)));
        return wrong;

        void Count(IReadOnlyList<string> lines, int least, int most, string code, string field)
        {
            if (lines.Count < least || lines.Count > most)
                wrong.Add(new(code, field));
            else if (lines.Any(l => l.Length > SurveySheet.LongestLine))
                wrong.Add(new("survey-line-too-long", field));
            else if (lines.Distinct(StringComparer.OrdinalIgnoreCase).Count() < lines.Count)
                wrong.Add(new("survey-line-twice", field));
        }
    }

    static int VersionOf(SurveyFact s, List<SurveyFact> rounds) =>
        rounds.Find(r => Asked(r) == Asked(s)) is { } same ? same.Version : rounds.Select(r => r.Version).DefaultIfEmpty(0).Max() + 1;

    static (SurveyKind, string?, string?, string?, string?) Asked(SurveyFact s) => (s.Kind, s.Groups, s.Questions, s.Scale, s.OwnWords);

    static string? Line(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    static string? Joined(string? text) => SurveySheet.LinesOf(text) is { Count: > 0 } lines ? string.Join('\n', lines) : null;
}
