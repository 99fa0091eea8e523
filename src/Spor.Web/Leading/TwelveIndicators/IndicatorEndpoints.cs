using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Disclosure;
using Spor.Figures.Engine;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.TwelveIndicators;

static class IndicatorEndpoints
{
    static readonly Derived<IndicatorAnswers> Answers = new(s => new(s.Get(KeyFigures.Engine), () => s.Get(PublishedTables.Of)));

    public static void MapIndicators(this WebApplication app)
    {
        app.MapGet("/noegletal", ShowIndicators).RequireAuthorization(Policies.Figures);
        app.MapTables("/noegletal", Policies.Figures, (context, viewing) => Read(context, viewing).View?.ToTables());
    }

    static IResult ShowIndicators(HttpContext context, Viewing viewing)
    {
        var (view, typed) = Read(context, viewing);
        return new RazorComponentResult<IndicatorsPage>(new { View = view, Unknown = typed })
        {
            StatusCode = typed is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
    }

    /// <summary>Both null: there is no cut-off day yet. A text: what was typed is none of the days.</summary>
    static (IndicatorView? View, string? Unknown) Read(HttpContext context, Viewing viewing)
    {
        if (!viewing.SeesBehindAll)
            viewing = viewing.Published;
        var answers = viewing.Snapshot.Get(Answers);
        var typed = context.Request.Query["dag"].ToString().Trim();
        if (answers.Points.Count == 0)
            return (null, null);
        var at =
            typed.Length == 0 ? answers.Points.Count - 1
            : Form.Day(typed) is { } day ? answers.Points.ToList().FindIndex(p => p.Day == day)
            : -1;
        if (at < 0)
            return (null, typed);
        // Another cut-off day, the one before, or a year before as the indicators themselves do.
        var other = context.Request.Query["sammenlign"].ToString().Trim();
        var against =
            other.Length > 0 ? (Form.Day(other) is { } on ? answers.Points.ToList().FindIndex(p => p.Day == on) : -1)
            : context.Request.Query["mod"] == Management.Against.Before ? at - 1
            : (int?)null;
        return against < 0 && other.Length > 0 || against >= at
            ? (null, other)
            : (new(viewing, answers, at, against < 0 ? null : against), null);
    }
}

/// <summary>The indicators of one register, and what of them may be told to those who do not see the children behind; both worked out when
/// first asked for.</summary>
public sealed class IndicatorAnswers(FigureEngine engine, Func<PublishedTables> tables)
{
    readonly Lazy<IReadOnlyList<IndicatorPoint>> points = new(() => IndicatorFigures.Series(engine));
    LadderPlan?[]? disclosures;

    public FigureEngine Engine => engine;
    public IReadOnlyList<IndicatorPoint> Points => points.Value;

    /// <summary>What must be hidden of the ladder at each cut-off day against a year before: the same as on the ladder page for those
    /// days.</summary>
    public LadderPlan[] Disclosures()
    {
        if (disclosures is { } known)
            return known!;
        var made = new LadderPlan?[Points.Count];
        var published = tables();
        Parallel.For(0, made.Length, i => made[i] = new(engine, new(Points[i].Day.AddMonths(-12), Points[i].Day), published));
        disclosures = made;
        return made!;
    }
}
