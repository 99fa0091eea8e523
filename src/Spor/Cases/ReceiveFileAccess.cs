using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Law;
using Spor.Verbs;

namespace Spor.Cases;

/// <summary>Somebody asks to see the child's file; the clock begins.</summary>
public sealed record ReceiveFileAccess(long ChildId, DateOnly ReceivedOn, string? AskedBy) : IAboutChild, ICommand<ReceiveFileAccess>
{
    public static Verb<ReceiveFileAccess> Verb { get; } =
        new("receive-file-access", Capability.Casework, (c, now) => FileAccessRules.Receive(c, now.Today, now.NewId()));
}

public static partial class FileAccessRules
{
    public static Decision Receive(ReceiveFileAccess c, DateOnly today, long id)
    {
        var wrong = new List<Refusal>();
        if (c.ReceivedOn > today)
            wrong.Add(new("day-in-future", nameof(c.ReceivedOn)));
        if (c.AskedBy is null)
            wrong.Add(new("file-access-without-person", nameof(c.AskedBy)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return new Recorded(
            FactKinds.FileAccess,
            new FileAccessFact
            {
                Id = id,
                ChildId = c.ChildId,
                ReceivedOn = c.ReceivedOn,
                AskedBy = c.AskedBy,
            }
        );
    }

    /// <summary>The last day to answer on: so many <em>arbejdsdage</em>, Saturdays not counted, after the day it came.</summary>
    public static DateOnly DueOn(DateOnly received)
    {
        var day = received;
        for (var left = Duties.On(Duties.FileAccess, received).WorkingDays; left > 0; )
        {
            day = day.AddDays(1);
            if (DanishCalendar.IsWorkingDay(day))
                left--;
        }
        return day;
    }
}
