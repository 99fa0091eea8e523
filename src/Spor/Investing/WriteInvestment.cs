using Spor.Access;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Investing;

/// <summary>Begins a case, or changes one that nobody has signed.</summary>
/// <param name="CaseId">Null = a new one.</param>
/// <param name="Name">What it is called.</param>
/// <param name="GrowthHundredths">Percent a year in hundredths, for a comparison and an own estimate.</param>
/// <param name="BaseOre">Spending on the area in the calendar year before the first.</param>
/// <param name="DiscountHundredths">Percent a year in hundredths; null = none.</param>
public sealed record WriteInvestment(
    long? CaseId,
    string? Name,
    int? FromYear,
    int? ToYear,
    Alternative? Alternative,
    long? GrowthHundredths,
    long? BaseOre,
    int? RampMonths,
    long? DiscountHundredths,
    int? Seed,
    string? Source
) : ICommand<WriteInvestment>
{
    public static Verb<WriteInvestment> Verb { get; } =
        new("write-investment", Capability.Economy, (c, now) => InvestmentRules.Write(c, InvestmentKnown.Of(now, c.CaseId), now.NewId))
        {
            Shown = (c, now) => c.CaseId is { } id ? now.Facts.Find<InvestmentCaseFact>(id) : null,
        };
}

/// <summary>Adds a line to a case that nobody has signed, or changes one.</summary>
/// <param name="LineId">Null = a new one.</param>
/// <param name="NumberHundredths">Posts, full years, children per caseworker; null = 1, for an amount.</param>
/// <param name="UnitOre">For each in a full year.</param>
public sealed record WriteInvestmentLine(
    long CaseId,
    long? LineId,
    InvestmentKind? Kind,
    string? What,
    int? FromYear,
    int? ToYear,
    int? FirstMonth,
    long? NumberHundredths,
    long? UnitOre,
    long? RiseHundredths,
    int? LeastPercent,
    int? MostPercent,
    PlacementForm? Form,
    PlacementForm? ToForm,
    bool Assumed,
    string? Source
) : ICommand<WriteInvestmentLine>
{
    public static Verb<WriteInvestmentLine> Verb { get; } =
        new(
            "write-investment-line",
            Capability.Economy,
            (c, now) =>
                InvestmentRules.WriteLine(
                    c,
                    InvestmentKnown.Of(now, c.CaseId),
                    c.LineId is { } id ? now.Facts.FindOpened<InvestmentLineFact>(id) : null,
                    now.NewId
                )
        )
        {
            Shown = (c, now) => c.LineId is { } id ? now.Facts.Find<InvestmentLineFact>(id) : null,
        };
}

/// <summary>Takes a line away from a case that nobody has signed.</summary>
public sealed record RemoveInvestmentLine(long LineId) : ICommand<RemoveInvestmentLine>
{
    public static Verb<RemoveInvestmentLine> Verb { get; } =
        new(
            "remove-investment-line",
            Capability.Economy,
            (c, now) =>
                now.Facts.Find<InvestmentLineFact>(c.LineId) is not { } line ? new Refusal("thing-not-there")
                : InvestmentKnown.Of(now, line.CaseId) is { Signed: not null } ? new Refusal("investment-signed")
                : new Withdrawn(FactKinds.InvestmentLine, line.Id)
        );
}

/// <summary>Takes a case that nobody has signed away, its lines with it.</summary>
public sealed record DropInvestment(long CaseId) : ICommand<DropInvestment>
{
    public static Verb<DropInvestment> Verb { get; } =
        new("drop-investment", Capability.Economy, (c, now) => InvestmentRules.Drop(InvestmentKnown.Of(now, c.CaseId)));
}

/// <summary>Makes a new version of a case, to be changed beside it.</summary>
public sealed record CopyInvestment(long CaseId) : ICommand<CopyInvestment>
{
    public static Verb<CopyInvestment> Verb { get; } =
        new("copy-investment", Capability.Economy, (c, now) => InvestmentRules.Copy(InvestmentKnown.Of(now, c.CaseId), now.NewId));
}

/// <summary>Makes a case of one of the published ones.</summary>
public sealed record TakeInvestmentExample(InvestmentExample? Example) : ICommand<TakeInvestmentExample>
{
    public static Verb<TakeInvestmentExample> Verb { get; } =
        new(
            "take-investment-example",
            Capability.Economy,
            (c, now) => InvestmentRules.Take(c, InvestmentKnown.Of(now, null).Names, now.NewId)
        );
}

/// <summary>What is known of a case, texts opened.</summary>
/// <param name="Case">Null: there is none of that id, or none was asked for.</param>
public sealed record InvestmentKnown(
    long? Asked,
    InvestmentCaseFact? Case,
    IReadOnlyList<InvestmentLineFact> Lines,
    InvestmentSignedFact? Signed,
    IReadOnlyList<string> Names
)
{
    internal static InvestmentKnown Of(Now now, long? id) =>
        new(
            id,
            id is { } asked ? now.Facts.FindOpened<InvestmentCaseFact>(asked) : null,
            [.. now.Facts.All<InvestmentLineFact>().Where(l => l.CaseId == id).OrderBy(l => l.Id).Select(now.Facts.Opened)],
            now.Facts.All<InvestmentSignedFact>().FirstOrDefault(s => s.CaseId == id),
            [.. now.Facts.All<InvestmentCaseFact>().Where(c => c.Id != id).Select(c => now.Facts.Opened(c).Name).OfType<string>()]
        );
}

public static partial class InvestmentRules
{
    public const int LongestName = 80,
        MostYears = 15,
        LongestRamp = 60;

    const long Kroner = 100;

    public static Decision Write(WriteInvestment c, InvestmentKnown known, Func<long> next)
    {
        if (known.Asked is not null && known.Case is null)
            return new Refusal("thing-not-there");
        if (known.Signed is not null)
            return new Refusal("investment-signed");
        var wrong = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(c.Name))
            wrong.Add(new("value-missing", nameof(c.Name)));
        else if (c.Name.Trim().Length > LongestName)
            wrong.Add(new("investment-name-too-long", nameof(c.Name)));
        else if (known.Names.Contains(c.Name.Trim(), StringComparer.OrdinalIgnoreCase))
            wrong.Add(new("investment-name-taken", nameof(c.Name)));
        if (c.FromYear is not (>= 1990 and <= 2100))
            wrong.Add(new("investment-year", nameof(c.FromYear)));
        else if (c.ToYear is not { } to || to < c.FromYear || to >= c.FromYear + MostYears)
            wrong.Add(new("investment-last-year", nameof(c.ToYear)));
        if (c.Alternative is null)
            wrong.Add(new("choice-missing", nameof(c.Alternative)));
        var grows = c.Alternative is Alternative.Comparison or Alternative.Own;
        if (grows && c.GrowthHundredths is null)
            wrong.Add(new("investment-growth-missing", nameof(c.GrowthHundredths)));
        if (!grows && c.Alternative is not null && c.GrowthHundredths is not (null or 0))
            wrong.Add(new("investment-growth-not-asked", nameof(c.GrowthHundredths)));
        if (c.GrowthHundredths is < -2_000 or > 2_000)
            wrong.Add(new("investment-growth-out-of-range", nameof(c.GrowthHundredths)));
        if (c.BaseOre is < 100_000 * Kroner or > 100_000_000_000 * Kroner)
            wrong.Add(new("investment-base-wrong-unit", nameof(c.BaseOre)));
        if (c.RampMonths is < 0 or > LongestRamp)
            wrong.Add(new("investment-ramp", nameof(c.RampMonths)));
        if (c.DiscountHundredths is < 0 or > 2_000)
            wrong.Add(new("investment-discount", nameof(c.DiscountHundredths)));
        if (c.Seed is < 0)
            wrong.Add(new("investment-seed", nameof(c.Seed)));
        if (wrong.Count == 0 && known.Lines.Any(l => l.FromYear < c.FromYear || l.ToYear > c.ToYear))
            wrong.Add(new("investment-line-outside", nameof(c.FromYear)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var row = known.Case is { } before ? (InvestmentCaseFact)before.Copy() : new InvestmentCaseFact { Id = next() };
        (row.Name, row.FromYear, row.ToYear, row.Alternative) = (c.Name!.Trim(), c.FromYear!.Value, c.ToYear!.Value, c.Alternative!.Value);
        (row.GrowthHundredths, row.BaseOre, row.RampMonths) = (grows ? c.GrowthHundredths : null, c.BaseOre, c.RampMonths ?? 0);
        (row.DiscountHundredths, row.Seed, row.Source) = (c.DiscountHundredths, c.Seed ?? 1, c.Source?.Trim());
        return known.Case is null ? new Recorded(FactKinds.InvestmentCase, row) : new Corrected(FactKinds.InvestmentCase, row);
    }

    /// <param name="line">The line that is changed.</param>
    public static Decision WriteLine(WriteInvestmentLine c, InvestmentKnown known, InvestmentLineFact? line, Func<long> next)
    {
        if (known.Case is not { } of || (c.LineId is not null && line?.CaseId != of.Id))
            return new Refusal("thing-not-there");
        if (known.Signed is not null)
            return new Refusal("investment-signed");
        var wrong = new List<Refusal>();
        if (c.Kind is not { } kind)
            return new Refusal("choice-missing", nameof(c.Kind));
        if (string.IsNullOrWhiteSpace(c.What))
            wrong.Add(new("value-missing", nameof(c.What)));
        if (c.FromYear is not { } from || from < of.FromYear || from > of.ToYear)
            wrong.Add(new("investment-line-year", nameof(c.FromYear)));
        else if (c.ToYear is { } to && (to < from || to > of.ToYear))
            wrong.Add(new("investment-line-last-year", nameof(c.ToYear)));
        if (c.FirstMonth is < 1 or > 12)
            wrong.Add(new("investment-month", nameof(c.FirstMonth)));
        var counted =
            kind
            is InvestmentKind.Posts
                or InvestmentKind.FewerPlacements
                or InvestmentKind.Shift
                or InvestmentKind.ShorterStays
                or InvestmentKind.Caseload;
        if (counted && c.NumberHundredths is null)
            wrong.Add(new("investment-number-missing", nameof(c.NumberHundredths)));
        if (c.NumberHundredths is < 1 or > 100_000)
            wrong.Add(new("investment-number", nameof(c.NumberHundredths)));
        if (kind == InvestmentKind.Caseload)
        {
            if (c.UnitOre is not null)
                wrong.Add(new("investment-caseload-no-money", nameof(c.UnitOre)));
        }
        else if (c.UnitOre is not { } unit)
            wrong.Add(new("investment-amount-missing", nameof(c.UnitOre)));
        else if (kind == InvestmentKind.Posts && unit is < 100_000 * Kroner or > 3_000_000 * Kroner)
            wrong.Add(new("investment-salary-wrong-unit", nameof(c.UnitOre)));
        else if (counted && kind != InvestmentKind.Posts && unit is < 20_000 * Kroner or > 20_000_000 * Kroner)
            wrong.Add(new("investment-price-wrong-unit", nameof(c.UnitOre)));
        else if (unit is < 1 or > 10_000_000_000 * Kroner)
            wrong.Add(new("investment-amount", nameof(c.UnitOre)));
        if (c.RiseHundredths is < -2_000 or > 2_000)
            wrong.Add(new("investment-rise", nameof(c.RiseHundredths)));
        if (c.LeastPercent is < 0 or > 100)
            wrong.Add(new("investment-least", nameof(c.LeastPercent)));
        if (c.MostPercent is < 100 or > 500)
            wrong.Add(new("investment-most", nameof(c.MostPercent)));
        var formed = kind is InvestmentKind.FewerPlacements or InvestmentKind.Shift or InvestmentKind.ShorterStays;
        if (formed && c.Form is null or PlacementForm.None)
            wrong.Add(new("investment-form-missing", nameof(c.Form)));
        if (kind == InvestmentKind.Shift && (c.ToForm is null or PlacementForm.None || c.ToForm == c.Form))
            wrong.Add(new("investment-shift-needs-another-form", nameof(c.ToForm)));
        if (string.IsNullOrWhiteSpace(c.Source) && !c.Assumed)
            wrong.Add(new("investment-source-or-assumption", nameof(c.Source)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var row = line is { } before ? (InvestmentLineFact)before.Copy() : new InvestmentLineFact { Id = next(), CaseId = of.Id };
        (row.Kind, row.What, row.FromYear, row.ToYear) = (kind, c.What!.Trim(), c.FromYear!.Value, c.ToYear ?? c.FromYear.Value);
        (row.FirstMonth, row.NumberHundredths, row.UnitOre) = (c.FirstMonth ?? 1, c.NumberHundredths ?? 100, c.UnitOre);
        (row.RiseHundredths, row.LeastPercent, row.MostPercent) = (c.RiseHundredths ?? 0, c.LeastPercent, c.MostPercent);
        (row.Form, row.ToForm) = (formed ? c.Form : null, kind == InvestmentKind.Shift ? c.ToForm : null);
        (row.Assumed, row.Source) = (c.Assumed, c.Source?.Trim());
        return line is null ? new Recorded(FactKinds.InvestmentLine, row) : new Corrected(FactKinds.InvestmentLine, row);
    }

    public static Decision Drop(InvestmentKnown known) =>
        known.Case is not { } of ? new Refusal("thing-not-there")
        : known.Signed is not null ? new Refusal("investment-signed")
        : Decision.Of([
            .. known.Lines.Select(l => new Withdrawn(FactKinds.InvestmentLine, l.Id)),
            new Withdrawn(FactKinds.InvestmentCase, of.Id),
        ]);

    public static Decision Copy(InvestmentKnown known, Func<long> next)
    {
        if (known.Case is not { } of)
            return new Refusal("thing-not-there");
        var copy = (InvestmentCaseFact)of.Copy();
        (copy.Id, copy.EarlierId) = (next(), of.Id);
        copy.Name = FreeName(of.Name ?? "", [.. known.Names, of.Name ?? ""]);
        return Decision.Of([
            new Recorded(FactKinds.InvestmentCase, Fresh(copy)),
            .. known.Lines.Select(l =>
            {
                var line = (InvestmentLineFact)l.Copy();
                (line.Id, line.CaseId) = (next(), copy.Id);
                return new Recorded(FactKinds.InvestmentLine, Fresh(line));
            }),
        ]);
    }

    // What a new row has not: a life in the record, and a text of its own that is written with it.
    static Fact Fresh(Fact fact)
    {
        (fact.RecordedIn, fact.RetractedIn, fact.TextId) = (0, null, null);
        return fact;
    }

    /// <summary>The name with the lowest number of a version that nothing is called yet.</summary>
    static string FreeName(string name, IReadOnlyList<string> taken)
    {
        var bare = name.LastIndexOf(", udgave ", StringComparison.Ordinal) is > 0 and var at ? name[..at] : name;
        bare = bare.Length > LongestName - 12 ? bare[..(LongestName - 12)] : bare;
        for (var version = 2; ; version++)
            if (!taken.Contains($"{bare}, udgave {version}", StringComparer.OrdinalIgnoreCase))
                return $"{bare}, udgave {version}";
    }

    /// <param name="names">Of the cases there are.</param>
    public static Decision Take(TakeInvestmentExample c, IReadOnlyList<string> names, Func<long> next)
    {
        if (c.Example is not { } example)
            return new Refusal("choice-missing", nameof(c.Example));
        var made = PublishedInvestments.Of(example);
        made.Of.Id = next();
        if (names.Contains(made.Of.Name, StringComparer.OrdinalIgnoreCase))
            made.Of.Name = FreeName(made.Of.Name!, names);
        foreach (var line in made.Lines)
            (line.Id, line.CaseId) = (next(), made.Of.Id);
        return Decision.Of([
            new Recorded(FactKinds.InvestmentCase, made.Of),
            .. made.Lines.Select(l => new Recorded(FactKinds.InvestmentLine, l)),
        ]);
    }
}
