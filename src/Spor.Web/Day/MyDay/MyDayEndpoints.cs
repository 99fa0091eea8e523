using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Interventions;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Layout;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Day.MyDay;

static class MyDayEndpoints
{
    /// <summary>Lines on a page, beside those that are folded.</summary>
    const int LinesAPage = 60,
        OldShown = 40;

    public static void MapMyDay(this WebApplication app)
    {
        app.MapGet("/min-dag", Show).RequireAuthorization(Policies.Children);
        app.MapGet(LeftoversForm.Path, LeftoversForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost(LeftoversForm.Path, LeftoversForm.Save).Does<Spor.Cases.CloseLeftovers>();
    }

    static IResult Show(Viewing viewing, Showing log, FactReader facts, HttpContext context, string? alle)
    {
        if (viewing.Viewer.EmployeeId is not { } me)
            return ShowLeader(viewing, log);
        var all = alle == "ja";
        var lines = DayWork.InOrder(DayWork.Of(viewing, facts)).ToLookup(l => DayWork.GroupOf(l, viewing.Today));
        DayGroup[] groups = [DayGroup.Overdue, DayGroup.Today, DayGroup.ThisWeek, DayGroup.Later];
        var shown = Paged.Of(
            [.. groups.Concat(all ? [DayGroup.Beyond] : []).SelectMany(g => lines[g])],
            Paged.Asked(context.Request.Query),
            LinesAPage
        );
        var old = lines[DayGroup.Old].ToList();
        var band = DayBand.Of(viewing, facts);
        var children = viewing.Mine.ToList();
        var steps = new int[Ladder.Steps];
        foreach (var child in children)
            steps[child.Step]++;
        log.Looked(
            viewing.Viewer.Key,
            "min-dag",
            [
                .. shown
                    .Rows.Concat(old.Take(OldShown))
                    .Select(l => l.Child)
                    .OfType<Spor.Requirements.ChildState>()
                    .Select(c => c.File.Id)
                    .Concat(band.Children)
                    .Distinct(),
            ],
            all ? "alle kommende" : null
        );
        return new RazorComponentResult<MyDayPage>(
            new
            {
                Children = children.Count,
                Lines = shown,
                Counts = groups.Select(g => lines[g].Count()).ToList(),
                All = all,
                Beyond = lines[DayGroup.Beyond].Count(),
                Old = (IReadOnlyList<WorkLine>)[.. old.Take(OldShown)],
                OldCount = old.Count,
                Band = band,
                Missed = children.Sum(c => c.Missed),
                Load = viewing.Overview.Load.Employees.FirstOrDefault(e => e.EmployeeId == me),
                Steps = steps,
            }
        );
    }

    static RazorComponentResult ShowLeader(Viewing viewing, Showing log)
    {
        var day = viewing.MayLead ? LeaderDay.Of(viewing) : null;
        if (day is not null)
            log.Looked(viewing.Viewer.Key, "min-dag", [.. day.Children.Distinct()]);
        return new RazorComponentResult<LeaderDayPage>(new { Day = day });
    }
}
