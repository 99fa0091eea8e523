using Spor.Conferences;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.Meeting;

/// <summary>The child's own wish about a support person.</summary>
static class ChooseSupportForm
{
    public static IResult Show(long child, long id, Viewing viewing, Acting acting, ChildReader reader) =>
        ConferenceView.Do(
            child,
            id,
            viewing,
            reader,
            view =>
                Page(
                    view,
                    acting.NewForm(
                        (
                            nameof(ChooseSupport.WithoutSupport),
                            view.Conference.WithoutSupport is { } w
                                ? w
                                    ? "ja"
                                    : "nej"
                                : null
                        ),
                        (nameof(ChooseSupport.WithoutSupportWhy), view.Conference.WithoutSupportWhy)
                    )
                )
        );

    public static IResult Save(long child, long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        ConferenceView.Do(
            child,
            id,
            viewing,
            reader,
            view =>
            {
                var form = FormState.Of(posted);
                var command = new ChooseSupport(
                    id,
                    form.YesNo(nameof(ChooseSupport.WithoutSupport)),
                    form.Text(nameof(ChooseSupport.WithoutSupportWhy))
                )
                {
                    ChildId = child,
                };
                return acting.Do(command, form).Saved ? Acting.Saved(view.Url + "#inviterede", "support-wish") : Page(view, form);
            }
        );

    static IResult Page(ConferenceView view, FormState form) => ForChild.Page<ChooseSupportPage>(form, new { View = view, Form = form });
}
