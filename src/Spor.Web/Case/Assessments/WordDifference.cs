namespace Spor.Web.Case.Assessments;

enum Change
{
    Same,
    Removed,
    Added,
}

/// <summary>What changed between two texts, word by word: the longest common run of words stays, the rest was removed or added.</summary>
static class WordDifference
{
    /// <summary>From so many pairs of words on the middle is shown as one change; both texts are read in full all the same.</summary>
    const int MostPairs = 4_000_000;

    public static IReadOnlyList<(Change Change, string Text)> Between(string? before, string? after)
    {
        List<string> a = Words(before),
            b = Words(after);
        var start = 0;
        while (start < a.Count && start < b.Count && a[start] == b[start])
            start++;
        var end = 0;
        while (end < a.Count - start && end < b.Count - start && a[a.Count - 1 - end] == b[b.Count - 1 - end])
            end++;
        var found = new List<(Change Change, string Text)>();
        void Say(Change change, string word)
        {
            if (found.Count > 0 && found[^1].Change == change)
                found[^1] = (change, found[^1].Text + word);
            else
                found.Add((change, word));
        }
        for (var i = 0; i < start; i++)
            Say(Change.Same, a[i]);
        Middle(a.GetRange(start, a.Count - start - end), b.GetRange(start, b.Count - start - end), Say);
        for (var i = a.Count - end; i < a.Count; i++)
            Say(Change.Same, a[i]);
        return found;
    }

    static void Middle(List<string> a, List<string> b, Action<Change, string> say)
    {
        if ((long)a.Count * b.Count > MostPairs)
        {
            foreach (var word in a)
                say(Change.Removed, word);
            foreach (var word in b)
                say(Change.Added, word);
            return;
        }
        // The number of words the rests from i and j have in common, in order.
        var common = new int[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
        for (var j = b.Count - 1; j >= 0; j--)
            common[i, j] = a[i] == b[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        int x = 0,
            y = 0;
        while (x < a.Count || y < b.Count)
        {
            if (x < a.Count && y < b.Count && a[x] == b[y])
            {
                say(Change.Same, a[x]);
                x++;
                y++;
            }
            else if (y == b.Count || (x < a.Count && common[x + 1, y] >= common[x, y + 1]))
                say(Change.Removed, a[x++]);
            else
                say(Change.Added, b[y++]);
        }
    }

    /// <summary>Each word with the space after it, so that the words put together are the text.</summary>
    static List<string> Words(string? text)
    {
        var words = new List<string>();
        if (text is null)
            return words;
        for (var at = 0; at < text.Length; )
        {
            var next = at;
            while (next < text.Length && !char.IsWhiteSpace(text[next]))
                next++;
            while (next < text.Length && char.IsWhiteSpace(text[next]))
                next++;
            words.Add(text[at..next]);
            at = next;
        }
        return words;
    }
}
