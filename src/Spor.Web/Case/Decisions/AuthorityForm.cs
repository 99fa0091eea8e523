using Spor.Decisions;
using Spor.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using C = Spor.Decisions.SetAuthorityLimit;

namespace Spor.Web.Case.Decisions;

/// <summary>Who may decide what: the table of authority, and a new row in it from a day.</summary>
static class AuthorityForm
{
    /// <param name="niveau">The level of a row to change; with <paramref name="slags"/> and <paramref name="indsats"/> it fills the
    /// form.</param>
    public static IResult Show(string? niveau, string? slags, string? indsats, string? graense, Viewing viewing, Acting acting) =>
        Page(
            acting.NewForm(
                (nameof(C.From), Form.Iso(viewing.WorkClock.Today)),
                (nameof(C.Level), niveau),
                (nameof(C.Kind), slags),
                (nameof(C.MeasureCode), indsats),
                (nameof(C.MostOreAMonth), graense)
            )
        );

    public static IResult Save(IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        var command = new C(
            form.NeededCode<AuthorityLevel>(nameof(C.Level)),
            form.Code<DecisionKind>(nameof(C.Kind)),
            form.Text(nameof(C.MeasureCode)),
            form.Kroner(nameof(C.MostOreAMonth)),
            form.NeededDay(nameof(C.From)),
            form.Day(nameof(C.To))
        );
        var done = acting.Do(command, form);
        return done.Saved ? Acting.Saved(Routes.AuthorityLimits, "limit-set") : Page(form);
    }

    static IResult Page(FormState form) => ForChild.Page<AuthorityPage>(form, new { Form = form });
}
