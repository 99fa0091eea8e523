using System.Collections.Concurrent;
using Spor.Facts;
using Spor.Kernel;
using Spor.Storage.Facts;
using Spor.Storage.Journal;

namespace Spor.Storage.Tests;

public sealed class TogetherOnSqlite() : TogetherTests(Provider.Sqlite);

public sealed class TogetherOnPostgres() : TogetherTests(Provider.Postgres);

/// <summary>What waits together is committed together, and each is told its own.</summary>
public abstract class TogetherTests(Provider provider) : OnADatabase(provider)
{
    static Recorded Child(IdGiver ids, string first = "Ida") => new(FactKinds.Child, Sample.Child(ids.Next(), first));

    /// <summary>Holds the lane while so many line up behind, each started when the one before it stands in line; then lets them
    /// through.</summary>
    static void Behind(Database database, params ReadOnlySpan<Action> waiting)
    {
        using var held = new ManualResetEventSlim();
        using var go = new ManualResetEventSlim();
        var first = new Thread(() =>
            database.Journal.Act(
                new("first", "anna"),
                (_, ids) =>
                {
                    held.Set();
                    go.Wait();
                    return Child(ids, "Først");
                }
            )
        );
        first.Start();
        held.Wait(TestContext.Current.CancellationToken);
        var threads = new List<Thread>();
        foreach (var one in waiting)
        {
            var thread = new Thread(() => one());
            thread.Start();
            while ((thread.ThreadState & ThreadState.WaitSleepJoin) == 0)
                Thread.Sleep(1);
            Thread.Sleep(2);
            threads.Add(thread);
        }
        go.Set();
        first.Join();
        threads.ForEach(t => t.Join());
    }

    [Fact]
    public void Those_who_wait_are_written_in_the_order_they_came_each_once_and_in_few_transactions()
    {
        var database = Open();
        var numbers = new long?[12];
        var transactions = 0;
        Action Press(int i) =>
            () =>
                numbers[i] = database
                    .Journal.Act(
                        new("press", "writer " + i),
                        (facts, ids) =>
                        {
                            if (!facts.BehindOthers)
                                Interlocked.Increment(ref transactions);
                            return Child(ids, "Barn" + i);
                        }
                    )
                    .No;
        Behind(database, [.. Enumerable.Range(0, 12).Select(Press)]);
        Assert.Equal(Enumerable.Range(2, 12).Select(n => (long?)n), numbers);
        Assert.Equal(13, database.HeadNo);
        Assert.InRange(transactions, 1, 3);
        Assert.Equal([], Replay.Check(database).Differences);
        Assert.Equal(13, RegisterLoader.Load(database).Children.Select(c => c.Id).Distinct().Count());
    }

    [Fact]
    public void Each_is_told_its_own_refusal_its_own_fault_and_its_own_repeated_press()
    {
        var database = Open();
        var token = Guid.NewGuid();
        var told = new ConcurrentDictionary<string, object>();
        Action Press(string name, Func<OpenFacts, IdGiver, Decision> decide, Guid? with = null) =>
            () =>
            {
                try
                {
                    told[name] = database.Journal.Act(new(with is null ? name : "same", "anna", Token: with), decide);
                }
                catch (Exception e)
                {
                    told[name] = e;
                }
            };
        Behind(
            database,
            Press("one", (_, ids) => Child(ids)),
            Press("refused", (_, _) => new Refusal("no")),
            Press("same", (_, ids) => Child(ids), token),
            Press("again", (_, ids) => Child(ids), token),
            Press("broken", (_, _) => throw new InvalidOperationException("a fault of one rule")),
            // It spoils the transaction itself, after others have written in it.
            Press("spoilt", (_, _) => new Withdrawn(FactKinds.Child, 999_999)),
            Press("last", (_, ids) => Child(ids))
        );
        Assert.True(((ActResult)told["refused"]).Refused);
        Assert.Equal("a fault of one rule", Assert.IsType<InvalidOperationException>(told["broken"]).Message);
        Assert.IsType<InvalidOperationException>(told["spoilt"], exactMatch: false);
        Assert.Equal(((ActResult)told["same"]).No, ((ActResult)told["again"]).No);
        Assert.True(((ActResult)told["again"]).Repeated);
        var kept = new[] { "one", "same", "last" }.Select(n => ((ActResult)told[n]).No).Order().ToArray();
        Assert.Equal([2, 3, 4], kept);
        Assert.Equal(4, database.HeadNo);
        Assert.Equal([], Replay.Check(database).Differences);
    }

    [Fact]
    public void Many_writers_at_once_leave_every_acknowledged_entry_once_and_no_gap()
    {
        var database = Open();
        var told = new ConcurrentBag<long>();
        var threads = Enumerable
            .Range(0, 20)
            .Select(w => new Thread(() =>
            {
                for (var i = 0; i < Heavy.Times(200); i++)
                    if (
                        database
                            .Journal.Act(new("press", "writer " + w), (_, ids) => (w + i) % 5 == 0 ? new Refusal("no") : Child(ids))
                            .No is
                        { } no
                    )
                        told.Add(no);
            }))
            .ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        Assert.Equal(Enumerable.Range(1, told.Count).Select(n => (long)n), told.Order());
        Assert.Equal(told.Count, database.HeadNo);
        Assert.Equal([], Replay.Check(database).Differences);
    }
}
