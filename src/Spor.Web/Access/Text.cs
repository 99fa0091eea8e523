namespace Spor.Web.Access;

static class Text
{
    public const string Title = "Vælg, hvem du vil være";
    public const string Lede = "Demoen har opdigtede mennesker. Vælg en, og se Spor med vedkommendes øjne. Kun denne maskine kan se det.";
    public const string ProviderTitle = "Log ind i Spor",
        ProviderLede = "Du logger ind med din bruger i kommunen.",
        ProviderButton = "Log ind",
        FreshTitle = "Vis igen, hvem du er",
        FreshLede = "Siden er for de videste roller. Den åbner, når du lige har logget ind.",
        ArrivedTitle = "Du er logget ind",
        ArrivedButton = "Fortsæt",
        FailedTitle = "Du er ikke logget ind",
        FailedButton = "Prøv igen";

    public static string Failed(string? why) =>
        why switch
        {
            "udbyder" => "Kommunens log ind svarer ikke lige nu. Prøv igen om lidt. Sig det til den, der driver Spor, hvis det bliver ved.",
            "ukendt" => "Kommunens log ind kender dig, men Spor gør ikke. Bed en administrator om at give dig en rolle i Spor.",
            "nej" => "Du sagde nej til at logge ind, eller kommunens log ind sagde nej.",
            "gammel" => "Kommunens log ind spurgte ikke igen, hvem du er. Log ud af kommunens log ind, og prøv igen.",
            "opsaetning" => "Spor kan ikke læse listen over, hvem der hører til hvilket log ind. Sig det til den, der driver Spor.",
            _ => "Svaret fra kommunens log ind kunne ikke bruges. Det kan være brugt før, for gammelt eller lavet af en "
                + "anden. Log ind igen.",
        };

    public const string KeptTitle = "Det, du skrev, er her endnu",
        KeptLede = "Du var logget ud, da du sendte formularen. Intet er gemt endnu. Se formularen igennem, og gem.",
        KeptButton = "Tilbage til formularen",
        KeptDelete = "Slet det, jeg skrev",
        KeptFiles = "Filer er ikke holdt. Vælg dem igen i formularen.",
        KeptWaits =
            "Du er logget ud. Det, du skrev, er holdt for dig i 12 timer. Log ind igen her i browseren, så er du tilbage i formularen.";

    public static string KeptAt(DateTime at) => $"Sendt {Kernel.Danish.Long(DateOnly.FromDateTime(at))} kl. {at:HH.mm}";

    public static string Begins(string words) => $"»{words}«";

    public const string StartTitle = "Spor er kun åbent for den, der startede programmet";
    public const string StartLede = "Du skal bruge startadressen. Den står i vinduet, hvor Spor kører.";
    public const string StartHow =
        "Find linjen, der begynder med »Åbn denne adresse«. Kopiér hele adressen, og sæt den ind i browserens adressefelt.";
    public const string StartNot = "Adressen virker én gang. Bagefter husker browseren dig, til du logger ud, eller til dagen er gået.";
    public const string StartUsed = "Startadressen er brugt. En browser på denne maskine er logget ind med den.";
    public const string StartAgain =
        "Var det dig? Så brug den browser. Ellers stop Spor med Ctrl + C, og start Spor igen. Så får du en ny adresse, "
        + "og alle andre bliver "
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
