using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Figures;
using Spor.Kernel;
using Spor.Requirements;
using Spor.Web.Access;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.Quality;

/// <summary>The flaws at the children whom the viewer may see.</summary>
public sealed class QualityView
{
    public const int MostRows = 100;

    public QualityView(Viewing viewing, DataQuality quality)
    {
        (Viewing, Quality) = (viewing, quality);
        var children = viewing.Overview.Children;
        SeesAll = viewing.Viewer.SeesAll;
        // The places of the register are those of the overview: both are by child id.
        Findings = SeesAll
            ? quality.Findings
            : [.. quality.Findings.Select(f => f with { At = [.. f.At.Where(a => viewing.MaySee(children[a.Child]))] })];
        Findings = [.. Findings.OrderByDescending(f => f.Count)];
    }

    public Viewing Viewing { get; }
    public DataQuality Quality { get; }
    public bool SeesAll { get; }

    /// <summary>The most frequent first; those not found too.</summary>
    public IReadOnlyList<Finding> Findings { get; }

    /// <summary>What contradicts itself in the municipality's own lists: about no child, so everybody who sees the page sees it.</summary>
    public IReadOnlyList<SetupFinding> Setup => Viewing.Snapshot.Get(SetupFlaws);

    static readonly Derived<IReadOnlyList<SetupFinding>> SetupFlaws = new(s => SetupQuality.Of(s.Register));

    public Finding Of(Flaw flaw) => Findings.First(f => f.Flaw == flaw);

    public FlawText TextOf(Finding finding) => Text.Of(Quality, finding, numbers: SeesAll);

    /// <summary>Each child once, with how many times the flaw is there; in the list's order, by name.</summary>
    public IReadOnlyList<(ChildState State, int Times)> ChildrenOf(Flaw flaw)
    {
        var times = Of(flaw).At.GroupBy(a => a.Child).ToDictionary(g => Viewing.Overview.Children[g.Key], g => g.Count());
        return [.. ChildList.Sort(times.Keys, ChildSort.Name, false, Viewing.Overview).Select(c => (c, times[c]))];
    }

    public string CaseworkersOf(ChildState child) =>
        child.AssignedTo.Count > 0 ? string.Join(", ", child.AssignedTo.Select(e => Viewing.EmployeeName(e))) : Text.Nobody;

    /// <param name="key">The list of one flaw, or all flaws counted.</param>
    public PageTables ToTables(string key)
    {
        var found = new ExportTable(
            "mangler",
            Text.Caption(Quality.Day),
            [
                new(Text.What, Width: 46),
                new(Text.CountHead, ColumnKind.Whole),
                new(Text.ChildrenHead, ColumnKind.Whole),
                new(Text.EffectHead, Width: 90),
                new(Text.MendsHead, Width: 40),
            ],
            [
                .. Findings
                    .Where(f => f.Count > 0)
                    .Select(f => (Finding: f, Words: TextOf(f)))
                    .Select(f =>
                        (IReadOnlyList<object?>)[f.Words.Title, f.Finding.Count, f.Finding.Children, f.Words.Effect, f.Words.Mends]
                    ),
            ]
        );
        // A file with the children is asked for by name, never got with the rest.
        List<ExportTable> tables =
        [
            found,
            new(
                "lister",
                Text.SetupTitle,
                [
                    new(Text.What, Width: 46),
                    new(Text.SetupWhere, Width: 40),
                    new(Text.SetupFrom, ColumnKind.Day),
                    new(Text.EffectHead, Width: 90),
                    new(Text.MendsHead, Width: 40),
                ],
                [
                    .. Setup.SelectMany(f =>
                        f.Where.Select(w =>
                            (IReadOnlyList<object?>)[Text.Of(f.Flaw).Title, w.Name, w.From, Text.Of(f.Flaw).Effect, Text.Of(f.Flaw).Mends]
                        )
                    ),
                ]
            ),
        ];
        if (Codes<Flaw>.TryDanish(key, out var flaw))
        {
            var children = ChildrenOf(flaw);
            tables.Add(
                new(
                    key,
                    TextOf(Of(flaw)).Title,
                    [
                        new(Text.Child, Width: 28),
                        new(Text.Times, ColumnKind.Whole),
                        new(Text.Step, Width: 7),
                        new(Text.District, Width: 20),
                        new(Text.Caseworker, Width: 28),
                    ],
                    [
                        .. children.Select(c =>
                            (IReadOnlyList<object?>)
                                [
                                    Viewing.ListName(c.State.Child),
                                    c.Times,
                                    Spor.Web.Day.Children.Text.StepCell(c.State.Step),
                                    Viewing.DistrictName(c.State.Child.DistrictId),
                                    CaseworkersOf(c.State),
                                ]
                        ),
                    ]
                )
                {
                    ChildIds = [.. children.Select(c => c.State.File.Id)],
                }
            );
        }
        return new("datakvalitet", Text.Title, Quality.Day, tables, "datakvalitet?vis=" + key, SeesAll ? [] : [Text.OwnOnly]);
    }
}
