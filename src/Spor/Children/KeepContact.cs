using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Children;

/// <summary>How the child itself is reached. A card of its own: an extract that brings the child anew does not speak of it.</summary>
public sealed class ContactCardFact : ChildsFact
{
    public static FactKind<ContactCardFact> Described { get; } =
        new(
            "contact-card",
            "kontaktkort",
            "kontaktkort",
            c =>
                c.Happened(f => f.On, "Skrevet")
                    .Line(f => f.Phone, "Telefon")
                    .Line(f => f.Email, "E-mail")
                    .Line(f => f.Address, "Adresse")
                    .Line(f => f.BestTime, "Bedste tidspunkt")
                    .Line(f => f.Interpreter, "Tolk"),
            keeping: Keeping.OutOfRegister
        );

    /// <summary>The day it was written or last changed.</summary>
    public DateOnly On { get; set; }
    public string? Phone { get; set; }
    public string? Email { get; set; }
    public string? Address { get; set; }

    /// <summary>When to ring, in words.</summary>
    public string? BestTime { get; set; }

    /// <summary>The language that is interpreted, in words.</summary>
    public string? Interpreter { get; set; }
}

/// <summary>Writes or changes how the child is reached.</summary>
public sealed record KeepContact(long ChildId, string? Phone, string? Email, string? Address, string? BestTime, string? Interpreter)
    : IAboutChild,
        ICommand<KeepContact>
{
    public static Verb<KeepContact> Verb { get; } =
        new(
            "keep-contact",
            Capability.Casework,
            (c, now) => NetworkRules.Contact(c, CardOf(now.File) is { } card ? now.Facts.Opened(card) : null, now.Today, now.NewId)
        )
        {
            Shown = (_, now) => CardOf(now.File),
        };

    static ContactCardFact? CardOf(ChildFile file) => file.Of<ContactCardFact>() is [.., var last] ? last : null;
}

public static partial class NetworkRules
{
    /// <param name="card">The open card with its texts; null if there is none.</param>
    public static Decision Contact(KeepContact c, ContactCardFact? card, DateOnly today, Func<long> newId)
    {
        var wrong = new List<Refusal>();
        var phone = PhoneNumber.Asked(c.Phone, card?.Phone, nameof(c.Phone), wrong);
        var email = PhoneNumber.AskedEmail(c.Email, card?.Email, nameof(c.Email), wrong);
        if (
            (card?.Phone, card?.Email, card?.Address, card?.BestTime, card?.Interpreter)
            == (phone, email, c.Address, c.BestTime, c.Interpreter)
        )
            wrong.Add(new("nothing-changed"));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var now = (ContactCardFact?)card?.Copy() ?? new ContactCardFact { Id = newId(), ChildId = c.ChildId };
        (now.On, now.Phone, now.Email, now.Address, now.BestTime, now.Interpreter) = (
            today,
            phone,
            email,
            c.Address,
            c.BestTime,
            c.Interpreter
        );
        return card is null ? new Recorded(FactKinds.ContactCard, now) : new Corrected(FactKinds.ContactCard, now);
    }
}
