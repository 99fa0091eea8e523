using Spor.Kernel;

namespace Spor.Web.Case.Corrections;

static class Text
{
    public const string ListTitle = "Ret en fejl";
    public const string ListLede =
        "Find det, der er forkert. Alt, hvad Spor ved om barnet, kan rettes eller trækkes tilbage med en begrundelse. Det, der "
        + "stod før, bliver i historikken.";
    public const string Correct = "Ret";

    public static string ShowKind(int count) => $"Vis alle {Danish.Number(count)}";

    public const string Title = "Ret eller træk tilbage";
    public const string StandsNow = "Sådan står det nu";
    public const string Reason = "Hvorfor rettes det?";
    public const string ReasonHint = "Begrundelsen står i historikken.";
    public const string Save = "Gem rettelsen";
    public const string WithdrawTitle = "Træk oplysningen tilbage";
    public const string WithdrawNote =
        "Brug det, når det slet ikke var sådan. Oplysningen tæller ikke med mere, men kan stadig ses i historikken.";
    public const string WhyWithdraw = "Hvorfor trækkes det tilbage?";
    public const string Withdraw = "Træk tilbage";
    public const string WithDependents = "Træk også det tilbage, der hænger på";
    public const string HangsOnIt = "Dette hænger på oplysningen:";
    public const string CarriesItOn = "Det her bygger videre på oplysningen. Så længe det står, kan den ikke trækkes tilbage:";
    public const string NoteWay = "Et notat ændres ikke. Skriv et nyt notat, der retter det.";
    public const string WriteCorrecting = "Skriv et notat, der retter det";
    public const string OwnWay =
        "Det kan ikke rettes her. Et sendt brev ændres ikke, og en indstilling afgøres af den, der har kompetencen.";
    public const string None = "(ingen)";
    public const string Time = "klokkeslæt";
}
