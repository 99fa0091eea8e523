using System.Globalization;
using Spor.Facts;
using Spor.Kernel;
using Spor.Requirements;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Case.Journal;

/// <summary>What of the journal is shown: narrowed by kind, by who wrote it, by words searched for.</summary>
public sealed class JournalView
{
    /// <summary>Entries on a page.</summary>
    const int OnAPage = 40;

    public ChildState State { get; }
    public ChildFile File { get; }
    public JournalGroup? Group { get; }
    public long? Employee { get; }
    public bool ChildsWords { get; }

    /// <summary>What was typed, as it was typed; empty without a search.</summary>
    public string Term { get; }
    public IReadOnlyList<string> Terms { get; }

    /// <summary>Why it is not searched for; null where it is, or where nothing was typed.</summary>
    public string? Problem { get; }

    /// <summary>Every entry that was chosen, also those on other pages.</summary>
    public IReadOnlyList<JournalEntry> Chosen { get; }
    public Paged<JournalEntry> Page { get; }

    /// <summary>How many entries each group has, those with none left out.</summary>
    public IReadOnlyList<(JournalGroup Group, int Count)> Groups { get; }
    public int All { get; }
    public int WithChildsWords { get; }

    /// <summary>Who wrote any of it.</summary>
    public IReadOnlyList<(long Id, string Name)> Employees { get; }
    readonly long? asOf;

    public JournalView(ChildState state, ChildFile file, Viewing viewing, IQueryCollection asked, string? typed = null)
    {
        (State, File, asOf) = (state, file, viewing.AsOf);
        var all = JournalStream.Of(file, viewing);
        var slug = asked["slags"].ToString();
        ChildsWords = slug == ChildsWordsSlug;
        Group = JournalGroup.Find(slug);
        Employee = Form.Number(asked["person"]);
        (Term, var problem) = SearchTerm.Of(typed);
        Problem = typed is null ? null : problem;
        Terms = problem is null ? Folded.Terms(Term) : [];
        Chosen = JournalStream.Chosen(all, Group, Employee, ChildsWords, Terms);
        Page = Paged.Of(Chosen, Paged.Asked(asked), Terms.Count > 0 ? Paged.Most : OnAPage);
        Groups = [.. JournalGroup.All.Select(g => (g, all.Count(e => e.Group == g))).Where(g => g.Item2 > 0)];
        (All, WithChildsWords) = (all.Count, all.Count(e => e.ChildsWords is not null));
        Employees =
        [
            .. all.Select(e => e.EmployeeId)
                .OfType<long>()
                .Distinct()
                .Select(e => (e, viewing.EmployeeName(e)))
                .Where(e => e.Item2.Length > 0)
                .OrderBy(e => e.Item2, StringComparer.Create(Danish.Culture, false)),
        ];
    }

    public const string ChildsWordsSlug = "barnets-ord";

    public string Address => Routes.Journal(File.Id);

    /// <summary>What is chosen, in words; empty for everything.</summary>
    public string ChosenWords(Viewing viewing) =>
        Text.Join(ChildsWords ? Text.ChildsWordsOnly : Group?.Name ?? "", Employee is { } e ? viewing.EmployeeName(e) : "");

    public string? Slug => ChildsWords ? ChildsWordsSlug : Group?.Slug;

    /// <summary>The same page narrowed to something else.</summary>
    public string Href(string? slug, int side = 1, string path = "") => Address + path + Query(slug, side);

    string Query(string? slug, int side) =>
        string.Join(
            '&',
            new[]
            {
                slug is null ? null : "slags=" + slug,
                Employee is { } e ? "person=" + e.ToString(CultureInfo.InvariantCulture) : null,
                side == 1 ? null : $"{Paged.Key}={side.ToString(CultureInfo.InvariantCulture)}",
                asOf is { } entry ? $"{Viewing.AsKnownAt}={entry.ToString(CultureInfo.InvariantCulture)}" : null,
            }.OfType<string>()
        )
            is { Length: > 0 } query
            ? "?" + query
            : "";
}
