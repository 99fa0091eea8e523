using Spor.Cases;
using Spor.Facts;
using Spor.Kernel;
using Spor.Notifications;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Verbs;

namespace Spor.Storage.Tests;

public sealed class ErasuresOnSqlite() : ErasureTests(Provider.Sqlite)
{
    [Fact]
    public void The_copies_from_before_a_schema_change_are_reached()
    {
        var database = Open();
        var child = Sample.Enter(database, "Ida");
        var copy = Database.DefaultFile(Folder) + ".before-0001";
        using (var link = database.Rent())
            link.Execute("VACUUM INTO $1", copy);
        Erase(database, child);
        using var old = new Engine.SqliteLink(copy, create: false);
        Assert.Equal(0, old.Number("SELECT count(*) FROM text WHERE \"Body\" IS NOT NULL"));
    }
}

public sealed class ErasuresOnPostgres() : ErasureTests(Provider.Postgres);

/// <summary>An erasure reaches everything that Spor holds, and stays done.</summary>
public abstract class ErasureTests(Provider provider) : OnADatabase(provider)
{
    static readonly Clock Clock = new(TimeProvider.System);

    internal static void Erase(Database database, long child)
    {
        var done = new Acts(new Municipality(database)).Do(
            new EraseChild(child, EraseGround.Discarded, new(2026, 1, 1), "Kassationsplan punkt 4", true),
            Author.Program("anna"),
            Clock
        );
        Assert.Equal([], done.Refusals);
    }

    static long Bodies(Database database, long child)
    {
        using var link = database.Rent();
        return link.Number("SELECT count(*) FROM text WHERE \"ChildId\" = $1 AND \"Body\" IS NOT NULL", child)!.Value;
    }

    [Fact]
    public void What_a_partner_wrote_before_it_was_known_whom_it_was_about_goes_with_the_child()
    {
        var database = Open();
        long child = Sample.Enter(database, "Ida"),
            other = Sample.Enter(database, "Bo");
        var acts = new Acts(new Municipality(database));
        SentNotificationFact Send(string name) =>
            acts.Do(new SendNotification(Notifier.School, name, null, null, "Ord om " + name, "Mail"), Author.Program("bruger-1"), Clock)
                .New<SentNotificationFact>()!;
        var (one, two) = (Send("Ida"), Send("Bo"));
        foreach (var (sent, about) in new[] { (one, child), (two, other) })
            Assert.Equal(
                [],
                acts.Do(
                    new ReceiveNotification(
                        default,
                        Notifier.School,
                        null,
                        null,
                        [about],
                        [],
                        false,
                        null,
                        null,
                        [],
                        false,
                        SentId: sent.Id
                    ),
                    Author.Program("anna"),
                    Clock
                ).Refusals
            );
        Erase(database, child);
        var reader = new FactReader(database);
        var now = reader.Opened(reader.All<SentNotificationFact>()).OrderBy(s => s.Id).ToList();
        Assert.Equal([null, "Bo"], now.Select(s => s.ChildName));
        Assert.Equal([], Replay.Check(database).Differences);
    }

    [Fact]
    public void What_a_partner_sent_and_somebody_set_aside_goes_with_every_version_its_drafts_and_older_backups()
    {
        var database = Open();
        var municipality = new Municipality(database);
        var acts = new Acts(municipality);
        var long_ago = new Clock(TimeProvider.System, Clock.Today.AddYears(-3));
        var sent = acts.Do(
                new SendNotification(Notifier.School, "Ida Sendt", null, null, "Ord om Ida", "Mail"),
                Author.Program("bruger-1"),
                long_ago
            )
            .New<SentNotificationFact>()!;
        Assert.Equal(
            [],
            acts.Do(new SetSentAside(sent.Id, SetAsideBecause.SentTwice, "Kom også i går"), Author.Program("anna"), long_ago).Refusals
        );
        var form = new EraseSent(sent.Id, null, false).Form;
        var drafts = new Drafts(database);
        drafts.Save("anna", form, new Dictionary<string, string> { ["Reason"] = "Halvt om Ida" });
        drafts.Save("anna", form + "9", new Dictionary<string, string> { ["Reason"] = "En anden" });
        var backup = Path.Combine(Folder, "kopi.zip");
        Backup.To(database, backup, includeKeys: true);

        Assert.Equal([], acts.Do(new EraseSent(sent.Id, "Opbevaring punkt 3", true), Author.Program("anna"), Clock).Refusals);
        long Bodies(Database of)
        {
            using var link = of.Rent();
            return link.Number(
                "SELECT count(*) FROM text WHERE \"Body\" IS NOT NULL AND \"Id\" IN (SELECT \"TextId\" FROM sent_notification WHERE \"Id\" = $1)",
                sent.Id
            )!.Value;
        }
        Assert.Equal(0, Bodies(database));
        var left = new FactReader(database).Find<SentNotificationFact>(sent.Id)!;
        Assert.Equal((null, null, SetAsideBecause.SentTwice), (left.ChildName, left.SetAsideReason, left.SetAside));
        Assert.Single(drafts.Of("anna"));
        Assert.Equal([], Replay.Check(database).Differences);
        // A backup from before comes back without it.
        var elsewhere = Directory.CreateDirectory(Path.Combine(Folder, "elsewhere")).FullName;
        File.Copy(Erasures.FileOf(Folder), Erasures.FileOf(elsewhere));
        var target = Provider == Provider.Sqlite ? null : NewPostgres();
        Restoring.From(backup, elsewhere, target);
        using var restored = Database.Open(target, elsewhere);
        Assert.Equal(0, Bodies(restored));
        Assert.Equal([], Replay.Check(restored).Differences);
    }

    [Fact]
    public void Lines_of_the_ledger_that_name_a_measure_of_the_child_are_on_the_list_of_what_remains()
    {
        var database = Open();
        var child = Sample.Enter(database, "Ida");
        database.Journal.Act(
            new("begin", "anna"),
            (_, ids) =>
            {
                var measure = new Interventions.InterventionFact
                {
                    Id = ids.Next(),
                    ChildId = child,
                    Code = "hjem",
                    LegalBasis = "32",
                    From = new(2025, 1, 1),
                };
                Economy.LedgerFact Line(long? of) =>
                    new()
                    {
                        Id = ids.Next(),
                        Account = "5.28.21.002",
                        Month = new(2025, 1, 1),
                        AmountOre = 100,
                        InterventionId = of,
                    };
                return Decision.Of([
                    new Recorded(FactKinds.Intervention, measure),
                    new Recorded(FactKinds.Ledger, Line(measure.Id)),
                    new Recorded(FactKinds.Ledger, Line(measure.Id)),
                    new Recorded(FactKinds.Ledger, Line(null)),
                ]);
            }
        );
        Assert.Equal(2, Erasures.Of(database, child).Remains.Single(r => r.Kind == FactKinds.Ledger).Rows);
    }

    [Fact]
    public void A_childs_texts_and_drafts_go_and_its_days_and_codes_stay_and_the_record_holds_together()
    {
        var database = Open();
        long child = Sample.Enter(database, "Ida"),
            other = Sample.Enter(database, "Bo");
        var municipality = new Municipality(database);
        Assert.Contains(municipality.Current.Register.Children, c => c.Child.FirstName == "Ida");
        new Acts(municipality).Do(
            new WriteNote(child, new(2026, 1, 2), NoteKind.Meeting, "Titel", "Idas onkel kom forbi"),
            Author.Program("anna"),
            Clock
        );
        var drafts = new Drafts(database);
        foreach (var form in new[] { $"/barn/{child}/notat", $"/barn/{child}", $"/barn/{other}/notat", $"/barn/{child}9/notat" })
            drafts.Save("anna", form, new Dictionary<string, string> { ["Body"] = "Halvt" });
        var plan = Erasures.Of(database, child);
        Assert.Equal((2, 2), (plan.Texts, plan.Drafts));
        Assert.Equal(["child", "journal_note"], plan.Remains.Select(r => r.Kind.Table).Order(StringComparer.Ordinal));

        Erase(database, child);
        // The ground is the erasing entry's own, and says no name.
        Assert.Equal(1, Bodies(database, child));
        Assert.Equal(1, Bodies(database, other));
        Assert.Equal(2, drafts.Of("anna").Count);
        Assert.Equal(new DateOnly(2012, 5, 4), new ChildReader(database).Read(child)!.Child.BornOn);
        Assert.Null(new ChildReader(database).Read(child)!.Child.FirstName);
        // Names in memory are gone too.
        Assert.DoesNotContain(municipality.Current.Register.Children, c => c.Child.FirstName == "Ida");
        Assert.Equal([], Replay.Check(database).Differences);
        Assert.Equal(
            "Kasseret 1. januar 2026: Kassationsplan punkt 4",
            new ChildReader(database).History(child)[0].Reason,
            ignoreCase: true
        );
    }

    [Fact]
    public void A_backup_from_before_an_erasure_is_erased_again_before_anybody_reads()
    {
        var database = Open();
        long child = Sample.Enter(database, "Ida"),
            other = Sample.Enter(database, "Bo");
        var backup = Path.Combine(Folder, "kopi.zip");
        Backup.To(database, backup, includeKeys: true);
        Erase(database, child);
        var list = Erasures.FileOf(Folder);
        Assert.True(File.Exists(list));
        // Another machine, where the list of what was erased lies already.
        var elsewhere = Directory.CreateDirectory(Path.Combine(Folder, "elsewhere")).FullName;
        File.Copy(list, Erasures.FileOf(elsewhere));
        var target = Provider == Provider.Sqlite ? null : NewPostgres();
        Restoring.From(backup, elsewhere, target);
        using (var restored = Database.Open(target, elsewhere))
        {
            Assert.Equal(0, Bodies(restored, child));
            Assert.Equal(1, Bodies(restored, other));
            Assert.Equal(3, restored.HeadNo);
            Assert.Equal([], Replay.Check(restored).Differences);
            Sample.Enter(restored, "Else");
        }
        // Once: what the journal goes on to write is not taken, though it may have a number from the list.
        using (var again = Database.Open(target, elsewhere))
        {
            Assert.Equal(4, again.HeadNo);
            Assert.Contains(RegisterLoader.Load(again).Children, c => c.Child.FirstName == "Else");
        }
    }

    [Fact]
    public void A_backup_brings_its_own_list_along()
    {
        var database = Open();
        var child = Sample.Enter(database, "Ida");
        Erase(database, child);
        var backup = Path.Combine(Folder, "kopi.zip");
        Backup.To(database, backup);
        var elsewhere = Path.Combine(Folder, "elsewhere");
        Restoring.From(backup, elsewhere, Provider == Provider.Sqlite ? null : NewPostgres());
        Assert.Equal(File.ReadAllText(Erasures.FileOf(Folder)), File.ReadAllText(Erasures.FileOf(elsewhere)));
    }

    [Fact]
    public void Nothing_is_erased_without_a_ground_that_holds()
    {
        var database = Open();
        var child = Sample.Enter(database, "Ida");
        var acts = new Acts(new Municipality(database));
        string[] Refused(EraseChild c) => [.. acts.Do(c, Author.Program("anna"), Clock).Refusals.Select(r => r.Code)];
        Assert.Equal(
            ["erase-ground-missing", "erase-day-missing", "erase-rule-missing", "erase-not-sure"],
            Refused(new(child, null, null, " ", false))
        );
        Assert.Equal(["erase-not-yet"], Refused(new(child, EraseGround.Delivered, Clock.Today.AddDays(1), "Aflevering 12", true)));
        database.Journal.Act(
            new("open-case", "anna", child),
            (_, ids) =>
                new Recorded(
                    FactKinds.Of(typeof(Children.CaseFact)),
                    new Children.CaseFact
                    {
                        Id = ids.Next(),
                        ChildId = child,
                        OpenedOn = new(2026, 1, 1),
                    }
                )
        );
        Assert.Equal(["erase-case-open"], Refused(new(child, EraseGround.Delivered, new(2026, 1, 1), "Aflevering 12", true)));
        Assert.Equal(1, Bodies(database, child));
        Assert.False(File.Exists(Erasures.FileOf(Folder)));
    }
}
