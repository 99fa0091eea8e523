using Spor.Children;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Case.History;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.SameChild;

/// <summary>It was two children after all.</summary>
static class PartForm
{
    public static IResult Show(long child, long id, Viewing viewing, Acting acting, ChildReader reader, FactReader facts) =>
        ForChild.Do(child, viewing, state => Page(state, id, acting.NewForm(), viewing, reader, facts));

    public static IResult Save(
        long child,
        long id,
        IFormCollection posted,
        Viewing viewing,
        Acting acting,
        ChildReader reader,
        FactReader facts
    ) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                var form = FormState.Of(posted);
                var done = acting.Do(
                    new PartRecords(child, id, form.Values(nameof(PartRecords.Rows)), form.Text(nameof(PartRecords.Why))),
                    form
                );
                return done.Saved ? Acting.Saved(Routes.Child(child), "records-parted") : Page(state, id, form, viewing, reader, facts);
            }
        );

    static IResult Page(ChildState state, long id, FormState form, Viewing viewing, ChildReader reader, FactReader facts)
    {
        if (reader.Read(state.File.Id) is not { } file || Array.Find(file.Of<ChildRecordFact>(), r => r.Id == id) is not { } merger)
            return Results.NotFound();
        var once = facts.OnceOf(merger.RecordId);
        var words = Saying.WordsOf(file, viewing);
        return ForChild.Page<PartPage>(
            form,
            new
            {
                State = state,
                Form = form,
                Merger = merger,
                Since = (IReadOnlyList<(string, string)>)
                    [
                        .. file
                            .All.OfType<ChildsFact>()
                            .Where(r => BeforeMerging.IsSince(r, merger, once))
                            .Select(r => (RecordRules.NameOf(r), Saying.Of(FactKinds.Of(r)).Thing(r, words))),
                    ],
            }
        );
    }
}
