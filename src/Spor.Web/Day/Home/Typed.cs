using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Spor.Facts;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Day.Home;

/// <param name="Label">What the field is called, where it can be told; the browser needs it no more than the rule does.</param>
/// <param name="Shown">Whether it is something that a person wrote. Codes, numbers of rows and tokens are sent again unseen.</param>
public sealed record TypedField(string Name, string Value, string Label, bool Shown)
{
    public bool IsLong => Value.Length > 60 || Value.Contains('\n', StringComparison.Ordinal);
}

/// <summary>
/// What somebody had typed in a form that could not be saved because of a fault. The page of the fault stands alone and asks no database,
/// so it cannot draw the form's own page; it shows what was typed, and sends it again to where it was going. The form's token goes with it:
/// if it was saved after all, nothing happens twice.
/// </summary>
/// <param name="Url">Where the form was going.</param>
/// <param name="Files">There were files, which a browser does not send twice by itself.</param>
public sealed partial record Typed(string Url, IReadOnlyList<TypedField> Fields, bool Files)
{
    /// <summary>A form that is larger than this is not read only to be sent back (bytes).</summary>
    const long Largest = 4 << 20;

    static readonly Dictionary<string, string> Labels = FactKinds
        .All.SelectMany(k => k.Columns)
        .GroupBy(c => c.Name, StringComparer.Ordinal)
        .Where(g => g.Select(c => c.Label).Distinct().Count() == 1)
        .ToDictionary(g => g.Key, g => g.First().Label, StringComparer.Ordinal);

    /// <summary>What was posted; null if it was no form, or cannot be read.</summary>
    public static Typed? Of(HttpContext context, string url)
    {
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.HasFormContentType || context.Request.ContentLength > Largest)
            return null;
        try
        {
            // Nothing is done with it but to send it back to the one who sent it, so the form's token is not asked for.
            if (context.Features.Get<IFormFeature>()?.ReadForm() is not { } form)
                return null;
            var fields = form.SelectMany(f => f.Value.Select(v => Of(f.Key, v ?? ""))).ToList();
            return fields.Exists(f => f.Shown) ? new(url, fields, form.Files.Count > 0) : null;
        }
        catch (Exception e) when (e is InvalidDataException or IOException or InvalidOperationException or BadHttpRequestException)
        {
            return null;
        }
    }

    /// <summary>A draft that is too long to be kept, on its way to the form's own saving; null if it was none.</summary>
    public static Typed? OfDraft(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath == "/kladde"
        && Of(context, "") is { } typed
        && LocalPath.Of(typed.Fields.FirstOrDefault(f => f.Name == "spor-form")?.Value) is { Length: > 1 } url
            ? typed with
            {
                Url = url,
            }
            : null;

    static TypedField Of(string name, string value)
    {
        var known = Labels.GetValueOrDefault(name);
        var ours = name is FormState.TokenField or FormState.SeenField || name.StartsWith("__", StringComparison.Ordinal);
        var shown = !ours && value.Length > 0 && (Day().IsMatch(value) ? known is not null : IsWritten(value));
        return new(name, value, known ?? "Det, du skrev", shown);
    }

    // A code or a number of ours is one word, with no letter that Danish alone has.
    static bool IsWritten(string value) =>
        value.Any(c => char.IsWhiteSpace(c) || c > 127 || c is '.' or ',' or '!' or '?')
        && !Guid.TryParse(value, CultureInfo.InvariantCulture, out _);

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d$|^\d\d-\d\d-\d{4}$")]
    private static partial Regex Day();
}
