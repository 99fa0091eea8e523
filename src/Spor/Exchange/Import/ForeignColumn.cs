using System.Globalization;

namespace Spor.Exchange.Import;

/// <summary>What one column of a foreign file looks like, from its first rows.</summary>
sealed class ForeignColumn(string heading, int at)
{
    const int MostValues = 60;
    static readonly string[] Forms =
    [
        "yyyy-MM-dd",
        "dd-MM-yyyy",
        "dd/MM/yyyy",
        "dd.MM.yyyy",
        "yyyyMMdd",
        "d-M-yyyy",
        "d/M/yyyy",
        "d.M.yyyy",
    ];
    static readonly System.Buffers.SearchValues<char> OfNumbers = System.Buffers.SearchValues.Create("0123456789.,- ");
    readonly Dictionary<string, int> values = new(StringComparer.OrdinalIgnoreCase);
    readonly HashSet<string> forms = [.. Forms];
    readonly HashSet<string> distinct = [];
    int numbers,
        tenDigits,
        months;

    public string Heading { get; } = heading;
    public int At { get; } = at;
    public int Filled { get; private set; }

    /// <summary>Its values with their counts, where they are few.</summary>
    public IReadOnlyDictionary<string, int> Values => values;
    public bool HasFewValues => Filled > 0 && values.Count <= MostValues && (values.Count <= 12 || values.Count * 4 <= Filled);
    public bool IsUnique => Filled > 0 && distinct.Count == Filled;

    /// <summary>The forms that every value can be read in.</summary>
    public IReadOnlyList<string> DayForms => Filled == 0 ? [] : [.. Forms.Where(forms.Contains)];
    public bool IsDay => Filled > 0 && forms.Count > 0;
    public bool IsNumber => Filled > 0 && numbers == Filled && !IsDay;
    public bool IsCpr => Filled > 0 && tenDigits == Filled;
    public bool IsMonth => Filled > 0 && months == Filled;

    public void See(string text)
    {
        if (text.Length == 0)
            return;
        Filled++;
        distinct.Add(text);
        if (values.Count <= MostValues || values.ContainsKey(text))
            values[text] = values.GetValueOrDefault(text) + 1;
        var day = text.Length > 10 && text.AsSpan(10).TrimStart(" T").StartsWith("00:00") ? text[..10] : text;
        forms.RemoveWhere(f =>
            !DateOnly.TryParseExact(day, f, CultureInfo.InvariantCulture, DateTimeStyles.None, out var d) || d.Year < 1900
        );
        if (text.AsSpan().IndexOfAnyExcept(OfNumbers) < 0)
            numbers++;
        var digits = text.Replace("-", "", StringComparison.Ordinal);
        if (
            digits.Length == 10
            && digits.All(char.IsAsciiDigit)
            && int.Parse(digits.AsSpan(2, 2), CultureInfo.InvariantCulture) is >= 1 and <= 12
        )
            tenDigits++;
        if (
            text.Length == 7
            && DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        )
            months++;
    }
}
