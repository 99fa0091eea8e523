using Spor.Economy;
using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Figures.Disclosure;
using Spor.Web.Access;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.Economy;

/// <summary>Expensive cases of a year for one viewer. Without the year's rates nothing is computed.</summary>
public sealed class RefundView
{
    public RefundView(Viewing viewing, Books books, int year)
    {
        (Viewing, Books, Year) = (viewing, books, year);
        // The rates tell of nobody: what is filled in holds at once.
        Rate = RefundRateFact.Of(viewing.Newest.Register, year);
        Cases = Rate is null ? null : viewing.Snapshot.Get(ExpensiveCases.On, (books.Day, year)).With(Rate.Thresholds);
        HidesSmall = !viewing.SeesBehindAll;
        if (Cases is null || !HidesSmall)
            return;
        var above = Cases.HouseholdsAbove;
        HidesAmount = DisclosurePlan.IsSmall(above[0]);
        // Those above one threshold and not the next are a figure too.
        for (var i = 0; i < above.Count; i++)
            if (DisclosurePlan.IsSmall(above[i]) || (i > 0 && DisclosurePlan.IsSmall(above[i - 1] - above[i])))
                hidden.Add(i);
    }

    readonly HashSet<int> hidden = [];

    public Viewing Viewing { get; }
    public Books Books { get; }
    public int Year { get; }

    /// <summary>Null: the year's rates are missing.</summary>
    public RefundRateFact? Rate { get; }
    public ExpensiveCases? Cases { get; }
    public bool HidesSmall { get; }

    /// <summary>The amounts rest on few households.</summary>
    public bool HidesAmount { get; }

    public Amount Refund => new(Cases?.RefundOre, HidesAmount);
    public Amount Cost => new(Cases?.CostOre, HidesAmount);
    public Amount PaidByOthers => new(Cases?.PaidByOthersOre, HidesAmount);

    public IReadOnlyList<(Threshold Of, int? Count)> Thresholds =>
        Cases is null ? [] : [.. Cases.Thresholds.Select((t, i) => (t, hidden.Contains(i) ? (int?)null : Cases.HouseholdsAbove[i]))];

    /// <summary>The households above the lowest threshold all of whose children the viewer may see.</summary>
    public IReadOnlyList<Household> Seen => Cases is null ? [] : [.. Cases.Above.Where(h => h.Children.All(MaySee))];

    bool MaySee(ChildFile child) =>
        Viewing.Viewer.May(Capability.Children) && Viewing.Overview.Find(child.Id) is { } state && Viewing.IsVisible(state);

    public IReadOnlyList<long> ChildIds => [.. Seen.SelectMany(h => h.Children).Select(c => c.Id).Distinct()];

    public PageTables ToTables()
    {
        var tables = new List<ExportTable>
        {
            new(
                "graenser",
                Text.ThresholdsTitle(Year),
                [
                    new(Text.PercentColumn, ColumnKind.Whole),
                    new(Text.ThresholdColumn, ColumnKind.Kroner, 18),
                    new(Text.HouseholdsColumn, ColumnKind.Whole),
                ],
                [.. Thresholds.Select(t => (IReadOnlyList<object?>)[t.Of.Percent, t.Of.Ore, t.Count is { } n ? n : Text.Hidden])],
                Cases is null ? [Text.RateMissing(Year)] : [Text.RefundAnswer(this)]
            ),
        };
        if (Seen.Count > 0)
            tables.Add(
                new(
                    "sager",
                    Text.CasesTitle,
                    [
                        new(Text.ChildrenColumn, Width: 44),
                        new(Text.CostColumn, ColumnKind.Kroner, 18),
                        new(Text.ClaimColumn, ColumnKind.Kroner, 18),
                    ],
                    [
                        .. Seen.Select(h =>
                            (IReadOnlyList<object?>)
                                [
                                    string.Join(", ", h.Children.Select(c => Viewing.ListName(c.Child))),
                                    h.CostOre,
                                    Cases!.RefundOf(h.CostOre),
                                ]
                        ),
                    ]
                )
                {
                    ChildIds = ChildIds,
                }
            );
        return new("statsrefusion", Text.RefundTitle(Year), Books.Day, tables, $"aar={Year}", HidesSmall ? [Text.HiddenNote] : []);
    }
}
