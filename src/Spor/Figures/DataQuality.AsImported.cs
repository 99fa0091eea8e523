using Spor.Facts;
using Spor.Interventions;

namespace Spor.Figures;

/// <summary>What an import warns of and takes in all the same: it is still there afterwards.</summary>
public sealed partial class DataQuality
{
    const int OldestWithCase = 23;

    /// <summary>A child that is expected is told of so long before.</summary>
    const int MonthsBeforeBirth = 10;

    sealed record Dated(FactKind Kind, Column[] Happened, (Column Day, Column NotBefore)[] Order);

    /// <summary>The days of each kind in the register that cannot lie ahead, and those that have an order.</summary>
    static readonly Dated[] OfKinds =
    [
        .. FactKinds
            .OfAChild.Where(k => k.InRegister)
            .Select(k => new Dated(
                k,
                [.. k.Columns.Where(c => c.Happened)],
                [.. k.Columns.SelectMany(c => c.NotBefore.Select(b => (c, b))).Where(o => IsDay(o.c) && IsDay(o.b))]
            ))
            .Where(d => d.Happened.Length + d.Order.Length > 0),
    ];

    static bool IsDay(Column column) => column.Type is ColumnType.Day or ColumnType.Time;

    static DateTime? Time(Column column, Fact fact) =>
        column.Get(fact) switch
        {
            DateOnly day => day.ToDateTime(TimeOnly.MinValue),
            DateTime time => time,
            _ => null,
        };

    void AsImported(ChildFile file, int at)
    {
        var latest = register.Municipality?.ExtractDay is { } described && described > Day ? described : Day;
        foreach (var dated in OfKinds)
        foreach (var fact in file.Of(dated.Kind))
        {
            of[(int)Flaw.DayAhead]++;
            of[(int)Flaw.DaysOutOfOrder]++;
            if (Array.Exists(dated.Happened, c => Time(c, fact) is { } time && DateOnly.FromDateTime(time) > latest))
                Add(Flaw.DayAhead, at, fact.Id);
            if (Array.Exists(dated.Order, o => IsBefore(o.Day, o.NotBefore, fact)))
                Add(Flaw.DaysOutOfOrder, at, fact.Id);
        }
        of[(int)Flaw.DayAhead]++;
        if (file.Child.BornOn > latest.AddMonths(MonthsBeforeBirth))
            Add(Flaw.DayAhead, at, file.Id);
        foreach (var plan in file.Plans)
            if (plan.ClosedOn < plan.FinishedOn && plan.ClosedOn >= plan.DecidedOn)
                Add(Flaw.DaysOutOfOrder, at, plan.Id);
        foreach (var c in file.Cases)
        {
            if (!c.ActiveAt(Day))
                continue;
            of[(int)Flaw.TooOld]++;
            if (file.Child.AgeAt(Day) > OldestWithCase)
                Add(Flaw.TooOld, at, c.Id);
        }
    }

    static bool IsBefore(Column day, Column notBefore, Fact fact)
    {
        if (Time(day, fact) is not { } one || Time(notBefore, fact) is not { } other)
            return false;
        return day.Type == notBefore.Type ? one < other : one.Date < other.Date;
    }

    void EndDays()
    {
        var (moves, told) = (new LastDays(), new List<FlawAt>());
        for (var at = 0; at < register.Children.Count; at++)
        {
            var placements = register.Children[at].Interventions.Where(m => m.From <= Day && Courses.IsPlacement(m, catalogue));
            told.AddRange(moves.See(placements).Select(m => new FlawAt(at, m.Id)));
        }
        of[(int)Flaw.EndIsNextStart] = moves.All;
        if (moves.AreDaysOfLeaving)
            found[(int)Flaw.EndIsNextStart].AddRange(told);
    }
}
