using Spor.Kernel;

namespace Spor.Web.Case.History;

static class Text
{
    public const string Imported = "indlæst fra et udtræk";

    public static string ImportedOf(DateOnly day) => $"indlæst fra udtrækket, der beskriver {Danish.Long(day)}";

    public const string WasRecorded = "blev registreret";
    public const string WasCorrected = "blev rettet";
    public const string WasWithdrawn = "blev trukket tilbage";
    public const string ShowAll = "Vis hver oplysning";
    public const string Older = "Vis ældre";
    public const string Newest = "Til det nyeste";

    public static string AndMore(int more) => $"Vis de næste. Der er {Danish.Number(more)} til";

    public const string AsKnown = "Se barnet, som det var kendt her";
    public const string Reason = "Begrundelse:";
    public const string Empty = "Der er ingen historik her.";

    public static string WentOver(int rows) =>
        rows == 1 ? "1 oplysning fulgte med over." : $"{Danish.Number(rows)} oplysninger fulgte med over.";

    public static string WentBack(int rows) =>
        rows == 1
            ? "1 oplysning gik tilbage til den anden registrering."
            : $"{Danish.Number(rows)} oplysninger gik tilbage til den anden registrering.";

    public static string Entry(long no) => $"registrering nr. {Danish.Number(no)}";

    public static string Intent(string name) =>
        name switch
        {
            "import" => "Udtrækket blev læst, og intet om barnet var ændret.",
            "take-back-import" => "Et udtræk blev taget tilbage, og intet om barnet var ændret.",
            "erase" or "erase-texts" or "erase-child" or "erase-again" =>
                "Personlige tekster om barnet blev slettet efter reglerne om sletning.",
            _ => "Der er ingen oplysninger at vise.",
        };

    public static string List(IReadOnlyList<string> items) =>
        items.Count switch
        {
            0 => "",
            1 => items[0],
            _ => string.Join(", ", items.Take(items.Count - 1)) + " og " + items[^1],
        };
}
