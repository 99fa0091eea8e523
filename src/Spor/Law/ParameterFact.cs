using Spor.Facts;

namespace Spor.Law;

/// <summary>The municipality's own number for a <see cref="Parameter"/> from a day on. It holds until the next row of the same parameter
/// begins.</summary>
public sealed class ParameterFact : Fact
{
    public static FactKind<ParameterFact> Described { get; } =
        new(
            "parameter",
            "egen frist",
            "egne frister",
            c => c.Value(f => f.Code, "Frist").Value(f => f.From, "Fra").Value(f => f.Number, "Kommunens eget tal")
        );

    /// <summary>Of a <see cref="Parameter"/>: for a requirement its id, for example <c>first-follow-up</c>.</summary>
    public string Code { get; set; } = "";
    public DateOnly From { get; set; }

    /// <summary>In the parameter's unit; null = what the law or the model says, from that day on.</summary>
    public int? Number { get; set; }
}
