using Spor.Cases;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Tests;

/// <summary>The clock of an objection or a request to put something right, and its answer.</summary>
public class ObjectionTests
{
    static readonly DateOnly Today = new(2026, 11, 30);

    static string[] Codes(Decision d) => [.. d.Refusals.Select(r => r.Code)];

    static ObjectionFact Of(DateOnly? answered = null) =>
        new()
        {
            Id = 5,
            ChildId = 1,
            Kind = ObjectionKind.Rectification,
            ReceivedOn = new(2026, 11, 1),
            AnsweredOn = answered,
            AskedBy = "Mor",
            About = "Adressen er forkert.",
        };

    [Fact]
    public void It_says_who_and_what_and_is_not_of_tomorrow()
    {
        Assert.Equal(
            ["day-in-future", "objection-without-person", "objection-without-subject"],
            Codes(ObjectionRules.Receive(new(1, ObjectionKind.Objection, Today.AddDays(1), null, null), Today, 9))
        );
        var made = (ObjectionFact)
            Assert
                .IsType<Recorded>(
                    Assert.Single(ObjectionRules.Receive(new(1, ObjectionKind.Rectification, Today, "Mor", "Adressen"), Today, 9).Events)
                )
                .Fact;
        Assert.Equal(
            (9L, ObjectionKind.Rectification, Today, "Mor", "Adressen"),
            (made.Id, made.Kind, made.ReceivedOn, made.AskedBy, made.About)
        );
    }

    [Fact]
    public void The_answer_has_reasons_a_day_that_can_be_and_comes_once()
    {
        AnswerObjection With(DateOnly on, ObjectionOutcome? outcome, string? answer) => new(1, 5, on, outcome, answer);
        Assert.Equal(["thing-not-there"], Codes(ObjectionRules.Answer(With(Today, ObjectionOutcome.Met, "Rettet."), null, Today)));
        Assert.Equal(["objection-answered"], Codes(ObjectionRules.Answer(With(Today, ObjectionOutcome.Met, "Rettet."), Of(Today), Today)));
        Assert.Equal(
            ["day-in-future", "objection-without-outcome", "objection-without-answer"],
            Codes(ObjectionRules.Answer(With(Today.AddDays(1), null, null), Of(), Today))
        );
        Assert.Equal(
            ["objection-answer-before"],
            Codes(ObjectionRules.Answer(With(new(2026, 10, 31), ObjectionOutcome.Refused, "Nej, fordi …"), Of(), Today))
        );
        var row = (ObjectionFact)
            Assert
                .IsType<Corrected>(
                    Assert.Single(ObjectionRules.Answer(With(Today, ObjectionOutcome.Partly, "Rettet."), Of(), Today).Events)
                )
                .Fact;
        // What was asked is kept beside the answer.
        Assert.Equal(("Mor", "Adressen er forkert.", "Rettet."), (row.AskedBy, row.About, row.Answer));
    }

    [Theory]
    [InlineData("2026-01-31", "2026-02-28")]
    [InlineData("2026-11-30", "2026-12-30")]
    public void It_is_answered_within_a_month(string received, string due) =>
        Assert.Equal(Script.Day(due), ObjectionRules.DueOn(Script.Day(received)));
}
