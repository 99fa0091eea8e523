using Spor.Cases;
using Spor.Facts;
using Spor.Kernel;
using Spor.Web.Access;
using Spor.Web.Case.History;

namespace Spor.Web.Case.FileAccess;

/// <summary>One thing in a child's record, as whoever it is about may read it.</summary>
/// <param name="No">Its number in the register of documents.</param>
/// <param name="Key">How a form names it.</param>
/// <param name="On">The day it tells of; null for what has none.</param>
/// <param name="FileOf">The attachment it is; null for what is written.</param>
public sealed record RecordItem(
    int No,
    string Key,
    string Kind,
    DateOnly? On,
    string Title,
    IReadOnlyList<(string Label, string Value)> Fields,
    AttachmentFact? FileOf
)
{
    // Who has looked, who asked and how the work was judged is about the municipality's own doings; a file's bytes come with its
    // attachment.
    static readonly FactKind[] NotInTheRecord =
    [
        FactKinds.CaseAccess,
        FactKinds.SampledCase,
        FactKinds.FileAccess,
        FactKinds.DrawnCase,
        FactKinds.CaseReading,
        FactKinds.AttachmentContent,
        FactKinds.Coordination,
    ];

    /// <summary>The whole record in the order of its days, what has no day first.</summary>
    /// <param name="file">With its texts.</param>
    public static IReadOnlyList<RecordItem> Of(ChildFile file, Viewing viewing)
    {
        var words = Saying.WordsOf(file, viewing);
        return
        [
            .. file
                .All.Select(f => (Fact: f, Kind: FactKinds.Of(f)))
                .Where(p => !NotInTheRecord.Contains(p.Kind))
                .OrderBy(p => p.Kind.IsTheChild ? DateOnly.MinValue : Words.DayOf(p.Fact) ?? DateOnly.MinValue.AddDays(1))
                .ThenBy(p => p.Fact.RecordedIn)
                .ThenBy(p => p.Fact.Id)
                .Select(
                    (p, i) =>
                        new RecordItem(
                            i + 1,
                            $"{p.Kind.Name}-{Frame.Forms.Form.Invariant(p.Fact.Id)}",
                            Danish.Capital(p.Kind.One),
                            p.Kind.IsTheChild ? null : Words.DayOf(p.Fact),
                            Saying.Of(p.Kind).Thing(p.Fact, words),
                            [.. Told(p.Kind, p.Fact, words)],
                            p.Fact as AttachmentFact
                        )
                ),
        ];
    }

    static IEnumerable<(string, string)> Told(FactKind kind, Fact fact, Words words)
    {
        foreach (var column in kind.Columns)
            if (column is { Label.Length: > 0 } && (!column.BySpor || column.IsText) && words.Value(column, fact) is { } value)
                yield return (column.Label, value);
    }
}
