using Spor.Children;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Web.Case.SameChild;

static class Text
{
    public const string Title = "Samme barn to gange";
    public const string Lede =
        "Registreringer, der ligner hinanden: samme CPR-nummer, eller samme navn og fødselsdag. Er det ét barn, kan en leder lægge dem sammen. "
        + "Spor gør det aldrig af sig selv.";
    public const string PairsTitle = "Par, der ligner hinanden";
    public const string NoPairs = "Spor har ikke fundet to registreringer, der ligner hinanden, hos de børn, du må se.";
    public const string One = "Den ene";
    public const string Other = "Den anden";
    public const string Why = "Hvad der er ens";
    public const string Compare = "Sammenlign";

    public static string CompareLabel(string one, string other) => $"Sammenlign {one} og {other}";

    public static string Born(ChildFact c) => c.Unborn ? $"ventet {Danish.Long(c.BornOn)}" : $"født {Danish.Long(c.BornOn)}";

    /// <summary>Without a name: a title stands in the browser's history.</summary>
    public const string ChildTitle = "Er barnet registreret to gange?";

    public static string ChildHeading(string name) => $"Er {name} registreret to gange?";

    public const string LikelyTitle = "Ligner dette barn";
    public const string NoneLikely = "Ingen af de børn, du må se, har samme CPR-nummer eller samme navn og fødselsdag.";
    public const string FindTitle = "Find den anden registrering";
    public const string FindLabel = "Navn, CPR-nummer eller sagsnummer";
    public const string Find = "Find";
    public const string NothingFound = "Ingen af de børn, du må se, passer.";
    public const string MergedTitle = "Lagt sammen med dette barn";

    public static string Merged(ChildRecordFact r) => $"{r.Name ?? "En registrering uden navn"}, lagt sammen {Danish.Long(r.MergedOn)}";

    public const string PartLink = "Skil dem ad igen";

    public const string ComparePageTitle = "Sammenlign to registreringer";
    public const string CompareLede = "Se efter, om det er ét barn. Der, hvor de to er forskellige, står det med ord.";
    public const string What = "Oplysning";
    public const string Same = "ens";
    public const string Different = "forskellige";
    public const string Alike = "Sammenlignet";
    public const string Holds = "Det, der står i dem";
    public const string Kind = "Slags";
    public const string Nothing = "ikke oplyst";
    public const string Yes = "ja";
    public const string No = "nej";
    public const string Name = "Navn";
    public const string BornLabel = "Født";
    public const string Cpr = "CPR-nummer";
    public const string Gender = "Køn";
    public const string TargetGroup = "Målgruppe";
    public const string School = "Skole eller dagtilbud";
    public const string District = "Distrikt";
    public const string Caseworker = "Rådgiver";
    public const string Protected = "Navne- og adressebeskyttet";
    public const string Siblings = "Søskende, du må se";
    public const string Active = "Aktiv sag";

    public const string MergeTitle = "Læg dem sammen";
    public const string MergeNote =
        "Alt, der står i den ene registrering, følger med over i den anden: sager, notater, breve, indsatser, dokumenter og historik. Intet slettes. "
        + "Begge CPR-numre, sagsnumre og adresser fører derefter til det ene barn, og det gør fagsystemets nøgler også, når et nyt udtræk læses ind. "
        + "Den, du beholder, giver navn, fødselsdag og CPR-nummer; det, den mangler, hentes i den anden. Er en af dem beskyttet, bliver barnet beskyttet.";
    public const string FiguresNote =
        "Tallene tæller barnet én gang, også for de dage, der er gået. Rapporter og basislinjer, der er gemt, står, som de var. "
        + "En leder kan skille dem ad igen.";
    public const string FamilyNote =
        "De to registreringer hører til hver sin familie. Barnet bliver i familien hos den, du beholder; søskende i den anden familie følger ikke med.";
    public const string TwiceNote =
        "Står den samme underretning eller indsats i begge, står den der to gange bagefter. Træk den ene tilbage under »Ret en fejl«.";
    public const string Keep = "Hvilken registrering skal blive?";

    public static string KeepText(ChildFact c, bool active) => $"{c.Name}, {Born(c)}" + (active ? " (aktiv sag)" : "");

    public const string KeepThis = "Den ene";
    public const string KeepOther = "Den anden";
    public const string Reason = "Hvordan ved du, at det er ét barn?";
    public const string Sure = "De har ikke samme CPR-nummer eller fødselsdag, og det er alligevel ét barn.";
    public const string MergeIt = "Læg sammen";
    public const string LeaderOnly = "Det er en leder, der lægger to registreringer sammen.";

    public const string PartTitle = "Skil to registreringer ad";

    public static string PartHeading(string name) => $"Skil to registreringer ad: {name}";

    public const string PartLede =
        "Var det to børn alligevel, bliver den anden registrering, som den var. Det, der stod i den, går tilbage, også det, der er rettet siden.";
    public const string SinceLabel = "Hvad hører til den anden?";
    public const string SinceHint =
        "Det her er kommet til, siden de blev lagt sammen. Sæt kryds ved det, der hører til den anden. Det, der hænger på noget, der går tilbage, går selv med.";
    public const string NothingSince = "Der er ikke kommet noget til, siden de blev lagt sammen.";
    public const string PartReason = "Hvordan ved du, at det er to børn?";
    public const string PartIt = "Skil ad";
    public const string ToChild = "Til barnets side";
}
