using System.Globalization;
using Spor.Facts;
using Spor.Kernel;
using Spor.Supervision;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Workforce;

namespace Spor.Web.Leading.CaseReadings;

/// <summary>The choices that several of the forms have.</summary>
static class Choices
{
    static string N(long id) => id.ToString(CultureInfo.InvariantCulture);

    public static IReadOnlyList<(string, string)> Templates(Viewing viewing) =>
        [
            .. TemplateRules
                .Newest(viewing.Register.Of<ReadingTemplateFact>())
                .OrderBy(t => t.First)
                .Select(t => (N(t.Id), Text.VersionOf(t))),
        ];

    public static IReadOnlyList<(string, string)> Teams(Viewing viewing) =>
        [
            .. viewing
                .Register.Teams.Where(t => t.From <= viewing.Today && (t.To is null || viewing.Today <= t.To))
                .Where(t => viewing.Viewer.SeesAll || viewing.Viewer.Teams.Contains(t.TeamId))
                .DistinctBy(t => t.TeamId)
                .Select(t => (N(t.TeamId), t.Name)),
        ];

    /// <summary>Oneself, then those who lead, then the others who work here.</summary>
    public static IReadOnlyList<(string, string)> Readers(Viewing viewing)
    {
        var day = viewing.WorkClock.Today;
        return
        [
            (viewing.Viewer.Key, Text.Myself),
            .. viewing
                .Register.Employments.Where(e => e.RunsOn(day) && e.EmployeeId != viewing.Viewer.EmployeeId && e.Name is not null)
                .GroupBy(e => e.EmployeeId)
                .Select(g => g.MinBy(e => e.Role is Role.Leader or Role.ProfessionalCoordinator ? 0 : 1)!)
                .OrderBy(e => e.Role is Role.Leader or Role.ProfessionalCoordinator ? 0 : 1)
                .ThenBy(e => e.Name, StringComparer.Create(Danish.Culture, false))
                .Select(e => (People.EmployeeKey(e.EmployeeId), $"{e.Name}, {e.Role.Danish()}")),
        ];
    }
}

static class StartRoundForm
{
    /// <summary>Days that a round is read, as the form proposes it.</summary>
    const int Proposed = 30;

    public static IResult Show(Viewing viewing, Acting acting)
    {
        var templates = Choices.Templates(viewing);
        return Page(
            acting.NewForm(
                (nameof(StartReadingRound.Until), Form.Iso(viewing.WorkClock.Today.AddDays(Proposed))),
                (nameof(StartReadingRound.TwoReaders), "0"),
                (nameof(StartReadingRound.TemplateId), templates is [var only] ? only.Item1 : null),
                (
                    nameof(StartReadingRound.TeamId),
                    viewing.Viewer.SeesAll ? null : viewing.Viewer.TeamId?.ToString(CultureInfo.InvariantCulture)
                )
            ),
            viewing
        );
    }

    public static IResult Save(IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        var done = acting.Do(
            new StartReadingRound(
                form.Text(nameof(StartReadingRound.Name)),
                form.Id(nameof(StartReadingRound.TemplateId)) ?? 0,
                form.NeededDay(nameof(StartReadingRound.Until)),
                form.Id(nameof(StartReadingRound.TeamId)),
                form.Values(nameof(StartReadingRound.Readers)),
                (int)Math.Clamp(form.Number(nameof(StartReadingRound.TwoReaders)) ?? 0, -1, 9999)
            ),
            form
        );
        return done.New<ReadingRoundFact>() is { } made
            ? Acting.Saved(ReadingEndpoints.Path(made.Id), "reading-round-started")
            : Page(form, viewing);
    }

    static IResult Page(FormState form, Viewing viewing) => ForChild.Page<StartRoundPage>(form, new { Form = form, Viewing = viewing });
}

static class AuditForm
{
    public static IResult Show(Viewing viewing, Acting acting) => Page(acting.NewForm((nameof(StartAudit.Count), "10")), viewing);

    public static IResult Save(IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        var done = acting.Do(
            new StartAudit(
                form.Text(nameof(StartAudit.Name)),
                form.Id(nameof(StartAudit.TemplateId)) ?? 0,
                form.Id(nameof(StartAudit.GrantId)) ?? 0,
                (int)Math.Clamp(form.Number(nameof(StartAudit.Count)) ?? 0, 0, 9999),
                form.Id(nameof(StartAudit.ComparedId))
            ),
            form
        );
        return done.New<ReadingRoundFact>() is { } made
            ? Acting.Saved(ReadingEndpoints.Path(made.Id), "reading-round-started")
            : Page(form, viewing);
    }

    static string N(long id) => id.ToString(CultureInfo.InvariantCulture);

    static IResult Page(FormState form, Viewing viewing) =>
        ForChild.Page<AuditPage>(
            form,
            new
            {
                Form = form,
                Viewing = viewing,
                Grants = viewing
                    .Register.Of<RoleGrantFact>()
                    .Where(g => g is { Role: ViewerRole.Auditor, To: not null } && g.RunsOn(viewing.WorkClock.Today))
                    .Select(g => (N(g.Id), $"{viewing.AuthorName(g.Person)}, til {Danish.Long(g.To!.Value)}"))
                    .ToList(),
                Earlier = viewing
                    .Register.Of<ReadingRoundFact>()
                    .Where(r => r.IsFromOutside)
                    .Select(r => (N(r.Id), $"{Text.NameOf(r)}, {Danish.Long(r.DrawnOn)}"))
                    .ToList(),
            }
        );
}
