using System.Text.Encodings.Web;

namespace Spor.Web.Access;

/// <summary>
/// What somebody is told who does not come in at all. Plain text in a page of its own: it asks neither who they are nor what Spor holds,
/// and it stands although the database does not answer.
/// </summary>
static class DoorPages
{
    public static Task Write(HttpContext context, int status, string title, params IReadOnlyList<string> paragraphs)
    {
        var html = HtmlEncoder.Default;
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
        return context.Response.WriteAsync(
            $"""
            <!DOCTYPE html>
            <html lang="da">
            <head><meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" /><title>{html.Encode(
                title
            )} · Spor</title></head>
            <body><main><h1>{html.Encode(title)}</h1>{string.Concat(paragraphs.Select(p => $"<p>{html.Encode(p)}</p>"))}</main></body>
            </html>
            """
        );
    }

    public static Task WrongHost(HttpContext context) =>
        Write(
            context,
            StatusCodes.Status421MisdirectedRequest,
            "Spor kender ikke den adresse",
            $"Du har skrevet »{Short(context.Request.Host.Value)}«. Spor svarer kun på de adresser, der er sat op.",
            "Sidder du ved maskinen? Skriv localhost i stedet for navnet.",
            $"Skal Spor svare på et navn? Så skriv det i {Settings.FileName} i datamappen: \"address\": \"https://navnet\", "
                + $"og start Spor igen. "
                + "Lad beskyttelsen blive: uden den kan en fremmed side på nettet læse jeres sager gennem din browser."
        );

    public static Task Forwarded(HttpContext context, string what) =>
        Write(
            context,
            StatusCodes.Status403Forbidden,
            "Spor står bag noget, der ikke er sat op",
            $"Forespørgslen er sendt videre af en anden (»{Short(what)}«). Spor kan ikke se, hvem der spørger, og svarer derfor ikke.",
            "Skal Spor stå bag en proxy? Så skriv i "
                + Settings.FileName
                + " i datamappen, hvilken proxy det er, og hvilken adresse folk skriver: "
                + "\"proxy\": [\"127.0.0.1\"], \"address\": \"https://spor.kommune.dk\". Start Spor igen.",
            "Skal den ikke? Så luk den, der sender videre: den viser jeres sager til andre."
        );

    public static Task NotTheProxy(HttpContext context) =>
        Write(
            context,
            StatusCodes.Status403Forbidden,
            "Brug den adresse, Spor er sat op med",
            "Spor er sat op til at stå bag en proxy. Forespørgslen kommer uden om den.",
            $"Kommer den fra proxyen? Så mangler dens IP-adresse i »proxy« i {Settings.FileName}, eller den sender ikke X-Forwarded-For og "
                + "X-Forwarded-Proto."
        );

    public static Task NotEncrypted(HttpContext context) =>
        Write(
            context,
            StatusCodes.Status403Forbidden,
            "Forbindelsen er ikke krypteret",
            "Skriv adressen med https:// foran.",
            "Proxyen siger, at forbindelsen fra browseren er ukrypteret. Sæt den op til kun at svare på https."
        );

    public static Task FromElsewhere(HttpContext context) =>
        Write(
            context,
            StatusCodes.Status403Forbidden,
            "En anden side bad om dette",
            "En side uden for Spor har bedt din browser om at hente eller gemme noget i Spor. Det svarer Spor ikke på.",
            "Gå selv til Spor, og gør det derfra."
        );

    static string Short(string? text) => text is { Length: > 80 } ? text[..80] + "…" : text ?? "";
}
