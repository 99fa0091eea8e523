using Spor.Access;
using Spor.Cases;
using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Notifications;

namespace Spor.Tests;

/// <summary>Those who work beside the department: what they may send and be asked.</summary>
public class PartnerTests
{
    static readonly DateTime Now = new(2026, 11, 30, 9, 40, 0);
    static readonly DateOnly Today = DateOnly.FromDateTime(Now);

    static string[] Codes(Decision d) => [.. d.Refusals.Select(r => r.Code)];

    static T Only<T>(Decision d)
        where T : Fact =>
        d
            .Events.Select(e =>
                e switch
                {
                    Recorded r => r.Fact,
                    Corrected c => c.Fact,
                    _ => null,
                }
            )
            .OfType<T>()
            .Single();

    static SendNotification Worry(
        Notifier by = Notifier.School,
        string? child = "Villads Nørby",
        string? words = "Ord",
        string? to = "Mail"
    ) => new(by, child, null, null, words, to);

    static SentNotificationFact Sent(bool taken = false) =>
        new()
        {
            Id = 5,
            SentAt = Now.AddHours(-2),
            By = "bruger-70",
            Notifier = Notifier.School,
            ChildName = "Villads Nørby",
            Description = "Han sover i timen.",
            Contact = "Mail",
            TakenOn = taken ? Today : null,
        };

    [Fact]
    public void What_is_sent_says_whom_it_is_about_and_how_to_reach_the_sender_and_a_birthday_is_not_asked_for()
    {
        Assert.Equal(
            ["sent-by-professional", "sent-without-child", "notification-empty", "sent-without-contact"],
            Codes(NotificationRules.Send(Worry(Notifier.Citizen, null, null, null), "bruger-70", Now, 5))
        );
        var cpr = CprNumber.Read("640317-1234", Today);
        Assert.Equal(
            ["expected-day-unlikely"],
            Codes(NotificationRules.Send(Worry() with { BornOn = Today.AddMonths(11) }, "bruger-70", Now, 5))
        );
        if (cpr is { } read)
            Assert.Equal(
                ["cpr-and-birthday-differ"],
                Codes(NotificationRules.Send(Worry() with { Cpr = read, BornOn = read.BornOn.AddDays(1) }, "bruger-70", Now, 5))
            );
        var sent = Only<SentNotificationFact>(NotificationRules.Send(Worry(), "bruger-70", Now.AddMilliseconds(730), 5));
        Assert.Equal((Now, "bruger-70", true, "Villads Nørby"), (sent.SentAt, sent.By, sent.Waits, sent.ChildName));
    }

    [Fact]
    public void It_is_set_aside_once_and_with_a_reason()
    {
        SetSentAside With(string? reason) => new(5, SetAsideBecause.SentTwice, reason);
        Assert.Equal(["thing-not-there"], Codes(NotificationRules.SetAside(With("To gange"), null, Today)));
        Assert.Equal(["sent-dealt-with"], Codes(NotificationRules.SetAside(With("To gange"), Sent(taken: true), Today)));
        Assert.Equal(["sent-aside-without-reason"], Codes(NotificationRules.SetAside(With(null), Sent(), Today)));
        var aside = Only<SentNotificationFact>(NotificationRules.SetAside(With("To gange"), Sent(), Today));
        Assert.Equal((SetAsideBecause.SentTwice, Today, false), (aside.SetAside!.Value, aside.SetAsideOn!.Value, aside.Waits));
    }

    [Fact]
    public void What_was_set_aside_is_erased_when_the_rule_lets_it_go_and_what_waits_or_was_registered_is_not()
    {
        var aside = Only<SentNotificationFact>(NotificationRules.SetAside(new(5, SetAsideBecause.SentTwice, "To gange"), Sent(), Today));
        var over = Today.AddYears(Law.Retention.On(Law.Retention.SentSetAside, Today).Years);
        EraseSent Said(string? rule = "Opbevaring punkt 3", bool sure = true) => new(5, rule, sure);
        Assert.Equal(["thing-not-there"], Codes(NotificationRules.Erase(Said(), null, over)));
        Assert.Equal(["sent-kept-by-rule"], Codes(NotificationRules.Erase(Said(), aside, over.AddDays(-1))));
        Assert.Equal(["sent-kept-by-rule"], Codes(NotificationRules.Erase(Said(), Sent(), over)));
        Assert.Equal(["sent-kept-by-rule"], Codes(NotificationRules.Erase(Said(), Sent(taken: true), over)));
        Assert.Equal(["erase-rule-missing", "erase-not-sure"], Codes(NotificationRules.Erase(Said(" ", false), aside, over)));
        var done = NotificationRules.Erase(Said(), aside, over);
        Assert.False(done.Refused);
        Assert.Empty(done.Events);
        // Nor twice.
        aside.Description = null;
        Assert.Equal(["thing-not-there"], Codes(NotificationRules.Erase(Said(), aside, over)));
    }

    [Fact]
    public void Whoever_registers_it_changes_neither_the_minute_nor_the_senders_words_and_it_is_registered_once()
    {
        static Decision Take(SentNotificationFact? sent) =>
            NotificationRules.Receive(
                new(Now, Notifier.Citizen, "Dorthe, Åkær Skole", "En anden", [1], [], false, "fravær", "Andre ord", [], false, SentId: 5),
                sent,
                [new ChildFact { Id = 1, BornOn = new(2017, 3, 4) }],
                null,
                _ => false,
                _ => false,
                Now,
                () => 9
            );
        Assert.Equal(["sent-dealt-with"], Codes(Take(null)));
        Assert.Equal(["sent-dealt-with"], Codes(Take(Sent(taken: true))));
        var made = Only<NotificationFact>(Take(Sent()));
        Assert.Equal(
            (Sent().SentAt, Notifier.School, "Han sover i timen.", "Mail", 5L),
            (made.ReceivedAt, made.Notifier, made.Description, made.NotifierContact, made.SentId!.Value)
        );
        Assert.Equal(Today, Only<SentNotificationFact>(Take(Sent())).TakenOn);
    }

    static AskPartner Ask(AskedOn? basis = AskedOn.Consent, string? reason = null, string? words = "Hvordan går det?", int days = 7) =>
        new(1, "bruger-70", Today.AddDays(days), basis, reason, words);

    [Fact]
    public void A_question_is_to_a_partner_with_a_day_and_a_ground()
    {
        Assert.Equal(
            ["question-to-nobody", "question-empty", "question-due-in-past", "question-without-basis"],
            Codes(PartnerRules.Ask(Ask(null, words: null, days: -1), isPartner: false, 3, Today, 9))
        );
        Assert.Equal(["question-without-reason"], Codes(PartnerRules.Ask(Ask(AskedOn.WithoutConsent), true, 3, Today, 9)));
        Assert.Equal(["question-reason-with-consent"], Codes(PartnerRules.Ask(Ask(reason: "§ 11 c"), true, 3, Today, 9)));
        var asked = Only<PartnerRequestFact>(PartnerRules.Ask(Ask(), true, 3, Today, 9));
        Assert.Equal(("bruger-70", Today, 3L), (asked.Person, asked.On, asked.AskedBy!.Value));

        UserFact user = new() { Id = 70, From = Today.AddDays(-9) };
        RoleGrantFact grant = new()
        {
            Person = "bruger-70",
            Role = ViewerRole.Partner,
            From = Today,
        };
        Assert.True(PartnerRules.IsPartner("bruger-70", [grant], [user], Today));
        // Whoever left, has not begun, or has another role is asked nothing.
        Assert.False(PartnerRules.IsPartner("bruger-70", [grant], [user], Today.AddDays(-1)));
        user.To = Today.AddDays(-1);
        Assert.False(PartnerRules.IsPartner("bruger-70", [grant], [user], Today));
        Assert.False(PartnerRules.IsPartner("medarbejder-70", [grant], [user], Today));
    }

    [Fact]
    public void It_is_answered_once_and_whoever_asked_has_it_on_their_day_and_an_open_one_is_taken_back()
    {
        static PartnerRequestFact Asked(DateOnly? answered = null) =>
            new()
            {
                Id = 9,
                ChildId = 1,
                Person = "bruger-70",
                On = Today.AddDays(-2),
                AskedBy = 3,
                AnsweredOn = answered,
                Question = "Hvordan går det?",
            };
        Assert.Equal(["question-not-yours"], Codes(PartnerRules.Answer(new(9, "Godt"), null, Today, 10)));
        Assert.Equal(["question-answered"], Codes(PartnerRules.Answer(new(9, "Godt"), Asked(Today), Today, 10)));
        Assert.Equal(["question-without-answer"], Codes(PartnerRules.Answer(new(9, null), Asked(), Today, 10)));
        var done = PartnerRules.Answer(new(9, "Godt"), Asked(), Today, 10);
        Assert.Equal((Today, "Godt"), (Only<PartnerRequestFact>(done).AnsweredOn!.Value, Only<PartnerRequestFact>(done).Answer));
        Assert.Equal(
            (3L, 1L, Today),
            (Only<OwnTaskFact>(done).EmployeeId, Only<OwnTaskFact>(done).ChildId, Only<OwnTaskFact>(done).DueOn!.Value)
        );
        Assert.Equal(["thing-not-there"], Codes(PartnerRules.TakeBack(null)));
        Assert.Equal(["question-answered"], Codes(PartnerRules.TakeBack(Asked(Today))));
        Assert.IsType<Withdrawn>(Assert.Single(PartnerRules.TakeBack(Asked()).Events));
    }

    [Fact]
    public void An_answer_about_looks_is_never_of_ones_own_and_says_what_was_found()
    {
        AnswerPattern With(PatternJudged? judged, string? reason) => new(PatternRule.Night, "medarbejder-3", Today, 40, judged, reason);
        Assert.Equal(
            ["pattern-about-oneself", "pattern-not-judged", "pattern-without-reason"],
            Codes(PatternRules.Answer(With(null, null), "medarbejder-3", Today, 1))
        );
        var found = Only<PatternAnswerFact>(PatternRules.Answer(With(PatternJudged.NotInOrder, "Naboen"), "dpo", Today, 1));
        Assert.True(found.Covers(PatternRule.Night, "medarbejder-3", Today, 40));
        Assert.True(found.Covers(PatternRule.Night, "medarbejder-3", Today, 12));
        // A look that came after it was judged waits anew, and so does another rule, day or person.
        Assert.False(found.Covers(PatternRule.Night, "medarbejder-3", Today, 41));
        Assert.False(found.Covers(PatternRule.Many, "medarbejder-3", Today, 40));
        Assert.False(found.Covers(PatternRule.Night, "medarbejder-3", Today.AddDays(1), 40));
        Assert.False(found.Covers(PatternRule.Night, "medarbejder-4", Today, 40));
    }
}
