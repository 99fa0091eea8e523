using Spor.Exchange.Office;
using Spor.Figures;
using Spor.Interventions;
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
        // What is hidden says so; of what there is none, or nobody has told, the target is neither met nor not.
        void Add(string name, string target, (string Shown, bool IsMet)? now, string? none = null) =>
            rows.Add([
                name,
                target,
                none ?? now?.Shown ?? Text.HiddenValue,
                none is not null ? Text.NothingToMeet
                : now is not { } told ? Text.NotTold
                : told.IsMet ? Text.Met
                : Text.NotMet,
            ]);
        if (Spor.Law.Targets.On(PlacementFigures.FamilyShare.Code, q.To) is { } family)
            Add(
                Text.FamilyName,
                Text.AtLeast(Percent(family.Percent, 100)),
                Family(f, true) is { } now ? (OfAll(now), Whole((now.Some, now.All)) >= family.Percent) : null,
                NobodyInFamilyOrInstitution(f, true) ? Text.NobodyPlaced : null
            );
        if (Spor.Law.Targets.MonthlyOn(ConferenceFigures.HeldInNewCases.Code, q.To) is { } monthly && f.ConferenceMonths.Count > 0)
        {
            var within = f.ConferenceMonths.Count(m => m.Held >= monthly.Least && m.Held <= monthly.Most);
            Add(
                Text.MonthlyName,
                Text.AMonth(monthly.Least, monthly.Most),
                f.ConferenceMonths.All(m => m.Held is not null)
                    ? (Text.MonthsWithin(within, f.ConferenceMonths.Count), within == f.ConferenceMonths.Count)
                    : null,
                f.HasConferences ? null : Text.NotReported
            );
        }
        foreach (var rule in CouncilFigures.TargetRules)
        {
            var key = $"rule-{rule}";
            var none = f["due-" + key].Now is { Value: 0, Hidden: false };
            Add(
                Text.FollowUpName(rule),
                Text.FollowUpTarget(rule),
                InTime(f, key, true) is not null ? (Text.KeptInTime(InTimeCell(f, key, true)), f["late-" + key].Now.Value == 0) : null,
                none ? Text.NoneDue : null
            );
        }
        Add(
            Text.CeilingName,
            Text.CeilingTarget,
            f.Teams is { } teams ? (Text.TeamsWithin(teams.Within, teams.All), teams.Within == teams.All) : null,
            f.Teams is { All: 0 } ? Text.NoCeiling : null
        );
        return new(
            Text.TargetsTitle,
            Text.TargetsCaption,
            [Text.Kind, Text.TargetHead, Text.On(q.To), Text.MetHead],
            rows,
            new Dictionary<int, ColumnKind>()
        );
    }

    static bool NobodyInFamilyOrInstitution(CouncilFigures f, bool now)
    {
        CouncilCount Of(PlacementForm form) => now ? f["form-" + form].Now : f["form-" + form].Before;
        return Of(PlacementForm.Foster) is { Value: 0, Hidden: false } && Of(PlacementForm.Institution) is { Value: 0, Hidden: false };
    }

    /// <summary>The share in time with its counts, where they may be told beside it.</summary>
    static string InTimeCell(CouncilFigures f, string key, bool now)
    {
        CouncilCount Of(string prefix) => now ? f[prefix + key].Now : f[prefix + key].Before;
        var (due, late) = (Of("due-"), Of("late-"));
        return due is { Value: 0, Hidden: false } ? "–"
            : InTime(f, key, now) is not { } share ? Text.HiddenValue
            : due.Hidden || late.Hidden ? share
            : $"{share} ({Danish.Number(due.Value - late.Value)} af {Danish.Number(due.Value)})";
    }

    /// <summary>How the goals went for those who moved on the ladder; nothing where nothing may be told.</summary>
    static IEnumerable<string> GoalsSay(CouncilFigures f)
    {
        var told = f.Goals.Where(g => g.Now is not null).Select(g => Text.GoalOf(g.Way, g.Now!.Value)).ToList();
        if (told.Count > 0)
            yield return Text.GoalsSentence(told);
    }
}
