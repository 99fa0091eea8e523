using Spor.Conferences;
using Spor.Kernel;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.Agreements;

static class Text
{
    public const string Title = "En aftale";

    public static string Lede(string child) =>
        $"{child} · Spørg, hvordan det går. Aftalen bliver stående, til den er gjort eller faldet bort.";

    public const string ToChild = "Til barnet";

    public static string Origin(AgreementFact a) => a.ConferenceId is not null ? "Til rådslagningen" : "Til netværksmødet";

    public static string FromUrl(AgreementFact a) =>
        a.ConferenceId is { } c ? Routes.Conference(a.ChildId, c) : Routes.NetworkMeeting(a.ChildId, a.MeetingId ?? 0);

    public const string Who = "Hvem",
        What = "Aftale",
        By = "Senest",
        State = "Sådan står det",
        Child = "Barn",
        TickHeading = "Kryds af",
        Said = "Det blev sagt",
        NoWords = "Aftalen";
    public const string AllTheTime = "Hele tiden",
        Over = " · overskredet";

    public static string Call(string phone) => $", tlf. {phone}";

    public static string Now(AgreementFact a) =>
        a.DoneOn is { } done ? $"Gjort {Danish.Short(done)}"
        : a.DroppedOn is { } dropped ? $"Faldt bort {Danish.Short(dropped)}"
        : a.AskedOn is { } asked ? $"Ikke gjort endnu. Spurgt {Danish.Long(asked)}"
        : "Ikke gjort endnu";

    public const string Tick = "Gjort";

    public static string TickLabel(AgreementFact a) => $"Gjort: {a.What}, {a.Who}";

    public const string AskTitle = "Du har spurgt",
        AskNote = "Aftalen bliver stående på Min dag.",
        Answer = "Hvad var svaret?",
        NewDue = "Senest",
        NewDueHint = "Skriv en ny dag, hvis I har aftalt det. Lad feltet stå tomt, hvis det gælder hele tiden.",
        AskedOn = "Hvornår spurgte du?",
        SaveAsked = "Gem svaret";
    public const string DropTitle = "Aftalen falder bort",
        DropNote = "Den forsvinder fra Min dag. Grunden bliver stående.",
        DropWhy = "Hvorfor?",
        DroppedOn = "Hvornår?",
        SaveDropped = "Lad aftalen falde bort";
    public const string None = "Ingen aftaler venter.";
    public const string Caption = "Hvem gør hvad, og hvornår";
    public const string CardTitle = "Aftaler fra familien og netværket";
    public const string CardNote = "Det, nogen har taget på sig ved en rådslagning eller et netværksmøde. Spørg dem, og kryds af.";
    public const string MyCaption = "Aftaler fra rådslagninger og netværksmøder, der ikke er gjort, den første frist øverst";

    public static string AskedWhen(DateOnly on) => $"spurgt {Danish.Short(on)}";
}
