using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Investing;
using Spor.Kernel;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.SocialInvesting;

/// <summary>A social investment as it was asked; what was typed stays in the form.</summary>
public sealed class SocialView
{
    public IReadOnlyList<SocialRateFact> Rates { get; }
    public IReadOnlyList<string> TargetGroups { get; }
    public DateOnly Day { get; }
    public string TargetGroup { get; }
    public string Participants { get; }
    public string Effect { get; }
    public string Cost { get; }
    public string CostYears { get; }

    /// <summary>By field: what cannot be read.</summary>
    public IReadOnlyDictionary<string, string> Wrong { get; }

    /// <summary>Null until it is asked for, and where something cannot be read.</summary>
    public SocialInvestment? Answer { get; }

    /// <summary>How the children fared, beside what would be spared.</summary>
    public Investing.ChildrenBeside Beside => beside ??= new(viewing);
    Investing.ChildrenBeside? beside;
    readonly Viewing viewing;

    SocialView(Viewing viewing, IQueryCollection query)
    {
        this.viewing = viewing;
        Day = viewing.Today;
        Rates = viewing.Register.Of<SocialRateFact>();
        TargetGroups = SocialInvestment.TargetGroups(Rates);
        string Typed(string name, string usual = "") => query.ContainsKey(name) ? query[name].ToString().Trim() : usual;
        (TargetGroup, Participants, Effect) = (Typed("maalgruppe"), Typed("deltagere"), Typed("effekt"));
        (Cost, CostYears) = (Typed("udgift"), Typed("aar", "1"));
        var wrong = new Dictionary<string, string>();
        Wrong = wrong;
        if (!query.ContainsKey("deltagere"))
            return;
        if (!TargetGroups.Contains(TargetGroup, StringComparer.OrdinalIgnoreCase))
            wrong["maalgruppe"] = Text.NotATarget;
        if (Form.Number(Participants) is not (>= 1 and <= 100_000))
            wrong["deltagere"] = Text.NotParticipants;
        if (Hundredths(Effect) is not (>= 0 and <= 100_00))
            wrong["effekt"] = Text.NotAnEffect;
        if (Hundredths(Cost) is not (>= 0 and <= 10_000_000_00))
            wrong["udgift"] = Text.NotACost;
        if (Form.Number(CostYears) is not (>= 1 and <= SocialRateFact.Years))
            wrong["aar"] = Text.NotYears;
        if (wrong.Count == 0)
            Answer = SocialInvestment.Of(
                Rates,
                new(
                    TargetGroup,
                    (int)Form.Number(Participants)!.Value,
                    Hundredths(Effect)!.Value,
                    Hundredths(Cost)!.Value,
                    (int)Form.Number(CostYears)!.Value
                ),
                Day
            );
    }

    static long? Hundredths(string typed) => FormState.New(0, (nameof(typed), typed)).Hundredths(nameof(typed));

    public static SocialView Of(Viewing viewing, IQueryCollection query) => new(viewing, query);

    public string Address =>
        Answer is null
            ? ""
            : $"maalgruppe={Uri.EscapeDataString(TargetGroup)}&deltagere={Uri.EscapeDataString(Participants)}&effekt={Uri.EscapeDataString(Effect)}"
                + $"&udgift={Uri.EscapeDataString(Cost)}&aar={Uri.EscapeDataString(CostYears)}";

    public PageTables ToTables()
    {
        List<ExportTable> tables = [];
        if (Answer is { } of)
        {
            SheetColumn Kroner(string head) => new(head, ColumnKind.Kroner, 20);
            tables.Add(
                new(
                    "aar",
                    Text.YearsTitle,
                    [
                        new(Text.YearHead, ColumnKind.Whole),
                        Kroner(Text.CostHead),
                        Kroner(Text.SparedHead),
                        Kroner(Text.MunicipalityHead),
                        Kroner(Text.RegionHead),
                        Kroner(Text.StateHead),
                        Kroner(Text.NetHead),
                        Kroner(Text.SoFarHead),
                        Kroner(Text.SoFarOwnHead),
                    ],
                    [
                        .. of.Years.Select(y =>
                            (IReadOnlyList<object?>)
                                [y.Year, y.Cost, y.Spared, y.Municipality, y.Region, y.State, y.Net, y.SoFar, y.SoFarMunicipality]
                        ),
                        [
                            Text.Total,
                            of.CostOre,
                            of.SparedOre,
                            of.Years.Sum(y => y.Municipality),
                            of.Years.Sum(y => y.Region),
                            of.Years.Sum(y => y.State),
                            of.NetOre,
                            of.Years[^1].SoFar,
                            of.Years[^1].SoFarMunicipality,
                        ],
                    ]
                )
            );
            tables.Add(
                new(
                    "konsekvenser",
                    Text.HelpTitle,
                    [
                        new(Text.ConsequenceHead, Width: 30),
                        .. Enumerable.Range(0, SocialRateFact.Years).Select(y => Kroner(Text.Year(y))),
                        Kroner(Text.Total),
                    ],
                    [
                        .. of.Help.Select(h =>
                            (IReadOnlyList<object?>)
                                [
                                    Danish.Capital(h.Of.Danish()),
                                    .. h.Ore.Append(h.Ore.Sum()).Select(o => h.Rate is null ? (object?)Text.Missing : o),
                                ]
                        ),
                    ]
                )
            );
        }
        if (Answer is not null)
            tables.Add(Beside.ToTable());
        tables.Add(
            new(
                "satser",
                Text.RatesTitle,
                [
                    new(Text.TargetHead, Width: 24),
                    new(Text.ConsequenceHead, Width: 28),
                    new(Text.FromHead, ColumnKind.Day),
                    new(Text.PriceHead, ColumnKind.Kroner, 18),
                    new(Text.PriceLevelHead, ColumnKind.Whole),
                    new(Text.PartsHead, Width: 28),
                    new(Text.SparedRowHead, Width: 44),
                    new(Text.SourceHead, Width: 50),
                ],
                [
                    .. Rates.Select(r =>
                        (IReadOnlyList<object?>)
                            [
                                r.TargetGroup,
                                Danish.Capital(r.Of.Danish()),
                                r.From,
                                r.PriceOre,
                                r.PriceLevel,
                                Text.Parts(r),
                                Text.Spared(r),
                                r.Source,
                            ]
                    ),
                ]
            )
        );
        return new("soem", Text.Title, Day, tables, "", [Text.NotAlone]);
    }
}
