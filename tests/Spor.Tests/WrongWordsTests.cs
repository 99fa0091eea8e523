namespace Spor.Tests;

/// <summary>Words that were corrected stay corrected: sayings, pages' texts, labels, figures' names, laws and letters. The codes of an
/// extract are not displayed words; what is written here is told as it stood on the screen.</summary>
public class WrongWordsTests
{
    static readonly string[] Wrong =
    [
        "Så behøver I ikke begynde forfra",
        "I skal ikke fortælle alting igen",
        "udsættelse af bolig\"",
        "Indsats (kode)",
        "trådte i stedet for (kode)",
        "(1-10)",
        "(1-5)",
        "eller skriv hvorfor",
        "kan ikke ligge før",
        "Aftalen er gjort",
        "eller Spor ved det ikke",
        "godkendelse gælder ikke mere",
        "Afgørelsen skal sige det",
        "Du har ikke kompetence til det",
        "Dagen ligger før",
        "Datoen ligger før",
        "Slutdagen ligger før",
        "Fødselsdagen ligger efter",
        "dag, der er kommet.",
        "Sæt hak",
        "Scorede mål",
        "Det kan ikke rettes her",
        "Andet hænger på det",
        "Dette hænger på",
        "blev rettet uden ændring",
        "Der blev indstillet",
        "slået efter i loven",
        "efterprøvet i lovteksten",
        "ikke bekræftet af kommunen",
        "fristen er ikke bekræftet",
        "afgørelser er sendt.\"",
        "Kassér kladden",
        "Smid kladden",
        "Print igen",
        "Åbn og print",
        "Skrevet ud {",
        "Ctrl+P",
        "Hvad syntes de om",
        "Aftal et netværksmøde",
        "nummeret på et team",
        "Adressen er forkert",
        "kan ikke nås\"",
        "blev nået til tiden",
        "rådgiveren besked",
        "Læs og se, hvad",
        "det der hænger på",
        "stå i enhver rækkefølge",
        "\"må udelades\"",
        "Sådan regner vi",
        "Sådan er det talt",
        "Sådan tælles det",
        "\"Hvem skrev\"",
        "\"Pr. dato\"",
        "Børnesamtaler",
        "anbragt så længe",
        "Ikke anbragt længere et år",
        "flueben",
        "fuldtidsstilling",
        "\"Belastning\"",
        "fagfolk",
        "mdr.",
        "indsatsen løber",
        "er gået tabt",
        "\"To kadencer\"",
        "\"Kadence\"",
        "der løber på dagen",
        "der er stoppet",
        "Træf eller foreslå",
        "skal også selv have afgørelsen",
        "selv om forældremyndigheden",
        "\"Ungepålæg\"",
        "Ungeenheden og Myndighed Social",
        "Døgninstitution (børne",
        "Opholdssted (børne",
        "til 5 (meget)",
        "Intet gemmes, før",
        "Intet er gemt halvt",
        "kan ikke læses eller skrives. Intet er gemt",
        "der kan ikke træffes afgørelse endnu",
        "der er kendt fra",
        "en anden har\"",
        "\"Det lovede\"",
        "\"Det åbne\"",
        "indstillingen fra",
        "\"Indstillet",
        "kost- og efterskole er",
        "\"Sagstal over",
        "Tilsynsbesøg",
        "Barnets syn\"",
        "Barnets stemme",
        "= \"Udfald\"",
        "Outcome, \"Udfald\"",
        "\"Nyt netværksmøde\"",
        "\"Skriv en samtale\"",
        "Skriv, at mødet er holdt",
        "særgruppe",
        "Efter Barnets lov",
        "ikke gemt nogen basislinje",
        "Familien sagde nej",
        "som 2026-10-31",
        "Vi læser alle underretninger",
        "før vi afgør sagen",
        "afgør vi sagen på",
        "Sådan har vi begrundet",
        "lukker den, fordi",
        "familien og jeres netværk",
        "familien og netværket har lavet",
        "} her: {",
        "så ring til mig.",
    ];

    [Fact]
    public void No_displayed_text_says_what_was_corrected()
    {
        var found = new List<string>();
        foreach (var pattern in new[] { "*.cs", "*.razor", "*.json" })
        foreach (var file in Directory.EnumerateFiles(Path.Combine(FiguresTests.Root, "src"), pattern, SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(FiguresTests.Root, file);
            if (name.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
                continue;
            var number = 0;
            foreach (var line in File.ReadLines(file))
            {
                number++;
                if (line.TrimStart().StartsWith("//", StringComparison.Ordinal))
                    continue;
                found.AddRange(Wrong.Where(w => line.Contains(w, StringComparison.Ordinal)).Select(w => $"{name}:{number} {w}"));
            }
        }
        Assert.Equal([], found);
    }
}
