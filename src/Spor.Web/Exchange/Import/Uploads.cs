using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Threading.Channels;
using Spor.Exchange.Deliveries;
using Spor.Exchange.Import;
using Spor.Kernel;
using Spor.Storage;
using Spor.Storage.Exchange;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Exchange.Deliveries;
using Spor.Web.Frame;

namespace Spor.Web.Exchange.Import;

/// <summary>Uploads and the one job at a time that works on them. Files are gone after the confirm, the regret, or 24 hours.</summary>
sealed class Uploads(Database database, TimeProvider time, ILogger<Uploads> log) : BackgroundService
{
    public static readonly TimeSpan Kept = TimeSpan.FromHours(24);

    /// <summary>A delivery of more rows than this is not held in memory while it waits.</summary>
    const int MostRowsHeld = 20_000;
    readonly ConcurrentDictionary<string, Upload> byId = [];
    readonly Channel<(Upload Upload, Action<Upload> Job)> jobs = Channel.CreateUnbounded<(Upload, Action<Upload>)>();

    string Root => Path.Combine(database.DataFolder, "uploads");

    /// <summary>What somebody uploads does not outlive the process, so its key is nowhere but here.</summary>
    readonly byte[] ofThisProcess = RandomNumberGenerator.GetBytes(32);

    /// <summary>A delivery is kept over a restart, sealed with the municipality's own key.</summary>
    byte[] KeyOf(Upload upload) => upload.Sent is null ? ofThisProcess : database.Keys.WaitingKey;

    /// <summary>A file of an upload: sealed while it waits, its name too, and nobody else's.</summary>
    public Stream Create(Upload upload, string name) =>
        new SealedWriteStream(
            OwnFiles.Create(Path.Combine(upload.Folder, SealedWriteStream.OnDisk(KeyOf(upload), name))),
            KeyOf(upload),
            name: name
        );

    ExtractSource Open(Upload upload) => ExtractSource.At(upload.Folder, ExtractFiles.Sealed(KeyOf(upload), OwnFiles.CreateFolder(Root)));

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

    public Upload? Find(string id, string owner) =>
        byId.TryGetValue(id, out var upload) && upload.Sent is null && upload.Owner == owner ? upload : null;

    public Upload? FindSent(string id) => byId.TryGetValue(id, out var upload) && upload.Sent is not null ? upload : null;

    /// <summary>A delivery whose files lie there, to be read.</summary>
    public void Take(Upload sent)
    {
        byId[sent.Id] = sent;
        Read(sent);
    }

    /// <summary>Reads and compares once more, unless somebody is at it: what Spor knows may have changed since.</summary>
    public void ReadAnew(Upload upload)
    {
        if (upload.Leave(UploadState.Reading))
            Read(upload);
        else if (upload.State == UploadState.Failed)
            Read(upload);
    }

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

    /// <summary>Takes the latest import back, in the background.</summary>
    public Upload TakeBack(string owner)
    {
        var upload = new Upload
        {
            Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            Owner = owner,
            Folder = "",
            At = time.GetUtcNow(),
            TakesBack = true,
            State = UploadState.Writing,
        };
        byId[upload.Id] = upload;
        jobs.Writer.TryWrite((upload, TakeBack));
        return upload;
    }

    void TakeBack(Upload upload)
    {
        for (var tries = 0; upload.Result is null; tries++)
            try
            {
                // Somebody may have written meanwhile what stands on it, so it is asked each time.
                if (TakingBack.Of(database, upload.Owner) is not { Run: not null } plan)
                    throw new ExtractException(Text.StandsOnIt);
                upload.Result = TakingBack.Commit(database, plan, new Relay(p => (upload.Written, upload.Of) = (p.Written, p.Of)));
            }
            catch (HeadMovedException) when (tries < 5) { }
        upload.State = UploadState.Done;
    }

    public void Forget(Upload upload)
    {
        byId.TryRemove(upload.Id, out _);
        Delete(upload.Folder);
    }

    void Prepare(Upload upload)
    {
        using var source = Open(upload);
        upload.Mapping ??= Mapping.Find(source);
        PreparedImport Now() => Compare(upload, source, (rows, file) => (upload.RowsRead, upload.File) = (rows, file));
        upload.Prepared = Now();
        if (upload.Sent is { } sent)
            Prepare(upload, sent, Now);
        if (upload.Mapping is null && upload.Prepared.Extract.Problems.HasWholeFileErrors)
            upload.Proposed = Proposal.Of(source);
        var shown = upload.Mapping ?? (upload.Proposed is { } proposed ? Saved() ?? proposed.Json : null);
        upload.Sample = shown is null || Mapping.Fault(shown) is not null ? [] : MappingSample.Of(source, Mapping.Parse(shown));
        upload.Counts = UploadCounts.Of(upload.Prepared);
        upload.ReadAt = time.GetUtcNow();
        // It may wait for days, and is read again when somebody opens it.
        if (upload.Sent is not null && upload.Prepared.Extract.Rows > MostRowsHeld && !upload.Opened)
            upload.Prepared = null;
        upload.State = UploadState.Ready;
        upload.Settled?.Invoke(upload);
    }

    /// <summary>Nobody sits by and answers: foreign files are read as the last ones were, and one that does not say its day is of
    /// the day it came, or, where there is money alone in it, changes nothing about the day that is described.</summary>
    void Prepare(Upload upload, Delivery sent, Func<PreparedImport> again)
    {
        var mappingWas = upload.Mapping;
        if (
            mappingWas is null
            && upload.Prepared!.Extract.Problems.HasWholeFileErrors
            && Saved() is { } saved
            && Mapping.Fault(saved) is null
        )
        {
            var without = upload.Prepared;
            upload.Mapping = saved;
            upload.Prepared = again();
            if (upload.Prepared.Extract.Problems.HasWholeFileErrors)
                (upload.Mapping, upload.Prepared) = (mappingWas, without);
        }
        List<string> Delivered() => [.. upload.Prepared.Extract.Tables.Where(t => t.Delivered).Select(t => t.Name)];
        if (upload.Prepared!.Extract.Day is null)
        {
            var came = DateOnly.FromDateTime(DanishCalendar.Local(sent.At.UtcDateTime));
            var last = Importing.Last(database)?.ExtractDay;
            upload.Day = last is { } day && (DeliveryScope.IsMoney(Delivered()) || day > came) ? day : came;
            upload.Prepared = again();
        }
        if (DeliveryScope.Outside(sent.Tables, Delivered()) is { Count: > 0 } outside)
            throw new ExtractException(Text.OutsideKey(DeliveryScope.Of(sent.Tables!), outside));
    }

    void Commit(Upload upload)
    {
        // The choices came after the comparison, so it is made again with them.
        if (upload.Choices != Choices.None || upload.Prepared is null)
            Again(upload);
        if (upload.Prepared!.Plan is null)
        {
            // What was known when it was read has changed since, and it does not fit any more.
            upload.Counts = UploadCounts.Of(upload.Prepared);
            upload.State = UploadState.Ready;
            upload.Settled?.Invoke(upload);
            return;
        }
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
        upload.Settled?.Invoke(upload);
    }

    void Again(Upload upload)
    {
        using var source = Open(upload);
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

    /// <summary>What an earlier process left behind belongs to nobody. It is taken away before anybody can upload: later, it would be what
    /// somebody has just sent.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (Directory.Exists(Root))
        {
            foreach (var left in Directory.GetDirectories(Root))
                Delete(left);
            foreach (var left in Directory.GetFiles(Root))
                File.Delete(left);
        }
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
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
        foreach (var upload in byId.Values.Where(u => u.Sent is null))
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
            // What somebody uploaded they have still; what was delivered lies nowhere else.
            if (upload.Sent is null)
                Delete(upload.Folder);
            upload.Settled?.Invoke(upload);
        }
    }

    public void Sweep()
    {
        foreach (var upload in byId.Values)
            if (upload.Working)
                continue;
            else if (upload.Sent is null && time.GetUtcNow() - upload.At >= Kept)
                Forget(upload);
            else if (upload.Sent is not null && upload.State == UploadState.Done)
                byId.TryRemove(upload.Id, out _);
            else if (upload.Sent is not null && upload.Prepared?.Extract.Rows > MostRowsHeld)
                (upload.Prepared, upload.Opened) = (null, false);
    }

    /// <summary>A file that cannot be deleted now must not stop what comes after it; it is sealed, and goes at the next start.</summary>
    void Delete(string folder)
    {
        try
        {
            if (folder.Length > 0 && Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            log.LogWarning("What was uploaded could not be deleted: {Fault}", e.GetType().Name);
        }
    }
}
