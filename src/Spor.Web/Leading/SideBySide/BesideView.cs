using Spor.Children;
using Spor.Economy;
using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Disclosure;
using Spor.Figures.Engine;
using Spor.Kernel;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Tables;
using Spor.Web.Leading.Management;
using Spor.Workforce;
using Words = Spor.Web.Leading.Management.Text;

namespace Spor.Web.Leading.SideBySide;

/// <summary>What stands beside each other.</summary>
public enum Beside
{
    [Code("team")]
    Team,

    [Code("distrikt")]
    District,

    [Code("maalgruppe")]
    TargetGroup,

    [Code("alder")]
    Age,

    [Code("koen")]
    Sex,

    [Code("sager")]
    Cases,

    [Code("indsats")]
    Measure,

    [Code("leverandoer")]
    Provider,
}

/// <param name="Value">As a file writes it: a number, or a text where there is none to tell.</param>
public readonly record struct BesideCell(string Shown, object? Value)
{
    /// <summary>»4 af 17« of a share.</summary>
    public string? Counts { get; init; }
}

/// <param name="Href">The same children with every figure.</param>
public sealed record BesideRow(string Name, IReadOnlyList<BesideCell> Cells, string? Href = null);

/// <summary>Groups of children, or kinds of measures, beside each other for some figures and one period.</summary>
public sealed class BesideView
{
    /// <summary>More columns than this cannot be read.</summary>
    public const int MostFigures = 12;

    /// <summary>From step to step is a table of its own.</summary>
    public static IReadOnlyList<Figure> Choices { get; } = [.. KeyFigures.All.Where(f => f != LadderFigures.Movements)];

    /// <summary>Every figure of each cell of a division: asked for once, whichever figures are chosen.</summary>
    static readonly Derived<(FigurePeriod Period, Division By), IReadOnlyList<DividedAnswer>> Divided = new(
        12,
        (s, q) => s.Get(KeyFigures.Engine).Divide(Choices, [q.Period], q.By)
    );

    static readonly Derived<FigurePeriod, FigureAnswer> Undivided = new(12, (s, period) => s.Get(KeyFigures.Engine).Ask(Choices, [period]));

    static readonly IReadOnlyList<Figure> Usual =
    [
        CaseFigures.ChildrenWithCase,
        WorkforceFigures.CaseloadPerFte,
        NotificationFigures.Notifications,
        RequirementFigures.ComplianceLaw,
        RequirementFigures.OverdueByTeam,
        PlacementFigures.Placed,
        PlacementFigures.FamilyShare,
        PlacementFigures.NewPlacements,
        ConferenceFigures.Held,
    ];

    /// <summary>Of the staff or of all who live there, and so not of some of the cases.</summary>
    static readonly IReadOnlyList<Figure> NotOfCases =
    [
        .. KeyFigures.All.Where(f => !f.AboutChildren),
        WorkforceFigures.CaseloadPerFte,
        RateFigures.ChildrenWithCase,
        RateFigures.Notifications,
        RateFigures.Placed,
    ];

    readonly PublishedTables? tables;

    public Viewing Viewing { get; }
    public ManagementQuery Query { get; }
    public Beside By { get; }
    public IReadOnlyList<Figure> Figures { get; } = [];
    public IReadOnlyList<string> Heads { get; }
    public IReadOnlyList<ColumnKind> Kinds { get; }
    public IReadOnlyList<BesideRow> Rows { get; }

    /// <summary>Told to those alone who may see every child, and the viewer may not.</summary>
    public bool IsWithheld { get; }

    /// <summary>The last published year, where the period asked for is no such year and measures are told of years alone.</summary>
    public string? YearHref
    {
        get
        {
            if (!IsWithheld || !IsOfMeasures)
                return null;
            var end = tables!.Periods.Last;
            while (tables.Periods.LengthOf(PublicPeriods.Run(end, 12)) is null)
                end = new DateOnly(end.Year, end.Month, 1).AddDays(-1);
            return $"{BesideEndpoints.Path}?efter={By.Danish()}&til={Frame.Forms.Form.Iso(end)}";
        }
    }

    /// <summary>Rows on too few children to be told.</summary>
    public int LeftOut { get; private set; }

    public bool SeesBehind => tables is null;

    /// <summary>Measures and providers have columns of their own.</summary>
    public bool IsOfMeasures => By is Beside.Measure or Beside.Provider;

    public BesideView(Viewing viewing, ManagementQuery query, Beside by, FactReader reader)
    {
        (Viewing, Query, By) = (viewing, query, by);
        if (query.Published is not null)
            tables = viewing.Snapshot.Get(PublishedTables.Of);
        IsWithheld = !SeesBehind && (by == Beside.Cases || (IsOfMeasures && tables!.Periods.LengthOf(query.Now) != 12));
        if (IsOfMeasures)
        {
            Heads = Text.MeasureHeads;
            Kinds = Text.MeasureKinds;
            Rows = IsWithheld ? [] : [.. Measures(reader)];
            return;
        }
        var chosen = query.Pins.Select(p => KeyFigures.Find(p.Split(':')[0])!).Distinct().ToList();
        Figures =
        [
            .. (chosen.Count > 0 ? chosen : Usual)
                .Where(Choices.Contains)
                .Where(f => SeesBehind || !f.NotPublished)
                .Where(f => by != Beside.Cases || !NotOfCases.Contains(f))
                .Take(MostFigures),
        ];
        Heads = [.. Figures.Select(f => f.Name)];
        Kinds = [.. Figures.Select(_ => ColumnKind.Decimal)];
        Rows =
            IsWithheld ? []
            : by == Beside.Cases ? [.. OfCases()]
            : [.. Groups()];
    }

    public static BesideView Of(Viewing viewing, IQueryCollection query, FactReader reader)
    {
        var by = Codes<Beside>.TryDanish(query["efter"].ToString(), out var read) ? read : Beside.Team;
        if (viewing.SeesBehindAll)
            return new(viewing, ManagementQuery.Read(query, viewing, []), by, reader);
        var published = viewing.Published;
        return new(
            published,
            ManagementQuery.Read(query, published, []).Nearest(published.Snapshot.Get(PublishedTables.Of).Periods),
            by,
            reader
        );
    }

    IEnumerable<BesideRow> Groups()
    {
        var whole = Viewing.Snapshot.Get(Undivided, Query.Now);
        yield return new(Danish.Capital(Words.Whole), Cells(whole, Group.None), Href(Group.None));
        var division = By switch
        {
            Beside.Team => Division.Team,
            Beside.District => Division.District,
            Beside.TargetGroup => Division.TargetGroup,
            Beside.Age => Division.Age,
            _ => Division.Gender,
        };
        var cells = Viewing.Snapshot.Get(Divided, (Query.Now, division));
        foreach (
            var (id, answer, name) in cells.Select(c => (c.Id, c.Answer, Name: NameOf(c.Id))).OrderBy(c => c.Id is null).ThenBy(OrderOf)
        )
        {
            // Those of none are in no cell that may be asked for.
            if (id is not { } key)
            {
                if (SeesBehind)
                    yield return new(Text.OfNone(By), Cells(answer, null));
                continue;
            }
            var group = GroupOf(key);
            yield return new(name, Cells(answer, group), Href(group));
        }

        // The municipality's own age groups overlap the others, and are for those who may see the children.
        if (By == Beside.Age && SeesBehind)
            foreach (var ages in AgeSpan.Own(Viewing.Register.Bounds, Query.To))
            {
                var own = Group.None with { Ages = ages };
                yield return new(Words.AgeName(ages), Cells(Viewing.Engine.Ask(Choices, [Query.Now], own), own), Href(own));
            }

        string OrderOf((long? Id, FigureAnswer Answer, string Name) cell) =>
            By is Beside.Team or Beside.District ? cell.Name : $"{cell.Id:D4}";
    }

    IEnumerable<BesideRow> OfCases()
    {
        var cohort = Viewing.Snapshot.Get(Cohort.Of, Query.Now);
        foreach (var (name, engine) in new[] { (Text.OldCases(Query.Now), cohort.Old), (Text.NewCases, cohort.Since) })
            yield return new(name, Cells(engine.Ask(Choices, [Query.Now]), Group.None));
    }

    IEnumerable<BesideRow> Measures(FactReader reader)
    {
        var register = Viewing.Register;
        var period = Query.Now;
        Func<Interventions.InterventionFact, string?> key;
        if (By == Beside.Measure)
            key = m => register.Catalogue.Spelled(m.Code);
        else
        {
            // A provider's name is sealed: those of the period's measures are opened, and of no other.
            var names = register
                .Children.SelectMany(f => f.Interventions)
                .Where(m => m.TextId is not null && m.From <= period.To && !(m.To <= period.After))
                .Chunk(2000)
                .SelectMany(reader.Opened)
                .Where(m => !string.IsNullOrWhiteSpace(m.Provider))
                .ToDictionary(m => m.Id, m => m.Provider!.Trim());
            key = m => names.GetValueOrDefault(m.Id);
        }
        var lines = MeasuresBeside.Of(register, period.After, period.To, key);
        var plan = SeesBehind
            ? null
            : new MeasuresPlan([.. lines.Select(l => (l, By == Beside.Measure ? register.Catalogue.On(l.Key, period.To)?.Step : null))]);
        var told = lines.Where(l => plan?.Tells(l) != false).ToList();
        LeftOut = lines.Count - told.Count;
        return told.Select(m => (Name: By == Beside.Measure ? register.Catalogue.NameOf(m.Key, period.To) : m.Key, Line: m))
            .OrderBy(m => m.Name, StringComparer.Create(Danish.Culture, false))
            .Select(m => new BesideRow(
                m.Name,
                [
                    Told(plan is not null && MeasuresPlan.HidesChildrenOn(m.Line), Whole(m.Line.ChildrenOn)),
                    Whole(m.Line.Children),
                    Told(plan is not null && MeasuresPlan.HidesFlows(m.Line), Whole(m.Line.Started)),
                    Told(plan is not null && MeasuresPlan.HidesFlows(m.Line), Whole(m.Line.Ended)),
                    Kroner(m.Line.Ore),
                    Kroner(m.Line.OreAMonth),
                    Told(plan is not null && MeasuresPlan.HidesUnpriced(m.Line), Whole(m.Line.Unpriced)),
                    Told(
                        plan is not null && MeasuresPlan.HidesProgress(m.Line),
                        m.Line.Progress is { } p
                            ? new((p.Mean > 0 ? "+" : "") + Danish.Number((double)p.Mean, 1), p.Mean)
                            : new(Words.None, null)
                    ),
                    Told(plan is not null && MeasuresPlan.HidesProgress(m.Line), Whole(m.Line.Progress?.Progress.Count ?? 0)),
                ]
            ));

        static BesideCell Told(bool hidden, BesideCell cell) => hidden ? new(Words.Hidden, Words.Hidden) : cell;
        static BesideCell Whole(int n) => new(Danish.Number(n), n);
        // Whole kroner, in the file too.
        static BesideCell Kroner(long? ore) =>
            ore is { } o
                ? new(Words.Value(FigureUnit.Ore, o), (long)Math.Round(o / 100m, MidpointRounding.AwayFromZero) * 100)
                : new(Words.None, null);
    }

    /// <param name="group">Null of those of none, whom only those meet who may see them.</param>
    IReadOnlyList<BesideCell> Cells(FigureAnswer answer, Group? group) =>
        [
            .. Figures.Select(f =>
            {
                var answered = answer.Of(f);
                var figure = new KeyFigure(f, null, null, answered.Value, answered.Rests) { All = answered.All };
                var hidden = tables is not null && group is not null && tables.Hides(f, null, group, Query.Now);
                return new BesideCell(Words.Shown(figure, hidden), ManagementTables.Cell(figure, hidden))
                {
                    Counts = Words.Counts(Words.Portion(figure, hidden, SeesBehind)),
                };
            }),
        ];

    Group GroupOf(long id) =>
        By switch
        {
            Beside.Team => new(id),
            Beside.District => new(DistrictId: id),
            Beside.TargetGroup => new(TargetGroup: (TargetGroup)id),
            Beside.Age => new(Age: (AgeGroup)id),
            _ => new(Gender: (Gender)id),
        };

    string NameOf(long? id) =>
        id is not { } key
            ? ""
            : By switch
            {
                Beside.Team => Viewing.TeamName(key),
                Beside.District => Viewing.DistrictName(key),
                Beside.TargetGroup => Words.GroupName((TargetGroup)key),
                Beside.Age => Words.AgeName((AgeGroup)key),
                _ => Words.GenderName((Gender)key),
            };

    string Href(Group group) => "/ledelse" + (Query with { Filter = group }).ToQuery(withPins: false);

    /// <summary>The address as it was asked, for the files.</summary>
    public string Address => $"?efter={By.Danish()}" + Query.ToQuery().Replace('?', '&');

    public PageTables ToTables() =>
        new(
            "side-om-side",
            Text.Title,
            Query.To,
            [
                new(
                    "",
                    Text.Caption(By),
                    [new(Text.Head(By), ColumnKind.Text, 34), .. Heads.Select((h, i) => new SheetColumn(h, Kinds[i], 20))],
                    [.. Rows.Select(r => (IReadOnlyList<object?>)[r.Name, .. r.Cells.Select(c => c.Value)])],
                    [
                        Text.Lede(this),
                        .. SeesBehind ? Array.Empty<string>() : [Words.SmallNote],
                        .. LeftOut > 0 ? [Text.RowsLeftOut(LeftOut)] : Array.Empty<string>(),
                    ]
                ),
            ],
            $"efter={By.Danish()}" + Query.ToQuery().Replace('?', '&')
        );
}
