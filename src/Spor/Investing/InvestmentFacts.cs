using Spor.Economy;
using Spor.Facts;
using Spor.Interventions;
using Spor.Reports;

namespace Spor.Investing;

/// <summary>How spending would have gone on if nothing had been done.</summary>
public enum Alternative
{
    /// <summary>As in the year before.</summary>
    [Code("uændret udgift")]
    Constant,

    /// <summary>The straight line through the ledger's months before the first day.</summary>
    [Code("udviklingen før start ført videre")]
    Trend,

    /// <summary>As in those one compares with, in percent a year.</summary>
    [Code("som dem, vi sammenligner os med")]
    Comparison,

    /// <summary>An estimate of one's own, in percent a year.</summary>
    [Code("eget skøn")]
    Own,
}

/// <summary>What a line of an investment case is.</summary>
public enum InvestmentKind
{
    [Code("stillinger")]
    Posts,

    [Code("uddannelse")]
    Training,

    [Code("anden udgift")]
    OtherCost,

    [Code("færre helårsanbringelser")]
    FewerPlacements,

    [Code("flytning ned ad trappen")]
    Shift,

    [Code("kortere ophold")]
    ShorterStays,

    [Code("anden besparelse")]
    OtherSaving,

    /// <summary>Where the money for what goes in comes from; no part of the net.</summary>
    [Code("finansiering")]
    Funding,

    /// <summary>Children per caseworker that the case promises; no money.</summary>
    [Code("børn pr. rådgiver")]
    Caseload,
}

/// <summary>The cases with published numbers that come with Spor.</summary>
public enum InvestmentExample
{
    [Code("brønderslev")]
    Bronderslev,

    [Code("assens")]
    Assens,

    [Code("herning")]
    Herning,
}

/// <summary>
/// A calculation of what an investment costs and what is expected of it (<c>measures.md</c> 2.40). Once signed it never changes: a new
/// version stands beside it.
/// </summary>
public sealed class InvestmentCaseFact : Fact
{
    public static FactKind<InvestmentCaseFact> Described { get; } =
        new(
            "investment-case",
            "investering",
            "investeringer",
            c =>
                c.Value(f => f.FromYear, "Første år")
                    .Value(f => f.ToYear, "Sidste år")
                    .Value(f => f.Alternative, "Hvis intet var ændret")
                    .Hundredths(f => f.GrowthHundredths, "Årlig udvikling uden investeringen (procent)")
                    .Money(f => f.BaseOre, "Udgift i året før")
                    .Value(f => f.RampMonths, "Indfasning (måneder)")
                    .Hundredths(f => f.DiscountHundredths, "Diskontering (procent om året)")
                    .Value(f => f.Seed, "Tal, som simuleringen begynder med")
                    .Refers<InvestmentCaseFact>(f => f.EarlierId, "Ny udgave af", bySpor: true)
                    .Value(f => f.Example, "Eksempel")
                    .Line(f => f.Name, "Navn")
                    .Line(f => f.Source, "Hvor tallene er fra"),
            order: (a, b) => b.FromYear.CompareTo(a.FromYear),
            keeping: Keeping.OpenInRegister
        );

    public int FromYear { get; set; }
    public int ToYear { get; set; }
    public Alternative Alternative { get; set; }

    /// <summary>Percent a year in hundredths, for <see cref="Alternative.Comparison"/> and <see cref="Alternative.Own"/>.</summary>
    public long? GrowthHundredths { get; set; }

    /// <summary>Spending on the area in the calendar year before the first; null where it is not written.</summary>
    public long? BaseOre { get; set; }

    /// <summary>So many months pass until what is expected of a line is reached in full; 0 = at once.</summary>
    public int RampMonths { get; set; }

    /// <summary>Percent a year in hundredths; null = none.</summary>
    public long? DiscountHundredths { get; set; }
    public long Seed { get; set; }
    public long? EarlierId { get; set; }
    public InvestmentExample? Example { get; set; }
    public string? Name { get; set; }
    public string? Source { get; set; }

    public DateOnly First => new(FromYear, 1, 1);
    public DateOnly Last => new(ToYear, 12, 31);
}

/// <summary>A line of a case: so many, at so much each a year, in some of its years.</summary>
public sealed class InvestmentLineFact : Fact
{
    public static FactKind<InvestmentLineFact> Described { get; } =
        new(
            "investment-line",
            "linje i en investering",
            "linjer i investeringer",
            c =>
                c.Refers<InvestmentCaseFact>(f => f.CaseId, "Investering", bySpor: true)
                    .Value(f => f.Kind, "Hvad")
                    .Value(f => f.FromYear, "Fra år")
                    .Value(f => f.ToYear, "Til og med år")
                    .Value(f => f.FirstMonth, "Fra måned i det første år", range: (1, 12))
                    .Hundredths(f => f.NumberHundredths, "Antal")
                    .Money(f => f.UnitOre, "Beløb for hver om året")
                    .Hundredths(f => f.RiseHundredths, "Stigning om året (procent)")
                    .Value(f => f.LeastPercent, "Mindst (procent af beløbet)")
                    .Value(f => f.MostPercent, "Højst (procent af beløbet)")
                    .Value(f => f.Form, "Form")
                    .Value(f => f.ToForm, "Ny form")
                    .Value(f => f.Assumed, "Antagelse")
                    .Line(f => f.What, "Tekst")
                    .Line(f => f.Source, "Kilde"),
            order: (a, b) => (a.Kind, a.FromYear).CompareTo((b.Kind, b.FromYear)),
            keeping: Keeping.OpenInRegister
        );

    public long CaseId { get; set; }
    public InvestmentKind Kind { get; set; }
    public int FromYear { get; set; }
    public int ToYear { get; set; }

    /// <summary>The month of the first year that it begins in, 1 to 12.</summary>
    public int FirstMonth { get; set; } = 1;

    /// <summary>Posts, full years, or children per caseworker; 1 for an amount.</summary>
    public long NumberHundredths { get; set; }

    /// <summary>Øre for each in a full year; null for <see cref="InvestmentKind.Caseload"/>.</summary>
    public long? UnitOre { get; set; }

    /// <summary>Percent a year in hundredths, from the year after the line's first on.</summary>
    public long RiseHundredths { get; set; }

    /// <summary>Percent of the amount; null = <see cref="InvestmentCase.UsualLeast"/>.</summary>
    public int? LeastPercent { get; set; }
    public int? MostPercent { get; set; }
    public PlacementForm? Form { get; set; }

    /// <summary>What they move to, of <see cref="InvestmentKind.Shift"/>.</summary>
    public PlacementForm? ToForm { get; set; }

    /// <summary>Nobody has published it: somebody has assumed it.</summary>
    public bool Assumed { get; set; }
    public string? What { get; set; }
    public string? Source { get; set; }

    public bool IsCost => Kind is InvestmentKind.Posts or InvestmentKind.Training or InvestmentKind.OtherCost;

    public bool IsSaving =>
        Kind is InvestmentKind.FewerPlacements or InvestmentKind.Shift or InvestmentKind.ShorterStays or InvestmentKind.OtherSaving;
}

/// <summary>Somebody has signed a case: what it promised is kept with a baseline, and the case stands still from now on. In øre.</summary>
public sealed class InvestmentSignedFact : Fact
{
    public static FactKind<InvestmentSignedFact> Described { get; } =
        new(
            "investment-signed",
            "underskrift på en investering",
            "underskrifter på investeringer",
            c =>
                c.Refers<InvestmentCaseFact>(f => f.CaseId, "Investering", bySpor: true)
                    .Happened(f => f.On, "Underskrevet")
                    .Refers<BaselineFact>(f => f.BaselineId, "Basislinje", bond: Bond.Outlives)
                    .Money(f => f.InOre, "Lovet udgift")
                    .Money(f => f.OutOre, "Lovet besparelse")
                    .Line(f => f.Name, "Underskrevet af"),
            order: (a, b) => a.On.CompareTo(b.On),
            keeping: Keeping.OpenInRegister
        );

    public long CaseId { get; set; }
    public DateOnly On { get; set; }
    public long? BaselineId { get; set; }
    public long InOre { get; set; }
    public long OutOre { get; set; }
    public string? Name { get; set; }
}

/// <summary>What was spent on a signed investment in a month, as somebody has noted it. In øre; a correction may be negative.</summary>
public sealed class InvestmentSpentFact : Fact
{
    public static FactKind<InvestmentSpentFact> Described { get; } =
        new(
            "investment-spent",
            "brugt på en investering",
            "brugt på investeringer",
            c =>
                c.Refers<InvestmentCaseFact>(f => f.CaseId, "Investering", bySpor: true)
                    .Happened(f => f.Month, "Måned")
                    .Money(f => f.AmountOre, "Beløb")
                    .Line(f => f.What, "Til hvad"),
            order: (a, b) => a.Month.CompareTo(b.Month),
            keeping: Keeping.OpenInRegister
        );

    public long CaseId { get; set; }

    /// <summary>Its first day.</summary>
    public DateOnly Month { get; set; }
    public long AmountOre { get; set; }
    public string? What { get; set; }
}
