using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Storage;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Access.RoleList;

/// <summary>Who has which role: the list, giving, confirming, ending, and looking it through.</summary>
static class RoleEndpoints
{
    public const string Path = "/roller",
        New = Path + "/ny",
        NewUser = Path + "/bruger";

    public static void MapRoles(this WebApplication app)
    {
        app.MapGet(
                Path,
                (HttpContext context, Viewing viewing) =>
                    List(viewing, FormState.New(viewing.Register.EntryNo), Sides.Asked(context.Request.Query))
            )
            .RequireAuthorization(Policies.SeeRoles)
            .ShowsNoChild();
        app.MapGet(
                New,
                (Viewing viewing, Acting acting) =>
                    GrantPage(viewing, acting.NewForm((nameof(GrantRole.From), Form.Iso(viewing.WorkClock.Today))))
            )
            .RequireAuthorization(Policies.Roles)
            .ShowsNoChild();
        app.MapPost(New, Give).Does<GrantRole>();
        app.MapPost(Path + "/{id:long}/bekraeft", Confirm).Does<ConfirmRole>();
        app.MapPost(Path + "/{id:long}/slut", End).Does<EndRole>();
        app.MapPost(Path + "/gennemgaaet", Review).Does<ReviewRoles>();
        app.MapGet(
                NewUser,
                (Viewing viewing, Acting acting) => UserPage(acting.NewForm((nameof(AddUser.From), Form.Iso(viewing.WorkClock.Today))))
            )
            .RequireAuthorization(Policies.Roles)
            .ShowsNoChild();
        app.MapPost(NewUser, Add).Does<AddUser>();
        app.MapPost(NewUser + "/{id:long}/slut", EndOfUser).Does<EndUser>();
        app.MapGet(Path + "/{id:long}/stikproeve", ShowSample).RequireAuthorization(Policies.Leadership);
        app.MapPost(Path + "/{id:long}/stikproeve", Sample).Does<SampleCases>();
    }

    static IResult Give(IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        if (!form.Filled(nameof(GrantRole.Person)))
            form.Refusals.Add(new("choice-missing", nameof(GrantRole.Person)));
        var command = new GrantRole(
            form.Value(nameof(GrantRole.Person)),
            form.NeededCode<ViewerRole>(nameof(GrantRole.Role)),
            form.NeededDay(nameof(GrantRole.From)),
            form.Day(nameof(GrantRole.To)),
            form.Id(nameof(GrantRole.TeamId)),
            form.Id(nameof(GrantRole.DistrictId)),
            form.Code<TargetGroup>(nameof(GrantRole.TargetGroup)),
            Age(form, nameof(GrantRole.AgeFrom)),
            Age(form, nameof(GrantRole.AgeTo)),
            form.Checked(nameof(GrantRole.WithNames))
        );
        var done = acting.Do(command, form);
        return done.Saved
            ? Acting.Saved(Path, done.New<RoleGrantFact>()?.Waits == true ? "role-waits" : "role-given")
            : GrantPage(viewing, form);
    }

    static int? Age(FormState form, string field) => form.Number(field) is { } n ? (int)Math.Clamp(n, -1, 999) : null;

    static IResult Confirm(long id, IFormCollection posted, Viewing viewing, Acting acting) =>
        Short(new ConfirmRole(id), posted, viewing, acting, "role-confirmed");

    static IResult Review(IFormCollection posted, Viewing viewing, Acting acting) =>
        Short(new ReviewRoles(), posted, viewing, acting, "roles-reviewed");

    static IResult End(long id, IFormCollection posted, Viewing viewing, Acting acting) =>
        Short(new EndRole(id, LastDay(posted, viewing)), posted, viewing, acting, "role-ended");

    static IResult EndOfUser(long id, IFormCollection posted, Viewing viewing, Acting acting) =>
        Short(new EndUser(id, LastDay(posted, viewing)), posted, viewing, acting, "user-ended");

    // Nothing typed is at once.
    static DateOnly LastDay(IFormCollection posted, Viewing viewing) =>
        Form.Day(posted[nameof(EndRole.LastDay)]) ?? viewing.WorkClock.Today.AddDays(-1);

    static IResult Short<C>(C command, IFormCollection posted, Viewing viewing, Acting acting, string saved)
        where C : class, Verbs.ICommand<C>
    {
        var form = FormState.Of(posted);
        return acting.Do(command, form).Saved ? Acting.Saved(Path, saved) : List(viewing, form);
    }

    static IResult Add(IFormCollection posted, Acting acting)
    {
        var form = FormState.Of(posted);
        var command = new AddUser(
            form.Text(nameof(AddUser.Name)),
            form.Text(nameof(AddUser.Workplace)),
            form.NeededDay(nameof(AddUser.From)),
            form.Day(nameof(AddUser.To))
        );
        return acting.Do(command, form).Saved ? Acting.Saved(Path, "user-added") : UserPage(form);
    }

    static IResult ShowSample(long id, Viewing viewing, Acting acting) =>
        viewing.Register.Of<RoleGrantFact>().FirstOrDefault(g => g.Id == id && g.Role == ViewerRole.Auditor) is { } grant
            ? SamplePage(viewing, grant, acting.NewForm((nameof(SampleCases.Count), "10")))
            : Results.NotFound();

    static IResult Sample(long id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        if (viewing.Register.Of<RoleGrantFact>().FirstOrDefault(g => g.Id == id) is not { } grant)
            return Results.NotFound();
        var form = FormState.Of(posted);
        var command = new SampleCases(id, (int)Math.Clamp(form.Number(nameof(SampleCases.Count)) ?? 0, 0, 10_000));
        return acting.Do(command, form).Saved
            ? Acting.Saved($"{Path}/{id.ToString(System.Globalization.CultureInfo.InvariantCulture)}/stikproeve", "cases-sampled")
            : SamplePage(viewing, grant, form);
    }

    static IResult List(Viewing viewing, FormState form, Sides? sides = null) =>
        ForChild.Page<RolesPage>(
            form,
            new
            {
                Viewing = viewing,
                Form = form,
                Sides = sides ?? Sides.First,
            }
        );

    static IResult GrantPage(Viewing viewing, FormState form) => ForChild.Page<GrantRolePage>(form, new { Viewing = viewing, Form = form });

    static IResult UserPage(FormState form) => ForChild.Page<AddUserPage>(form, new { Form = form });

    static IResult SamplePage(Viewing viewing, RoleGrantFact grant, FormState form) =>
        ForChild.Page<SamplePage>(
            form,
            new
            {
                Viewing = viewing,
                Grant = grant,
                Form = form,
            }
        );

    /// <summary>Whether the list is to be looked through by now: the number beside the menu's item.</summary>
    public static int? Pressing(Viewing viewing)
    {
        var waiting = viewing.Viewer.May(Capability.Roles)
            ? viewing.Register.Of<RoleGrantFact>().Count(g => g.Waits && g.GivenBy != viewing.Viewer.Key && g.Person != viewing.Viewer.Key)
            : 0;
        var due = Due(viewing) is { } day && day <= viewing.WorkClock.Today ? 1 : 0;
        return waiting + due > 0 ? waiting + due : null;
    }

    public static DateOnly? Due(Viewing viewing) =>
        RoleRules.ReviewDue(viewing.Register.Of<RoleGrantFact>(), viewing.Register.Of<RoleReviewFact>());
}
