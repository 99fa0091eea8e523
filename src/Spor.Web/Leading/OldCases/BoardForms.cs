using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Recovery;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Leading.OldCases;

/// <summary>The weekly board of a programme, its minutes, and the committee's status.</summary>
static class BoardForm
{
    /// <summary>Null where there is no programme, or nothing of it that may be shown; a week that is none is the newest.</summary>
    static BoardView? ViewOf(long id, string week, Viewing viewing)
    {
        if (ProgrammeView.Of(viewing, id) is not { ShowsChildren: true } of)
            return null;
        var asked = ProgrammeRules.Monday(Form.Day(week) ?? of.Day);
        var (first, last) = (ProgrammeRules.Monday(of.Programme.From), ProgrammeRules.Monday(of.Day));
        return new(
            of,
            asked < first ? first
                : asked > last ? last
                : asked
        );
    }

    public static IResult Show(long id, HttpContext context, Viewing viewing, Acting acting, Showing log)
    {
        if (ViewOf(id, context.Request.Query["uge"].ToString(), viewing) is not { } view)
            return Results.NotFound();
        var held = viewing.WorkClock.Today is var today && ProgrammeRules.Monday(today) == view.Monday ? today : view.Monday;
        return Page(
            view,
            acting.NewForm(
                (nameof(HoldRecoveryBoard.HeldOn), Form.Iso(view.Minutes?.HeldOn ?? held)),
                (nameof(HoldRecoveryBoard.Present), view.Minutes?.Present),
                (nameof(HoldRecoveryBoard.Decisions), view.Minutes?.Decisions)
            ),
            viewing,
            log
        );
    }

    public static IResult Save(long id, IFormCollection posted, HttpContext context, Viewing viewing, Acting acting, Showing log)
    {
        var form = FormState.Of(posted);
        var command = new HoldRecoveryBoard(
            id,
            form.NeededDay(nameof(HoldRecoveryBoard.HeldOn)),
            form.Text(nameof(HoldRecoveryBoard.Present)),
            form.Text(nameof(HoldRecoveryBoard.Decisions))
        );
        if (
            acting
                .Do<HoldRecoveryBoard, RecoveryBoardFact>(
                    command,
                    form,
                    now => [(nameof(command.Present), now.Present), (nameof(command.Decisions), now.Decisions)]
                )
                .Saved
        )
            return Acting.Saved(
                $"{OldCasesEndpoints.Path(id)}/tavle?uge={Form.Iso(ProgrammeRules.Monday(command.HeldOn))}",
                "recovery-noted"
            );
        return ViewOf(id, context.Request.Query["uge"].ToString(), viewing) is { } view
            ? Page(view, form, viewing, log)
            : Results.NotFound();
    }

    static IResult Page(BoardView view, FormState form, Viewing viewing, Showing log)
    {
        Looked(view, viewing, log, "drill-down");
        return ForChild.Page<BoardPage>(form, new { View = view, Form = form });
    }

    static void Looked(BoardView view, Viewing viewing, Showing log, string kind) =>
        log.Looked(
            viewing.Viewer.Key,
            kind,
            [.. view.Board.Lines.SelectMany(l => l.LastWeek.Concat(l.ThisWeek)).Select(p => p.Of.File.Id).Distinct()],
            $"genopretning/{view.Of.Programme.Id.ToString(CultureInfo.InvariantCulture)}/tavle?uge={Form.Iso(view.Monday)}"
        );

    public static IResult Minutes(long id, HttpContext context, Viewing viewing, Showing log)
    {
        if (ViewOf(id, context.Request.Query["uge"].ToString(), viewing) is not { } view)
            return Results.NotFound();
        Looked(view, viewing, log, "export");
        return TypedResults.File(view.ToMinutes(), Document.ContentType, $"ugens-tavle-{Form.Iso(view.Monday)}.docx");
    }

    /// <summary>Of the whole programme alone: a part of it is no status.</summary>
    public static IResult Status(long id, Viewing viewing) =>
        ViewOf(id, "", viewing) is { Of.SeesAll: true } view
            ? TypedResults.File(view.ToStatus(), Document.ContentType, $"genopretning-status-{Form.Iso(view.Of.Day)}.docx")
            : Results.NotFound();
}

/// <summary>The six themes with their actions.</summary>
static class ThemesForm
{
    public static IResult Show(long id, Viewing viewing, Acting acting) => Page(id, acting.NewForm(), viewing);

    public static IResult Add(long id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        if (!form.Filled(nameof(AddRecoveryAction.EmployeeId)))
            form.Refusals.Add(new("choice-missing", nameof(AddRecoveryAction.EmployeeId)));
        var command = new AddRecoveryAction(
            id,
            form.NeededCode<RecoveryTheme>(nameof(AddRecoveryAction.Theme)),
            form.Text(nameof(AddRecoveryAction.What)),
            form.Id(nameof(AddRecoveryAction.EmployeeId)) ?? 0,
            form.NeededDay(nameof(AddRecoveryAction.DueOn))
        );
        return acting.Do(command, form).Saved
            ? Acting.Saved(OldCasesEndpoints.Path(id) + "/temaer", "recovery-noted")
            : Page(id, form, viewing);
    }

    static IResult Page(long id, FormState form, Viewing viewing) =>
        ProgrammeView.Of(viewing, id) is not { ShowsChildren: true } view
            ? Results.NotFound()
            : ForChild.Page<ThemesPage>(form, new { View = new BoardView(view, ProgrammeRules.Monday(view.Day)), Form = form });

    public static IResult ShowOne(long id, long action, Viewing viewing, Acting acting) =>
        ActionOf(id, action, viewing) is not { } a
            ? Results.NotFound()
            : One(
                id,
                a,
                acting.NewForm(
                    (nameof(ChangeRecoveryAction.State), a.State.Danish()),
                    (nameof(ChangeRecoveryAction.What), a.What),
                    (nameof(ChangeRecoveryAction.EmployeeId), a.EmployeeId.ToString(CultureInfo.InvariantCulture)),
                    (nameof(ChangeRecoveryAction.DueOn), Form.Iso(a.DueOn))
                )
            );

    public static IResult Save(long id, long action, IFormCollection posted, Viewing viewing, Acting acting)
    {
        if (ActionOf(id, action, viewing) is not { } a)
            return Results.NotFound();
        var form = FormState.Of(posted);
        if (!form.Filled(nameof(ChangeRecoveryAction.EmployeeId)))
            form.Refusals.Add(new("choice-missing", nameof(ChangeRecoveryAction.EmployeeId)));
        var command = new ChangeRecoveryAction(
            action,
            form.NeededCode<ActionState>(nameof(ChangeRecoveryAction.State)),
            form.Text(nameof(ChangeRecoveryAction.What)),
            form.Id(nameof(ChangeRecoveryAction.EmployeeId)) ?? 0,
            form.NeededDay(nameof(ChangeRecoveryAction.DueOn))
        );
        return acting.Do(command, form).Saved ? Acting.Saved(OldCasesEndpoints.Path(id) + "/temaer", "recovery-noted") : One(id, a, form);
    }

    static RecoveryActionFact? ActionOf(long id, long action, Viewing viewing) =>
        ProgrammeView.Of(viewing, id) is { MayLead: true }
            ? viewing.Register.Of<RecoveryActionFact>().FirstOrDefault(a => a.Id == action && a.ProgrammeId == id)
            : null;

    static IResult One(long id, RecoveryActionFact action, FormState form) =>
        ForChild.Page<ActionPage>(
            form,
            new
            {
                Programme = id,
                Action = action,
                Form = form,
            }
        );
}
