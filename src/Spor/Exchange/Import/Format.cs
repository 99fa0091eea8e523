using Spor.Assessments;
using Spor.Children;
using Spor.Conferences;
using Spor.Decisions;
using Spor.Economy;
using Spor.Facts;
using Spor.FollowUps;
using Spor.Interventions;
using Spor.Notifications;
using Spor.Plans;
using Spor.Workforce;

namespace Spor.Exchange.Import;

/// <summary>The files of <c>import-format.md</c>: their columns, keys and the checks on one row. A file comes after those it refers
/// to.</summary>
public static partial class Format
{
    /// <summary>Empty tables, ready to be read into.</summary>
    public static IReadOnlyList<ImportTable> Tables() =>
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
            new ImportTable<ChildFact>(
                "boern",
                FactKinds.Child,
                true,
                false,
                [
                    Key<ChildFact>("BarnId"),
                    new("CPR", false, ReadCpr, Takes: Takes.Cpr),
                    Text<ChildFact>("Fornavn", true, (f, v) => f.FirstName = v),
                    Text<ChildFact>("Efternavn", true, (f, v) => f.LastName = v),
                    Day<ChildFact>("Fødselsdato", true, (f, v) => f.BornOn = v ?? default),
                    Code<ChildFact, Gender>("Køn", false, (f, v) => f.Gender = v),
                    Ref<ChildFact>("DistriktId", false, "distrikter", f => f.DistrictId, (f, v) => f.DistrictId = v),
                    Text<ChildFact>("Skole", false, (f, v) => f.School = v),
                    Code<ChildFact, TargetGroup>("Målgruppe", true, (f, v) => f.TargetGroup = v),
                    new(
                        "FamilieId",
                        false,
                        (r, t, f) =>
                        {
                            r.Hash.AddPlain(r.Field, t);
                            f.FamilyId = r.Hash.OfText("familie " + t);
                        },
                        Takes: Takes.Plain
                    ),
                    YesNo<ChildFact>("Beskyttet", false, (f, v) => f.Protected = v ?? false),
                ],
                CheckBirth
            ),
            new ImportTable<NetworkPersonFact>(
                "personer",
                FactKinds.NetworkPerson,
                false,
                false,
                [
                    Key<NetworkPersonFact>("PersonId"),
                    Child<NetworkPersonFact>(),
                    Text<NetworkPersonFact>("Navn", true, (f, v) => f.Name = v),
                    Code<NetworkPersonFact, Relation>("Relation", true, (f, v) => f.Relation = v),
                    YesNo<NetworkPersonFact>("Forældremyndighed", false, (f, v) => f.HasCustody = v),
                    YesNo<NetworkPersonFact>("Professionel", false, (f, v) => f.Professional = v),
                    YesNo<NetworkPersonFact>("Beskyttet", false, (f, v) => f.Protected = v ?? false),
                    Text<NetworkPersonFact>("Telefon", false, (f, v) => f.Phone = v),
                    Text<NetworkPersonFact>("Adresse", false, (f, v) => f.Address = v),
                    Text<NetworkPersonFact>("E-mail", false, (f, v) => f.Email = v),
                ]
            ),
            new ImportTable<CaseFact>(
                "sager",
                FactKinds.Case,
                true,
                false,
                [
                    Key<CaseFact>("SagId"),
                    Child<CaseFact>(),
                    Past<CaseFact>("Åbnet", true, (f, v) => f.OpenedOn = v ?? default),
                    PastEnd<CaseFact>("Lukket", (f, v) => f.ClosedOn = v),
                    Text<CaseFact>("Lukkeårsag", false, (f, v) => f.ClosingReason = v),
                    Past<CaseFact>("ForældreOrienteret", false, (f, v) => f.ParentsInformedOn = v),
                    MunicipalityNumber<CaseFact>("Handlekommune", (f, v) => f.ActingMunicipality = v),
                    MunicipalityNumber<CaseFact>("Betalingskommune", (f, v) => f.PayingMunicipality = v),
                ],
                (r, f) =>
                {
                    Ordered(r, "Lukket", f.OpenedOn, f.ClosedOn, "Åbnet");
                    Odd(r, "ForældreOrienteret", f.OpenedOn, f.ParentsInformedOn, "Åbnet");
                }
            ),
            new ImportTable<AssignmentFact>(
                "tildelinger",
                FactKinds.Assignment,
                false,
                true,
                [
                    Ref<AssignmentFact>("SagId", true, "sager", f => f.CaseId, (f, v) => f.CaseId = v ?? 0) with
                    {
                        InKey = true,
                    },
                    Ref<AssignmentFact>("MedarbejderId", true, "medarbejdere", f => f.EmployeeId, (f, v) => f.EmployeeId = v ?? 0),
                    Day<AssignmentFact>("Fra", true, (f, v) => f.From = v ?? default),
                    End<AssignmentFact>("Til", (f, v) => f.To = v),
                ],
                (r, f) => Ordered(r, "Til", f.From, f.To, "Fra")
            ),
            new ImportTable<NotificationFact>(
                "underretninger",
                FactKinds.Notification,
                false,
                false,
                [
                    Key<NotificationFact>("UnderretningId"),
                    Child<NotificationFact>(),
                    PastTime<NotificationFact>("Modtaget", true, (f, v) => f.ReceivedAt = v ?? default),
                    Code<NotificationFact, Notifier>("Underretter", true, (f, v) => f.Notifier = v),
                    Text<NotificationFact>("Årsag", false, (f, v) => f.Causes = v),
                    PastTime<NotificationFact>("Vurderet", false, (f, v) => f.AssessedAt = v),
                    Past<NotificationFact>("Kvitteret", false, (f, v) => f.AcknowledgedOn = v),
                    Past<NotificationFact>("Tilbagemeldt", false, (f, v) => f.FeedbackOn = v),
                    Code<NotificationFact, NotificationOutcome>("Udfald", false, (f, v) => f.Outcome = v),
                ],
                (r, f) =>
                {
                    if (f.AssessedAt < f.ReceivedAt)
                        r.WarnAt(
                            "Vurderet",
                            "odd-order",
                            f.AssessedAt.Value.ToString("yyyy-MM-ddTHH:mm", null),
                            "et tidspunkt efter Modtaget"
                        );
                    Odd(r, "Kvitteret", f.ReceivedOn, f.AcknowledgedOn, "Modtaget");
                    Odd(r, "Tilbagemeldt", f.ReceivedOn, f.FeedbackOn, "Modtaget");
                }
            ),
            new ImportTable<AssessmentFact>(
                "udredninger",
                FactKinds.Assessment,
                false,
                false,
                [
                    Key<AssessmentFact>("UdredningId"),
                    Child<AssessmentFact>(),
                    Code<AssessmentFact, AssessmentKind>("Type", true, (f, v) => f.Kind = v),
                    Past<AssessmentFact>("Kendt", true, (f, v) => f.KnownOn = v ?? default),
                    Past<AssessmentFact>("Påbegyndt", false, (f, v) => f.StartedOn = v),
                    Past<AssessmentFact>("Afsluttet", false, (f, v) => f.FinishedOn = v),
                ],
                (r, f) =>
                {
                    if (f.StartedOn is { } started)
                        Ordered(r, "Afsluttet", started, f.FinishedOn, "Påbegyndt");
                    Odd(r, "Påbegyndt", f.KnownOn, f.StartedOn, "Kendt");
                    if (f.StartedOn is null)
                        Odd(r, "Afsluttet", f.KnownOn, f.FinishedOn, "Kendt");
                }
            ),
            new ImportTable<ConversationFact>(
                "samtaler",
                FactKinds.Conversation,
                false,
                false,
                [
                    Key<ConversationFact>("SamtaleId"),
                    Child<ConversationFact>(),
                    Past<ConversationFact>("Dato", true, (f, v) => f.On = v ?? default),
                    Code<ConversationFact, ConversationPurpose>("Formål", true, (f, v) => f.Purpose = v),
                    YesNo<ConversationFact>("Undladt", false, (f, v) => f.LeftOut = v ?? false),
                    Text<ConversationFact>("Begrundelse", false, (f, v) => (f.Reason, f.HasReason) = (v, true)),
                ]
            ),
            new ImportTable<PlanFact>(
                "planer",
                FactKinds.Plan,
                false,
                false,
                [
                    Key<PlanFact>("PlanId"),
                    Child<PlanFact>(),
                    Code<PlanFact, PlanKind>("Type", true, (f, v) => f.Kind = v),
                    Past<PlanFact>("Besluttet", true, (f, v) => f.DecidedOn = v ?? default),
                    Past<PlanFact>("Færdig", false, (f, v) => f.FinishedOn = v),
                    PastEnd<PlanFact>("Lukket", (f, v) => f.ClosedOn = v),
                ],
                (r, f) =>
                {
                    Odd(r, "Færdig", f.DecidedOn, f.FinishedOn, "Besluttet");
                    Odd(r, "Lukket", f.FinishedOn ?? f.DecidedOn, f.ClosedOn, f.FinishedOn is null ? "Besluttet" : "Færdig");
                }
            ),
            new ImportTable<GoalFact>(
                "maal",
                FactKinds.Goal,
                false,
                false,
                [
                    Key<GoalFact>("MaalId"),
                    Ref<GoalFact>("PlanId", true, "planer", f => f.PlanId, (f, v) => f.PlanId = v ?? 0),
                    Text<GoalFact>("Beskrivelse", true, (f, v) => f.Description = v),
                    Code<GoalFact, Theme>("Tema", false, (f, v) => f.Theme = v),
                ]
            ),
            new ImportTable<MeasurementFact>(
                "maalinger",
                FactKinds.Measurement,
                false,
                false,
                [
                    Ref<MeasurementFact>("MaalId", true, "maal", f => f.GoalId, (f, v) => f.GoalId = v ?? 0) with
                    {
                        InKey = true,
                    },
                    Past<MeasurementFact>("Dato", true, (f, v) => f.On = v ?? default) with
                    {
                        InKey = true,
                    },
                    Whole<MeasurementFact>("Score", true, 1, 10, (f, v) => f.Score = v),
                ]
            ),
            new ImportTable<DecisionRecordFact>(
                "afgoerelser",
                FactKinds.DecisionRecord,
                false,
                false,
                [
                    Key<DecisionRecordFact>("AfgoerelseId"),
                    Child<DecisionRecordFact>(),
                    Past<DecisionRecordFact>("Dato", true, (f, v) => f.On = v ?? default),
                    Plain<DecisionRecordFact>("Lovgrundlag", true, (f, v) => f.LegalBasis = v),
                    Code<DecisionRecordFact, AuthorityLevel>("Niveau", false, (f, v) => f.Level = v),
                    YesNo<DecisionRecordFact>("Partshørt", false, (f, v) => f.PartiesHeard = v),
                    YesNo<DecisionRecordFact>("Klagevejledt", false, (f, v) => f.ComplaintGuidanceGiven = v),
                    YesNo<DecisionRecordFact>("Samtykke", false, (f, v) => f.Consent = v),
                ]
            ),
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
                (r, f) => Ordered(r, "Til", f.From, f.To, "Fra")
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
                                f.NamesUnknown = true;
                        },
                    },
                ]
            ),
        ];
}
