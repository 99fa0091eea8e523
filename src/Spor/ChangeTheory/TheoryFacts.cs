using Spor.Facts;
using Spor.Workforce;

namespace Spor.ChangeTheory;

/// <summary>Why something is thought to work: what is put in, what is done with it, what comes of that, and what it is to change.</summary>
public sealed class TheoryFact : Fact
{
    public static FactKind<TheoryFact> Described { get; } =
        new(
            "theory",
            "forandringsteori",
            "forandringsteorier",
            c => c.Refers<EmploymentFact>(f => f.EmployeeId, "Ansvarlig").Line(f => f.Title, "Navn").Words(f => f.Purpose, "Formål"),
            order: (a, b) => a.Id.CompareTo(b.Id),
            keeping: Keeping.OpenInRegister
        );

    public long EmployeeId { get; set; }
    public string? Title { get; set; }
    public string? Purpose { get; set; }
}

/// <summary>In the order in which one leads to the next.</summary>
public enum TheoryStage
{
    [Code("ressource")]
    Input,

    [Code("aktivitet")]
    Activity,

    /// <summary>What is delivered: so many families met, so many plans made.</summary>
    [Code("ydelse")]
    Output,

    [Code("virkning")]
    Outcome,
}

public enum TargetWay
{
    [Code("mindst")]
    AtLeast,

    [Code("højst")]
    AtMost,
}

/// <summary>A part of a theory of change, and the part that it leads to. An outcome is tied to a figure with a target and a day.</summary>
public sealed class TheoryPartFact : Fact
{
    public static FactKind<TheoryPartFact> Described { get; } =
        new(
            "theory-part",
            "del af en forandringsteori",
            "dele af forandringsteorier",
            c =>
                c.Refers<TheoryFact>(f => f.TheoryId, "Forandringsteori", bySpor: true)
                    .Value(f => f.Stage, "Led")
                    .BySpor(f => f.Place, "Plads")
                    .Refers<TheoryPartFact>(f => f.LeadsToId, "Fører til", bond: Bond.Line)
                    .BySpor(f => f.FigureCode, "Tal")
                    .Value(f => f.Way, "Retning")
                    .Hundredths(f => f.Target, "Mål")
                    .Value(f => f.TargetOn, "Skal være nået")
                    .Line(f => f.What, "Hvad"),
            order: (a, b) => (a.TheoryId, a.Stage, a.Place).CompareTo((b.TheoryId, b.Stage, b.Place)),
            keeping: Keeping.OpenInRegister
        );

    public long TheoryId { get; set; }
    public TheoryStage Stage { get; set; }

    /// <summary>Its place among those of its stage.</summary>
    public int Place { get; set; }
    public long? LeadsToId { get; set; }

    /// <summary>The code of a figure of management information; null where none is chosen.</summary>
    public string? FigureCode { get; set; }
    public TargetWay? Way { get; set; }

    /// <summary>In hundredths of the figure's own unit; of money in øre, as money is everywhere.</summary>
    public long? Target { get; set; }
    public DateOnly? TargetOn { get; set; }
    public string? What { get; set; }
}
