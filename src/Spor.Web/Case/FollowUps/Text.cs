using Spor.Facts;
using Spor.FollowUps;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Plans;
using Spor.Requirements;

namespace Spor.Web.Case.FollowUps;

static class Text
{
    public const string Title = "Følg op";

    public static string Lede(string child, string measure, InterventionFact m) =>
        $"{child} · {measure}, fra {Danish.Long(m.From)}{(m.To is { } to ? " til " + Danish.Long(to) : "")}";

    public const string HowFar = "Hvor langt er målene?";
    public const string HowFarNote = "1 er slet ikke, 10 er helt nået. Spring de mål over, I ikke har talt om.";
    public const string NoGoalsHere = "Barnet har ingen mål i en åben plan, så der er intet at score.";
    public const string ToPlan = "Lav en plan";
    public const string Tasks = "Hvilke aftaler er opfyldt?";

    public static IReadOnlyList<(string Value, string Text)> TaskOptions(IEnumerable<PlanActionFact> tasks) =>
        [
            .. tasks.Select(t =>
                (
                    t.Id.ToString(System.Globalization.CultureInfo.InvariantCulture),
                    string.Join(
                        ", ",
                        new[]
                        {
                            t.What ?? "Aftale uden ord",
                            t.Who,
                            t.DueOn is { } due ? "senest " + Danish.Long(due) : null,
                        }.OfType<string>()
                    )
                )
            ),
        ];

    public static string LastTime(FollowUpFact f) => $"Sidst, {Danish.Long(f.On)}:";

    public static string InMonths(int n) => n == 1 ? "Om 1 måned" : $"Om {n} måneder";

    public const string Longer = "Bliver der længere til næste gang?";

    public static string AnotherDay(DateOnly on) => $"Fulgt op {Danish.Long(on)}. Var det en anden dag?";

    public const string Voices = "Hvad siger de?";
    public const string ChildsVoice = "Barnet";
    public const string ChildsVoiceHint = "Med barnets egne ord, hvis du kan.";
    public const string Spoke = "Jeg talte selv med barnet";
    public const string SpokeHint = "Så skrives det også som en samtale med barnet. Du skal ikke skrive det igen.";
    public const string ParentsVoice = "Forældrene";
    public const string Note = "Hvad så du, og hvad aftalte I?";
    public const string Deciding = "Beslutning";
    public const string Outcome = "Hvad skal der ske med indsatsen?";
    public static IReadOnlyList<(string Value, string Text)> Outcomes { get; } =
    [
        (FollowUpOutcome.Continue.Danish(), "Fortsæt, som den er"),
        (FollowUpOutcome.Adjust.Danish(), "Justér den"),
        (FollowUpOutcome.StepDown.Danish(), "Et trin ned"),
        (FollowUpOutcome.StepUp.Danish(), "Et trin op"),
        (FollowUpOutcome.End.Danish(), "Afslut den"),
    ];
    public const string OutcomeHint = "Vælger du andet end at fortsætte, kommer du videre til siden, hvor det gøres.";
    public const string NextBy = "Næste opfølgning senest";

    public static string NextHint(bool individual, bool first, IReadOnlyList<CadenceClock> clocks)
    {
        var model = clocks.FirstOrDefault(c => !c.IsLaw)?.After is { } day ? $" Kommunens eget mål er senest {Danish.Long(day)}." : "";
        return (
                individual
                    ? first
                        ? "Beslut for dette barn, hvor ofte der skal følges op."
                        : "Samme afstand som sidst. Ret, hvis det skal være anderledes."
                    : "Kan stå tom."
            ) + model;
    }

    public const string CadenceReason = "Hvorfor så ofte?";
    public const string ReasonFirst = "Loven kræver en begrundelse første gang (Barnets lov § 95).";
    public const string ReasonLater = "Skriv kun noget, hvis der bliver længere til næste gang.";
    public const string On = "Hvornår fulgte du op?";
    public const string SameDay = "Det er en anden opfølgning samme dag";
    public const string Save = "Gem opfølgningen";

    public const string Clocks = "To frister for opfølgning";

    public static string ClocksNote(DateOnly on) =>
        $"Lovens og kommunens egen frist gælder ved siden af hinanden. Sådan bliver de, hvis du følger op {Danish.Long(on)}.";

    public const string Which = "Frist";
    public const string DueNow = "Frist nu";
    public const string DueAfter = "Næste frist";

    public static string Clock(CadenceClock c) =>
        c.IsLaw ? "Lovens"
        : c.Rule == Rule.PlacementFollowUp ? "Kommunens egen, 3 om året"
        : "Kommunens egen, 4 om året";

    public const string NothingDue = "ingen";

    public static string After(CadenceClock c) =>
        c.After is { } day ? Danish.Long(day)
        : c.IsLaw ? "den dag, du beslutter"
        : "ingen";

    public const string Earlier = "Sidste gange";
    public const string NoneEarlier = "Det er første opfølgning på indsatsen.";

    public static string EarlierHead(FollowUpFact f) => Danish.Long(f.On) + (f.Outcome is { } o ? ": " + o.Danish() : "");

    public const string ChildSaid = "Barnet:";
    public const string ParentsSaid = "Forældrene:";
    public const string Because = "Derfor følges der op så ofte:";

    public const string ScoreTitle = "Scor målene";

    public static string ScoreLede(string child) => $"{child} · 1 er slet ikke, 10 er helt nået. Scor kun det, I har talt om.";

    public const string ScoredOn = "Hvornår?";
    public const string SaveScores = "Gem scorerne";
    public const string NoGoals = "Barnet har ingen mål i en åben plan.";
    public const string NoDescription = "Mål uden beskrivelse";

    public static string LastScore(GoalFact goal, IReadOnlyList<MeasurementFact> scores) =>
        (goal.Indicator is { } sign ? $"Tegn: {sign.TrimEnd('.')}. " : "")
        + (
            scores.Count == 0 ? "Ikke scoret før."
            : scores.Count == 1 ? $"Start: {scores[0].Score} ({Danish.Short(scores[0].On)})."
            : $"Start: {scores[0].Score}. Sidst: {scores[^1].Score} ({Danish.Short(scores[^1].On)})."
        );
}
