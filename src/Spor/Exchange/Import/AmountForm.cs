using System.Text;

namespace Spor.Exchange.Import;

/// <summary>How a source writes numbers (<c>tal</c> in a mapping), shown by an example: <c>1.234,50 kr.</c></summary>
public sealed record AmountForm(char? Thousands, char Decimal, string Unit, string Example)
{
    /// <summary>The form of an example of the number 1234 or 1234,50.</summary>
    /// <exception cref="ExtractException">The example is none.</exception>
    public static AmountForm Of(string example)
    {
        var text = example.Trim();
        var end = text.Length;
        while (end > 0 && !char.IsAsciiDigit(text[end - 1]))
            end--;
        var (number, unit) = (text[..end], text[end..].Trim());
        if (number is "1234" or "1.234" or "1 234" or "1\u00a0234" or "1'234")
            return new(number.Length == 4 ? null : number[1], ',', unit, text);
        if (number is ['1', '2', '3', '4', var only, '5', '0'] && IsMark(only))
            return new(null, only, unit, text);
        if (number is ['1', var thousands, '2', '3', '4', var mark, '5', '0'] && IsMark(mark) && thousands != mark)
            return new(thousands, mark, unit, text);
        throw new ExtractException(
            $"Talformen »{example}« kan ikke bruges. Skriv tallet 1234,50, som kilden ville skrive det, for eksempel 1.234,50 kr. eller 1,234.50."
        );
    }

    static bool IsMark(char c) => c is ',' or '.';

    /// <summary>The number in the format's own form; null if it is not written so, for then it may be a thousand times another.</summary>
    public string? Read(string text)
    {
        var span = text.AsSpan().Trim();
        if (Unit.Length > 0 && span.EndsWith(Unit, StringComparison.OrdinalIgnoreCase))
            span = span[..^Unit.Length].TrimEnd();
        // As some ledgers write what is taken away.
        var negative = span.EndsWith("-");
        if (negative)
            span = span[..^1].TrimEnd();
        var mark = span.LastIndexOf(Decimal);
        var whole = mark < 0 ? span : span[..mark];
        var made = new StringBuilder(span.Length + 1);
        if (negative)
            made.Append('-');
        for (var i = 0; i < whole.Length; i++)
        {
            var c = whole[i];
            if (c == '\u00a0' && Thousands == ' ')
                c = ' ';
            if (c == Thousands && i > 0)
            {
                // Only where a thousand stands: elsewhere it is a mark of something else, and the number is not as it was said.
                if ((whole.Length - i) % 4 != 0)
                    return null;
                continue;
            }
            if (!char.IsAsciiDigit(c) && !(c == '-' && i == 0 && !negative))
                return null;
            made.Append(c);
        }
        if (mark >= 0)
        {
            if (span[(mark + 1)..].ContainsAnyExceptInRange('0', '9'))
                return null;
            made.Append(',').Append(span[(mark + 1)..]);
        }
        return made.ToString();
    }
}
