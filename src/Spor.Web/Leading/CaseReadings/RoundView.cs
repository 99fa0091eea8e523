using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Kernel;
using Spor.Supervision;
using Spor.Web.Access;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.CaseReadings;

/// <summary>The rounds that the viewer leads, with what each found.</summary>
public sealed class RoundsView
{
    public RoundsView(Viewing viewing)
    {
        Viewing = viewing;
        var children = ReadingEndpoints.Children(viewing).Select(c => c.File).ToList();
        Rounds =
        [
            .. viewing
                .Register.Of<ReadingRoundFact>()
                .Select(r => RoundResult.Of(viewing.Register, r, children))
                .Where(r => viewing.Viewer.SeesAll || r.Rows.Count > 0),
        ];
    }

    public Viewing Viewing { get; }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<RoundResult> Rounds { get; }

    /// <summary>The newest version of each template.</summary>
    public IReadOnlyList<ReadingTemplateFact> Templates =>
        [.. TemplateRules.Newest(Viewing.Register.Of<ReadingTemplateFact>()).OrderBy(t => t.First)];

    public PageTables ToTables() =>
        new(
            "ledelsestilsyn",
            Text.Title,
            Viewing.Today,
            [
                new(
                    "runder",
                    Text.RoundsTitle,
                    [
                        new(Text.NameHead, Width: 30),
                        new(Text.DrawnHead, ColumnKind.Day),
                        new(Text.UntilHead, ColumnKind.Day),
                        new(Text.CasesHead, ColumnKind.Whole),
                        new(Text.ReadHead, ColumnKind.Whole),
                        new(Text.WholeHead, ColumnKind.Share),
                        new(Text.LowHead, ColumnKind.Share),
                        new(Text.HighHead, ColumnKind.Share),
                        new(Text.StateHead, Width: 26),
                        new(Text.ScoreHead),
                        new($"{Text.WholeHead}, antal", ColumnKind.Whole),
                        new($"{Text.WholeHead}, ud af", ColumnKind.Whole),
                    ],
                    [
                        .. Rounds.Select(r =>
                            (IReadOnlyList<object?>)
                                [
                                    r.Round.IsFromOutside ? Text.ReportTitle(r.Round) : Text.NameOf(r.Round),
                                    r.Round.DrawnOn,
                                    r.Round.Until,
                                    r.Drawn,
                                    r.Read,
                                    r.Whole.Value,
                                    r.Whole.Of == 0 ? null : r.Whole.Interval.Low,
                                    r.Whole.Of == 0 ? null : r.Whole.Interval.High,
                                    Text.StateOf(r.Round, Viewing.WorkClock.Today),
                                    Text.Score(r.Score),
                                    r.Whole.Of == 0 ? Text.Counted(r.Whole) : r.Whole.Yes,
                                    r.Whole.Of == 0 ? null : r.Whole.Of,
                                ]
                        ),
                    ]
                ),
            ],
            About: [Text.OwnOnlyAlways]
        );
}

/// <summary>One round, for one viewer: over the cases whose children the viewer may see.</summary>
public sealed class RoundView
{
    RoundView(Viewing viewing, RoundResult result, RoundResult? before) => (Viewing, Result, Before) = (viewing, result, before);

    /// <summary>Null where there is no such round, or nothing of it that may be seen.</summary>
    public static RoundView? Of(Viewing viewing, long id)
    {
        var rounds = viewing.Register.Of<ReadingRoundFact>();
        if (Array.Find(rounds, r => r.Id == id) is not { } round)
            return null;
        var children = ReadingEndpoints.Children(viewing).Select(c => c.File).ToList();
        var result = RoundResult.Of(viewing.Register, round, children);
        if (!viewing.Viewer.SeesAll && result.Rows.Count == 0)
            return null;
        return new(
            viewing,
            result,
            round.ComparedId is { } before && Array.Find(rounds, r => r.Id == before) is { } earlier
                ? RoundResult.Of(viewing.Register, earlier, children)
                : null
        );
    }

    public Viewing Viewing { get; }
    public RoundResult Result { get; }

    /// <summary>What the audit before found; null where nothing is compared.</summary>
    public RoundResult? Before { get; }
    public ReadingRoundFact Round => Result.Round;
    public bool Runs => Round.RunsOn(Viewing.WorkClock.Today);
    public IReadOnlyList<ReadingActionFact> Actions => [.. Viewing.Register.Of<ReadingActionFact>().Where(a => a.RoundId == Round.Id)];

    public StepResult? BeforeOf(ReadingStep step) => Before?.Steps.FirstOrDefault(s => s.Step == step);

    public PageTables ToTables() =>
        new(
            "ledelsestilsyn",
            Text.ReportTitle(Round),
            Viewing.Today,
            [
                new(
                    "trin",
                    Text.StepsTitle,
                    [
                        new(Text.StepHead, Width: 24),
                        new(Text.InOrderHead, ColumnKind.Whole),
                        new(Text.OfHead, ColumnKind.Whole),
                        new(Text.ShareHead, ColumnKind.Share),
                        new(Text.LowHead, ColumnKind.Share),
                        new(Text.HighHead, ColumnKind.Share),
                        new(Text.ScoreHead, ColumnKind.Share),
                    ],
                    [
                        .. Result.Steps.Select(s =>
                            (IReadOnlyList<object?>)
                                [
                                    Text.Step(s.Step),
                                    s.InOrder.Yes,
                                    s.InOrder.Of,
                                    s.InOrder.Value,
                                    s.InOrder.Of == 0 ? null : s.InOrder.Interval.Low,
                                    s.InOrder.Of == 0 ? null : s.InOrder.Interval.High,
                                    s.Score,
                                ]
                        ),
                    ],
                    [Text.IntervalNote]
                ),
                new(
                    "spoergsmaal",
                    Text.QuestionsTitle,
                    [
                        new(Text.StepHead, Width: 24),
                        new(Text.QuestionHead, Width: 60),
                        .. Codes<Judgement>.All.Reverse().Select(j => new SheetColumn(Danish.Capital(j.Danish()), ColumnKind.Whole)),
                    ],
                    [
                        .. Result.Steps.SelectMany(s =>
                            s.Questions.Select(q =>
                                (IReadOnlyList<object?>)
                                    [
                                        Text.Step(s.Step),
                                        q.Question.Text,
                                        .. Codes<Judgement>.All.Reverse().Select(j => (object?)q.Counts[(int)j]),
                                    ]
                            )
                        ),
                    ]
                ),
            ],
            About: [Text.OwnOnlyAlways]
        );

    /// <summary>The round as a paper. It names no child, no caseworker and no reader.</summary>
    public IReadOnlyList<Block> ToBlocks()
    {
        List<Block> blocks =
        [
            new Heading(1, Text.ReportTitle(Round)),
            new Fields([
                (Text.DrawnHead, Danish.Long(Round.DrawnOn)),
                (Text.UntilHead, Danish.Long(Round.EndedOn ?? Round.Until)),
                (Text.TemplateLabel, Text.VersionOf(Result.Template)),
                (Text.SeedHead, Text.Seed(Round)),
            ]),
            new Paragraph(Text.Answer(Result)),
            new Heading(2, Text.StepsTitle),
            new Grid(
                Text.StepsTitle,
                [
                    Text.StepHead,
                    Text.InOrderHead,
                    Text.BetweenHead,
                    Text.ScoreHead,
                    .. Before is null ? Array.Empty<string>() : [Text.BeforeHead, Text.ChangeHead],
                ],
                [
                    .. Result.Steps.Select(s =>
                        (IReadOnlyList<string>)
                            [
                                Text.Step(s.Step),
                                Text.Counted(s.InOrder),
                                Text.Between(s.InOrder),
                                Text.Score(s.Score),
                                .. Before is null
                                    ? Array.Empty<string>()
                                    : [Text.Counted(BeforeOf(s.Step)?.InOrder), Text.Change(s.InOrder, BeforeOf(s.Step)?.InOrder)],
                            ]
                    ),
                ]
            ),
            new Paragraph(Text.IntervalNote, Small: true),
        ];
        foreach (var step in Result.Steps)
        {
            blocks.Add(new Heading(3, Text.Step(step.Step)));
            blocks.Add(
                new Grid(
                    Text.Step(step.Step),
                    [Text.QuestionHead, .. Codes<Judgement>.All.Reverse().Select(j => Danish.Capital(j.Danish()))],
                    [
                        .. step.Questions.Select(q =>
                            (IReadOnlyList<string>)
                                [q.Question.Text, .. Codes<Judgement>.All.Reverse().Select(j => Danish.Number(q.Counts[(int)j]))]
                        ),
                    ],
                    [1, 2, 3, 4]
                )
            );
        }
        if (Result.Agreement.Cases > 0)
            blocks.AddRange([new Heading(2, Text.AgreementTitle), new Paragraph(Text.AgreementOf(Result.Agreement))]);
        blocks.Add(new Heading(2, Text.ActionsTitle));
        blocks.Add(
            Actions.Count == 0
                ? new Paragraph(Text.NoActions)
                : new Bullets([.. Actions.Select(a => $"{a.What}: {Text.StateOf(a, Viewing.Today)}")])
        );
        return blocks;
    }
}
