using Spor.Exchange.Office;

namespace Spor.Web.Leading.Council;

/// <summary>The report as Word and Excel.</summary>
public sealed partial class Paper
{
    static Grid AsGrid(PaperTable table) =>
        new(
            table.Caption,
            table.Headings,
            [.. table.Rows.Select(r => (IReadOnlyList<string>)[.. r.Select(c => c.Shown)])],
            [.. table.Numeric.Keys.Where(k => k > 0)]
        );

    public byte[] ToWord()
    {
        var q = Figures.Question;
        var title = $"{Text.PaperTitle}, {Text.PaperSubtitle(Figures.Municipality, q.From, q.To)}";
        return Document.Write(
            title,
            [
                new Heading(1, Text.PaperTitle),
                new Paragraph(Text.PaperSubtitle(Figures.Municipality, q.From, q.To)),
                new Paragraph(Text.PaperCompared(Figures), Small: true),
                .. Aside.Select(line => new Paragraph(line)),
                new Heading(2, Text.Summary),
                new Bullets(Summary),
                .. Corrected.Count == 0 ? Array.Empty<Block>() : [new Heading(2, Text.CorrectedTitle), new Bullets(Corrected)],
                new Heading(2, Text.KeyTitle),
                AsGrid(Keys),
                new Heading(2, Text.LadderTitle),
                new Bullets(LadderSays),
                new Paragraph(Text.StairsAreNoNumbers, Small: true),
                AsGrid(Steps),
                AsBars(Steps),
                new Heading(2, Text.NotificationsTitle),
                new Bullets(NotificationsSay),
                AsGrid(Notifiers),
                AsBars(Notifiers),
                new Heading(2, Text.LawTitle),
                AsGrid(Law),
                new Heading(2, Text.PlacementsTitle),
                new Bullets(PlacementsSay),
                AsGrid(Forms),
                new Heading(2, Text.ConferencesTitle),
                new Bullets(ConferencesSay),
                new Heading(2, Text.TargetsTitle),
                AsGrid(Targets),
                new PageBreak(),
                new Heading(1, Text.AppendixTitle),
                new Heading(2, Text.ChanceTitle),
                new Bullets(Text.ChanceLines(q)),
                new Heading(2, Text.SmallTitle),
                new Bullets(Text.SmallLines),
                new Heading(2, Text.DefinitionsTitle),
                AsGrid(Definitions),
            ]
        );
    }

    /// <summary>Now as bars, without the total. What is hidden has no length.</summary>
    static Bars AsBars(PaperTable table) =>
        new(
            table.Caption + ", " + table.Headings[2],
            [.. table.Rows.SkipLast(1).Select(r => new Bar(r[0].Shown, r[2].Value is int n ? n : 0, r[2].Shown))]
        );

    public byte[] ToExcel()
    {
        var tables = new[] { Keys, Steps, Notifiers, Law, Forms, Targets, Load, Definitions };
        return Workbook.Write(
            $"{Text.PaperTitle}, {Figures.Municipality}",
            [
                .. tables.Select(t => new Sheet(
                    t.Name,
                    [
                        .. t.Headings.Select(
                            (h, i) =>
                                new SheetColumn(
                                    h,
                                    t.Numeric.GetValueOrDefault(i, ColumnKind.Text),
                                    i == 0 ? 38
                                        : t == Definitions ? 110
                                        : 22
                                )
                        ),
                    ],
                    [.. t.Rows.Select(r => (IReadOnlyList<object?>)[.. r.Select(c => c.Value ?? c.Shown)])],
                    t == Keys
                        ?
                        [
                            Text.PaperCompared(Figures),
                            .. Aside,
                            .. Text.ChanceLines(Figures.Question),
                            .. Text.SmallLines,
                            Text.PaperBasis(Figures, Program),
                        ]
                        : null
                )),
            ]
        );
    }
}
