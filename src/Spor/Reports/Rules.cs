using System.Text.Json.Serialization;
using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Reports;

/// <summary>Keeps a day and an entry under a name.</summary>
/// <param name="EntryNo">Null = all that is known when it is kept.</param>
public sealed record KeepBaseline(string? Name, DateOnly Day, long? EntryNo) : ICommand<KeepBaseline>
{
    /// <summary>Kept encrypted with the entry.</summary>
    public string? Why { get; init; }

    public static Verb<KeepBaseline> Verb { get; } =
        new(
            "keep-baseline",
            Capability.Reports,
            (c, now) =>
                ReportRules.Keep(
                    c,
                    now.NewId(),
                    now.Today,
                    now.Facts.EntryNo,
                    [.. now.Facts.All<BaselineFact>().Select(now.Facts.Opened)],
                    now.Facts.Imports()
                )
        )
        {
            Reason = c => c.Why,
        };
}

/// <summary>Takes back a baseline that was kept by mistake.</summary>
public sealed record WithdrawBaseline(long BaselineId) : ICommand<WithdrawBaseline>
{
    public static Verb<WithdrawBaseline> Verb { get; } =
        new("withdraw-baseline", Capability.Reports, (c, now) => ReportRules.WithdrawBaseline(now.Facts.Find<BaselineFact>(c.BaselineId)));
}

/// <summary>Keeps a printed report: a person's own, or the draft that the annual wheel asks for.</summary>
/// <param name="DueId">The row of the annual wheel it is made for.</param>
public sealed record MakeReport(DateOnly From, DateOnly To, DateOnly BaselineDay, long? BaselineId, long? DueId = null)
    : ICommand<MakeReport>
{
    /// <summary>What was printed: the entry whose knowledge it is printed from, the program's version and the files' hashes. Nobody means
    /// it, so a second press of the button, which prints anew, means the same.</summary>
    [JsonIgnore]
    public Printed Printed { get; init; } = new(0, "", "", "", "", "");

    public static Verb<MakeReport> Verb { get; } =
        new(
            "print-report",
            Capability.Reports,
            (c, now) =>
                ReportRules.Print(
                    c.Row(now.NewId()),
                    now.Today,
                    c.DueId is { } due ? (now.Facts.Find<ReportDueFact>(due), now.Facts.All<ReportFact>().Any(r => r.DueId == due)) : null
                )
        )
        {
            OtherName = "draft-report",
            OtherWhen = (c, _) => c.DueId is not null,
        };

    ReportFact Row(long id) =>
        new()
        {
            Id = id,
            From = From,
            To = To,
            BaselineDay = BaselineDay,
            BaselineId = BaselineId,
            DueId = DueId,
            StandsOn = Printed.StandsOn,
            Program = Printed.Program,
            PageHash = Printed.PageHash,
            WordHash = Printed.WordHash,
            ExcelHash = Printed.ExcelHash,
            FiguresHash = Printed.FiguresHash,
        };
}

/// <param name="StandsOn">The entry whose knowledge it is printed from.</param>
/// <param name="Program">The version of the program.</param>
public sealed record Printed(long StandsOn, string Program, string PageHash, string WordHash, string ExcelHash, string FiguresHash);

/// <summary>A draft becomes final.</summary>
public sealed record FinishReport(long ReportId) : ICommand<FinishReport>
{
    public static Verb<FinishReport> Verb { get; } =
        new("finish-report", Capability.Reports, (c, now) => ReportRules.Finish(now.Facts.Find<ReportFact>(c.ReportId)));
}

/// <summary>A draft is thrown away.</summary>
public sealed record DiscardReport(long ReportId) : ICommand<DiscardReport>
{
    public static Verb<DiscardReport> Verb { get; } =
        new("discard-report", Capability.Reports, (c, now) => ReportRules.Discard(now.Facts.Find<ReportFact>(c.ReportId)));
}

/// <summary>Puts a report on the annual wheel, or changes what stands there.</summary>
/// <param name="BaselineDay">The day compared with.</param>
public sealed record PlanReport(
    string? Title,
    string? Committee,
    DateOnly DueOn,
    DateOnly From,
    DateOnly To,
    DateOnly BaselineDay,
    long? BaselineId,
    long DraftDaysBefore
) : ICommand<PlanReport>
{
    /// <summary>The row that is changed; null for a new one.</summary>
    public long? DueId { get; init; }

    public static Verb<PlanReport> Verb { get; } =
        new(
            "plan-report",
            Capability.Reports,
            (c, now) =>
            {
                var before = c.DueId is { } id ? now.Facts.Find<ReportDueFact>(id) : null;
                return c.DueId is not null && before is null
                    ? new Refusal("report-not-in-the-wheel")
                    : ReportRules.Plan(c, before?.Id ?? now.NewId(), before);
            }
        );
}

/// <summary>Takes a report off the annual wheel.</summary>
public sealed record WithdrawPlannedReport(long DueId) : ICommand<WithdrawPlannedReport>
{
    public static Verb<WithdrawPlannedReport> Verb { get; } =
        new("withdraw-planned-report", Capability.Reports, (c, now) => ReportRules.WithdrawDue(now.Facts.Find<ReportDueFact>(c.DueId)));
}

/// <summary>What may be kept, printed and planned. Pure: what is known comes in as arguments.</summary>
public static class ReportRules
{
    public const int LongestName = 80;
    public const int MostDraftDays = 180;

    /// <param name="headNo">The last entry before this intent.</param>
    /// <param name="imports">First and last entry of every import; between them only some of its children are known.</param>
    public static Decision Keep(
        KeepBaseline c,
        long id,
        DateOnly today,
        long headNo,
        IReadOnlyList<BaselineFact> kept,
        IReadOnlyList<(long First, long Last)> imports
    )
    {
        var name = c.Name?.Trim() ?? "";
        var no = new List<Refusal>();
        if (name.Length == 0)
            no.Add(new("baseline-without-name", nameof(c.Name)));
        else if (name.Length > LongestName)
            no.Add(new("baseline-name-too-long", nameof(c.Name)));
        else if (kept.Any(b => string.Equals(b.Name, name, StringComparison.OrdinalIgnoreCase)))
            no.Add(new("baseline-name-taken", nameof(c.Name)));
        if (c.Day > today)
            no.Add(new("baseline-day-not-reached", nameof(c.Day)));
        var entry = c.EntryNo ?? headNo;
        if (entry < 1 || entry > headNo)
            no.Add(new("baseline-entry-unknown", nameof(c.EntryNo)));
        else if (imports.Any(i => i.First <= entry && entry < i.Last))
            no.Add(new("baseline-entry-inside-import", nameof(c.EntryNo)));
        return no.Count > 0
            ? Decision.No(no)
            : new Recorded(
                FactKinds.Baseline,
                new BaselineFact
                {
                    Id = id,
                    Name = name,
                    Day = c.Day,
                    EntryNo = entry,
                }
            );
    }

    public static Decision WithdrawBaseline(BaselineFact? baseline) =>
        baseline is null ? new Refusal("baseline-not-kept") : new Withdrawn(FactKinds.Baseline, baseline.Id);

    /// <param name="due">The row it is made for, with its reports; null when a person prints on their own account.</param>
    public static Decision Print(ReportFact report, DateOnly today, (ReportDueFact? Row, bool HasReport)? due = null)
    {
        if (PrintRefusal(report, today) is { } wrong)
            return wrong;
        if (due is { Row: null })
            return new Refusal("report-not-in-the-wheel");
        // Two processes may look at the wheel at once: the second finds the first one's draft here.
        if (due is { HasReport: true })
            return new Refusal("report-made-already");
        return new Recorded(FactKinds.Report, report);
    }

    /// <summary>A draft becomes final with the bytes it has.</summary>
    public static Decision Finish(ReportFact? report)
    {
        if (report is null)
            return new Refusal("report-not-kept");
        if (report.State == ReportState.Final)
            return new Refusal("report-final-already");
        var final = (ReportFact)report.Copy();
        final.State = ReportState.Final;
        return new Corrected(FactKinds.Report, final);
    }

    /// <summary>A draft may be thrown away; a report that has been sent may not.</summary>
    public static Decision Discard(ReportFact? report) =>
        report switch
        {
            null => new Refusal("report-not-kept"),
            { State: ReportState.Final } => new Refusal("report-final-already"),
            _ => new Withdrawn(FactKinds.Report, report.Id),
        };

    /// <param name="id">A new row's, or that of the row put in its place.</param>
    public static Decision Plan(PlanReport c, long id, ReportDueFact? before)
    {
        var no = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(c.Title))
            no.Add(new("report-without-title", nameof(c.Title)));
        if (string.IsNullOrWhiteSpace(c.Committee))
            no.Add(new("report-without-committee", nameof(c.Committee)));
        if (PeriodRefusal(c.From, c.To, c.BaselineDay) is { } wrong)
            no.Add(wrong);
        else if (c.To >= c.DueOn)
            no.Add(new("report-due-before-period-ends", nameof(c.DueOn)));
        if (c.DraftDaysBefore is < 0 or > MostDraftDays)
            no.Add(new("draft-days-out-of-range", nameof(c.DraftDaysBefore)));
        if (no.Count > 0)
            return Decision.No(no);
        var row = new ReportDueFact
        {
            Id = id,
            Title = c.Title!.Trim(),
            Committee = c.Committee!.Trim(),
            DueOn = c.DueOn,
            From = c.From,
            To = c.To,
            BaselineDay = c.BaselineDay,
            BaselineId = c.BaselineId,
            DraftDaysBefore = c.DraftDaysBefore,
        };
        return before is null ? new Recorded(FactKinds.ReportDue, row) : new Corrected(FactKinds.ReportDue, row);
    }

    public static Decision WithdrawDue(ReportDueFact? row) =>
        row is null ? new Refusal("report-not-in-the-wheel") : new Withdrawn(FactKinds.ReportDue, row.Id);

    /// <summary>Null for a period that may be printed on a day.</summary>
    public static Refusal? PrintRefusal(ReportFact report, DateOnly today) =>
        OrderRefusal(report.From, report.To, report.BaselineDay)
        ?? (report.To > today ? new Refusal("report-period-not-over", nameof(report.To)) : null)
        ?? MonthRefusal(report.From, report.To, report.BaselineDay);

    /// <summary>A report tells what is published, and no more: null where its period is.</summary>
    public static Refusal? NotPublished(ReportFact report, DateOnly published) =>
        report.To > published ? new("report-period-not-published", nameof(report.To)) : null;

    /// <summary>Null for a period that has an order (first day, last day, and a day before the last to compare with) and is whole
    /// months.</summary>
    public static Refusal? PeriodRefusal(DateOnly from, DateOnly to, DateOnly baselineDay) =>
        OrderRefusal(from, to, baselineDay) ?? MonthRefusal(from, to, baselineDay);

    static Refusal? OrderRefusal(DateOnly from, DateOnly to, DateOnly baselineDay) =>
        to < from ? new("report-period-backwards", nameof(ReportFact.To))
        : baselineDay >= to ? new("report-baseline-not-before", nameof(ReportFact.BaselineDay))
        : null;

    /// <summary>Of two reports a few days apart the difference would tell of the few children of those days.</summary>
    static Refusal? MonthRefusal(DateOnly from, DateOnly to, DateOnly baselineDay) =>
        from.Day != 1 ? new("report-not-whole-months", nameof(ReportFact.From))
        : to.AddDays(1).Day != 1 ? new("report-not-whole-months", nameof(ReportFact.To))
        : baselineDay.AddDays(1).Day != 1 ? new("report-not-whole-months", nameof(ReportFact.BaselineDay))
        : null;
}
