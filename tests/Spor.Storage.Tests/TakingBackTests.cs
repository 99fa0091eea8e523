using Spor.Exchange.Import;
using Spor.Facts;
using Spor.FollowUps;
using Spor.Storage.Exchange;
using Spor.Storage.Facts;
using Spor.Storage.Journal;

namespace Spor.Storage.Tests;

public sealed class TakingBackOnSqlite() : TakingBackTests(Provider.Sqlite);

public sealed class TakingBackOnPostgres() : TakingBackTests(Provider.Postgres);

/// <summary>The latest import is taken back as one act, until something stands on it.</summary>
public abstract class TakingBackTests(Provider provider) : OnADatabase(provider)
{
    string Extract()
    {
        var to = Directory.CreateDirectory(Path.Combine(Folder, "extract-" + Guid.NewGuid().ToString("N"))).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(ImportingTests.Root, "examples", "aakaer"), "*.csv"))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        return to;
    }

    static void Edit(string dir, string file, Func<string[], IEnumerable<string>> edit)
    {
        var path = Path.Combine(dir, file);
        File.WriteAllLines(path, edit(File.ReadAllLines(path)).ToArray());
    }

    static Plan Import(Database db, string dir, Choices? choices = null)
    {
        var prepared = Importing.Prepare(db, new FolderSource(dir), choices: choices);
        Assert.Null(prepared.Refusal);
        Importing.Commit(db, prepared, "test");
        return prepared.Plan!;
    }

    /// <summary>Every open row with its source, its texts and its identity, but not the entry that told it.</summary>
    static List<string> Facts(Database db)
    {
        var register = new FactReader(db);
        var all = new List<string>();
        foreach (var kind in FactKinds.All)
        foreach (var fact in new KnownKeys(db).Open(kind))
        {
            var copy = register.Opened([fact]).Single();
            all.Add(
                $"{kind.Name} {copy.Id} {copy.SourceKey} {copy.SourceHash} {copy.Touched} "
                    + string.Join('|', kind.Columns.Select(c => c.Get(copy)))
            );
        }
        return all;
    }

    string Newer()
    {
        var dir = Extract();
        Edit(dir, "kommune.csv", l => l.Select(x => x.Replace("2026-10-31", "2026-11-01", StringComparison.Ordinal)));
        Edit(dir, "opfoelgninger.csv", l => l.Select((x, i) => i == 1 ? x.Replace("fortsæt", "justér", StringComparison.Ordinal) : x));
        Edit(dir, "teams.csv", l => [.. l, "t2;Øvrige distrikter;35;2026-11-01;"]);
        Edit(dir, "samtaler.csv", l => [.. l.Where((_, i) => i != 1), "nyt1;b3;2026-11-01;opfølgning;nej;"]);
        Edit(dir, "boern.csv", l => l.Select((x, i) => i == 3 ? x.Replace(x.Split(';')[2], "Rettet", StringComparison.Ordinal) : x));
        return dir;
    }

    [Fact]
    public void What_an_import_told_changed_and_withdrew_is_as_it_was_and_the_mended_extract_comes_in_again()
    {
        var db = Open();
        Import(db, Extract());
        var before = Facts(db);
        var newer = Newer();
        Import(db, newer, Choices.None with { WithdrawAllVanished = true });
        var after = Facts(db);
        Assert.NotEqual(before, after);

        var plan = TakingBack.Of(db, "leder")!;
        Assert.Empty(plan.BuiltOn);
        Assert.True(plan is { New: > 0, Changed: > 0, Gone: 1 });
        var head = db.HeadNo;
        TakingBack.Commit(db, plan);
        Assert.True(db.HeadNo > head);
        Assert.Equal(before, Facts(db));
        var mark = Imports.Newest(db)!;
        Assert.Equal((plan.Import.Id, "leder"), (mark.TakesBack, mark.Author));
        // What is taken back is not taken back again.
        Assert.Null(TakingBack.Of(db, "leder"));

        var again = Import(db, newer, Choices.None with { WithdrawAllVanished = true });
        Assert.Equal((0, 0), (again.Conflicts.Count, again.Vanished.Count));
        static IEnumerable<string> WithoutId(List<string> facts) =>
            facts.Select(f => string.Join(' ', f.Split(' ').Where((_, i) => i != 1)));
        Assert.Equal(WithoutId(after).Order(StringComparer.Ordinal), WithoutId(Facts(db)).Order(StringComparer.Ordinal));
        Assert.Empty(Replay.Check(db).Differences);
    }

    [Fact]
    public void The_first_import_taken_back_leaves_a_municipality_that_can_begin_again()
    {
        var db = Open();
        var extract = Extract();
        Import(db, extract);
        var told = Facts(db).Count;
        TakingBack.Commit(db, TakingBack.Of(db, "leder")!);
        Assert.Empty(Facts(db));
        Assert.Empty(RegisterLoader.Load(db).Children);
        Assert.Null(Importing.Last(db));
        Import(db, extract);
        Assert.Equal(told, Facts(db).Count);
    }

    [Fact]
    public void It_stands_when_something_later_changed_what_it_told_or_points_at_what_only_it_told()
    {
        var db = Open();
        Import(db, Extract());
        Import(db, Newer());
        var told = new KnownKeys(db).Open(FactKinds.Conversation).Single(c => c.SourceKey == "nyt1");
        // On a child that was there before, about nothing of the import: nothing stands in the way.
        var other = RegisterLoader.Load(db).Children.SelectMany(c => c.FollowUps).OrderBy(f => f.Id).ElementAt(5);
        db.Journal.ActAsIs(new("correct", "anna", other.ChildId), (facts, _) => new Corrected(FactKinds.FollowUp, Later(facts, other.Id)));
        Assert.Empty(TakingBack.Of(db, "leder")!.BuiltOn);

        db.Journal.ActAsIs(
            new("correct", "anna", ((ChildsFact)told).ChildId),
            (facts, _) => new Withdrawn(FactKinds.Conversation, told.Id)
        );
        var plan = TakingBack.Of(db, "leder")!;
        Assert.Null(plan.Run);
        var stands = Assert.Single(plan.BuiltOn);
        Assert.Equal((FactKinds.Conversation, 1, db.HeadNo), (stands.Kind, stands.Count, stands.FirstNo));
        Assert.Throws<InvalidOperationException>(() => TakingBack.Commit(db, plan));
    }

    static FollowUpFact Later(KnownFacts facts, long id)
    {
        var fact = (FollowUpFact)facts.Find<FollowUpFact>(id)!.Copy();
        fact.On = fact.On.AddDays(1);
        return fact;
    }

    [Fact]
    public void A_note_about_a_child_that_only_the_import_knows_stands_in_the_way()
    {
        var db = Open();
        Import(db, Extract());
        var dir = Extract();
        Edit(dir, "boern.csv", l => [.. l, string.Join(';', l[1].Split(';').Select((v, i) => i == 0 ? "nyt-barn" : v))]);
        Import(db, dir);
        var child = new KnownKeys(db).Open(FactKinds.Child).Single(c => c.SourceKey == "nyt-barn").Id;
        Assert.Empty(TakingBack.Of(db, "leder")!.BuiltOn);
        db.Journal.ActAsIs(
            new("open-case", "anna", child),
            (_, ids) =>
                new Recorded(
                    FactKinds.Case,
                    new Spor.Children.CaseFact
                    {
                        Id = ids.Next(),
                        ChildId = child,
                        OpenedOn = new(2026, 11, 2),
                    }
                )
        );
        Assert.Equal(FactKinds.Case, Assert.Single(TakingBack.Of(db, "leder")!.BuiltOn).Kind);
    }
}
