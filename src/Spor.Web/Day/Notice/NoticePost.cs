using Spor.Facts;
using Spor.Requirements;
using Spor.Storage;
using Spor.Web.Access;
using Spor.Workforce;

namespace Spor.Web.Day.Notice;

/// <summary>
/// Tells people by e-mail that something has come up for them. It looks at what is known after it is written, so no page waits for a mail
/// server; what has been told of is written down (<see cref="SentMail"/>), so a restart neither loses nor repeats it. Nothing is sent to
/// whoever is away, has turned it off, or has no role here any more.
/// </summary>
sealed class NoticePost(
    SporOptions options,
    Municipality municipality,
    SentMail sent,
    People people,
    TimeProvider time,
    ILogger<NoticePost> log
) : BackgroundService
{
    static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    /// <summary>Before one that failed, or that nobody knows the end of, is tried again: longer each time.</summary>
    static readonly TimeSpan First = TimeSpan.FromMinutes(2),
        Longest = TimeSpan.FromMinutes(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Settings.Mail is not { } mail)
            return;
        using var timer = new PeriodicTimer(Every, time);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                try
                {
                    await Round(mail, stoppingToken);
                }
                catch (Exception e) when (e is StorageException)
                {
                    // The database is in trouble, which its own check tells of. Nothing is lost: it is looked at again.
                    log.LogWarning("E-mails wait: {Fault}", e.GetType().Name);
                }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException) { }
    }

    /// <summary>Looks once, and sends what is due.</summary>
    /// <returns>How many went.</returns>
    internal async Task<int> Round(MailSettings mail, CancellationToken stop)
    {
        // Not before somebody or the start has read the record.
        if (municipality.Held is null)
            return 0;
        var snapshot = municipality.Current;
        var clock = Viewing.WorkClockOf(municipality, snapshot, options, time);
        var standing = Tidings.Of(snapshot, clock).ToLookup(t => t.EmployeeId, t => sent.KeyOf(t.Key));
        var rows = sent.All().ToDictionary(r => r.Employee);
        var post = new SmtpPost(mail, options.Database.DataFolder);
        var went = 0;
        foreach (var choice in snapshot.Register.Of<EmployeeContactFact>().GroupBy(n => n.EmployeeId).Select(g => g.Last()))
        {
            var row = rows.GetValueOrDefault(choice.EmployeeId);
            var now = standing[choice.EmployeeId].ToHashSet();
            if (!IsTold(choice, snapshot, clock))
                continue;
            // What it would have told of was done while it waited to be sent.
            if (row?.Sending is { } sending && !sending.Overlaps(now))
            {
                sent.Drop(choice.EmployeeId);
                row = row with { Sending = null, MailId = null };
            }
            if (row?.MailId is null && now.All(k => row?.Told.Contains(k) == true))
                continue;
            if (await Tell(choice, row, now, mail, post, stop))
                went++;
        }
        return went;
    }

    /// <summary>Employed, here today and with a role, and wants it.</summary>
    bool IsTold(EmployeeContactFact choice, Snapshot snapshot, Kernel.Clock clock) =>
        choice is { Wanted: true, Email: not null }
        && snapshot.Register.Staff.IsEmployed(choice.EmployeeId, clock.Today)
        && !snapshot.Register.Absences.Any(a => a.EmployeeId == choice.EmployeeId && a.RunsOn(clock.Today))
        && people.Find(People.EmployeeKey(choice.EmployeeId), snapshot.Register) is { } person
        && new Viewer(person, snapshot.Register, clock.Today, snapshot.Day, clock.Now).IsSomebody;

    async Task<bool> Tell(
        EmployeeContactFact to,
        MailRow? row,
        HashSet<string> standing,
        MailSettings mail,
        SmtpPost post,
        CancellationToken stop
    )
    {
        var now = time.GetUtcNow();
        if (
            sent.Claim(
                to.EmployeeId,
                standing,
                Instant(now),
                Instant(now - TimeSpan.FromMinutes(mail.EveryMinutes)),
                Instant(now - Wait(row?.Tries ?? 0))
            )
            is not { } id
        )
            return false;
        var address = options.Settings.Address?.AbsoluteUri.TrimEnd('/') ?? "";
        var fault = await post.Send(to.Email!, id, Text.Subject, Text.Body(address), now, stop);
        if (fault is { } why)
        {
            sent.Failed(to.EmployeeId, id, why.ToString());
            log.LogWarning("An e-mail waits: {Fault}", why);
            return false;
        }
        sent.Went(to.EmployeeId, id, Instant(time.GetUtcNow()));
        return true;
    }

    static TimeSpan Wait(long tries) => TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << (int)Math.Clamp(tries - 1, 0, 8)));

    // What both databases keep exactly.
    static DateTime Instant(DateTimeOffset at) => new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMillisecond, DateTimeKind.Utc);
}
