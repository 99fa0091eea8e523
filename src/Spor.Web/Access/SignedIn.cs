using System.Runtime.ExceptionServices;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Spor.Storage;

namespace Spor.Web.Access;

/// <summary>How somebody's session begins, is asked for at each request, and ends.</summary>
static class SignedIn
{
    const string Scheme = CookieAuthenticationDefaults.AuthenticationScheme;

    static readonly object FaultKey = new();

    /// <summary>The way of those who chose a person of the demo.</summary>
    public const string DemoWay = "demo";

    /// <summary>An evening without a click, or a working day and a night, and one shows again who one is.</summary>
    public static SessionLimits Limits(SporOptions options) =>
        options.Provider is { } provider ? ProviderSignIn.Limits(provider)
        : options.DemoMode ? new(TimeSpan.FromDays(1), TimeSpan.FromDays(7))
        : new(TimeSpan.FromHours(12), TimeSpan.FromDays(1));

    /// <summary>Cookies of one machine are shared by all its ports: each instance's has a name of its own.</summary>
    public static string CookieName(SporOptions options, string what) =>
        // A browser keeps such a name from being set by anybody but this very host, encrypted.
        (options.Settings.Encrypted ? "__Host-" : "") + $"spor-{what}-{(uint)options.Database.Keys.Hash("cookie"):x8}";

    public static void Add(IServiceCollection services, SporOptions options)
    {
        var secure = options.Settings.Encrypted ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        services.AddSingleton(s => new Sessions(options.Database, s.GetRequiredService<TimeProvider>()));
        services.AddAntiforgery(a =>
        {
            a.Cookie.Name = CookieName(options, "form");
            // A browser keeps __Host- names for the whole host alone, also where Spor stands under a path.
            a.Cookie.Path = "/";
            a.Cookie.SameSite = SameSiteMode.Strict;
            a.Cookie.SecurePolicy = secure;
        });
        var builder = services
            .AddAuthentication(Scheme)
            .AddCookie(c =>
            {
                c.Cookie.Name = CookieName(options, "ind");
                c.Cookie.Path = "/";
                c.Cookie.SameSite = SameSiteMode.Strict;
                c.Cookie.SecurePolicy = secure;
                c.LoginPath = "/log-ind";
                c.AccessDeniedPath = "/ingen-adgang";
                // How long it lasts is the session's to say. The cookie outlives it: it says whose form it was that came too late.
                c.ExpireTimeSpan = Limits(options).Absolute + Drafts.HeldFor;
                c.SlidingExpiration = false;
                c.Events.OnValidatePrincipal = Validate;
            });
        if (options.Provider is { } provider)
            ProviderSignIn.Add(builder, options, provider);
    }

    public static async Task Begin(HttpContext context, string person, string way, string? outside = null, DateTime? freshAt = null)
    {
        var sessions = context.RequestServices.GetRequiredService<Sessions>();
        // Whoever had this browser before is not carried on.
        await End(context);
        await context.SignInAsync(Scheme, Principal.Of(person, Scheme, sessions.Begin(person, way, outside, freshAt)));
    }

    public static async Task End(HttpContext context)
    {
        if (Principal.Session(context.User) is { } session)
            context.RequestServices.GetRequiredService<Sessions>().End(session);
        await context.SignOutAsync(Scheme);
    }

    /// <summary>The session of this request; null for a stranger.</summary>
    public static Session? Of(HttpContext context) => context.Items[typeof(Session)] as Session;

    /// <summary>If it could not be asked whether somebody is signed in, that is a fault and not a reason to sign in again.</summary>
    public static Task Known(HttpContext context, RequestDelegate next)
    {
        // Whether Spor is well is asked by anybody, and answered when it is not.
        if (context.Items.Remove(FaultKey, out var fault) && !context.Request.Path.StartsWithSegments("/sundhed"))
            ExceptionDispatchInfo.Throw((Exception)fault!);
        return next(context);
    }

    static async Task Validate(CookieValidatePrincipalContext context)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        Session? session;
        try
        {
            session = Principal.Session(context.Principal!) is { } number
                ? services.GetRequiredService<Sessions>().Find(number, Limits(services.GetRequiredService<SporOptions>()))
                : null;
        }
        catch (Exception e) when (e is ObjectDisposedException || Faults.Typed(e) is not null)
        {
            // What is thrown here is thrown again on the page that tells of the fault, which must not need what failed.
            http.Items[FaultKey] = e;
            context.RejectPrincipal();
            return;
        }
        if (session is not null && session.Person == Principal.Key(context.Principal!))
        {
            http.Items[typeof(Session)] = session;
            return;
        }
        KeptForms.Ended(http, Principal.Key(context.Principal!));
        context.RejectPrincipal();
        await http.SignOutAsync(Scheme);
    }
}
