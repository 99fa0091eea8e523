using Spor.Storage;

namespace Spor.Web.Trust;

/// <summary>What was seen, as people say it, from the pattern of its address.</summary>
static class PageNames
{
    static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        ["afgoerelse"] = "afgørelse",
        ["afgoerelser"] = "afgørelser",
        ["aendr"] = "ændring",
        ["aftale"] = "aftale",
        ["afstemning"] = "regnskab mod bevillinger",
        ["barn"] = "barnets side",
        ["bilag"] = "bilag",
        ["boern"] = "børn",
        ["brev"] = "brev",
        ["del"] = "del af undersøgelsen",
        ["egen-opgave"] = "egen opgave",
        ["dokument"] = "dokument",
        ["dokumenter"] = "dokumenter",
        ["fravaer"] = "fravær",
        ["hvem-har-set"] = "hvem har set",
        ["indbakke"] = "indbakke",
        ["indsats"] = "indsats",
        ["inviteret"] = "inviteret",
        ["kalender.ics"] = "kalenderfil",
        ["kalender"] = "kalender",
        ["kontakt"] = "kontaktkort",
        ["telefoner"] = "telefonliste",
        ["kontaktark"] = "kontaktark",
        ["ledelse"] = "ledelsesinformation",
        ["maal"] = "mål",
        ["min-dag"] = "min dag",
        ["netvaerk"] = "netværk",
        ["netvaerksmoede"] = "netværksmøde",
        ["notat"] = "notat",
        ["notater"] = "søgning i notater",
        ["oekonomi"] = "økonomi",
        ["opfoelgning"] = "opfølgning",
        ["raadet"] = "rådets rapport",
        ["raadslagning"] = "rådslagning",
        ["raadslagninger"] = "rådslagninger i tal",
        ["ret"] = "rettelse",
        ["samordner"] = "samordner",
        ["spoergsmaal"] = "spørgsmål",
        ["soeg"] = "søgning",
        ["statsrefusion"] = "statsrefusion",
        ["tal"] = "tal",
        ["udskriv"] = "udskrift",
        ["papir"] = "udskrift",
        ["partner"] = "samarbejdspartnerens side",
        ["samarbejdspartner"] = "spørgsmål til samarbejdspartnere",
        ["sendt"] = "sendt af samarbejdspartner",
        ["underretning"] = "underretning",
        ["undersoegelse"] = "undersøgelse",
        ["vurder"] = "vurdering",
    };

    public static string Of(Look look)
    {
        if (look.Kind == LookKinds.Again)
            return "loggen kunne skrives igen";
        if (look.Told.Page is not { } page)
            return look.Kind;
        var parts = page[(page.IndexOf(' ', StringComparison.Ordinal) + 1)..]
            .Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Where(p => !p.StartsWith('{'))
            .ToList();
        // Under a child's address the child is understood.
        if (parts.Count > 1 && parts[0] == "barn")
            parts.RemoveAt(0);
        var said = string.Join(", ", parts.Select(Word));
        return page.StartsWith("POST", StringComparison.Ordinal) ? said + " (sendt)"
            : said.Length == 0 ? "forsiden"
            : said;
    }

    static string Word(string part)
    {
        if (Words.TryGetValue(part, out var word))
            return word;
        var dot = part.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 ? Word(part[..dot]) + " som fil" : part;
    }

    public static Mark MarkOf(Look look, long child) =>
        LookKinds.IsRefusal(look.Kind) ? Mark.Refused
        : look.Told.Children.Count != 1 || !look.Told.Children.Contains(child) ? Mark.Listed
        : look.Told.Page is not { } page ? Mark.Page
        : page.EndsWith("/udskriv", StringComparison.Ordinal) || page.EndsWith("/papir", StringComparison.Ordinal) ? Mark.Print
        : page.Contains("/bilag/{", StringComparison.Ordinal)
        || page.EndsWith("/word", StringComparison.Ordinal)
        || page.EndsWith(".ics", StringComparison.Ordinal)
            ? Mark.File
        : Mark.Page;
}

/// <summary>How a look is drawn.</summary>
enum Mark
{
    Page,
    File,
    Print,
    Listed,
    Refused,
}
