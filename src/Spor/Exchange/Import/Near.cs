namespace Spor.Exchange.Import;

/// <summary>Finds what somebody probably meant.</summary>
public static class Near
{
    /// <summary>The candidate nearest to a text, if near enough; else null.</summary>
    public static string? Of(string text, IEnumerable<string> candidates)
    {
        var lower = text.ToLowerInvariant();
        var limit = Math.Max(1, text.Length / 3);
        string? best = null;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - text.Length) > limit)
                continue;
            var distance = Distance(lower, candidate.ToLowerInvariant(), limit);
            if (distance > limit)
                continue;
            if (distance == 0)
                return candidate;
            limit = distance - 1;
            best = candidate;
            if (limit == 0)
                break;
        }
        return best;
    }

    static int Distance(string a, string b, int limit)
    {
        Span<int> previous = stackalloc int[b.Length + 1],
            current = stackalloc int[b.Length + 1];
        for (var j = 0; j <= b.Length; j++)
            previous[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = i;
            var least = i;
            for (var j = 1; j <= b.Length; j++)
            {
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                least = Math.Min(least, current[j]);
            }
            if (least > limit)
                return limit + 1;
            current.CopyTo(previous);
        }
        return previous[b.Length];
    }
}
