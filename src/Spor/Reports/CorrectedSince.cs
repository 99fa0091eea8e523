using System.Globalization;
using Spor.Facts;

namespace Spor.Reports;

/// <summary>Something about the days up to a baseline's that became known otherwise after its entry.</summary>
/// <param name="ChildId">Null for what is about no child: teams, employments, the catalogue.</param>
/// <param name="Before">As it was known; null if it was not.</param>
/// <param name="Now">As it is known; null if it was withdrawn.</param>
/// <param name="EntryNo">The entry that last changed it.</param>
public sealed record Correction(FactKind Kind, long? ChildId, Fact? Before, Fact? Now, long EntryNo)
{
    /// <summary>The same as an event, for a sentence.</summary>
    public DomainEvent Event =>
        (Before, Now) switch
        {
            (null, { } now) => new Recorded(Kind, now),
            ({ } before, null) => new Withdrawn(Kind, before.Id),
            (_, { } now) => new Corrected(Kind, now),
            _ => throw new InvalidOperationException("A correction is of something."),
        };
}

/// <summary>
/// What was corrected since an entry about the days up to a day: two snapshots compared, fact by fact, each cut off at the day. What merely
/// happened later (a case that closed, a measure that ended after the day) is no correction, and neither is a text alone.
/// </summary>
public static class CorrectedSince
{
    public static IReadOnlyList<Correction> Between(Register then, Register now, DateOnly day)
    {
        var found = new List<Correction>();
        var cut = new Cut(day);
        Compare(Shared(then), Shared(now), _ => null, cut, found);
        int i = 0,
            j = 0;
        while (i < then.Children.Count || j < now.Children.Count)
        {
            var before = i < then.Children.Count ? then.Children[i] : null;
            var after = j < now.Children.Count ? now.Children[j] : null;
            if (before is not null && after is not null && before.Id != after.Id)
            {
                if (before.Id < after.Id)
                    after = null;
                else
                    before = null;
            }
            if (before is not null)
                i++;
            if (after is not null)
                j++;
            var id = (before ?? after)!.Id;
            // A child who is new is so by what is recorded about it, if any of that is of the days looked at.
            if (before is not null)
                Compare([before.Child], after is null ? [] : [after.Child], _ => id, cut, found);
            Compare(Of(before), Of(after), _ => id, cut, found);
        }
        return found;
    }

    /// <summary>What has a day that somebody tells, of what figures and lists are made of: a goal has none, and a kind that is described
    /// later is compared by its description.</summary>
    static readonly IReadOnlyList<FactKind> Dated =
    [
        .. FactKinds.All.Where(k =>
            k is { InRegister: true, IsTheChild: false }
            && k.Columns.Any(c => c is { BySpor: false, Type: ColumnType.Day or ColumnType.Time })
        ),
    ];

    static IEnumerable<Fact> Shared(Register r) => Dated.Where(k => !k.IsOfAChild).SelectMany(r.Of);

    static IEnumerable<Fact> Of(ChildFile? f) => f is null ? [] : Dated.Where(k => k.IsOfAChild).SelectMany(f.Of);

    static void Compare(IEnumerable<Fact> then, IEnumerable<Fact> now, Func<Fact, long?> child, Cut cut, List<Correction> found)
    {
        Dictionary<(Type, long), Fact>? before = null;
        foreach (var fact in then)
            (before ??= [])[(fact.GetType(), fact.Id)] = fact;
        foreach (var fact in now)
        {
            Fact? old = null;
            if (before?.Remove((fact.GetType(), fact.Id), out old) == true && old.RecordedIn == fact.RecordedIn)
                continue;
            var kind = FactKinds.Of(fact);
            var (a, b) = (old is null ? null : cut.Of(kind, old), cut.Of(kind, fact));
            if (a is null && b is null)
                continue;
            if (a is not null && b is not null && a.SameAs(b))
                continue;
            found.Add(new(kind, child(fact), a is null ? null : old, b is null ? null : fact, fact.RecordedIn));
        }
        if (before is null)
            return;
        foreach (var gone in before.Values)
        {
            var kind = FactKinds.Of(gone);
            if (cut.Of(kind, gone) is not null)
                found.Add(new(kind, child(gone), gone, null, gone.RetractedIn ?? 0));
        }
    }

    /// <summary>A fact as far as its days go: what lies after the day is not there yet.</summary>
    sealed class Cut(DateOnly day) : IValueSink
    {
        readonly List<(string Column, string? Value, bool IsDay)> values = [];
        bool first,
            exists;
        int later;

        public sealed record Seen(IReadOnlyList<(string Column, string? Value, bool IsDay)> Values, int Later)
        {
            public bool SameAs(Seen now)
            {
                for (var i = 0; i < Values.Count; i++)
                {
                    var (a, b) = (Values[i], now.Values[i]);
                    if (a.Value == b.Value)
                        continue;
                    // With something that happened after the day come an outcome, a result, a name for who did it: they are of that later
                    // day too.
                    if (a.Value is null && !a.IsDay && now.Later > Later)
                        continue;
                    return false;
                }
                return true;
            }
        }

        /// <summary>Null if the fact begins after the day.</summary>
        public Seen? Of(FactKind kind, Fact fact)
        {
            values.Clear();
            (first, exists, later) = (true, true, 0);
            kind.WriteEvent(fact, this);
            return exists ? new([.. values], later) : null;
        }

        void Add(string column, string? value, bool isDay = false)
        {
            if (column is nameof(Fact.SourceKey) or nameof(Fact.SourceHash) or nameof(Fact.Touched) or nameof(Fact.TextId))
                return;
            values.Add((column, value, isDay));
        }

        void On(string column, DateOnly value, string text)
        {
            var after = value > day;
            if (first && after)
                exists = false;
            first = false;
            if (after)
                later++;
            Add(column, after ? null : text, true);
        }

        public void Null(string column) => Add(column, null);

        public void Long(string column, long value) => Add(column, value.ToString(CultureInfo.InvariantCulture));

        public void Text(string column, string value) => Add(column, value);

        public void Key(FactKind of, string value) { }

        public void Bool(string column, bool value) => Add(column, value ? "1" : "0");

        public void Day(string column, DateOnly value) => On(column, value, value.ToString("O", CultureInfo.InvariantCulture));

        public void Time(string column, DateTime value) =>
            On(column, DateOnly.FromDateTime(value), value.ToString("O", CultureInfo.InvariantCulture));
    }
}
