using Spor.Facts;

namespace Spor.Supervision;

/// <summary>The steps of a case, in the order in which a reader meets them.</summary>
public enum ReadingStep
{
    [Code("underretning")]
    Notification,

    [Code("screening")]
    Screening,

    [Code("undersøgelse")]
    Assessment,

    [Code("barnet hørt")]
    Heard,

    [Code("afgørelse")]
    Decision,

    [Code("plan")]
    Plan,

    [Code("opfølgning")]
    FollowUp,

    [Code("tilsyn")]
    Visits,

    [Code("notater")]
    Notes,
}

/// <summary>What a reader says of one question.</summary>
public enum Judgement
{
    [Code("ikke relevant")]
    NotRelevant,

    [Code("nej")]
    No,

    [Code("delvist")]
    Partly,

    [Code("ja")]
    Yes,
}

public sealed record ReadingQuestion(ReadingStep Step, string Text);

/// <summary>Questions and answers as facts keep them.</summary>
public static class ReadingSteps
{
    const string Between = ": ";

    /// <summary>Questions as a template keeps them: a line each, the step before it; in the order of the steps.</summary>
    public static string Pack(IEnumerable<ReadingQuestion> questions) =>
        string.Join('\n', questions.OrderBy(q => q.Step).Select(q => q.Step.Danish() + Between + q.Text.Trim()));

    /// <summary>From what a template keeps; a line without a step is left out.</summary>
    public static IReadOnlyList<ReadingQuestion> Unpack(string? packed) =>
        [
            .. (packed ?? "")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(Between, 2))
                .Where(parts => parts.Length == 2)
                .Select(parts => Codes<ReadingStep>.TryDanish(parts[0], out var step) ? new ReadingQuestion(step, parts[1]) : null)
                .OfType<ReadingQuestion>(),
        ];

    /// <summary>Answers as a reading keeps them: a digit for each question.</summary>
    public static string Pack(IEnumerable<Judgement> answers) => string.Concat(answers.Select(a => (char)('0' + (int)a)));

    public static IReadOnlyList<Judgement> Answers(string packed) => [.. packed.Select(c => (Judgement)(c - '0'))];
}
