namespace Spor.Kernel;

/// <summary>Why a rule said no. The code is a kebab-case sentence: one key for the test, the Danish text and the English one.</summary>
/// <param name="Code">For example <c>child-not-heard</c>.</param>
/// <param name="Field">The form field it is about, if one.</param>
/// <param name="Named">What the text names where it says <c>{named}</c>: the fields of a letter that are not filled, the id of the thing it
/// leads to. Never a name of a person.</param>
public sealed record Refusal(string Code, string? Field = null, string? Named = null)
{
    /// <summary>
    /// Hears each code as a rule gives it. The tests listen, and <c>./test</c> fails when a code was never given while they ran; in the
    /// program nobody does.
    /// </summary>
    internal static Action<string>? Heard { get; set; }

    public string Code { get; init; } = Said(Code);

    static string Said(string code)
    {
        Heard?.Invoke(code);
        return code;
    }
}
