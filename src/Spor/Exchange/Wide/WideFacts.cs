using System.Globalization;
using Spor.Exchange.Research;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Exchange.Wide;

/// <summary>The de-identified facts as typed tables: those of the research extract, column for column, so that there is one place that says
/// what is left out.</summary>
public static class WideFacts
{
    /// <param name="key">The pseudonyms' key (<see cref="ResearchExtract.KeyLength"/> bytes).</param>
    /// <param name="withProtected">Children with a protected name are left out unless somebody asks for them.</param>
    public static IReadOnlyList<WideTable> Of(Register register, byte[] key, bool withProtected) =>
        [
            .. ResearchExtract
                .Files(register, key, withProtected)
                .Where(f => f.Name.EndsWith(".csv", StringComparison.Ordinal))
                .Select(f => Of(f.Name[..^4], [.. f.Lines])),
        ];

    static WideTable Of(string name, IReadOnlyList<string> lines)
    {
        List<WideColumn> columns = [.. lines[0].Split(';').Select(h => new WideColumn(h, TypeOf(name, h), MeaningOf(name, h)))];
        return new(
            name,
            Rows.GetValueOrDefault(name, name),
            columns,
            [.. lines.Skip(1).Select(l => (IReadOnlyList<object?>)[.. l.Split(';').Select((v, i) => Value(v, columns[i].Type))])]
        );
    }

    static object? Value(string text, WideType type) =>
        text.Length == 0
            ? null
            : type switch
            {
                WideType.Whole => long.Parse(text, CultureInfo.InvariantCulture),
                WideType.Decimal => decimal.Parse(text, NumberStyles.Number, Danish.Culture),
                WideType.Day when text.Length == 7 => DateOnly.ParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture),
                WideType.Day => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                WideType.Time => DateTime.ParseExact(text, "yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
                WideType.YesNo => text == "ja",
                _ => text,
            };

    static WideType TypeOf(string table, string heading) =>
        heading switch
        {
            "Score" or "Trin" => WideType.Whole,
            "Loft" or "Årsværk" or "Pris" or "Antal" or "Beløb" => WideType.Decimal,
            "Modtaget" or "Vurderet" => WideType.Time,
            "Model" or "Undladt" or "Partshørt" or "Klagevejledt" or "SamtaleMedBarn" or "PlanGodkendt" => WideType.YesNo,
            "Fra"
            or "Til"
            or "Opgørelsesdato"
            or "Fødselsdato"
            or "Åbnet"
            or "Lukket"
            or "ForældreOrienteret"
            or "Kvitteret"
            or "Tilbagemeldt" => WideType.Day,
            "Kendt" or "Påbegyndt" or "Afsluttet" or "Dato" or "Besluttet" or "Færdig" or "Start" or "Slut" or "ForventetSlut" =>
                WideType.Day,
            "NæsteSenest" or "Tilbudt" or "Afholdt" or "OpfoelgningAfholdt" or "Måned" => WideType.Day,
            _ => WideType.Text,
        };

    static readonly Dictionary<string, string> Rows = new()
    {
        ["kommune"] = "Kommunen",
        ["teams"] = "Et team med sit loft i en periode",
        ["distrikter"] = "Et distrikt i en periode",
        ["medarbejdere"] = "En ansættelse; navnet er et nummer",
        ["ydelser"] = "En af kommunens egne ydelser i en periode",
        ["boern"] = "Et barn",
        ["sager"] = "En sag",
        ["tildelinger"] = "En rådgivers tid med en sag",
        ["underretninger"] = "En underretning",
        ["udredninger"] = "En afdækning eller undersøgelse",
        ["samtaler"] = "En samtale med barnet",
        ["planer"] = "En plan",
        ["maal"] = "Et mål i en plan",
        ["maalinger"] = "En score af et mål, 1 til 10",
        ["afgoerelser"] = "En afgørelse",
        ["indsatser"] = "En indsats",
        ["priser"] = "En indsats' pris fra en dag",
        ["opfoelgninger"] = "En opfølgning på en indsats",
        ["tilsyn"] = "Et tilsyn med en anbringelse",
        ["raadslagninger"] = "En netværksrådslagning",
        ["budget"] = "Budgettet på en konto i en måned",
        ["regnskab"] = "En linje i regnskabet",
    };

    static string MeaningOf(string table, string heading) =>
        heading switch
        {
            _ when heading.EndsWith("Id", StringComparison.Ordinal) => "Pseudonym, lavet til dette udtræk; det samme i alle tabeller",
            "Fornavn" or "Efternavn" => "Det samme ord hos alle",
            "Navn" when table is "teams" or "distrikter" or "medarbejdere" or "ydelser" => "Et nummer eller en kode i stedet for navnet",
            "Fødselsdato" => "Den første i fødselsmåneden",
            "Modtaget" => "Dagen, kl. 12",
            "Vurderet" => "Dagen, kl. 12, eller kl. 13, når det først var efter 24 timer og dagene ikke viser det",
            "Pris" => "Kroner for hver enhed",
            "Beløb" => "Kroner",
            "Måned" => "Månedens første dag",
            "Til" or "Slut" or "Lukket" => "Sidste dag; tom, når det løber",
            "Fra" or "Start" => "Første dag",
            "Score" => "1 til 10",
            "Årsværk" => "1 er fuld tid",
            "Loft" => "Børn pr. årsværk",
            "Trin" => "Indsatstrappens trin, 1 til 6",
            _ => "Som i importformatet",
        };
}
