using System.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Spor.Storage;
using Spor.Web.Access;
using Spor.Web.Exchange.Deliveries;
using Spor.Web.Frame;

namespace Spor.Web.Many;

/// <summary>How a municipality stands in the process that serves many.</summary>
public enum Standing
{
    Closed,
    Opening,
    Open,
    Failed,
}

/// <summary>One municipality of many: closed until somebody asks for it, and closed again when nobody has for a while. What goes wrong in
/// it is its own.</summary>
sealed class ServedMunicipality(string root, ListedMunicipality listed, TimeProvider time) : IAsyncDisposable
{
    /// <summary>One that could not be opened is not tried again sooner than this.</summary>
    static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(5);
    readonly Lock gate = new();
    Task<Open>? opening;
    int asking;
    long askedAt,
        failedAt;

    public ListedMunicipality Listed => listed;

    /// <summary>What kept it from opening, in Danish; null when nothing did.</summary>
    public string? Fault { get; private set; }

    /// <summary>How long the last opening took, until its pages could be asked.</summary>
    public TimeSpan OpenedIn { get; private set; }

    /// <summary>Of the municipality that is open, without holding it; null when none is.</summary>
    internal WeakReference? Held =>
        opening is { IsCompletedSuccessfully: true } open ? new(open.Result.App.Services.GetRequiredService<Municipality>()) : null;

    public Standing Standing
    {
        get
        {
            lock (gate)
                return opening switch
                {
                    { IsCompletedSuccessfully: true } => Standing.Open,
                    { IsCompleted: false } => Standing.Opening,
                    _ => Fault is null ? Standing.Closed : Standing.Failed,
                };
        }
    }

    /// <summary>Since somebody last asked; zero while somebody does.</summary>
    public TimeSpan Idle
    {
        get
        {
            lock (gate)
                return asking > 0 ? TimeSpan.Zero : time.GetElapsedTime(askedAt);
        }
    }

    /// <summary>Answers a request; false when the municipality cannot be opened now.</summary>
    public async Task<bool> Serve(HttpContext context)
    {
        if (Ask() is not { } asked)
            return false;
        Open open;
        try
        {
            open = await asked;
        }
        catch (Exception) when (Fault is not null)
        {
            Leave();
            return false;
        }
        // Behind whatever the municipality itself does when the answer is complete.
        context.Response.OnCompleted(() =>
        {
            Leave();
            return Task.CompletedTask;
        });
        await open.Server.Serve(context.Features);
        return true;
    }

    Task<Open>? Ask()
    {
        lock (gate)
        {
            if (opening is { IsFaulted: true })
            {
                if (time.GetElapsedTime(failedAt) < TryAgain)
                    return null;
                opening = null;
            }
            asking++;
            return opening ??= Task.Run(OpenNow);
        }
    }

    void Leave()
    {
        lock (gate)
        {
            asking--;
            askedAt = time.GetTimestamp();
        }
    }

    async Task<Open> OpenNow()
    {
        var began = Stopwatch.GetTimestamp();
        var folder = MunicipalityList.FolderOf(root, listed);
        Database? database = null;
        try
        {
            database = Database.Open(listed.Database, folder);
            var settings = Settings.Read(Path.Combine(folder, Settings.FileName));
            if (settings.SignIn is null)
                throw new SettingsException(Text.NoSignIn(listed.Host));
            if (!MunicipalityList.Same(settings.Address?.Host ?? "", listed.Host))
                throw new SettingsException(Text.OtherAddress(listed.Host));
            if (listed.Inbox is { } inbox && InboxFolder.Fault(inbox, folder) is { } wrong)
                throw new SettingsException(wrong);
            var server = new HeldServer();
            var app = SporHost.Build(
                new SporOptions(database, 0, DemoMode: false)
                {
                    Settings = settings,
                    Inbox = listed.Inbox,
                    Server = server,
                }
            );
            await app.StartAsync();
            (Fault, OpenedIn) = (null, Stopwatch.GetElapsedTime(began));
            return new(database, app, server);
        }
        catch (Exception e)
        {
            database?.Dispose();
            lock (gate)
                (Fault, failedAt) = (FaultText.Of(e) ?? e.GetType().Name, time.GetTimestamp());
            throw;
        }
    }

    /// <summary>Closes it if nobody is asking; whoever asks next opens it again.</summary>
    public async Task<bool> Close()
    {
        Task<Open> was;
        lock (gate)
        {
            if (asking > 0 || opening is not { IsCompletedSuccessfully: true } open)
                return false;
            (was, opening) = (open, null);
        }
        await (await was).DisposeAsync();
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        Task<Open>? was;
        lock (gate)
            (was, opening) = (opening, null);
        if (was is null)
            return;
        try
        {
            await (await was).DisposeAsync();
        }
        catch (Exception) when (Fault is not null)
        {
            // It never opened.
        }
    }

    sealed record Open(Database Database, WebApplication App, HeldServer Server) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await App.StopAsync();
            await App.DisposeAsync();
            Database.Dispose();
        }
    }
}
