using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Spor.Web.Exchange.Deliveries;

namespace Spor.Web.Tests;

/// <summary>The folder that is watched: what lies still is taken, what is still being written is waited for, and what is no file is never
/// opened.</summary>
public sealed class InboxTests : IAsyncDisposable
{
    readonly string inbox = Directory.CreateTempSubdirectory("spor-inbox-").FullName;
    OwnSite? site;

    public async ValueTask DisposeAsync()
    {
        if (site is not null)
            await site.DisposeAsync();
        Directory.Delete(inbox, recursive: true);
    }

    async Task<(Inbox Inbox, Delivered Delivered)> Watch()
    {
        site = await OwnSite.Open();
        await site.Import(Sent.Csv());
        var delivered = site.Services.GetRequiredService<Delivered>();
        var options = new SporOptions(site.Database, 0, DemoMode: false) { Inbox = inbox };
        return (new(options, delivered, TimeProvider.System, NullLogger<Inbox>.Instance), delivered);
    }

    string Put(string name, string text)
    {
        var file = Path.Combine(inbox, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return file;
    }

    const string Budget = "Konto;Måned;Beløb\n5.28.22.002;2026-09;1000\n";

    [Fact]
    public async Task Files_that_have_lain_still_between_two_looks_are_one_delivery_and_leave_the_inbox()
    {
        var (watched, delivered) = await Watch();
        Put("budget.csv", Budget);
        Put("regnskab.csv", Budget);
        watched.Look();
        Assert.Empty(delivered.All());
        watched.Look();
        var came = Assert.Single(delivered.All());
        Assert.Null(came.KeyId);
        Assert.Empty(Directory.GetFileSystemEntries(inbox));
        var folder = Path.Combine(site!.Folder, "deliveries", came.Id);
        Assert.Equal(2, Directory.GetFiles(folder).Length);
        Assert.Empty(Directory.GetFiles(folder, "*.csv"));
        var page = await site.Settled("/leverancer/" + came.Id);
        Assert.Contains("budget.csv", page.QuerySelector("table.x")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_still_being_written_is_waited_for_and_the_others_wait_with_it()
    {
        var (watched, delivered) = await Watch();
        Put("budget.csv", Budget);
        var growing = Put("regnskab.csv", "Konto;Måned;Beløb\n");
        watched.Look();
        File.AppendAllText(growing, "5.28.22.002;2026-09;1000\n");
        watched.Look();
        Assert.Empty(delivered.All());
        Assert.Equal(2, watched.Left.Count);
        Put("sager.csv.part", "halv");
        watched.Look();
        Assert.Empty(delivered.All());
        File.Delete(Path.Combine(inbox, "sager.csv.part"));
        watched.Look();
        Assert.Single(delivered.All());
        Assert.Empty(Directory.GetFileSystemEntries(inbox));
    }

    [Fact]
    public async Task A_link_a_pipe_and_an_empty_file_are_left_and_never_opened()
    {
        if (OperatingSystem.IsWindows())
            return;
        var (watched, delivered) = await Watch();
        var secret = Path.GetTempFileName();
        await File.WriteAllTextAsync(secret, "hemmeligt");
        File.CreateSymbolicLink(Path.Combine(inbox, "regnskab.csv"), secret);
        using (var make = System.Diagnostics.Process.Start("mkfifo", Path.Combine(inbox, "budget.csv")))
            await make.WaitForExitAsync();
        Directory.CreateDirectory(Path.Combine(inbox, "levering"));
        File.CreateSymbolicLink(Path.Combine(inbox, "levering", "boern.csv"), secret);
        Put("konti.csv", "");
        Put("læsmig.txt", "hej");
        for (var i = 0; i < 3; i++)
            watched.Look();
        Assert.Empty(delivered.All());
        Assert.Equal(5, watched.Left.Count);
        Assert.Contains(watched.Left, l => l.Name == "regnskab.csv" && l.Why.Contains("genvej", StringComparison.Ordinal));
        Assert.True(File.Exists(secret));
        File.Delete(secret);
    }

    [Fact]
    public async Task A_folder_and_a_zip_are_each_their_own_delivery_and_what_a_stop_left_aside_comes_back()
    {
        var (watched, delivered) = await Watch();
        Put("november/regnskab.csv", Budget);
        await File.WriteAllBytesAsync(Path.Combine(inbox, "alt.zip"), Sent.Zip(Sent.Csv())[0].Bytes);
        // Spor stopped here last time, with a file in its hand.
        Put(".spor-0123/budget.csv", Budget);
        watched.Look();
        Assert.True(File.Exists(Path.Combine(inbox, "budget.csv")));
        watched.Look();
        Assert.Equal(3, delivered.All().Count);
        Assert.Empty(Directory.GetFileSystemEntries(inbox));
    }

    [Fact]
    public void A_folder_that_cannot_be_watched_is_told_before_Spor_starts()
    {
        Assert.Contains("findes ikke", InboxFolder.Fault(Path.Combine(inbox, "nej"), "/tmp/data"), StringComparison.Ordinal);
        Assert.Contains("må ikke ligge i datamappen", InboxFolder.Fault(inbox, inbox), StringComparison.Ordinal);
        Assert.Null(InboxFolder.Fault(inbox, Path.Combine(Path.GetTempPath(), "spor-data-andet")));
        Assert.Empty(Directory.GetFileSystemEntries(inbox));
    }
}
