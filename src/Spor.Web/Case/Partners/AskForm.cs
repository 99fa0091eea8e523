using Spor.Access;
using Spor.Cases;
using Spor.Facts;
using Spor.Kernel;
using Spor.Requirements;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Partners;

/// <summary>What the partners were asked about a child, their answers, and a new question.</summary>
static class AskForm
{
    /// <summary>So long a partner has when nobody says otherwise (days).</summary>
    const int Usual = 14;

    public static IResult Show(long child, Viewing viewing, Acting acting, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
                Page(state, acting.NewForm((nameof(AskPartner.DueOn), Form.Iso(viewing.WorkClock.Today.AddDays(Usual)))), viewing, reader)
        );

    public static IResult Save(long child, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                var form = FormState.Of(posted);
                var done = acting.Do(
                    new AskPartner(
                        child,
                        form.Value(nameof(AskPartner.Person)),
                        form.NeededDay(nameof(AskPartner.DueOn)),
                        form.Code<AskedOn>(nameof(AskPartner.Basis)),
                        form.Text(nameof(AskPartner.BasisReason)),
                        form.Text(nameof(AskPartner.Question))
                    ),
                    form
                );
                return done.Saved ? Acting.Saved(PartnerEndpoints.OfChild(child), "question-asked") : Page(state, form, viewing, reader);
            }
        );

    public static IResult TakeBack(long child, long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                var form = FormState.Of(posted);
                return acting.Do(new TakeBackQuestion(child, id), form).Saved
                    ? Acting.Saved(PartnerEndpoints.OfChild(child), "question-taken-back")
                    : Page(state, form, viewing, reader);
            }
        );

    /// <summary>Those who may be asked, by name and workplace.</summary>
    static IReadOnlyList<(string, string)> Partners(Viewing viewing)
    {
        var (register, today) = (viewing.Register, viewing.WorkClock.Today);
        return
        [
            .. register
                .Of<UserFact>()
                .Where(u => PartnerRules.IsPartner(People.UserKey(u.Id), register.Of<RoleGrantFact>(), register.Of<UserFact>(), today))
                .OrderBy(u => u.Name, StringComparer.Create(Danish.Culture, false))
                .Select(u => (People.UserKey(u.Id), $"{u.Name}, {u.Workplace}")),
        ];
    }

    static IResult Page(ChildState state, FormState form, Viewing viewing, ChildReader reader) =>
        reader.Read(state.File.Id) is not { } file
            ? Results.NotFound()
            : ForChild.Page<AskPage>(
                form,
                new
                {
                    State = state,
                    Form = form,
                    Asked = (IReadOnlyList<PartnerRequestFact>)[.. file.Of<PartnerRequestFact>().Reverse()],
                    Partners = Partners(viewing),
                }
            );
}
