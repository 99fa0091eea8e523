namespace Spor.Figures.Disclosure;

/// <summary>
/// Counts that add up, as flows that go round: what flows into a node flows out of it again, which is one sum. A two-way table with its
/// totals is such a network, and so is a table of parts and months with their sums. In it the bounds of a hidden count are exact: how far
/// it can move, when everything shown stands still, is the flow that fits through the hidden counts round about it.
/// </summary>
sealed class Circulation
{
    /// <summary>A hidden count must be able to be four different numbers at least (<c>measures.md</c> 3.4).</summary>
    public const int FewestValues = 4;

    sealed class Arc(int from, int to, long[] values, bool keep, bool guarded, int rank, bool canBeNothing)
    {
        public readonly int From = from,
            To = to,
            Rank = rank;
        public readonly long[] Values = values;
        public readonly bool Keep = keep,
            Guarded = guarded;
        public bool Hidden;

        /// <summary>0 is shown as 0, so what is hidden and counts one thing is at least 1; not where all of a row is hidden.</summary>
        public long Least(int layer) => Values.Length == 1 && Values[layer] > 0 && !canBeNothing ? 1 : 0;

        public bool IsNothing => Array.TrueForAll(Values, v => v == 0);
    }

    readonly List<Arc> arcs = [];
    readonly List<List<int>> touching = [];

    public int Node()
    {
        touching.Add([]);
        return touching.Count - 1;
    }

    /// <summary>A count from the node that it is a part of to the node that it adds up in.</summary>
    /// <param name="values">One, or of a share two: those who are in it and those who are not. They are hidden together.</param>
    /// <param name="keep">Shown whatever else must be hidden.</param>
    /// <param name="rank">The lowest is given up first.</param>
    /// <param name="canBeNothing">Hidden among others of which all are, 0 too.</param>
    /// <param name="guarded">False of what is not told yet: where it is hidden it may be worked out.</param>
    public int Add(
        int from,
        int to,
        long[] values,
        bool hidden = false,
        bool keep = false,
        int rank = 0,
        bool canBeNothing = false,
        bool guarded = true
    ) => Add(new(from, to, values, keep, guarded, rank, canBeNothing) { Hidden = hidden || canBeNothing });

    /// <summary>What is nowhere shown, such as those in no district.</summary>
    /// <param name="guarded">It must not be worked out either.</param>
    public int AddUnshown(int from, int to, long[] values, bool guarded = false) =>
        Add(new(from, to, values, true, guarded, 0, true) { Hidden = true });

    int Add(Arc arc)
    {
        int from = arc.From,
            to = arc.To;
        arcs.Add(arc);
        touching[from].Add(arcs.Count - 1);
        touching[to].Add(arcs.Count - 1);
        return arcs.Count - 1;
    }

    public bool Hides(int arc) => arcs[arc].Hidden;

    /// <summary>Hides as much more as it takes. False where nothing is left to hide and something can still be worked out.</summary>
    /// <param name="all">False: what cannot be kept is passed by, and the rest hidden as well as it goes.</param>
    public bool Settle(bool all = true)
    {
        bool changed;
        do
        {
            changed = false;
            for (var at = 0; at < arcs.Count; at++)
                while (arcs[at] is { Hidden: true, Guarded: true } && !IsFree(at))
                {
                    if (NextToHide(at) is not { } more)
                    {
                        if (all)
                            return false;
                        break;
                    }
                    more.Hidden = changed = true;
                }
        } while (changed);
        return true;
    }

    bool IsFree(int at)
    {
        for (var layer = 0; layer < arcs[at].Values.Length; layer++)
            // Of a share that everybody is in, those who are not are nobody, and no secret.
            if ((arcs[at].Values.Length == 1 || arcs[at].Values[layer] > 0) && Freedom(at, layer) < FewestValues - 1)
                return false;
        return true;
    }

    /// <summary>How many other whole numbers a count could be, up to what is enough.</summary>
    public long Freedom(int at, int layer)
    {
        const int enough = FewestValues - 1;
        var arc = arcs[at];
        var up = Flow(arc.To, arc.From, at, layer, enough);
        var down = Math.Min(arc.Values[layer] - arc.Least(layer), enough);
        if (up < enough && down > 0)
            down = Math.Min(down, Flow(arc.From, arc.To, at, layer, (int)down));
        return up + down;
    }

    readonly Dictionary<int, long> moved = [];

    /// <summary>What can be sent from one node to another through hidden counts: up without end, down to the least.</summary>
    long Flow(int source, int sink, int without, int layer, int enough)
    {
        moved.Clear();
        long sent = 0;
        var came = new (int Arc, bool Up)?[touching.Count];
        while (sent < enough)
        {
            Array.Clear(came);
            var queue = new Queue<int>();
            queue.Enqueue(source);
            var found = source == sink;
            while (queue.Count > 0 && !found)
            {
                var node = queue.Dequeue();
                foreach (var i in touching[node])
                {
                    var arc = arcs[i];
                    if (i == without || !arc.Hidden)
                        continue;
                    var up = arc.From == node;
                    var next = up ? arc.To : arc.From;
                    if (next == source || came[next] is not null)
                        continue;
                    if (!up && arc.Values[layer] + moved.GetValueOrDefault(i) <= arc.Least(layer))
                        continue;
                    came[next] = (i, up);
                    if (next == sink)
                    {
                        found = true;
                        break;
                    }
                    queue.Enqueue(next);
                }
            }
            if (!found)
                return sent;
            long room = enough - sent;
            for (var node = sink; node != source; )
            {
                var (i, up) = came[node]!.Value;
                if (!up)
                    room = Math.Min(room, arcs[i].Values[layer] + moved.GetValueOrDefault(i) - arcs[i].Least(layer));
                node = up ? arcs[i].From : arcs[i].To;
            }
            for (var node = sink; node != source; )
            {
                var (i, up) = came[node]!.Value;
                moved[i] = moved.GetValueOrDefault(i) + (up ? room : -room);
                node = up ? arcs[i].From : arcs[i].To;
            }
            sent += room;
        }
        return sent;
    }

    /// <summary>A count beside those hidden round about one, the least important first; of nothing only where nothing else is
    /// left.</summary>
    Arc? NextToHide(int at)
    {
        var near = new HashSet<int> { arcs[at].From, arcs[at].To };
        var queue = new Queue<int>(near);
        while (queue.Count > 0)
            foreach (var i in touching[queue.Dequeue()])
                if (arcs[i].Hidden)
                    foreach (var node in new[] { arcs[i].From, arcs[i].To })
                        if (near.Add(node))
                            queue.Enqueue(node);
        Arc? best = null;
        foreach (var arc in near.SelectMany(n => touching[n]).Distinct().Select(i => arcs[i]))
            if (!arc.Hidden && !arc.Keep && (best is null || Before(arc, best)))
                best = arc;
        return best;

        static bool Before(Arc a, Arc b) =>
            a.IsNothing != b.IsNothing ? b.IsNothing
            : a.Rank != b.Rank ? a.Rank < b.Rank
            : a.Values.Sum() < b.Values.Sum();
    }
}
