using Spor.Conferences;
using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Figures;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Layout;
using Spor.Web.Frame.Tables;
using D = Spor.Web.Leading.ConferencesInFigures.ConferenceDisclosure;

namespace Spor.Web.Leading.ConferencesInFigures;

/// <summary>The page's tables as files, with the same counts hidden.</summary>
static class ConferenceTables
{
    public static PageTables Of(ConferenceView v)
    {
        var f = v.Figures;
        object Count(ConferenceSlice s, Counted c) => v.Hides(s, c) ? v.Shown(s, c) : c.Value(s.Figures);
        object At(int value, string key) => v.Hides(key) ? v.Shown(value, key) : value;
        IReadOnlyList<object?> Row(object name, ConferenceSlice s) => [name, .. Counted.All.Select(c => Count(s, c))];
        SheetColumn[] Columns(SheetColumn first) =>
            [first, .. Counted.All.Select(c => new SheetColumn(Danish.Capital(Text.Column(c)), ColumnKind.Whole, 16))];

        var compared = new ExportTable(
            "sammenlignet",
            Text.ComparedTitle,
            [
                new(Management.Text.FigureHead, Width: 34),
                new(Text.NowHead, ColumnKind.Whole, 16),
                new(Text.BeforeHead(v), ColumnKind.Whole, 16),
                new(Management.Text.ChangeHead, ColumnKind.Whole, 16),
            ],
            [
                .. Counted.All.Select(c =>
                    (IReadOnlyList<object?>)
                        [
                            c.Of.Name,
                            Count(f.All, c),
                            v.HidesBefore(c) ? v.ShownBefore(c) : c.Value(v.Before.Figures),
                            v.Hides(f.All, c) || v.HidesBefore(c) ? v.ChangeOf(c) : c.Value(f.All.Figures) - c.Value(v.Before.Figures),
                        ]
                ),
            ],
            [Text.ComparedCaption(v)]
        );
        var months = new ExportTable(
            "maaneder",
            Text.MonthsTitle,
            [.. Columns(new(Text.Month, Width: 18)), new(Text.MonthEnd, ColumnKind.Day)],
            [.. f.Months.Reverse().Select(m => (IReadOnlyList<object?>)[.. Row(Text.MonthName(m), m), m.To])],
            [v.Target is { } t ? Text.TargetLine(t) + " " + Text.TargetSource : "", Text.HowMonths]
        );
        var teams = new ExportTable(
            "team",
            Text.TeamsTitle,
            Columns(new(Text.Team, Width: 28)),
            [.. f.Teams.Select(s => Row(s.Name, s)), Row(Text.Total, f.All)],
            [Text.HowTeams]
        );
        var districts = new ExportTable(
            "distrikter",
            Text.DistrictsTitle,
            Columns(new(Text.District, Width: 28)),
            [.. f.Districts.Select(s => Row(ConferenceView.NameOf(s), s)), Row(Text.Total, f.All)]
        );
        var replaced = new ExportTable(
            "i-stedet-for",
            Text.ReplacedTitle,
            [new(Text.Measure, Width: 40), new(Text.StepHead, ColumnKind.Whole), new(Text.Count, ColumnKind.Whole)],
            [.. f.Replaced.Select(r => (IReadOnlyList<object?>)[r.Name, r.Step, At(r.Count, D.Replaced(r))])],
            [Text.ReplacedNote]
        );
        var steps = new ExportTable(
            "trin",
            Text.StepsTitle,
            [
                new(Text.StepHead, Width: 40),
                new(Text.YearBefore, ColumnKind.Whole),
                new(Text.OnDay, ColumnKind.Whole),
                new(Text.YearAfter, ColumnKind.Whole),
                new(Text.WaitingBefore, ColumnKind.Whole, 30),
                new(Text.WaitingOn, ColumnKind.Whole, 30),
            ],
            [
                .. Enumerable
                    .Range(0, Ladder.Steps)
                    .Select(s =>
                        (IReadOnlyList<object?>)
                            [
                                PictureText.StepTitle(s),
                                At(f.Steps.Before[s], D.Step(D.Before, s)),
                                At(f.Steps.On[s], D.Step(D.On, s)),
                                At(f.Steps.After[s], D.Step(D.After, s)),
                                At(f.Steps.WaitingBefore[s], D.Step(D.WaitingBefore, s)),
                                At(f.Steps.WaitingOn[s], D.Step(D.WaitingOn, s)),
                            ]
                    ),
                [
                    Text.ChildrenTotal,
                    .. Enumerable.Repeat((object?)At(f.Steps.Passed, D.Passed), 3),
                    .. Enumerable.Repeat((object?)At(f.Steps.Waiting, D.Waiting), 2),
                ],
            ],
            [Text.StepsNote(v)]
        );
        var evaluations = new ExportTable(
            "evaluering",
            Text.EvaluationTitle,
            [
                new(Text.Question, Width: 32),
                .. Codes<EvaluatedBy>.All.Select(by => new SheetColumn(Text.ByName(by), ColumnKind.Decimal, 16)),
                .. Codes<EvaluatedBy>.All.Select(by => new SheetColumn($"{Text.ByName(by)}, {Text.AnswersHead}", ColumnKind.Whole, 16)),
            ],
            [
                .. f
                    .Evaluations.GroupBy(e => e.Question)
                    .Select(q =>
                        (IReadOnlyList<object?>)
                            [
                                Text.QuestionName(q.Key),
                                .. q.Select(e =>
                                    v.Hides(e) ? Text.FewAnswers
                                    : e.Average is { } a ? (object?)Math.Round(a, 1, MidpointRounding.AwayFromZero)
                                    : null
                                ),
                                .. q.Select(e => v.Hides(e) ? (object?)Text.FewAnswers : e.Count),
                            ]
                    ),
            ],
            [Text.EvaluationNote]
        );
        return new(
            "raadslagninger",
            Text.Title,
            v.Query.To,
            [compared, months, teams, districts, replaced, steps, evaluations],
            v.Query.ToQuery(),
            [Text.Lede(v), .. v.SeesBehind ? [] : new[] { Management.Text.SmallNote }]
        );
    }
}
