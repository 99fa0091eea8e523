using Spor.Storage;
using Spor.Web.Access;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;
using Spor.Workforce;

namespace Spor.Web.Day.Notice;

/// <summary>One's own choice of being told by e-mail, and everybody's for whoever sets Spor up.</summary>
static class NoticeEndpoints
{
    public const string Path = Routes.MailNotice,
        Admin = Routes.MailAddresses;

    public static void AddNotice(this IServiceCollection services) =>
        services.AddSingleton<SentMail>().AddSingleton<NoticePost>().AddHostedService(s => s.GetRequiredService<NoticePost>());

    public static void MapNotice(this WebApplication app)
    {
        app.MapGet(Path, Show).RequireAuthorization(Policies.Children).ShowsNoChild();
        app.MapPost(Path, Save).Does<KeepOwnContact>();
        app.MapGet(Admin, ShowAdmin).RequireAuthorization(Policies.Settings).ShowsNoChild();
        app.MapPost(Admin, SaveAdmin).Does<KeepEmployeeContact>();
    }

    static IResult Show(Viewing viewing, Acting acting, SentMail sent)
    {
        var mine = Mine(viewing);
        return Page(
            viewing,
            sent,
            acting.NewForm(
                (nameof(KeepOwnContact.Phone), mine?.Phone),
                (nameof(KeepOwnContact.Email), mine?.Email),
                // Whoever writes a telephone alone is not asked for an e-mail.
                (nameof(KeepOwnContact.Wanted), mine is { Wanted: true, Email: not null } ? "ja" : null)
            )
        );
    }

    static IResult Save(IFormCollection posted, Viewing viewing, Acting acting, SentMail sent)
    {
        var form = FormState.Of(posted);
        var command = new KeepOwnContact(
            form.Checked(nameof(KeepOwnContact.Wanted)),
            form.Text(nameof(KeepOwnContact.Phone)),
            form.Text(nameof(KeepOwnContact.Email))
        );
        var done = acting.Do(
            command,
            form,
            (EmployeeContactFact now) =>
                [
                    (nameof(KeepOwnContact.Wanted), now.Wanted ? "ja" : null),
                    (nameof(KeepOwnContact.Phone), now.Phone),
                    (nameof(KeepOwnContact.Email), now.Email),
                ]
        );
        return done.Saved ? Acting.Saved(Path, "own-contact") : Page(viewing, sent, form);
    }

    static IResult ShowAdmin(Viewing viewing, Acting acting, SentMail sent, SporOptions options) =>
        AdminPage(viewing, sent, options, acting.NewForm());

    static IResult SaveAdmin(IFormCollection posted, Viewing viewing, Acting acting, SentMail sent, SporOptions options)
    {
        var form = FormState.Of(posted);
        var command = new KeepEmployeeContact(
            form.Id(nameof(KeepEmployeeContact.EmployeeId)),
            form.Text(nameof(KeepEmployeeContact.Phone)),
            form.Text(nameof(KeepEmployeeContact.Email))
        );
        return acting.Do(command, form).Saved ? Acting.Saved(Admin, "employee-contact") : AdminPage(viewing, sent, options, form);
    }

    static EmployeeContactFact? Mine(Viewing viewing) =>
        viewing.Viewer.EmployeeId is { } me ? EmployeeContactRules.Of(viewing.Register.Of<EmployeeContactFact>(), me) : null;

    static IResult Page(Viewing viewing, SentMail sent, FormState form) =>
        ForChild.Page<NoticePage>(
            form,
            new { Form = form, Row = viewing.Viewer.EmployeeId is { } me ? sent.All().FirstOrDefault(r => r.Employee == me) : null }
        );

    static IResult AdminPage(Viewing viewing, SentMail sent, SporOptions options, FormState form)
    {
        var rows = sent.All().ToDictionary(r => r.Employee);
        var today = viewing.WorkClock.Today;
        return ForChild.Page<NoticeAdminPage>(
            form,
            new
            {
                Form = form,
                Mail = options.Settings.Mail,
                Rows = (IReadOnlyList<NoticeRow>)
                    [
                        .. viewing
                            .Register.Of<EmployeeContactFact>()
                            .GroupBy(n => n.EmployeeId)
                            .Select(g => g.Last())
                            .Where(n => viewing.Register.Staff.IsEmployed(n.EmployeeId, today))
                            .Select(n => new NoticeRow(viewing.EmployeeName(n.EmployeeId), n, rows.GetValueOrDefault(n.EmployeeId)))
                            .OrderBy(r => r.Name, StringComparer.Create(Kernel.Danish.Culture, false)),
                    ],
            }
        );
    }
}

/// <summary>An employee who has an address.</summary>
public sealed record NoticeRow(string Name, EmployeeContactFact Choice, MailRow? Mail);
