using System.Text;
using Spor.Facts;
using Spor.Reports;
using Spor.Storage.Journal;

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

    static ReportFact Report(long standsOn, long? due = null) =>
        new()
        {
            From = new(2026, 1, 1),
            To = new(2026, 6, 30),
            BaselineDay = new(2025, 6, 30),
            StandsOn = standsOn,
            Program = StoredReports.Program,
            DueId = due,
        };

    static long Plan(Database database)
    {
        long id = 0;
        database.Journal.Act(
            new("plan-report", "anna"),
            (_, ids) =>
                ReportRules.Plan(
                    new("Halvår", "Børneudvalget", new(2026, 9, 1), new(2026, 1, 1), new(2026, 6, 30), new(2025, 6, 30), null, 21),
                    id = ids.Next(),
                    null
                )
        );
        return id;
    }

    [Fact]
    public void A_baseline_is_kept_with_who_when_and_why_and_its_name_is_sealed()
    {
        var database = Open();
        Sample.Enter(database);
        var result = StoredReports.Keep(
            database,
            new("keep-baseline", "anna", Reason: "Før omlægningen"),
            new("Foråret 2026", Today, 1),
            Today
        );
        var baseline = Assert.Single(StoredReports.Baselines(database));
        Assert.Equal(("Foråret 2026", Today, 1L), (baseline.Fact.Name, baseline.Fact.Day, baseline.Fact.EntryNo));
        Assert.Equal((result.No, "anna", "Før omlægningen"), (baseline.Made.EntryNo, baseline.Made.Author, baseline.Made.Reason));
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
        Assert.Equal(
            "baseline-entry-inside-import",
            Assert.Single(StoredReports.Keep(database, new("keep-baseline", "anna"), new("A", Today, 2), Today).Refusals).Code
        );
        // The sample's import has baselines of its own, for what has no child is filled too.
        var before = StoredReports.Baselines(database).Count;
        Assert.False(StoredReports.Keep(database, new("keep-baseline", "anna"), new("A", Today, 4), Today).Refused);
        Assert.Equal(before + 1, StoredReports.Baselines(database).Count);
    }

    [Fact]
    public void A_report_printed_again_is_the_same_bytes_and_stands_in_the_journal_by_its_hashes()
    {
        var database = Open();
        Sample.Enter(database);
        var files = Files();
        var result = StoredReports.Store(database, new("print-report", "anna"), Report(1), files, Today);
        Assert.Equal(2, result.No);
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
        StoredReports.Store(database, new("print-report", "anna"), Report(1), Files(), Today);
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
        var late = Report(1);
        late.To = Today.AddDays(1);
        Assert.True(StoredReports.Store(database, new("print-report", "anna"), late, Files(), Today).Refused);
        using var link = database.Rent();
        Assert.Equal(0, link.Number("SELECT count(*) FROM report_file"));
        Assert.Equal(1, database.HeadNo);
    }

    [Fact]
    public void Of_many_that_make_the_draft_of_one_row_at_once_one_does()
    {
        var database = Open();
        var due = Plan(database);
        var results = new System.Collections.Concurrent.ConcurrentBag<ActResult>();
        Parallel.For(0, 6, _ => results.Add(StoredReports.Store(database, new("draft-report", "spor"), Report(1, due), Files(), Today)));
        Assert.Single(results, r => !r.Refused);
        Assert.All(results.Where(r => r.Refused), r => Assert.Equal("report-made-already", Assert.Single(r.Refusals).Code));
        Assert.Single(StoredReports.List(database));
    }

    [Fact]
    public void A_final_report_has_its_first_entrys_author_and_the_drafts_bytes()
    {
        var database = Open();
        Sample.Enter(database);
        StoredReports.Store(database, new("print-report", "anna"), Report(1), Files(), Today);
        var draft = StoredReports.List(database)[0].Fact;
        database.Journal.Act(new("finish-report", "birgit"), (known, _) => ReportRules.Finish(known.Find<ReportFact>(draft.Id)));
        var final = Assert.Single(StoredReports.List(database));
        Assert.Equal((ReportState.Final, draft.PageHash, "anna"), (final.Fact.State, final.Fact.PageHash, final.Made.Author));
        Assert.NotNull(StoredReports.Read(database, draft.Id, StoredReports.Page));
    }

    [Fact]
    public void A_backup_holds_the_reports()
    {
        var database = Open();
        Sample.Enter(database);
        StoredReports.Store(database, new("print-report", "anna"), Report(1), Files(), Today);
        var file = Path.Combine(Folder, "kopi.zip");
        Backup.To(database, file);
        var folder = Path.Combine(Folder, "restored");
        var spec = Provider == Provider.Postgres ? NewPostgres() : null;
        Backup.Restore(file, folder, spec);
        using var restored = Database.Open(spec, folder);
        Assert.Equal(Files()[0].Bytes, StoredReports.Read(restored, StoredReports.List(restored)[0].Fact.Id, StoredReports.Page)!.Bytes);
    }
}
