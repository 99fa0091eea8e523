using Spor.Access;
using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Assessments;

/// <summary>Records a conversation with the child, or that it was left out and why (BL 5).</summary>
/// <param name="EmployeeId">Who spoke with the child, or who decided to leave it out.</param>
/// <param name="ParentsSuspected">There is a suspicion of violence or abuse by a parent: then the child is spoken with, and without the
/// parents (BL 137).</param>
/// <param name="ChildsWords">What the child said, in its own words.</param>
/// <param name="Matter">Of one about a decision: which.</param>
public sealed record HearChild(
    long ChildId,
    DateOnly On,
    ConversationPurpose Purpose,
    bool LeftOut,
    string? Reason,
    long? EmployeeId,
    string? Place,
    string? Present,
    bool? WithoutParents,
    bool ParentsSuspected,
    string? ChildsWords,
    ConversationMatter? Matter = null
) : IAboutChild, ICommand<HearChild>
{
    public static Verb<HearChild> Verb { get; } =
        new("hear-child", Capability.Casework, (c, now) => AssessmentRules.Hear(c, now.File.Child, now.Today, now.NewId()));
}

public static partial class AssessmentRules
{
    public static Decision Hear(HearChild c, ChildFact child, DateOnly today, long id)
    {
        var wrong = new List<Refusal>();
        if (c.On > today)
            wrong.Add(new("day-in-future", nameof(c.On)));
        if (child.Unborn || c.On < child.BornOn)
            wrong.Add(new("child-not-born", nameof(c.On)));
        if (c.Purpose == ConversationPurpose.Decision && c.Matter is null)
            wrong.Add(new("conversation-matter-missing", nameof(c.Purpose)));
        if (c.EmployeeId is null)
            wrong.Add(new("conversation-by-missing", nameof(c.EmployeeId)));
        if (c.LeftOut)
        {
            if (c.Reason is null)
                wrong.Add(new("leaving-out-reason-missing", nameof(c.Reason)));
            if (c.ChildsWords is not null)
                wrong.Add(new("words-though-left-out", nameof(c.ChildsWords)));
            if (c.ParentsSuspected)
                wrong.Add(new("conversation-required-in-suspicion", nameof(c.LeftOut)));
        }
        else
        {
            if (c.ChildsWords is null)
                wrong.Add(new("childs-words-missing", nameof(c.ChildsWords)));
            if (c.ParentsSuspected && c.WithoutParents != true)
                wrong.Add(new("parents-must-not-be-present", nameof(c.WithoutParents)));
        }
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return new Recorded(
            FactKinds.Conversation,
            new ConversationFact
            {
                Id = id,
                ChildId = c.ChildId,
                On = c.On,
                Purpose = c.Purpose,
                Matter = c.Purpose == ConversationPurpose.Decision ? c.Matter : null,
                LeftOut = c.LeftOut,
                HasReason = c.LeftOut,
                Reason = c.LeftOut ? c.Reason : null,
                EmployeeId = c.EmployeeId,
                Place = c.LeftOut ? null : c.Place,
                Present = c.LeftOut ? null : c.Present,
                WithoutParents = c.LeftOut ? null : c.WithoutParents,
                ParentsSuspected = c.ParentsSuspected,
                ChildsWords = c.ChildsWords,
            }
        );
    }
}
