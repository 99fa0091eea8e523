using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Child;

/// <summary>One tab of a child's page. A tab is an address, so it works without a script, and only the open one is made.</summary>
public sealed record ChildTab(string Title, Func<long, string> Href);

static class ChildTabs
{
    public static ChildTab Overview { get; } = new("Overblik", Routes.Child);
    public static ChildTab Journal { get; } = new("Journal", Routes.Journal);
    public static ChildTab Plans { get; } = new("Plan og mål", Routes.PlansAndGoals);
    public static ChildTab Network { get; } = new("Netværk", Routes.Network);
    public static ChildTab Money { get; } = new("Økonomi", Routes.ChildMoney);
    public static ChildTab Documents { get; } = new("Dokumenter", Routes.Documents);
    public static ChildTab History { get; } = new("Historik", Routes.History);

    public static IReadOnlyList<ChildTab> All { get; } = [Overview, Journal, Plans, Network, Money, Documents, History];
}
