using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Assessments;
using Spor.Facts;
using Spor.Law;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Assessments;

/// <summary>One dimension of an assessment. Two caseworkers write different ones at once; two edits of the same one meet in a page that
/// shows both.</summary>
static class WriteDimensionForm
{
    /// <summary>The button that carries an earlier conclusion forward to the form; its value is the id it comes from.</summary>
    public const string CarryButton = "Carry";
    static readonly string[] Texts = [nameof(WriteDimension.Resources), nameof(WriteDimension.Worries), nameof(WriteDimension.Conclusion)];

    public static IResult Show(
        long child,
        long id,
        string code,
        Viewing viewing,
        Acting acting,
        ChildReader reader,
        FactReader facts,
        Drafts drafts
    ) =>
        OfDimension(
            child,
            id,
            code,
            viewing,
            reader,
            facts,
            drafts,
            (view, dimension) =>
            {
                var row = view.Written.GetValueOrDefault(code);
                var form = acting.NewForm(
                    (nameof(WriteDimension.Resources), row?.Resources),
                    (nameof(WriteDimension.Worries), row?.Worries),
                    (nameof(WriteDimension.Conclusion), row?.Conclusion),
                    (nameof(WriteDimension.CarriedFromId), row?.CarriedFromId?.ToString(CultureInfo.InvariantCulture))
                );
                var newer = false;
                // A draft was begun from what stood then: what somebody saved after it meets it when it is saved.
                if (
                    row is not null
                    && form.DraftOf is { } draft
                    && facts.Entry(row.RecordedIn) is { } entry
                    && Kernel.DanishCalendar.Local(entry.At) > draft
                )
                {
                    form.SeenUpTo(row.RecordedIn - 1);
                    newer = true;
                }
                return Page(view, dimension, form, newer);
            }
        );

    public static IResult Save(
        long child,
        long id,
        string code,
        IFormCollection posted,
        Viewing viewing,
        Acting acting,
        ChildReader reader,
        FactReader facts,
        Drafts drafts
    ) =>
        OfDimension(
            child,
            id,
            code,
            viewing,
            reader,
            facts,
            drafts,
            (view, dimension) =>
            {
                var form = FormState.Of(posted);
                if (Form.Number(form.Value(CarryButton)) is { } from)
                    return Carry(view, dimension, form, from);
                if (Merge.IsPosted(form))
                    Merge.Resolve(form, Texts);
                var write = new WriteDimension(
                    id,
                    code,
                    form.Text(nameof(WriteDimension.Resources)),
                    form.Text(nameof(WriteDimension.Worries)),
                    form.Text(nameof(WriteDimension.Conclusion)),
                    form.Id(nameof(WriteDimension.CarriedFromId))
                )
                {
                    ChildId = child,
                };
                var seen = form.Seen;
                var done = acting.Do(write, form);
                if (done.Saved)
                    return Acting.Saved(view.Url + "#del-" + code, "dimension");
                if (done.Meanwhile is AssessmentDimensionFact stands)
                    return Meet(view, dimension, form, viewing, acting, reader, facts, write, stands, seen, prepare: true);
                if (Merge.IsPosted(form) && view.Written.GetValueOrDefault(code) is { } now)
                    return Meet(view, dimension, form, viewing, acting, reader, facts, Typed(form, write), now, seen, prepare: false);
                return Page(view, dimension, form);
            }
        );

    static IResult OfDimension(
        long child,
        long id,
        string code,
        Viewing viewing,
        ChildReader reader,
        FactReader facts,
        Drafts drafts,
        Func<AssessmentView, Dimension, IResult> then
    ) =>
        AssessmentView.Do(
            child,
            id,
            viewing,
            reader,
            facts,
            drafts,
            view => view.HasDimensions && view.Set.Find(code) is { } dimension ? then(view, dimension) : Results.NotFound()
        );

    /// <summary>Puts an earlier conclusion in the form, after what is typed; it is saved when the form is.</summary>
    static IResult Carry(AssessmentView view, Dimension dimension, FormState form, long from)
    {
        if (view.EarlierOn(dimension).FirstOrDefault(e => e.Id == from) is not { } earlier)
        {
            form.Refusals.Add(new("nothing-to-carry"));
            return Page(view, dimension, form);
        }
        var typed = form.Text(nameof(WriteDimension.Conclusion));
        form.Set(nameof(WriteDimension.Conclusion), typed is null ? earlier.Conclusion : typed + "\n\n" + earlier.Conclusion);
        form.Set(nameof(WriteDimension.CarriedFromId), from.ToString(CultureInfo.InvariantCulture));
        return Page(view, dimension, form, carried: earlier.From);
    }

    /// <summary>On the merge page the typed texts stand in fields of their own, whatever was chosen.</summary>
    static WriteDimension Typed(FormState form, WriteDimension write)
    {
        string? Mine(string field, string? chosen) => form.Fields.Contains(Merge.MineOf(field)) ? form.Text(Merge.MineOf(field)) : chosen;
        return write with
        {
            Resources = Mine(nameof(write.Resources), write.Resources),
            Worries = Mine(nameof(write.Worries), write.Worries),
            Conclusion = Mine(nameof(write.Conclusion), write.Conclusion),
        };
    }

    static IResult Meet(
        AssessmentView view,
        Dimension dimension,
        FormState form,
        Viewing viewing,
        Acting acting,
        ChildReader reader,
        FactReader facts,
        WriteDimension mine,
        AssessmentDimensionFact stands,
        long readAt,
        bool prepare
    )
    {
        // What both began from; on the merge page itself the form is read at what stands now, so the beginning goes with it.
        var seen = Form.Number(form.Value(BaseField)) ?? readAt;
        var began = reader
            .Read(view.Child, seen)
            ?.Dimensions.FirstOrDefault(d => d.AssessmentId == stands.AssessmentId && d.Dimension == stands.Dimension);
        IReadOnlyList<MergeField> fields =
        [
            new(nameof(mine.Resources), Text.Resources, began?.Resources, mine.Resources, stands.Resources),
            new(nameof(mine.Worries), Text.Worries, began?.Worries, mine.Worries, stands.Worries),
            new(nameof(mine.Conclusion), Text.Conclusion, began?.Conclusion, mine.Conclusion, stands.Conclusion),
        ];
        if (prepare)
            Merge.Prepare(form, fields);
        if (form.MeanwhileBy is null)
            acting.ShowMeanwhile(form, stands);
        var by = form.MeanwhileBy!;
        form.MeanwhileBy = null;
        // The page itself says what has happened; only a choice that was not made is a fault.
        form.Refusals.RemoveAll(r => r.Code == "changed-meanwhile");
        return new RazorComponentResult<MergePage>(
            new
            {
                Form = form,
                ChildId = view.Child,
                What = dimension.Title,
                By = by,
                Cancel = view.Url,
                Fields = fields,
                Who = facts.Entry(stands.RecordedIn) is { } entry ? viewing.AuthorName(entry.Author) : "",
                Kept = new List<(string, string)>
                {
                    (nameof(mine.CarriedFromId), form.Value(nameof(mine.CarriedFromId))),
                    (BaseField, seen.ToString(CultureInfo.InvariantCulture)),
                },
            }
        )
        {
            StatusCode = StatusCodes.Status422UnprocessableEntity,
        };
    }

    const string BaseField = "MergeBase";

    static IResult Page(AssessmentView view, Dimension dimension, FormState form, bool newer = false, AssessmentFact? carried = null) =>
        ForChild.Page<WriteDimensionPage>(
            form,
            new
            {
                View = view,
                Dimension = dimension,
                Form = form,
                Newer = newer,
                Carried = carried,
            }
        );
}
