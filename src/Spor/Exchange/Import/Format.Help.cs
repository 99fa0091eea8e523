using Spor.Children;
using Spor.Conferences;
using Spor.Decisions;
using Spor.Facts;
using Spor.FollowUps;
using Spor.Interventions;

namespace Spor.Exchange.Import;

public static partial class Format
{
    /// <summary>What helps a child, and what is met about.</summary>
    static ImportTable[] Help() =>
        [
            new ImportTable<InterventionFact>(
                "indsatser",
                FactKinds.Intervention,
                false,
                false,
                [
                    Key<InterventionFact>("IndsatsId"),
                    Child<InterventionFact>(),
                    Ref<InterventionFact>("AfgoerelseId", false, "afgoerelser", f => f.DecisionId, (f, v) => f.DecisionId = v),
                    Plain<InterventionFact>("Ydelse", true, (f, v) => f.Code = v),
                    Plain<InterventionFact>("Lovgrundlag", true, (f, v) => f.LegalBasis = v),
                    Text<InterventionFact>("Leverandør", false, (f, v) => f.Provider = v),
                    Day<InterventionFact>("Start", true, (f, v) => f.From = v ?? default),
                    End<InterventionFact>("Slut", (f, v) => f.To = v),
                    Day<InterventionFact>("ForventetSlut", false, (f, v) => f.ExpectedTo = v),
                    new("Pris", false, (r, t, f) => f.PriceOre = Price(r, t), Takes: Takes.Money),
                    Code<InterventionFact, PriceUnit>("Enhed", false, (f, v) => f.Unit = v),
                    Decimal<InterventionFact>("Antal", false, 100, 0, 10000, (f, v) => f.QuantityHundredths = v),
                    Code<InterventionFact, Nearness>("Nærhed", false, (f, v) => f.Nearness = v),
                ],
                (r, f) =>
                {
                    Ordered(r, "Slut", f.From, f.To, "Start");
                    Odd(r, "ForventetSlut", f.From, f.ExpectedTo, "Start");
                    if (f.PriceOre is not null && f.Unit is null && !r.Bad)
                        r.WarnAt("Enhed", "price-without-unit", null, "en enhed, når der er en pris. Indsatsen tælles som uden pris");
                }
            ),
            new ImportTable<InterventionPriceFact>(
                "priser",
                FactKinds.InterventionPrice,
                false,
                true,
                [
                    Ref<InterventionPriceFact>(
                        "IndsatsId",
                        true,
                        "indsatser",
                        f => f.InterventionId,
                        (f, v) => f.InterventionId = v ?? 0
                    ) with
                    {
                        InKey = true,
                    },
                    Day<InterventionPriceFact>("Fra", true, (f, v) => f.From = v ?? default),
                    new("Pris", true, (r, t, f) => f.PriceOre = Price(r, t) ?? 0, Takes: Takes.Money),
                    Code<InterventionPriceFact, PriceUnit>("Enhed", true, (f, v) => f.Unit = v),
                    Decimal<InterventionPriceFact>("Antal", false, 100, 0, 10000, (f, v) => f.QuantityHundredths = v),
                ]
            ),
            new ImportTable<FollowUpFact>(
                "opfoelgninger",
                FactKinds.FollowUp,
                false,
                false,
                [
                    Key<FollowUpFact>("OpfoelgningId"),
                    Ref<FollowUpFact>("IndsatsId", true, "indsatser", f => f.InterventionId, (f, v) => f.InterventionId = v ?? 0),
                    Past<FollowUpFact>("Dato", true, (f, v) => f.On = v ?? default),
                    Code<FollowUpFact, FollowUpOutcome>("Beslutning", false, (f, v) => f.Outcome = v),
                    Day<FollowUpFact>("NæsteSenest", false, (f, v) => f.NextBy = v),
                ],
                (r, f) => Odd(r, "NæsteSenest", f.On, f.NextBy, "Dato")
            ),
            new ImportTable<SupervisionVisitFact>(
                "tilsyn",
                FactKinds.SupervisionVisit,
                false,
                false,
                [
                    Key<SupervisionVisitFact>("TilsynId"),
                    Ref<SupervisionVisitFact>("IndsatsId", true, "indsatser", f => f.InterventionId, (f, v) => f.InterventionId = v ?? 0),
                    Past<SupervisionVisitFact>("Dato", true, (f, v) => f.On = v ?? default),
                    YesNo<SupervisionVisitFact>("SamtaleMedBarn", false, (f, v) => f.SpokeWithChild = v ?? false),
                ]
            ),
            new ImportTable<NetworkConferenceFact>(
                "raadslagninger",
                FactKinds.NetworkConference,
                false,
                false,
                [
                    Key<NetworkConferenceFact>("RaadslagningId"),
                    Child<NetworkConferenceFact>(),
                    Past<NetworkConferenceFact>("Tilbudt", true, (f, v) => f.OfferedOn = v ?? default),
                    Code<NetworkConferenceFact, OfferAnswer>("Svar", false, (f, v) => f.Answer = v),
                    Past<NetworkConferenceFact>("Afholdt", false, (f, v) => f.HeldOn = v),
                    YesNo<NetworkConferenceFact>("PlanGodkendt", false, (f, v) => f.PlanApproved = v),
                    Past<NetworkConferenceFact>("OpfoelgningAfholdt", false, (f, v) => f.FollowedUpOn = v),
                ],
                (r, f) =>
                {
                    Odd(r, "Afholdt", f.OfferedOn, f.HeldOn, "Tilbudt");
                    if (f.HeldOn is { } held)
                        Odd(r, "OpfoelgningAfholdt", held, f.FollowedUpOn, "Afholdt");
                }
            ),
            new ImportTable<NetworkMeetingFact>(
                "netvaerksmoeder",
                FactKinds.NetworkMeeting,
                false,
                false,
                [
                    Key<NetworkMeetingFact>("MoedeId"),
                    Child<NetworkMeetingFact>(),
                    new(
                        "Dato",
                        true,
                        (r, t, f) =>
                        {
                            f.On = r.Past(t) ?? default;
                            f.Held = !(f.On > r.Latest);
                        },
                        Takes: Takes.Day
                    ),
                ]
            ),
            new ImportTable<SupportPersonOfferFact>(
                "stoettepersoner",
                FactKinds.SupportPersonOffer,
                false,
                false,
                [
                    Child<SupportPersonOfferFact>() with
                    {
                        InKey = true,
                    },
                    Past<SupportPersonOfferFact>("Tilbudt", true, (f, v) => f.OfferedOn = v ?? default) with
                    {
                        InKey = true,
                    },
                    YesNo<SupportPersonOfferFact>("Svar", false, (f, v) => f.Accepted = v),
                ]
            ),
        ];
}
