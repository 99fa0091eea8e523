using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Supervision;

/// <summary>Writes a template: a new one, or the next version of one there is.</summary>
/// <param name="TemplateId">Any version of the template; null = a new one.</param>
public sealed record WriteReadingTemplate(long? TemplateId, string? Name, IReadOnlyList<ReadingQuestion> Questions)
    : ICommand<WriteReadingTemplate>
{
    public static Verb<WriteReadingTemplate> Verb { get; } =
        new(
            "write-reading-template",
            Capability.Leadership,
            (c, now) => TemplateRules.Write(c, now.Facts.All<ReadingTemplateFact>(), now.Today, now.NewId)
        )
        {
            Shown = (c, now) => TemplateRules.Newest(now.Facts.All<ReadingTemplateFact>(), c.TemplateId),
        };
}

public static class TemplateRules
{
    public const int LongestName = 80,
        LongestQuestion = 300,
        MostQuestions = 60;

    /// <summary>The newest version of the template that a version belongs to; null if there is none.</summary>
    public static ReadingTemplateFact? Newest(IEnumerable<ReadingTemplateFact> known, long? id) =>
        known.FirstOrDefault(t => t.Id == id) is { } one ? known.Where(t => t.First == one.First).MaxBy(t => t.Version) : null;

    /// <summary>The newest version of each template.</summary>
    public static IEnumerable<ReadingTemplateFact> Newest(IEnumerable<ReadingTemplateFact> known) =>
        known.GroupBy(t => t.First).Select(g => g.MaxBy(t => t.Version)!);

    public static Decision Write(WriteReadingTemplate c, IReadOnlyList<ReadingTemplateFact> known, DateOnly today, Func<long> newId)
    {
        var before = Newest(known, c.TemplateId);
        if (c.TemplateId is not null && before is null)
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(c.Name))
            wrong.Add(new("value-missing", nameof(c.Name)));
        if (c.Name?.Trim().Length > LongestName)
            wrong.Add(new("reading-name-too-long", nameof(c.Name)));
        var asked = c.Questions.Where(q => !string.IsNullOrWhiteSpace(q.Text)).ToList();
        if (asked.Count is < 1 or > MostQuestions)
            wrong.Add(new("reading-questions-count", nameof(c.Questions)));
        if (asked.Exists(q => q.Text.Trim().Length > LongestQuestion || q.Text.Trim().Contains('\n', StringComparison.Ordinal)))
            wrong.Add(new("reading-question-too-long", nameof(c.Questions)));
        if (asked.DistinctBy(q => (q.Step, q.Text.Trim())).Count() < asked.Count)
            wrong.Add(new("reading-question-twice", nameof(c.Questions)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var id = newId();
        return new Recorded(
            FactKinds.ReadingTemplate,
            new ReadingTemplateFact
            {
                Id = id,
                First = before?.First ?? id,
                Version = (before?.Version ?? 0) + 1,
                On = today,
                Name = c.Name!.Trim(),
                Questions = ReadingSteps.Pack(asked),
            }
        );
    }
}
