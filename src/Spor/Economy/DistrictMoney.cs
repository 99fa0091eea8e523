using System.Numerics;
using Spor.Facts;
using Spor.Interventions;
using Spor.Workforce;

namespace Spor.Economy;

public enum DistrictGroup
{
    Outside,
    Model,
    Others,
}

/// <summary>A group of districts on one of the two days (<c>measures.md</c> 2.31).</summary>
/// <param name="Children">With an active case.</param>
/// <param name="Fte">Of caseworkers in teams that serve the group alone.</param>
/// <param name="Placed">Children placed, by form.</param>
/// <param name="NewPlacements">Courses that start in the year.</param>
/// <param name="WithoutPrice">Measure-months of placements that could not be priced.</param>
public sealed record DistrictSide(
    int Children,
    double Fte,
    IReadOnlyDictionary<PlacementForm, int> Placed,
    int NewPlacements,
    long PlacementOre,
    int WithoutPrice
)
{
    /// <summary>Children for each full-time equivalent; null without any.</summary>
    public Fraction? Caseload => Fte > 0 ? new Fraction((BigInteger)Children * 10000, (BigInteger)Math.Round(Fte * 10000)) : null;

    public int AllPlaced => Placed.Values.Sum();

    /// <summary>Per child with an active case; null without any.</summary>
    public Fraction? PerChild(long value, int times = 1) => Children == 0 ? null : new Fraction((BigInteger)value * times, Children);
}

/// <summary>The groups on one of the two days.</summary>
/// <param name="On">The day: the baseline with the year before, or the day with the year.</param>
/// <param name="MixedFte">Of caseworkers in teams that serve both groups, or districts of none.</param>
public sealed record DistrictDay(DateOnly On, DistrictSide Model, DistrictSide Others, int OutsideChildren, double MixedFte);

/// <summary>Model districts against the others, before and after (<c>measures.md</c> 2.30 to 2.32).</summary>
public sealed record DistrictMoney(DistrictDay Before, DistrictDay After)
{
    /// <summary>Null where the register has no districts.</summary>
    public static DistrictMoney? Of(Books books)
    {
        if (books.Register.Districts.Count == 0)
            return null;
        var groups = books.Register.Children.ToLookup(c => GroupOf(books, c.Child.DistrictId));
        return new(At(books, groups, books.Baseline, books.MonthsBefore), At(books, groups, books.Day, books.MonthsOfYear));
    }

    /// <summary>Model at the day less model at the baseline, less the same of the others; null where one of the four is null.</summary>
    public Fraction? Difference(Func<DistrictSide, Fraction?> value) =>
        value(After.Model) is { } m1 && value(Before.Model) is { } m0 && value(After.Others) is { } o1 && value(Before.Others) is { } o0
            ? m1 - m0 - (o1 - o0)
            : null;

    /// <summary>The group of a district, by its row in force on the books' day.</summary>
    public static DistrictGroup GroupOf(Books books, long? district) =>
        books.Register.Staff.RowOfDistrict(district, books.Day) is { } row
            ? row.Model == true
                ? DistrictGroup.Model
                : DistrictGroup.Others
            : DistrictGroup.Outside;

    static DistrictDay At(Books books, ILookup<DistrictGroup, ChildFile> groups, DateOnly on, IReadOnlyList<DateOnly> months)
    {
        var staff = books.Register.Staff;
        var ofTeam = books
            .Register.Districts.Select(d => d.DistrictId)
            .Distinct()
            .Select(id => (Row: staff.RowOfDistrict(id, on), Group: GroupOf(books, id)))
            .Where(d => d.Row is not null)
            .GroupBy(d => d.Row!.TeamId)
            .ToDictionary(g => g.Key, g => g.Select(d => d.Group).Distinct().ToList());
        double FteOf(Func<List<DistrictGroup>, bool> which) =>
            staff
                .On(on)
                .Where(p => p.Of.Role == Role.Caseworker && p.Of.TeamId is { } t && ofTeam.TryGetValue(t, out var serves) && which(serves))
                .Sum(p => p.Of.FteTenThousandths) / 10000.0;
        DistrictSide Of(DistrictGroup group)
        {
            var children = groups[group].ToList();
            var ids = children.Select(c => c.Id).ToHashSet();
            var forms = children.ToLookup(c => Placements.FormAt(c, books.Catalogue, on));
            var placements = months
                .SelectMany(m => books.Granted[m])
                .Where(m => m.Form != PlacementForm.None && ids.Contains(m.Child.Id))
                .ToList();
            return new(
                children.Count(c => Array.Exists(c.Cases, k => k.ActiveAt(on))),
                FteOf(g => g.Count == 1 && g[0] == group),
                Books.Forms.ToDictionary(f => f, f => forms[f].Count()),
                children.Sum(f =>
                    Courses.Of(f, books.Catalogue).Count(c => months[0] <= c.From && c.From <= MeasureMonths.LastOf(months[^1]))
                ),
                placements.Where(m => m.Ore is not null).Sum(m => m.Ore!.Value),
                placements.Count(m => m.Ore is null)
            );
        }
        return new(
            on,
            Of(DistrictGroup.Model),
            Of(DistrictGroup.Others),
            groups[DistrictGroup.Outside].Count(c => Array.Exists(c.Cases, k => k.ActiveAt(on))),
            FteOf(g => g.Count > 1 || g[0] == DistrictGroup.Outside)
        );
    }
}
