using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Voices;
using Spor.Workforce;

namespace Spor.Tests;

/// <summary>Surveys: what is asked stands still once somebody has a link, and what is shown never tells of fewer than five.</summary>
public class SurveyTests
{
    static readonly DateOnly Today = new(2026, 6, 15);
    static long next = 90_000;

    static long NewId() => next++;

    static EmploymentFact Post(long id, DateOnly? to = null) =>
        new()
        {
            Id = id,
            EmployeeId = id,
            TeamId = 1,
            Role = Role.Leader,
            From = new(2020, 1, 1),
            To = to,
            Name = "Ansat " + id,
        };

    static readonly Staff People = new([Post(1), Post(2, Today.AddDays(-1))], []);

    static readonly SaveSurvey Good = new(
        null,
        SurveyKind.Plain,
        " Bliver I hørt? ",
        null,
        "Kommunens egne spørgsmål",
        "Forældre\n\n Unge ",
        "Bliver du hørt?\nForstår du brevene?",
        "Nej\nNoget\nJa",
        "Hvad skal være bedre?",
        WordReaders.Leaders,
        1,
        Today.AddDays(14)
    );

    static string[] Codes(Decision d) => [.. d.Refusals.Select(r => r.Code)];

    static T Written<T>(Decision d)
        where T : Fact =>
        Assert.Single(d.Events) switch
        {
            Recorded r => (T)r.Fact,
            Corrected c => (T)c.Fact,
            var other => throw new InvalidOperationException(other.ToString()),
        };

    static Decision Save(SaveSurvey c, SurveyFact? survey = null, params IReadOnlyList<SurveyFact> all) =>
        SurveyRules.Save(c, survey, all, [], People, Today, NewId);

    static SurveyFact Survey(SaveSurvey? c = null) => Written<SurveyFact>(Save(c ?? Good));

    static SurveyLinksFact Links(SurveyFact s, int group = 1, int count = 20) =>
        new()
        {
            Id = NewId(),
            SurveyId = s.Id,
            GroupNo = group,
            Count = count,
            GivenOn = Today,
        };

    /// <summary>Answers that one emptying brought.</summary>
    static IEnumerable<SurveyAnswerFact> Emptied(SurveyFact s, int group, long entry, params string[] values) =>
        values.Select(v => new SurveyAnswerFact
        {
            Id = NewId(),
            RecordedIn = entry,
            SurveyId = s.Id,
            GroupNo = group,
            Month = new(2026, 6, 1),
            Values = v,
        });

    [Fact]
    public void A_survey_has_groups_questions_a_scale_a_licence_and_somebody_who_answers_for_it()
    {
        var survey = Survey();
        Assert.Equal((survey.Id, 1, "Bliver I hørt?"), (survey.First, survey.Version, survey.Title));
        Assert.Equal(["Forældre", "Unge"], survey.Sheet.Groups);
        Assert.Equal(2, survey.Sheet.Columns);
        Assert.Equal(
            ["value-missing", "value-missing", "survey-groups", "survey-questions", "survey-scale"],
            Codes(Save(Good with { Title = " ", Licence = null, Groups = " \n", Questions = null, Scale = "Ja" }))
        );
        Assert.Equal(["survey-groups"], Codes(Save(Good with { Kind = SurveyKind.Cooperation, Groups = "Skolen" })));
        Assert.Equal(["survey-line-twice"], Codes(Save(Good with { Groups = "Unge\nunge" })));
        Assert.Equal(["survey-line-too-long"], Codes(Save(Good with { Questions = new string('x', 301) })));
        Assert.Equal(["survey-own-words"], Codes(Save(Good with { OwnWords = "1\n2\n3\n4\n5\n6" })));
        Assert.Equal(
            ["survey-day-passed", "caseworker-not-employed"],
            Codes(Save(Good with { LastDay = Today.AddDays(-1), EmployeeId = 2 }))
        );
        var many = string.Join('\n', Enumerable.Range(1, 12));
        Assert.Equal(["survey-too-large"], Codes(Save(Good with { Kind = SurveyKind.Cooperation, Groups = many, Questions = many })));
        Assert.Equal(["thing-not-there"], Codes(Save(Good with { SurveyId = 7 })));
    }

    [Fact]
    public void What_is_asked_cannot_change_once_links_are_out_and_a_new_round_that_asks_otherwise_is_a_new_version()
    {
        var survey = Survey();
        var change = Good with { SurveyId = survey.Id, Questions = "Noget andet?" };
        Assert.Equal(["survey-is-out"], Codes(SurveyRules.Save(change, survey, [survey], [Links(survey)], People, Today, NewId)));
        var closed = (SurveyFact)survey.Copy();
        closed.ClosedOn = Today;
        Assert.Equal(["survey-is-out"], Codes(SurveyRules.Save(change, closed, [closed], [], People, Today, NewId)));

        survey.TextId = 7;
        var again = Written<SurveyFact>(SurveyRules.Repeat(new(survey.Id, Today.AddDays(30)), survey, People, Today, NewId));
        Assert.Equal((survey.First, 1, Today.AddDays(30), (long?)null), (again.First, again.Version, again.LastDay, again.TextId));
        Assert.NotEqual(survey.Id, again.Id);
        var other = Written<SurveyFact>(Save(change with { SurveyId = again.Id }, again, survey, again));
        Assert.Equal((again.Id, survey.First, 2), (other.Id, other.First, other.Version));
        // And back again.
        Assert.Equal(1, Written<SurveyFact>(Save(Good with { SurveyId = again.Id }, other, survey, other)).Version);

        Assert.Equal(["thing-not-there"], Codes(SurveyRules.Repeat(new(1, Today), null, People, Today, NewId)));
        Assert.Equal(["survey-day-passed"], Codes(SurveyRules.Repeat(new(1, Today.AddDays(-1)), survey, People, Today, NewId)));
        survey.EmployeeId = 2;
        Assert.Equal(["survey-owner-left"], Codes(SurveyRules.Repeat(new(1, Today), survey, People, Today, NewId)));
    }

    [Fact]
    public void Links_are_counted_and_never_named()
    {
        var survey = Survey();
        var given = Written<SurveyLinksFact>(SurveyRules.Give(new(survey.Id, 2, 20), survey, [], Today, NewId));
        Assert.Equal((survey.Id, 2, 20, Today), (given.SurveyId, given.GroupNo, given.Count, given.GivenOn));
        Assert.Equal(["thing-not-there"], Codes(SurveyRules.Give(new(survey.Id, 3, 20), survey, [], Today, NewId)));
        Assert.Equal(["survey-over"], Codes(SurveyRules.Give(new(survey.Id, 1, 20), survey, [], Today.AddDays(15), NewId)));
        foreach (var count in new int?[] { null, 0, 301 })
            Assert.Equal(["survey-link-count"], Codes(SurveyRules.Give(new(survey.Id, 1, count), survey, [], Today, NewId)));
        var most = Links(survey, 1, 1990);
        Assert.Equal(["survey-link-count"], Codes(SurveyRules.Give(new(survey.Id, 1, 11), survey, [most], Today, NewId)));
        Assert.Empty(Codes(SurveyRules.Give(new(survey.Id, 1, 10), survey, [most], Today, NewId)));
    }

    [Fact]
    public void A_box_with_four_answers_stays_shut_and_is_thrown_away_unread_when_the_survey_is_closed()
    {
        var survey = Survey();
        var four = new BoxedAnswers(1, ["12", "13", "21", "--"], [new(1, "Ring tilbage")]);
        var five = new BoxedAnswers(2, ["12", "13", "21", "--", "33"], [new(1, "Skriv kortere")]);
        Assert.Equal(["survey-box-under-five"], Codes(SurveyRules.Empty(new(survey.Id, false) { Boxes = [four] }, survey, Today, NewId)));
        var emptied = SurveyRules.Empty(new(survey.Id, false) { Boxes = [four, five] }, survey, Today, NewId);
        var rows = emptied.Events.OfType<Recorded>().Select(e => e.Fact).ToList();
        Assert.Equal(five.Values, rows.OfType<SurveyAnswerFact>().Select(a => a.Values));
        Assert.Equal(["Skriv kortere"], rows.OfType<SurveyWordsFact>().Select(w => w.Said));
        // The month alone, and the same for all.
        Assert.All(rows.OfType<SurveyAnswerFact>(), a => Assert.Equal((new DateOnly(2026, 6, 1), 2), (a.Month, a.GroupNo)));

        var closed = SurveyRules.Empty(new(survey.Id, true) { Boxes = [four] }, survey, Today, NewId);
        Assert.Equal(Today, Written<SurveyFact>(closed).ClosedOn);
        Assert.Equal(["survey-over"], Codes(SurveyRules.Empty(new(survey.Id, true), Written<SurveyFact>(closed), Today, NewId)));
        Assert.Equal(["thing-not-there"], Codes(SurveyRules.Empty(new(1, true), null, Today, NewId)));
    }

    [Fact]
    public void Results_come_from_five_answers_up_and_sums_are_of_what_is_shown_alone()
    {
        var survey = Survey();
        var four = Emptied(survey, 1, 10, "1-", "1-", "3-", "3-").ToList();
        var none = new SurveyResults(survey, four);
        Assert.False(none.ShowsAny);
        Assert.Null(none.Of(1, 0));
        Assert.Null(none.OfAll(0));
        Assert.Null(none.Answered(1));

        // A group of six, two of whom skipped the second question; and four of another.
        var six = Emptied(survey, 2, 11, "11", "11", "22", "33", "3-", "3-").ToList();
        var shown = new SurveyResults(survey, [.. four, .. six]);
        Assert.Equal([2, 1, 3], shown.Of(2, 0)!.Counts);
        Assert.Equal(13.0 / 6, shown.Of(2, 0)!.Mean, 6);
        Assert.Null(shown.Of(2, 1));
        Assert.Equal((6, (int?)6, (int?)null), (shown.OfAll(0)!.Answers, shown.Answered(2), shown.Answered(1)));
        Assert.Null(shown.OfAll(1));
    }

    [Fact]
    public void What_is_shown_grows_by_five_or_more_so_that_two_days_side_by_side_tell_of_no_fewer()
    {
        var survey = Survey();
        var first = Emptied(survey, 1, 10, "11", "11", "11", "11", "11").ToList();
        // The second emptying brought five sheets, two of which answered the second question.
        var second = Emptied(survey, 1, 12, "33", "33", "3-", "3-", "3-").ToList();
        var third = Emptied(survey, 1, 14, "22", "22", "22", "2-", "2-").ToList();
        Assert.Equal(5, new SurveyResults(survey, first).Of(1, 1)!.Answers);
        var after = new SurveyResults(survey, [.. first, .. second]);
        Assert.Equal((10, 5), (after.Of(1, 0)!.Answers, after.Of(1, 1)!.Answers));
        Assert.Equal(10, new SurveyResults(survey, [.. first, .. second, .. third]).Of(1, 1)!.Answers);
    }

    static readonly SaveSurvey Between = Good with
    {
        Kind = SurveyKind.Cooperation,
        Groups = "Skolen\nRådgiverne\nPPR",
        Questions = "Ved vi, hvad de gør?\nHolder de, hvad vi aftaler?",
    };

    [Fact]
    public void Groups_answer_about_each_other_and_a_cell_of_four_is_in_no_sum()
    {
        var survey = Survey(Between);
        Assert.Equal(6, survey.Sheet.Columns);
        Assert.Equal([0, 2], survey.Sheet.AskedAbout(1));
        // About Skolen, Rådgiverne and PPR, two questions each: five of Skolen know Rådgiverne, four of them PPR.
        var skolen = Emptied(survey, 1, 10, "--3311", "--3311", "--3311", "--3311", "--33--").ToList();
        var advisers = Emptied(survey, 2, 11, "11--33", "11--33", "11--33", "21--33", "21--33").ToList();
        var results = new SurveyResults(survey, [.. skolen, .. advisers]);
        Assert.Equal(3, results.About(1, 1)!.Mean);
        Assert.Null(results.About(1, 2));
        Assert.Equal((10, 1.2), (results.About(2, 0)!.Answers, results.About(2, 0)!.Mean));
        // Of all who answered about PPR only those of the shown cell.
        Assert.Equal(5, results.OfAll(survey.Sheet.Column(0, 2))!.Answers);
        // Skolen thinks more of Rådgiverne than they of it; PPR did not answer, so there is no other pair.
        Assert.Equal([new SurveyPair(0, 1, 3, 1.2)], results.Pairs());
        Assert.Equal(1.4, results.Pairs(0)[0].SecondAboutFirst, 6);
        Assert.Equal(2.0, results.Pairs(1)[0].Apart, 6);
    }

    [Fact]
    public void A_round_is_held_against_the_one_before_by_names_and_only_where_the_same_was_asked()
    {
        var before = Survey(Between);
        var now = Written<SurveyFact>(SurveyRules.Repeat(new(before.Id, Today), before, People, Today, NewId));
        now.Groups = "Rådgiverne\nSkolen";
        Assert.Equal(before, SurveyResults.Before(now, [now, before, Survey()]));
        Assert.Null(SurveyResults.Before(before, [now, before]));
        var then = new SurveyResults(before, Emptied(before, 1, 10, [.. Enumerable.Repeat("--13--", 5)]));
        var since = new SurveyResults(now, Emptied(now, 2, 20, [.. Enumerable.Repeat("33--", 5)]));
        Assert.Equal(2, since.Moved(then, 2, 0, 0));
        Assert.Equal(0, since.Moved(then, 2, 1, 0));
        Assert.Equal(1, since.MovedAbout(then, 2, 0));
        Assert.Null(since.Moved(then, 1, 0, 1));
        now.Scale = "Nej\nJa";
        Assert.Null(new SurveyResults(now, Emptied(now, 2, 20, [.. Enumerable.Repeat("22--", 5)])).Moved(then, 2, 0, 0));
    }

    [Fact]
    public void A_sheet_that_comes_back_fits_what_was_asked()
    {
        var plain = Survey().Sheet;
        Assert.Empty(plain.Wrong(1, "1-", [null]));
        Assert.Empty(plain.Wrong(1, "--", ["Ring tilbage"]));
        Assert.Equal(["survey-nothing-answered"], plain.Wrong(1, "--", [" "]).Select(r => r.Code));
        Assert.Equal(["survey-words-too-long"], plain.Wrong(1, "1-", [new string('x', 601)]).Select(r => r.Code));
        // A step that is not there, too few columns, an answer about one's own group.
        foreach (var values in new[] { "14", "1", "1x" })
            Assert.Equal(["survey-sheet-not-readable"], plain.Wrong(1, values, [null]).Select(r => r.Code));
        Assert.Equal(["survey-sheet-not-readable"], Survey(Between).Sheet.Wrong(1, "1-3311", [null]).Select(r => r.Code));
    }
}
