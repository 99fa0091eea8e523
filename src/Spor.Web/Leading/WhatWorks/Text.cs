using Spor.Children;
using Spor.Investing;
using Spor.Kernel;
using Words = Spor.Web.Leading.Management.Text;

namespace Spor.Web.Leading.WhatWorks;

/// <summary>The Danish of what works for whom.</summary>
static class Text
{
    public const string Title = "Hvad virker for hvem";
    public const string For =
        "Tallene er til at justere viften af tilbud med. De er ikke til at sammenligne børn eller medarbejdere, og rækkerne står efter navn. "
        + "Et tilbud, der får de sværeste opgaver, kan have de laveste tal: tallene siger, hvad der skete, ikke hvorfor.";

    public static string Lede(OfferView v) =>
        v.OfferName is { } offer
            ? $"{offer} for hver målgruppe. Perioden er {Words.Period(v.Period)}."
            : $"{(v.Kind == OfferKind.Measure ? "Indsatser" : "Leverandører")}"
                + (v.Query.Filter.TargetGroup is { } g ? $" for målgruppen {Words.GroupName(g).ToLower(Danish.Culture)}" : "")
                + $". Perioden er {Words.Period(v.Period)}.";

    public static string Caption(OfferView v) => Title + (v.OfferName is { } offer ? ": " + offer : "");

    public static string AfterNote(OfferView v) =>
        "»Et år efter« er om de børn, hvis indsats sluttede i samme periode året før: "
        + $"{Words.Period(new(v.Period.After.AddMonths(-12), v.Period.To.AddMonths(-12)))}.";

    public const string YearNote =
        "Du ser kalenderåret før det, der er i gang, fordi tallene er om børn, du ikke kan slå op. Leverandører vises ikke for dig.";
    public const string ProvidersWithheld =
        "Tal om leverandører vises kun for den, der må se alle børnene bag: en plejefamilie er en person. Vælg indsatser i stedet.";
    public const string Empty = "Ingen fik en indsats i perioden.";

    public const string FormLabel = "Vælg tilbud, målgruppe og periode",
        ByLabel = "Vis efter",
        GroupLabel = "Målgruppe",
        Show = "Vis",
        Reset = "Nulstil",
        Back = "Alle indsatser";

    public static string Name(OfferKind kind) => kind == OfferKind.Measure ? "indsatser" : "leverandører";

    public static string Head(OfferKind kind) => kind == OfferKind.Measure ? "Indsats" : "Leverandør";

    public static string Group(TargetGroup? group) => group is { } g ? Words.GroupName(g) : "Alle målgrupper";

    public const string GroupHead = "Målgruppe",
        ChildrenHead = "Børn",
        MonthsHead = "Måneder",
        ProgressHead = "Ændring i målscore",
        MeasuredHead = "Indsatser med mål",
        CostHead = "Udgift pr. barn",
        UnpricedHead = "Måneder uden pris",
        PointHead = "Udgift pr. målpoint",
        AfterHead = "Trin et år efter",
        FollowedHead = "Fulgt et år",
        LowerHead = "Lavere trin",
        SameHead = "Samme trin",
        HigherHead = "Højere trin",
        OutHead = "Uden trin",
        LeftHead = "Forlod trinnet",
        AgainHead = "Kom igen inden et år",
        Low = "nederst",
        High = "øverst";

    // --- cells
    static string Range(string low, string high) => $" ({low} til {high})";

    static string Signed(double value) => (Math.Round(value, 1, MidpointRounding.AwayFromZero) > 0 ? "+" : "") + Danish.Number(value, 1);

    static string Kroner(double ore) => Danish.Number((long)Math.Round(ore / 100)) + " kr.";

    public static string Whole(bool hidden, int n) => hidden ? Words.Hidden : Danish.Number(n);

    public static string Months(bool hidden, OfferOutcome of) => hidden ? Words.Hidden : Danish.Number((double)of.Months, 1);

    public static string Progress(bool hidden, OfferOutcome of) =>
        hidden ? Words.Hidden
        : of.Progress is not { } mean ? Words.None
        : Signed((double)mean) + (of.ProgressRange is { Low: { } low, High: { } high } ? Range(Signed(low), Signed(high)) : TooFew);

    public static string Money(bool hidden, long? ore, Ratio range) =>
        hidden ? Words.Hidden
        : ore is not { } o ? Words.None
        : Kroner(o)
            + (range is { Low: { } low, High: { } high } ? Range(Danish.Number((long)Math.Round(low / 100)), Kroner(high)) : TooFew);

    /// <summary>No interval: few families, or a divisor that may as well be nothing.</summary>
    const string TooFew = " (for usikkert til et interval)";

    public static string After(OfferView v, OfferOutcome of)
    {
        string One(OfferCell cell, int n, string word) => $"{(v.Hides(of, cell) ? Words.Hidden : Danish.Number(n))} {word}";
        var after = of.After;
        return v.Hides(of, OfferCell.Followed) ? Words.Hidden
            : after.Followed == 0 ? Words.None
            : string.Join(
                ", ",
                One(OfferCell.Lower, after.Lower, "lavere"),
                One(OfferCell.Same, after.Same, "samme"),
                One(OfferCell.Higher, after.Higher, "højere"),
                One(OfferCell.Out, after.Out, "uden trin")
            );
    }

    public static string Again(OfferView v, OfferOutcome of)
    {
        if (v.Hides(of, OfferCell.Left) || v.Hides(of, OfferCell.Again))
            return Words.Hidden;
        var again = of.After.Again;
        return again.Of == 0
            ? Words.None
            : $"{Danish.Number(again.Yes)} af {Danish.Number(again.Of)}"
                + Range(Danish.Number(again.Interval.Low * 100, 0), Danish.Number(again.Interval.High * 100, 0) + " %");
    }

    public const string How = "Sådan regnes det";

    public static IReadOnlyList<(string Term, string Words)> Definitions { get; } =
    [
        (ChildrenHead, "Børn, der havde indsatsen på en dag i perioden. Et barn tælles én gang i hver række."),
        (MonthsHead, "Dage i perioden, hvor barnet havde indsatsen, delt med 30,4."),
        (
            ProgressHead,
            "Fra første til sidste score af barnets mål, mens indsatsen var i gang, i snit over indsatserne. Skalaen er 1 til 10, og 10 er bedst."
        ),
        (CostHead, "Beregnet af pris og dage i periodens hele måneder, delt med de børn, der har en pris. Ikke fra regnskabet."),
        (
            PointHead,
            "Hvad indsatserne har kostet fra begyndelsen, delt med deres fremgang i målscore. Kun indsatser, der har pris i alle måneder og "
                + "mål, der er scoret to gange. Uden fremgang er der intet tal."
        ),
        (AfterHead, "Barnets trin et år efter indsatsens sidste dag mod trinnet den dag. Børn, der er fyldt 18 til den tid, er ikke med."),
        (
            AgainHead,
            "Af de børn, der dagen efter ikke længere havde en indsats på samme trin eller højere: hvor mange der fik det igen inden et år."
        ),
        (
            "Tal i parentes",
            "Det, tallet kan være blandt mange sådanne familier (95 %). Færre end 10 familier giver intet interval. Jo bredere, jo mindre kan "
                + "der siges. Rører to rækkers intervaller hinanden, kan forskellen være tilfældig."
        ),
    ];
}
