using Spor.Assessments;
using Spor.Children;
using Spor.Decisions;
using Spor.Facts;
using Spor.Notifications;
using Spor.Plans;
using Spor.Workforce;

namespace Spor.Exchange.Import;

public static partial class Format
{
    /// <summary>Children, their cases and what is found out about them.</summary>
    static ImportTable[] Children() =>
        [
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
                            $"et tidspunkt efter {r.Called("Modtaget")}"
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
        ];
}
