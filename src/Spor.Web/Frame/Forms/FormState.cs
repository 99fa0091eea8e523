using System.Globalization;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Web.Frame.Forms;

/// <summary>
/// One form as it stands on the page: what was typed, what is wrong with it, and the token that makes a second press of the button change
/// nothing.
/// A field is named as the command's property (<c>nameof(RecordFollowUp.On)</c>), so that a refusal finds its field. The parsers add a
/// refusal for what cannot be read and keep what was typed.
/// </summary>
public sealed class FormState
{
    /// <summary>The hidden fields' names.</summary>
    public const string TokenField = "spor-token",
        SeenField = "spor-set";

    /// <summary>Sent along when a form comes back that was held while its sender was signed out: it is shown, and saves
    /// nothing.</summary>
    public const string BackField = "spor-igen";

    /// <summary>A text field takes at most this much (characters).</summary>
    public const int LongestText = 60_000;

    readonly Dictionary<string, string[]> values = new(StringComparer.Ordinal);

    FormState() { }

    /// <summary>A new form with what is known beforehand.</summary>
    /// <param name="seen">The entry the page was read at.</param>
    public static FormState New(long seen, params ReadOnlySpan<(string Field, string? Value)> known)
    {
        var state = new FormState { Seen = seen, Token = Guid.NewGuid() };
        foreach (var (field, value) in known)
            if (value is not null)
                state.values[field] = [value];
        return state;
    }

    /// <summary>What was posted.</summary>
    /// <param name="tokenField">Where the form has its token.</param>
    public static FormState Of(IFormCollection form, string tokenField = TokenField)
    {
        var state = new FormState
        {
            Token = Guid.TryParse(form[tokenField], out var token) ? token : Guid.NewGuid(),
            Seen = Form.Number(form[SeenField]) ?? 0,
            Posted = true,
        };
        foreach (var (field, value) in form)
            if (field != BackField)
                state.values[field] = [.. value.Select(v => v ?? "")];
        if (form.ContainsKey(BackField))
            state.Refuse("signed-out-meanwhile", null);
        return state;
    }

    public Guid Token { get; private set; }

    /// <summary>The entry the form was read at: what changed after it is somebody else's work.</summary>
    public long Seen { get; private set; }
    public bool Posted { get; private init; }
    public List<Refusal> Refusals { get; } = [];

    /// <summary>What somebody else has saved in a field since the form was opened, shown beside what was typed.</summary>
    public Dictionary<string, string> Meanwhile { get; } = new(StringComparer.Ordinal);

    /// <summary>Who changed it, and when, as a sentence; null if nobody did.</summary>
    public string? MeanwhileBy { get; set; }

    /// <summary>When the draft that fills the form was saved (local time); null if it is not from a draft.</summary>
    public DateTime? DraftOf { get; set; }

    /// <summary>What the token stood for is saved; what stands in the form now is another thing to save.</summary>
    public void Renew() => Token = Guid.NewGuid();

    /// <summary>After a conflict was shown, saving again is a choice made with open eyes.</summary>
    public void SeenUpTo(long entry) => Seen = entry;

    public bool Wrong(string field) => Refusals.Any(r => r.Field == field);

    /// <summary>What stands in a field, as typed.</summary>
    public string Value(string field) => values.TryGetValue(field, out var v) && v.Length > 0 ? v[0] : "";

    public IReadOnlyList<string> Values(string field) => values.TryGetValue(field, out var v) ? v : [];

    public bool Has(string field, string value) => Values(field).Contains(value, StringComparer.Ordinal);

    public bool Filled(string field) => !string.IsNullOrWhiteSpace(Value(field));

    public IEnumerable<string> Fields => values.Keys;

    public void Set(string field, string? value) => values[field] = [value ?? ""];

    /// <summary>Several choices of one field.</summary>
    public void SetAll(string field, IEnumerable<string> chosen) => values[field] = [.. chosen];

    void Refuse(string code, string? field) => Refusals.Add(new(code, field));

    /// <summary>Text without surrounding space; null if empty.</summary>
    public string? Text(string field)
    {
        var text = Value(field).ReplaceLineEndings("\n").Trim();
        if (text.Length > LongestText)
            Refuse("text-too-long", field);
        if (Access.Wire.HasControl(text, text: true))
            Refuse("text-with-control-characters", field);
        return text.Length == 0 ? null : text;
    }

    /// <summary>A day, or null if empty; refuses nonsense.</summary>
    public DateOnly? Day(string field)
    {
        if (!Filled(field))
            return null;
        var day = Form.Day(Value(field));
        if (day is null)
            Refuse("day-not-readable", field);
        return day;
    }

    /// <summary>A day that must be there; <see cref="DateOnly.MinValue"/> stands in when it is refused.</summary>
    public DateOnly NeededDay(string field)
    {
        if (!Filled(field))
            Refuse("day-missing", field);
        return Day(field) ?? DateOnly.MinValue;
    }

    /// <summary>A day and a time of day (local wall clock) from two fields, <paramref name="field"/> and the same with <c>Time</c> after
    /// it.</summary>
    public DateTime NeededTime(string field)
    {
        var day = NeededDay(field);
        if (!Filled(field + "Time"))
            Refuse("time-missing", field + "Time");
        return day.ToDateTime(Hour(field + "Time") ?? TimeOnly.MinValue);
    }

    /// <summary>A time of day (14.30), or null if empty; refuses nonsense.</summary>
    public TimeOnly? Hour(string field)
    {
        if (!Filled(field))
            return null;
        if (
            TimeOnly.TryParseExact(
                Value(field).Trim().Replace('.', ':'),
                ["HH:mm", "H:mm", "HHmm", "HH:mm:ss"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var time
            )
        )
            return time;
        Refuse("time-not-readable", field);
        return null;
    }

    public long? Number(string field)
    {
        if (!Filled(field))
            return null;
        if (long.TryParse(Value(field).Trim().Replace(".", ""), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n))
            return n;
        Refuse("number-not-readable", field);
        return null;
    }

    /// <summary>Danish decimals (1.234,5) in hundredths.</summary>
    public long? Hundredths(string field)
    {
        if (!Filled(field))
            return null;
        var typed = Value(field).Replace("kr.", "", StringComparison.OrdinalIgnoreCase).Replace(" ", "").Trim();
        // 1.234,50 and 1234,50 and 1.234; 12.5 is a slip for 12,5 that nobody should have to guess.
        if (
            decimal.TryParse(
                typed,
                NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign | NumberStyles.AllowThousands,
                Danish.Culture,
                out var value
            )
            && ThousandsAreThousands(typed)
            && Math.Abs(value) < 1_000_000_000_000m
            && decimal.Round(value, 2) == value
        )
            return (long)(value * 100);
        Refuse("number-not-readable", field);
        return null;
    }

    static bool ThousandsAreThousands(string typed)
    {
        var whole = typed.Split(',')[0];
        var groups = whole.Split('.');
        return groups.Length == 1 || (groups[0].TrimStart('-').Length is >= 1 and <= 3 && groups.Skip(1).All(g => g.Length == 3));
    }

    /// <summary>Kroner as typed, in øre.</summary>
    public long? Kroner(string field) => Hundredths(field);

    /// <summary>A choice from a code list, by its Danish code; null if none was made.</summary>
    public E? Code<E>(string field)
        where E : struct, Enum
    {
        if (!Filled(field))
            return null;
        if (Codes<E>.TryDanish(Value(field), out var value))
            return value;
        Refuse("choice-unknown", field);
        return null;
    }

    /// <summary>A choice that must be made.</summary>
    public E NeededCode<E>(string field)
        where E : struct, Enum
    {
        if (!Filled(field))
            Refuse("choice-missing", field);
        return Code<E>(field) ?? default;
    }

    /// <summary>ja, nej, or null if neither was chosen.</summary>
    public bool? YesNo(string field) =>
        Value(field) switch
        {
            "ja" => true,
            "nej" => false,
            _ => null,
        };

    public bool Checked(string field) => Value(field) is "ja" or "on" or "true";

    /// <summary>An id in a choice; null if none.</summary>
    public long? Id(string field) => Number(field);

    /// <summary>The fields as a draft keeps them.</summary>
    public Dictionary<string, string> ToDraft() =>
        values
            .Where(v => v.Key is not (TokenField or SeenField or "__RequestVerificationToken") && v.Value.Length > 0)
            .ToDictionary(v => v.Key, v => string.Join('\u001e', v.Value), StringComparer.Ordinal);

    /// <summary>Fills a new form from a draft.</summary>
    public void FromDraft(DateTime atLocal, IReadOnlyDictionary<string, string> draft)
    {
        DraftOf = atLocal;
        foreach (var (field, value) in draft)
            values[field] = value.Split('\u001e');
    }
}
