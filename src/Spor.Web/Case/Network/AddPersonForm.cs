using Spor.Cases;
using Spor.Children;
using Spor.Corrections;
using Spor.Requirements;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Network;

/// <summary>Somebody is added to the child's network; a mistake is corrected on the common page.</summary>
static class AddPersonForm
{
    /// <summary>The button that saves and asks for the next person.</summary>
    public const string Another = "igen";

    public static IResult Show(long child, Viewing viewing, Acting acting) =>
        ForChild.Do(child, viewing, state => Page(state, acting.NewForm()));

    public static IResult Save(long child, IFormCollection posted, Viewing viewing, Acting acting) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                var form = FormState.Of(posted);
                var command = new AddPerson(
                    child,
                    form.NeededCode<Relation>(nameof(AddPerson.Relation)),
                    form.Text(nameof(AddPerson.Name)),
                    form.YesNo(nameof(AddPerson.HasCustody)),
                    form.Checked(nameof(AddPerson.Professional)),
                    form.Checked(nameof(AddPerson.Protected)),
                    form.Text(nameof(AddPerson.Phone)),
                    form.Text(nameof(AddPerson.Address)),
                    form.Day(nameof(AddPerson.Since)),
                    form.Code<Closeness>(nameof(AddPerson.Closeness)),
                    form.Text(nameof(AddPerson.Email)),
                    form.Text(nameof(AddPerson.BestTime)),
                    form.Text(nameof(AddPerson.Interpreter))
                );
                return !acting.Do(command, form).Saved ? Page(state, form)
                    : form.Filled(Another) ? Acting.Saved(Routes.NewPerson(child), "person")
                    : Acting.Saved(Routes.Network(child), "person");
            }
        );

    static IResult Page(ChildState state, FormState form) => ForChild.Page<AddPersonPage>(form, new { State = state, Form = form });
}
