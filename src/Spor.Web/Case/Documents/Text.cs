using Spor.Cases;
using Spor.Facts;
using Spor.Kernel;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Documents;

static class Text
{
    public const string ListTitle = "Dokumenter";
    public const string SearchLabel = "Søg i barnets dokumenter";
    public const string Search = "Søg";
    public const string SearchNote =
        "Der søges i navne, i breve og i teksten i PDF-, Word- og tekstfiler, kun for dette barn. Billeder og indskannede sider findes på navnet.";
    public const string TooShort = "Skriv mindst to bogstaver.";
    public const string Clear = "Vis alle";
    public const string Nothing = "Der er ingen dokumenter endnu. Tilføj det første herover.";
    public const string NothingFound = "Ingen dokumenter passer.";
    public const string Add = "Tilføj dokumenter";
    public const string WriteLetter = "Skriv brev";
    public const string Name = "Dokument",
        Kind = "Type",
        Day = "Dag",
        Way = "Vej",
        Party = "Afsender eller modtager",
        About = "Handler om";
    public const string NewVersion = "Tilføj en ny udgave";
    public const string NoName = "Fil uden navn";
    public const string Letter = "Brev";
    public const string Draft = "ikke sendt";
    public const string Back = "Tilbage til dokumenterne";
    public const string Save = "Gem dokumenterne";
    public const string Files = "Filer";
    public const string FilesHint =
        "Alle slags filer, men ikke programmer og websider. Højst 5 ad gangen, hver på højst 50 MB og tilsammen på højst 100 MB.";
    public const string WayAsked = "Er det modtaget eller sendt?";
    public const string On = "Hvilken dag?";
    public const string VersionNote = "Den tidligere udgave bliver stående, og den kan stadig hentes.";

    public static string Lede(string child) => $"{child}. Filerne gemmes i sagen og kan hentes af dem, der må se barnet.";

    public static string VersionOf(string name) => $"{NewVersion}: {name}";

    public static string EarlierCount(int n) => n == 1 ? "1 tidligere udgave" : $"{n} tidligere udgaver";

    public static string Found(int n, string term) => (n == 1 ? "1 dokument" : $"{Danish.Number(n)} dokumenter") + $" med »{term}«.";

    public static string Unread(int n) =>
        n == 0 ? ""
        : n == 1 ? "Teksten i 1 fil kunne ikke læses."
        : $"Teksten i {Danish.Number(n)} filer kunne ikke læses.";

    public static IReadOnlyList<(string Value, string Text)> Ways { get; } =
    [(DocumentWay.Received.Danish(), "Modtaget"), (DocumentWay.Sent.Danish(), "Sendt"), (DocumentWay.Own.Danish(), "Kommunens eget")];

    public static string WayOf(DocumentWay way) =>
        way switch
        {
            DocumentWay.Received => "modtaget",
            DocumentWay.Sent => "sendt",
            _ => "kommunens eget",
        };

    public static string KindOf(AttachmentFact a) =>
        Path.GetExtension(a.FileName ?? "").ToLowerInvariant() switch
        {
            ".pdf" => "PDF",
            ".docx" => "Word",
            ".txt" => "Tekst",
            ".png" or ".jpg" or ".jpeg" => "Billede",
            _ => "Fil",
        };

    public static string AboutOf(AttachmentFact a, ChildFile file) => Said(a.AboutKind, a.AboutId, file);

    public static string WillBeAbout(FormState form, ChildFile file) =>
        Said(form.Value(nameof(AddDocuments.AboutKind)), form.Id(nameof(AddDocuments.AboutId)) ?? 0, file) is { Length: > 0 } about
            ? $"Dokumenterne lægges ved: {about}."
            : "Dokumenterne lægges i sagen.";

    static string Said(string kind, long id, ChildFile file) =>
        kind switch
        {
            _ when kind == FactKinds.Notification.Name => Array.Find(file.Notifications, n => n.Id == id) is { } n
                ? $"underretningen {Danish.Long(n.ReceivedOn)}"
                : "en underretning",
            _ when kind == FactKinds.JournalNote.Name => Array.Find(file.Notes, n => n.Id == id) is { } n
                ? $"notatet {Danish.Long(n.On)}" + (n.Title is { } title ? $", »{title}«" : "")
                : "et notat",
            _ when kind == FactKinds.Conversation.Name => Array.Find(file.Conversations, c => c.Id == id) is { } c
                ? $"samtalen {Danish.Long(c.On)}"
                : "en samtale",
            _ when kind == FactKinds.Plan.Name => "planen",
            _ when kind == FactKinds.DecisionRecord.Name => Array.Find(file.Decisions, d => d.Id == id) is { } d
                ? $"afgørelsen {Danish.Long(d.On)}"
                : "en afgørelse",
            _ when kind == FactKinds.Letter.Name => "et brev",
            _ when kind == FactKinds.Assessment.Name => "undersøgelsen",
            _ => "sagen",
        };
}
