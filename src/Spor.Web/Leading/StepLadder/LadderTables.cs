using System.Globalization;
using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Figures.Disclosure;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Layout;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.StepLadder;

/// <summary>The tables of the ladder page as files, with the same counts hidden as on the page.</summary>
static class LadderTables
{
    /// <summary>May the viewer open every child behind these figures?</summary>
    public static bool SeesBehind(Viewing viewing, LadderQuestion question) => viewing.Viewer.SeesBehind(question.Who, question.Day);

    /// <summary>Held in time, in percent, with the two counts it is made of, where neither is few or the children may be seen.</summary>
    public static string Kept(Answered kept, bool sees)
    {
        if (kept.Value is not { } value)
            return Text.None;
        var share = Text.Percent((int)Math.Round((decimal)value, MidpointRounding.AwayFromZero));
        var some = (int)Math.Round(value * kept.All / 100);
        return sees || !(DisclosurePlan.IsSmall(some) || DisclosurePlan.IsSmall((int)kept.All - some))
            ? $"{share} ({Danish.Number(some)} af {Danish.Number(kept.All)})"
            : share;
    }

    /// <summary>What a link must carry for the file to answer the page's question.</summary>
    public static string Query(LadderQuestion q, Management.Against? other = null)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"dag={Form.Iso(q.Day)}&baseline={Form.Iso(q.Baseline)}");
        if (q.District is { } district)
            text += "&distrikt=" + district.ToString(CultureInfo.InvariantCulture);
        if (q.Team is { } team)
            text += "&team=" + team.ToString(CultureInfo.InvariantCulture);
        if (q.Group is { } group)
            text += "&maalgruppe=" + Uri.EscapeDataString(group.Danish());
        if (other is not null)
            text += "&mod=" + Uri.EscapeDataString(other.Code);
        return text;
    }

    public static PageTables Of(Viewing viewing, LadderAnswer f, LadderBeside? other = null)
    {
        var (a, b) = (f.Question.Baseline, f.Question.Day);
        var sees = SeesBehind(viewing, f.Question);
        bool Hides(string key) => !sees && f.Disclosure.Hides(key);
        object Count(int count, string key) => Hides(key) ? SmallNumbers.Show(count, true) : count;
        object Change(int before, string beforeKey, int now, string nowKey) =>
            Hides(beforeKey) || Hides(nowKey) ? Text.Hidden : now - before;
        IReadOnlyList<object?> Row(string name, int before, string beforeKey, int now, string nowKey) =>
            [name, Count(before, beforeKey), Count(now, nowKey), Change(before, beforeKey, now, nowKey)];
        SheetColumn[] Compared(string first, int width) =>
            [
                new(first, Width: width),
                new(Danish.Numeric(a), ColumnKind.Whole),
                new(Danish.Numeric(b), ColumnKind.Whole),
                new(Text.Change, ColumnKind.Whole),
            ];
        var steps = Enumerable.Range(0, Ladder.Steps).ToArray();

        var trin = new ExportTable(
            "trin",
            Text.Caption(b, a),
            Compared(Text.Step, 40),
            [
                .. steps[1..].Select(s => Row(PictureText.StepTitle(s), f.Before[s], "før" + s, f.Now[s], "nu" + s)),
                Row(Text.Total, f.OnLadderBefore, "på-trappen-før", f.OnLadder, "på-trappen"),
            ],
            Text.HowMoves
        );
        var flyt = new ExportTable(
            "flyt",
            Text.MovesTitle,
            [
                new(Text.MovesHead, Width: 14),
                .. steps.Select(s => new SheetColumn(Text.From(s), ColumnKind.Whole, 11)),
                new(Text.RowTotal, ColumnKind.Whole, 11),
            ],
            [
                .. steps.Select(from =>
                    (IReadOnlyList<object?>)
                        [
                            Text.From(from),
                            .. steps.Select(to => Count(f.Movements[from, to], LadderPlan.Move(from, to))),
                            Count(f.Before[from], "før" + from),
                        ]
                ),
                [Text.RowTotal, .. steps.Select(to => Count(f.Now[to], "nu" + to)), Count(f.Now.Sum(), "alle")],
            ],
            [Text.MovesCaption(b, a)]
        );
        var maal = new ExportTable(
            "maal",
            Text.GoalsTitle,
            [new(Text.GoalsHead, Width: 30), new(Text.GoalsMeasured, ColumnKind.Whole), new(Text.GoalsChange, ColumnKind.Decimal)],
            [.. Goals(f, sees).Select(g => (IReadOnlyList<object?>)[g.Name, g.Goals, Tenth(g.Change)])],
            [Text.GoalsCaption(b, a), .. Text.HowGoals]
        );
        var former = new ExportTable(
            "former",
            Text.MixCaption(b, a),
            Compared(Text.Form, 40),
            [
                .. LadderPlan.PlacedForms.Select(form =>
                    Row(Text.FormName(form), Of(f.MixBefore, form), "form-før-" + form, Of(f.Mix, form), "form-nu-" + form)
                ),
                Row(Text.PlacedTotal, f.MixBefore.Total, "anbragt-før", f.Mix.Total, "anbragt-nu"),
            ],
            Text.HowMix
        );
        return new(
            "trappen",
            Text.Title,
            b,
            [trin, flyt, maal, former, .. other is null ? Array.Empty<ExportTable>() : [other.ToTable(viewing, f, sees)]],
            About: [.. Text.HowCounted, .. Narrowed(viewing, f.Question), .. sees ? [] : new[] { Text.SmallNote }]
        );
    }

    /// <summary>No finer than the page shows it.</summary>
    static object? Tenth(double? value) => value is { } v ? Math.Round((decimal)v, 1, MidpointRounding.AwayFromZero) : null;

    /// <summary>The goals of those who went down, stayed and went up; hidden where they are those of fewer than five children.</summary>
    /// <returns>The count of goals, or the text that hides it; the mean change, or null.</returns>
    public static IEnumerable<(string Name, object Goals, double? Change)> Goals(LadderAnswer f, bool sees)
    {
        foreach (var (name, p) in new[] { (Text.WentDown, f.Goals.Down), (Text.Stayed, f.Goals.Stayed), (Text.WentUp, f.Goals.Up) })
        {
            var hidden = !sees && DisclosurePlan.IsSmall(p.Children);
            yield return (name, hidden ? Text.Hidden : p.Goals, hidden ? null : p.Mean);
        }
    }

    public static int Of(PlacementMix mix, PlacementForm form) =>
        form switch
        {
            PlacementForm.Foster => mix.Foster,
            PlacementForm.Institution => mix.Institution,
            _ => mix.Own,
        };

    static IEnumerable<string> Narrowed(Viewing viewing, LadderQuestion q)
    {
        if (q.District is { } district)
            yield return $"{Text.District}: {viewing.DistrictName(district)}";
        if (q.Team is { } team)
            yield return $"{Text.Team}: {viewing.TeamName(team)}";
        if (q.Group is { } group)
            yield return $"{Text.Group}: {Text.GroupName(group)}";
    }
}
