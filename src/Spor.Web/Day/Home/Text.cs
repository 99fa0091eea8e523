namespace Spor.Web.Day.Home;

static class Text
{
    public static string Title(int code) =>
        code switch
        {
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
            404 => "Adressen er forkert, eller barnet findes ikke.",
            403 => "Du har ikke adgang til denne side eller dette barn.",
            400 => "Siden er måske blevet for gammel. Gå tilbage, hent den igen, og prøv en gang til.",
            413 => "En fil må højst fylde 1 GB. Pak den som zip, eller læs den ind fra kommandolinjen.",
            503 => "Vent lidt, og prøv igen.",
            _ =>
                "Fejlen er i Spor, ikke hos dig. Intet er gemt halvt. Prøv igen, og sig det til den, der driver Spor, hvis det bliver ved.",
        };

    public const string Back = "Til forsiden";
    public const string Reference = "Fejlens nummer:";
}
