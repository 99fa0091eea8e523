using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Disclosure;
using Spor.Figures.Engine;
using Spor.Kernel;
using Spor.Law;
using Spor.Web.Access;
using Spor.Web.Day.Children;
using Spor.Web.Frame.Forms;
using Spor.Web.Leading.Baselines;
using Spor.Workforce;

namespace Spor.Web.Leading.ConferencesInFigures;

/// <summary>One of the counts that the tables have in common.</summary>
/// <param name="Of">Its definition among the key figures, which the children behind it are found by.</param>
/// <param name="Short">The heading of its column.</param>
/// <param name="Whole">The count that it is a part of; null of the two whole ones.</param>
public sealed record Counted(Figure Of, string Short, Func<ConferenceCounts, int> Value, Figure? Whole)
{
    public static IReadOnlyList<Counted> All { get; } =
    [
        new(ConferenceFigures.Offered, Text.Offered, f => f.Offered, null),
        new(ConferenceFigures.InNewCases, Text.InNewCases, f => f.InNewCases, ConferenceFigures.Offered),
        new(ConferenceFigures.Accepted, Text.Accepted, f => f.Accepted, ConferenceFigures.Offered),
        new(ConferenceFigures.Held, Text.Held, f => f.Held, null),
        new(ConferenceFigures.HeldInNewCases, Text.InNewCases, f => f.HeldInNewCases, ConferenceFigures.Held),
        new(ConferenceFigures.PrivateTime, Text.PrivateTime, f => f.PrivateTime, ConferenceFigures.Held),
        new(ConferenceFigures.PlansApproved, Text.Plans, f => f.PlansApproved, ConferenceFigures.Held),
        new(ConferenceFigures.Replaced, Text.Replaced, f => f.Replaced, ConferenceFigures.Held),
    ];

    public static Counted Find(Figure of) => All.First(c => c.Of == of);
}

/// <summary>The page's figures for one question, and what of them the viewer may see.</summary>
public sealed class ConferenceView
{
    /// <summary>The questions a snapshot keeps the answers to.</summary>
    const int Most = 64;
    static readonly Derived<(DateOnly From, DateOnly To, Group Filter), Answer> Answers = new(
        Most,
        (s, q) => new(s.Get(KeyFigures.Engine), q.From, q.To, s.Day, q.Filter)
    );
    readonly Lazy<ConferenceDisclosure> disclosure;
    readonly Lazy<PublishedTables> tables;

    sealed class Answer(FigureEngine engine, DateOnly from, DateOnly to, DateOnly today, Group filter)
    {
        Lazy<ConferenceDisclosure>? hidden;
        public ConferenceStatistics Figures { get; } = ConferenceStatistics.Of(engine, from, to, today, filter);
        public Lazy<ConferenceDisclosure> Disclosure => hidden ??= new(() => new(Figures, engine, today));
    }

    public Viewing Viewing { get; }
    public ConferenceQuery Query { get; }
    public ConferenceStatistics Figures { get; }
    public MonthlyTarget? Target { get; }

    /// <summary>May the viewer open every child behind the figures of the last day's group?</summary>
    public bool SeesBehind { get; }

    public ConferenceView(Viewing viewing, ConferenceQuery query)
    {
        (Viewing, Query) = (viewing, query);
        var answer = viewing.Snapshot.Get(Answers, (query.From, query.To, query.Filter));
        Figures = answer.Figures;
        // What the model states is for the whole municipality.
        Target = query.Filter.IsNone ? Targets.MonthlyOn(ConferenceFigures.HeldInNewCases.Code, query.To) : null;
        SeesBehind = viewing.Viewer.SeesBehind(query.Filter, query.To);
        disclosure = answer.Disclosure;
        tables = new(() => viewing.Published.Snapshot.Get(PublishedTables.Of));
    }

    /// <summary>Somebody's question as it may be answered: of children whom they may not see, what is published nearest to it.</summary>
    public static ConferenceView Of(Viewing viewing, IQueryCollection query, KeptBaselines kept)
    {
        var known = kept.At(viewing.Snapshot);
        var asked = ConferenceQuery.Read(query, viewing, known);
        if (viewing.Viewer.SeesBehind(asked.Filter, asked.To) && viewing.Viewer.SeesBehind(asked.BeforeFilter, asked.To))
            return new(viewing, asked);
        var published = viewing.Published;
        return new(published, ConferenceQuery.Read(query, published, known).Nearest(published.Snapshot.Get(PublishedTables.Of).Periods));
    }

    /// <summary>The counts of the period, or the children, that these are held against.</summary>
    public ConferenceSlice Before =>
        before ??= Viewing.Snapshot.Get(Answers, (Query.Before.From, Query.Before.To, Query.BeforeFilter)).Figures.All;
    ConferenceSlice? before;

    /// <summary>Who is of a team today says nothing of who was in it then.</summary>
    public bool HidesBefore(Counted count) =>
        !Viewing.SeesBehindAll
        && (!SeesBehind || Query.Asked.Other is null)
        && tables.Value.Hides(count.Of, null, Query.BeforeFilter, Query.Before);

    public string ShownBefore(Counted count) => SmallNumbers.Show(count.Value(Before.Figures), HidesBefore(count));

    public string ChangeOf(Counted count) =>
        Hides(Figures.All, count) || HidesBefore(count) ? Management.Text.Hidden
        : (count.Value(Figures.All.Figures) - count.Value(Before.Figures)) is var change and not 0 ? Danish.Signed(change)
        : "±0";

    // Who is of a team today says nothing of who was in it in an earlier month.
    bool Sees(ConferenceSlice slice) => Viewing.SeesBehindAll || (SeesBehind && slice.Kind != SliceKind.Month);

    /// <summary>Counts that stand on other pages too are hidden where they are hidden there; those of two divisions at once
    /// everywhere.</summary>
    public bool Hides(ConferenceSlice slice, Counted count)
    {
        if (Sees(slice))
            return false;
        var f = Query.Filter;
        Group? group = slice.Kind switch
        {
            SliceKind.Team when f.IsNone => new(TeamId: slice.Id),
            SliceKind.District when f.IsNone && slice.Id is not null => new(DistrictId: slice.Id),
            SliceKind.Team or SliceKind.District => null,
            _ => f,
        };
        return group is null || tables.Value.Hides(count.Of, null, group, FigurePeriod.Of(slice.From, slice.To));
    }

    public bool Hides(string key) => !SeesBehind && disclosure.Value.Hides(key);

    public bool Hides(EvaluationFigure f) => !SeesBehind && DisclosurePlan.IsSmall(f.Children);

    public string Shown(ConferenceSlice slice, Counted count) => SmallNumbers.Show(count.Value(slice.Figures), Hides(slice, count));

    public string Shown(int value, string key) => SmallNumbers.Show(value, Hides(key));

    /// <summary>The children behind a count, for those who may see them.</summary>
    public string? Href(ConferenceSlice slice, Counted count)
    {
        if (!Sees(slice) || !Viewing.MayWork || count.Value(slice.Figures) == 0)
            return null;
        var f = Query.Filter;
        if (slice is { Kind: SliceKind.District, Id: null })
            return null;
        return ChildQuery.Href(
            new(
                TeamId: slice.Kind == SliceKind.Team ? slice.Id : f.TeamId,
                DistrictId: slice.Kind == SliceKind.District ? slice.Id : f.DistrictId,
                TargetGroup: f.TargetGroup,
                Age: f.Age,
                Gender: f.Gender,
                Figure: count.Of.Code,
                A: slice.From,
                B: slice.To
            )
            {
                Ages = f.Ages,
            }
        );
    }

    /// <summary>Whole calendar months within the target, of all whole months; null when some of them are hidden.</summary>
    public (int Within, int Months)? Reached
    {
        get
        {
            if (Target is not { } target)
                return null;
            var held = Counted.Find(ConferenceFigures.HeldInNewCases);
            var whole = Figures.Months.Where(m => m.From.Day == 1 && m.To.AddDays(1).Day == 1).ToList();
            return whole.Count == 0 || whole.Exists(m => Hides(m, held))
                ? null
                : (whole.Count(m => held.Value(m.Figures) >= target.Least && held.Value(m.Figures) <= target.Most), whole.Count);
        }
    }

    public static string NameOf(ConferenceSlice slice) => slice.Id is null ? Text.NoDistrict : slice.Name;
}
