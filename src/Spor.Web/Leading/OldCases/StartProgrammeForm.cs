using System.Globalization;
using Spor.Facts;
using Spor.Recovery;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Leading.OldCases;

static class StartProgrammeForm
{
    public static IResult Show(Viewing viewing, Acting acting)
    {
        var form = acting.NewForm(
            (nameof(StartRecoveryProgramme.From), Form.Iso(viewing.WorkClock.Today)),
            (nameof(StartRecoveryProgramme.Order), RecoveryOrder.PlacedFirst.Danish()),
            // Whoever leads a team starts with its cases.
            (
                nameof(StartRecoveryProgramme.TeamId),
                viewing.Viewer.SeesAll ? null : viewing.Viewer.TeamId?.ToString(CultureInfo.InvariantCulture)
            )
        );
        form.SetAll(nameof(StartRecoveryProgramme.Elements), Codes<RecoveryElement>.AllDanish);
        return Page(form, viewing);
    }

    public static IResult Save(IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        var done = acting.Do(
            new StartRecoveryProgramme(
                form.Text(nameof(StartRecoveryProgramme.Name)),
                form.NeededDay(nameof(StartRecoveryProgramme.From)),
                form.NeededDay(nameof(StartRecoveryProgramme.TargetOn)),
                form.Id(nameof(StartRecoveryProgramme.TeamId)),
                Elements(form),
                form.NeededCode<RecoveryOrder>(nameof(StartRecoveryProgramme.Order)),
                form.Text(nameof(StartRecoveryProgramme.Standard))
            ),
            form
        );
        return done.New<RecoveryProgrammeFact>() is { } made
            ? Acting.Saved(OldCasesEndpoints.Path(made.Id), "recovery-started")
            : Page(form, viewing);
    }

    static IReadOnlyList<RecoveryElement> Elements(FormState form) =>
        RecoveryElements.Unpack(string.Join(' ', form.Values(nameof(StartRecoveryProgramme.Elements))));

    static IResult Page(FormState form, Viewing viewing) =>
        ForChild.Page<StartProgrammePage>(
            form,
            new
            {
                Form = form,
                Teams = viewing
                    .Register.Teams.Where(t => t.From <= viewing.Today && (t.To is null || viewing.Today <= t.To))
                    .Where(t => viewing.Viewer.SeesAll || viewing.Viewer.Teams.Contains(t.TeamId))
                    .DistinctBy(t => t.TeamId)
                    .Select(t => (t.TeamId.ToString(CultureInfo.InvariantCulture), t.Name))
                    .ToList(),
            }
        );
}

static class ChangeProgrammeForm
{
    public static IResult Show(long id, Viewing viewing, Acting acting) =>
        ProgrammeView.Of(viewing, id)?.Programme is not { } p
            ? Results.NotFound()
            : Page(
                p,
                acting.NewForm(
                    (nameof(ChangeRecoveryProgramme.Name), p.Name),
                    (nameof(ChangeRecoveryProgramme.TargetOn), Form.Iso(p.TargetOn)),
                    (nameof(ChangeRecoveryProgramme.Order), p.Order.Danish()),
                    (nameof(ChangeRecoveryProgramme.Standard), p.Standard)
                ),
                FormState.New(viewing.Register.EntryNo, (nameof(EndRecoveryProgramme.On), Form.Iso(viewing.WorkClock.Today)))
            );

    public static IResult Save(long id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        var command = new ChangeRecoveryProgramme(
            id,
            form.Text(nameof(ChangeRecoveryProgramme.Name)),
            form.NeededDay(nameof(ChangeRecoveryProgramme.TargetOn)),
            form.NeededCode<RecoveryOrder>(nameof(ChangeRecoveryProgramme.Order)),
            form.Text(nameof(ChangeRecoveryProgramme.Standard))
        );
        if (ProgrammeView.Of(viewing, id)?.Programme is not { } p)
            return Results.NotFound();
        return acting
            .Do<ChangeRecoveryProgramme, RecoveryProgrammeFact>(
                command,
                form,
                now =>
                    [
                        (nameof(command.Name), now.Name),
                        (nameof(command.TargetOn), Form.Iso(now.TargetOn)),
                        (nameof(command.Order), now.Order.Danish()),
                        (nameof(command.Standard), now.Standard),
                    ]
            )
            .Saved
            ? Acting.Saved(OldCasesEndpoints.Path(id), "recovery-changed")
            : Page(p, form, FormState.New(viewing.Register.EntryNo, (nameof(EndRecoveryProgramme.On), Form.Iso(viewing.WorkClock.Today))));
    }

    public static IResult End(long id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        var command = new EndRecoveryProgramme(
            id,
            form.NeededDay(nameof(EndRecoveryProgramme.On)),
            form.Text(nameof(EndRecoveryProgramme.Reason))
        );
        if (ProgrammeView.Of(viewing, id)?.Programme is not { } p)
            return Results.NotFound();
        return acting.Do(command, form).Saved
            ? Acting.Saved(OldCasesEndpoints.Path(id), "recovery-ended")
            : Page(
                p,
                FormState.New(
                    viewing.Register.EntryNo,
                    (nameof(ChangeRecoveryProgramme.Name), p.Name),
                    (nameof(ChangeRecoveryProgramme.TargetOn), Form.Iso(p.TargetOn)),
                    (nameof(ChangeRecoveryProgramme.Order), p.Order.Danish()),
                    (nameof(ChangeRecoveryProgramme.Standard), p.Standard)
                ),
                form
            );
    }

    static IResult Page(RecoveryProgrammeFact p, FormState change, FormState end) =>
        ForChild.Page<ChangeProgrammePage>(
            change.Refusals.Count > 0 ? change : end,
            new
            {
                Programme = p,
                Change = change,
                End = end,
            }
        );
}
