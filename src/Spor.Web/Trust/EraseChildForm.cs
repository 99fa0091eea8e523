using Spor.Cases;
using Spor.Requirements;
using Spor.Storage;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Trust;

/// <summary>Erasing every name and text about a child, when the record is delivered or a dated rule has marked it.</summary>
static class EraseChildForm
{
    public static IResult Show(long child, Viewing viewing, Acting acting, Database database) =>
        ForChild.Do(child, viewing, state => Page(state, acting.NewForm(), database));

    public static IResult Save(long child, IFormCollection posted, Viewing viewing, Acting acting, Database database) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                var form = FormState.Of(posted);
                var command = new EraseChild(
                    child,
                    form.Code<EraseGround>(nameof(EraseChild.Ground)),
                    form.Day(nameof(EraseChild.On)),
                    form.Text(nameof(EraseChild.Rule)),
                    form.Checked(nameof(EraseChild.Sure))
                );
                return acting.Do(command, form).Saved ? Acting.Saved(Routes.Child(child), "child-erased") : Page(state, form, database);
            }
        );

    static IResult Page(ChildState state, FormState form, Database database) =>
        ForChild.Page<EraseChildPage>(
            form,
            new
            {
                State = state,
                Form = form,
                Plan = Erasures.Of(database, state.File.Id),
            }
        );
}
