using Spor.Facts;
using Spor.Kernel;

namespace Spor.Conferences;

/// <summary>A line of who does what by when, as it is written on a form.</summary>
/// <param name="Row">Of the form, from 0.</param>
/// <param name="AgreementId">Null for a new one.</param>
/// <param name="Who">In words; null when <paramref name="PersonId"/> says it.</param>
/// <param name="DueOn">Null for what holds all the time.</param>
public sealed record Promise(int Row, long? AgreementId, string? What, long? PersonId, string? Who, DateOnly? DueOn)
{
    public bool Empty => What is null && Who is null && PersonId is null && DueOn is null;
}

/// <summary>The lines of a plan or a meeting become agreements.</summary>
static class Promises
{
    /// <param name="standing">The agreements there are already, opened.</param>
    /// <param name="file">With the people that are named opened.</param>
    public static List<DomainEvent> Of(
        IReadOnlyList<Promise> lines,
        IReadOnlyList<AgreementFact> standing,
        ChildFile file,
        long? conferenceId,
        long? meetingId,
        Func<long> id,
        List<Refusal> wrong
    )
    {
        var events = new List<DomainEvent>();
        foreach (var line in lines)
        {
            var before = line.AgreementId is { } known ? standing.FirstOrDefault(a => a.Id == known) : null;
            if (line.AgreementId is not null && before is null)
            {
                wrong.Add(new("thing-not-there"));
                continue;
            }
            // What is done or dropped is told already; a line that is emptied was never agreed.
            if (before is { IsOpen: false })
                continue;
            if (line.Empty)
            {
                if (before is not null)
                    events.Add(new Withdrawn(FactKinds.Agreement, before.Id));
                continue;
            }
            var person = line.PersonId is { } p ? Array.Find(file.People, n => n.Id == p) : null;
            if (line.What is null)
                wrong.Add(new("promise-without-what", ConferenceRules.Field(nameof(line.What), line.Row)));
            if (line.Who is null && person is null)
                wrong.Add(new("promise-without-who", ConferenceRules.Field(nameof(line.Who), line.Row)));
            var who = line.Who ?? (person is null ? null : Invited.Label(person));
            void Say(AgreementFact f) => (f.What, f.Who, f.PersonId, f.DueOn) = (line.What, who, person?.Id, line.DueOn);
            if (before is null)
            {
                var agreement = new AgreementFact
                {
                    Id = id(),
                    ChildId = file.Id,
                    ConferenceId = conferenceId,
                    MeetingId = meetingId,
                };
                Say(agreement);
                events.Add(new Recorded(FactKinds.Agreement, agreement));
            }
            else if ((before.What, before.Who, before.PersonId, before.DueOn) != (line.What, who, person?.Id, line.DueOn))
                events.Add(Amend.Of(before, Say));
        }
        return events;
    }
}
