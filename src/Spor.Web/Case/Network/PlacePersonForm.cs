using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Network;

/// <summary>A button of the map's table: somebody came nearer or went further away, today.</summary>
static class PlacePersonForm
{
    /// <summary>The button's value: a person and where it goes, <c>12 tæt på</c>.</summary>
    public const string Field = "Place";

    public static string Value(long person, Closeness closeness) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{person} {closeness.Danish()}");

    public static IResult Save(long child, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                var form = FormState.Of(posted);
                var said = form.Value(Field).Split(' ', 2);
                if (said.Length < 2 || Form.Number(said[0]) is not { } person || !Codes<Closeness>.TryDanish(said[1], out var closeness))
                    return Results.Redirect(Routes.Network(child));
                if (acting.Do(new PlacePerson(child, person, closeness, viewing.WorkClock.Today), form).Saved)
                    return Acting.Saved(Routes.Network(child) + "#personer", "person-placed");
                // The page shows where everybody stands now; pressing once more is then a choice.
                form.SeenUpTo(viewing.Register.EntryNo);
                return ShowNetwork.Page(state, viewing, reader, form);
            }
        );
}
