using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Reports;
using Spor.Requirements;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Leading.Council;

/// <summary>The words of the council's report and the pages around it.</summary>
static partial class Text
{
    // --- the pages
    public const string Title = "Rapport til byrådet";
    public const string Lede =
        "Et bilag til byrådet eller udvalget: to sider og et tillæg med forklaringer. Små tal er skjult, så man ikke kan genkende et barn. En rapport, "
        + "der er lavet, kan altid hentes igen, som den var.";
    public const string ListTitle = "Rapporter";
    public const string ListCaption = "Rapporter, den nyeste øverst";
    public const string Empty = "Der er ikke lavet nogen rapport endnu.";
    public const string Period = "Periode";
    public const string ComparedWith = "Sammenlignet med";
    public const string State = "Tilstand";
    public const string Draft = "Kladde";
    public const string Final = "Færdig";
    public const string MadeBy = "Lavet af";
    public const string Files = "Hent";
    public const string NewTitle = "Lav en rapport";
    public const string NewNote =
        "Periodens tal skal være offentliggjort: det er de, når den 10. i måneden efter er gået. Rapporten bliver en kladde, som du kan "
        + "læse, før du gør den færdig.";
    public const string From = "Fra og med";
    public const string To = "Til og med";
    public const string Baseline = "Basislinje";
    public const string OwnDay = "Vælg en dag selv";
    public const string BaselineDay = "Sammenlign med dagen";
    public const string BaselineDayHint = "Bruges, når du ikke vælger en basislinje. Perioden før ender den dag og er lige så lang.";
    public const string DayHint = "Skriv den som 31-10-2026.";
    public const string Make = "Lav kladde";
    public const string WrongTitle = "Rapporten er ikke lavet";
    public const string MadeIt = "Kladden er lavet.";
    public const string FinishedIt = "Rapporten er færdig og kan ikke længere slettes.";
    public const string ThrownAway = "Kladden er slettet.";
    public const string Open = "Åbn, og udskriv";
    public const string Word = "Word";
    public const string Excel = "Excel";
    public const string Page = "Siden";
    public const string PrintAgain = "Hent filerne igen";
    public const string PrintAgainNote =
        "Her er filerne, præcis som de blev lavet. De ændrer sig aldrig, heller ikke når oplysninger rettes, eller Spor bliver nyere.";
    public const string Recompute = "Regn efter";
    public const string RecomputeNote =
        "Spor regner rapporten igen med programmet, som det er i dag, på den samme dag og det samme registreringsnummer.";
    public const string RecomputeSame = "Alle tal er de samme.";

    public static string RecomputeDiffers(int n) => n == 1 ? "1 tal er et andet." : $"{Danish.Number(n)} tal er andre.";

    public const string RecomputeCaption = "Tal, som programmet i dag regner anderledes end det, der printede rapporten";
    public const string Figure = "Tal";
    public const string Printed = "I rapporten";
    public const string Recomputed = "Regnet i dag";
    public const string NotThere = "findes ikke";
    public const string HiddenValue = "skjult";
    public const string Finish = "Gør færdig";
    public const string FinishNote = "Når rapporten er sendt, gør du den færdig. Så bliver den stående.";
    public const string ThrowAway = "Slet kladden";
    public const string Back = "Alle rapporter";
    public const string Hash = "Kontroltal (SHA-256)";
    public const string Basis = "Grundlag";

    public static string ReportTitle(DateOnly from, DateOnly to) => $"Rapport for {Danish.Long(from)} til {Danish.Long(to)}";

    public static string BasisOf(ReportFact r) => $"registrering nr. {Danish.Number(r.StandsOn)}, Spor {r.Program}";

    public static string By(string who, DateOnly on) => $"{who}, {Danish.Long(on)}";

    public static string ForWheel(string committee, DateOnly due) => $"Lavet til {committee}, {Danish.Long(due)}.";

    public const string ChooseTitle = "Filer";
    public const string SizeHead = "Fil";

    public static string NotADay(string typed) => $"»{typed}« er ikke en dato. Skriv den som 31-10-2026.";

    // --- the paper
    public const string PaperTitle = "Børn, unge og familier med behov for støtte";

    public static string PaperSubtitle(string municipality, DateOnly from, DateOnly to) => $"{municipality}. {Span(from, to)}";

    public static string PaperCompared(CouncilFigures f) => $"Sammenlignet med {Span(f.Question.FromBefore, f.Question.BaselineDay)}.";

    public const string BasisTitle = "Hvad er tallene regnet af?";

    public static string PaperBasis(CouncilFigures f, string program) =>
        $"Regnet ud fra de tal, der er offentliggjort for {Danish.Long(f.PublishedOn)} (registrering nr. {Danish.Number(f.EntryNo)}, "
        + $"version {program}).";

    public const string Summary = "Kort fortalt";
    public const string KeyTitle = "Nøgletal";
    public const string KeyCaption = "Nøgletal før og nu";
    public const string LadderTitle = "Indsatstrappen";
    public const string LadderCaption = "Børn på hvert trin";
    public const string NotificationsTitle = "Underretninger";
    public const string NotificationsCaption = "Underretninger efter, hvem der underrettede";
    public const string LawTitle = "Lovens frister";
    public const string LawCaption = "Krav med frist i perioden, og hvor mange der blev opfyldt til tiden";
    public const string PlacementsTitle = "Anbringelser";
    public const string PlacementsCaption = "Anbragte børn efter form";
    public const string ConferencesTitle = "Netværksrådslagninger";
    public const string LoadTitle = "Børn pr. rådgiver";
    public const string LoadCaption = "Børn med aktiv sag pr. årsværk ved hver måneds udgang";
    public const string AppendixTitle = "Tillæg: sådan er tallene gjort op";
    public const string DefinitionsTitle = "Tallene";
    public const string DefinitionsCaption = "Hvad tallene betyder";
    public const string ChanceTitle = "Hvornår kaldes noget en ændring?";
    public const string SmallTitle = "Små tal";
    public const string Definition = "Sådan regnes det";
    public const string Kind = "Nøgletal";
    public const string Step = "Trin";
    public const string Form = "Form";
    public const string Notifier = "Hvem underrettede";
    public const string Rule = "Krav";
    public const string Due = "Frister";
    public const string NotInTime = "Ikke til tiden";
    public const string InTime = "Til tiden";
    public const string InTimeBefore = "Til tiden før";
    public const string Verdict = "Vurdering";
    public const string Month = "Dag";
    public const string PerFte = "Børn pr. årsværk";
    public const string BackToReports = "Tilbage til rapporterne";
    public const string PrintHint = "Udskriv med browserens udskrift (Ctrl + P).";
    public const string AllLaw = "Alle lovens krav";
    public const string AllModel = "Kommunens egne krav";

    public static string Span(DateOnly from, DateOnly to) =>
        from.Year == to.Year
            ? $"{from.ToString("d. MMMM", Danish.Culture)} til {Danish.Long(to)}"
            : $"{Danish.Long(from)} til {Danish.Long(to)}";

    public static string On(DateOnly day) => Danish.Short(day);

    public static string PeriodHead(DateOnly from, DateOnly to) => $"{Danish.Short(from)} – {Danish.Short(to)}";

    /// <summary>The size first, then whether it may be chance.</summary>
    public static string VerdictOf(Difference step, Tendency tendency) =>
        step.IsUnknown ? NotTold
        : step.IsNone ? "uændret"
        : tendency switch
        {
            Tendency.Rise or Tendency.Fall => $"{step.Words}, {Rarely}",
            Tendency.Unchanged => $"{step.Words}, kan være tilfældigt",
            _ => step.Words,
        };

    const string Rarely = "næppe tilfældigt";
    public const string NotTold = "vises ikke";

    /// <summary>True for the words of a change, which stand out.</summary>
    public static bool IsVerdict(string shown) => shown.EndsWith(Rarely, StringComparison.Ordinal);

    /// <summary>How a figure stands to what it was: how much, and then whether it may be chance.</summary>
    static string Against(Difference step, Tendency tendency, string before, string when) =>
        step.IsUnknown ? $"{Danish.Capital(when)} var det {before}."
        : step.IsNone ? $"Det er det samme som {when}."
        : $"Det er {step.Words} end {when} ({before})"
            + tendency switch
            {
                Tendency.Rise or Tendency.Fall => ", og så stor en forskel giver tilfældet sjældent.",
                Tendency.Unchanged => ". Så stor en forskel kan være tilfældig.",
                _ => ".",
            };

    /// <summary>»perioden før« after a preposition of its own.</summary>
    static string Bare(string when) => when.StartsWith("i ", StringComparison.Ordinal) ? when[2..] : when;

    static string Sentence(string now, Difference step, Tendency tendency, string? before, string when) =>
        before is null ? $"{now} Tallet fra {Bare(when)} vises ikke." : $"{now} {Against(step, tendency, before, when)}";

    static string OnDay(DateOnly day) => $"den {Danish.Long(day)}";

    const string PeriodBefore = "i perioden før";

    public static string Children(CouncilQuestion q, string now, string? before, Difference step, Tendency t) =>
        Sentence($"{Subject(now)} havde en aktiv sag {OnDay(q.To)}.", step, t, before, OnDay(q.BaselineDay));

    static string Subject(string count) => count == "1" ? "1 barn" : $"{count} børn og unge";

    public static string Load(string now, Difference step, Tendency t, string? before, DateOnly day, (double Before, double Now) fte) =>
        Sentence($"Hver rådgiver på fuld tid havde {now} børn i gennemsnit.", step, t, before, OnDay(day))
        + (
            Math.Abs(fte.Now - fte.Before) < 0.005
                ? ""
                : $" Der var {Danish.Number(fte.Now, 1)} årsværk mod {Danish.Number(fte.Before, 1)} dengang."
        );

    public static string Placed(string now, string? before, Difference step, Tendency t, DateOnly day) =>
        Sentence($"{now} børn var anbragt uden for hjemmet.", step, t, before, OnDay(day));

    public static string NewPlacements(string now, string? before, Difference step, Tendency t) =>
        Sentence($"Der begyndte {now} nye anbringelser i perioden.", step, t, before, PeriodBefore);

    public static string Family(string now, string? before, Difference step, Tendency t, DateOnly day) =>
        Sentence(
            $"Af de børn, der var anbragt i plejefamilie eller på børne- og ungehjem, boede {now} i en plejefamilie.",
            step,
            t,
            before,
            OnDay(day)
        );

    public static string Months(string now, string? before, Difference step, DateOnly day) =>
        Sentence($"De anbragte børn havde været anbragt i {now} måneder i gennemsnit.", step, Tendency.Untested, before, OnDay(day));

    public static string NotPlacedAfter(string now, string? before, Difference step, Tendency t, DateOnly day) =>
        Sentence($"Af de børn, der var anbragt et år tidligere, var {now} ikke længere anbragt.", step, t, before, OnDay(day));

    public static string Notifications(string now, string? before, Difference step, Tendency t) =>
        Sentence($"Kommunen fik {now} underretninger i perioden.", step, t, before, PeriodBefore);

    public static string NotifiedChildren(string count) => $"De handlede om {count} børn.";

    /// <param name="mixed">The later share on the earlier period's mix of rules, where it says something else.</param>
    public static string Compliance(bool law, string now, string? before, Difference step, Tendency t, string? mixed) =>
        Sentence(
            $"{(law ? "Lovens krav" : "Kommunens egne krav, som kommer oven i loven,")} blev opfyldt til tiden i {now} af tilfældene.",
            step,
            t,
            before,
            PeriodBefore
        ) + (mixed is null ? "" : $" Med samme fordeling af frister som dengang ville det være {mixed}.");

    public static string Rule24(string now, string? before, Difference step, Tendency t) =>
        Sentence($"Underretninger blev vurderet inden for fristen i {now} af tilfældene.", step, t, before, PeriodBefore);

    public static string Moves(string down, string up, DateOnly from, DateOnly to, Tendency t) =>
        $"Fra {OnDay(from)} til {OnDay(to)} gik {down} børn et eller flere trin ned ad trappen og {up} op. "
        + t switch
        {
            Tendency.Rise => "Så stor en overvægt nedad giver tilfældet sjældent. Ned er ikke godt i sig selv.",
            Tendency.Fall => "Så stor en overvægt opad giver tilfældet sjældent. Op kan være den rette hjælp i tide.",
            _ => "Forskellen på de to tal kan være tilfældig.",
        };

    public static string StepMoved(int step, Difference change) =>
        $"På trin {step} er der {change.Words} børn end på den dag, der sammenlignes med, og så stor en forskel giver tilfældet sjældent.";

    public const string NoStepMoved = "På de enkelte trin er ingen ændring større, end at den kan være tilfældig.";
    public const string StairsAreNoNumbers = "Tallet over hvert trin er antallet af børn. Trinnenes højde viser kun deres rækkefølge.";

    public static string Offered(string now, string? before, Difference step, Tendency t) =>
        Sentence($"Familier fik tilbudt {now} netværksrådslagninger.", step, t, before, PeriodBefore);

    public static string Held(string held, string? accepted) =>
        accepted is null
            ? $"Der blev holdt {held}."
            : $"Familierne sagde ja til {accepted} af dem. " + $"Der blev holdt {held} i perioden. Nogle af dem kan være tilbudt før.";

    public static string HiddenOf(string what) => $"{what}: tallet er skjult, for af det kunne nogle få børn kendes.";

    public static string Aside(string files) =>
        $"Ved importen er rækker lagt til side ({files}). De mangler i rapportens tal. Det, Spor vidste om dem før, er med.";

    // --- corrected
    public const string CorrectedTitle = "Rettet siden en tidligere rapport";

    public static string CorrectedLine(CorrectedCount c) =>
        $"{KeyName(c.Key)}: {Danish.Number(c.Now)}. I den tidligere rapport stod der {Danish.Number(c.Was)}.";

    public static string KeptLine(int counts) =>
        (counts == 1 ? "1 tal står" : $"{Danish.Number(counts)} tal står")
        + " som i en tidligere rapport, selv om oplysninger er rettet siden. Rettelsen handler om færre end 5 børn.";

    // --- targets
    public const string TargetsTitle = "Mål";
    public const string TargetsCaption = "Det, der er sat et mål for";
    public const string TargetHead = "Mål";
    public const string MetHead = "Nået?";
    public const string Met = "nået";
    public const string NotMet = "ikke nået";
    public const string NothingToMeet = "–";
    public const string NotReported = "ikke oplyst";
    public const string NobodyPlaced = "ingen anbragt i familie eller på institution";
    public const string NoneDue = "ingen havde frist";
    public const string NoCeiling = "intet team har et loft";
    public const string MonthlyName = "Netværksrådslagninger i nye sager";
    public const string CeilingName = "Team inden for deres loft for børn pr. rådgiver";
    public const string CeilingTarget = "alle";

    public static string AtLeast(string share) => "mindst " + share;

    public static string AMonth(int least, int most) => $"{least}–{most} om måneden";

    public static string MonthsWithin(int within, int months) => $"{within} af {months} måneder inden for målet";

    public static string TeamsWithin(int within, int all) => $"{within} af {all} team";

    public static string FollowUpName(Rule rule) =>
        rule == Spor.Requirements.Rule.PlacementFollowUp ? "Opfølgning på anbringelser" : "Opfølgning på forebyggende indsatser";

    public static string FollowUpTarget(Rule rule) => rule == Spor.Requirements.Rule.PlacementFollowUp ? "3 om året" : "4 om året";

    public static string KeptInTime(string share) => $"{share} til tiden";

    public static string GoalOf(string way, double change) =>
        (
            way switch
            {
                "down" => "gik ned",
                "up" => "gik op",
                _ => "blev på deres trin",
            }
        ) + $" {(change > 0 ? "+" : change < 0 ? "−" : "")}{Danish.Number(Math.Abs(change), 1)}";

    public static string GoalsSentence(IReadOnlyList<string> told) =>
        $"Børnenes mål er gået så meget frem eller tilbage i snit, på en skala fra 1 til 10: hos dem, der {string.Join(", hos dem, der ", told)}.";

    // --- names of figures
    public const string OpenedName = "Sager åbnet i perioden";
    public const string OverdueName = "Lovkrav over fristen på dagen";
    public const string FteName = "Rådgivere, årsværk";
    public const string CaseName = "Børn med aktiv sag";
    public const string LoadName = "Børn pr. rådgiverårsværk";
    public const string LadderName = "Børn på trappen";
    public const string PlacedName = "Anbragte børn";
    public const string NewName = "Nye anbringelser i perioden";
    public const string FamilyName = "Andel i plejefamilie";
    public const string MonthsName = "Måneder anbragt i gennemsnit";
    public const string NotPlacedName = "Ikke anbragt et år efter";
    public const string NotificationsName = "Underretninger i perioden";
    public const string NotifiedName = "Børn, der blev underrettet om";
    public const string LawName = "Lovens krav opfyldt til tiden";
    public const string ModelName = "Kommunens egne krav opfyldt til tiden";
    public const string OfferedName = "Netværksrådslagninger tilbudt";
    public const string AcceptedName = "Netværksrådslagninger: ja tak";
    public const string HeldName = "Netværksrådslagninger holdt";

    public static string FormName(PlacementForm form) =>
        form switch
        {
            PlacementForm.Foster => "Plejefamilie eller netværkspleje",
            PlacementForm.Institution => "Børne- og ungehjem, institution",
            _ => Danish.Capital(Placements.NameOf(form)),
        };

    public static string GroupName(string key) =>
        key switch
        {
            "school" => "Skole og dagtilbud",
            "health" => "Sundhedsplejerske, læge og sygehus",
            "authority" => "Politi og andre kommuner",
            "family" => "Familie, barnet selv og borgere",
            _ => "Anonyme og andre",
        };
}
