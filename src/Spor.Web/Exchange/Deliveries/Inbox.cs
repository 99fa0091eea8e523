using System.Security.Cryptography;
using Spor.Storage;

namespace Spor.Web.Exchange.Deliveries;

/// <summary>
/// The folder that other systems put files into. What has lain still between two looks is taken: the files of the folder together as one
/// delivery, each zip or workbook as one, each folder in it as one.
/// </summary>
/// <remarks>
/// Whoever may write in the folder is not trusted. A file is first moved, as itself, into a folder of our own inside the inbox, which
/// nobody else can reach; only there is it looked at and read. So what is a link or a pipe cannot take the place of a file in between, and
/// neither is ever opened. It is gone from the inbox when it lies in the data folder and is safe on disk; if Spor stops before that, it is
/// put back at the next start.
/// </remarks>
sealed class Inbox(SporOptions options, Delivered delivered, TimeProvider time, ILogger<Inbox> log) : BackgroundService
{
    /// <summary>How often the folder is looked at; what is the same at two looks is no longer being written.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    const string Own = InboxFolder.Own;
    static readonly string[] Read = [".csv", ".zip", ".xlsx", ".json"],
        // As those that send files call what they are not done with.
        Unfinished = [".part", ".tmp", ".filepart", ".partial", ".crdownload", ".download"];

    sealed record Seen(long Length, DateTime Written);

    Dictionary<string, Seen> before = [];

    /// <summary>What lies there and is not taken, with why: file names, for the page alone.</summary>
    public IReadOnlyList<(string Name, string Why)> Left { get; private set; } = [];

    public string? Folder => options.Inbox;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        delivered.Begin();
        if (Folder is null)
            return;
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            do TryLook();
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) { }
    }

    void TryLook()
    {
        try
        {
            Look();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A share that is away for a while. The message holds a path with a file's name.
            log.LogWarning("The inbox could not be looked at: {Fault}", e.GetType().Name);
        }
    }

    /// <summary>One look: takes what has lain still since the last.</summary>
    internal void Look()
    {
        PutBack();
        var now = new Dictionary<string, Seen>();
        var left = new List<(string, string)>();
        var loose = new List<string>();
        var waits = false;
        foreach (var entry in new DirectoryInfo(Folder!).EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            if (entry.Name.StartsWith('.') || entry.Name.StartsWith("~$", StringComparison.Ordinal))
                continue;
            if (Unfinished.Contains(entry.Extension.ToLowerInvariant()))
            {
                waits = true;
                left.Add((entry.Name, Text.LeftUnfinished));
            }
            else if (WhyLeft(entry) is { } why)
                left.Add((entry.Name, why));
            else if (!LainStill(entry, now))
            {
                waits |= entry is FileInfo && !IsPacked(entry);
                left.Add((entry.Name, Text.LeftUnfinished));
            }
            else if (entry is DirectoryInfo || IsPacked(entry))
                Take([entry.FullName], entry is DirectoryInfo);
            else
                loose.Add(entry.FullName);
        }
        // Files that belong together come one after another: while one is being written the others wait.
        if (loose.Count > 0 && waits)
            left.AddRange(loose.Select(f => (Path.GetFileName(f), Text.LeftForOthers)));
        else if (loose.Count > 0)
            Take(loose, folder: false);
        (before, Left) = (now, left);
    }

    static bool IsPacked(FileSystemInfo entry) => entry.Extension.ToLowerInvariant() is ".zip" or ".xlsx";

    /// <summary>What is never taken, whatever it is called. Nothing is opened to find out: a pipe has no length.</summary>
    static string? WhyLeft(FileSystemInfo entry)
    {
        if (entry.LinkTarget is not null)
            return Text.LeftLink;
        if (entry is DirectoryInfo folder)
            return
                folder
                    .EnumerateFileSystemInfos()
                    .FirstOrDefault(i => i is DirectoryInfo || WhyLeft(i) is not null && !i.Name.StartsWith('.'))
                    is not null
                ? Text.LeftFolder
                : null;
        if (!Read.Contains(entry.Extension.ToLowerInvariant()))
            return Text.LeftKind;
        return null;
    }

    bool LainStill(FileSystemInfo entry, Dictionary<string, Seen> now)
    {
        var files = entry is DirectoryInfo folder
            ? folder.EnumerateFiles().Where(f => !f.Name.StartsWith('.')).ToList()
            : [(FileInfo)entry];
        var still = files.Count > 0;
        foreach (var file in files)
        {
            var seen = new Seen(file.Length, file.LastWriteTimeUtc);
            now[file.FullName] = seen;
            still &=
                file.Length > 0
                && before.GetValueOrDefault(file.FullName) == seen
                && !Unfinished.Contains(file.Extension.ToLowerInvariant());
        }
        return still;
    }

    void Take(IReadOnlyList<string> paths, bool folder)
    {
        if (delivered.IsFull(null))
            return;
        var own = OwnFiles.CreateFolder(Path.Combine(Folder!, Own + Guid.NewGuid().ToString("N")));
        try
        {
            foreach (var path in paths)
                if (folder)
                    Directory.Move(path, Path.Combine(own, Path.GetFileName(path)));
                else
                    File.Move(path, Path.Combine(own, Path.GetFileName(path)));
            var to = delivered.NewFolder();
            if (Copy(folder ? Path.Combine(own, Path.GetFileName(paths[0])) : own, to) is { } content)
            {
                delivered.Came(to, content, null, null);
                Directory.Delete(own, recursive: true);
                return;
            }
            Directory.Delete(to, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody still has it open, or the disk is full: it is put back, and tried again.
            log.LogWarning("A delivery could not be taken from the inbox: {Fault}", e.GetType().Name);
        }
        PutBack();
    }

    /// <summary>Copies plain files, whole and on disk; null if one of them is none, or was written meanwhile.</summary>
    /// <returns>A hash of their names and contents.</returns>
    string? Copy(string from, string to)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var block = new byte[1 << 16];
        foreach (var entry in new DirectoryInfo(from).EnumerateFileSystemInfos().OrderBy(e => e.Name, StringComparer.Ordinal))
        {
            if (entry.Name.StartsWith('.'))
                continue;
            if (entry is not FileInfo { LinkTarget: null, Length: > 0 } file)
                return null;
            var (length, written) = (file.Length, file.LastWriteTimeUtc);
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes(file.Name));
            using (var source = new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read))
            using (var copy = delivered.Create(to, file.Name))
            {
                long copied = 0;
                for (int read; (read = source.Read(block)) > 0; copied += read)
                {
                    copy.Write(block, 0, read);
                    hash.AppendData(block, 0, read);
                }
                copy.Finish(toDisk: true);
                if (copied != length)
                    return null;
            }
            file.Refresh();
            if (file.Length != length || file.LastWriteTimeUtc != written)
                return null;
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What was moved aside and not taken goes back to where it came from. Under another name, if one has come that has
    /// its.</summary>
    void PutBack()
    {
        foreach (var own in Directory.GetDirectories(Folder!, Own + "*"))
        {
            foreach (var entry in new DirectoryInfo(own).EnumerateFileSystemInfos())
            {
                var home = Path.Combine(Folder!, entry.Name);
                if (Path.Exists(home))
                    home = Path.Combine(Folder!, Guid.NewGuid().ToString("N")[..8] + "-" + entry.Name);
                if (entry is DirectoryInfo inside && inside.LinkTarget is null)
                    inside.MoveTo(home);
                else
                    File.Move(entry.FullName, home);
            }
            Directory.Delete(own);
        }
    }
}
