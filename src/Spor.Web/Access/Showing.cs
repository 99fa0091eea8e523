using Spor.Storage;

namespace Spor.Web.Access;

/// <summary>
/// What the answer to this request shows of children. Pages say it here, and nothing is written yet: the barrier
/// (<see cref="LookBarrier"/>) adds what the page links to and writes it all before the first byte leaves.
/// </summary>
public sealed class Showing(Municipality municipality)
{
    readonly List<NewLook> looks = [];

    /// <summary>The log itself, for reading.</summary>
    public AccessLog Log => municipality.Looks;

    internal IReadOnlyList<NewLook> Looks => looks;

    /// <summary>One row per child's page, or per list with the ids shown on it and the filter that chose them.</summary>
    /// <param name="filter">Never a name: ids, codes and days.</param>
    public void Looked(string author, string kind, IReadOnlyCollection<long> childIds, string? filter = null) =>
        looks.Add(new(author, kind, childIds, filter));

    /// <summary>Somebody was refused a child, by the page or by the verb.</summary>
    public void Refused(string author, long child)
    {
        if (!looks.Exists(l => l.Kind == LookKinds.RefusedChild && l.Children.Contains(child)))
            looks.Add(new(author, LookKinds.RefusedChild, [child]));
    }

    /// <summary>Somebody was refused to do something.</summary>
    /// <param name="what">The verb's name.</param>
    public void RefusedTo(string author, string what) => looks.Add(new(author, LookKinds.Refused, [], "kan ikke " + what));
}

/// <summary>Said by an endpoint whose answer is about no child: figures, set-up, people who work here. Whoever says nothing shows
/// children.</summary>
sealed class NoChildShown;

static class ShowingEndpoints
{
    /// <summary>The answer names no child. Said in vain: where it names one after all, that is written, and a test fails.</summary>
    public static T ShowsNoChild<T>(this T endpoint)
        where T : IEndpointConventionBuilder => endpoint.WithMetadata(new NoChildShown());
}
