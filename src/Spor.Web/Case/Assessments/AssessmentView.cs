using Spor.Assessments;
using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Law;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Assessments;

/// <summary>An earlier conclusion that can be carried forward.</summary>
/// <param name="Id">The row it comes from.</param>
public sealed record EarlierConclusion(long Id, AssessmentFact From, string Conclusion);

/// <summary>One assessment as its pages show it. A fixed number of queries, and one per dimension for who wrote it.</summary>
public sealed class AssessmentView
{
    public required ChildState State { get; init; }

    /// <summary>Texts opened.</summary>
    public required ChildFile File { get; init; }
    public required AssessmentFact Assessment { get; init; }
    public required AssessmentLaw Law { get; init; }
    public required DimensionSet Set { get; init; }

    /// <summary>By code.</summary>
    public required IReadOnlyDictionary<string, AssessmentDimensionFact> Written { get; init; }

    /// <summary>Who wrote a row last, and when, as a sentence part.</summary>
    public required IReadOnlyDictionary<long, string> By { get; init; }

    /// <summary>The codes that the viewer has a draft of.</summary>
    public required IReadOnlySet<string> Drafts { get; init; }

    /// <summary>What it owes, if anything.</summary>
    public required Requirement? Owed { get; init; }

    /// <summary>The other children of the family that the viewer may see.</summary>
    public required IReadOnlyList<ChildState> Siblings { get; init; }

    /// <summary>Whether the family has other children, seen or not.</summary>
    public required bool HasSiblings { get; init; }

    /// <summary>Two caseworkers hold the key meetings (BL 21).</summary>
    public required bool NeedsTwo { get; init; }

    public bool Finished => Assessment.FinishedOn is not null;
    public bool HasDimensions => Law.Dimensions != DimensionUse.None;
    public long Child => File.Id;
    public string Url => Routes.Assessment(Child, Assessment.Id);
    public IReadOnlyList<Dimension> Unfinished => AssessmentRules.Unfinished(Assessment, [.. Written.Values]);
    public ConversationFact? Heard => Hearing.For(File, Bounds, Assessment.FinishedOn ?? Today);
    public DateOnly Today { get; init; }
    public required Bounds Bounds { get; init; }

    /// <summary>The same joint assessment of siblings.</summary>
    public IEnumerable<(ChildState Child, AssessmentFact Assessment)> Joint =>
        Assessment.SharedId is not { } shared
            ? []
            : Siblings.SelectMany(s => s.File.Assessments.Where(a => a.SharedId == shared).Select(a => (s, a)));

    /// <summary>The latest earlier assessment whose conclusions would fill dimensions that have none.</summary>
    public AssessmentFact? CarriesFrom =>
        Finished || !HasDimensions
            ? null
            : Earlier
                .Than(Assessment, File)
                .FirstOrDefault(a =>
                    Set.All.Any(d =>
                        Written.GetValueOrDefault(d.Code)?.Conclusion is null
                        && Earlier.Of(d, File.Dimensions.Where(r => r.AssessmentId == a.Id)) is not null
                    )
                );

    /// <summary>What can be carried forward to a dimension: the latest earlier conclusion on it, and the latest earlier assessment's
    /// own.</summary>
    public IReadOnlyList<EarlierConclusion> EarlierOn(Dimension dimension)
    {
        var found = new List<EarlierConclusion>();
        foreach (var a in Earlier.Than(Assessment, File))
            if (Earlier.Of(dimension, File.Dimensions.Where(r => r.AssessmentId == a.Id)) is { } from)
            {
                found.Add(new(from.Id, a, from.Conclusion));
                break;
            }
        if (Earlier.Than(Assessment, File).FirstOrDefault(a => a.Conclusion is not null) is { } whole)
            found.Add(new(whole.Id, whole, whole.Conclusion!));
        return found;
    }

    /// <summary>The assessment that a conclusion was carried forward from; null if it was not, or is not known any more.</summary>
    public AssessmentFact? CarriedFrom(long? id) =>
        id is not { } from
            ? null
            : Array.Find(File.Assessments, a => a.Id == from)
                ?? (
                    Array.Find(File.Dimensions, d => d.Id == from) is { } row
                        ? Array.Find(File.Assessments, a => a.Id == row.AssessmentId)
                        : null
                );

    public static AssessmentView? Of(ChildState state, long id, Viewing viewing, ChildReader reader, FactReader facts, Drafts drafts)
    {
        if (reader.Read(state.File.Id) is not { } file || Array.Find(file.Assessments, a => a.Id == id) is not { } assessment)
            return null;
        var written = file.Dimensions.Where(d => d.AssessmentId == id).ToDictionary(d => d.Dimension, StringComparer.Ordinal);
        var by = new Dictionary<long, string>();
        foreach (var row in written.Values)
            if (facts.Entry(row.RecordedIn) is { } entry)
                by[row.Id] = Text.By(viewing.AuthorName(entry.Author), DanishCalendar.Local(entry.At));
        var parts = Routes.Assessment(file.Id, id) + "/del/";
        var family = file.Child.FamilyId is { } f ? viewing.Family(f).Where(c => c.File.Id != file.Id).ToList() : [];
        var owed = new List<Requirement>();
        Derive.Of(file, viewing.Register.Catalogue, viewing.Today, owed);
        return new()
        {
            State = state,
            File = file,
            Assessment = assessment,
            Law = AssessmentRules.LawOf(assessment.Kind, assessment.KnownOn),
            Set = DimensionSets.On(assessment.KnownOn),
            Written = written,
            By = by,
            Drafts = drafts
                .Of(viewing.Viewer.Key)
                .Where(d => d.Form.StartsWith(parts, StringComparison.Ordinal))
                .Select(d => d.Form[parts.Length..])
                .ToHashSet(StringComparer.Ordinal),
            Owed = owed.Select(r => (Requirement?)r)
                .FirstOrDefault(r =>
                    r!.Value.Rule == RuleOf(assessment.Kind) && (r.Value.Rule != Rule.AssessmentCompleted || r.Value.SubjectId == id)
                ),
            Siblings = [.. family.Where(viewing.MaySee)],
            HasSiblings = family.Count > 0,
            NeedsTwo = AssessmentRules.NeedsTwo(
                assessment.Kind,
                assessment.KnownOn,
                file,
                [.. family.Select(f => f.File)],
                viewing.WorkClock.Today
            ),
            Today = viewing.WorkClock.Today,
            Bounds = viewing.Register.Bounds,
        };
    }

    static Rule? RuleOf(AssessmentKind kind) =>
        kind switch
        {
            AssessmentKind.Assessment => Rule.AssessmentCompleted,
            AssessmentKind.TargetGroup => Rule.TargetGroupAssessed,
            AssessmentKind.Revisit => Rule.PlacementRevisited,
            _ => null,
        };

    /// <summary>The page of one assessment: 404 if the child has no such one.</summary>
    public static IResult Do(
        long child,
        long id,
        Viewing viewing,
        ChildReader reader,
        FactReader facts,
        Drafts drafts,
        Func<AssessmentView, IResult> then
    ) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                if (Of(state, id, viewing, reader, facts, drafts) is not { } view)
                    return Results.NotFound();
                viewing.Log.Looked(viewing.Viewer.Key, "undersøgelse", [child]);
                return then(view);
            }
        );
}
