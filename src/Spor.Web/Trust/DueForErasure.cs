using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Cases;
using Spor.Facts;
using Spor.Law;
using Spor.Notifications;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Trust;

/// <summary>A child whose record need not be kept any longer.</summary>
/// <param name="Closed">The day on which the last case was closed.</param>
/// <param name="From">The first day on which it may be erased.</param>
public sealed record Due(long Child, int BornIn, DateOnly Closed, DateOnly From);

/// <summary>
/// The records that the register of what is kept lets go, by the children's numbers and nothing else: whoever watches over the data erases
/// without seeing what stands in them.
/// </summary>
static class DueForErasure
{
    public const string Path = "/sletning";

    public static string SentPath(long sent) => Path + "/sendt/" + sent.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What was erased already has no name and is not erased again.</summary>
    static readonly Derived<DateOnly, Picked> Over = Picked.Of<DateOnly>(
        2,
        (c, day) => (c.Child.FirstName ?? c.Child.LastName) is not null && Retention.RecordFrom(c.File, day) <= day
    );

    /// <summary>On the day that work is done on, as the rule sees it.</summary>
    static IEnumerable<ChildState> Children(Viewing viewing) => viewing.Newest.Snapshot.Get(Over, viewing.WorkClock.Today).Children;

    static Due Of(ChildState c, DateOnly day) =>
        new(c.File.Id, c.Child.BornOn.Year, c.File.Cases.Max(k => k.ClosedOn)!.Value, Retention.RecordFrom(c.File, day)!.Value);

    /// <summary>A list of more is long on a telephone.</summary>
    const int RowsAPage = 30;

    public static IResult List(HttpContext context, Viewing viewing, FactReader reader)
    {
        var due = Paged.Of(
            [.. Children(viewing).Select(c => Of(c, viewing.WorkClock.Today)).OrderBy(d => d.From).ThenBy(d => d.Child)],
            Paged.Asked(context.Request.Query),
            RowsAPage
        );
        viewing.Log.Looked(viewing.Viewer.Key, "sletning", [.. due.Rows.Select(d => d.Child)]);
        return new RazorComponentResult<DueForErasurePage>(
            new
            {
                Due = due,
                Rule = Retention.On(Retention.ChildRecord, viewing.Today),
                Sent = (IReadOnlyList<SentNotificationFact>)[.. Sent(viewing, reader)],
                SentRule = Retention.On(Retention.SentSetAside, viewing.Today),
            }
        );
    }

    /// <summary>What partners sent and somebody set aside, so long ago that the rule lets it go, without what was erased already. Their
    /// texts are opened to see that they are there, and shown to nobody.</summary>
    static IEnumerable<SentNotificationFact> Sent(Viewing viewing, FactReader reader)
    {
        var day = viewing.WorkClock.Today;
        return reader
            .Opened(viewing.Register.Of<SentNotificationFact>().Where(s => Retention.SentFrom(s, day) <= day))
            .Where(s => s.Description is not null)
            .OrderBy(s => s.SetAsideOn)
            .ThenBy(s => s.Id);
    }

    public static IResult ShowSent(long id, Viewing viewing, FactReader reader) =>
        SentPage(id, viewing, reader, FormState.New(viewing.Register.EntryNo));

    public static IResult SaveSent(long id, IFormCollection posted, Viewing viewing, Acting acting, FactReader reader)
    {
        var form = FormState.Of(posted);
        var command = new EraseSent(id, form.Text(nameof(EraseSent.Rule)), form.Checked(nameof(EraseSent.Sure)));
        return acting.Do(command, form).Saved ? Acting.Saved(Path, "sent-erased") : SentPage(id, viewing, reader, form);
    }

    static IResult SentPage(long id, Viewing viewing, FactReader reader, FormState form) =>
        Sent(viewing, reader).FirstOrDefault(s => s.Id == id) is { } sent
            ? ForChild.Page<EraseSentPage>(form, new { Sent = sent, Form = form })
            : Results.NotFound();

    public static IResult Show(long child, Viewing viewing, Database database) =>
        Page(child, viewing, FormState.New(viewing.Register.EntryNo), database);

    public static IResult Save(long child, IFormCollection posted, Viewing viewing, Acting acting, Database database)
    {
        var form = FormState.Of(posted);
        var command = new EraseChild(
            child,
            form.Code<EraseGround>(nameof(EraseChild.Ground)),
            form.Day(nameof(EraseChild.On)),
            form.Text(nameof(EraseChild.Rule)),
            form.Checked(nameof(EraseChild.Sure))
        );
        return acting.Do(command, form).Saved ? Acting.Saved(Path, "child-erased") : Page(child, viewing, form, database);
    }

    static IResult Page(long child, Viewing viewing, FormState form, Database database) =>
        Children(viewing).FirstOrDefault(c => c.File.Id == child) is not { } state
            ? Results.NotFound()
            : ForChild.Page<EraseChildPage>(
                form,
                new
                {
                    State = state,
                    Form = form,
                    Plan = Erasures.Of(database, child),
                    ByNumber = true,
                }
            );
}
