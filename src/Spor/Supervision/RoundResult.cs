using Spor.Facts;

namespace Spor.Supervision;

/// <summary>One question over the cases that were read.</summary>
/// <param name="Counts">By <see cref="Judgement"/>.</param>
public sealed record QuestionResult(ReadingQuestion Question, IReadOnlyList<int> Counts)
{
    public int Relevant => Counts[(int)Judgement.No] + Counts[(int)Judgement.Partly] + Counts[(int)Judgement.Yes];

    /// <summary>Answered yes, of those in which it was relevant.</summary>
    public Share Yes => new(Counts[(int)Judgement.Yes], Relevant);
}

/// <summary>One step over the cases that were read.</summary>
/// <param name="InOrder">The cases in which everything relevant in the step was answered yes.</param>
/// <param name="Score">The mean of the cases: yes 1, partly ½, no 0; null without a relevant answer.</param>
public sealed record StepResult(ReadingStep Step, Share InOrder, double? Score, IReadOnlyList<QuestionResult> Questions);

/// <summary>A case that was drawn, with what the reader found; null while nothing is read.</summary>
public sealed record DrawnReading(ChildFile File, DrawnCaseFact Drawn, CaseReadingFact? Reading)
{
    public IReadOnlyList<Judgement> Answers { get; } = Reading is null ? [] : ReadingSteps.Answers(Reading.Answers);
}

/// <summary>What a round found, over the cases that whoever asks may see. Nobody's own result is worked out: with one case each there is
/// none.</summary>
public sealed class RoundResult
{
    RoundResult(ReadingRoundFact round, ReadingTemplateFact template, IReadOnlyList<DrawnReading> rows)
    {
        (Round, Template, Rows) = (round, template, rows);
        var read = rows.Where(r => !r.Drawn.Second && r.Reading is not null).ToList();
        Read = read.Count;
        var asks = template.Asks;
        Steps =
        [
            .. asks.Select((q, i) => (Question: q, At: i))
                .GroupBy(q => q.Question.Step)
                .Select(g =>
                {
                    var at = g.Select(q => q.At).ToList();
                    var cases = read.Select(r =>
                            at.Where(i => i < r.Answers.Count).Select(i => r.Answers[i]).Where(a => a != Judgement.NotRelevant).ToList()
                        )
                        .Where(a => a.Count > 0)
                        .ToList();
                    return new StepResult(
                        g.Key,
                        new(cases.Count(a => a.TrueForAll(x => x == Judgement.Yes)), cases.Count),
                        cases.Count == 0 ? null : cases.Average(a => a.Average(Points)),
                        [
                            .. g.Select(q =>
                            {
                                var counts = new int[Enum.GetValues<Judgement>().Length];
                                foreach (var r in read.Where(r => q.At < r.Answers.Count))
                                    counts[(int)r.Answers[q.At]]++;
                                return new QuestionResult(q.Question, counts);
                            }),
                        ]
                    );
                }),
        ];
        Agreement = Agreement.Of([
            .. rows.Where(r => r.Drawn.Second && r.Reading is not null)
                .Select(second => (read.Find(f => f.Drawn.CaseId == second.Drawn.CaseId)?.Answers ?? [], second.Answers))
                .Where(p => p.Item1.Count > 0),
        ]);
        var whole = read.Select(r => r.Answers.Where(a => a != Judgement.NotRelevant).ToList()).Where(a => a.Count > 0).ToList();
        Whole = new(whole.Count(a => a.TrueForAll(x => x == Judgement.Yes)), whole.Count);
        Score = whole.Count == 0 ? null : whole.Average(a => a.Average(Points));
    }

    static double Points(Judgement answer) =>
        answer switch
        {
            Judgement.Yes => 1,
            Judgement.Partly => 0.5,
            _ => 0,
        };

    public ReadingRoundFact Round { get; }

    /// <summary>The version it was drawn with.</summary>
    public ReadingTemplateFact Template { get; }

    /// <summary>The drawn cases, second readers too.</summary>
    public IReadOnlyList<DrawnReading> Rows { get; }

    /// <summary>Cases read by their first reader.</summary>
    public int Read { get; }

    /// <summary>Cases drawn.</summary>
    public int Drawn => Rows.Count(r => !r.Drawn.Second);
    public IReadOnlyList<StepResult> Steps { get; }
    public Agreement Agreement { get; }

    /// <summary>The cases in which everything relevant was answered yes.</summary>
    public Share Whole { get; }

    /// <summary>The mean of the cases over all steps (0 to 1).</summary>
    public double? Score { get; }

    /// <param name="children">Those whom whoever asks may see.</param>
    public static RoundResult Of(Register register, ReadingRoundFact round, IEnumerable<ChildFile> children) =>
        new(
            round,
            register.Of<ReadingTemplateFact>().First(t => t.Id == round.TemplateId),
            [
                .. children.SelectMany(f =>
                    f.Of<DrawnCaseFact>()
                        .Where(d => d.RoundId == round.Id)
                        .Select(d => new DrawnReading(f, d, Array.Find(f.Of<CaseReadingFact>(), r => r.DrawnId == d.Id)))
                ),
            ]
        );
}
