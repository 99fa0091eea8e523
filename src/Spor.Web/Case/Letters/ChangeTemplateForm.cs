using Spor.Letters;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Letters;

/// <summary>The municipality's own text of a kind of letter.</summary>
static class ChangeTemplateForm
{
    /// <summary>What the buttons beside »Gem« post.</summary>
    public const string Button = "handling",
        Preview = "vis",
        Back = "standard";

    public static IResult Show(string code, Viewing viewing, Acting acting)
    {
        var today = viewing.WorkClock.Today;
        if (Newest(code, viewing) is not { } template)
            return Results.NotFound();
        return Page(
            acting.NewForm(
                (nameof(ChangeTemplate.From), Form.Iso(today)),
                (nameof(ChangeTemplate.Subject), template.Subject),
                (nameof(ChangeTemplate.Body), template.Body)
            ),
            template,
            null,
            viewing
        );
    }

    public static IResult Save(string code, IFormCollection posted, Viewing viewing, Acting acting)
    {
        if (Newest(code, viewing) is not { } template)
            return Results.NotFound();
        var form = FormState.Of(posted);
        var handling = form.Value(Button);
        if (handling == Preview)
            return Page(
                form,
                template,
                new LetterFact
                {
                    Recipient = Text.ExampleName,
                    Address = Text.ExampleAddress,
                    WrittenOn = viewing.WorkClock.Today,
                    Subject = LetterText.Fill(form.Value(nameof(ChangeTemplate.Subject)), Text.Examples),
                    Body = LetterText.Fill(form.Value(nameof(ChangeTemplate.Body)), Text.Examples),
                },
                viewing
            );
        var change = new ChangeTemplate(
            code,
            form.NeededDay(nameof(ChangeTemplate.From)),
            form.Text(nameof(ChangeTemplate.Subject)),
            form.Text(nameof(ChangeTemplate.Body))
        )
        {
            Back = handling == Back,
        };
        var done = acting.Do(
            change,
            form,
            (LetterTemplateFact now) =>
                [
                    (nameof(ChangeTemplate.Subject), now.Subject ?? template.Subject),
                    (nameof(ChangeTemplate.Body), now.Body ?? template.Body),
                ]
        );
        if (done.Saved)
            return handling == Back
                ? Acting.Saved(Routes.LetterTemplates, "letter-template-default")
                : Acting.Saved(Routes.LetterTemplates, "letter-template");
        return Page(form, template, null, viewing);
    }

    // What is written on is the newest text, also one that begins later.
    static LetterTemplate? Newest(string code, Viewing viewing) => Templates.On(viewing.Register.LetterTemplates, code, DateOnly.MaxValue);

    static IResult Page(FormState form, LetterTemplate template, LetterFact? preview, Viewing viewing) =>
        ForChild.Page<ChangeTemplatePage>(
            form,
            new
            {
                Form = form,
                Template = template,
                Preview = preview,
                Own = viewing
                    .Register.LetterTemplates.Where(t => t.Code == template.Code)
                    .OrderByDescending(t => t.From)
                    .ThenByDescending(t => t.RecordedIn)
                    .ToList(),
            }
        );
}
