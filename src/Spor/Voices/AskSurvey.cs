using System.Text.Json.Serialization;
using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Voices;

/// <summary>Gives out links to a group. The codes themselves stand nowhere in the record.</summary>
public sealed record GiveSurveyLinks(long SurveyId, int GroupNo, int? Count) : ICommand<GiveSurveyLinks>
{
    public const int MostAtOnce = 300,
        MostOfAGroup = 2000;

    public static Verb<GiveSurveyLinks> Verb { get; } =
        new(
            "give-survey-links",
            Capability.Leadership,
            (c, now) =>
                SurveyRules.Give(c, now.Facts.FindOpened<SurveyFact>(c.SurveyId), now.Facts.All<SurveyLinksFact>(), now.Today, now.NewId)
        );
}

/// <summary>What lay in the box of a group, shuffled: each question's answers by themselves, and the words by themselves.</summary>
/// <param name="Values">As many as there were sheets.</param>
public sealed record BoxedAnswers(int GroupNo, IReadOnlyList<string> Values, IReadOnlyList<BoxedWords> Words);

/// <param name="QuestionNo">From 1.</param>
public sealed record BoxedWords(int QuestionNo, string Said);

/// <summary>
/// Empties the sealed boxes of a survey into the record, those that hold five or more; or closes it, and then what lies in a box with fewer
/// is thrown away unread.
/// </summary>
public sealed record EmptySurvey(long SurveyId, bool Close) : ICommand<EmptySurvey>
{
    public static Verb<EmptySurvey> Verb { get; } =
        new(
            "empty-survey",
            Capability.Leadership,
            (c, now) => SurveyRules.Empty(c, now.Facts.FindOpened<SurveyFact>(c.SurveyId), now.Today, now.NewId)
        )
        {
            OtherName = "close-survey",
            OtherWhen = (c, _) => c.Close,
        };

    /// <summary>What the program took out of the boxes; no part of what was meant.</summary>
    [JsonIgnore]
    public IReadOnlyList<BoxedAnswers> Boxes { get; init; } = [];
}

public static partial class SurveyRules
{
    /// <summary>It can be answered on a day.</summary>
    public static bool RunsOn(SurveyFact survey, DateOnly day) => survey.ClosedOn is null && day <= survey.LastDay;

    public static Decision Give(GiveSurveyLinks c, SurveyFact? survey, IEnumerable<SurveyLinksFact> given, DateOnly today, Func<long> newId)
    {
        if (survey is null || c.GroupNo < 1 || c.GroupNo > survey.Sheet.Groups.Count)
            return new Refusal("thing-not-there");
        if (!RunsOn(survey, today))
            return new Refusal("survey-over");
        if (c.Count is not (>= 1 and <= GiveSurveyLinks.MostAtOnce) || Before() + c.Count > GiveSurveyLinks.MostOfAGroup)
            return new Refusal("survey-link-count", nameof(c.Count));
        return new Recorded(
            FactKinds.SurveyLinks,
            new SurveyLinksFact
            {
                Id = newId(),
                SurveyId = survey.Id,
                GroupNo = c.GroupNo,
                Count = c.Count.Value,
                GivenOn = today,
            }
        );

        int Before() => given.Where(g => g.SurveyId == survey.Id && g.GroupNo == c.GroupNo).Sum(g => g.Count);
    }

    public static Decision Empty(EmptySurvey c, SurveyFact? survey, DateOnly today, Func<long> newId)
    {
        if (survey is null)
            return new Refusal("thing-not-there");
        if (survey.ClosedOn is not null)
            return new Refusal("survey-over");
        var full = c.Boxes.Where(b => b.Values.Count >= SurveySheet.Least).ToList();
        if (full.Count == 0 && !c.Close)
            return new Refusal("survey-box-under-five");
        var month = new DateOnly(today.Year, today.Month, 1);
        var events = new List<DomainEvent>();
        foreach (var box in full)
        {
            events.AddRange(
                box.Values.Select(v => new Recorded(
                    FactKinds.SurveyAnswer,
                    new SurveyAnswerFact
                    {
                        Id = newId(),
                        SurveyId = survey.Id,
                        GroupNo = box.GroupNo,
                        Month = month,
                        Values = v,
                    }
                ))
            );
            events.AddRange(
                box.Words.Select(w => new Recorded(
                    FactKinds.SurveyWords,
                    new SurveyWordsFact
                    {
                        Id = newId(),
                        SurveyId = survey.Id,
                        GroupNo = box.GroupNo,
                        QuestionNo = w.QuestionNo,
                        Month = month,
                        Said = w.Said,
                    }
                ))
            );
        }
        if (c.Close)
        {
            var closed = (SurveyFact)survey.Copy();
            closed.ClosedOn = today;
            events.Add(new Corrected(FactKinds.Survey, closed));
        }
        return Decision.Of([.. events]);
    }
}
