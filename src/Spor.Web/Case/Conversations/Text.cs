using Spor.Assessments;
using Spor.Facts;
using Spor.Kernel;
using Spor.Law;

namespace Spor.Web.Case.Conversations;

static class Text
{
    public const string PageTitle = "Samtale med barnet";

    public static string Title(string child) => $"Samtale med {child}";

    public const string Lede = "Skriv, hvad barnet sagde, med barnets egne ord. Det er det, afgørelser hviler på.";
    public const string What = "Er der talt med barnet?";
    public const string Held = "Ja, samtalen er holdt";
    public const string LeftOutChoice = "Nej, samtalen udelades";
    public const string On = "Dag";
    public const string Purpose = "Hvad handler den om?";
    public const string PurposeHint = "En afgørelse kan kun hvile på en samtale om netop den, eller om undersøgelsen bag den.";

    public static string Matter(ConversationMatter matter) =>
        matter switch
        {
            ConversationMatter.Support => "støtte til barnet eller familien",
            ConversationMatter.Placement => "anbringelse",
            ConversationMatter.Place => "hvilket sted barnet skal bo",
            ConversationMatter.ClosedPlacement => "lukket eller sikret anbringelse",
            ConversationMatter.Return => "hjemgivelse",
            ConversationMatter.Contact => "samvær og kontakt",
            ConversationMatter.Youth => "ungestøtte",
            ConversationMatter.Order => "pålæg",
            ConversationMatter.Treatment => "undersøgelse eller behandling",
            _ => "noget andet",
        };

    public const string By = "Hvem talte med barnet?";
    public const string ByHint = "Ved en udeladt samtale: hvem har besluttet det?";
    public const string Place = "Hvor?";
    public const string PlaceHint = "For eksempel hjemme, på skolen eller på en gåtur";
    public const string Present = "Hvem var med?";
    public const string PresentHint = "For eksempel en bisidder. Skriv ingen, hvis barnet var alene med jer.";
    public const string Suspected = "Der er mistanke om vold eller overgreb fra en forælder";
    public const string WithoutParents = "Var samtalen uden forældrene?";
    public const string Words = "Hvad sagde barnet?";
    public const string WordsHint = "Barnets egne ord, også hvad barnet ønsker sig.";
    public const string IfLeftOut = "Hvis samtalen udelades";
    public const string Reason = "Hvorfor udelades samtalen?";
    public const string Save = "Gem samtalen";

    public const string Now = "Er barnet hørt?";

    public static string Covers(ConversationFact c, Bounds bounds) =>
        c.LeftOut
            ? $"Samtalen blev udeladt {Danish.Long(c.On)} med en begrundelse. Det dækker afgørelser til og med "
                + $"{Danish.Long(Hearing.CoversTo(c, bounds))}."
            : $"Samtalen den {Danish.Long(c.On)} dækker {Decisions(c)} til og med {Danish.Long(Hearing.CoversTo(c, bounds))}.";

    static string Decisions(ConversationFact c) =>
        c is { Purpose: ConversationPurpose.Decision, Matter: { } matter } ? $"afgørelser om {Matter(matter)}" : "afgørelser";

    public static string NotHeard(int days) =>
        $"Nej. Der er ingen samtale om sagen fra {(days is 182 or 183 ? "det seneste halve år" : $"de seneste {Danish.Number(days)} dage")}. "
        + "Kommunen kræver en ny samtale før en afgørelse.";

    /// <summary>A conversation about something else shows that somebody has talked with the child, and is never a hearing.</summary>
    public static string TalkedWith(ConversationFact c) =>
        $"Der er talt med barnet {Danish.Long(c.On)} {About(c)}. "
        + (
            c is { Purpose: ConversationPurpose.Decision, Matter: not null }
                ? "Det gælder kun for den slags afgørelser."
                : "Det gælder ikke som en samtale om en afgørelse."
        );

    public const string UnbornNow = "Barnet er ikke født endnu.";
    public const string LawTitle = "Det siger reglerne";
    public const string Unverified = "Ikke kontrolleret i lovteksten.";
    public const string Before = "Tidligere samtaler";
    public const string None = "Der er ingen samtaler.";

    public static string LeftOut(string? reason, bool hasReason) =>
        "Udeladt"
        + (
            reason is not null ? ". Grunden: " + reason
            : hasReason ? " med en begrundelse."
            : " uden begrundelse."
        );

    public const string NoWords = "Barnets ord er ikke skrevet her.";

    public static string About(ConversationFact c) =>
        c is { Purpose: ConversationPurpose.Decision, Matter: { } matter } ? "om " + Matter(matter) : "om " + c.Purpose.Danish();

    public static string Facts(ConversationFact c, string who) =>
        string.Join(
            " · ",
            new[]
            {
                who.Length > 0 ? (c.LeftOut ? "besluttet af " : "med ") + who : "",
                c.Place ?? "",
                c.Present is { } p ? "til stede: " + p : "",
                c.WithoutParents == true ? "uden forældrene" : "",
                c.ParentsSuspected == true ? "mistanke om vold eller overgreb" : "",
            }.Where(t => t.Length > 0)
        );

    public const string Correct = "Ret";

    public static string CorrectOf(DateOnly day) => " samtalen " + Danish.Long(day);

    public const string New = "Registrér en samtale";
}
