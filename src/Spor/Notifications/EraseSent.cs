using System.Globalization;
using System.Text.Json.Serialization;
using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Law;
using Spor.Verbs;

namespace Spor.Notifications;

/// <summary>Erases what a partner sent that became no notification here: the child's name and number, the words and who sent them. That
/// something came, when, and why it was set aside stays.</summary>
/// <param name="Rule">Which rule; kept with the entry, so no name.</param>
/// <param name="Sure">Said by the one who does it: it cannot be undone.</param>
public sealed record EraseSent(long SentId, string? Rule, bool Sure) : IErasesRow, ICommand<EraseSent>
{
    public static Verb<EraseSent> Verb { get; } =
        new(
            "erase-sent-notification",
            Capability.Erasure,
            (c, now) => NotificationRules.Erase(c, now.Facts.FindOpened<SentNotificationFact>(c.SentId), now.Today)
        )
        {
            Reason = c => c.Rule ?? "",
        };

    [JsonIgnore]
    public FactKind Kind => FactKinds.SentNotification;

    [JsonIgnore]
    public long RowId => SentId;

    [JsonIgnore]
    public string Form => "/indbakke/sendt/" + SentId.ToString(CultureInfo.InvariantCulture);
}

public static partial class NotificationRules
{
    /// <param name="sent">With its texts opened; null if it is not there.</param>
    public static Decision Erase(EraseSent c, SentNotificationFact? sent, DateOnly today)
    {
        // One that was erased has no words left.
        if (sent?.Description is null)
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        if (!(Retention.SentFrom(sent, today) <= today))
            wrong.Add(new("sent-kept-by-rule"));
        if (string.IsNullOrWhiteSpace(c.Rule))
            wrong.Add(new("erase-rule-missing", nameof(c.Rule)));
        if (!c.Sure)
            wrong.Add(new("erase-not-sure", nameof(c.Sure)));
        return wrong.Count > 0 ? Decision.No(wrong) : Decision.Of([]);
    }
}
