using Spor.Facts;
using Spor.Figures.Engine;
using Spor.Notifications;

namespace Spor.Figures;

/// <summary>Notifications (<c>measures.md</c> 2.16).</summary>
public static class NotificationFigures
{
    /// <summary>By whom they came from; a repeat is a hit.</summary>
    static readonly Track Received = new(
        MarkKind.Events,
        (life, marks) =>
        {
            foreach (var n in life.File.Notifications)
                marks.Event(n.ReceivedOn, (int)n.Notifier, IsRepeat(life.File, n));
        },
        Lanes.Of(FigurePart.Notifier, Codes<Notifier>.All.Select(n => (n.Danish(), n.Danish()))),
        hits: true
    );

    public static Figure Notifications { get; } =
        new(
            "notifications",
            "Underretninger",
            "Underretninger, der er modtaget i perioden, og hvem de kom fra.",
            "2.16",
            FigureUnit.Count,
            Received.Counted()
        )
        {
            MadeOf = [RestsOn.Children, "underretninger"],
        };
    public static Figure NotifiedChildren { get; } =
        new(
            "notified-children",
            "Børn, der er underrettet om",
            "Børn, som mindst én underretning i perioden handler om.",
            "2.16",
            FigureUnit.Count,
            Received.Children()
        )
        {
            MadeOf = [RestsOn.Children, "underretninger"],
        };
    public static Figure RepeatShare { get; } =
        new(
            "repeat-notifications",
            "Gentagne underretninger",
            "Andelen af periodens underretninger om et barn, der allerede var underrettet om i de 12 måneder før.",
            "2.16",
            FigureUnit.Share,
            Received.ShareOfAll()
        )
        {
            TellsOfFew = true,
            MadeOf = [RestsOn.Children, "underretninger"],
        };

    /// <summary>2.16: the child was already notified in the 12 months before.</summary>
    static bool IsRepeat(ChildFile file, NotificationFact n)
    {
        var since = n.ReceivedOn.AddMonths(-12);
        foreach (var earlier in file.Notifications)
            if (earlier.ReceivedAt < n.ReceivedAt && earlier.ReceivedOn >= since)
                return true;
        return false;
    }
}
