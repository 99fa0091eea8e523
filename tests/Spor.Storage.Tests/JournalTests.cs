using Spor.Cases;
using Spor.Children;
using Spor.Conferences;
using Spor.Exchange.Import;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Letters;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Storage.Tests;

public sealed class JournalOnSqlite() : JournalTests(Provider.Sqlite);

public sealed class JournalOnPostgres() : JournalTests(Provider.Postgres);

public abstract class JournalTests(Provider provider) : OnADatabase(provider)
{
    static Recorded Team(long id, string name = "Familie") =>
        new(
            FactKinds.Team,
            new TeamFact
            {
                Id = id,
                TeamId = id,
                Name = name,
                From = new(2020, 1, 1),
            }
        );

    [Fact]
    public void The_register_holds_exactly_what_was_imported()
    {
        var database = Open();
        var entries = Sample.Municipality(database, 60);
        var facts = Sample.Facts(entries);
        var result = database.Journal.Import(Sample.Run(database, entries));
        Assert.Equal((1, 61, facts.Count), (result.FirstNo!.Value, result.LastNo!.Value, result.Events));

        var register = RegisterLoader.Load(database);
        Assert.Equal(61, register.EntryNo);
        var loaded = FactKinds.OfNoChild.SelectMany(register.Of).Concat(register.Children.SelectMany(All));
        var expected = facts.Where(f => FactKinds.Of(f).InRegister);
        Assert.Equal(
            expected.Select(f => Sample.Text(f, withSource: false, withText: FactKinds.Of(f).OpenInRegister)).Order(),
            loaded.Select(f => Sample.Text(f, withSource: false, withText: FactKinds.Of(f).OpenInRegister)).Order()
        );
        Assert.Equal(register.Children.Select(c => c.Id).Order(), register.Children.Select(c => c.Id));

        var reader = new ChildReader(database);
        foreach (var entry in entries.Skip(1).Take(5))
            Assert.Equal(
                Sample.Facts([entry]).Select(f => Sample.Text(f, withText: !FactKinds.Of(f).OpensLate)).Order(),
                reader.Read(entry.ChildId!.Value)!.All.Select(f => Sample.Text(f, withText: !FactKinds.Of(f).OpensLate)).Order()
            );
    }

    static IEnumerable<Fact> All(ChildFile c) => FactKinds.OfAChild.SelectMany(c.Of).Prepend(c.Child);

    [Fact]
    public void Replaying_the_journal_gives_the_same_facts()
    {
        var database = Open();
        var entries = Sample.Municipality(database, 40);
        database.Journal.Import(Sample.Run(database, entries));
        var random = new Random(3);
        // A newer extract large enough to go by COPY: every fact of every child corrected, some withdrawn.
        database.Journal.Import(
            Sample.Run(
                database,
                [
                    .. entries.Select(e => new ImportEntry(
                        e.ChildId,
                        [
                            .. Sample
                                .Facts([e])
                                .Select(f =>
                                    random.Next(5) == 0 && f is not ChildFact
                                        ? (DomainEvent)new Withdrawn(FactKinds.Of(f), f.Id)
                                        : new Corrected(FactKinds.Of(f), Sample.Of(FactKinds.Of(f), f.Id, e.ChildId ?? 0, random))
                                ),
                        ]
                    )),
                ]
            )
        );
        for (var i = 0; i < 5; i++)
            Sample.Enter(database);

        var report = Replay.Check(database);
        Assert.Equal([], report.Differences);
        Assert.Equal(41 + 41 + 5, report.Entries);
        Assert.True(report.Rows > 40 * 27 + 40 * 20);
    }

    [Fact]
    public void A_fact_row_changed_behind_the_journals_back_is_found()
    {
        var database = Open();
        Sample.Import(database, 3);
        using (var link = database.Rent())
            link.Execute(
                "UPDATE \"case\" SET \"OpenedOn\" = $1 WHERE \"Id\" = (SELECT min(\"Id\") FROM \"case\")",
                new DateOnly(1999, 1, 1)
            );
        Assert.Equal("case", Assert.Single(Replay.Check(database).Differences).Where);
    }

    [Fact]
    public void What_was_known_before_a_correction_stays_known_as_of_then()
    {
        var database = Open();
        var id = Sample.Enter(database);
        var before = database.HeadNo;
        database.Journal.Act(
            new("correct-child", "bo", id, Reason: "fejl i cpr"),
            (facts, _) =>
            {
                var child = (ChildFact)facts.Find<ChildFact>(id)!.Copy();
                child.BornOn = new(2012, 5, 5);
                child.FirstName = "Ida Marie";
                return new Corrected(FactKinds.Child, child);
            }
        );
        var after = database.HeadNo;

        Assert.Equal(new DateOnly(2012, 5, 4), Known<ChildFact>(database, before).Single().BornOn);
        Assert.Equal(new DateOnly(2012, 5, 5), Known<ChildFact>(database, after).Single().BornOn);
        Assert.Empty(Known<ChildFact>(database, before - 1));
        Assert.Equal(2, Stored<ChildFact>(database).Count);
        var reader = new ChildReader(database);
        Assert.Equal("Ida Holm", reader.Read(id, before)!.Child.Name);
        Assert.Equal("Ida Marie", reader.Read(id)!.Child.FirstName);
        Assert.Equal(new DateOnly(2012, 5, 4), RegisterLoader.Load(database, before).Children[0].Child.BornOn);

        var history = reader.History(id);
        Assert.Equal(["correct-child", "enter-child"], history.Select(h => h.Intent));
        Assert.Equal(("bo", "fejl i cpr"), (history[0].Author, history[0].Reason));
        Assert.Equal("Ida Marie", ((ChildFact)((Corrected)history[0].Events[0]).Fact).FirstName);
        Assert.Equal("enter-child", Assert.Single(reader.History(id, before: after)).Intent);
    }

    [Fact]
    public void A_withdrawal_ends_a_row_and_a_correction_ends_one_and_adds_one()
    {
        var database = Open();
        long id = 0;
        database.Journal.Act(new("x", "anna"), (_, ids) => Team(id = ids.Next()));
        database.Journal.Act(new("x", "anna"), (_, _) => new Corrected(FactKinds.Team, Team(id, "Ungdom").Fact));
        database.Journal.Act(new("x", "anna"), (_, _) => new Withdrawn(FactKinds.Team, id));
        Assert.Equal(
            [(1, 2L, "Familie"), (2, 3L, "Ungdom")],
            Stored<TeamFact>(database).OrderBy(t => t.RecordedIn).Select(t => (t.RecordedIn, t.RetractedIn!.Value, t.Name))
        );
        Assert.Empty(RegisterLoader.Load(database).Teams);
        Assert.Throws<InvalidOperationException>(() => database.Journal.Act(new("x", "anna"), (_, _) => new Withdrawn(FactKinds.Team, id)));
        Assert.Equal(3, database.HeadNo);
    }

    [Fact]
    public async Task Numbers_have_no_gaps_when_eight_write_at_once_and_some_are_refused()
    {
        // Two databases in one process stand for two processes: they share no lane.
        Database[] both = [Open(), Open()];
        var taken = new System.Collections.Concurrent.ConcurrentBag<long>();
        await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(writer =>
                    Task.Run(
                        () =>
                        {
                            for (var i = 0; i < 25; i++)
                            {
                                var refuse = (writer + i) % 3 == 0;
                                var result = both[writer % 2]
                                    .Journal.Act(new("x", "writer " + writer), (_, ids) => refuse ? new Refusal("no") : Team(ids.Next()));
                                Assert.Equal(refuse, result.Refused);
                                if (result.No is { } no)
                                    taken.Add(no);
                            }
                        },
                        TestContext.Current.CancellationToken
                    )
                )
        );
        Assert.Equal(Enumerable.Range(1, taken.Count).Select(n => (long)n), taken.Order());
        Assert.Equal(taken.Count, both[0].HeadNo);
        Assert.Equal([], Replay.Check(both[1]).Differences);
        Assert.Equal(taken.Count, Known<TeamFact>(both[0], both[0].HeadNo).Select(t => t.Id).Distinct().Count());
    }

    [Fact]
    public void A_refusal_leaves_nothing_behind()
    {
        var database = Open();
        var result = database.Journal.Act(
            new("x", "anna", Reason: "hvorfor"),
            (_, ids) =>
            {
                ids.Next();
                return Decision.No(new Refusal("child-not-heard", "On"));
            }
        );
        Assert.Equal("child-not-heard", Assert.Single(result.Refusals).Code);
        Assert.Equal(0, database.HeadNo);
        using var link = database.Rent();
        Assert.Equal(0, link.Number("SELECT (SELECT count(*) FROM journal_entry) + (SELECT count(*) FROM text)"));
        Assert.Equal(1, link.Number("SELECT \"NextId\" FROM journal_head"));
    }

    [Fact]
    public void A_form_sent_twice_changes_nothing_the_second_time()
    {
        var database = Open();
        var intent = new Intent("x", "anna", Token: Guid.NewGuid());
        var first = database.Journal.Act(intent, (_, ids) => Team(ids.Next()));
        var second = database.Journal.Act(intent, (_, _) => throw new InvalidOperationException("asked again"));
        Assert.Equal((first.No, true), (second.No, second.Repeated));
        Assert.Equal(1, database.HeadNo);
    }

    /// <summary>A child with a case, and the measure one may start without a decision.</summary>
    static (long Child, Acts Acts) WithACase(Database database)
    {
        var child = Sample.Enter(database);
        database.Journal.Act(
            new("open-case", "anna", child),
            (_, ids) =>
                new Recorded(
                    FactKinds.Case,
                    new CaseFact
                    {
                        Id = ids.Next(),
                        ChildId = child,
                        OpenedOn = new(2026, 1, 1),
                    }
                )
        );
        return (child, new(new Municipality(database)));
    }

    static readonly Clock Clock = new(TimeProvider.System, new(2026, 10, 30));

    static StartIntervention Group(long child, string? place = null) =>
        new(child, "gruppe", null, new(2026, 10, 1), null, null, place, 10_000, PriceUnit.Month, null, null);

    [Fact]
    public void A_form_used_again_with_anything_else_in_it_is_refused_and_nothing_is_taken_for_saved()
    {
        var database = Open();
        var (child, acts) = WithACase(database);
        var (other, _) = WithACase(database);
        var author = Author.Program("anna");
        var press = new Press(Guid.NewGuid(), database.HeadNo);
        var first = acts.Do(Group(child), author, Clock, press);
        Assert.Empty(first.Refusals);
        var head = database.HeadNo;

        var again = acts.Do(Group(child), author, Clock, press);
        Assert.Equal((first.EntryNo, true), (again.EntryNo, again.Repeated));
        // Whoever pressed twice is led to the same thing.
        Assert.Equal(first.New<InterventionFact>()!.Id, again.New<InterventionFact>()!.Id);

        foreach (
            var elsewise in new[]
            {
                acts.Do(Group(child, "Aakær"), author, Clock, press),
                acts.Do(Group(other), author, Clock, press),
                acts.Do(Group(child), Author.Program("bo"), Clock, press),
            }
        )
            Assert.Equal("form-saved-already", Assert.Single(elsewise.Refusals).Code);
        Assert.Equal(head, database.HeadNo);
        Assert.True(Replay.Check(database).Agrees);
    }

    [Fact]
    public void A_token_from_before_contents_were_kept_is_compared_by_who_what_and_whom()
    {
        var database = Open();
        var (child, acts) = WithACase(database);
        var (other, _) = WithACase(database);
        var token = Guid.NewGuid();
        database.Journal.Act(new("start-intervention", "anna", child, token), (_, _) => Decision.Of([]));
        var press = new Press(token, database.HeadNo);
        Assert.True(acts.Do(Group(child), Author.Program("anna"), Clock, press).Repeated);
        Assert.Equal("form-saved-already", Assert.Single(acts.Do(Group(other), Author.Program("anna"), Clock, press).Refusals).Code);
        Assert.Equal("form-saved-already", Assert.Single(acts.Do(Group(child), Author.Program("bo"), Clock, press).Refusals).Code);
    }

    [Fact]
    public void Two_people_who_begin_at_once_are_each_told_of_their_own()
    {
        var database = Open();
        var (child, acts) = WithACase(database);
        var done = new Done[8];
        Parallel.For(0, done.Length, i => done[i] = acts.Do(Group(child, "Hus " + i), Author.Program("person-" + i), Clock));
        var facts = new FactReader(database);
        for (var i = 0; i < done.Length; i++)
            Assert.Equal("Hus " + i, facts.Find<InterventionFact>(done[i].New<InterventionFact>()!.Id)!.Place);
    }

    [Theory]
    [InlineData("\"Author\" = 'en anden'")]
    [InlineData("\"Events\" = '[ ]'")]
    [InlineData("\"No\" = 99")]
    public void An_edited_entry_breaks_the_chain(string edit)
    {
        var database = Open();
        for (var i = 0; i < 4; i++)
            database.Journal.Act(new("x", "anna"), (_, _) => Decision.Of([]));
        Assert.True(Replay.Check(database).Agrees);
        using (var link = database.Rent())
            link.Execute($"UPDATE journal_entry SET {edit} WHERE \"No\" = 2");
        Assert.Contains(Replay.Check(database).Differences, d => d.Where.StartsWith("entry", StringComparison.Ordinal));
    }

    [Fact]
    public void An_import_planned_against_an_older_head_is_refused()
    {
        var database = Open();
        var run = Sample.Run(database, Sample.Municipality(database, 3));
        Sample.Enter(database);
        var moved = Assert.Throws<HeadMovedException>(() => database.Journal.Import(run));
        Assert.Equal((0, 1), (moved.Expected, moved.Found));
        Assert.Empty(Imports.List(database));
        Assert.Equal(1, database.HeadNo);
    }

    [Fact]
    public void An_import_that_breaks_off_in_the_middle_leaves_nothing()
    {
        var database = Open();
        Assert.Throws<IOException>(() =>
            database.Journal.Import(Sample.Run(database, BreakAfter(Sample.Municipality(database, 400), 300), 401))
        );
        Assert.Equal(0, database.HeadNo);
        Assert.True(Replay.Check(database).Agrees);
        Sample.Import(database, 5);
        Assert.True(Replay.Check(database).Agrees);
    }

    static IEnumerable<ImportEntry> BreakAfter(IEnumerable<ImportEntry> entries, int count)
    {
        foreach (var entry in entries.Take(count))
            yield return entry;
        throw new IOException("the extract went away");
    }

    [Fact]
    public void Texts_are_unreadable_in_the_database_and_an_erased_one_still_replays()
    {
        var database = Open();
        var id = Sample.Enter(database);
        var textId = new ChildReader(database).Read(id)!.Child.TextId!.Value;
        using (var link = database.Rent())
        {
            Assert.Null(link.Number("SELECT 1 FROM journal_entry WHERE \"Events\" LIKE '%Ida%' OR \"Events\" LIKE '%0405121234%'"));
            using var rows = link.Query("SELECT \"Body\" FROM text WHERE \"Id\" = $1", textId);
            Assert.True(rows.Next());
            Assert.DoesNotContain("Ida", System.Text.Encoding.UTF8.GetString(rows.Bytes(0)));
        }
        Assert.Equal(1, database.Journal.EraseTexts(new("erase-texts", "anna", id, Reason: "anmodning"), [textId]));
        Assert.Equal("(slettet navn)", new ChildReader(database).Read(id)!.Child.Name);
        Assert.Equal("(slettet navn)", RegisterLoader.Load(database).Children[0].Child.Name);
        Assert.Equal([], Replay.Check(database).Differences);
        if (database.File is { } file)
        {
            using var link = database.Rent();
            Assert.Equal(0, link.Number("SELECT count(*) FROM text WHERE \"Id\" = $1 AND \"Body\" IS NOT NULL", textId));
        }
    }

    [Fact]
    public void A_fact_corrected_without_opening_its_text_keeps_it()
    {
        var database = Open();
        var id = Sample.Enter(database);
        database.Journal.Act(
            new("x", "anna", id),
            (facts, _) => new Corrected(FactKinds.Child, (ChildFact)facts.Find<ChildFact>(id)!.Copy())
        );
        Assert.Equal("Ida Holm", new ChildReader(database).Read(id)!.Child.Name);
    }

    [Fact]
    public void The_imports_are_remembered_newest_first()
    {
        var database = Open();
        var first = Sample.Import(database, 2);
        Sample.Import(database, 1, seed: 2);
        var list = Imports.List(database);
        Assert.Equal(2, list.Count);
        Assert.Equal(
            (first.ImportId, 1L, 3L, "999", new DateOnly(2026, 10, 31)),
            (list[1].Id, list[1].FirstNo!.Value, list[1].LastNo!.Value, list[1].MunicipalityNumber, list[1].ExtractDay)
        );
    }
}
