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
public sealed class Acting(Database database, Acts acts, Viewing viewing, FactReader reader, Drafts drafts, IHttpContextAccessor http)
{
    /// <summary>
    /// Does what a form asks for. What the form could not read is refused before the rule is asked; whatever is refused stands in the form
    /// afterwards, with what was typed.
    /// </summary>
    /// <returns>What was recorded, now or by an earlier press of the same button; or nothing, and then the form is shown again.</returns>
    /// <exception cref="InvalidOperationException">The endpoint does not say that it does this verb
    /// (<see cref="Endpoints.Does"/>).</exception>
    public Done Do<C>(C command, FormState form)
        where C : class, ICommand<C> => Do<C, Fact>(command, form, null);

    /// <param name="saved">
    /// The row that the form showed, field by field: where somebody else has saved it meanwhile, what they saved is put beside what was
    /// typed.
    /// </param>
    public Done Do<C, F>(C command, FormState form, Func<F, IEnumerable<(string Field, string? Saved)>>? saved)
        where C : class, ICommand<C>
        where F : Fact
    {
        if (http.HttpContext?.GetEndpoint()?.Metadata.GetOrderedMetadata<Verb>().Contains(C.Verb) != true)
            throw new InvalidOperationException($"The endpoint does {C.Verb.Name} without saying so.");
        if (form.Refusals.Count > 0)
            return Done.No(form.Refusals);
        var done = acts.Do(command, viewing.Author, viewing.WorkClock, new(form.Token, form.Seen));
        viewing.ReadOn();
        if (done.Saved)
        {
            // The form is saved, so what was kept while it was typed has done its work.
            drafts.Forget(viewing.Viewer.Key, http.HttpContext.Request.Path.Value ?? "");
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

    /// <summary>Decides and writes. What the form could not read is refused before the rule is asked.</summary>
    /// <param name="intent">Kebab-case, for example <c>record-follow-up</c>.</param>
    /// <param name="childId">The child it is about; who may not see it may not act on it.</param>
    /// <param name="reason">Why, where a reason is asked for; kept encrypted.</param>
    /// <returns>True when it is written, now or by an earlier press of the same button. Otherwise the form holds the refusals.</returns>
    public bool Do(string intent, long? childId, FormState form, Func<OpenFacts, IdGiver, Decision> decide, string? reason = null)
    {
        if (childId is { } id && !(viewing.Overview.Find(id) is { } state && viewing.MaySee(state)))
        {
            viewing.WriteRefused(id);
            form.Refusals.Add(new("child-not-yours"));
            return false;
        }
        return form.Refusals.Count == 0 && Write(new(intent, viewing.Viewer.Key, childId, form.Token, reason), form, decide);
    }

    /// <summary>
    /// The narrow way in for a coordinator, who may not see the child and acts on a conference alone. That the coordinator has the
    /// conference is asked inside the decision: one who was replaced a second ago is refused.
    /// </summary>
    /// <param name="decide">Gets the child's file without texts, and the conference with its own.</param>
    public bool DoAsCoordinator(
        string intent,
        long conferenceId,
        FormState form,
        Func<OpenFacts, IdGiver, ChildFile, NetworkConferenceFact, Decision> decide
    )
    {
        if (form.Refusals.Count > 0)
            return false;
        return Write(
            new(
                intent,
                viewing.Viewer.Key,
                viewing.Register.Children.FirstOrDefault(f => Array.Exists(f.Conferences, c => c.Id == conferenceId))?.Id,
                form.Token,
                null
            ),
            form,
            (facts, ids) =>
                viewing.Viewer is { Role: ViewerRole.Coordinator, CoordinatorId: { } me }
                && facts.Find<CoordinatorFact>(me)?.ActiveAt(viewing.WorkClock.Today) == true
                && facts.Find<NetworkConferenceFact>(conferenceId) is { } conference
                && facts.Child(conference.ChildId) is { } file
                && Blind.MaySee(conference, file, me)
                    ? decide(facts, ids, file, facts.Opened(conference))
                    : new Refusal("coordination-ended")
        );
    }

    bool Write(Intent intent, FormState form, Func<OpenFacts, IdGiver, Decision> decide)
    {
        var result = database.Journal.Act(intent, decide);
        viewing.ReadOn();
        EntryNo = result.No;
        if (result.Refused)
        {
            if (result.Refusals.Any(r => r.Code == "coordination-ended"))
                viewing.Log.RefusedTo(viewing.Viewer.Key, intent.Name);
            form.Refusals.AddRange(result.Refusals);
            return false;
        }
        // The form is saved, so what was kept while it was typed has done its work.
        if (http.HttpContext is { } context)
            drafts.Forget(viewing.Viewer.Key, context.Request.Path.Value ?? "");
        return true;
    }

    /// <summary>The entry that was written; null before.</summary>
    public long? EntryNo { get; private set; }

    /// <summary>
    /// Refuses if somebody else changed the row after the form was opened (code <c>changed-meanwhile</c>). To be asked inside the rule's
    /// decision; when it refuses, call <see cref="ShowMeanwhile"/> and show the form again: saving once more is then a choice.
    /// </summary>
    public static Refusal? ChangedSince(FormState form, Fact? row) =>
        row is not null && row.RecordedIn > form.Seen ? new("changed-meanwhile") : null;

    /// <summary>Puts what stands saved now beside what was typed, and who saved it.</summary>
    public void ShowMeanwhile(FormState form, Fact row, params ReadOnlySpan<(string Field, string? Saved)> saved)
    {
        foreach (var (field, value) in saved)
            if ((value ?? "") != form.Value(field).ReplaceLineEndings("\n").Trim())
                form.Meanwhile[field] = value ?? "";
        form.MeanwhileBy = reader.Entry(row.RecordedIn) is { } entry
            ? CaseworkText.SavedMeanwhile(
                viewing.AuthorName(entry.Author),
                TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(entry.At, DateTimeKind.Utc), DanishCalendar.Zone)
            )
            : CaseworkText.SavedMeanwhileByOther;
        form.SeenUpTo(row.RecordedIn);
    }

    /// <summary>A new form, filled from the author's draft if there is one.</summary>
    public FormState NewForm(params ReadOnlySpan<(string Field, string? Value)> known)
    {
        var form = FormState.New(viewing.Register.EntryNo, known);
        if (http.HttpContext is { } context && drafts.Find(viewing.Viewer.Key, context.Request.Path.Value ?? "") is { } draft)
            form.FromDraft(
                TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(draft.At, DateTimeKind.Utc), DanishCalendar.Zone),
                draft.Fields
            );
        return form;
    }

    /// <summary>Where the browser goes when it is saved: the page says so on arrival, by a code, never by a name.</summary>
    public static IResult Saved(string url, string code)
    {
        var (path, anchor) = url.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? (url[..at], url[at..]) : (url, "");
        return Results.Redirect($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}gemt={code}{anchor}");
    }
}
