using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Law;
using Spor.Verbs;

namespace Spor.Assessments;

/// <summary>Writes one dimension of an assessment.</summary>
/// <param name="Dimension">Its code in the set of the assessment's day.</param>
/// <param name="CarriedFromId">What its conclusion was carried forward from: a dimension of an earlier assessment, or the earlier
/// assessment.</param>
public sealed record WriteDimension(
    long AssessmentId,
    string Dimension,
    string? Resources,
    string? Worries,
    string? Conclusion,
    long? CarriedFromId
) : IAboutChild, ICommand<WriteDimension>
{
    public long ChildId { get; init; }

    public static Verb<WriteDimension> Verb { get; } =
        new(
            "write-dimension",
            Capability.Casework,
            (c, now) => AssessmentRules.Write(c, AssessmentRules.Opened(c.AssessmentId, now), Written(c, now), now.NewId)
        )
        {
            // Two who wrote the same have not met.
            Shown = (c, now) =>
                Written(c, now) is { } row && (row.Resources, row.Worries, row.Conclusion) != (c.Resources, c.Worries, c.Conclusion)
                    ? row
                    : null,
        };

    static AssessmentDimensionFact? Written(WriteDimension c, Now now) =>
        Array.Find(now.File.Dimensions, d => d.AssessmentId == c.AssessmentId && d.Dimension == c.Dimension) is { } row
            ? now.Facts.Opened(row)
            : null;
}

/// <summary>Carries the conclusions of an earlier assessment forward to every dimension that has none yet.</summary>
public sealed record CarryForward(long AssessmentId, long FromAssessmentId) : IAboutChild, ICommand<CarryForward>
{
    public long ChildId { get; init; }

    public static Verb<CarryForward> Verb { get; } =
        new(
            "carry-forward",
            Capability.Casework,
            (c, now) =>
                AssessmentRules.Carry(
                    c,
                    AssessmentRules.Opened(c.AssessmentId, now),
                    [.. now.File.Dimensions.Select(now.Facts.Opened)],
                    now.NewId
                )
        );
}

public static partial class AssessmentRules
{
    /// <summary>The child's assessment with its texts; null if the child has no such one.</summary>
    internal static AssessmentFact? Opened(long id, Now now) =>
        Array.Find(now.File.Assessments, a => a.Id == id) is { } found ? now.Facts.Opened(found) : null;

    /// <param name="assessment">Null if it is not there.</param>
    /// <param name="written">The dimension's row, if it is written already.</param>
    public static Decision Write(WriteDimension c, AssessmentFact? assessment, AssessmentDimensionFact? written, Func<long> id)
    {
        if (assessment is null)
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        if (assessment.FinishedOn is not null)
            wrong.Add(new("assessment-finished"));
        if (
            LawOf(assessment.Kind, assessment.KnownOn).Dimensions == DimensionUse.None
            || DimensionSets.On(assessment.KnownOn).Find(c.Dimension) is null
        )
            wrong.Add(new("dimension-unknown"));
        if ((c.Resources, c.Worries, c.Conclusion) == (null, null, null))
            wrong.Add(new("dimension-empty", nameof(c.Resources)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var row = written is null
            ? new AssessmentDimensionFact
            {
                Id = id(),
                ChildId = assessment.ChildId,
                AssessmentId = assessment.Id,
                Dimension = c.Dimension,
            }
            : (AssessmentDimensionFact)written.Copy();
        (row.Resources, row.Worries, row.Conclusion, row.CarriedFromId) = (
            c.Resources,
            c.Worries,
            c.Conclusion,
            c.CarriedFromId ?? row.CarriedFromId
        );
        return written is null ? new Recorded(FactKinds.AssessmentDimension, row) : new Corrected(FactKinds.AssessmentDimension, row);
    }

    /// <param name="dimensions">Every dimension of the child's assessments, texts opened.</param>
    public static Decision Carry(
        CarryForward c,
        AssessmentFact? assessment,
        IReadOnlyList<AssessmentDimensionFact> dimensions,
        Func<long> id
    )
    {
        if (assessment is null)
            return new Refusal("thing-not-there");
        if (assessment.FinishedOn is not null)
            return new Refusal("assessment-finished");
        var events = new List<DomainEvent>();
        foreach (var dimension in DimensionSets.On(assessment.KnownOn).All)
        {
            var written = dimensions.FirstOrDefault(d => d.AssessmentId == assessment.Id && d.Dimension == dimension.Code);
            if (written?.Conclusion is not null)
                continue;
            if (Earlier.Of(dimension, dimensions.Where(d => d.AssessmentId == c.FromAssessmentId)) is not { } from)
                continue;
            var row = written is null
                ? new AssessmentDimensionFact
                {
                    Id = id(),
                    ChildId = assessment.ChildId,
                    AssessmentId = assessment.Id,
                    Dimension = dimension.Code,
                }
                : (AssessmentDimensionFact)written.Copy();
            (row.Conclusion, row.CarriedFromId) = (from.Conclusion, from.Id);
            events.Add(
                written is null ? new Recorded(FactKinds.AssessmentDimension, row) : new Corrected(FactKinds.AssessmentDimension, row)
            );
        }
        return events.Count == 0 ? new Refusal("nothing-to-carry") : Decision.Of(events);
    }
}

/// <summary>What earlier assessments of the child say.</summary>
public static class Earlier
{
    /// <summary>The conclusion on a dimension among some rows, also from the dimensions of an older set that it continues; null without
    /// one.</summary>
    /// <returns>The row's id, and its conclusion: several older dimensions are put together, each with its title.</returns>
    public static (long Id, string Conclusion)? Of(Dimension dimension, IEnumerable<AssessmentDimensionFact> rows)
    {
        var all = rows.Where(r => r.Conclusion is not null).ToList();
        if (all.Find(r => r.Dimension == dimension.Code) is { } same)
            return (same.Id, same.Conclusion!);
        var older = all.Where(r => dimension.Continues.Contains(r.Dimension)).ToList();
        return older.Count == 0
            ? null
            : (older[0].Id, string.Join("\n\n", older.Select(r => $"{DimensionSets.Title(r.Dimension)}: {r.Conclusion}")));
    }

    /// <summary>The child's other assessments whose need was known no later, the latest first.</summary>
    public static IEnumerable<AssessmentFact> Than(AssessmentFact assessment, ChildFile file) =>
        file
            .Assessments.Where(a =>
                a.Id != assessment.Id && (a.KnownOn < assessment.KnownOn || (a.KnownOn == assessment.KnownOn && a.Id < assessment.Id))
            )
            .Reverse();
}
