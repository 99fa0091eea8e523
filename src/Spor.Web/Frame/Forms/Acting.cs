using Spor.Conferences;
using Spor.Facts;
using Spor.Kernel;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Verbs;
using Spor.Web.Access;

namespace Spor.Web.Frame.Forms;

/// <summary>What a form's endpoint does: may this person, what does the rule say, is it written. One per request.</summary>
public sealed class Acting(Acts acts, Viewing viewing, FactReader reader, Drafts drafts, IHttpContextAccessor http)
{
    /// <summary>
    /// Does what a form asks for. What the form could not read is refused before the rule is asked; whatever is refused stands in the form
    /// afterwards, with what was typed.
    /// </summary>
    /// <returns>What was recorded, now or by an earlier press of the same button; or nothing, and then the form is shown again.</returns>
    /// <exception cref="InvalidOperationException">The endpoint does not say that it does this verb
    /// (<see cref="Endpoints.Does"/>).</exception>
    public Done Do<C>(C command, FormState form, Clock? clock = null)
        where C : class, ICommand<C> => Do<C, Fact>(command, form, null, clock);

    /// <param name="saved">
    /// The row that the form showed, field by field: where somebody else has saved it meanwhile, what they saved is put beside what was
    /// typed.
    /// </param>
    /// <param name="clock">The day that the rule sees; null = the day that work is done on. What is printed and kept of figures is of the
    /// day that pages stand at.</param>
    public Done Do<C, F>(C command, FormState form, Func<F, IEnumerable<(string Field, string? Saved)>>? saved, Clock? clock = null)
        where C : class, ICommand<C>
        where F : Fact
    {
        if (http.HttpContext?.GetEndpoint()?.Metadata.GetOrderedMetadata<Verb>().Contains(C.Verb) != true)
            throw new InvalidOperationException($"The endpoint does {C.Verb.Name} without saying so.");
        if (form.Refusals.Count > 0)
            return Done.No(form.Refusals);
        var done = acts.Do(command, viewing.Author, clock ?? viewing.WorkClock, new(form.Token, form.Seen));
        viewing.ReadOn();
        if (done.Saved)
        {
            // The form is saved, so what was kept while it was typed has done its work.
            drafts.Forget(viewing.Viewer.Key, http.HttpContext.Request.Path.Value ?? "");
            KeptForms.LetGo(http.HttpContext, viewing.Viewer.Key);
            return done;
        }
        WriteRefused(command, done.Refusals);
        form.Refusals.AddRange(done.Refusals);
        if (done.Meanwhile is { } row)
            ShowMeanwhile(form, row, row is F shown && saved is not null ? [.. saved(shown)] : []);
        if (form.Refusals.Exists(r => r.Code == "form-saved-already"))
            form.Renew();
        return done;
    }

    /// <summary>Somebody who tried to do what is not theirs stands in the log of looks, and so does the child it was about.</summary>
    void WriteRefused<C>(C command, IReadOnlyList<Refusal> refusals)
        where C : class, ICommand<C>
    {
        if (refusals.Any(r => r.Code is "not-yours-to-do" or "coordination-ended"))
            viewing.Log.RefusedTo(viewing.Viewer.Key, C.Verb.Name);
        if (refusals.All(r => r.Code != "child-not-yours"))
            return;
        IEnumerable<long> about = command switch
        {
            IAboutChild one => [one.ChildId, .. one.Others],
            IAboutChildren many => many.Children,
            _ => [],
        };
        foreach (var id in about)
            if (!viewing.Author.MaySee(id))
                viewing.WriteRefused(id);
    }

    /// <summary>Puts what stands saved now beside what was typed, and who saved it.</summary>
    public void ShowMeanwhile(FormState form, Fact row, params ReadOnlySpan<(string Field, string? Saved)> saved)
    {
        foreach (var (field, value) in saved)
            if ((value ?? "") != form.Value(field).ReplaceLineEndings("\n").Trim())
                form.Meanwhile[field] = value ?? "";
        form.MeanwhileBy = reader.Entry(row.RecordedIn) is { } entry
            ? CaseworkText.SavedMeanwhile(viewing.AuthorName(entry.Author), DanishCalendar.Local(entry.At))
            : CaseworkText.SavedMeanwhileByOther;
        form.SeenUpTo(row.RecordedIn);
    }

    /// <summary>A new form, filled from the author's draft if there is one.</summary>
    public FormState NewForm(params ReadOnlySpan<(string Field, string? Value)> known)
    {
        var form = FormState.New(viewing.Register.EntryNo, known);
        if (http.HttpContext is { } context && drafts.Find(viewing.Viewer.Key, context.Request.Path.Value ?? "") is { } draft)
            form.FromDraft(DanishCalendar.Local(draft.At), draft.Fields);
        return form;
    }

    /// <summary>Where the browser goes when it is saved: the page says so on arrival, by a code, never by a name.</summary>
    public static IResult Saved(string url, string code)
    {
        var (path, anchor) = url.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? (url[..at], url[at..]) : (url, "");
        return Results.Redirect($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}gemt={code}{anchor}");
    }
}
