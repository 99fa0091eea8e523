using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Figures;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Reports;
using Spor.Requirements;
using PictureText = Spor.Web.Frame.Layout.PictureText;
using SetAside = Spor.Web.Frame.Layout.SetAside;

namespace Spor.Web.Leading.Council;

/// <param name="Shown">As it is read.</param>
/// <param name="Value">For Excel: a number or a day; null where the text is all there is.</param>
public readonly record struct PaperCell(string Shown, object? Value = null)
{
    public static implicit operator PaperCell(string text) => new(text);
}

/// <param name="Numeric">The columns, from 0, that stand to the right, and what they hold in Excel.</param>
public sealed record PaperTable(
    string Name,
    string Caption,
    IReadOnlyList<string> Headings,
    IReadOnlyList<IReadOnlyList<PaperCell>> Rows,
    IReadOnlyDictionary<int, ColumnKind> Numeric
);

/// <summary>The report as sentences and tables, every small number already hidden. The page, the Word file and the Excel file are written
/// from this alone.</summary>
public sealed partial class Paper
{
    public required CouncilFigures Figures { get; init; }
    public required string Program { get; init; }
    public required IReadOnlyList<string> Summary { get; init; }
    public required PaperTable Keys { get; init; }
    public required IReadOnlyList<string> LadderSays { get; init; }
    public required PaperTable Steps { get; init; }
    public required IReadOnlyList<string> NotificationsSay { get; init; }
    public required PaperTable Notifiers { get; init; }
    public required PaperTable Law { get; init; }
    public required IReadOnlyList<string> PlacementsSay { get; init; }
    public required PaperTable Forms { get; init; }
    public required IReadOnlyList<string> ConferencesSay { get; init; }
    public required PaperTable Load { get; init; }
    public required PaperTable Targets { get; init; }
    public required PaperTable Definitions { get; init; }

    static readonly Dictionary<int, ColumnKind> BeforeAndNow = new() { [1] = ColumnKind.Whole, [2] = ColumnKind.Whole };

    /// <summary>What the imports left out, and the figures miss; empty where nothing was.</summary>
    public required IReadOnlyList<string> Aside { get; init; }

    /// <param name="aside">Rows that the imports set aside, by file.</param>
    public static Paper Of(CouncilFigures f, string program, IReadOnlyDictionary<string, int> aside)
    {
        var q = f.Question;
        string A = Text.On(q.BaselineDay),
            B = Text.On(q.To);
        string? Mixed(string key)
        {
            // Said only where it says something else.
            if (f.OnEarlierMix[key] is not { } mixed || InTime(f, key, true) is not { } shown || InTime(f, key, false) is null)
                return null;
            var text = Percent(mixed);
            return text == shown ? null : text;
        }
        var summary = new List<string>();
        summary.Add(
            f["case"].Now.Hidden
                ? Text.HiddenOf(Text.CaseName)
                : Text.Children(q, Shown(f["case"].Now), Told(f["case"].Before), Step(f["case"]), f["case"].Tendency)
        );
        if (Mean(f.PerFte, true) is { } load)
            summary.Add(Text.Load(load, Step(f.PerFte, "flere", "færre"), f.PerFte.Tendency, Mean(f.PerFte, false), q.BaselineDay, f.Fte));
        summary.Add(
            f["notifications"].Now.Hidden
                ? Text.HiddenOf(Text.NotificationsName)
                : Text.Notifications(
                    Shown(f["notifications"].Now),
                    Told(f["notifications"].Before),
                    Step(f["notifications"]),
                    f["notifications"].Tendency
                )
        );
        var assessed = $"rule-{Rule.NotificationAssessed}";
        if (InTime(f, assessed, true) is { } hours)
            summary.Add(Text.Rule24(hours, InTime(f, assessed, false), InTimeStep(f, assessed), f.Shares[assessed].Tendency));
        foreach (var law in new[] { true, false })
        {
            var key = law ? "law" : "model";
            if (InTime(f, key, true) is { } inTime)
                summary.Add(Text.Compliance(law, inTime, InTime(f, key, false), InTimeStep(f, key), f.Shares[key].Tendency, Mixed(key)));
        }
        summary.Add(
            f["placed"].Now.Hidden
                ? Text.HiddenOf(Text.PlacedName)
                : Text.Placed(Shown(f["placed"].Now), Told(f["placed"].Before), Step(f["placed"]), f["placed"].Tendency, q.BaselineDay)
        );
        if (!f.Down.Hidden && !f.Up.Hidden)
            summary.Add(Text.Moves(Shown(f.Down.Now), Shown(f.Up.Now), q.BaselineDay, q.To, f.DownAgainstUp));

        var stepsMoved = Enumerable
            .Range(1, Ladder.Steps - 1)
            .Where(s => !f["step-" + s].Hidden && f["step-" + s].Tendency is Tendency.Rise or Tendency.Fall)
            .Where(s => !f["step-" + s].Hidden)
            .ToList();
        var placements = new List<string>
        {
            f["new-placements"].Now.Hidden
                ? Text.HiddenOf(Text.NewName)
                : Text.NewPlacements(
                    Shown(f["new-placements"].Now),
                    Told(f["new-placements"].Before),
                    Step(f["new-placements"]),
                    f["new-placements"].Tendency
                ),
        };
        if (Family(f, true) is { } family)
            placements.Add(
                Text.Family(
                    Percent(family.Some, family.All),
                    Family(f, false) is { } then ? Percent(then.Some, then.All) : null,
                    Step(Family(f, false), family),
                    f.Shares["family"].Tendency,
                    q.BaselineDay
                )
            );
        if (Mean(f.MonthsPlaced, true) is { } months)
            placements.Add(Text.Months(months, Mean(f.MonthsPlaced, false), Step(f.MonthsPlaced, "højere", "lavere"), q.BaselineDay));
        if (NotPlaced(f, true) is { } not)
            placements.Add(
                Text.NotPlacedAfter(
                    OfAll(not),
                    NotPlaced(f, false) is { } were ? OfAll(were) : null,
                    Step(NotPlaced(f, false), not),
                    f.Shares["not-placed-year-after"].Tendency,
                    q.BaselineDay
                )
            );

        var notifications = new List<string>();
        if (!f["notified"].Now.Hidden)
            notifications.Add(Text.NotifiedChildren(Shown(f["notified"].Now)));

        var conferences = new List<string>
        {
            f["conferences-offered"].Now.Hidden
                ? Text.HiddenOf(Text.OfferedName)
                : Text.Offered(
                    Shown(f["conferences-offered"].Now),
                    Told(f["conferences-offered"].Before),
                    Step(f["conferences-offered"]),
                    f["conferences-offered"].Tendency
                ),
        };
        if (!f["conferences-held"].Now.Hidden && !f["conferences-offered"].Now.Hidden)
            conferences.Add(Text.Held(Shown(f["conferences-held"].Now), Told(f["conferences-accepted"].Now)));

        IReadOnlyList<PaperCell> Row(string name, CouncilLine line) =>
            [name, Cell(line.Before), Cell(line.Now), line.Hidden ? Text.NotTold : Text.VerdictOf(Step(line), line.Tendency)];
        IReadOnlyList<PaperCell> ShareRow(string name, Portion? x, Portion? y, Tendency t, Func<bool, bool> isOfNobody) =>
            [
                name,
                x is { } a ? OfAll(a)
                : isOfNobody(false) ? "–"
                : Text.HiddenValue,
                y is { } b ? OfAll(b)
                : isOfNobody(true) ? "–"
                : Text.HiddenValue,
                x is null || y is null ? Text.NotTold : Text.VerdictOf(Step(x, y.Value), t),
            ];
        IReadOnlyList<PaperCell> InTimeRow(string name, string key) =>
            [
                name,
                InTimeCell(f, key, false),
                InTimeCell(f, key, true),
                InTime(f, key, false) is null || InTime(f, key, true) is null
                    ? Text.NotTold
                    : Text.VerdictOf(InTimeStep(f, key), f.Shares[key].Tendency),
            ];
        IReadOnlyList<PaperCell> MeanRow(string name, CouncilMean mean, string more, string less) =>
            [
                name,
                new(Mean(mean, false) ?? "–", mean.HiddenBefore ? null : mean.Before),
                new(Mean(mean, true) ?? "–", mean.HiddenNow ? null : mean.Now),
                Mean(mean, false) is null || Mean(mean, true) is null ? "" : Text.VerdictOf(Step(mean, more, less), mean.Tendency),
            ];
        var numeric = new Dictionary<int, ColumnKind> { [1] = ColumnKind.Decimal, [2] = ColumnKind.Decimal };
        return new()
        {
            Figures = f,
            Program = program,
            Aside = SetAside.On("raadet", aside) is { Count: > 0 } files ? [Text.Aside(SetAside.Said(files))] : [],
            Summary = summary,
            Keys = new(
                Text.KeyTitle,
                Text.KeyCaption,
                [Text.Kind, A, B, Text.Verdict],
                [
                    Row(Text.CaseName, f["case"]),
                    MeanRow(Text.LoadName, f.PerFte, "flere", "færre"),
                    Row(Text.PlacedName, f["placed"]),
                    Row(Text.NewName, f["new-placements"]),
                    ShareRow(
                        Text.FamilyName,
                        Family(f, false),
                        Family(f, true),
                        f.Shares["family"].Tendency,
                        now => NobodyInFamilyOrInstitution(f, now)
                    ),
                    MeanRow(Text.MonthsName, f.MonthsPlaced, "højere", "lavere"),
                    ShareRow(
                        Text.NotPlacedName,
                        NotPlaced(f, false),
                        NotPlaced(f, true),
                        f.Shares["not-placed-year-after"].Tendency,
                        now => (now ? f["placed-year-before"].Now : f["placed-year-before"].Before) is { Value: 0, Hidden: false }
                    ),
                    Row(Text.NotificationsName, f["notifications"]),
                    Row(Text.NotifiedName, f["notified"]),
                    InTimeRow(Text.LawName, "law"),
                    InTimeRow(Text.ModelName, "model"),
                    Row(Text.OfferedName, f["conferences-offered"]),
                    Row(Text.HeldName, f["conferences-held"]),
                    Row(Text.OpenedName, f["cases-opened"]),
                    Row(Text.OverdueName, f["overdue-law"]),
                    [Text.FteName, new(Danish.Number(f.Fte.Before, 1), f.Fte.Before), new(Danish.Number(f.Fte.Now, 1), f.Fte.Now), ""],
                ],
                numeric
            ),
            LadderSays =
            [
                .. stepsMoved.Count == 0 ? [Text.NoStepMoved] : stepsMoved.Select(s => Text.StepMoved(s, Step(f["step-" + s]))),
                .. GoalsSay(f),
            ],
            Steps = new(
                Text.LadderTitle,
                Text.LadderCaption,
                [Text.Step, A, B, Text.Verdict],
                [
                    .. Enumerable.Range(1, Ladder.Steps - 1).Reverse().Select(s => Row(PictureText.StepTitle(s), f["step-" + s])),
                    Row(Text.LadderName, f["ladder"]),
                ],
                BeforeAndNow
            ),
            NotificationsSay = notifications,
            Notifiers = new(
                Text.NotificationsTitle,
                Text.NotificationsCaption,
                [Text.Notifier, Text.PeriodHead(q.FromBefore, q.BaselineDay), Text.PeriodHead(q.From, q.To), Text.Verdict],
                [
                    .. CouncilFigures.NotifierGroups.Select(g => Row(Text.GroupName(g.Key), f["notifications-" + g.Key])),
                    Row(Text.NotificationsName, f["notifications"]),
                ],
                BeforeAndNow
            ),
            Law = new(
                Text.LawTitle,
                Text.LawCaption,
                [Text.Rule, Text.Due, Text.NotInTime, Text.InTime, Text.InTimeBefore, Text.Verdict],
                [
                    .. CouncilFigures
                        .LawRules.Where(r => f[$"due-rule-{r}"].Now.Value + f[$"due-rule-{r}"].Before.Value > 0)
                        .Select(r => LawRow(f, NationalLaw.Of(r, q.To).Title, $"rule-{r}")),
                    LawRow(f, Text.AllLaw, "law"),
                    LawRow(f, Text.AllModel, "model"),
                ],
                new Dictionary<int, ColumnKind>
                {
                    [1] = ColumnKind.Whole,
                    [2] = ColumnKind.Whole,
                    [3] = ColumnKind.Text,
                    [4] = ColumnKind.Text,
                }
            ),
            PlacementsSay = placements,
            Forms = new(
                Text.PlacementsTitle,
                Text.PlacementsCaption,
                [Text.Form, A, B, Text.Verdict],
                [.. CouncilFigures.Forms.Select(x => Row(Text.FormName(x), f["form-" + x])), Row(Text.PlacedName, f["placed"])],
                BeforeAndNow
            ),
            ConferencesSay = conferences,
            Targets = TargetsOf(f),
            Load = new(
                Text.LoadTitle,
                Text.LoadCaption,
                [Text.Month, Text.PerFte],
                [
                    .. f.Load.Select(p =>
                        (IReadOnlyList<PaperCell>)
                            [new(Danish.Long(p.Day), p.Day), new(p.PerFte is { } v ? Danish.Number(v, 1) : "–", p.PerFte)]
                    ),
                ],
                new Dictionary<int, ColumnKind> { [0] = ColumnKind.Day, [1] = ColumnKind.Decimal }
            ),
            Definitions = new(
                Text.DefinitionsTitle,
                Text.DefinitionsCaption,
                [Text.Kind, Text.Definition],
                [.. Text.Definitions.Select(d => (IReadOnlyList<PaperCell>)[d.Name, d.Definition])],
                new Dictionary<int, ColumnKind>()
            ),
        };
    }

    static IReadOnlyList<PaperCell> LawRow(CouncilFigures f, string name, string key)
    {
        var (x, y) = (InTime(f, key, false), InTime(f, key, true));
        return
        [
            name,
            Cell(f["due-" + key].Now),
            Cell(f["late-" + key].Now),
            y ?? "–",
            x ?? "–",
            x is null || y is null ? Text.NotTold : Text.VerdictOf(InTimeStep(f, key), f.Shares[key].Tendency),
        ];
    }

    static Difference Step(CouncilLine line) => Difference.Count(line.Before.Value, line.Now.Value);

    static Difference Step(CouncilMean mean, string more, string less) => Difference.Mean(mean.Before ?? 0, mean.Now ?? 0, more, less);

    static Difference Step(Portion? before, Portion now) =>
        before is { } b ? Difference.Share(Whole((b.Some, b.All)), Whole((now.Some, now.All))) : default;

    static Difference InTimeStep(CouncilFigures f, string key) =>
        InTimePercent(f, key, false) is { } before && InTimePercent(f, key, true) is { } now ? Difference.Share(before, now) : default;

    /// <summary>Whole percent as shown; null of what is hidden.</summary>
    static int? InTimePercent(CouncilFigures f, string key, bool now)
    {
        CouncilCount Of(string prefix) => now ? f[prefix + key].Now : f[prefix + key].Before;
        var (due, late) = (Of("due-").Value, Of("late-").Value);
        return due == 0 || !f.TellsShare("due-" + key, now) ? null : Whole((due - late, due));
    }

    static int Whole((int Some, int All) of) => (int)Math.Round(100m * of.Some / of.All, MidpointRounding.AwayFromZero);

    /// <summary>»29 % (11 af 38)«: a share of few says how few, where that tells of nobody.</summary>
    static string OfAll(Portion of) =>
        Percent(of.Some, of.All) + (of.Counted ? $" ({Danish.Number(of.Some)} af {Danish.Number(of.All)})" : "");

    /// <param name="Counted">The counts may be told beside the share.</param>
    readonly record struct Portion(int Some, int All, bool Counted);

    static string Shown(CouncilCount count) => count.Hidden ? Text.HiddenValue : Danish.Number(count.Value);

    static string? Told(CouncilCount count) => count.Hidden ? null : Danish.Number(count.Value);

    static PaperCell Cell(CouncilCount count) => new(Shown(count), count.Hidden ? null : count.Value);

    static string? Mean(CouncilMean mean, bool now) =>
        (now ? mean.HiddenNow : mean.HiddenBefore) || (now ? mean.Now : mean.Before) is not { } value ? null : Danish.Number(value, 1);

    /// <summary>The share met in time, told where the pages tell it; null where it is hidden or there was none.</summary>
    static string? InTime(CouncilFigures f, string key, bool now) =>
        InTimePercent(f, key, now) is { } percent ? $"{Danish.Number(percent)}\u00a0%" : null;

    static Portion? Family(CouncilFigures f, bool now)
    {
        CouncilCount Of(PlacementForm form) => now ? f["form-" + form].Now : f["form-" + form].Before;
        var (foster, institution) = (Of(PlacementForm.Foster), Of(PlacementForm.Institution));
        return foster.Hidden || institution.Hidden || foster.Value + institution.Value == 0
            ? null
            : new(foster.Value, foster.Value + institution.Value, true);
    }

    static Portion? NotPlaced(CouncilFigures f, bool now)
    {
        CouncilCount Of(string key) => now ? f[key].Now : f[key].Before;
        var (not, before) = (Of("not-placed-year-after"), Of("placed-year-before"));
        return before.Value == 0 || !f.TellsShare("placed-year-before", now)
            ? null
            : new(not.Value, before.Value, !not.Hidden && !before.Hidden);
    }

    static string Percent(int part, int whole) => Percent((double)part / whole);

    static string Percent(double share) => Danish.Number(100 * share, 0) + "\u00a0%";

    /// <summary>What differs from an earlier report of the same days, and what does not though it was corrected.</summary>
    public IReadOnlyList<string> Corrected =>
        [
            .. Figures.Corrected.Where(c => !Figures.IsHidden(c.Key)).Select(Text.CorrectedLine),
            .. Figures.KeptAsPrinted == 0 ? [] : new[] { Text.KeptLine(Figures.KeptAsPrinted) },
        ];
}
