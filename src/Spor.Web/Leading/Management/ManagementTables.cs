using Spor.Exchange.Office;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.Management;

/// <summary>The Monday page as files: every figure now and before, and every figure month by month. What the page hides is hidden
/// here.</summary>
static class ManagementTables
{
    public static PageTables Of(ManagementView view)
    {
        // From step to step small numbers give each other away in more ways than this page looks at; the ladder's page does.
        var shown = KeyFigures.All.Where(view.Shows).ToList();
        var rows = shown
            .SelectMany(of =>
                new[] { view.Row(of) }.Where(r => r.Now is not null || r.Before is not null).Concat(view.Parts(of, all: true))
            )
            .ToList();
        var now = Figures(view, rows);

        var totals = rows.Where(r => r.Part is null).ToList();
        var days = totals.Count == 0 ? [] : totals[0].Trend.Select(p => p.Day).ToList();
        var monthly = totals.ConvertAll(r => Months(view, r));
        var months = new ExportTable(
            "maaneder",
            Text.MonthsSheet,
            [
                new(Text.MonthHead, ColumnKind.Day),
                .. totals.Select(r => new SheetColumn($"{r.Of.Name} ({Text.UnitName(r.Of.Unit)})", ColumnKind.Decimal, 18)),
            ],
            [.. days.Select((day, i) => (IReadOnlyList<object?>)[day, .. monthly.Select(m => m[i])])],
            [Text.MonthsNote]
        );
        return new("ledelse", Text.Title, view.Query.To, [now, months], view.Query.ToQuery(withPins: false), [view.Place]);
    }

    static ExportTable Figures(ManagementView view, IEnumerable<FigureRow> rows) =>
        new(
            "tal",
            Text.FiguresSheet,
            [
                new(Text.FigureHead, ColumnKind.Text, 40),
                new(Text.PartHead, ColumnKind.Text, 28),
                new(Text.NowHead(view.Query.To), ColumnKind.Decimal),
                new(Text.BeforeHead(view.Query), ColumnKind.Decimal, 20),
                new(Text.UnitHead, ColumnKind.Text, 12),
                new(Text.How, ColumnKind.Text, 80),
                new(Text.SomeHead, ColumnKind.Whole),
                new(Text.AllHead, ColumnKind.Whole),
            ],
            [
                .. rows.Select(r =>
                    (IReadOnlyList<object?>)
                        [
                            r.Of.Name,
                            r.Part is null ? "" : r.Name,
                            Cell(r.Now, r.HidesNow),
                            Cell(r.Before, r.HidesBefore),
                            Text.UnitName(r.Of.Unit),
                            r.Of.Definition + (r.Of.Time == FigureTime.Month ? $" Her: {Text.MonthsOf(view.Query)}." : ""),
                            r.Portion?.Some,
                            r.Portion?.All,
                        ]
                ),
            ]
        );

    /// <summary>One figure's own page: its months, and it with its parts now and before. Null if the figure has no such part, or may not be
    /// shown to the viewer.</summary>
    public static PageTables? OfFigure(ManagementView view, Figure of, string? part)
    {
        if (part is not null && view.Series.Of(of, part).All(f => f is null))
            return null;
        if (of == LadderFigures.Movements && !view.SeesBehind)
            return null;
        var row = view.Row(of, part);
        var months = new ExportTable(
            "maaneder",
            Text.MonthsSheet,
            [new(Text.MonthHead, ColumnKind.Day), new($"{row.Name} ({Text.UnitName(of.Unit)})", ColumnKind.Decimal, 28)],
            [.. Months(view, row).Select((value, i) => (IReadOnlyList<object?>)[row.Trend[i].Day, value])],
            [Text.MonthsNote]
        );
        return new(
            "ledelse-tal",
            row.Name,
            view.Query.To,
            [months, Figures(view, part is null ? [row, .. view.Parts(of, all: true)] : [row])],
            of.Code + view.Query.ToQuery(withPins: false),
            [view.Place]
        );
    }

    /// <summary>What a page shows of a figure, as a file writes it.</summary>
    public static object? Cell(KeyFigure? figure, bool hidden) =>
        figure?.Value is not { } value ? (figure is { Of.MustBeTold: true } ? Text.NotReported : null)
        : hidden ? Text.Shown(figure, hidden)
        : Number(figure.Of.Unit, value);

    /// <summary>Month by month as the page's table says it: what is no number is the page's own word.</summary>
    static List<object?> Months(ManagementView view, FigureRow row) =>
        [
            .. view.Monthly(row.Of, row.Part)
                .Select(
                    (m, i) =>
                        row.Trend[i].Value is { } value ? (object?)Number(row.Of.Unit, value)
                        : m.Shown == Text.None ? null
                        : m.Shown
                ),
        ];

    /// <summary>A number as people read it, no finer than the page shows it: a share is in percent already, kroner are whole.</summary>
    static decimal Number(FigureUnit unit, double value) =>
        Math.Round(
            unit == FigureUnit.Ore ? (decimal)value / 100 : (decimal)value,
            unit switch
            {
                FigureUnit.Ratio or FigureUnit.Months => 1,
                FigureUnit.FullYears => 2,
                _ => 0,
            },
            MidpointRounding.AwayFromZero
        );
}
