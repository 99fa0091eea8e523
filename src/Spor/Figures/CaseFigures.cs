using Spor.Figures.Engine;

namespace Spor.Figures;

/// <summary>Cases and the children who have one (<c>measures.md</c> 2.1 and 2.2).</summary>
public static class CaseFigures
{
    static readonly Track Active = new(
        MarkKind.Spans,
        (life, marks) =>
        {
            foreach (var c in life.File.Cases)
                marks.Span(c.OpenedOn, c.ClosedOn);
        }
    );

    static readonly Track WithoutAnybody = new(
        MarkKind.Spans,
        (life, marks) =>
        {
            var had = life.Get(Membership.HadBy);
            foreach (var c in life.File.Cases)
            {
                var mine = had.Where(h => h.Case == c.Id).Select(h => (h.From, h.To)).ToList();
                SpanSet.Union(mine);
                foreach (var (from, to) in SpanSet.Without(c.OpenedOn.DayNumber, Membership.End(c.ClosedOn), mine))
                    marks.Span(from, to);
            }
        }
    );

    static readonly Track Opened = new(
        MarkKind.Events,
        (life, marks) =>
        {
            foreach (var c in life.File.Cases)
                marks.Event(c.OpenedOn);
        }
    );

    static readonly Track Closed = new(
        MarkKind.Events,
        (life, marks) =>
        {
            foreach (var c in life.File.Cases)
                marks.Event(c.ClosedOn);
        }
    );

    public static Figure ActiveCases { get; } =
        new(
            "active-cases",
            "Aktive sager",
            "Sager, der er åbnet senest på dagen og ikke er lukket før dagen. Et barn kan have flere sager.",
            "2.1",
            FigureUnit.Count,
            Active.Counted()
        )
        {
            MadeOf = [RestsOn.Children, RestsOn.Cases],
        };
    public static Figure ChildrenWithCase { get; } =
        new(
            "children-with-case",
            "Børn med aktiv sag",
            "Børn med mindst én aktiv sag på dagen. Et barn med flere sager tæller én gang.",
            "2.2",
            FigureUnit.Count,
            Active.Children()
        )
        {
            MadeOf = [RestsOn.Children, RestsOn.Cases],
        };
    public static Figure Unassigned { get; } =
        new(
            "unassigned-cases",
            "Aktive sager uden rådgiver",
            "Aktive sager, som ingen har på dagen. En tildeling til en, der ikke er ansat den dag, tæller ikke.",
            "2.2",
            FigureUnit.Count,
            WithoutAnybody.Counted()
        )
        {
            MadeOf = [RestsOn.Children, RestsOn.Cases, RestsOn.Assignments, RestsOn.Employments],
        };
    public static Figure CasesOpened { get; } =
        new("cases-opened", "Sager åbnet", "Sager, der er åbnet i perioden.", "2.1", FigureUnit.Count, Opened.Counted())
        {
            // With the active cases on both days one is the other.
            HiddenWith = () => [CasesClosed!],
            MadeOf = [RestsOn.Children, RestsOn.Cases],
        };
    public static Figure CasesClosed { get; } =
        new("cases-closed", "Sager lukket", "Sager, hvis sidste dag ligger i perioden.", "2.1", FigureUnit.Count, Closed.Counted())
        {
            HiddenWith = () => [CasesOpened],
            MadeOf = [RestsOn.Children, RestsOn.Cases],
        };
}
