using Microsoft.EntityFrameworkCore;
using Spor.Children;
using Spor.Exchange.Import;
using Spor.Facts;
using Spor.Interventions;
using Spor.Notifications;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Workforce;

namespace Spor.Storage.Tests;

public sealed class ReadingOnSqlite() : ReadingTests(Provider.Sqlite);

public sealed class ReadingOnPostgres() : ReadingTests(Provider.Postgres);

public abstract class ReadingTests(Provider provider) : OnADatabase(provider)
{
    static string Text(Register register) =>
        string.Join(
            '\n',
            new IEnumerable<Fact>[]
            {
                register.Teams,
                register.Districts,
                register.Employments,
                register.Budget,
                register.Ledger,
                [register.Municipality!],
                register.Children.SelectMany(c =>
                    (Fact[])[c.Child, .. c.Cases, .. c.Assignments, .. c.Notifications, .. c.Interventions, .. c.Measurements, .. c.Visits]
                ),
            }
                .SelectMany(f => f)
                .Select(f => Sample.Text(f, withSource: false))
        );

    [Fact]
    public void The_register_in_memory_follows_intents_imports_and_other_processes()
    {
        var database = Open();
        Sample.Import(database, 30);
        var cache = new RegisterCache(database);
        var first = cache.Current;
        Assert.Same(first, cache.Current);
        void Follows(string what)
        {
            Assert.Equal(database.HeadNo, cache.Current.EntryNo);
            Assert.True(Text(RegisterLoader.Load(database)) == Text(cache.Current), what);
        }

        var child = first.Children[7];
        var other = first.Children[9];
        database.Journal.Act(
            new("correct", "anna", child.Id),
            (facts, _) =>
            {
                var fact = (InterventionFact)facts.Find<InterventionFact>(child.Interventions[0].Id)!.Copy();
                fact.From = new(2001, 1, 1);
                return new Corrected(FactKinds.Intervention, fact);
            }
        );
        Assert.NotSame(child, cache.Current.Children[7]);
        Assert.Same(other, cache.Current.Children[9]);
        Assert.Equal(30, first.Children.Count);
        Follows("a correction");

        // An intent about no child in particular moves a case from one child to another.
        database.Journal.Act(
            new("move", "anna"),
            (facts, _) =>
            {
                var fact = (CaseFact)facts.Find<CaseFact>(child.Cases[0].Id)!.Copy();
                fact.ChildId = other.Id;
                return new Corrected(FactKinds.Case, fact);
            }
        );
        Assert.Equal((1, 3), (cache.Current.Children[7].Cases.Length, cache.Current.Children[9].Cases.Length));
        Follows("a move");
        Assert.Equal("move", new ChildReader(database).History(child.Id)[0].Intent);
        Assert.Equal("move", new ChildReader(database).History(other.Id)[0].Intent);

        database.Journal.Act(new("withdraw", "anna"), (_, _) => new Withdrawn(FactKinds.Notification, other.Notifications[0].Id));
        Follows("a withdrawal");
        Sample.Enter(database, "Nye");
        Assert.Equal("Nye Holm", cache.Current.Children[^1].Child.Name);
        Follows("a new child");
        database.Journal.Act(new("withdraw", "anna"), (_, _) => new Withdrawn(FactKinds.Child, child.Id));
        Assert.Equal(30, cache.Current.Children.Count);
        Follows("a child that went");
        database.Journal.Act(
            new("team", "anna"),
            (_, ids) =>
                new Recorded(
                    FactKinds.Team,
                    new TeamFact
                    {
                        Id = ids.Next(),
                        TeamId = 1,
                        Name = "Nyt",
                        From = new(2020, 1, 1),
                    }
                )
        );
        Assert.Contains(cache.Current.Teams, t => t.Name == "Nyt");
        Follows("a team");
        Sample.Import(database, 10, seed: 5);
        Follows("an import");

        using var otherProcess = Open();
        Sample.Enter(otherProcess, "Udefra");
        Thread.Sleep(300);
        Follows("another process");
    }

    [Fact]
    public void The_sources_keys_are_told_with_their_latest_row()
    {
        var database = Open();
        var entries = Sample.Municipality(database, 5);
        foreach (var fact in Sample.Facts(entries))
            (fact.SourceKey, fact.SourceHash, fact.Touched) = ("K" + fact.Id, fact.Id * 7, false);
        database.Journal.Import(Sample.Run(database, entries));
        var cases = Sample.Facts(entries).OfType<CaseFact>().ToList();
        database.Journal.Act(
            new("x", "anna"),
            (facts, _) =>
            {
                var fact = (CaseFact)facts.Find<CaseFact>(cases[0].Id)!.Copy();
                fact.Touched = true;
                return Kernel.Decision.Of([
                    new Corrected(FactKinds.Case, fact),
                    new Withdrawn(FactKinds.Case, cases[1].Id),
                    new Withdrawn(FactKinds.Case, cases[2].Id),
                ]);
            }
        );
        database.Journal.Act(new("x", "anna"), (_, _) => new Recorded(FactKinds.Case, cases[2].Copy()));

        var known = new KnownKeys(database).Of(FactKinds.Case).OrderBy(k => k.Id).ToList();
        Assert.Equal(
            cases.Select(c => new KnownRow(c.Id, c.Id, c.ChildId, "K" + c.Id, c.Id * 7, c.Id == cases[0].Id, c.Id == cases[1].Id)),
            known
        );
        var team = Assert.Single(new KnownKeys(database).Of(FactKinds.Team));
        Assert.Equal(Sample.Facts(entries).OfType<TeamFact>().Single().TeamId, team.Thing);
        Assert.Equal(5, new KnownKeys(database).Of(FactKinds.Child).Count(k => k.Id == k.ChildId));
    }

    [Fact]
    public void Pages_query_days_times_codes_and_numbers_alike_on_both_databases()
    {
        var database = Open();
        var entries = Sample.Municipality(database, 40);
        database.Journal.Import(Sample.Run(database, entries));
        var head = database.HeadNo;
        var notifications = Sample.Facts(entries).OfType<NotificationFact>().ToList();
        var time = notifications[3].ReceivedAt;
        using var context = new FactsContext(database);
        Assert.Equal(
            notifications.Count(n => n.ReceivedAt >= time),
            context.Known<NotificationFact>(head).Count(n => n.ReceivedAt >= time)
        );
        Assert.Equal(
            notifications.Count(n => n.Notifier == Notifier.School),
            context.Known<NotificationFact>(head).Count(n => n.Notifier == Notifier.School)
        );
        var interventions = Sample.Facts(entries).OfType<InterventionFact>().ToList();
        var day = interventions[5].From;
        Assert.Equal(
            interventions.Count(i => i.From <= day && (i.To == null || day <= i.To)),
            context.Known<InterventionFact>(head).Count(i => i.From <= day && (i.To == null || day <= i.To))
        );
        Assert.Equal(
            interventions.GroupBy(i => i.Unit).Select(g => (g.Key, g.Sum(i => i.PriceOre))).Order(),
            context
                .Known<InterventionFact>(head)
                .GroupBy(i => i.Unit)
                .Select(g => new { g.Key, Sum = g.Sum(i => i.PriceOre) })
                .AsEnumerable()
                .Select(g => (g.Key, g.Sum))
                .Order()
        );
        foreach (var kind in FactKinds.All)
        {
            var stored = (
                (IQueryable<Fact>)
                    typeof(FactsContext).GetMethod(nameof(FactsContext.Known))!.MakeGenericMethod(kind.Row).Invoke(context, [head])!
            ).AsEnumerable();
            Assert.Equal(
                Sample.Facts(entries).Where(f => FactKinds.Of(f) == kind).Select(WithoutText).Order(),
                stored.Select(WithoutText).Order()
            );
        }
        static string WithoutText(Fact f) => Sample.Text(f, withText: false);
    }

    [Fact]
    public async Task The_log_of_who_looked_is_written_in_the_background_and_chained()
    {
        var database = Open();
        using (var log = AccessLog.Open(database))
        {
            log.Looked("anna", "child", [7]);
            log.Looked("bo", "list", [7, 8, 9], "district=3");
            await log.Flush();
            Assert.Equal(["list", "child"], log.Read().Select(l => l.Kind));
            for (var i = 0; i < 50; i++)
                log.Looked("anna", "child", [i]);
        }
        using var again = AccessLog.Open(database);
        Assert.Equal(52, again.Read()[0].No);
        Assert.Null(again.FirstBroken());
        using (
            Engine.Link link =
                database.Provider == Provider.Sqlite ? new Engine.SqliteLink(AccessLog.FileOf(database), create: false) : database.Open()
        )
            link.Execute("UPDATE access_log SET \"Author\" = 'en anden' WHERE \"No\" = 20");
        Assert.Equal(20, again.FirstBroken());
    }
}
