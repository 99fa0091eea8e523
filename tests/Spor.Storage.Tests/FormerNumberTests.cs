using Spor.Exchange.Import;
using Spor.Figures;
using Spor.Notifications;
using Spor.Requirements;
using Spor.Storage.Exchange;
using Spor.Storage.Facts;

namespace Spor.Storage.Tests;

public sealed class FormerNumberOnSqlite() : FormerNumberTests(Provider.Sqlite);

public sealed class FormerNumberOnPostgres() : FormerNumberTests(Provider.Postgres);

/// <summary>A newer extract gives a child another CPR number: the old one still leads to the child.</summary>
public abstract class FormerNumberTests(Provider provider) : OnADatabase(provider)
{
    void Import(Database db, DateOnly day, string children)
    {
        var to = Directory.CreateDirectory(Path.Combine(Folder, "x" + Guid.NewGuid().ToString("N"))).FullName;
        File.WriteAllText(Path.Combine(to, "kommune.csv"), $"Kommunenr;Navn;Opgørelsesdato\n990;Prøvekøbing;{day:yyyy-MM-dd}\n");
        File.WriteAllText(Path.Combine(to, "boern.csv"), "BarnId;CPR;Fornavn;Efternavn;Fødselsdato;Målgruppe\n" + children);
        File.WriteAllText(Path.Combine(to, "sager.csv"), "SagId;BarnId;Åbnet;Lukket\nS1;B1;2024-01-02;\n");
        Importing.Commit(db, Importing.Prepare(db, new FolderSource(to)), "test");
    }

    [Fact]
    public void A_protection_that_the_source_lifts_is_told_to_the_caseworker_and_a_leader()
    {
        var db = Open();
        void Read(DateOnly day, string children)
        {
            var to = Directory.CreateDirectory(Path.Combine(Folder, "p" + Guid.NewGuid().ToString("N"))).FullName;
            File.WriteAllText(Path.Combine(to, "kommune.csv"), $"Kommunenr;Navn;Opgørelsesdato\n990;Prøvekøbing;{day:yyyy-MM-dd}\n");
            File.WriteAllText(Path.Combine(to, "boern.csv"), "BarnId;Fornavn;Efternavn;Fødselsdato;Målgruppe;Beskyttet\n" + children);
            File.WriteAllText(Path.Combine(to, "sager.csv"), "SagId;BarnId;Åbnet;Lukket\nS1;B1;2024-01-02;\n");
            Importing.Commit(db, Importing.Prepare(db, new FolderSource(to)), "leder");
        }
        const string After = "B2;Åse;Bøgh;2014-05-05;udsat;ja\n";
        Read(new(2026, 10, 31), "B1;Ida;Holm;2012-03-04;udsat;ja\n" + After);
        // A name alone that changes lifts nothing.
        Read(new(2026, 11, 15), "B1;Ida;Lind;2012-03-04;udsat;ja\n" + After);
        Assert.Empty(Known<Access.CaseAccessFact>(db, db.HeadNo));
        Read(new(2026, 11, 30), "B1;Ida;Lind;2012-03-04;udsat;nej\n" + After);
        var told = Assert.Single(Known<Access.CaseAccessFact>(db, db.HeadNo));
        var child = RegisterLoader.Load(db).Children.Single(c => c.Child.FirstName == "Ida");
        Assert.Equal((child.Id, Access.CaseAccessKind.ProtectionLifted, "leder"), (told.ChildId, told.Kind, told.Person));
        Assert.True(Access.AccessRules.WaitsForCaseworker(told) && Access.AccessRules.WaitsForLeader(told));
        Assert.Empty(Spor.Storage.Journal.Replay.Check(db).Differences);
    }

    [Fact]
    public void The_old_number_finds_the_child_in_searches_and_when_a_notification_is_received()
    {
        var db = Open();
        Import(db, new(2026, 10, 31), "B1;640312ABC1;Ida;Holm;2012-03-04;udsat\nB2;6505149902;Åse;Bøgh;2014-05-05;udsat\n");
        Import(db, new(2026, 11, 30), "B1;6403129901;Ida;Holm;2012-03-04;udsat\nB2;6505149902;Åse;Bøgh;2014-05-05;udsat\n");
        var register = RegisterLoader.Load(db);
        var ida = register.Children.Single(c => c.Child.FirstName == "Ida");
        var overview = new Spor.Facts.Snapshot(register, new(2026, 11, 30)).Overview;
        long Hash(string digits) => db.Keys.Hash("cpr " + digits);
        string Found(string number) =>
            string.Join(
                ' ',
                overview.Children.Where(ChildList.Search(number, Hash, h => FormerNumbers.Of(db, h))).Select(c => c.Child.FirstName)
            );
        Assert.Equal("Ida", Found("640312-ABC1"));
        Assert.Equal("Ida", Found("640312-9901"));
        Assert.Equal("Åse", Found("650514-9902"));
        Assert.Equal("", Found("640312-9999"));
        Assert.Empty(FormerNumbers.Of(db, Hash("6403129901")));

        var held = FormerNumbers.Of(db, Hash("640312ABC1"));
        var doubles = Doubles.Of(register.Children, new Sought(Hash("640312ABC1"), null, null) { Held = held }, _ => false, _ => []);
        var one = Assert.Single(doubles);
        Assert.Equal((ida.Id, Likeness.FormerCpr, true), (one.Of.Id, one.Why, one.Strong));
    }
}
