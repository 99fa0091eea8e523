using System.Security.Cryptography;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Kernel;
using Spor.Storage;
using Spor.Verbs;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Access;

/// <summary>A form that is held, as its sender chooses it.</summary>
/// <param name="Begins">The first words of what was written.</param>
/// <param name="Fields">A field with its values, sent again as they came.</param>
public sealed record KeptForm(string Target, DateTime At, string Begins, IReadOnlyList<(string Name, string Value)> Fields, bool Files);

/// <summary>
/// A form that comes when its sender is not signed in any more, or is signed in anew, is held and not lost. It is sealed, for that person
/// in that browser, for some hours, and is sent again once they are back: to the form, which then shows everything and saves nothing
/// (<see cref="FormState.BackField"/>). No address holds what was typed.
/// </summary>
static class KeptForms
{
    public const string Path = "/log-ind/skrevet",
        Forget = "/log-ind/skrevet/slet",
        FormField = "formular",
        FilesMark = "spor-filer";

    const char Between = '\u001e';

    /// <summary>A body that is larger is not read for somebody who is not signed in (bytes).</summary>
    const long Largest = 10 << 20;

    static readonly object EndedKey = new();

    /// <summary>The cookie is whole and says who it was, but its session is over.</summary>
    public static void Ended(HttpContext context, string? person) => context.Items[EndedKey] = person;

    static string Cookie(HttpContext context) => SignedIn.CookieName(context.RequestServices.GetRequiredService<SporOptions>(), "skrevet");

    static string? Browser(HttpContext context) => context.Request.Cookies[Cookie(context)] is { Length: 64 } number ? number : null;

    /// <summary>Before anybody is sent to sign in: what they sent is held.</summary>
    public static async Task Keep(HttpContext context, RequestDelegate next)
    {
        if (context.Items[EndedKey] is not string person || Principal.Key(context.User) is not null)
        {
            await next(context);
            return;
        }
        switch (Hold(context, person))
        {
            case true:
                context.Response.Redirect("/log-ind?ReturnUrl=" + Uri.EscapeDataString(Path));
                return;
            case false:
                await DoorPages.Write(
                    context,
                    StatusCodes.Status413PayloadTooLarge,
                    "Du er logget ud, og teksten er for lang til at holde",
                    "Intet er gemt. Åbn Spor i en ny fane, og log ind. Gå så tilbage hertil, og send formularen igen.",
                    "Det, du har skrevet, står der endnu, når du går tilbage i browseren."
                );
                return;
            default:
                await next(context);
                return;
        }
    }

    /// <summary>A form of an earlier session comes from somebody who has signed in since: its token is no longer good, its words
    /// are.</summary>
    /// <returns>Whether it is held.</returns>
    public static bool Keep(HttpContext context)
    {
        if (Principal.Key(context.User) is not { } person || Hold(context, person, withToken: true) != true)
            return false;
        context.Response.Redirect(Path);
        return true;
    }

    /// <returns>Null if it was no form that somebody had written in; false if it is too long.</returns>
    static bool? Hold(HttpContext context, string person, bool withToken = false)
    {
        var request = context.Request;
        var draft = request.Path == "/kladde";
        if (
            !HttpMethods.IsPost(request.Method)
            // What is kept while one types is sent by the page itself, where the words still stand.
            || request.Headers.ContainsKey("X-Spor-Part")
            || !(draft || context.GetEndpoint()?.Metadata.GetMetadata<Verb>() is not null)
            || request.ContentType?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true
                && request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) != true
            || request.ContentLength is null or > Largest
            || LocalPath.Of(request.Path + request.QueryString) is not { } target
        )
            return null;
        IFormCollection form;
        // A form whose token is no good is not read. This one is only given back to its sender, and is asked for a token then.
        var tokens = context.Features.Get<IAntiforgeryValidationFeature>();
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        try
        {
            _ = request.HasFormContentType;
            form = context.Features.Get<IFormFeature>()!.ReadForm();
        }
        catch (Exception e) when (e is InvalidDataException or IOException or BadHttpRequestException)
        {
            return null;
        }
        finally
        {
            context.Features.Set(tokens);
        }
        if (withToken && !form.Keys.Any(k => k.StartsWith("__", StringComparison.Ordinal)))
            return null;
        var fields = form.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal) && f.Key != FormState.BackField)
            .ToDictionary(f => f.Key, f => string.Join(Between, f.Value.Select(v => v ?? "")), StringComparer.Ordinal);
        if (fields.All(f => Ours(f.Key) || string.IsNullOrWhiteSpace(f.Value)))
            return null;
        if (form.Files.Count > 0)
            fields[FilesMark] = "ja";
        var browser = Browser(context) ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        if (!context.RequestServices.GetRequiredService<Drafts>().Hold(person, browser, target, fields))
            return false;
        var encrypted = context.RequestServices.GetRequiredService<SporOptions>().Settings.Encrypted;
        context.Response.Cookies.Append(
            Cookie(context),
            browser,
            new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                Secure = encrypted || request.IsHttps,
                Path = "/",
                MaxAge = Drafts.HeldFor,
            }
        );
        return true;
    }

    static bool Ours(string field) => field.StartsWith("spor-", StringComparison.Ordinal);

    /// <summary>What is held for somebody who signs in in this browser, the latest first.</summary>
    public static IReadOnlyList<KeptForm> Of(HttpContext context, string person) =>
        Browser(context) is not { } browser
            ? []
            :
            [
                .. context
                    .RequestServices.GetRequiredService<Drafts>()
                    .Held(person, browser)
                    .Select(h => new KeptForm(
                        h.Form,
                        DanishCalendar.Local(h.At),
                        Beginning(h.Fields),
                        [.. h.Fields.Where(f => f.Key != FilesMark).SelectMany(f => f.Value.Split(Between).Select(v => (f.Key, v)))],
                        h.Fields.ContainsKey(FilesMark)
                    )),
            ];

    // The longest text is what somebody knows their form by.
    static string Beginning(IReadOnlyDictionary<string, string> fields)
    {
        var text = fields.Where(f => !Ours(f.Key)).Select(f => f.Value.Replace(Between, ' ').Trim()).MaxBy(v => v.Length) ?? "";
        return text.Length <= 80 ? text : text[..80].TrimEnd() + " …";
    }

    /// <summary>Where somebody goes who has signed in: to what is held for them, or to where they were going.</summary>
    public static string Next(HttpContext context, string person, string otherwise = "/") =>
        Of(context, person).Count > 0 ? Path : otherwise;

    /// <summary>The form is saved, so what was held of it has done its work.</summary>
    public static void LetGo(HttpContext context, string person)
    {
        if (Browser(context) is { } browser)
            context.RequestServices.GetRequiredService<Drafts>().LetGo(person, browser, context.Request.Path + context.Request.QueryString);
    }

    public static IResult Show(HttpContext context) =>
        Of(context, Principal.Key(context.User)!) is { Count: > 0 } kept
            ? new RazorComponentResult<KeptFormsPage>(new { Kept = kept })
            : Results.Redirect("/");

    public static IResult Delete(IFormCollection form, HttpContext context, Drafts drafts)
    {
        if (Browser(context) is { } browser && LocalPath.Of(form[FormField].ToString()) is { } target)
            drafts.LetGo(Principal.Key(context.User)!, browser, target);
        return Results.Redirect(Path);
    }
}
