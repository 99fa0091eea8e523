using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Law;

/// <summary>The municipality's own number of a parameter, from a day on.</summary>
/// <param name="Number">In the parameter's unit; null = back to what law or model say.</param>
public sealed record SetParameter(string Code, DateOnly From, int? Number) : ICommand<SetParameter>
{
    public static Verb<SetParameter> Verb { get; } =
        new("set-parameter", Capability.Settings, (c, now) => ParameterRules.Set(c, now.Facts.All<ParameterFact>(), now.Today, now.NewId))
        {
            Shown = (c, now) => now.Facts.All<ParameterFact>().Where(p => p.Code == c.Code).MaxBy(p => p.RecordedIn),
        };
}

public static class ParameterRules
{
    /// <param name="own">The municipality's own rows.</param>
    public static Decision Set(SetParameter c, IReadOnlyList<ParameterFact> own, DateOnly today, Func<long> next)
    {
        if (Parameters.Find(c.Code) is not { } parameter)
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        // What fell due under the old number fell due under it.
        if (c.From < today)
            wrong.Add(new("parameter-from-the-past", nameof(c.From)));
        if (parameter.On(c.From) is not { } standard)
            wrong.Add(new("parameter-not-fixed", nameof(c.Number)));
        else if (c.Number is < 1)
            wrong.Add(new("parameter-not-above-nothing", nameof(c.Number)));
        else if (standard.IsLaw && c.Number > standard.Number)
            wrong.Add(new("parameter-looser-than-law", nameof(c.Number), $"{standard.Number} {standard.Unit.Danish()}"));
        if (c.Number is null && Bounds.With(own).OwnOn(c.Code, c.From) is null)
            wrong.Add(new("parameter-is-the-standard", nameof(c.Number)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var same = own.FirstOrDefault(p => p.Code == c.Code && p.From == c.From);
        var row =
            (ParameterFact?)same?.Copy()
            ?? new ParameterFact
            {
                Id = next(),
                Code = c.Code,
                From = c.From,
            };
        row.Number = c.Number;
        return same is null ? new Recorded(FactKinds.Parameter, row) : new Corrected(FactKinds.Parameter, row);
    }
}
