using Spor.Facts;
using Spor.Kernel;

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

    bool Has(int place) => Array.BinarySearch(places, place) >= 0;

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
        if (before.of.Day != overview.Day || Blocks.Unlike(overview.Children, before.of.Children) is not { } changed)
            return All(overview, @is);
        var come = changed.Where(i => @is(overview.Children[i])).ToHashSet();
        var went = changed.Where(i => !come.Contains(i)).ToHashSet();
        come.RemoveWhere(before.Has);
        went.RemoveWhere(i => !before.Has(i));
        int[] places = come.Count + went.Count == 0 ? before.places : [.. before.places.Where(i => !went.Contains(i)).Concat(come).Order()];
        return new(overview, places) { WorkedOut = changed.Count };
    }
}
