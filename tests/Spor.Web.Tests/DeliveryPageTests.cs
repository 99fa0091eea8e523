using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using AngleSharp.Dom;
using Microsoft.Extensions.DependencyInjection;
using Spor.Exchange.Deliveries;
using Spor.Exchange.Import;
using Spor.Storage;
using Spor.Web.Exchange.Deliveries;

namespace Spor.Web.Tests;

/// <summary>What another system delivers: with a key or through a folder, read at once, and taken in by one press.</summary>
public sealed class DeliveryPageTests(Site example)
{
    const string Ledger = "Konto;Måned;Beløb\n5.28.22.002;2026-09;1000,50\n5.28.22.002;2026-10;2000\n";

    static string Words(IDocument page) => page.QuerySelector("main")!.TextContent;

    static async Task<(string Secret, long Id)> Key(OwnSite site, params string[] tables)
    {
        var (status, page, _) = await site.Post(
            "/leverancer/noegler",
            [
                (nameof(AddDeliveryKey.Sender), "Økonomisystemet"),
                (nameof(AddDeliveryKey.From), "2020-01-01"),
                .. tables.Select(t => (nameof(AddDeliveryKey.Tables), t)),
            ]
        );
        Assert.Equal(HttpStatusCode.OK, status);
        var secret = page.QuerySelector("#noegle code")!.TextContent;
        return (secret, site.Register.Of<DeliveryKeyFact>().Max(k => k.Id));
    }

    static async Task<(HttpStatusCode Status, JsonElement Told)> Send(
        OwnSite site,
        string? secret,
        string name,
        string text,
        string? query = null,
        HttpMethod? method = null
    )
    {
        using var stranger = site.Stranger();
        using var request = new HttpRequestMessage(method ?? HttpMethod.Post, $"/api/levering/{name}{query}");
        if (secret is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", secret);
        if (method is null)
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(text));
        using var answer = await stranger.SendAsync(request);
        return (answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }

    /// <summary>What the sender is told when it asks, once the background has done its part.</summary>
    static async Task<string> State(OwnSite site, string secret, string id)
    {
        for (var i = 0; i < 1200; i++)
        {
            var (status, told) = await Send(site, secret, id, "", method: HttpMethod.Get);
            Assert.Equal(HttpStatusCode.OK, status);
            if (told.GetProperty("tilstand").GetString() is { } state and not "læses")
                return state;
            await Task.Delay(25);
        }
        throw new TimeoutException("It was never read");
    }

    static string[] Kept(OwnSite site) =>
        Directory.Exists(Path.Combine(site.Folder, "deliveries")) ? Directory.GetDirectories(Path.Combine(site.Folder, "deliveries")) : [];

    [Fact]
    public async Task The_ledger_comes_with_a_key_is_shown_before_anything_is_stored_and_taken_in_with_one_press()
    {
        await using var site = await OwnSite.Open();
        await site.Import(Sent.Csv());
        var (secret, _) = await Key(site, "budget", "regnskab");
        var head = site.Database.HeadNo;
        var (status, told) = await Send(site, secret, "regnskab.csv", Ledger);
        Assert.Equal(HttpStatusCode.Accepted, status);
        var id = told.GetProperty("levering").GetString()!;
        Assert.Equal("venter på at blive taget ind", await State(site, secret, id));
        Assert.Equal(head, site.Database.HeadNo);
        var folder = Assert.Single(Kept(site));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal((UnixFileMode)0b111_000_000, File.GetUnixFileMode(folder));
            Assert.Equal((UnixFileMode)0b110_000_000, File.GetUnixFileMode(Assert.Single(Directory.GetFiles(folder))));
        }
        // Sealed while it waits.
        Assert.True((await File.ReadAllBytesAsync(Assert.Single(Directory.GetFiles(folder)))).AsSpan().IndexOf("5.28.22"u8) < 0);

        // The same sent again, because the answer got lost, is the same delivery.
        var (_, again) = await Send(site, secret, "regnskab.csv", Ledger);
        Assert.Equal(id, again.GetProperty("levering").GetString());
        Assert.Single(Kept(site));

        var (_, ladder, _) = await site.Get("/trappen");
        Assert.Contains("Der er kommet en leverance. Den ændrer 2 rækker", Words(ladder), StringComparison.Ordinal);
        Assert.Equal("1", ladder.QuerySelector("nav a[href='/leverancer'] .n")!.TextContent);
        var (_, list, _) = await site.Get("/leverancer");
        Assert.Contains("Økonomisystemet", Words(list), StringComparison.Ordinal);
        Assert.Contains("2 nye rækker og 0 ændrede.", Words(list), StringComparison.Ordinal);
        var form = list.QuerySelector("form[action$='/gem']")!.GetAttribute("action")!;
        await site.Post(form);
        await site.Settled(form[..^"/gem".Length]);
        Assert.Equal("taget ind", await State(site, secret, id));
        Assert.Empty(Kept(site));
        var register = await site.Seen();
        Assert.Equal(300_050, register.Ledger.Sum(l => l.AmountOre));
        // Money says nothing of which day the children stand at.
        Assert.Equal(new DateOnly(2026, 10, 31), register.Municipality!.ExtractDay);
        var (_, after, _) = await site.Get("/leverancer");
        Assert.Contains("Der venter ingen leverancer", Words(after), StringComparison.Ordinal);
        Assert.Contains("Taget ind", after.QuerySelector("table tbody tr")!.TextContent, StringComparison.Ordinal);

        // What brings nothing new needs nobody.
        var (_, third) = await Send(site, secret, "regnskab.csv", Ledger);
        Assert.Equal("intet nyt", await State(site, secret, third.GetProperty("levering").GetString()!));
        // What it is is known a moment before its files are gone.
        for (var i = 0; i < 400 && Kept(site).Length > 0; i++)
            await Task.Delay(25);
        Assert.Empty(Kept(site));
    }

    [Fact]
    public async Task A_key_opens_only_for_its_own_files_and_nothing_else()
    {
        await using var site = await OwnSite.Open();
        await site.Import(Sent.Csv());
        var (secret, id) = await Key(site, "budget");
        var (_, told) = await Send(site, secret, "regnskab.csv", Ledger);
        Assert.Equal("kan ikke læses", await State(site, secret, told.GetProperty("levering").GetString()!));
        var (_, list, _) = await site.Get("/leverancer");
        Assert.Contains("Nøglen må kun levere budget, men leverancen har også regnskab", Words(list), StringComparison.Ordinal);
        Assert.Null(list.QuerySelector("form[action$='/gem']"));

        // Not for the pages.
        using (var stranger = site.Stranger())
        {
            stranger.DefaultRequestHeaders.Authorization = new("Bearer", secret);
            using var answer = await stranger.GetAsync(new Uri("/leverancer", UriKind.Relative));
            Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        }
        // Only its hash is anywhere.
        Assert.Equal(DeliveryKey.HashOf(secret), site.Register.Of<DeliveryKeyFact>().Single().KeyHash);
        var (_, page, _) = await site.Get("/leverancer/noegler");
        Assert.DoesNotContain(secret, page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        foreach (var file in Directory.GetFiles(site.Folder, "*", SearchOption.AllDirectories))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            Assert.True(bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, file);
        }

        await site.Post($"/leverancer/noegler/{id}/spaer");
        await site.Seen();
        var (status, refused) = await Send(site, secret, "budget.csv", Ledger);
        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Contains("spærret", refused.GetProperty("fejl").GetString(), StringComparison.Ordinal);
        var (_, after, _) = await site.Get("/leverancer/noegler");
        Assert.Contains("Spærret", Words(after), StringComparison.Ordinal);
        Assert.Contains(
            site.Services.GetRequiredService<AccessLog>().Read(),
            l => l.Kind == LookKinds.Refused && l.Subject.Contains($"leverancenøgle {id} åbner ikke", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Who_guesses_keys_waits_and_stands_in_the_log()
    {
        await using var site = await OwnSite.Open();
        await site.Import(Sent.Csv());
        var (secret, _) = await Key(site, "regnskab");
        for (var i = 0; i < DeliveryApi.Failures; i++)
            Assert.Equal(HttpStatusCode.Unauthorized, (await Send(site, "spor_" + i, "regnskab.csv", Ledger)).Status);
        // From there not even the right one, until the minute is over.
        var (status, _) = await Send(site, secret, "regnskab.csv", Ledger);
        Assert.True(status is HttpStatusCode.TooManyRequests or HttpStatusCode.Accepted);
        Assert.Equal(
            DeliveryApi.Failures,
            site.Services.GetRequiredService<AccessLog>()
                .Read()
                .Count(l => l.Subject.Contains("ukendt leverancenøgle", StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task A_delivery_is_there_after_a_restart_and_is_turned_away_only_by_a_tick()
    {
        await using var site = await OwnSite.Open();
        await site.Import(Sent.Csv());
        var (secret, _) = await Key(site, "boern", "sager");
        var (_, told) = await Send(site, secret, "boern.csv", Sent.Children.Replace("Holm", "Lind", StringComparison.Ordinal));
        var id = told.GetProperty("levering").GetString()!;
        await State(site, secret, id);

        // As a new process finds it.
        var arrivals = new Web.Access.Arrivals();
        var uploads = site.Services.GetRequiredService<Web.Exchange.Import.Uploads>();
        var found = new Delivered(site.Database, uploads, arrivals, site.Services.GetRequiredService<Municipality>(), TimeProvider.System);
        found.Begin();
        Assert.Equal(DeliveryState.Waiting, Assert.Single(found.All()).State);
        Assert.Equal("venter på at blive taget ind", await State(site, secret, id));

        var (status, untouched, _) = await site.Post($"/leverancer/{id}/afvis");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("Sæt kryds ved", Words(untouched), StringComparison.Ordinal);
        Assert.Single(Kept(site));
        await site.Post($"/leverancer/{id}/afvis", ("slet", "ja"));
        Assert.Empty(Kept(site));
        Assert.Equal("afvist", await State(site, secret, id));
        Assert.DoesNotContain((await site.Seen()).Children, c => c.Child.Name?.Contains("Lind", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task What_came_before_files_were_sealed_is_sealed_at_the_start_and_read_as_before()
    {
        await using var site = await OwnSite.Open();
        await site.Import(Sent.Csv());
        var (secret, _) = await Key(site, "regnskab");
        var (_, told) = await Send(site, secret, "regnskab.csv", Ledger);
        var id = told.GetProperty("levering").GetString()!;
        await State(site, secret, id);
        var folder = Assert.Single(Kept(site));
        var file = Assert.Single(Directory.GetFiles(folder));
        Assert.DoesNotContain("regnskab", file, StringComparison.Ordinal);
        File.Delete(file);
        var before = Path.Combine(folder, "regnskab.csv");
        await File.WriteAllTextAsync(before, Ledger);
        var uploads = site.Services.GetRequiredService<Web.Exchange.Import.Uploads>();
        var municipality = site.Services.GetRequiredService<Municipality>();
        void Start() => new Delivered(site.Database, uploads, new Web.Access.Arrivals(), municipality, TimeProvider.System).Begin();
        Start();
        Assert.Equal("venter på at blive taget ind", await State(site, secret, id));
        Assert.Equal(file, Assert.Single(Directory.GetFiles(folder)));
        var lies = await File.ReadAllBytesAsync(file);
        Assert.True(lies.AsSpan().IndexOf("5.28.22"u8) < 0 && lies.AsSpan().IndexOf("regnskab"u8) < 0);
        // Spor was stopped half through.
        await File.WriteAllTextAsync(before + ".unsealed", Ledger);
        await File.WriteAllTextAsync(file, "SPORNAME");
        Start();
        Assert.Equal("venter på at blive taget ind", await State(site, secret, id));
        Assert.Equal(file, Assert.Single(Directory.GetFiles(folder)));
        // And before their names were.
        File.Delete(file);
        await using (var older = new SealedWriteStream(File.Create(before), site.Database.Keys.WaitingKey))
            older.Write(Encoding.UTF8.GetBytes(Ledger));
        Start();
        Assert.Equal("venter på at blive taget ind", await State(site, secret, id));
        Assert.Equal(file, Assert.Single(Directory.GetFiles(folder)));
    }

    [Fact]
    public async Task At_night_what_waits_is_compared_with_what_Spor_knows_then()
    {
        var clock = new HandClock();
        await using var site = await OwnSite.Open(clock);
        await site.Import(Sent.Csv());
        var (secret, _) = await Key(site, "regnskab");
        var (_, told) = await Send(site, secret, "regnskab.csv", Ledger);
        var id = told.GetProperty("levering").GetString()!;
        Assert.Equal("venter på at blive taget ind", await State(site, secret, id));
        // The same comes another way, and the message still says what it said when it came.
        await site.Import(Sent.Csv(("regnskab.csv", Ledger)));
        var (_, list, _) = await site.Get("/leverancer");
        Assert.Contains("2 nye rækker", Words(list), StringComparison.Ordinal);
        Assert.Contains("igen hver nat kl. 03.00", Words(list), StringComparison.Ordinal);
        var uploads = site.Services.GetRequiredService<Web.Exchange.Import.Uploads>();
        var read = uploads.FindSent(id)!.ReadAt;

        // 2.30 by Danish clocks, and then 3.30.
        clock.Move(TimeSpan.FromHours(17.5));
        await Task.Delay(200);
        Assert.Equal(read, uploads.FindSent(id)!.ReadAt);
        clock.Move(TimeSpan.FromHours(1));
        Assert.Equal("intet nyt", await Until("intet nyt", site, secret, id));
    }

    static async Task<string> Until(string wanted, OwnSite site, string secret, string id)
    {
        for (var i = 0; i < 400; i++, await Task.Delay(25))
            if (await State(site, secret, id) is var state && state == wanted)
                return state;
        return await State(site, secret, id);
    }

    [Fact]
    public async Task A_controller_sees_on_the_economy_page_what_the_ledger_would_change_and_takes_it_in_with_one_press()
    {
        await using var own = new Site();
        await own.InitializeAsync();
        var admin = await own.As("administrator");
        var (status, keys) = await own.Get(admin, "/leverancer/noegler");
        Assert.Equal(HttpStatusCode.OK, status);
        var (_, made, _) = await own.Post(
            admin,
            "/leverancer/noegler",
            keys,
            [
                (nameof(AddDeliveryKey.Sender), "Økonomisystemet"),
                (nameof(AddDeliveryKey.From), "2020-01-01"),
                (nameof(AddDeliveryKey.Tables), "regnskab"),
            ]
        );
        var secret = made.QuerySelector("#noegle code")!.TextContent;
        using var system = own.Stranger(follow: false);
        system.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        using var ledger = new ByteArrayContent(Encoding.UTF8.GetBytes(Ledger));
        using var sent = await system.PostAsync(new Uri("/api/levering/regnskab.csv", UriKind.Relative), ledger);
        Assert.Equal(HttpStatusCode.Accepted, sent.StatusCode);

        var controller = await own.As("controller");
        IDocument page;
        for (var i = 0; ; i++)
        {
            (_, page) = await own.Get(controller, "/oekonomi");
            if (page.QuerySelector("main .notice a[href='/leverancer']") is not null || i == 400)
                break;
            await Task.Delay(25);
        }
        Assert.Contains("Der er kommet en leverance. Den ændrer", Words(page), StringComparison.Ordinal);
        var (_, list) = await own.Get(controller, "/leverancer");
        var take = list.QuerySelector("form[action$='/gem']")!.GetAttribute("action")!;
        await own.Post(controller, take, list, []);
        for (var i = 0; i < 400; i++, await Task.Delay(25))
            if (Words((await own.Get(controller, "/leverancer")).Page).Contains("Taget ind", StringComparison.Ordinal))
                break;
        Assert.Contains("Taget ind", Words((await own.Get(controller, "/leverancer")).Page), StringComparison.Ordinal);
        // What lies on the controller's page is gone, and the money is there.
        Assert.DoesNotContain("Der er kommet en leverance", Words((await own.Get(controller, "/oekonomi")).Page), StringComparison.Ordinal);
        Assert.Contains(own.Register.Ledger, l => l.AmountOre == 100_050 && l.Account == "5.28.22.002");
    }

    [Fact]
    public async Task Bad_requests_are_told_in_Danish_and_keep_nothing()
    {
        await using var site = await OwnSite.Open();
        await site.Import(Sent.Csv());
        var (secret, _) = await Key(site, "regnskab");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Send(site, secret, "regnskab.exe", Ledger)).Status);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await Send(site, secret, "..%2Fregnskab.csv", Ledger)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(site, secret, "regnskab.csv", "")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Send(site, secret, "regnskab.csv", Ledger, "?dag=32-13-2026")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await Send(site, secret, "findes-ikke", "", method: HttpMethod.Get)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await Send(site, null, "regnskab.csv", Ledger)).Status);
        Assert.Empty(Kept(site));
        var (status, form, _) = await site.Post("/leverancer/noegler", (nameof(AddDeliveryKey.From), "igår"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains(
            "igår",
            form.QuerySelector($"#felt-{nameof(AddDeliveryKey.From)}")!.GetAttribute("value"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_controller_takes_in_money_and_never_sees_what_holds_children()
    {
        Assert.True(DeliveryScope.IsMoney(["regnskab", "kommune"]));
        Assert.False(DeliveryScope.IsMoney(["regnskab", "indsatser"]));
        Assert.False(DeliveryScope.IsMoney([]));
        var controller = await example.As("controller");
        var (status, page) = await example.Get(controller, "/leverancer");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("Der venter ingen leverancer", Words(page), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await example.Get(controller, "/leverancer/noegler")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await example.Get(controller, "/import")).Status);
        var arrivals = new Web.Access.Arrivals
        {
            Waiting =
            [
                new("a", "Økonomisystemet", default, Money: true, Ready: true, Errors: 0, Rows: 1),
                new("b", "Fagsystemet", default, Money: false, Ready: true, Errors: 0, Rows: 1),
            ],
        };
        Viewer As(ViewerRole role) => new(new("x", "X", [new(role, DateOnly.MinValue)]), example.Register, example.Today, example.Today);
        Assert.Equal(["a"], arrivals.For(As(ViewerRole.Controller)).Select(a => a.Id));
        Assert.Equal(["a", "b"], arrivals.For(As(ViewerRole.Head)).Select(a => a.Id));
        Assert.Empty(arrivals.For(As(ViewerRole.TeamLeader)));
    }
}
