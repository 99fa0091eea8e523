using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.History;

/// <param name="Folded">True for an import's many events, which stand behind the summary.</param>
public sealed record HistoryItem(
    long No,
    DateTime AtLocal,
    string Who,
    string? Reason,
    string Summary,
    IReadOnlyList<string> Sentences,
    bool Folded
)
{
    /// <summary>What the person meant to do; null for an import.</summary>
    public string? Heading { get; init; }
}

/// <summary>A child's history as sentences, each with who and when.</summary>
sealed class ChildHistory(ChildReader reader, Database database)
{
    /// <summary>An import with more events of the child than this is folded to a summary.</summary>
    const int MostUnfolded = 3;

    /// <param name="before">Only entries with a lower number.</param>
    /// <returns>One page, the newest first, and where the next page begins; null on the last.</returns>
    public (IReadOnlyList<HistoryItem> Items, long? Next) Page(ChildFile file, Viewing viewing, long? before, int take)
    {
        var entries = reader.History(file.Id, before, take + 1);
        var next = entries.Count > take ? entries[take - 1].No : (long?)null;
        if (next is not null)
            entries = [.. entries.Take(take)];
        if (entries.Count == 0)
            return ([], null);
        var replaced = reader.Replaced(file.Id, entries[^1].No, entries[0].No);
        var earlier = replaced.ToDictionary(f => (f.RetractedIn!.Value, FactKinds.Of(f), f.Id));
        var told = entries
            .SelectMany(e => e.Events)
            .Select(e =>
                e switch
                {
                    Recorded r => r.Fact,
                    Corrected c => c.Fact,
                    _ => null,
                }
            )
            .OfType<Fact>();
        var words = new Words(viewing.Register.Catalogue, viewing.EmployeeName, viewing.DistrictName, [.. replaced, .. told, .. file.All]);
        var imports = entries.Any(e => e.ImportId is not null) ? Imports.List(database).ToDictionary(i => i.Id) : [];
        return ([.. entries.Select(e => Item(e, earlier, words, imports, viewing))], next);
    }

    static HistoryItem Item(
        HistoryEntry entry,
        Dictionary<(long, FactKind, long), Fact> earlier,
        Words words,
        Dictionary<long, StoredImport> imports,
        Viewing viewing
    )
    {
        Fact? Before(DomainEvent e) =>
            earlier.GetValueOrDefault(
                (
                    entry.No,
                    e.Kind,
                    e is Corrected c ? c.Fact.Id
                    : e is Withdrawn w ? w.Id
                    : 0
                )
            );
        // Of two records that became one, or two again, the rows that went over are a number and not a sentence each. Where they come
        // to, what they were is not known: it was another's.
        var parting = entry.Intent == PartRecords.Verb.Name;
        var merging = parting || entry.Intent == MergeRecords.Verb.Name;
        bool WentOver(DomainEvent e) =>
            e is Corrected { Fact: ChildsFact now } && (Before(e) is ChildsFact then ? then.ChildId != now.ChildId : merging);
        var over = entry.Events.Count(WentOver);
        List<string> sentences =
        [
            .. entry
                .Events.Where(e => !WentOver(e) && !(merging && e.Kind.IsTheChild && e is not Corrected))
                .Select(e => Saying.Of(e.Kind).Sentence(e, Before(e), words)),
        ];
        if (over > 0)
            sentences.Add(parting ? Text.WentBack(over) : Text.WentOver(over));
        var import = entry.ImportId is { } id ? imports.GetValueOrDefault(id) : null;
        var at = DanishCalendar.Local(entry.At);
        var who =
            entry.ImportId is null ? Who(entry.Author, at, viewing)
            : import is null ? Text.Imported
            : Text.ImportedOf(import.ExtractDay);
        var folded = entry.ImportId is not null && sentences.Count > MostUnfolded;
        var summary = sentences.Count == 0 ? Text.Intent(entry.Intent) : Summary(entry.Events);
        return new(entry.No, at, who, entry.Reason, summary, sentences, folded)
        {
            Heading = entry.ImportId is null ? Sayings.Intent(entry.Intent) : null,
        };
    }

    /// <summary>1 sag, 2 indsatser og 3 opfølgninger blev registreret, og 1 plan blev rettet.</summary>
    static string Summary(IReadOnlyList<DomainEvent> events)
    {
        var verbs = new List<string>();
        foreach (
            var (verb, of) in new[]
            {
                (Text.WasRecorded, events.Where(e => e is Recorded)),
                (Text.WasCorrected, events.Where(e => e is Corrected)),
                (Text.WasWithdrawn, events.Where(e => e is Withdrawn)),
            }
        )
        {
            var counts = of.GroupBy(e => e.Kind).Select(g => Saying.Count(g.Key, g.Count())).ToList();
            if (counts.Count > 0)
                verbs.Add($"{Text.List(counts)} {verb}");
        }
        return Danish.Capital(string.Join(", og ", verbs)) + ".";
    }

    // The name of whoever has left too, with the role of the day it was written.
    static string Who(string author, DateTime at, Viewing viewing)
    {
        var name = viewing.AuthorName(author);
        var day = DateOnly.FromDateTime(at);
        return viewing.PersonOf(author)?.Grants.FirstOrDefault(g => g.RunsOn(day)) is { Role: not ViewerRole.Analyst } then
            ? $"{name}, {Roles.Of(then.Role).Danish.ToLower(Danish.Culture)}"
            : name;
    }
}
