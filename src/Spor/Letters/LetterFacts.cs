using Spor.Children;
using Spor.Facts;
using Spor.Workforce;

namespace Spor.Letters;

public enum Channel
{
    [Code("Digital Post")]
    DigitalPost,

    [Code("brev", Said = "brev med posten")]
    Post,

    [Code("afleveret")]
    ByHand,

    [Code("mail", Said = "sikker e-mail")]
    Mail,
}

/// <summary>A letter about a child, from a template. Sent, it never changes.</summary>
public sealed class LetterFact : ChildsFact
{
    public static FactKind<LetterFact> Described { get; } =
        new(
            "letter",
            "brev",
            "breve",
            c =>
                c.Value(f => f.Template, "Skabelon")
                    .About(f => f.AboutKind, f => f.AboutId, "Handler om", Bond.Outlives)
                    .Value(f => f.WrittenOn, "Skrevet")
                    .Value(f => f.SentOn, "Sendt", notBefore: f => f.WrittenOn)
                    .Value(f => f.Channel, "Måde")
                    .Refers<EmploymentFact>(f => f.EmployeeId, "Skrevet af", bond: Bond.Outlives)
                    .Refers<NetworkPersonFact>(f => f.PersonId, "Person i netværket", bond: Bond.Outlives)
                    .Value(f => f.ToChild, "Til barnet selv")
                    .Line(f => f.Recipient, "Modtager")
                    .Line(f => f.Address, "Adresse")
                    .Line(f => f.Subject, "Overskrift")
                    .Words(f => f.Body, "Tekst"),
            order: (a, b) => a.WrittenOn.CompareTo(b.WrittenOn),
            keeping: Keeping.OutOfRegister | Keeping.OwnWay
        );

    /// <summary>The template's code, for example <c>acknowledgement</c>.</summary>
    public string Template { get; set; } = "";
    public string? AboutKind { get; set; }
    public long? AboutId { get; set; }
    public DateOnly WrittenOn { get; set; }
    public DateOnly? SentOn { get; set; }
    public Channel? Channel { get; set; }
    public long? EmployeeId { get; set; }

    /// <summary>The person of the child's network whom it is to; null for the child itself, a notifier, and others.</summary>
    public long? PersonId { get; set; }

    /// <summary>It is to the child itself; null in letters from before that was told apart, of which one without a person may be.</summary>
    public bool? ToChild { get; set; }
    public string? Recipient { get; set; }
    public string? Address { get; set; }
    public string? Subject { get; set; }
    public string? Body { get; set; }
}

/// <summary>
/// The municipality's own text of a kind of letter from a day, with named fields in braces: <c>{barnets fornavn}</c>. Without a body the
/// default text holds again from that day.
/// </summary>
public sealed class LetterTemplateFact : Fact
{
    public static FactKind<LetterTemplateFact> Described { get; } =
        new(
            "letter-template",
            "brevskabelon",
            "brevskabeloner",
            c =>
                c.Value(f => f.Code, "Skabelon")
                    .Value(f => f.From, "Fra")
                    .Line(f => f.Name, "Navn")
                    .Line(f => f.Subject, "Overskrift")
                    .Words(f => f.Body, "Tekst"),
            keeping: Keeping.OpenInRegister
        );

    public string Code { get; set; } = "";
    public DateOnly From { get; set; }
    public string? Name { get; set; }
    public string? Subject { get; set; }
    public string? Body { get; set; }
}
