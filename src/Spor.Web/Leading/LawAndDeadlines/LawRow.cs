using Spor.Facts;
using Spor.Kernel;
using Spor.Law;

namespace Spor.Web.Leading.LawAndDeadlines;

/// <summary>A dated row of law or model, as an administrator reads it.</summary>
/// <param name="Says">What the row says, in a few words; empty where its title says it.</param>
/// <param name="Mark">S = stated in a source; I, M, NF = unverified.</param>
sealed record LawRow(string Title, string Says, string? Section, DateOnly From, DateOnly To, string Source, string Mark)
{
    public bool Verified => Mark == "S";

    /// <summary>Every dated row that Spor's rules read, by what it is about.</summary>
    public static IReadOnlyList<(string Group, IReadOnlyList<LawRow> Rows)> All { get; } =
    [
        (
            Text.Requirements,
            [.. NationalLaw.All.Select(r => new LawRow(r.Title, Text.Says(r.Standard), r.Section, r.From, r.To, r.Source, r.Mark))]
        ),
        (
            Text.DecisionKinds,
            [
                .. DecisionLaw.All.Select(k => new LawRow(
                    Danish.Capital(k.Kind.Danish()),
                    Text.Says(k),
                    k.Section,
                    k.From,
                    k.To,
                    k.Source,
                    k.Mark
                )),
            ]
        ),
        (Text.AfterDecisions, [.. DecisionLaw.Duties.Select(d => Open(d.Title, Text.Says(d), d.Section, d.Source, d.Mark))]),
        (
            Text.AssessmentRows,
            [
                .. AssessmentLaw.All.Select(a => new LawRow(
                    Danish.Capital(a.Topic.Danish()),
                    a.Text,
                    a.Section,
                    a.From,
                    a.To,
                    a.Source,
                    a.Mark
                )),
            ]
        ),
        (
            Text.PlanRows,
            [
                .. PlanLaw.All.Select(p => new LawRow(
                    Danish.Capital(p.Kind.Danish()),
                    Text.Says(p),
                    p.Section,
                    p.From,
                    p.To,
                    p.Source,
                    p.Mark
                )),
            ]
        ),
        (
            Text.DutyRows,
            [.. Duties.All.Select(d => new LawRow(Text.Duty(d.Duty), Text.Says(d), d.Section, d.From, d.To, d.Source, d.Mark))]
        ),
        (Text.RetentionRows, [.. Retention.All.Select(r => new LawRow(r.Title, Text.Says(r), r.Section, r.From, r.To, r.Source, r.Mark))]),
        (
            Text.OtherRows,
            [
                .. Weekdays.All.Select(w => new LawRow(Text.Saturday, Text.YesNo(w.Saturday), null, w.From, w.To, w.Source, w.Mark)),
                .. CutOffs.All.Select(c => new LawRow(Text.CutOff, Text.DayOf(c), null, c.From, c.To, c.Source, c.Mark)),
                .. Targets.All.Select(t => new LawRow(Text.Target(t.Figure), Text.Says(t), null, t.From, t.To, t.Source, t.Mark)),
                .. OwnAges.All.Select(a => new LawRow(Text.OwnAges, Text.Says(a), null, a.From, a.To, a.Source, a.Mark)),
                .. Targets.Monthly.Select(t => new LawRow(Text.Target(t.Figure), Text.Says(t), null, t.From, t.To, t.Source, t.Mark)),
                .. ConferenceLaw.All.Select(c => new LawRow(Text.OwnAnswer, c.Text, null, c.From, c.To, c.Source, c.Mark)),
                .. DimensionSets.All.Select(s => new LawRow(Text.Dimensions, s.Title, null, s.From, s.To, s.Source, s.Mark)),
                .. NotificationCauses.All.Select(c => new LawRow(Text.Cause, c.Name, null, c.From, c.To, c.Source, c.Mark)),
                .. Spor.Decisions.Authority.Default.Select(a =>
                    Open(Text.Authority, Text.Says(a), null, a.Source, a.Verified ? "S" : "NF")
                ),
            ]
        ),
    ];

    static LawRow Open(string title, string says, string? section, string source, string mark) =>
        new(title, says, section, DateOnly.MinValue, DateOnly.MaxValue, source, mark);
}
