using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Letters;

/// <summary>The municipality's own text of a kind of letter, from a day on; or back to the default text.</summary>
/// <param name="Body">Null = back to the default text.</param>
public sealed record ChangeTemplate(string Code, DateOnly From, string? Subject, string? Body) : ICommand<ChangeTemplate>
{
    /// <summary>Goes back to the text that Spor comes with.</summary>
    public bool Back { get; init; }

    public static Verb<ChangeTemplate> Verb { get; } =
        new(
            "change-letter-template",
            Capability.Settings,
            (c, now) => LetterRules.Change(c, c.Back, now.Facts.All<LetterTemplateFact>().Select(now.Facts.Opened), now.Today, now.NewId())
        )
        {
            Shown = (c, now) => now.Facts.All<LetterTemplateFact>().Where(t => t.Code == c.Code).MaxBy(t => t.RecordedIn),
        };
}

public static partial class LetterRules
{
    /// <param name="own">The municipality's own texts. Those that are replaced stay: a letter and a day of the past have their own.</param>
    public static Decision Change(ChangeTemplate c, bool back, IEnumerable<LetterTemplateFact> own, DateOnly today, long id)
    {
        var wrong = new List<Refusal>();
        if (Templates.Default(c.Code) is not { } standard)
            return new Refusal("thing-not-there");
        if (c.From < today)
            wrong.Add(new("template-from-the-past", nameof(c.From)));
        if (back)
        {
            if (Templates.On(own, c.Code, c.From)!.From is null)
                wrong.Add(new("template-is-default"));
        }
        else
        {
            if (c.Subject is null)
                wrong.Add(new("letter-without-subject", nameof(c.Subject)));
            if (c.Body is null)
                wrong.Add(new("letter-empty", nameof(c.Body)));
            var known = LetterFields.Of(c.Code).Select(f => f.Name).ToHashSet();
            var unknown = LetterText.Open(c.Subject, c.Body).Where(f => !known.Contains(f)).ToList();
            if (unknown.Count > 0)
                wrong.Add(new("template-field-unknown", nameof(c.Body), LetterText.InBraces(unknown)));
            if (c.Code == Templates.Decision && c.Body is not null && !LetterText.Open(c.Body).Contains("klagefrist"))
                wrong.Add(new("template-without-complaint-guidance", nameof(c.Body)));
        }
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return new Recorded(
            FactKinds.LetterTemplate,
            new LetterTemplateFact
            {
                Id = id,
                Code = c.Code,
                From = c.From,
                Name = back ? null : standard.Name,
                Subject = back ? null : c.Subject,
                Body = back ? null : c.Body,
            }
        );
    }
}
