using Spor.Facts;
using Spor.Interventions;

namespace Spor.Exchange.Import;

/// <summary>Which measure of a child ran on a day, among those of the extract and those already known; made when first asked.</summary>
sealed class Ties(IReadOnlyDictionary<string, ImportTable> tables, IKnownKeys known)
{
    readonly record struct Span(DateOnly From, DateOnly To, string Code, string Key);

    Dictionary<string, List<Span>>? byChild;
    Catalogue catalogue = Catalogue.Default;

    /// <summary>The key of the measure that ran; of several the one that began last, then the last in the file. Null = none.</summary>
    public string? KeyOf(string child, DateOnly day, Tie tie)
    {
        byChild ??= Make();
        if (!byChild.TryGetValue(child, out var spans))
            return null;
        Span? best = null;
        foreach (var span in spans)
            if (span.From <= day && day <= span.To && !(span.From < best?.From) && Is(span, tie))
                best = span;
        return best?.Key;
    }

    bool Is(Span span, Tie tie) =>
        tie.To.Any(t =>
            t.Equals("indsats", StringComparison.OrdinalIgnoreCase)
            || t.Equals(span.Code, StringComparison.OrdinalIgnoreCase)
            || t.Equals("anbringelse", StringComparison.OrdinalIgnoreCase) && catalogue.On(span.Code, span.From)?.IsPlacement == true
        );

    Dictionary<string, List<Span>> Make()
    {
        catalogue = CatalogueOf(tables, known);
        var made = new Dictionary<string, List<Span>>();
        void Add(string? child, InterventionFact m)
        {
            if (child is not null && m.SourceKey is { } key && m.From != default)
                (made.TryGetValue(child, out var list) ? list : made[child] = []).Add(new(m.From, m.To ?? DateOnly.MaxValue, m.Code, key));
        }
        var (measures, children) = (tables["indsatser"], tables["boern"]);
        foreach (var fact in known.Open(FactKinds.Intervention))
            if (fact.SourceKey is { } key && measures.Find(key) is null)
                foreach (var child in known.KeysOf(FactKinds.Child, ((InterventionFact)fact).ChildId))
                    Add(child, (InterventionFact)fact);
        foreach (var fact in measures.Facts)
            if (fact is InterventionFact { ChildId: not 0 } m)
            {
                IEnumerable<string> keys =
                    m.ChildId > 0 ? [children.Facts[(int)m.ChildId - 1].SourceKey!] : known.KeysOf(FactKinds.Child, -m.ChildId);
                foreach (var child in keys)
                    Add(child, m);
            }
        return made;
    }

    /// <summary>The municipality's own rows as delivered, or as known where they are not.</summary>
    public static Catalogue CatalogueOf(IReadOnlyDictionary<string, ImportTable> tables, IKnownKeys known) =>
        Catalogue.With((tables["ydelser"].Delivered ? tables["ydelser"].Facts : known.Open(FactKinds.Catalogue)).Cast<CatalogueFact>(), []);
}
