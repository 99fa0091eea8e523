using Spor.Decisions;
using Spor.Facts;
using Spor.Kernel;
using Spor.Plans;
using Spor.Web.Case.History;

namespace Spor.Web.Case.Plans;

static class Text
{
    public const string NewTitle = "Ny plan";

    public static string NewLede(string child) => $"{child} · Mål og aftaler skrives på næste side.";

    public static string PlacementPlan(DateOnly due) =>
        $"Barnet er anbragt, og så skal der være en plan. Den skal være færdig senest {Danish.Long(due)}.";

    public const string Kind = "Hvilken slags plan?";
    public const string DecidedOn = "Hvornår blev det besluttet?";
    public const string Decision = "Hvilken afgørelse hører den til?";

    public static string DecisionLine(DecisionRecordFact d) => $"{Danish.Long(d.On)}: {Words.Section(d.LegalBasis, d.On)}";

    public const string Joint = "Fælles plan med søskende";
    public const string JointHint = "Hvert barn får sin egen plan, og mål kan skrives til dem alle på én gang.";

    public static string Sibling(string name, int age) => $"{name}, {age} år";

    public const string Summary = "Hvad handler planen om?";
    public const string SummaryHint = "Kort, og så familien kan læse det. Det står øverst på den plan, familien får.";
    public const string FamilySupport = "Støtte til familien";
    public const string FamilySupportHint = "Hvad får forældrene hjælp til, mens planen gælder, og bagefter?";
    public const string SaveNew = "Begynd planen";

    public static string PlanTitle(PlanFact plan) => Danish.Capital(plan.Kind.Danish());

    public static string PlanLede(string child, PlanFact plan) =>
        $"{child} · besluttet {Danish.Long(plan.DecidedOn)}"
        + (plan.FinishedOn is { } ready ? $" · færdig {Danish.Long(ready)}" : "")
        + (plan.ClosedOn is { } closed ? $" · lukket {Danish.Long(closed)}" : "");

    public const string BackToChild = "Til barnets side";
    public const string Draft = "Planen er ikke færdig endnu.";

    public static string ReadyBy(DateOnly day, bool placement, DateOnly today) =>
        $"Den {(day < today ? "skulle være" : "skal være")} færdig senest "
        + $"{Danish.Long(day)}{(placement ? ", fordi barnet er anbragt" : ", tre måneder efter beslutningen")}.";

    public static string NotNeeded(PlanFact plan) =>
        $"Det blev {Danish.Long(plan.DecidedOn)} besluttet, at der ikke er brug for en "
        + $"{plan.Kind.Danish()}{(plan.Reason is { } why ? $". Grunden: {why.TrimEnd('.')}" : "")}.";

    public static string WasClosed(DateOnly on, bool replaced) =>
        $"Planen gjaldt til {Danish.Long(on)}{(replaced ? ", hvor en ny udgave tog over" : "")}.";

    public const string ToNext = "Se den nye udgave";
    public const string RevisionBegun = "Der er begyndt en ny udgave. Denne gælder, til den nye er færdig.";
    public const string Replaces = "Dette er en ny udgave.";
    public const string ToEarlier = "Se den forrige";

    public static string Because(string why) => $". Grunden: {why}";

    public const string Goals = "Mål";
    public const string NoGoals = "Der er ingen mål endnu.";
    public const string GoalsWentOn = "Målene står i den nye udgave.";

    public static string GoalFacts(GoalFact g, PlanKind kind) =>
        string.Join(
            " · ",
            new[]
            {
                g.Theme is { } theme ? Danish.Capital(Theme1(theme, kind)) : "",
                g.Indicator is { } sign ? "Tegn: " + sign.TrimEnd('.') : "",
                g.Who is { } who ? "Hvem: " + who.TrimEnd('.') : "",
                g.EndedOn is { } on ? "Sluttede " + Danish.Long(on) : "",
            }.Where(t => t.Length > 0)
        );

    /// <summary>In a youth plan school is also education and work.</summary>
    static string Theme1(Theme theme, PlanKind kind) =>
        theme == Spor.Plans.Theme.School && kind == PlanKind.YouthPlan ? "skole, uddannelse og arbejde" : theme.Danish();

    public static IReadOnlyList<(string Value, string Text)> Themes(PlanKind kind) =>
        [.. Codes<Theme>.All.Select(t => (t.Danish(), Danish.Capital(Theme1(t, kind))))];

    public const string ScoreNow = "Giv målene en score";

    public const string NewGoal = "Nyt mål";
    public const string EditGoal = "Ret målet";
    public const string Description = "Hvad er målet?";
    public const string DescriptionHint = "Som barnet eller den unge ville sige det: »Jeg kan …«";
    public const string Indicator = "Hvad er tegnet på, at det lykkes?";
    public const string IndicatorHint = "Noget, man kan se eller høre.";
    public const string Theme = "Hvad handler målet om?";
    public const string GoalWho = "Hvem hjælper med målet?";
    public const string GoalWhoHint = "For eksempel mor, klasselæreren, kontaktpersonen.";
    public const string StartScore = "Hvor er I nu?";
    public const string StartScoreHint = "1 er slet ikke, 10 er helt nået.";
    public const string EndedOn = "Målet sluttede";
    public const string EndedOnHint = "Skriv kun en dag, når der ikke arbejdes med målet mere.";
    public const string SaveGoal = "Gem målet";
    public const string NoDescription = "Mål uden beskrivelse";
    public const string AlsoFor = "Gælder det også for søskende?";
    public const string AlsoForHint = "Sæt kryds ved dem, det også skal stå hos. De andres planer bliver ikke ændret.";

    public const string Tasks = "Hvem gør hvad hvornår";
    public const string TasksNote = "Aftaler, der ikke er gjort, står også på Min dag.";
    public const string NoTasks = "Der er ingen aftaler endnu.";
    public const string NewTask = "Ny aftale";
    public const string EditTask = "Ret aftalen";
    public const string SaveTask = "Gem aftalen";
    public const string What = "Hvad skal gøres?";
    public const string Who = "Hvem?";
    public const string WhoHint = "For eksempel mor, skolen, jeg.";
    public const string WhatHeading = "Hvad";
    public const string WhoHeading = "Hvem";
    public const string DueOn = "Senest";
    public const string ForGoal = "Hører til målet";

    public static string ForGoalOf(string goal) => "Til målet: " + goal;

    public const string DoneOn = "Gjort";
    public const string Overdue = " (overskredet)";
    public const string Tick = "Gjort";

    public static string TickLabel(PlanActionFact task) => $"Gjort: {task.What}";

    public const string About = "Om planen";
    public const string EditTitle = "Ret teksten om planen";
    public const string NotWritten = "ikke skrevet";
    public const string Reason = "Begrundelse";
    public const string JointWith = "Fælles med";

    public static string StepTitle(PlanStep step) =>
        step switch
        {
            PlanStep.Finish => "Gør planen færdig",
            PlanStep.Close => "Luk planen",
            _ => "Revidér planen",
        };

    public static string StepNote(PlanStep step) =>
        step switch
        {
            PlanStep.Finish =>
                "Fra den dag gælder planen. Er det en ny udgave, tager den over, og det, der ikke er gjort endnu, følger med.",
            PlanStep.Close => "En lukket plan kan læses, men ikke ændres.",
            _ => "Der begynder en ny udgave med de mål, der stadig er i gang, og deres scorer. Den gamle gælder, til den nye er "
                + "færdig, og kan altid læses.",
        };

    public static string StepDay(PlanStep step) =>
        step switch
        {
            PlanStep.Finish => "Hvornår blev den færdig?",
            PlanStep.Close => "Hvornår lukkes den?",
            _ => "Hvornår blev det besluttet?",
        };

    public static string StepReason(PlanStep step) => step == PlanStep.Close ? "Hvorfor lukkes den?" : "Hvorfor revideres den?";

    public static string StepSave(PlanStep step) =>
        step switch
        {
            PlanStep.Finish => "Gør planen færdig",
            PlanStep.Close => "Luk planen",
            _ => "Begynd den nye udgave",
        };

    public const string YouthTitle = "Er der brug for en ungeplan?";

    public static string YouthLede(string child) => $"{child} · Det skal besluttes, når den unge fylder 16 år (Barnets lov § 108).";

    public const string YouthMandatory =
        "Den unge er anbragt, og så skal der være en ungeplan. Den skal være færdig senest tre måneder efter, at den unge fyldte "
        + "16 år, eller efter at en senere anbringelse blev besluttet.";
    public const string YouthNeeded = "Skal der laves en ungeplan?";
    public const string YouthReason = "Hvorfor?";
    public const string YouthReasonHint = "Skal skrives, hvis der ikke er brug for en ungeplan.";

    // The page that the family gets.
    public const string ToPrint = "Udskriv til familien";
    public const string PrintTitle = "Plan til familien";
    public const string PrintHow =
        "Sådan ser planen ud, når familien får den. Udskriv med Ctrl + P. Kun det, der står på arket, kommer med.";
    public const string BackToPlan = "Tilbage til planen";
    public const string OnlyThis = "Kun dette barn";

    public static string AllSiblings(int count) => $"Alle {count} søskende, et ark hver";

    public static string SheetTitle(PlanSheet s) =>
        $"{Danish.Genitive(s.Name)} {(s.Plan.Kind == PlanKind.YouthPlan ? "ungeplan" : "plan")}";

    public static string SheetLede(PlanFact plan, bool joint) =>
        (plan.FinishedOn is { } on ? $"Planen gælder fra {Danish.Long(on)}." : $"Vi begyndte på planen {Danish.Long(plan.DecidedOn)}.")
        + (plan.ClosedOn is { } closed ? $" Den gjaldt til {Danish.Long(closed)}." : "")
        + (joint ? " Den er fælles med søskende." : "");

    public const string SheetDraft = "Planen er ikke færdig endnu. Vi skriver videre på den sammen.";
    public const string SheetAbout = "Hvad vil vi gerne?";
    public const string SheetGoals = "Vores mål";
    public const string SheetNoGoals = "Vi har ikke skrevet mål endnu.";
    public const string SheetScale = "Ringen er, hvor vi begyndte. Den fyldte cirkel er, hvor vi er nu. 10 er helt i mål.";
    public const string SheetSign = "Vi kan se, det lykkes, når:";
    public const string SheetHelps = "Vi får hjælp af:";

    public static string SheetScores(IReadOnlyList<MeasurementFact> scores) =>
        scores.Count == 1
            ? $"Vi begyndte på {scores[0].Score} ({Danish.Long(scores[0].On)})."
            : $"Vi begyndte på {scores[0].Score} ({Danish.Long(scores[0].On)}) og er nu på {scores[^1].Score} "
                + $"({Danish.Long(scores[^1].On)}).";

    public const string SheetNotScored = "Sæt selv et kryds, hvor I synes, I er nu.";

    public static string PictureLabel(IReadOnlyList<MeasurementFact> scores) =>
        scores.Count == 0 ? "Stige fra 1 til 10 uden mærke" : $"Stige fra 1 til 10: begyndte på {scores[0].Score}, nu {scores[^1].Score}";

    public const string SheetTasks = "Det har vi aftalt";
    public const string SheetSupport = "Hjælp til familien";
    public const string SheetNext = "Hvornår ses vi igen?";

    public static string SheetNextBy(DateOnly? day) =>
        day is { } d ? $"Vi taler om planen igen senest {Danish.Long(d)}." : "Vi aftaler sammen, hvornår vi taler om planen igen.";

    public static string SheetCaseworker(string name) => $" Du kan altid ringe til {name}, som er din rådgiver.";

    public const string SheetSign2 = "Underskrift";

    public static IReadOnlyList<string> Signatures(PlanSheet s) => [s.Name, "Forælder", "Forælder", "Rådgiver"];

    public static string SheetPrinted(DateOnly day) => $"Udskrevet {Danish.Long(day)}.";
}
