using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Exchange.Import;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Tests;

/// <summary>Reading an extract in through the browser, from the empty data folder on.</summary>
public sealed class ImportPageTests
{
    static string Notice(IDocument page) => page.QuerySelector("main .notice")?.TextContent ?? "";

    static string Words(IDocument page) => page.QuerySelector("main")!.TextContent;

    static bool CanStore(IDocument page) => page.QuerySelector("form[action$='/gem'] button.button-primary") is not null;

    /// <summary>A file's row in the comparison: rows, new, changed, unchanged, set aside, vanished, conflicts.</summary>
    static string Compared(IDocument page, string file) =>
        string.Join(
            " ",
            page.QuerySelectorAll("table.x tr")
                .First(r => r.QuerySelector("th[scope=row]")?.TextContent == file)
                .QuerySelectorAll("td")
                .Select(c => c.TextContent)
        );

    [Fact]
    public async Task An_empty_database_begins_at_the_import()
    {
        await using var site = await OwnSite.Open();
        using var answer = await site.GetStill("/");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/import", answer.Headers.Location!.OriginalString);
        var (status, page, _) = await site.Get("/import");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Der er ikke læst noget ind endnu", Words(page), StringComparison.Ordinal);
        var (asked, format, _) = await site.Get("/import/format");
        Assert.Equal(HttpStatusCode.OK, asked);
        Assert.Contains("boern.csv", Words(format), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_example_packed_as_zip_is_read_shown_confirmed_and_listed_and_the_second_time_changes_nothing()
    {
        await using var site = await OwnSite.Open();
        var zip = Sent.Zip(Sent.Example("lergaard"));
        var (url, preview) = await site.Upload(zip);
        Assert.Equal("Det vil ske", preview.QuerySelector("h1")!.TextContent);
        Assert.Contains("Lergård Kommune, 31. januar 2017", Words(preview), StringComparison.Ordinal);
        Assert.Equal("942 942 0 0 0 0 0", Compared(preview, "boern.csv"));
        Assert.Equal(0, site.Database.HeadNo);

        var done = await site.Confirm(url);
        Assert.Equal("Udtrækket er gemt", done.QuerySelector("h1")!.TextContent);
        Assert.Empty(site.Uploads);
        var register = await site.Seen();
        Assert.Equal(942, register.Children.Count);
        Assert.Equal(new DateOnly(2017, 1, 31), register.Municipality!.ExtractDay);
        var stored = Assert.Single(Imports.List(site.Database));
        Assert.Equal("analytiker", stored.Author);

        var (_, list, _) = await site.Get("/import");
        var row = Assert.Single(list.QuerySelectorAll("table.x tbody tr"));
        Assert.Contains("31. januar 2017", row.TextContent, StringComparison.Ordinal);
        Assert.Contains("Lokal analytiker", row.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("til side", list.QuerySelector(".stand")!.TextContent, StringComparison.Ordinal);
        using (var start = await site.GetStill("/"))
            Assert.Equal("/trappen", start.Headers.Location!.OriginalString);

        var head = site.Database.HeadNo;
        var (again, same) = await site.Upload(zip);
        Assert.Contains("er det samme som sidst", Words(same), StringComparison.Ordinal);
        Assert.Equal("942 0 0 942 0 0 0", Compared(same, "boern.csv"));
        Assert.False(CanStore(same));
        // Somebody who posts the form all the same changes nothing either.
        var posted = await site.Confirm(again);
        Assert.Contains("Intet er ændret", Words(posted), StringComparison.Ordinal);
        Assert.Equal(head, site.Database.HeadNo);
        Assert.Single(Imports.List(site.Database));
    }

    [Fact]
    public async Task Several_csv_files_at_once_are_one_extract()
    {
        await using var site = await OwnSite.Open();
        var done = await site.Import(Sent.Csv());
        Assert.Contains("registrering nr. 1 til", Notice(done), StringComparison.Ordinal);
        var register = await site.Seen();
        Assert.Equal(["Ida Holm", "Åse Bøgh"], register.Children.Select(c => c.Child.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_broken_extract_lists_every_problem_at_once_and_stores_nothing()
    {
        await using var site = await OwnSite.Open();
        var (url, page) = await site.Upload(
            Sent.Csv(
                (
                    "boern.csv",
                    "BarnId;Fornavn;Efternavn;Fødselsdato;Målgruppe\nB1;Ida;Holm;2012-13-04;udsat\nB1;Åse;Bøgh;2014-05-06;udsat\nB3;<b>Per</b>;Lund;2014-05-06;noget\n"
                ),
                ("sager.csv", "SagId;BarnId;Åbnet;Lukket\nS1;B9;2024-01-02;\nS2;B1;2024-02-03;2023-01-31\n")
            )
        );
        Assert.Equal("Det vil ske", page.QuerySelector("h1")!.TextContent);
        Assert.False(CanStore(page));
        var rows = page.QuerySelectorAll("table.x tbody tr")
            .Select(r => string.Join("|", r.QuerySelectorAll("td").Take(4).Select(c => c.TextContent)))
            .ToList();
        foreach (
            var expected in new[]
            {
                "Fejl|boern.csv|2|Fødselsdato",
                "Fejl|boern.csv|3|BarnId",
                "Fejl|boern.csv|4|Målgruppe",
                "Fejl|sager.csv|2|BarnId",
                "Fejl|sager.csv|3|Lukket",
            }
        )
            Assert.Contains(expected, rows);
        Assert.Contains("Så længe der er fejl, gemmes intet", Words(page), StringComparison.Ordinal);

        var (_, only, _) = await site.Get(url + "?fil=sager.csv&alvor=fejl");
        Assert.All(only.QuerySelectorAll("table.x tbody tr"), r => Assert.Equal("sager.csv", r.QuerySelectorAll("td")[1].TextContent));

        var csv = await site.Bytes(url + "/problemer.csv");
        Assert.Equal([0xEF, 0xBB, 0xBF], csv.Take(3));
        var lines = Encoding.UTF8.GetString(csv[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("Fil;Linje;Kolonne;Værdi;Alvor;Forventet;Spors kolonne", lines[0]);
        Assert.Equal(rows.Count, lines.Length - 1);
        Assert.Contains(lines, l => l.StartsWith("boern.csv;2;Fødselsdato;2012-13-04;fejl;", StringComparison.Ordinal));

        // The button is not there; a post without it stores nothing.
        await site.Confirm(url);
        Assert.Equal(0, site.Database.HeadNo);
        Assert.Empty(Imports.List(site.Database));
    }

    [Fact]
    public async Task Foreign_files_get_a_proposal_that_is_completed_on_the_page_kept_and_offered_the_next_time()
    {
        await using var site = await OwnSite.Open();
        var files = Sent.Csv(
            ("boern.csv", null),
            ("sager.csv", null),
            ("Borgere.csv", "CPR;Fornavn;Efternavn;Født\n0403129901;Ida;Holm;04/03/2012\n"),
            ("Ydelser 2026.csv", "CPR;Art;Paragraf;Startdato;Slutdato\n0403129901;Plejefam.;46;02/01/2026;\n")
        );
        var (url, page) = await site.Upload(files);
        Assert.False(CanStore(page));
        var proposed = page.QuerySelector("textarea[name=kortlaegning]")!.TextContent;
        Assert.Contains("Borgere.csv", proposed, StringComparison.Ordinal);
        Assert.Contains("\"Plejefam.\"", proposed, StringComparison.Ordinal);
        Assert.Contains("boern.Målgruppe", Words(page), StringComparison.Ordinal);
        // The first rows before and after, and what cannot be read yet.
        string[] Sample(IDocument of, string table, int nth) =>
            [
                .. of.QuerySelectorAll("details.sample")
                    .Single(d => d.QuerySelector("summary")!.TextContent.StartsWith(table + ":", StringComparison.Ordinal))
                    .QuerySelectorAll("table")[nth]
                    .QuerySelectorAll("tbody tr:first-child > *")
                    .Select(c => c.TextContent),
            ];
        Assert.Equal(["2", "0403129901", "Plejefam.", "46", "02/01/2026", ""], Sample(page, "indsatser", 0));
        Assert.Contains("2026-01-02", Sample(page, "indsatser", 1));
        Assert.Contains("? ikke afgjort endnu", Sample(page, "indsatser", 1));
        Assert.Contains("? ikke afgjort endnu", Sample(page, "boern", 1));

        // A slip is told with the nearest right word, and nothing typed is lost.
        var slip = proposed.Replace("\"filer\"", "\"filr\"", StringComparison.Ordinal);
        var (status, again, _) = await site.Post(url + "/kortlaegning", ("kortlaegning", slip), ("periode-fra", "31-02-2026"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("mente du »filer«?", again.QuerySelector("#kort-fejl")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("\"filr\"", again.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("31-02-2026", again.QuerySelector("#periode-fra")!.GetAttribute("value"));

        var whole = proposed
            .Replace("\"boern.Målgruppe\": \"?\"", "\"boern.Målgruppe\": \"udsat\"", StringComparison.Ordinal)
            .Replace("\"Plejefam.\": \"?\"", "\"Plejefam.\": \"plejefamilie\"", StringComparison.Ordinal);
        await site.Post(url + "/kortlaegning", ("kortlaegning", whole), ("periode-fra", "01-01-2026"));
        var preview = await site.Settled(url);
        Assert.True(CanStore(preview), Words(preview));
        Assert.Contains("plejefamilie", Sample(preview, "indsatser", 1));
        Assert.Empty(preview.QuerySelectorAll("details.sample .field-error"));
        await site.Confirm(url);
        var child = Assert.Single((await site.Seen()).Children);
        Assert.Equal("plejefamilie", Assert.Single(child.Interventions).Code);
        Assert.Single(child.Cases);

        var (_, next) = await site.Upload(files);
        Assert.Contains("Sådan blev det seneste udtræk læst", Words(next), StringComparison.Ordinal);
        Assert.Contains("\"udsat\"", next.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mapping_of_ten_megabytes_is_read_and_not_put_into_a_field()
    {
        await using var site = await OwnSite.Open();
        var codes = string.Join(',', Enumerable.Range(0, 500_000).Select(i => $"\"kode {i}\":\"hjem\""));
        var (url, page) = await site.Upload(
            Sent.Csv(
                ("indsatser.csv", "IndsatsId;BarnId;Ydelse;Lovgrundlag;Start\nI1;B1;kode 499999;52;2025-01-01\n"),
                ("kortlægning.json", "{\"koder\":{\"indsatser.Ydelse\":{" + codes + "}}}")
            )
        );
        Assert.True(CanStore(page), Words(page));
        Assert.Null(page.QuerySelector("textarea"));
        Assert.Contains("for lang til at rette her", Words(page), StringComparison.Ordinal);
        await site.Confirm(url);
        Assert.Equal("hjem", Assert.Single((await site.Seen()).Children.SelectMany(c => c.Interventions)).Code);
    }

    [Fact]
    public async Task Faults_alike_are_one_line_with_a_count_and_the_rest_one_press_away()
    {
        await using var site = await OwnSite.Open();
        var rows = string.Concat(Enumerable.Range(1, 9).Select(i => $"S{i};B1;2024-0x-02;\n"));
        var (url, page) = await site.Upload(Sent.Csv(("sager.csv", "SagId;BarnId;Åbnet;Lukket\n" + rows)));
        Assert.Contains("… og 6 som dem i sager.csv", Words(page), StringComparison.Ordinal);
        var (_, all, _) = await site.Get(url + "?fil=sager.csv");
        Assert.Equal(9, all.QuerySelectorAll("table.x tbody tr").Length);
    }

    [Fact]
    public async Task A_missing_column_can_not_be_set_aside()
    {
        await using var site = await OwnSite.Open();
        var (url, page) = await site.Upload(Sent.Csv(("sager.csv", "SagId;BarnId\nS1;B1\n")));
        Assert.Contains("Det kan ikke lægges til side", Words(page), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("form[action$='/laeg-til-side']"));
        var (status, _, _) = await site.Post(url + "/laeg-til-side", ("laest", "ja"));
        Assert.Equal(HttpStatusCode.NotFound, status);
        Assert.Equal(0, site.Database.HeadNo);
    }

    [Fact]
    public async Task Rows_with_errors_are_set_aside_only_by_somebody_who_has_seen_the_list_and_every_page_says_so()
    {
        await using var site = await OwnSite.Open();
        var (url, _) = await site.Upload(
            Sent.Csv(("boern.csv", Sent.Children + "B3;Per;Lund;2014-99-06;udsat\n"), ("sager.csv", Sent.Cases + "S3;B3;2024-01-02;\n"))
        );
        var (status, without, _) = await site.Post(url + "/laeg-til-side");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(
            "Sæt kryds ved, at du har set listen igennem",
            without.QuerySelector(".field-error")!.TextContent,
            StringComparison.Ordinal
        );

        await site.Post(url + "/laeg-til-side", ("laest", "ja"));
        var preview = await site.Settled(url);
        Assert.True(CanStore(preview));
        Assert.Equal("3 2 0 0 1 0 0", Compared(preview, "boern.csv"));
        Assert.Equal("3 2 0 0 1 0 0", Compared(preview, "sager.csv"));
        Assert.Contains("2 rækker er lagt til side", Words(preview), StringComparison.Ordinal);
        Assert.Equal(0, site.Database.HeadNo);

        await site.Confirm(url);
        Assert.Equal(2, (await site.Seen()).Children.Count);
        var (_, list, _) = await site.Get("/import");
        Assert.Contains("2 rækker er lagt til side", list.QuerySelector(".stand")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("2", list.QuerySelectorAll("table.x tbody td")[^1].TextContent);
        // Beside the figures that miss them, with their names, and not where nothing is missing.
        var (_, leading, _) = await site.Get("/ledelse");
        var note = leading.QuerySelector("#lagt-til-side")!.TextContent;
        Assert.Contains("boern 1, sager 1", note, StringComparison.Ordinal);
        Assert.Contains("Aktive sager", note, StringComparison.Ordinal);
        var (_, one, _) = await site.Get("/ledelse/tal/active-cases");
        Assert.NotNull(one.QuerySelector("#lagt-til-side"));
        var csv = System.Text.Encoding.UTF8.GetString(await site.Bytes("/ledelse.csv?tabel=tal")).Split("\r\n");
        Assert.Equal("", csv[^3]);
        Assert.Contains("boern 1, sager 1", csv[^2], StringComparison.Ordinal);
        var (_, other, _) = await site.Get("/ledelse/tal/fte");
        Assert.Null(other.QuerySelector("#lagt-til-side"));
        Assert.Null(list.QuerySelector("#lagt-til-side"));
    }

    [Fact]
    public async Task A_row_that_vanished_stays_unless_it_is_ticked()
    {
        await using var site = await OwnSite.Open();
        await site.Import(Sent.Csv());
        var newer = Sent.Csv(
            ("kommune.csv", Sent.Municipality.Replace("2026-10-31", "2026-11-30", StringComparison.Ordinal)),
            ("sager.csv", "SagId;BarnId;Åbnet;Lukket\nS1;B1;2024-01-02;\n")
        );
        var (url, page) = await site.Upload(newer);
        Assert.Equal("1 0 0 1 0 1 0", Compared(page, "sager.csv"));
        var box = Assert.Single(page.QuerySelectorAll("input[name=traek]"));
        Assert.False(box.HasAttribute("checked"));
        await site.Confirm(url);
        var register = await site.Seen();
        Assert.Equal(2, register.Children.Sum(c => c.Cases.Length));
        Assert.Equal(new DateOnly(2026, 11, 30), register.Municipality!.ExtractDay);

        var (next, again) = await site.Upload(newer);
        var name = again.QuerySelector("input[name=traek]")!.GetAttribute("value")!;
        await site.Confirm(next, ("traek", name));
        var left = Assert.Single((await site.Seen()).Children.SelectMany(c => c.Cases));
        Assert.Equal(new DateOnly(2024, 1, 2), left.OpenedOn);

        var (_, third) = await site.Upload(newer);
        Assert.Empty(third.QuerySelectorAll("input[name=traek]"));
        Assert.False(CanStore(third));
    }

    [Fact]
    public async Task All_vanished_rows_can_be_withdrawn_with_one_tick()
    {
        await using var site = await OwnSite.Open();
        await site.Import(Sent.Csv());
        var (url, _) = await site.Upload(Sent.Csv(("sager.csv", "SagId;BarnId;Åbnet;Lukket\nS3;B1;2026-01-02;\n")));
        await site.Confirm(url, ("traek-alle", "ja"));
        Assert.Equal(new DateOnly(2026, 1, 2), Assert.Single((await site.Seen()).Children.SelectMany(c => c.Cases)).OpenedOn);
    }

    [Theory]
    [InlineData("990;Prøvekøbing;2026-09-30", "Et ældre udtræk kan læses ind i en ny datamappe")]
    [InlineData("991;Nabokøbing;2026-11-30", "Udtrækket er fra kommune 991, men databasen er kommune 990")]
    public async Task An_older_extract_and_another_municipalitys_are_refused(string municipality, string said)
    {
        await using var site = await OwnSite.Open();
        await site.Import(Sent.Csv());
        var head = site.Database.HeadNo;
        var (url, page) = await site.Upload(Sent.Csv(("kommune.csv", "Kommunenr;Navn;Opgørelsesdato\n" + municipality + "\n")));
        Assert.Contains(said, Notice(page), StringComparison.Ordinal);
        Assert.False(CanStore(page));
        await site.Confirm(url);
        Assert.Equal(head, site.Database.HeadNo);
    }

    [Fact]
    public async Task An_extract_without_its_municipality_asks_for_the_day_and_keeps_what_was_typed()
    {
        await using var site = await OwnSite.Open();
        var (url, page) = await site.Upload(Sent.Csv(("kommune.csv", null)));
        Assert.Contains("Skriv, hvilken dag det beskriver", Notice(page), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("label[for=dag]"));
        foreach (var typed in new[] { "31-02-2026", "i går", "", "<b>", "0001-01-01", "31-12-9999" })
        {
            var (status, again, _) = await site.Post(url + "/dag", ("dag", typed));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            var field = again.QuerySelector("input[name=dag]")!;
            Assert.Equal(typed, field.GetAttribute("value") ?? "");
            Assert.Equal("true", field.GetAttribute("aria-invalid"));
            Assert.Equal(field.GetAttribute("aria-describedby"), again.QuerySelector(".field-error")!.Id);
        }
        await site.Post(url + "/dag", ("dag", "31-10-2026"));
        var preview = await site.Settled(url);
        Assert.Contains("31. oktober 2026", Words(preview), StringComparison.Ordinal);
        await site.Confirm(url);
        Assert.Equal(new DateOnly(2026, 10, 31), (await site.Seen()).Municipality!.ExtractDay);
    }

    [Fact]
    public async Task The_day_may_be_given_with_the_files_and_a_bad_one_is_kept_for_correction()
    {
        await using var site = await OwnSite.Open();
        var (status, page, _) = await site.Send(Sent.Csv(("kommune.csv", null)), day: "31-02-2026");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("»31-02-2026« er ikke en dato", Notice(page), StringComparison.Ordinal);
        Assert.Equal("31-02-2026", page.QuerySelector("#dag")!.GetAttribute("value"));
        Assert.Empty(site.Uploads);
        var (_, preview) = await site.Upload(Sent.Csv(("kommune.csv", null)), day: "31.10.2026");
        Assert.Contains("31. oktober 2026", Words(preview), StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[], string> Unreadable =>
        new()
        {
            { "udtræk.pdf", "%PDF-1.7"u8.ToArray(), "»udtræk.pdf« kan ikke læses. Vælg .csv, .zip eller .xlsx." },
            { "udtræk", "BarnId"u8.ToArray(), "»udtræk« kan ikke læses" },
            { "boern.csv.exe", "MZ"u8.ToArray(), "»boern.csv.exe« kan ikke læses" },
            { "boern.csv", [], "Vælg mindst én fil, der ikke er tom." },
        };

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task What_is_no_extract_is_refused_at_once_in_Danish(string name, byte[] bytes, string said)
    {
        await using var site = await OwnSite.Open();
        var (status, page, _) = await site.Send([(name, bytes)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(said, Notice(page), StringComparison.Ordinal);
        Assert.Equal("alert", page.QuerySelector(".notice")!.GetAttribute("role"));
        Assert.Empty(site.Uploads);
    }

    [Fact]
    public async Task Nothing_chosen_is_said()
    {
        await using var site = await OwnSite.Open();
        var (status, page, _) = await site.Send([]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Vælg mindst én fil", Notice(page), StringComparison.Ordinal);
    }

    static byte[] Bomb()
    {
        var bytes = new byte[8 << 20];
        "BarnId;Fornavn;Efternavn;Fødselsdato;Målgruppe\n"u8.CopyTo(bytes);
        for (var i = 64; i < bytes.Length; i++)
            bytes[i] = i % 64 == 0 ? (byte)'\n' : (byte)';';
        return Sent.Zip([
            ("kommune.csv", Encoding.UTF8.GetBytes(Sent.Municipality)),
            ("boern.csv", bytes),
            ("sager.csv", Encoding.UTF8.GetBytes(Sent.Cases)),
        ])[0].Bytes;
    }

    static byte[] Upwards() => Sent.Zip([("../boern.csv", Encoding.UTF8.GetBytes(Sent.Children))])[0].Bytes;

    static byte[] Crowded() => Sent.Zip(Enumerable.Range(0, 250).Select(i => ($"fil{i}.csv", "a;b\n"u8.ToArray())))[0].Bytes;

    static byte[] NoCsv() => Sent.Zip([("læs mig.txt", "hej"u8.ToArray())])[0].Bytes;

    static byte[] Cut() => Sent.Zip(Sent.Csv())[0].Bytes[..200];

    public static TheoryData<string, byte[], string> BadPackages =>
        new()
        {
            { "bombe.zip", Bomb(), "gange så meget pakket ud" },
            { "op.zip", Upwards(), "ugyldig sti" },
            { "mange.zip", Crowded(), "har flere end 200 filer" },
            { "tekst.zip", NoCsv(), "har ingen CSV-filer" },
            { "kort.zip", Cut(), "beskadiget" },
            { "falsk.zip", "dette er ikke en zip"u8.ToArray(), "ikke en zip-fil" },
            { "falsk.xlsx", "dette er ikke et regneark"u8.ToArray(), "ikke en zip-fil eller en Excel-fil" },
        };

    [Theory]
    [MemberData(nameof(BadPackages))]
    public async Task A_package_that_is_broken_or_a_trap_is_refused_in_Danish_and_nothing_is_stored(string name, byte[] bytes, string said)
    {
        await using var site = await OwnSite.Open();
        var (url, page) = await site.Upload([(name, bytes)]);
        Assert.Contains(said, Words(page), StringComparison.Ordinal);
        Assert.False(CanStore(page));
        // The folder's own path is nobody's business.
        Assert.DoesNotContain(site.Folder, page.DocumentElement.TextContent, StringComparison.Ordinal);
        await site.Confirm(url);
        Assert.Equal(0, site.Database.HeadNo);
    }

    [Fact]
    public async Task Two_files_of_one_name_are_refused_so_that_none_is_lost_in_silence()
    {
        await using var site = await OwnSite.Open();
        var (status, page, _) = await site.Send([.. Sent.Csv(), ("boern.csv", Encoding.UTF8.GetBytes(Sent.Children))]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("»boern.csv«", Notice(page), StringComparison.Ordinal);
        Assert.Empty(site.Uploads);
    }

    [Fact]
    public async Task A_file_name_with_a_path_stays_inside_the_upload()
    {
        await using var site = await OwnSite.Open();
        var (_, page) = await site.Upload(Sent.Csv().Select(f => ("../../" + f.Name, f.Bytes)));
        Assert.True(CanStore(page));
        Assert.Equal(3, Directory.GetFiles(Assert.Single(site.Uploads)).Length);
        Assert.Contains("boern.csv", Words(page), StringComparison.Ordinal);
        Assert.DoesNotContain("../", Words(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_without_the_forms_token_is_refused_and_leaves_no_file()
    {
        await using var site = await OwnSite.Open();
        var (status, _, _) = await site.Send(Sent.Csv(), withToken: false);
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Empty(site.Uploads);
    }

    [Fact]
    public async Task The_files_are_gone_after_the_confirm_and_after_the_regret()
    {
        await using var site = await OwnSite.Open();
        var (first, _) = await site.Upload(Sent.Csv());
        Assert.Single(site.Uploads);
        var (_, back, url) = await site.Post(first + "/fortryd");
        Assert.Equal("/import", url.AbsolutePath);
        Assert.NotNull(back.QuerySelector("#filer"));
        Assert.Empty(site.Uploads);
        var (gone, _, _) = await site.Get(first);
        Assert.Equal(HttpStatusCode.NotFound, gone);
        Assert.Equal(0, site.Database.HeadNo);

        await site.Import(Sent.Csv());
        Assert.Empty(site.Uploads);
    }

    [Fact]
    public async Task The_files_are_gone_after_a_day_by_themselves()
    {
        var clock = new HandClock();
        await using var site = await OwnSite.Open(clock);
        var (url, _) = await site.Upload(Sent.Csv());
        clock.Move(TimeSpan.FromHours(23));
        await Task.Delay(100);
        Assert.Single(site.Uploads);
        clock.Move(TimeSpan.FromHours(1));
        for (var i = 0; i < 1200 && site.Uploads.Length > 0; i++)
            await Task.Delay(25);
        Assert.Empty(site.Uploads);
        // So is the session of who sent them.
        var (status, _, _) = await site.Get(url);
        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    [Fact]
    public async Task The_files_are_their_owners_alone()
    {
        if (OperatingSystem.IsWindows())
            return;
        await using var site = await OwnSite.Open();
        await site.Upload(Sent.Csv());
        var folder = Assert.Single(Directory.GetDirectories(Path.Combine(site.Database.DataFolder, "uploads")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        foreach (var file in Directory.GetFiles(folder))
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
    }

    [Fact]
    public async Task Files_that_an_earlier_process_left_are_gone_at_start()
    {
        await using var site = await OwnSite.Open(before: folder =>
        {
            var left = Directory.CreateDirectory(Path.Combine(folder, "uploads", "0123456789abcdef"));
            File.WriteAllText(Path.Combine(left.FullName, "boern.csv"), Sent.Children);
            File.WriteAllText(Path.Combine(folder, "uploads", "0123.tmp"), Sent.Children);
        });
        // Before anybody is let in: afterwards it would be what somebody has just sent.
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(site.Folder, "uploads")));
    }

    /// <summary>Everything in a folder that can be opened, as it lies on disk.</summary>
    static IEnumerable<string> Readable(string folder, params string[] words)
    {
        foreach (var file in Directory.GetFiles(folder, "*", SearchOption.AllDirectories))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            foreach (var word in words)
                if (bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0)
                    yield return $"{word} in {file}";
        }
    }

    [Fact]
    public async Task Nothing_of_an_upload_is_readable_on_disk_while_it_waits()
    {
        await using var site = await OwnSite.Open();
        // Larger than what a form keeps in memory, so that it lies on disk on the way too.
        var many = string.Concat(Enumerable.Range(3, 4000).Select(i => $"B{i};Zebrastribe{i};Giraffen;2014-05-06;udsat\n"));
        var (url, page) = await site.Upload(Sent.Csv(("boern.csv", Sent.Children + many)));
        Assert.True(CanStore(page), Words(page));
        Assert.Contains(Directory.GetFiles(Assert.Single(site.Uploads)), f => new FileInfo(f).Length > 100_000);
        // Nor what the files are called.
        Assert.DoesNotContain(
            Directory.GetFileSystemEntries(site.Folder, "*", SearchOption.AllDirectories),
            f => f.Contains("boern", StringComparison.Ordinal) || f.EndsWith(".csv", StringComparison.Ordinal)
        );
        Assert.Empty(Readable(site.Folder, "Zebrastribe", "Giraffen", "Prøvekøbing", "boern.csv"));
        // What the form was held in on the way has no name and is gone.
        Assert.Empty(Directory.GetFiles(Path.Combine(site.Folder, "uploads")));
        await site.Confirm(url);
        Assert.Equal(4002, (await site.Seen()).Children.Count);
        Assert.Empty(site.Uploads);

        // A workbook in a zip is unpacked on the way, and a zip lies as it came.
        var (_, zipped) = await site.Upload(
            Sent.Zip(Sent.Csv(("boern.csv", Sent.Children.Replace("Ida", "Zebrastribe", StringComparison.Ordinal))))
        );
        Assert.Equal("Det vil ske", zipped.QuerySelector("h1")!.TextContent);
        Assert.Empty(Readable(Path.Combine(site.Folder, "uploads"), "Zebrastribe", "boern.csv", "PK\u0003\u0004"));
    }

    [Fact]
    public async Task A_large_file_on_any_form_comes_whole_through_the_seal()
    {
        await using var site = await OwnSite.Open();
        var rows = string.Concat(Enumerable.Range(3, 20_000).Select(i => $"B{i};Æble{i};Ørn;2014-05-06;udsat\n"));
        var (_, page) = await site.Upload(Sent.Csv(("boern.csv", Sent.Children + rows)));
        Assert.Equal("20.002 20.002 0 0 0 0 0", Compared(page, "boern.csv"));
        Assert.Contains("Ingen fejl", Words(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_full_disk_is_said_in_Danish_and_the_database_is_as_it_was()
    {
        await using var site = await OwnSite.Open(room: 60);
        var (url, page) = await site.Upload(Sent.Zip(Sent.Example("lergaard")));
        Assert.True(CanStore(page));
        var failed = await site.Confirm(url);
        Assert.Equal("Det gik ikke", failed.QuerySelector("h1")!.TextContent);
        Assert.Contains("Der er ikke plads nok på disken. Intet er gemt", Notice(failed), StringComparison.Ordinal);
        Assert.Equal(0, site.Database.HeadNo);
        Assert.Empty(Imports.List(site.Database));
        Assert.Empty(site.Uploads);
        // A small extract still fits.
        await site.Import(Sent.Csv());
        Assert.Equal(2, (await site.Seen()).Children.Count);
    }

    [Fact]
    public async Task Nobody_sees_what_another_person_uploaded()
    {
        await using var site = await OwnSite.Open();
        var uploads = site.Services.GetRequiredService<Uploads>();
        var theirs = uploads.Start("leder");
        foreach (var (name, bytes) in Sent.Csv())
            await using (var file = uploads.Create(theirs, name))
                await file.WriteAsync(bytes, TestContext.Current.CancellationToken);
        uploads.Read(theirs);
        for (var i = 0; i < 1200 && theirs.Working; i++)
            await Task.Delay(25);
        Assert.Equal(UploadState.Ready, theirs.State);
        var url = "/import/" + theirs.Id;
        foreach (var page in new[] { url, url + "/problemer.csv" })
            Assert.Equal(HttpStatusCode.NotFound, (await site.Get(page)).Status);
        foreach (var act in new[] { "/gem", "/dag", "/laeg-til-side", "/kortlaegning" })
            Assert.Equal(HttpStatusCode.NotFound, (await site.Post(url + act, ("dag", "31-10-2026"), ("laest", "ja"))).Status);
        await site.Post(url + "/fortryd");
        Assert.True(Directory.Exists(theirs.Folder));
        Assert.Equal(UploadState.Ready, theirs.State);
        Assert.Equal(0, site.Database.HeadNo);
    }

    [Fact]
    public async Task A_button_pressed_many_times_stores_once()
    {
        await using var site = await OwnSite.Open();
        var (url, _) = await site.Upload(Sent.Csv());
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => site.Post(url + "/gem")));
        var done = await site.Settled(url);
        Assert.Equal("Udtrækket er gemt", done.QuerySelector("h1")!.TextContent);
        Assert.Single(Imports.List(site.Database));
    }

    [Fact]
    public async Task What_another_process_stored_meanwhile_is_compared_again()
    {
        await using var site = await OwnSite.Open();
        var (first, _) = await site.Upload(Sent.Csv());
        var (second, _) = await site.Upload(Sent.Csv(("boern.csv", Sent.Children + "B3;Per;Lund;2014-09-06;udsat\n")));
        await site.Confirm(second);
        var done = await site.Confirm(first);
        // B3 is kept: a row that vanished is withdrawn by choice alone.
        Assert.Contains("Intet er ændret", Words(done), StringComparison.Ordinal);
        Assert.Equal(3, (await site.Seen()).Children.Count);
    }
}
