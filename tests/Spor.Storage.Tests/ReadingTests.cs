using Spor.Cases;
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
            new[]
            {
                FactKinds.OfNoChild.SelectMany(register.Of),
                register.Children.SelectMany(c => FactKinds.OfAChild.SelectMany(c.Of).Prepend(c.Child)),
            }
                .SelectMany(f => f)
                .Select(f => Sample.Text(f, withSource: false))
        );

    [Fact]
    public void The_register_in_memory_follows_intents_imports_and_other_processes()
    {
        var database = Open();
        Sample.Import(database, 30);
        var municipality = new Municipality(database);
        var first = municipality.Current.Register;
        Assert.Same(first, municipality.Current.Register);
        void Follows(string what)
        {
            Assert.Equal(database.HeadNo, municipality.Current.Register.EntryNo);
            Assert.True(Text(RegisterLoader.Load(database)) == Text(municipality.Current.Register), what);
        }

        var child = first.Children[7];
        var other = first.Children[9];
        database.Journal.ActAsIs(
            new("correct", "anna", child.Id),
            (facts, _) =>
            {
                var fact = (InterventionFact)facts.Find<InterventionFact>(child.Interventions[0].Id)!.Copy();
                fact.From = new(2001, 1, 1);
                return new Corrected(FactKinds.Intervention, fact);
            }
        );
        Assert.NotSame(child, municipality.Current.Register.Children[7]);
        Assert.Same(other, municipality.Current.Register.Children[9]);
        Assert.Equal(30, first.Children.Count);
        Follows("a correction");

        // An intent about no child in particular moves a case from one child to another.
        database.Journal.ActAsIs(
            new("move", "anna"),
            (facts, _) =>
            {
                var fact = (CaseFact)facts.Find<CaseFact>(child.Cases[0].Id)!.Copy();
                fact.ChildId = other.Id;
                return new Corrected(FactKinds.Case, fact);
            }
        );
        Assert.Equal(
            (1, 3),
            (municipality.Current.Register.Children[7].Cases.Length, municipality.Current.Register.Children[9].Cases.Length)
        );
        Follows("a move");
        Assert.Equal("move", new ChildReader(database).History(child.Id)[0].Intent);
        Assert.Equal("move", new ChildReader(database).History(other.Id)[0].Intent);

        database.Journal.ActAsIs(new("withdraw", "anna"), (_, _) => new Withdrawn(FactKinds.Notification, other.Notifications[0].Id));
        Follows("a withdrawal");
        Sample.Enter(database, "Nye");
        Assert.Equal("Nye Holm", municipality.Current.Register.Children[^1].Child.Name);
        Follows("a new child");
        database.Journal.ActAsIs(new("withdraw", "anna"), (_, _) => new Withdrawn(FactKinds.Child, child.Id));
        Assert.Equal(30, municipality.Current.Register.Children.Count);
        Follows("a child that went");
        database.Journal.ActAsIs(
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
        Assert.Contains(municipality.Current.Register.Teams, t => t.Name == "Nyt");
        Follows("a team");
        Sample.Import(database, 10, seed: 5);
        Follows("an import");

        using var otherProcess = Open();
        Sample.Enter(otherProcess, "Udefra");
        Thread.Sleep(300);
        Follows("another process");
    }

    [Theory]
    [InlineData(3_000)]
    [InlineData(2)]
    [InlineData(0)]
    public void An_earlier_entry_shares_every_child_that_has_not_changed_since(int oneByOne)
    {
        var database = Open();
        Sample.Import(database, 30);
        var then = database.HeadNo;
        var children = RegisterLoader.Load(database).Children;
        void Change(long child, Func<OpenFacts, IdGiver, Kernel.Decision> how) =>
            database.Journal.ActAsIs(new("change", "anna", child), how);
        Change(
            children[7].Id,
            (facts, _) =>
            {
                var fact = (InterventionFact)facts.Find<InterventionFact>(children[7].Interventions[0].Id)!.Copy();
                fact.From = new(2001, 1, 1);
                return new Corrected(FactKinds.Intervention, fact);
            }
        );
        Change(children[9].Id, (_, _) => new Withdrawn(FactKinds.Notification, children[9].Notifications[0].Id));
        Change(
            children[11].Id,
            (facts, _) =>
            {
                var fact = (CaseFact)facts.Find<CaseFact>(children[11].Cases[0].Id)!.Copy();
                fact.ChildId = children[13].Id;
                return new Corrected(FactKinds.Case, fact);
            }
        );
        Change(children[15].Id, (_, _) => new Withdrawn(FactKinds.Child, children[15].Id));
        Sample.Enter(database, "Nye");
        var now = RegisterLoader.Load(database);

        var earlier = RegisterChanges.ChildrenAt(database, now, then, oneByOne);

        Assert.Equal(children.Select(c => c.Id), earlier.Select(c => c.Id));
        // The same as everything read once more.
        Assert.Equal(Text(RegisterLoader.Load(database, then)), Text(RegisterLoader.At(database, now, then, earlier)));
        long[] touched = [children[7].Id, children[9].Id, children[11].Id, children[13].Id, children[15].Id];
        var held = now.Children.ToDictionary(c => c.Id);
        Assert.All(earlier.Where(c => !touched.Contains(c.Id)), c => Assert.Same(held[c.Id], c));
    }

    [Fact]
    public void A_file_changes_no_child_in_the_register_and_a_team_no_line_of_a_ledger()
    {
        var database = Open();
        Sample.Import(database, 30);
        var municipality = new Municipality(database);
        var before = municipality.Current.Register;
        Assert.NotEmpty(before.Ledger);
        var child = before.Children[7];
        database.Journal.ActAsIs(
            new("attach", "anna", child.Id),
            (_, ids) => new Recorded(FactKinds.Attachment, new AttachmentFact { Id = ids.Next(), ChildId = child.Id })
        );
        Assert.Equal(database.HeadNo, municipality.Current.EntryNo);
        Assert.Same(before.Children, municipality.Current.Register.Children);
        database.Journal.ActAsIs(
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
        Assert.Contains(municipality.Current.Register.Teams, t => t.Name == "Nyt");
        Assert.Same(before.Ledger, municipality.Current.Register.Ledger);
        // As known before: the team is not there, and the lines are the very same.
        var at = municipality.At(before.EntryNo, municipality.Current.Day);
        Assert.DoesNotContain(at.Register.Teams, t => t.Name == "Nyt");
        Assert.Same(before.Ledger, at.Register.Ledger);
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
        database.Journal.ActAsIs(
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
        database.Journal.ActAsIs(new("x", "anna"), (_, _) => new Recorded(FactKinds.Case, cases[2].Copy()));

        var known = new KnownKeys(database).Of(FactKinds.Case).OrderBy(k => k.Id).ToList();
        Assert.Equal(
            cases.Select(c => new KnownRow(c.Id, c.Id, c.ChildId, "K" + c.Id, c.Id * 7, c.Id == cases[0].Id, c.Id == cases[1].Id)
            {
                TakenBack = c.Id == cases[1].Id,
            }),
            known
        );
        var team = Assert.Single(new KnownKeys(database).Of(FactKinds.Team));
        Assert.Equal(Sample.Facts(entries).OfType<TeamFact>().Single().TeamId, team.Thing);
        Assert.Equal(5, new KnownKeys(database).Of(FactKinds.Child).Count(k => k.Id == k.ChildId));
    }

    [Fact]
    public void Days_times_codes_and_numbers_compare_alike_on_both_databases()
    {
        var database = Open();
        var entries = Sample.Municipality(database, 40);
        database.Journal.Import(Sample.Run(database, entries));
        var head = database.HeadNo;
        using var link = database.Rent();
        long? Count(FactKind kind, string where, object value) =>
            link.Number($"SELECT count(*) FROM \"{kind.Table}\" WHERE {Engine.Link.Known(1)} AND {where}", head, value);
        var notifications = Sample.Facts(entries).OfType<NotificationFact>().ToList();
        Assert.Equal(
            notifications.Count(n => n.Notifier == Notifier.School),
            Count(FactKinds.Notification, "\"Notifier\" = $2", nameof(Notifier.School))
        );
        var interventions = Sample.Facts(entries).OfType<InterventionFact>().ToList();
        var price = interventions.First(i => i.PriceOre is not null).PriceOre!.Value;
        Assert.Equal(interventions.Count(i => i.PriceOre >= price), Count(FactKinds.Intervention, "\"PriceOre\" >= $2", price));
        // In the order of the days and of the times, which are text on the one and dates on the other.
        List<long> Ids(FactKind kind, string by)
        {
            using var rows = link.Query(
                $"SELECT \"Id\" FROM \"{kind.Table}\" WHERE {Engine.Link.Known(1)} ORDER BY \"{by}\", \"Id\"",
                head
            );
            var ids = new List<long>();
            while (rows.Next())
                ids.Add(rows.Long(0));
            return ids;
        }
        Assert.Equal(
            notifications.OrderBy(n => n.ReceivedAt).ThenBy(n => n.Id).Select(n => n.Id),
            Ids(FactKinds.Notification, nameof(NotificationFact.ReceivedAt))
        );
        Assert.Equal(
            interventions.OrderBy(i => i.From).ThenBy(i => i.Id).Select(i => i.Id),
            Ids(FactKinds.Intervention, nameof(InterventionFact.From))
        );
        foreach (var kind in FactKinds.All)
            Assert.Equal(
                Sample.Facts(entries).Where(f => FactKinds.Of(f) == kind).Select(WithoutText).Order(),
                Rows(database, kind, $"{Engine.Link.Known(1)}", head).Select(WithoutText).Order()
            );
        static string WithoutText(Fact f) => Sample.Text(f, withText: false);
    }
}
