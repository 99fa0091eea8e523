using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Facts;
using Spor.Insight;
using Spor.Kernel;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.CasesAndStaff;

static class CaseloadEndpoints
{
    public static void AddCaseload(this IServiceCollection services) => services.AddSingleton<TimelineCache>();

    public static void MapCaseload(this WebApplication app)
    {
        app.MapGet("/sager", ShowCaseload).RequireAuthorization(Policies.Team);
        app.MapTables(
            "/sager",
            Policies.Team,
            (context, viewing) =>
            {
                var typed = context.Request.Query["dag"].ToString().Trim();
                return (typed.Length == 0 ? viewing.Today : Form.Day(typed)) is { } day && day <= viewing.Today
                    ? CaseloadView.Of(viewing, context.RequestServices.GetRequiredService<TimelineCache>(), day).ToTables(viewing)
                    : null;
            }
        );
    }

    static RazorComponentResult<CaseloadPage> ShowCaseload(HttpContext context, Viewing viewing, TimelineCache timelines)
    {
        var typed = context.Request.Query["dag"].ToString().Trim();
        var day = typed.Length == 0 ? viewing.Today : Form.Day(typed);
        var fault =
            day is null ? Text.NotADay(typed)
            : day > viewing.Today ? Text.AfterToday(viewing.Today)
            : null;
        var load = fault is null ? CaseloadView.Of(viewing, timelines, day!.Value) : null;
        return new(
            new
            {
                Day = load is null ? typed : Danish.Numeric(load.Day),
                Fault = fault,
                Load = load,
                Team = Form.Number(context.Request.Query["team"]) is { } team && load?.Teams.Any(t => t.TeamId == team) == true
                    ? team
                    : (long?)null,
                AsTable = context.Request.Query["tabel"] == "ja",
                Side = Paged.Asked(context.Request.Query),
            }
        )
        {
            StatusCode = load is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
    }
}

/// <summary>The slim columns of the newest register, built once for it, and the last series asked for.</summary>
public sealed class TimelineCache
{
    sealed record Held(Register Register, Timeline Timeline, DateOnly Until, IReadOnlyList<TimelinePoint> Points);

    volatile Held? held;
    readonly Lock gate = new();

    /// <summary>Every month's last day from the first case to a day, and the day itself.</summary>
    public (Timeline Timeline, IReadOnlyList<TimelinePoint> Points) Until(Register register, DateOnly day)
    {
        if (held is { } known && ReferenceEquals(known.Register, register) && known.Until == day)
            return (known.Timeline, known.Points);
        lock (gate)
        {
            if (held is { } before && ReferenceEquals(before.Register, register) && before.Until == day)
                return (before.Timeline, before.Points);
            var timeline = held is { } same && ReferenceEquals(same.Register, register) ? same.Timeline : new Timeline(register);
            var points = timeline.At(timeline.MonthEnds(day));
            held = new(register, timeline, day, points);
            return (timeline, points);
        }
    }
}
