using Spor.Children;
using Spor.Conferences;
using Spor.Decisions;
using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Letters;
using Spor.Notifications;
using Spor.Requirements;
using Spor.Workforce;

namespace Spor.Tests;

/// <summary>Letters: filled from a template, sent only when whole, and what sending fulfils.</summary>
public class LetterTests
{
    static readonly DateOnly Today = new(2026, 10, 30);
    static readonly MunicipalityFact Municipality = new() { Name = "Åkær Kommune", Number = "992" };

    static NetworkPersonFact Parent(long id, string name, bool custody = true, string? address = null, bool hidden = false) =>
        new()
        {
            Id = id,
            ChildId = 7,
            Relation = id % 2 == 0 ? Relation.Father : Relation.Mother,
            HasCustody = custody,
            Name = name,
            Address = address,
            Protected = hidden,
        };

    static NotificationFact Notification(Notifier notifier = Notifier.School) =>
        new()
        {
            Id = 20,
            ChildId = 7,
            Notifier = notifier,
            ReceivedAt = new(2026, 10, 27, 9, 0, 0),
            NotifierName = "Pil Lærer",
        };

    static CaseFact Case() =>
        new()
        {
            Id = 30,
            ChildId = 7,
            OpenedOn = new(2025, 1, 1),
        };

    static ChildFile File(params ChildsFact[] facts) =>
        ChildFile.Build(
            new ChildFact
            {
                Id = 7,
                FirstName = "Alma",
                LastName = "Holm",
                BornOn = new(2015, 5, 1),
            },
            facts,
            alone: true
        );

    static Recipient To(string name, long? person = null, string? address = null) =>
        new(person is null ? "andre" : "person-" + person, name, address, PersonId: person);

    static WriteLetter A(string template, Fact? about, params Recipient[] to) =>
        new(
            7,
            null,
            template,
            about is null ? null : FactKinds.Of(about).Name,
            about?.Id,
            to,
            "Hej",
            "Kære {modtagerens navn}\n\nSådan er det. Du kan klage.",
            true,
            Today,
            Channel.DigitalPost
        );

    static Decision Write(WriteLetter c, ChildFile file, LetterFact? draft = null)
    {
        long id = 100;
        return LetterRules.Write(c, file, draft, 12, Today, () => id++);
    }

    static IEnumerable<string> Codes(Decision d) => d.Refusals.Select(r => r.Code);

    static LetterSources Sources(ChildFile file, Fact? about) =>
        new(
            file,
            about,
            Municipality,
            Catalogue.Default,
            "Rikke Råd",
            Today,
            id => id is null ? "" : "Medarbejder " + id,
            (s, on) => s + " " + on.Year
        );

    [Fact]
    public void Every_default_text_uses_only_fields_that_its_kind_of_letter_has()
    {
        Assert.Equal(10, Templates.Defaults.Count);
        Assert.All(
            Templates.Defaults,
            t => Assert.Equal([], LetterText.Open(t.Subject, t.Body).Except(LetterFields.Of(t.Code).Select(f => f.Name)))
        );
    }

    [Fact]
    public void What_is_known_is_filled_and_what_is_not_stays_in_its_braces()
    {
        var n = Notification();
        var text = LetterText.Fill(
            Templates.Default(Templates.Acknowledgement)!.Body,
            LetterFields.For(Templates.Acknowledgement, Sources(File(n), n))
        );
        Assert.Contains("som vi modtog den 27. oktober 2026", text, StringComparison.Ordinal);
        Assert.Contains("Rikke Råd\nÅkær Kommune", text, StringComparison.Ordinal);
        // The author has written no telephone: where the letter says ring, a number is asked for.
        Assert.Equal([LetterFields.Recipient, "rådgiverens telefon"], LetterText.Open(text));
        Assert.Equal(
            "00 12 34 56",
            LetterFields.For(Templates.Closing, Sources(File(n), n) with { AuthorPhone = "00 12 34 56" })["rådgiverens telefon"]
        );
    }

    [Fact]
    public void A_decision_tells_the_weeks_of_the_law_and_where_a_complaint_goes()
    {
        var d = new DecisionRecordFact
        {
            Id = 40,
            ChildId = 7,
            On = new(2026, 10, 1),
            LegalBasis = "32.1.5",
            Level = AuthorityLevel.Team,
        };
        var values = LetterFields.For(Templates.Decision, Sources(File(d), d));
        Assert.Equal(
            ($"{Duties.On(Duties.Complaint, d.On).Weeks} uger", "Åkær Kommune", "32.1.5 2026"),
            (values["klagefrist"], values["klagen sendes til"], values["lovgrundlag"])
        );
        d.Level = AuthorityLevel.Committee;
        Assert.Equal("Ankestyrelsen", LetterFields.For(Templates.Decision, Sources(File(d), d))["klagen sendes til"]);
    }

    [Fact]
    public void A_letter_with_a_field_that_is_not_filled_is_kept_but_not_sent_and_each_field_is_named()
    {
        var letter = A(Templates.Invitation, null, To("Nora", 1)) with
        {
            Body = "Vi mødes {mødets dag og tid} her: {mødets sted}, og {dette",
        };
        var refused = Assert.Single(Write(letter, File()).Refusals);
        Assert.Equal(("letter-field-not-filled", "{mødets dag og tid}, {mødets sted} og {dette}"), (refused.Code, refused.Named));
        Assert.False(Write(letter with { Send = false }, File()).Refused);
    }

    [Fact]
    public void A_letter_without_recipient_heading_text_day_or_channel_is_refused_with_every_reason_at_once() =>
        Assert.Equal(
            ["letter-without-recipient", "letter-without-subject", "letter-empty", "day-missing", "choice-missing"],
            Codes(Write(A(Templates.Invitation, null) with { Subject = null, Body = null, SentOn = null, Channel = null }, File()))
        );

    [Fact]
    public void Two_parents_get_a_letter_each_with_only_their_own_name_and_address()
    {
        var file = File(
            Parent(1, "Nora Grøn", address: "Skovvej 1\n9999 By", hidden: true),
            Parent(2, "Bo Grøn", address: "Åvej 2\n9999 By")
        );
        var to = Recipients.Usual(Templates.Closing, Recipients.Of(file, null, Today)).ToArray();
        var letters = Write(A(Templates.Invitation, null, to), file).Events.Cast<Recorded>().Select(r => (LetterFact)r.Fact).ToList();
        Assert.Equal(
            [("Nora Grøn", "Skovvej 1\n9999 By", 1L), ("Bo Grøn", "Åvej 2\n9999 By", 2L)],
            letters.Select(l => (l.Recipient!, l.Address!, l.PersonId!.Value))
        );
        Assert.All(letters, l => Assert.StartsWith("Kære " + l.Recipient, l.Body, StringComparison.Ordinal));
        Assert.Equal(
            "letter-tells-protected-address",
            Assert.Single(Codes(Write(A(Templates.Invitation, null, to[1]) with { Body = "Hun bor på skovvej 1 nu." }, file)))
        );
        Assert.False(Write(A(Templates.Invitation, null, to[0]) with { Body = "Du bor på Skovvej 1." }, file).Refused);
    }

    /// <summary>The child reads »du«, and an address that was typed once is not typed again; a protected one is never taken from a
    /// letter.</summary>
    [Fact]
    public void A_letter_is_in_words_to_its_reader_and_an_address_typed_once_is_offered_again()
    {
        LetterFact Sent(long id, string to, string address, long? person = null) =>
            new()
            {
                Id = id,
                ChildId = 7,
                Template = Templates.Invitation,
                WrittenOn = Today,
                SentOn = Today,
                PersonId = person,
                Recipient = to,
                Address = address,
            };
        var draft = Sent(83, "Kladde", "Vej 4");
        draft.SentOn = null;
        var file = File(
            Parent(1, "Nora"),
            Parent(2, "Ib", hidden: true),
            Sent(80, "Bo Nabo", "Vej 1"),
            Sent(81, "Nora", "Vej 2", 1),
            Sent(82, "Ib", "Vej 3", 2),
            draft
        );
        var known = Recipients.Of(file, null, Today);
        Assert.Equal(
            [("person-1", "Vej 2"), ("person-2", null), ("brev-80", "Vej 1")],
            known.Select(r => (r.Key, r.Address)).OrderBy(r => r.Key == "brev-80" ? 1 : 0)
        );
        var letter = A(Templates.Invitation, null, new(Recipients.Child, "Alma Holm", null), To("Nora", 1)) with
        {
            Subject = "Møde {om barnet}",
            Body = "Vil {barnet eller du} være med? Vi har en plan for {barnet eller dig}.",
        };
        var written = Write(letter, file).Events.OfType<Recorded>().Select(e => (LetterFact)e.Fact).ToList();
        Assert.Equal(
            [
                ("Møde om dig", "Vil du være med? Vi har en plan for dig."),
                ("Møde om Alma Holm", "Vil Alma være med? Vi har en plan for Alma."),
            ],
            written.Select(l => (l.Subject, l.Body))
        );
    }

    [Fact]
    public void A_letter_by_post_needs_an_address()
    {
        var letter = A(Templates.Invitation, null, To("Nora", 1)) with { Channel = Channel.Post };
        Assert.Equal("letter-without-address", Assert.Single(Codes(Write(letter, File()))));
        Assert.Equal("Åvej 2", ((LetterFact)((Recorded)Write(letter with { Address = "Åvej 2" }, File()).Events[0]).Fact).Address);
    }

    [Fact]
    public void A_sent_letter_never_changes()
    {
        var sent = new LetterFact
        {
            Id = 90,
            ChildId = 7,
            Template = Templates.Invitation,
            SentOn = Today,
        };
        Assert.Contains(
            "letter-sent-already",
            Codes(Write(A(Templates.Invitation, null, To("Nora")) with { LetterId = 90 }, File(sent), sent))
        );
        var draft = new LetterFact
        {
            Id = 91,
            ChildId = 7,
            Template = Templates.Invitation,
            WrittenOn = Today.AddDays(-2),
        };
        var gone = (LetterFact)
            (
                (Corrected)Assert.Single(Write(A(Templates.Invitation, null, To("Nora")) with { LetterId = 91 }, File(draft), draft).Events)
            ).Fact;
        Assert.Equal((91L, Today.AddDays(-2), (DateOnly?)Today), (gone.Id, gone.WrittenOn, gone.SentOn));
    }

    [Fact]
    public void Sending_an_acknowledgement_fulfils_the_six_working_days()
    {
        var n = Notification();
        var events = Write(A(Templates.Acknowledgement, n, To("Pil Lærer")), File(n)).Events;
        var acknowledged = (NotificationFact)Assert.Single(events.OfType<Corrected>()).Fact;
        RequirementState State(NotificationFact f)
        {
            var found = new List<Requirement>();
            Derive.Of(File(f), Catalogue.Default, Today, found);
            return found.Single(r => r.Rule == Rule.NotificationAcknowledged).State;
        }
        Assert.Equal((RequirementState.Upcoming, RequirementState.OnTime), (State(n), State(acknowledged)));
        Assert.Empty(Write(A(Templates.Acknowledgement, n, To("Pil Lærer")) with { Send = false }, File(n)).Events.OfType<Corrected>());
        Assert.Equal(
            "letter-before-its-matter",
            Assert.Single(Codes(Write(A(Templates.Acknowledgement, n, To("Pil")) with { SentOn = new(2026, 10, 26) }, File(n))))
        );
        Assert.Equal(
            "day-in-future",
            Assert.Single(Codes(Write(A(Templates.Acknowledgement, n, To("Pil")) with { SentOn = Today.AddDays(1) }, File(n))))
        );
    }

    [Fact]
    public void Nobody_is_written_to_about_an_anonymous_notification()
    {
        var n = Notification(Notifier.Anonymous);
        Assert.Equal("notifier-anonymous", Assert.Single(Codes(Write(A(Templates.Acknowledgement, n, To("Hvem")), File(n)))));
        Assert.DoesNotContain(Recipients.Of(File(n), n, Today), r => r.Key == "underretter");
    }

    [Theory]
    [InlineData(Notifier.School, 0, "Vi har vurderet underretningen. Der er sat en undersøgelse i gang.")]
    [InlineData(
        Notifier.Police,
        null,
        "Vi har vurderet underretningen. Den har ikke ført til, at der er sat en undersøgelse eller en indsats i gang."
    )]
    [InlineData(
        Notifier.Doctor,
        -30,
        "Vi har vurderet underretningen. Familien havde en undersøgelse eller en indsats i gang i forvejen, og underretningen indgår i den."
    )]
    [InlineData(Notifier.Citizen, 0, null)]
    [InlineData(Notifier.Parent, 0, null)]
    public void Only_professionals_are_told_whether_something_was_started(Notifier notifier, int? assessmentAfter, string? told)
    {
        var n = Notification(notifier);
        n.AssessedAt = new(2026, 10, 27, 15, 0, 0);
        ChildsFact[] known = assessmentAfter is { } days
            ?
            [
                n,
                new Spor.Assessments.AssessmentFact
                {
                    Id = 900,
                    ChildId = n.ChildId,
                    Kind = Spor.Assessments.AssessmentKind.Assessment,
                    KnownOn = n.ReceivedOn.AddDays(days),
                },
            ]
            : [n];
        Assert.Equal(told, Telling.ToNotifier(n, File(known)));
        Assert.Equal(told is null ? ["feedback-to-professionals-only"] : [], Codes(Write(A(Templates.Feedback, n, To("Pil")), File(n))));
    }

    [Fact]
    public void Feedback_waits_for_the_assessment_and_is_then_recorded()
    {
        var n = Notification();
        Assert.Equal("notification-not-assessed", Assert.Single(Codes(Write(A(Templates.Feedback, n, To("Pil")), File(n)))));
        n.AssessedAt = new(2026, 10, 27, 15, 0, 0);
        Assert.Equal(
            Today,
            (
                (NotificationFact)Assert.Single(Write(A(Templates.Feedback, n, To("Pil")), File(n)).Events.OfType<Corrected>()).Fact
            ).FeedbackOn
        );
    }

    [Fact]
    public void A_decision_is_sent_with_its_complaint_guidance_and_the_decision_says_so()
    {
        var d = new DecisionRecordFact
        {
            Id = 40,
            ChildId = 7,
            On = new(2026, 10, 1),
            LegalBasis = "32.1.5",
        };
        Assert.Equal(
            "letter-without-complaint-guidance",
            Assert.Single(Codes(Write(A(Templates.Decision, d, To("Nora")) with { Body = "Vi har besluttet det." }, File(d))))
        );
        Assert.True(
            (
                (DecisionRecordFact)Assert.Single(Write(A(Templates.Decision, d, To("Nora")), File(d)).Events.OfType<Corrected>()).Fact
            ).ComplaintGuidanceGiven
        );
    }

    [Fact]
    public void The_parents_are_informed_of_the_closing_when_every_custody_holder_was_written_to()
    {
        var mother = Parent(1, "Nora");
        var father = Parent(2, "Bo");
        var c = Case();
        var first = Write(A(Templates.Closing, c, To("Nora", 1)) with { SentOn = Today.AddDays(-3) }, File(mother, father, c)).Events;
        Assert.Empty(first.OfType<Corrected>());
        var letter = (LetterFact)((Recorded)first[0]).Fact;
        // Entered three days after it was sent: it was written no later than that.
        Assert.Equal((Today.AddDays(-3), (DateOnly?)Today.AddDays(-3)), (letter.WrittenOn, letter.SentOn));
        letter.Id = 99;
        var second = Write(A(Templates.Closing, c, To("Bo", 2)), File(mother, father, c, letter)).Events;
        Assert.Equal(Today, ((CaseFact)Assert.Single(second.OfType<Corrected>()).Fact).ParentsInformedOn);
        Assert.Single(Write(A(Templates.Closing, c, To("Nora", 1), To("Bo", 2)), File(mother, father, c)).Events.OfType<Corrected>());
    }

    [Fact]
    public void Every_kind_of_letter_opens_in_Word_with_its_text_its_heading_and_its_list()
    {
        foreach (var template in Templates.Defaults)
        {
            var letter = new LetterFact
            {
                Recipient = "Nora Grøn",
                Address = "Åvej 2\n9999 By",
                WrittenOn = Today,
                Subject = template.Subject,
                Body = template.Body + "\n\n- ét\n- to",
            };
            using var package = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(
                new MemoryStream(Document.Write("Brev", LetterPaper.Of(letter, "Åkær Kommune"))),
                false
            );
            Assert.Equal(
                [],
                new DocumentFormat.OpenXml.Validation.OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2016)
                    .Validate(package)
                    .Select(e => e.Description)
            );
            Assert.Contains(template.Subject, package.MainDocumentPart!.Document!.InnerText, StringComparison.Ordinal);
        }
        var blocks = LetterPaper.Of(
            new()
            {
                Recipient = "Nora",
                Address = "Åvej 2\n9999 By",
                WrittenOn = Today,
                SentOn = Today.AddDays(1),
                Subject = "Hej",
                Body = "# Sådan klager du\n\nSend\ndet\n\n- ét\n- to",
            },
            "Åkær Kommune"
        );
        Assert.Equal(["Nora", "Åvej 2", "9999 By"], ((Lines)blocks[0]).Texts);
        Assert.Equal(["Åkær Kommune", "31. oktober 2026"], ((Lines)blocks[1]).Texts);
        Assert.Equal(
            (new Heading(1, "Hej"), new Heading(2, "Sådan klager du"), new Paragraph("Send\ndet")),
            (blocks[2], blocks[3], blocks[4])
        );
        Assert.Equal(["ét", "to"], ((Bullets)blocks[5]).Items);
    }

    [Fact]
    public void A_letter_about_nothing_or_another_childs_draft_is_refused()
    {
        Assert.Equal("thing-not-there", Assert.Single(Codes(Write(A(Templates.Closing, Case(), To("Nora")), File()))));
        Assert.Equal(
            "thing-not-there",
            Assert.Single(
                Codes(
                    Write(A(Templates.Invitation, null, To("Nora")) with { LetterId = 5 }, File(), new LetterFact { Id = 5, ChildId = 8 })
                )
            )
        );
    }

    [Fact]
    public void The_municipalitys_own_text_holds_from_its_day_until_the_default_text_is_taken_back()
    {
        LetterTemplateFact[] own =
        [
            new()
            {
                Id = 1,
                Code = Templates.Closing,
                From = Today,
                Subject = "Farvel",
                Body = "Egen tekst",
            },
            new()
            {
                Id = 2,
                Code = Templates.Closing,
                From = Today.AddDays(5),
            },
        ];
        Assert.Equal(Templates.Default(Templates.Closing), Templates.On(own, Templates.Closing, Today.AddDays(-1)));
        Assert.Equal("Egen tekst", Templates.On(own, Templates.Closing, Today.AddDays(4))!.Body);
        Assert.Equal(Templates.Default(Templates.Closing), Templates.On(own, Templates.Closing, Today.AddDays(5)));
        Assert.Null(Templates.On(own, "hekseri", Today));
    }

    [Fact]
    public void A_template_with_an_unknown_field_or_from_the_past_is_refused_and_the_field_is_named()
    {
        var refused = LetterRules
            .Change(
                new(Templates.Closing, Today.AddDays(-1), "Farvel", "Kære {modtagerens navn}, {klagefrist} og {vejret}"),
                false,
                [],
                Today,
                1
            )
            .Refusals;
        Assert.Equal(["template-from-the-past", "template-field-unknown"], refused.Select(r => r.Code));
        Assert.Equal("{klagefrist} og {vejret}", refused[1].Named);
        Assert.Equal(
            ["letter-without-subject", "letter-empty"],
            Codes(LetterRules.Change(new(Templates.Closing, Today, null, null), false, [], Today, 1))
        );
        Assert.Equal(
            "template-without-complaint-guidance",
            Assert.Single(Codes(LetterRules.Change(new(Templates.Decision, Today, "Nej", "Sådan blev det."), false, [], Today, 1)))
        );
        Assert.Equal(
            "template-is-default",
            Assert.Single(Codes(LetterRules.Change(new(Templates.Closing, Today, null, null), true, [], Today, 1)))
        );
        Assert.Equal("thing-not-there", Assert.Single(Codes(LetterRules.Change(new("hekseri", Today, "A", "B"), false, [], Today, 1))));
    }

    [Fact]
    public void An_invitation_to_a_conference_goes_to_those_on_its_list_who_may_come_and_marks_them()
    {
        var c = new NetworkConferenceFact
        {
            Id = 60,
            ChildId = 7,
            OfferedOn = new(2026, 10, 1),
            Answer = OfferAnswer.Yes,
            WithoutSupport = true,
            PlannedAt = new(2026, 11, 18, 16, 0, 0),
            Place = "Stuen",
        };
        InviteeFact On(long id, string name, long? person = null, bool mayCome = true, long of = 60) =>
            new()
            {
                Id = id,
                ChildId = 7,
                ConferenceId = of,
                Role = InviteeRole.Network,
                MayCome = mayCome,
                Name = name,
                PersonId = person,
            };
        var file = File(
            c,
            Parent(1, "Nora Grøn", address: "Skovvej 1"),
            Parent(2, "Bo Grøn"),
            On(70, "Nora Grøn", 1),
            On(71, "Tante Åse"),
            On(72, "Egon", mayCome: false),
            On(73, "En anden dags", of: 61)
        );
        var to = Recipients.Usual(Templates.ConferenceInvitation, Recipients.Of(file, c, Today)).ToArray();
        Assert.Equal([("person-1", "Skovvej 1"), ("inviteret-71", null)], to.Select(r => (r.Key, r.Address)));
        var sent = Write(A(Templates.ConferenceInvitation, c, to), file);
        Assert.Equal(
            [(70L, (DateOnly?)Today), (71L, Today)],
            sent.Events.OfType<Corrected>().Select(e => (InviteeFact)e.Fact).Select(i => (i.Id, i.InvitedOn))
        );
        Assert.Equal(["not-on-the-list"], Codes(Write(A(Templates.ConferenceInvitation, c, To("Fremmed")), file)));
        Assert.Empty(Write(A(Templates.ConferenceInvitation, c, to) with { Send = false }, file).Events.OfType<Corrected>());
        Assert.Equal(
            ["letter-before-its-matter"],
            Codes(Write(A(Templates.ConferenceInvitation, c, to) with { SentOn = new(2026, 9, 30) }, file))
        );
        c.WithoutSupport = null;
        Assert.Equal(["child-without-support-person"], Codes(Write(A(Templates.ConferenceInvitation, c, to), file)));
    }

    [Fact]
    public void The_questions_stand_in_an_invitation_when_the_family_has_approved_them()
    {
        var c = new NetworkConferenceFact
        {
            Id = 60,
            ChildId = 7,
            OfferedOn = new(2026, 10, 1),
            PlannedAt = new(2026, 11, 18, 16, 0, 0),
            EndsAt = new(2026, 11, 18, 19, 0, 0),
            Food = "Suppe",
            Practical = "Kun os to",
        };
        var file = File(
            c,
            new ConferenceQuestionFact
            {
                Id = 80,
                ChildId = 7,
                ConferenceId = 60,
                Position = 1,
                Text = "Hvem\nhenter?",
            }
        );
        Assert.Null(LetterFields.For(Templates.ConferenceInvitation, Sources(file, c))["spørgsmålene"]);
        c.QuestionsApprovedOn = new(2026, 10, 20);
        var values = LetterFields.For(Templates.ConferenceInvitation, Sources(file, c));
        Assert.Equal(
            ("- Hvem henter?", "onsdag den 18. november 2026 kl. 16.00 til 19.00", "- Mad: Suppe", null),
            (values["spørgsmålene"], values["rådslagningens dag og tid"], values["det praktiske"], values["rådslagningens sted"])
        );
    }

    [Fact]
    public void The_familys_plan_as_a_letter_has_its_words_and_what_each_has_taken_on()
    {
        var c = new NetworkConferenceFact
        {
            Id = 60,
            ChildId = 7,
            OfferedOn = new(2026, 10, 1),
            HeldOn = new(2026, 10, 8),
            FamilyPlan = "Ida sover hos mormor.",
        };
        AgreementFact Does(long id, string what, DateOnly? due = null, DateOnly? dropped = null) =>
            new()
            {
                Id = id,
                ChildId = 7,
                ConferenceId = 60,
                What = what,
                Who = "Mormor",
                DueOn = due,
                DroppedOn = dropped,
            };
        var file = File(c, Does(80, "Laver mad"), Does(81, "Henter", new(2026, 11, 6)), Does(82, "Ringer", dropped: Today));
        var values = LetterFields.For(Templates.FamilyPlan, Sources(file, c));
        Assert.Equal(
            ("Ida sover hos mormor.", "- Mormor: Henter, senest 6. november 2026\n- Mormor: Laver mad, hele tiden", null),
            (values["familiens plan"], values["hvem gør hvad"], values["I mødes igen"])
        );
    }
}
