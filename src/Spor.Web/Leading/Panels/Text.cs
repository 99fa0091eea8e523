using Spor.Facts;
using Spor.Kernel;
using Spor.Voices;

namespace Spor.Web.Leading.Panels;

static class Text
{
    public const string Title = "Paneler",
        Lede = "Hvad siger forældre, unge og samarbejdspartnere, hvad har vi gjort ved det, og har de fået det at vide?",
        NewLink = "Nyt møde",
        NewTitle = "Møde i et panel",
        ChangeTitle = "Ret mødet",
        ChangeLink = "Ret mødet",
        Back = "Tilbage til panelerne",
        WordLink = "Referat som Word",
        MeetingsTitle = "Møder",
        NoMeetings = "Der er ingen møder endnu. Tryk på Nyt møde for at registrere det første.",
        HeldHead = "Holdt",
        PanelHead = "Panel",
        AboutHead = "Emne",
        CameHead = "Deltagere",
        RaisedHead = "Punkter",
        WaitingHead = "Venter",
        DoneHead = "Gjort noget",
        NotDoneHead = "Gøres ikke",
        ToldHead = "Fortalt tilbage",
        UntoldHead = "Mangler at få besked",
        StandingTitle = "Hvad blev der af punkterne?",
        StandingNote = "Et punkt, som panelet har trukket tilbage, tæller ikke med.",
        PointsTitle = "Punkter",
        NoPoints = "Mødet har ingen punkter endnu. Tilføj det første herunder.",
        PointHead = "Punkt",
        StateHead = "Tilstand",
        AnswerHead = "Hvad blev der gjort?",
        WhoHead = "Følger op",
        AnsweredHead = "Besvaret",
        PointEdit = "Svar",
        NotesTitle = "Referat",
        NotesNone = "Der er ikke skrevet referat.",
        PanelLabel = "Hvilket panel?",
        HeldLabel = "Hvornår blev mødet holdt?",
        CameLabel = "Hvor mange deltog?",
        CameHint = "Skriv kun antallet. Deltagerne nævnes ikke.",
        AboutLabel = "Hvad handlede mødet om?",
        NotesLabel = "Referat",
        NoNames = "Skriv ikke navne, og skriv intet, som en familie kan kendes på.",
        RaiseTitle = "Tilføj et punkt",
        RaiseButton = "Tilføj punktet",
        RaiseLabel = "Hvad rejste panelet?",
        WhoLabel = "Hvem følger op?",
        PointTitle = "Punkt fra et panel",
        StateLabel = "Hvad blev der af punktet?",
        AnswerLabel = "Hvad blev der gjort, eller hvorfor gøres der ikke noget?",
        AnswerHint = "Skriv, så panelet kan forstå svaret. Retter du svaret, skal panelet have det nye at vide.",
        WithdrawTitle = "Panelet trækker punktet tilbage",
        WithdrawNote =
            "Punktet tæller ikke længere med, og ordene står ikke længere på siden, i filerne eller i referatet. Det kan ikke fortrydes.",
        WithdrawButton = "Træk punktet tilbage",
        WithdrawnWords = "(trukket tilbage)",
        TellTitle = "Fortæl panelet, hvad der er sket",
        TellNote = "Punkterne er besvaret, men panelet har ikke fået svaret endnu. Her står også punkter fra tidligere møder.",
        TellLabel = "Hvilke punkter fik panelet svar på?",
        TellDayLabel = "Hvornår fik panelet svaret?",
        TellButton = "Registrér, at panelet har fået svar",
        ListTitle = "Alle punkter";

    public static string Name(Panel panel) =>
        panel switch
        {
            Panel.Parents => "Forældrepanelet",
            Panel.YoungPeople => "Ungepanelet",
            _ => "Samarbejdspartnerne",
        };

    public static string MeetingTitle(PanelMeetingFact m) => $"{Name(m.Panel)}, {Danish.Long(m.HeldOn)}";

    public static string MinutesTitle(PanelMeetingFact m) => "Referat: " + MeetingTitle(m);

    public static string What(PanelPointFact p) => p.What ?? WithdrawnWords;

    public static string State(PanelPointFact p) => Danish.Capital(p.State.Danish());

    public static string Told(PanelPointFact p) =>
        p.ToldOn is { } day ? Danish.Short(day)
        : p.IsAnswered ? "nej"
        : "–";

    public static string AnswerOf(PanelPointFact p) => $"Svar på: {What(p)}";

    public static string ToTell(PanelPointFact p) => $"»{What(p)}« Svaret er: {p.Answer}";

    public static string CameOf(int came) => came == 1 ? "1 deltager" : $"{Danish.Number(came)} deltagere";
}
