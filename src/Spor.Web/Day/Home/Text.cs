namespace Spor.Web.Day.Home;

static class Text
{
    /// <param name="machine">The fault is the machine's or the database's, and its page says which.</param>
    public static string Title(int code, bool machine = false) =>
        code switch
        {
            503 when machine => "Spor kan ikke arbejde lige nu",
            404 => "Siden findes ikke",
            403 => "Ingen adgang",
            400 => "Det kunne Spor ikke læse",
            413 => "Filen er for stor",
            503 => "Ingen kan se noget lige nu",
            _ => "Noget gik galt",
        };

    public static string Explain(int code) =>
        code switch
        {
            404 => "Vi kan ikke finde siden. Gå til forsiden, og søg derfra.",
            403 => "Du har ikke adgang til denne side eller dette barn.",
            400 => "Siden er måske blevet for gammel. Gå tilbage, hent den igen, og prøv en gang til.",
            413 => "En fil må højst fylde 1 GB. Pak den som zip, eller læs den ind fra kommandolinjen.",
            503 => "Vent lidt, og prøv igen.",
            _ => "Fejlen er i Spor, ikke hos dig. Det er usikkert, om det blev gemt. Åbn siden igen, og se efter. "
                + "Prøv så igen, og sig det til den, der driver Spor, hvis det bliver ved.",
        };

    public const string NotSaved = "Det blev ikke gemt";
    public const string NotYours = "Fejlen er ikke hos dig. Den skal rettes af dem, der driver Spor.";
    public const string WhatYouTyped = "Det, du skrev, står her";
    public const string NothingLost =
        "Lad siden stå åben, og tryk »Prøv at gemme igen« om lidt. Var det gemt alligevel, bliver det ikke gemt to gange.";
    public const string DraftTooLong = "Teksten er for lang til at blive gemt som kladde.";
    public const string DraftStands =
        "»Prøv at gemme igen« gemmer selve formularen, ikke en kladde. Er den for lang til det, så del den i flere. Intet af teksten er væk, så længe "
        + "siden står åben.";
    public const string FilesAgain = "Filerne skal du vælge igen på siden, du kom fra.";
    public const string Again = "Prøv at gemme igen";

    public const string Back = "Til forsiden";
    public const string Reference = "Fejlens nummer:";
}
