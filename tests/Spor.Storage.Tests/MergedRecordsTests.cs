using Spor.Cases;
using Spor.Children;
using Spor.Exchange.Import;
using Spor.Facts;
using Spor.Kernel;
using Spor.Requirements;
using Spor.Storage.Exchange;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Verbs;

namespace Spor.Storage.Tests;

public sealed class MergedRecordsOnSqlite() : MergedRecordsTests(Provider.Sqlite);

public sealed class MergedRecordsOnPostgres() : MergedRecordsTests(Provider.Postgres);

/// <summary>Two records of one child become one, by a leader, and two again.</summary>
public abstract class MergedRecordsTests(Provider provider) : OnADatabase(provider)
{
    static readonly Clock Clock = new(TimeProvider.System, new(2026, 11, 30));
    static readonly Author Leader = Author.Program("leder");

    const string Ida = "B1;6403129901;Ida;Holm;2012-03-04;udsat;nej\n";
    const string IdaToo = "B2;640312ABC1;Ida;Holm Lind;2012-03-04;udsat;nej\n";
    const string Bo = "B3;;Bo;Bøgh;2014-05-05;udsat;nej\n";
    const string Cases = "S1;B1;2024-01-02;\nS2;B2;2025-02-03;\nS3;B3;2024-01-02;\n";
    const string Measures = "I1;B1;fritid;31;2025-01-01;\nI2;B2;konsulent;30.1.1;2025-03-01;\n";

    /// <summary>Reads an extract of these rows.</summary>
    Plan Import(Database db, DateOnly day, string children, string cases = Cases, string measures = Measures)
    {
        var to = Directory.CreateDirectory(Path.Combine(Folder, "x" + Guid.NewGuid().ToString("N"))).FullName;
        File.WriteAllText(Path.Combine(to, "kommune.csv"), $"Kommunenr;Navn;Opgørelsesdato\n990;Prøvekøbing;{day:yyyy-MM-dd}\n");
        File.WriteAllText(Path.Combine(to, "boern.csv"), "BarnId;CPR;Fornavn;Efternavn;Fødselsdato;Målgruppe;Beskyttet\n" + children);
        File.WriteAllText(Path.Combine(to, "sager.csv"), "SagId;BarnId;Åbnet;Lukket\n" + cases);
        File.WriteAllText(Path.Combine(to, "indsatser.csv"), "IndsatsId;BarnId;Ydelse;Lovgrundlag;Start;Slut\n" + measures);
        var prepared = Importing.Prepare(db, new FolderSource(to));
        Assert.True(prepared.Plan is not null, string.Join('\n', prepared.Extract.Problems.All.Select(p => p.ToString())));
        Importing.Commit(db, prepared, "test");
        return prepared.Plan;
    }

    Database Begin()
    {
        var db = Open();
        Import(db, new(2026, 10, 31), Ida + IdaToo + Bo);
        return db;
    }

    /// <summary>The same with nothing open, so that it may be erased.</summary>
    Database Closed()
    {
        var db = Open();
        Import(
            db,
            new(2026, 10, 31),
            Ida + IdaToo + Bo,
            "S1;B1;2024-01-02;2026-01-02\nS2;B2;2025-02-03;2026-01-02\n",
            "I1;B1;fritid;31;2025-01-01;2025-12-31\n"
        );
        return db;
    }

    static Done Do<C>(Database db, C command)
        where C : class, ICommand<C> => new Acts(new Municipality(db)).Do(command, Leader, Clock);

    static void Did(Done done) => Assert.Equal([], done.Refusals);

    static long Child(Database db, string lastName) => RegisterLoader.Load(db).Children.Single(c => c.Child.LastName == lastName).Id;

    static void Merge(Database db, long kept, long gone) => Did(Do(db, new MergeRecords(kept, gone, "Samme barn, set i CPR", true)));

    static ChildFile Read(Database db, long child) => new ChildReader(db).Read(child)!;

    static string Keys(ChildFile file) =>
        string.Join(' ', file.All.Select(f => f.SourceKey).OfType<string>().Order(StringComparer.Ordinal));

    static long Hash(Database db, string number) => db.Keys.Hash(CprNumber.HashedOf(number));

    [Fact]
    public void Everything_of_both_stands_with_the_one_and_both_numbers_lead_to_it_and_nobody_is_counted_twice()
    {
        var db = Begin();
        var (ida, too) = (Child(db, "Holm"), Child(db, "Holm Lind"));
        Did(Do(db, new WriteNote(too, new(2026, 11, 1), NoteKind.Meeting, "Titel", "Om Ida")));
        var before = db.HeadNo;
        Merge(db, ida, too);
        var register = RegisterLoader.Load(db);
        Assert.Equal(["Bøgh", "Holm"], register.Children.Select(c => c.Child.LastName).Order(StringComparer.Ordinal));
        var file = Read(db, ida);
        Assert.Equal("B1 I1 I2 S1 S2", Keys(file));
        Assert.Equal("Om Ida", Assert.Single(file.Notes).Body);
        Assert.Equal((too, "Ida Holm Lind"), (file.Of<ChildRecordFact>().Single().RecordId, file.Of<ChildRecordFact>().Single().Name));
        Assert.Equal([ida, too], ChildRecords.Of(file));
        Assert.Null(new ChildReader(db).Read(too));
        // A number of the merged record is a former one of the child.
        Assert.Equal([ida], FormerNumbers.Of(db, Hash(db, "640312ABC1")));
        // What happened to either is its history.
        var history = new ChildReader(db).History(ida, take: 100);
        Assert.Equal(["merge-records", "write-note", "import", "import"], history.Select(h => h.Intent));
        Assert.Equal("Samme barn, set i CPR", history[0].Reason);
        // As it was known before, they were two.
        Assert.NotNull(new ChildReader(db).Read(too, before));
        Assert.Equal("B1 I1 S1", Keys(new ChildReader(db).Read(ida, before)!));
        // Nothing was changed by a person, and no page stands at another day because of it.
        Assert.All(file.All.Where(f => f.SourceKey is not null), f => Assert.False(f.Touched));
        Assert.Empty(Replay.Check(db).Differences);
    }

    [Fact]
    public void A_register_that_goes_on_is_the_same_as_one_that_is_read_anew()
    {
        var db = Begin();
        var municipality = new Municipality(db);
        var (ida, too) = (Child(db, "Holm"), Child(db, "Holm Lind"));
        Assert.Equal(3, municipality.Current.Overview.Children.Count);
        Merge(db, ida, too);
        Assert.Equal(2, municipality.Current.Overview.Children.Count);
        Assert.Equal(2, municipality.Current.Overview.Find(ida)!.File.Interventions.Length);
        Assert.Equal(ida, ChildRecords.Now(municipality.Current, too));
        Assert.False(municipality.Current.Register.WorkedIn);
        Did(Do(db, new PartRecords(ida, Read(db, ida).Of<ChildRecordFact>().Single().Id, [], "To børn")));
        Assert.Equal(3, municipality.Current.Overview.Children.Count);
        Assert.Single(municipality.Current.Overview.Find(too)!.File.Interventions);
        Assert.Equal(too, ChildRecords.Now(municipality.Current, too));
    }

    [Fact]
    public void An_extract_with_both_keys_puts_each_row_with_the_one_and_parts_nothing()
    {
        var db = Begin();
        var (ida, too) = (Child(db, "Holm"), Child(db, "Holm Lind"));
        Merge(db, ida, too);
        var same = Import(db, new(2026, 11, 1), Ida + IdaToo + Bo);
        Assert.Equal((0, 0, 0, 0), (same.New, same.Changed, same.Vanished.Count, same.Conflicts.Count));
        // The merged record's own row says something else, and so do two of its rows; one is new.
        var newer = Import(
            db,
            new(2026, 11, 2),
            Ida + IdaToo.Replace("Lind", "Lund", StringComparison.Ordinal) + Bo,
            Cases.Replace("S2;B2;2025-02-03", "S2;B2;2025-02-04", StringComparison.Ordinal),
            Measures + "I3;B2;fritid;31;2026-01-01;\n"
        );
        Assert.Equal((1, 1, 0, 0), (newer.New, newer.Changed, newer.Vanished.Count, newer.Conflicts.Count));
        Assert.Equal("B1 I1 I2 I3 S1 S2", Keys(Read(db, ida)));
        Assert.Equal(new DateOnly(2025, 2, 4), Read(db, ida).Cases.Single(c => c.SourceKey == "S2").OpenedOn);
        Assert.Equal(2, RegisterLoader.Load(db).Children.Count);
        // Nor has it vanished when the source has put them together too.
        var one = Import(
            db,
            new(2026, 11, 3),
            Ida + Bo,
            Cases.Replace("S2;B2;2025-02-03", "S2;B1;2025-02-04", StringComparison.Ordinal),
            "I1;B1;fritid;31;2025-01-01;\nI2;B1;konsulent;30.1.1;2025-03-01;\nI3;B1;fritid;31;2026-01-01;\n"
        );
        Assert.Empty(one.Vanished);
        Assert.Equal("B1 I1 I2 I3 S1 S2", Keys(Read(db, ida)));
        Assert.Empty(Replay.Check(db).Differences);
    }

    [Fact]
    public void A_protection_of_either_holds_whoever_tells_of_it()
    {
        var db = Begin();
        var (ida, too) = (Child(db, "Holm"), Child(db, "Holm Lind"));
        Merge(db, ida, too);
        Import(db, new(2026, 11, 1), Ida + IdaToo.Replace(";nej", ";ja", StringComparison.Ordinal) + Bo);
        Assert.True(Read(db, ida).Child.Protected);
        Assert.Equal("Ida Holm", Read(db, ida).Child.Name);

        var other = Child(db, "Bøgh");
        Merge(db, other, ida);
        Assert.True(Read(db, other).Child.Protected);
    }

    [Fact]
    public void It_can_be_undone_and_what_has_come_since_goes_where_the_leader_says()
    {
        var db = Begin();
        var (ida, too) = (Child(db, "Holm"), Child(db, "Holm Lind"));
        var (was, wasToo) = (Keys(Read(db, ida)), Keys(Read(db, too)));
        Merge(db, ida, too);
        var notes = Enumerable
            .Range(0, 2)
            .Select(i => Do(db, new WriteNote(ida, new(2026, 11, 1), NoteKind.Meeting, "Titel", "Note " + i)).New<JournalNoteFact>()!)
            .ToList();
        Import(db, new(2026, 11, 2), Ida + IdaToo + Bo, measures: Measures + "I3;B2;fritid;31;2026-01-01;\n");
        var merger = Read(db, ida).Of<ChildRecordFact>().Single();
        var since = Read(db, ida)
            .All.OfType<ChildsFact>()
            .Where(r => BeforeMerging.IsSince(r, merger, new FactReader(db).OnceOf(too)))
            .Select(RecordRules.NameOf)
            .ToList();
        Assert.Equal(3, since.Count);
        var measure = Read(db, ida).Interventions.Single(i => i.SourceKey == "I3");
        Assert.Equal("merge-without-reason", Do(db, new PartRecords(ida, merger.Id, [], null)).Refusals.Single().Code);
        Did(Do(db, new PartRecords(ida, merger.Id, [RecordRules.NameOf(notes[1]), RecordRules.NameOf(measure)], "To søstre")));
        Assert.Equal((was, wasToo.Replace("I2", "I2 I3", StringComparison.Ordinal)), (Keys(Read(db, ida)), Keys(Read(db, too))));
        Assert.Equal("Note 0", Read(db, ida).Notes.Single().Body);
        Assert.Equal("Note 1", Read(db, too).Notes.Single().Body);
        Assert.Equal(("Ida Holm Lind", "640312ABC1"), (Read(db, too).Child.Name, Read(db, too).Child.Cpr));
        Assert.Empty(FormerNumbers.Of(db, Hash(db, "640312ABC1")));
        // The source's keys are each their own again.
        var again = Import(
            db,
            new(2026, 11, 3),
            Ida + IdaToo + Bo,
            measures: Measures + "I3;B2;fritid;31;2026-01-01;\nI4;B2;fritid;31;2026-02-01;\n"
        );
        Assert.Equal((1, 0, 0, 0), (again.New, again.Changed, again.Vanished.Count, again.Conflicts.Count));
        Assert.Contains("I4", Keys(Read(db, too)), StringComparison.Ordinal);
        Assert.Empty(Replay.Check(db).Differences);
    }

    [Fact]
    public void A_third_record_follows_and_each_can_be_parted_by_itself()
    {
        var db = Begin();
        var (ida, too, bo) = (Child(db, "Holm"), Child(db, "Holm Lind"), Child(db, "Bøgh"));
        Merge(db, too, bo);
        Merge(db, ida, too);
        Assert.Equal("B1 I1 I2 S1 S2 S3", Keys(Read(db, ida)));
        Assert.Equal(
            [ida, bo, too],
            ChildRecords
                .Of(Read(db, ida))
                .Order()
                .Prepend(ida)
                .Distinct()
                .OrderBy(c =>
                    c == ida ? 0
                    : c == bo ? 1
                    : 2
                )
        );
        Import(db, new(2026, 11, 2), Ida + IdaToo + Bo, Cases + "S4;B3;2026-01-01;\n");
        Assert.Contains("S4", Keys(Read(db, ida)), StringComparison.Ordinal);
        var merger = Read(db, ida).Of<ChildRecordFact>().Single(r => r.RecordId == bo);
        Did(Do(db, new PartRecords(ida, merger.Id, [], "Bo er en anden")));
        Assert.Equal("B3 S3", Keys(Read(db, bo)));
        Assert.Equal("B1 I1 I2 S1 S2 S4", Keys(Read(db, ida)));
        Assert.Equal("Ida Holm", Read(db, ida).Child.Name);
        Assert.Empty(Replay.Check(db).Differences);
    }

    [Fact]
    public void An_erasure_takes_both_and_after_a_parting_each_text_is_whose_its_row_is()
    {
        var db = Closed();
        var (ida, too) = (Child(db, "Holm"), Child(db, "Holm Lind"));
        Merge(db, ida, too);
        var note = Do(db, new WriteNote(ida, new(2026, 11, 1), NoteKind.Meeting, "Titel", "Den andens")).New<JournalNoteFact>()!;
        Do(db, new WriteNote(ida, new(2026, 11, 1), NoteKind.Meeting, "Titel", "Idas"));
        var merger = Read(db, ida).Of<ChildRecordFact>().Single();
        var both = Erasures.Of(db, ida);
        // Two children's own texts, the record's name, and two notes; the reasons of the entries too.
        Assert.Equal(6, both.Texts);
        Did(Do(db, new PartRecords(ida, merger.Id, [RecordRules.NameOf(note)], "To søstre")));
        Did(Do(db, new EraseChild(too, EraseGround.Discarded, new(2026, 1, 1), "Kassationsplan punkt 4", true)));
        Assert.Null(Read(db, too).Notes.Single().Body);
        Assert.Null(Read(db, too).Child.FirstName);
        Assert.Equal("Idas", Read(db, ida).Notes.Single().Body);
        Assert.Equal("Ida Holm", Read(db, ida).Child.Name);
        Did(Do(db, new EraseChild(ida, EraseGround.Discarded, new(2026, 1, 1), "Kassationsplan punkt 4", true)));
        Assert.Null(Read(db, ida).Child.FirstName);
        Assert.Empty(Replay.Check(db).Differences);
    }

    [Fact]
    public void Merged_records_are_erased_together()
    {
        var db = Closed();
        var (ida, too) = (Child(db, "Holm"), Child(db, "Holm Lind"));
        new Drafts(db).Save("anna", $"/barn/{too}/notat", new Dictionary<string, string> { ["Body"] = "Halvt" });
        Merge(db, ida, too);
        new Drafts(db).Follow(too, ida);
        Assert.Equal("Halvt", new Drafts(db).Find("anna", $"/barn/{ida}/notat")!.Value.Fields["Body"]);
        Did(Do(db, new EraseChild(ida, EraseGround.Discarded, new(2026, 1, 1), "Kassationsplan punkt 4", true)));
        using var link = db.Rent();
        Assert.Equal(0, link.Number($"SELECT count(*) FROM text WHERE \"ChildId\" = $1 AND \"Body\" IS NOT NULL", too));
        Assert.Empty(new Drafts(db).Of("anna"));
    }

    [Fact]
    public async Task The_looks_at_either_record_are_looks_at_the_child()
    {
        var db = Begin();
        using var log = AccessLog.Open(db);
        await log.Looked("anna", "barn", [1]);
        await log.Looked("bo", "list", [2, 3]);
        Assert.Equal(["bo", "anna"], log.OfChild([1, 2]).Select(l => l.Author));
        Assert.Equal(["bo"], log.OfChild(3).Select(l => l.Author));
    }

    [Fact]
    public void Two_numbers_are_asked_about_and_only_a_leader_who_sees_both_may()
    {
        var db = Begin();
        var (ida, too) = (Child(db, "Holm"), Child(db, "Holm Lind"));
        string Refused(MergeRecords command, Author author) =>
            string.Join(' ', new Acts(new Municipality(db)).Do(command, author, Clock).Refusals.Select(r => r.Code));
        Assert.Equal("merge-without-reason merge-of-two-numbers", Refused(new(ida, too, null), Leader));
        Assert.Equal("merged-with-itself", Refused(new(ida, ida, "x", true), Leader));
        Assert.Equal("thing-not-there", Refused(new(ida, 987654321, "x", true), Leader));
        Assert.Equal("not-yours-to-do", Refused(new(ida, too, "x", true), Leader with { Leads = false }));
        Assert.Equal("child-not-yours", Refused(new(ida, too, "x", true), Leader with { MaySee = c => c == ida }));
        Assert.Equal(
            "records-changed-meanwhile",
            string.Join(
                ' ',
                new Acts(new Municipality(db))
                    .Do(new MergeRecords(ida, too, "x", true), Leader, Clock, new(null, 0))
                    .Refusals.Select(r => r.Code)
            )
        );
    }
}
