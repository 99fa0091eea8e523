using Microsoft.AspNetCore.WebUtilities;
using Spor.ChangeTheory;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Leading.Baselines;
using Spor.Web.Leading.Management;

namespace Spor.Web.Leading.TheoryOfChange;

/// <summary>An outcome beside its figure.</summary>
/// <param name="Shown">The figure as it may be shown to the one who looks.</param>
/// <param name="On">The day that it is of: the target's, or the latest before it.</param>
public sealed record OutcomeLine(TheoryPartFact Part, Figure? Of, string Shown, DateOnly? On, OutcomeState State);

/// <summary>One theory: its parts in order, and each outcome beside its figure. A figure is what its own page says to the same
/// reader.</summary>
public sealed class TheoryView
{
    readonly Dictionary<long, OutcomeLine> outcomes;

    TheoryView(TheoryFact theory, Viewing viewing, KeptBaselines kept)
    {
        (Theory, Viewing) = (theory, viewing);
        Parts = [.. viewing.Register.Of<TheoryPartFact>().Where(p => p.TheoryId == theory.Id)];
        var days = new Dictionary<DateOnly, ManagementView>();
        outcomes = Parts.Where(p => p.Stage == TheoryStage.Outcome).ToDictionary(p => p.Id, Line);

        OutcomeLine Line(TheoryPartFact part)
        {
            if (part is not { FigureCode: { } code, TargetOn: { } on })
                return new(part, null, Text.None, null, OutcomeStates.Of(part, null, viewing.Today));
            if (KeyFigures.Find(code) is not { } of)
                return new(part, null, Text.None, null, OutcomeState.NotTold);
            var day = on < viewing.Today ? on : viewing.Today;
            if (!days.TryGetValue(day, out var figures))
                days[day] = figures = ManagementView.Of(
                    viewing,
                    new QueryCollection(QueryHelpers.ParseQuery("?til=" + Form.Iso(day))),
                    kept
                );
            var row = figures.Row(of);
            var told = figures.Shows(of) && !row.HidesNow && row.Now?.Value is not null;
            return new(
                part,
                of,
                figures.Shows(of) ? row.Shown : Management.Text.Hidden,
                figures.Query.To,
                OutcomeStates.Of(part, told ? Text.AsShown(of.Unit, row.Now!.Value!.Value) : null, viewing.Today)
            );
        }
    }

    public static TheoryView? Of(long id, Viewing viewing, KeptBaselines kept) =>
        viewing.Register.Of<TheoryFact>().FirstOrDefault(t => t.Id == id) is { } theory ? new(theory, viewing, kept) : null;

    public TheoryFact Theory { get; }
    public Viewing Viewing { get; }

    /// <summary>By stage, and in their places.</summary>
    public IReadOnlyList<TheoryPartFact> Parts { get; }

    public IEnumerable<TheoryPartFact> In(TheoryStage stage) => Parts.Where(p => p.Stage == stage);

    public TheoryPartFact? Find(long? id) => Parts.FirstOrDefault(p => p.Id == id);

    /// <summary>Null of what is no outcome.</summary>
    public OutcomeLine? Outcome(TheoryPartFact part) => outcomes.GetValueOrDefault(part.Id);

    public IReadOnlyList<OutcomeLine> Outcomes => [.. In(TheoryStage.Outcome).Select(p => outcomes[p.Id])];

    public bool IsFirst(TheoryPartFact part) => In(part.Stage).First().Id == part.Id;

    public bool IsLast(TheoryPartFact part) => In(part.Stage).Last().Id == part.Id;

    /// <summary>The tree from its ends: what leads to nothing, and under each what leads to it.</summary>
    public IEnumerable<(TheoryPartFact Part, int Depth)> Tree()
    {
        foreach (var end in Parts.Where(p => Find(p.LeadsToId) is null).OrderByDescending(p => p.Stage).ThenBy(p => p.Place))
        foreach (var below in Below(end, 0))
            yield return below;
    }

    IEnumerable<(TheoryPartFact, int)> Below(TheoryPartFact part, int depth)
    {
        yield return (part, depth);
        foreach (var before in Parts.Where(p => p.LeadsToId == part.Id).OrderByDescending(p => p.Stage).ThenBy(p => p.Place))
        foreach (var below in Below(before, depth + 1))
            yield return below;
    }
}
