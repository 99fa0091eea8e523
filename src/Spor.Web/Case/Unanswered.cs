using Spor.Facts;
using Spor.Requirements;
using Spor.Web.Access;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Case;

/// <summary>What people have asked about children and nobody has answered yet, for whoever sees the child: the number in the menu and the
/// list, the one that came first on top.</summary>
/// <param name="look">What the log of looks calls the list.</param>
sealed class Unanswered<T>(string look, Func<T, DateOnly> received, Func<T, bool> isOpen)
    where T : ChildsFact
{
    readonly Derived<Picked> open = Picked.Of(c => Array.Exists(c.File.Of<T>(), f => isOpen(f)));

    public Picked Warm(Snapshot snapshot) => snapshot.Get(open);

    IEnumerable<(ChildState Child, T Of)> To(Viewing viewing) =>
        viewing.Snapshot.Get(open).Children.Where(viewing.IsVisible).SelectMany(c => c.File.Of<T>().Where(isOpen).Select(f => (c, f)));

    /// <summary>In the menu: how many must be answered.</summary>
    public int Count(Viewing viewing) => To(viewing).Count();

    /// <summary>A page of them, written in the log of looks.</summary>
    public Paged<(ChildState Child, T Of)> Page(HttpContext context, Viewing viewing)
    {
        var page = Paged.Of([.. To(viewing).OrderBy(o => received(o.Of)).ThenBy(o => o.Of.Id)], Paged.Asked(context.Request.Query));
        viewing.Log.Looked(viewing.Viewer.Key, look, [.. page.Rows.Select(o => o.Child.File.Id)]);
        return page;
    }
}
