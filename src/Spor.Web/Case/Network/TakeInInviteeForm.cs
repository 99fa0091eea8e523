using Spor.Children;
using Spor.Conferences;
using Spor.Kernel;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Network;

/// <summary>Somebody from a conference is taken into the network with one press; the person's form then says more.</summary>
static class TakeInInviteeForm
{
    public const string Field = nameof(TakeInInvitee.InviteeId);

    public static IResult Save(long child, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                var form = FormState.Of(posted);
                if (form.Id(Field) is not { } invitee)
                    return Results.Redirect(Routes.Network(child));
                return acting.Do(new TakeInInvitee(child, invitee), form).Saved
                    ? Acting.Saved(Routes.Network(child) + "#personer", "invitee-taken-in")
                    : ShowNetwork.Page(state, viewing, reader, form);
            }
        );
}
