using Spor.Assessments;
using Spor.Cases;
using Spor.Children;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Notifications;
using Spor.Requirements;
using Spor.Workforce;

namespace Spor.Tests;

public class NotificationTests
{
    static readonly DateTime Now = new(2026, 10, 30, 14, 20, 0);
    static readonly DateOnly Today = DateOnly.FromDateTime(Now);

    static Func<long> Ids(long from = 900)
    {
        var next = from;
        return () => next++;
    }

    // --- receiving

    static ReceiveNotification A(
        DateTime? at = null,
        long[]? known = null,
        NewChild[]? born = null,
        Notifier by = Notifier.School,
        string? name = null,
        string? causes = "vold i hjemmet",
        string? description = null,
        bool siblings = false,
        ReceivedFile[]? files = null,
        bool doublesSeen = false,
        long? siblingOf = null
    ) =>
        new(
            at ?? Now.AddHours(-1),
            by,
            name,
            null,
            known ?? [],
            born ?? [],
            siblings,
            causes,
            description,
            files ?? [],
            doublesSeen,
            siblingOf
        );

    static NewChild New(string? first = "Alma", DateOnly? bornOn = null, bool unborn = false, string? cpr = null) =>
        new(
            first,
            "Vang",
            CprNumber.Read(cpr, Today),
            cpr is null ? null : 77,
            cpr is null && bornOn is null ? new(2020, 3, 4) : bornOn,
            unborn,
            null,
            3
        );

    static Decision Receive(
        ReceiveNotification c,
        ChildFact?[]? known = null,
        bool taken = false,
        bool like = false,
        ChildFact? sibling = null,
        SentNotificationFact? sent = null
    ) =>
        NotificationRules.Receive(
            c,
            sent,
            known ?? [.. c.Known.Select(id => new ChildFact { Id = id, BornOn = new(2015, 1, 1) })],
            sibling,
            _ => taken,
            _ => like,
            Now,
            Ids()
        );

    static IEnumerable<string> Codes(Decision d) => d.Refusals.Select(r => r.Code);

    static List<T> Recorded<T>(Decision d)
        where T : Fact => [.. d.Events.OfType<Recorded>().Select(r => r.Fact).OfType<T>()];

    [Fact]
    public void A_notification_about_a_known_child_is_one_fact_and_its_clock_starts_when_it_was_received()
    {
        var n = Assert.Single(Recorded<NotificationFact>(Receive(A(known: [7]))));
        Assert.Equal((7, Now.AddHours(-1), Notifier.School, "vold i hjemmet"), (n.ChildId, n.ReceivedAt, n.Notifier, n.Causes));
        Assert.Equal(Now.AddHours(23), Inbox.DueAt(n, Bounds.National));
        Assert.Equal(TimeSpan.FromHours(23), Inbox.Left(n, Now, Bounds.National));
    }

    [Fact]
    public void Several_children_have_a_notification_each_and_siblings_one_family()
    {
        var d = Receive(A(known: [7], born: [New(), New("Bo")], siblings: true));
        Assert.Equal(3, Recorded<NotificationFact>(d).Count);
        var made = Recorded<ChildFact>(d);
        var family = made[0].FamilyId;
        Assert.NotNull(family);
        Assert.Equal(family, made[1].FamilyId);
        Assert.Equal(family, ((ChildFact)Assert.Single(d.Events.OfType<Corrected>()).Fact).FamilyId);
        // A known child's own family stays, and the new ones join it.
        d = Receive(A(known: [7], born: [New()], siblings: true), [new() { Id = 7, FamilyId = 55 }]);
        Assert.Equal(55, Recorded<ChildFact>(d)[0].FamilyId);
        Assert.Empty(d.Events.OfType<Corrected>());
        // Also of a sibling that the notification is not about.
        d = Receive(A(born: [New()], siblingOf: 9), sibling: new() { Id = 9, FamilyId = 66 });
        Assert.Equal(66, Recorded<ChildFact>(d)[0].FamilyId);
        Assert.Single(Recorded<NotificationFact>(d));
    }

    [Fact]
    public void Every_child_has_its_own_copy_of_the_files()
    {
        var d = Receive(A(known: [7, 8], files: [new("brev.txt", "text/plain; charset=utf-8", new("Hej"u8.ToArray()))]));
        Assert.Equal([7L, 8L], Recorded<AttachmentFact>(d).Select(a => a.ChildId));
        Assert.Equal(Recorded<AttachmentFact>(d).Select(a => a.Id), Recorded<AttachmentContentFact>(d).Select(c => c.AttachmentId));
        Assert.All(Recorded<AttachmentContentFact>(d), c => Assert.Equal("Hej"u8.ToArray(), Convert.FromBase64String(c.Base64!)));
    }

    [Fact]
    public void An_unborn_child_needs_an_expected_day_and_no_name()
    {
        var child = Assert.Single(
            Recorded<ChildFact>(Receive(A(born: [New(null, new(2027, 2, 1), unborn: true) with { LastName = null }])))
        );
        Assert.True(child.Unborn);
        Assert.Equal(new DateOnly(2027, 2, 1), child.BornOn);
        Assert.Equal(["expected-day-missing"], Codes(Receive(A(born: [new(null, null, null, null, null, true, null, null)]))));
        Assert.Equal(["expected-day-unlikely"], Codes(Receive(A(born: [New(null, new(2028, 2, 1), unborn: true)]))));
        Assert.Equal(
            ["unborn-with-cpr", "expected-day-unlikely"],
            Codes(Receive(A(born: [New(null, null, unborn: true, cpr: "640613-9834")])))
        );
    }

    [Theory]
    [InlineData("received-in-future")]
    [InlineData("anonymous-with-name")]
    [InlineData("no-child-chosen")]
    [InlineData("thing-not-there")]
    [InlineData("notification-empty")]
    [InlineData("child-name-missing")]
    [InlineData("birthday-missing")]
    [InlineData("cpr-and-birthday-differ")]
    [InlineData("born-in-future")]
    [InlineData("child-too-old")]
    [InlineData("cpr-known-already")]
    [InlineData("cpr-twice-in-form")]
    [InlineData("likely-double")]
    public void What_cannot_be_received_is_refused(string code) =>
        Assert.Equal(
            [code],
            Codes(
                code switch
                {
                    "received-in-future" => Receive(A(Now.AddMinutes(1), [7])),
                    "anonymous-with-name" => Receive(A(known: [7], by: Notifier.Anonymous, name: "Bo")),
                    "no-child-chosen" => Receive(A()),
                    "thing-not-there" => Receive(A(known: [7]), [null]),
                    "notification-empty" => Receive(A(known: [7], causes: null)),
                    "child-name-missing" => Receive(A(born: [New(null) with { LastName = null }])),
                    "birthday-missing" => Receive(A(born: [New() with { BornOn = null }])),
                    "cpr-and-birthday-differ" => Receive(A(born: [New(bornOn: new(2013, 6, 5), cpr: "640613-9834")])),
                    "born-in-future" => Receive(A(born: [New(bornOn: Today.AddDays(1))])),
                    "child-too-old" => Receive(A(born: [New(bornOn: Today.AddYears(-23))])),
                    "cpr-known-already" => Receive(A(born: [New(cpr: "640613-9834")]), taken: true),
                    "cpr-twice-in-form" => Receive(A(born: [New(cpr: "640613-9834"), New("Bo", cpr: "640613-9834")])),
                    _ => Receive(A(born: [New()]), like: true),
                }
            )
        );

    [Fact]
    public void A_likely_double_that_was_looked_at_stops_nobody() =>
        Assert.False(Receive(A(born: [New()], doublesSeen: true), like: true).Refused);

    [Theory]
    [InlineData("640613-9834", "2013-06-04")]
    [InlineData("8402151600", "2015-02-24")]
    [InlineData("310117-1234", "1917-01-31")]
    [InlineData("310117 5234", "2017-01-31")]
    [InlineData("040613-9834", "2013-06-04")]
    [InlineData("040613-AB12", "2013-06-04")]
    [InlineData("320117-1234", null)]
    [InlineData("310217-5234", null)]
    [InlineData("311317-5234", null)]
    [InlineData("31011-1234", null)]
    [InlineData("fødselsdag", null)]
    public void A_CPR_number_says_the_birthday_also_an_invented_one_without_a_control_digit(string typed, string? born) =>
        Assert.Equal(born, CprNumber.Read(typed, Today)?.BornOn.ToString("yyyy-MM-dd"));

    [Theory]
    [InlineData("brev.pdf", "%PDF-1.7 x", "application/pdf")]
    [InlineData("brev.txt", "Kære kommune", "text/plain; charset=utf-8")]
    [InlineData("brev.pdf", "MZ program", "file-kind-not-allowed")]
    [InlineData("brev.exe", "%PDF-1.7 x", "file-kind-not-allowed")]
    [InlineData("brev.docx", "PK nothing inside", "file-kind-not-allowed")]
    [InlineData("brev.txt", "a\0b", "file-kind-not-allowed")]
    [InlineData("brev.html", "<script>", "file-kind-not-allowed")]
    [InlineData("tegning.SVG", "<svg/>", "file-kind-not-allowed")]
    [InlineData("skema.xlsm", "PK", "file-kind-not-allowed")]
    [InlineData("billede.heic", "MZ program", "file-kind-not-allowed")]
    [InlineData("brev", "uden endelse", "file-kind-not-allowed")]
    [InlineData("skema.xlsx", "PK", "application/octet-stream")]
    [InlineData("Sms fra mor.msg", "\u0001\u0002", "application/octet-stream")]
    [InlineData("optagelse.m4a", "ftyp", "application/octet-stream")]
    [InlineData("foto.HEIC", "ftypheic", "application/octet-stream")]
    [InlineData("brev.pdf", "", "file-empty")]
    public void A_file_is_what_its_content_and_its_name_both_say(string name, string content, string expected)
    {
        var (type, refused) = FileKind.Of(name, new(System.Text.Encoding.UTF8.GetBytes(content)));
        Assert.Equal(expected, type ?? refused);
    }

    [Fact]
    public void A_file_of_more_than_50_MB_is_refused() =>
        Assert.Equal("file-too-large", FileKind.Of("a.txt", new(new byte[FileKind.Largest + 1])).Refused);

    [Theory]
    [InlineData(@"C:\mine filer\Brev fra skolen.pdf", "Brev fra skolen.pdf")]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf")]
    [InlineData(".pdf", "bilag.pdf")]
    public void A_file_name_is_a_name_and_nothing_more(string typed, string kept) => Assert.Equal(kept, FileKind.NameOf(typed));

    // --- doubles

    static ChildFile Child(
        long id,
        string first,
        string last,
        string born,
        long? cpr = null,
        long? family = null,
        bool isProtected = false
    ) =>
        ChildFile.Build(
            new()
            {
                Id = id,
                FirstName = first,
                LastName = last,
                BornOn = Script.Day(born),
                CprHash = cpr,
                FamilyId = family,
                Protected = isProtected,
            },
            []
        );

    static readonly ChildFile[] Register =
    [
        Child(1, "Mathias", "Sørensen", "2014-05-06", cpr: 11, family: 5),
        Child(2, "Sofie", "Sørensen", "2016-01-01", family: 5),
        Child(3, "Emma", "Holm", "2014-05-06"),
        Child(4, "Liv", "Krag", "2018-09-09", cpr: 44, isProtected: true),
        Child(5, "Mathias", "Sørensen", "2010-10-10"),
    ];

    static string Found(Sought sought, params long[] hidden) =>
        string.Join(
            ", ",
            Doubles
                .Of(Register, sought, f => !hidden.Contains(f.Id), n => Register.Where(f => f.Child.FamilyId == n))
                .Select(d => $"{d.Of.Id} {d.Why}")
        );

    [Fact]
    public void A_whole_CPR_number_finds_the_child_and_its_siblings() => Assert.Equal("1 SameCpr, 2 Sibling", Found(new(11, null, null)));

    [Fact]
    public void A_name_and_a_birthday_find_the_child_and_those_who_are_like_it()
    {
        Assert.Equal("1 SameNameAndBirthday, 2 Sibling", Found(new(null, "Mathias Sørensen", new(2014, 5, 6))));
        Assert.Equal("1 SameBirthdayAndSimilarName, 3 SameBirthday, 2 Sibling", Found(new(null, "Matias Sørensen", new(2014, 5, 6))));
        Assert.Equal("1 SameName, 5 SameName", Found(new(null, "mathias sørensen", null)));
        Assert.Equal("", Found(new(null, null, null)));
    }

    [Fact]
    public void Somebody_elses_child_is_told_of_only_when_it_is_very_like()
    {
        Assert.Equal("1 SameNameAndBirthday", Found(new(null, "Mathias Sørensen", new(2014, 5, 6)), 1, 2, 3));
        Assert.Equal("", Found(new(null, "Mathias Sørensen", null), 1, 5));
        Assert.Equal("", Found(new(null, null, new(2014, 5, 6)), 1, 3));
    }

    [Fact]
    public void A_protected_child_is_found_by_its_number_or_by_whole_name_and_birthday_alone()
    {
        Assert.Equal("4 SameCpr", Found(new(44, null, null), 4));
        Assert.Equal("4 SameNameAndBirthday", Found(new(null, "Liv Krag", new(2018, 9, 9))));
        Assert.Equal("", Found(new(null, "Liv Krag", null)));
        Assert.Equal("", Found(new(null, "Liva Krog", new(2018, 9, 9))));
        Assert.Equal("", Found(new(null, null, new(2018, 9, 9))));
    }

    // --- the clock and the inbox

    static NotificationFact N(string received, string? assessed = null, Notifier by = Notifier.School, string? acknowledged = null) =>
        new()
        {
            Id = 500,
            ChildId = 1,
            ReceivedAt = DateTime.ParseExact(received, "yyyy-MM-dd HH:mm", null),
            AssessedAt = assessed is null ? null : DateTime.ParseExact(assessed, "yyyy-MM-dd HH:mm", null),
            Notifier = by,
            AcknowledgedOn = acknowledged is null ? null : Script.Day(acknowledged),
        };

    [Theory]
    [InlineData("2026-06-01 10:00", "2026-06-02 09:00", 60)]
    [InlineData("2026-06-01 10:00", "2026-06-02 10:01", -1)]
    // Summer time begins on 29 March 2026 at 2 and ends on 25 October 2026 at 3.
    [InlineData("2026-03-28 12:00", "2026-03-29 12:00", 60)]
    [InlineData("2026-03-28 12:00", "2026-03-29 13:00", 0)]
    [InlineData("2026-10-24 12:00", "2026-10-25 12:00", -60)]
    [InlineData("2026-10-24 12:00", "2026-10-25 11:00", 0)]
    public void The_24_hours_are_elapsed_hours_also_over_a_change_of_the_clock(string received, string now, int minutes) =>
        Assert.Equal(
            TimeSpan.FromMinutes(minutes),
            Inbox.Left(N(received), DateTime.ParseExact(now, "yyyy-MM-dd HH:mm", null), Bounds.National)
        );

    [Theory]
    [InlineData("2026-03-28 12:00", "2026-03-29 13:00", true)]
    [InlineData("2026-03-28 12:00", "2026-03-29 13:01", false)]
    [InlineData("2026-10-24 12:00", "2026-10-25 11:30", false)]
    public void What_the_inbox_calls_in_time_the_requirement_calls_so_too(string received, string assessed, bool inTime)
    {
        var n = N(received, assessed);
        Assert.Equal(inTime, Inbox.InTime(n, Bounds.National));
        var owed = Script
            .All(ChildFile.Build(new() { Id = 1, BornOn = new(2015, 1, 1) }, [n]), Today)
            .Single(r => r.Rule == Rule.NotificationAssessed);
        Assert.Equal(inTime ? RequirementState.OnTime : RequirementState.Late, owed.State);
        Assert.Equal(Inbox.DueAt(n, Bounds.National), owed.DueAt);
    }

    [Fact]
    public void An_assessed_notification_waits_for_the_receipt_and_a_professional_for_feedback()
    {
        Assert.Equal([Waits.Assessment, Waits.Acknowledgement], Inbox.Of(N("2026-10-30 10:00"), Now, Bounds.National).Select(w => w.For));
        Assert.Equal(
            [Waits.Acknowledgement, Waits.Feedback],
            Inbox.Of(N("2026-10-29 10:00", "2026-10-29 12:00"), Now, Bounds.National).Select(w => w.For)
        );
        Assert.Equal(
            [Waits.Acknowledgement],
            Inbox.Of(N("2026-10-29 10:00", "2026-10-29 12:00", Notifier.Citizen), Now, Bounds.National).Select(w => w.For)
        );
        Assert.Empty(Inbox.Of(N("2026-10-29 10:00", "2026-10-29 12:00", Notifier.Anonymous), Now, Bounds.National));
        Assert.Empty(Inbox.Of(N("2026-10-31 10:00"), Now, Bounds.National));
    }

    [Theory]
    [InlineData("2026-10-29", 5)]
    [InlineData("2026-10-23", 0)]
    [InlineData("2026-10-22", -1)]
    [InlineData("2026-10-21", -2)]
    [InlineData("2026-10-15", -7)]
    public void Six_weekdays_with_saturday_are_counted_to_the_receipt(string received, int left) =>
        Assert.Equal(
            left,
            Inbox
                .Of(N(received + " 10:00", received + " 12:00"), Now, Bounds.National)
                .First(w => w.For == Waits.Acknowledgement)
                .WeekdaysLeft
        );

    // --- assessing

    static AssessNotification Say(
        NotificationOutcome? outcome = NotificationOutcome.Screening,
        bool? acute = false,
        Danger? danger = Danger.None,
        string? steps = null,
        string? reason = null,
        DateTime? at = null,
        long? by = 12,
        long? second = null,
        long? district = null
    ) => new(1, 500, at ?? Now, by, acute, danger, steps, outcome, reason, second, district);

    static readonly Workforce.Staff Employed = new(
        [.. Enumerable.Range(1, 20).Select(e => new Workforce.EmploymentFact { EmployeeId = e, From = new(2015, 1, 1) })],
        []
    );

    static Decision Assess(
        AssessNotification c,
        string script = "",
        NotificationFact? n = null,
        long? district = 3,
        params ChildsFact[] more
    )
    {
        n ??= N("2026-10-30 10:00");
        var file = Script.File(script);
        file.Child.DistrictId = district;
        file = ChildFile.Build(file.Child, [.. file.Cases, .. file.Interventions, .. file.Assessments, n, .. more], alone: true);
        return NotificationRules.Assess(c, n, file, file.Child, Catalogue.Default, Employed, true, Now, Ids());
    }

    [Theory]
    [InlineData(NotificationOutcome.Screening, AssessmentKind.Screening, false)]
    [InlineData(NotificationOutcome.Clarification, AssessmentKind.Clarification, true)]
    [InlineData(NotificationOutcome.Assessment, AssessmentKind.Assessment, true)]
    public void An_outcome_starts_its_assessment_on_the_day_the_notification_came_and_a_case_where_one_is_needed(
        NotificationOutcome outcome,
        AssessmentKind kind,
        bool opens
    )
    {
        var d = Assess(Say(outcome), n: N("2026-10-29 15:00"));
        var started = Assert.Single(Recorded<AssessmentFact>(d));
        Assert.Equal((kind, new DateOnly(2026, 10, 29), 500L), (started.Kind, started.KnownOn, started.NotificationId!.Value));
        Assert.Equal(opens ? [Today] : [], Recorded<CaseFact>(d).Select(c => c.OpenedOn));
        var row = (NotificationFact)Assert.Single(d.Events.OfType<Corrected>()).Fact;
        Assert.Equal((Now, 12L, outcome), (row.AssessedAt!.Value, row.AssessedBy!.Value, row.Outcome!.Value));
    }

    [Fact]
    public void The_four_month_clock_of_an_assessment_started_so_is_derived_like_an_imported_one()
    {
        var started = Recorded<AssessmentFact>(Assess(Say(NotificationOutcome.Assessment), n: N("2026-10-29 15:00")))[0];
        var owed = Script
            .All(ChildFile.Build(new() { Id = 1, BornOn = new(2015, 1, 1) }, [started]), Today)
            .Single(r => r.Rule == Rule.AssessmentCompleted);
        Assert.Equal((new DateOnly(2026, 10, 29), new DateOnly(2027, 2, 28)), (owed.Trigger, owed.Due));
    }

    [Fact]
    public void A_running_case_and_a_running_assessment_go_on_and_nothing_is_started_twice()
    {
        var d = Assess(Say(NotificationOutcome.Assessment), "case 2026-01-01 -; bfu 2026-09-01");
        Assert.Empty(Recorded<CaseFact>(d));
        Assert.Empty(Recorded<AssessmentFact>(d));
        // Assessed once more, it does not start a second either.
        var first = Recorded<AssessmentFact>(Assess(Say(NotificationOutcome.Clarification)))[0];
        Assert.Empty(Recorded<AssessmentFact>(Assess(Say(NotificationOutcome.Clarification), "", null, 3, first)));
    }

    [Fact]
    public void An_acute_notification_opens_a_case_and_no_assessment()
    {
        var d = Assess(Say(NotificationOutcome.Acute, acute: true, danger: Danger.Serious, steps: "Besøg i dag"));
        Assert.Single(Recorded<CaseFact>(d));
        Assert.Empty(Recorded<AssessmentFact>(d));
    }

    [Fact]
    public void A_late_assessment_is_saved_and_known_to_be_late()
    {
        var d = Assess(Say(), n: N("2026-10-25 10:00"));
        Assert.False(d.Refused);
        Assert.False(Inbox.InTime((NotificationFact)d.Events.OfType<Corrected>().First().Fact, Bounds.National));
    }

    [Fact]
    public void Everything_that_is_missing_is_said_at_once() =>
        Assert.Equal(
            ["assessed-before-received", "assessor-missing", "acute-not-answered", "danger-not-answered", "outcome-missing"],
            Codes(Assess(Say(null, null, null, at: new(2026, 10, 30, 9, 59, 0), by: null)))
        );

    [Theory]
    [InlineData("assessed-in-future")]
    [InlineData("first-steps-missing")]
    [InlineData("no-case-needs-reasons")]
    [InlineData("acute-outcome-not-acute")]
    [InlineData("acute-without-case")]
    [InlineData("no-case-to-go-into")]
    [InlineData("case-runs-already")]
    [InlineData("district-missing")]
    public void What_does_not_hang_together_is_refused(string code) =>
        Assert.Equal(
            [code],
            Codes(
                code switch
                {
                    "assessed-in-future" => Assess(Say(at: Now.AddMinutes(1))),
                    "first-steps-missing" => Assess(Say(danger: Danger.Serious)),
                    "no-case-needs-reasons" => Assess(Say(NotificationOutcome.NoCase)),
                    "acute-outcome-not-acute" => Assess(Say(NotificationOutcome.Acute)),
                    "acute-without-case" => Assess(Say(NotificationOutcome.NoCase, acute: true, steps: "x", reason: "y")),
                    "no-case-to-go-into" => Assess(Say(NotificationOutcome.ExistingCase)),
                    "case-runs-already" => Assess(Say(NotificationOutcome.NoCase, reason: "y"), "case 2026-01-01 -"),
                    _ => Assess(Say(), district: null),
                }
            )
        );

    [Fact]
    public void A_child_without_district_gets_the_one_that_was_chosen_and_needs_none_when_nothing_follows()
    {
        var placed = Assess(Say(district: 4), district: null).Events.OfType<Corrected>().Select(c => c.Fact).OfType<ChildFact>().Single();
        Assert.Equal(4, placed.DistrictId);
        Assert.False(Assess(Say(NotificationOutcome.NoCase, reason: "Lærerens bekymring er afklaret"), district: null).Refused);
    }

    const string WithMeasure = "case 2026-01-01 -; measure hjem 2026-02-01 -";

    static AssignmentFact Has(long employee) =>
        new()
        {
            Id = 801,
            ChildId = 1,
            CaseId = 1,
            EmployeeId = employee,
            From = new(2026, 1, 1),
        };

    [Fact]
    public void A_new_notification_on_an_active_child_needs_a_second_reader()
    {
        Assert.Equal(["second-reader-missing"], Codes(Assess(Say(NotificationOutcome.ExistingCase), WithMeasure, null, 3, Has(12))));
        Assert.Equal(
            ["second-reader-involved"],
            Codes(Assess(Say(NotificationOutcome.ExistingCase, by: 13, second: 12), WithMeasure, null, 3, Has(12)))
        );
        Assert.Equal(
            ["second-reader-is-assessor"],
            Codes(Assess(Say(NotificationOutcome.ExistingCase, by: 13, second: 13), WithMeasure, null, 3, Has(12)))
        );
        Assert.False(Assess(Say(NotificationOutcome.ExistingCase, second: 13), WithMeasure, null, 3, Has(12)).Refused);
        // Who assesses it may be the one who was not involved.
        Assert.False(Assess(Say(NotificationOutcome.ExistingCase, by: 13), WithMeasure, null, 3, Has(12)).Refused);
    }

    [Theory]
    [InlineData("case 2026-01-01 -", false)]
    [InlineData("case 2026-01-01 -; measure konsulent 2026-02-01 -", false)]
    [InlineData("case 2026-01-01 -; measure hjem 2026-02-01 -", true)]
    [InlineData("case 2026-01-01 -; measure hjem 2026-02-01 2026-10-29", false)]
    [InlineData("case 2026-01-01 -; measure hjem 2026-02-01 2026-10-30", true)]
    [InlineData("case 2026-01-01 -; measure plejefamilie 2026-02-01 -", true)]
    [InlineData("case 2026-01-01 -; measure efterskole 2026-02-01 -", true)]
    public void The_duty_is_about_steps_3_to_6_that_run(string script, bool needed) =>
        Assert.Equal(
            needed,
            Codes(Assess(Say(NotificationOutcome.ExistingCase), script, null, 3, Has(12))).Contains("second-reader-missing")
        );

    [Fact]
    public void Whoever_had_to_do_with_the_case_in_any_way_is_involved()
    {
        ChildsFact[] facts =
        [
            Has(1),
            new NotificationFact
            {
                Id = 2,
                AssessedBy = 2,
                SecondReader = 3,
            },
            new AssessmentFact { ResponsibleId = 4, SecondCaseworkerId = 5 },
            new ConversationFact { EmployeeId = 6 },
            new FollowUps.FollowUpFact { EmployeeId = 7 },
            new SupervisionVisitFact { EmployeeId = 8 },
            new Decisions.DecisionProposalFact { ProposedBy = 9, DecidedBy = 10 },
            new JournalNoteFact { EmployeeId = 11 },
            new HandoverFact { FromEmployeeId = 12, ToEmployeeId = 13 },
            new Letters.LetterFact { EmployeeId = 14 },
            // The one that is being assessed involves nobody, and neither does a note about it.
            new NotificationFact { Id = 500, AssessedBy = 20 },
            new JournalNoteFact
            {
                EmployeeId = 21,
                AboutKind = "notification",
                AboutId = 500,
            },
        ];
        var file = ChildFile.Build(new() { Id = 1, BornOn = new(2015, 1, 1) }, facts, alone: true);
        Assert.Equal(Enumerable.Range(1, 14).Select(i => (long)i), Involved.In(file, 500).Select(i => i.EmployeeId).Distinct().Order());
        Assert.Contains(20, Involved.In(file).Select(i => i.EmployeeId));
    }

    // --- answering

    static readonly NotificationFact Assessed = N("2026-10-28 10:00", "2026-10-29 09:00");

    [Fact]
    public void A_receipt_given_by_phone_is_written_down_with_what_was_said()
    {
        var d = NotificationRules.Acknowledge(new(1, 500, new(2026, 10, 29), NoteKind.Phone, "Ringede"), Assessed, 12, Today, Ids());
        Assert.Equal(new DateOnly(2026, 10, 29), ((NotificationFact)d.Events.OfType<Corrected>().Single().Fact).AcknowledgedOn);
        var note = Recorded<JournalNoteFact>(d).Single();
        Assert.Equal(("notification", 500L, "Ringede", 12L), (note.AboutKind, note.AboutId!.Value, note.Body, note.EmployeeId!.Value));
        Assert.Empty(
            Recorded<JournalNoteFact>(
                NotificationRules.Acknowledge(new(1, 500, new(2026, 10, 29), NoteKind.Phone, null), Assessed, 12, Today, Ids())
            )
        );
    }

    [Theory]
    [InlineData("day-in-future")]
    [InlineData("answered-before-received")]
    [InlineData("anonymous-has-no-acknowledgement")]
    [InlineData("acknowledged-already")]
    public void A_receipt_that_cannot_be_is_refused(string code) =>
        Assert.Equal(
            [code],
            Codes(
                code switch
                {
                    "day-in-future" => Acknowledge(Assessed, Today.AddDays(1)),
                    "answered-before-received" => Acknowledge(Assessed, new(2026, 10, 27)),
                    "anonymous-has-no-acknowledgement" => Acknowledge(N("2026-10-28 10:00", by: Notifier.Anonymous), Today),
                    _ => Acknowledge(N("2026-10-28 10:00", acknowledged: "2026-10-28"), Today),
                }
            )
        );

    static Decision Acknowledge(NotificationFact n, DateOnly on) =>
        NotificationRules.Acknowledge(new(1, 500, on, NoteKind.Phone, null), n, 12, Today, Ids());

    static Decision Tell(NotificationFact n, DateOnly on) =>
        NotificationRules.Feedback(new(1, 500, on, NoteKind.Phone, null), n, 12, Today, Ids());

    [Fact]
    public void Feedback_is_for_professionals_once_it_is_assessed()
    {
        Assert.Equal(Today, ((NotificationFact)Tell(Assessed, Today).Events.OfType<Corrected>().Single().Fact).FeedbackOn);
        Assert.Equal(["feedback-for-professionals"], Codes(Tell(N("2026-10-28 10:00", "2026-10-29 09:00", Notifier.Citizen), Today)));
        Assert.Equal(["feedback-before-assessed"], Codes(Tell(N("2026-10-28 10:00"), Today)));
        Assert.Equal(["feedback-before-assessed"], Codes(Tell(Assessed, new(2026, 10, 28))));
        var told = (NotificationFact)Assessed.Copy();
        told.FeedbackOn = Today;
        Assert.Equal(["feedback-given-already"], Codes(Tell(told, Today)));
    }

    [Theory]
    [InlineData("", Notifier.Anonymous, "nobody")]
    [InlineData("bfu 2026-10-28", Notifier.Citizen, "receipt")]
    [InlineData("", Notifier.School, "nothing")]
    [InlineData("bfu 2026-10-28", Notifier.School, "investigation")]
    [InlineData("screening 2026-10-28", Notifier.School, "nothing")]
    [InlineData("measure hjem 2026-11-01 -", Notifier.Police, "measure")]
    [InlineData("bfu 2026-10-28; measure hjem 2026-11-01 -", Notifier.Doctor, "investigation measure")]
    [InlineData("bfu 2026-09-01", Notifier.Doctor, "running")]
    [InlineData("measure hjem 2026-01-01 -", Notifier.DayCare, "running")]
    [InlineData("bfu 2025-09-01 2026-01-01; measure hjem 2026-01-01 2026-10-01", Notifier.DayCare, "nothing")]
    public void A_professional_may_be_told_whether_something_was_started_and_others_only_that_it_was_received(
        string script,
        Notifier by,
        string told
    )
    {
        var may = Feedback.MayTell(Script.File(script), N("2026-10-28 10:00", "2026-10-29 09:00", by));
        Assert.Equal(
            told,
            !may.Receipt ? "nobody"
                : !may.Allowed ? "receipt"
                : may.Nothing ? "nothing"
                : string.Join(
                    ' ',
                    new[]
                    {
                        may.InvestigationStarted ? "investigation" : null,
                        may.MeasureStarted ? "measure" : null,
                        may.AlreadyRunning ? "running" : null,
                    }.OfType<string>()
                )
        );
    }

    [Fact]
    public void Nothing_may_be_told_before_it_is_assessed() =>
        Assert.False(Feedback.MayTell(Script.File("bfu 2026-10-28"), N("2026-10-28 10:00")).Allowed);

    [Fact]
    public void Files_come_after_the_notification_too()
    {
        Assert.Equal(2, NotificationRules.Attach(Assessed, 1, [new("a.txt", "text/plain", new([1]))], Ids()).Events.Count);
        Assert.Equal(["no-file-chosen"], Codes(NotificationRules.Attach(Assessed, 1, [], Ids())));
        Assert.Equal(["thing-not-there"], Codes(NotificationRules.Attach(Assessed, 2, [], Ids())));
    }

    [Fact]
    public void The_causes_that_are_offered_are_marked_as_unverified()
    {
        Assert.NotEmpty(Law.NotificationCauses.On(Today));
        Assert.All(Law.NotificationCauses.All, c => Assert.True(c.Mark != "S" && !c.Name.Contains(',', StringComparison.Ordinal)));
    }
}
