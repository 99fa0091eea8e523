using Spor.Facts;
using Spor.Requirements;

namespace Spor.Law;

/// <summary>
/// The numbers that hold in a municipality: national law and the model as dated rows, with the municipality's own from their day on. Its
/// own may tighten what the law says and never loosen it, also where the law is tightened later.
/// </summary>
public sealed class Bounds
{
    readonly RuleInForce[]?[] ownRows;
    readonly ILookup<string, ParameterFact> own;

    Bounds(IReadOnlyList<ParameterFact> own)
    {
        Own = own;
        this.own = own.OrderBy(p => p.From).ThenBy(p => p.RecordedIn).ThenBy(p => p.Id).ToLookup(p => p.Code);
        ownRows = [.. Codes<Rule>.All.Select(Rows)];
    }

    /// <summary>Without a number of the municipality's own.</summary>
    public static Bounds National { get; } = new([]);

    public static Bounds With(IReadOnlyList<ParameterFact> own) => own.Count == 0 ? National : new(own);

    /// <summary>The municipality's own rows.</summary>
    public IReadOnlyList<ParameterFact> Own { get; }

    public BoundsOnDay On(DateOnly day) => new(this, day);

    public bool SameAs(Bounds other) =>
        ReferenceEquals(this, other) || Own.Select(p => (p.Id, p.RecordedIn)).SequenceEqual(other.Own.Select(p => (p.Id, p.RecordedIn)));

    internal RuleInForce Of(Rule rule, DateOnly day)
    {
        if (ownRows[(int)rule] is { } rows)
            foreach (var row in rows)
                if (day <= row.To)
                    return row;
        return NationalLaw.Of(rule, day);
    }

    /// <summary>The municipality's own number on a day; null where it has set none.</summary>
    internal int? OwnOn(string code, DateOnly day)
    {
        int? number = null;
        foreach (var p in own[code])
            if (p.From <= day)
                number = p.Number;
        return number;
    }

    internal static int Stricter(Standard standard, int? own) =>
        own is not { } number ? standard.Number
        : standard.IsLaw ? Math.Min(number, standard.Number)
        : number;

    // A rule's rows, cut where the municipality's own number begins or ends; null where it has none.
    RuleInForce[]? Rows(Rule rule)
    {
        var code = rule.Danish();
        if (!own.Contains(code))
            return null;
        var rows = new List<RuleInForce>();
        foreach (var row in NationalLaw.Rows(rule))
        {
            DateOnly[] starts = [row.From, .. own[code].Select(p => p.From).Where(d => row.From < d && d <= row.To).Distinct()];
            for (var i = 0; i < starts.Length; i++)
            {
                var to = i + 1 < starts.Length ? starts[i + 1].AddDays(-1) : row.To;
                rows.Add(row.With(OwnOn(code, starts[i])) with { From = starts[i], To = to });
            }
        }
        return [.. rows];
    }
}

/// <summary>The numbers that hold on one day.</summary>
public readonly struct BoundsOnDay(Bounds bounds, DateOnly day)
{
    /// <summary>The rule as it stands on the day, with the municipality's own number if that is the stricter.</summary>
    public RuleInForce Of(Rule rule) => bounds.Of(rule, day);

    /// <summary>A parameter's number on the day, in its unit; null where nothing fixes one.</summary>
    public int? Number(Parameter parameter) =>
        parameter.On(day) is { } standard ? Bounds.Stricter(standard, bounds.OwnOn(parameter.Code, day)) : null;
}
