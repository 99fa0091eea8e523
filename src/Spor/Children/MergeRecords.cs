using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Children;

/// <summary>Two records are one child: everything of the other goes over to the one that is kept.</summary>
/// <param name="ChildId">The record that is kept; its name, number and birthday hold.</param>
/// <param name="RecordId">The record that is merged into it.</param>
/// <param name="Sure">Whoever does it has seen that the two have different CPR numbers or birthdays.</param>
public sealed record MergeRecords(long ChildId, long RecordId, string? Why, bool Sure = false) : IAboutChild, ICommand<MergeRecords>
{
    public IReadOnlyList<long> Others => [RecordId];

    public static Verb<MergeRecords> Verb { get; } =
        new(
            "merge-records",
            Capability.Leadership,
            (c, now) =>
            {
                if (!now.Author.Leads)
                    return new Refusal("not-yours-to-do");
                if (now.Facts.Child(c.RecordId) is not { } other)
                    return new Refusal("thing-not-there");
                if (now.File.Child.RecordedIn > now.Seen || other.Child.RecordedIn > now.Seen)
                    return new Refusal("records-changed-meanwhile");
                return RecordRules.Merge(
                    c,
                    now.File,
                    other,
                    now.Facts.Opened((ChildFact)now.File.Child.Copy()),
                    now.Facts.Opened((ChildFact)other.Child.Copy()),
                    now.Today,
                    now.NewId
                );
            }
        )
        {
            Reason = c => c.Why,
        };
}

public static partial class RecordRules
{
    /// <summary>
    /// Every row of the other record becomes the child's, as it is: no value changes but whose it is, so what a source delivered is not
    /// counted as changed by a person. What the child's own row lacks is filled from the other's, and a protection of either holds.
    /// </summary>
    /// <param name="file">The record that is kept, read alone.</param>
    /// <param name="other">The other, read alone.</param>
    /// <param name="kept">A copy of the kept record's own row, its texts opened.</param>
    /// <param name="gone">The same of the other.</param>
    public static Decision Merge(
        MergeRecords c,
        ChildFile file,
        ChildFile other,
        ChildFact kept,
        ChildFact gone,
        DateOnly today,
        Func<long> newId
    )
    {
        if (file.Id == other.Id)
            return new Refusal("merged-with-itself");
        // What was erased is not put together with what is there, or the other way.
        if (IsErased(kept) || IsErased(gone))
            return new Refusal("record-is-erased");
        var wrong = new List<Refusal>();
        if (c.Why is null)
            wrong.Add(new("merge-without-reason", nameof(c.Why)));
        if (!c.Sure && Differ(kept, gone))
            wrong.Add(new("merge-of-two-numbers", nameof(c.Sure)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var events = new List<DomainEvent>
        {
            new Recorded(
                FactKinds.ChildRecord,
                new ChildRecordFact
                {
                    Id = newId(),
                    ChildId = file.Id,
                    MergedOn = today,
                    RecordId = other.Id,
                    Name = gone.FirstName is null && gone.LastName is null ? null : gone.Name,
                }
            ),
        };
        if (Filled(kept, gone))
            events.Add(new Corrected(FactKinds.Child, kept));
        foreach (var row in other.All.OfType<ChildsFact>())
            events.Add(Moved(row, file.Id));
        events.Add(new Withdrawn(FactKinds.Child, other.Id));
        return Decision.Of(events);
    }

    static bool IsErased(ChildFact child) => child.FirstName is null && child.LastName is null;

    /// <summary>Two numbers or two birthdays mostly are two children.</summary>
    public static bool Differ(ChildFact a, ChildFact b) =>
        (a.CprHash is { } one && b.CprHash is { } two && one != two) || (!a.Unborn && !b.Unborn && a.BornOn != b.BornOn);

    /// <summary>The row with another record, and nothing else of it changed.</summary>
    static Corrected Moved(ChildsFact row, long to)
    {
        var copy = (ChildsFact)row.Copy();
        copy.ChildId = to;
        return new(FactKinds.Of(row), copy) { ByPerson = false };
    }

    /// <returns>True if something was filled.</returns>
    static bool Filled(ChildFact kept, ChildFact from)
    {
        var before = (ChildFact)kept.Copy();
        kept.Protected |= from.Protected;
        kept.Gender ??= from.Gender;
        kept.DistrictId ??= from.DistrictId;
        kept.FamilyId ??= from.FamilyId;
        kept.FirstName ??= from.FirstName;
        kept.LastName ??= from.LastName;
        kept.School ??= from.School;
        if (kept.Cpr is null)
            (kept.Cpr, kept.CprHash) = (from.Cpr, from.CprHash);
        if (kept.Unborn && !from.Unborn)
            (kept.Unborn, kept.BornOn) = (false, from.BornOn);
        return FactKinds.Child.Columns.Any(c => !Equals(c.Get(before), c.Get(kept)));
    }
}
