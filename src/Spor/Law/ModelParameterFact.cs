using Spor.Facts;

namespace Spor.Law;

/// <summary>The municipality's own number for a rule of the model layer, from a day. It can be stricter than the default, and never touches the law layer.</summary>
public sealed class ModelParameterFact : Fact
{
    /// <summary>For example <c>placement-follow-up</c>.</summary>
    public string Rule { get; set; } = "";
    /// <summary>Days or months, as the rule counts.</summary>
    public long Value { get; set; }
    public DateOnly From { get; set; }
}
