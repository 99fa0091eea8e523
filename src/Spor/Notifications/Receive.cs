using System.Text.Json.Serialization;
using Spor.Access;
using Spor.Cases;
using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Notifications;

/// <summary>A child that is not known yet.</summary>
/// <param name="BornOn">Of an unborn child the expected day.</param>
public sealed record NewChild(
    string? FirstName,
    string? LastName,
    CprNumber? Cpr,
    long? CprHash,
    DateOnly? BornOn,
    bool Unborn,
    Gender? Gender,
    long? DistrictId
)
{
    /// <summary>What the register is searched for, before the child is created.</summary>
    [JsonIgnore]
    public Sought Sought => new(CprHash, $"{FirstName} {LastName}".Trim() is { Length: > 0 } name ? name : null, BornOn ?? Cpr?.BornOn);
}

/// <summary>A file that came with it, its content already found to be of a kind that may be attached.</summary>
public sealed record ReceivedFile(string Name, string ContentType, FileContent Content);

/// <summary>Somebody's worry about one or more children, received: the clock starts. Each child has its own notification.</summary>
/// <param name="ReceivedAt">Local wall-clock time.</param>
/// <param name="Known">Children in the register.</param>
/// <param name="Siblings">The children are of one family.</param>
/// <param name="SiblingOf">A child that the new ones are siblings of, and that the notification is not about.</param>
/// <param name="DoublesSeen">Whoever writes it has looked at the likely doubles, and the new children are none of them.</param>
/// <param name="SentId">What somebody outside the department sent, and this is made of: when it came, who wrote it and their words are
/// taken from there.</param>
public sealed record ReceiveNotification(
    DateTime ReceivedAt,
    Notifier Notifier,
    string? NotifierName,
    string? NotifierContact,
    IReadOnlyList<long> Known,
    IReadOnlyList<NewChild> New,
    bool Siblings,
    string? Causes,
    string? Description,
    IReadOnlyList<ReceivedFile> Files,
    bool DoublesSeen,
    long? SiblingOf = null,
    long? SentId = null
) : ICommand<ReceiveNotification>
{
    public static Verb<ReceiveNotification> Verb { get; } =
        new(
            "receive-notification",
            Capability.Casework,
            (c, now) =>
                NotificationRules.Receive(
                    c,
                    c.SentId is { } sent ? now.Facts.FindOpened<SentNotificationFact>(sent) : null,
                    [.. c.Known.Select(now.Facts.FindOpened<ChildFact>)],
                    c.SiblingOf is { } of ? now.Facts.FindOpened<ChildFact>(of) : null,
                    now.Facts.KnowsNumber,
                    child => Doubles.Of(child.Sought, now).Any(d => d.Strong),
                    now.Time,
                    now.NewId
                )
        );
}

public static partial class NotificationRules
{
    /// <param name="sent">What <see cref="ReceiveNotification.SentId"/> names, texts opened; null if it is not there.</param>
    /// <param name="known">The rows of the known children, texts opened; null for one that is not there.</param>
    /// <param name="sibling">The row of <see cref="ReceiveNotification.SiblingOf"/>, texts opened.</param>
    /// <param name="numberTaken">Whether a child with this keyed hash is known.</param>
    /// <param name="likelyDouble">Whether somebody in the register is very like a new child.</param>
    /// <param name="now">Local wall-clock time.</param>
    public static Decision Receive(
        ReceiveNotification c,
        SentNotificationFact? sent,
        IReadOnlyList<ChildFact?> known,
        ChildFact? sibling,
        Func<long, bool> numberTaken,
        Func<NewChild, bool> likelyDouble,
        DateTime now,
        Func<long> ids
    )
    {
        var today = DateOnly.FromDateTime(now);
        var wrong = new List<Refusal>();
        if (c.SentId is not null && sent is not { Waits: true })
            return new Refusal("sent-dealt-with");
        // The sender's own words and the minute they were sent: nobody writes them again.
        if (sent is not null)
            c = c with
            {
                ReceivedAt = sent.SentAt,
                Notifier = sent.Notifier,
                Description = sent.Description,
                NotifierContact = sent.Contact,
            };
        if (c.ReceivedAt > now)
            wrong.Add(new("received-in-future", nameof(c.ReceivedAt)));
        if (c.Notifier == Notifier.Anonymous && (c.NotifierName ?? c.NotifierContact) is not null)
            wrong.Add(new("anonymous-with-name", nameof(c.NotifierName)));
        if (known.Count + c.New.Count == 0)
            wrong.Add(new("no-child-chosen", nameof(c.Known)));
        if (known.Contains(null) || (c.SiblingOf is not null && sibling is null))
            wrong.Add(new("thing-not-there"));
        if (c.Description is null && c.Causes is null)
            wrong.Add(new("notification-empty", nameof(c.Description)));
        for (var i = 0; i < c.New.Count; i++)
            Check(c, i, today, wrong);
        if (c.New.Where(n => n.CprHash is not null).GroupBy(n => n.CprHash).Any(g => g.Count() > 1))
            wrong.Add(new("cpr-twice-in-form", FieldOf(nameof(NewChild.Cpr), 0)));
        for (var i = 0; i < c.New.Count; i++)
            if (c.New[i].CprHash is { } cpr && numberTaken(cpr))
                wrong.Add(new("cpr-known-already", FieldOf(nameof(NewChild.Cpr), i)));
            else if (!c.DoublesSeen && likelyDouble(c.New[i]))
                wrong.Add(new("likely-double", nameof(c.DoublesSeen)));
        if (wrong.Count > 0)
            return Decision.No([.. wrong.Distinct()]);

        var happened = new List<DomainEvent>();
        var children = new List<long>();
        var family = Family(c, known!, sibling, ids, happened);
        foreach (var child in known)
            children.Add(child!.Id);
        foreach (var child in c.New)
        {
            var id = ids();
            children.Add(id);
            happened.Add(
                new Recorded(
                    FactKinds.Child,
                    new ChildFact
                    {
                        Id = id,
                        BornOn = child.BornOn ?? child.Cpr!.Value.BornOn,
                        Gender = child.Gender,
                        DistrictId = child.DistrictId,
                        TargetGroup = TargetGroup.Vulnerable,
                        FamilyId = family,
                        CprHash = child.CprHash,
                        Unborn = child.Unborn,
                        FirstName = child.FirstName,
                        LastName = child.LastName,
                        Cpr = child.Cpr?.Digits,
                    }
                )
            );
        }
        foreach (var child in children)
        {
            var notification = ids();
            happened.Add(
                new Recorded(
                    FactKinds.Notification,
                    new NotificationFact
                    {
                        Id = notification,
                        ChildId = child,
                        ReceivedAt = c.ReceivedAt,
                        Notifier = c.Notifier,
                        NotifierName = c.NotifierName,
                        NotifierContact = c.NotifierContact,
                        Causes = c.Causes,
                        Description = c.Description,
                        SentId = sent?.Id,
                    }
                )
            );
            foreach (var file in c.Files)
                AddFile(child, notification, file, ids, happened);
        }
        if (sent is not null)
        {
            var taken = (SentNotificationFact)sent.Copy();
            taken.TakenOn = today;
            happened.Add(new Corrected(FactKinds.SentNotification, taken));
        }
        return Decision.Of(happened);
    }

    static void Check(ReceiveNotification c, int i, DateOnly today, List<Refusal> wrong)
    {
        var child = c.New[i];
        if (child.FirstName is null && child.LastName is null && !child.Unborn)
            wrong.Add(new("child-name-missing", FieldOf(nameof(NewChild.FirstName), i)));
        if ((child.BornOn ?? child.Cpr?.BornOn) is not { } born)
        {
            wrong.Add(new(child.Unborn ? "expected-day-missing" : "birthday-missing", FieldOf(nameof(NewChild.BornOn), i)));
            return;
        }
        if (child.Cpr is { } cpr && child.BornOn is { } said && cpr.BornOn != said)
            wrong.Add(new("cpr-and-birthday-differ", FieldOf(nameof(NewChild.BornOn), i)));
        if (child.Unborn && child.Cpr is not null)
            wrong.Add(new("unborn-with-cpr", FieldOf(nameof(NewChild.Cpr), i)));
        if (!child.Unborn && born > today)
            wrong.Add(new("born-in-future", FieldOf(nameof(NewChild.BornOn), i)));
        if (child.Unborn && (born > today.AddMonths(LongestExpected) || born < today.AddMonths(-1)))
            wrong.Add(new("expected-day-unlikely", FieldOf(nameof(NewChild.BornOn), i)));
        if (CprNumber.TooOld(born, today))
            wrong.Add(new("child-too-old", FieldOf(nameof(NewChild.BornOn), i)));
    }

    /// <summary>An unborn child is expected within so many months.</summary>
    const int LongestExpected = 10;

    /// <summary>A field of the new child at a place in the form, from 0.</summary>
    public static string FieldOf(string property, int at) =>
        property + "-" + at.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>One family for siblings: that of a known child, else a new one, which the known children without any then get
    /// too.</summary>
    static long? Family(
        ReceiveNotification c,
        IReadOnlyList<ChildFact> known,
        ChildFact? sibling,
        Func<long> ids,
        List<DomainEvent> happened
    )
    {
        List<ChildFact> among =
        [
            .. c.Siblings ? known : [],
            .. sibling is null || known.Any(k => k.Id == sibling.Id) ? [] : new[] { sibling },
        ];
        if (sibling is null && (!c.Siblings || known.Count + c.New.Count < 2))
            return null;
        long? family = null;
        foreach (var child in among)
            family ??= child.FamilyId;
        family ??= ids();
        foreach (var child in among)
        {
            if (child.FamilyId is not null)
                continue;
            var copy = (ChildFact)child.Copy();
            copy.FamilyId = family;
            happened.Add(new Corrected(FactKinds.Child, copy));
        }
        return family;
    }
}
