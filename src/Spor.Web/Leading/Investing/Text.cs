using Spor.Facts;
using Spor.Interventions;
using Spor.Investing;
using Spor.Kernel;

namespace Spor.Web.Leading.Investing;

static partial class Text
{
    public const string ListTitle = "Investeringer",
        ListLede =
            "Her står, hvad en investering koster, hvad den skal spare, og hvor sikkert det er. Når den er skrevet under, ændres den ikke.",
        NoCases = "Der er ingen investeringer endnu. Skriv den første, eller tag et eksempel herunder.",
        NewLink = "Skriv en ny investering",
        CaseColumn = "Investering",
        YearsColumn = "År",
        InColumn = "Ind, mio. kr.",
        OutColumn = "Ud, mio. kr.",
        NetColumn = "Netto, mio. kr.",
        StateColumn = "Status",
        NotSigned = "ikke skrevet under",
        ExamplesTitle = "Tag et eksempel fra en anden kommune",
        ExamplesNote =
            "Tallene er dem, der står i kommunernes egne papirer. Det, papirerne ikke siger (lønninger, årene imellem), er antaget og mærket sådan.",
        ExampleLabel = "Eksempel",
        ExampleSave = "Tag eksemplet",
        None = "–";

    public static IReadOnlyList<(string, string)> Examples { get; } =
    [
        (InvestmentExample.Bronderslev.Danish(), "Brønderslev 2017–2020: 17,4 mio. kr. ind, 24,5 ud"),
        (InvestmentExample.Assens.Danish(), "Assens 2016: 3,7 og 1,9 mio. kr. ind, 9,3 ud"),
        (InvestmentExample.Herning.Danish(), "Herning 2013–2016: fire rådgivere og en leder, 4,5 mio. kr. fra 2016"),
    ];

    /// <summary>Millions of kroner with one decimal: 17,4.</summary>
    public static string Mio(long ore) => Danish.Number(ore / 1e8, 1);

    public static string SignedMio(long ore) => (Math.Round(ore / 1e8m, 1) > 0 ? "+" : "") + Mio(ore);

    /// <summary>Kroner with øre, so that a column adds up.</summary>
    public static string Kroner(long? ore) => ore is { } o ? (o / 100m).ToString("N2", Danish.Culture) : None;

    public static string Number(long hundredths) => (hundredths / 100m).ToString("#,0.##", Danish.Culture);

    public static string SignedBy(InvestmentSignedFact? s) => s is null ? NotSigned : $"skrevet under {Danish.Long(s.On)} af {s.Name}";

    public static string Lede(CaseView v)
    {
        var c = v.Case;
        if (!c.Costs.Any() && !c.Savings.Any())
            return "Der står ingen linjer endnu. Tilføj det, der koster, og det, der skal spares.";
        var period = c.Of.FromYear == c.Of.ToYear ? $"I {c.Of.FromYear}" : $"I {c.Of.FromYear}–{c.Of.ToYear}";
        var net = c.NetOre;
        return $"{period} koster det {Mio(c.InOre)} mio. kr. og skal spare {Mio(c.OutOre)}. "
            + (
                net == 0 ? "Det går lige op. "
                : net > 0 ? $"Der er {Mio(net)} mio. kr. tilbage. "
                : $"Der mangler {Mio(-net)} mio. kr. "
            )
            + (
                c.PaidBack is { } month ? $"Pengene er tjent hjem fra {Danish.Month(month)}, hvis det går som skrevet."
                : c.Costs.Any() ? "Pengene er ikke tjent hjem inden for de år."
                : ""
            );
    }

    public static string Status(CaseView v) =>
        v.Signed is { } s
            ? $"Skrevet under {Danish.Long(s.On)} af {s.Name}: {Mio(s.InOre)} mio. kr. ind, {Mio(s.OutOre)} ud. Den ændres ikke mere."
            : "Den er ikke skrevet under og kan ændres.";

    public const string InKpi = "mio. kr. ind",
        OutKpi = "mio. kr. ud",
        NetKpi = "mio. kr. netto",
        RangeKpi = "mio. kr. netto i 95 % af simuleringerne";

    public static string FundedNote(CaseView v) =>
        v.Years.Where(y => y.FundedOre is not null).ToList() is not { Count: > 0 } told
            ? "Det står ikke, hvor pengene kommer fra."
            : string.Join(
                " ",
                told.Select(y =>
                    y.FundedOre >= y.InOre
                        ? $"{y.Year}: der er penge til alle {Mio(y.InOre)} mio. kr."
                        : $"{y.Year}: der er penge til {Mio(y.FundedOre!.Value)} af {Mio(y.InOre)} mio. kr."
                )
            );

    public static string PresentNote(CaseView v) =>
        v.Case.Of.DiscountHundredths is { } rate and > 0
            ? $"Diskonteret med {Number(rate)} % om året: {Mio(v.Case.PresentOre)}"
            : "Ikke diskonteret";

    public static string RangeNote(CaseView v) => $"{Danish.Number(InvestmentCase.Draws)} forsøg, begyndt med tallet {v.Case.Of.Seed}";

    public static string RangeSentence(CaseView v) =>
        v.Tornado.Count == 0
            ? "Der er ingen linjer at prøve."
            : $"Når alt kan være lidt ved siden af på samme tid, ligger netto fra {Mio(v.Range.LowOre)} til {Mio(v.Range.HighOre)} mio. kr. i 95 % af "
                + $"{Danish.Number(InvestmentCase.Draws)} forsøg. Det giver underskud i {Danish.Number(v.Range.Below)} af dem. "
                + "Det samme begyndelsestal giver de samme forsøg.";

    public const string CourseTitle = "Sparet minus brugt, måned for måned",
        CourseNote =
            "Mio. kr. fra det første års begyndelse, lagt sammen. Linjernes beløb er fordelt jævnt på de måneder, de gælder; det er vores fordeling, hvor "
            + "kilden kun nævner år.",
        CourseLine = "Lovet netto",
        YearsTitle = "År for år",
        YearsNote = "Kroner med øre. »Hvis intet var ændret« er udgiften på området uden investeringen.",
        YearColumn = "År",
        Total = "I alt";

    public static IReadOnlyList<string> YearHeads { get; } =
    ["Ind, kr.", "Ud, kr.", "Netto, kr.", "Netto lagt sammen, kr.", "Penge fundet, kr.", "Hvis intet var ændret, kr."];

    public static string AlternativeNote(CaseView v)
    {
        var of = v.Case.Of;
        var how = of.Alternative switch
        {
            Alternative.Constant => "Hvis intet var ændret, regnes udgiften for at være som i året før.",
            Alternative.Trend =>
                "Hvis intet var ændret, føres udviklingen i regnskabet før det første år videre som en ret linje. Den kan først tegnes, når regnskabet er der.",
            Alternative.Comparison =>
                $"Hvis intet var ændret, regnes udgiften for at ændre sig {Number(of.GrowthHundredths ?? 0)} % om året, som hos dem, I sammenligner jer med.",
            _ => $"Hvis intet var ændret, regnes udgiften for at ændre sig {Number(of.GrowthHundredths ?? 0)} % om året (eget skøn).",
        };
        return how + (of.BaseOre is { } before ? $" Udgiften i {of.FromYear - 1} er sat til {Mio(before)} mio. kr." : "");
    }

    public static string RampNote(CaseView v) =>
        v.Case.Of.RampMonths == 0
            ? "Besparelserne regnes fuldt fra linjens første måned."
            : $"Besparelserne vokser jævnt og er fulde efter {v.Case.Of.RampMonths} måneder.";

    public const string LinesTitle = "Det, der står i regnestykket",
        KindColumn = "Hvad",
        WhatColumn = "Tekst",
        PeriodColumn = "Hvornår",
        NumberColumn = "Antal",
        UnitColumn = "For hver om året, kr.",
        TotalColumn = "I alt, kr.",
        SourceColumn = "Kilde",
        AddLine = "Tilføj en linje",
        ChangeLink = "Ret det, der gælder det hele";

    public static string Kind(InvestmentKind kind) => Danish.Capital(kind.Danish());

    public static string Period(InvestmentLineFact l) =>
        (l.FirstMonth > 1 ? "fra " + Danish.Month(new DateOnly(l.FromYear, l.FirstMonth, 1)) : $"{l.FromYear}")
        + (
            l.ToYear == l.FromYear ? ""
            : l.FirstMonth > 1 ? $" til og med {l.ToYear}"
            : $"–{l.ToYear}"
        )
        + (l.RiseHundredths == 0 ? "" : $", {Number(l.RiseHundredths)} % mere hvert år");

    public static string SourceOf(InvestmentLineFact l) =>
        l.Assumed ? "antagelse" + (l.Source is { } from ? ": " + from : "") : l.Source ?? "";

    public static string FormName(PlacementForm? form) => Placements.NameOf(form ?? PlacementForm.None);

    public static string Forms(InvestmentLineFact l) =>
        l.ToForm is not null ? $"fra {FormName(l.Form)} til {FormName(l.ToForm)}" : FormName(l.Form);

    public const string TornadoTitle = "Hvad er regnestykket følsomt over for?",
        TornadoNote =
            "Netto til sidst, mio. kr., når én ting ændres ad gangen. Skraveret: dårligere. Fyldt: bedre. Det, der betyder mest, står øverst.",
        MovedColumn = "Det, der ændres",
        TriedColumn = "Prøvet fra og til",
        WorseColumn = "Netto, dårligst, kr.",
        BetterColumn = "Netto, bedst, kr.";

    public static string MovedName(Sensitivity s) =>
        s.What switch
        {
            Moved.Line => s.Line!.What ?? Kind(s.Line.Kind),
            Moved.Ramp => "Indfasningen",
            Moved.Discount => "Diskonteringen",
            _ => "Udviklingen uden investeringen",
        };

    public static string Tried(Sensitivity s) =>
        s.What switch
        {
            Moved.Line => $"{s.Least} til {s.Most}",
            Moved.Ramp => $"{s.Most} til {s.Least} måneder",
            Moved.Discount => $"{s.Most} til {s.Least}",
            _ => "1 procentpoint mindre til 1 mere om året",
        };

    public static string NetAt(long ore) => $"netto {Mio(ore)}";

    public const string CaseTitle = "Hvad koster det, og hvad skal det spare?";

    public const string CheckTitle = "Passer det med det trykte?",
        CheckWhat = "Tal",
        CheckPrinted = "Trykt",
        CheckOurs = "Regnet her",
        CheckState = "Passer",
        Agrees = "ja",
        Differs = "nej: eksemplet er ændret";

    public static string Printed(decimal value, PublishedNumber of) =>
        decimal.Round(value, of.Decimals, MidpointRounding.AwayFromZero).ToString("N" + of.Decimals, Danish.Culture);

    public const string NotShownTitle = "Hvad det ikke viser";

    public static IReadOnlyList<string> NotShown { get; } =
    [
        "En besparelse er ikke penge på en konto. Den er forskellen til en udvikling, der ikke skete.",
        "Færre anbringelser er ikke i sig selv godt. Se på børnenes mål, hjemgivelser og nye underretninger ved siden af.",
        "Gevinster og tab uden for området (skole, sundhed, stat) og efter det sidste år er ikke talt med.",
    ];

    public const string SignTitle = "Skriv under",
        SignNote =
            "Når den er skrevet under, gemmes den med en basislinje og kan ikke ændres. Skal noget laves om, laves en ny udgave ved siden af.",
        SignLabel = "Hvem skriver under",
        SignHint = "Navnet, som det skal stå i referatet.",
        SignSave = "Skriv under",
        CopyNote = "En ny udgave har de samme linjer og kan ændres. Denne bliver stående.",
        CopySave = "Lav en ny udgave",
        DropSave = "Slet",
        DropNote = "Kun en, der ikke er skrevet under, kan slettes.",
        SpentTitle = "Brugt på investeringen",
        SpentNote = "Skriv, hvad der er brugt i hver måned. Måneder uden beløb er ikke indberettet; de er ikke nul.",
        SpentNone = "Der er ikke indberettet noget endnu.",
        SpentMonth = "Måned",
        SpentHint = "En dag i måneden, fx 01-04-2017.",
        SpentAmount = "Beløb, kr.",
        SpentWhat = "Til hvad",
        SpentSave = "Gem beløbet",
        SpentRemove = "Fjern",
        ActionColumn = "Handling",
        AsWord = "Hent det hele som Word",
        AsTable = "Samme tal som tabel",
        EarlierText = "Ny udgave af",
        LaterText = "Ny udgave:",
        BackToList = "Alle investeringer";

    public static string RemoveLabel(InvestmentSpentFact s) => $"Fjern {Kroner(s.AmountOre)} kr. i {Danish.Month(s.Month)}";

    // The forms
    public const string NewTitle = "Skriv en ny investering",
        ChangeTitle = "Ret investeringen",
        CaseSave = "Gem",
        NameLabel = "Navn",
        BaseHint = "Hele kalenderåret før det første, i kroner. Uden den kan udviklingen uden investeringen ikke prøves af.",
        GrowthHint = "Kun ved sammenligning og eget skøn. Et fald skrives med minus, fx -1,5.",
        RampHint = "0, hvis besparelserne er fulde fra første dag.",
        DiscountHint = "Lad feltet stå tomt for ingen diskontering.",
        SeedHint = "Et helt tal. Det samme tal giver de samme forsøg.",
        CaseSourceHint = "Fx et notat og dets dato.",
        LineTitleNew = "Tilføj en linje",
        LineTitleChange = "Ret linjen",
        WhatHint = "Fx »ni rådgivere i de to nye teams«.",
        ToYearHint = "Tomt: kun det første år.",
        FirstMonthHint = "1 til 12. Tomt: fra januar.",
        NumberHint = "Stillinger, helårsanbringelser eller børn pr. rådgiver. Ved et beløb kan det stå tomt.",
        UnitHint = "Årsløn, prisen på et helår eller beløbet. Ved en flytning: forskellen mellem de to priser.",
        RangeHint = "I procent af beløbet. Tomt: 90 til 110.",
        AssumedLabel = "Det er en antagelse",
        LineSourceHint = "Hvor tallet står. Skal udfyldes, hvis det ikke er en antagelse.",
        RemoveLine = "Fjern linjen";

    public static IReadOnlyList<(string, string)> FormOptions { get; } =
    [
        (PlacementForm.Foster.Danish(), Danish.Capital(FormName(PlacementForm.Foster))),
        (PlacementForm.Institution.Danish(), Danish.Capital(FormName(PlacementForm.Institution))),
        (PlacementForm.Own.Danish(), Danish.Capital(FormName(PlacementForm.Own))),
    ];
}
