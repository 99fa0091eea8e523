namespace Spor.Web.Access;

static class Text
{
    public const string Title = "Vælg, hvem du vil være";
    public const string Lede = "Demoen har opdigtede mennesker. Vælg en, og se Spor med vedkommendes øjne. Kun denne maskine kan se det.";
    public const string StartTitle = "Spor er kun åbent for den, der startede programmet";
    public const string StartLede = "Du skal bruge startadressen. Den står i vinduet, hvor Spor kører.";
    public const string StartHow =
        "Find linjen, der begynder med »Åbn denne adresse«. Kopiér hele adressen, og sæt den ind i browserens adressefelt.";
    public const string StartNot = "Adressen virker én gang. Bagefter husker browseren dig, til du logger ud, eller til dagen er gået.";
    public const string StartUsed = "Startadressen er brugt. En browser på denne maskine er logget ind med den.";
    public const string StartAgain =
        "Var det dig? Så brug den browser. Ellers stop Spor med Ctrl + C, og start Spor igen. Så får du en ny adresse, og alle andre bliver "
        + "logget ud.";
    public const string Leaders = "Ledere";
    public const string Caseworkers = "Rådgivere";
    public const string Others = "Andre roller";
    public const string OthersNote = "De ser tal, opsætning eller enkelte sager, og ikke mere end deres rolle lader dem.";
    public const string Coordinators = "Samordnere";
    public const string CoordinatorsNote = "De er ansat uden for afdelingen og ser kun deres egne rådslagninger.";
    public const string NoAccessTitle = "Ingen adgang";
    public const string NoAccess =
        "Du har ikke adgang til denne side eller dette barn. Spørg din leder, hvis du mener, at du skal have det.";
    public const string NoRole =
        "Du har ingen rolle i Spor i dag. Det sker, når en ansættelse er slut, eller når man ikke længere står på listen over "
        + "samordnere. Ring til afdelingen, hvis det er en fejl.";
    public const string ChooseAnother = "Vælg en anden";
    public const string Back = "Tilbage til forsiden";
}
