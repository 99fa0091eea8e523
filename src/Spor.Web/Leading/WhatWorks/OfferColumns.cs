using Spor.Exchange.Office;
using Spor.Investing;

namespace Spor.Web.Leading.WhatWorks;

/// <summary>The offers as a file has them: each end of an interval in a column of its own.</summary>
static class OfferColumns
{
    static SheetColumn Number(string heading, ColumnKind kind = ColumnKind.Whole) => new(heading, kind, 16);

    public static IReadOnlyList<SheetColumn> Of(OfferKind kind) =>
        [
            new(Text.Head(kind), Width: 36),
            new(Text.GroupHead, Width: 24),
            Number(Text.ChildrenHead),
            Number(Text.MonthsHead, ColumnKind.Decimal),
            Number(Text.ProgressHead + ", point", ColumnKind.Decimal),
            Number(Text.Low, ColumnKind.Decimal),
            Number(Text.High, ColumnKind.Decimal),
            Number(Text.MeasuredHead),
            Number(Text.CostHead + ", kr.", ColumnKind.Kroner),
            Number(Text.Low, ColumnKind.Kroner),
            Number(Text.High, ColumnKind.Kroner),
            Number(Text.UnpricedHead),
            Number(Text.PointHead + ", kr.", ColumnKind.Kroner),
            Number(Text.Low, ColumnKind.Kroner),
            Number(Text.High, ColumnKind.Kroner),
            Number(Text.FollowedHead),
            Number(Text.LowerHead),
            Number(Text.SameHead),
            Number(Text.HigherHead),
            Number(Text.OutHead),
            Number(Text.LeftHead),
            Number(Text.AgainHead + ", børn"),
            Number(Text.Low, ColumnKind.Share),
            Number(Text.High, ColumnKind.Share),
        ];

    public static IReadOnlyList<object?> Row(OfferView view, string name, OfferOutcome of)
    {
        object? Cell(OfferCell cell, object? value) => view.Hides(of, cell) ? Management.Text.Hidden : value;
        object? Kroner(OfferCell cell, double? ore) => Cell(cell, ore is { } o ? (long)Math.Round(o / 100) * 100 : null);
        object? Tenth(double? value) => Cell(OfferCell.Progress, value is { } v ? Math.Round((decimal)v, 1) : null);
        var after = of.After;
        var again = after.Again;
        return
        [
            view.Offer is null ? name : view.OfferName,
            Text.Group(of.Group),
            Cell(OfferCell.Children, of.Children),
            Cell(OfferCell.Children, of.Months),
            Cell(OfferCell.Progress, of.Progress),
            Tenth(of.ProgressRange.Low),
            Tenth(of.ProgressRange.High),
            view.SeesBehind ? of.Measures : null,
            Kroner(OfferCell.Cost, of.OreAChild),
            Kroner(OfferCell.Cost, of.CostRange.Low),
            Kroner(OfferCell.Cost, of.CostRange.High),
            view.SeesBehind ? of.Unpriced : null,
            Kroner(OfferCell.Point, of.OreAPoint),
            Kroner(OfferCell.Point, of.PointRange.Low),
            Kroner(OfferCell.Point, of.PointRange.High),
            Cell(OfferCell.Followed, after.Followed),
            Cell(OfferCell.Lower, after.Lower),
            Cell(OfferCell.Same, after.Same),
            Cell(OfferCell.Higher, after.Higher),
            Cell(OfferCell.Out, after.Out),
            Cell(OfferCell.Left, again.Of),
            Cell(OfferCell.Again, again.Yes),
            Cell(OfferCell.Again, again.Of == 0 ? null : again.Interval.Low),
            Cell(OfferCell.Again, again.Of == 0 ? null : again.Interval.High),
        ];
    }
}
