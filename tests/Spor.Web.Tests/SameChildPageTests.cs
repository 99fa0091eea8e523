using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Verbs;
using Spor.Web.Case.FileAccess;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>One child that stands twice: found from Datakvalitet, compared, merged, reached by both addresses, and parted again.</summary>
public sealed class SameChildPageTests : IAsyncLifetime
{
    // A child of the extract stands there once more, with a case of its own.
    readonly Site site = new()
    {
        EditExtract = dir =>
        {
            var children = Path.Combine(dir, "boern.csv");
            var cases = Path.Combine(dir, "sager.csv");
            var caseHead = File.ReadAllLines(cases)[0].Split(';');
            // A closed case opens on a stated reason alone, so one that is worked on.
            var open = File.ReadLines(cases).Skip(1).Select(l => l.Split(';')).First(c => c[Array.IndexOf(caseHead, "Lukket")].Length == 0);
            var lines = File.ReadAllLines(children);
            var head = lines[0].Split(';');
            var first = lines.Select(l => l.Split(';')).First(l => l[0] == open[Array.IndexOf(caseHead, "BarnId")]);
            string Again(string id) =>
                string.Join(
                    ';',
                    head.Select(
                        (h, i) =>
                            h == "BarnId" ? id
                            : h is "CPR" or "FamilieId" or "Skole" ? ""
                            : first[i]
                    )
                );
            File.AppendAllLines(children, [Again("dobbelt")]);
            File.AppendAllLines(
                cases,
                [
                    string.Join(
                        ';',
                        caseHead.Select(h =>
                            h switch
                            {
                                "SagId" => "dobbeltsag",
                                "BarnId" => "dobbelt",
                                "Åbnet" => "2025-01-02",
                                _ => "",
                            }
                        )
                    ),
                ]
            );
        },
    };

    public ValueTask InitializeAsync() => site.InitializeAsync();

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_leader_merges_two_records_and_both_addresses_lead_to_the_child_until_they_are_parted()
    {
        var head = await site.As("leder");
        var pair = Assert.Single(LikelySame.Pairs(site.Register.Children));
        Assert.Equal(SameBy.NameAndBirthday, pair.By);
        var (one, other) = (site.Register.Children[pair.One].Id, site.Register.Children[pair.Other].Id);
        var count = site.Register.Children.Count;

        // From Datakvalitet to the pair.
        var (_, quality) = await site.Get(head, "/datakvalitet?vis=dobbelt-barn");
        Assert.NotNull(quality.QuerySelector($"main a[href='{Routes.SameChild}']"));
        var (_, pairs) = await site.Get(head, Routes.SameChild);
        var compare = Assert.Single(pairs.QuerySelectorAll("#par tbody tr")).QuerySelector("a[aria-label]")!.GetAttribute("href")!;
        Assert.Equal($"{Routes.SameChildAs(one)}/{other}", compare);
        // And from the child.
        var (_, child) = await site.Get(head, Routes.Child(one));
        Assert.NotNull(child.QuerySelector($"#goer a[href='{Routes.SameChildAs(one)}']"));
        var (_, like) = await site.Get(head, Routes.SameChildAs(one));
        Assert.NotNull(like.QuerySelector($"#ligner a[href='{compare}']"));
        var name = site.Overview.Find(other)!.Child.Name;
        var (_, found, _) = await site.Post(head, Routes.SameChildAs(one), like, [("q", name)]);
        Assert.NotNull(found.QuerySelector($"#fundne a[href='{compare}']"));

        var (status, page) = await site.Get(head, compare);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.DoesNotContain(name, page.Title!, StringComparison.Ordinal);
        var before = site.Database.HeadNo;
        (status, page, _) = await site.Post(head, compare, page, [(MergeFormKeep, "denne")], mustSucceed: false);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, before), (status, site.Database.HeadNo));
        Assert.Contains("Skriv, hvordan du ved det", page.QuerySelector("#fejl")!.TextContent, StringComparison.Ordinal);
        // A form that is open at the other record meanwhile.
        var (_, note) = await site.Get(head, Routes.Child(other) + "/notat");
        (status, page, var url) = await site.Post(head, compare, page, [(MergeFormKeep, "denne"), ("Why", "Samme barn ifølge moren")]);
        Assert.Equal((HttpStatusCode.OK, Routes.Child(one)), (status, url.AbsolutePath));
        Assert.Contains("lagt sammen", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(count - 1, site.Register.Children.Count);

        // The old address, also deep in it, and what was typed there.
        foreach (var under in new[] { "", "/historik", "/journal" })
        {
            var answer = await head.GetAsync(new Uri(Routes.Child(other) + under, UriKind.Relative));
            Assert.Equal(Routes.Child(one) + under, answer.RequestMessage!.RequestUri!.AbsolutePath);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
        (status, _, url) = await site.Post(
            head,
            Routes.Child(other) + "/notat",
            note,
            [("On", Form.Iso(site.Today)), ("Kind", Cases.NoteKind.Meeting.Danish()), ("Body", "Skrevet imens")]
        );
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.StartsWith(Routes.Child(one), url.AbsolutePath, StringComparison.Ordinal);
        Assert.Single(site.Overview.Find(one)!.File.Notes);
        var history = await site.History(head, one);
        Assert.Contains("Lagde to registreringer af barnet sammen", history, StringComparison.Ordinal);
        Assert.Contains("1 oplysning fulgte med over.", history, StringComparison.Ordinal);
        Assert.DoesNotContain("Ændringen vises ikke her", history, StringComparison.Ordinal);
        var (_, none) = await site.Get(head, Routes.SameChild);
        Assert.Empty(none.QuerySelectorAll("#par tbody tr"));
        // Whoever saw either has seen the child.
        var (_, looks) = await site.Get(head, Routes.Child(one) + "/hvem-har-set");
        Assert.NotEmpty(looks.QuerySelectorAll("main table tbody tr"));

        var (_, merged) = await site.Get(head, Routes.SameChildAs(one));
        var part = merged.QuerySelector("#lagt-sammen a")!.GetAttribute("href")!;
        (_, page) = await site.Get(head, part);
        var since = page.QuerySelectorAll("main input[type=checkbox][name=Rows]").Select(i => i.GetAttribute("value")!).ToList();
        Assert.Single(since);
        (status, _, url) = await site.Post(head, part, page, [("Rows", since[0]), ("Why", "Det var to")]);
        Assert.Equal((HttpStatusCode.OK, count), (status, site.Register.Children.Count));
        Assert.Equal((0, 1), (site.Overview.Find(one)!.File.Notes.Length, site.Overview.Find(other)!.File.Notes.Length));
        foreach (var record in new[] { one, other })
        {
            history = await site.History(head, record);
            Assert.Contains("Skilte to registreringer ad igen", history, StringComparison.Ordinal);
            Assert.Contains("gik tilbage til den anden registrering.", history, StringComparison.Ordinal);
            // What went over and back was never put right.
            Assert.DoesNotContain("blev rettet", history, StringComparison.Ordinal);
        }
        Assert.Equal(HttpStatusCode.OK, (await site.Get(head, Routes.Child(other))).Status);
        Assert.Equal([], Replay.Check(site.Database).Differences);

        // A caseworker comes to none of it.
        var worker = await site.As(site.CaseworkerKeys[0]);
        foreach (var shut in new[] { Routes.SameChild, Routes.SameChildAs(one), compare })
            Assert.Equal(HttpStatusCode.Forbidden, (await site.Get(worker, shut)).Status);
    }

    Done Do<C>(C command)
        where C : class, ICommand<C>
    {
        var done = site
            .Services.GetRequiredService<Acts>()
            .Do(command, Author.Program("test"), site.Services.GetRequiredService<Municipality>().ClockOf(site.Register));
        Assert.True(done.Saved, string.Join(", ", done.Refusals.Select(r => r.Code)));
        return done;
    }

    [Fact]
    public async Task The_familys_package_holds_both_records_and_a_notification_that_stood_in_both_is_taken_back_once()
    {
        var head = await site.As("leder");
        var pair = Assert.Single(LikelySame.Pairs(site.Register.Children));
        var (one, other) = (site.Register.Children[pair.One].Id, site.Register.Children[pair.Other].Id);
        var had = site.Overview.Find(one)!.File.Notifications.Length;
        foreach (var record in new[] { one, other })
        {
            Do(
                new Notifications.ReceiveNotification(
                    site.Today.ToDateTime(new(0, 5)),
                    Notifications.Notifier.School,
                    "Rektor",
                    "12345678",
                    [record],
                    [],
                    false,
                    "skole",
                    "Den samme bekymring fra skolen",
                    [new("brev.txt", "text/plain; charset=utf-8", new(Encoding.UTF8.GetBytes("Brev i registrering " + record)))],
                    true
                )
            );
            Do(new Cases.WriteNote(record, site.Today, Cases.NoteKind.Meeting, "Titel", "Notat i registrering " + record));
        }
        Do(new MergeRecords(one, other, "Samme barn ifølge moren", Sure: true));
        var twice = site.Overview.Find(one)!.File.Notifications.Where(n => n.ReceivedAt == site.Today.ToDateTime(new(0, 5))).ToList();
        Assert.Equal((2, had + 2), (twice.Count, site.Overview.Find(one)!.File.Notifications.Length));

        var (_, form) = await site.Get(head, FileAccessEndpoints.OfChild(one));
        await site.Post(head, FileAccessEndpoints.OfChild(one), form, [("AskedBy", "Moren"), ("ReceivedOn", Form.Iso(site.Today))]);
        var request = Assert.Single(new ChildReader(site.Database).Read(one)!.Of<Cases.FileAccessFact>());
        var (_, page) = await site.Get(head, FileAccessEndpoints.One(one, request.Id));
        var token = page.QuerySelector("form[action$=pakke] input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using var asked = new FormUrlEncodedContent([
            new("__RequestVerificationToken", token),
            .. page.QuerySelectorAll("input[name=med]").Select(i => new KeyValuePair<string, string>("med", i.GetAttribute("value")!)),
            new("ord", ""),
        ]);
        using var answer = await head.PostAsync(new Uri(FileAccessEndpoints.One(one, request.Id) + "/pakke", UriKind.Relative), asked);
        using var zip = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
        string Of(Stream stream)
        {
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return reader.ReadToEnd();
        }
        using var inner = new ZipArchive(new MemoryStream(await Bytes(zip.GetEntry("akter.docx")!)));
        var words = Of(inner.GetEntry("word/document.xml")!.Open());
        var files = string.Join(
            '\n',
            zip.Entries.Where(e => e.FullName.StartsWith("bilag/", StringComparison.Ordinal)).Select(e => Of(e.Open()))
        );
        foreach (var record in new[] { one, other })
        {
            Assert.Contains("Notat i registrering " + record, words, StringComparison.Ordinal);
            Assert.Contains("Brev i registrering " + record, files, StringComparison.Ordinal);
        }

        // What stands twice is taken back as any other mistake; the one that is left stays, and the record holds together.
        Do(
            new Corrections.WithdrawFact(
                one,
                "notification",
                twice[1].Id,
                WithDependents: true,
                "Den stod i begge registreringer",
                EffectsSeen: true
            )
        );
        Assert.Equal(had + 1, site.Overview.Find(one)!.File.Notifications.Length);
        Assert.Equal([], Replay.Check(site.Database).Differences);
    }

    static async Task<byte[]> Bytes(ZipArchiveEntry entry)
    {
        using var copy = new MemoryStream();
        await using var from = entry.Open();
        await from.CopyToAsync(copy);
        return copy.ToArray();
    }

    const string MergeFormKeep = Case.SameChild.MergeForm.Keep;
}
