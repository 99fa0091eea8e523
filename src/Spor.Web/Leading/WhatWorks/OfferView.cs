using Spor.Children;
using Spor.Facts;
using Spor.Figures.Disclosure;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Investing;
using Spor.Kernel;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Tables;
using Spor.Web.Leading.Economy;
using Spor.Web.Leading.Management;

namespace Spor.Web.Leading.WhatWorks;

/// <summary>What a measure is put under.</summary>
public enum OfferKind
{
    [Code("indsats")]
    Measure,

    [Code("leverandoer")]
    Provider,
}

/// <summary>What works for whom, for one viewer: the offers for a target group, or one offer for each.</summary>
public sealed class OfferView
{
    static readonly Derived<(DateOnly After, DateOnly To), IReadOnlyList<OfferOutcome>> ByCode = new(
        6,
        (s, period) => OfferOutcome.Of(s.Register, period.After, period.To, m => s.Register.Catalogue.Spelled(m.Code))
    );

    /// <summary>What is hidden of the calendar year that is told to everybody.</summary>
    static readonly Derived<DateOnly, OfferPlan> Plans = new(
        2,
        (s, day) =>
        {
            var money = s.Get(EconomyFigures.Plan, EconomyView.Newest(day));
            return new(s.Get(ByCode, Published(day)), code => money.Hides(MoneyPlan.Code(code)));
        }
    );

    readonly OfferPlan? plan;

    public ManagementQuery Query { get; }
    public OfferKind Kind { get; }
    public FigurePeriod Period { get; }

    /// <summary>The one offer that is shown for each target group; null = all offers.</summary>
    public string? Offer { get; }

    /// <summary>By name; an offer's target groups in their own order, all together first.</summary>
    public IReadOnlyList<(string Name, OfferOutcome Of)> Rows { get; }
    public Paged<(string Name, OfferOutcome Of)> Page { get; }

    /// <summary>Told to those alone who may see every child, and the viewer may not.</summary>
    public bool IsWithheld { get; }
    public bool SeesBehind => plan is null && !IsWithheld;

    /// <summary>The calendar year before the one that is published now: the same for all who may not see the children, and no year
    /// overlaps another.</summary>
    static (DateOnly After, DateOnly To) Published(DateOnly day)
    {
        var year = EconomyView.Newest(day).Year - 1;
        return (new(year - 1, 12, 31), new(year, 12, 31));
    }

    OfferView(Viewing viewing, ManagementQuery query, IQueryCollection asked, FactReader reader)
    {
        Query = query;
        Kind = Codes<OfferKind>.TryDanish(asked["efter"].ToString(), out var read) ? read : OfferKind.Measure;
        var sees = viewing.SeesBehindAll;
        var (after, to) = sees ? (query.Now.After, query.Now.To) : Published(viewing.Today);
        Period = new(after, to);
        IsWithheld = !sees && Kind == OfferKind.Provider;
        var register = viewing.Register;
        if (!sees && !IsWithheld)
            plan = viewing.Snapshot.Get(Plans, viewing.Today);
        var all =
            IsWithheld ? []
            : Kind == OfferKind.Measure ? viewing.Snapshot.Get(ByCode, (after, to))
            : OfferOutcome.Of(register, after, to, Providers(register, Period, reader));
        if (Kind == OfferKind.Measure && asked["indsats"].ToString() is { Length: > 0 } code)
            Offer = all.FirstOrDefault(o => string.Equals(o.Offer, code, StringComparison.OrdinalIgnoreCase))?.Offer;
        Rows = Offer is null
            ?
            [
                .. all.Where(o => o.Group == query.Filter.TargetGroup)
                    .Select(o => (Name(o), o))
                    .OrderBy(o => o.Item1, StringComparer.Create(Danish.Culture, false)),
            ]
            : [.. all.Where(o => o.Offer == Offer).Select(o => (Text.Group(o.Group), o))];
        Page = Paged.Of(Rows, Paged.Asked(asked));
        string Name(OfferOutcome o) => Kind == OfferKind.Measure ? register.Catalogue.NameOf(o.Offer, to) : o.Offer;
        OfferName = Offer is null ? null : register.Catalogue.NameOf(Offer, to);
    }

    public string? OfferName { get; }

    public static OfferView Of(Viewing viewing, IQueryCollection query, FactReader reader)
    {
        if (!viewing.SeesBehindAll)
            viewing = viewing.Published;
        return new(viewing, ManagementQuery.Read(query, viewing, []), query, reader);
    }

    /// <summary>A provider's name is sealed: those of the measures that are looked at are opened, and of no other.</summary>
    static Func<InterventionFact, string?> Providers(Register register, FigurePeriod period, FactReader reader)
    {
        var names = register
            .Children.SelectMany(f => f.Interventions)
            .Where(m => m.TextId is not null && m.From <= period.To && !(m.To <= period.After.AddMonths(-12)))
            .Chunk(2000)
            .SelectMany(reader.Opened)
            .Where(m => !string.IsNullOrWhiteSpace(m.Provider))
            .ToDictionary(m => m.Id, m => m.Provider!.Trim());
        return m => names.GetValueOrDefault(m.Id);
    }

    public bool Hides(OfferOutcome of, OfferCell cell) => plan?.Hides(of, cell) == true;

    /// <summary>The address as it was asked, without the page's number.</summary>
    public string Address =>
        $"?efter={Kind.Danish()}"
        + (Offer is null ? "" : $"&indsats={Uri.EscapeDataString(Offer)}")
        + Query.ToQuery(withPins: false).Replace('?', '&');

    /// <summary>One offer for each target group.</summary>
    public string HrefOf(OfferOutcome of) =>
        $"{OfferEndpoints.Path}?indsats={Uri.EscapeDataString(of.Offer)}"
        + (Query with { Filter = Workforce.Group.None }).ToQuery(withPins: false).Replace('?', '&');

    public PageTables ToTables() =>
        new(
            "hvad-virker",
            Text.Title,
            Period.To,
            [new("", Text.Caption(this), OfferColumns.Of(Kind), [.. Rows.Select(r => OfferColumns.Row(this, r.Name, r.Of))])],
            Address,
            [Text.Lede(this), Text.For, Text.AfterNote(this), .. SeesBehind ? [] : new[] { Management.Text.SmallNote }]
        );
}
