using Spor.Children;
using Spor.Facts;
using Spor.Interventions;
using Spor.Workforce;

namespace Spor.Exchange.Import;

public static partial class Format
{
    /// <summary>The municipality, its people and its catalogue.</summary>
    static ImportTable[] Lists() =>
        [
            new ImportTable<MunicipalityFact>(
                "kommune",
                FactKinds.Municipality,
                false,
                false,
                [
                    Key<MunicipalityFact>("Kommunenr", (f, v) => f.Number = v),
                    Plain<MunicipalityFact>("Navn", true, (f, v) => f.Name = v),
                    Day<MunicipalityFact>("Opgørelsesdato", true, (f, v) => f.ExtractDay = v ?? default),
                    Day<MunicipalityFact>("PeriodeFra", false, (f, v) => f.Covers(v)),
                ],
                (r, f) =>
                {
                    if (f.WindowFrom is { } from && f.ExtractDay != default)
                        Ordered(r, "Opgørelsesdato", from, f.ExtractDay, "PeriodeFra");
                }
            ),
            new ImportTable<TeamFact>(
                "teams",
                FactKinds.Team,
                false,
                true,
                [
                    Key<TeamFact>("TeamId"),
                    Plain<TeamFact>("Navn", true, (f, v) => f.Name = v),
                    Decimal<TeamFact>("Loft", false, 100, 0, 1000, (f, v) => f.CeilingHundredths = v),
                    Day<TeamFact>("Fra", true, (f, v) => f.From = v ?? default),
                    End<TeamFact>("Til", (f, v) => f.To = v),
                ],
                (r, f) => Ordered(r, "Til", f.From, f.To, "Fra")
            ),
            new ImportTable<DistrictFact>(
                "distrikter",
                FactKinds.District,
                false,
                true,
                [
                    Key<DistrictFact>("DistriktId"),
                    Plain<DistrictFact>("Navn", true, (f, v) => f.Name = v),
                    Ref<DistrictFact>("TeamId", true, "teams", f => f.TeamId, (f, v) => f.TeamId = v ?? 0),
                    YesNo<DistrictFact>("Model", false, (f, v) => f.Model = v),
                    Day<DistrictFact>("Fra", true, (f, v) => f.From = v ?? default),
                    End<DistrictFact>("Til", (f, v) => f.To = v),
                ],
                (r, f) => Ordered(r, "Til", f.From, f.To, "Fra")
            ),
            new ImportTable<EmploymentFact>(
                "medarbejdere",
                FactKinds.Employment,
                false,
                true,
                [
                    Key<EmploymentFact>("MedarbejderId"),
                    Text<EmploymentFact>("Navn", true, (f, v) => f.Name = v),
                    Code<EmploymentFact, Role>("Rolle", true, (f, v) => f.Role = v),
                    Ref<EmploymentFact>("TeamId", false, "teams", f => f.TeamId, (f, v) => f.TeamId = v),
                    Decimal<EmploymentFact>("Årsværk", true, 10000, 0, 2, (f, v) => f.FteTenThousandths = v ?? 0),
                    Day<EmploymentFact>("Fra", true, (f, v) => f.From = v ?? default),
                    End<EmploymentFact>("Til", (f, v) => f.To = v),
                ],
                (r, f) => Ordered(r, "Til", f.From, f.To, "Fra")
            ),
            new ImportTable<CatalogueFact>(
                "ydelser",
                FactKinds.Catalogue,
                false,
                true,
                [
                    Key<CatalogueFact>("Ydelse", (f, v) => f.Code = v),
                    Plain<CatalogueFact>("Navn", true, (f, v) => f.Name = v),
                    Whole<CatalogueFact>("Trin", true, 0, 6, (f, v) => f.Step = v),
                    Code<CatalogueFact, PlacementForm>("Anbringelse", false, (f, v) => f.Form = v),
                    Plain<CatalogueFact>("Konto", false, (f, v) => f.Account = v),
                    Day<CatalogueFact>("Fra", true, (f, v) => f.From = v ?? default),
                    End<CatalogueFact>("Til", (f, v) => f.To = v),
                ],
                (r, f) => Ordered(r, "Til", f.From, f.To, "Fra")
            ),
        ];
}
