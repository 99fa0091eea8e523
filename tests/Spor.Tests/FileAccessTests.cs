using Spor.Cases;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Tests;

/// <summary>The clock of a request to see the file, and its answer.</summary>
public class FileAccessTests
{
    static readonly DateOnly Today = new(2026, 10, 30);

    static FileAccessFact Request(string received = "2026-10-20", string? answered = null) =>
        new()
        {
            Id = 5,
            ChildId = 1,
            ReceivedOn = Script.Day(received),
            AnsweredOn = answered is null ? null : Script.Day(answered),
        };

    static string[] Codes(Decision d) => [.. d.Refusals.Select(r => r.Code)];

    [Theory]
    [InlineData("2026-10-01", "2026-10-12")] // a Thursday: the two Saturdays and Sundays do not count
    [InlineData("2026-12-22", "2027-01-04")] // Christmas, New Year's Day and two weekends; 24 and 31 December count
    [InlineData("2026-03-30", "2026-04-13")] // Maundy Thursday, Good Friday, Easter Monday
    public void It_is_answered_by_the_seventh_working_day_saturdays_not_counted(string received, string due) =>
        Assert.Equal(Script.Day(due), FileAccessRules.DueOn(Script.Day(received)));

    [Fact]
    public void A_request_says_who_asked_and_is_not_of_tomorrow()
    {
        Assert.Equal(
            ["day-in-future", "file-access-without-person"],
            Codes(FileAccessRules.Receive(new(1, Today.AddDays(1), null), Today, 9))
        );
        var made = (FileAccessFact)
            Assert.IsType<Recorded>(Assert.Single(FileAccessRules.Receive(new(1, Today, "Mor"), Today, 9).Events)).Fact;
        Assert.Equal((9L, Today, "Mor"), (made.Id, made.ReceivedOn, made.AskedBy));
    }

    [Fact]
    public void Less_than_the_whole_file_has_its_reason_and_an_answer_is_given_once()
    {
        AnswerFileAccess A(FileAccessOutcome? outcome, string? reason = null, string on = "2026-10-29") =>
            new(1, 5, Script.Day(on), outcome, reason);
        Assert.Equal(["thing-not-there"], Codes(FileAccessRules.Answer(A(FileAccessOutcome.Full), null, Today)));
        Assert.Equal(
            ["file-access-answered"],
            Codes(FileAccessRules.Answer(A(FileAccessOutcome.Full), Request(answered: "2026-10-21"), Today))
        );
        Assert.Equal(["file-access-without-outcome"], Codes(FileAccessRules.Answer(A(null), Request(), Today)));
        Assert.Equal(["file-access-without-reason"], Codes(FileAccessRules.Answer(A(FileAccessOutcome.Partial), Request(), Today)));
        Assert.Equal(
            ["file-access-before-request", "file-access-without-reason"],
            Codes(FileAccessRules.Answer(A(FileAccessOutcome.Refused, on: "2026-10-19"), Request(), Today))
        );
        var done = (FileAccessFact)
            Assert
                .IsType<Corrected>(Assert.Single(FileAccessRules.Answer(A(FileAccessOutcome.Partial, "Om andre"), Request(), Today).Events))
                .Fact;
        Assert.Equal(
            (Script.Day("2026-10-29"), FileAccessOutcome.Partial, "Om andre"),
            (done.AnsweredOn!.Value, done.Outcome!.Value, done.Reason)
        );
    }

    [Fact]
    public void A_delay_says_why_and_until_when()
    {
        Assert.Equal(
            ["file-access-expected-in-past", "file-access-without-reason"],
            Codes(FileAccessRules.Delay(new(1, 5, Today.AddDays(-1), null), Request(), Today))
        );
        Assert.Equal(["file-access-answered"], Codes(FileAccessRules.Delay(new(1, 5, Today, "x"), Request(answered: "2026-10-21"), Today)));
        Assert.Equal(["thing-not-there"], Codes(FileAccessRules.Delay(new(1, 5, Today, "x"), null, Today)));
        Assert.Empty(Codes(FileAccessRules.Delay(new(1, 5, Today.AddDays(7), "Sagen er lang"), Request(), Today)));
    }
}
