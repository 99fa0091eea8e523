using System.Collections.Frozen;
using Spor.Decisions;
using Spor.Law;

namespace Spor.Interventions;

/// <summary>What a measure is on a day: its step on the ladder, 1 to 6 (0 = not on the ladder), and its form of placement.</summary>
public readonly record struct CatalogueRow(
    string Code,
    string Name,
    int Step,
    PlacementForm Form,
    string? Account,
    DateOnly From,
    DateOnly To
)
{
    public bool IsPlacement => Form != PlacementForm.None;
}

/// <summary>
/// The dated catalogue of measures (<c>import-format.md</c>, default catalogue). A municipality's own rows for a code replace the default
/// row of that code entirely, on all days.
/// </summary>
public sealed class Catalogue
{
    readonly FrozenDictionary<string, CatalogueRow[]> byCode;

    Catalogue(IEnumerable<CatalogueRow> rows) =>
        byCode = rows.GroupBy(r => r.Code, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(g => g.Key, g => g.OrderBy(r => r.From).ToArray(), StringComparer.OrdinalIgnoreCase);

    public static Catalogue Default { get; } = new(DefaultRows());

    /// <param name="parameters">The municipality's own numbers of deadlines: what the catalogue is asked for is asked with them.</param>
    /// <param name="regulations">Its regulations of rates; null = none.</param>
    public static Catalogue With(
        IEnumerable<CatalogueFact> own,
        IReadOnlyList<ParameterFact> parameters,
        IReadOnlyList<RateRegulationFact>? regulations = null
    )
    {
        var facts = own.ToArray();
        var rows = facts
            .Select(f => new CatalogueRow(f.Code, f.Name, f.Step, f.Form, f.Account, f.From, f.To ?? DateOnly.MaxValue))
            .ToList();
        if (rows.Count == 0 && parameters.Count == 0 && regulations is null or { Count: 0 })
            return Default;
        var replaced = rows.Select(r => r.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new(DefaultRows().Where(r => !replaced.Contains(r.Code)).Concat(rows))
        {
            Own = facts,
            Bounds = Bounds.With(parameters),
            Regulations = regulations is { Count: > 0 } ? new(regulations) : Regulations.None,
        };
    }

    /// <summary>The same catalogue with other regulations of rates.</summary>
    public Catalogue Regulated(IReadOnlyList<RateRegulationFact> regulations) =>
        new(Rows)
        {
            Own = Own,
            Bounds = Bounds,
            Regulations = regulations.Count == 0 ? Regulations.None : new(regulations),
        };

    /// <summary>The municipality's own rows as facts; empty where the default holds alone.</summary>
    public IReadOnlyList<CatalogueFact> Own { get; private init; } = [];

    /// <summary>The deadlines that hold beside it. They travel with the catalogue, so that whoever derives a requirement of a child cannot
    /// have the one without the other.</summary>
    public Bounds Bounds { get; private init; } = Bounds.National;

    /// <summary>The regulations of rates: what was granted grows with them.</summary>
    public Regulations Regulations { get; private init; } = Regulations.None;

    /// <summary>Whether a child's state comes out the same by both.</summary>
    public bool SameAs(Catalogue other) =>
        ReferenceEquals(this, other)
        || (Bounds.SameAs(other.Bounds) && Rows.OrderBy(r => (r.Code, r.From)).SequenceEqual(other.Rows.OrderBy(r => (r.Code, r.From))));

    public IEnumerable<string> Codes => byCode.Keys;
    public IEnumerable<CatalogueRow> Rows => byCode.Values.SelectMany(r => r);

    public bool Knows(string code) => byCode.ContainsKey(code);

    /// <summary>The code as the catalogue spells it.</summary>
    public string Spelled(string code) => byCode.TryGetValue(code, out var rows) ? rows[0].Code : code;

    /// <summary>The rows of a code, earliest first, those of one day in the order of the file; empty for an unknown code.</summary>
    public ReadOnlySpan<CatalogueRow> RowsOf(string code) => byCode.TryGetValue(code, out var rows) ? rows : [];

    /// <summary>The row in force on a day, or null. Of rows that overlap the one that began last, then the last in the file.</summary>
    public CatalogueRow? On(string code, DateOnly day)
    {
        var rows = RowsOf(code);
        for (var i = rows.Length - 1; i >= 0; i--)
            if (rows[i].From <= day && day <= rows[i].To)
                return rows[i];
        return null;
    }

    public string NameOf(string code, DateOnly day) => On(code, day)?.Name ?? code;

    static IEnumerable<CatalogueRow> DefaultRows()
    {
        static CatalogueRow Row(string code, string name, int step, PlacementForm form, string account) =>
            new(code, name, step, form, account, DateOnly.MinValue, DateOnly.MaxValue);
        yield return Row("konsulent", "Konsulentbistand til familien", 2, PlacementForm.None, "5.28.21.017");
        yield return Row("gruppe", "Netværks- og samtalegrupper", 2, PlacementForm.None, "5.28.21.017");
        yield return Row("forebyg-andet", "Anden forebyggende indsats", 2, PlacementForm.None, "5.28.21.017");
        yield return Row("fritid", "Støtte til fritidstilbud", 2, PlacementForm.None, "5.28.21.017");
        yield return Row("hjem", "Praktisk og pædagogisk støtte i hjemmet", 3, PlacementForm.None, "5.28.21.002");
        yield return Row("kontaktperson", "Fast kontaktperson", 3, PlacementForm.None, "5.28.21.007");
        yield return Row("praktik", "Praktiktilbud", 3, PlacementForm.None, "5.28.21.009");
        yield return Row("familiebehandling", "Familiebehandling", 3, PlacementForm.None, "5.28.21.003");
        yield return Row("familiedøgn", "Døgnophold for hele familien", 3, PlacementForm.None, "5.28.21.004");
        yield return Row("aflastning", "Støtteophold (aflastning)", 3, PlacementForm.None, "5.28.21.005");
        yield return Row("støtte-andet", "Anden støttende indsats", 3, PlacementForm.None, "5.28.21.010");
        yield return Row("netværkspleje", "Netværksplejefamilie", 4, PlacementForm.Foster, "5.28.22.005");
        yield return Row("plejefamilie", "Plejefamilie", 5, PlacementForm.Foster, "5.28.22.002");
        yield return Row("kommunal-pleje", "Kommunal plejefamilie", 5, PlacementForm.Foster, "5.28.22.004");
        yield return Row("efterskole", "Kost- eller efterskole", 4, PlacementForm.Own, "5.28.20.004");
        yield return Row("eget-værelse", "Eget værelse", 4, PlacementForm.Own, "5.28.20.005");
        yield return Row("opholdssted", "Børne- og ungehjem (før 2024: opholdssted)", 6, PlacementForm.Institution, "5.28.20.003");
        yield return Row("døgninstitution", "Børne- og ungehjem (før 2024: døgninstitution)", 6, PlacementForm.Institution, "5.28.23.002");
        yield return Row("sikret", "Sikret institution", 6, PlacementForm.Institution, "5.28.24");
        // Unverified [I]: youth support, and what is not on the ladder.
        yield return Row("unge-kontaktperson", "Fast kontaktperson, ungestøtte", 3, PlacementForm.None, "5.28.21.007");
        yield return Row("unge-døgn", "Døgnophold, ungestøtte", 4, PlacementForm.Own, "5.28.20.005");
        yield return Row("unge-udslusning", "Udslusning, ungestøtte", 3, PlacementForm.None, "5.28.20.005");
        yield return Row("unge-andet", "Anden ungestøtte", 3, PlacementForm.None, "5.28.21.010");
        yield return Row("merudgift", "Merudgifter", 0, PlacementForm.None, "5.57.72.009");
        yield return Row("tabt-arbejdsfortjeneste", "Tabt arbejdsfortjeneste", 0, PlacementForm.None, "5.57.72.010");
        yield return Row("handicap-andet", "Anden støtte ved funktionsnedsættelse", 0, PlacementForm.None, "5.57.72.016");
    }
}
