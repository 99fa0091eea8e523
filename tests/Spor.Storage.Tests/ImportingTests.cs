using Spor.Exchange.Import;
using Spor.Facts;
using Spor.Figures;
using Spor.Kernel;
using Spor.Storage.Exchange;
using Spor.Storage.Facts;
using Spor.Storage.Journal;

namespace Spor.Storage.Tests;

public sealed class ImportingTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("spor-import").FullName;
    readonly Database db;

    public ImportingTests() => db = Database.Open(null, Path.Combine(folder, "data"));

    public void Dispose()
    {
        db.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    internal static string Root { get; } = FindRoot();

    static string FindRoot()
    {
        var at = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(at, "Spor.slnx")))
            at = Path.GetDirectoryName(at)!;
        return at;
    }

    string Copy(string example)
    {
        var to = Path.Combine(folder, "extract-" + Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(Path.Combine(Root, "examples", example), "*.csv"))
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        return to;
    }

    static void Edit(string dir, string file, Func<string[], IEnumerable<string>> edit)
    {
        var path = Path.Combine(dir, file);
        File.WriteAllLines(path, edit(File.ReadAllLines(path)).ToArray());
    }

    PreparedImport Prepare(string dir, bool setAside = false, Choices? choices = null) =>
        Importing.Prepare(db, new FolderSource(dir), setAside: setAside, choices: choices);

    ImportResult? Import(string dir, Choices? choices = null)
    {
        var prepared = Prepare(dir, choices: choices);
        Assert.Null(prepared.Refusal);
        return Importing.Commit(db, prepared, "test");
    }

    string Files(params (string Name, string Text)[] files)
    {
        var to = Directory.CreateDirectory(Path.Combine(folder, "extract-" + Guid.NewGuid().ToString("N"))).FullName;
        foreach (var (name, text) in files)
            File.WriteAllText(Path.Combine(to, name), text);
        return to;
    }

    [Fact]
    public void What_a_later_delivery_tells_is_held_against_what_earlier_ones_told()
    {
        const string day = "Kommunenr;Navn;Opgørelsesdato\n990;Prøvekøbing;2026-10-31\n";
        const string children = "BarnId;CPR;Fornavn;Efternavn;Fødselsdato;Målgruppe\n";
        Assert.NotNull(
            Import(
                Files(
                    ("kommune.csv", day),
                    ("boern.csv", children + "B1;6403129901;Ida;Holm;2012-03-04;udsat\nB2;6103009902;Bo;Lund;2000-03-01;udsat\n"),
                    ("sager.csv", "SagId;BarnId;Åbnet;Lukket\nS1;B1;2024-01-02;\n"),
                    (
                        "indsatser.csv",
                        "IndsatsId;BarnId;Ydelse;Lovgrundlag;Start;Slut\nI1;B1;hjem;52.3.2;2025-01-01;2025-02-01\nI2;B1;hjem;52.3.2;2025-03-01;\n"
                    )
                )
            )
        );
        var later = Prepare(
            Files(
                ("kommune.csv", day),
                ("boern.csv", children + "B1;6403129901;Ida;Holm;2012-03-04;udsat\nB3;6103009902;Bo;Lund;2000-03-01;udsat\n"),
                ("sager.csv", "SagId;BarnId;Åbnet;Lukket\nS2;B2;2024-01-02;\n"),
                ("opfoelgninger.csv", "OpfoelgningId;IndsatsId;Dato\nO1;I1;2025-02-02\nO2;I1;2025-02-01\nO3;I2;2025-02-28\n")
            )
        );
        Assert.Equal(
            [
                "boern.csv:3 cpr-twice",
                "opfoelgninger.csv:2 measure-not-running",
                "opfoelgninger.csv:4 measure-not-running",
                "sager.csv:2 too-old",
            ],
            later.Extract.Problems.All.Select(p => $"{p.File}:{p.Line} {p.Code}").Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void An_imported_example_has_the_figures_of_its_folder()
    {
        var dir = Copy("aakaer");
        Import(dir);
        DateOnly day = new(2026, 10, 31),
            baseline = new(2025, 10, 31);
        var stored = FiguresFile.Of(RegisterLoader.Load(db), day, baseline);
        var read = FiguresFile.Of(
            Extract.Read(new FolderSource(dir), new NothingKnown(), new SourceHash(new byte[32])).ToRegister(),
            day,
            baseline
        );
        Assert.Equal(Json(read), Json(stored));
    }

    static string Json(FiguresFile figures)
    {
        using var stream = new MemoryStream();
        using (var json = new System.Text.Json.Utf8JsonWriter(stream))
            figures.WriteJson(json);
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    [Fact]
    public void The_same_extract_twice_changes_nothing_and_says_so()
    {
        var dir = Copy("aakaer");
        Import(dir);
        var head = db.HeadNo;
        var again = Prepare(dir);
        Assert.True(again.Plan!.ChangesNothing);
        Assert.Null(Importing.Commit(db, again, "test"));
        Assert.Equal(head, db.HeadNo);
        Assert.All(again.Plan.Files, f => Assert.Equal((0, 0, 0), (f.New, f.Changed, f.Vanished)));
    }

    [Fact]
    public void A_newer_extract_stores_only_what_differs()
    {
        var dir = Copy("aakaer");
        Import(dir);
        var before = db.HeadNo;
        Edit(dir, "kommune.csv", l => l.Select(x => x.Replace("2026-10-31", "2026-11-01")));
        Edit(dir, "opfoelgninger.csv", l => l.Select((x, i) => i == 1 ? x.Replace("fortsæt", "justér") : x));
        Edit(dir, "teams.csv", l => [.. l, "t2;Øvrige distrikter;35;2026-11-01;"]);
        Edit(dir, "samtaler.csv", l => [.. l, "nyt1;b3;2026-11-01;opfølgning;nej;"]);
        var prepared = Prepare(dir);
        Assert.Equal((2, 1), (prepared.Plan!.New, prepared.Plan.Changed));
        Importing.Commit(db, prepared, "test");
        // The municipality, the team, and two children: an entry each.
        Assert.Equal(before + 4, db.HeadNo);
    }

    [Fact]
    public void A_row_that_has_vanished_is_reported_and_kept_until_a_person_withdraws_it()
    {
        var dir = Copy("aakaer");
        Import(dir);
        Edit(dir, "samtaler.csv", l => l.Where((_, i) => i != 1));
        var prepared = Prepare(dir);
        Assert.Equal([new RowName("samtaler", "t1")], prepared.Plan!.Vanished);
        Assert.True(prepared.Plan.ChangesNothing);
        Import(dir, Choices.None with { Withdraw = new HashSet<RowName> { new("samtaler", "t1") } });
        Assert.Equal(1381, RegisterLoader.Load(db).Children.Sum(c => c.Conversations.Length));
    }

    [Fact]
    public void What_a_person_has_corrected_in_Spor_stands_until_the_source_changes_it_and_then_a_person_chooses()
    {
        var dir = Copy("aakaer");
        Import(dir);
        var followUp = RegisterLoader.Load(db).Children.SelectMany(c => c.FollowUps).OrderBy(f => f.Id).First();
        db.Journal.Act(
            new Intent("correct-follow-up", "m1", followUp.ChildId),
            (facts, _) =>
            {
                var corrected = (FollowUps.FollowUpFact)facts.Find(FactKinds.FollowUp, followUp.Id)!.Copy();
                corrected.On = corrected.On.AddDays(1);
                corrected.Touched = true;
                return new Corrected(FactKinds.FollowUp, corrected);
            }
        );
        Assert.True(Prepare(dir).Plan!.ChangesNothing);

        Edit(dir, "opfoelgninger.csv", l => l.Select((x, i) => i == 1 ? x.Replace("fortsæt", "justér") : x));
        var conflict = Prepare(dir).Plan!;
        Assert.Equal([new RowName("opfoelgninger", "o1")], conflict.Conflicts);
        Assert.True(conflict.ChangesNothing);

        Import(dir, Choices.None with { TakeSource = new HashSet<RowName> { new("opfoelgninger", "o1") } });
        var now = RegisterLoader.Load(db).Children.SelectMany(c => c.FollowUps).First(f => f.Id == followUp.Id);
        Assert.Equal((followUp.On, FollowUps.FollowUpOutcome.Adjust), (now.On, now.Outcome!.Value));
    }

    [Fact]
    public void An_older_extract_and_that_of_another_municipality_are_refused()
    {
        Import(Copy("aakaer"));
        Assert.Equal("other-municipality", Prepare(Copy("lergaard")).Refusal!.Code);
        var older = Copy("aakaer");
        Edit(older, "kommune.csv", l => l.Select(x => x.Replace("2026-10-31", "2026-10-30")));
        Assert.Equal("older-extract", Prepare(older).Refusal!.Code);
    }

    [Fact]
    public void A_later_delivery_may_hold_only_some_files()
    {
        var dir = Copy("aakaer");
        Import(dir);
        var part = Path.Combine(folder, "part");
        Directory.CreateDirectory(part);
        File.WriteAllText(Path.Combine(part, "kommune.csv"), "Kommunenr;Navn;Opgørelsesdato\n992;Åkær Kommune;2026-11-30\n");
        File.WriteAllText(
            Path.Combine(part, "opfoelgninger.csv"),
            string.Join('\n', File.ReadAllLines(Path.Combine(dir, "opfoelgninger.csv"))) + "\nny1;i2;2026-11-05;fortsæt;2027-02-01\n"
        );
        var prepared = Prepare(part);
        Assert.Equal((1, 0), (prepared.Plan!.New, prepared.Plan.Changed));
        Importing.Commit(db, prepared, "test");
        var register = RegisterLoader.Load(db);
        Assert.Contains(register.Children.SelectMany(c => c.FollowUps), f => f.On == new DateOnly(2026, 11, 5));
        Assert.Equal(new DateOnly(2026, 11, 30), register.Municipality!.ExtractDay);
    }

    [Fact]
    public void Rows_set_aside_take_what_hangs_on_them_along_and_are_counted()
    {
        var dir = Copy("aakaer");
        Edit(dir, "indsatser.csv", l => l.Select((x, i) => i == 1 ? x.Replace("2024-05-07", "2024-15-07") : x));
        var refused = Prepare(dir);
        Assert.Null(refused.Plan);
        Assert.Equal(0, db.HeadNo);
        var prepared = Prepare(dir, setAside: true);
        var hanging = File.ReadLines(Path.Combine(dir, "opfoelgninger.csv")).Count(l => l.Split(';')[1] == "i1");
        Assert.Equal(1, prepared.Extract.RowsSetAside["indsatser"]);
        Assert.Equal(hanging, prepared.Extract.RowsSetAside["opfoelgninger"]);
        Importing.Commit(db, prepared, "test");
        Assert.Equal(2837, RegisterLoader.Load(db).Children.Sum(c => c.Interventions.Length));
    }
}
