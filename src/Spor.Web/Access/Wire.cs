using System.Collections.Concurrent;

namespace Spor.Web.Access;

/// <summary>What comes over the wire and is no page of anybody's: characters that nobody types, and more questions than a person
/// asks.</summary>
static class Wire
{
    /// <summary>How many sign-ins from one address, and how many searches of one session, in a minute.</summary>
    public const int SignIns = 30,
        Searches = 120;

    /// <summary>How often the answering of surveys is asked for from one address in a minute: a whole class may sit behind one.</summary>
    public const int Answers = 240;

    static readonly string[] Searching =
    [
        "/boern/soeg",
        "/boern/soeg.csv",
        "/boern/soeg.xlsx",
        "/notater",
        "/underretning/ny",
        Frame.Forms.Routes.Find,
    ];

    /// <summary>A NUL or another control character in an address is no address of Spor's.</summary>
    public static Task OnlyCharacters(HttpContext context, RequestDelegate next) =>
        HasControl(context.Request.Path.Value, text: false)
        || HasControl(Uri.UnescapeDataString(context.Request.QueryString.Value ?? ""), text: false)
            ? DoorPages.Write(
                context,
                StatusCodes.Status400BadRequest,
                "Adressen kan ikke læses",
                "Der er et tegn i adressen, som ingen kan skrive. Gå til forsiden, og find siden derfra."
            )
            : next(context);

    /// <param name="text">Of several lines: then line ends and tabs are typed by people.</param>
    public static bool HasControl(string? value, bool text) =>
        value is not null
        && value.AsSpan().IndexOfAnyInRange('\0', '\u001f') >= 0
        && value.Any(c => c < ' ' && !(text && c is '\n' or '\r' or '\t'));

    /// <summary>
    /// Whoever tries many sign-ins or codes of surveys, or asks for more children than a person can, waits. Not in the demo, where
    /// everybody is invented.
    /// </summary>
    public static Func<HttpContext, RequestDelegate, Task> Slowly(TimeProvider time)
    {
        var counts = new ConcurrentDictionary<(string What, string Who, long Minute), int>();
        return (context, next) =>
        {
            var path = context.Request.Path.Value ?? "";
            var signIn =
                path == StartAddress.Path
                || path.StartsWith("/log-ind/", StringComparison.Ordinal)
                || (path == "/log-ind" && !HttpMethods.IsGet(context.Request.Method));
            var search = HttpMethods.IsPost(context.Request.Method) && Searching.Contains(path);
            var answer = context.Request.Path.StartsWithSegments("/svar");
            if (!signIn && !search && !answer)
                return next(context);
            var minute = time.GetUtcNow().ToUnixTimeSeconds() / 60;
            // In memory alone, and for a minute: where somebody answers from is kept nowhere.
            var who = signIn || answer ? context.Connection.RemoteIpAddress?.ToString() ?? "" : Principal.Session(context.User) ?? "";
            foreach (var old in counts.Keys)
                if (old.Minute < minute)
                    counts.TryRemove(old, out _);
            var count = counts.AddOrUpdate(
                (
                    signIn ? "ind"
                    : answer ? "svar"
                    : "soeg",
                    who,
                    minute
                ),
                1,
                (_, n) => n + 1
            );
            if (
                count
                <= (
                    signIn ? SignIns
                    : answer ? Answers
                    : Searches
                )
            )
                return next(context);
            context.Response.Headers.RetryAfter = "60";
            return DoorPages.Write(
                context,
                StatusCodes.Status429TooManyRequests,
                "Vent et øjeblik",
                "Der er spurgt mange gange på kort tid. Vent et minut, og prøv igen."
            );
        };
    }
}
