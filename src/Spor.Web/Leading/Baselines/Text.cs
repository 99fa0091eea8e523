using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Kernel;

namespace Spor.Web.Leading.Baselines;

static class Text
{
    public const string Title = "Basislinjer";
    public const string Lede =
        "En basislinje er en dag og det, Spor vidste på et bestemt tidspunkt. Gem den, før noget lægges om, og sammenlign med den senere.";
    public const string ListTitle = "Gemte basislinjer";
    public const string ListCaption = "Basislinjer, den nyeste øverst";
    public const string Empty = "Der er ingen basislinjer endnu. Gem den første herunder.";
    public const string Name = "Navn";
    public const string Day = "Dag";
    public const string EntryHead = "Journal nr.";
    public const string KeptBy = "Gemt af";
    public const string Why = "Hvorfor";
    public const string Compare = "Sammenlign";

    public static string CompareWith(string name) => $"Sammenlign med {name}";

    public const string NewTitle = "Gem en basislinje";
    public const string NameHint = "Et navn, andre forstår om to år. For eksempel »Før omlægningen«.";
    public const string DayHint = "Den dag, tallene gælder. Skriv den som 31-10-2026.";
    public const string Entry = "Som kendt ved registrering nr.";

    public static string EntryHint(long head) => $"Lad feltet stå tomt for det, Spor ved nu: registrering nr. {Danish.Number(head)}.";

    public const string WhyHint = "Skriv ikke navne på borgere.";
    public const string Keep = "Gem basislinje";

    public static string Kept(string name) => $"Basislinjen »{name}« er gemt.";

    public const string WithdrawnTitle = "Basislinjen er fjernet.";
    public const string WrongTitle = "Basislinjen er ikke gemt";
    public const string Nameless = "Uden navn";

    public static string By(string who, DateOnly on) => $"{who}, {Danish.Long(on)}";

    public static string NotADay(string typed) => $"»{typed}« er ikke en dato. Skriv den som 31-10-2026.";

    public static string NotANumber(string typed) => $"»{typed}« er ikke nummeret på en registrering.";

    public static string CompareTitle(string name) => $"Basislinje: {name}";

    public static string CompareLede(DateOnly day, long entry) =>
        $"Tallene for {Danish.Long(day)}, som Spor kendte dem ved registrering nr. {Danish.Number(entry)}, ved siden af de samme tal, "
        + $"som Spor kender dem nu.";

    public static string ReasonWas(string who, DateOnly on, string? reason) =>
        $"Gemt af {who} {Danish.Long(on)}." + (reason is null ? "" : $" Grunden: {reason}");

    public const string CorrectedOwnOnly =
        "Hvad der er rettet om børn, du ikke kan slå op, står her ikke. Tallene nedenfor er dem, der er offentliggjort: en rettelse kommer "
        + "med næste måned.";
    public const string FiguresTitle = "Tallene dengang og nu";

    public static string FiguresNote(DateOnly from, DateOnly to) =>
        $"Tal for en periode er for {Danish.Long(from)} til {Danish.Long(to)}. »I dag« er de seneste 12 måneder.";

    public const string Figure = "Nøgletal";
    public const string Part = "Del";
    public const string Then = "Som kendt dengang";
    public const string Now = "Som kendt nu";
    public const string Moved = "Rettelserne flyttede tallet";
    public const string Today = "I dag";

    public static string FiguresCaption(DateOnly day, DateOnly today) =>
        $"Nøgletal pr. {Danish.Long(day)}, dengang og nu, og pr. {Danish.Long(today)}";

    public const string OnlyMoved = "Vis kun tal, som rettelser har flyttet";
    public const string AllFigures = "Vis alle tal";
    public const string NothingMoved = "Ingen rettelser har flyttet tallene.";
    public const string Unmoved = "uændret";
    public const string Undefined = "–";
    public const string Hidden = "skjult";
    public const string SmallNote = "Tal, som færre end 5 børn står bag, er skjult, og andre med dem, hvor man ellers kunne regne dem ud.";

    public const string CorrectedTitle = "Rettet siden";

    public static string CorrectedNote(DateOnly day, long entry) =>
        $"Oplysninger om dagene til og med {Danish.Long(day)}, som er registreret, rettet eller trukket tilbage efter journal "
        + $"nr. {Danish.Number(entry)}. Det, der først skete senere, er ikke en rettelse.";

    public const string NothingCorrected = "Intet er rettet siden.";
    public const string Kind = "Slags";
    public const string Recorded = "Kom til";
    public const string Changed = "Rettet";
    public const string Withdrawn = "Trukket tilbage";
    public const string CorrectedCaption = "Antal rettelser efter slags";
    public const string EachTitle = "Hver rettelse";

    public static string EachNote(int shown, int all) =>
        shown == all ? "" : $"De {Danish.Number(shown)} seneste af {Danish.Number(all)} vises.";

    public static string EachCount(int n) =>
        n == 1 ? "1 rettelse af oplysninger om børn, du må se" : $"{Danish.Number(n)} rettelser af oplysninger om børn, du må se";

    public const string Masked = "Oplysninger om barnet blev rettet.";

    public static string Stood(long entry) => $"registrering nr. {Danish.Number(entry)}";

    public const string WithdrawTitle = "Fjern basislinjen";
    public const string WithdrawNote = "Er den gemt ved en fejl, kan den fjernes. Rapporter, der er printet på den, bliver stående.";
    public const string Withdraw = "Fjern basislinjen";
    public const string Back = "Alle basislinjer";

    public static string NoneWith(string id) => $"Der er ingen basislinje med nummer {id}.";

    public static string KindName(FactKind kind) =>
        kind.Name switch
        {
            "child" => "Barnets stamoplysninger",
            "case" => "Sager",
            "assignment" => "Tildelinger",
            "notification" => "Underretninger",
            "assessment" => "Undersøgelser",
            "conversation" => "Samtaler med barnet",
            "plan" => "Planer",
            "measurement" => "Målinger af mål",
            "decision-record" => "Afgørelser",
            "intervention" => "Indsatser",
            "follow-up" => "Opfølgninger",
            "supervision-visit" => "Tilsyn",
            "network-conference" => "Netværksrådslagninger",
            "intervention-price" => "Priser",
            "return-home" => "Hjemgivelser",
            "team" => "Team og lofter",
            "district" => "Distrikter",
            "employment" => "Ansættelser",
            "budget-line" => "Budget",
            "ledger-line" => "Regnskab",
            "catalogue-entry" => "Ydelseskataloget",
            _ => kind.Name,
        };

    /// <summary>A figure as people read it: 1.234 · 15,3 · 82 % · 27,4 måneder · 31,25 · 1.234.567 kr.</summary>
    public static string Show(FigureUnit unit, double? value) =>
        value is not { } v
            ? Undefined
            : unit switch
            {
                FigureUnit.Count => Danish.Number(v, 0),
                FigureUnit.Share => Danish.Number(v, 0) + " %",
                FigureUnit.FullYears => Danish.Number(v, 2),
                FigureUnit.Ore => Danish.Number(v / 100, 0) + " kr.",
                _ => Danish.Number(v, 1),
            };

    /// <summary>The difference as shown: of the figures as they are rounded, so that a reader can do the sum.</summary>
    public static string Difference(FigureUnit unit, double? then, double? now)
    {
        if (then is not { } a || now is not { } b)
            return then is null && now is null ? Unmoved : Undefined;
        var decimals = unit switch
        {
            FigureUnit.Count or FigureUnit.Share or FigureUnit.Ore => 0,
            FigureUnit.FullYears => 2,
            _ => 1,
        };
        var scale = unit == FigureUnit.Ore ? 100 : 1;
        var difference =
            Math.Round((decimal)b / scale, decimals, MidpointRounding.AwayFromZero)
            - Math.Round((decimal)a / scale, decimals, MidpointRounding.AwayFromZero);
        if (difference == 0)
            return a == b ? Unmoved : "±0";
        var shown = (difference > 0 ? "+" : "") + Danish.Number((double)difference, decimals);
        return unit switch
        {
            FigureUnit.Share => shown + " procentpoint",
            FigureUnit.Ore => shown + " kr.",
            _ => shown,
        };
    }
}
