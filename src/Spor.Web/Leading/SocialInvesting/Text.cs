using Spor.Facts;
using Spor.Investing;
using Spor.Kernel;

namespace Spor.Web.Leading.SocialInvesting;

/// <summary>The Danish of social investments.</summary>
static class Text
{
    public const string Title = "Sociale investeringer (SØM)",
        RatesTitle = "Satser for sociale investeringer";

    public const string Ask =
        "Hvad en indsats koster, mod det, den sparer kommune, region og stat for i år 0 til 10: deltagere × effekt × sparede helår × pris.";
    public const string NotAlone =
        "Regnestykket er om penge i de offentlige kasser og må aldrig stå alene: hold det op mod børnenes trivsel og mål. Det er "
        + "kommunens egne tal, og kommunen svarer for dem. Intet er tilbagediskonteret.";

    public static string Lede(SocialView v)
    {
        if (v.Answer is not { } of)
            return Ask;
        var people = $"{Danish.Number(of.Asked.Participants)} {(of.Asked.Participants == 1 ? "deltager" : "deltagere")}";
        if (of.Missing.Count == Codes<Consequence>.All.Count)
            return $"Prisen mangler for alle fem konsekvenser, så der er intet regnet ud for {people}.";
        return $"{people} koster {Mio(of.CostOre)} mio. kr. og sparer {Mio(of.SparedOre)} mio. kr. over år 0 til 10: netto {Mio(of.NetOre)} mio. kr. "
            + Even(of.BreakEven)
            + (of.Missing.Count > 0 ? $" Prisen mangler for {Names(of.Missing)}, som ikke er med." : "");
    }

    static string Names(IReadOnlyList<Consequence> of) =>
        of.Count == 1 ? of[0].Danish() : string.Join(", ", of.SkipLast(1).Select(c => c.Danish())) + " og " + of[^1].Danish();

    static string Mio(long ore) => Danish.Number(ore / 1e8, 1);

    static string Even(int? year) => year is { } y ? $"Det går op fra og med år {y}." : "Det går ikke op inden for de ti år.";

    public static string EvenOwn(SocialInvestment of) =>
        $"For kommunen alene: netto {Mio(of.NetOreOfMunicipality)} mio. kr. {Even(of.BreakEvenOfMunicipality)}";

    public const string Missing = "prisen mangler";

    public const string NoRates =
        "Der er ingen satser endnu. Kommunen skriver selv, hvad en deltager sparer, og hvad det koster, med kilde: intet er udfyldt på forhånd.";

    public const string FormLabel = "Regn en social investering ud",
        TargetLabel = "Målgruppe",
        ParticipantsLabel = "Deltagere",
        EffectLabel = "Effekt (procent)",
        EffectHint = "Hvor mange af 100 det virker for.",
        CostLabel = "Udgift pr. deltager om året (kr.)",
        YearsLabel = "Så mange år er der en udgift",
        Count = "Regn ud",
        Reset = "Ryd",
        ToRates = "Satser";

    public const string NotATarget = "Vælg en målgruppe, som der er satser for.",
        NotParticipants = "Skriv antallet af deltagere som et helt tal fra 1.",
        NotAnEffect = "Skriv effekten i procent, fra 0 til 100.",
        NotACost = "Skriv udgiften i kroner, 0 eller mere.",
        NotYears = "Skriv et helt antal år fra 1 til 11.";

    public const string YearsTitle = "År for år",
        YearsNote = "Udgiften er kommunens. Det sparede deles af kommune, region og stat efter satserne.",
        YearHead = "År",
        CostHead = "Udgift",
        SparedHead = "Sparet",
        MunicipalityHead = "heraf kommune",
        RegionHead = "heraf region",
        StateHead = "heraf stat",
        NetHead = "Netto",
        SoFarHead = "Netto indtil nu",
        SoFarOwnHead = "Kommunens netto indtil nu",
        Total = "I alt",
        PictureTitle = "Netto indtil nu, mio. kr.",
        All = "alle tre",
        Own = "kommunen";

    public const string HelpTitle = "Konsekvens for konsekvens",
        ConsequenceHead = "Konsekvens";

    public static string Year(int year) => $"År {year}";

    public const string RatesLede =
            "Kommunens egne, daterede satser: hvad en deltager, det virker for, sparer af en slags hjælp, hvad et helt år af den koster, og hvem der "
            + "betaler. Spor har ingen på forhånd.",
        KnownTitle = "Det, der er skrevet",
        NothingKnown = "Der er ikke skrevet nogen satser.",
        TargetHead = "Målgruppe",
        FromHead = "Gælder fra",
        PriceHead = "Pris for et helt år",
        PriceLevelHead = "Prisniveau",
        PartsHead = "Kommune / region / stat",
        SparedRowHead = "Sparede helår, år 0 til 10",
        SourceHead = "Kilde",
        FormTitle = "Skriv en sats",
        FormNote = "En sats for samme målgruppe, konsekvens og dag bliver rettet. En ny dag giver en ny sats fra den dag.",
        TargetHint = "Som kilden kalder den, for eksempel 6–13 år.",
        SparedLegend = "Sparede helår pr. deltager, det virker for",
        SparedHint = "For eksempel 0,125. Tomt er 0. Under 0, hvis der skal mere hjælp til.",
        PriceHint = "Kroner for et helt år.",
        Save = "Gem satsen",
        Back = "Til regnestykket";

    public static string Parts(SocialRateFact r) =>
        string.Join(
            " / ",
            new[] { r.MunicipalityHundredths, r.RegionHundredths, r.StateHundredths }.Select(p =>
                (p / 100m).ToString("0.##", Danish.Culture) + " %"
            )
        );

    public static string Spared(SocialRateFact r) =>
        string.Join(" · ", r.Spared.Select(s => (s / 1000m).ToString("0.###", Danish.Culture)));

    public static string Kroner(long ore) => Danish.Number((long)Math.Round(ore / 100m, MidpointRounding.AwayFromZero)) + " kr.";
}
