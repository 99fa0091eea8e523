using Spor.Economy;
using Spor.Exchange.Office;
using Spor.Figures.Disclosure;
using Spor.Investing;
using Spor.Web.Access;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.Investing;

/// <param name="Before">In the year before; as shown.</param>
public sealed record ChildrenRow(string Name, string Before, string Since);

/// <summary>
/// How the children fared in the last year and in the one before it: what stands beside every saving that is expected. Who may see the
/// children gets the twelve months that have ended last, others the last calendar year that is published.
/// </summary>
public sealed class ChildrenBeside
{
    public ChildrenBeside(Viewing viewing)
    {
        HidesSmall = !viewing.SeesBehindAll;
        viewing = HidesSmall ? viewing.Published : viewing.Newest;
        var last = MeasureMonths.LastOf(Books.LastEnded(viewing.Today));
        if (HidesSmall && last.Month != 12)
            last = new(last.Year - 1, 12, 31);
        Day = last;
        First = last.AddDays(1).AddYears(-1);
        Rows = viewing.Register.Children.Count == 0 ? [] : RowsOf(viewing.Snapshot.Get(SinceStart.On, (First, Day)), null, HidesSmall);
    }

    public bool HidesSmall { get; }
    public DateOnly First { get; }
    public DateOnly Day { get; }
    public IReadOnlyList<ChildrenRow> Rows { get; }

    public IReadOnlyList<Block> ToBlocks() =>
        [
            new Heading(2, Text.ChildrenTitle),
            new Paragraph(Text.BesideNote(this), Small: true),
            new Grid(
                Text.ChildrenTitle,
                [Text.FigureColumn, Text.YearBeforeColumn, Text.LastYearColumn],
                [.. Rows.Select(r => (IReadOnlyList<string>)[r.Name, r.Before, r.Since])],
                [1, 2]
            ),
        ];

    public ExportTable ToTable() =>
        new(
            "boern",
            Text.ChildrenTitle,
            [new(Text.FigureColumn, Width: 60), new(Text.YearBeforeColumn, Width: 26), new(Text.LastYearColumn, Width: 26)],
            [.. Rows.Select(r => (IReadOnlyList<object?>)[r.Name, r.Before, r.Since])],
            [Text.BesideNote(this)]
        );

    /// <param name="yearBefore">The same since start as it was told a year before, where it was.</param>
    public static IReadOnlyList<ChildrenRow> RowsOf(SinceStart of, SinceStart? yearBefore, bool hidesSmall)
    {
        string Count(int n, int? earlier) =>
            hidesSmall && (DisclosurePlan.IsSmall(n) || (earlier is { } e && DisclosurePlan.IsSmall(Math.Abs(n - e)))) ? Text.Few : $"{n}";
        string Part(PartOf p, PartOf? earlier)
        {
            if (p.Of == 0)
                return Text.NobodyYet;
            bool Small(int n) => hidesSmall && DisclosurePlan.IsSmall(n);
            var few =
                Small(p.Of)
                || Small(p.Part)
                || Small(p.Of - p.Part)
                || (earlier is { } e && (Small(Math.Abs(p.Of - e.Of)) || Small(Math.Abs(p.Part - e.Part))));
            return few ? Text.Hidden : Text.Part(p);
        }
        ChildrenInPeriod before = of.Before,
            since = of.Since;
        var last = yearBefore?.Since;
        var rows = new List<ChildrenRow>
        {
            new(Text.HomeRow, Count(before.Home, null), Count(since.Home, last?.Home)),
            new(Text.AgainRow, Part(before.Again, null), Part(since.Again, last?.Again)),
            new(Text.NotifiedRow, Part(before.Notified, null), Part(since.Notified, last?.Notified)),
            new(Text.KeptRow, Part(before.Kept, null), Part(since.Kept, last?.Kept)),
        };
        var (down, stayed, up) = of.Goals;
        foreach (var (name, goals) in new[] { (Text.DownRow, down), (Text.StayedRow, stayed), (Text.UpRow, up) })
            rows.Add(
                new(
                    name,
                    Text.None,
                    goals.Mean is not { } mean ? Text.NotMeasured
                        : hidesSmall && DisclosurePlan.IsSmall(goals.Children) ? Text.Hidden
                        : Text.Goals(goals, mean)
                )
            );
        return rows;
    }
}
