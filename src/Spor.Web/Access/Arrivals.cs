namespace Spor.Web.Access;

/// <summary>Something that was delivered without a person at the screen, and waits for somebody to take it in.</summary>
/// <param name="Money">Has no child in it: whoever keeps the books may take it in.</param>
/// <param name="Ready">Read and without errors, so that one press takes it in.</param>
/// <param name="Rows">New and changed rows.</param>
public sealed record WaitingDelivery(string Id, string Sender, DateTimeOffset At, bool Money, bool Ready, int Errors, int Rows);

/// <summary>What waits, for the menu's number and the message on a page: both are told before the page that lists them is asked
/// for.</summary>
public sealed class Arrivals
{
    volatile IReadOnlyList<WaitingDelivery> waiting = [];

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<WaitingDelivery> Waiting
    {
        get => waiting;
        set => waiting = value;
    }

    /// <summary>Whether somebody may see and take in a delivery.</summary>
    public static bool May(Viewer viewer, bool money) => viewer.May(Capability.Import) || (money && viewer.May(Capability.Economy));

    public IReadOnlyList<WaitingDelivery> For(Viewer viewer) => [.. waiting.Where(a => May(viewer, a.Money))];
}
