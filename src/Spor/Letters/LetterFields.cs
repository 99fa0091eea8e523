using Spor.Cases;
using Spor.Children;
using Spor.Conferences;
using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Notifications;
using Spor.Workforce;

namespace Spor.Letters;

/// <summary>What a letter's fields are filled from.</summary>
/// <param name="File">With its texts opened.</param>
/// <param name="About">What the letter is about, texts opened; null = the child alone.</param>
/// <param name="Employee">An employee's name by id; empty if unknown.</param>
/// <param name="Author">The name of whoever writes.</param>
/// <param name="Section">A section as a lawyer says it: 32.1.5 on a day → Barnets lov § 32, stk. 1, nr. 5.</param>
public sealed record LetterSources(
    ChildFile File,
    Fact? About,
    MunicipalityFact? Municipality,
    Catalogue Catalogue,
    string? Author,
    DateOnly Today,
    Func<long?, string> Employee,
    Func<string, DateOnly, string> Section
)
{
    /// <summary>The telephone at work of whoever writes; null if it is not known.</summary>
    public string? AuthorPhone { get; init; }
}

/// <summary>A named field of letters.</summary>
/// <param name="Name">As it stands in the braces.</param>
/// <param name="Meaning">Danish: what it is filled with, or that it is filled by hand.</param>
/// <param name="Templates">The templates that it belongs to; none = all.</param>
/// <param name="Fill">Null = left for the author to fill.</param>
public sealed record LetterField(string Name, string Meaning, IReadOnlyList<string> Templates, Func<LetterSources, string?> Fill)
{
    public bool Fits(string template) => Templates.Count == 0 || Templates.Contains(template);
}

/// <summary>Every field there is, and how each is filled.</summary>
public static class LetterFields
{
    /// <summary>Filled when the letter is saved, once for each recipient.</summary>
    public const string Recipient = "modtagerens navn";

    /// <summary>Filled when the letter is saved: what each recipient said when it was heard, in its own letter alone.</summary>
    public const string OwnHearing = "din høring";

    /// <summary>Whether a field is filled for each recipient when the letter is saved, and so is not the author's to fill.</summary>
    public static bool IsEachOwn(string field) => field is Recipient or OwnHearing || Readers.Fields.Contains(field);

    static readonly Func<LetterSources, string?> ByHand = _ => null;

    public static IReadOnlyList<LetterField> All { get; } =
    [
        new("barnets navn", "barnets fulde navn", [], s => s.File.Child is { FirstName: null, LastName: null } ? null : s.File.Child.Name),
        new("barnets fornavn", "barnets fornavn", [], s => s.File.Child.FirstName),
        new("barnets fødselsdag", "barnets fødselsdag", [], s => Danish.Long(s.File.Child.BornOn)),
        new(Recipient, "modtagerens navn, når brevet gemmes", [], ByHand),
        new("rådgiverens navn", "dig, der skriver brevet", [], s => s.Author),
        // A sentence that says ring has a number in it.
        new("rådgiverens telefon", "din telefon. Skriv den én gang under Min telefon og e-mail", [], s => s.AuthorPhone),
        new(Readers.AboutChild, "»om« og barnets navn; til barnet selv »om dig«", [], ByHand),
        new(Readers.ChildOrYou, "barnets fornavn; til barnet selv »du«", [], ByHand),
        new(Readers.ChildOrDig, "barnets fornavn; til barnet selv »dig«", [], ByHand),
        new("kommunens navn", "kommunens navn", [], s => s.Municipality?.Name),
        new("dagens dato", "den dag, brevet skrives", [], s => Danish.Long(s.Today)),
        new(
            "modtaget den",
            "den dag, underretningen kom",
            [Templates.Acknowledgement, Templates.Feedback],
            s => s.About is NotificationFact n ? Danish.Long(n.ReceivedOn) : null
        ),
        new(
            "tilbagemelding",
            "om der er sat en undersøgelse eller en indsats i gang, så meget som loven tillader",
            [Templates.Feedback],
            s => s.About is NotificationFact n ? Telling.ToNotifier(n, s.File) : null
        ),
        new(
            "lovgrundlag",
            "paragraffen, brevet bygger på",
            [Templates.Feedback, Templates.Hearing, Templates.Decision, Templates.Move],
            Legal
        ),
        new(
            "det, vi må sige",
            "om tavshedspligten; til en forælder eller barnet selv, at I vender tilbage",
            [Templates.Acknowledgement],
            s => s.About is NotificationFact n ? Readers.MayBeTold(n.Notifier) : null
        ),
        new("mødets dag og tid", "skriver du selv", [Templates.Invitation], ByHand),
        new("mødets sted", "skriver du selv", [Templates.Invitation], ByHand),
        new("mødets emne", "skriver du selv", [Templates.Invitation], ByHand),
        new("afgørelsen", "det, der er afgjort eller overvejes", [Templates.Hearing, Templates.Decision], What),
        new("det besluttede", "hvem der besluttede hvad, og hvornår", [Templates.Decision], DecisionWords.Decided),
        new("formål og begrundelse", "formålet, når der gives hjælp, og begrundelsen", [Templates.Decision], DecisionWords.WhyItIs),
        new("oplysningerne", "skriver du selv", [Templates.Hearing], ByHand),
        new("svarfristen", "skriver du selv", [Templates.Hearing], ByHand),
        new("afgjort den", "afgørelsens dag", [Templates.Decision], s => s.About is DecisionRecordFact d ? Danish.Long(d.On) : null),
        new("formål", "afgørelsens formål", [Templates.Hearing, Templates.Decision], s => ProposalOf(s)?.Purpose),
        new("begrundelse", "afgørelsens begrundelse", [Templates.Hearing, Templates.Decision], s => ProposalOf(s)?.Reasons),
        new(
            "forventet til",
            "hvor længe indsatsen ventes at vare",
            [Templates.Hearing, Templates.Decision],
            s => ProposalOf(s)?.ExpectedTo is { } d ? Danish.Long(d) : null
        ),
        new(
            "varighed",
            "hvornår det begynder, og hvor længe det ventes at vare",
            [Templates.Hearing, Templates.Decision],
            DecisionWords.Period
        ),
        new(OwnHearing, "hvad modtageren selv svarede i høringen, når brevet gemmes", [Templates.Decision], ByHand),
        new(
            "dine rettigheder",
            "aktindsigt og bisidder, og advokat hvor loven giver det",
            [Templates.Hearing, Templates.Decision],
            DecisionWords.Rights
        ),
        new(
            "klagefrist",
            "klagefristen i loven",
            [Templates.Decision],
            s => s.About is DecisionRecordFact d && Duties.On(Duties.Complaint, d.On) is { Weeks: var w } ? $"{w} uger" : null
        ),
        new(
            "klagen sendes til",
            "kommunen; ved udvalgets afgørelser klageinstansen",
            [Templates.Decision],
            s =>
                s.About is not DecisionRecordFact d ? null
                : d.Level is AuthorityLevel.Committee or AuthorityLevel.Chair ? Duties.On(Duties.Complaint, d.On).Authority
                : s.Municipality?.Name
        ),
        new(
            "klagens gang",
            "hvem der behandler klagen",
            [Templates.Decision],
            s => s.About is not DecisionRecordFact d ? null : DecisionWords.Complaint(d)
        ),
        new(
            "lukkes den",
            "sagens sidste dag, hvis den står der",
            [Templates.Closing],
            s => s.About is CaseFact { ClosedOn: { } d } ? Danish.Long(d) : null
        ),
        new("grunden til at lukke", "grunden, hvis den står på sagen", [Templates.Closing], s => (s.About as CaseFact)?.ClosingReason),
        new(
            "overdraget den",
            "den dag, den nye rådgiver begynder",
            [Templates.Handover],
            s => s.About is HandoverFact h ? Danish.Long(h.On) : null
        ),
        new(
            "den nye rådgivers navn",
            "den nye rådgiver",
            [Templates.Handover],
            s => s.About is HandoverFact h ? s.Employee(h.ToEmployeeId) : null
        ),
        new(
            "den tidligere rådgivers navn",
            "den tidligere rådgiver",
            [Templates.Handover],
            s => s.About is HandoverFact h ? s.Employee(h.FromEmployeeId) : null
        ),
        new("det lovede", "det, der er lovet familien", [Templates.Handover], s => (s.About as HandoverFact)?.Promised),
        new(
            "løfterne",
            "det, der er lovet familien, eller at der ikke er aftalt andet",
            [Templates.Handover],
            s =>
                s.About is not HandoverFact h ? null
                : h.Promised is { Length: > 0 } promised ? "Det har vi lovet jer:\n\n" + promised
                : "Vi har ikke aftalt andet med jer."
        ),
        new(
            "den nye kommune",
            "den kommune, barnet er flyttet til",
            [Templates.Move],
            s => s.About is MoveFact m ? Municipalities.NameOf(m.MunicipalityNumber) : null
        ),
        new("flyttet den", "den dag, barnet flyttede", [Templates.Move], s => s.About is MoveFact m ? Danish.Long(m.MovedOn) : null),
        new(
            "rådslagningens dag og tid",
            "hvornår rådslagningen er",
            [Templates.ConferenceInvitation],
            s => (s.About as NetworkConferenceFact)?.PlannedAt is { } at ? Time(at, ((NetworkConferenceFact)s.About).EndsAt) : null
        ),
        new(Readers.Opening, "hvad mødet er, med ord til hver modtager", [Templates.ConferenceInvitation], ByHand),
        new(Readers.Parts, "mødets tre dele, med ord til hver modtager", [Templates.ConferenceInvitation], ByHand),
        new(Readers.Who, "hvem der ellers kommer", [Templates.ConferenceInvitation], ByHand),
        new(
            "rådslagningens sted",
            "hvor rådslagningen er",
            [Templates.ConferenceInvitation],
            s => (s.About as NetworkConferenceFact)?.Place
        ),
        new(
            "det praktiske",
            "mad, pasning og tolk",
            [Templates.ConferenceInvitation],
            s => s.About is NetworkConferenceFact c ? Practical(c) : null
        ),
        new(
            "spørgsmålene",
            "de spørgsmål, familien har godkendt",
            [Templates.ConferenceInvitation, Templates.FamilyPlan],
            s => s.About is NetworkConferenceFact { QuestionsApprovedOn: not null } c ? Questions(c, s.File) : null
        ),
        new("familiens plan", "planen med familiens egne ord", [Templates.FamilyPlan], s => (s.About as NetworkConferenceFact)?.FamilyPlan),
        new(
            "hvem gør hvad",
            "aftalerne i planen",
            [Templates.FamilyPlan],
            s => s.About is NetworkConferenceFact c ? Promises(c, s.File) : null
        ),
        new(
            "I mødes igen",
            "den dag, opfølgningen er aftalt til",
            [Templates.FamilyPlan],
            s => (s.About as NetworkConferenceFact)?.FollowUpPlannedOn is { } d ? Danish.Long(d) : null
        ),
        new("resumé", "resuméet af sagen", [Templates.Move], s => (s.About as MoveFact)?.Summary),
    ];

    /// <summary>The fields that a template may use.</summary>
    public static IEnumerable<LetterField> Of(string template) => All.Where(f => f.Fits(template));

    /// <summary>A template's fields with what they are filled with; null where the author fills it.</summary>
    public static IReadOnlyDictionary<string, string?> For(string template, LetterSources sources) =>
        Of(template).ToDictionary(f => f.Name, f => f.Fill(sources) is { Length: > 0 } v ? v : null);

    /// <summary>onsdag den 7. oktober 2026 kl. 16.00 til 19.30</summary>
    static string Time(DateTime at, DateTime? end) =>
        at.ToString("dddd 'den' d. MMMM yyyy 'kl.' HH.mm", Danish.Culture)
        + (end is { } to ? " til " + to.ToString("HH.mm", Danish.Culture) : "");

    // The notes between caseworker and coordinator are not for a letter.
    static string Practical(NetworkConferenceFact c)
    {
        var lines = new[] { ("Mad", c.Food), ("Pasning af børn", c.ChildCare), ("Tolk", c.Interpreter) }
            .Where(l => l.Item2 is not null)
            .Select(l => $"- {l.Item1}: {l.Item2!.ReplaceLineEndings(" ")}")
            .ToList();
        return lines.Count == 0 ? "Sig til, hvis du har brug for noget for at kunne komme." : string.Join('\n', lines);
    }

    static string? Questions(NetworkConferenceFact c, ChildFile file) =>
        file.Questions.Where(q => q.ConferenceId == c.Id && q.Text is not null).Select(q => "- " + q.Text!.ReplaceLineEndings(" ")).ToList()
            is { Count: > 0 } lines
            ? string.Join('\n', lines)
            : null;

    static string Promises(NetworkConferenceFact c, ChildFile file) =>
        file
            .Agreements.Where(a => a.ConferenceId == c.Id && a is { DroppedOn: null, What: not null })
            .OrderBy(a => a.DueOn ?? DateOnly.MaxValue)
            .ThenBy(a => a.Id)
            .Select(a =>
                $"- {a.Who}: {a.What!.ReplaceLineEndings(" ")}, {(a.DueOn is { } due ? "senest " + Danish.Long(due) : "hele tiden")}"
            )
            .ToList()
            is { Count: > 0 } lines
            ? string.Join('\n', lines)
            : "Der er ingen aftaler ud over planen.";

    internal static DecisionProposalFact? ProposalOf(LetterSources s) =>
        s.About switch
        {
            DecisionProposalFact p => p,
            DecisionRecordFact { ProposalId: { } id } => Array.Find(s.File.Proposals, p => p.Id == id),
            _ => null,
        };

    static string? Legal(LetterSources s) =>
        s.About switch
        {
            NotificationFact n => Duties.On(Duties.Feedback, n.ReceivedOn).Section,
            DecisionProposalFact p => s.Section(p.LegalBasis, p.ProposedOn),
            DecisionRecordFact d => s.Section(d.LegalBasis, d.On),
            MoveFact m => Duties.On(Duties.NotifyMunicipality, m.MovedOn).Section,
            _ => null,
        };

    internal static string? What(LetterSources s)
    {
        if (ProposalOf(s) is { } p)
            return p.MeasureCode is { } code ? s.Catalogue.NameOf(code, p.From ?? p.ProposedOn).ToLower(Danish.Culture) : p.Kind.Said();
        if (s.About is not DecisionRecordFact d)
            return null;
        var granted = s
            .File.Interventions.Where(m => m.DecisionId == d.Id)
            .Select(m => s.Catalogue.NameOf(m.Code, m.From).ToLower(Danish.Culture))
            .Distinct()
            .ToList();
        return granted.Count > 0 ? string.Join(" og ", granted) : d.Kind?.Said();
    }
}
