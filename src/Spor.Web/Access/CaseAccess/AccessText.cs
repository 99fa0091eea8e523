using Spor.Facts;
using Spor.Kernel;

namespace Spor.Web.Access.CaseAccess;

static class AccessText
{
    public const string Title = "Adgang til sagen";
    public const string ShutTitle = "Sagen er lukket for almindelig adgang",
        ShutWhy =
            "Barnet har ingen åben sag, eller personen er fyldt 23 år. Har du brug for at se sagen, så skriv hvorfor. Den er "
            + "åben for dig i 8 timer, "
            + "din leder får besked, og det står på barnets side.",
        ShutSave = "Åbn sagen";
    public const string NotYours = "Du har ikke adgang til dette barn.",
        NamedWhy = "Barnet har beskyttet navn og adresse. Kun den, der har sagen, lederen og dem, lederen har navngivet, kan åbne siden.",
        ScreenedWhy =
            "En kollega har samme navn som en i barnets familie eller netværk. Derfor kan kun den, der har sagen, lederen og "
            + "dem, lederen har navngivet, "
            + "åbne siden. Spørg din leder.";
    public const string TakeTitle = "Haster det?",
        TakeWhy =
            "Du kan få særlig adgang i en time. Lederen får besked med det samme, og det står på barnets side. Brug det kun, når "
            + "barnet har brug for det nu.",
        TakeSave = "Få særlig adgang i en time";
    public const string Reason = "Hvorfor?",
        ReasonHint = "Skriv det, så din leder kan forstå det.";
    public const string NamedTitle = "Navngivne",
        NamedNote = "Dem, lederen har givet adgang til dette barn ud over den, der har sagen.",
        NobodyNamed = "Ingen er navngivet.",
        NameTitle = "Giv en kollega adgang",
        NameSave = "Giv adgang",
        Person = "Kollega",
        EndButton = "Tag adgangen tilbage";
    public const string ToChild = "Til barnets side",
        ToAccess = "Hvem må åbne siden?",
        Back = "Tilbage til forsiden";
    public const string ToSeeTitle = "Særlig adgang og ophævet beskyttelse",
        ToSeeNote = "Det har andre gjort. Se på det, og tal med dem, hvis du er i tvivl.",
        SeenButton = "Set",
        ListTitle = "Særlig adgang til sagen";

    public static string Why(Opening opening) =>
        opening switch
        {
            Opening.Named => NamedWhy,
            Opening.Screened => ScreenedWhy,
            Opening.Reason => ShutWhy,
            _ => NotYours,
        };

    public static string Line(CaseAccessFact access, string who) =>
        access.Kind switch
        {
            CaseAccessKind.Exceptional => $"{who} fik særlig adgang {When(access)} i en time.",
            CaseAccessKind.Stated => $"{who} åbnede sagen med begrundelse {When(access)}.",
            CaseAccessKind.Named => $"{who} fik adgang {When(access)}.",
            _ => $"{who} ophævede en beskyttelse af navn og adresse {When(access)}.",
        };

    static string When(CaseAccessFact access) =>
        $"{Danish.Long(DateOnly.FromDateTime(access.At))} kl. "
        + $"{access.At.ToString("HH.mm", System.Globalization.CultureInfo.InvariantCulture)}";

    public static string SeenLabel(string line) => "Set: " + line;
}
