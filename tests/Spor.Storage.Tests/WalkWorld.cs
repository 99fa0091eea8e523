using Spor.Access;
using Spor.Assessments;
using Spor.Cases;
using Spor.ChangeTheory;
using Spor.Children;
using Spor.Conferences;
using Spor.Decisions;
using Spor.Facts;
using Spor.FollowUps;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Letters;
using Spor.Notifications;
using Spor.Plans;
using Spor.Recovery;
using Spor.Reports;
using Spor.Storage.Journal;
using Spor.Supervision;
using Spor.Voices;
using Spor.Workforce;

namespace Spor.Storage.Tests;

/// <summary>
/// Where a random walk begins: a family in the middle of everything, so that a verb finds what it is about. The first child has one of each
/// that can be gone on with, its sibling an open case and nothing more, the third a case that is closed.
/// </summary>
sealed record WalkWorld(IReadOnlyList<long> Children, IReadOnlyList<long> Employees)
{
    public const string Walker = "walker";
    static readonly DateOnly Long = new(2020, 1, 1);

    public static WalkWorld Begin(Database database, DateOnly today)
    {
        List<long> children = [],
            employees = [];
        database.Journal.Act(
            new("begin", "begin"),
            (_, ids) =>
            {
                List<Fact> facts = [];
                var add = new Adding(facts, ids);
                Municipality(add, employees, today);
                var family = ids.Next();
                for (var i = 0; i < 3; i++)
                {
                    var child = Sample.Child(0, "Barn " + i);
                    child.FamilyId = family;
                    children.Add(add.Fact(child));
                    var of = add.Of(
                        child,
                        new CaseFact
                        {
                            OpenedOn = new(2025, 1, 10),
                            ClosedOn = i == 2 ? today.AddDays(-100) : null,
                            ClosingReason = "Ord",
                        }
                    );
                    if (i == 0)
                        Everything(add, child, of, employees, today);
                }
                return Decision.Of([.. facts.OrderBy(f => Place(f)).Select(f => new Recorded(FactKinds.Of(f), f))]);
            }
        );
        return new(children, employees);
    }

    static int Place(Fact fact) => FactKinds.All.ToList().IndexOf(FactKinds.Of(fact));

    static void Municipality(Adding add, List<long> employees, DateOnly today)
    {
        var team = add.Fact(new TeamFact { Name = "Team", From = Long }, f => f.TeamId = f.Id);
        add.Fact(
            new DistrictFact
            {
                Name = "Distrikt",
                TeamId = team,
                From = Long,
            },
            f => f.DistrictId = f.Id
        );
        for (var i = 0; i < 3; i++)
            employees.Add(
                add.Fact(
                    new EmploymentFact
                    {
                        TeamId = team,
                        Role = Role.Caseworker,
                        FteTenThousandths = 10_000,
                        From = Long,
                        Name = "Ansat " + i,
                    },
                    f => f.EmployeeId = f.Id
                )
            );
        add.Fact(
            new AbsenceFact
            {
                EmployeeId = employees[2],
                Kind = AbsenceKind.Illness,
                From = today.AddDays(-30),
                CoverId = employees[1],
            }
        );
        add.Fact(
            new SpecialityFact
            {
                EmployeeId = employees[1],
                TargetGroup = TargetGroup.Crime,
                From = today.AddDays(-200),
            }
        );
        var baseline = add.Fact(
            new BaselineFact
            {
                Day = today.AddDays(-200),
                EntryNo = 1,
                Name = "Grundlag",
            }
        );
        var due = add.Fact(
            new ReportDueFact
            {
                DueOn = today.AddDays(60),
                From = new(2026, 1, 1),
                To = today.AddDays(-15),
                BaselineDay = today.AddDays(-200),
                BaselineId = baseline,
                DraftDaysBefore = 14,
                Title = "Rapport",
                Committee = "Udvalg",
            }
        );
        add.Fact(
            new ReportFact
            {
                State = ReportState.Draft,
                From = new(2026, 1, 1),
                To = today.AddDays(-15),
                BaselineDay = today.AddDays(-200),
                StandsOn = 1,
                Program = "0",
                DueId = due,
            }
        );
        add.Fact(
            new SavedViewFact
            {
                Owner = Walker,
                Query = "fra=2026-01-01",
                Name = "Udsnit",
            }
        );
        var user = add.Fact(
            new UserFact
            {
                From = Long,
                AddedBy = "begin",
                Name = "Bruger",
                Workplace = "Revision",
            }
        );
        add.Fact(
            new RoleGrantFact
            {
                Person = People.UserKey(user),
                Role = ViewerRole.Auditor,
                From = today.AddDays(-10),
                To = today.AddDays(100),
                GivenBy = "begin",
            }
        );
        add.Fact(
            new RoleGrantFact
            {
                Person = People.UserKey(user),
                Role = ViewerRole.Partner,
                From = today.AddDays(-10),
                GivenBy = "begin",
            }
        );
        add.Fact(
            new SentNotificationFact
            {
                SentAt = today.AddDays(-1).ToDateTime(new(9, 0)),
                By = People.UserKey(user),
                Notifier = Notifier.School,
                ChildName = "Barn",
                Description = "Ord",
                Contact = "90112031",
            }
        );
        add.Fact(
            new PatternAnswerFact
            {
                Rule = PatternRule.Night,
                Person = People.EmployeeKey(employees[0]),
                Day = today.AddDays(-3),
                LastLook = 7,
                By = "begin",
                On = today.AddDays(-2),
                Judged = PatternJudged.InOrder,
                Reason = "Ord",
            }
        );
        add.Fact(
            new RoleGrantFact
            {
                Person = People.EmployeeKey(employees[0]),
                Role = ViewerRole.Administrator,
                From = today.AddDays(-10),
                GivenBy = "begin",
                Waits = true,
            }
        );
        var programme = add.Fact(
            new RecoveryProgrammeFact
            {
                From = today.AddDays(-100),
                TargetOn = today.AddDays(200),
                Elements = RecoveryElements.Pack(Codes<RecoveryElement>.All),
                Name = "Genopretning",
            }
        );
        add.Fact(
            new RecoveryStaffingFact
            {
                ProgrammeId = programme,
                On = today.AddDays(-50),
                People = 2,
            }
        );
        add.Fact(
            new RecoveryActionFact
            {
                ProgrammeId = programme,
                EmployeeId = employees[0],
                DueOn = today.AddDays(30),
                What = "Brev til skoler og dagtilbud",
            }
        );
        add.Fact(
            new PublishedNumbersFact
            {
                ProgrammeId = programme,
                From = today.AddDays(-100),
                To = today,
                Source = "Referat",
            }
        );
        var template = add.Fact(
            new ReadingTemplateFact
            {
                Version = 1,
                On = today.AddDays(-30),
                Name = "Skabelon",
                Questions = ReadingSteps.Pack(StarterTemplate.Questions.Take(2)),
            },
            f => f.First = f.Id
        );
        var round = add.Fact(
            new ReadingRoundFact
            {
                TemplateId = template,
                DrawnOn = today.AddDays(-10),
                Until = today.AddDays(20),
                Seed = 7,
                Name = "Juni",
            }
        );
        add.Fact(
            new ReadingActionFact
            {
                RoundId = round,
                EmployeeId = employees[0],
                DueOn = today.AddDays(30),
                FollowUpOn = today.AddDays(60),
                What = "Kursus i mål",
            }
        );
        var meeting = add.Fact(
            new PanelMeetingFact
            {
                Panel = Panel.Parents,
                HeldOn = today.AddDays(-20),
                Came = 8,
                About = "Det første møde",
            }
        );
        foreach (var state in new[] { PointState.Waiting, PointState.Done })
            add.Fact(
                new PanelPointFact
                {
                    MeetingId = meeting,
                    EmployeeId = employees[0],
                    State = state,
                    AnsweredOn = state == PointState.Done ? today.AddDays(-10) : null,
                    What = "Brevene er svære at forstå",
                    Answer = state == PointState.Done ? "Brevene er skrevet om" : null,
                }
            );
        var survey = new SurveyFact
        {
            Version = 1,
            EmployeeId = employees[0],
            LastDay = today.AddDays(20),
            Title = "Det første skema",
            Licence = "Kommunens egne spørgsmål",
            Groups = "Forældre\nUnge",
            Questions = "Bliver du hørt?",
            Scale = "Nej\nJa",
        };
        survey.First = add.Fact(survey);
        var theory = add.Fact(new TheoryFact { EmployeeId = employees[0], Title = "Den første teori" });
        var outcome = add.Fact(
            new TheoryPartFact
            {
                TheoryId = theory,
                Stage = TheoryStage.Outcome,
                Place = 1,
                What = "Færre flytter",
            }
        );
        foreach (var place in new[] { 1, 2 })
            add.Fact(
                new TheoryPartFact
                {
                    TheoryId = theory,
                    Stage = TheoryStage.Activity,
                    Place = place,
                    LeadsToId = outcome,
                    What = "Møder",
                }
            );
        add.Fact(
            new CoordinatorFact
            {
                Name = "Samordner",
                Phone = "90112031",
                Workplace = "Bibliotek",
                TrainedOn = Long,
                From = Long,
            }
        );
    }

    /// <summary>The case is drawn for the walker and has been read by another.</summary>
    static void Readings(Adding add, ChildFact child, long of, List<long> employees, DateOnly today)
    {
        var round = add.IdOf<ReadingRoundFact>();
        foreach (var reader in new[] { Walker, People.EmployeeKey(employees[2]) })
        {
            var drawn = add.Of(
                child,
                new DrawnCaseFact
                {
                    RoundId = round,
                    CaseId = of,
                    CaseworkerId = employees[1],
                    Reader = reader,
                    Second = reader != Walker,
                    On = today.AddDays(-10),
                }
            );
            if (reader != Walker)
                add.Of(
                    child,
                    new CaseReadingFact
                    {
                        DrawnId = drawn,
                        On = today.AddDays(-5),
                        Answers = "32",
                        Learning = "Ord",
                    }
                );
        }
    }

    static void Everything(Adding add, ChildFact child, long of, List<long> employees, DateOnly today)
    {
        Readings(add, child, of, employees, today);
        // To somebody else than the walker, who may not answer it.
        add.Of(
            child,
            new PartnerRequestFact
            {
                Person = People.UserKey(add.IdOf<UserFact>()),
                On = today.AddDays(-5),
                AskedBy = employees[0],
                DueOn = today.AddDays(9),
                Basis = AskedOn.Consent,
                Question = "Ord",
            }
        );
        add.Of(
            child,
            new AssignmentFact
            {
                CaseId = of,
                EmployeeId = employees[0],
                From = new(2025, 1, 10),
            }
        );
        add.Of(
            child,
            new HandoverFact
            {
                CaseId = of,
                FromEmployeeId = employees[1],
                ToEmployeeId = employees[0],
                On = today.AddDays(-40),
                MetFamilyOn = today.AddDays(-40),
                OpenMatters = "Ord",
            }
        );
        add.Of(
            child,
            new HandoverProposalFact
            {
                CaseId = of,
                State = HandoverState.Waiting,
                ToTeamId = add.IdOf<TeamFact>(),
                FromEmployeeId = employees[0],
                ToEmployeeId = employees[1],
                ProposedOn = today.AddDays(-3),
                On = today.AddDays(-1),
                NoMeetingReason = "Ord",
            }
        );
        var mother = add.Of(
            child,
            new NetworkPersonFact
            {
                Relation = Relation.Mother,
                HasCustody = true,
                Name = "Mor Holm",
            }
        );
        add.Of(
            child,
            new NetworkPersonFact
            {
                Relation = Relation.Grandparent,
                Name = "Mormor Holm",
                Phone = "90112032",
            }
        );
        add.Of(
            child,
            new NotificationFact
            {
                ReceivedAt = today.AddDays(-1).ToDateTime(new(9, 0)),
                Notifier = Notifier.School,
                NotifierName = "Lærer",
                NotifierContact = "Skolevej 1",
                Description = "Ord",
            }
        );
        var assessment = add.Of(
            child,
            new AssessmentFact
            {
                Kind = AssessmentKind.Assessment,
                KnownOn = today.AddDays(-50),
                StartedOn = today.AddDays(-45),
                ResponsibleId = employees[0],
                Occasion = "Ord",
            }
        );
        add.Of(
            child,
            new AssessmentDimensionFact
            {
                AssessmentId = assessment,
                Dimension = "health",
                Conclusion = "Ord",
            }
        );
        var earlier = add.Of(
            child,
            new AssessmentFact
            {
                Kind = AssessmentKind.Assessment,
                KnownOn = today.AddDays(-500),
                StartedOn = today.AddDays(-500),
                FinishedOn = today.AddDays(-420),
                Outcome = AssessmentOutcome.Support,
                Conclusion = "Ord",
            }
        );
        add.Of(
            child,
            new AssessmentDimensionFact
            {
                AssessmentId = earlier,
                Dimension = "development",
                Conclusion = "Ord",
            }
        );
        foreach (var purpose in Enum.GetValues<ConversationPurpose>())
            add.Of(
                child,
                new ConversationFact
                {
                    On = today.AddDays(-20),
                    Purpose = purpose,
                    EmployeeId = employees[0],
                    ChildsWords = "Ord",
                }
            );
        var decision = add.Of(
            child,
            new DecisionRecordFact
            {
                On = today.AddDays(-300),
                LegalBasis = "46",
                Level = AuthorityLevel.Leader,
                Kind = DecisionKind.Placement,
            }
        );
        add.Of(
            child,
            new DecisionDutyFact
            {
                DecisionId = decision,
                Code = "complaint",
                DueOn = today.AddDays(10),
            }
        );
        Plans(add, child, decision, today);
        var placed = add.Of(
            child,
            new InterventionFact
            {
                DecisionId = decision,
                Code = "plejefamilie",
                LegalBasis = "46",
                From = today.AddDays(-290),
                PriceOre = 2_000_000,
                Unit = PriceUnit.Month,
                Provider = "Plejefamilie",
                Place = "Sted",
            }
        );
        add.Of(
            child,
            new InterventionPriceFact
            {
                InterventionId = placed,
                From = today.AddDays(-100),
                PriceOre = 2_100_000,
                Unit = PriceUnit.Month,
            }
        );
        add.Of(
            child,
            new GrantFact
            {
                InterventionId = placed,
                From = today.AddDays(-290),
                PriceOre = 2_200_000,
                Unit = PriceUnit.Month,
                GrantedOn = today.AddDays(-300),
                GrantedBy = employees[0],
                Level = AuthorityLevel.Leader,
            }
        );
        add.Of(
            child,
            new FollowUpFact
            {
                InterventionId = placed,
                On = today.AddDays(-100),
                Outcome = FollowUpOutcome.Continue,
                NextBy = today.AddDays(80),
                EmployeeId = employees[0],
                Note = "Ord",
                ChildsVoice = "Ord",
                ParentsVoice = "Ord",
            }
        );
        add.Of(
            child,
            new DecisionProposalFact
            {
                Kind = DecisionKind.Support,
                State = ProposalState.Waiting,
                ProposedOn = today.AddDays(-5),
                ProposedBy = employees[1],
                LegalBasis = "32.1.3",
                MeasureCode = "aflastning",
                From = today,
                PriceOre = 100_000,
                Unit = PriceUnit.Month,
                CustodyConsentOn = today.AddDays(-6),
                PartiesHeardOn = today.AddDays(-6),
                NeededLevel = AuthorityLevel.Team,
                ComplaintGuidance = true,
                Purpose = "Ord",
                Reasons = "Ord",
            }
        );
        Conferences(add, child, mother, employees, today);
        add.Of(
            child,
            new LetterFact
            {
                Template = "invitation",
                WrittenOn = today.AddDays(-2),
                EmployeeId = employees[0],
                PersonId = mother,
                Recipient = "Mor Holm",
                Subject = "Ord",
                Body = "Ord",
            }
        );
        add.Of(
            child,
            new JournalNoteFact
            {
                On = today.AddDays(-9),
                EmployeeId = employees[0],
                Title = "Ord",
                Body = "Ord",
            }
        );
    }

    static void Plans(Adding add, ChildFact child, long decision, DateOnly today)
    {
        // One in force, with a goal that is measured, and its next version as a draft.
        var plan = add.Of(
            child,
            new PlanFact
            {
                Kind = PlanKind.ChildsPlan,
                DecidedOn = today.AddDays(-280),
                FinishedOn = today.AddDays(-250),
                DecisionId = decision,
                Summary = "Ord",
                FamilySupport = "Ord",
            }
        );
        var goal = add.Of(
            child,
            new GoalFact
            {
                PlanId = plan,
                Theme = Theme.School,
                Description = "Ord",
                Indicator = "Ord",
            }
        );
        add.Of(
            child,
            new MeasurementFact
            {
                GoalId = goal,
                On = today.AddDays(-100),
                Score = 4,
            }
        );
        add.Of(
            child,
            new PlanActionFact
            {
                PlanId = plan,
                GoalId = goal,
                DueOn = today.AddDays(20),
                What = "Ord",
                Who = "Mor",
            }
        );
        var draft = add.Of(
            child,
            new PlanFact
            {
                Kind = PlanKind.ChildsPlan,
                DecidedOn = today.AddDays(-10),
                ReplacesId = plan,
                Summary = "Ord",
                FamilySupport = "Ord",
                Reason = "Ord",
            }
        );
        add.Of(
            child,
            new GoalFact
            {
                PlanId = draft,
                Theme = Theme.School,
                ContinuesId = goal,
                Description = "Ord",
                Indicator = "Ord",
            }
        );
    }

    static void Conferences(Adding add, ChildFact child, long mother, List<long> employees, DateOnly today)
    {
        // Told in the order that verbs look: an accepted one, one that is held, one that is only offered.
        foreach (var held in new[] { false, true })
        {
            var conference = add.Of(
                child,
                new NetworkConferenceFact
                {
                    OfferedOn = today.AddDays(-30),
                    OfferedTo = "Familien",
                    Answer = OfferAnswer.Yes,
                    ChildAnswer = OfferAnswer.Yes,
                    AnsweredOn = today.AddDays(-28),
                    QuestionsApprovedOn = held ? today.AddDays(-20) : null,
                    PlannedAt = held ? today.AddDays(-8).ToDateTime(new(15, 0)) : null,
                    EndsAt = held ? today.AddDays(-8).ToDateTime(new(18, 0)) : null,
                    HeldOn = held ? today.AddDays(-8) : null,
                    PrivateTimeUsed = held ? true : null,
                    FamilyPlan = held ? "Ord" : null,
                    PlanPresentedOn = held ? today.AddDays(-8) : null,
                }
            );
            add.Of(
                child,
                new ConferenceQuestionFact
                {
                    ConferenceId = conference,
                    Position = 1,
                    Text = "Ord?",
                }
            );
            add.Of(
                child,
                new InviteeFact
                {
                    ConferenceId = conference,
                    PersonId = mother,
                    Role = InviteeRole.Network,
                    MayCome = true,
                    Name = "Mor Holm",
                    Relation = "mor",
                }
            );
            add.Of(
                child,
                new InviteeFact
                {
                    ConferenceId = conference,
                    Role = InviteeRole.Network,
                    MayCome = true,
                    Name = "Nabo",
                    Relation = "nabo",
                }
            );
            add.Of(
                child,
                new CoordinationFact
                {
                    ConferenceId = conference,
                    CoordinatorId = add.IdOf<CoordinatorFact>(),
                    From = today.AddDays(-25),
                }
            );
            add.Of(
                child,
                new AgreementFact
                {
                    ConferenceId = conference,
                    DueOn = today.AddDays(20),
                    What = "Ord",
                    Who = "Mor",
                }
            );
        }
        add.Of(child, new NetworkConferenceFact { OfferedOn = today.AddDays(-3), OfferedTo = "Familien" });
        add.Of(
            child,
            new NetworkMeetingFact
            {
                On = today.AddDays(-1),
                EmployeeId = employees[0],
                Purpose = "Ord",
            }
        );
    }

    /// <summary>Gives each fact its id and its child.</summary>
    sealed class Adding(List<Fact> facts, IdGiver ids)
    {
        public long Fact<T>(T fact, Action<T>? then = null)
            where T : Fact
        {
            fact.Id = ids.Next();
            then?.Invoke(fact);
            facts.Add(fact);
            return fact.Id;
        }

        public long Of<T>(ChildFact child, T fact)
            where T : ChildsFact => Fact(fact, f => f.ChildId = child.Id);

        public long IdOf<T>() => facts.First(f => f is T).Id;
    }
}
