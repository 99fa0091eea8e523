using Spor.Facts;
using Spor.Notifications;

namespace Spor.Letters;

/// <summary>What a notifier may be told (<see cref="Feedback.MayTell"/>), as sentences: the same in a letter and on the notification's
/// page.</summary>
public static class Telling
{
    /// <summary>For a professional notifier; null until the notification is assessed, and for everybody else.</summary>
    public static string? ToNotifier(NotificationFact n, ChildFile file) => ToNotifier(Feedback.MayTell(file, n));

    public static string? ToNotifier(MayTell tell) =>
        !tell.Allowed ? null
        : tell.Nothing ? "Vi har vurderet underretningen. Den har ikke ført til, at der er sat en undersøgelse eller en indsats i gang."
        : "Vi har vurderet underretningen. "
            + string.Join(
                " ",
                new[]
                {
                    tell is { InvestigationStarted: true, MeasureStarted: true } ? "Der er sat en undersøgelse og en indsats i gang."
                    : tell.InvestigationStarted ? "Der er sat en undersøgelse i gang."
                    : tell.MeasureStarted ? "Der er sat en indsats i gang."
                    : null,
                    tell.AlreadyRunning
                        ? "Familien havde en undersøgelse eller en indsats i gang i forvejen, og underretningen indgår i den."
                        : null,
                }.OfType<string>()
            );
}
