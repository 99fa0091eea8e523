using Spor.Economy;
using Spor.Investing;
using Spor.Kernel;

namespace Spor.Web.Leading.Investing;

static partial class Text
{
    public const string OutcomeTitle = "Holder investeringen, hvad den lovede?",
        OutcomeLink = "Holder den, hvad den lovede?",
        Hidden = "skjult",
        Few = "<5",
        NotReported = "ikke indberettet",
        NotMeasured = "ikke målt",
        NobodyYet = "ingen at følge endnu";

    /// <summary>As somebody can read it aloud: what was saved, how sure it is, and how the children fared.</summary>
    public static string OutcomeLede(OutcomeView v)
    {
        var first = Danish.Month(v.Case.Case.Of.First);
        if (!v.IsReported)
            return $"Regnskabet for {first} er ikke leveret, så der er ikke noget at holde løftet op mod endnu.";
        if (!v.IsKnown)
            return $"Det kan ikke afgøres: regnskabet går kun {v.MonthsBefore} måneder tilbage før {first}, og der skal være {Without.MonthsNeeded} for at sige, "
                + "hvordan udgiften ville have udviklet sig.";
        if (v.HidesMoney)
            return "Der er så få børn bag tallene, at de ikke kan vises.";
        var until = Danish.Month(v.Months[^1].Of.Month);
        var saved = Mio(Math.Abs(v.SavedOre));
        var lead =
            $"Til og med {until} er udgiften {saved} mio. kr. {(v.SavedOre >= 0 ? "lavere" : "højere")}, end den skønnes at være blevet uden investeringen; "
            + $"lovet var {Mio(v.PromisedOre)} lavere. ";
        var sure = v.Interval switch
        {
            null => "Hvor sikkert det er, kan ikke regnes ud, for udgiften i året før er skrevet i hånden. ",
            var (low, high) when low <= v.PromisedOre && v.PromisedOre <= high =>
                $"Usikkerheden går fra {Mio((long)low)} til {Mio((long)high)}, så det kan endnu ikke afgøres, om løftet holder. ",
            var (_, high) when high < v.PromisedOre =>
                $"Det er mindre end lovet, også når usikkerheden regnes med ({Mio((long)v.Interval.Value.Low)} "
                    + $"til {Mio((long)high)}). ",
            var (low, high) => $"Det er mere end lovet, også når usikkerheden regnes med ({Mio((long)low)} til {Mio((long)high)}). ",
        };
        var spent = v.SpentOre is { } s
            ? $"Der er brugt {Mio(s)} mio. kr. på investeringen (lovet {Mio(v.PromisedSpentOre)}), så der er {SignedMio(v.NetOre!.Value)} mio. kr. netto. "
            : "Det er ikke indberettet, hvad investeringen har kostet. ";
        return lead + sure + spent + ChildrenSentence(v);
    }

    static string ChildrenSentence(OutcomeView v)
    {
        var rows = v.Children;
        return rows.Count == 0
            ? "Hvordan det er gået børnene, vises, når et helt år er gået."
            : $"I samme tid er {rows[0].Since} børn kommet hjem; anbragt igen inden et år: {rows[1].Since}; underrettet igen inden et år efter lukning: "
                + $"{rows[2].Since}.";
    }

    public const string AgainstTitle = "Lovet og sket",
        FigureColumn = "Tal",
        PromisedColumn = "Lovet",
        HappenedColumn = "Sket";

    public static string AgainstNote(OutcomeView v) =>
        $"Fra {Danish.Month(v.Case.Case.Of.First)} til og med {Danish.Month(v.Months[^1].Of.Month)}. Løftet er det, der blev skrevet under "
        + $"{Danish.Long(v.Signed.On)}"
        + (v.Signed.On > v.Case.Case.Of.First ? ", efter at investeringen var begyndt." : ".");

    /// <summary>What was promised beside what happened, row by row.</summary>
    public static IReadOnlyList<ChildrenRow> Against(OutcomeView v)
    {
        var (before, now) = v.Since!.FullYearPlacements;
        var fewer = before.Of(null) - now.Of(null);
        return
        [
            new("Brugt på investeringen, kr.", Kroner(v.PromisedSpentOre), v.SpentOre is { } s ? Kroner(s) : NotReported),
            new("Nye stillinger", Decimals(v.PostsPromised), Decimals(v.PostsMore)),
            new("Sparet, kr. (sket: skønnet)", Kroner(v.PromisedOre), Kroner(v.SavedOre)),
            new(
                "95 %-interval for det sparede, kr.",
                None,
                v.Interval is { } i ? $"{Kroner((long)Math.Round(i.Low))} til {Kroner((long)Math.Round(i.High))}" : "kan ikke regnes ud"
            ),
            new("Netto, kr.", Kroner(v.PromisedOre - v.PromisedSpentOre), v.NetOre is { } n ? Kroner(n) : NotReported),
            new(
                $"Færre helårsanbringelser, januar–{MonthOnly(v.Day)} {v.Day.Year} mod {v.Since.Books.YearBefore}",
                Decimals(v.FullYearsPromised),
                Decimals(fewer)
            ),
        ];
    }

    static string MonthOnly(DateOnly day) => day.ToString("MMMM", Danish.Culture);

    public static string Decimals(decimal value) => value.ToString("N2", Danish.Culture);

    public const string MonthsTitle = "Måned for måned",
        MonthsNote = "Kroner med øre, fra den første måned. »Uden investeringen« er et skøn.",
        SavedTitle = "Sparet, lagt sammen",
        SavedNote =
            "Mio. kr. fra den første måned. Fuld streg: det, der skønnes at være sparet. Bånd: 95 %-interval. Stiplet: det, der blev lovet.",
        SpendingTitle = "Forbruget mod »hvis intet var ændret«",
        SpendingNote = "Mio. kr. om måneden, alt i regnskabet på området.",
        WithoutLine = "Uden investeringen",
        ActualLine = "Brugt";

    public static IReadOnlyList<string> MonthHeads { get; } =
    [
        "Uden investeringen, kr.",
        "Brugt på området, kr.",
        "Forskel, kr.",
        "Forskel lagt sammen, kr.",
        "Lovet sparet, kr.",
        "Brugt på investeringen, kr.",
        "Lovet brugt, kr.",
        "Forskel lagt sammen, 95 % nederst, kr.",
        "Forskel lagt sammen, 95 % øverst, kr.",
    ];

    /// <summary>What was promised, in a word and a number.</summary>
    public static string PromisedKpi(OutcomeView v) => $"{Mio(v.Case.Case.InOre)} ind, {Mio(v.Case.Case.OutOre)} ud";

    public static string PromisedKpiLabel(OutcomeView v) => $"mio. kr. lovet {v.Case.Case.Of.FromYear}–{v.Case.Case.Of.ToYear}";

    public static string PromisedKpiNote(OutcomeView v) => $"netto {SignedMio(v.Case.Case.NetOre)}";

    public const string SpentKpi = "mio. kr. brugt til nu",
        SavedKpi = "mio. kr. sparet til nu, skønnet",
        PaidBackKpi = "løftets måned for tilbagebetaling";

    public static string SpentKpiNote(OutcomeView v) => $"lovet {Mio(v.PromisedSpentOre)} på samme tid";

    public static string SavedKpiNote(OutcomeView v) =>
        $"lovet {Mio(v.PromisedOre)}"
        + (v.Interval is { } i ? $"; 95 %-interval {Mio((long)i.Low)} til {Mio((long)i.High)}" : "; intervallet kan ikke regnes ud");

    public static string SavedEnd(OutcomeView v) => $"skønnet {SignedMio(v.SavedOre)}";

    public static string PromisedEnd(OutcomeView v) => $"lovet {SignedMio(v.PromisedOre)}";

    public static string PaidBack(OutcomeView v) => v.Case.Case.PaidBack is { } month ? Danish.Month(month) : "ikke i perioden";

    public static string How(OutcomeView v) =>
        v.Case.Case.Of.Alternative switch
        {
            Alternative.Trend => $"»Uden investeringen« er den rette linje gennem de {v.MonthsBefore} måneder før start, ført videre. ",
            Alternative.Constant => v.Case.Case.Of.BaseOre is null
                ? "»Uden investeringen« er gennemsnittet af de 12 måneder før start. "
                : "»Uden investeringen« er en tolvtedel af udgiften i året før, som den er skrevet. ",
            _ => $"»Uden investeringen« er udgiften i året før, ændret {Number(v.Case.Case.Of.GrowthHundredths ?? 0)} % om året. ",
        }
        + (
            v.Interval is null
                ? ""
                : "Intervallet er lavet ved at trække månedernes afvigelser om igen 2.000 gange. Hænger månederne sammen, er det for smalt."
        );

    public const string SplitTitle = "Hvor kommer ændringen fra?";

    public static string SplitNote(OutcomeView v) =>
        $"Bevilgede udgifter januar–{MonthOnly(v.Day)} {v.Day.Year} mod samme måneder i {v.Since!.Books.YearBefore}, delt i tre, der lægger sammen. Det er ikke "
        + "det samme som det sparede, som er mod et skøn.";

    public static IReadOnlyList<(string Name, long Ore)> Split(OutcomeView v) =>
        v.Since!.Split is not { VolumeOre: { } volume, MixOre: { } mix, PriceOre: { } price } split
            ? []
            :
            [
                ("Antal (flere eller færre helår)", volume),
                ("Sammensætning (dyrere eller billigere trin)", mix),
                ("Pris", price),
                (Total, split.ChangeOre),
            ];

    public const string SplitNone = "Ændringen kan ikke deles, for der er ingen helår med pris i en af perioderne.",
        AmountColumn = "Kr.";

    public const string ChildrenTitle = "Og børnene?",
        SinceColumn = "Siden start",
        HomeRow = "Børn, der er kommet hjem fra anbringelse",
        AgainRow = "heraf anbragt igen inden et år (kun dem, der er fulgt et år)",
        NotifiedRow = "Underrettet igen inden et år, efter at sagen blev lukket",
        KeptRow = "Lovens krav opfyldt til tiden",
        DownRow = "Mål hos børn, der gik ned ad trappen",
        StayedRow = "Mål hos børn, der blev på trinnet",
        UpRow = "Mål hos børn, der gik op ad trappen",
        ChildrenNone = "Vises, når et helt år er gået. Så kan ingen regne sig frem til det enkelte barn.";

    public const string YearBeforeColumn = "Året før",
        LastYearColumn = "Det seneste år",
        BesideNone = "Der er ingen børn i Spor endnu.";

    public static string BesideNote(ChildrenBeside v) =>
        $"Fra {Danish.Long(v.First)} til {Danish.Long(v.Day)} og året før. Hold det op mod pengene: færre trin er ikke i sig selv godt, og en besparelse, som børnene betaler, "
        + "er ingen."
        + (v.HidesSmall ? " Tal, som få børn står bag, er skjult." : "");

    public static string BeforeColumn(CaseView v) => $"Året før ({v.Case.Of.FromYear - 1})";

    public static string ChildrenNote(OutcomeView v) =>
        v.Children.Count == 0
            ? ChildrenNone
            : $"Til og med {Danish.Long(v.ChildrenDay)}. Perioderne er ikke lige lange: sammenlign andelene, ikke antallene. Færre trin er ikke i sig selv godt. Børn "
                + "uden to målinger af et mål er ikke med, og vi ved ikke, om de ligner."
                + (v.HidesSmall ? " Tal, som få børn står bag, er skjult." : "");

    public static string Part(PartOf p) =>
        $"{Danish.Number(p.Part)} af {Danish.Number(p.Of)} ({Danish.Number((long)Math.Round(100m * p.Part / p.Of, MidpointRounding.AwayFromZero))} %)";

    public static string Goals(GoalsOfMoved goals, decimal mean) =>
        $"{(mean > 0 ? "+" : "")}{mean.ToString("N1", Danish.Culture)} i snit ({Danish.Number(goals.Goals)} mål)";

    public static IReadOnlyList<string> OutcomeNotShown(OutcomeView v) =>
        [
            "Det sparede er ikke penge på en konto. Det er forskellen til en udvikling, der ikke skete.",
            "Hele kommunen er med. Priser, love og det, andre kommuner har oplevet, kan have flyttet tallet.",
            "Billigere er ikke bedre. Læs det sammen med, hvordan det er gået børnene.",
            "Gevinster og tab i skole, sundhed og stat er ikke talt med.",
            .. v.Case.Case.Of.Example is null ? Array.Empty<string>() : ["Løftets fordeling på måneder er vores; kilden nævner kun år."],
        ];

    public const string BackToCase = "Til regnestykket";
}
