using Spor.Cases;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Web.Case.Objections;

static class Text
{
    public const string WaitingTitle = "Indsigelser, der venter";
    public const string WaitingLede = "Indsigelser og anmodninger om berigtigelse. Den, der skal besvares først, står øverst.";
    public const string NothingWaits = "Der er ingen, der venter på svar.";
    public const string Child = "Barn";

    /// <summary>Without a name: a title stands in the browser's history.</summary>
    public const string PageTitle = "Indsigelse og berigtigelse";

    public static string ChildTitle(string name) => $"Indsigelse og berigtigelse: {name}";

    public const string ChildLede =
        "En borger kan gøre indsigelse mod, hvordan oplysninger bruges, og bede om, at det forkerte bliver rettet. Svaret skal have en begrundelse.";
    public const string ToChild = "Til barnets side";
    public const string All = "Hvad der er kommet";
    public const string New = "Ny indsigelse eller anmodning";
    public const string Save = "Gem";
    public const string Kind = "Hvad er det?";
    public const string ObjectionText = "Indsigelse mod, at oplysninger bruges";
    public const string RectificationText = "Berigtigelse: noget er forkert og skal rettes";
    public const string AskedBy = "Hvem har bedt om det?";
    public const string AskedByHint = "Navnet, og om det er en forælder, den unge selv eller en, der er nævnt i sagen.";
    public const string About = "Hvad handler det om?";
    public const string Received = "Modtaget";
    public const string Due = "Svar senest";
    public const string AnswerIt = "Svar";
    public const string SaveAnswer = "Gem svaret";
    public const string Outcome = "Hvad blev svaret?";
    public const string Answer = "Begrundelse";
    public const string AnswerHint = "Som personen får den. Ved afslag: hvorfor, og at man kan klage til Datatilsynet.";
    public const string AnsweredOn = "Dagen, svaret blev givet";
    public const string HowToMend =
        "Skal noget rettes, så ret det under »Ret en fejl« på barnets side: journalen viser både det rettede og det, der stod før. Et notat rettes "
        + "med et nyt notat.";

    public static string Of(ObjectionFact o) =>
        $"{Danish.Capital(o.Kind.Danish())}, {o.AskedBy ?? "en uden navn"}, {Danish.Long(o.ReceivedOn)}";

    public static string DueOn(ObjectionFact o, DateOnly today) =>
        Danish.Long(ObjectionRules.DueOn(o.ReceivedOn))
        + (o.AnsweredOn is null && today > ObjectionRules.DueOn(o.ReceivedOn) ? " (overskredet)" : "");

    public static string State(ObjectionFact o, DateOnly today) =>
        o.AnsweredOn is { } on
            ? $"Besvaret {Danish.Long(on)}: {o.Outcome?.Danish()}"
                + (on > ObjectionRules.DueOn(o.ReceivedOn) ? ". Det var efter fristen." : ".")
            : $"Svar senest {DueOn(o, today)}.";
}
