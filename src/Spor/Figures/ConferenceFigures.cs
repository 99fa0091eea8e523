using Spor.Conferences;
using Spor.Facts;
using Spor.Figures.Engine;

namespace Spor.Figures;

/// <summary>Network conferences (<c>measures.md</c> 2.17).</summary>
public static class ConferenceFigures
{
    static Figure Of(
        string code,
        string name,
        string definition,
        Func<NetworkConferenceFact, DateOnly?> on,
        Func<ChildFile, NetworkConferenceFact, bool>? which = null,
        Figure? partOf = null,
        string[]? alsoMadeOf = null
    ) =>
        new(
            code,
            name,
            definition,
            "2.17",
            FigureUnit.Count,
            new Track(
                MarkKind.Events,
                (life, marks) =>
                {
                    foreach (var c in life.File.Conferences)
                        if (which is null || which(life.File, c))
                            marks.Event(on(c));
                }
            ).Counted()
        )
        {
            PartOf = partOf,
            MadeOf = [RestsOn.Children, .. alsoMadeOf ?? [], RestsOn.Conferences],
        };

    public static Figure Offered { get; } =
        Of(
            "conferences-offered",
            "Netværksrådslagninger tilbudt",
            "Tilbud om netværksrådslagning, der er givet i perioden.",
            c => c.OfferedOn
        );
    public static Figure Accepted { get; } =
        Of(
            "conferences-accepted",
            "Netværksrådslagninger: ja tak",
            "Af de tilbud, der er givet i perioden: dem, familien sagde ja til.",
            c => c.OfferedOn,
            (_, c) => c.Answer == OfferAnswer.Yes,
            Offered
        );
    public static Figure Held { get; } =
        Of("conferences-held", "Netværksrådslagninger holdt", "Netværksrådslagninger, der er holdt i perioden.", c => c.HeldOn);
    public static Figure PlansApproved { get; } =
        Of(
            "conference-plans",
            "Familiens plan godkendt",
            "Netværksrådslagninger, der er holdt i perioden, og hvis plan er godkendt.",
            c => c.HeldOn,
            (_, c) => c.PlanApproved == true,
            Held
        );
    public static Figure InNewCases { get; } =
        Of(
            "conferences-new-cases",
            "Tilbudt i nye sager",
            "Af de tilbud, der er givet i perioden: dem, der blev givet mindre end 183 dage efter, at en aktiv sag blev åbnet.",
            c => c.OfferedOn,
            InNewCase,
            Offered,
            [RestsOn.Cases]
        );
    public static Figure HeldInNewCases { get; } =
        Of(
            "conferences-held-new-cases",
            "Netværksrådslagninger holdt i nye sager",
            "Netværksrådslagninger, der er holdt i perioden, og som blev tilbudt mindre end 183 dage efter, at en aktiv sag blev åbnet.",
            c => c.HeldOn,
            InNewCase,
            Held,
            [RestsOn.Cases]
        );
    public static Figure PrivateTime { get; } =
        Of(
            "conference-private-time",
            "Familiens egen tid brugt",
            "Netværksrådslagninger, der er holdt i perioden, og hvor familien havde tid for sig selv uden fagpersoner. Et udtræk "
                + "fortæller det ikke, så kun det, der er skrevet i Spor, er med.",
            c => c.HeldOn,
            (_, c) => c.PrivateTimeUsed == true,
            Held
        );
    public static Figure Replaced { get; } =
        Of(
            "conferences-replaced",
            "Netværksrådslagninger i stedet for en indsats",
            "Netværksrådslagninger, der er holdt i perioden, og hvor familiens plan trådte i stedet for en indsats. Et udtræk "
                + "fortæller det ikke, så kun det, der er skrevet i Spor, er med.",
            c => c.HeldOn,
            (_, c) => ReplacedMeasure(c),
            Held
        );

    /// <summary>Held, and nobody has said whether the family had its own time; on no page of its own.</summary>
    public static Figure PrivateTimeUnknown { get; } =
        Of(
            "conference-private-time-unknown",
            "Familiens egen tid ikke oplyst",
            "Netværksrådslagninger, der er holdt i perioden, og hvor ingen har sagt, om familien havde tid for sig selv.",
            c => c.HeldOn,
            (_, c) => c.PrivateTimeUsed is null
        );

    /// <summary>2.17: a case was active at the offer that had opened less than 183 days before.</summary>
    static bool InNewCase(ChildFile file, NetworkConferenceFact c)
    {
        foreach (var of in file.Cases)
            if (of.ActiveAt(c.OfferedOn) && c.OfferedOn.DayNumber - of.OpenedOn.DayNumber < 183)
                return true;
        return false;
    }

    /// <summary>2.17: the family's plan took the place of a measure, one that ran or one that would have been granted.</summary>
    public static bool ReplacedMeasure(NetworkConferenceFact c) =>
        c.ReplacedMeasureCode is not null || c.ReplacedInterventionId is not null;
}
