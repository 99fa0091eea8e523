using Spor.Cases;
using Spor.Children;
using Spor.Corrections;
using Spor.Facts;

namespace Spor.Tests;

public class NoteTests
{
    static readonly DateOnly Today = new(2026, 10, 30);

    static readonly DateTime Now = new(2026, 10, 30, 14, 30, 0);

    static WriteNote A(DateOnly on, string? body = "Ringede til skolen.", long? corrects = null) =>
        new(7, on, NoteKind.Phone, null, body, corrects);

    [Fact]
    public void A_note_says_what_happened_and_who_wrote_it()
    {
        var note = (JournalNoteFact)((Recorded)CaseRules.Write(A(Today), null, 12, Now, 99).Events[0]).Fact;
        Assert.Equal((99, 7, Today, "Ringede til skolen.", 12L), (note.Id, note.ChildId, note.On, note.Body, note.EmployeeId!.Value));
    }

    [Fact]
    public void A_note_of_tomorrow_or_of_nothing_or_correcting_nothing_is_refused_with_every_reason_at_once() =>
        Assert.Equal(
            ["day-in-future", "note-empty", "thing-not-there"],
            CaseRules.Write(A(Today.AddDays(1), null, corrects: 5), null, 12, Now, 99).Refusals.Select(r => r.Code)
        );

    [Fact]
    public void A_note_corrects_only_a_note_of_the_same_child()
    {
        Assert.Equal(
            "thing-not-there",
            Assert.Single(CaseRules.Write(A(Today, corrects: 5), new() { Id = 5, ChildId = 8 }, 12, Now, 99).Refusals).Code
        );
        Assert.False(CaseRules.Write(A(Today, corrects: 5), new() { Id = 5, ChildId = 7 }, 12, Now, 99).Refused);
    }

    [Fact]
    public void A_note_has_its_time_of_day_and_those_present_and_no_time_that_has_not_come()
    {
        var call = A(Today) with { At = new(14, 0), Present = "mor og klasselæreren" };
        var note = (JournalNoteFact)((Recorded)CaseRules.Write(call, null, 12, Now, 99).Events[0]).Fact;
        Assert.Equal((new DateTime(2026, 10, 30, 14, 0, 0), "mor og klasselæreren"), (note.At!.Value, note.Present));
        Assert.Equal("time-in-future", Assert.Single(CaseRules.Write(A(Today) with { At = new(15, 0) }, null, 12, Now, 99).Refusals).Code);
        // Yesterday at three is past.
        Assert.False(CaseRules.Write(A(Today.AddDays(-1)) with { At = new(15, 0) }, null, 12, Now, 99).Refused);
    }
}
