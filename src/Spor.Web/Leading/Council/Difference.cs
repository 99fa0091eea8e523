using Spor.Kernel;

namespace Spor.Web.Leading.Council;

/// <summary>From one figure to another as they are shown: nobody shall find 41 and 43 to differ by 3.</summary>
/// <param name="Words">»52 færre«, »3 procentpoint højere«, »1,2 flere«.</param>
public readonly record struct Difference(string Words, bool IsNone)
{
    /// <summary>Of »mindst 96 %« nobody can say how much it is from anything.</summary>
    public bool IsUnknown => Words is null;

    public static Difference Count(long before, long now) => Of(now - before, 0, "", now - before == 1 ? "mere" : "flere", "færre");

    /// <summary>Whole percent.</summary>
    public static Difference Share(int before, int now) => Of(now - before, 0, " procentpoint", "højere", "lavere");

    /// <summary>With one decimal.</summary>
    public static Difference Mean(double before, double now, string more, string less) =>
        Of(Rounded(now) - Rounded(before), 1, "", more, less);

    static decimal Rounded(double value) => Math.Round((decimal)value, 1, MidpointRounding.AwayFromZero);

    static Difference Of(decimal change, int decimals, string unit, string more, string less) =>
        new($"{Danish.Number((double)Math.Abs(change), decimals)}{unit} {(change < 0 ? less : more)}", change == 0);
}
