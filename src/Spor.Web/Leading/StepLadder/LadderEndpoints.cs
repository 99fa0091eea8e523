using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Children;
using Spor.Facts;
using Spor.Figures.Disclosure;
using Spor.Kernel;
using Spor.Reports;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;
using Spor.Web.Leading.Baselines;
using Spor.Web.Leading.Management;

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
                Typed.Asked(context.Request.Query, ref viewing, KeptBy(context, viewing)) is { Question: { } question } typed
                    ? LadderTables.Of(viewing, LadderAnswer.Of(viewing.Snapshot, question), LadderBeside.Of(viewing, typed))
                    : null
        );
    }

    static IReadOnlyList<BaselineFact> KeptBy(HttpContext context, Viewing viewing) =>
        context.RequestServices.GetRequiredService<KeptBaselines>().At(viewing.Snapshot);

    static IResult ShowLadder(HttpContext context, Viewing viewing)
    {
        var typed = Typed.Asked(context.Request.Query, ref viewing, KeptBy(context, viewing));
        var figures = typed.Question is { } question ? LadderAnswer.Of(viewing.Snapshot, question) : null;
        return new RazorComponentResult<LadderPage>(
            new
            {
                Typed = typed,
                Figures = figures,
                Before = figures is null ? null : BeforeOf(viewing, figures.Question),
                Other = LadderBeside.Of(viewing, typed),
            }
        )
        {
            StatusCode = figures is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
    }

    /// <summary>The period before, if the viewer may see the children of both, or it is published.</summary>
    static LadderAnswer? BeforeOf(Viewing viewing, LadderQuestion question)
    {
        var before = question.PeriodBefore;
        return
            viewing.SeesBehindAll
            || (
                !LadderTables.SeesBehind(viewing, question)
                && viewing.Snapshot.Get(PublishedTables.Of).Periods.LengthOf(before.Period) is not null
            )
            ? LadderAnswer.Of(viewing.Snapshot, before)
            : null;
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
    /// <summary>The first day of the period, where it was typed instead of the day compared with.</summary>
    public string From { get; private init; } = "";
    public Span Span { get; private init; } = Span.Year;
    public long? BaselineId { get; private init; }

    /// <summary>Other children in the same period, where they are asked for.</summary>
    public Against? Other { get; private init; }

    /// <summary>True where something finer was asked for than may be answered.</summary>
    public bool IsNearest { get; private init; }

    /// <summary>The question as it may be answered: of children whom the viewer may not see, what is published nearest to it.</summary>
    /// <param name="viewing">Becomes the viewing of what is published.</param>
    public static Typed Asked(IQueryCollection query, ref Viewing viewing, IReadOnlyList<BaselineFact> kept)
    {
        string Field(string name) => query[name].ToString();
        var typed = Read(Field, viewing, kept);
        if (typed.Question is not { } asked || LadderTables.SeesBehind(viewing, asked))
            return typed;
        viewing = viewing.Published;
        var nearest = asked.Nearest(viewing.Snapshot.Get(PublishedTables.Of).Periods);
        return typed with
        {
            Day = Danish.Numeric(nearest.Day),
            Baseline = Danish.Numeric(nearest.Baseline),
            District = nearest.District is null ? "" : typed.District,
            Group = nearest.Group is null ? "" : typed.Group,
            From = "",
            BaselineId = null,
            Question = nearest,
            IsNearest = nearest != asked,
        };
    }

    public static Typed Read(Func<string, string> field, Viewing viewing, IReadOnlyList<BaselineFact> kept)
    {
        var wrong = new Dictionary<string, string>();
        // The words of the other pages with figures are understood too.
        string Either(string name, string other) => field(name).Trim() is { Length: > 0 } text ? text : field(other).Trim();
        string day = Either("dag", "til"),
            baseline = Either("baseline", "sammenlign"),
            first = field("fra").Trim(),
            district = field("distrikt").Trim(),
            team = field("team").Trim(),
            group = field("maalgruppe").Trim();

        var on = day.Length == 0 ? viewing.Today : Form.Day(day);
        if (on is null)
            wrong["dag"] = Text.NotADay(day);
        else if (on > viewing.Today)
            wrong["dag"] = Text.AfterToday(viewing.Today);

        var span = Codes<Span>.TryDanish(field("periode").Trim(), out var chosen) ? chosen : Span.Year;
        var known = kept.FirstOrDefault(b => baseline.Length == 0 && Form.Number(field("basislinje")) == b.Id);
        var firstDay = first.Length == 0 ? null : Form.Day(first);
        if (first.Length > 0 && firstDay is null)
            wrong["fra"] = Text.NotADay(first);
        else if (firstDay > on)
            wrong["fra"] = Text.FromAfterDay;
        else if (firstDay is not null && (baseline.Length > 0 || known is not null))
            wrong["fra"] = Text.FromOrDay;
        var from =
            baseline.Length > 0 ? Form.Day(baseline)
            : known is not null ? known.Day
            : firstDay is { } f ? f.AddDays(-1)
            : on is not { } to ? null
            : span == Span.Year ? to.AddMonths(-12)
            : (ManagementQuery.Plain(to) with { Span = span }).Now.After;
        if (known is not null && known.Day >= on)
            wrong["basislinje"] = Text.BaselineNotBefore;
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
        if (Codes<TargetGroup>.TryDanish(group, out var named))
            targetGroup = named;
        else if (group.Length > 0)
            wrong["maalgruppe"] = Text.UnknownGroup;

        var other = Against.Read(field("mod").Trim(), viewing);
        if (other is not null && !LadderBeside.Choices(viewing).Any(c => c.Choices.Contains(other)))
            wrong["mod"] = Text.UnknownOther;

        var question = wrong.Count == 0 ? new LadderQuestion(on!.Value, from!.Value, districtId, teamId, targetGroup) : null;
        return new(
            question is null ? day : Danish.Numeric(question.Day),
            question is null || baseline.Length == 0 ? baseline : Danish.Numeric(question.Baseline),
            district,
            team,
            group,
            wrong,
            question
        )
        {
            From = first,
            Span = span,
            BaselineId = known?.Id,
            Other = other,
        };
    }
}
