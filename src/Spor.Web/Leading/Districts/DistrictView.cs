using Spor.Economy;
using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Figures.Disclosure;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Web.Access;
using Spor.Web.Frame.Layout;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.Districts;

/// <summary>A row of the table: the two groups before, after, and the change.</summary>
/// <param name="Model">Before, after and change as they are to be read.</param>
public sealed record DistrictRow(string Name, IReadOnlyList<string> Model, IReadOnlyList<string> Others)
{
    public IReadOnlyList<string> Cells => [Name, .. Model, .. Others];
}

/// <param name="Children">By form; null where hidden.</param>
public sealed record PlacedBar(string Name, IReadOnlyDictionary<PlacementForm, int>? Children)
{
    public int All => Children?.Values.Sum() ?? 0;

    /// <summary>In foster families, in whole percent; null without anybody.</summary>
    public int? FamilyPercent =>
        Children is null || All == 0 ? null : (int)Math.Round(100m * Children[PlacementForm.Foster] / All, MidpointRounding.AwayFromZero);
}

/// <summary>Model districts against the others, for one viewer.</summary>
public sealed class DistrictView
{
    static readonly DistrictGroup[] Groups = [DistrictGroup.Model, DistrictGroup.Others, DistrictGroup.Outside];
    readonly DistrictFigures of;
    readonly DisclosurePlan? plan;

    public DistrictView(Viewing viewing, DistrictFigures of)
    {
        (Viewing, this.of) = (viewing, of);
        plan = viewing.SeesBehindAll ? null : of.Plan;
    }

    public Viewing Viewing { get; }
    public Books Books => of.Books;
    public DistrictMoney Money => of.Money;
    public bool HidesSmall => plan is not null;

    static string Key(bool after, DistrictGroup? group, string what) => $"{after}/{group?.ToString() ?? "alle"}/{what}";

    internal static DisclosurePlan PlanOf(Books books)
    {
        var plan = new DisclosurePlan();
        var groups = Groups.ToDictionary(
            g => g,
            g => books.Register.Children.Where(c => DistrictMoney.GroupOf(books, c.Child.DistrictId) == g).ToList()
        );
        string[] whats = ["pleje", "institution", "egen", "placeret", "nye", "udgift"];
        HashSet<long> Behind(List<ChildFile> children, bool after, string what)
        {
            var (on, months) = after ? (books.Day, books.MonthsOfYear) : (books.Baseline, books.MonthsBefore);
            return what switch
            {
                "nye" =>
                [
                    .. children
                        .Where(c =>
                            Courses.Of(c, books.Catalogue).Any(k => months[0] <= k.From && k.From <= MeasureMonths.LastOf(months[^1]))
                        )
                        .Select(c => c.Id),
                ],
                "udgift" =>
                [
                    .. months
                        .SelectMany(m => books.Granted[m])
                        .Where(m => m.Form != PlacementForm.None && m.Ore is not null)
                        .Select(m => m.Child.Id)
                        .Intersect(children.Select(c => c.Id)),
                ],
                _ =>
                [
                    .. children
                        .Where(c =>
                            Placements.FormAt(c, books.Catalogue, on) is var form
                            && form != PlacementForm.None
                            && (what == "placeret" || form.Danish() == what)
                        )
                        .Select(c => c.Id),
                ],
            };
        }
        foreach (var what in whats)
        {
            foreach (var (group, children) in groups)
            {
                HashSet<long> before = Behind(children, false, what),
                    after = Behind(children, true, what);
                plan.Add(Key(false, group, what), before.Count, before.Count);
                plan.Add(Key(true, group, what), after.Count, after.Count);
                // A change rests on those who came and those who went.
                if (DisclosurePlan.IsSmall(before.Except(after).Count() + after.Except(before).Count()))
                    plan.Guard(Key(true, group, what));
            }
            foreach (var after in new[] { false, true })
            {
                var all = Groups.Sum(g => (int)plan.Value(Key(after, g, what)));
                plan.Add(Key(after, null, what), all, all, rank: 5);
                plan.Sum(Key(after, null, what), Groups.Select(g => Key(after, g, what)));
            }
        }
        foreach (var after in new[] { false, true })
        foreach (var group in Groups.Cast<DistrictGroup?>().Append(null))
            plan.Sum(Key(after, group, "placeret"), new[] { "pleje", "institution", "egen" }.Select(w => Key(after, group, w)));
        return plan.Settle();
    }

    bool Hides(bool after, DistrictGroup group, string what) => plan?.Hides(Key(after, group, what)) == true;

    /// <summary>The table, the same on the page, in Word and in Excel.</summary>
    public IReadOnlyList<DistrictRow> Rows
    {
        get
        {
            DistrictRow Row(string name, string? what, Func<DistrictSide, Fraction?> value, int decimals)
            {
                IReadOnlyList<string> Side(DistrictGroup group, DistrictSide before, DistrictSide after)
                {
                    bool hidesBefore = what is not null && Hides(false, group, what),
                        hidesAfter = what is not null && Hides(true, group, what);
                    string Of(Fraction? v, bool hidden) =>
                        hidden ? Text.Hidden
                        : v is { } known ? known.Rounded(decimals).ToString("N" + decimals, Danish.Culture)
                        : Text.None;
                    Fraction? a = value(before),
                        b = value(after);
                    var change =
                        hidesBefore || hidesAfter ? Text.Hidden
                        : a is { } from && b is { } to ? Signed((to - from).Rounded(decimals), decimals)
                        : Text.None;
                    return [Of(a, hidesBefore), Of(b, hidesAfter), change];
                }
                return new(
                    name,
                    Side(DistrictGroup.Model, Money.Before.Model, Money.After.Model),
                    Side(DistrictGroup.Others, Money.Before.Others, Money.After.Others)
                );
            }
            return
            [
                Row(Text.Children, null, s => s.Children, 0),
                Row(Text.Fte, null, s => new Fraction((long)Math.Round(s.Fte * 10000), 10000), 1),
                Row(Text.Caseload, null, s => s.Caseload, 1),
                Row(Text.Placed, "placeret", s => s.AllPlaced, 0),
                Row(Text.Foster, "pleje", s => s.Placed[PlacementForm.Foster], 0),
                Row(Text.Institution, "institution", s => s.Placed[PlacementForm.Institution], 0),
                Row(Text.Own, "egen", s => s.Placed[PlacementForm.Own], 0),
                Row(Text.New, "nye", s => s.NewPlacements, 0),
                Row(Text.Spending, "udgift", s => new Fraction(s.PlacementOre, 100), 2),
                Row(Text.SpendingPerChild, "udgift", s => s.PerChild(s.PlacementOre) / 100, 0),
            ];
        }
    }

    static string Signed(decimal value, int decimals) => (value > 0 ? "+" : "") + value.ToString("N" + decimals, Danish.Culture);

    static string WhatOf(DistrictMeasure of) =>
        of switch
        {
            DistrictMeasure.Foster => "pleje",
            DistrictMeasure.Institution => "institution",
            DistrictMeasure.NewPlacements => "nye",
            DistrictMeasure.Spending => "udgift",
            _ => "placeret",
        };

    bool Hides(DistrictMeasure of) => Groups.Take(2).Any(g => Hides(false, g, WhatOf(of)) || Hides(true, g, WhatOf(of)));

    /// <summary>Null where it may not be told.</summary>
    public IReadOnlyList<(DistrictMeasure Of, Estimate? Now, Estimate? Placebo)> Differences =>
        [
            .. of.Estimates.Select(e =>
                Hides(e.Of)
                    ? (e.Of, (Estimate?)null, (Estimate?)null)
                    // The year before is another pair of days, whose small numbers nobody has decided: who may not see gets none.
                    : (e.Of, e, HidesSmall ? null : of.Placebo.First(p => p.Of == e.Of))
            ),
        ];

    /// <summary>So many districts have a picture of their own; the file has all.</summary>
    public const int MostPictures = 12;

    /// <summary>Children placed per 100 with a case at the ends of quarters, from three years before the first day; only for who may see
    /// the children, since two quarters tell of those who came between. Null where there is nothing to draw.</summary>
    public DistrictCourse? Course => HidesSmall || of.Course.Days.Count < 2 || of.Course.Districts.Count == 0 ? null : of.Course;

    /// <summary>Where the placed children live: model districts before and after, the others before and after.</summary>
    public IReadOnlyList<PlacedBar> Bars
    {
        get
        {
            PlacedBar Bar(string name, bool after, DistrictGroup group, DistrictSide side) =>
                new(
                    name,
                    new[] { "pleje", "institution", "egen", "placeret" }.Any(w => Hides(after, group, w))
                        ? null
                        : Books.Forms.ToDictionary(f => f, f => side.Placed[f])
                );
            return
            [
                Bar(Text.BarOf(true, Books.Baseline), false, DistrictGroup.Model, Money.Before.Model),
                Bar(Text.BarOf(true, Books.Day), true, DistrictGroup.Model, Money.After.Model),
                Bar(Text.BarOf(false, Books.Baseline), false, DistrictGroup.Others, Money.Before.Others),
                Bar(Text.BarOf(false, Books.Day), true, DistrictGroup.Others, Money.After.Others),
            ];
        }
    }

    static ExportTable CourseTable(DistrictCourse course) =>
        new(
            "forloeb",
            Text.CourseTitle,
            [
                new(Text.DayHead, Width: 20),
                .. course.Districts.Select(d => new SheetColumn(d.Name, ColumnKind.Decimal)),
                new(Text.ModelLine, ColumnKind.Decimal),
                new(Text.OthersLine, ColumnKind.Decimal),
            ],
            [
                .. course.Days.Select(
                    (day, i) =>
                        (IReadOnlyList<object?>)
                            [
                                Danish.Long(day),
                                .. course.Districts.Append(course.Model).Append(course.Others).Select(l => Text.Tenth(l.Rate(i))),
                            ]
                ),
            ]
        );

    ExportTable GapTable(DistrictCourse course) =>
        new(
            "kvartaler",
            Text.GapTitle,
            [
                new(Text.DayHead, Width: 20),
                new(Text.WhenHead),
                new(Text.PointHead, ColumnKind.Decimal),
                new(Text.LowHead, ColumnKind.Decimal),
                new(Text.HighHead, ColumnKind.Decimal),
            ],
            [
                .. course.Differences.Select(
                    (d, i) =>
                        (IReadOnlyList<object?>)
                            [
                                Danish.Long(course.Days[i]),
                                Text.When(i < course.Before),
                                Text.Tenth(d.Point),
                                Text.Tenth(d.Low),
                                Text.Tenth(d.High),
                            ]
                ),
            ],
            [.. Text.GapAnswers(this)]
        );

    public PageTables ToTables()
    {
        SheetColumn[] columns = [new(Text.Figure, Width: 44), .. Text.Heads(this).Select(h => new SheetColumn(h, Width: 22))];
        return new(
            "distrikter",
            Text.Title,
            Books.Day,
            [
                new("tabel", Text.TableTitle, columns, [.. Rows.Select(r => (IReadOnlyList<object?>)[.. r.Cells])]),
                new(
                    "forskelle",
                    Text.DifferenceTitle,
                    [
                        new(Text.Figure, Width: 44),
                        new(Text.PointHead),
                        new(Text.IntervalHead, Width: 24),
                        new(Text.SaysHead, Width: 44),
                        new(Text.PlaceboHead, Width: 34),
                    ],
                    [
                        .. Differences.Select(d =>
                            (IReadOnlyList<object?>)
                                [
                                    Text.Name(d.Of),
                                    Text.Point(d.Of, d.Now),
                                    Text.Interval(d.Of, d.Now),
                                    Text.Says(d.Now),
                                    Text.Placebo(d.Of, d.Placebo, HidesSmall),
                                ]
                        ),
                    ]
                ),
                .. Course is { } course ? [CourseTable(course), GapTable(course)] : Array.Empty<ExportTable>(),
            ],
            About: [.. Text.ReadWith(this), .. HidesSmall ? [Text.HiddenNote] : Array.Empty<string>()]
        );
    }

    /// <summary>The same as a Word document.</summary>
    public IReadOnlyList<Block> ToBlocks() =>
        [
            new Heading(1, Text.Title),
            new Paragraph(Text.Lede(this)),
            new Heading(2, Text.TableTitle),
            new Grid(Text.TableTitle, [Text.Figure, .. Text.Heads(this)], [.. Rows.Select(r => r.Cells)], [1, 2, 3, 4, 5, 6]),
            new Heading(2, Text.ReadTitle),
            new Bullets(Text.ReadWith(this)),
            new Heading(2, Text.DifferenceTitle),
            new Paragraph(Text.DifferenceNote(this), Small: true),
            new Grid(
                Text.DifferenceTitle,
                [Text.Figure, Text.PointHead, Text.IntervalHead, Text.SaysHead],
                [
                    .. Differences.Select(d =>
                        (IReadOnlyList<string>)[Text.Name(d.Of), Text.Point(d.Of, d.Now), Text.Interval(d.Of, d.Now), Text.Says(d.Now)]
                    ),
                ],
                [1, 2]
            ),
            .. Course is null
                ? Array.Empty<Block>()
                : [new Heading(2, Text.GapTitle), .. Text.GapAnswers(this).Select(a => new Paragraph(a))],
            .. HidesSmall ? [new Paragraph(Text.HiddenNote, Small: true)] : Array.Empty<Block>(),
        ];
}
