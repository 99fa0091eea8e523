using Spor.Exchange.Office;
using Spor.Figures.Disclosure;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Layout;
using Spor.Web.Frame.Tables;
using Spor.Web.Leading.Management;

namespace Spor.Web.Leading.StepLadder;

/// <summary>One line of two groups beside each other, as it is shown: children, and their share of those on the ladder.</summary>
public sealed record BesideLine(string Name, int? Step, SidedCount Here, SidedCount There);

/// <param name="Count">A number, or what stands for one that is hidden.</param>
/// <param name="Share">Of those on the ladder, as a fraction; a text where it is hidden, null where there is nobody.</param>
public readonly record struct SidedCount(object Count, object? Share);

/// <summary>The children of the page beside other children in the same period.</summary>
/// <param name="Name">What the others are called.</param>
/// <param name="Sees">May the viewer open every one of them?</param>
public sealed record LadderBeside(string Name, LadderAnswer Answer, bool Sees)
{
    /// <summary>Who may be chosen: everybody, a team, a district or a target group.</summary>
    public static IEnumerable<(string Title, IReadOnlyList<Against> Choices)> Choices(Viewing viewing) =>
        Against
            .Choices(viewing)
            .Select(g =>
                (
                    g.Title,
                    (IReadOnlyList<Against>)[.. g.Choices.Where(c => c.Other is { Age: null, Ages: null, Gender: null } && !c.IsWrong)]
                )
            )
            .Where(g => g.Item2.Count > 0);

    /// <summary>Of children whom the viewer may not see what is published nearest; null where no others are asked for.</summary>
    public static LadderBeside? Of(Viewing viewing, Typed typed)
    {
        if (typed is not { Question: { } here, Other.Other: { } group })
            return null;
        var there = here with { Team = group.TeamId, District = group.DistrictId, Group = group.TargetGroup };
        var sees = LadderTables.SeesBehind(viewing, there);
        if (!sees)
        {
            viewing = viewing.Published;
            there = there.Nearest(viewing.Snapshot.Get(PublishedTables.Of).Periods);
        }
        var name = Danish.Capital(typed.Other.Name);
        if (there.Day != here.Day || there.Baseline != here.Baseline)
            name += Text.OtherDays(there);
        return new(name, LadderAnswer.Of(viewing.Snapshot, there), sees);
    }

    /// <summary>What the page's own children are called.</summary>
    public static string NameOf(Viewing viewing, LadderQuestion q)
    {
        string[] parts =
        [
            .. q.Team is { } team ? [viewing.TeamName(team)] : Array.Empty<string>(),
            .. q.District is { } district ? [viewing.DistrictName(district)] : Array.Empty<string>(),
            .. q.Group is { } group ? [Text.GroupName(group)] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? Danish.Capital(Management.Text.Whole) : string.Join(", ", parts);
    }

    public IEnumerable<BesideLine> Lines(LadderAnswer here, bool seesHere)
    {
        BesideLine Line(string name, int? step, string key, Func<LadderAnswer, int> count) =>
            new(name, step, Sided(here, seesHere, key, count), Sided(Answer, Sees, key, count));
        for (var step = 1; step < Ladder.Steps; step++)
        {
            var s = step;
            yield return Line(PictureText.StepTitle(s), s, "nu" + s, a => a.Now[s]);
        }
        yield return Line(Text.PlacedTotal, null, "anbragt-nu", a => a.Mix.Total);
        yield return Line(Text.DownRow, null, "ned", a => a.Down);
        yield return Line(Text.UpRow, null, "op", a => a.Up);
        yield return Line(Text.Total, null, "på-trappen", a => a.OnLadder);
    }

    static SidedCount Sided(LadderAnswer of, bool sees, string key, Func<LadderAnswer, int> count)
    {
        bool Hides(string k) => !sees && of.Disclosure.Hides(k);
        var n = count(of);
        return new(
            Hides(key) ? SmallNumbers.Show(n, true) : n,
            of.OnLadder == 0 ? null
                : Hides(key) || Hides("på-trappen") ? Text.Hidden
                : (double)n / of.OnLadder
        );
    }

    public ExportTable ToTable(Viewing viewing, LadderAnswer here, bool seesHere) =>
        new(
            "andre",
            Text.BesideTitle,
            [
                new(Text.BesideHead, Width: 40),
                .. new[] { NameOf(viewing, here.Question), Name }.SelectMany(n =>
                    new[] { new SheetColumn(n, ColumnKind.Whole, 24), new SheetColumn(Text.ShareOf(n), ColumnKind.Share, 24) }
                ),
            ],
            [
                .. Lines(here, seesHere)
                    .Select(l => (IReadOnlyList<object?>)[l.Name, l.Here.Count, l.Here.Share, l.There.Count, l.There.Share]),
            ],
            [Text.BesideNote]
        );
}
