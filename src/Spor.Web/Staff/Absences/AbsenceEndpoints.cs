using Spor.Facts;
using Spor.Kernel;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Workforce;

namespace Spor.Web.Staff.Absences;

static class AbsenceEndpoints
{
    public static void MapAbsences(this WebApplication app)
    {
        var group = app.MapGroup(Routes.Absence).RequireAuthorization(Policies.Leadership);
        group.MapGet("", (Viewing viewing, Acting acting) => Page(viewing, New(viewing, acting), FormState.New(viewing.Register.EntryNo)));
        group.MapPost("", SaveAbsence).Does<RegisterAbsence>();
        group.MapPost("/{id:long}/tilbage", SaveEnd).Does<EndAbsence>();
        group.MapPost("/saergruppe", SaveSpeciality).Does<NameSpeciality>();
        group.MapPost("/saergruppe/{id:long}/slut", SaveSpecialityEnd).Does<EndSpeciality>();
    }

    static FormState New(Viewing viewing, Acting acting) =>
        acting.NewForm((nameof(RegisterAbsence.From), Form.Iso(viewing.WorkClock.Today)));

    static IResult SaveAbsence(IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        if (!form.Filled(nameof(RegisterAbsence.EmployeeId)))
            form.Refusals.Add(new("choice-missing", nameof(RegisterAbsence.EmployeeId)));
        var command = new RegisterAbsence(
            form.Id(nameof(RegisterAbsence.EmployeeId)) ?? 0,
            form.NeededCode<AbsenceKind>(nameof(RegisterAbsence.Kind)),
            form.NeededDay(nameof(RegisterAbsence.From)),
            form.Day(nameof(RegisterAbsence.To)),
            form.Id(nameof(RegisterAbsence.CoverId))
        );
        return acting.Do(command, form).Saved
            ? Acting.Saved(Routes.Absence, "absence")
            : Page(viewing, form, FormState.New(viewing.Register.EntryNo));
    }

    static IResult SaveEnd(long id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        var back = form.NeededDay("BackOn");
        return acting.Do(new EndAbsence(id, back), form).Saved
            ? Acting.Saved(Routes.Absence, "absence")
            : Page(viewing, form, FormState.New(viewing.Register.EntryNo));
    }

    static IResult SaveSpeciality(IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        if (!form.Filled(nameof(NameSpeciality.EmployeeId)))
            form.Refusals.Add(new("choice-missing", nameof(NameSpeciality.EmployeeId)));
        var command = new NameSpeciality(
            form.Id(nameof(NameSpeciality.EmployeeId)) ?? 0,
            form.NeededCode<Spor.Children.TargetGroup>(nameof(NameSpeciality.TargetGroup)),
            viewing.WorkClock.Today
        );
        return acting.Do(command, form).Saved ? Acting.Saved(Routes.Absence, "speciality") : Page(viewing, New(viewing, acting), form);
    }

    static IResult SaveSpecialityEnd(long id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        return acting.Do(new EndSpeciality(id, viewing.WorkClock.Today.AddDays(-1)), form).Saved
            ? Acting.Saved(Routes.Absence, "speciality")
            : Page(viewing, New(viewing, acting), form);
    }

    static IResult Page(Viewing viewing, FormState absence, FormState speciality) =>
        ForChild.Page<AbsencePage>(
            absence.Refusals.Count > 0 ? absence : speciality,
            new
            {
                Viewing = viewing,
                Absence = absence,
                Speciality = speciality,
            }
        );
}
