using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.StepLadder;

static class LadderEndpoints
{
    public static void MapLadder(this WebApplication app)
    {
        app.MapGet("/trappen", ShowLadder).RequireAuthorization(Policies.Figures);
        app.MapTables(
            "/trappen",
            Policies.Figures,
            (context, viewing) =>
                Typed.Asked(context.Request.Query, ref viewing).Question is { } question
                    ? LadderTables.Of(viewing, LadderAnswer.Of(viewing.Snapshot, question))
                    : null
        );
    }

    static IResult ShowLadder(HttpContext context, Viewing viewing)
    {
        var typed = Typed.Asked(context.Request.Query, ref viewing);
        var figures = typed.Question is { } question ? LadderAnswer.Of(viewing.Snapshot, question) : null;
        return new RazorComponentResult<LadderPage>(new { Typed = typed, Figures = figures })
        {
            StatusCode = figures is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
    }
}

/// <summary>The filter form as it was typed, what is wrong with it, and the question it asks if nothing is.</summary>
public sealed record Typed(
    string Day,
    string Baseline,
    string District,
    string Team,
    string Group,
    IReadOnlyDictionary<string, string> Wrong,
    LadderQuestion? Question
)
{
    /// <summary>True where something finer was asked for than may be answered.</summary>
    public bool IsNearest { get; private init; }

    /// <summary>The question as it may be answered: of children whom the viewer may not see, what is published nearest to it.</summary>
    /// <param name="viewing">Becomes the viewing of what is published.</param>
    public static Typed Asked(IQueryCollection query, ref Viewing viewing)
    {
        string Field(string name) => query[name].ToString();
        var typed = Read(Field, viewing);
        if (typed.Question is not { } asked || LadderTables.SeesBehind(viewing, asked))
            return typed;
        viewing = viewing.Published;
        var nearest = asked.Nearest(new(viewing.Today));
        return typed with
        {
            Day = Danish.Numeric(nearest.Day),
            Baseline = Danish.Numeric(nearest.Baseline),
            District = nearest.District is null ? "" : typed.District,
            Group = nearest.Group is null ? "" : typed.Group,
            Question = nearest,
            IsNearest = nearest != asked,
        };
    }

    public static Typed Read(Func<string, string> field, Viewing viewing)
    {
        var wrong = new Dictionary<string, string>();
        string day = field("dag").Trim(),
            baseline = field("baseline").Trim(),
            district = field("distrikt").Trim(),
            team = field("team").Trim(),
            group = field("maalgruppe").Trim();

        var on = day.Length == 0 ? viewing.Today : Form.Day(day);
        if (on is null)
            wrong["dag"] = Text.NotADay(day);
        else if (on > viewing.Today)
            wrong["dag"] = Text.AfterToday(viewing.Today);

        var from = baseline.Length == 0 ? on?.AddMonths(-12) : Form.Day(baseline);
        if (baseline.Length > 0 && from is null)
            wrong["baseline"] = Text.NotADay(baseline);
        else if (baseline.Length > 0 && from >= on)
            wrong["baseline"] = Text.BaselineNotBefore;

        var districtId = Form.Number(district);
        if (district.Length > 0 && !viewing.Register.Districts.Any(d => d.DistrictId == districtId))
            wrong["distrikt"] = Text.UnknownDistrict;
        var teamId = Form.Number(team);
        if (team.Length > 0 && !viewing.Register.Teams.Any(t => t.TeamId == teamId))
            wrong["team"] = Text.UnknownTeam;
        TargetGroup? targetGroup = null;
        if (Codes<TargetGroup>.TryDanish(group, out var known))
            targetGroup = known;
        else if (group.Length > 0)
            wrong["maalgruppe"] = Text.UnknownGroup;

        var question = wrong.Count == 0 ? new LadderQuestion(on!.Value, from!.Value, districtId, teamId, targetGroup) : null;
        return new(
            question is null ? day : Danish.Numeric(question.Day),
            question is null ? baseline : Danish.Numeric(question.Baseline),
            district,
            team,
            group,
            wrong,
            question
        );
    }
}
