using System.Runtime.CompilerServices;
using Spor.Facts;
using Spor.Interventions;

namespace Spor.Tests;

public class SnapshotTests
{
    static readonly DateOnly Day = new(2026, 10, 31);

    static Register Empty(long entryNo) =>
        new()
        {
            EntryNo = entryNo,
            Catalogue = Catalogue.Default,
            Children = [],
        };

    sealed class Number(long of)
    {
        public long Of => of;
    }

    [Fact]
    public void What_is_derived_is_worked_out_once_for_each_snapshot_and_only_when_asked_for()
    {
        var entry = new Derived<Number>(s => new(s.EntryNo));
        var first = new Snapshot(Empty(1), Day);
        Assert.Equal(0, first.TimesMade(entry));
        Assert.Same(first.Get(entry), first.Get(entry));
        Assert.Equal(1, first.TimesMade(entry));
        var second = first.Next(Empty(2), Day);
        Assert.Equal(1, second.TimesMade(entry));
        Assert.Equal((1, 2), (first.Get(entry).Of, second.Get(entry).Of));
        Assert.Equal((2, 2), (second.TimesMade(entry), second.EverythingMade[typeof(Number)]));
    }

    [Fact]
    public void Many_who_ask_at_once_wait_for_one_that_works_it_out()
    {
        var slow = new Derived<Number>(s =>
        {
            Thread.Sleep(50);
            return new(s.EntryNo);
        });
        var snapshot = new Snapshot(Empty(1), Day);
        var threads = Enumerable.Range(0, 8).Select(_ => new Thread(() => snapshot.Get(slow))).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        Assert.Equal(1, snapshot.TimesMade(slow));
    }

    [Fact]
    public void A_snapshot_goes_on_from_what_the_one_before_it_had_also_over_one_that_nobody_asked()
    {
        var from = new List<long?>();
        var entry = new Derived<Number>(
            (s, before) =>
            {
                from.Add(before?.Of);
                return new(s.EntryNo);
            }
        );
        var first = new Snapshot(Empty(1), Day);
        first.Get(entry);
        var third = first.Next(Empty(2), Day).Next(Empty(3), Day);
        Assert.Equal(3, third.Get(entry).Of);
        Assert.Equal([null, 1], from);
    }

    [Fact]
    public void What_could_not_be_read_is_read_again_and_not_remembered_as_lost()
    {
        var fails = true;
        var from = new List<long?>();
        var read = new Derived<Number>(
            (s, before) =>
            {
                from.Add(before?.Of);
                return fails && s.EntryNo > 1 ? throw new InvalidOperationException("not now") : new(s.EntryNo);
            }
        );
        var first = new Snapshot(Empty(1), Day);
        first.Get(read);
        var second = first.Next(Empty(2), Day);
        Assert.Throws<InvalidOperationException>(() => second.Get(read));
        // Neither the second nor one after it has lost what the first knew.
        var third = second.Next(Empty(3), Day);
        fails = false;
        Assert.Equal((3, 2), (third.Get(read).Of, second.Get(read).Of));
        Assert.Equal([null, 1, 1, 1], from);
    }

    [Fact]
    public void Of_the_answers_to_questions_the_one_least_lately_asked_for_is_let_go()
    {
        var twice = new Derived<int, Number>(2, (s, of) => new(s.EntryNo * of));
        var snapshot = new Snapshot(Empty(10), Day);
        Assert.Equal((10, 20), (snapshot.Get(twice, 1).Of, snapshot.Get(twice, 2).Of));
        snapshot.Get(twice, 1);
        Assert.Equal(2, snapshot.TimesMade(twice));
        snapshot.Get(twice, 3);
        snapshot.Get(twice, 1);
        Assert.Equal(3, snapshot.TimesMade(twice));
        snapshot.Get(twice, 2);
        Assert.Equal(4, snapshot.TimesMade(twice));
    }

    [Fact]
    public void An_answer_goes_on_from_the_answer_to_the_same_question()
    {
        var from = new List<(int, long?)>();
        var sum = new Derived<int, Number>(
            4,
            (s, of, before) =>
            {
                from.Add((of, before?.Of));
                return new(s.EntryNo + of);
            }
        );
        var first = new Snapshot(Empty(100), Day);
        first.Get(sum, 1);
        first.Get(sum, 2);
        var second = first.Next(Empty(200), Day);
        second.Get(sum, 2);
        var third = second.Next(Empty(300), Day);
        third.Get(sum, 1);
        third.Get(sum, 2);
        Assert.Equal([(1, null), (2, null), (2, 102), (1, 101), (2, 202)], from);
    }

    [Fact]
    public void A_snapshot_that_nobody_uses_any_more_is_let_go_whatever_was_derived_from_it()
    {
        var entry = new Derived<Number>((s, before) => new(s.EntryNo + (before?.Of ?? 0)));
        var answers = new Derived<int, Number>(4, (s, of, before) => new(s.EntryNo + of + (before?.Of ?? 0)));
        var unasked = new Derived<Number>((s, before) => new(s.EntryNo + (before?.Of ?? 0)));
        var (old, newest) = ManyEntries(entry, answers, unasked);
        for (var i = 0; i < 5 && old.Exists(o => o.IsAlive); i++)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        Assert.DoesNotContain(old, o => o.IsAlive);
        Assert.Equal(10, newest.EntryNo);
        // What only the first had been asked for is still there to go on from.
        Assert.Equal(11, newest.Get(unasked).Of);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static (List<WeakReference> Old, Snapshot Newest) ManyEntries(
        Derived<Number> entry,
        Derived<int, Number> answers,
        Derived<Number> unasked
    )
    {
        var old = new List<WeakReference>();
        var now = new Snapshot(Empty(1), Day);
        now.Get(unasked);
        for (var no = 2; no <= 10; no++)
        {
            now.Get(entry);
            now.Get(answers, 1);
            now.Get(answers, no);
            old.Add(new(now));
            now = now.Next(Empty(no), Day);
        }
        return (old, now);
    }
}
