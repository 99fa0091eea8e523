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
        group.MapPost("", SaveAbsence);
        group.MapPost("/{id:long}/tilbage", EndAbsence);
        group.MapPost("/saergruppe", SaveSpeciality);
        group.MapPost("/saergruppe/{id:long}/slut", EndSpeciality);
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
        return acting.Do(
            "register-absence",
            null,
            form,
            (facts, ids) => WorkforceRules.Away(command, facts.All<AbsenceFact>(), facts.All<EmploymentFact>(), ids.Next())
        )
            ? Acting.Saved(Routes.Absence, "absence")
            : Page(viewing, form, FormState.New(viewing.Register.EntryNo));
    }

    static IResult EndAbsence(long id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        var back = form.NeededDay("BackOn");
        return acting.Do("end-absence", null, form, (facts, _) => WorkforceRules.Back(facts.Find<AbsenceFact>(id), back.AddDays(-1)))
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
        return acting.Do(
            "name-speciality",
            null,
            form,
            (facts, ids) => WorkforceRules.Specialise(command, facts.All<SpecialityFact>(), facts.All<EmploymentFact>(), ids.Next())
        )
            ? Acting.Saved(Routes.Absence, "speciality")
            : Page(viewing, New(viewing, acting), form);
    }

    static IResult EndSpeciality(long id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        return acting.Do(
            "end-speciality",
            null,
            form,
            (facts, _) => WorkforceRules.EndSpeciality(facts.Find<SpecialityFact>(id), viewing.WorkClock.Today.AddDays(-1))
        )
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
