using System.Globalization;
using Spor.Facts;
using Spor.Kernel;
using Spor.Recovery;

namespace Spor.Web.Leading.OldCases;

/// <summary>The words of a programme.</summary>
static partial class Text
{
    public static string Question(RecoveryProgrammeFact p) =>
        p.EndedOn is { } ended
            ? $"Hvor langt nåede vi til {Danish.Long(ended)}?"
            : $"Når vi at få sagerne i orden inden {Danish.Long(p.TargetOn)}?";

    public static string Stand(ProgrammeView v) =>
        $"{ProgrammeName(v.Programme)} · siden {Danish.Long(v.Programme.From)} · uge {ISOWeek.GetWeekOfYear(v.Day.ToDateTime(TimeOnly.MinValue))}";

    static string Weeks(double weeks) => Math.Ceiling(weeks) is var whole && whole == 1 ? "1 uge" : $"{Danish.Number(whole, 0)} uger";

    static DateOnly After(DateOnly day, double weeks) => day.AddDays((int)Math.Ceiling(weeks) * 7);

    static string Element(RecoveryElement e) => RecoveryElements.Name(e).ToLower(Danish.Culture);

    /// <summary>The answer to the question, and why.</summary>
    public static (string Bold, string Why) Answer(ProgrammeView v)
    {
        if (v.Tally.Start.Old == 0)
            return ("Du ser ingen af genopretningens gamle sager.", "");
        if (v.Tally.Now.LeftInAll == 0)
            return ("Ja, alt er indhentet.", "Intet af det, der manglede fra start, mangler nu.");
        if (v.Programme.EndedOn is not null)
            return ($"{Danish.Number(v.Tally.Now.LeftInAll)} mangler var ikke indhentet.", "Genopretningen er afsluttet.");
        if (!v.Forecast.Known)
            return (
                "Det kan ikke siges endnu.",
                $"Der skal være gået {RecoveryForecast.FewestWeeks} hele uger, før farten kan regnes ud. {Danish.Number(v.Tally.Now.LeftInAll)} mangler er tilbage."
            );
        var slow = v.Forecast.Bottleneck!;
        if (slow.Weeks is not { } weeks)
            return (
                "Ikke med den nuværende fart.",
                $"{Danish.Capital(Element(slow.Element))} bliver ikke færre: {Danish.Number(slow.Left)} mangler, og de seneste uger er der ikke blevet færre af dem."
            );
        var end = After(v.Day, weeks);
        var intime = end <= v.Programme.TargetOn;
        var need = (v.Programme.TargetOn.DayNumber - v.Day.DayNumber) / 7.0 is > 0 and var left ? slow.Left / left : (double?)null;
        return (
            intime ? "Ja, med den nuværende fart." : $"Ikke med den nuværende fart på {Element(slow.Element)}.",
            $"De {Danish.Number(slow.Left)}, der mangler, tager {Weeks(weeks)}: til {Danish.Long(end)}."
                + (
                    !intime && need is { } pace
                        ? $" {Danish.Number(pace, 1)} om ugen i stedet for {Danish.Number(slow.Pace, 1)} ville være nok."
                        : ""
                )
        );
    }

    public const string OwnOnly = "Du ser de sager, du må se. Tallene på siden er talt over dem alene.";
    public const string PublishedOnly = "Tallene er dem, der er offentliggjort for hele kommunen. Små tal er skjult.";

    // The numbers on top
    public const string OldLabel = "gamle sager fra start",
        ClosedLabel = "lukket",
        InOrderLabel = "i orden",
        NotInOrderLabel = "ikke i orden",
        BacklogLabel = "nyt efterslæb";

    public static string OldNote(RecoveryProgrammeFact p) => $"aktive den {Danish.Long(p.From)}";

    public static string ClosedNote(ProgrammeView v) =>
        v.Tally.Now.OldClosed == 0 ? "ingen endnu"
        : v.ParentsTold == v.Tally.Now.OldClosed ? "alle forældrene fik brev før"
        : $"{Danish.Number(v.ParentsTold)} forældre har fået brev";

    public static string InOrderNote(ProgrammeView v) =>
        v.Tally.Standings.Count > 1 && v.Tally.Now.InOrder - v.Tally.Standings[^2].InOrder is var more
            ? $"{Danish.Signed(more)} siden {Danish.Short(v.Tally.Standings[^2].Day)}"
            : "";

    public static string NotInOrderNote(ProgrammeView v) => $"{Danish.Number(v.Tally.Now.LeftInAll)} mangler i alt";

    public static string BacklogNote(ProgrammeView v) =>
        $"{Danish.Number(v.Tally.Now.BacklogOld.Sum())} i gamle sager og {Danish.Number(v.Tally.Now.BacklogNew.Sum())} i nye; "
        + $"{Danish.Number(v.Tally.Now.WithBacklog)} af {Danish.Number(v.Tally.Now.Opened)} nye sager";

    // Burn-down
    public const string BurnTitle = "Mangler tilbage",
        BurnLabel = "Mangler tilbage i de gamle sager, uge for uge",
        AllLeft = "alle mangler",
        TableSame = "Samme tal som tabel";

    public static string BurnNote(ProgrammeView v) =>
        "Det, der manglede fra start og ikke er indhentet."
        + (
            v.Forecast.Known
                ? $" Den grå kile er farten de seneste {v.Tally.Paced.Count.ToString(CultureInfo.InvariantCulture)} hele uger, lodtrukket 1.000 gange."
                : ""
        );

    public static string Target(DateOnly day) => "mål " + Danish.Short(day);

    public const string EndTitle = "Uger til færdig",
        EndLabel = "Uger til hver del er indhentet med nuværende fart";

    public static string BottleneckTitle(ProgrammeView v) =>
        v.Forecast.Bottleneck is { } slow ? $"Flaskehalsen er {Element(slow.Element)}" : EndTitle;

    public const string EndNote =
        "Uger til alt er indhentet, hvis det går som de seneste uger. Stregen er fra det hurtige til det langsomme: otte af ti "
        + "lodtrækninger ligger i den.";

    public static string EndValue(ElementForecast f) => f.Weeks is { } weeks ? Weeks(weeks) : "aldrig";

    public static string EndRange(ElementForecast f) =>
        (f.Early, f.Late) switch
        {
            ({ } a, { } b) when a == b => Weeks(a),
            ({ } a, { } b) => $"{Danish.Number(a)} til {Danish.Number(b)} uger",
            ({ } a, null) => $"fra {Danish.Number(a)} uger og uden ende",
            _ => "uden ende",
        };

    public const string NoForecast = "Her kommer, hvornår hver del er indhentet, når der er gået fire hele uger.";

    public static string Ends(ProgrammeView v) =>
        v.Forecast.All switch
        {
            ({ } a, { } b) =>
                $"Alt er indhentet mellem {Danish.Long(After(v.Day, a))} og {Danish.Long(After(v.Day, b))}, hvis det går som de seneste uger.",
            ({ } a, null) =>
                $"Alt kan være indhentet tidligst {Danish.Long(After(v.Day, a))}; i mindst én af ti lodtrækninger bliver det ikke.",
            _ => "Med farten de seneste uger bliver alt ikke indhentet inden for fire år.",
        };

    public static string WithMore(ProgrammeView v)
    {
        if (v.WithMore is not var (forecast, element, people))
            return "Hvad flere medarbejdere ville betyde, kan ikke regnes ud: ingen har fået flaskehalsen på plads i nogen sag de seneste uger.";
        var now = v.Forecast.Elements.First(f => f.Element == element);
        var then = forecast.Elements.First(f => f.Element == element);
        return $"Med to flere på {Element(element)} ({Danish.Number(people)} har fået den på plads i mindst én sag de seneste uger, {Danish.Number(now.Pace / people, 2)} om ugen hver): "
            + $"{EndRange(then)} i stedet for {EndRange(now)} for den del"
            + (
                forecast.All is ({ } a, { } b)
                    ? $", og alt er indhentet mellem {Danish.Long(After(v.Day, a))} og {Danish.Long(After(v.Day, b))}."
                    : ", men alt bliver ikke indhentet i alle lodtrækninger."
            )
            + " Der er regnet med, at de nye når det samme som de andre fra den første uge.";
    }

    public static string Earlier(ProgrammeView v)
    {
        if (v.Earlier.Count == 0)
            return "Hvor godt sådan en fremskrivning plejer at ramme, kan siges, når der er gået nok uger til at holde den op mod det, der skete.";
        var off = v.Earlier.Average(e => Math.Abs(e.Off));
        return $"De tidligere fremskrivninger, otte uger frem, ramte i gennemsnit {Danish.Number(off, 1)} mangler ved siden af; "
            + $"{Danish.Number(v.Earlier.Count(e => e.Within))} af {Danish.Number(v.Earlier.Count)} lå inden for det viste spænd.";
    }

    public const string PerWeek = "Færre om ugen",
        NothingLeft = "Intet er tilbage.",
        NewHere = ", nyt";

    public static readonly string[] ProgrammeRules =
    [
        "Gamle sager er dem, der var aktive på genopretningens første dag. Det, der manglede i dem den dag, skal indhentes. En sag er i orden, "
            + "når intet af det mangler mere, også selv om noget nyt er kommet til.",
        "Nyt efterslæb er det, der mangler i dag uden at have manglet fra start: i gamle sager og i sager åbnet siden. Det tælles for sig.",
        "Farten er, hvor meget tallet er faldet om ugen i de seneste otte hele uger, også ved at sager er lukket. Fremskrivningen trækker lod "
            + "mellem de uger tusind gange og kender ikke til ferie, nye medarbejdere eller, at de lette sager tages først.",
        "Et løfte er holdt, når det lovede er i orden, eller sagen lukket, ved ugens udgang. Det læses i sagen og kan ikke sættes kryds ved.",
    ];

    // Tables
    public const string WeeksTitle = "Uge for uge",
        WeeksCaption = "Genopretningen uge for uge, nyeste øverst",
        WeekHead = "Til og med",
        NotInOrderHead = "Gamle sager ikke i orden",
        LeftHead = "Mangler tilbage",
        DoneHead = "Kom på plads",
        OpenedCasesHead = "Nye sager",
        ClosedOldHead = "Gamle sager lukket",
        ClosedNewHead = "Nye sager lukket",
        BacklogHead = "Nyt efterslæb";
    public const string PartsTitle = "Hvad er der blevet af det, der manglede?",
        PartsNote = "Det, der skulle indhentes, og nyt efterslæb lægges aldrig sammen.",
        PartsCaption = "Det, der manglede fra start, og hvad der er kommet til siden";
    public static readonly string[] PartHeads =
    [
        "Manglede fra start",
        "Sagen lukket",
        "Kræves ikke mere",
        "Kom på plads",
        "Mangler endnu",
        "Nyt efterslæb, gamle sager",
        "Nyt efterslæb, nye sager",
    ];

    public const string PaceTitle = "Hvem får tingene på plads?",
        PaceCaption = "Kom på plads om ugen de seneste hele uger, efter team",
        PaceEmpty = "Intet er kommet på plads de seneste hele uger.";

    public static string PaceNote(ProgrammeView v) =>
        $"De seneste {v.Tally.Paced.Count.ToString(CultureInfo.InvariantCulture)} hele uger. Nye sager: ca. {Danish.Number(v.Tally.NewAMonth ?? 0, 0)} om måneden; "
        + $"{Danish.Number(v.Tally.Now.Closed)} sager er lukket siden start, heraf {Danish.Number(v.Tally.Now.OldClosed)} af de gamle.";

    public const string StaffingTitle = "Ændringer i bemandingen",
        StaffingNote = "Hvor meget der kom på plads om ugen i de fire uger før og efter. Forskellen kan have andre grunde.",
        StaffingEmpty = "Ingen er skrevet ind. Tilføj vikarer og ændrede opgaver, så farten før og efter kan ses.",
        StaffingFrom = "Fra",
        StaffingWhat = "Hvad",
        StaffingBefore = "Om ugen før",
        StaffingAfter = "Om ugen efter",
        StaffingLink = "Skriv en ændring ind",
        Remove = "Fjern";

    public static string Staffing(RecoveryStaffingFact s) =>
        $"{Danish.Number(s.People)}: {s.Kind.Danish()}"
        + (RecoveryElements.Unpack(s.Element ?? "") is [var e, ..] ? $", {Element(e)}" : "")
        + (s.Note is { } note ? $". {note}" : "");

    public static string RemoveStaffing(RecoveryStaffingFact s) => $"Fjern ændringen fra {Danish.Long(s.On)}";

    public static string Pace(double? pace) => pace is { } p ? Danish.Number(p, 1) : "–";

    public const string OldTitle = "Gamle sager, ikke i orden",
        OldCurveNote = "Åbnet før genopretningen. Skal ned.",
        NewTitle = "Nye sager med mangler",
        NewCurveNote = "Åbnet siden. Skal blive ved 0. Egen skala.";

    // Cases
    public const string CasesTitle = "Sag for sag",
        OwnerHead = "Hvem",
        PromiseHead = "Løfte",
        WorkHead = "Tilstand",
        NoPromise = "Lov en dato",
        CasesEmpty = "Her er ingen sager.",
        PlanLink = "Planlæg sager";

    public static IReadOnlyList<(CasesShown Which, string Words)> Choices { get; } =
    [
        (CasesShown.NotInOrder, "Ikke i orden"),
        (CasesShown.WithoutPromise, "Uden løfte"),
        (CasesShown.Mine, "Mine"),
        (CasesShown.LooksFinished, "Ser afsluttet ud"),
        (CasesShown.InOrder, "I orden"),
        (CasesShown.Closed, "Lukket"),
    ];

    public static string CasesCaption(ProgrammeView v) =>
        $"Gamle sager, {v.Programme.Order.Danish()}. Det skraverede er nyt efterslæb og er ikke talt med i det, der skal indhentes.";

    public static string Promise(RecoveryPromiseFact? p) =>
        p is null
            ? NoPromise
            : $"{(RecoveryElements.Unpack(p.Element ?? "") is [var e, ..] ? RecoveryElements.Name(e) : "Alt")}, senest {Danish.Short(p.By)}";

    public static string Work(ProgrammeView v, ProgrammeRow r) =>
        !r.Active ? "lukket"
        : r.Left == 0 ? "i orden"
        : r.Promise is not { } p ? "ikke planlagt"
        : p.By < v.Day ? "løftet ikke holdt"
        : p.Work.Danish();

    public static string Cell(ProgrammeView v, ProgrammeRow r, RecoveryElement e) =>
        !r.Active ? "lukket" : State(v.StateOf(r, e)) + (v.IsBacklog(r, e) ? ", nyt efterslæb" : "");

    public const string FinishedNote =
            "Sager uden indsatser, uden noget, der venter, og uden noget skrevet det seneste halve år, eller hvor den unge er fyldt 18. De lukkes på "
            + "barnets side efter den almindelige regel: forældrene skal have haft brev først.",
        CloseLink = "Luk sagen",
        LetterLink = "Skriv til forældrene først";

    public static string Told(DateOnly on) => $"forældrene fik brev {Danish.Short(on)}";

    // Published numbers
    public const string PublishedTitle = "Tal, der er offentliggjort",
        PublishedEmpty =
            "Ingen er skrevet ind. Skriv de tal ind, der står i et referat eller en sag, så holder Spor dem op mod hinanden og mod sine egne.",
        PublishedLink = "Skriv offentliggjorte tal ind",
        SaidHead = "Offentliggjort",
        OwnHead = "Spors egne tal",
        WhatHead = "Tal";

    public static string PublishedCaption(PublishedNumbersFact p) => $"{p.Source}: {Danish.Long(p.From)} til {Danish.Long(p.To)}";

    public static string Check(PublishedNumbersFact p)
    {
        var c = PublishedCheck.Of(p);
        var sum =
            $"{Danish.Number(p.AtStart)} − {Danish.Number(p.Closed)} + {Hundredths(p.NewAMonthHundredths)} om måneden i {Danish.Number(c.Months, 1)} måneder er ca. {Danish.Number(c.Expected, 0)}";
        return c.AddsUp
            ? $"Tallene går op: {sum}, og der står {Danish.Number(p.AtEnd)}."
            : $"Tallene går ikke op: {sum}, men der står {Danish.Number(p.AtEnd)}. Forskellen er {Danish.Number(Math.Abs(c.Gap), 0)} sager. "
                + "Måske er det ændret, hvad der tæller som en sag, eller lukkede nye sager er ikke talt med.";
    }

    public static string Hundredths(long value) =>
        Danish.Number(
            value / 100.0,
            value % 100 == 0 ? 0
                : value % 10 == 0 ? 1
                : 2
        );

    public static string Load(long? hundredths) => hundredths is { } h ? Danish.Number(h / 100.0, 1) : "–";

    public static string Load(double? load) => load is { } l ? Danish.Number(l, 1) : "–";

    public const string AtStart = "Sager fra start",
        ClosedOf = "Lukket af dem",
        NewAMonth = "Nye om måneden",
        AtEnd = "Sager til sidst",
        LoadAtStart = "Sager pr. årsværk fra start",
        LoadAtEnd = "Sager pr. årsværk til sidst",
        ClosedInAll = "Lukket i alt, også af de nye";

    public static string RemovePublished(PublishedNumbersFact p) => $"Fjern tallene fra {p.Source}";

    // Forms
    public const string StartTitle = "Sæt en genopretning i gang",
        StartLede =
            "En genopretning gælder de sager, der er aktive på den første dag. Det, der mangler i dem den dag, skal indhentes; det, der kommer til, er nyt efterslæb.",
        StartSave = "Sæt i gang",
        NameLabel = "Navn",
        FromLabel = "Første dag",
        FromHint = "Højst i dag. Sagerne er dem, der er aktive den dag.",
        TargetLabel = "I orden senest",
        TeamLabel = "Kun et teams sager",
        ElementsLabel = "Hvad skal være på plads?",
        OrderLabel = "Hvilke sager tages først?",
        StandardLabel = "Hvad betyder »i orden« hos jer?",
        StandardHint =
            "Med egne ord, fx at en undersøgelse er godkendt af den faglige koordinator. Spor regner efter reglerne under »Sådan regnes det«.",
        ChangeTitle = "Ret genopretningen",
        ChangeLede = "Første dag, sager og dele kan ikke rettes: de siger, hvad der skal indhentes.",
        ChangeLink = "Ret",
        ChangeSave = "Gem",
        EndTitleForm = "Afslut genopretningen",
        EndOn = "Sidste dag",
        EndWhy = "Hvorfor afsluttes den?",
        EndSave = "Afslut",
        EndHint = "Sagerne kan derefter være med i en ny. Tallene bliver stående.";
    public const string PlanTitle = "Planlæg sager",
        PlanLede = "Vælg sager, hvem der gør det, og hvilken uge. Et løfte er en dato, man selv har sat; om det er holdt, læses i sagen.",
        PlanWhich = "Sagerne",
        PlanAll = "Alle i visningen, også dem på de næste sider (højst 1.000). Sager uden rådgiver er kun med, når du vælger hvem.",
        PlanWho = "Hvem",
        PlanWhoHint = "Lad stå tom: den, der har hver sag.",
        PlanWeek = "En dag i den første uge",
        PlanEach = "Højst så mange om ugen",
        PlanEachHint = "Lad stå tom: alle i den uge. Ellers fordeles de på ugerne i den viste rækkefølge.",
        PlanElement = "Hvad loves?",
        PlanElementHint = "Lad stå tom: alt, hvad der mangler.",
        PlanWork = "Tilstand",
        PlanSave = "Gem løfterne",
        PlanEmpty = "Der er ingen sager at planlægge i den visning.",
        PlanShut = "Et barn er beskyttet eller skærmet for dig, og sagen kan kun planlægges af den, der må åbne den.";

    public static string PlanPick(string child) => $"Vælg sagen for {child}";

    public const string StaffingFormTitle = "Skriv en ændring i bemandingen ind",
        StaffingFormLede = "Vikarer, medarbejdere med ændrede opgaver, eller færre. Så kan farten før og efter ses.",
        PeopleLabel = "Antal medarbejdere",
        NoteLabel = "Bemærkning",
        NoteHint = "Ingen navne.",
        KindLabel = "Hvad",
        PartLabel = "Hvilken del arbejder de med?",
        PartHint = "Lad stå tom: alle dele.",
        PublishedFormTitle = "Skriv offentliggjorte tal ind",
        PublishedFormLede = "Som de står i papiret, også hvis de er afrundet.",
        SourceLabel = "Hvor tallene står",
        ToLabel = "Til",
        Back = "Tilbage til genopretningen";
}
