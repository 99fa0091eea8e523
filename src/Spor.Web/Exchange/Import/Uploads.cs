using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Threading.Channels;
using Spor.Exchange.Import;
using Spor.Storage;
using Spor.Storage.Exchange;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Frame;

namespace Spor.Web.Exchange.Import;

public enum UploadState
{
    Reading,
    Ready,
    Writing,
    Done,
    Failed,
}

/// <summary>One uploaded extract on its way: read, looked at, and then stored or thrown away.</summary>
public sealed class Upload
{
    public required string Id { get; init; }

    /// <summary>Only the person who uploaded it may see it.</summary>
    public required string Owner { get; init; }
    public required string Folder { get; init; }
    public required DateTimeOffset At { get; init; }
    volatile UploadState state = UploadState.Reading;
    public UploadState State
    {
        get => state;
        set => state = value;
    }

    /// <summary>Goes on from where a person could choose; false if another press of a button was first.</summary>
    public bool Leave(UploadState to) => Interlocked.CompareExchange(ref state, to, UploadState.Ready) == UploadState.Ready;

    public DateOnly? Day { get; set; }

    /// <summary>The delivery covers what ran on this day or later.</summary>
    public DateOnly? WindowFrom { get; set; }

    /// <summary>The mapping that it is read with, as text; null = none lies in it and none is given.</summary>
    public string? Mapping { get; set; }

    /// <summary>Proposed for its files, because they have foreign names; null where they have not.</summary>
    public Proposal? Proposed { get; set; }
    public bool SetAside { get; set; }
    public Choices Choices { get; set; } = Choices.None;
    public PreparedImport? Prepared { get; set; }
    public ImportResult? Result { get; set; }

    /// <summary>What stopped it, in Danish.</summary>
    public string? Fault { get; set; }
    public long RowsRead { get; set; }
    public string File { get; set; } = "";
    public int Written { get; set; }
    public int Of { get; set; }
    public bool Working => State is UploadState.Reading or UploadState.Writing;
}

/// <summary>Uploads and the one job at a time that works on them. Files are gone after the confirm, the regret, or 24 hours.</summary>
sealed class Uploads(Database database, TimeProvider time, ILogger<Uploads> log) : BackgroundService
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    readonly ConcurrentDictionary<string, Upload> byId = [];
    readonly Channel<(Upload Upload, Action<Upload> Job)> jobs = Channel.CreateUnbounded<(Upload, Action<Upload>)>();

    string Root => Path.Combine(database.DataFolder, "uploads");

    public Upload Start(string owner)
    {
        Sweep();
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var upload = new Upload
        {
            Id = id,
            Owner = owner,
            Folder = OwnFiles.CreateFolder(Path.Combine(OwnFiles.CreateFolder(Root), id)),
            At = time.GetUtcNow(),
        };
        return byId[id] = upload;
    }

    public Upload? Find(string id, string owner) => byId.TryGetValue(id, out var upload) && upload.Owner == owner ? upload : null;

    /// <summary>Reads, checks and compares, in the background.</summary>
    public void Read(Upload upload)
    {
        upload.State = UploadState.Reading;
        upload.Prepared = null;
        upload.Fault = null;
        jobs.Writer.TryWrite((upload, Prepare));
    }

    /// <summary>Stores it as chosen, in the background; a second press of the button does nothing.</summary>
    public void Store(Upload upload, Choices choices)
    {
        if (!upload.Leave(UploadState.Writing))
            return;
        upload.Choices = choices;
        jobs.Writer.TryWrite((upload, Commit));
    }

    public void Forget(Upload upload)
    {
        byId.TryRemove(upload.Id, out _);
        Delete(upload.Folder);
    }

    void Prepare(Upload upload)
    {
        using var source = ExtractSource.At(upload.Folder);
        upload.Mapping ??= Mapping.Find(source);
        upload.Prepared = Compare(upload, source, (rows, file) => (upload.RowsRead, upload.File) = (rows, file));
        if (upload.Mapping is null && upload.Prepared.Extract.Problems.HasWholeFileErrors)
            upload.Proposed = Proposal.Of(source);
        upload.State = UploadState.Ready;
    }

    void Commit(Upload upload)
    {
        // The choices came after the comparison, so it is made again with them.
        if (upload.Choices != Choices.None)
            Again(upload);
        try
        {
            Write(upload);
        }
        catch (HeadMovedException)
        {
            Again(upload);
            Write(upload);
        }
        if (upload.Mapping is { } mapping)
            Save(mapping);
        Delete(upload.Folder);
        // The parsed extract is large, and of no more use.
        upload.Prepared = null;
        upload.State = UploadState.Done;
    }

    void Again(Upload upload)
    {
        using var source = ExtractSource.At(upload.Folder);
        upload.Prepared = Compare(upload, source, null);
    }

    PreparedImport Compare(Upload upload, ExtractSource source, Action<long, string>? progress) =>
        Importing.Prepare(
            database,
            source,
            upload.Day,
            upload.SetAside,
            upload.Choices,
            // One that cannot be read is told among the problems, when the extract reads its own.
            upload.Mapping
                is { } text
            && Mapping.Fault(text) is null
                ? Mapping.Parse(text)
                : null,
            progress,
            upload.WindowFrom
        );

    string SavedMapping => Path.Combine(database.DataFolder, "kortlægning.json");

    /// <summary>The mapping that the municipality's last foreign extract was stored with, or null.</summary>
    public string? Saved() => File.Exists(SavedMapping) ? File.ReadAllText(SavedMapping) : null;

    void Save(string mapping)
    {
        // Written beside and moved, so that one that was saved is never half gone.
        var part = SavedMapping + "." + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        using (var stream = OwnFiles.Create(part))
            stream.Write(System.Text.Encoding.UTF8.GetBytes(mapping));
        File.Move(part, SavedMapping, overwrite: true);
    }

    void Write(Upload upload) =>
        upload.Result = Importing.Commit(
            database,
            upload.Prepared!,
            upload.Owner,
            new Relay(p => (upload.Written, upload.Of) = (p.Written, p.Of))
        );

    sealed class Relay(Action<ImportProgress> report) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => report(value);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What an earlier process left behind belongs to nobody.
        if (Directory.Exists(Root))
            foreach (var left in Directory.GetDirectories(Root))
                Delete(left);
        using var hourly = new PeriodicTimer(TimeSpan.FromHours(1), time);
        var sweeping = SweepEvery(hourly, stoppingToken);
        try
        {
            await foreach (var (upload, job) in jobs.Reader.ReadAllAsync(stoppingToken))
                await Task.Run(() => Try(upload, job), CancellationToken.None);
        }
        catch (OperationCanceledException) { }
        await sweeping;
        // What was not stored is not kept until the next start either.
        foreach (var upload in byId.Values)
            Forget(upload);
    }

    async Task SweepEvery(PeriodicTimer timer, CancellationToken stop)
    {
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
                Sweep();
        }
        catch (OperationCanceledException) { }
    }

    void Try(Upload upload, Action<Upload> job)
    {
        try
        {
            job(upload);
        }
        catch (Exception e)
        {
            upload.Fault = FaultText.Of(e);
            if (upload.Fault is null)
            {
                // The message may hold a value from the extract, so only the kind of fault is logged.
                log.LogError(
                    "An import failed with {Fault} at {Where}",
                    e.GetType().Name,
                    e.StackTrace?.Split('\n').FirstOrDefault()?.Trim()
                );
                upload.Fault = Text.OwnFault;
            }
            upload.Prepared = null;
            upload.State = UploadState.Failed;
            Delete(upload.Folder);
        }
    }

    public void Sweep()
    {
        foreach (var upload in byId.Values)
            if (!upload.Working && time.GetUtcNow() - upload.At >= Kept)
                Forget(upload);
    }

    static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
