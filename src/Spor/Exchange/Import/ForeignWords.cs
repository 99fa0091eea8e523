namespace Spor.Exchange.Import;

/// <summary>What other systems call our tables and columns, Danish and English. A guess to begin with, never a rule.</summary>
static class ForeignWords
{
    /// <summary>Parts of file names, by table; the first that fits best holds.</summary>
    public static IReadOnlyDictionary<string, string[]> OfTables { get; } =
        new Dictionary<string, string[]>
        {
            ["boern"] = ["boern", "barn", "person", "borger", "child", "header", "stamdata"],
            ["sager"] = ["sager", "sag", "case"],
            ["indsatser"] = ["indsats", "ydelse", "foranstaltning", "anbringelse", "episode", "placement", "bevilling", "bsdubu", "p30"],
            ["opfoelgninger"] = ["opfoelg", "review", "followup"],
            ["tilsyn"] = ["tilsyn", "visit"],
            ["underretninger"] = ["underretning", "notification", "referral"],
            ["udredninger"] = ["undersoegelse", "udredning", "assessment", "bfu"],
            ["samtaler"] = ["samtale", "conversation"],
            ["planer"] = ["plan"],
            ["afgoerelser"] = ["afgoerelse", "decision"],
            ["medarbejdere"] = ["medarbejder", "ansat", "staff"],
            ["regnskab"] = ["regnskab", "postering", "bogfoer", "ledger", "forbrug"],
            ["budget"] = ["budget"],
        };

    /// <summary>Headings by our column, as they are without capitals, spaces and marks.</summary>
    public static IReadOnlyDictionary<string, string[]> OfColumns { get; } =
        new Dictionary<string, string[]>
        {
            ["BarnId"] =
            [
                "child",
                "childid",
                "barn",
                "barnid",
                "barnets id",
                "cpr",
                "cprnr",
                "cprnummer",
                "personnummer",
                "borger",
                "borgerid",
                "personid",
                "sagraekkeid",
            ],
            ["CPR"] = ["cpr", "cprnr", "cprnummer", "personnummer"],
            ["Fornavn"] = ["fornavn", "firstname", "forename"],
            ["Efternavn"] = ["efternavn", "lastname", "surname"],
            ["Fødselsdato"] = ["dob", "foedt", "foedselsdag", "foedselsdato", "dateofbirth", "birthdate"],
            ["Køn"] = ["koen", "sex", "gender"],
            ["Målgruppe"] = ["maalgruppe", "sagstype"],
            ["SagId"] = ["sag", "sagid", "sagsnr", "sagsnummer", "caseid"],
            ["Åbnet"] = ["aabnet", "oprettet", "opened", "sagstart", "sagaabnet"],
            ["Lukket"] = ["lukket", "afsluttet", "closed"],
            ["IndsatsId"] = ["indsats", "indsatsid", "ydelsesid", "ydelseraekkeid", "placementid", "episodeid"],
            ["Ydelse"] =
            [
                "ydelse",
                "art",
                "tilbudstype",
                "ydelsestype",
                "foranstaltning",
                "foranstaltningsparagraf",
                "place",
                "placementtype",
            ],
            ["Lovgrundlag"] = ["lovgrundlag", "lovhjemmel", "paragraf", "afgoerelsesparagraf", "hjemmel"],
            ["Leverandør"] = ["leverandoer", "udbyder", "tilbud", "provider"],
            ["Start"] = ["start", "startdato", "fra", "fradato", "ydelsestartdato", "decom", "startdate", "begyndt"],
            ["Slut"] = ["slut", "slutdato", "til", "tildato", "ydelseslutdato", "dec", "enddate", "ophoert", "stopdato"],
            ["Pris"] = ["pris", "takst", "ydelsesbeloeb", "price"],
            ["Enhed"] = ["enhed", "frekvens", "unit"],
            ["Antal"] = ["antal", "quantity"],
            ["OpfoelgningId"] = ["opfoelgningid", "reviewid"],
            ["Dato"] = ["dato", "date", "dag", "review", "reviewdate", "opfoelgningsdato", "tilsynsdato"],
            ["Modtaget"] = ["modtaget", "modtagelsesdato", "received"],
            ["Underretter"] = ["underretter", "kilde", "source"],
            ["Konto"] = ["konto", "kontonr", "kontonummer", "account"],
            ["Måned"] = ["maaned", "periode", "bogfoeringsdato", "posteringsdato", "month"],
            ["Beløb"] = ["beloeb", "amount"],
        };
}
