using Spor.Kernel;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Exchange.Research;

static class Text
{
    public const string Title = "Udtræk til forskning";
    public const string Lede =
        "Et afidentificeret udtræk til dem, der evaluerer arbejdet. Det har importformatets filer og kan læses ind igen, i Spor "
        + "eller i et statistikprogram.";
    public const string TakeTitle = "Hent et udtræk";
    public const string TakeNote = "Hvem der henter det, hvornår, til hvem og hvorfor, skrives i journalen.";
    public const string Recipient = "Hvem får udtrækket?";
    public const string RecipientHint = "For eksempel navnet på instituttet og databehandleraftalens nummer.";
    public const string Purpose = "Hvad skal det bruges til?";
    public const string WithProtected = "Tag børn med beskyttet navn og adresse med";
    public const string Save = "Hent udtrækket";
    public const string ProtectedTitle = "Hvad udtrækket skjuler, og hvad det ikke skjuler";
    public const string KeyNote =
        "Pseudonymerne laves med en nøgle, som kun bruges til dette ene udtræk og ikke gemmes. Skal to udtræk kunne følge de "
        + "samme børn, hentes de på kommandolinjen med »./spor research --key«.";
    public const string LogTitle = "Hvem har hentet et udtræk";
    public const string Nobody = "Ingen har hentet et udtræk endnu.";
    public const string LogCaption = "Hentede udtræk, det nyeste øverst";
    public const string When = "Hvornår";
    public const string Who = "Hvem";
    public const string Why = "Til hvad og hvem";
    public const string EntryNo = "Journal nr.";
    public const string Erased = "(slettet)";

    public static string File(DateOnly day) => $"forskningsudtraek-{Form.Iso(day)}.zip";

    public static string At(DateTime utc)
    {
        var local = DanishCalendar.Local(utc);
        return $"{Danish.Long(DateOnly.FromDateTime(local))} kl. {local:HH.mm}";
    }
}
