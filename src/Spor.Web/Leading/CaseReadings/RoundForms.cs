using System.Globalization;
using Spor.Facts;
using Spor.Recovery;
using Spor.Storage.Facts;
using Spor.Supervision;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.CaseReadings;

/// <summary>A round, and the actions after it.</summary>
static class RoundForm
{
    public static IResult Show(long id, HttpContext context, Viewing viewing, Acting acting, Showing log) =>
        RoundView.Of(viewing, id) is { } view ? Page(view, context, acting.NewForm(), viewing, log) : Results.NotFound();

    public static IResult Add(long id, HttpContext context, IFormCollection posted, Viewing viewing, Acting acting, Showing log)
    {
        if (RoundView.Of(viewing, id) is not { } view)
            return Results.NotFound();
        var form = FormState.Of(posted);
        if (!form.Filled(nameof(AddReadingAction.EmployeeId)))
            form.Refusals.Add(new("choice-missing", nameof(AddReadingAction.EmployeeId)));
        var command = new AddReadingAction(
            id,
            form.Code<ReadingStep>(nameof(AddReadingAction.Step)),
            form.Text(nameof(AddReadingAction.What)),
            form.Id(nameof(AddReadingAction.EmployeeId)) ?? 0,
            form.NeededDay(nameof(AddReadingAction.DueOn)),
            form.NeededDay(nameof(AddReadingAction.FollowUpOn))
        );
        return acting.Do(command, form).Saved
            ? Acting.Saved(ReadingEndpoints.Path(id) + "#handlinger", "reading-noted")
            : Page(view, context, form, viewing, log);
    }

    static IResult Page(RoundView view, HttpContext context, FormState form, Viewing viewing, Showing log)
    {
        var cases = Paged.Of(view.Result.Rows, Paged.Asked(context.Request.Query));
        log.Looked(
            viewing.Viewer.Key,
            "drill-down",
            [.. cases.Rows.Select(r => r.File.Id).Distinct()],
            "ledelsestilsyn/"
                + view.Round.Id.ToString(CultureInfo.InvariantCulture)
                + (cases.Page == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"?{Paged.Key}={cases.Page}"))
        );
        return ForChild.Page<RoundPage>(
            form,
            new
            {
                View = view,
                Cases = cases,
                Form = form,
            }
        );
    }
}

static class ChangeRoundForm
{
    public static IResult Show(long id, Viewing viewing, Acting acting) =>
        RoundView.Of(viewing, id) is { } view
            ? Page(
                view,
                acting.NewForm(
                    (nameof(ChangeReadingRound.Name), view.Round.Name),
                    (nameof(ChangeReadingRound.Until), Form.Iso(view.Round.Until))
                ),
                FormState.New(viewing.Register.EntryNo)
            )
            : Results.NotFound();

    public static IResult Save(long id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        if (RoundView.Of(viewing, id) is not { } view)
            return Results.NotFound();
        var form = FormState.Of(posted);
        var command = new ChangeReadingRound(
            id,
            form.Text(nameof(ChangeReadingRound.Name)),
            form.NeededDay(nameof(ChangeReadingRound.Until))
        );
        return acting.Do(command, form).Saved
            ? Acting.Saved(ReadingEndpoints.Path(id), "reading-noted")
            : Page(view, form, FormState.New(viewing.Register.EntryNo));
    }

    public static IResult End(long id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        if (RoundView.Of(viewing, id) is not { } view)
            return Results.NotFound();
        var form = FormState.Of(posted);
        return acting.Do(new EndReadingRound(id), form).Saved
            ? Acting.Saved(ReadingEndpoints.Path(id), "reading-round-ended")
            : Page(
                view,
                FormState.New(
                    viewing.Register.EntryNo,
                    (nameof(ChangeReadingRound.Name), view.Round.Name),
                    (nameof(ChangeReadingRound.Until), Form.Iso(view.Round.Until))
                ),
                form
            );
    }

    static IResult Page(RoundView view, FormState form, FormState end) =>
        ForChild.Page<ChangeRoundPage>(
            form.Refusals.Count > 0 ? form : end,
            new
            {
                View = view,
                Form = form,
                End = end,
            }
        );
}

static class ActionForm
{
    static ReadingActionFact? ActionOf(long id, long action, Viewing viewing) =>
        RoundView.Of(viewing, id)?.Actions.FirstOrDefault(a => a.Id == action);

    public static IResult Show(long id, long action, Viewing viewing, Acting acting) =>
        ActionOf(id, action, viewing) is not { } a
            ? Results.NotFound()
            : Page(
                a,
                acting.NewForm(
                    (nameof(ChangeReadingAction.State), a.State.Danish()),
                    (nameof(ChangeReadingAction.What), a.What),
                    (nameof(ChangeReadingAction.EmployeeId), a.EmployeeId.ToString(CultureInfo.InvariantCulture)),
                    (nameof(ChangeReadingAction.DueOn), Form.Iso(a.DueOn)),
                    (nameof(ChangeReadingAction.FollowUpOn), Form.Iso(a.FollowUpOn)),
                    (nameof(ChangeReadingAction.Effect), a.Effect)
                ),
                viewing
            );

    public static IResult Save(long id, long action, IFormCollection posted, Viewing viewing, Acting acting)
    {
        if (ActionOf(id, action, viewing) is not { } a)
            return Results.NotFound();
        var form = FormState.Of(posted);
        if (!form.Filled(nameof(ChangeReadingAction.EmployeeId)))
            form.Refusals.Add(new("choice-missing", nameof(ChangeReadingAction.EmployeeId)));
        var command = new ChangeReadingAction(
            action,
            form.NeededCode<ActionState>(nameof(ChangeReadingAction.State)),
            form.Text(nameof(ChangeReadingAction.What)),
            form.Id(nameof(ChangeReadingAction.EmployeeId)) ?? 0,
            form.NeededDay(nameof(ChangeReadingAction.DueOn)),
            form.NeededDay(nameof(ChangeReadingAction.FollowUpOn)),
            form.Text(nameof(ChangeReadingAction.Effect))
        );
        return acting
            .Do<ChangeReadingAction, ReadingActionFact>(
                command,
                form,
                now => [(nameof(command.What), now.What), (nameof(command.Effect), now.Effect)]
            )
            .Saved
            ? Acting.Saved(ReadingEndpoints.Path(id) + "#handlinger", "reading-noted")
            : Page(a, form, viewing);
    }

    static IResult Page(ReadingActionFact action, FormState form, Viewing viewing) =>
        ForChild.Page<ActionPage>(
            form,
            new
            {
                Action = action,
                Form = form,
                Viewing = viewing,
            }
        );
}

/// <summary>One drawn case as who leads the round sees it: what the reader found, and who reads it.</summary>
static class DrawnForm
{
    public static IResult Show(long id, long child, long drawn, Viewing viewing, Acting acting, FactReader facts) =>
        Page(id, child, drawn, viewing, facts, acting.NewForm());

    public static IResult Save(long id, long child, long drawn, IFormCollection posted, Viewing viewing, Acting acting, FactReader facts)
    {
        var form = FormState.Of(posted);
        if (!form.Filled(nameof(ReplaceReader.Reader)))
            form.Refusals.Add(new("choice-missing", nameof(ReplaceReader.Reader)));
        return acting.Do(new ReplaceReader(child, drawn, form.Text(nameof(ReplaceReader.Reader))), form).Saved
            ? Acting.Saved(ReadingEndpoints.Path(id), "reading-reader-replaced")
            : Page(id, child, drawn, viewing, facts, form);
    }

    static IResult Page(long id, long child, long drawn, Viewing viewing, FactReader facts, FormState form) =>
        ForChild.Do(
            child,
            viewing,
            _ =>
            {
                if (
                    RoundView.Of(viewing, id) is not { } view
                    || view.Result.Rows.FirstOrDefault(r => r.Drawn.Id == drawn && r.File.Id == child) is not { } row
                )
                    return Results.NotFound();
                return ForChild.Page<DrawnPage>(
                    form,
                    new
                    {
                        View = view,
                        Row = row,
                        Learning = row.Reading is { } reading ? facts.Opened([reading])[0].Learning : null,
                        Form = form,
                    }
                );
            }
        );
}
