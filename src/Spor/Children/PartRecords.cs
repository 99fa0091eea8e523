using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Children;

/// <summary>It was two children after all: the merged record is there again, with what stood with it.</summary>
/// <param name="ChildRecordId">The row that says that the records are one.</param>
/// <param name="Rows">What has come since and is the other child's, each as <c>plan/12</c>.</param>
public sealed record PartRecords(long ChildId, long ChildRecordId, IReadOnlyList<string> Rows, string? Why)
    : IAboutChild,
        ICommand<PartRecords>
{
    public static Verb<PartRecords> Verb { get; } =
        new(
            "part-records",
            Capability.Leadership,
            (c, now) =>
                !now.Author.Leads ? new Refusal("not-yours-to-do")
                : Merger(c, now) is not { } merger ? new Refusal("thing-not-there")
                : RecordRules.Part(c, OpenedChild(now), merger, new(now.Facts, now.File, merger))
        )
        {
            Shown = Merger,
            Reason = c => c.Why,
        };

    static ChildFile OpenedChild(Now now)
    {
        now.Facts.Opened(now.File.Child);
        return now.File;
    }

    static ChildRecordFact? Merger(PartRecords c, Now now) => Array.Find(now.File.Of<ChildRecordFact>(), r => r.Id == c.ChildRecordId);
}

/// <summary>What a parting needs to know of before.</summary>
/// <param name="Once">Every row that has stood with the merged record.</param>
/// <param name="Record">The merged record's own row, as it was last.</param>
/// <param name="Kept">The kept record's own row from before the merging; null if that did not change it, or somebody has since.</param>
public sealed record BeforeMerging(IReadOnlySet<(FactKind Kind, long Id)> Once, ChildFact? Record, ChildFact? Kept)
{
    public BeforeMerging(KnownFacts facts, ChildFile file, ChildRecordFact merger)
        : this(
            facts.OnceOf(merger.RecordId),
            (ChildFact?)facts.Retracted(FactKinds.Child, merger.RecordId),
            // A record that was merged into one that was merged here later has moved itself, and its entry is the later one.
            file.Child.RecordedIn == merger.RecordedIn
            && facts.Retracted(FactKinds.ChildRecord, merger.Id) is null
                ? (ChildFact?)facts.Retracted(FactKinds.Child, file.Id)
                : null
        ) { }

    /// <summary>Whether a row came after the merging, so that nobody can say whose it is but a person. Identities are handed out in
    /// order.</summary>
    public static bool IsSince(ChildsFact row, ChildRecordFact merger, IReadOnlySet<(FactKind Kind, long Id)> once) =>
        row is not ChildRecordFact && row.Id > merger.Id && !once.Contains((FactKinds.Of(row), row.Id));
}

public static partial class RecordRules
{
    /// <summary>
    /// The merged record's rows go back to it, also those corrected since, and what has come since and hangs on one of them goes with it.
    /// Refused where a row of the one points at a row of the other: that is put right first.
    /// </summary>
    /// <param name="file">The child, read alone, its own row's texts opened.</param>
    public static Decision Part(PartRecords c, ChildFile file, ChildRecordFact merger, BeforeMerging before)
    {
        if (before.Record is not { } record)
            return new Refusal("thing-not-there");
        if (IsErased(file.Child))
            return new Refusal("record-is-erased");
        var wrong = new List<Refusal>();
        if (c.Why is null)
            wrong.Add(new("merge-without-reason", nameof(c.Why)));
        var goes = Going(c.Rows, file, merger, before);
        var rows = file.All.OfType<ChildsFact>().Where(r => r.Id != merger.Id || r is not ChildRecordFact).ToList();
        foreach (var row in rows)
            if (PointsAt(row, file).Any(at => goes.Contains(at) != goes.Contains((FactKinds.Of(row), row.Id))))
            {
                wrong.Add(new("records-hang-together", nameof(c.Rows), FactKinds.Of(row).One));
                break;
            }
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var events = new List<DomainEvent>
        {
            new Withdrawn(FactKinds.ChildRecord, merger.Id),
            new Recorded(FactKinds.Child, record.Copy()),
        };
        if (before.Kept is { } kept)
            events.Add(new Corrected(FactKinds.Child, kept.Copy()) { ByPerson = false });
        events.AddRange(rows.Where(r => goes.Contains((FactKinds.Of(r), r.Id))).Select(r => Moved(r, record.Id)));
        return Decision.Of(events);
    }

    /// <summary>The rows that go back: those that stood with the record, those that somebody has chosen, and what has come since and points
    /// at one of them.</summary>
    static HashSet<(FactKind Kind, long Id)> Going(
        IReadOnlyList<string> chosen,
        ChildFile file,
        ChildRecordFact merger,
        BeforeMerging before
    )
    {
        var goes = new HashSet<(FactKind, long)>();
        var since = new List<ChildsFact>();
        foreach (var row in file.All.OfType<ChildsFact>())
            if (row is ChildRecordFact && row.Id == merger.Id)
                continue;
            else if (
                before.Once.Contains((FactKinds.Of(row), row.Id))
                || (BeforeMerging.IsSince(row, merger, before.Once) && chosen.Contains(NameOf(row)))
            )
                goes.Add((FactKinds.Of(row), row.Id));
            else if (BeforeMerging.IsSince(row, merger, before.Once))
                since.Add(row);
        while (since.RemoveAll(row => PointsAt(row, file).Any(goes.Contains) && goes.Add((FactKinds.Of(row), row.Id))) > 0) { }
        return goes;
    }

    /// <summary>How a form names a row.</summary>
    public static string NameOf(Fact row) =>
        FactKinds.Of(row).Name + "/" + row.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The child's own rows that a row points at.</summary>
    static IEnumerable<(FactKind Kind, long Id)> PointsAt(ChildsFact row, ChildFile file)
    {
        foreach (var reference in FactKinds.Of(row).References)
            if (reference.Points(row) is { } at)
                foreach (var kind in reference.KindIn is null ? reference.RefersToOneOf : [at.Kind])
                    if (kind.IsOfAChild && file.Of(kind).Any(f => f.Id == at.Id))
                        yield return (kind, at.Id);
    }
}
