using Spor.Exchange.Office;
using Spor.Figures;
using Spor.Kernel;
using Spor.Reports;

namespace Spor.Web.Leading.Council;

/// <summary>The figures that somebody has set a target for, beside it.</summary>
public sealed partial class Paper
{
    static PaperTable TargetsOf(CouncilFigures f)
    {
        var q = f.Question;
        var rows = new List<IReadOnlyList<PaperCell>>();
        void Add(string name, string target, string? now) => rows.Add([name, target, now ?? Text.HiddenValue]);
        if (Spor.Law.Targets.On(PlacementFigures.FamilyShare.Code, q.To) is { } family)
            Add(Text.FamilyName, Percent(family.Percent, 100), Family(f, true) is { } now ? OfAll(now) : null);
        if (Spor.Law.Targets.MonthlyOn(ConferenceFigures.HeldInNewCases.Code, q.To) is { } monthly && f.ConferenceMonths.Count > 0)
            Add(
                Text.MonthlyName,
                Text.AMonth(monthly.Least, monthly.Most),
                f.ConferenceMonths.All(m => m.Held is not null)
                    ? Text.MonthsWithin(
                        f.ConferenceMonths.Count(m => m.Held >= monthly.Least && m.Held <= monthly.Most),
                        f.ConferenceMonths.Count
                    )
                    : null
            );
        foreach (var rule in CouncilFigures.TargetRules)
            if (f[$"due-rule-{rule}"].Now.Value > 0)
                Add(
                    Text.FollowUpName(rule),
                    Text.FollowUpTarget(rule),
                    InTime(f, $"rule-{rule}", true) is { } inTime ? Text.KeptInTime(inTime) : null
                );
        Add(Text.CeilingName, Text.CeilingTarget, f.Teams is { } teams ? Text.TeamsWithin(teams.Within, teams.All) : null);
        return new(
            Text.TargetsTitle,
            Text.TargetsCaption,
            [Text.Kind, Text.TargetHead, Text.On(q.To)],
            rows,
            new Dictionary<int, ColumnKind>()
        );
    }

    /// <summary>How the goals went for those who moved on the ladder; nothing where nothing may be told.</summary>
    static IEnumerable<string> GoalsSay(CouncilFigures f)
    {
        var told = f.Goals.Where(g => g.Now is not null).Select(g => Text.GoalOf(g.Way, g.Now!.Value)).ToList();
        if (told.Count > 0)
            yield return Text.GoalsSentence(told);
    }
}
