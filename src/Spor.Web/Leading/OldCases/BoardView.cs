using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Figures.Disclosure;
using Spor.Kernel;
using Spor.Recovery;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Leading.OldCases;

/// <summary>The weekly board and the six themes of a programme, and the papers written from them.</summary>
public sealed class BoardView(ProgrammeView of, DateOnly monday)
{
    public ProgrammeView Of => of;
    public RecoveryBoard Board { get; } = RecoveryBoard.Of(of.Tally, monday);
    public DateOnly Monday => monday;

    /// <summary>The first and the last week that has a board.</summary>
    public DateOnly FirstWeek => ProgrammeRules.Monday(of.Programme.From);
    public DateOnly LastWeek => ProgrammeRules.Monday(of.Day);

    public IReadOnlyList<RecoveryActionFact> Actions =>
        [.. of.Viewing.Register.Of<RecoveryActionFact>().Where(a => a.ProgrammeId == of.Programme.Id)];

    /// <summary>What was decided in the week; null if nothing is written.</summary>
    public RecoveryBoardFact? Minutes => BoardRules.OfWeek(of.Viewing.Register.Of<RecoveryBoardFact>(), of.Programme.Id, monday);

    /// <summary>Open actions whose day has passed.</summary>
    public IReadOnlyList<RecoveryActionFact> LateActions => [.. Actions.Where(a => a.IsOpen && a.DueOn < of.Day)];

    public static string Child(BoardPromise p) => Viewing.ListName(p.Of.File.Child);

    string Line(BoardPromise p) => $"{Child(p)}: {Text.Promised(p)}{(p.Kept is { } kept ? kept ? " (holdt)" : " (ikke holdt)" : "")}";

    /// <summary>The minutes of the week as Word. They name children whose cases whoever asks may see.</summary>
    public byte[] ToMinutes()
    {
        List<Block> blocks =
        [
            new Heading(1, Text.MinutesTitle(monday)),
            new Paragraph(Text.Stand(of)),
            new Heading(2, Text.FiguresHead),
            new Grid(
                Text.FiguresHead,
                [Text.WhatHead, Text.NowHead, Text.WeekBeforeHead],
                [.. Text.Figures(Board).Select(f => (IReadOnlyList<string>)[f.What, f.Now, f.Before])]
            ),
            new Heading(2, Text.LastWeekHead),
            new Paragraph(Text.KeptOf(Board)),
        ];
        foreach (var line in Board.Lines)
        {
            if (line.LastWeek.Count > 0)
                blocks.AddRange([new Heading(3, Text.Employee(of.Viewing, line.EmployeeId)), new Bullets([.. line.LastWeek.Select(Line)])]);
        }
        blocks.Add(new Heading(2, Text.ThisWeekHead));
        var these = Board.Lines.Where(l => l.ThisWeek.Count > 0).ToList();
        if (these.Count == 0)
            blocks.Add(new Paragraph(Text.NothingPromised));
        foreach (var line in these)
            blocks.AddRange([new Heading(3, Text.Employee(of.Viewing, line.EmployeeId)), new Bullets([.. line.ThisWeek.Select(Line)])]);
        blocks.Add(new Heading(2, Text.LateActionsHead));
        blocks.Add(
            LateActions.Count == 0
                ? new Paragraph(Text.NoLateActions)
                : new Bullets([.. LateActions.Select(a => $"{a.What} ({Text.Employee(of.Viewing, a.EmployeeId)}, {Danish.Long(a.DueOn)})")])
        );
        blocks.Add(new Heading(2, Text.DecisionsHead));
        if (Minutes is { } written)
        {
            if (written.Present is { } present)
                blocks.Add(new Paragraph($"{Text.PresentLabel}: {present.ReplaceLineEndings(", ")}"));
            blocks.AddRange((written.Decisions ?? "").Split('\n').Where(l => l.Trim().Length > 0).Select(l => new Paragraph(l)));
        }
        else
            blocks.Add(new Paragraph(Text.NoDecisions));
        return Document.Write(Text.MinutesTitle(monday), blocks);
    }

    /// <summary>The status for the committee, which is public: no child and nobody who works there is named, and small numbers are
    /// hidden.</summary>
    public byte[] ToStatus()
    {
        var tally = of.Tally;
        var plan = ProgrammeView.PlanOf(tally);
        var small = CasesPlan(tally);
        string Small(string key) => SmallNumbers.Show((int)small.Value(key), small.Hides(key));
        string Part(RecoveryElement e, int part, int n) =>
            SmallNumbers.Show(n, plan.Hides(e + part.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        var title = Text.StatusTitle(of.Programme, of.Day);
        List<Block> blocks =
        [
            new Heading(1, title),
            new Fields([
                (Text.StatusTo, Text.StatusCommittee),
                (Text.StatusDay, Danish.Long(of.Day)),
                (Text.StatusKnown, Text.StatusKnownAt(of.Viewing.Register.EntryNo)),
            ]),
            new Heading(2, Text.StatusSummary),
            new Paragraph(
                $"Den {Danish.Long(of.Programme.From)} var der {Small("old")} aktive sager. Siden er {Small("closed")} af dem lukket, og i {Small("fine")} er alt det på plads, der manglede fra start. I {Small("lacking")} mangler der endnu noget."
            ),
            new Paragraph(
                $"Der er kommet {Small("opened")} nye sager, ca. {Danish.Number(tally.NewAMonth ?? 0, 0)} om måneden, og i alt er {Small("all-closed")} sager lukket. Den {Danish.Long(of.Day)} er der {Small("active")} aktive sager."
            ),
        ];
        if (of.Programme.TeamId is null && of.LoadOn(of.Programme.From) is { } before && of.LoadOn(of.Day) is { } after)
            blocks.Add(new Paragraph($"Børn pr. årsværk er gået fra {Danish.Number(before, 1)} til {Danish.Number(after, 1)}."));
        blocks.AddRange([
            new Heading(2, Text.PartsTitle),
            new Grid(
                Text.PartsCaption,
                [Text.ElementHead, .. Text.PartHeads],
                [
                    .. tally.Elements.Select(e =>
                        (IReadOnlyList<string>)[RecoveryElements.Name(e), .. of.Parts(e).Select((n, i) => Part(e, i, n))]
                    ),
                ]
            ),
            new Paragraph(Text.StatusHidden, Small: true),
            new Heading(2, Text.StatusAhead),
            new Paragraph(Text.StatusForecast(of)),
            new Heading(2, Text.ThemesTitle),
        ]);
        foreach (var theme in Codes<RecoveryTheme>.All)
        {
            blocks.Add(new Heading(3, Danish.Capital(theme.Danish())));
            var actions = Actions.Where(a => a.Theme == theme).ToList();
            blocks.Add(
                actions.Count == 0
                    ? new Paragraph(Text.NoActions)
                    : new Bullets([.. actions.Select(a => $"{a.What}: {Text.StateOf(a, of.Day)}")])
            );
        }
        return Document.Write(title, blocks);
    }

    /// <summary>The cases of the summary with their sums, so that nothing small can be worked out from the rest.</summary>
    static DisclosurePlan CasesPlan(RecoveryTally tally)
    {
        var now = tally.Now;
        var plan = new DisclosurePlan();
        void Add(string key, int value, bool shown = true) => plan.Add(key, value, value, shown: shown);
        Add("old", now.Old);
        Add("closed", now.OldClosed);
        Add("fine", now.InOrder);
        Add("lacking", now.NotInOrder);
        Add("opened", now.Opened);
        Add("new-closed", now.OpenedClosed, shown: false);
        Add("new-active", now.Opened - now.OpenedClosed, shown: false);
        Add("all-closed", now.Closed);
        Add("active", now.Active);
        plan.Sum("old", ["closed", "fine", "lacking"]);
        plan.Sum("opened", ["new-closed", "new-active"]);
        plan.Sum("all-closed", ["closed", "new-closed"]);
        plan.Sum("active", ["fine", "lacking", "new-active"]);
        return plan.Settle();
    }
}
