using Spor.Facts;

namespace Spor.Children;

/// <summary>
/// Another record that is this child too: two records of one child are merged (docs/adr/0040). Everything that stood with the other record
/// stands with this child since; the other's own row is withdrawn, and its number, its source key and its CPR number lead here.
/// </summary>
public sealed class ChildRecordFact : ChildsFact
{
    public static FactKind<ChildRecordFact> Described { get; } =
        new(
            "child-record",
            "registrering lagt sammen med barnets",
            "registreringer lagt sammen med barnets",
            c => c.Happened(f => f.MergedOn, "Lagt sammen").BySpor(f => f.RecordId, "").Line(f => f.Name, "Navnet i registreringen"),
            order: (a, b) => a.MergedOn.CompareTo(b.MergedOn),
            keeping: Keeping.OwnWay
        );

    public DateOnly MergedOn { get; set; }

    /// <summary>The identity of the record that was merged into the child's: the one its address had.</summary>
    public long RecordId { get; set; }

    /// <summary>As the child was called in that record.</summary>
    public string? Name { get; set; }
}

/// <summary>Which records are one child.</summary>
public static class ChildRecords
{
    /// <summary>The child that each merged record is now.</summary>
    public static Derived<IReadOnlyDictionary<long, long>> Merged { get; } =
        new(s =>
        {
            var merged = new Dictionary<long, long>();
            foreach (var file in s.Register.Children)
            foreach (var record in file.Of<ChildRecordFact>())
                merged[record.RecordId] = file.Id;
            return merged;
        });

    /// <summary>The child that an identity means now: itself, or the one that the record was merged into.</summary>
    public static long Now(Snapshot snapshot, long child) => snapshot.Get(Merged).GetValueOrDefault(child, child);

    /// <summary>The identities that are the child: its own first.</summary>
    public static IReadOnlyList<long> Of(ChildFile file) => [file.Id, .. file.Of<ChildRecordFact>().Select(r => r.RecordId)];
}
