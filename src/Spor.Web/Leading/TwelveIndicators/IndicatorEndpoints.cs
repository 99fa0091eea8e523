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

    /// <summary>Both null: there is no cut-off day yet. A text: what was typed is none of the days that may be asked for: a cut-off day or,
    /// where the viewer may see the children, any day since the first case.</summary>
    static (IndicatorView? View, string? Unknown) Read(HttpContext context, Viewing viewing)
    {
        if (!viewing.SeesBehindAll)
            viewing = viewing.Published;
        var answers = viewing.Snapshot.Get(Answers);
        if (answers.Points.Count == 0)
            return (null, null);
        string Asked(string name) => context.Request.Query[name].ToString().Trim();
        var (at, other) = (Asked("dag"), Asked("sammenlign"));
        bool MayBe(DateOnly day) =>
            answers.Points.Any(p => p.Day == day)
            || (viewing.SeesBehindAll && day <= viewing.Today && answers.Engine.FirstCase is { } first && day >= first);
        DateOnly? day =
            at.Length == 0 ? answers.Points[^1].Day
            : Form.Day(at) is { } typedDay && MayBe(typedDay) ? typedDay
            : null;
        if (day is not { } on)
            return (null, at);
        // Another day, the cut-off day before, or a year before as the indicators themselves do.
        DateOnly? against = null;
        if (other.Length > 0)
            against =
                Form.Day(other) is { } typedOther && (MayBe(typedOther) || typedOther == on.AddMonths(-12)) && typedOther < on
                    ? typedOther
                    : null;
        else if (context.Request.Query["mod"] == Management.Against.Before)
            against = answers.Points.LastOrDefault(p => p.Day < on)?.Day;
        return against is null && other.Length > 0 ? (null, other) : (new(viewing, answers, on, against), null);
    }
}

/// <summary>The indicators of one register, and what of them may be told to those who do not see the children behind; both worked out when
/// first asked for.</summary>
public sealed class IndicatorAnswers(FigureEngine engine, Func<PublishedTables> tables)
{
    readonly Lazy<IReadOnlyList<IndicatorPoint>> points = new(() => IndicatorFigures.Series(engine));
    LadderPlan?[]? disclosures;

    public FigureEngine Engine => engine;

    /// <summary>The cut-off days and some of the viewer's own, earliest first.</summary>
    public IReadOnlyList<IndicatorPoint> PointsWith(IEnumerable<DateOnly> days)
    {
        List<DateOnly> own = [.. days.Where(d => engine.FirstCase <= d && !Points.Any(p => p.Day == d)).Distinct().Order()];
        return own.Count == 0 ? Points : [.. Points.Concat(IndicatorFigures.At(engine, own)).OrderBy(p => p.Day)];
    }

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
