using Spor.Conferences;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;

namespace Spor.Web.Conferences.Agreements;

/// <summary>An agreement of a child, its text opened.</summary>
public sealed record Promised(ChildState Child, AgreementFact Agreement);

/// <summary>The agreements of one's children that somebody must still keep, for Min dag.</summary>
public static class MyAgreements
{
    /// <param name="dueBy">Those due later are left out; null = all. What has no day is always there.</param>
    public static IReadOnlyList<Promised> Of(IReadOnlyList<ChildState> children, FactReader facts, DateOnly? dueBy)
    {
        var child = children.ToDictionary(c => c.File.Id);
        var open = children.SelectMany(c =>
            ConferenceRules.ToKeep(c.File).Where(a => dueBy is null || a.DueOn is null || a.DueOn <= dueBy)
        );
        return [.. ConferenceRules.Open(facts.Opened(open)).Select(a => new Promised(child[a.ChildId], a))];
    }
}
