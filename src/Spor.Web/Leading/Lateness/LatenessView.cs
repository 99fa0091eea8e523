using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Kernel;
using Spor.Law;
using Spor.Web.Access;
using Spor.Web.Frame.Tables;
using Spor.Web.Leading.Management;

namespace Spor.Web.Leading.Lateness;

/// <summary>Whose requirements stand together.</summary>
public enum LateBy
{
    [Code("krav")]
    Rule,

    [Code("team")]
    Team,

    [Code("raadgiver")]
    Caseworker,
}

/// <param name="Group">A team or a caseworker; empty where all stand together.</param>
public sealed record LateRow(string Group, DaysLate Line);

/// <summary>Days late per requirement, of the children whom the viewer may see and of no other.</summary>
public sealed class LatenessView
{
    /// <summary>Of all children: worked out once for a period.</summary>
    static readonly Derived<(FigurePeriod Period, LateBy By), IReadOnlyList<(long? Key, DaysLate Line)>> OfAll = new(
        6,
        (s, q) => Count(s.Register, s.Register.Children, q.Period, q.By)
    );

    public Viewing Viewing { get; }
    public ManagementQuery Query { get; }
    public LateBy By { get; }
    public IReadOnlyList<LateRow> Rows { get; }

    /// <summary>By team and caseworker for those who lead; others have their own children's alone.</summary>
    public IReadOnlyList<LateBy> Choices => Viewing.MayLead ? Codes<LateBy>.All : [LateBy.Rule];

    /// <summary>Whoever may see no child is told how many are kept in time, with small numbers hidden, and not how late each is.</summary>
    public bool IsWithheld { get; }

    public LatenessView(Viewing viewing, IQueryCollection query)
    {
        Viewing = viewing;
        Query = ManagementQuery.Read(query, viewing, []);
        By = Codes<LateBy>.TryDanish(query["efter"].ToString(), out var by) && Choices.Contains(by) ? by : LateBy.Rule;
        IsWithheld = !viewing.Viewer.May(Capability.Children);
        if (IsWithheld)
        {
            Rows = [];
            return;
        }
        var lines = viewing.SeesBehindAll
            ? viewing.Snapshot.Get(OfAll, (Query.Now, By))
            : Count(viewing.Register, viewing.Visible.Select(c => c.File), Query.Now, By);
        Rows =
        [
            .. lines
                .Select(l => new LateRow(NameOf(l.Key), l.Line))
                .OrderBy(r => r.Group, StringComparer.Create(Danish.Culture, false))
                .ThenByDescending(r => NationalLaw.Of(r.Line.Rule, Query.To).IsLaw),
        ];
    }

    static IReadOnlyList<(long? Key, DaysLate Line)> Count(
        Register register,
        IEnumerable<ChildFile> children,
        FigurePeriod period,
        LateBy by
    )
    {
        var staff = register.Staff;
        return DaysLate.Of(
            children,
            register.Catalogue,
            period,
            (file, day) =>
                by switch
                {
                    LateBy.Team => [staff.TeamOf(file, day)],
                    LateBy.Caseworker when staff.WhoHas(file, day) is { Length: > 0 } had => had.Select(e => (long?)e),
                    _ => [null],
                }
        );
    }

    string NameOf(long? key) =>
        By switch
        {
            LateBy.Team => key is null ? Text.NoTeam : Viewing.TeamName(key),
            LateBy.Caseworker => key is null ? Text.Nobody : Viewing.EmployeeName(key),
            _ => "",
        };

    public string Address => $"?efter={By.Danish()}" + Query.ToQuery(withPins: false).Replace('?', '&');

    public PageTables ToTables()
    {
        SheetColumn[] group = By == LateBy.Rule ? [] : [new(Text.GroupHead(By), ColumnKind.Text, 28)];
        return new(
            "dage-over-fristen",
            Text.Title,
            Query.To,
            [
                new(
                    "",
                    Text.Title,
                    [
                        .. group,
                        new(Text.RuleHead, ColumnKind.Text, 50),
                        .. Text.Heads.Select(h => new SheetColumn(h, ColumnKind.Decimal, 18)),
                    ],
                    [
                        .. Rows.Select(r =>
                            (IReadOnlyList<object?>)
                                [
                                    .. By == LateBy.Rule ? Array.Empty<object?>() : [r.Group],
                                    Title(r.Line),
                                    .. Cells(r.Line).Select(c => c.Value),
                                ]
                        ),
                    ],
                    [Text.Lede(Query), Text.Note]
                ),
            ],
            $"efter={By.Danish()}" + Query.ToQuery(withPins: false).Replace('?', '&'),
            [Text.Whose(Viewing.SeesBehindAll)]
        );
    }

    public string Title(DaysLate line) => NationalLaw.Of(line.Rule, Query.To).Title;

    /// <summary>As the page shows it, and the number.</summary>
    public static IEnumerable<(string Shown, object? Value)> Cells(DaysLate line)
    {
        static (string, object?) Whole(int n) => (Danish.Number(n), n);
        static (string, object?) Days(double? days) =>
            days is { } d ? (Danish.Number(d, d % 1 == 0 ? 0 : 1), (decimal)d) : (Management.Text.None, null);
        yield return Whole(line.Due);
        yield return Whole(line.OnTime);
        yield return Whole(line.MetLate);
        yield return Days(line.MedianLate);
        yield return Whole(line.Unmet);
        yield return Days(line.MedianUnmet);
    }
}
