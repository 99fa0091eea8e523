namespace Spor.Web.Staff.Absences;

static class Text
{
    public const string Title = "Fravær, dækning og særligt ansvar";
    public const string Lede = "Den, der dækker, ser den fraværendes børn og deres frister, så længe fraværet varer.";
    public const string Now = "Fravær nu og fremover",
        Nobody = "Ingen er væk.",
        Caption = "Fravær",
        Who = "Hvem er væk?",
        Kind = "Hvorfor?",
        From = "Fra",
        To = "Sidste dag væk",
        Cover = "Hvem dækker?",
        NobodyCovers = "Ingen dækker",
        Open = "ikke sat";
    public const string ToHint = "Lad feltet stå tomt, hvis dagen ikke er kendt.";
    public const string New = "Registrér fravær",
        Save = "Gem fraværet",
        Back = "Er tilbage",
        BackOn = "Første dag tilbage";
    public const string Special = "Særligt ansvar for en målgruppe",
        SpecialNote = "Rådgivere, der særligt arbejder med en målgruppe, foreslås først til børn i den.",
        NoSpecial = "Ingen er registreret.",
        Group = "Målgruppe",
        Since = "Siden",
        End = "Afslut",
        NewSpecial = "Registrér et særligt ansvar",
        SaveSpecial = "Gem ansvaret",
        Worker = "Rådgiver";

    public static string BackLabel(string name) => $"{name} er tilbage";

    public static string EndLabel(string name) => $"Afslut det særlige ansvar for {name}";
}
