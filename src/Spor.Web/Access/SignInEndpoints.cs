using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Frame;

namespace Spor.Web.Access;

static class SignInEndpoints
{
    public static void MapSignIn(this WebApplication app)
    {
        if (app.Services.GetRequiredService<SporOptions>().Provider is not null)
            MapProvider(app);
        app.MapGet("/log-ind", ShowSignIn).AllowAnonymous();
        app.MapPost("/log-ind", ChoosePerson).AllowAnonymous();
        app.MapGet(StartAddress.Path, Start).AllowAnonymous();
        app.MapGet(KeptForms.Path, KeptForms.Show).RequireAuthorization(Policies.Start);
        app.MapPost(KeptForms.Forget, KeptForms.Delete).RequireAuthorization(Policies.Start);
        app.MapPost("/log-ud", SignOut).AllowAnonymous();
        app.MapPost("/log-ud/alle", SignOutEverywhere).AllowAnonymous();
        app.MapGet("/ingen-adgang", IResult () => new RazorComponentResult<NoAccess> { StatusCode = StatusCodes.Status403Forbidden })
            .AllowAnonymous();
    }

    static void MapProvider(WebApplication app)
    {
        app.MapGet(ProviderSignIn.Start, (HttpContext context, string? til) => ProviderSignIn.Go(context, til, fresh: false))
            .AllowAnonymous();
        app.MapGet(
                ProviderSignIn.Fresh,
                (string? til) =>
                    Page(
                        Text.FreshTitle,
                        Text.FreshLede,
                        Text.ProviderButton,
                        ProviderSignIn.Start + "/frisk?til=" + Uri.EscapeDataString(LocalPath.Of(til) ?? "/")
                    )
            )
            .AllowAnonymous();
        app.MapGet(ProviderSignIn.Start + "/frisk", (HttpContext context, string? til) => ProviderSignIn.Go(context, til, fresh: true))
            .AllowAnonymous();
        app.MapGet(
                ProviderSignIn.Arrived,
                (string? til) => Page(Text.ArrivedTitle, null, Text.ArrivedButton, LocalPath.Of(til) ?? "/", refresh: 0)
            )
            .AllowAnonymous();
        app.MapGet(
                ProviderSignIn.Failed,
                (string? hvorfor) =>
                    Page(
                        Text.FailedTitle,
                        Text.Failed(hvorfor),
                        Text.FailedButton,
                        ProviderSignIn.Start,
                        status: hvorfor == "udbyder" ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status403Forbidden
                    )
            )
            .AllowAnonymous();
        // The provider's own server calls here, with a token of its own instead of a form's.
        app.MapPost(ProviderSignIn.BackChannel, ProviderSignIn.SignOutFromProvider).AllowAnonymous().DisableAntiforgery();
    }

    static string ToProvider(string? til) => ProviderSignIn.Start + "?til=" + Uri.EscapeDataString(LocalPath.Of(til) ?? "/");

    static IResult Page(string title, string? lede, string button, string to, int? refresh = null, int status = StatusCodes.Status200OK) =>
        new RazorComponentResult<ProviderPage>(
            new
            {
                Title = title,
                Lede = lede,
                Button = button,
                To = to,
                Refresh = refresh,
            }
        )
        {
            StatusCode = status,
        };

    static bool MayChoose(SporOptions options, HttpContext context) =>
        options.DemoMode && (context.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(context.Connection.RemoteIpAddress));

    static IResult ShowSignIn(SporOptions options, HttpContext context, Municipality municipality)
    {
        var waits = context.Request.Query["ReturnUrl"] == KeptForms.Path;
        if (options.Provider is not null)
            return Principal.Key(context.User) is not null
                ? Results.Redirect("/")
                : Page(
                    Text.ProviderTitle,
                    waits ? Text.KeptWaits : Text.ProviderLede,
                    Text.ProviderButton,
                    ToProvider(context.Request.Query["ReturnUrl"])
                );
        if (!options.DemoMode)
            return Principal.Key(context.User) is not null
                ? Results.Redirect("/")
                : new RazorComponentResult<StartPage>(new { Waits = waits }) { StatusCode = StatusCodes.Status401Unauthorized };
        if (!MayChoose(options, context))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        var register = municipality.Current.Register;
        return new RazorComponentResult<SignInPage>(
            new { People = DemoPeople.Of(register, register.Municipality?.ExtractDay ?? DateOnly.MinValue), Waits = waits }
        );
    }

    static async Task<IResult> ChoosePerson(IFormCollection form, SporOptions options, HttpContext context, Municipality municipality)
    {
        if (!MayChoose(options, context))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        var register = municipality.Current.Register;
        var person = DemoPeople
            .Of(register, register.Municipality?.ExtractDay ?? DateOnly.MinValue)
            .FirstOrDefault(p => p.Key == form["person"]);
        if (person is null)
            return Results.Redirect("/log-ind");
        await SignedIn.Begin(context, person.Key, SignedIn.DemoWay);
        return Results.Redirect(KeptForms.Next(context, person.Key));
    }

    /// <summary>The one-time address: the session takes its place, and it is out of the browser's address field.</summary>
    static async Task<IResult> Start(HttpContext context, [FromServices] StartAddress? address)
    {
        if (address?.Take(context.Request.Query[StartAddress.Word]) == true)
        {
            await SignedIn.Begin(context, LocalAnalyst.Key, StartAddress.Way);
            return Results.Redirect(KeptForms.Next(context, LocalAnalyst.Key));
        }
        return Results.Redirect(Principal.Key(context.User) is null ? "/log-ind" : "/");
    }

    static async Task<IResult> SignOut(IFormCollection form, HttpContext context)
    {
        _ = form;
        await SignedIn.End(context);
        return await SignedOut(context);
    }

    // Out of the provider too: else the next click would sign in again without a word.
    static async Task<IResult> SignedOut(HttpContext context)
    {
        if (context.RequestServices.GetRequiredService<SporOptions>().Provider is null)
            return Results.Redirect("/log-ind");
        try
        {
            await context.SignOutAsync(ProviderSignIn.Name);
            return Results.Empty;
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or HttpRequestException)
        {
            return Results.Redirect("/log-ind");
        }
    }

    /// <summary>On every machine where one is signed in.</summary>
    static async Task<IResult> SignOutEverywhere(IFormCollection form, HttpContext context, Sessions sessions)
    {
        _ = form;
        if (Principal.Key(context.User) is { } person)
            sessions.EndAllOf(person);
        await SignedIn.End(context);
        return await SignedOut(context);
    }
}
