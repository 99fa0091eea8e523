using Spor.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Trust;

/// <summary>Answering what a rule pointed at: looked into, in order or not, with words.</summary>
static class PatternForm
{
    public static IResult Show(HttpContext context, Viewing viewing, Acting acting, TimeProvider time) =>
        With(context, viewing, time, (view, p) => Page(view, p, acting.NewForm(("LastLook", Form.Invariant(p.Looks[^1].No)))));

    public static IResult Save(HttpContext context, IFormCollection posted, Viewing viewing, Acting acting, TimeProvider time) =>
        With(
            context,
            viewing,
            time,
            (view, p) =>
            {
                var form = FormState.Of(posted);
                // What the page showed is what was judged: a look that came since waits anew.
                var seen = Math.Min(form.Number(nameof(AnswerPattern.LastLook)) ?? 0, p.Looks[^1].No);
                return acting
                    .Do(
                        new AnswerPattern(
                            p.Rule,
                            p.Author,
                            p.On,
                            seen,
                            form.Code<PatternJudged>(nameof(AnswerPattern.Judged)),
                            form.Text(nameof(AnswerPattern.Reason))
                        ),
                        form
                    )
                    .Saved
                    ? Acting.Saved($"/hvem-har-set?fra={Form.Iso(view.From)}&til={Form.Iso(view.To)}#svar", "pattern-answered")
                    : Page(view, p, form);
            }
        );

    static IResult With(HttpContext context, Viewing viewing, TimeProvider time, Func<LooksView, Pattern, IResult> then)
    {
        var query = context.Request.Query;
        var view = LooksView.Of(context, viewing, time);
        if (
            view.Wrong is not null
            || !Codes<PatternRule>.TryDanish(query["regel"].ToString(), out var rule)
            || Form.Day(query["dag"]) is not { } day
            || view.Unanswered.FirstOrDefault(p => p.Rule == rule && p.On == day && p.Author == view.Person) is not { } found
        )
            return new Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<PatternGone>
            {
                StatusCode = StatusCodes.Status404NotFound,
            };
        viewing.Log.Looked(viewing.Viewer.Key, "hvem-har-set", [.. found.Children], "svar " + Form.Iso(day));
        return then(view, found);
    }

    static IResult Page(LooksView view, Pattern pattern, FormState form) =>
        ForChild.Page<PatternPage>(
            form,
            new
            {
                View = view,
                Pattern = pattern,
                Form = form,
            }
        );
}
