using Spor.Facts;

namespace Spor.Requirements;

/// <summary>What every page may ask of a snapshot. What only one area of the web needs is declared there.</summary>
public static class OfSnapshot
{
    /// <summary>Declared in the open, so that a test can count how often it is worked out.</summary>
    public static Derived<Overview> Overviews { get; } = new((s, before) => Overview.Of(s.Register, s.Day, before));

    extension(Snapshot snapshot)
    {
        /// <summary>Every child's state on the snapshot's day; after an entry only the children it touched are worked out again.</summary>
        public Overview Overview => snapshot.Get(Overviews);
    }
}

/// <summary>
/// The children of an overview that a pure question about one child's state picks out, in the overview's order. After an entry only the
/// states that are new are asked again, so that a number in the menu does not cost a look at every child.
/// </summary>
public sealed class Picked
{
    readonly Overview of;
    readonly int[] places;

    Picked(Overview of, int[] places) => (this.of, this.places) = (of, places);

    /// <summary>Declares a pick.</summary>
    /// <param name="is">Looks at nothing but the state and the day of the snapshot, which the state is of.</param>
    public static Derived<Picked> Of(Func<ChildState, bool> @is) =>
        new((s, before) => before is null ? All(s.Overview, @is) : Next(before, s.Overview, @is));

    /// <summary>Declares a pick for each answer to something, for example a day.</summary>
    public static Derived<TKey, Picked> Of<TKey>(int most, Func<ChildState, TKey, bool> @is)
        where TKey : notnull =>
        new(most, (s, key, before) => before is null ? All(s.Overview, c => @is(c, key)) : Next(before, s.Overview, c => @is(c, key)));

    public IEnumerable<ChildState> Children => places.Select(i => of.Children[i]);

    public int Count => places.Length;

    /// <summary>How many states were asked for this one; of the others the answer before holds.</summary>
    public int WorkedOut { get; private init; }

    static Picked All(Overview overview, Func<ChildState, bool> @is)
    {
        var found = new List<int>();
        for (var i = 0; i < overview.Children.Count; i++)
            if (@is(overview.Children[i]))
                found.Add(i);
        return new(overview, [.. found]) { WorkedOut = overview.Children.Count };
    }

    static Picked Next(Picked before, Overview overview, Func<ChildState, bool> @is)
    {
        if (before.of.Day != overview.Day || before.of.Children.Count != overview.Children.Count)
            return All(overview, @is);
        var changed = new List<int>();
        for (var i = 0; i < overview.Children.Count; i++)
            if (!ReferenceEquals(before.of.Children[i], overview.Children[i]))
                changed.Add(i);
        if (changed.Count == 0)
            return new(overview, before.places);
        var were = changed.ToHashSet();
        return new(overview, [.. before.places.Where(i => !were.Contains(i)).Concat(changed.Where(i => @is(overview.Children[i]))).Order()])
        {
            WorkedOut = changed.Count,
        };
    }
}
