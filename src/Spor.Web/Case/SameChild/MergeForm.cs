using Spor.Children;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.SameChild;

/// <summary>Two records beside each other, and the button that makes them one.</summary>
static class MergeForm
{
    /// <summary>Which of the two is kept: <see cref="ThisOne"/> or <see cref="OtherOne"/>.</summary>
    public const string Keep = "Keep",
        ThisOne = "denne",
        OtherOne = "den-anden";

    public static IResult Show(long child, long record, Viewing viewing, Acting acting, ChildReader reader) =>
        ForBoth(child, record, viewing, (one, other) => Page(one, other, acting.NewForm((Keep, KeptOf(one, other))), reader));

    public static IResult Save(
        long child,
        long record,
        IFormCollection posted,
        Viewing viewing,
        Acting acting,
        ChildReader reader,
        Drafts drafts
    ) =>
        ForBoth(
            child,
            record,
            viewing,
            (one, other) =>
            {
                var form = FormState.Of(posted);
                var (kept, gone) = form.Value(Keep) == OtherOne ? (record, child) : (child, record);
                var done = acting.Do(
                    new MergeRecords(kept, gone, form.Text(nameof(MergeRecords.Why)), form.Checked(nameof(MergeRecords.Sure))),
                    form
                );
                if (!done.Saved)
                    return Page(one, other, form, reader);
                drafts.Follow(gone, kept);
                return Acting.Saved(Routes.Child(kept), "records-merged");
            }
        );

    /// <summary>The one that is worked on.</summary>
    static string KeptOf(ChildState one, ChildState other) => one.Case is null && other.Case is not null ? OtherOne : ThisOne;

    static IResult ForBoth(long child, long record, Viewing viewing, Func<ChildState, ChildState, IResult> then) =>
        child == record ? Results.NotFound() : ForChild.Do(child, viewing, one => ForChild.Do(record, viewing, other => then(one, other)));

    static IResult Page(ChildState one, ChildState other, FormState form, ChildReader reader) =>
        reader.Read(one.File.Id) is { } a && reader.Read(other.File.Id) is { } b
            ? ForChild.Page<ComparePage>(
                form,
                new
                {
                    One = one,
                    Other = other,
                    Form = form,
                    A = a,
                    B = b,
                }
            )
            : Results.NotFound();
}
