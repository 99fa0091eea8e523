using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Voices;

/// <summary>Writes down a meeting of a panel: a new one, or what is known of one there is.</summary>
/// <param name="MeetingId">Null = a new one.</param>
public sealed record HoldPanel(long? MeetingId, Panel Panel, DateOnly HeldOn, int? Came, string? About, string? Notes) : ICommand<HoldPanel>
{
    public static Verb<HoldPanel> Verb { get; } =
        new(
            "hold-panel",
            Capability.Leadership,
            (c, now) =>
                PanelRules.Hold(
                    c,
                    c.MeetingId is { } id ? now.Facts.Find<PanelMeetingFact>(id) : null,
                    now.Facts.All<PanelPointFact>(),
                    now.Today,
                    now.NewId
                )
        )
        {
            Shown = (c, now) => c.MeetingId is { } id ? now.Facts.Find<PanelMeetingFact>(id) : null,
        };
}

/// <summary>Writes down something that a panel raised, and who follows it up.</summary>
public sealed record RaisePanelPoint(long MeetingId, string? What, long EmployeeId) : ICommand<RaisePanelPoint>
{
    public static Verb<RaisePanelPoint> Verb { get; } =
        new(
            "raise-panel-point",
            Capability.Leadership,
            (c, now) => PanelRules.Raise(c, now.Facts.Find<PanelMeetingFact>(c.MeetingId), now.Staff, now.Today, now.NewId)
        );
}

/// <summary>Says what was done about a point, or why nothing is, and who follows it up.</summary>
public sealed record AnswerPanelPoint(long PointId, PointState State, string? Answer, long EmployeeId) : ICommand<AnswerPanelPoint>
{
    public static Verb<AnswerPanelPoint> Verb { get; } =
        new(
            "answer-panel-point",
            Capability.Leadership,
            (c, now) => PanelRules.Answer(c, now.Facts.FindOpened<PanelPointFact>(c.PointId), now.Staff, now.Today)
        )
        {
            Shown = (c, now) => now.Facts.Find<PanelPointFact>(c.PointId),
        };
}

/// <summary>The panel was told what became of some points.</summary>
public sealed record TellPanelBack(IReadOnlyList<long> PointIds, DateOnly ToldOn) : ICommand<TellPanelBack>
{
    public static Verb<TellPanelBack> Verb { get; } =
        new(
            "tell-panel-back",
            Capability.Leadership,
            (c, now) => PanelRules.Tell(c, [.. c.PointIds.Distinct().Select(now.Facts.FindOpened<PanelPointFact>)], now.Today)
        );
}

/// <summary>The panel takes a point back: its words go.</summary>
public sealed record WithdrawPanelPoint(long PointId) : ICommand<WithdrawPanelPoint>
{
    public static Verb<WithdrawPanelPoint> Verb { get; } =
        new("withdraw-panel-point", Capability.Leadership, (c, now) => PanelRules.Withdraw(now.Facts.Find<PanelPointFact>(c.PointId)));
}

public static class PanelRules
{
    public const int LongestPoint = 500;

    public static Decision Hold(
        HoldPanel c,
        PanelMeetingFact? meeting,
        IEnumerable<PanelPointFact> points,
        DateOnly today,
        Func<long> newId
    )
    {
        if (c.MeetingId is not null && meeting is null)
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        if (c.HeldOn > today)
            wrong.Add(new("day-in-future", nameof(c.HeldOn)));
        if (c.Came is not (>= 1 and <= 500))
            wrong.Add(new("panel-came", nameof(c.Came)));
        if (string.IsNullOrWhiteSpace(c.About))
            wrong.Add(new("value-missing", nameof(c.About)));
        // What a point was answered with is said after the meeting that raised it.
        if (meeting is not null && points.Any(p => p.MeetingId == meeting.Id && p.AnsweredOn < c.HeldOn))
            wrong.Add(new("panel-answered-before", nameof(c.HeldOn)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var held = new PanelMeetingFact
        {
            Id = meeting?.Id ?? newId(),
            Panel = c.Panel,
            HeldOn = c.HeldOn,
            Came = c.Came!.Value,
            About = c.About!.Trim(),
            Notes = c.Notes,
        };
        return meeting is null ? new Recorded(FactKinds.PanelMeeting, held) : new Corrected(FactKinds.PanelMeeting, held);
    }

    public static Decision Raise(RaisePanelPoint c, PanelMeetingFact? meeting, Staff staff, DateOnly today, Func<long> newId)
    {
        if (meeting is null)
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(c.What))
            wrong.Add(new("value-missing", nameof(c.What)));
        if (c.What?.Trim().Length > LongestPoint)
            wrong.Add(new("panel-point-too-long", nameof(c.What)));
        if (!staff.IsEmployed(c.EmployeeId, today))
            wrong.Add(new("caseworker-not-employed", nameof(c.EmployeeId)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return new Recorded(
            FactKinds.PanelPoint,
            new PanelPointFact
            {
                Id = newId(),
                MeetingId = meeting.Id,
                EmployeeId = c.EmployeeId,
                What = c.What!.Trim(),
            }
        );
    }

    public static Decision Answer(AnswerPanelPoint c, PanelPointFact? point, Staff staff, DateOnly today)
    {
        if (point is null)
            return new Refusal("thing-not-there");
        if (point.State == PointState.Withdrawn)
            return new Refusal("panel-point-withdrawn");
        var wrong = new List<Refusal>();
        var answer = string.IsNullOrWhiteSpace(c.Answer) ? null : c.Answer.Trim();
        if (c.State == PointState.Withdrawn)
            wrong.Add(new("choice-missing", nameof(c.State)));
        else if (c.State == PointState.Waiting && answer is not null)
            wrong.Add(new("panel-answer-waits", nameof(c.State)));
        else if (c.State != PointState.Waiting && answer is null)
            wrong.Add(new("value-missing", nameof(c.Answer)));
        // Whoever followed it up and has left may stay on what is answered.
        if (c.EmployeeId != point.EmployeeId && !staff.IsEmployed(c.EmployeeId, today))
            wrong.Add(new("caseworker-not-employed", nameof(c.EmployeeId)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var answered = (PanelPointFact)point.Copy();
        (answered.State, answered.Answer, answered.EmployeeId) = (c.State, answer, c.EmployeeId);
        // Another answer is told anew.
        if (c.State != point.State || answer != point.Answer)
            (answered.AnsweredOn, answered.ToldOn) = (c.State == PointState.Waiting ? null : today, null);
        return new Corrected(FactKinds.PanelPoint, answered);
    }

    public static Decision Tell(TellPanelBack c, IReadOnlyList<PanelPointFact?> points, DateOnly today)
    {
        if (points.Count == 0)
            return new Refusal("panel-nothing-chosen", nameof(c.PointIds));
        if (points.Any(p => p is null))
            return new Refusal("thing-not-there");
        if (c.ToldOn > today)
            return new Refusal("day-in-future", nameof(c.ToldOn));
        if (points.Any(p => !p!.IsAnswered))
            return new Refusal("panel-point-not-answered", nameof(c.PointIds));
        if (points.Any(p => c.ToldOn < p!.AnsweredOn))
            return new Refusal("panel-told-before", nameof(c.ToldOn));
        return Decision.Of([
            .. points.Select(p =>
            {
                var told = (PanelPointFact)p!.Copy();
                told.ToldOn = c.ToldOn;
                return new Corrected(FactKinds.PanelPoint, told);
            }),
        ]);
    }

    public static Decision Withdraw(PanelPointFact? point)
    {
        if (point is null)
            return new Refusal("thing-not-there");
        if (point.State == PointState.Withdrawn)
            return new Refusal("panel-point-withdrawn");
        return new Corrected(
            FactKinds.PanelPoint,
            new PanelPointFact
            {
                Id = point.Id,
                MeetingId = point.MeetingId,
                EmployeeId = point.EmployeeId,
                State = PointState.Withdrawn,
            }
        );
    }
}
