using System.Globalization;
using Spor.Assessments;
using Spor.Cases;
using Spor.Conferences;
using Spor.Facts;
using Spor.Kernel;
using Spor.Web.Access;
using Spor.Web.Case.History;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Journal;

/// <summary>What the journal can be narrowed to. The slug stands in addresses.</summary>
public sealed record JournalGroup(string Slug, string Name)
{
    public static readonly JournalGroup Conversations = new("samtaler", "Samtaler med barnet"),
        Phone = new("telefon", "Telefon"),
        Meetings = new("moeder", "Møder og besøg"),
        Letters = new("breve", "Breve og beskeder"),
        Decisions = new("afgoerelser", "Afgørelser"),
        FollowUps = new("opfoelgninger", "Opfølgning og tilsyn"),
        Notifications = new("underretninger", "Underretninger"),
        Assessments = new("undersoegelser", "Undersøgelser og planer"),
        Others = new("andet", "Andre notater");

    public static IReadOnlyList<JournalGroup> All { get; } =
    [Conversations, Phone, Meetings, Letters, Decisions, FollowUps, Notifications, Assessments, Others];

    public static JournalGroup? Find(string? slug) => All.FirstOrDefault(g => g.Slug == slug);
}

/// <summary>One thing that happened, as a person tells it.</summary>
/// <param name="Key">Its place on the page.</param>
/// <param name="Label">Its kind, in a word or two.</param>
public sealed record JournalEntry(DateOnly On, string Key, JournalGroup Group, string Label, string Title)
{
    /// <summary>The time of day, where it is known.</summary>
    public TimeOnly? At { get; init; }

    /// <summary>The thing's own page.</summary>
    public string? Href { get; init; }

    /// <summary>What the child said, in its own words.</summary>
    public string? ChildsWords { get; init; }
    public string? Body { get; init; }

    /// <summary>Said quietly under it: who, where, what it does not cover.</summary>
    public string Quiet { get; init; } = "";

    /// <summary>What can be done with it.</summary>
    public IReadOnlyList<(string Text, string Href)> Links { get; init; } = [];
    public long? EmployeeId { get; init; }

    /// <summary>Searched in and not shown here: a letter's own text.</summary>
    public string? Behind { get; init; }

    /// <summary>The entry that it corrects, and the one that corrects it.</summary>
    public string? Corrects { get; init; }
    public string? CorrectedBy { get; init; }
}

/// <summary>A child's journal: notes, conversations, letters, decisions, follow-ups and the rest in one stream, the newest first. Made of
/// the child's facts; what a machine has to tell of them stands in the history.</summary>
public static class JournalStream
{
    static string N(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <param name="file">With its texts open.</param>
    public static IReadOnlyList<JournalEntry> Of(ChildFile file, Viewing viewing)
    {
        var all = new List<JournalEntry>();
        all.AddRange(file.Notes.Select(n => Note(n, file, viewing)));
        all.AddRange(file.Conversations.Select(c => Conversation(c, viewing)));
        all.AddRange(JournalOthers.Of(file, viewing));
        return
        [
            .. all.OrderByDescending(e => e.On)
                .ThenByDescending(e => e.At ?? TimeOnly.MinValue)
                .ThenByDescending(e => e.Key, StringComparer.Ordinal),
        ];
    }

    static string NoteKey(long id) => "notat-" + N(id);

    static JournalEntry Note(JournalNoteFact n, ChildFile file, Viewing viewing)
    {
        var by = Array.FindLast(file.Notes, o => o.CorrectsId == n.Id);
        return new(
            n.On,
            NoteKey(n.Id),
            n.Kind switch
            {
                NoteKind.Phone => JournalGroup.Phone,
                NoteKind.Meeting or NoteKind.HomeVisit => JournalGroup.Meetings,
                NoteKind.Message => JournalGroup.Letters,
                _ => JournalGroup.Others,
            },
            Text.NoteLabel(n.Kind),
            n.Title ?? Text.Untitled(n.Kind)
        )
        {
            At = n.At is { } at ? TimeOnly.FromDateTime(at) : null,
            Body = n.Body,
            Quiet = Text.Join(viewing.EmployeeName(n.EmployeeId), n.Present is { } with ? "til stede: " + with : ""),
            EmployeeId = n.EmployeeId,
            Links =
            [
                .. viewing.MayWork ? FilesOf(FactKinds.JournalNote, n.Id, file) : [],
                .. viewing.MayWork && viewing.AsOf is null
                    ? new[]
                    {
                        (Text.CorrectNote, $"{Routes.WriteNote(file.Id)}?retter={N(n.Id)}"),
                        (Text.AddFile, Routes.NewDocument(file.Id, FactKinds.JournalNote.Name, n.Id)),
                    }
                    : [],
            ],
            Corrects = n.CorrectsId is { } of && Array.Exists(file.Notes, o => o.Id == of) ? NoteKey(of) : null,
            CorrectedBy = by is null ? null : NoteKey(by.Id),
        };
    }

    /// <summary>The newest version of each file beside a thing.</summary>
    static IEnumerable<(string Text, string Href)> FilesOf(FactKind kind, long id, ChildFile file) =>
        file
            .Attachments.Where(a =>
                a.AboutKind == kind.Name && a.AboutId == id && !Array.Exists(file.Attachments, newer => newer.ReplacesId == a.Id)
            )
            .Select(a => (Text.FileNamed(a.FileName), $"{Routes.Child(file.Id)}/bilag/{N(a.Id)}"));

    static JournalEntry Conversation(ConversationFact c, Viewing viewing) =>
        new(c.On, "samtale-" + N(c.Id), JournalGroup.Conversations, "Samtale", Text.ConversationTitle(c))
        {
            ChildsWords = c.LeftOut ? null : c.ChildsWords,
            Body = c.LeftOut ? Conversations.Text.LeftOut(c.Reason, c.HasReason) : null,
            Quiet = Text.Join(
                Conversations.Text.Facts(c, viewing.EmployeeName(c.EmployeeId)),
                c.LeftOut || Hearing.IsAboutAMatter(c) ? "" : Text.NoHearing
            ),
            EmployeeId = c.EmployeeId,
            Links =
                viewing.MayWork && viewing.AsOf is null
                    ? [(Text.Correct, Routes.Correct(c.ChildId, FactKinds.Conversation.Name, c.Id))]
                    : [],
        };

    /// <summary>The entries of a group, of a person, and with every word that is searched for.</summary>
    /// <param name="terms">Folded (<see cref="Folded.Terms"/>).</param>
    public static IReadOnlyList<JournalEntry> Chosen(
        IReadOnlyList<JournalEntry> all,
        JournalGroup? group,
        long? employee,
        bool childsWords,
        IReadOnlyList<string> terms
    ) =>
        [
            .. all.Where(e =>
                (group is null || e.Group == group)
                && (employee is null || e.EmployeeId == employee)
                && (!childsWords || e.ChildsWords is not null)
                && (terms.Count == 0 || Folded.HasAll(Folded.Fold($"{e.Title} {e.Label} {e.ChildsWords} {e.Body} {e.Behind}"), terms))
            ),
        ];
}
