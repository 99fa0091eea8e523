using Spor.Children;
using Spor.Economy;
using Spor.Facts;

namespace Spor.Exchange.Import;

public static partial class Format
{
    /// <summary>Inhabitants, other municipalities and money.</summary>
    static ImportTable[] Money() =>
        [
            new ImportTable<PopulationFact>(
                "befolkning",
                FactKinds.Population,
                false,
                false,
                [
                    Whole<PopulationFact>("År", true, 1990, 2100, (f, v) => f.Year = v) with
                    {
                        InKey = true,
                    },
                    Ref<PopulationFact>("DistriktId", false, "distrikter", f => f.DistrictId, (f, v) => f.DistrictId = v) with
                    {
                        InKey = true,
                    },
                    Whole<PopulationFact>("Alder", true, 0, 125, (f, v) => f.Age = v) with
                    {
                        InKey = true,
                    },
                    Whole<PopulationFact>("Antal", true, 0, 10_000_000, (f, v) => f.People = v),
                ]
            ),
            new ImportTable<ComparisonFact>(
                "sammenligning",
                FactKinds.Comparison,
                false,
                false,
                [
                    Whole<ComparisonFact>("År", true, 1990, 2100, (f, v) => f.Year = v) with
                    {
                        InKey = true,
                    },
                    Key<ComparisonFact>("Kommune", (f, v) => f.Municipality = v),
                    Key<ComparisonFact>("Nøgletal", (f, v) => f.Figure = v),
                    Decimal<ComparisonFact>(
                        "Værdi",
                        true,
                        10_000,
                        -1_000_000_000,
                        1_000_000_000_000,
                        (f, v) => f.ValueTenThousandths = v ?? 0
                    ),
                    new("Kilde", true, (r, t, f) => f.Source = r.Plain(t, 200), Takes: Takes.Plain),
                ]
            ),
            new ImportTable<AccountFact>(
                "konti",
                FactKinds.Account,
                false,
                true,
                [
                    Key<AccountFact>("Konto", (f, v) => f.Account = v),
                    Plain<AccountFact>("Navn", true, (f, v) => f.Name = v),
                    Whole<AccountFact>("Trin", false, 0, 6, (f, v) => f.Step = v),
                    Day<AccountFact>("Fra", true, (f, v) => f.From = v ?? default),
                    End<AccountFact>("Til", (f, v) => f.To = v),
                ],
                (r, f) => Ordered(r, "Til", f.From, f.To, "Fra"),
                f => (f.Account, (f.Name, f.Step, f.From, f.To))
            ),
            new ImportTable<BudgetFact>(
                "budget",
                FactKinds.Budget,
                false,
                true,
                [
                    Key<BudgetFact>("Konto", (f, v) => f.Account = v),
                    new("Måned", true, (r, t, f) => f.Month = r.Month(t) ?? default, InKey: true, Takes: Takes.Month),
                    new("Beløb", true, (r, t, f) => f.AmountOre = r.Money(t, negativeToo: true) ?? 0, Takes: Takes.Money),
                ]
            ),
            new ImportTable<LedgerFact>(
                "regnskab",
                FactKinds.Ledger,
                false,
                true,
                [
                    Key<LedgerFact>("Konto", (f, v) => f.Account = v),
                    new("Måned", true, (r, t, f) => f.Month = r.Month(t) ?? default, InKey: true, Takes: Takes.Month),
                    new("Beløb", true, (r, t, f) => f.AmountOre = r.Money(t, negativeToo: true) ?? 0, Takes: Takes.Money),
                    Ref<LedgerFact>("IndsatsId", false, "indsatser", f => f.InterventionId, (f, v) => f.InterventionId = v) with
                    {
                        Set = (r, t, f) =>
                        {
                            f.InterventionId = r.Ref("indsatser", t, required: false, lineStays: true);
                            if (f.InterventionId is null)
                                (f.NamesUnknown, f.NamesHash) = (true, r.Hash.OfText(LedgerFact.Naming(t)));
                        },
                    },
                ]
            ),
        ];
}
