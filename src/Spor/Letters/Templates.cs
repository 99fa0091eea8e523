using System.Text.Json;

namespace Spor.Letters;

/// <summary>The text that a kind of letter starts from.</summary>
/// <param name="Code">For example <c>acknowledgement</c>.</param>
/// <param name="About">The kind of fact (kebab-case) that such a letter is about; null = the child alone.</param>
/// <param name="From">The day from which the municipality's own text holds; null for the default text.</param>
public sealed record LetterTemplate(string Code, string Name, string? About, string Subject, string Body, DateOnly? From = null);

/// <summary>The default texts (<c>Letters/templates.json</c>), and the municipality's own in their place.</summary>
public static class Templates
{
    public const string Acknowledgement = "acknowledgement",
        Feedback = "feedback",
        Invitation = "invitation",
        Hearing = "hearing",
        Decision = "decision",
        Closing = "closing",
        Handover = "handover",
        Move = "move",
        ConferenceInvitation = "conference-invitation",
        FamilyPlan = "family-plan";

    public static IReadOnlyList<LetterTemplate> Defaults { get; } = Load();

    public static LetterTemplate? Default(string code) => Defaults.FirstOrDefault(t => t.Code == code);

    /// <summary>The template as it holds on a day: the own text from the latest day, of two from one day the one recorded last; null for an
    /// unknown code.</summary>
    public static LetterTemplate? On(IEnumerable<LetterTemplateFact> own, string code, DateOnly day)
    {
        if (Default(code) is not { } standard)
            return null;
        var held = own.Where(t => t.Code == code && t.From <= day)
            .OrderBy(t => t.From)
            .ThenBy(t => t.RecordedIn)
            .ThenBy(t => t.Id)
            .LastOrDefault();
        return held?.Body is { } body
            ? standard with
            {
                Name = held.Name ?? standard.Name,
                Subject = held.Subject ?? standard.Subject,
                Body = body,
                From = held.From,
            }
            : standard;
    }

    static List<LetterTemplate> Load()
    {
        using var stream = typeof(Templates).Assembly.GetManifestResourceStream("Spor.Letters.templates.json")!;
        using var json = JsonDocument.Parse(stream);
        return
        [
            .. json
                .RootElement.EnumerateArray()
                .Select(e => new LetterTemplate(
                    e.GetProperty("code").GetString()!,
                    e.GetProperty("name").GetString()!,
                    e.GetProperty("about").GetString(),
                    e.GetProperty("subject").GetString()!,
                    e.GetProperty("body").GetString()!
                )),
        ];
    }
}
