using Spor.Exchange.Office;
using Spor.Kernel;
using Spor.Voices;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.Surveys;

/// <summary>A survey's result as files: they hold what the page shows, and no more.</summary>
static class SurveyFiles
{
    /// <summary>A row for each group and question; about each group, where groups answer about each other.</summary>
    public static PageTables ToTables(SurveyView view)
    {
        var sheet = view.Sheet;
        var tables = new List<ExportTable>
        {
            new(
                "svar",
                Text.ResultTitle,
                [
                    new(Text.GroupHead, Width: 26),
                    .. sheet.IsCooperation ? [new SheetColumn(Text.AboutHead, Width: 26)] : Array.Empty<SheetColumn>(),
                    new(Text.QuestionHead, Width: 50),
                    new(Text.AnswersHead, ColumnKind.Whole),
                    new(Text.MeanHead, ColumnKind.Decimal),
                    .. sheet.Scale.Select(s => new SheetColumn(s, ColumnKind.Whole)),
                    new(Text.MovedHead, ColumnKind.Decimal),
                ],
                [.. view.GroupNos.SelectMany(g => Rows(view, g))],
                [Text.ResultNote]
            ),
        };
        if (sheet.IsCooperation)
            tables.AddRange(ToMatrix(view));
        if (sheet.OwnWords.Count > 0 && view.MayReadWords)
            tables.Add(
                new(
                    "ord",
                    Text.WordsTitle,
                    [new(Text.QuestionHead, Width: 50), new(Text.GroupHead, Width: 26), new(Text.SaidHead, Width: 80)],
                    [
                        .. Enumerable
                            .Range(0, sheet.OwnWords.Count)
                            .SelectMany(q => view.Words(q).Select(w => (IReadOnlyList<object?>)[sheet.OwnWords[q], w.Group, w.Said])),
                    ]
                )
            );
        return new("spoergeskema", view.Survey.Title ?? Text.Title, view.Viewing.Today, tables);
    }

    static IEnumerable<ExportTable> ToMatrix(SurveyView view)
    {
        var all = new Matrix(view, null);
        yield return new(
            "matrix",
            Text.AllQuestions,
            [new(Text.WhoHead, Width: 26), .. all.Groups.Select(g => new SheetColumn(Text.About(g), ColumnKind.Decimal, 20))],
            [
                .. all.Groups.Select(
                    (name, from) =>
                        (IReadOnlyList<object?>)
                            [
                                name,
                                .. all.Groups.Select(
                                    (_, about) =>
                                        from == about ? null
                                        : all.Of(from, about) is { } cell ? (object?)Math.Round(cell.Mean, 1)
                                        : Text.NoneShown
                                ),
                            ]
                ),
            ]
        );
        yield return new(
            "par",
            Text.PairsTitle,
            [
                new(Text.PairHead, Width: 50),
                new(Text.FirstHead, ColumnKind.Decimal, 24),
                new(Text.SecondHead, ColumnKind.Decimal, 24),
                new(Text.ApartHead, ColumnKind.Decimal),
            ],
            [
                .. all.Pairs.Select(p =>
                    (IReadOnlyList<object?>)
                        [
                            Text.Pair(all.Groups[p.First], all.Groups[p.Second]),
                            Math.Round(p.FirstAboutSecond, 1),
                            Math.Round(p.SecondAboutFirst, 1),
                            Math.Round(p.Apart, 1),
                        ]
                ),
            ]
        );
    }

    static IEnumerable<IReadOnlyList<object?>> Rows(SurveyView view, int group)
    {
        var sheet = view.Sheet;
        foreach (var about in sheet.IsCooperation ? sheet.AskedAbout(group - 1) : [0])
            for (var q = 0; q < sheet.Questions.Count; q++)
            {
                var cell = view.Results.Of(group, sheet.Column(q, about));
                var names = new List<object?> { sheet.Groups[group - 1] };
                if (sheet.IsCooperation)
                    names.Add(sheet.Groups[about]);
                names.Add(sheet.Questions[q]);
                yield return cell is null
                    ? [.. names, Text.NoneShown, Text.NoneShown, .. sheet.Scale.Select(_ => (object?)Text.NoneShown), null]
                    :
                    [
                        .. names,
                        cell.Answers,
                        Math.Round(cell.Mean, 1),
                        .. cell.Counts.Select(n => (object?)n),
                        view.Moved(group, q, about) is { } by ? Math.Round(by, 1) : null,
                    ];
            }
    }

    public static byte[] ToWord(SurveyView view)
    {
        var sheet = view.Sheet;
        List<Block> blocks =
        [
            new Heading(1, view.Survey.Title ?? Text.Title),
            new Paragraph(Text.LedeOf(view.Survey)),
            new Grid(
                Text.GroupsTitle,
                [Text.GroupHead, Text.GivenHead, Text.InRecordHead],
                [
                    .. view.GroupNos.Select(g =>
                        (IReadOnlyList<string>)
                            [
                                sheet.Groups[g - 1],
                                Danish.Number(view.Given(g)),
                                view.Results.Answered(g) is { } n ? Danish.Number(n) : Text.NoneShown,
                            ]
                    ),
                ],
                [1, 2]
            ),
            new Heading(2, Text.ResultTitle),
            new Paragraph(Text.ResultNote),
            .. view.Results.ShowsAny ? Results(view) : [new Paragraph(Text.NothingShown)],
        ];
        if (sheet.OwnWords.Count > 0 && view.MayReadWords)
        {
            blocks.Add(new Heading(2, Text.WordsTitle));
            for (var q = 0; q < sheet.OwnWords.Count; q++)
            {
                blocks.Add(new Heading(3, sheet.OwnWords[q]));
                var words = view.Words(q);
                blocks.Add(words.Count == 0 ? new Paragraph(Text.WordsNone) : new Bullets([.. words.Select(w => $"{w.Group}: {w.Said}")]));
            }
        }
        return Document.Write(view.Survey.Title ?? Text.Title, blocks);
    }

    static IEnumerable<Block> Results(SurveyView view)
    {
        var sheet = view.Sheet;
        foreach (var q in Enumerable.Range(0, sheet.Questions.Count))
            yield return new Grid(
                sheet.Questions[q],
                [
                    Text.GroupHead,
                    .. sheet.IsCooperation ? [Text.AboutHead] : Array.Empty<string>(),
                    Text.AnswersHead,
                    Text.MeanHead,
                    Text.MovedHead,
                ],
                [
                    .. view.GroupNos.SelectMany(g =>
                        (sheet.IsCooperation ? sheet.AskedAbout(g - 1) : [0]).Select(about =>
                        {
                            var cell = view.Results.Of(g, sheet.Column(q, about));
                            return (IReadOnlyList<string>)
                                [
                                    sheet.Groups[g - 1],
                                    .. sheet.IsCooperation ? [sheet.Groups[about]] : Array.Empty<string>(),
                                    cell is null ? Text.NoneShown : Danish.Number(cell.Answers),
                                    Text.Cell(cell),
                                    view.Moved(g, q, about) is { } by ? Text.Change(by) : "–",
                                ];
                        })
                    ),
                ],
                sheet.IsCooperation ? [2, 3, 4] : [1, 2, 3]
            );
    }
}
