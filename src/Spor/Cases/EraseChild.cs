using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Law;
using Spor.Verbs;

namespace Spor.Cases;

/// <summary>What allows personal texts to be erased: nothing else does.</summary>
public enum EraseGround
{
    /// <summary>The record was delivered to a public archive (arkivloven).</summary>
    [Code("afleveret")]
    Delivered,

    /// <summary>A dated rule of the municipality's marks it for discarding (kassation).</summary>
    [Code("kasseret")]
    Discarded,
}

/// <summary>Erases every personal text about a child: names, CPR number, addresses, notes, letters, files. Days, codes and numbers stay, so
/// that figures of earlier years are the same and the journal replays.</summary>
/// <param name="On">The day of the delivery, or from which the rule allows it.</param>
/// <param name="Rule">Which delivery, or which rule; kept with the entry, so no name.</param>
/// <param name="Sure">Said by the one who does it: it cannot be undone.</param>
public sealed record EraseChild(long ChildId, EraseGround? Ground, DateOnly? On, string? Rule, bool Sure) : IErases, ICommand<EraseChild>
{
    public static Verb<EraseChild> Verb { get; } =
        new(
            "erase-child",
            new Admission(Capability.Erasure) { Narrow = (c, now) => CaseRules.MayErase((EraseChild)c, now) },
            (c, now) => CaseRules.Erase(c, now.File, now.Today)
        )
        {
            Reason = CaseRules.WhyErased,
        };
}

public static partial class CaseRules
{
    /// <summary>Whoever sees the child; and the data-protection officer, who sees none, where the register of what is kept says that the
    /// child's time is over.</summary>
    internal static Refusal? MayErase(EraseChild c, Now now) =>
        now.Author.MaySee(c.ChildId) ? null
        : now.Author.May(Capability.Children) ? new Refusal("child-not-yours")
        : now.Facts.Child(c.ChildId) is { } file && Retention.RecordFrom(file, now.Today) <= now.Today ? null
        : new Refusal("erase-kept-by-rule");

    public static Decision Erase(EraseChild c, ChildFile file, DateOnly today)
    {
        var wrong = new List<Refusal>();
        if (Array.Exists(file.Cases, k => k.ActiveAt(today)))
            wrong.Add(new("erase-case-open"));
        if (c.Ground is null)
            wrong.Add(new("erase-ground-missing", nameof(c.Ground)));
        if (c.On is null)
            wrong.Add(new("erase-day-missing", nameof(c.On)));
        else if (c.On > today)
            wrong.Add(new("erase-not-yet", nameof(c.On)));
        if (string.IsNullOrWhiteSpace(c.Rule))
            wrong.Add(new("erase-rule-missing", nameof(c.Rule)));
        if (!c.Sure)
            wrong.Add(new("erase-not-sure", nameof(c.Sure)));
        return wrong.Count > 0 ? Decision.No(wrong) : Decision.Of([]);
    }

    internal static string WhyErased(EraseChild c) =>
        $"{(c.Ground is { } g ? g.Danish() : "")} {(c.On is { } on ? Danish.Long(on) : "")}: {c.Rule}";
}
