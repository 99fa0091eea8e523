using Spor.Access;
using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Workforce;

/// <summary>An employee says how they are reached, and whether they want to be told of news by e-mail.</summary>
public sealed record KeepOwnContact(bool Wanted, string? Phone, string? Email) : ICommand<KeepOwnContact>
{
    public static Verb<KeepOwnContact> Verb { get; } =
        new(
            "keep-own-contact",
            Capability.Children,
            (c, now) => EmployeeContactRules.Own(c, EmployeeContactRules.Of(now), now.Author.EmployeeId, now.NewId)
        )
        {
            Shown = (_, now) => EmployeeContactRules.Of(now),
        };
}

/// <summary>Whoever sets Spor up writes how an employee is reached. It is the employee who wants e-mails or not.</summary>
public sealed record KeepEmployeeContact(long? EmployeeId, string? Phone, string? Email) : ICommand<KeepEmployeeContact>
{
    public static Verb<KeepEmployeeContact> Verb { get; } =
        new(
            "keep-employee-contact",
            Capability.Settings,
            (c, now) =>
                EmployeeContactRules.Others(
                    c,
                    c.EmployeeId is { } id && EmployeeContactRules.Of(now.Facts.All<EmployeeContactFact>(), id) is { } row
                        ? now.Facts.Opened(row)
                        : null,
                    c.EmployeeId is { } of && now.Staff.IsEmployed(of, now.Today),
                    now.NewId
                )
        );
}

public static class EmployeeContactRules
{
    /// <summary>What was said last of an employee; null if nothing ever was.</summary>
    public static EmployeeContactFact? Of(IEnumerable<EmployeeContactFact> all, long employee) =>
        all.LastOrDefault(n => n.EmployeeId == employee);

    internal static EmployeeContactFact? Of(Now now) =>
        now.Author.EmployeeId is { } me && Of(now.Facts.All<EmployeeContactFact>(), me) is { } row ? now.Facts.Opened(row) : null;

    /// <param name="before">With its texts opened; null if nothing was said before.</param>
    public static Decision Own(KeepOwnContact c, EmployeeContactFact? before, long? author, Func<long> newId)
    {
        var wrong = new List<Refusal>();
        if (author is null)
            wrong.Add(new("contact-without-job"));
        var phone = PhoneNumber.Asked(c.Phone, before?.Phone, nameof(c.Phone), wrong);
        if (c.Wanted && c.Email is null)
            wrong.Add(new("contact-without-email", nameof(c.Email)));
        var email = PhoneNumber.AskedEmail(c.Email, before?.Email, nameof(c.Email), wrong);
        return wrong.Count > 0 ? Decision.No(wrong) : Kept(before, author!.Value, c.Wanted, phone, email, newId);
    }

    /// <param name="before">With its texts opened; null if nothing was said before.</param>
    public static Decision Others(KeepEmployeeContact c, EmployeeContactFact? before, bool employed, Func<long> newId)
    {
        var wrong = new List<Refusal>();
        if (c.EmployeeId is null)
            wrong.Add(new("choice-missing", nameof(c.EmployeeId)));
        else if (!employed)
            wrong.Add(new("contact-not-employed", nameof(c.EmployeeId)));
        var phone = PhoneNumber.Asked(c.Phone, before?.Phone, nameof(c.Phone), wrong);
        var email = PhoneNumber.AskedEmail(c.Email, before?.Email, nameof(c.Email), wrong);
        return wrong.Count > 0 ? Decision.No(wrong) : Kept(before, c.EmployeeId!.Value, before?.Wanted ?? true, phone, email, newId);
    }

    static Decision Kept(EmployeeContactFact? before, long employee, bool wanted, string? phone, string? email, Func<long> newId)
    {
        if ((before?.Wanted ?? true, before?.Phone, before?.Email) == (wanted, phone, email))
            return new Refusal("nothing-changed");
        var now = (EmployeeContactFact?)before?.Copy() ?? new EmployeeContactFact { Id = newId(), EmployeeId = employee };
        (now.Wanted, now.Phone, now.Email) = (wanted, phone, email);
        return before is null ? new Recorded(FactKinds.EmployeeContact, now) : new Corrected(FactKinds.EmployeeContact, now);
    }
}
