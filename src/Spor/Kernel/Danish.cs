using System.Globalization;

namespace Spor.Kernel;

/// <summary>Danish days and numbers as people write them: 31. januar 2017, 31-01-2017, 1.234,5.</summary>
public static class Danish
{
    public static CultureInfo Culture { get; } = Make();

    static CultureInfo Make()
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo("da-DK").Clone();
        culture.NumberFormat.NegativeSign = "−";
        return CultureInfo.ReadOnly(culture);
    }

    /// <summary>Idas, Jonas’</summary>
    public static string Genitive(string name) => name.EndsWith('s') || name.EndsWith('x') || name.EndsWith('z') ? name + "’" : name + "s";

    /// <summary>31. januar 2017</summary>
    public static string Long(DateOnly day) => day.ToString("d. MMMM yyyy", Culture);

    /// <summary>31. jan. 2017</summary>
    public static string Short(DateOnly day) => day.ToString("d. MMM yyyy", Culture);

    /// <summary>januar 2017</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", Culture);

    /// <summary>31-01-2017</summary>
    public static string Numeric(DateOnly day) => day.ToString("dd-MM-yyyy", CultureInfo.InvariantCulture);

    /// <summary>1.234</summary>
    public static string Number(long value) => value.ToString("N0", Culture);

    /// <summary>1.234,5 with the given decimals, rounded half away from zero.</summary>
    public static string Number(double value, int decimals) =>
        Math.Round((decimal)value, decimals, MidpointRounding.AwayFromZero).ToString("N" + decimals, Culture);

    /// <summary>Kroner from øre: 1.234,50 kr., and 1.234 kr. where there are none.</summary>
    public static string Kroner(long ore) => (ore / 100m).ToString(ore % 100 == 0 ? "N0" : "N2", Culture) + " kr.";

    /// <summary>+14, −8, 0</summary>
    public static string Signed(long value) => value > 0 ? "+" + Number(value) : Number(value);

    /// <summary>The first letter made large, as at the beginning of a sentence, a heading or a row.</summary>
    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], Culture) + text[1..];
}
