using Spor.Corrections;
using Spor.Kernel;
using Spor.Requirements;

namespace Spor.Web.Case.Corrections;

static class Text
{
    public const string ListTitle = "Ret en fejl";
    public const string ListLede =
        "Find det, der er forkert. Næsten alt, hvad Spor ved om barnet, kan rettes eller trækkes tilbage med en begrundelse. Det, der "
        + "stod før, bliver i historikken.";
    public const string Correct = "Ret";

    public static string ShowKind(int count) => $"Vis alle {Danish.Number(count)}";

    public const string WholeRow = "Ret noget andet i barnets stamoplysninger";

    public static string Means(string section) => $"Det, der står nu, er {section}.";

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
    public const string WithDependents = "Træk også de oplysninger tilbage, der bygger på den";
    public const string HangsOnIt = "Dette bygger på oplysningen:";
    public const string CarriesItOn = "Det her bygger videre på oplysningen. Så længe det står, kan den ikke trækkes tilbage:";
    public const string NoteWay = "Et notat ændres ikke. Skriv et nyt notat, der retter det.";
    public const string WriteCorrecting = "Skriv et notat, der retter det";
    public const string OwnWay =
        "Oplysningen kan ikke rettes her. Et sendt brev ændres ikke, og et forslag afgøres af den, der kan afgøre det.";
    public const string EffectsSeen = "Ja, det er rigtigt";

    public static string EffectsSum(Effects e) =>
        string.Join(
            ", ",
            new[]
            {
                e.Gone.Count > 0 ? $"{Danish.Number(e.Gone.Count)} krav forsvinder" : null,
                e.New.Count > 0 ? $"{Danish.Number(e.New.Count)} krav kommer til" : null,
                e.Moved.Count > 0 ? $"{Danish.Number(e.Moved.Count)} krav ændrer frist eller svar" : null,
                e.Step.Before != e.Step.After ? "barnets trin ændres" : null,
            }.OfType<string>()
        ) + ".";

    public static string Gone(string title, DateOnly due) => $"Forsvinder: {title}, senest {Danish.Long(due)}";

    public static string Came(string title, DateOnly due) => $"Nyt: {title}, senest {Danish.Long(due)}";

    public static string Moved(string title, Requirement before, Requirement after) =>
        before.Due != after.Due
            ? $"{title}: fristen går fra {Danish.Long(before.Due)} til {Danish.Long(after.Due)}"
            : $"{title}, senest {Danish.Long(after.Due)}: {State(before.State)} bliver til {State(after.State)}";

    static string State(RequirementState state) =>
        state switch
        {
            RequirementState.OnTime => "opfyldt til tiden",
            RequirementState.Late => "opfyldt for sent",
            RequirementState.Upcoming => "kommende",
            RequirementState.Overdue => "overskredet",
            _ => "ikke opfyldt",
        };

    public static string StepMoves(int before, int after) => $"Barnet står i dag på {Step(before)}; efter rettelsen på {Step(after)}";

    static string Step(int step) => step == 0 ? "intet trin" : "trin " + step;

    public const string None = "(ingen)";
    public const string Time = "klokkeslæt";
}
