using Spor.Children;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Network;

/// <summary>How the child itself is reached, and the list of telephones around it to print.</summary>
static class ContactForm
{
    public static IResult Show(long child, Viewing viewing, Acting acting, ChildReader reader) =>
        For(
            child,
            viewing,
            reader,
            (state, file) =>
            {
                var card = file.Of<ContactCardFact>().LastOrDefault();
                return Page(
                    state,
                    acting.NewForm(
                        (nameof(KeepContact.Phone), card?.Phone),
                        (nameof(KeepContact.Email), card?.Email),
                        (nameof(KeepContact.Address), card?.Address),
                        (nameof(KeepContact.BestTime), card?.BestTime),
                        (nameof(KeepContact.Interpreter), card?.Interpreter)
                    )
                );
            }
        );

    public static IResult Save(long child, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        For(
            child,
            viewing,
            reader,
            (state, _) =>
            {
                var form = FormState.Of(posted);
                var command = new KeepContact(
                    child,
                    form.Text(nameof(KeepContact.Phone)),
                    form.Text(nameof(KeepContact.Email)),
                    form.Text(nameof(KeepContact.Address)),
                    form.Text(nameof(KeepContact.BestTime)),
                    form.Text(nameof(KeepContact.Interpreter))
                );
                var done = acting.Do(
                    command,
                    form,
                    (ContactCardFact now) =>
                        [
                            (nameof(KeepContact.Phone), now.Phone),
                            (nameof(KeepContact.Email), now.Email),
                            (nameof(KeepContact.Address), now.Address),
                            (nameof(KeepContact.BestTime), now.BestTime),
                            (nameof(KeepContact.Interpreter), now.Interpreter),
                        ]
                );
                return done.Saved ? Acting.Saved(Routes.Child(child), "contact") : Page(state, form);
            }
        );

    public static IResult Print(long child, Viewing viewing, ChildReader reader) =>
        For(
            child,
            viewing,
            reader,
            (state, file) =>
                new Microsoft.AspNetCore.Http.HttpResults.RazorComponentResult<PhoneListPage>(new { State = state, File = file })
        );

    static IResult For(long child, Viewing viewing, ChildReader reader, Func<ChildState, ChildFile, IResult> then) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                if (reader.Read(child) is not { } file)
                    return Results.NotFound();
                viewing.Log.Looked(viewing.Viewer.Key, "person", [child]);
                return then(state, file);
            }
        );

    static IResult Page(ChildState state, FormState form) => ForChild.Page<ContactPage>(form, new { State = state, Form = form });
}
