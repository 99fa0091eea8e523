using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace Spor.Web.Tests;

/// <summary>A disk that runs full under people who work, and one that writes slowly.</summary>
public sealed class DiskTests
{
    [Fact]
    public async Task A_disk_that_runs_full_under_people_who_work_loses_nothing_and_they_go_on_when_there_is_room()
    {
        if (!Heavy.Whole)
            Assert.Skip("A file system is made for it: ./test --long");
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            Assert.Skip("Only root may mount a file system");
        var folder = Directory.CreateTempSubdirectory("spor-disk-").FullName;
        if (await Run("mount", "-t", "tmpfs", "-o", "size=256m,mode=0700", "tmpfs", folder) != 0)
            Assert.Skip("No file system could be mounted here");
        try
        {
            Site.CopyExample(folder);
            using var crowd = new Crowd(folder, spec: null) { MayBeAway = true };
            using var process = await crowd.Serve();
            using var stop = new CancellationTokenSource();
            var work = await crowd.Work(stop.Token, more: 20);

            var filler = Path.Combine(folder, "filler");
            Fill(filler);
            await Crowd.Until(() => crowd.Away > 20);
            Assert.True(crowd.Away > 20, "Nobody was told that the disk is full.");
            var then = crowd.Saved;
            File.Delete(filler);
            await Crowd.Until(() => crowd.Saved >= then + 20);
            Assert.True(crowd.Saved >= then + 20, "There is room, and nothing is saved.");

            await stop.CancelAsync();
            await work;
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            crowd.Held();
        }
        finally
        {
            Assert.Equal(0, await Run("umount", "-l", folder));
            Directory.Delete(folder);
        }
    }

    /// <summary>PostgreSQL waits a tenth of a second before each write to its disk (<c>commit_delay</c>): twenty who save are written
    /// together, and nobody waits for all the others.</summary>
    [Fact]
    public async Task On_a_slow_disk_people_wait_for_a_write_and_not_for_each_other()
    {
        if (!Heavy.Whole)
            Assert.Skip("A minute of a server's work: ./test --long");
        var at = Environment.GetEnvironmentVariable("SPOR_TEST_POSTGRES");
        if (string.IsNullOrEmpty(at))
            Assert.Skip("SPOR_TEST_POSTGRES names no server");
        var folder = Directory.CreateTempSubdirectory("spor-slow-").FullName;
        var name = "spor_slow_" + Guid.NewGuid().ToString("N");
        using var admin = NpgsqlDataSource.Create(at);
        Ask($"CREATE DATABASE {name}");
        Ask($"ALTER DATABASE {name} SET commit_delay = 100000");
        Ask($"ALTER DATABASE {name} SET commit_siblings = 0");
        Ask($"ALTER DATABASE {name} SET synchronous_commit = on");
        var spec = new NpgsqlConnectionStringBuilder(at) { Database = name }.ConnectionString;
        TortureTests.ImportTo(spec, folder);
        // A server for tests writes to no disk, and then it does not wait either.
        Ask("ALTER SYSTEM SET fsync = on");
        Ask("SELECT pg_reload_conf()");
        try
        {
            using var crowd = new Crowd(folder, spec) { Readers = 0 };
            using var process = await crowd.Serve();
            using var stop = new CancellationTokenSource();
            var work = await crowd.Work(stop.Token, more: 20);
            var (then, began) = (crowd.Saved, Stopwatch.GetTimestamp());
            await Task.Delay(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
            var each = (crowd.Saved - then) / Stopwatch.GetElapsedTime(began).TotalSeconds;
            await stop.CancelAsync();
            await work;
            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            crowd.Held();
            var said = string.Create(CultureInfo.InvariantCulture, $"{each:0.0} saved a second");
            TestContext.Current.TestOutputHelper!.WriteLine(said);
            // One by one it could be ten at most.
            Assert.True(each > 10, said + ", no more than one by one.");
        }
        finally
        {
            Ask("ALTER SYSTEM RESET fsync");
            Ask("SELECT pg_reload_conf()");
        }

        void Ask(string sql)
        {
            using var command = admin.CreateCommand(sql);
            command.ExecuteNonQuery();
        }
    }

    /// <summary>Takes what is left of the disk.</summary>
    static void Fill(string path)
    {
        using var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var some = new byte[1 << 20];
        for (var size = some.Length; size >= 1; size /= 2)
            try
            {
                while (true)
                    file.Write(some, 0, size);
            }
            catch (IOException)
            {
                // As much less as fits.
            }
    }

    static async Task<int> Run(string program, params string[] args)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardError = true };
        foreach (var arg in args)
            start.ArgumentList.Add(arg);
        using var process = Process.Start(start)!;
        await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return process.ExitCode;
    }
}
