using Spor.Access;
using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Investing;
using Spor.Web.Access;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.Investing;

/// <summary>An investment case for a page and its files. It tells of no child, so everybody who may see figures sees all of it, as it is
/// now.</summary>
public sealed class CaseView
{
    CaseView(Viewing viewing, InvestmentCase of)
    {
        (Viewing, Case) = (viewing, of);
        Signed = InvestmentCase.SignedOf(Register, of.Of.Id);
        Check = PublishedInvestments.Check(of);
        Years = of.Years;
        Tornado = of.Tornado;
        Range = of.Range;
    }

    public Viewing Viewing { get; }
    Register Register => Viewing.Newest.Register;
    public InvestmentCase Case { get; }
    public string Name => Case.Of.Name ?? "";
    public InvestmentSignedFact? Signed { get; }
    public bool MayWrite => Viewing.Viewer.May(Capability.Economy);
    public bool MayChange => MayWrite && Signed is null;
    public IReadOnlyList<InvestmentYear> Years { get; }
    public IReadOnlyList<Sensitivity> Tornado { get; }
    public InvestmentRange Range { get; }

    /// <summary>What the paper printed beside what is worked out.</summary>
    public IReadOnlyList<PublishedNumber> Check { get; }

    public InvestmentCaseFact? Earlier => Case.Of.EarlierId is { } id ? InvestmentCase.Find(Register, id)?.Of : null;

    public IReadOnlyList<InvestmentCaseFact> Later => [.. Register.Of<InvestmentCaseFact>().Where(c => c.EarlierId == Case.Of.Id)];

    public IReadOnlyList<InvestmentSpentFact> Spent => [.. Register.Of<InvestmentSpentFact>().Where(s => s.CaseId == Case.Of.Id)];

    public static CaseView? Of(Viewing viewing, long id) =>
        InvestmentCase.Find(viewing.Newest.Register, id) is { } found ? new(viewing, found) : null;

    public static IReadOnlyList<(InvestmentCase Case, InvestmentSignedFact? Signed)> All(Viewing viewing)
    {
        var register = viewing.Newest.Register;
        return
        [
            .. register
                .Of<InvestmentCaseFact>()
                .Select(c => (InvestmentCase.Find(register, c.Id)!, InvestmentCase.SignedOf(register, c.Id))),
        ];
    }

    /// <summary>Lines in the order of the page: what goes in, what is expected out, where the money comes from, what else is
    /// promised.</summary>
    public IReadOnlyList<InvestmentLineFact> Lines => [.. Case.Lines.OrderBy(l => l.Kind).ThenBy(l => l.FromYear).ThenBy(l => l.Id)];

    public PageTables ToTables()
    {
        SheetColumn Kroner(string heading) => new(heading, ColumnKind.Kroner, 18);
        return new(
            "investering",
            Name,
            Viewing.WorkClock.Today,
            [
                new(
                    "aar",
                    Text.YearsTitle,
                    [new(Text.YearColumn), .. Text.YearHeads.Select(Kroner)],
                    [
                        .. Years.Select(y =>
                            (IReadOnlyList<object?>)[$"{y.Year}", y.InOre, y.OutOre, y.NetOre, y.SoFarOre, y.FundedOre, y.WithoutOre]
                        ),
                        [Text.Total, Case.InOre, Case.OutOre, Case.NetOre, null, null, null],
                    ]
                ),
                new(
                    "linjer",
                    Text.LinesTitle,
                    [
                        new(Text.KindColumn, Width: 26),
                        new(Text.WhatColumn, Width: 50),
                        new(Text.PeriodColumn, Width: 22),
                        new(Text.NumberColumn, ColumnKind.Decimal),
                        Kroner(Text.UnitColumn),
                        Kroner(Text.TotalColumn),
                        new(Text.SourceColumn, Width: 50),
                    ],
                    [
                        .. Lines.Select(l =>
                            (IReadOnlyList<object?>)
                                [
                                    Text.Kind(l.Kind),
                                    l.What,
                                    Text.Period(l),
                                    l.NumberHundredths / 100m,
                                    l.UnitOre,
                                    l.UnitOre is null ? null : Case.TotalOf(l),
                                    Text.SourceOf(l),
                                ]
                        ),
                    ]
                ),
                new(
                    "foelsomhed",
                    Text.TornadoTitle,
                    [
                        new(Text.MovedColumn, Width: 60),
                        new(Text.TriedColumn, Width: 24),
                        Kroner(Text.WorseColumn),
                        Kroner(Text.BetterColumn),
                    ],
                    [
                        .. Tornado.Select(s =>
                            (IReadOnlyList<object?>)
                                [Text.MovedName(s), Text.Tried(s), Math.Min(s.LeastOre, s.MostOre), Math.Max(s.LeastOre, s.MostOre)]
                        ),
                    ]
                ),
                Beside.ToTable(),
            ],
            About: [Text.Lede(this), Text.Status(this), .. Text.NotShown]
        );
    }

    ChildrenBeside? beside;

    /// <summary>How the children fared: no saving is shown without it.</summary>
    public ChildrenBeside Beside => beside ??= new(Viewing);

    public IReadOnlyList<Block> ToBlocks() =>
        [
            new Heading(1, Name),
            new Paragraph(Text.Lede(this)),
            new Paragraph(Text.Status(this)),
            .. Case.Of.Source is { } source ? [new Paragraph(source, Small: true)] : Array.Empty<Block>(),
            new Heading(2, Text.YearsTitle),
            new Grid(
                Text.YearsTitle,
                [Text.YearColumn, .. Text.YearHeads],
                [
                    .. Years.Select(y =>
                        (IReadOnlyList<string>)
                            [
                                $"{y.Year}",
                                Text.Kroner(y.InOre),
                                Text.Kroner(y.OutOre),
                                Text.Kroner(y.NetOre),
                                Text.Kroner(y.SoFarOre),
                                Text.Kroner(y.FundedOre),
                                Text.Kroner(y.WithoutOre),
                            ]
                    ),
                    [Text.Total, Text.Kroner(Case.InOre), Text.Kroner(Case.OutOre), Text.Kroner(Case.NetOre), "", "", ""],
                ],
                [1, 2, 3, 4, 5, 6]
            ),
            new Heading(2, Text.LinesTitle),
            new Grid(
                Text.LinesTitle,
                [Text.WhatColumn, Text.PeriodColumn, Text.NumberColumn, Text.UnitColumn, Text.TotalColumn, Text.SourceColumn],
                [
                    .. Lines.Select(l =>
                        (IReadOnlyList<string>)
                            [
                                l.What ?? Text.Kind(l.Kind),
                                Text.Period(l),
                                Text.Number(l.NumberHundredths),
                                Text.Kroner(l.UnitOre),
                                l.UnitOre is null ? "" : Text.Kroner(Case.TotalOf(l)),
                                Text.SourceOf(l),
                            ]
                    ),
                ],
                [2, 3, 4]
            ),
            new Heading(2, Text.TornadoTitle),
            new Paragraph(Text.RangeSentence(this)),
            new Grid(
                Text.TornadoTitle,
                [Text.MovedColumn, Text.TriedColumn, Text.WorseColumn, Text.BetterColumn],
                [
                    .. Tornado.Select(s =>
                        (IReadOnlyList<string>)
                            [
                                Text.MovedName(s),
                                Text.Tried(s),
                                Text.Kroner(Math.Min(s.LeastOre, s.MostOre)),
                                Text.Kroner(Math.Max(s.LeastOre, s.MostOre)),
                            ]
                    ),
                ],
                [2, 3]
            ),
            .. Check.Count == 0
                ? Array.Empty<Block>()
                :
                [
                    new Heading(2, Text.CheckTitle),
                    new Grid(
                        Text.CheckTitle,
                        [Text.CheckWhat, Text.CheckPrinted, Text.CheckOurs],
                        [.. Check.Select(n => (IReadOnlyList<string>)[n.What, Text.Printed(n.Printed, n), Text.Printed(n.Ours, n)])],
                        [1, 2]
                    ),
                ],
            .. Beside.ToBlocks(),
            new Heading(2, Text.NotShownTitle),
            new Bullets(Text.NotShown),
        ];
}
