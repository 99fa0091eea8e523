using Spor.Notifications;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Partners;

/// <summary>What a partner sent, as the department meets it: it is registered on a child, or set aside with a reason.</summary>
static class WaitingSent
{
    public static IResult Show(long id, Viewing viewing, Acting acting, FactReader reader) =>
        Find(id, viewing, reader) is { } sent ? Page(sent, viewing, acting.NewForm()) : Results.NotFound();

    /// <summary>With its texts opened.</summary>
    internal static SentNotificationFact? Find(long id, Viewing viewing, FactReader reader) =>
        viewing.Register.Of<SentNotificationFact>().FirstOrDefault(s => s.Id == id) is { } sent ? reader.Opened([sent])[0] : null;

    public static IResult SetAside(long id, IFormCollection posted, Viewing viewing, Acting acting, FactReader reader)
    {
        if (Find(id, viewing, reader) is not { } sent)
            return Results.NotFound();
        var form = FormState.Of(posted);
        return acting
            .Do(
                new SetSentAside(
                    id,
                    form.NeededCode<SetAsideBecause>(nameof(SetSentAside.Because)),
                    form.Text(nameof(SetSentAside.Reason))
                ),
                form
            )
            .Saved
            ? Acting.Saved(Routes.Inbox, "sent-set-aside")
            : Page(sent, viewing, form);
    }

    static IResult Page(SentNotificationFact sent, Viewing viewing, FormState form) =>
        ForChild.Page<WaitingSentPage>(
            form,
            new
            {
                Sent = sent,
                Form = form,
                // Whom it was registered on stands here for those who see the child.
                Made = (IReadOnlyList<(long Child, long Id, string Name)>)
                    [
                        .. PartnerEndpoints
                            .MadeOf(sent.Id, viewing)
                            .Where(m => viewing.IsVisible(m.Child))
                            .Select(m => (m.Child.File.Id, m.Of.Id, Viewing.ListName(m.Child.Child))),
                    ],
            }
        );
}
