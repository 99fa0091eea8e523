using Spor.Facts;
using Spor.Kernel;
using Spor.Storage.Engine;

namespace Spor.Storage.Journal;

/// <summary>
/// Whether what a person's entry leaves behind holds together: each reference it sets points at an open row of the right kind, of the same
/// child, and nothing open points at what it withdraws. Asked while the journal's row is locked, so that nobody withdraws in between. An
/// import is not asked:
/// what another
/// system reports is kept as it is.
/// </summary>
static class References
{
    /// <returns>What is wrong with the first reference that does not hold; null if all do.</returns>
    public static Refusal? Broken(Link link, IReadOnlyList<DomainEvent> events)
    {
        // What the entry itself makes of a row; null for one it withdraws.
        var after = new Dictionary<(FactKind Kind, long Id), Fact?>();
        foreach (var happened in events)
        {
            // One entry says one thing of a row: somebody named twice would be two rows with one number.
            if (happened is not Withdrawn && after.TryGetValue((happened.Kind, IdOf(happened)), out var said) && said is not null)
                return new Refusal("named-twice");
            after[(happened.Kind, IdOf(happened))] = happened switch
            {
                Recorded r => r.Fact,
                Corrected c => c.Fact,
                _ => null,
            };
        }
        foreach (var happened in events)
        {
            var refusal = happened switch
            {
                Withdrawn w => after[(w.Kind, w.Id)] is null ? PointedAt(link, w, after) : null,
                _ => PointingAt(link, happened, after),
            };
            if (refusal is not null)
                return refusal;
        }
        return null;
    }

    static long IdOf(DomainEvent happened) =>
        happened switch
        {
            Recorded r => r.Fact.Id,
            Corrected c => c.Fact.Id,
            Withdrawn w => w.Id,
            _ => 0,
        };

    static Refusal? PointingAt(Link link, DomainEvent happened, Dictionary<(FactKind, long), Fact?> after)
    {
        var fact = happened is Recorded r ? r.Fact : ((Corrected)happened).Fact;
        Fact? before = null;
        foreach (var reference in happened.Kind.References)
        {
            if (reference.Points(fact) is not { } at || Stands(link, reference, at, fact, after))
                continue;
            // What pointed at nothing before somebody corrected something else may go on doing so.
            before ??= happened is Corrected ? Open(link, happened.Kind, fact.Id) : null;
            if (before is null || !Equals(reference.Get(before), reference.Get(fact)))
                return new("reference-unknown", reference.Name);
        }
        return null;
    }

    static bool Stands(Link link, Column reference, (FactKind Kind, long Id) at, Fact from, Dictionary<(FactKind, long), Fact?> after)
    {
        foreach (var kind in reference.KindIn is null ? reference.RefersToOneOf : [at.Kind])
        {
            if (kind.Thing == nameof(Fact.Id) && after.TryGetValue((kind, at.Id), out var own))
            {
                if (own is not null && SameChild(from, ChildOf(own)))
                    return true;
                continue;
            }
            if (
                kind.Thing != nameof(Fact.Id)
                && after.Values.Any(f => f is not null && FactKinds.Of(f) == kind && ThingOf(kind, f) == at.Id)
            )
                return true;
            var child = kind.ChildColumn is { } column ? Link.Q(column) : "0";
            using var rows = link.Query(
                $"SELECT {child} FROM {Link.Q(kind.Table)} WHERE {Link.Q(kind.Thing)} = $1 AND \"RetractedIn\" IS NULL LIMIT 1",
                at.Id
            );
            if (rows.Next() && (kind.ChildColumn is null || SameChild(from, rows.Long(0))))
                return true;
        }
        return false;
    }

    static Refusal? PointedAt(Link link, Withdrawn gone, Dictionary<(FactKind, long), Fact?> after)
    {
        // Several rows are about one such thing (an employee's employments), and none of them is withdrawn in Spor.
        if (gone.Kind.Thing != nameof(Fact.Id))
            return null;
        long? child = null;
        if (gone.Kind.ChildColumn is { } own)
        {
            child = link.Number(
                $"SELECT {Link.Q(own)} FROM {Link.Q(gone.Kind.Table)} WHERE \"Id\" = $1 AND \"RetractedIn\" IS NULL",
                gone.Id
            );
            if (gone.Kind.IsTheChild && FactKinds.OfAChild.Any(k => Rows(link, k, null, null, child, after).Any()))
                return new("child-has-facts");
        }
        foreach (var (from, by) in FactKinds.ReferencesTo(gone.Kind))
            if (by.Bond != Bond.Outlives)
                foreach (var id in Rows(link, from, by, gone, from.IsOfAChild ? child : null, after))
                    return new(by.Bond == Bond.Line ? "others-carry-it-on" : "others-hang-on-it");
        return null;
    }

    /// <summary>Open rows that will still be as they are when the entry is written.</summary>
    static IEnumerable<long> Rows(
        Link link,
        FactKind from,
        Column? by,
        Withdrawn? gone,
        long? child,
        Dictionary<(FactKind, long), Fact?> after
    )
    {
        var where = "\"RetractedIn\" IS NULL";
        var args = new List<object?>();
        string Next(object? value)
        {
            args.Add(value);
            return "$" + args.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
        if (child is { } id)
            where += $" AND \"ChildId\" = {Next(id)}";
        if (by is not null)
            where += $" AND {Link.Q(by.Name)} = {Next(gone!.Id)}";
        if (by?.KindIn is { } named)
            where += $" AND {Link.Q(named.Name)} = {Next(gone!.Kind.Name)}";
        var found = new List<long>();
        using (var rows = link.Query($"SELECT \"Id\" FROM {Link.Q(from.Table)} WHERE {where}", args.ToArray()))
            while (rows.Next())
                found.Add(rows.Long(0));
        return found.Where(row =>
            !after.TryGetValue((from, row), out var changed)
            || (
                changed is not null
                && (by is null ? ChildOf(changed) == child : by.Points(changed) is { } at && at == (gone!.Kind, gone.Id))
            )
        );
    }

    static Fact? Open(Link link, FactKind kind, long id)
    {
        using var rows = link.Query($"{Link.Select(kind)} WHERE \"Id\" = $1 AND \"RetractedIn\" IS NULL", id);
        return rows.Next() ? kind.ReadRow(rows) : null;
    }

    static long ThingOf(FactKind kind, Fact fact) => (long)kind.Columns.First(c => c.Name == kind.Thing).Get(fact)!;

    static bool SameChild(Fact from, long? child) => child is null || from is not ChildsFact of || of.ChildId == child;

    static long? ChildOf(Fact fact) =>
        fact switch
        {
            ChildsFact of => of.ChildId,
            _ when FactKinds.Of(fact).IsTheChild => fact.Id,
            _ => null,
        };
}
