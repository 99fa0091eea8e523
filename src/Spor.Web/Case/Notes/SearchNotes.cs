using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Cases;
using Spor.Kernel;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Notes;

/// <param name="Before">The text before the first word found, and so on: what was found is marked.</param>
public sealed record FoundNote(ChildState Child, JournalNoteFact Note, string? Title, IReadOnlyList<(string Text, bool Found)> Snippet);

/// <summary>Full-text search in the notes of the children one may see. What is searched for travels by POST and is not logged.</summary>
static class SearchNotes
{
    public const int Most = 50;

    /// <summary>How much of a note is shown around what was found (characters).</summary>
    const int Around = 90;

    public static IResult Show(Viewing viewing) =>
        new RazorComponentResult<SearchNotesPage>(
            new
            {
                Found = (IReadOnlyList<FoundNote>?)null,
                Total = 0,
                Term = "",
            }
        );

    public static IResult Search(IFormCollection form, Viewing viewing, NoteTexts texts)
    {
        var (term, problem) = SearchTerm.Of(form["soeg"]);
        string[] words = [.. Folded.Terms(term)];
        if (problem is not null)
            return new RazorComponentResult<SearchNotesPage>(
                new
                {
                    Found = (IReadOnlyList<FoundNote>?)null,
                    Total = 0,
                    Term = term,
                    Problem = problem,
                }
            )
            {
                StatusCode = StatusCodes.Status422UnprocessableEntity,
            };
        var (found, total) = Find(viewing, texts, words);
        viewing.Log.Looked(viewing.Viewer.Key, "notater", [.. found.Select(f => f.Child.File.Id).Distinct()]);
        return new RazorComponentResult<SearchNotesPage>(
            new
            {
                Found = found,
                Total = total,
                Term = term,
            }
        );
    }

    internal static (IReadOnlyList<FoundNote> Found, int Total) Find(Viewing viewing, NoteTexts texts, string[] words)
    {
        var opened = texts.Of(viewing.Snapshot);
        var hits = new List<(ChildState Child, JournalNoteFact Note, (string? Title, string Body) Text)>();
        foreach (var child in viewing.Overview.Children)
        {
            if (child.File.Notes.Length == 0 || !viewing.IsVisible(child))
                continue;
            foreach (var note in child.File.Notes)
                if (opened.Of(note) is { } text && Folded.HasAll(Folded.Fold(text.Title is { } t ? $"{t} {text.Body}" : text.Body), words))
                    hits.Add((child, note, text));
        }
        // What a child's page does not open, a search does not show either.
        foreach (var shut in hits.Select(h => h.Child).Distinct().Where(c => viewing.OpeningOf(c) != Opening.Open).ToHashSet())
            hits.RemoveAll(h => h.Child == shut);
        return (
            [
                .. hits.OrderByDescending(h => h.Note.On)
                    .ThenByDescending(h => h.Note.Id)
                    .Take(Most)
                    .Select(h => new FoundNote(h.Child, h.Note, h.Text.Title, Snippet(h.Text.Body, words))),
            ],
            hits.Count
        );
    }

    /// <summary>The note around the first word found, with every word found marked.</summary>
    internal static IReadOnlyList<(string, bool)> Snippet(string body, string[] words)
    {
        var marked = Folded.Mark(body, words);
        var first = marked.TakeWhile(p => !p.Found).Sum(p => p.Text.Length);
        if (first == body.Length)
            first = 0;
        var from = Math.Max(0, first - Around);
        var to = Math.Min(body.Length, first + 2 * Around);
        // Not in the middle of a word, where it can be helped.
        if (from > 0 && body.IndexOf(' ', from) is >= 0 and var space && space < first)
            from = space + 1;
        if (to < body.Length && body.LastIndexOf(' ', to - 1) is >= 0 and var last && last > first + words[0].Length)
            to = last;
        var parts = new List<(string, bool)>();
        var at = 0;
        foreach (var (text, found) in marked)
        {
            int begin = Math.Max(at, from),
                end = Math.Min(at + text.Length, to);
            if (begin < end)
                parts.Add((body[begin..end], found));
            at += text.Length;
        }
        if (from > 0)
            parts.Insert(0, ("… ", false));
        if (to < body.Length)
            parts.Add((" …", false));
        return parts;
    }
}
