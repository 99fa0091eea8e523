using System.Globalization;
using System.Text.RegularExpressions;

namespace Spor.Exchange.Import;

/// <summary>What a number format makes of a number: a day, a time, a month, or digits with leading zeros.</summary>
readonly record struct NumberForm(bool Year, bool Day, bool Time, int Digits)
{
    public bool IsDate => Year || Day || Time;

    public static NumberForm Of(int id, string? code) =>
        code is not null
            ? OfCode(code)
            : id switch
            {
                14 or 15 or 16 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => new(true, true, false, 0),
                17 => new(true, false, false, 0),
                (>= 18 and <= 21) or 32 or 33 or (>= 45 and <= 47) => new(false, false, true, 0),
                22 => new(true, true, true, 0),
                _ => default,
            };

    // Letters outside quotes, brackets and escapes: y, d, h, s; m alone is a month or a minute and goes with its neighbours.
    static NumberForm OfCode(string code)
    {
        if (code.Equals("General", StringComparison.OrdinalIgnoreCase))
            return default;
        var first = code.Split(';')[0];
        var bare = Regex.Replace(first, "\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?![hms]+\\])[^\\]]*\\]", "").ToLowerInvariant();
        bool year = bare.Contains('y', StringComparison.Ordinal),
            day = bare.Contains('d', StringComparison.Ordinal);
        var time = bare.Contains('h', StringComparison.Ordinal) || bare.Contains('s', StringComparison.Ordinal);
        if (bare.Contains('m', StringComparison.Ordinal) && !year && !day && !time)
            year = true;
        return new(year, day, time, bare.Length > 1 && bare.All(c => c == '0') ? bare.Length : 0);
    }
}
