using Spor.Storage.Engine;
using Spor.Verbs;

namespace Spor.Storage.Journal;

/// <summary>Whose texts an intent takes: a child's, or those of one row that is about no child.</summary>
sealed class Erasing
{
    readonly IErasesRow? row;

    Erasing(long? child, IErasesRow? row) => (Child, this.row) = (child, row);

    /// <summary>Null where it is one row.</summary>
    public long? Child { get; }

    /// <summary>Null if the command erases nothing.</summary>
    public static Erasing? Of(object command) =>
        command switch
        {
            IErases about => new(about.ChildId, null),
            IErasesRow one => new(null, one),
            _ => null,
        };

    public List<long> TextsIn(Link link) =>
        Child is { } child ? Erasures.TextsOf(link, child) : Erasures.TextsOfRow(link, row!.Kind, row.RowId);

    /// <summary>What goes beside the texts: keys of the source, and drafts.</summary>
    public void Beside(Link link)
    {
        if (Child is { } child)
        {
            KeysOfRows.Erase(link, child);
            Erasures.ForgetDrafts(link, child);
        }
        else
            link.Execute("DELETE FROM draft WHERE \"Form\" = $1", row!.Form);
    }
}
