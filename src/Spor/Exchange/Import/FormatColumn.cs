namespace Spor.Exchange.Import;

/// <summary>What a column of the format takes: what a mapping may do to it, and what a proposal looks for.</summary>
public enum Takes
{
    Text,

    /// <summary>Text that is no person's: a name of a team, a section, a code of the catalogue.</summary>
    Plain,
    Key,
    Reference,
    Code,
    YesNo,
    Day,

    /// <summary>A last day; empty = still running.</summary>
    End,
    Time,
    Month,
    Money,
    Number,
    Whole,
    Cpr,
}

/// <summary>One column of a file of the format, as a mapping and a person need to know it.</summary>
/// <param name="Target">The table that its values are keys of.</param>
/// <param name="Codes">What it may say; empty for what is no code.</param>
public sealed record FormatColumn(string Heading, bool Required, Takes Takes, bool InKey, string? Target, IReadOnlyList<string> Codes);
