using Spor.Facts;
using Spor.Figures.Engine;
using Spor.Interventions;

namespace Spor.Figures;

/// <summary>Placements and placement courses (<c>measures.md</c> 2.6 to 2.11).</summary>
public static class PlacementFigures
{
    public const double DaysAMonth = 30.4375;

    static readonly Shared<IReadOnlyList<Course>> CoursesOf = new(life => Courses.Of(life.File, life.Catalogue));

    /// <summary>A lane for each form, in the order of <see cref="PlacementForm"/> without the first.</summary>
    internal static readonly Lanes FormLanes = Lanes.Of(
        FigurePart.Form,
        [
            (PlacementForm.Foster.Danish(), "pleje"),
            (PlacementForm.Institution.Danish(), "institution"),
            (PlacementForm.Own.Danish(), Placements.NameOf(PlacementForm.Own)),
        ]
    );

    static readonly Track Forms = new(
        MarkKind.Spans,
        (life, marks) =>
        {
            foreach (var run in Placements.FormRuns(life.File, life.Catalogue))
                marks.Span(run.From, run.To, Lane(run.Form));
        },
        FormLanes,
        exclusive: true
    );

    internal static readonly Track InCourse = new(
        MarkKind.Spans,
        (life, marks) =>
        {
            foreach (var c in life.Get(CoursesOf))
                marks.Span(c.From, c.To);
        },
        exclusive: true
    );

    static readonly Track Begun = new(
        MarkKind.Events,
        (life, marks) =>
        {
            foreach (var c in life.Get(CoursesOf))
                marks.Event(c.From);
        }
    );

    static readonly Track Ended = new(
        MarkKind.Events,
        (life, marks) =>
        {
            foreach (var c in life.Get(CoursesOf))
                if (c.To < DateOnly.MaxValue)
                    marks.Event(c.To);
        }
    );

    static readonly Track Home = new(
        MarkKind.Events,
        (life, marks) =>
        {
            foreach (var c in life.Get(CoursesOf))
                if (c.To < DateOnly.MaxValue && life.File.Child.AgeAt(c.To.AddDays(1)) < 18)
                    marks.Event(c.To, Lane(Placements.FormAt(life.File, life.Catalogue, c.To)));
        },
        FormLanes
    );

    static readonly MovesReading AYearLater = InCourse.Moves(Moment.YearBefore);

    internal static int Lane(PlacementForm form) => (int)form - 1;

    public static Figure Placed { get; } =
        new(
            "placed",
            "Anbragte børn",
            "Børn med en anbringelse, der er i gang den dag, efter form. Har barnet flere, tæller den på det højeste trin. Er "
                + "flere på samme trin, tæller plejefamilie først, så eget værelse, så børne- og ungehjem.",
            "2.6",
            FigureUnit.Count,
            Forms.Counted()
        )
        {
            AddsUp = true,
            MadeOf = [RestsOn.Children, RestsOn.Measures, RestsOn.Catalogue],
        };
    public static Figure FamilyShare { get; } =
        new(
            "family-share",
            "Andel i plejefamilie",
            "Børn i pleje delt med børn i pleje og på institution. Eget værelse, kost- eller efterskole er ikke med.",
            "2.6",
            FigureUnit.Share,
            Forms.ShareOf(Lane(PlacementForm.Foster), Lane(PlacementForm.Foster), Lane(PlacementForm.Institution))
        )
        {
            Wanted = Wanted.Up,
            GivesAway = [(Placed, PlacementForm.Foster.Danish()), (Placed, PlacementForm.Institution.Danish())],
            MadeOf = [RestsOn.Children, RestsOn.Measures, RestsOn.Catalogue],
        };
    public static Figure NewPlacements { get; } =
        new(
            "new-placements",
            "Nye anbringelser",
            "Anbringelsesforløb, der begynder i perioden. Et forløb er dage i træk, hvor barnet er anbragt, også når stedet skifter.",
            "2.8",
            FigureUnit.Count,
            Begun.Counted()
        )
        {
            // With the children placed on both days one is nearly the other.
            HiddenWith = () => [EndedPlacements!],
            MadeOf = [RestsOn.Children, RestsOn.Measures, RestsOn.Catalogue],
        };
    public static Figure EndedPlacements { get; } =
        new(
            "ended-placements",
            "Anbringelser afsluttet",
            "Anbringelsesforløb, hvis sidste dag ligger i perioden. Et barn, der skifter sted uden en dag imellem, er i samme forløb.",
            "2.50",
            FigureUnit.Count,
            Ended.Counted()
        )
        {
            Topic = FigureTopic.Placements,
            HiddenWith = () => [NewPlacements],
        };
    public static Figure ReturnedHome { get; } =
        new(
            "returned-home",
            "Hjemgivelser",
            "Anbringelsesforløb, hvis sidste dag ligger i perioden, og hvor barnet ikke er fyldt 18 år dagen efter. De står efter den form, "
                + "barnet var anbragt i den sidste dag.",
            "2.33",
            FigureUnit.Count,
            Home.Counted()
        )
        {
            Topic = FigureTopic.Placements,
            PartOf = EndedPlacements,
            MadeOf = [RestsOn.Children, RestsOn.Measures, RestsOn.Catalogue],
        };
    public static Figure MonthsPlaced { get; } =
        new(
            "months-placed",
            "Måneder anbragt i gennemsnit",
            "Gennemsnit over de forløb, der er i gang den dag: dage fra forløbets første dag til dagen, begge med, delt med 30,4375.",
            "2.9",
            FigureUnit.Months,
            InCourse.MeanAge(DaysAMonth, 0)
        )
        {
            MadeOf = [RestsOn.Children, RestsOn.Measures, RestsOn.Catalogue],
        };
    public static Figure NotPlacedYearAfter { get; } =
        new(
            "not-placed-year-after",
            "Ikke anbragt et år efter",
            "Af de børn, der var anbragt et år før dagen: andelen, der ikke er anbragt på dagen.",
            "2.10",
            FigureUnit.Share,
            AYearLater.Left()
        )
        {
            TellsOfFew = true,
            MadeOf = [RestsOn.Children, RestsOn.Measures, RestsOn.Catalogue],
        };
    public static Figure FullYear { get; } =
        new(
            "full-year-placements",
            "Helårsanbringelser",
            "Dage, hvor et barn var anbragt i kalenderåret før, lagt sammen for alle børn og delt med årets dage. Et barn tæller "
                + "højst én gang pr. dag.",
            "2.11",
            FigureUnit.FullYears,
            InCourse.DaysIn(
                Window.YearBefore,
                FigureTime.YearBefore,
                (asked, days, _) => days / (double)(DateTime.IsLeapYear(asked.Period.To.Year - 1) ? 366 : 365)
            )
        )
        {
            MadeOf = [RestsOn.Children, RestsOn.Measures, RestsOn.Catalogue],
        };

    public static Figure FullYearSoFar { get; } =
        new(
            "full-year-placements-so-far",
            "Helårsanbringelser i år indtil nu",
            "Dage, hvor et barn var anbragt fra 1. januar til og med dagen, lagt sammen for alle børn og delt med kalenderårets dage. Et "
                + "barn tæller højst én gang pr. dag. Tallet vises kun for den, der må se børnene bag.",
            "2.25",
            FigureUnit.FullYears,
            InCourse.DaysIn(
                Window.YearSoFar,
                FigureTime.Day,
                (asked, days, _) => days / (double)(DateTime.IsLeapYear(asked.Period.To.Year) ? 366 : 365)
            )
        )
        {
            Topic = FigureTopic.Placements,
            // Two months' ends tell the days between, and so of the one who came.
            NotPublished = true,
            MadeOf = [RestsOn.Children, RestsOn.Measures, RestsOn.Catalogue],
        };

    /// <summary>Of 2.10: placed a year before, and of those not placed now. What the share is made of, on no page of its own.</summary>
    public static Figure PlacedAYearBefore { get; } =
        new(
            "placed-year-before",
            "Anbragt et år før",
            "Børn, der var anbragt et år før dagen.",
            "2.10",
            FigureUnit.Count,
            AYearLater.Moved((before, _) => before > 0, FigureTime.Day)
        );
    public static Figure NoLongerPlaced { get; } =
        new(
            "no-longer-placed",
            "Ikke anbragt længere",
            "Af de børn, der var anbragt et år før dagen: de, der ikke er anbragt på dagen.",
            "2.10",
            FigureUnit.Count,
            AYearLater.Moved((before, now) => before > 0 && now == 0, FigureTime.Day)
        );

    /// <summary>The form at A against the form at B: each cell a part.</summary>
    public static Figure FormMoves { get; } =
        new(
            "form-moves",
            "Fra form til form",
            "Hvert barn efter anbringelsens form den første dag og den sidste.",
            "2.6",
            FigureUnit.Count,
            Forms.Moves(Moment.Before, "ikke anbragt")
        );
}
