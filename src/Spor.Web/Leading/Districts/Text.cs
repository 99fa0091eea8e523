using Spor.Economy;
using Spor.Kernel;

namespace Spor.Web.Leading.Districts;

static class Text
{
    public const string Title = "Går det anderledes i modeldistrikterne?";
    public const string NoDistricts = "Her kan modeldistrikter holdes op mod de øvrige, når distrikterne er læst ind (distrikter.csv).";
    public const string Hidden = "skjult",
        None = "–";
    public const string NotDays =
        "Vælg to dage, der er kommet, den første i et tidligere år end den sidste, så to års udgifter kan holdes op mod hinanden.";
    public const string HiddenNote =
        "Tal, som få børn står bag, og ændringer, som få børn gør, er skjult, og så meget ved siden af, at de ikke kan regnes ud. Dagene er dem, der er "
        + "offentliggjort.";

    public static string Lede(DistrictView v)
    {
        var (_, now, _) = v.Differences.First(d => d.Of == DistrictMeasure.Placed);
        return now switch
        {
            null => "Forskellen på anbragte kan ikke vises, fordi få børn står bag.",
            { Point: null } => "Det kan ikke regnes ud: en af grupperne har ingen børn med sag på en af dagene.",
            { Small: true } => "Det kan ikke afgøres: der er for få anbragte i en af grupperne.",
            { Tells: true, Point: { } point } =>
                $"Ja, for anbringelser: {Danish.Number(Math.Abs(point), 1)} {(point < 0 ? "færre" : "flere")} anbragte pr. 100 børn med sag, end de øvrige "
                    + $"distrikters udvikling tilsiger (95 %-interval {Interval(DistrictMeasure.Placed, now)}).",
            { Point: { } point } =>
                $"Det kan ikke afgøres. Forskellen på anbragte er {Signed(point, 1)} pr. 100 børn med sag, og intervallet "
                    + $"{Interval(DistrictMeasure.Placed, now)} omfatter 0.",
        };
    }

    public const string FromLabel = "Før (dag)",
        ToLabel = "Efter (dag)",
        ShowButton = "Vis";
    public const string TableTitle = "Det, der blev målt";

    public static string TableNote(DistrictView v) =>
        $"Børn og rådgivere på dagen: {Danish.Long(v.Books.Baseline)} og {Danish.Long(v.Books.Day)}. Udgifter og nye anbringelser fra januar til og med "
        + $"{v.Books.MonthsOfYear[^1].ToString("MMMM", Danish.Culture)} i {v.Books.YearBefore} og {v.Books.Year}. Udgifterne er beregnet ud fra "
        + "bevillingerne, for intet regnskab nævner distrikter.";

    public const string Figure = "Tal";

    public static IReadOnlyList<string> Heads(DistrictView v) =>
        ["Model, før", "Model, efter", "Model, ændring", "Øvrige, før", "Øvrige, efter", "Øvrige, ændring"];

    public const string Children = "Børn med sag",
        Fte = "Rådgiverårsværk",
        Caseload = "Børn pr. rådgiverårsværk",
        Placed = "Anbragte børn",
        Foster = "heraf i plejefamilie",
        Institution = "heraf på børne- og ungehjem",
        Own = "heraf på eget værelse, kost- eller efterskole",
        New = "Nye anbringelser",
        Spending = "Udgift til anbringelser, kr.",
        SpendingPerChild = "Udgift til anbringelser pr. barn med sag, kr.";

    public const string ReadTitle = "Læs tallene med det her";

    public static IReadOnlyList<string> ReadWith(DistrictView v)
    {
        var lines = new List<string>();
        if (
            v.Money.Before.Model.Caseload is { } m0
            && v.Money.Before.Others.Caseload is { } o0
            && v.Money.After.Model.Caseload is { } m1
            && v.Money.After.Others.Caseload is { } o1
        )
        {
            var (before, after) = ((o0 - m0).Rounded(1), (o1 - m1).Rounded(1));
            lines.Add(
                $"Forskellen i sagstal var {before.ToString("N1", Danish.Culture)} og er nu {after.ToString("N1", Danish.Culture)}"
                    + (
                        Math.Abs(after) < Math.Abs(before)
                            ? ": sagstallene har nærmet sig, så de øvrige får også noget af behandlingen."
                            : "."
                    )
            );
        }
        lines.Add(
            "Summer kan ikke trækkes fra hinanden, for grupperne er ikke lige store. Forskellene herunder er derfor regnet pr. barn med sag."
        );
        lines.Add("Distrikterne er valgt og ikke trukket lod om. Andet kan have flyttet tallene.");
        if (v.Money.Before.MixedFte > 0 || v.Money.After.MixedFte > 0)
            lines.Add(
                $"Team, der dækker begge slags distrikter, er holdt udenfor: {Danish.Number(v.Money.Before.MixedFte, 1)} årsværk før og "
                    + $"{Danish.Number(v.Money.After.MixedFte, 1)} efter."
            );
        var unpriced =
            v.Money.Before.Model.WithoutPrice
            + v.Money.After.Model.WithoutPrice
            + v.Money.Before.Others.WithoutPrice
            + v.Money.After.Others.WithoutPrice;
        if (unpriced > 0)
            lines.Add(
                v.HidesSmall
                    ? "Nogle anbringelser har ingen pris og er ikke med i udgiften."
                    : $"{Danish.Number(unpriced)} anbringelsesmåneder har ingen pris og er ikke med i udgiften."
            );
        return lines;
    }

    public const string DifferenceTitle = "Ændring i modeldistrikterne ud over de øvriges";

    public static string DifferenceNote(DistrictView v) =>
        $"Forskel i forskelle fra {Danish.Long(v.Books.Baseline)} til {Danish.Long(v.Books.Day)}. Intervallet er lavet ved at trække familier om igen "
        + $"{Danish.Number(DistrictEvaluation.Draws)} gange, så søskende følges ad. Skalaen er forskellig for hver linje.";

    public static string Name(DistrictMeasure of) =>
        of switch
        {
            DistrictMeasure.Placed => "Anbragte pr. 100 børn med sag",
            DistrictMeasure.Foster => "I plejefamilie pr. 100 børn med sag",
            DistrictMeasure.Institution => "På børne- og ungehjem pr. 100 børn med sag",
            DistrictMeasure.NewPlacements => "Nye anbringelser pr. 100 børn med sag",
            _ => "Anbringelsesudgift pr. barn med sag, kr.",
        };

    public const string PointHead = "Forskel",
        IntervalHead = "95 %-interval",
        PictureHead = "Mindre ← 0 → mere",
        SaysHead = "Hvad det siger",
        PlaceboHead = "Samme regnestykke året før";

    static string Value(DistrictMeasure of, double value) => of == DistrictMeasure.Spending ? Signed(value / 100, 0) : Signed(value, 1);

    static string Signed(double value, int decimals) => (Math.Round(value, decimals) > 0 ? "+" : "") + Danish.Number(value, decimals);

    public static string Point(DistrictMeasure of, Estimate? e) =>
        e is null ? Hidden
        : e.Point is { } p ? Value(of, p)
        : None;

    public static string Interval(DistrictMeasure of, Estimate? e) =>
        e is null ? Hidden
        : e is { Low: { } low, High: { } high } ? $"{Value(of, low)} til {Value(of, high)}"
        : None;

    public static string Says(Estimate? e) =>
        e switch
        {
            null => Hidden,
            { Low: null } => "kan ikke regnes ud",
            { Small: true } => "for få børn til at afgøre det",
            { Tells: true } => "omfatter ikke 0",
            _ => "omfatter 0: kan ikke afgøres",
        };

    public static string Placebo(DistrictMeasure of, Estimate? e, bool hides) =>
        hides ? "vises kun for den, der må se børnene"
        : e is null || e.Point is null ? None
        : $"{Value(of, e.Point.Value)} ({Interval(of, e)}){(e.Tells && !e.Small ? ": de fulgtes ikke ad, læs forskellen med forbehold" : "")}";

    public const string CourseTitle = "Hvert distrikt for sig, før og efter";

    public static string CourseNote(DistrictView v) =>
        "Anbragte pr. 100 børn med sag, kvartal for kvartal. Fuld streg: distriktet. Stiplet: de øvrige distrikter under ét, ens i alle. Lodret: "
        + $"{Danish.Long(v.Books.Baseline)}.";

    public static string MoreDistricts(int more) => $"{more} modeldistrikter mere er i tabellen og filen.";

    public static string TooSmall(IReadOnlyList<string> names) =>
        $"{string.Join(", ", names)} har på intet tidspunkt haft {DistrictEvaluation.FewestEvents} anbragte børn. Så få siger ikke noget: et enkelt barn "
        + "flytter linjen.";

    public const string ModelLine = "Modeldistrikter i alt",
        OthersLine = "Øvrige distrikter",
        DayHead = "Dag",
        WhenHead = "Hvornår",
        LowHead = "95 %, nederst",
        HighHead = "95 %, øverst",
        AsTable = "Samme tal som tabel",
        AsWord = "Hent siden som Word";

    public static string When(bool before) => before ? "før" : "efter";

    /// <summary>As a file and a table have it.</summary>
    public static object? Tenth(double? value) => value is { } v ? Math.Round((decimal)v, 1, MidpointRounding.AwayFromZero) : null;

    public static string Shown(double? value) => value is { } v ? Danish.Number(v, 1) : None;

    public static string SignedShown(double? value) => value is { } v ? Signed(v, 1) : None;

    public const string GapTitle = "Forskellen, og om den var der før";

    public static string GapNote(DistrictView v) =>
        $"Modeldistrikter minus øvrige, anbragte pr. 100 børn med sag, målt fra gennemsnittet til og med {Danish.Long(v.Books.Baseline)}. Streg: 95 "
        + $"%-interval, lavet ved at trække familier om igen {Danish.Number(DistrictCourse.Draws)} gange. Tomme prikker: før.";

    static string Range(Ranged of) =>
        of is { Low: { } low, High: { } high } ? $"95 %-interval {Signed(low, 1)} til {Signed(high, 1)}" : "intet interval";

    /// <summary>Whether they moved together before, and what the difference is without the district that weighs most.</summary>
    public static IReadOnlyList<string> GapAnswers(DistrictView v)
    {
        if (v.Course is not { } course)
            return [];
        var lines = new List<string>
        {
            course.Trend switch
            {
                { Point: { } p, Low: not null } t when t.Tells =>
                    $"Før {Danish.Long(v.Books.Baseline)} ændrede forskellen sig {Signed(p, 1)} om året ({Range(t)}). De fulgtes ikke ad, så en del af "
                        + "forskellen kan være begyndt før.",
                { Point: { } p, Low: not null } t =>
                    $"Før {Danish.Long(v.Books.Baseline)} ændrede forskellen sig {Signed(p, 1)} om året ({Range(t)}). Intervallet omfatter 0: tallene tyder "
                        + "ikke på, at de gik hver sin vej.",
                _ => "Der er for få kvartaler før til at prøve, om de fulgtes ad.",
            },
        };
        if (course.Without is { } without && course.All.Point is { } all && without.Difference.Point is { } left)
            lines.Add(
                $"{Danish.Capital(Count(course.Districts.Count))} modeldistrikter er {(course.Districts.Count < 10 ? "få" : "ikke mange")}. "
                    + $"{without.Name} betyder mest: uden det er ændringen {Signed(left, 1)} ({Range(without.Difference)}), med alle {Signed(all, 1)} "
                    + $"({Range(course.All)})."
            );
        return lines;
    }

    static string Count(int n) =>
        n is >= 2 and <= 9 ? new[] { "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni" }[n - 2] : Danish.Number(n);

    public const string BarsTitle = "Hvor bor de anbragte?";
    public const string BarsNote =
        "Antal børn. Yderst: andelen i plejefamilie. Netværksplejefamilier tælles som plejefamilier. Mål: 75 % i familie.";

    public static string BarOf(bool model, DateOnly day) => $"{(model ? "Model" : "Øvrige")}, {day.ToString("MMM yyyy", Danish.Culture)}";

    public static string BarShare(PlacedBar bar) =>
        bar.FamilyPercent is { } percent ? $"{percent} %"
        : bar.Children is null ? Hidden
        : None;

    /// <summary>With the two counts.</summary>
    public static string BarCounts(PlacedBar bar) =>
        bar.FamilyPercent is { } percent
            ? $"{percent} % ({Danish.Number(bar.Children![Spor.Interventions.PlacementForm.Foster])} af {Danish.Number(bar.All)})"
            : BarShare(bar);

    public const string BarHead = "Gruppe og dag",
        FamilyHead = "I plejefamilie, andel",
        AllHead = "Anbragte i alt";
}
