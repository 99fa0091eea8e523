using Spor.Exchange.Office;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Reports;
using Spor.Storage;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.Baselines;

/// <summary>The figures of a baseline as known then, as known now and today: as the page shows them, and as a file with the same
/// hidden.</summary>
static class ComparisonTables
{
    public static List<ComparedFigure> Rows(Comparison comparison, bool movedOnly) =>
        [
            .. comparison
                .Figures.Where(f => !movedOnly || f.Moved)
                .Where(f =>
                    f.Part is null
                    || f.Moved
                    || f.Then?.Value is not (null or 0)
                    || f.Now?.Value is not (null or 0)
                    || f.Today?.Value is not (null or 0)
                ),
        ];

    public static string Shown(ComparisonDisclosure? disclosure, ComparedFigure f, KeyFigure? figure, int column) =>
        disclosure?.Hides(f, column) == true ? Text.Hidden : Text.Show(f.Of.Unit, figure?.Value);

    public static string Moved(ComparisonDisclosure? disclosure, ComparedFigure f) =>
        disclosure?.HidesMove(f) == true ? Text.Hidden : Text.Difference(f.Of.Unit, f.Then?.Value, f.Now?.Value);

    public static PageTables? Of(long id, bool movedOnly, Viewing viewing, Database database, Comparisons comparisons)
    {
        if (StoredReports.Baselines(database, viewing.ReadsAt).FirstOrDefault(b => b.Fact.Id == id) is not { } baseline)
            return null;
        var (comparison, disclosure) = ComparisonDisclosure.Of(viewing, comparisons, baseline.Fact);
        var name = Text.CompareTitle(baseline.Fact.Name ?? Text.Nameless);
        return new(
            "basislinje",
            name,
            comparison.Day,
            [
                new(
                    "tal",
                    Text.FiguresTitle,
                    [
                        new(Text.Figure, ColumnKind.Text, 40),
                        new(Text.Part, ColumnKind.Text, 28),
                        new(Text.Then, ColumnKind.Text, 18),
                        new(Text.Now, ColumnKind.Text, 18),
                        new(Text.Moved, ColumnKind.Text, 18),
                        new(Text.Today, ColumnKind.Text, 18),
                    ],
                    [
                        .. Rows(comparison, movedOnly && disclosure is null)
                            .Select(f =>
                                (IReadOnlyList<object?>)
                                    [
                                        f.Of.Name,
                                        f.PartName ?? "",
                                        Shown(disclosure, f, f.Then, 0),
                                        Shown(disclosure, f, f.Now, 1),
                                        Moved(disclosure, f),
                                        Shown(disclosure, f, f.Today, 2),
                                    ]
                            ),
                    ],
                    [Text.FiguresCaption(comparison.Day, viewing.Today), .. disclosure is null ? [] : new[] { Text.SmallNote }]
                ),
            ]
        );
    }
}
