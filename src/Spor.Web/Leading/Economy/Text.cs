using Spor.Economy;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Web.Frame.Layout;

namespace Spor.Web.Leading.Economy;

/// <summary>The words of the pages about money.</summary>
static partial class Text
{
    public const string Hidden = "skjult",
        None = "–",
        Total = "I alt",
        NoAccount = "Uden konto",
        Rest = "Mindre forskydninger",
        RestHidden = "Mindre forskydninger, og hvad få børn står bag";

    /// <summary>1.234.567,89: exact, so that a column adds up.</summary>
    public static string Exact(long ore) => (ore / 100m).ToString("N2", Danish.Culture);

    /// <summary>Millions of kroner with one decimal: 61,3.</summary>
    public static string Mio(long ore) => Danish.Number(ore / 1e8, 1);

    public static string SignedMio(long ore) => (ore > 0 ? "+" : "") + Mio(ore);

    public static string Whole(long? ore) => ore is { } o ? Danish.Number((long)Math.Round(o / 100m, MidpointRounding.AwayFromZero)) : None;

    public static string FullYears(decimal? years) => years is { } y ? y.ToString("N2", Danish.Culture) : Hidden;

    public static string StepName(int step) =>
        step switch
        {
            MonthMoney.None => "Uden trin",
            0 => "Uden for trappen",
            _ => PictureText.StepName(step),
        };

    public static string FormName(PlacementForm? form) =>
        form is { } one and not PlacementForm.None ? Danish.Capital(Placements.NameOf(one)) : "Alle anbringelser";

    public static string Title(DateOnly month) => "Økonomi: brugt til og med " + Danish.Month(month);

    public const string NoMoneyTitle = "Økonomi";
    public const string NoMoney =
        "Her står budget, regnskab og prognose, når de er læst ind. Læs budget.csv og regnskab.csv ind sammen med udtrækket.";

    static string Between(IReadOnlyList<DateOnly> months) =>
        months.Count == 0 ? ""
        : months.Count == 1 ? MonthName(months[0])
        : $"{MonthName(months[0])}–{MonthName(months[^1])}";

    public static string MonthName(DateOnly month) => month.ToString("MMMM", Danish.Culture);

    public static string MonthShort(DateOnly month) => month.ToString("MMM", Danish.Culture).TrimEnd('.');

    public static string MonthsOf(EconomyView v) => Between(v.Books.MonthsOfYear);

    /// <summary>The answer first.</summary>
    public static string Lede(EconomyView v)
    {
        var whole = v.Forecast.Whole;
        var year =
            whole.DeviationOre is not { } deviation
                ? $"Året {v.Forecast.Year} ventes at koste {Mio(whole.ForecastOre)} mio. kr. Der er ikke noget budget for "
                    + $"{v.Forecast.Year}, så afvigelsen kan ikke regnes ud."
            : deviation == 0 ? $"Året ventes at koste {Mio(whole.ForecastOre)} mio. kr., som budgettet."
            : $"Året ventes at koste {Mio(whole.ForecastOre)} mio. kr., {Mio(Math.Abs(deviation))} mio. kr. "
                + $"{(deviation > 0 ? "mere" : "mindre")} end budgettet"
                + (whole.BudgetOre is { } b and > 0 ? $" ({Danish.Number(100.0 * Math.Abs(deviation) / b, 1)} %)." : ".");
        if (v.Hides(Spor.Figures.Disclosure.MoneyPlan.All))
            return "Der er så få børn bag tallene, at de ikke kan vises.";
        var split = v.Of.BySteps;
        return split.VolumeOre is { } volume && split.MixOre is { } mix && split.PriceOre is { } price
            ? $"{year} I {MonthsOf(v)} er de bevilgede udgifter {Mio(Math.Abs(split.ChangeOre))} mio. kr. "
                + $"{(split.ChangeOre > 0 ? "højere" : "lavere")} end i {v.Books.YearBefore}: antallet trækker {SignedMio(volume)}, "
                + $"sammensætningen {SignedMio(mix)} og prisen {SignedMio(price)}."
            : year;
    }

    public const string MonthField = "Set ved udgangen af";
    public const string ShowMonth = "Vis";
    public const string NotAMonth = "Vælg en måned, der er slut, og som regnskabet når tilbage til.";

    public static string HiddenNote =>
        "Tal, som få børn står bag, er skjult, og så meget ved siden af, at de ikke kan regnes ud. Budgettet er byrådets og vises altid.";

    public static string NotMonthEnd(DateOnly day) => $"Tallene er dem, der er offentliggjort til og med {Danish.Long(day)}.";

    // The numbers on top
    public static string Budget(int year) => $"mio. kr. i budget {year}";

    public static string Spent(EconomyView v) => $"mio. kr. brugt, {Between(v.Forecast.Delivered)}";

    public static string SpentNote(EconomyView v) =>
        v.Forecast.Whole.BudgetOre is { } b and > 0
            ? $"{Danish.Number(100.0 * v.Forecast.Whole.ActualOre / b, 1)} % af budgettet; {Danish.Number(
                100.0 * v.Forecast.Delivered.Count / 12, 1)} % af året"
            : $"{v.Forecast.Delivered.Count} måneder er leveret";

    public const string NothingSpent = "Regnskabet er ikke leveret endnu for nogen måned i året";

    public const string GrantedRest = "mio. kr. bevilget for resten af året";
    public const string GrantedRestNote = "løbende og besluttede indsatser til deres forventede slutdag";
    public const string Beyond = "mio. kr. ventes oveni, ikke bevilget";

    public static string BeyondNote(Expectation e) =>
        $"fra {SignedMio(e.LowOre)} til {SignedMio(e.HighOre)}, som de seneste {e.Years.Count} år; ikke med i prognosen";

    public const string BeyondUnknown = "Kan ikke regnes ud: der skal være to tidligere år at gå efter";
    public const string Forecast = "mio. kr. forventet i alt";

    public static string ForecastNote(EconomyView v) =>
        v.Of.Beyond is { } e
            ? $"{Mio(v.Forecast.Whole.ForecastOre + e.LowOre)} til {Mio(v.Forecast.Whole.ForecastOre + e.HighOre)} med det, der ventes oveni"
            : "brugt og bevilget";

    // The months
    public const string Strip = "Årets måneder";

    public static string State(MonthRow m, DateOnly day) =>
        m.Closed is { } closed ? "lukket " + closed.On.ToString("d/M", Danish.Culture)
        : m.IsActual ? "leveret, ikke lukket"
        : MeasureMonths.LastOf(m.Month) <= day ? "ikke leveret"
        : None;

    public const string CloseField = "Luk en måned";
    public const string CloseButton = "Luk måneden";

    public const string CloseNote =
        "Når måneden lukkes, gemmes tallene som en basislinje, og årets prognose gemmes, så den kan holdes op mod det, der kom. "
        + "Bliver måneden ændret senere, siger siden det.";

    public const string ByMonth = "Forbrug måned for måned";
    public const string ByMonthNote =
        "Mio. kr. Fyldt: brugt. Skraveret: bevilget. Prikket ramme: ventes oveni, ikke bevilget. Stiplet streg: budgettet.";
    public const string ByMonthTable = "Samme tal som tabel";
    public const string Deviation = "Afvigelse fra budgettet, lagt sammen";
    public const string DeviationNote =
        "Mio. kr. fra januar. Fuld streg: brugt. Stiplet: brugt og bevilget. Båndet: hvor året ender, hvis det, der kommer oveni, er som i de "
        + "tidligere år.";
    public const string NoDeviation = "Der er ikke noget budget at holde forbruget op mod.";

    public const string MonthColumn = "Måned",
        KindColumn = "Hvad",
        OreColumn = "Brugt eller bevilget, kr.",
        BudgetColumn = "Budget, kr.",
        AccumulatedColumn = "Afvigelse, lagt sammen, kr.",
        CalculatedColumn = "Beregnet ud fra bevillinger, kr.",
        StateColumn = "Regnskabet",
        ActualWord = "brugt",
        GrantedWord = "bevilget";

    // Forecast by step and account
    public static string StepsTitle(int year) => $"Hvor ligger afvigelsen i {year}?";

    public const string StepsNote =
        "Forventet er det, der er brugt, og det, der er bevilget for resten af året. Linjer i regnskabet hører til trinnet for deres konto, "
        + "eller for den indsats, de nævner.";
    public const string AccountsTitle = "Konto for konto";
    public const string StepColumn = "Trin",
        AccountColumn = "Konto",
        ActualColumn = "Brugt, kr.",
        GrantedColumn = "Bevilget resten af året, kr.",
        ForecastColumn = "Forventet, kr.",
        DeviationColumn = "Afvigelse, kr.";

    // Price, volume and mix
    public const string SplitTitle = "Antal, sammensætning og pris";

    public static string SplitNote(EconomyView v) =>
        $"Bevilgede udgifter i {MonthsOf(v)} {v.Books.Year} mod de samme måneder i {v.Books.YearBefore}. Antal: flere eller færre helår til "
        + "den gamle pris. Pris: ændret pris på det, der købes nu. De to lægger sammen til hvert trins ændring. Budgettet siger ikke, hvor "
        + "mange helår det er til, så det kan ikke deles sådan.";

    public static string SplitAnswer(PriceVolumeMix<int> p) =>
        p.VolumeOre is { } volume
            ? $"Hele ændringen på {Exact(p.ChangeOre)} kr. er antal {Exact(volume)}, sammensætning {Exact(p.MixOre!.Value)} og pris "
                + $"{Exact(p.PriceOre!.Value)} kr."
            : "Ændringen kan ikke deles, for der er ingen helår med pris i et af årene.";

    public static string YearsIn(int year) => $"Helår {year}";

    public static string PriceIn(int year) => $"Pris pr. helår {year}, kr.";

    public static string SpendingIn(int year) => $"Udgift {year}, kr.";

    public static string DaysColumn(int year) => $"Døgn {year}";

    public const string ChangeColumn = "Ændring, kr.",
        VolumeColumn = "Antal, kr.",
        PriceColumn = "Pris, kr.",
        BarsColumn = "Antal (fyldt) og pris (skraveret), mio. kr.";

    // What explains it
    public const string MovementsTitle = "Hvad forklarer ændringen?";

    public static string MovementsNote(EconomyView v) =>
        $"Bevægelser på mindst 0,1 mio. kr. fra {v.Books.YearBefore} til {v.Books.Year}, indsats for indsats. De lægger sammen til hele "
        + "ændringen. Fyldt: antal. Skraveret: pris.";

    public const string MovementColumn = "Bevægelse",
        KindOfColumn = "Slags",
        MovementBars = "Størrelse",
        Volume = "antal",
        Price = "pris",
        Both = "begge";

    public static string MoreYears(string name, decimal years) =>
        years == 0
            ? $"{name}: lidt {(years < 0 ? "færre" : "flere")} helår"
            : $"{name}: {Math.Abs(years).ToString("N1", Danish.Culture)} helår {(years > 0 ? "flere" : "færre")}";

    public static string DearerBy(string name, decimal percent) =>
        $"{name}: prisen pr. helår {Math.Abs(percent).ToString("N1", Danish.Culture)} % {(percent >= 0 ? "højere" : "lavere")}";

    // Full-year placements
    public const string FormsTitle = "Helårsanbringelser";

    public static string FormsNote(EconomyView v) =>
        $"Anbragte døgn delt med årets dage. Til og med {Danish.Long(v.Books.Day)}, og hele året, hvis indsatserne fortsætter som bevilget. Døgn "
        + "lægger sammen; afrundede helår gør det ikke altid. Priserne er beregnet ud fra bevillingerne og ud fra regnskabet.";

    public const string FormColumn = "Form",
        DaysSoFar = "Døgn til nu",
        YearsSoFar = "Helår til nu",
        ExpectedYears = "Helår forventet",
        CalculatedPrice = "Pris pr. helår, bevilget, kr.",
        ActualPrice = "Pris pr. helår, regnskab, kr.";

    public static string YearsWhole(int year) => $"Helår i hele {year}";

    // Commitments and matching
    public const string CommitmentsTitle = "Disponeret og ikke betalt";

    public static string CommitmentsLine(Commitments c, bool hides) =>
        $"Indsatser for {(hides ? Hidden : Exact(c.NoLineOre) + " kr.")} i de leverede måneder har ingen linje i regnskabet. For resten af året "
        + $"er der bevilget {(hides ? Hidden : Exact(c.RestOre) + " kr.")}"
        + (hides ? "" : $" Disponeret i alt: {Exact(c.TotalOre)} kr.");

    public const string ToMatching = "Se, hvad der ikke stemmer mellem regnskab og bevillinger";
    public const string ToRefund = "Se statsrefusionen for de dyre enkeltsager";

    // What is not in it
    public const string NotIn = "Hvad der ikke er med, og hvad der er ændret";
    public const string RefundNotIn = "Statsrefusionen for dyre enkeltsager er ikke trukket fra.";

    public static string WithoutPrice(int count, DateOnly month) =>
        count == 1
            ? $"1 indsats i {Danish.Month(month)} har ingen pris og er ikke regnet med."
            : $"{Danish.Number(count)} indsatser i {Danish.Month(month)} har ingen pris og er ikke regnet med.";

    public const string WithoutPriceHidden = "Nogle indsatser har ingen pris og er ikke regnet med. De er så få, at antallet ikke vises.";
    public const string NoneWithoutPrice = "Alle indsatser har en pris.";

    public static string DoubledBudget(int count, string account, DateOnly month) =>
        $"Budgettet har to linjer for samme konto og måned {(count == 1 ? "et sted" : $"{count} steder")} (fx {account} i "
        + $"{Danish.Month(month)}). De er lagt sammen. Er den ene en fejl, så ret filen og læs den ind igen.";

    public static string NegativeLines(int count, long? ore) =>
        $"{Danish.Number(count)} {(count == 1 ? "linje" : "linjer")} i regnskabet er negative"
        + (ore is { } o ? $" ({Exact(o)} kr.)" : "")
        + ". De er talt med, som de står: det kan være tilbageførsler og forældres betaling.";

    public static string UnknownLines(int count) =>
        $"{Danish.Number(count)} {(count == 1 ? "linje" : "linjer")} i regnskabet nævner en indsats, Spor ikke kender. De er talt med i "
        + "forbruget, men hører ikke til nogen indsats.";

    public static string NotDelivered(IReadOnlyList<DateOnly> months) =>
        $"Regnskabet mangler for {string.Join(", ", months.Select(MonthName))}. Der er regnet med det bevilgede i stedet, og ikke med 0.";

    public static string OddPrices(int? count) =>
        (count is { } n ? $"{Danish.Number(n)} {(n == 1 ? "indsats" : "indsatser")}" : "Få indsatser")
        + " har en pris, der er mere end 15 gange højere eller lavere end den midterste for samme indsats. Måske er enheden forkert, fx dag for "
        + "måned.";

    public static string ChangedSinceClosed(DateOnly month, DateOnly on, (long Was, long Now)? ore) =>
        $"{Danish.Capital(Danish.Month(month))} er ændret, siden den blev lukket {Danish.Long(on)}"
        + (ore is { } o ? $": dengang {Exact(o.Was)} kr., nu {Exact(o.Now)} kr." : ".");

    public const string EarlierTitle = "Hvor godt ramte de tidligere prognoser?";
    public const string EarlierNote =
        "Årets prognose, som den var, mod prognosen nu. Spor gemmer den selv, når en måned er slut, og igen, når nogen lukker måneden. Det gemte "
        + "ændres aldrig.";
    public const string NoEarlier =
        "Ingen prognose for året er gemt endnu. Spor gemmer den, når en måned er slut, og når nogen lukker måneden.";
    public const string KeptColumn = "Gemt",
        KeptByColumn = "Hvordan",
        ThenColumn = "Prognose dengang, kr.",
        NowColumn = "Prognose nu, kr.",
        OffColumn = "Forskel, kr.",
        SeeBaseline = "se basislinjen for";

    public static string KeptBy(EarlierForecast e) => e.ByPerson ? "da måneden blev lukket af en medarbejder" : "af Spor selv";

    public static string BeyondMethod(Expectation e) =>
        "Det, der ventes oveni, er ikke bevilget og ikke med i prognosen. Det er regnet ud fra, hvor meget der kom til i de samme måneder, ud "
        + "over hvad der var bevilget samme dag: "
        + string.Join(
            ", ",
            e.Years.Select(y =>
                $"{y.Year}: {(y.CameOre >= y.GrantedOre ? "+" : "")}{Danish.Number((double)(y.Beyond * 100).Rounded(1), 1)} %"
            )
        )
        + ". Priserne er dem, der kendes nu.";
}
