using System.Security.Cryptography;
using Spor.Exchange.Deliveries;
using Spor.Exchange.Import;
using Spor.Storage;
using Spor.Web.Access;
using Spor.Web.Exchange.Import;

namespace Spor.Web.Exchange.Deliveries;

/// <summary>
/// What other systems deliver: kept on disk until somebody has taken it in or turned it away, over a restart too. Each is read and compared
/// when it comes, so that what it would change is there to see before anybody decides.
/// </summary>
sealed class Delivered(Database database, Uploads uploads, Arrivals arrivals, Municipality municipality, TimeProvider time)
{
    /// <summary>So many may wait from one sender. A system that goes wrong must not fill the disk.</summary>
    public const int MostWaiting = 20;
    readonly Lock gate = new();
    readonly Dictionary<string, Delivery> all = [];

    string Root => Path.Combine(database.DataFolder, "deliveries");

    string FolderOf(string id) => Path.Combine(Root, id);

    string FileOf(string id) => Path.Combine(Root, id + ".json");

    /// <summary>What lay here when Spor was stopped goes on where it was.</summary>
    public void Begin()
    {
        if (!Directory.Exists(Root))
            return;
        foreach (var file in Directory.GetFiles(Root, "*.json"))
            if (Delivery.Read(file) is { } known)
                lock (gate)
                    all[known.Id] = known;
        foreach (var folder in Directory.GetDirectories(Root))
            // Nobody was told that it had come, so it will be sent again.
            if (!all.ContainsKey(Path.GetFileName(folder)))
                Directory.Delete(folder, recursive: true);
        foreach (var waiting in All().Where(d => d.State == DeliveryState.Waiting && Directory.Exists(FolderOf(d.Id))))
        {
            Seal(FolderOf(waiting.Id));
            Read(waiting);
        }
    }

    /// <summary>A file of a delivery: sealed while it waits, its name too, and nobody else's.</summary>
    public SealedWriteStream Create(string folder, string name) =>
        new(OwnFiles.Create(PathOf(folder, name)), database.Keys.WaitingKey, name: name);

    string PathOf(string folder, string name) => Path.Combine(folder, SealedWriteStream.OnDisk(database.Keys.WaitingKey, name));

    /// <summary>What came before files, and their names, were sealed is sealed now.</summary>
    void Seal(string folder)
    {
        foreach (var file in Directory.GetFiles(folder).Where(f => !f.EndsWith(Unsealed, StringComparison.Ordinal)))
            if (!SealedReadStream.IsSealed(file, withName: true))
            {
                var plain = file + Unsealed;
                File.Move(file, plain, overwrite: true);
            }
        foreach (var plain in Directory.GetFiles(folder, "*" + Unsealed))
        {
            var name = Path.GetFileName(plain)[..^Unsealed.Length];
            // Half of it, if Spor was stopped in between.
            File.Delete(PathOf(folder, name));
            using (
                Stream from = SealedReadStream.IsSealed(plain)
                    ? new SealedReadStream(File.OpenRead(plain), database.Keys.WaitingKey)
                    : File.OpenRead(plain)
            )
            using (var to = Create(folder, name))
            {
                from.CopyTo(to);
                to.Finish(toDisk: true);
            }
            File.Delete(plain);
        }
    }

    const string Unsealed = ".unsealed";

    /// <summary>What waits is compared once more with what Spor knows now.</summary>
    public void ReadAllAnew()
    {
        foreach (var waiting in All().Where(d => d.State == DeliveryState.Waiting))
            if (uploads.FindSent(waiting.Id) is { } upload)
                uploads.ReadAnew(upload);
    }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Delivery> All()
    {
        lock (gate)
            return [.. all.Values.OrderByDescending(d => d.At)];
    }

    public Delivery? Find(string id)
    {
        lock (gate)
            return all.GetValueOrDefault(id);
    }

    public bool IsFull(long? key) => All().Count(d => d.State == DeliveryState.Waiting && d.KeyId == key) >= MostWaiting;

    /// <summary>A folder of one's own to put the files of a delivery in.</summary>
    public string NewFolder() => OwnFiles.CreateFolder(Path.Combine(OwnFiles.CreateFolder(Root), NewId()));

    static string NewId() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The files are all there, and safe on disk: from here on the delivery is not lost. The very same that waits already is not
    /// kept twice.</summary>
    /// <param name="folder">As <see cref="NewFolder"/> gave it.</param>
    /// <param name="content">A hash of what was sent.</param>
    public Delivery Came(string folder, string content, DeliveryKeyFact? key, DateOnly? day)
    {
        Delivery came;
        lock (gate)
        {
            if (
                all.Values.FirstOrDefault(d =>
                    d.State == DeliveryState.Waiting && d.KeyId == key?.Id && d.Content == content && d.Day == day
                ) is
                { } same
            )
            {
                Directory.Delete(folder, recursive: true);
                return same;
            }
            came = new()
            {
                Id = Path.GetFileName(folder),
                KeyId = key?.Id,
                Tables = key?.Tables,
                At = time.GetUtcNow(),
                Day = day,
                Content = content,
            };
            Keep(came);
        }
        Read(came);
        return came;
    }

    void Keep(Delivery delivery)
    {
        delivery.Write(FileOf(delivery.Id));
        lock (gate)
            all[delivery.Id] = delivery;
    }

    void Read(Delivery delivery) =>
        uploads.Take(
            new()
            {
                Id = delivery.Id,
                Owner = "",
                Folder = FolderOf(delivery.Id),
                At = delivery.At,
                Day = delivery.Day,
                Sent = delivery,
                Settled = Settled,
            }
        );

    /// <summary>A fault that has passed: a database that did not answer.</summary>
    public void Again(Upload upload) => uploads.Read(upload);

    void Settled(Upload upload)
    {
        if (Find(upload.Id) is not { State: DeliveryState.Waiting } delivery)
            return;
        if (upload.State == UploadState.Done)
            Close(delivery, DeliveryState.TakenIn, upload.Owner, upload.Result?.FirstNo, upload.Result?.LastNo);
        // Nothing in it is new and there is nothing to choose: nobody needs to press anything.
        else if (upload is { State: UploadState.Ready, Counts: { Ready: true, ChangesNothing: true, Choices: 0, Errors: 0 } })
        {
            Close(delivery with { Money = IsMoney(upload) }, DeliveryState.TakenIn, Spor.Access.People.ProgramKey);
            uploads.Forget(upload);
        }
        else if (upload.Counts is not null && IsMoney(upload) != delivery.Money)
            Keep(delivery with { Money = IsMoney(upload) });
        Tell();
    }

    static bool IsMoney(Upload upload) => DeliveryScope.IsMoney(upload.Counts?.Tables ?? []);

    void Close(Delivery delivery, DeliveryState state, string by, long? first = null, long? last = null) =>
        Keep(delivery with { State = state, ClosedAt = time.GetUtcNow(), ClosedBy = by, FirstNo = first, LastNo = last });

    /// <summary>Its files are deleted; that it came, and who turned it away, is remembered.</summary>
    public void TurnAway(Upload upload, string by)
    {
        if (Find(upload.Id) is not { State: DeliveryState.Waiting } delivery)
            return;
        // First what is remembered: files without it would be taken for half a delivery, and it without files for a whole one.
        Close(delivery, DeliveryState.TurnedAway, by);
        uploads.Forget(upload);
        Tell();
    }

    /// <summary>Who sent it, as people here call it.</summary>
    public string SenderOf(Delivery delivery) =>
        delivery.KeyId is not { } id ? Text.TheFolder
        : municipality.Current.Register.Of<DeliveryKeyFact>().FirstOrDefault(k => k.Id == id)?.Sender is { } name ? name
        : Text.UnknownSender;

    void Tell() =>
        arrivals.Waiting = [
            .. All()
                .Where(d => d.State == DeliveryState.Waiting)
                .OrderBy(d => d.At)
                .Select(d =>
                {
                    var upload = uploads.FindSent(d.Id);
                    var counts = upload?.Counts;
                    return new WaitingDelivery(
                        d.Id,
                        SenderOf(d),
                        d.At,
                        d.Money,
                        upload?.State == UploadState.Ready && counts?.Ready == true,
                        counts?.Errors ?? 0,
                        (counts?.New ?? 0) + (counts?.Changed ?? 0)
                    );
                }),
        ];
}
