namespace Spor.Web.Many;

static class Text
{
    public const string Unknown = "Ingen kommune har den adresse her";
    public const string UnknownExplained = "Se, om adressen er skrevet rigtigt. Den står i det, din kommune har sendt til dig.";
    public const string NotNow = "Spor kan ikke åbnes lige nu";
    public const string NotNowExplained =
        "Der er noget galt med databasen eller opsætningen for din kommune. De andre kommuner arbejder videre.";
    public const string NothingLost = "Det, der er gemt, er ikke tabt. Prøv igen om lidt, og sig det ellers til den, der passer Spor.";

    public static string NoSignIn(string host) =>
        $"»{host}« mangler »signIn« i settings.json i sin datamappe. Flere kommuner i samme program kan ikke åbnes med en startadresse.";

    public static string OtherAddress(string host) => $"»address« i settings.json skal være https://{host}, som på listen over kommuner.";
}
