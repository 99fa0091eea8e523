using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Supervision;

/// <summary>Says what was found in a case that was drawn for oneself. The same again changes what stands, while the round runs.</summary>
/// <param name="Answers">One for each question of the round's template, in its order.</param>
public sealed record ReadCase(long ChildId, long DrawnId, IReadOnlyList<Judgement?> Answers, string? Learning) : ICommand<ReadCase>
{
    public static Verb<ReadCase> Verb { get; } =
        new(
            "read-case",
            Capability.Children,
            (c, now) =>
                now.Facts.Find<DrawnCaseFact>(c.DrawnId) is { } drawn
                && drawn.ChildId == c.ChildId
                && now.Facts.Find<ReadingRoundFact>(drawn.RoundId) is { } round
                && now.Facts.FindOpened<ReadingTemplateFact>(round.TemplateId) is { } template
                && now.Facts.Child(c.ChildId) is { } file
                    ? ReadingRules.Read(c, drawn, round, template, file, now.Staff, now.Author, now.Today, now.NewId)
                    : new Refusal("thing-not-there")
        )
        {
            ChildOf = (c, _) => c.ChildId,
            Shown = (c, now) => now.Facts.OfChild<CaseReadingFact>(c.ChildId).FirstOrDefault(r => r.DrawnId == c.DrawnId),
        };
}

/// <summary>Gives a case to another reader: the one it was given to has got the child, is away, or cannot open it.</summary>
public sealed record ReplaceReader(long ChildId, long DrawnId, string? Reader) : IAboutChild, ICommand<ReplaceReader>
{
    public static Verb<ReplaceReader> Verb { get; } =
        new(
            "replace-reader",
            Capability.Leadership,
            (c, now) =>
                now.Facts.Find<DrawnCaseFact>(c.DrawnId) is { } drawn
                && drawn.ChildId == c.ChildId
                && now.Facts.Find<ReadingRoundFact>(drawn.RoundId) is { } round
                    ? RoundRules.Replace(c, drawn, round, now.File, now.Staff, now.Author, now.Today)
                    : new Refusal("thing-not-there")
        )
        {
            Shown = (c, now) => now.Facts.Find<DrawnCaseFact>(c.DrawnId),
        };
}

/// <summary>The caseworker has seen the learning points of a reading.</summary>
public sealed record SeeLearning(long ChildId, long ReadingId) : ICommand<SeeLearning>
{
    public static Verb<SeeLearning> Verb { get; } =
        new(
            "see-learning",
            Capability.Casework,
            (c, now) =>
                now.Facts.FindOpened<CaseReadingFact>(c.ReadingId) is { } reading && reading.ChildId == c.ChildId
                    ? ReadingRules.See(reading, now.Facts.Find<DrawnCaseFact>(reading.DrawnId), now.Author, now.Today)
                    : new Refusal("thing-not-there")
        )
        {
            ChildOf = (c, _) => c.ChildId,
        };
}

public static class ReadingRules
{
    public static Decision Read(
        ReadCase c,
        DrawnCaseFact drawn,
        ReadingRoundFact round,
        ReadingTemplateFact template,
        ChildFile file,
        Staff staff,
        Author author,
        DateOnly today,
        Func<long> newId
    )
    {
        if (!drawn.IsReadBy(author.Key, author.EmployeeId) || !author.Sees(c.ChildId))
            return new Refusal("reading-not-yours");
        if (!round.RunsOn(today))
            return new Refusal("reading-round-over");
        if (author.EmployeeId is { } me && staff.Has(me, file, today))
            return new Refusal("reading-own-case");
        var questions = template.Asks.Count;
        var wrong = Enumerable
            .Range(0, questions)
            .Where(i => i >= c.Answers.Count || c.Answers[i] is null)
            .Select(i => new Refusal("reading-answer-missing", Field(i)))
            .ToList();
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var before = Array.Find(file.Of<CaseReadingFact>(), r => r.DrawnId == drawn.Id);
        var reading = new CaseReadingFact
        {
            Id = before?.Id ?? newId(),
            ChildId = c.ChildId,
            DrawnId = drawn.Id,
            On = today,
            Answers = ReadingSteps.Pack(c.Answers.Take(questions).Select(a => a!.Value)),
            // What is said anew is to be seen anew.
            Learning = string.IsNullOrWhiteSpace(c.Learning) ? null : c.Learning.Trim(),
        };
        return before is null ? new Recorded(FactKinds.CaseReading, reading) : new Corrected(FactKinds.CaseReading, reading);
    }

    /// <summary>The form's field of a question, from 0.</summary>
    public static string Field(int question) =>
        nameof(ReadCase.Answers) + question.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static Decision See(CaseReadingFact reading, DrawnCaseFact? drawn, Author author, DateOnly today)
    {
        if (drawn?.CaseworkerId is not { } worker || worker != author.EmployeeId)
            return new Refusal("reading-not-yours");
        if (reading.SeenOn is not null)
            return new Refusal("reading-seen");
        var seen = (CaseReadingFact)reading.Copy();
        seen.SeenOn = today;
        return new Corrected(FactKinds.CaseReading, seen);
    }
}

public static partial class RoundRules
{
    public static Decision Replace(
        ReplaceReader c,
        DrawnCaseFact drawn,
        ReadingRoundFact round,
        ChildFile file,
        Staff staff,
        Author author,
        DateOnly today
    )
    {
        if (round.IsFromOutside)
            return new Refusal("reading-audit-has-its-reader");
        if (!round.RunsOn(today))
            return new Refusal("reading-round-over");
        if (Array.Exists(file.Of<CaseReadingFact>(), r => r.DrawnId == drawn.Id))
            return new Refusal("reading-done");
        if (c.Reader is not { } reader || !IsReader(reader, author, staff, today))
            return new Refusal("reading-reader-unknown", nameof(c.Reader));
        if (WasTheirs(reader, author, file, drawn.CaseId, today))
            return new Refusal("reading-own-case", nameof(c.Reader));
        if (Array.Exists(file.Of<DrawnCaseFact>(), d => d.RoundId == drawn.RoundId && d.CaseId == drawn.CaseId && d.Reader == reader))
            return new Refusal("reading-reader-twice", nameof(c.Reader));
        var replaced = (DrawnCaseFact)drawn.Copy();
        replaced.Reader = reader;
        return new Corrected(FactKinds.DrawnCase, replaced);
    }
}
