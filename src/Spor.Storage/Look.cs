using System.Text.Json;
using System.Text.Json.Serialization;

namespace Spor.Storage;

/// <summary>Kinds of look that the log itself, or more than one area, writes.</summary>
public static class LookKinds
{
    /// <summary>A page about one child.</summary>
    public const string Child = "barn";

    /// <summary>A page that is about no child alone.</summary>
    public const string Page = "side";

    /// <summary>Who was refused a child, another page, or as a coordinator what is not its own.</summary>
    public const string RefusedChild = "barn-afvist",
        Refused = "afvist",
        RefusedCoordinator = "samordner-afvist";

    /// <summary>The log could not be written, and now it can.</summary>
    public const string Again = "log-kan-skrives";

    public static bool IsRefusal(string kind) => kind is RefusedChild or Refused or RefusedCoordinator;
}

/// <summary>Who looked at what, when.</summary>
/// <param name="At">UTC.</param>
/// <param name="Kind">For example <c>barn</c>, <c>list</c>, <c>drill-down</c>.</param>
/// <param name="Subject">JSON: the ids shown, the filter, the page, and why it was allowed; <see cref="Told"/> reads it.</param>
public sealed record Look(long No, DateTime At, string Author, string Kind, string Subject)
{
    LookSubject? told;

    public LookSubject Told => told ??= LookSubject.Of(Subject);
}

/// <summary>A look to be written.</summary>
/// <param name="Children">Whom the page is about, or the list shows.</param>
/// <param name="Filter">What chose them: ids, codes and days, never a name.</param>
public sealed record NewLook(string Author, string Kind, IReadOnlyCollection<long> Children, string? Filter = null)
{
    /// <summary>Children who are named on the page beside those it is about: brothers and sisters, the menu of one's own.</summary>
    public IReadOnlyCollection<long> Also { get; init; } = [];

    /// <summary>The method and the pattern of the address, without the numbers in it.</summary>
    public string? Page { get; init; }

    /// <summary>One letter per child, first <see cref="Children"/> and then <see cref="Also"/>: why it was allowed.</summary>
    public string? Why { get; init; }

    internal string Subject() =>
        JsonSerializer.Serialize(new LookSubject(Children, Filter, Also.Count > 0 ? Also : null, Page, Why), LookSubject.Options);
}

/// <summary>What a row of the log tells, as it stands in it.</summary>
public sealed record LookSubject(
    [property: JsonPropertyName("children")] IReadOnlyCollection<long> Children,
    [property: JsonPropertyName("filter"), JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Filter,
    [property: JsonPropertyName("also")] IReadOnlyCollection<long>? Also = null,
    [property: JsonPropertyName("page")] string? Page = null,
    [property: JsonPropertyName("why")] string? Why = null
)
{
    internal static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static LookSubject Of(string subject) => JsonSerializer.Deserialize<LookSubject>(subject, Options)!;

    [JsonIgnore]
    public IEnumerable<long> All => Also is null ? Children : Children.Concat(Also);

    /// <summary>Why one child was shown; null where the row does not say (those from before it did).</summary>
    public char? WhyOf(long child)
    {
        if (Why is null)
            return null;
        var at = 0;
        foreach (var id in All)
        {
            if (id == child)
                return at < Why.Length ? Why[at] : null;
            at++;
        }
        return null;
    }
}
