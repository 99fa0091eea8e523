namespace Spor.Storage.Journal;

/// <summary>
/// The order in which one process writes: first come, first served. What waits and can be written together is: whoever's turn it is takes
/// those right behind along, in one transaction, and passes the turn on. A fair lock would let each commit by itself.
/// </summary>
sealed class Lane<T>
    where T : class
{
    /// <summary>Somebody's place in the line.</summary>
    public sealed class Place(T? work)
    {
        readonly TaskCompletionSource turn = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>What may be written with others'; null if it must be alone.</summary>
        public T? Work => work;

        /// <summary>Whoever led the group has done the work of this place too.</summary>
        public bool Done { get; set; }

        public void Wait() => turn.Task.GetAwaiter().GetResult();

        public void Wake() => turn.TrySetResult();
    }

    readonly Lock gate = new();
    readonly LinkedList<Place> waiting = [];
    bool busy;

    /// <summary>Waits for the turn, or until somebody else has done the work.</summary>
    /// <returns>True if it is this place's turn: then <see cref="Leave"/> must follow.</returns>
    public bool Enter(Place place)
    {
        lock (gate)
        {
            if (!busy)
            {
                busy = true;
                return true;
            }
            waiting.AddLast(place);
        }
        place.Wait();
        return !place.Done;
    }

    /// <summary>Those right behind, up to the first that must be alone.</summary>
    public List<Place> Take(int most)
    {
        var taken = new List<Place>();
        lock (gate)
            while (taken.Count < most && waiting.First?.Value is { Work: not null } next)
            {
                taken.Add(next);
                waiting.RemoveFirst();
            }
        return taken;
    }

    /// <summary>Puts those back whose work was not done, before everybody who came later.</summary>
    public void PutBack(IEnumerable<Place> undone)
    {
        lock (gate)
            foreach (var place in undone.Reverse())
                waiting.AddFirst(place);
    }

    /// <summary>Passes the turn on.</summary>
    public void Leave()
    {
        Place? next;
        lock (gate)
        {
            next = waiting.First?.Value;
            if (next is null)
                busy = false;
            else
                waiting.RemoveFirst();
        }
        next?.Wake();
    }
}
