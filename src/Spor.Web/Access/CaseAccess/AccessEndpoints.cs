using Spor.Facts;
using Spor.Requirements;
using Spor.Storage.Facts;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Access.CaseAccess;

/// <summary>Opening what is shut, taking access for an hour, naming who may open a child, and seeing what was told.</summary>
static class AccessEndpoints
{
    const string Of = "/barn/{child:long}/adgang";

    public static string Path(long child) => Routes.Child(child) + "/adgang";

    public static void MapCaseAccess(this WebApplication app)
    {
        app.MapGet(Of, Show).RequireAuthorization(Policies.Children);
        app.MapPost(Of + "/aabn", Open).Does<OpenWithReason>();
        app.MapPost(Of + "/saerlig", Take).Does<TakeAccess>();
        app.MapPost(Of + "/navngiv", Name).Does<NameForCase>();
        app.MapPost(Of + "/{id:long}/slut", End).Does<EndCaseAccess>();
        app.MapPost(Of + "/{id:long}/set", See).Does<AcknowledgeAccess>();
    }

    static IResult Show(long child, Viewing viewing) => Page(child, viewing, FormState.New(viewing.Register.EntryNo));

    static IResult Open(long child, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        return acting.Do(new OpenWithReason(child, form.Text("Reason")), form).Saved
            ? Acting.Saved(Routes.Child(child), "case-opened")
            : Page(child, viewing, form);
    }

    static IResult Take(long child, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        return acting.Do(new TakeAccess(child, form.Text("Reason")), form).Saved
            ? Acting.Saved(Routes.Child(child), "access-taken")
            : Page(child, viewing, form);
    }

    static IResult Name(long child, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        return acting.Do(new NameForCase(child, form.Value(nameof(NameForCase.Person)), form.Text("Reason")), form).Saved
            ? Acting.Saved(Path(child), "person-named")
            : Page(child, viewing, form);
    }

    static IResult End(long child, long id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        return acting.Do(new EndCaseAccess(child, id), form).Saved ? Acting.Saved(Path(child), "access-ended") : Page(child, viewing, form);
    }

    static IResult See(long child, long id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        return acting.Do(new AcknowledgeAccess(child, id), form).Saved
            ? Acting.Saved(viewing.MayLead ? Routes.Inbox : "/min-dag", "access-seen")
            : Page(child, viewing, form);
    }

    static IResult Page(long child, Viewing viewing, FormState form)
    {
        if (viewing.Newest.Overview.Find(child) is not { } state)
            return Results.NotFound();
        return ForChild.Page<AccessPage>(
            form,
            new
            {
                State = state,
                Opening = viewing.Newest.OpeningOf(state),
                Form = form,
            }
        );
    }

    static readonly Derived<Picked> Told = Picked.Of(c => Array.Exists(c.File.Of<CaseAccessFact>(), AccessRules.WaitsForLeader));

    /// <summary>Worked out before the first page.</summary>
    public static Picked Warm(Snapshot snapshot) => snapshot.Get(Told);

    /// <summary>What others did that a leader is to see: of the children that the leader sees, and never one's own.</summary>
    public static IEnumerable<(ChildState Child, CaseAccessFact Access)> ToSee(Viewing viewing) =>
        !viewing.Viewer.Leads
            ? []
            : viewing
                .Newest.Snapshot.Get(Told)
                .Children.SelectMany(c =>
                    c.File.Of<CaseAccessFact>()
                        .Where(a => AccessRules.WaitsForLeader(a) && a.Person != viewing.Viewer.Key && viewing.IsVisible(c))
                        .Select(a => (c, a))
                );

    /// <summary>Protections that others lifted on one's own children.</summary>
    public static IEnumerable<(ChildState Child, CaseAccessFact Access)> ToNote(Viewing viewing) =>
        viewing.Mine.SelectMany(c =>
            c.File.Of<CaseAccessFact>().Where(a => AccessRules.WaitsForCaseworker(a) && a.Person != viewing.Viewer.Key).Select(a => (c, a))
        );
}
