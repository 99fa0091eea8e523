using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Voices;
using Spor.Workforce;

namespace Spor.Tests;

/// <summary>Panels: what is raised is answered, and what is answered is told back.</summary>
public class PanelTests
{
    static readonly DateOnly Today = new(2026, 6, 15);
    static long next = 80_000;

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

    static readonly Staff People = new([Post(1), Post(2), Post(3, Today.AddDays(-1))], []);

    static readonly PanelMeetingFact Meeting = new()
    {
        Id = 10,
        Panel = Panel.Parents,
        HeldOn = Today.AddDays(-30),
        Came = 8,
        About = "Breve",
    };

    static PanelPointFact Point(PointState state, DateOnly? answered = null, DateOnly? told = null) =>
        new()
        {
            Id = NewId(),
            MeetingId = 10,
            EmployeeId = 1,
            State = state,
            AnsweredOn = answered,
            ToldOn = told,
            What = "Brevene er svære at forstå",
            Answer = state is PointState.Done or PointState.NotDone ? "De er skrevet om" : null,
        };

    static string[] Codes(Decision d) => [.. d.Refusals.Select(r => r.Code)];

    static T Written<T>(Decision d)
        where T : Fact =>
        Assert.Single(d.Events) switch
        {
            Recorded r => (T)r.Fact,
            Corrected c => (T)c.Fact,
            var other => throw new InvalidOperationException(other.ToString()),
        };

    [Fact]
    public void A_meeting_has_a_day_that_has_been_a_number_and_a_subject()
    {
        var good = new HoldPanel(null, Panel.Parents, Today, 8, " Breve ", null);
        var held = Written<PanelMeetingFact>(PanelRules.Hold(good, null, [], Today, NewId));
        Assert.Equal((Panel.Parents, Today, 8, "Breve"), (held.Panel, held.HeldOn, held.Came, held.About));
        Assert.Equal(
            ["day-in-future", "panel-came", "value-missing"],
            Codes(PanelRules.Hold(new(null, Panel.Parents, Today.AddDays(1), null, " ", null), null, [], Today, NewId))
        );
        Assert.Equal(["panel-came"], Codes(PanelRules.Hold(good with { Came = 501 }, null, [], Today, NewId)));
        Assert.Equal(["thing-not-there"], Codes(PanelRules.Hold(good with { MeetingId = 99 }, null, [], Today, NewId)));
        // A meeting cannot be moved past the answer to what it raised.
        var answered = Point(PointState.Done, Today.AddDays(-10));
        Assert.Equal(
            ["panel-answered-before"],
            Codes(PanelRules.Hold(good with { MeetingId = 10, HeldOn = Today.AddDays(-9) }, Meeting, [answered], Today, NewId))
        );
        Assert.Equal(
            10,
            Written<PanelMeetingFact>(
                PanelRules.Hold(good with { MeetingId = 10, HeldOn = Today.AddDays(-10) }, Meeting, [answered], Today, NewId)
            ).Id
        );
    }

    [Fact]
    public void A_point_has_words_and_somebody_employed_who_follows_it_up()
    {
        var raised = Written<PanelPointFact>(PanelRules.Raise(new(10, " Ring tilbage ", 1), Meeting, People, Today, NewId));
        Assert.Equal((10, 1, PointState.Waiting, "Ring tilbage"), (raised.MeetingId, raised.EmployeeId, raised.State, raised.What));
        Assert.Equal(
            ["panel-point-too-long", "caseworker-not-employed"],
            Codes(PanelRules.Raise(new(10, new string('x', 501), 3), Meeting, People, Today, NewId))
        );
        Assert.Equal(["value-missing"], Codes(PanelRules.Raise(new(10, " ", 1), Meeting, People, Today, NewId)));
        Assert.Equal(["thing-not-there"], Codes(PanelRules.Raise(new(11, "x", 1), null, People, Today, NewId)));
    }

    [Fact]
    public void An_answer_is_of_today_and_another_answer_is_told_anew()
    {
        var waits = Point(PointState.Waiting);
        var done = Written<PanelPointFact>(PanelRules.Answer(new(waits.Id, PointState.Done, "Skrevet om", 2), waits, People, Today));
        Assert.Equal((Today, "Skrevet om", 2, "Brevene er svære at forstå"), (done.AnsweredOn, done.Answer, done.EmployeeId, done.What));
        var told = Point(PointState.Done, Today.AddDays(-10), Today.AddDays(-5));
        // Only who follows it up is another: the answer stands as it was told.
        var same = Written<PanelPointFact>(PanelRules.Answer(new(told.Id, told.State, told.Answer, 2), told, People, Today));
        Assert.Equal((Today.AddDays(-10), Today.AddDays(-5)), (same.AnsweredOn, same.ToldOn));
        var other = Written<PanelPointFact>(PanelRules.Answer(new(told.Id, PointState.NotDone, "Det kan vi ikke", 1), told, People, Today));
        Assert.Equal((Today, (DateOnly?)null), (other.AnsweredOn, other.ToldOn));
        var again = Written<PanelPointFact>(PanelRules.Answer(new(told.Id, PointState.Waiting, null, 1), told, People, Today));
        Assert.Equal(((DateOnly?)null, (DateOnly?)null, (string?)null), (again.AnsweredOn, again.ToldOn, again.Answer));

        Assert.Equal(["value-missing"], Codes(PanelRules.Answer(new(1, PointState.Done, " ", 1), waits, People, Today)));
        Assert.Equal(["panel-answer-waits"], Codes(PanelRules.Answer(new(1, PointState.Waiting, "x", 1), waits, People, Today)));
        Assert.Equal(["choice-missing"], Codes(PanelRules.Answer(new(1, PointState.Withdrawn, "x", 1), waits, People, Today)));
        Assert.Equal(["caseworker-not-employed"], Codes(PanelRules.Answer(new(1, PointState.Done, "x", 3), waits, People, Today)));
        Assert.Equal(["thing-not-there"], Codes(PanelRules.Answer(new(1, PointState.Done, "x", 1), null, People, Today)));
        // Who has left may stay on what they followed up.
        waits.EmployeeId = 3;
        Assert.Empty(Codes(PanelRules.Answer(new(1, PointState.Done, "x", 3), waits, People, Today)));
    }

    [Fact]
    public void A_panel_is_told_of_what_is_answered_and_not_before_it_was()
    {
        var (done, waits) = (Point(PointState.Done, Today.AddDays(-10)), Point(PointState.Waiting));
        Assert.Equal(
            Today.AddDays(-10),
            Written<PanelPointFact>(PanelRules.Tell(new([done.Id], Today.AddDays(-10)), [done], Today)).ToldOn
        );
        Assert.Equal(["panel-nothing-chosen"], Codes(PanelRules.Tell(new([], Today), [], Today)));
        Assert.Equal(["thing-not-there"], Codes(PanelRules.Tell(new([1], Today), [null], Today)));
        Assert.Equal(["day-in-future"], Codes(PanelRules.Tell(new([1], Today.AddDays(1)), [done], Today)));
        Assert.Equal(["panel-point-not-answered"], Codes(PanelRules.Tell(new([1, 2], Today), [done, waits], Today)));
        Assert.Equal(["panel-told-before"], Codes(PanelRules.Tell(new([1], Today.AddDays(-11)), [done], Today)));
    }

    [Fact]
    public void A_point_that_the_panel_takes_back_loses_its_words_and_counts_for_nothing()
    {
        var point = Point(PointState.Done, Today.AddDays(-10), Today);
        point.TextId = 7;
        var back = Written<PanelPointFact>(PanelRules.Withdraw(point));
        Assert.Equal((point.Id, PointState.Withdrawn), (back.Id, back.State));
        Assert.True(back is { What: null, Answer: null, TextId: null, AnsweredOn: null, ToldOn: null });
        Assert.Equal(["panel-point-withdrawn"], Codes(PanelRules.Withdraw(back)));
        Assert.Equal(["panel-point-withdrawn"], Codes(PanelRules.Answer(new(1, PointState.Done, "x", 1), back, People, Today)));
        Assert.Equal(["panel-point-not-answered"], Codes(PanelRules.Tell(new([1], Today), [back], Today)));
        Assert.Equal(["thing-not-there"], Codes(PanelRules.Withdraw(null)));

        var others = new[] { Point(PointState.Waiting), Point(PointState.Done, Today, Today), Point(PointState.NotDone, Today), back };
        var standing = PanelStanding.Of([Meeting], others);
        Assert.Equal(new PanelStanding(1, 3, 1, 1, 1), standing);
        Assert.Equal((1, 1), (standing.Waiting, standing.Untold));
        Assert.Equal(new PanelStanding(0, 0, 0, 0, 0), PanelStanding.Of([], others));
    }
}
