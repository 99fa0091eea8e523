using Spor.Kernel;

namespace Spor.Web.Leading.Economy;

static partial class Text
{
    public const string MatchingTitle = "Regnskabet mod bevillingerne";
    public const string BackToEconomy = "Til økonomiopfølgningen";
    public const string NothingDelivered = "Regnskabet er ikke leveret for nogen måned i året endnu, så der er ikke noget at afstemme.";

    public static string MatchingLede(MatchingView v) =>
        v.Matching is not { } m ? ""
        : v.HidesSmall ? "Hvad i årets regnskab hører til en bevilget indsats, og hvad gør ikke."
        : $"{Danish.Number(m.Equal)} af {Danish.Number(m.Matched.Count)} indsatsmåneder stemmer på øren. "
            + $"{Danish.Number(m.Without.Count + m.Unknown.Count)} linjer hører ikke til nogen kendt indsats, og "
            + $"{Danish.Number(m.NoLine.Count)} indsatsmåneder har ingen linje.";

    public static string MatchingTable(int year) => $"De leverede måneder i {year}";

    public const string MatchingNote =
        "En indsatsmåned er en indsats og en måned, den er i gang i. Alle linjer, der nævner de to, er lagt sammen. Det brugte er hele regnskabet, og "
        + "det bevilgede er alt, der er bevilget, for de samme måneder.";

    public const string WhatColumn = "Hvad",
        CountColumn = "Antal",
        GrantedOreColumn = "Bevilget, kr.",
        ChildColumn = "Barn",
        MeasureColumn = "Indsats",
        AmountColumn = "Beløb, kr.",
        DifferenceColumn = "Forskel, kr.";

    public const string MatchedRow = "Indsatsmåneder med linje i regnskabet",
        NotGrantedRow = "Linjer for indsatsmåneder uden bevilget beløb",
        WithoutRow = "Linjer, der ikke nævner en indsats",
        UnknownRow = "Linjer, der nævner en ukendt indsats",
        NoLineRow = "Indsatsmåneder uden linje i regnskabet";

    public static string EqualOf(int equal, int all) => $"{Danish.Number(equal)} af {Danish.Number(all)} er ens på øren";

    public static string? NotPriced(int count) => count == 0 ? null : $"heraf {Danish.Number(count)} med en indsats uden pris";

    public static string LikelyTitle(int count) =>
        count == 1 ? "1 linje hører sandsynligvis til en indsats" : $"{Danish.Number(count)} linjer hører sandsynligvis til en indsats";

    public const string LikelyNote =
        "Samme måned, samme konto og samme beløb på øren, og kun én af hver. Knyttes linjen, står det på barnet med dag og navn, og det kan "
        + "trækkes tilbage der under »Ret en fejl«.";
    public const string Settle = "Knyt linjen til indsatsen";

    public const string OpenFirst = "Sagen er lukket eller beskyttet. Åbn barnets side først, og kom tilbage.";

    public static string FirstOf(int shown, int all) => $"De første {Danish.Number(shown)} af {Danish.Number(all)} vises.";

    public const string NoLineTitle = "Bevilget, og ikke i regnskabet",
        NoLineNote = "De nyeste måneder først. Regningen kan mangle, eller indsatsen kan være holdt op, uden at det er skrevet.",
        WithoutTitle = "I regnskabet, og ikke på nogen indsats",
        WithoutNote = "De nyeste måneder først.",
        DifferentTitle = "Bevilget og bogført med forskellige beløb",
        DifferentNote = "De største forskelle først.";
}
