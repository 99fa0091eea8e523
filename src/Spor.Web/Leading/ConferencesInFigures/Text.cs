using Spor.Conferences;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Kernel;
using Spor.Law;
using Spor.Web.Access;
using D = Spor.Web.Leading.ConferencesInFigures.ConferenceDisclosure;

namespace Spor.Web.Leading.ConferencesInFigures;

static class Text
{
    public const string Title = "Netværksrådslagninger i tal";

    public static string Lede(ConferenceView v) =>
        $"{Danish.Long(v.Query.From)} til {Danish.Long(v.Query.To)}: {Management.Text.Place(v.Query.Filter, v.Viewing)}.";

    public const string ComparedTitle = "Nu og før",
        NowHead = "I perioden";

    public static string BeforeHead(ConferenceView v) => v.Query.Asked.Other is null ? "Før" : Danish.Capital(v.Query.Asked.OtherName);

    public static string ComparedCaption(ConferenceView v) =>
        $"{Danish.Long(v.Query.From)} til {Danish.Long(v.Query.To)} mod "
        + (
            v.Query.Asked.Other is not null
                ? v.Query.Asked.OtherName
                : $"{Danish.Long(v.Query.Before.From)} til {Danish.Long(v.Query.Before.To)}"
        );

    public static string BaselineAsDay(string day) => $"Basislinjen er brugt som dag: perioden før slutter {day}, som det er kendt i dag.";

    public const string FromExpected = "en dato som 01-11-2025, ikke efter slutdagen og højst ti år før den";

    public const string Offered = "tilbudt",
        InNewCases = "i nye sager",
        Accepted = "sagde ja",
        Held = "holdt",
        PrivateTime = "egen tid brugt",
        Plans = "plan godkendt",
        Replaced = "i stedet for en indsats";

    /// <summary>Two columns are »i nye sager«: each says what of.</summary>
    public static string Column(Counted c) =>
        c.Short != InNewCases ? c.Short
        : c.Whole == ConferenceFigures.Offered ? "tilbudt i nye sager"
        : "holdt i nye sager";

    public static string? ShareOf(ConferenceView v, Counted c)
    {
        if (c.Whole is not { } whole)
            return null;
        var of = Counted.Find(whole);
        int part = c.Value(v.Figures.All.Figures),
            all = of.Value(v.Figures.All.Figures);
        if (all == 0 || v.Hides(v.Figures.All, c) || v.Hides(v.Figures.All, of))
            return null;
        var unknown = c.Of == ConferenceFigures.PrivateTime ? v.Figures.All.Figures.PrivateTimeUnknown : 0;
        return $"af {Danish.Number(all)} {of.Short}"
            + (
                unknown == 0 ? ""
                : unknown == all ? "; det er ikke skrevet for nogen"
                : v.SeesBehind ? $"; for {Danish.Number(unknown)} er det ikke skrevet"
                : "; det er ikke skrevet for alle"
            );
    }

    public static string Behind(string figure, string shown, int count) => $"{figure}: {shown}. Se {(count == 1 ? "barnet" : "børnene")}";

    public const string MonthsTitle = "Måned for måned";
    public const string AllMonths = "Alle tal, måned for måned";
    public const string Month = "Måned",
        MonthEnd = "Til og med";

    public static string MonthName(ConferenceSlice m) =>
        m.From.Day == 1 && m.To.AddDays(1).Day == 1 ? m.To.ToString("MMMM yyyy", Danish.Culture) : $"{m.From.Day}.–{Danish.Long(m.To)}";

    public const string HowMonths =
        "Et tilbud tæller i den måned, det blev givet, og et ja i tilbuddets måned. En rådslagning tæller i den måned, den blev "
        + "holdt. Et barns team og alder er som ved månedens slutning.";
    public const string NewCasesChart = "Holdt i nye sager",
        AllChart = "Tilbudt og holdt i alle sager";

    public static string Band(MonthlyTarget t) => $"mål {t.Least}–{t.Most}";

    public static string TargetLine(MonthlyTarget t) => $"Mål: {t.Least} til {t.Most} om måneden i nye sager.";

    public const string TargetSource = "Målet er Assens Kommunes fra 2015.";

    public const string TargetNote =
        "Kilden siger ikke, om den mener tilbudte eller holdte. Spor holder målet op mod de holdte for hele kommunen. En sag er "
        + "ny, når den blev åbnet mindre end 183 dage før tilbuddet.";
    public const string Unverified = "Målet er ikke bekræftet.";

    public static string Reached(int within, int months) =>
        months == 1
            ? (within == 1 ? "Måneden lå inden for målet." : "Måneden lå ikke inden for målet.")
            : $"{within} af {months} hele måneder lå inden for målet.";

    public static string FirstOnly(int shown, int all) => $"Her står de {shown} første af {all}. Alle står i filen.";

    public const string TeamsTitle = "Efter team",
        DistrictsTitle = "Efter distrikt",
        Team = "Team",
        District = "Distrikt",
        Total = "I alt",
        NoDistrict = "Uden distrikt";
    public const string HowTeams =
        "Et barn hører til det team, der har sagen på periodens sidste dag. Det kan tælle i to team, så team lægges ikke sammen.";

    public const string StepsTitle = "Børnenes trin før og efter";

    public static string StepsNote(ConferenceView v) =>
        $"Børn med en rådslagning holdt fra {Danish.Long(v.Figures.StepsFrom)} til {Danish.Long(v.Query.To)}: et år tilbage fra "
        + $"periodens begyndelse, så et år kan være gået. Hvert barn tæller én gang, ved den første. Tallene viser, hvad der "
        + $"skete, ikke hvorfor. Andet end rådslagningen kan være grunden.";

    public const string StepHead = "Trin",
        YearBefore = "Et år før",
        OnDay = "På dagen",
        YearAfter = "Et år efter",
        PassedHead = "Året efter er gået",
        WaitingHead = "Året efter er ikke gået endnu",
        ChildrenTotal = "Børn";
    public const string WaitingBefore = "Et år før (året efter ikke gået)",
        WaitingOn = "På dagen (året efter ikke gået)";

    public static string StepsSentence(ConferenceView v)
    {
        var a = v.Figures.Steps;
        string N(int value, string key) => v.Shown(value, key);
        return $"For {Children(N(a.Passed, D.Passed))} er der gået et år. Et år efter stod {N(a.Down, D.Down)} på et lavere trin end på "
            + $"dagen, {N(a.Same, D.Same)} på det samme og {N(a.Up, D.Up)} på et højere. {Danish.Capital(N(a.WithoutStep, D.Without))} var "
            + $"uden trin en af de to dage."
            + (a.Waiting > 0 ? $" For {Children(N(a.Waiting, D.Waiting))} er året ikke gået endnu. De er talt for sig." : "");
    }

    static string Children(string shown) => shown + (shown == "1" ? " barn" : " børn");

    public static string BarLabel(int step, int count) => $"{(step == 0 ? "uden" : "trin " + Danish.Number(step))}: {Danish.Number(count)}";

    public static string StepShort(int step) => step == 0 ? "uden trin" : "trin " + Danish.Number(step);

    public const string NoneHeld = "Der er ikke holdt en rådslagning i perioden.";

    public const string ReplacedTitle = "I stedet for en indsats";
    public const string ReplacedNote =
        "Den indsats, der ville være bevilget, eller som løb, og som familiens plan trådte i stedet for. Rådgiveren skriver det, "
        + "når planen godkendes.";
    public const string Measure = "Indsats",
        Count = "Rådslagninger";
    public const string NoneReplaced = "Ingen har skrevet, at en plan trådte i stedet for en indsats i perioden.";

    public const string EvaluationTitle = "Det mente deltagerne";
    public const string EvaluationNote = "Gennemsnit fra 1 (slet ikke) til 5 (helt), om de rådslagninger, der er holdt i perioden.";
    public const string Question = "Spørgsmål",
        AnswersHead = "antal svar",
        FewAnswers = "få svar";

    public static string AnswersOf(int count) => count == 1 ? "1 svar" : Danish.Number(count) + " svar";

    public static string ByName(EvaluatedBy by) =>
        by switch
        {
            EvaluatedBy.Child => "Barnet",
            EvaluatedBy.Family => "Familien",
            _ => "Fagpersoner",
        };

    public static string QuestionName(EvaluationQuestion q) =>
        q switch
        {
            EvaluationQuestion.Heard => "Blev jeg hørt?",
            EvaluationQuestion.Decided => "Var det os, der bestemte?",
            _ => "Kan planen bruges?",
        };

    public const string NoEvaluations = "Der er ingen svar om periodens rådslagninger.";

    public const string HowTitle = "Sådan regnes det";
    public const string HowGroup =
        "Se definitionen i guiden under Netværksrådslagninger. Et barns team og alder er som på periodens sidste dag; "
        + "distrikt, målgruppe og køn er barnets egne.";
}
