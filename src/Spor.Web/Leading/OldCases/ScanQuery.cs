using System.Globalization;
using Spor.Facts;
using Spor.Kernel;
using Spor.Recovery;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Leading.OldCases;

/// <summary>In which order the cases of a scan stand.</summary>
public enum ScanSort
{
    [Code("flest")]
    Most,

    [Code("faerrest")]
    Fewest,

    [Code("barn")]
    Child,

    [Code("aabnet")]
    Opened,
}

/// <summary>What is asked of the scan, from the page's address: never a name.</summary>
/// <param name="Day">null = today.</param>
/// <param name="KnownNow">A past day as it is known now; else as it was known then.</param>
/// <param name="NobodysCases">Cases that nobody has.</param>
/// <param name="State">Of <paramref name="Element"/>, or of any element.</param>
public sealed record ScanQuery(
    DateOnly? Day,
    bool KnownNow,
    long? TeamId,
    long? EmployeeId,
    bool NobodysCases,
    RecoveryElement? Element,
    ElementState? State,
    ScanSort Sort,
    int Page,
    IReadOnlyList<string> Faults
)
{
    static readonly (ElementState State, string Code)[] States =
    [
        (ElementState.Missing, "mangler"),
        (ElementState.Late, "over-fristen"),
        (ElementState.InOrder, "i-orden"),
        (ElementState.NotRequired, "kraeves-ikke"),
    ];

    public static IReadOnlyList<(string Value, string Words)> StateOptions =>
        [.. States.Select(s => (s.Code, Danish.Capital(Text.State(s.State))))];

    public static IReadOnlyList<(string Value, string Words)> ElementOptions { get; } =
    [.. Codes<RecoveryElement>.All.Select(e => (e.Danish(), RecoveryElements.Name(e)))];

    public const string Nobody = "ingen";

    public string? StateCode => State is { } state ? States.First(s => s.State == state).Code : null;

    public static ScanQuery Of(IQueryCollection query, DateOnly today)
    {
        var faults = new List<string>();
        string Typed(string key) => query[key].ToString().Trim();
        T? Chosen<T>(string key, Func<string, T?> read, string what)
            where T : struct
        {
            var typed = Typed(key);
            if (typed.Length == 0)
                return null;
            if (read(typed) is { } value)
                return value;
            faults.Add(Text.NotUnderstood(what));
            return null;
        }
        DateOnly? day = Chosen("dag", Form.Day, "dagen");
        if (day > today)
        {
            faults.Add(Text.AfterToday(today));
            day = null;
        }
        return new(
            day,
            Typed("kendt") == "nu",
            Chosen<long>("team", t => Form.Number(t), "teamet"),
            Typed("raadgiver") == Nobody ? null : Chosen<long>("raadgiver", t => Form.Number(t), "rådgiveren"),
            Typed("raadgiver") == Nobody,
            Chosen<RecoveryElement>("del", t => Codes<RecoveryElement>.TryDanish(t, out var e) ? e : null, "delen"),
            Chosen<ElementState>(
                "tilstand",
                t => States.Where(s => s.Code == t).Select(s => (ElementState?)s.State).FirstOrDefault(),
                "tilstanden"
            ),
            Chosen<ScanSort>("sorter", t => Codes<ScanSort>.TryDanish(t, out var s) ? s : null, "sorteringen") ?? ScanSort.Most,
            Spor.Web.Frame.Tables.Paged.Asked(query),
            faults
        );
    }

    static string N(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>As it stands after the question mark, without the page's number.</summary>
    public string ToQuery(ScanSort? sort = null) =>
        string.Join(
            '&',
            new[]
            {
                Day is { } day ? "dag=" + Form.Iso(day) : null,
                KnownNow ? "kendt=nu" : null,
                TeamId is { } team ? "team=" + N(team) : null,
                NobodysCases ? "raadgiver=" + Nobody
                : EmployeeId is { } employee ? "raadgiver=" + N(employee)
                : null,
                Element is { } element ? "del=" + element.Danish() : null,
                StateCode is { } state ? "tilstand=" + state : null,
                (sort ?? Sort) is not ScanSort.Most and var by ? "sorter=" + by.Danish() : null,
            }.OfType<string>()
        );

    public bool Narrows => TeamId is not null || EmployeeId is not null || NobodysCases || Element is not null || State is not null;
}
