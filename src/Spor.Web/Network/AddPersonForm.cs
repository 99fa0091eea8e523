using Spor.Casework;
using Spor.Children;
using Spor.Insight;

namespace Spor.Web.Network;

/// <summary>Somebody is added to the child's network; a mistake is corrected on the common page.</summary>
static class AddPersonForm
{
    public static void MapNetwork(this WebApplication app)
    {
        app.MapGet("/barn/{child:long}/person/ny", Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/person/ny", Save).RequireAuthorization(Policies.Casework);
    }

    static IResult Show(long child, Viewing viewing, Acting acting) => ForChild.Do(child, viewing, state => Page(state, acting.NewForm()));

    static IResult Save(long child, IFormCollection posted, Viewing viewing, Acting acting) => ForChild.Do(child, viewing, state =>
    {
        var form = FormState.Of(posted);
        var command = new AddPerson(child, form.NeededCode<Relation>(nameof(AddPerson.Relation)), form.Text(nameof(AddPerson.Name)), form.YesNo(nameof(AddPerson.HasCustody)),
            form.Checked(nameof(AddPerson.Professional)), form.Checked(nameof(AddPerson.Protected)), form.Text(nameof(AddPerson.Phone)), form.Text(nameof(AddPerson.Address)));
        return acting.Do("add-person", child, form, (_, ids) => Rules.Add(command, ids.Next())) ? Acting.Saved(Routes.Child(child) + "#netvaerk", "person") : Page(state, form);
    });

    static IResult Page(ChildState state, FormState form) => ForChild.Page<AddPersonPage>(form, new { State = state, Form = form });
}
