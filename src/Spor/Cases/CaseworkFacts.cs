using Spor.Children;
using Spor.Facts;
using Spor.Workforce;

namespace Spor.Cases;

/// <summary>A change of caseworker: what is open, what was promised, and the meeting with the family.</summary>
public sealed class HandoverFact : ChildsFact
{
    public static FactKind<HandoverFact> Described { get; } =
        new(
            "handover",
            "overdragelse",
            "overdragelser",
            c =>
                c.Refers<CaseFact>(f => f.CaseId, "Sag")
                    .Refers<EmploymentFact>(f => f.FromEmployeeId, "Fra rådgiver")
                    .Refers<EmploymentFact>(f => f.ToEmployeeId, "Til rådgiver")
                    .Happened(f => f.On, "Dag")
                    .Happened(f => f.MetFamilyOn, "Møde med familien")
                    .Value(f => f.ReadOn, "Læst")
                    .Words(f => f.OpenMatters, "Åbne opgaver")
                    .Words(f => f.Promised, "Det, familien er lovet")
                    .Words(f => f.NoMeetingReason, "Hvorfor intet møde"),
            order: (a, b) => a.On.CompareTo(b.On)
        );

    public long CaseId { get; set; }
    public long? FromEmployeeId { get; set; }
    public long ToEmployeeId { get; set; }
    public DateOnly On { get; set; }

    /// <summary>The meeting with the family, held or agreed; null if there is none, which <see cref="NoMeetingReason"/> then
    /// explains.</summary>
    public DateOnly? MetFamilyOn { get; set; }

    /// <summary>When the new caseworker had read it.</summary>
    public DateOnly? ReadOn { get; set; }
    public string? OpenMatters { get; set; }
    public string? Promised { get; set; }
    public string? NoMeetingReason { get; set; }
}

/// <summary>A family that moves: the municipality left notifies the new one and sends the material (BL 132).</summary>
public sealed class MoveFact : ChildsFact
{
    public static FactKind<MoveFact> Described { get; } =
        new(
            "municipal-move",
            "flytning",
            "flytninger",
            c =>
                c.Happened(f => f.MovedOn, "Flyttet")
                    .Listed(f => f.MunicipalityNumber, "Kommune", Municipalities.NameOf)
                    .Happened(f => f.NotifiedOn, "Underrettet")
                    .Happened(f => f.MaterialSentOn, "Materialet sendt")
                    .Happened(f => f.ConfirmedOn, "Bekræftet")
                    .Value(f => f.CaseStays, "Sagen bliver her")
                    .Words(f => f.Summary, "Resumé")
                    .Line(f => f.Contact, "Kontakt"),
            order: (a, b) => a.MovedOn.CompareTo(b.MovedOn)
        );

    public DateOnly MovedOn { get; set; }

    /// <summary>Three digits.</summary>
    public string MunicipalityNumber { get; set; } = "";
    public DateOnly? NotifiedOn { get; set; }
    public DateOnly? MaterialSentOn { get; set; }
    public DateOnly? ConfirmedOn { get; set; }

    /// <summary>True if the case stays here, for a placement paid on; false if it closes when all is sent; null = not decided.</summary>
    public bool? CaseStays { get; set; }
    public string? Summary { get; set; }
    public string? Contact { get; set; }
}

public enum NoteKind
{
    [Code("telefonsamtale")]
    Phone,

    [Code("møde")]
    Meeting,

    [Code("hjemmebesøg")]
    HomeVisit,

    [Code("besked")]
    Message,

    [Code("iagttagelse")]
    Observation,

    [Code("andet")]
    Other,
}

/// <summary>A note in the child's journal. A mistake is corrected by a new note; the old one stays.</summary>
public sealed class JournalNoteFact : ChildsFact
{
    public static FactKind<JournalNoteFact> Described { get; } =
        new(
            "journal-note",
            "notat",
            "notater",
            c =>
                c.Happened(f => f.On, "Dag")
                    .Value(f => f.Kind, "Type")
                    .About(f => f.AboutKind, f => f.AboutId, "Handler om", Bond.Outlives)
                    .Refers<JournalNoteFact>(f => f.CorrectsId, "Retter notatet", bond: Bond.Outlives)
                    .Refers<EmploymentFact>(f => f.EmployeeId, "Medarbejder", bond: Bond.Outlives)
                    .Value(f => f.At, "Tidspunkt")
                    .Line(f => f.Title, "Titel")
                    .Words(f => f.Body, "Tekst")
                    .Line(f => f.Present, "Til stede"),
            order: (a, b) => a.On.CompareTo(b.On),
            keeping: Keeping.OwnWay
        );

    public DateOnly On { get; set; }
    public NoteKind Kind { get; set; }

    /// <summary>The kind of fact it is about (<see cref="FactKind.Name"/>), with <see cref="AboutId"/>.</summary>
    public string? AboutKind { get; set; }
    public long? AboutId { get; set; }

    /// <summary>The note that this one corrects.</summary>
    public long? CorrectsId { get; set; }
    public long? EmployeeId { get; set; }

    /// <summary>The point of time it happened, local; null where only the day is known.</summary>
    public DateTime? At { get; set; }
    public string? Title { get; set; }
    public string? Body { get; set; }

    /// <summary>Who was there, in words.</summary>
    public string? Present { get; set; }
}

/// <summary>A file that belongs to something. Its content is a text of its own (<see cref="AttachmentContentFact"/>), opened only when
/// somebody fetches it.</summary>
public sealed class AttachmentFact : ChildsFact
{
    public static FactKind<AttachmentFact> Described { get; } =
        new(
            "attachment",
            "bilag",
            "bilag",
            c =>
                c.About(f => f.AboutKind, f => f.AboutId, "Handler om", Bond.Part)
                    .BySpor(f => f.ContentType, "Filtype")
                    .BySpor(f => f.Bytes, "Størrelse")
                    .Happened(f => f.On, "Dag")
                    .Value(f => f.Way, "Vej")
                    .Refers<AttachmentFact>(f => f.ReplacesId, "Ny udgave af", bond: Bond.Outlives)
                    .Line(f => f.FileName, "Filens navn")
                    .Line(f => f.Party, "Afsender eller modtager"),
            keeping: Keeping.OutOfRegister
        );

    public string AboutKind { get; set; } = "";
    public long AboutId { get; set; }
    public string ContentType { get; set; } = "";
    public long Bytes { get; set; }

    /// <summary>The day it came or went; null where the thing it is about says it.</summary>
    public DateOnly? On { get; set; }
    public DocumentWay? Way { get; set; }

    /// <summary>The earlier version of the same document, which stays as it is.</summary>
    public long? ReplacesId { get; set; }
    public string? FileName { get; set; }

    /// <summary>Who sent it, or got it.</summary>
    public string? Party { get; set; }
}

public enum DocumentWay
{
    [Code("modtaget")]
    Received,

    [Code("sendt")]
    Sent,

    [Code("eget")]
    Own,
}

public sealed class AttachmentContentFact : ChildsFact
{
    public static FactKind<AttachmentContentFact> Described { get; } =
        new(
            "attachment-content",
            "fil",
            "filer",
            c => c.Refers<AttachmentFact>(f => f.AttachmentId, "Bilag").BySpor(f => f.Part, "Del").Words(f => f.Base64, "Indhold"),
            keeping: Keeping.OutOfRegister | Keeping.OpensLate | Keeping.OwnWay
        );

    FileContent? from;
    string? text;

    public long AttachmentId { get; set; }

    /// <summary>Which piece of the file it is, from 0; null for a file that was kept in one.</summary>
    public long? Part { get; set; }

    /// <summary>Of a piece that is on its way in it is made anew each time it is asked for, so that not all of them lie in
    /// memory.</summary>
    public string? Base64
    {
        get => text ?? (from is null ? null : Convert.ToBase64String(from.Read((int)(Part ?? 0))));
        set => text = value;
    }

    /// <summary>The content of an attachment, a row for each piece.</summary>
    public static IEnumerable<AttachmentContentFact> Of(AttachmentFact attachment, FileContent content, Func<long> ids)
    {
        for (var piece = 0; piece < content.Pieces; piece++)
            yield return new()
            {
                Id = ids(),
                ChildId = attachment.ChildId,
                AttachmentId = attachment.Id,
                Part = content.Pieces == 1 ? null : piece,
                from = content,
            };
    }
}
