using Spor.Figures;
using Spor.Figures.Disclosure;
using Spor.Figures.Engine;
using Spor.Kernel;
using Spor.Law;
using Spor.Web.Access;
using Spor.Web.Day.Children;
using Spor.Web.Leading.Baselines;

namespace Spor.Web.Leading.Management;

/// <summary>A figure, or a part of one, as a row of a page.</summary>
/// <param name="Before">At the day compared with, or of the period ended there.</param>
/// <param name="Months">Asks for <see cref="Trend"/>, which a row that is not drawn has no use of.</param>
/// <param name="Href">The children behind, for those who may see them.</param>
public sealed record FigureRow(
    Figure Of,
    string? Part,
    string Name,
    KeyFigure? Now,
    KeyFigure? Before,
    bool HidesNow,
    bool HidesBefore,
    Func<IReadOnlyList<(DateOnly Day, double? Value)>> Months,
    string? Href
)
{
    /// <summary>Month by month, what is hidden or not defined as null.</summary>
    public IReadOnlyList<(DateOnly Day, double? Value)> Trend => field ??= Months();

    /// <summary>What a share is made of, as far as it may be told.</summary>
    public (long Some, long All)? Portion { get; init; }

    /// <summary>»4 af 17«.</summary>
    public string? Counts => Text.Counts(Portion);

    /// <summary>The same of the figure before.</summary>
    public (long Some, long All)? PortionBefore { get; init; }
    public string? CountsBefore => Text.Counts(PortionBefore);

    public string Pin => Part is null ? Of.Code : Of.Code + ":" + Part;
    public string Shown => Text.Shown(Now, HidesNow);
    public string ShownBefore => Text.Shown(Before, HidesBefore);
    public string Change => Text.Change(Now, Before, HidesNow || HidesBefore);
}

/// <summary>Management information for one question: figures now, at the day compared with, and month by month.</summary>
public sealed class ManagementView
{
    // The one plan, for those who may not see the children behind.
    readonly PublishedTables? tables;
    readonly FigureSeries now,
        before;

    public Viewing Viewing { get; }
    public ManagementQuery Query { get; }
    public FigureSeries Series { get; }
    public IReadOnlyList<KeyFigure> Now => now.Months[0];

    /// <summary>May the viewer open every child behind the figures of today?</summary>
    public bool SeesBehind { get; }
    bool SeesBehindAnyDay => Viewing.SeesBehindAll;

    public ManagementView(Viewing viewing, ManagementQuery query)
    {
        (Viewing, Query) = (viewing, query);
        var answers = FigureAnswers.Of(viewing.Snapshot, query.Question);
        (now, Series) = (answers.Now, answers.Months);
        // The one place that says what is compared with: other children, an earlier day as known today, or a baseline's day as known then.
        before =
            query.Other is { } other ? FigureAnswers.Of(viewing.Snapshot, new(other, query.To, query.Now, query.Now)).Now
            : query is { Baseline: { } baseline }
                ? FigureAnswers.Of(viewing.Known(baseline.EntryNo, baseline.Day), query.Before, query.Filter)
            : answers.Before;
        // Who is of a team today says nothing of who was in it then.
        SeesBehind = query.Published is null && viewing.Viewer.SeesBehind(query.Filter, query.To);
        if (!SeesBehindAnyDay)
            tables = viewing.Published.Snapshot.Get(PublishedTables.Of);
    }

    /// <summary>Somebody's question as it may be answered: of children whom they may not see, what is published nearest to it.</summary>
    public static ManagementView Of(Viewing viewing, IQueryCollection query, KeptBaselines kept)
    {
        var asked = ManagementQuery.Read(query, viewing, kept.At(viewing.Snapshot));
        if (viewing.Viewer.SeesBehind(asked.Filter, asked.To) && viewing.Viewer.SeesBehind(asked.Other ?? asked.Filter, asked.To))
            return new(viewing, asked);
        var published = viewing.Published;
        asked = ManagementQuery.Read(query, published, kept.At(viewing.Snapshot));
        return new(published, asked.Nearest(published.Snapshot.Get(PublishedTables.Of).Periods));
    }

    public KeyFigure? Figure(Figure of, string? part = null) => now.Of(0, of, part);

    public bool Hides(Figure of, string? part) => !SeesBehind && tables!.Hides(of, part, Query.Filter, Query.Now);

    /// <summary>Hidden by itself, or since from it and the figure now the few could be told who differ: a change is a figure too. What
    /// rests
    /// on many is shown all the same.</summary>
    public bool HidesBefore(Figure of, string? part)
    {
        if (tables is null)
            return false;
        if (Query.Other is { } other)
            return !SeesBehind && tables.Hides(of, part, other, Query.Now);
        if (tables.Hides(of, part, Query.Filter, Query.Before))
            return true;
        return !Hides(of, part)
            && Figure(of, part) is { } f
            && before.Of(0, of, part)?.Value is { } was
            && PublishedTables.IsChangeOfFew(of, f.Rests, f.Value ?? 0, was);
    }

    public FigureRow Row(Figure of, string? part = null, string? name = null)
    {
        var figure = Figure(of, part);
        var was = before.Of(0, of, part);
        var label = name ?? (part is null ? of.Name : Danish.Capital(figure?.PartName ?? was?.PartName ?? part));
        var hides = Hides(of, part);
        return new(of, part, label, figure, was, hides, HidesBefore(of, part), () => Trend(of, part), Href(of, part, figure))
        {
            Portion = Text.Portion(figure, hides, SeesBehind),
            PortionBefore = Text.Portion(was, HidesBefore(of, part), SeesBehind),
        };
    }

    /// <summary>More parts than this, many teams that is, stand on the figure's own page alone.</summary>
    public const int MostParts = 20;

    /// <summary>The parts of a figure that there is anything of, now or then; on a page of many figures none, if they are too many to be
    /// read.</summary>
    public IReadOnlyList<FigureRow> Parts(Figure of, bool all = false)
    {
        if (!all && Now.Count(f => f.Of == of && f.Part is not null) > MostParts)
            return [];
        return AllParts(of);
    }

    /// <summary>Is the figure listed for the viewer, though a part of it may be hidden?</summary>
    public bool Shows(Figure of) => SeesBehind || !(of.NotPublished || of == LadderFigures.Movements);

    /// <summary>The figures that say themselves which topic they belong to, each with its parts.</summary>
    public IEnumerable<FigureRow> Others(FigureTopic topic) =>
        KeyFigures.All.Where(f => f.Topic == topic && Shows(f)).SelectMany(f => Parts(f).Prepend(Row(f)));

    List<FigureRow> AllParts(Figure of) =>
        [
            .. Now.Where(f =>
                    f.Of == of
                    && f.Part is not null
                    && (
                        f.Rests > 0
                        || f.Value is not null and not 0
                        || (f.Value is null && of.MustBeTold)
                        || before.Of(0, of, f.Part) is { Value: not null and not 0 }
                    )
                )
                .Select(f => Row(of, f.Part)),
        ];

    /// <summary>Month by month; what is hidden, not defined, or of a month that is not over as null.</summary>
    public IReadOnlyList<(DateOnly Day, double? Value)> Trend(Figure of, string? part)
    {
        var months = Series.Of(of, part);
        var trend = new (DateOnly, double?)[months.Length];
        for (var i = 0; i < trend.Length; i++)
            trend[i] = (Series.Periods[i].To, IsCutShort(of, i) || HidesMonth(of, part, i) ? null : months[i]?.Value);
        return trend;
    }

    bool HidesMonth(Figure of, string? part, int month) =>
        tables is not null && tables.Hides(of, part, Query.Filter, PublicPeriods.Run(Series.Periods[month].To, 1));

    /// <summary>What happens in a month is a month's only when the month is over; a state of its last day so far is one all the
    /// same.</summary>
    bool IsCutShort(Figure of, int month) =>
        of.Time is FigureTime.Period or FigureTime.Between && Series.Periods[month].To is var to && to.AddDays(1).Day != 1;

    /// <summary>A month's value as text: what is hidden says so.</summary>
    public IReadOnlyList<(DateOnly Day, string Shown)> Monthly(Figure of, string? part)
    {
        var months = Series.Of(of, part);
        var trend = Trend(of, part);
        return
        [
            .. months.Select(
                (f, i) =>
                    (
                        Series.Periods[i].To,
                        IsCutShort(of, i) ? Text.NotOver
                        : f?.Value is null ? Text.Shown(f, false)
                        : trend[i].Value is null ? Text.Hidden
                        : Text.Value(of.Unit, f.Value.Value)
                    )
            ),
        ];
    }

    /// <summary>The children behind a figure: the same question, as the list of children reads it.</summary>
    string? Href(Figure of, string? part, KeyFigure? figure)
    {
        if (!SeesBehind || !Viewing.MayWork || !of.AboutChildren || figure is not { Rests: > 0 })
            return null;
        var f = Query.Filter;
        return ChildQuery.Href(
            new(
                TeamId: f.TeamId,
                DistrictId: f.DistrictId,
                TargetGroup: f.TargetGroup,
                Age: f.Age,
                Gender: f.Gender,
                Figure: of.Code,
                Part: part,
                A: Query.Now.From,
                B: Query.To
            )
            {
                Ages = f.Ages,
            }
        );
    }

    /// <summary>A figure's own page, with the same question.</summary>
    public string FigureHref(FigureRow row) =>
        "/ledelse/tal/" + row.Of.Code + (row.Part is null ? "" : "/" + Uri.EscapeDataString(row.Part)) + Query.ToQuery(withPins: false);

    public Target? Target(Figure of) => Targets.On(of.Code, Query.To);

    public string Place => Text.Place(Query.Filter, Viewing);
}
