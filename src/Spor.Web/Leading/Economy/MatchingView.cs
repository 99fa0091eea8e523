using Spor.Economy;
using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Figures.Disclosure;
using Spor.Kernel;
using Spor.Web.Access;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.Economy;

/// <param name="Count">Pairs, lines or measure-months; null where hidden.</param>
public sealed record MatchingRow(string Name, int? Count, Amount Granted, Amount Actual, string? Note = null);

/// <summary>The ledger against what is granted, for one viewer: counts for all, lists of the children that the viewer may see.</summary>
public sealed class MatchingView
{
    /// <summary>So many rows of a list are shown; the file has all.</summary>
    public const int MostRows = 50;

    readonly EconomyView economy;
    readonly Lazy<IReadOnlyList<LikelyMatch>> likely;
    readonly Lazy<IReadOnlyList<MeasureMonth>> noLine;
    readonly Lazy<IReadOnlyList<MatchedPair>> different;

    public MatchingView(Viewing viewing)
    {
        Viewing = viewing;
        economy = new(viewing, EconomyView.Newest(viewing));
        Matching = economy.Of.Matching;
        likely = new(() => [.. economy.Of.Likely.Where(l => economy.MaySee(l.For.Child))]);
        noLine = new(() => [.. economy.Of.NoLine.Where(m => economy.MaySee(m.Child))]);
        different = new(() => [.. economy.Of.Different.Where(p => economy.MaySee(p.Granted.Child))]);
    }

    public Viewing Viewing { get; }
    public Books Books => economy.Books;

    /// <summary>Null while no month of the year is delivered.</summary>
    public LedgerMatching? Matching { get; }
    public bool HidesSmall => economy.HidesSmall;
    public IReadOnlyList<LikelyMatch> Likely => likely.Value;
    public IReadOnlyList<MeasureMonth> NoLine => noLine.Value;
    public IReadOnlyList<MatchedPair> Different => different.Value;

    /// <summary>Lines that name no known measure tell of no child; only who sees all reads their accounts one by one.</summary>
    public IReadOnlyList<LedgerFact> WithoutMeasure => HidesSmall ? [] : economy.Of.WithoutMeasure;

    /// <summary>Whose names stand on the page.</summary>
    public IReadOnlyList<long> ChildIds =>
        [
            .. Likely
                .Take(MostRows)
                .Select(l => l.For.Child.Id)
                .Concat(NoLine.Take(MostRows).Select(m => m.Child.Id))
                .Concat(Different.Take(MostRows).Select(p => p.Granted.Child.Id))
                .Distinct(),
        ];

    /// <summary>The child's page opens to the viewer, so the line can be put to its measure; one whose case is shut asks for a reason
    /// first.</summary>
    public bool Opens(LikelyMatch match) =>
        Viewing.Newest.Overview.Find(match.For.Child.Id) is { } state && Viewing.Newest.OpeningOf(state) == Opening.Open;

    public string NameOf(MeasureMonth m) => Books.Catalogue.NameOf(m.Measure.Code, m.Measure.From);

    public IReadOnlyList<MatchingRow> Rows
    {
        get
        {
            if (Matching is not { } m)
                return [];
            bool matched = economy.Hides(MoneyPlan.Matched),
                notGranted = economy.Hides(MoneyPlan.NotGranted),
                noLine = economy.Hides(MoneyPlan.NoLine);
            // Of three that add up to the ledger one hidden would be what is left.
            var actual = matched || notGranted;
            return
            [
                new(
                    Text.MatchedRow,
                    matched ? null : m.Matched.Count,
                    new(m.MatchedGrantedOre, matched || noLine),
                    new(m.MatchedActualOre, actual),
                    matched || (HidesSmall && m.Matched.Count - m.Equal is > 0 and < 5) ? null : Text.EqualOf(m.Equal, m.Matched.Count)
                ),
                new(
                    Text.NotGrantedRow,
                    notGranted ? null : m.NotGranted.Count,
                    default,
                    new(m.NotGrantedOre, actual && m.NotGranted.Count > 0),
                    notGranted ? null : Text.NotPriced(m.NotGranted.Count(p => p.WithoutPrice))
                ),
                new(Text.WithoutRow, m.Without.Count, default, m.Without.Sum(l => l.AmountOre)),
                new(Text.UnknownRow, m.Unknown.Count, default, m.Unknown.Sum(l => l.AmountOre)),
                new(Text.NoLineRow, noLine ? null : m.NoLine.Count, new(m.NoLineOre, matched || noLine), default),
                new(
                    Text.Total,
                    null,
                    new(m.MatchedGrantedOre + m.NoLineOre, economy.Hides(MoneyPlan.All)),
                    new(m.MatchedActualOre + m.NotGrantedOre + m.NoMeasureOre, economy.Hides(MoneyPlan.All))
                ),
            ];
        }
    }

    public PageTables ToTables()
    {
        List<ExportTable> tables =
        [
            new(
                "afstemning",
                Text.MatchingTable(Books.Day.Year),
                [
                    new(Text.WhatColumn, Width: 54),
                    new(Text.CountColumn, ColumnKind.Whole),
                    new(Text.GrantedOreColumn, ColumnKind.Kroner, 18),
                    new(Text.ActualColumn, ColumnKind.Kroner, 18),
                ],
                [
                    .. Rows.Select(r =>
                        (IReadOnlyList<object?>)
                            [
                                r.Name,
                                r.Name == Text.Total ? null
                                : r.Count is { } n ? n
                                : Text.Hidden,
                                r.Granted.Cell,
                                r.Actual.Cell,
                            ]
                    ),
                ]
            ),
        ];
        if (NoLine.Count > 0)
            tables.Add(
                new(
                    "uden-linje",
                    Text.NoLineTitle,
                    [
                        new(Text.MonthColumn, Width: 18),
                        new(Text.ChildColumn, Width: 28),
                        new(Text.MeasureColumn, Width: 36),
                        new(Text.AccountColumn),
                        new(Text.GrantedOreColumn, ColumnKind.Kroner, 18),
                    ],
                    [
                        .. NoLine.Select(m =>
                            (IReadOnlyList<object?>)
                                [Danish.Month(m.First), Viewing.ListName(m.Child.Child), NameOf(m), m.Account ?? Text.NoAccount, m.Ore]
                        ),
                    ]
                )
                {
                    ChildIds = [.. NoLine.Select(m => m.Child.Id).Distinct()],
                }
            );
        if (WithoutMeasure.Count > 0)
            tables.Add(
                new(
                    "uden-indsats",
                    Text.WithoutTitle,
                    [new(Text.MonthColumn, Width: 18), new(Text.AccountColumn), new(Text.ActualColumn, ColumnKind.Kroner, 18)],
                    [.. WithoutMeasure.Select(l => (IReadOnlyList<object?>)[Danish.Month(l.Month), l.Account, l.AmountOre])]
                )
            );
        return new("afstemning", Text.MatchingTitle, Books.Day, tables, About: HidesSmall ? [Text.HiddenNote] : []);
    }
}
