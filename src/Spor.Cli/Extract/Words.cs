namespace Spor.Cli.Extract;

/// <summary>Invented people and places, and the texts of an extract. A full name that belongs to somebody is chance.</summary>
static class Words
{
    public static readonly string[] Girls =
    [
        "Agnes",
        "Alberte",
        "Alma",
        "Andrea",
        "Anna",
        "Asta",
        "Astrid",
        "Aya",
        "Clara",
        "Ebba",
        "Ella",
        "Ellen",
        "Ellie",
        "Emily",
        "Emma",
        "Esther",
        "Filippa",
        "Freja",
        "Frida",
        "Gry",
        "Hannah",
        "Ida",
        "Isabella",
        "Josefine",
        "Karla",
        "Laura",
        "Lea",
        "Lilly",
        "Liva",
        "Luna",
        "Maja",
        "Malou",
        "Marie",
        "Mathilde",
        "Merle",
        "Mille",
        "Naja",
        "Nanna",
        "Nora",
        "Olivia",
        "Rosa",
        "Sara",
        "Selma",
        "Signe",
        "Sofia",
        "Solveig",
        "Thea",
        "Tilde",
        "Vilma",
        "Yasmin",
        "Zahra",
        "Amina",
    ];

    public static readonly string[] Boys =
    [
        "Adam",
        "Aksel",
        "Alfred",
        "Anker",
        "Anton",
        "Arthur",
        "August",
        "Bertram",
        "Birk",
        "Carl",
        "Christian",
        "Elias",
        "Elliot",
        "Emil",
        "Felix",
        "Frederik",
        "Hannibal",
        "Hjalte",
        "Hugo",
        "Johan",
        "Jonas",
        "Kalle",
        "Karl",
        "Lauge",
        "Laurits",
        "Liam",
        "Loui",
        "Lucas",
        "Magne",
        "Magnus",
        "Malthe",
        "Marius",
        "Matheo",
        "Mikkel",
        "Milas",
        "Noah",
        "Nohr",
        "Oliver",
        "Oscar",
        "Otto",
        "Pelle",
        "Storm",
        "Theo",
        "Thor",
        "Valdemar",
        "Victor",
        "Viggo",
        "Villads",
        "William",
        "Yusuf",
        "Ali",
        "Ibrahim",
    ];

    public static readonly string[] Women =
    [
        "Anette",
        "Anja",
        "Birgitte",
        "Camilla",
        "Charlotte",
        "Dorthe",
        "Gitte",
        "Hanne",
        "Heidi",
        "Helle",
        "Inger",
        "Jette",
        "Karen",
        "Kirsten",
        "Lene",
        "Line",
        "Lone",
        "Louise",
        "Maria",
        "Marianne",
        "Mette",
        "Pernille",
        "Rikke",
        "Sanne",
        "Susanne",
        "Tina",
        "Trine",
        "Vibeke",
        "Fatima",
        "Leyla",
    ];

    public static readonly string[] Men =
    [
        "Allan",
        "Anders",
        "Bo",
        "Brian",
        "Claus",
        "Dennis",
        "Erik",
        "Flemming",
        "Hans",
        "Henrik",
        "Jakob",
        "Jan",
        "Jens",
        "Jesper",
        "Kasper",
        "Kim",
        "Lars",
        "Martin",
        "Michael",
        "Morten",
        "Niels",
        "Ole",
        "Per",
        "Peter",
        "Rasmus",
        "Steen",
        "Søren",
        "Thomas",
        "Torben",
        "Ahmad",
        "Mehmet",
    ];

    static readonly string[] Roots =
    [
        "Aske",
        "Birke",
        "Bjerg",
        "Bøge",
        "Ege",
        "Elme",
        "Enge",
        "Fjord",
        "Grøn",
        "Havre",
        "Hede",
        "Hjorte",
        "Holme",
        "Høj",
        "Kilde",
        "Klint",
        "Krog",
        "Kvist",
        "Lilje",
        "Linde",
        "Lyng",
        "Mose",
        "Nørre",
        "Ravn",
        "Rosen",
        "Rug",
        "Skov",
        "Sol",
        "Sten",
        "Svane",
        "Sønder",
        "Trane",
        "Ulve",
        "Vester",
        "Vinter",
        "Øster",
    ];

    static readonly string[] Ends =
    [
        "bæk",
        "dal",
        "gaard",
        "holm",
        "høj",
        "kjær",
        "lev",
        "lund",
        "mark",
        "rup",
        "sholt",
        "strand",
        "toft",
        "vang",
        "vig",
        "ø",
    ];

    /// <summary>Surnames: each root with each end.</summary>
    public static readonly string[] Surnames = [.. Roots.SelectMany(r => Ends.Select(e => r + e))];

    static readonly string[] PlaceRoots = ["Ny", "Sund", "Kær", "Å", "Bro", "Dam", "Egs", "Fugle", "Gran", "Holm", "Is", "Kors"];
    static readonly string[] PlaceEnds =
    [
        "by",
        "bakke",
        "mose",
        "vænge",
        "bjerg",
        "løkke",
        "hede",
        "kær",
        "lund",
        "sted",
        "skov",
        "strand",
    ];

    /// <summary>Places: number 0 and up, all different.</summary>
    public static string Place(int number)
    {
        var n = number % (PlaceRoots.Length * PlaceEnds.Length);
        var name = PlaceRoots[n % PlaceRoots.Length] + PlaceEnds[(n / PlaceRoots.Length + n) % PlaceEnds.Length];
        var round = number / (PlaceRoots.Length * PlaceEnds.Length);
        return round == 0 ? name : $"{name} {round + 1}";
    }

    public static readonly string[] Causes =
    [
        "bekymrende fravær",
        "utilstrækkelig omsorg",
        "psykisk mistrivsel",
        "vold i hjemmet",
        "misbrug hos forældre",
        "højt konfliktniveau",
        "kriminalitet",
        "overgreb",
        "psykisk sygdom hos forældre",
        "andet",
    ];

    public static readonly string[] Closings =
    [
        "afsluttet",
        "afsluttet",
        "afsluttet",
        "overgået til almenområdet",
        "fraflyttet",
        "forældre ønsker ikke støtte",
    ];

    public static readonly string[] Omissions = ["barnets alder", "barnet ønskede det ikke", "hensynet til barnets helbred"];

    public static readonly string[] Themes = ["sundhed", "udvikling og adfærd", "skole og læring", "fritid og venskaber", "familie"];

    public static readonly string[][] Goals =
    [
        ["Sover om natten", "Kommer til tandlæge og læge", "Spiser sammen med familien"],
        ["Siger til før det bliver for meget", "Kan vente på sin tur", "Har ro på i overgange"],
        ["Kommer i skole hver dag", "Læser med en voksen", "Har en plan efter 9. klasse"],
        ["Går til noget en gang om ugen", "Har en ven med hjemme", "Er med i klassens fællesskab"],
        ["Far og mor er enige om aftalerne", "Er tryg hjemme", "Ser bedsteforældre hver måned"],
    ];

    public static readonly string[] Levels = ["rådgiver", "team", "faglig koordinator", "leder", "børne- og ungeudvalg"];

    public static readonly string[] Providers =
    [
        "Kommunens familiehus",
        "Kommunens ungekorps",
        "Broen",
        "Fyrtårnet",
        "Familieværkstedet",
        "Ungdomshjørnet",
    ];

    public static readonly string[] Homes =
    [
        "Fonden Lyngbakken",
        "Opholdsstedet Ternen",
        "Fonden Stjernehuset",
        "Opholdsstedet Vendepunktet",
        "Døgnhjemmet Elverhøj",
    ];
}
