using System.Runtime.CompilerServices;
using Spor.Cases;
using Spor.Children;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Requirements;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Workforce;

namespace Spor.Storage.Tests;

public sealed class MunicipalityOnSqlite() : MunicipalityTests(Provider.Sqlite);

public sealed class MunicipalityOnPostgres() : MunicipalityTests(Provider.Postgres);

/// <summary>The snapshot of now, and those of earlier entries.</summary>
public abstract class MunicipalityTests(Provider provider) : OnADatabase(provider)
{
    static readonly DateOnly Day = new(2026, 6, 30);

    static void Correct<T>(Database database, FactKind kind, long id, Action<T> change)
        where T : Fact =>
        database.Journal.Act(
            new("correct", "anna"),
            (facts, _) =>
            {
                var fact = (T)facts.Opened(facts.Find<T>(id)!).Copy();
                change(fact);
                return new Corrected(kind, fact);
            }
        );

    [Fact]
    public void An_earlier_entry_is_a_snapshot_with_its_own_names_teams_families_and_catalogue()
    {
        var database = Open();
        Sample.Import(database, 12);
        TeamFact team = new()
        {
            TeamId = 7,
            Name = "Det gamle hold",
            From = new(2020, 1, 1),
        };
        CatalogueFact row = new()
        {
            Code = "X1",
            Name = "Det gamle navn",
            From = new(2020, 1, 1),
        };
        database.Journal.Act(
            new("set", "anna"),
            (_, ids) =>
            {
                (team.Id, row.Id) = (ids.Next(), ids.Next());
                return Decision.Of([new Recorded(FactKinds.Team, team), new Recorded(FactKinds.Catalogue, row)]);
            }
        );
        var municipality = new Municipality(database);
        var then = municipality.Current;
        var child = then.Register.Children[3];
        Correct<ChildFact>(database, FactKinds.Child, child.Id, c => (c.FirstName, c.FamilyId) = ("Omdøbt", 4711));
        Correct<TeamFact>(database, FactKinds.Team, team.Id, t => t.Name = "Det nye hold");
        Correct<CatalogueFact>(database, FactKinds.Catalogue, row.Id, r => r.Name = "Det nye navn");
        Sample.Enter(database, "Nye");

        // Neither has read the other's: the one from memory, the other from the database alone.
        foreach (var of in new[] { municipality, new Municipality(database) })
        {
            var now = of.Current;
            var earlier = of.At(then.EntryNo, Day);
            Assert.Equal((then.EntryNo, Day), (earlier.EntryNo, earlier.Day));
            Assert.Equal(("Omdøbt", 4711L), (now.Register.Children[3].Child.FirstName, now.Register.Children[3].Child.FamilyId));
            Assert.Equal(
                (child.Child.FirstName, child.Child.FamilyId),
                (earlier.Register.Children[3].Child.FirstName, earlier.Register.Children[3].Child.FamilyId)
            );
            Assert.Equal("Det nye hold", now.Register.Teams.Single(t => t.TeamId == 7).Name);
            Assert.Equal("Det gamle hold", earlier.Register.Teams.Single(t => t.TeamId == 7).Name);
            Assert.Equal("Det nye navn", now.Register.Catalogue.Rows.Single(r => r.Code == "X1").Name);
            Assert.Equal("Det gamle navn", earlier.Register.Catalogue.Rows.Single(r => r.Code == "X1").Name);
            Assert.Equal((13, 12), (now.Register.Children.Count, earlier.Register.Children.Count));
            Assert.Equal(child.Child.FirstName, earlier.Overview.Find(child.Id)!.Child.FirstName);
            // What did not change is the same in both, not a copy.
            Assert.Same(now.Register.Children[5], earlier.Register.Children[5]);
        }
    }

    [Fact]
    public void An_earlier_entry_says_what_the_register_said_then_whichever_entries_came_after()
    {
        var database = Open();
        Sample.Import(database, 8);
        var municipality = new Municipality(database);
        var expected = new Dictionary<long, string>();
        void Remember() => expected[municipality.Current.EntryNo] = Told(municipality.Current.Register);
        Remember();
        var children = municipality.Current.Register.Children;
        Correct<CaseFact>(database, FactKinds.Case, children[1].Cases[0].Id, c => c.ChildId = children[2].Id);
        Remember();
        database.Journal.Act(new("withdraw", "anna"), (_, _) => new Withdrawn(FactKinds.Notification, children[4].Notifications[0].Id));
        Remember();
        Sample.Enter(database, "Nye");
        Remember();
        database.Journal.Act(new("withdraw", "anna"), (_, _) => new Withdrawn(FactKinds.Child, children[6].Id));
        Remember();
        Sample.Import(database, 3, seed: 5);
        Remember();
        foreach (var (entry, told) in expected)
            Assert.Equal((entry, told), (entry, Told(municipality.At(entry, Day).Register)));
    }

    static string Told(Register register) =>
        string.Join(
            '\n',
            register
                .Children.SelectMany(c => (Fact[])[c.Child, .. c.Cases, .. c.Assignments, .. c.Notifications, .. c.Interventions])
                .Select(f =>
                {
                    // That a row was retracted later is no part of what was known.
                    var copy = f.Copy();
                    copy.RetractedIn = null;
                    return Sample.Text(copy, withSource: false);
                })
        );

    [Fact]
    public void The_few_earlier_snapshots_last_asked_for_are_kept_and_no_others()
    {
        var database = Open();
        Sample.Import(database, 4);
        var municipality = new Municipality(database);
        var entry = municipality.Current.EntryNo;
        Sample.Enter(database, "Nye");
        Snapshot On(int day) => municipality.At(entry, Day.AddDays(day));
        Snapshot one = On(1),
            two = On(2);
        Assert.Same(one, On(1));
        On(3);
        On(4);
        Assert.Same(one, On(1));
        Assert.NotSame(two, On(2));
        Assert.Same(municipality.Current, municipality.At(municipality.Current.EntryNo, municipality.Current.Day));
    }

    [Fact]
    public void A_page_about_one_child_at_an_earlier_entry_reads_no_other_children()
    {
        var database = Open();
        Sample.Import(database, 6);
        var municipality = new Municipality(database);
        var entry = municipality.Current.EntryNo;
        Sample.Enter(database, "Nye");
        _ = municipality.Current;
        var before = database.QueriesAsked;
        var earlier = municipality.At(entry, Day);
        _ = (earlier.Register.Catalogue, earlier.Register.Teams, earlier.Register.Staff.TeamsOf(1, earlier.Day).Count());
        var small = database.QueriesAsked - before;
        _ = earlier.Register.Children.Count;
        Assert.True(database.QueriesAsked - before > small, "All children cost nothing to read");
        // One for each kind about no child, and a few for the entry itself.
        Assert.True(small <= FactKinds.OfNoChild.Count + 20, $"{small} queries for {FactKinds.OfNoChild.Count} kinds");
    }

    [Fact]
    public void Old_registers_are_let_go_after_some_entries_whatever_the_pages_asked_for()
    {
        var database = Open();
        Sample.Import(database, 10);
        var municipality = new Municipality(database);
        var old = Entries(database, municipality);
        for (var i = 0; i < 5 && old.Exists(o => o.IsAlive); i++)
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        Assert.DoesNotContain(old, o => o.IsAlive);
        Assert.Equal(database.HeadNo, municipality.Current.EntryNo);
    }

    static readonly Derived<Picked> WithoutCaseworker = Picked.Of(c => c.AssignedTo.Count == 0);

    [MethodImpl(MethodImplOptions.NoInlining)]
    static List<WeakReference> Entries(Database database, Municipality municipality)
    {
        var old = new List<WeakReference>();
        for (var i = 0; i < 6; i++)
        {
            var now = municipality.Current;
            _ = now.Overview.Load;
            if (i % 2 == 0)
                _ = now.Overview.Of(1).Count() + now.Overview.Family(1).Count();
            _ = (now.Get(WithoutCaseworker).Count, now.Register.Staff.TeamsOf(1, now.Day).Count());
            old.Add(new(now));
            old.Add(new(now.Register));
            if (i % 3 == 0)
                Sample.Enter(database, "Nye");
            else
                Correct<ChildFact>(
                    database,
                    FactKinds.Child,
                    now.Register.Children[i].Id,
                    c => c.FirstName = "Nr " + i.ToString(System.Globalization.CultureInfo.InvariantCulture)
                );
        }
        _ = (municipality.Current.Overview.Of(1).Count(), municipality.Current.Get(WithoutCaseworker).Count);
        return old;
    }

    [Fact]
    public void After_one_entry_only_the_child_it_touched_is_worked_out_again()
    {
        var database = Open();
        Sample.Import(database, 40);
        var municipality = new Municipality(database);
        Assert.Equal(40, municipality.Current.Overview.WorkedOut);
        for (var i = 0; i < 5; i++)
        {
            Correct<ChildFact>(database, FactKinds.Child, municipality.Current.Register.Children[i].Id, c => c.FirstName = "Rettet");
            Assert.Equal(1, municipality.Current.Overview.WorkedOut);
            Assert.Equal(i == 0 ? 40 : 1, municipality.Current.Get(WithoutCaseworker).WorkedOut);
            Assert.Equal(
                municipality.Current.Overview.Children.Where(c => c.AssignedTo.Count == 0),
                municipality.Current.Get(WithoutCaseworker).Children
            );
            Assert.Equal(i + 2, municipality.Current.TimesMade(OfSnapshot.Overviews));
        }
    }

    [Fact]
    public void What_was_erased_is_gone_from_every_snapshot()
    {
        var database = Open();
        Sample.Import(database, 5);
        var municipality = new Municipality(database);
        var at = municipality.Current.Register.Children.ToList().FindIndex(c => c.Child.Name.Trim().Length > 0);
        var child = municipality.Current.Register.Children[at].Child;
        var other = municipality.Current.Register.Children[at == 0 ? 1 : 0];
        var entry = municipality.Current.EntryNo;
        Sample.Enter(database, "Nye");
        Assert.Equal(child.Name, municipality.At(entry, Day).Register.Children[at].Child.Name);
        database.Journal.EraseTexts(new("erase", "anna"), [child.TextId!.Value]);
        Assert.Null(municipality.Current.Register.Children[at].Child.FirstName);
        Assert.Null(municipality.At(entry, Day).Register.Children[at].Child.FirstName);
        Assert.Equal("", municipality.Current.Overview.Find(child.Id)!.SearchText.Trim());
        Assert.Same(other, municipality.Current.Register.Children[at == 0 ? 1 : 0]);
    }
}
