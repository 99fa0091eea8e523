using Spor.Facts;
using Spor.Recovery;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Leading.OldCases;

/// <summary>People who came, went or were given other tasks.</summary>
static class StaffingForm
{
    public static IResult Show(long id, Viewing viewing, Acting acting) =>
        Page(id, acting.NewForm((nameof(NoteRecoveryStaffing.On), Form.Iso(viewing.WorkClock.Today))), viewing);

    public static IResult Save(long id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        var command = new NoteRecoveryStaffing(
            id,
            form.NeededDay(nameof(NoteRecoveryStaffing.On)),
            form.NeededCode<StaffingKind>(nameof(NoteRecoveryStaffing.Kind)),
            Numbers.Count(form, nameof(NoteRecoveryStaffing.People)) ?? 0,
            form.Code<RecoveryElement>(nameof(NoteRecoveryStaffing.Element)),
            form.Text(nameof(NoteRecoveryStaffing.Note))
        );
        return acting.Do(command, form).Saved
            ? Acting.Saved(OldCasesEndpoints.Path(id) + "#bemanding", "recovery-noted")
            : Page(id, form, viewing);
    }

    public static IResult Withdraw(long id, long row, IFormCollection posted, Acting acting) =>
        acting.Do(new WithdrawRecoveryStaffing(row), FormState.Of(posted)).Saved
            ? Acting.Saved(OldCasesEndpoints.Path(id) + "#bemanding", "recovery-noted")
            : Results.NotFound();

    static IResult Page(long id, FormState form, Viewing viewing) =>
        ProgrammeView.Of(viewing, id) is not { MayLead: true } view
            ? Results.NotFound()
            : ForChild.Page<StaffingPage>(form, new { View = view, Form = form });
}

/// <summary>Numbers that were published.</summary>
static class PublishedForm
{
    public static IResult Show(long id, Viewing viewing, Acting acting) =>
        ProgrammeView.Of(viewing, id) is not { MayLead: true } view
            ? Results.NotFound()
            : Page(
                view,
                acting.NewForm(
                    (nameof(NotePublishedNumbers.From), Form.Iso(view.Programme.From)),
                    (nameof(NotePublishedNumbers.To), Form.Iso(view.Day))
                )
            );

    public static IResult Save(long id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        var command = new NotePublishedNumbers(
            id,
            form.NeededDay(nameof(NotePublishedNumbers.From)),
            form.NeededDay(nameof(NotePublishedNumbers.To)),
            Numbers.Count(form, nameof(NotePublishedNumbers.AtStart)),
            Numbers.Count(form, nameof(NotePublishedNumbers.Closed)),
            form.Hundredths(nameof(NotePublishedNumbers.NewAMonthHundredths)),
            Numbers.Count(form, nameof(NotePublishedNumbers.AtEnd)),
            form.Hundredths(nameof(NotePublishedNumbers.LoadAtStartHundredths)),
            form.Hundredths(nameof(NotePublishedNumbers.LoadAtEndHundredths)),
            form.Text(nameof(NotePublishedNumbers.Source))
        );
        if (acting.Do(command, form).Saved)
            return Acting.Saved(OldCasesEndpoints.Path(id) + "#offentliggjort", "recovery-noted");
        return ProgrammeView.Of(viewing, id) is { MayLead: true } view ? Page(view, form) : Results.NotFound();
    }

    public static IResult Withdraw(long id, long row, IFormCollection posted, Acting acting) =>
        acting.Do(new WithdrawPublishedNumbers(row), FormState.Of(posted)).Saved
            ? Acting.Saved(OldCasesEndpoints.Path(id) + "#offentliggjort", "recovery-noted")
            : Results.NotFound();

    static IResult Page(ProgrammeView view, FormState form) => ForChild.Page<PublishedPage>(form, new { View = view, Form = form });
}

static class Numbers
{
    /// <summary>A count as typed; what is too large to be one is refused by the rule.</summary>
    public static int? Count(FormState form, string field) => form.Number(field) is { } n ? (int)Math.Clamp(n, -1, 1_000_000) : null;
}
