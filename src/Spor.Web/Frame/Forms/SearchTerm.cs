using Spor.Kernel;
using Spor.Web.Access;

namespace Spor.Web.Frame.Forms;

/// <summary>What somebody typed to search for, and why it cannot be searched for: one answer for every field that searches. What was typed
/// stays in the field, whole.</summary>
/// <param name="Text">Without the space around it.</param>
/// <param name="Problem">What stands above the field; null for what can be searched for.</param>
public sealed record SearchTerm(string Text, string? Problem)
{
    /// <summary>Characters.</summary>
    public const int Shortest = 2,
        Longest = 200;

    public static SearchTerm Of(string? typed)
    {
        var text = (typed ?? "").Trim();
        return new(
            text,
            text.Length > Longest ? TooLong(text.Length)
                : Wire.HasControl(text, text: false) ? Unreadable
                : text.Length < Shortest ? TooShort
                : null
        );
    }

    public static bool IsTooLong(string text) => text.Length > Longest;

    const string TooShort = "Skriv mindst to tegn.",
        Unreadable = "Der er et tegn i feltet, som ikke kan læses. Skriv teksten igen uden det.";

    static string TooLong(int length) =>
        $"Skriv højst {Danish.Number(Longest)} tegn. Der står {Danish.Number(length)}: slet det, der ikke skal søges efter.";
}
