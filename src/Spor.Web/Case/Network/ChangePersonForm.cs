using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Network;

/// <summary>What is known of one person around the child, as a form: also when they came, when they left, and how close they stand from a
/// day on.</summary>
static class ChangePersonForm
{
    public static IResult Show(long child, long person, Viewing viewing, Acting acting, ChildReader reader) =>
        For(
            child,
            person,
            viewing,
            reader,
            (state, file, of) =>
            {
                viewing.Log.Looked(viewing.Viewer.Key, "person", [child]);
                var tie = ChildNetwork.TieAt(file, person, viewing.WorkClock.Today);
                return Page(
                    state,
                    of,
                    acting.NewForm(
                        (nameof(ChangePerson.Relation), of.Relation.Danish()),
                        (nameof(ChangePerson.Name), of.Name),
                        (nameof(ChangePerson.HasCustody), YesNo(of.HasCustody)),
                        (nameof(ChangePerson.Professional), ChildNetwork.IsProfessional(of) ? "ja" : null),
                        (nameof(ChangePerson.Protected), of.Protected ? "ja" : null),
                        (nameof(ChangePerson.Phone), of.Phone),
                        (nameof(ChangePerson.Address), of.Address),
                        (nameof(ChangePerson.Email), of.Email),
                        (nameof(ChangePerson.BestTime), of.BestTime),
                        (nameof(ChangePerson.Interpreter), of.Interpreter),
                        (nameof(ChangePerson.Since), Iso(of.Since)),
                        (nameof(ChangePerson.Until), Iso(of.Until)),
                        (nameof(ChangePerson.Closeness), tie?.Closeness.Danish()),
                        (nameof(ChangePerson.ClosenessOn), of.Until is null ? Form.Iso(viewing.WorkClock.Today) : null)
                    )
                );
            }
        );

    public static IResult Save(long child, long person, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        For(
            child,
            person,
            viewing,
            reader,
            (state, file, of) =>
            {
                var form = FormState.Of(posted);
                var command = new ChangePerson(
                    child,
                    person,
                    form.NeededCode<Relation>(nameof(ChangePerson.Relation)),
                    form.Text(nameof(ChangePerson.Name)),
                    form.YesNo(nameof(ChangePerson.HasCustody)),
                    form.Checked(nameof(ChangePerson.Professional)),
                    form.Checked(nameof(ChangePerson.Protected)),
                    form.Text(nameof(ChangePerson.Phone)),
                    form.Text(nameof(ChangePerson.Address)),
                    form.Day(nameof(ChangePerson.Since)),
                    form.Day(nameof(ChangePerson.Until)),
                    form.Code<Closeness>(nameof(ChangePerson.Closeness)),
                    form.Day(nameof(ChangePerson.ClosenessOn)),
                    form.Text(nameof(ChangePerson.Email)),
                    form.Text(nameof(ChangePerson.BestTime)),
                    form.Text(nameof(ChangePerson.Interpreter))
                );
                var tie = ChildNetwork.TieAt(file, person, viewing.WorkClock.Today);
                var done = acting.Do(
                    command,
                    form,
                    (Fact _) =>
                        [
                            (nameof(ChangePerson.Relation), of.Relation.Danish()),
                            (nameof(ChangePerson.Name), of.Name),
                            (nameof(ChangePerson.Phone), of.Phone),
                            (nameof(ChangePerson.Address), of.Address),
                            (nameof(ChangePerson.Email), of.Email),
                            (nameof(ChangePerson.BestTime), of.BestTime),
                            (nameof(ChangePerson.Interpreter), of.Interpreter),
                            (nameof(ChangePerson.HasCustody), YesNo(of.HasCustody)),
                            (nameof(ChangePerson.Since), Iso(of.Since)),
                            (nameof(ChangePerson.Until), Iso(of.Until)),
                            (nameof(ChangePerson.Closeness), tie?.Closeness.Danish()),
                        ]
                );
                if (done.Saved)
                    return Acting.Saved(Routes.Network(child), "person-changed");
                return Page(state, of, form);
            }
        );

    static string? YesNo(bool? value) =>
        value switch
        {
            true => "ja",
            false => "nej",
            _ => null,
        };

    static string? Iso(DateOnly? day) => day is { } d ? Form.Iso(d) : null;

    static IResult For(
        long child,
        long person,
        Viewing viewing,
        ChildReader reader,
        Func<ChildState, ChildFile, NetworkPersonFact, IResult> then
    ) =>
        ForChild.Do(
            child,
            viewing,
            state =>
                reader.Read(child) is { } file && Array.Find(file.People, p => p.Id == person) is { } of
                    ? then(state, file, of)
                    : Results.NotFound()
        );

    static IResult Page(ChildState state, NetworkPersonFact person, FormState form) =>
        ForChild.Page<ChangePersonPage>(
            form,
            new
            {
                State = state,
                Person = person,
                Form = form,
            }
        );
}
