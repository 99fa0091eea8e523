using System.Globalization;
using Spor.Economy;
using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.Economy;

/// <summary>What the year's cost is put together by.</summary>
public enum GrantedKind
{
    [Code("lov")]
    Law,

    [Code("konto")]
    Account,

    [Code("leverandoer")]
    Provider,

    [Code("team")]
    Team,

    [Code("distrikt")]
    District,

    [Code("familie")]
    Family,

    [Code("barn")]
    Child,
}

/// <param name="Href">The child's own page of money; null of what is no one child.</param>
public sealed record GrantedRow(string Name, string? Href, GrantedBy Of);

/// <summary>What is granted, actual and expected this year by law, account, provider, team, district, family or child; for whoever may see
/// every child.</summary>
public sealed class GrantedView
{
    public Books Books { get; }
    public GrantedKind Kind { get; }

    /// <summary>Told to those alone who may see every child, and the viewer may not.</summary>
    public bool IsWithheld { get; }

    /// <summary>By name, what belongs to none last.</summary>
    public IReadOnlyList<GrantedRow> Rows { get; } = [];
    public Paged<GrantedRow> Page { get; }

    /// <summary>The months whose ledger is delivered, as their first days.</summary>
    public IReadOnlyList<DateOnly> Delivered => [.. Books.Months(Books.Day.Year, 12).Where(Books.Ledger.Delivered)];

    public GrantedView(Viewing viewing, IQueryCollection query, FactReader reader)
    {
        Kind = Codes<GrantedKind>.TryDanish(query["efter"].ToString(), out var read) ? read : GrantedKind.Law;
        IsWithheld = !viewing.SeesBehindAll;
        viewing = viewing.Published();
        var figures = viewing.Snapshot.Get(EconomyFigures.On, EconomyView.Newest(viewing));
        Books = figures.Books;
        if (!IsWithheld)
            Rows =
            [
                .. GrantedBy
                    .Of(figures.Measures, Key(viewing, reader))
                    .Select(Row)
                    .OrderBy(r => r.Of.Key is null)
                    .ThenBy(r => r.Name, StringComparer.Create(Danish.Culture, false)),
            ];
        Page = Paged.Of(Rows, Paged.Asked(query));
    }

    /// <summary>Of the whole table, whatever page is shown.</summary>
    public GrantedBy Total =>
        new(
            null,
            [],
            Rows.Sum(r => r.Of.GrantedOre),
            Rows.Sum(r => r.Of.ActualOre),
            Rows.Sum(r => r.Of.AheadOre),
            Rows.Sum(r => r.Of.Unpriced)
        );

    /// <summary>Whom the page names.</summary>
    public IReadOnlyList<long> ChildIds => IdsOf(Page.Rows);

    IReadOnlyList<long> IdsOf(IEnumerable<GrantedRow> rows) =>
        Kind is GrantedKind.Family or GrantedKind.Child
            ? [.. rows.Where(r => r.Of.Key is not null).SelectMany(r => r.Of.Children).Select(c => c.Id).Distinct()]
            : [];

    Func<YearOfMeasure, string?> Key(Viewing viewing, FactReader reader)
    {
        var register = viewing.Register;
        static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);
        if (Kind == GrantedKind.Provider)
        {
            // A provider's name is sealed: those of the year's measures are opened, those that the year's lines name, and no other.
            var from = new DateOnly(Books.Day.Year, 1, 1);
            var named = Delivered.SelectMany(Books.Ledger.In).Select(l => Books.Ledger.MeasureOf(l)?.Id).ToHashSet();
            var names = register
                .Children.SelectMany(f => f.Interventions)
                .Where(m => m.TextId is not null && (!(m.To < from) || named.Contains(m.Id)))
                .Chunk(2000)
                .SelectMany(reader.Opened)
                .Where(m => !string.IsNullOrWhiteSpace(m.Provider))
                .ToDictionary(m => m.Id, m => m.Provider!.Trim());
            return m => names.GetValueOrDefault(m.Measure.Id);
        }
        if (Kind == GrantedKind.Team)
        {
            // One for each child, so that no krone counts twice.
            var teamOf = new Dictionary<long, string?>();
            return m =>
                teamOf.TryGetValue(m.Child.Id, out var known)
                    ? known
                    : teamOf[m.Child.Id] =
                        // The books may be older than a handover: who has the child is asked of its file as it is now.
                        register.Staff.TeamOf(viewing.Overview.Find(m.Child.Id)?.File ?? m.Child, Books.Day)
                            is { } team
                        && viewing.TeamName(team) is { Length: > 0 } name
                            ? name
                            : null;
        }
        return Kind switch
        {
            GrantedKind.Account => m => m.Account,
            GrantedKind.District => m => register.Staff.RowOfDistrict(m.Child.Child.DistrictId, Books.Day)?.Name,
            GrantedKind.Family => m => m.Child.Child.FamilyId is { } family ? "f" + Id(family) : "b" + Id(m.Child.Id),
            GrantedKind.Child => m => "b" + Id(m.Child.Id),
            _ => m => Text.Section(m.Measure),
        };
    }

    GrantedRow Row(GrantedBy of)
    {
        if (of.Key is null)
            return new(Text.OfNoneBy(Kind), null, of);
        if (Kind is not (GrantedKind.Family or GrantedKind.Child))
            return new(of.Key, null, of);
        var names = string.Join(", ", of.Children.Select(c => Viewing.ListName(c.Child)));
        return new(names, of.Children.Count == 1 ? Routes.Child(of.Children[0].Id) + "/oekonomi" : null, of);
    }

    public string Address => "efter=" + Kind.Danish();

    static IReadOnlyList<object?> Row(string name, GrantedBy of, int? children) =>
        [name, children, of.GrantedOre, of.ActualOre, of.AheadOre, of.ExpectedOre, of.Unpriced];

    public PageTables ToTables() =>
        new(
            "bevilget",
            Text.GrantedTitle(Kind),
            Books.Day,
            [
                new(
                    "",
                    Text.GrantedTitle(Kind),
                    [
                        new(Text.KindHead(Kind), Width: 44),
                        new(Text.ChildrenHead, ColumnKind.Whole),
                        .. new[] { Text.GrantedSoFar, Text.ActualSoFar, Text.GrantedAhead, Text.ExpectedYear }.Select(h => new SheetColumn(
                            h,
                            ColumnKind.Kroner,
                            20
                        )),
                        new(Text.UnpricedHead, ColumnKind.Whole),
                    ],
                    [
                        .. Rows.Select(r => Row(r.Name, r.Of, r.Of.Children.Count)),
                        .. Rows.Count > 0 ? [Row(Text.Total, Total, null)] : Array.Empty<IReadOnlyList<object?>>(),
                    ],
                    [Text.GrantedByNote(this)]
                )
                {
                    ChildIds = IdsOf(Rows) is { Count: > 0 } ids ? ids : null,
                },
            ],
            Address
        );
}
