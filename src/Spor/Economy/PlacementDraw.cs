namespace Spor.Economy;

/// <summary>One way the coming months may go: the months learned from are drawn anew, so that what they taught is uncertain too, and then
/// children go and come as they did.</summary>
sealed class PlacementDraw
{
    readonly PlacementFit fit;
    readonly int[] months;
    readonly int[] went;
    readonly int[] ofCell;
    readonly int[] ofAge;
    Dice dice;

    public PlacementDraw(PlacementFit fit, ulong seed)
    {
        this.fit = fit;
        dice = new(seed);
        months = new int[fit.Months];
        went = new int[fit.Cells];
        var states = fit.States.Count;
        (ofCell, ofAge) = (new int[5 * states], new int[5]);
        for (var m = 0; m < months.Length; m++)
        {
            months[m] = dice.Next(fit.Months);
            var month = fit.Went[months[m]];
            for (var c = 0; c < went.Length; c++)
            {
                went[c] += month[c];
                ofCell[c / (states + 1)] += month[c];
                ofAge[c / (states + 1) / states] += month[c];
            }
        }
    }

    /// <summary>Children in each state at the end of each month.</summary>
    public int[][] Run(int ahead)
    {
        var placed = fit.Placed.ToList();
        var counts = new int[ahead][];
        for (var m = 1; m <= ahead; m++)
        {
            var (from, to) = (PlacementFit.MonthEnd(fit.On, m - 1), PlacementFit.MonthEnd(fit.On, m));
            var kept = 0;
            for (var i = 0; i < placed.Count; i++)
                if (Next(placed[i].AgeIn(from.DayNumber, to.DayNumber), placed[i].State) is var state && state < fit.States.Count)
                    placed[kept++] = placed[i] with { State = state };
            placed.RemoveRange(kept, placed.Count - kept);
            foreach (var (days, state) in fit.Came[months[dice.Next(months.Length)]])
                placed.Add(PlacementFit.Someone.Of(to.AddDays(-days), state));
            counts[m - 1] = new int[fit.States.Count];
            foreach (var one in placed)
                counts[m - 1][one.State]++;
        }
        return counts;
    }

    /// <summary>Where a child of an age in a state is a month later; the number of states = out.</summary>
    int Next(PlacedAge age, int state)
    {
        var states = fit.States.Count;
        int n = ofCell[(int)age * states + state],
            all = ofAge[(int)age];
        if (all == 0)
            return state;
        if (dice.Next(n + PlacementFit.Weight) < n)
        {
            var left = dice.Next(n);
            var cell = fit.At(age, state, 0);
            for (var to = 0; to <= states; to++)
                if ((left -= went[cell + to]) < 0)
                    return to;
        }
        // The whole age: who stayed in any state stays, who left leaves, who moved moves there.
        var rest = dice.Next(all);
        var first = fit.At(age, 0, 0);
        for (var from = 0; from < states; from++)
        for (var to = 0; to <= states; to++)
            if ((rest -= went[first++]) < 0)
                return to == from ? state : to;
        return state;
    }
}
