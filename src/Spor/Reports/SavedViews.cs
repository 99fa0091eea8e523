using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Reports;

/// <summary>A person's own view of management information: which figures and which filter, under a name of their own.</summary>
public sealed class SavedViewFact : Fact
{
    public static FactKind<SavedViewFact> Described { get; } =
        new(
            "saved-view",
            "gemt visning",
            "gemte visninger",
            c => c.Value(f => f.Owner, "Ejer").Value(f => f.Query, "Valg").Line(f => f.Name, "Navn"),
            keeping: Keeping.OutOfRegister
        );

    /// <summary>The key of who made it; never a name.</summary>
    public string Owner { get; set; } = "";

    /// <summary>What stands after the question mark of the view's address: codes of figures, teams and groups, never people.</summary>
    public string Query { get; set; } = "";

    /// <summary>Personal text: a person may write anything.</summary>
    public string? Name { get; set; }
}

/// <summary>Saves a view of one's own under a name.</summary>
public sealed record SaveView(string? Name, string Query) : ICommand<SaveView>
{
    public static Verb<SaveView> Verb { get; } =
        new(
            "save-view",
            Capability.Figures,
            (c, now) =>
                SavedViews.Save(now.Author.Key, c.Name, c.Query, now.Facts.All<SavedViewFact>().Select(now.Facts.Opened), now.NewId())
        );
}

/// <summary>Takes a view of one's own away.</summary>
public sealed record RemoveView(long ViewId) : ICommand<RemoveView>
{
    public static Verb<RemoveView> Verb { get; } =
        new("remove-view", Capability.Figures, (c, now) => SavedViews.Remove(now.Author.Key, now.Facts.Find<SavedViewFact>(c.ViewId)));
}

/// <summary>What may be done with saved views.</summary>
public static class SavedViews
{
    public const int LongestName = 80;

    /// <summary>Saves a view under a name; one the owner has by that name already gets the new question.</summary>
    /// <param name="held">The views there are, with their names.</param>
    public static Decision Save(string owner, string? name, string query, IEnumerable<SavedViewFact> held, long nextId)
    {
        if (string.IsNullOrWhiteSpace(name))
            return new Refusal("value-missing", nameof(SavedViewFact.Name));
        name = name.Trim();
        if (name.Length > LongestName)
            name = name[..LongestName];
        var same = held.FirstOrDefault(v => v.Owner == owner && string.Equals(v.Name, name, StringComparison.OrdinalIgnoreCase));
        var view = new SavedViewFact
        {
            Id = same?.Id ?? nextId,
            Owner = owner,
            Query = query,
            Name = name,
        };
        return same is null ? new Recorded(FactKinds.SavedView, view) : new Corrected(FactKinds.SavedView, view);
    }

    /// <summary>Takes a view away. Somebody else's is as good as not there.</summary>
    public static Decision Remove(string owner, SavedViewFact? view) =>
        view is not null && view.Owner == owner ? new Withdrawn(FactKinds.SavedView, view.Id) : new Refusal("thing-not-there");
}
