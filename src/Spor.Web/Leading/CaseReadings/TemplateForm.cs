using Spor.Facts;
using Spor.Supervision;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Leading.CaseReadings;

/// <summary>Writes what readers ask: a text for each step, a question on each line.</summary>
static class TemplateForm
{
    /// <summary>The field of a step.</summary>
    public static string Field(ReadingStep step) => nameof(WriteReadingTemplate.Questions) + step;

    public static IResult ShowNew(Viewing viewing, Acting acting) =>
        Page(null, Filled(acting, StarterTemplate.Name, StarterTemplate.Questions), viewing);

    public static IResult Show(long id, Viewing viewing, Acting acting) =>
        TemplateRules.Newest(viewing.Register.Of<ReadingTemplateFact>(), id) is { } newest
            ? Page(newest, Filled(acting, newest.Name, newest.Asks), viewing)
            : Results.NotFound();

    static FormState Filled(Acting acting, string? name, IReadOnlyList<ReadingQuestion> questions) =>
        acting.NewForm([
            (nameof(WriteReadingTemplate.Name), name),
            .. Codes<ReadingStep>.All.Select(s => (Field(s), (string?)Lines(questions, s))),
        ]);

    static string Lines(IReadOnlyList<ReadingQuestion> questions, ReadingStep step) =>
        string.Join('\n', questions.Where(q => q.Step == step).Select(q => q.Text));

    public static IResult SaveNew(IFormCollection posted, Viewing viewing, Acting acting) =>
        Save(null, FormState.Of(posted), viewing, acting);

    public static IResult Save(long id, IFormCollection posted, Viewing viewing, Acting acting) =>
        TemplateRules.Newest(viewing.Register.Of<ReadingTemplateFact>(), id) is { } newest
            ? Save(newest, FormState.Of(posted), viewing, acting)
            : Results.NotFound();

    static IResult Save(ReadingTemplateFact? newest, FormState form, Viewing viewing, Acting acting)
    {
        var command = new WriteReadingTemplate(
            newest?.Id,
            form.Text(nameof(WriteReadingTemplate.Name)),
            [
                .. Codes<ReadingStep>.All.SelectMany(s =>
                    (form.Text(Field(s)) ?? "")
                        .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                        .Select(line => new ReadingQuestion(s, line))
                ),
            ]
        );
        return acting
            .Do<WriteReadingTemplate, ReadingTemplateFact>(
                command,
                form,
                now => [(nameof(command.Name), now.Name), .. Codes<ReadingStep>.All.Select(s => (Field(s), (string?)Lines(now.Asks, s)))]
            )
            .Saved
            ? Acting.Saved(ReadingEndpoints.Root, "reading-template-saved")
            : Page(newest, form, viewing);
    }

    static IResult Page(ReadingTemplateFact? newest, FormState form, Viewing viewing) =>
        ForChild.Page<TemplatePage>(
            form,
            new
            {
                Newest = newest,
                Form = form,
                Viewing = viewing,
            }
        );
}
