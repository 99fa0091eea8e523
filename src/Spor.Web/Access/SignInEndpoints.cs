using System.Net;
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
        app.MapGet("/log-ind", ShowSignIn).AllowAnonymous();
        app.MapPost("/log-ind", ChoosePerson).AllowAnonymous();
        app.MapGet(StartAddress.Path, Start).AllowAnonymous();
        app.MapPost("/log-ud", SignOut).AllowAnonymous();
        app.MapPost("/log-ud/alle", SignOutEverywhere).AllowAnonymous();
        app.MapGet("/ingen-adgang", IResult () => new RazorComponentResult<NoAccess> { StatusCode = StatusCodes.Status403Forbidden })
            .AllowAnonymous();
    }

    static bool MayChoose(SporOptions options, HttpContext context) =>
        options.DemoMode && (context.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(context.Connection.RemoteIpAddress));

    static IResult ShowSignIn(SporOptions options, HttpContext context, Municipality municipality)
    {
        if (!options.DemoMode)
            return Principal.Key(context.User) is not null
                ? Results.Redirect("/")
                : new RazorComponentResult<StartPage> { StatusCode = StatusCodes.Status401Unauthorized };
        if (!MayChoose(options, context))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        var register = municipality.Current.Register;
        return new RazorComponentResult<SignInPage>(
            new { People = DemoPeople.Of(register, register.Municipality?.ExtractDay ?? DateOnly.MinValue) }
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
        return Results.Redirect("/");
    }

    /// <summary>The one-time address: the session takes its place, and it is out of the browser's address field.</summary>
    static async Task<IResult> Start(HttpContext context, [FromServices] StartAddress? address)
    {
        if (address?.Take(context.Request.Query[StartAddress.Word]) == true)
        {
            await SignedIn.Begin(context, LocalAnalyst.Key, StartAddress.Way);
            return Results.Redirect("/");
        }
        return Results.Redirect(Principal.Key(context.User) is null ? "/log-ind" : "/");
    }

    static async Task<IResult> SignOut(IFormCollection form, HttpContext context)
    {
        _ = form;
        await SignedIn.End(context);
        return Results.Redirect("/log-ind");
    }

    /// <summary>On every machine where one is signed in.</summary>
    static async Task<IResult> SignOutEverywhere(IFormCollection form, HttpContext context, Sessions sessions)
    {
        _ = form;
        if (Principal.Key(context.User) is { } person)
            sessions.EndAllOf(person);
        await SignedIn.End(context);
        return Results.Redirect("/log-ind");
    }
}
