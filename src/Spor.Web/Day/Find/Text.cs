using Spor.Kernel;

namespace Spor.Web.Day.Find;

static class Text
{
    public const string Title = "Find et barn";
    public const string Label = "Navn, CPR-nummer, fødselsdag (310117) eller sagsnummer";
    public const string Search = "Søg";
    public const string Own = "Dine egne børn står øverst.";
    public const string Recent = "Børn, du har åbnet for nylig";
    public const string NoRecent = "Du har ikke åbnet noget barn endnu. Søg efter et herover.";
    public const string Notes = "Notater";
    public const string NotesNote = "De nyeste notater, hvor alle ordene står.";
    public const string AllNotes = "Søg videre i notater";
    public const string AllChildren = "Søg videre i listen over børn";

    public static string Found(int all, int shown) =>
        all switch
        {
            0 => "Ingen børn passer til det, du søgte efter.",
            1 => "1 barn",
            _ when all > shown => $"{Danish.Number(all)} børn. Her er de første {Danish.Number(shown)}.",
            _ => $"{Danish.Number(all)} børn",
        };

    public static string Of(string caseworkers) => caseworkers.Length > 0 ? "rådgiver " + caseworkers : "ingen rådgiver";
}
