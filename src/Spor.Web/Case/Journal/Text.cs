using Spor.Assessments;
using Spor.Cases;
using Spor.Facts;
using Spor.Kernel;
using Spor.Web.Case.History;

namespace Spor.Web.Case.Journal;

static class Text
{
    public const string AddFile = "Læg en fil ved";

    public static string FileNamed(string? name) => "Fil: " + (name ?? "uden navn");

    public const string Title = "Journal";
    public const string All = "Alt";
    public const string Filter = "Vis kun";
    public const string ChildsWordsOnly = "Kun barnets egne ord";
    public const string Person = "Skrevet af";
    public const string Everybody = "Alle";
    public const string Show = "Vis";
    public const string SearchLabel = "Søg i journalen";
    public const string Search = "Søg";
    public const string Clear = "Ryd søgningen";
    public const string Print = "Udskriv";
    public const string PrintNote = "Udskriv siden med browserens udskrift (Ctrl + P). Menuen og knapperne kommer ikke med.";
    public const string ToJournal = "Tilbage til journalen";
    public const string WriteNote = "Skriv notat";
    public const string CorrectNote = "Ret med et nyt notat";
    public const string Correct = "Ret";
    public const string Corrects = "Retter et tidligere notat.";
    public const string SeeCorrected = "Se det";
    public const string IsCorrected = "Rettet af et senere notat.";
    public const string SeeCorrection = "Se rettelsen";
    public const string NoHearing = "gælder ikke som samtalen før en afgørelse";
    public const string Empty = "Der er ikke skrevet noget i journalen endnu. Skriv det første notat.";
    public const string EmptyReader = "Der er ikke skrevet noget i journalen endnu.";
    public const string NothingChosen = "Intet i journalen passer til dine valg.";
    public const string ChildSays = "Barnets ord";
    public const string KeptNote = "Intet slettes. Det, der er rettet, kan ses, som det var.";

    public static string Found(int count, string term) =>
        count switch
        {
            0 => $"Ingen steder i journalen står »{term}«.",
            1 => $"1 sted i journalen med »{term}«",
            _ => $"{Danish.Number(count)} steder i journalen med »{term}«",
        };

    public static string Chosen(int count) => count == 1 ? "1 optegnelse" : Danish.Number(count) + " optegnelser";

    public static string PrintTitle(string child) => $"Journal for {child}";

    public static string PrintLede(DateOnly day, string chosen, int count) =>
        $"Udskrevet {Danish.Long(day)}. {(chosen.Length > 0 ? chosen + ": " : "")}{Chosen(count)}.";

    public static string NoteLabel(NoteKind kind) =>
        kind switch
        {
            NoteKind.Phone => "Telefon",
            NoteKind.HomeVisit => "Hjemmebesøg",
            _ => Danish.Capital(kind.Danish()),
        };

    public static string Untitled(NoteKind kind) =>
        kind switch
        {
            NoteKind.Phone => "Telefonsamtale",
            NoteKind.Meeting => "Møde",
            NoteKind.HomeVisit => "Besøg i hjemmet",
            NoteKind.Message => "Besked",
            NoteKind.Observation => "Iagttagelse",
            _ => "Notat",
        };

    public static string ConversationTitle(ConversationFact c) => $"Samtale {About(c)}" + (c.LeftOut ? " udeladt" : "");

    static string About(ConversationFact c) =>
        c.Purpose switch
        {
            ConversationPurpose.Decision => c.Matter is { } matter ? $"om en afgørelse ({matter.Danish()})" : "om en afgørelse",
            ConversationPurpose.Assessment => "om undersøgelsen",
            ConversationPurpose.FollowUp => "om opfølgning",
            ConversationPurpose.Visit => "ved tilsyn",
            ConversationPurpose.Plan => "om planen",
            ConversationPurpose.Other => "om noget andet",
            _ => "om en underretning",
        };

    public static string DecisionOf(string basis, DateOnly on) => "Afgørelse efter " + Words.Small(Words.Section(basis, on));

    public static string HandedTo(string name) => name.Length > 0 ? "Sagen overdraget til " + name : "Sagen overdraget";

    /// <summary>With a separator in the text, so that it is read aloud and copied.</summary>
    public static string Join(params IEnumerable<string> parts) => string.Join(" · ", parts.Where(p => p.Length > 0));

    public static string? Paragraphs(params IEnumerable<string?> parts) =>
        string.Join("\n\n", parts.Where(p => p is { Length: > 0 })) is { Length: > 0 } text ? text : null;
}
