namespace Spor.Exchange.Import;

/// <summary>Problems as they are found. All are counted; the first hundred thousand are kept.</summary>
public sealed class ProblemList
{
    public const int Kept = 100_000;
    const int NearLimit = 200;
    readonly List<Problem> all = [];

    public IReadOnlyList<Problem> All => all;
    public int Errors { get; private set; }
    public int Warnings { get; private set; }

    /// <summary>True if some error is about a file or its headings, not about a row.</summary>
    public bool HasWholeFileErrors { get; private set; }

    /// <summary>Looking for the nearest key costs; a file full of unknown keys gets it for the first ones only.</summary>
    internal bool MayLookNear => Errors < NearLimit;

    public void Add(Problem problem)
    {
        if (problem.Severity == Severity.Error)
            Errors++;
        else
            Warnings++;
        if (problem.Severity == Severity.Error && problem.Line <= 1)
            HasWholeFileErrors = true;
        if (all.Count < Kept)
            all.Add(problem);
    }
}
