using Spor.Facts;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Law;
using Spor.Requirements;

namespace Spor.Figures;

/// <summary>What is owed, kept, overdue and missed (<c>measures.md</c> 1).</summary>
public static class RequirementFigures
{
    static readonly Lanes Rules = Lanes.Of(
        FigurePart.Rule,
        Codes<Rule>.All.Select(r => (r.Danish(), (Func<DateOnly, string>)(day => NationalLaw.Of(r, day).Title)))
    );

    static readonly bool[] OfLaw = [.. Codes<Rule>.All.Select(r => NationalLaw.Of(r, DateOnly.MaxValue).IsLaw)];

    static bool IsLaw(int rule) => OfLaw[rule];

    static bool IsModel(int rule) => !OfLaw[rule];

    /// <summary>The rules of one layer, those with a compliance or all. A case that is brought up to date owes a new update from that day,
    /// so it has none.</summary>
    public static IReadOnlyList<Rule> RulesOf(bool law, bool all) =>
        [.. Codes<Rule>.All.Where(r => (all || r != Rule.CaseCurrent) && OfLaw[(int)r] == law)];

    /// <summary>The rules with a compliance.</summary>
    public static IEnumerable<Rule> WithCompliance => Codes<Rule>.All.Where(r => r != Rule.CaseCurrent);

    /// <summary>From when to when each rule is unmet: overdue while it can still be met, missed after.</summary>
    sealed record Unmet(List<(Rule Rule, int From, int To)> Overdue, List<(Rule Rule, int From, int To)> Missed);

    /// <summary>Everything that has ever been required, but <see cref="Rule.CaseCurrent"/>.</summary>
    static readonly Shared<List<Requirement>> Required = new(life =>
    {
        var found = new List<Requirement>(32);
        Derive.Of(life.File, life.Catalogue, life.Until, found);
        found.RemoveAll(r => r.Rule == Rule.CaseCurrent);
        return found;
    });

    static readonly Shared<Unmet> NotMet = new(UnmetOf);

    /// <summary>Due, met in time or not; a hit is met in time. What ended a requirement lies before its due day, so it is the same seen
    /// from any later day.</summary>
    internal static readonly Track Due = new(
        MarkKind.Events,
        (life, marks) =>
        {
            foreach (var r in life.Get(Required))
                marks.Event(r.Due, (int)r.Rule, r.State == RequirementState.OnTime, known: r.Since);
        },
        Rules,
        hits: true
    );

    static readonly Track Overdue = new(
        MarkKind.Spans,
        (life, marks) =>
        {
            foreach (var (rule, from, to) in life.Get(NotMet).Overdue)
                marks.Span(from, to, (int)rule);
        },
        Rules
    );

    static readonly Track Missed = new(
        MarkKind.Spans,
        (life, marks) =>
        {
            foreach (var (rule, from, to) in life.Get(NotMet).Missed)
                marks.Span(from, to, (int)rule);
        },
        Rules
    );

    /// <summary>Of each requirement that became unmet the day it did, for as long as it is.</summary>
    static readonly Track Arisen = new(
        MarkKind.Latest,
        (life, marks) =>
        {
            foreach (var r in life.Get(Required))
            {
                int from = UnmetFrom(r),
                    to = UnmetTo(r);
                if (from <= to)
                    marks.Span(from, to, (int)r.Rule);
            }
            var waiting = new List<(DateOnly From, DateOnly To)>();
            Derive.CaseNotCurrent(life.File, life.Catalogue, waiting);
            foreach (var (from, to) in waiting)
                marks.Span(from, to, (int)Rule.CaseCurrent);
        },
        Rules
    );

    public static Figure ComplianceLaw { get; } =
        new(
            "compliance-law",
            "Lovens krav opfyldt til tiden",
            "Af de lovkrav, der havde frist i perioden: andelen, der blev opfyldt til tiden, som det var kendt på periodens sidste dag.",
            "1",
            FigureUnit.Share,
            Due.Share(r => IsLaw(r) && r != (int)Rule.CaseCurrent)
        )
        {
            Wanted = Wanted.Up,
            IsLaw = true,
        };
    public static Figure ComplianceModel { get; } =
        new(
            "compliance-model",
            "Kommunens egne krav opfyldt til tiden",
            "Af modellens egne krav med frist i perioden: andelen, der blev opfyldt til tiden, som det var kendt på periodens "
                + "sidste dag. »Sagen er ajour« er ikke med, for det fornyer sig selv.",
            "1",
            FigureUnit.Share,
            Due.Share(r => IsModel(r) && r != (int)Rule.CaseCurrent)
        )
        {
            Wanted = Wanted.Up,
            IsLaw = false,
        };
    public static Figure OverdueLaw { get; } =
        new(
            "overdue-law",
            "Lovkrav over fristen",
            "Lovkrav, hvis frist er overskredet på dagen, og som stadig kan opfyldes.",
            "1",
            FigureUnit.Count,
            Overdue.Counted(IsLaw)
        )
        {
            Wanted = Wanted.Down,
            IsLaw = true,
        };
    public static Figure OverdueModel { get; } =
        new(
            "overdue-model",
            "Modelkrav over fristen",
            "Kommunens egne krav, hvis frist er overskredet på dagen, og som stadig kan opfyldes.",
            "1",
            FigureUnit.Count,
            Overdue.Counted(IsModel)
        )
        {
            Wanted = Wanted.Down,
            IsLaw = false,
        };
    public static Figure Backlog { get; } =
        new(
            "backlog-new",
            "Ikke nået i perioden",
            "Krav, lovens og modellens, hvis frist blev overskredet i perioden, og som ikke er opfyldt på periodens sidste dag. Det, der "
                + "var over fristen i forvejen, er ikke med. Tallet vises kun for den, der må se børnene bag.",
            "2.51",
            FigureUnit.Count,
            Arisen.Counted()
        )
        {
            Topic = FigureTopic.Requirements,
            Wanted = Wanted.Down,
            // What is overdue and missed, with this taken away, is what was unmet before, and that may be few.
            NotPublished = true,
        };
    public static Figure OverdueByTeam { get; } =
        new(
            "overdue",
            "Krav over fristen",
            "Alle krav, lovens og modellens, hvis frist er overskredet på dagen, og som stadig kan opfyldes. Et team har kravene "
                + "for de børn, som en i teamet har sagen for, og for de børn uden rådgiver, hvis distrikt det betjener.",
            "1",
            FigureUnit.Count,
            Overdue.ByTeam()
        )
        {
            Wanted = Wanted.Down,
            SumOf = [OverdueLaw, OverdueModel],
            MadeOf = [.. RestsOn.Casework, RestsOn.Assignments, RestsOn.Employments, RestsOn.Teams, RestsOn.Districts],
        };
    public static Figure MissedLaw { get; } =
        new(
            "missed-law",
            "Lovkrav, der ikke blev nået",
            "Lovkrav, hvis frist er overskredet på dagen, og som ikke længere kan opfyldes, fordi indsatsen, forløbet eller sagen er slut.",
            "1",
            FigureUnit.Count,
            Missed.Counted(IsLaw)
        )
        {
            Wanted = Wanted.Down,
            IsLaw = true,
        };
    public static Figure MissedModel { get; } =
        new(
            "missed-model",
            "Modelkrav, der ikke blev nået",
            "Kommunens egne krav, hvis frist er overskredet på dagen, og som ikke længere kan opfyldes.",
            "1",
            FigureUnit.Count,
            Missed.Counted(IsModel)
        )
        {
            Wanted = Wanted.Down,
            IsLaw = false,
        };

    static Figure FollowUpsKept(string code, string name, Func<int, bool> which) =>
        new(
            code,
            name,
            name + ": de, der havde frist i perioden, og andelen, der blev holdt til tiden.",
            "1",
            FigureUnit.Share,
            new WholeReading(
                Due.Share(r =>
                    which(r) && ((Rule)r is Rule.FirstFollowUp or Rule.NextFollowUp or Rule.PlacementFollowUp or Rule.PreventiveFollowUp)
                )
            )
        );

    /// <summary>The law's and the model's follow-ups held in time, together and each; on the ladder's page alone.</summary>
    public static Figure FollowUps { get; } = FollowUpsKept("follow-ups-kept", "Opfølgninger", _ => true);
    public static Figure FollowUpsOfLaw { get; } = FollowUpsKept("follow-ups-kept-law", "Lovens opfølgninger", IsLaw);
    public static Figure FollowUpsOfModel { get; } =
        FollowUpsKept("follow-ups-kept-model", "Opfølgninger efter kommunens egne krav", IsModel);

    /// <summary>Requirements due in the period, met in time or not, by rule: what a share of them is made of. On no page of its
    /// own.</summary>
    public static Figure DueByRule { get; } =
        new("due", "Krav med frist", "Krav med frist i perioden.", "1", FigureUnit.Count, Due.Counted());

    /// <summary>Of those, met in time.</summary>
    public static Figure OnTimeByRule { get; } =
        new(
            "on-time",
            "Krav opfyldt til tiden",
            "Krav med frist i perioden, der blev opfyldt til tiden.",
            "1",
            FigureUnit.Count,
            Due.Hits()
        );

    /// <summary>Overdue of every rule, and missed of every rule; on no page of their own.</summary>
    public static Figure OverdueByRule { get; } =
        new(
            "overdue-by-rule",
            "Krav over fristen, krav for krav",
            "Krav, hvis frist er overskredet, og som stadig kan opfyldes.",
            "1",
            FigureUnit.Count,
            Overdue.Counted()
        );
    public static Figure MissedByRule { get; } =
        new(
            "missed-by-rule",
            "Krav, der ikke blev nået, krav for krav",
            "Krav, hvis frist er overskredet, og som ikke længere kan opfyldes.",
            "1",
            FigureUnit.Count,
            Missed.Counted()
        );

    /// <summary>The first day on which it is overdue or missed, if nothing comes.</summary>
    static int UnmetFrom(Requirement r) => Math.Max(r.Due.DayNumber + 1, r.Since.DayNumber);

    static int UnmetTo(Requirement r) => r.Fulfilled is { } met ? met.DayNumber - 1 : DateOnly.MaxValue.DayNumber;

    static Unmet UnmetOf(Life life)
    {
        var unmet = new Unmet([], []);
        List<(int From, int To)>? active = null;
        foreach (var r in life.Get(Required))
        {
            int from = UnmetFrom(r),
                to = UnmetTo(r);
            if (from > to)
                continue;
            switch (r.Rule)
            {
                case Rule.NotificationAssessed or Rule.NotificationAcknowledged:
                    unmet.Overdue.Add((r.Rule, from, to));
                    continue;
                case Rule.ChildHeard or Rule.ParentsInformed:
                    unmet.Missed.Add((r.Rule, from, to));
                    continue;
            }
            // It can be met while the child has an active case, and the measure or course it is about has not ended.
            var last = Math.Min(to, LastDay(life, r));
            active ??= ActiveDays(life.File);
            var next = from;
            foreach (var (begins, ends) in active)
            {
                int b = Math.Max(from, begins),
                    t = Math.Min(last, ends);
                if (b > t)
                    continue;
                if (next <= b - 1)
                    unmet.Missed.Add((r.Rule, next, b - 1));
                unmet.Overdue.Add((r.Rule, b, t));
                next = t == int.MaxValue ? t : t + 1;
            }
            if (next <= to)
                unmet.Missed.Add((r.Rule, next, to));
        }
        var waiting = new List<(DateOnly From, DateOnly To)>();
        Derive.CaseNotCurrent(life.File, life.Catalogue, waiting);
        foreach (var (from, to) in waiting)
            unmet.Overdue.Add((Rule.CaseCurrent, from.DayNumber, to.DayNumber));
        return unmet;
    }

    static List<(int From, int To)> ActiveDays(ChildFile file)
    {
        var days = file.Cases.Select(c => (c.OpenedOn.DayNumber, Membership.End(c.ClosedOn))).Where(s => s.Item1 <= s.Item2).ToList();
        SpanSet.Union(days);
        return days;
    }

    /// <summary>The last day of the measure or course that a requirement is about; of one about neither there is none.</summary>
    static int LastDay(Life life, in Requirement r)
    {
        var last = int.MaxValue;
        if (r.Rule is Rule.FirstFollowUp or Rule.NextFollowUp or Rule.PlacementFollowUp or Rule.PreventiveFollowUp or Rule.SupervisionVisit)
        {
            foreach (var m in life.File.Interventions)
                if (m.Id == r.SubjectId)
                    last = Math.Min(last, Membership.End(m.To));
        }
        else if (r.Rule is Rule.PlanInForce or Rule.PlacementRevisited or Rule.YouthPlan)
            foreach (var c in Courses.Of(life.File, life.Catalogue, life.Until))
                if (c.FirstInterventionId == r.SubjectId)
                    last = Math.Min(last, c.To.DayNumber);
        return last;
    }
}
