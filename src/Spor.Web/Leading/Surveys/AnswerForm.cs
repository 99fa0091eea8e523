using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Facts;
using Spor.Storage;
using Spor.Voices;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Leading.Surveys;

/// <summary>
/// A survey as the one who answers meets it: no sign-in, no script, no address with anything of theirs in it but the link's own code. What
/// is typed is kept nowhere until it is sent, and then in the sealed box alone.
/// </summary>
static class AnswerForm
{
    public const string Path = "/svar",
        CodeField = "kode",
        SheetField = "ark";

    public static string Step(int column) => "s" + column.ToString(CultureInfo.InvariantCulture);

    public static string Words(int question) => "o" + question.ToString(CultureInfo.InvariantCulture);

    public static IResult Ask(HttpContext context) => CodePage(context, null, StatusCodes.Status200OK);

    public static IResult Thanks(HttpContext context) => Answer<ThanksPage>(context, new { }, StatusCodes.Status200OK);

    public static IResult Show(string kode, HttpContext context, Viewing viewing, Database database) =>
        Open(kode, viewing, database) is (var survey, var group)
            ? Sheet(context, survey, group, kode, FormState.New(0), viewing)
            : CodePage(context, Text.LinkSpent, StatusCodes.Status404NotFound);

    public static IResult Save(IFormCollection posted, HttpContext context, Viewing viewing, Database database)
    {
        var form = FormState.Of(posted);
        var code = form.Value(CodeField);
        if (Open(code, viewing, database) is not (var survey, var group))
            return CodePage(context, code.Trim().Length == 0 ? Text.CodeMissing : Text.LinkSpent, StatusCodes.Status422UnprocessableEntity);
        // The code was typed from paper: here is the sheet.
        if (form.Value(SheetField) != "ja")
            return Sheet(context, survey, group, code, FormState.New(0), viewing);
        var sheet = survey.Sheet;
        var values = string.Concat(
            Enumerable
                .Range(0, sheet.Columns)
                .Select(c =>
                    int.TryParse(form.Value(Step(c)), NumberStyles.None, CultureInfo.InvariantCulture, out var step)
                    && step < sheet.Scale.Count
                        ? SurveySheet.Mark(step)
                        : SurveySheet.Unanswered
                )
        );
        var said = Enumerable.Range(0, sheet.OwnWords.Count).Select(i => form.Text(Words(i))).ToList();
        if (form.Refusals.Count == 0)
            form.Refusals.AddRange(sheet.Wrong(group, values, said));
        if (form.Refusals.Count > 0)
            return Sheet(context, survey, group, code, form, viewing);
        return SurveyBoxes.Answer(database, code, new(values, said))
            ? Results.Redirect(Path + "/tak")
            : CodePage(context, Text.LinkSpent, StatusCodes.Status422UnprocessableEntity);
    }

    static (SurveyFact Survey, int GroupNo)? Open(string code, Viewing viewing, Database database) =>
        SurveyBoxes.Find(database, code) is { } to
        && viewing.Newest.Register.Of<SurveyFact>().FirstOrDefault(s => s.Id == to.SurveyId) is { } survey
        && SurveyRules.RunsOn(survey, viewing.WorkClock.Today)
            ? (survey, to.GroupNo)
            : null;

    static IResult Sheet(HttpContext context, SurveyFact survey, int group, string code, FormState form, Viewing viewing) =>
        Answer<AnswerPage>(
            context,
            new
            {
                Survey = survey,
                GroupNo = group,
                Code = code,
                Form = form,
                Owner = viewing.Newest.EmployeeName(survey.EmployeeId),
                Municipality = viewing.Newest.Register.Municipality?.Name,
            },
            form.Refusals.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK
        );

    static IResult CodePage(HttpContext context, string? wrong, int status) => Answer<CodePage>(context, new { Wrong = wrong }, status);

    /// <summary>Less is allowed than on Spor's other pages: no script at all, and nothing from anywhere else.</summary>
    static IResult Answer<T>(HttpContext context, object parameters, int status)
        where T : Microsoft.AspNetCore.Components.IComponent
    {
        context.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        return new RazorComponentResult<T>(parameters) { StatusCode = status };
    }
}
