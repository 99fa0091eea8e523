using Spor.Access;
using Spor.Children;
using Spor.Corrections;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Cases;

/// <summary>Writes a note in the child's journal (offentlighedsloven § 13, notatpligt), or one that corrects an earlier note.</summary>
/// <param name="CorrectsId">The note it corrects, which stays as it was.</param>
/// <param name="At">The time of day it happened; null where it does not matter.</param>
/// <param name="Present">Who was there, in words.</param>
public sealed record WriteNote(
    long ChildId,
    DateOnly On,
    NoteKind Kind,
    string? Title,
    string? Body,
    long? CorrectsId = null,
    string? AboutKind = null,
    long? AboutId = null,
    TimeOnly? At = null,
    string? Present = null
) : IAboutChild, ICommand<WriteNote>
{
    public static Verb<WriteNote> Verb { get; } =
        new(
            "write-note",
            Capability.Casework,
            (c, now) =>
                CaseRules.Write(
                    c,
                    c.CorrectsId is { } of ? now.Facts.Find<JournalNoteFact>(of) : null,
                    now.Author.EmployeeId,
                    now.Time,
                    now.NewId()
                )
        );
}

public static partial class CaseRules
{
    /// <param name="corrected">The note it corrects, if it names one that is there.</param>
    /// <param name="now">Local.</param>
    public static Decision Write(WriteNote c, JournalNoteFact? corrected, long? author, DateTime now, long id)
    {
        var wrong = new List<Refusal>();
        if (c.On > DateOnly.FromDateTime(now))
            wrong.Add(new("day-in-future", nameof(c.On)));
        else if (c.At is { } at && c.On.ToDateTime(at) > now)
            wrong.Add(new("time-in-future", nameof(c.At)));
        if (c.Body is null)
            wrong.Add(new("note-empty", nameof(c.Body)));
        if (c.CorrectsId is not null && (corrected is null || corrected.ChildId != c.ChildId))
            wrong.Add(new("thing-not-there"));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return new Recorded(
            FactKinds.JournalNote,
            new JournalNoteFact
            {
                Id = id,
                ChildId = c.ChildId,
                On = c.On,
                Kind = c.Kind,
                At = c.At is { } time ? c.On.ToDateTime(time) : null,
                Title = c.Title,
                Body = c.Body,
                Present = c.Present,
                CorrectsId = c.CorrectsId,
                EmployeeId = author,
                AboutKind = c.AboutKind,
                AboutId = c.AboutId,
            }
        );
    }
}
