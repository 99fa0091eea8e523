using System.Text;
using Spor.Facts;
using Spor.Kernel;
using Spor.Reports;
using Spor.Storage.Journal;
using Spor.Verbs;

namespace Spor.Storage.Tests;

public sealed class ReportsOnSqlite() : ReportTests(Provider.Sqlite);

public sealed class ReportsOnPostgres() : ReportTests(Provider.Postgres);

public abstract class ReportTests(Provider provider) : OnADatabase(provider)
{
    static readonly DateOnly Today = new(2026, 10, 31);

    static List<ReportFile> Files(string text = "Æblegrød") =>
        [
            .. new[] { StoredReports.Page, StoredReports.Word, StoredReports.Excel, StoredReports.Figures }.Select(n => new ReportFile(
                n,
                "text/plain",
                Encoding.UTF8.GetBytes(n + text)
            )),
        ];

    static readonly Author Anna = Author.Program("anna");
    static readonly Clock Clock = new(TimeProvider.System, Today);

    static Done Do<C>(Database database, C command, Author? by = null)
        where C : class, ICommand<C> => new Acts(new(database)).Do(command, by ?? Anna, Clock);

    static Done Store(Database database, long standsOn, long? due = null, DateOnly? to = null, Author? by = null) =>
        StoredReports.Store(
            new(new(database)),
            new MakeReport(new(2026, 1, 1), to ?? new(2026, 6, 30), new(2025, 6, 30), null, due)
            {
                Printed = StoredReports.Of(standsOn, Files()),
            },
            Files(),
            by ?? Anna,
            Clock,
            Press.None
        );

    static long Plan(Database database) =>
        Do(
                database,
                new PlanReport("Halvår", "Børneudvalget", new(2026, 9, 1), new(2026, 1, 1), new(2026, 6, 30), new(2025, 6, 30), null, 21)
            )
            .New<ReportDueFact>()!
            .Id;

    [Fact]
    public void A_baseline_is_kept_with_who_when_and_why_and_its_name_is_sealed()
    {
        var database = Open();
        Sample.Enter(database);
        var result = Do(database, new KeepBaseline("Foråret 2026", Today, 1) { Why = "Før omlægningen" });
        var baseline = Assert.Single(StoredReports.Baselines(database));
        Assert.Equal(("Foråret 2026", Today, 1L), (baseline.Fact.Name, baseline.Fact.Day, baseline.Fact.EntryNo));
        Assert.Equal((result.EntryNo, "anna", "Før omlægningen"), (baseline.Made.EntryNo, baseline.Made.Author, baseline.Made.Reason));
        using var link = database.Rent();
        using var rows = link.Query("SELECT \"Events\" FROM journal_entry ORDER BY \"No\" DESC LIMIT 1");
        Assert.True(rows.Next());
        Assert.DoesNotContain("Foråret", rows.Text(0), StringComparison.Ordinal);
    }

    [Fact]
    public void A_baseline_inside_an_import_is_refused_and_one_at_its_end_is_kept()
    {
        var database = Open();
        Sample.Import(database, 3);
        Assert.Equal("baseline-entry-inside-import", Assert.Single(Do(database, new KeepBaseline("A", Today, 2)).Refusals).Code);
        // The sample's import has baselines of its own, for what has no child is filled too.
        var before = StoredReports.Baselines(database).Count;
        Assert.True(Do(database, new KeepBaseline("A", Today, 4)).Saved);
        Assert.Equal(before + 1, StoredReports.Baselines(database).Count);
    }

    [Fact]
    public void A_report_printed_again_is_the_same_bytes_and_stands_in_the_journal_by_its_hashes()
    {
        var database = Open();
        Sample.Enter(database);
        var files = Files();
        var result = Store(database, 1);
        Assert.Equal(2, result.EntryNo);
        var report = Assert.Single(StoredReports.List(database));
        foreach (var file in files)
        {
            var again = StoredReports.Read(database, report.Fact.Id, file.Name)!;
            Assert.Equal(file.Bytes, again.Bytes);
            Assert.Equal("text/plain", again.ContentType);
        }
        Assert.Equal(files[0].Sha256, report.Fact.PageHash);
        Assert.Null(StoredReports.Read(database, report.Fact.Id, "other"));
        Assert.Null(StoredReports.Read(database, 999, StoredReports.Page));
        Assert.True(Replay.Check(database).Agrees);
    }

    [Fact]
    public void A_report_whose_bytes_were_changed_in_the_database_is_not_handed_out()
    {
        var database = Open();
        Sample.Enter(database);
        Store(database, 1);
        var id = StoredReports.List(database)[0].Fact.Id;
        using (var link = database.Rent())
            link.Execute("UPDATE report_file SET \"Bytes\" = $1 WHERE \"Name\" = $2", "pænere tal"u8.ToArray(), StoredReports.Page);
        Assert.Throws<ReportDamagedException>(() => StoredReports.Read(database, id, StoredReports.Page));
        Assert.NotNull(StoredReports.Read(database, id, StoredReports.Word));
    }

    [Fact]
    public void A_refused_report_leaves_no_bytes()
    {
        var database = Open();
        Sample.Enter(database);
        Assert.False(Store(database, 1, to: Today.AddDays(1)).Saved);
        using var link = database.Rent();
        Assert.Equal(0, link.Number("SELECT count(*) FROM report_file"));
        Assert.Equal(1, database.HeadNo);
    }

    [Fact]
    public void Of_many_that_make_the_draft_of_one_row_at_once_one_does()
    {
        var database = Open();
        var due = Plan(database);
        var results = new System.Collections.Concurrent.ConcurrentBag<Done>();
        Parallel.For(0, 6, _ => results.Add(Store(database, 1, due, by: Author.Program("spor"))));
        Assert.Single(results, r => r.Saved);
        Assert.All(results.Where(r => !r.Saved), r => Assert.Equal("report-made-already", Assert.Single(r.Refusals).Code));
        Assert.Single(StoredReports.List(database));
    }

    [Fact]
    public void A_final_report_has_its_first_entrys_author_and_the_drafts_bytes()
    {
        var database = Open();
        Sample.Enter(database);
        Store(database, 1);
        var draft = StoredReports.List(database)[0].Fact;
        Do(database, new FinishReport(draft.Id), Author.Program("birgit"));
        var final = Assert.Single(StoredReports.List(database));
        Assert.Equal((ReportState.Final, draft.PageHash, "anna"), (final.Fact.State, final.Fact.PageHash, final.Made.Author));
        Assert.NotNull(StoredReports.Read(database, draft.Id, StoredReports.Page));
    }

    [Fact]
    public void A_backup_holds_the_reports()
    {
        var database = Open();
        Sample.Enter(database);
        Store(database, 1);
        var file = Path.Combine(Folder, "kopi.zip");
        Backup.To(database, file);
        var folder = Path.Combine(Folder, "restored");
        var spec = Provider == Provider.Postgres ? NewPostgres() : null;
        Restoring.From(file, folder, spec);
        using var restored = Database.Open(spec, folder);
        Assert.Equal(Files()[0].Bytes, StoredReports.Read(restored, StoredReports.List(restored)[0].Fact.Id, StoredReports.Page)!.Bytes);
    }
}
