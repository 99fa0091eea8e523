using Spor.Children;
using Spor.Conferences;
using Spor.Decisions;
using Spor.Facts;
using Spor.Figures.Engine;
using Spor.Interventions;

namespace Spor.Figures;

/// <summary>Whether those who must consent to a placement did, as the decision says it.</summary>
public enum ConsentSaid
{
    Given,
    Not,
    Unsaid,
}

/// <summary>How near home a child is placed, as the measure says it.</summary>
public enum NearnessSaid
{
    OwnDistrict,
    Municipality,
    Outside,
    Unsaid,
}

/// <summary>The circumstances of the help (<c>measures.md</c> 2.52 to 2.56): what nobody delivers is not reported, never 0.</summary>
public static class CircumstanceFigures
{
    const string Unsaid = "ikke oplyst";

    static Lanes Said(params string[] names) => Lanes.Of(FigurePart.Said, names.Select(n => (n, n)));

    // --- placements

    static readonly Track Consents = new(
        MarkKind.Spans,
        (life, marks) =>
        {
            foreach (var run in Placements.Runs(life.File, life.Catalogue, m => ConsentOf(life.File, m)))
                marks.Span(run.From, run.To, (int)run.Said);
        },
        Said("med samtykke", "uden samtykke", Unsaid),
        exclusive: true
    );

    static readonly Track Nearnesses = new(
        MarkKind.Spans,
        (life, marks) =>
        {
            foreach (var run in Placements.Runs(life.File, life.Catalogue, NearnessOf))
                marks.Span(run.From, run.To, (int)run.Said);
        },
        Said("i eget distrikt", "i kommunen", "uden for kommunen", Unsaid),
        exclusive: true
    );

    /// <summary>2.52: the decision that the placement names says it, or is of a kind that is made with consent or without.</summary>
    public static ConsentSaid ConsentOf(ChildFile file, InterventionFact placement)
    {
        if (placement.DecisionId is not { } id || Array.Find(file.Decisions, d => d.Id == id) is not { } decision)
            return ConsentSaid.Unsaid;
        return (decision.Consent, decision.Kind) switch
        {
            (true, _) => ConsentSaid.Given,
            (false, _) => ConsentSaid.Not,
            (_, DecisionKind.Placement) => ConsentSaid.Given,
            (_, DecisionKind.PlacementWithoutConsent) => ConsentSaid.Not,
            _ => ConsentSaid.Unsaid,
        };
    }

    /// <summary>2.53</summary>
    public static NearnessSaid NearnessOf(InterventionFact placement) =>
        placement.Nearness is { } near ? (NearnessSaid)(int)near : NearnessSaid.Unsaid;

    public static Figure ByConsent { get; } =
        new(
            "placed-by-consent",
            "Anbragte børn efter samtykke",
            "Børn med en anbringelse, der er i gang på dagen, efter om dens afgørelse blev truffet med samtykke. Har barnet flere anbringelser, "
                + "gælder den på det højeste trin. Står det ved ingen af børnene, er tallet ikke oplyst.",
            "2.52",
            FigureUnit.Count,
            Consents.Told((int)ConsentSaid.Unsaid)
        )
        {
            AddsUp = true,
            MustBeTold = true,
            Topic = FigureTopic.Placements,
            MadeOf = [RestsOn.Children, RestsOn.Measures, RestsOn.Catalogue, "afgoerelser"],
        };

    public static Figure ByNearness { get; } =
        new(
            "placed-by-nearness",
            "Anbragte børn efter afstand",
            "Børn med en anbringelse, der er i gang på dagen, efter om de er anbragt i eget distrikt, i kommunen eller uden for den. Har barnet "
                + "flere anbringelser, gælder den på det højeste trin. Står det ved ingen af børnene, er tallet ikke oplyst.",
            "2.53",
            FigureUnit.Count,
            Nearnesses.Told((int)NearnessSaid.Unsaid)
        )
        {
            AddsUp = true,
            MustBeTold = true,
            Topic = FigureTopic.Placements,
            MadeOf = [RestsOn.Children, RestsOn.Measures, RestsOn.Catalogue],
        };

    // --- support by its section

    static readonly DateOnly ChildrensActInForce = new(2024, 1, 1);

    static readonly Track Sections = new(
        MarkKind.Spans,
        (life, marks) =>
        {
            var spans = new List<(int Lane, int From, int To)>();
            foreach (var m in life.File.Interventions)
                if (SectionOf(m, life.Catalogue) is { } lane)
                    spans.Add((lane, m.From.DayNumber, Membership.End(m.To)));
            Membership.WriteUnion(spans, marks);
        },
        Said("tidlig forebyggende indsats", "støttende indsats")
    );

    /// <summary>2.54: 0 = early preventive (SEL 11, from 2024 BL 30), 1 = supportive (SEL 52, from 2024 BL 32), and no placement.</summary>
    public static int? SectionOf(InterventionFact measure, Catalogue catalogue)
    {
        if (Courses.IsPlacement(measure, catalogue))
            return null;
        var dot = measure.LegalBasis.IndexOf('.', StringComparison.Ordinal);
        var number = (dot < 0 ? measure.LegalBasis : measure.LegalBasis[..dot]).Trim();
        return (number, measure.From < ChildrensActInForce) switch
        {
            ("11", true) or ("30", false) => 0,
            ("52", true) or ("32", false) => 1,
            _ => null,
        };
    }

    public static Figure BySection { get; } =
        new(
            "children-by-section",
            "Børn med forebyggende eller støttende indsats",
            "Børn med en indsats, der er i gang på dagen, efter paragraf: tidlig forebyggende indsats (serviceloven § 11, fra 2024 barnets lov "
                + "§ 30) og støttende indsats (serviceloven § 52, fra 2024 barnets lov § 32). Anbringelser er ikke med. Et barn kan have begge "
                + "dele.",
            "2.54",
            FigureUnit.Count,
            Sections.ChildrenByLane()
        )
        {
            Topic = FigureTopic.Ladder,
            MadeOf = [RestsOn.Children, RestsOn.Measures, RestsOn.Catalogue],
        };

    // --- offers and meetings

    static readonly Track Offers = new(
        MarkKind.Events,
        (life, marks) =>
        {
            foreach (var o in life.File.Of<SupportPersonOfferFact>())
                marks.Event(
                    o.OfferedOn,
                    o.Accepted switch
                    {
                        true => 0,
                        false => 1,
                        null => 2,
                    }
                );
        },
        Said("taget imod", "afslået", "svaret er ikke oplyst")
    );

    public static Figure SupportPersons { get; } =
        new(
            "support-persons-offered",
            "Støttepersoner tilbudt",
            "Tilbud til forældre om en støtteperson (serviceloven § 54, barnets lov § 75), der er givet i perioden, efter deres svar. Før "
                + "det første tilbud, som Spor kender, er tallet ikke oplyst.",
            "2.55",
            FigureUnit.Count,
            Offers.SinceFirst()
        )
        {
            MustBeTold = true,
            Topic = FigureTopic.Placements,
            MadeOf = [RestsOn.Children, "stoettepersoner"],
        };

    static readonly Track Meetings = new(
        MarkKind.Events,
        (life, marks) =>
        {
            foreach (var m in life.File.NetworkMeetings)
                if (WasHeld(m))
                    marks.Event(m.On);
        }
    );

    /// <summary>2.56</summary>
    public static bool WasHeld(NetworkMeetingFact meeting) => meeting is { Held: true, CancelledOn: null };

    public static Figure NetworkMeetings { get; } =
        new(
            "network-meetings",
            "Netværksmøder holdt",
            "Inddragende netværksmøder, der er holdt i perioden. Før det første, som Spor kender, er tallet ikke oplyst.",
            "2.56",
            FigureUnit.Count,
            Meetings.SinceFirst()
        )
        {
            MustBeTold = true,
            Topic = FigureTopic.Conferences,
            MadeOf = [RestsOn.Children, "netvaerksmoeder"],
        };
}
