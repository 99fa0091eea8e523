using Spor.Conferences;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Conferences.Agreements;

/// <summary>An agreement, its text opened, with the conference or the meeting it comes from.</summary>
public sealed record AgreementAt(ChildState State, ChildFile File, AgreementFact Agreement)
{
    public long ChildId => File.Id;
    public string Url => Routes.Agreement(ChildId, Agreement.Id);
    public string From => Text.FromUrl(Agreement);
}

/// <summary>Somebody has promised something: the caseworker asks, ticks off, or drops it with the reason.</summary>
static class AgreementForm
{
    /// <summary>Where a tick's button stood, so that one comes back there.</summary>
    public const string Back = "fra";
    public const string MyDay = "min-dag",
        Child = "barn",
        Own = "aftale",
        Source = "kilde";
    const string Dropping = "bortfald";

    static IResult Do(long child, long id, Viewing viewing, ChildReader reader, Func<AgreementAt, IResult> then) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                if (reader.Read(child) is not { } file || Array.Find(file.Agreements, a => a.Id == id) is not { } of)
                    return Results.NotFound();
                viewing.Log.Looked(viewing.Viewer.Key, "barn", [child], "aftale");
                return then(new(state, file, of));
            }
        );

    static FormState NewAsk(AgreementAt at, Viewing viewing, Acting acting) =>
        acting.NewForm(
            (nameof(AskAgreement.AskedOn), Form.Iso(viewing.WorkClock.Today)),
            (nameof(AskAgreement.DueOn), at.Agreement.DueOn is { } due ? Form.Iso(due) : null)
        );

    static FormState NewDrop(Viewing viewing) =>
        FormState.New(viewing.Register.EntryNo, (nameof(DropAgreement.DroppedOn), Form.Iso(viewing.WorkClock.Today)));

    public static IResult Show(long child, long id, Viewing viewing, Acting acting, ChildReader reader) =>
        Do(child, id, viewing, reader, at => Page(at, NewAsk(at, viewing, acting), NewDrop(viewing)));

    public static IResult Ask(long child, long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        Do(
            child,
            id,
            viewing,
            reader,
            at =>
            {
                var form = FormState.Of(posted);
                var command = new AskAgreement(
                    form.NeededDay(nameof(AskAgreement.AskedOn)),
                    form.Text(nameof(AskAgreement.Note)),
                    form.Day(nameof(AskAgreement.DueOn))
                )
                {
                    ChildId = child,
                    AgreementId = id,
                };
                var done = acting.Do(
                    command,
                    form,
                    (AgreementFact now) =>
                        [(nameof(AskAgreement.Note), now.Note), (nameof(AskAgreement.DueOn), now.DueOn is { } due ? Form.Iso(due) : null)]
                );
                if (done.Saved)
                    return Acting.Saved(at.Url, "agreement-asked");
                return Page(at, form, NewDrop(viewing));
            }
        );

    public static IResult Drop(long child, long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        Do(
            child,
            id,
            viewing,
            reader,
            at =>
            {
                var form = FormState.Of(posted);
                var command = new DropAgreement(form.NeededDay(nameof(DropAgreement.DroppedOn)), form.Text(nameof(DropAgreement.Note)))
                {
                    ChildId = child,
                    AgreementId = id,
                };
                if (acting.Do(command, form, (AgreementFact now) => [(nameof(DropAgreement.Note), now.Note)]).Saved)
                    return Acting.Saved(at.Url, "agreement-dropped");
                return Page(at, NewAsk(at, viewing, acting), form);
            }
        );

    /// <summary>One press, from wherever the agreement stands.</summary>
    public static IResult Tick(long child, long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        Do(
            child,
            id,
            viewing,
            reader,
            at =>
            {
                var form = FormState.Of(posted);
                if (!acting.Do(new Spor.Conferences.TickAgreement(child, id), form).Saved)
                    return Page(at, form, NewDrop(viewing));
                return Acting.Saved(
                    form.Value(Back) switch
                    {
                        MyDay => "/min-dag",
                        Own => at.Url,
                        Source => at.From,
                        _ => Routes.Child(child) + "#krav",
                    },
                    "agreement-done"
                );
            }
        );

    /// <param name="drop">The second form of the page; its fields' ids begin with a prefix.</param>
    static IResult Page(AgreementAt at, FormState ask, FormState drop) =>
        ForChild.Page<AgreementPage>(
            ask.Refusals.Count > 0 ? ask : drop,
            new
            {
                At = at,
                Ask = ask,
                Drop = drop,
                DropAction = at.Url + "/" + Dropping,
            }
        );
}
