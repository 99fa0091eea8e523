using System.Globalization;
using Spor.Facts;
using Spor.Kernel;
using Spor.Recovery;
using Spor.Supervision;

namespace Spor.Web.Leading.CaseReadings;

static class Text
{
    public const string Title = "Ledelsestilsyn",
        Lede = "Udvalgte sager læses trin for trin. Spor trækker lod og tæller dagene. Læseren vurderer kvaliteten.",
        StartLink = "Udtræk sager",
        AuditLink = "Ekstern gennemgang",
        TemplateNewLink = "Ny skabelon",
        RoundsTitle = "Runder",
        NoRounds = "Der er ikke udtrukket sager endnu. Tryk på Udtræk sager for at begynde.",
        NameHead = "Runde",
        DrawnHead = "Udtrukket",
        UntilHead = "Læses senest",
        CasesHead = "Sager",
        ReadHead = "Læst",
        WholeHead = "Alt i orden",
        LowHead = "Mindst",
        HighHead = "Højst",
        BetweenHead = "Ligger mellem",
        TemplatesTitle = "Skabeloner",
        TemplatesNote =
            "En skabelon ændres aldrig. Når du retter den, gemmes en ny udgave, og de runder, der er i gang, bliver på deres egen udgave.",
        NoTemplates = "Der er ingen skabelon endnu. Begynd med Spors forslag, og ret spørgsmålene, så de passer til jer.",
        EditTemplate = "Ret",
        OwnOnlyAlways = "Tallene er af de sager, som den, der hentede dem, må se.",
        Own = "Tallene er af de sager i runden, du må se i dag.";

    public static string Step(ReadingStep step) => Danish.Capital(step.Danish());

    public static string NameOf(ReadingRoundFact r) => r.Name ?? Title;

    public static string Percent(double value) => $"{Danish.Number(value * 100, 0)} %";

    public static string Counted(Share? share) =>
        share is not { Of: > 0 } s ? "ikke relevant" : $"{Danish.Number(s.Yes)} af {Danish.Number(s.Of)}";

    public static string Between(Share s) => s.Of == 0 ? "–" : $"{Danish.Number(s.Interval.Low * 100, 0)}–{Percent(s.Interval.High)}";

    /// <summary>With a word where the interval is so wide that it says nothing.</summary>
    public static string BetweenOf(Share s) => Between(s) + (s is { Of: > 0, IsTooSmall: true } ? $" ({TooSmall})" : "");

    public static string Score(double? score) => score is { } s ? Danish.Number(s * 100, 0) : "–";

    public static string StateOf(ReadingRoundFact r, DateOnly today) =>
        r.EndedOn is { } ended ? $"afsluttet {Danish.Short(ended)}"
        : r.Until < today ? "fristen er gået"
        : "i gang";

    public static string VersionOf(ReadingTemplateFact t) =>
        $"{t.Name}, udgave {t.Version.ToString(CultureInfo.InvariantCulture)} fra {Danish.Long(t.On)}";

    public static string TemplateLine(ReadingTemplateFact t) =>
        $"udgave {t.Version.ToString(CultureInfo.InvariantCulture)} fra {Danish.Long(t.On)}, {Danish.Number(t.Asks.Count)} spørgsmål";

    public static string EditOf(ReadingTemplateFact t) => $"Ret skabelonen »{t.Name}«";

    // A round
    public const string StepsTitle = "Trin for trin",
        StepHead = "Trin",
        InOrderHead = "Alt i orden",
        OfHead = "Relevant i",
        ShareHead = "Andel",
        ScoreHead = "Score (0–100)",
        BeforeHead = "Sidste gang",
        ChangeHead = "Forskel",
        QuestionsTitle = "Spørgsmål for spørgsmål",
        QuestionHead = "Spørgsmål",
        TemplateLabel = "Skabelon",
        SeedHead = "Lodtrækningens tal",
        SeedLine = "Lodtrækningens tal:",
        StepsCaption = "Sager, hvor alt det relevante i trinnet er besvaret med ja",
        IntervalNote =
            "Ligger mellem: Stikprøven er et udsnit. Havde I læst alle sagerne, ville andelen med 95 procents sikkerhed ligge mellem de to tal. "
            + "Score: ja tæller 100, delvist 50 og nej 0. Sager, hvor trinnet ikke er relevant, er ikke talt med.",
        TooSmall = "for få til at sige noget",
        AgreementTitle = "Er to læsere enige?",
        ActionsTitle = "Handlinger",
        NoActions = "Der er ingen handlinger endnu.",
        ActionAdd = "Tilføj en handling",
        ActionSave = "Tilføj handlingen",
        WhatLabel = "Hvad skal gøres?",
        WhatHint = "Ingen navne på børn eller forældre.",
        WhoLabel = "Hvem gør det?",
        WhoHead = "Hvem",
        DueLabel = "Senest",
        FollowUpLabel = "Følges op",
        FollowUpHint = "Den dag ser I efter, om det hjalp.",
        StepLabel = "Trin i sagen",
        StateHead = "Tilstand",
        EffectLabel = "Hvad kom der ud af det?",
        ActionTitle = "Ret handlingen",
        ActionEdit = "Ret",
        CasesTitle = "De udtrukne sager",
        ChildHead = "Barn",
        CaseworkerHead = "Rådgiver",
        ReaderHead = "Læser",
        ReadOnHead = "Læst",
        NotRead = "ikke læst endnu",
        SecondReader = "anden læser",
        NoCases = "Ingen af rundens sager hører til dem, du må se.",
        ChangeLink = "Ret navn eller frist",
        WordLink = "Hent som Word",
        CompareNote = "Forskellen er regnet trin for trin. Er nul mellem de to yderste tal, kan forskellen skyldes lodtrækningen.";

    public static string ReportTitle(ReadingRoundFact r) => $"{(r.IsFromOutside ? "Ekstern gennemgang" : Title)}: {NameOf(r)}";

    public static string Seed(ReadingRoundFact r) => r.Seed.ToString(CultureInfo.InvariantCulture);

    public static string Answer(RoundResult r)
    {
        if (r.Read == 0)
            return $"Ingen af de {Danish.Number(r.Drawn)} udtrukne sager er læst endnu.";
        var (low, high) = r.Whole.Interval;
        return $"{Danish.Number(r.Read)} af {Danish.Number(r.Drawn)} sager er læst. I {Danish.Number(r.Whole.Yes)} af dem er alt i orden, og scoren er {Score(r.Score)}. "
            + (
                r.Whole.IsTooSmall
                    ? $"Det er for få sager til at sige noget om resten: andelen kan være alt mellem {Percent(low)} og {Percent(high)}."
                    : $"Havde I læst alle sagerne, ville andelen ligge mellem {Percent(low)} og {Percent(high)}."
            );
    }

    public static string Change(Share now, Share? before) =>
        before is { } b && now.Less(b) is var (difference, low, high)
            ? $"{Danish.Signed((long)Math.Round(difference * 100))} procentpoint (mellem {Danish.Signed((long)Math.Round(low * 100))} og {Danish.Signed((long)Math.Round(high * 100))})"
            : "–";

    public static string AgreementOf(Agreement a)
    {
        var said =
            $"{Danish.Number(a.Cases)} {(a.Cases == 1 ? "sag er" : "sager er")} læst af to. De svarede ens på {Danish.Number(a.Alike)} af {Danish.Number(a.Answers)} spørgsmål. ";
        if (a.Kappa is not { } kappa)
            return said + "Begge gav samme svar overalt, så enigheden ud over tilfældet kan ikke regnes ud.";
        return said
            + $"Cohens kappa er {Danish.Number(kappa, 2)}"
            + (
                a is { Low: { } low, High: { } high }
                    ? $" (mellem {Danish.Number(low, 2)} og {Danish.Number(high, 2)})."
                    : ". Der skal mindst to sager til at sige, hvor sikkert tallet er."
            )
            + " 1 er fuld enighed, og 0 er ikke mere, end tilfældet ville give.";
    }

    public static string StateOf(ReadingActionFact a, DateOnly day) =>
        (
            a.DoneOn is { } done ? $"gjort {Danish.Long(done)}"
            : a.State == ActionState.GivenUp ? "opgivet"
            : $"{a.State.Danish()}, senest {Danish.Long(a.DueOn)}" + (a.DueOn < day ? " (over datoen)" : "")
        ) + (a.Effect is { } effect ? $". {effect}" : $", følges op {Danish.Long(a.FollowUpOn)}");

    public static string EditAction(ReadingActionFact a) => $"Ret »{a.What}«";

    public static string ShowCase(string child) => $"Se læsningen af {child}";

    // Starting
    public const string StartTitle = "Udtræk sager til ledelsestilsyn",
        StartLede =
            "Spor trækker lod om én åben sag for hver rådgiver. Ingen læser en sag, de selv har eller har haft det seneste år. Børn med beskyttet navn udtrækkes ikke.",
        StartSave = "Træk lod, og begynd",
        NameLabel = "Navn",
        NameHint = "For eksempel »Fjerde kvartal 2026«.",
        UntilLabel = "Læses senest",
        UntilHint = "Læserne kan åbne sagerne til og med den dag. Højst et halvt år frem.",
        TeamLabel = "Kun rådgivere i",
        ReadersLabel = "Hvem læser?",
        ReadersHint = "Sagerne deles ligeligt. En læser kan åbne de udtrukne sager, også fra andre team, og kun dem.",
        TwoLabel = "Antal sager, der læses af to",
        TwoHint = "Så kan I se, om to læsere vurderer ens. Skriv 0, hvis hver sag læses af én.",
        Myself = "Dig selv",
        AuditTitle = "Begynd en ekstern gennemgang",
        AuditLede = "En læser udefra får et antal sager, der er trukket lod om, og ser intet andet. Adgangen slutter med rollen.",
        AuditSave = "Træk lod, og begynd",
        GrantLabel = "Hvem læser?",
        NoGrants = "Ingen har rollen Ekstern gennemgang med en sidste dag. Giv rollen under Roller, og kom tilbage.",
        CountLabel = "Antal sager",
        ComparedLabel = "Er det anden gang? Sammenlign med",
        NoTemplateYet = "Der er ingen skabelon endnu. Gem en skabelon først.",
        ChangeTitle = "Ret runden",
        EndTitle = "Afslut runden",
        EndNote = "Når runden er afsluttet, kan ingen læse flere af sagerne. Resultatet bliver stående.",
        EndButton = "Afslut runden";

    // A template
    public const string TemplateNewTitle = "Ny skabelon",
        TemplateLede =
            "Skriv ét spørgsmål på hver linje under det trin i sagen, det hører til. Hvert spørgsmål besvares med ja, delvist, nej eller ikke relevant.",
        StarterNote =
            "Felterne er udfyldt med Spors forslag. Det er ikke en officiel skabelon: ret, slet og tilføj, så den bliver jeres egen.",
        TemplateSave = "Gem skabelonen",
        VersionSave = "Gem som ny udgave";

    public static string TemplateTitle(ReadingTemplateFact t) => $"Ret skabelonen »{t.Name}«";

    public static string VersionNote(ReadingTemplateFact t) =>
        $"Du retter udgave {t.Version.ToString(CultureInfo.InvariantCulture)}. Den nye udgave gælder for de runder, der begynder fra nu af.";

    // Reading
    public const string ToReadTitle = "Sager, du skal læse",
        ToReadLede = "Sager, der er trukket lod om, og som du læser i et ledelsestilsyn.",
        NothingToRead = "Du har ingen sager at læse.",
        ReadTitle = "Læs sagen",
        ReadButton = "Læs",
        ReadAgain = "Ret svarene",
        OpenChild = "Åbn barnets side",
        KnownTitle = "Det ved Spor",
        NothingKnown = "Der har ikke været frister i dette trin det seneste år.",
        LearningLabel = "Læringspunkter til rådgiveren",
        LearningHint = "Ét på hver linje. Rådgiveren kan se dem på Min dag med det samme. Skriv ikke navne.",
        ReadSave = "Gem læsningen",
        DrawnTitle = "En udtrukket sag",
        AnswersTitle = "Læserens svar",
        LearningTitle = "Læringspunkter",
        ReplaceTitle = "Giv sagen til en anden læser",
        ReplaceNote = "Er læseren blevet barnets rådgiver, eller kan læseren ikke åbne sagen, skal en anden læse den.",
        ReplaceSave = "Giv sagen til læseren",
        NotYetRead = "Sagen er ikke læst endnu.",
        NoOtherReader = "Den eksterne læser skiftes ikke.",
        QuestionAnswered = "Svar",
        NothingToLearn = "Læseren skrev ingen læringspunkter.";

    public static string ReadLede(ReadingRoundFact r, ReadingTemplateFact t) =>
        $"{NameOf(r)}, læses senest {Danish.Long(r.Until)}. Skabelon: {VersionOf(t)}. Se et år tilbage.";

    public static string Owed(Owed o, string title)
    {
        var parts = new List<string>();
        void Part(int n, string words)
        {
            if (n > 0)
                parts.Add($"{Danish.Number(n)} {words}");
        }
        Part(o.OnTime, "til tiden");
        Part(o.Late, "for sent");
        Part(o.Unmet, "ikke opfyldt");
        Part(o.Open, "venter");
        return $"{title}: {string.Join(", ", parts)}";
    }

    // Learning
    public const string LearningPageTitle = "Læring fra ledelsestilsyn",
        LearningLede = "Det, læserne har skrevet til dig om sager, du havde, da der blev trukket lod.",
        NoLearning = "Der er ingen læringspunkter til dig endnu. De kommer her, når en af dine sager er læst.",
        LearningCard = "Læring fra ledelsestilsyn",
        SeenButton = "Set",
        AllLearning = "Alle læringspunkter",
        AnotherCase = "En sag, du havde";

    public static string SeenLabel(string whose) => $"Set: læringspunkter om {whose}";

    public static string SeenOn(DateOnly day) => $"set {Danish.Long(day)}";

    public static string LearningHead(string whose, DateOnly read) => $"{whose}, læst {Danish.Long(read)}";
}
