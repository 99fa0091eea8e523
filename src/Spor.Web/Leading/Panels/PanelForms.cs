using System.Globalization;
using Spor.Facts;
using Spor.Voices;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.Panels;

/// <summary>A meeting of a panel, new or put right.</summary>
static class HoldPanelForm
{
    public static IResult ShowNew(Viewing viewing, Acting acting) =>
        Page(null, acting.NewForm((nameof(HoldPanel.HeldOn), Form.Iso(viewing.WorkClock.Today))));

    public static IResult SaveNew(IFormCollection posted, Acting acting)
    {
        var form = FormState.Of(posted);
        var done = acting.Do(Command(null, form), form);
        return done.Saved ? Acting.Saved(PanelEndpoints.Path(done.New<PanelMeetingFact>()!.Id), "panel-held") : Page(null, form);
    }

    public static IResult Show(long id, Viewing viewing, Acting acting) =>
        new PanelView(viewing).Meeting(id) is not { } m
            ? Results.NotFound()
            : Page(
                m,
                acting.NewForm(
                    (nameof(HoldPanel.Panel), m.Panel.Danish()),
                    (nameof(HoldPanel.HeldOn), Form.Iso(m.HeldOn)),
                    (nameof(HoldPanel.Came), m.Came.ToString(CultureInfo.InvariantCulture)),
                    (nameof(HoldPanel.About), m.About),
                    (nameof(HoldPanel.Notes), m.Notes)
                )
            );

    public static IResult Save(long id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        if (new PanelView(viewing).Meeting(id) is not { } meeting)
            return Results.NotFound();
        var form = FormState.Of(posted);
        return acting
            .Do<HoldPanel, PanelMeetingFact>(
                Command(id, form),
                form,
                now => [(nameof(HoldPanel.About), now.About), (nameof(HoldPanel.Notes), now.Notes)]
            )
            .Saved
            ? Acting.Saved(PanelEndpoints.Path(id), "panel-held")
            : Page(meeting, form);
    }

    static HoldPanel Command(long? id, FormState form) =>
        new(
            id,
            form.NeededCode<Panel>(nameof(HoldPanel.Panel)),
            form.NeededDay(nameof(HoldPanel.HeldOn)),
            form.Number(nameof(HoldPanel.Came)) is >= 0 and <= int.MaxValue and var came ? (int)came : null,
            form.Text(nameof(HoldPanel.About)),
            form.Text(nameof(HoldPanel.Notes))
        );

    static IResult Page(PanelMeetingFact? meeting, FormState form) =>
        ForChild.Page<HoldPanelPage>(form, new { Meeting = meeting, Form = form });
}

/// <summary>A meeting's page: a point is added, and the panel is told what became of others.</summary>
static class MeetingForms
{
    public static IResult Show(long id, Viewing viewing, Acting acting, HttpContext context) =>
        Page(id, viewing, acting, null, null, Paged.Asked(context.Request.Query));

    public static IResult Raise(long id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        if (!form.Filled(nameof(RaisePanelPoint.EmployeeId)))
            form.Refusals.Add(new("choice-missing", nameof(RaisePanelPoint.EmployeeId)));
        var command = new RaisePanelPoint(id, form.Text(nameof(RaisePanelPoint.What)), form.Id(nameof(RaisePanelPoint.EmployeeId)) ?? 0);
        return acting.Do(command, form).Saved
            ? Acting.Saved(PanelEndpoints.Path(id), "panel-point-raised")
            : Page(id, viewing, acting, form, null);
    }

    public static IResult Tell(long id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        var command = new TellPanelBack(
            [
                .. form.Values(nameof(TellPanelBack.PointIds))
                    .Select(v => long.TryParse(v, NumberStyles.None, CultureInfo.InvariantCulture, out var point) ? point : 0),
            ],
            form.NeededDay(nameof(TellPanelBack.ToldOn))
        );
        return acting.Do(command, form).Saved ? Acting.Saved(PanelEndpoints.Path(id), "panel-told") : Page(id, viewing, acting, null, form);
    }

    static IResult Page(long id, Viewing viewing, Acting acting, FormState? raise, FormState? tell, int page = 1)
    {
        var view = new PanelView(viewing);
        return view.Meeting(id) is not { } meeting
            ? Results.NotFound()
            : ForChild.Page<MeetingPage>(
                tell ?? raise ?? acting.NewForm(),
                new
                {
                    View = view,
                    Meeting = meeting,
                    Page = page,
                    Raise = raise ?? acting.NewForm(),
                    Tell = tell ?? acting.NewForm((nameof(TellPanelBack.ToldOn), Form.Iso(viewing.WorkClock.Today))),
                }
            );
    }
}

/// <summary>What became of a point; or the panel takes it back.</summary>
static class PointForms
{
    static PanelPointFact? Point(long id, long point, Viewing viewing) =>
        viewing.Register.Of<PanelPointFact>().FirstOrDefault(p => p.Id == point && p.MeetingId == id);

    public static IResult Show(long id, long point, Viewing viewing, Acting acting) =>
        Point(id, point, viewing) is { } p ? Page(p, viewing, Filled(p, acting), acting.NewForm()) : Results.NotFound();

    public static IResult Answer(long id, long point, IFormCollection posted, Viewing viewing, Acting acting)
    {
        if (Point(id, point, viewing) is not { } p)
            return Results.NotFound();
        var form = FormState.Of(posted);
        if (!form.Filled(nameof(AnswerPanelPoint.EmployeeId)))
            form.Refusals.Add(new("choice-missing", nameof(AnswerPanelPoint.EmployeeId)));
        var command = new AnswerPanelPoint(
            point,
            form.NeededCode<PointState>(nameof(AnswerPanelPoint.State)),
            form.Text(nameof(AnswerPanelPoint.Answer)),
            form.Id(nameof(AnswerPanelPoint.EmployeeId)) ?? 0
        );
        return acting.Do<AnswerPanelPoint, PanelPointFact>(command, form, now => [(nameof(command.Answer), now.Answer)]).Saved
            ? Acting.Saved(PanelEndpoints.Path(id), "panel-point-answered")
            : Page(p, viewing, form, acting.NewForm());
    }

    public static IResult Withdraw(long id, long point, IFormCollection posted, Viewing viewing, Acting acting)
    {
        if (Point(id, point, viewing) is not { } p)
            return Results.NotFound();
        var form = FormState.Of(posted);
        return acting.Do(new WithdrawPanelPoint(point), form).Saved
            ? Acting.Saved(PanelEndpoints.Path(id), "panel-point-taken-back")
            : Page(p, viewing, Filled(p, acting), form);
    }

    static FormState Filled(PanelPointFact p, Acting acting) =>
        acting.NewForm(
            (nameof(AnswerPanelPoint.State), p.State.Danish()),
            (nameof(AnswerPanelPoint.Answer), p.Answer),
            (nameof(AnswerPanelPoint.EmployeeId), p.EmployeeId.ToString(CultureInfo.InvariantCulture))
        );

    static IResult Page(PanelPointFact point, Viewing viewing, FormState form, FormState withdraw) =>
        ForChild.Page<PointPage>(
            withdraw.Refusals.Count > 0 ? withdraw : form,
            new
            {
                Point = point,
                Viewing = viewing,
                Form = form,
                Withdraw = withdraw,
            }
        );
}
