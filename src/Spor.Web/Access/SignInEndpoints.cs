using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http.HttpResults;
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
        app.MapPost("/log-ud", SignOut).AllowAnonymous();
        app.MapGet("/ingen-adgang", () => new RazorComponentResult<NoAccess> { StatusCode = StatusCodes.Status403Forbidden })
            .AllowAnonymous();
    }

    static bool MayChoose(SporOptions options, HttpContext context) =>
        options.DemoMode && (context.Connection.RemoteIpAddress is null || IPAddress.IsLoopback(context.Connection.RemoteIpAddress));

    static IResult ShowSignIn(SporOptions options, HttpContext context, Municipality municipality)
    {
        if (!MayChoose(options, context))
            return Results.Redirect("/");
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
        await context.SignInAsync(
            CookieAuthenticationDefaults.AuthenticationScheme,
            Principal.Of(person.Key, CookieAuthenticationDefaults.AuthenticationScheme)
        );
        return Results.Redirect("/");
    }

    static async Task<IResult> SignOut(IFormCollection form, HttpContext context)
    {
        _ = form;
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return Results.Redirect("/log-ind");
    }
}
