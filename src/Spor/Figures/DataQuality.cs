using Spor.Assessments;
using Spor.Economy;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Workforce;

namespace Spor.Figures;

/// <summary>Where a flaw was found: the child's place in <see cref="Register.Children"/>, and the fact.</summary>
public readonly record struct FlawAt(int Child, long FactId);

/// <param name="At">One for each fact, by child. A child can be there more than once.</param>
/// <param name="Of">How many facts there are of the kind looked at, flawed or not.</param>
public sealed record Finding(Flaw Flaw, IReadOnlyList<FlawAt> At, int Of)
{
    public int Count => At.Count;
    public int Children => At.Select(a => a.Child).Distinct().Count();
}

/// <summary>What a figure is, and what it would be without the flaw or once it is mended. Null = cannot be worked out.</summary>
public readonly record struct Effect(double? Now, double? Otherwise);

/// <summary>The flaws in a register on one day, and what they do to the figures that can be worked out both ways.</summary>
public sealed partial class DataQuality
{
    /// <summary>A child that is expected may have a case this long before it is born.</summary>
    const int DaysBeforeBirth = 280;
    const int DaysToDecide = 14;
    static readonly DateOnly ChildrensActInForce = new(2024, 1, 1);

    readonly List<FlawAt>[] found = [.. Codes<Flaw>.All.Select(_ => new List<FlawAt>())];
    readonly int[] of = new int[Enum.GetValues<Flaw>().Length];
    readonly long[] oreOf = new long[Enum.GetValues<Flaw>().Length];
    readonly HashSet<(Flaw, long)> weighed = [];
    readonly Register register;
    readonly Catalogue catalogue;

    public DateOnly Day { get; }

    /// <summary>The first day of the last month that is over on the day: what spending is calculated for.</summary>
    public DateOnly Month { get; }

    /// <summary>Every kind looked for, also those not found.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>2.2 with every child, and without those whose active cases all lack a caseworker: children per full-time
    /// equivalent.</summary>
    public Effect Caseload { get; private set; }

    /// <summary>2.12 of <see cref="Month"/> in øre: as calculated, and if each measure without a price, or without hours, cost the mean of
    /// those on its step.</summary>
    public Effect Spending { get; private set; }

    /// <summary>2.4: children on steps 1 to 6, and without those who only have a measure and no case.</summary>
    public Effect OnLadder { get; private set; }

    /// <summary>The same with every child, and with each child that is there twice counted once.</summary>
    public Effect OnLadderOnce { get; private set; }

    /// <summary>2.2 with every child, and without those who are too old to have a case.</summary>
    public Effect CaseloadOfAge { get; private set; }

    /// <summary>2.12 of <see cref="Month"/> in øre, with the measures that have a flaw and without them.</summary>
    public Effect SpendingWithout(Flaw flaw) => new(Spending.Now, Spending.Now - oreOf[(int)flaw]);

    /// <summary>Children on the ladder by the municipality's catalogue, and how many of them the default one would put elsewhere.</summary>
    public Effect OtherStep { get; private set; }

    DataQuality(Register register, DateOnly day, FigureEngine engine)
    {
        (this.register, catalogue, Day, Month) = (register, register.Catalogue, day, new DateOnly(day.Year, day.Month, 1).AddMonths(-1));
        // A day that is the last of its month has the whole month behind it.
        if (day.AddDays(1).Day == 1)
            Month = new(day.Year, day.Month, 1);
        Look(engine);
        Findings = [.. Codes<Flaw>.All.Select(f => new Finding(f, found[(int)f], of[(int)f]))];
    }

    /// <summary>One pass over the children.</summary>
    /// <param name="engine">The figures' engine of the register and day; null = one is made for what this asks.</param>
    public static DataQuality Of(Register register, DateOnly day, FigureEngine? engine = null) =>
        new(register, day, engine ?? FigureEngine.Of(Money, register, day));

    static readonly IReadOnlyList<Figure> Money = [SpendingFigures.InMonth];

    void Look(FigureEngine engine)
    {
        var unpriced = register
            .Children.SelectMany(f => f.Interventions.Where(m => Economy.Spending.RunsWithoutPrice(m, f.Prices, Month)))
            .Select(m => m.Id)
            .ToHashSet();
        var priced = new int[Ladder.Steps];
        var lacking = new int[Ladder.Steps];
        var last = Month.AddMonths(1).AddDays(-1);
        int children = 0,
            withoutAll = 0,
            onLadder = 0,
            onlyMeasure = 0,
            tooOld = 0,
            moved = 0;
        for (var at = 0; at < register.Children.Count; at++)
        {
            var file = register.Children[at];
            bool active = false,
                assigned = false;
            foreach (var c in file.Cases)
            {
                if (!c.ActiveAt(Day))
                    continue;
                active = true;
                of[(int)Flaw.CaseWithoutCaseworker]++;
                if (register.Staff.IsAssigned(c, file, Day))
                    assigned = true;
                else
                    Add(Flaw.CaseWithoutCaseworker, at, c.Id);
            }
            if (active)
                children++;
            if (active && !assigned)
                withoutAll++;
            if (active && file.Child.AgeAt(Day) > OldestWithCase)
                tooOld++;

            var step = Ladder.StepAt(file, catalogue, Day);
            if (step > 0)
            {
                onLadder++;
                if (!active)
                    onlyMeasure++;
                if (
                    Ladder.StepAt(file, Catalogue.Default, Day) is var standard
                    && standard != step
                    && file.Interventions.All(m => !m.RunsOn(Day) || Catalogue.Default.Knows(m.Code))
                )
                    moved++;
                of[(int)Flaw.ChildWithoutDistrict]++;
                if (file.Child.DistrictId is null)
                    Add(Flaw.ChildWithoutDistrict, at, file.Id);
            }

            foreach (var m in file.Interventions)
            {
                if (m.From > Day)
                    break;
                if (m.From <= last && !(m.To < Month))
                {
                    var onStep = (catalogue.On(m.Code, last) ?? catalogue.On(m.Code, m.From))?.Step ?? 0;
                    of[(int)Flaw.MeasureWithoutPrice]++;
                    if (m.Unit == PriceUnit.Hour && m.PriceOre is not null)
                        of[(int)Flaw.HoursMissing]++;
                    if (unpriced.Contains(m.Id))
                    {
                        lacking[onStep]++;
                        Add(m.PriceOre is not null && m.Unit == PriceUnit.Hour ? Flaw.HoursMissing : Flaw.MeasureWithoutPrice, at, m.Id);
                    }
                    else
                        priced[onStep]++;
                    of[(int)Flaw.NegativePrice]++;
                    if (OreOf(m, file) < 0)
                    {
                        Add(Flaw.NegativePrice, at, m.Id);
                        Weigh(Flaw.NegativePrice, m, file);
                    }
                }
                if (!m.RunsOn(Day))
                    continue;
                var row = catalogue.On(m.Code, Day);
                foreach (var flaw in new[] { Flaw.MeasureWithoutStep, Flaw.StepUnlikeDefault, Flaw.MeasureOnClosedCase })
                    of[(int)flaw]++;
                if (row is null)
                    Add(Flaw.MeasureWithoutStep, at, m.Id);
                if (row is { } own && Catalogue.Default.On(m.Code, Day) is { } usual && own.Step != usual.Step)
                    Add(Flaw.StepUnlikeDefault, at, m.Id);
                if (!active)
                    Add(Flaw.MeasureOnClosedCase, at, m.Id);
                if (row?.Step >= 3)
                {
                    of[(int)Flaw.MeasureWithoutDecision]++;
                    if (m.DecisionId is null)
                        Add(Flaw.MeasureWithoutDecision, at, m.Id);
                    if (
                        Array.FindLast(file.FollowUps, f => f.InterventionId == m.Id && f.On <= Day && m.From < f.On) is { } follow
                        && follow.On >= ChildrensActInForce
                    )
                    {
                        of[(int)Flaw.CadenceNotDecided]++;
                        if (follow.NextBy is null)
                            Add(Flaw.CadenceNotDecided, at, follow.Id);
                    }
                }
            }
            Placements(file, at);
            Notifications(file, at);
            Assessments(file, at);
            Outside(file, at);
            BeforeBirth(file, at);
            Twice(file, at);
            NumberAndBirthday(file, at);
            of[(int)Flaw.EncodedTwice]++;
            if (Kernel.EncodedTwice.Is(file.Child.FirstName) || Kernel.EncodedTwice.Is(file.Child.LastName))
                Add(Flaw.EncodedTwice, at, file.Id);
            AsImported(file, at);
            foreach (var c in file.Conversations)
            {
                if (!c.LeftOut)
                    continue;
                of[(int)Flaw.LeftOutWithoutReason]++;
                if (!c.HasReason)
                    Add(Flaw.LeftOutWithoutReason, at, c.Id);
            }
        }
        SameChild();
        EndDays();
        var fte = register.Staff.On(Day).Where(p => p.Of.Role == Workforce.Role.Caseworker).Sum(p => p.Of.FteTenThousandths) / 10000.0;
        if (fte > 0)
        {
            Caseload = new(children / fte, (children - withoutAll) / fte);
            CaseloadOfAge = new(children / fte, (children - tooOld) / fte);
        }
        var month = engine.Ask(Money, [new(Month.AddDays(-1), Month.AddMonths(1).AddDays(-1))]);
        long[] byStep = [.. Enumerable.Range(0, Ladder.Steps).Select(s => (long)(month.Part(SpendingFigures.InMonth, s).Value ?? 0))];
        var ore = byStep.Sum();
        // A step on which nothing has a price gives no mean to go by.
        var canGuess = Enumerable.Range(0, Ladder.Steps).All(s => lacking[s] == 0 || priced[s] > 0);
        Spending = new(
            ore,
            canGuess
                ? ore + Enumerable.Range(0, Ladder.Steps).Sum(s => lacking[s] == 0 ? 0 : byStep[s] / (double)priced[s] * lacking[s])
                : null
        );
        OnLadder = new(onLadder, onLadder - onlyMeasure);
        OnLadderOnce = new(onLadder, onLadder - TwiceOnLadder());
        OtherStep = new(onLadder, moved);
    }

    void Add(Flaw flaw, int child, long fact) => found[(int)flaw].Add(new(child, fact));

    /// <summary>A measure that would not be in the month's spending without the flaw; each once.</summary>
    void Weigh(Flaw flaw, InterventionFact measure, ChildFile file)
    {
        if (weighed.Add((flaw, measure.Id)))
            oreOf[(int)flaw] += OreOf(measure, file) ?? 0;
    }

    long? OreOf(InterventionFact m, ChildFile file)
    {
        var last = Month.AddMonths(1).AddDays(-1);
        return m.From > last || m.To < Month ? 0 : Economy.Spending.OreIn(m, file.Prices, Month, last);
    }

    void Placements(ChildFile file, int at)
    {
        for (var i = 0; i < file.Interventions.Length; i++)
        {
            var later = file.Interventions[i];
            if (later.From > Day)
                break;
            if (!Courses.IsPlacement(later, catalogue))
                continue;
            if (later.RunsOn(Day))
                of[(int)Flaw.OverlappingPlacements]++;
            for (var j = 0; j < i; j++)
            {
                var earlier = file.Interventions[j];
                if (!Courses.IsPlacement(earlier, catalogue) || !(earlier.RunsOn(Day) || later.RunsOn(Day)))
                    continue;
                var end = (earlier.To ?? Day) < (later.To ?? Day) ? earlier.To ?? Day : later.To ?? Day;
                if (end <= later.From)
                    continue;
                Add(Flaw.OverlappingPlacements, at, later.Id);
                Weigh(Flaw.OverlappingPlacements, earlier, file);
                break;
            }
        }
    }

    void Notifications(ChildFile file, int at)
    {
        foreach (var n in file.Notifications)
        {
            if (n.ReceivedOn <= Day.AddMonths(-12) || n.ReceivedOn > Day.AddDays(-DaysToDecide))
                continue;
            of[(int)Flaw.NotificationWithoutOutcome]++;
            if (n.Outcome is null)
                Add(Flaw.NotificationWithoutOutcome, at, n.Id);
        }
    }

    void Assessments(ChildFile file, int at)
    {
        foreach (var a in file.Assessments)
        {
            if (a.Kind != AssessmentKind.Assessment || a.KnownOn > Day)
                continue;
            of[(int)Flaw.DecisionOnOpenAssessment]++;
            if (a.FinishedOn is null && Array.Exists(file.Decisions, d => a.KnownOn <= d.On && d.On <= Day))
                Add(Flaw.DecisionOnOpenAssessment, at, a.Id);
        }
    }

    void Outside(ChildFile file, int at)
    {
        of[(int)Flaw.FollowUpOutsideMeasure] += file.FollowUps.Length + file.Visits.Length;
        foreach (var f in file.FollowUps)
            Check(f.InterventionId, f.On, f.Id);
        foreach (var v in file.Visits)
            Check(v.InterventionId, v.On, v.Id);

        void Check(long measure, DateOnly on, long fact)
        {
            if (Array.Find(file.Interventions, m => m.Id == measure) is not { } m || !m.RunsOn(on))
                Add(Flaw.FollowUpOutsideMeasure, at, fact);
        }
    }

    void BeforeBirth(ChildFile file, int at)
    {
        var born = file.Child.BornOn;
        of[(int)Flaw.BeforeBirth]++;
        var early = born.AddDays(-DaysBeforeBirth);
        // Before the birth there may be worry, help and plans, but no placement, visit or conversation.
        foreach (var c in file.Cases)
            if (c.OpenedOn < early)
                Add(Flaw.BeforeBirth, at, c.Id);
        foreach (var n in file.Notifications)
            if (n.ReceivedOn < early)
                Add(Flaw.BeforeBirth, at, n.Id);
        foreach (var a in file.Assessments)
            if (a.KnownOn < early)
                Add(Flaw.BeforeBirth, at, a.Id);
        foreach (var p in file.Plans)
            if (p.DecidedOn < early)
                Add(Flaw.BeforeBirth, at, p.Id);
        foreach (var d in file.Decisions)
            if (d.On < early)
                Add(Flaw.BeforeBirth, at, d.Id);
        foreach (var m in file.Interventions)
            if (m.From < (Courses.IsPlacement(m, catalogue) ? born : early))
                Add(Flaw.BeforeBirth, at, m.Id);
        foreach (var v in file.Visits)
            if (v.On < born && v.SpokeWithChild)
                Add(Flaw.BeforeBirth, at, v.Id);
        foreach (var c in file.Conversations)
            if (c.On < born && !c.LeftOut)
                Add(Flaw.BeforeBirth, at, c.Id);
    }
}
