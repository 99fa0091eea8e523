using Spor.Facts;
using Spor.Interventions;
using Spor.Workforce;

namespace Spor.Economy;

/// <summary>The budget of an account in a month, in øre. <see cref="Month"/> is the first of the month.</summary>
public sealed class BudgetFact : Fact
{
    public static FactKind<BudgetFact> Described { get; } =
        new(
            "budget-line",
            "budgetlinje",
            "budgetlinjer",
            c => c.Value(f => f.Account, "Konto").Value(f => f.Month, "Måned").Money(f => f.AmountOre, "Beløb")
        );

    public string Account { get; set; } = "";
    public DateOnly Month { get; set; }
    public long AmountOre { get; set; }
}

/// <summary>Spending from the ledger on an account in a month, in øre.</summary>
public sealed class LedgerFact : Fact
{
    public static FactKind<LedgerFact> Described { get; } =
        new(
            "ledger-line",
            "regnskabslinje",
            "regnskabslinjer",
            c =>
                c.Value(f => f.Account, "Konto")
                    .Value(f => f.Month, "Måned")
                    .Money(f => f.AmountOre, "Beløb")
                    .Refers<InterventionFact>(f => f.InterventionId, "Indsats", bond: Bond.Outlives)
                    .Value(f => f.NamesUnknown, "Nævner en indsats, Spor ikke kender")
                    .BySpor(f => f.NamesHash, ""),
            keeping: Keeping.WithoutSource
        );

    public string Account { get; set; } = "";
    public DateOnly Month { get; set; }
    public long AmountOre { get; set; }
    public long? InterventionId { get; set; }

    /// <summary>The line named a measure that nobody knew when it was delivered.</summary>
    public bool? NamesUnknown { get; set; }

    /// <summary>A keyed hash of what it named then, so that the line is put to the measure when that comes.</summary>
    public long? NamesHash { get; set; }

    /// <summary>What is hashed of the source's key of a measure: apart from other texts.</summary>
    public static string Naming(string measure) => "indsats\n" + measure;
}

/// <summary>Which step an account belongs to from a day on. Of rows in force on a day the one that began last holds.</summary>
public sealed class AccountFact : Fact
{
    public static FactKind<AccountFact> Described { get; } =
        new(
            "account",
            "konto",
            "konti",
            c =>
                c.Value(f => f.Account, "Konto")
                    .Value(f => f.Name, "Navn")
                    .Value(f => f.Step, "Trin", range: (0, 6))
                    .Value(f => f.From, "Fra")
                    .Value(f => f.To, "Til og med", notBefore: f => f.From)
        );

    public string Account { get; set; } = "";
    public string Name { get; set; } = "";

    /// <summary>0 to 6; null where the account belongs to no step of its own.</summary>
    public int? Step { get; set; }
    public DateOnly From { get; set; }
    public DateOnly? To { get; set; }

    public bool HoldsOn(DateOnly day) => From <= day && (To is null || day <= To);
}

/// <summary>How many people of one age live in a district, or in the whole municipality, in a year.</summary>
public sealed class PopulationFact : Fact
{
    public static FactKind<PopulationFact> Described { get; } =
        new(
            "population",
            "befolkningstal",
            "befolkningstal",
            c =>
                c.Value(f => f.Year, "År")
                    .Refers<DistrictFact>(f => f.DistrictId, "Distrikt")
                    .Value(f => f.Age, "Alder")
                    .Value(f => f.People, "Antal")
        );

    public int Year { get; set; }

    /// <summary>Null = the whole municipality, which is a count of its own and not the sum of its districts.</summary>
    public long? DistrictId { get; set; }

    /// <summary>Whole years.</summary>
    public int Age { get; set; }
    public int People { get; set; }
}

/// <summary>A published figure of a municipality in a year, with where it comes from.</summary>
public sealed class ComparisonFact : Fact
{
    public static FactKind<ComparisonFact> Described { get; } =
        new(
            "comparison",
            "sammenligningstal",
            "sammenligningstal",
            c =>
                c.Value(f => f.Year, "År")
                    .Value(f => f.Municipality, "Kommune")
                    .Value(f => f.Figure, "Nøgletal")
                    .TenThousandths(f => f.ValueTenThousandths, "Værdi")
                    .Value(f => f.Source, "Kilde")
        );

    public int Year { get; set; }

    /// <summary>As the source names it: a municipality, or a group such as the whole country.</summary>
    public string Municipality { get; set; } = "";
    public string Figure { get; set; } = "";
    public long ValueTenThousandths { get; set; }
    public string Source { get; set; } = "";
}
