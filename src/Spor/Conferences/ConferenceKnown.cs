using Spor.Facts;
using Spor.Verbs;

namespace Spor.Conferences;

/// <summary>What the verbs about a conference or a network meeting take from what is known, texts opened: null or nothing where it is not
/// the child's.</summary>
static class ConferenceKnown
{
    extension(Now now)
    {
        public NetworkConferenceFact? Conference(long id) =>
            Array.Find(now.File.Conferences, c => c.Id == id) is { } found ? now.Facts.Opened(found) : null;

        public List<InviteeFact> InviteesOf(long conferenceId) =>
            [.. now.File.Invitees.Where(i => i.ConferenceId == conferenceId).Select(now.Facts.Opened)];

        public AgreementFact? Agreement(long id) =>
            Array.Find(now.File.Agreements, a => a.Id == id) is { } found ? now.Facts.Opened(found) : null;

        /// <summary>The child's file with a conference, its list and agreements, and the people opened.</summary>
        public ChildFile WithConference(long id)
        {
            now.Conference(id);
            now.InviteesOf(id);
            return now.WithPeople(a => a.ConferenceId == id);
        }

        /// <summary>The child's file with a network meeting, its agreements and the people opened.</summary>
        public ChildFile WithMeeting(long id)
        {
            if (Array.Find(now.File.NetworkMeetings, m => m.Id == id) is { } meeting)
                now.Facts.Opened(meeting);
            return now.WithPeople(a => a.MeetingId == id);
        }

        ChildFile WithPeople(Func<AgreementFact, bool> agreements)
        {
            foreach (var agreement in now.File.Agreements.Where(agreements))
                now.Facts.Opened(agreement);
            foreach (var person in now.File.People)
                now.Facts.Opened(person);
            return now.File;
        }
    }

    /// <summary>The row that was saved last, of those a form shows together.</summary>
    public static Fact? Latest(params IEnumerable<Fact?> rows) => rows.OfType<Fact>().MaxBy(r => r.RecordedIn);

    /// <summary>The conference and its agreements: what the forms from the meeting on show.</summary>
    public static Fact? LatestOfPlan(Now now, long conferenceId) =>
        Latest([
            .. now.File.Agreements.Where(a => a.ConferenceId == conferenceId),
            Array.Find(now.File.Conferences, c => c.Id == conferenceId),
        ]);
}
