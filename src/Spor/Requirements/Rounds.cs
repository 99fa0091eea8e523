namespace Spor.Requirements;

/// <summary>Requirements in rounds (<c>measures.md</c> section 1): each is one of its own in every figure, and a list shows them as one
/// line.</summary>
public static class Rounds
{
    /// <summary>The rounds of one requirement as one line, which is the first of them: due since when, and how many times nobody
    /// came.</summary>
    /// <param name="requirements">In the order in which <see cref="Derive"/> finds them: a later round stands right after the one before
    /// it.</param>
    public static List<Requirement> OnOneLine(IEnumerable<Requirement> requirements)
    {
        var lines = new List<Requirement>();
        foreach (var r in requirements)
            if (
                r.Round > 1
                && lines.Count > 0
                && lines[^1] is var line
                && line.Rule == r.Rule
                && line.SubjectId == r.SubjectId
                && line.First == r.First
            )
                lines[^1] = line with { Rounds = line.Rounds + 1 };
            else
                lines.Add(r);
        return lines;
    }
}
