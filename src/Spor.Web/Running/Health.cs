using System.Globalization;
using Spor.Kernel;
using Spor.Storage;

namespace Spor.Web.Running;

/// <param name="Code">For a program that watches.</param>
/// <param name="Name">For a person.</param>
/// <param name="Needed">Whether Spor is not ready without it. The rest is what somebody should see to.</param>
public sealed record Check(string Code, string Name, bool Ok, bool Needed, string Says);

/// <summary>Whether Spor can do its work now, and what somebody should see to soon. Asked at most once a second, however many
/// ask.</summary>
sealed class Health(Municipality municipality, WarmUp warm, SporOptions options, SentMail mail, TimeProvider time) : IDisposable
{
    /// <summary>Less room than this (bytes), and Spor says that it is not ready, before something fails.</summary>
    const long LeastRoom = 64L << 20;

    /// <summary>Less than this should be seen to.</summary>
    const long LittleRoom = 1L << 30;
    static readonly TimeSpan OldBackup = TimeSpan.FromHours(36),
        OldReplay = TimeSpan.FromDays(8),
        Ahead = TimeSpan.FromMinutes(2);
    readonly SemaphoreSlim gate = new(1);
    IReadOnlyList<Check> last = [];
    long askedAt = long.MinValue;

    Database Database => municipality.Database;

    /// <summary>As last asked; empty before anybody did.</summary>
    public IReadOnlyList<Check> Last => Volatile.Read(ref last);

    public void Dispose() => gate.Dispose();

    public async Task<IReadOnlyList<Check>> Ask()
    {
        await gate.WaitAsync();
        try
        {
            if (last.Count > 0 && time.GetElapsedTime(askedAt) < TimeSpan.FromSeconds(1) && last.All(c => c.Ok || !c.Needed))
                return last;
            // The database is asked by a thread of its own: one that does not answer holds nobody else.
            last = [.. await Task.Run(Machine), await Looks(), .. Ages()];
            askedAt = time.GetTimestamp();
            return last;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>One line for whoever only asks whether Spor is up: the first thing that keeps it from working.</summary>
    public static string Say(IReadOnlyList<Check> checks) => checks.FirstOrDefault(c => c.Needed && !c.Ok)?.Says ?? Text.Ready;

    List<Check> Machine()
    {
        var started = municipality.Held is not null && warm.Done;
        var checks = new List<Check> { new("ready", Text.Started, started, true, started ? Text.Ready : Text.Starting) };
        var (database, clock) = (Text.Answers, (Check?)null);
        var answers = false;
        try
        {
            var lastAt = Database.LastEntryAt;
            answers = true;
            var ahead = lastAt is { } at && at - time.GetUtcNow().UtcDateTime > Ahead;
            clock = new("clock", Text.Clock, !ahead, false, ahead ? Text.ClockBehind : Text.ClockRight);
            if (Database.WriteFault() is { } fault)
                (answers, database) = (false, fault is StorageFullException ? Text.Full : Text.CannotWrite);
        }
        catch (Exception e) when (Faults.Typed(e) is { } fault)
        {
            database = fault is DatabaseGoneException ? Text.Gone : Text.Silent;
        }
        catch (ObjectDisposedException)
        {
            database = Text.Stopping;
        }
        checks.Insert(0, new("database", Text.Database, answers, true, database));
        checks.Add(Disk());
        if (clock is not null)
            checks.Add(clock);
        if (answers && options.Settings.Mail is not null)
            checks.Add(Mail());
        return checks;
    }

    /// <summary>How many e-mails wait because the server did not take them, and how long: no name, no address.</summary>
    Check Mail()
    {
        IReadOnlyList<MailRow> rows;
        try
        {
            rows = mail.All();
        }
        catch (Exception e) when (Faults.Typed(e) is not null)
        {
            return new("mail", Text.Mail, true, false, Text.MailNotKnown);
        }
        var waiting = rows.Where(r => r is { MailId: not null, Fault: not null }).ToList();
        var last = rows.Max(r => r.SentAt);
        return new(
            "mail",
            Text.Mail,
            waiting.Count == 0,
            false,
            waiting.Count > 0 ? Text.MailWaits(waiting.Count)
                : last is { } at ? Text.MailSent(Said(at))
                : Text.NoMail
        );
    }

    Check Disk()
    {
        var room = new DriveInfo(Path.GetFullPath(Database.DataFolder)).AvailableFreeSpace;
        return new(
            "disk",
            Text.Disk,
            room >= LittleRoom,
            room < LeastRoom,
            room < LeastRoom ? Text.Full : Text.Room((room / (1 << 20)).ToString("N0", Danish.Culture))
        );
    }

    async Task<Check> Looks()
    {
        var can = await municipality.Looks.CanWrite();
        return new("looks", Text.Looks, can, true, can ? Text.CanWrite : Text.LooksCannot);
    }

    IEnumerable<Check> Ages()
    {
        yield return Age("backup", Text.Backup, Noted.Backup, OldBackup, Text.NoBackup);
        yield return Age("replay", Text.Replay, Noted.Replay, OldReplay, Text.NoReplay);
    }

    Check Age(string code, string name, string what, TimeSpan old, string never)
    {
        if (Noted.Read(Database.DataFolder, what) is not { } noted)
            return new(code, name, false, false, never);
        var age = time.GetUtcNow().UtcDateTime - noted.At;
        var when = Said(noted.At);
        return new(code, name, noted.Well && age < old, false, noted.Well ? Text.Done(when, age >= old) : Text.Differed(when));
    }

    static string Said(DateTime utc)
    {
        var local = DanishCalendar.Local(utc);
        return $"{Danish.Long(DateOnly.FromDateTime(local))} kl. {local.ToString("HH.mm", CultureInfo.InvariantCulture)}";
    }
}
