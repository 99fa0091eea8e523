using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Cases;

/// <summary>The file was given, a part of it, or it was refused.</summary>
/// <param name="Reason">What was left out and why; needed for all but the whole file.</param>
public sealed record AnswerFileAccess(long ChildId, long RequestId, DateOnly AnsweredOn, FileAccessOutcome? Outcome, string? Reason)
    : IAboutChild,
        ICommand<AnswerFileAccess>
{
    public static Verb<AnswerFileAccess> Verb { get; } =
        new(
            "answer-file-access",
            Capability.Casework,
            (c, now) => FileAccessRules.Answer(c, FileAccessRules.Of(c.ChildId, c.RequestId, now), now.Today)
        )
        {
            Shown = (c, now) => FileAccessRules.Of(c.ChildId, c.RequestId, now),
        };
}

/// <summary>It cannot be answered in time: the person is told why, and when to expect it (offentlighedsloven § 36, stk. 2).</summary>
public sealed record DelayFileAccess(long ChildId, long RequestId, DateOnly ExpectedOn, string? Reason)
    : IAboutChild,
        ICommand<DelayFileAccess>
{
    public static Verb<DelayFileAccess> Verb { get; } =
        new(
            "delay-file-access",
            Capability.Casework,
            (c, now) => FileAccessRules.Delay(c, FileAccessRules.Of(c.ChildId, c.RequestId, now), now.Today)
        )
        {
            Shown = (c, now) => FileAccessRules.Of(c.ChildId, c.RequestId, now),
        };
}

public static partial class FileAccessRules
{
    /// <summary>The request, if it is the child's.</summary>
    internal static FileAccessFact? Of(long child, long id, Now now) =>
        now.Facts.Find<FileAccessFact>(id) is { } found && found.ChildId == child ? found : null;

    /// <param name="request">Null if it is not the child's.</param>
    public static Decision Answer(AnswerFileAccess c, FileAccessFact? request, DateOnly today)
    {
        if (request is null)
            return new Refusal("thing-not-there");
        if (request.AnsweredOn is not null)
            return new Refusal("file-access-answered");
        var wrong = new List<Refusal>();
        if (c.AnsweredOn > today)
            wrong.Add(new("day-in-future", nameof(c.AnsweredOn)));
        if (c.AnsweredOn < request.ReceivedOn)
            wrong.Add(new("file-access-before-request", nameof(c.AnsweredOn)));
        if (c.Outcome is null)
            wrong.Add(new("file-access-without-outcome", nameof(c.Outcome)));
        else if (c.Outcome != FileAccessOutcome.Full && c.Reason is null)
            wrong.Add(new("file-access-without-reason", nameof(c.Reason)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var row = (FileAccessFact)request.Copy();
        (row.AnsweredOn, row.Outcome) = (c.AnsweredOn, c.Outcome);
        row.Reason = c.Reason ?? row.Reason;
        return new Corrected(FactKinds.FileAccess, row);
    }

    /// <param name="request">Null if it is not the child's.</param>
    public static Decision Delay(DelayFileAccess c, FileAccessFact? request, DateOnly today)
    {
        if (request is null)
            return new Refusal("thing-not-there");
        if (request.AnsweredOn is not null)
            return new Refusal("file-access-answered");
        var wrong = new List<Refusal>();
        if (c.ExpectedOn < today)
            wrong.Add(new("file-access-expected-in-past", nameof(c.ExpectedOn)));
        if (c.Reason is null)
            wrong.Add(new("file-access-without-reason", nameof(c.Reason)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var row = (FileAccessFact)request.Copy();
        (row.ExpectedOn, row.Reason) = (c.ExpectedOn, c.Reason);
        return new Corrected(FactKinds.FileAccess, row);
    }
}
