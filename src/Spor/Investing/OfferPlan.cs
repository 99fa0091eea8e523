using Spor.Children;
using Spor.Figures.Disclosure;

namespace Spor.Investing;

/// <summary>What may be told of an offer.</summary>
public enum OfferCell
{
    /// <summary>The children, and their months.</summary>
    Children,
    Cost,
    Progress,
    Point,
    Followed,
    Lower,
    Same,
    Higher,
    Out,
    Left,
    Again,
}

/// <summary>
/// What of the offers may be told to those who may not see the children behind (<c>measures.md</c> 3): a count of few, what rests on few or
/// leaves few out, and as much beside it in the other target groups as it takes that nothing shown gives it away.
/// </summary>
public sealed class OfferPlan
{
    readonly Dictionary<string, DisclosurePlan> plans;

    /// <param name="all">Every target group of every offer, of one period that is the same for all who ask.</param>
    /// <param name="hidesCost">An offer whose money is hidden on another page.</param>
    public OfferPlan(IReadOnlyList<OfferOutcome> all, Func<string, bool> hidesCost) =>
        plans = all.GroupBy(o => o.Offer).ToDictionary(o => o.Key, o => Decide([.. o], hidesCost(o.Key)));

    public bool Hides(OfferOutcome of, OfferCell cell) => plans[of.Offer].Hides(Key(of.Group, cell));

    static string Key(TargetGroup? group, OfferCell cell) => $"{cell}/{group}";

    static DisclosurePlan Decide(IReadOnlyList<OfferOutcome> groups, bool hidesCost)
    {
        var plan = new DisclosurePlan();
        foreach (var of in groups)
        {
            void Add(OfferCell cell, int children) => plan.Add(Key(of.Group, cell), children, children);
            // What is not among a part can be worked out from it: no page shows it, and it is kept like a count.
            void Part(OfferCell cell, int children, OfferCell whole, int all)
            {
                Add(cell, children);
                plan.Add(Rest(cell), all - children, all - children, shown: false);
                plan.Sum(Key(of.Group, whole), [Key(of.Group, cell), Rest(cell)]);
            }
            string Rest(OfferCell cell) => Key(of.Group, cell) + "/rest";
            Add(OfferCell.Children, of.Children);
            Part(OfferCell.Cost, of.Priced, OfferCell.Children, of.Children);
            Part(OfferCell.Progress, of.Measured, OfferCell.Children, of.Children);
            Part(OfferCell.Point, of.Costed, OfferCell.Progress, of.Measured);
            var after = of.After;
            Add(OfferCell.Followed, after.Followed);
            Add(OfferCell.Lower, after.Lower);
            Add(OfferCell.Same, after.Same);
            Add(OfferCell.Higher, after.Higher);
            Add(OfferCell.Out, after.Out);
            plan.Sum(Key(of.Group, OfferCell.Followed), Steps.Select(c => Key(of.Group, c)));
            Part(OfferCell.Left, after.Again.Of, OfferCell.Followed, after.Followed);
            Part(OfferCell.Again, after.Again.Yes, OfferCell.Left, after.Again.Of);
            if (hidesCost)
            {
                plan.Guard(Key(of.Group, OfferCell.Cost));
                plan.Guard(Key(of.Group, OfferCell.Point));
            }
        }
        if (groups.Any(o => o.Group is null))
            foreach (var cell in Enum.GetValues<OfferCell>())
                plan.Sum(Key(null, cell), groups.Where(o => o.Group is not null).Select(o => Key(o.Group, cell)));
        return plan.Settle();
    }

    static readonly OfferCell[] Steps = [OfferCell.Lower, OfferCell.Same, OfferCell.Higher, OfferCell.Out];
}
