using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.FileProviders;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Access.CaseAccess;
using Spor.Web.Access.RoleList;
using Spor.Web.Case.Assessments;
using Spor.Web.Case.Cases;
using Spor.Web.Case.Child;
using Spor.Web.Case.Conversations;
using Spor.Web.Case.Corrections;
using Spor.Web.Case.Decisions;
using Spor.Web.Case.Documents;
using Spor.Web.Case.Economy;
using Spor.Web.Case.FileAccess;
using Spor.Web.Case.FollowUps;
using Spor.Web.Case.Interventions;
using Spor.Web.Case.Journal;
using Spor.Web.Case.Letters;
using Spor.Web.Case.Network;
using Spor.Web.Case.Notes;
using Spor.Web.Case.Notifications;
using Spor.Web.Case.Objections;
using Spor.Web.Case.OwnTasks;
using Spor.Web.Case.Partners;
using Spor.Web.Case.Plans;
using Spor.Web.Case.SameChild;
using Spor.Web.Case.YourCase;
using Spor.Web.Conferences.Agreements;
using Spor.Web.Conferences.Desk;
using Spor.Web.Conferences.FamilyPlans;
using Spor.Web.Conferences.Meeting;
using Spor.Web.Conferences.NetworkMeetings;
using Spor.Web.Day.Calendar;
using Spor.Web.Day.Children;
using Spor.Web.Day.Deadlines;
using Spor.Web.Day.Find;
using Spor.Web.Day.Home;
using Spor.Web.Day.MyDay;
using Spor.Web.Day.Notice;
using Spor.Web.Exchange.Deliveries;
using Spor.Web.Exchange.Import;
using Spor.Web.Exchange.Research;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Layout;
using Spor.Web.Leading.AnnualWheel;
using Spor.Web.Leading.Baselines;
using Spor.Web.Leading.CaseReadings;
using Spor.Web.Leading.CasesAndStaff;
using Spor.Web.Leading.ConferencesInFigures;
using Spor.Web.Leading.Council;
using Spor.Web.Leading.Districts;
using Spor.Web.Leading.Economy;
using Spor.Web.Leading.Expenditure;
using Spor.Web.Leading.Forecast;
using Spor.Web.Leading.Inhabitants;
using Spor.Web.Leading.Investing;
using Spor.Web.Leading.Lateness;
using Spor.Web.Leading.LawAndDeadlines;
using Spor.Web.Leading.Management;
using Spor.Web.Leading.OldCases;
using Spor.Web.Leading.Panels;
using Spor.Web.Leading.Quality;
using Spor.Web.Leading.SideBySide;
using Spor.Web.Leading.SocialInvesting;
using Spor.Web.Leading.StepLadder;
using Spor.Web.Leading.Surveys;
using Spor.Web.Leading.TheoryOfChange;
using Spor.Web.Leading.TwelveIndicators;
using Spor.Web.Leading.WhatWorks;
using Spor.Web.Running;
using Spor.Web.Staff.Absences;
using Spor.Web.Staff.Allocating;
using Spor.Web.Trust;

namespace Spor.Web;

/// <param name="Database">Opened by the caller, who also closes it.</param>
/// <param name="Port">On loopback only.</param>
/// <param name="DemoMode">Demo people may be chosen, and the clock stands at the extract's day.</param>
public sealed record SporOptions(Database Database, int Port, bool DemoMode, TimeProvider? Time = null)
{
    /// <summary>A folder that other systems put files into; null = none is watched.</summary>
    public string? Inbox { get; init; }

    public Settings Settings { get; init; } = Settings.None;

    /// <summary>Set where the municipality stands behind the port of a process that serves many.</summary>
    internal IServer? Server { get; init; }

    /// <summary>False in one bench alone, which asks what the log of looks costs: nothing that is set by a person reaches it.</summary>
    internal bool LooksAreWritten { get; init; } = true;

    /// <summary>Who says who somebody is; null in the demo, and where one analyst comes by the start address.</summary>
    public SignInSettings? Provider => DemoMode ? null : Settings.SignIn;
}

/// <summary>One process that serves one municipality.</summary>
public static class SporHost
{
    /// <summary>Uploads are at most this large (bytes).</summary>
    public const long LargestUpload = 1L << 30;

    public static WebApplication Build(SporOptions options)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().AddProvider(LogLines.Standard()).SetMinimumLevel(LogLevel.Warning);
        // Its page writes what happened, once, and without an exception's words.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None);
        // The cookie's keys lie in the data folder, beside the key ring, for the same people.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);
        // It warns that it sets the same no-store that every page has already.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        builder.WebHost.ConfigureKestrel(k => Listen(k, options.Port));
        var services = builder.Services;
        if (options.Server is { } held)
            services.AddSingleton(held);
        services.AddSingleton(options).AddSingleton(options.Database).AddSingleton(options.Time ?? TimeProvider.System);
        services
            .AddSingleton(_ => AccessLog.Open(options.Database))
            .AddSingleton(s => new Municipality(
                options.Database,
                s.GetRequiredService<AccessLog>(),
                s.GetRequiredService<TimeProvider>(),
                standsAtExtract: options.DemoMode
            ))
            .AddSingleton<Drafts>()
            .AddSingleton<Acts>();
        // Read for a page at the page's own entry.
        services.AddScoped(s => new ChildReader(options.Database, At(s))).AddScoped(s => new FactReader(options.Database, At(s)));
        static Func<long> At(IServiceProvider s)
        {
            var viewing = s.GetRequiredService<Viewing>();
            return () => viewing.ReadsAt;
        }
        services
            .AddHttpContextAccessor()
            .AddSingleton<Publications>()
            .AddScoped<Viewing>()
            .AddScoped<Showing>()
            .AddScoped<Acting>()
            .AddRazorComponents();
        // A demo's people are chosen; otherwise there is the analyst at this machine. Names come from the register in both.
        services.AddSingleton(
            options.DemoMode
                ? new People(DemoPeople.Invented, People.Employees, People.Coordinators, People.Users, LocalAnalyst.Source)
                : new People(LocalAnalyst.Source, People.Employees, People.Coordinators, People.Users)
        );
        services
            .AddDataProtection()
            .SetApplicationName("Spor")
            .PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(options.Database.DataFolder, "cookies")));
        SignedIn.Add(services, options);
        if (!options.DemoMode && options.Provider is null)
            services.AddSingleton<StartAddress>();
        Policies.Add(services.AddAuthorizationBuilder());
        services.Configure<FormOptions>(f =>
        {
            f.MultipartBodyLengthLimit = LargestUpload;
            f.ValueCountLimit = 20_000;
        });
        services.AddResponseCompression(c => c.EnableForHttps = true);
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddImport();
        services.AddDeliveries();
        services.AddChild();
        services.AddRunning();
        // Work in the background that fails is logged; it never takes the pages down with it.
        services.Configure<HostOptions>(h => h.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
        services.AddSingleton<WarmUp>().AddHostedService(s => s.GetRequiredService<WarmUp>());
        services.AddHostedService<ClockWatch>();
        services.AddHostedService<ForecastWatch>();
        services.AddNotice();
        services.AddBaselines();
        services.AddSingleton<NoteTexts>().AddSingleton<IntentReader>().AddSingleton<ImportCounts>();
        services.AddCouncil();
        services.AddAnnualWheel();

        Floods.Add(services);
        services.AddTelemetry(options.Settings);

        var app = builder.Build();
        app.Use(Security.SentOnByNobody(options.Settings));
        if (options.Settings.Proxies.Count > 0)
            app.UseForwardedHeaders(Security.FromProxies(options.Settings));
        app.Use(Wire.OnlyCharacters);
        app.Use(NulBytes.Marked);
        app.UseResponseCompression();
        if (BasePath.Of(options.Settings.Address) is { } under)
            app.Use(BasePath.Keep(under));
        app.Use(Security.Headers(options.Settings));
        app.UseExceptionHandler("/fejl");
        app.UseStatusCodePagesWithReExecute("/fejl/{0}");
        app.UseStaticFiles(
            new StaticFileOptions
            {
                FileProvider = new PhysicalFileProvider(Path.Combine(AppContext.BaseDirectory, "wwwroot")),
                OnPrepareResponse = c =>
                    c.Context.Response.Headers.CacheControl = c.Context.Request.Query.ContainsKey("v")
                        ? "public, max-age=31536000, immutable"
                        : "no-cache",
            }
        );
        app.UseRouting();
        app.UseAuthentication();
        app.Use(SignedIn.Known);
        app.Use(SealedForms.Use);
        app.Use(KeptForms.Keep);
        if (!options.DemoMode)
            app.Use(Wire.Slowly(app.Services.GetRequiredService<TimeProvider>()));
        if (options.LooksAreWritten)
            app.Use(LookBarrier.Guard);
        app.UseAuthorization();
        app.Use(MergedAddress.Follow);
        if (options.Provider is { } provider)
            app.Use(StepUp.Ask(provider));
        var floods = app.Services.GetRequiredService<Floods>();
        app.Use(floods.FewUploads);
        // Reads the form, so that whoever sends it slowly holds no place in the line behind it.
        app.UseAntiforgery();
        app.Use(floods.InTurn);
        // Before any endpoint reads the form: none has to ask.
        app.Use(
            async (context, next) =>
            {
                // The page that says so is asked for in the same request, and wants no token.
                var asked = context.GetEndpoint()?.Metadata.GetMetadata<IAntiforgeryMetadata>() is { RequiresValidation: true };
                if (!asked || context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
                    await next(context);
                else if (!KeptForms.Keep(context))
                    context.Response.StatusCode = StatusCodes.Status400BadRequest;
            }
        );
        MapFolders(app);
        app.UseTelemetry();
        // Nobody is let in if who looks cannot be written down.
        app.Services.GetRequiredService<AccessLog>();
        // A new start has a new address; who came in by an earlier one does not stay.
        if (!options.DemoMode && options.Provider is null)
            app.Services.GetRequiredService<Sessions>().EndAllThrough(StartAddress.Way);
        return app;
    }

    internal static void Listen(KestrelServerOptions kestrel, int port)
    {
        // Port 0 asks for any free one, which only an address can.
        if (port == 0)
            kestrel.Listen(IPAddress.Loopback, 0);
        else
            kestrel.ListenLocalhost(port);
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = 10 << 20;
    }

    static void MapFolders(WebApplication app)
    {
        app.MapSignIn();
        app.MapRoles();
        app.MapCaseAccess();
        app.MapHome();
        app.MapChildList();
        app.MapDeadlines();
        app.MapImport();
        app.MapDeliveries();
        app.MapMyDay();
        app.MapChild();
        app.MapJournal();
        app.MapFind();
        app.MapLadder();
        app.MapCaseload();
        app.MapManagement();
        app.MapDrafts();
        app.MapNotes();
        app.MapDocuments();
        app.MapOwnTasks();
        app.MapCalendar();
        app.MapNotice();
        app.MapNetwork();
        app.MapCoordinators();
        app.MapConferenceFigures();
        app.MapAllocation();
        app.MapAbsences();
        app.MapNotifications();
        app.MapIndicators();
        app.MapCorrections();
        app.MapQuality();
        app.MapSameChild();
        app.MapOldCases();
        app.MapCaseReadings();
        app.MapPanels();
        app.MapSurveys();
        app.MapTheories();
        app.MapFollowUps();
        app.MapDecisions();
        app.MapInterventions();
        app.MapBaselines();
        app.MapCouncil();
        app.MapAnnualWheel();
        app.MapResearch();
        app.MapAssessments();
        app.MapConversations();
        app.MapLetters();
        app.MapCases();
        app.MapPlans();
        app.MapConferences();
        app.MapFamilyPlans();
        app.MapAgreements();
        app.MapNetworkMeetings();
        app.MapTrust();
        app.MapRunning();
        app.MapFileAccess();
        app.MapObjections();
        app.MapPartners();
        app.MapYourCase();
        app.MapLaw();
        app.MapEconomy();
        app.MapDistricts();
        app.MapForecast();
        app.MapSideBySide();
        app.MapWhatWorks();
        app.MapExpenditure();
        app.MapSocialInvesting();
        app.MapLateness();
        app.MapInhabitants();
        app.MapInvesting();
        app.MapChildMoney();
    }
}
