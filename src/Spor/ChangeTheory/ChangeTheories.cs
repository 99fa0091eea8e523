using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.ChangeTheory;

/// <summary>Writes down a theory of change, or what it is called and is for.</summary>
/// <param name="TheoryId">Null = a new one.</param>
public sealed record SaveTheory(long? TheoryId, string? Title, string? Purpose, long EmployeeId) : ICommand<SaveTheory>
{
    public static Verb<SaveTheory> Verb { get; } =
        new(
            "save-theory",
            Capability.Leadership,
            (c, now) => TheoryRules.Save(c, c.TheoryId is { } id ? now.Facts.Find<TheoryFact>(id) : null, now.Staff, now.Today, now.NewId)
        )
        {
            Shown = (c, now) => c.TheoryId is { } id ? now.Facts.Find<TheoryFact>(id) : null,
        };
}

/// <summary>Adds a part to a theory, or changes one.</summary>
/// <param name="PartId">Null = a new one.</param>
public sealed record SaveTheoryPart(
    long TheoryId,
    long? PartId,
    TheoryStage Stage,
    string? What,
    long? LeadsToId,
    string? FigureCode,
    TargetWay? Way,
    long? Target,
    DateOnly? TargetOn
) : ICommand<SaveTheoryPart>
{
    public static Verb<SaveTheoryPart> Verb { get; } =
        new(
            "save-theory-part",
            Capability.Leadership,
            (c, now) => TheoryRules.Save(c, now.Facts.Find<TheoryFact>(c.TheoryId), now.Facts.All<TheoryPartFact>(), now.NewId)
        )
        {
            Shown = (c, now) => c.PartId is { } id ? now.Facts.Find<TheoryPartFact>(id) : null,
        };
}

/// <summary>Moves a part up or down among those of its stage.</summary>
public sealed record MoveTheoryPart(long PartId, bool Up) : ICommand<MoveTheoryPart>
{
    public static Verb<MoveTheoryPart> Verb { get; } =
        new(
            "move-theory-part",
            Capability.Leadership,
            (c, now) => TheoryRules.Move(c, [.. now.Facts.All<TheoryPartFact>().Select(now.Facts.Opened)])
        );
}

/// <summary>Takes a part out, if nothing leads to it.</summary>
public sealed record RemoveTheoryPart(long PartId) : ICommand<RemoveTheoryPart>
{
    public static Verb<RemoveTheoryPart> Verb { get; } =
        new("remove-theory-part", Capability.Leadership, (c, now) => TheoryRules.Remove(c, now.Facts.All<TheoryPartFact>()));
}

public static class TheoryRules
{
    public const int LongestPart = 200,
        MostParts = 60;

    public static Decision Save(SaveTheory c, TheoryFact? theory, Staff staff, DateOnly today, Func<long> newId)
    {
        if (c.TheoryId is not null && theory is null)
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(c.Title))
            wrong.Add(new("value-missing", nameof(c.Title)));
        // Whoever answers for it and has left may stay until somebody else is chosen.
        if (c.EmployeeId != theory?.EmployeeId && !staff.IsEmployed(c.EmployeeId, today))
            wrong.Add(new("caseworker-not-employed", nameof(c.EmployeeId)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var saved = new TheoryFact
        {
            Id = theory?.Id ?? newId(),
            EmployeeId = c.EmployeeId,
            Title = c.Title!.Trim(),
            Purpose = string.IsNullOrWhiteSpace(c.Purpose) ? null : c.Purpose.Trim(),
        };
        return theory is null ? new Recorded(FactKinds.Theory, saved) : new Corrected(FactKinds.Theory, saved);
    }

    public static Decision Save(SaveTheoryPart c, TheoryFact? theory, IReadOnlyList<TheoryPartFact> all, Func<long> newId)
    {
        var parts = all.Where(p => p.TheoryId == c.TheoryId).ToList();
        var part = parts.Find(p => p.Id == c.PartId);
        if (theory is null || (c.PartId is not null && part is null))
            return new Refusal("thing-not-there");
        var wrong = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(c.What))
            wrong.Add(new("value-missing", nameof(c.What)));
        if (c.What?.Trim().Length > LongestPart)
            wrong.Add(new("theory-part-too-long", nameof(c.What)));
        if (part is null && parts.Count >= MostParts)
            wrong.Add(new("theory-too-large"));
        if (c.LeadsToId is { } to)
        {
            if (parts.Find(p => p.Id == to) is not { } next)
                wrong.Add(new("thing-not-there", nameof(c.LeadsToId)));
            else if (next.Stage < c.Stage || (next.Stage == c.Stage && c.Stage != TheoryStage.Outcome))
                wrong.Add(new("theory-leads-back", nameof(c.LeadsToId)));
            else if (part is not null && Leads(next, part.Id, parts))
                wrong.Add(new("theory-leads-round", nameof(c.LeadsToId)));
        }
        // What leads to it must still come before it.
        if (
            part is not null
            && parts.Exists(p => p.LeadsToId == part.Id && (p.Stage > c.Stage || (p.Stage == c.Stage && c.Stage != TheoryStage.Outcome)))
        )
            wrong.Add(new("theory-led-to", nameof(c.Stage)));
        var tied = c.FigureCode is not null;
        if (tied && c.Stage != TheoryStage.Outcome)
            wrong.Add(new("theory-figure-of-outcomes", nameof(c.FigureCode)));
        if (tied && c.Way is null)
            wrong.Add(new("choice-missing", nameof(c.Way)));
        if (tied && c.Target is null)
            wrong.Add(new("value-missing", nameof(c.Target)));
        if (tied && c.TargetOn is null)
            wrong.Add(new("day-missing", nameof(c.TargetOn)));
        if (!tied && (c.Target is not null || c.TargetOn is not null))
            wrong.Add(new("theory-target-of-nothing", nameof(c.FigureCode)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        var saved = new TheoryPartFact
        {
            Id = part?.Id ?? newId(),
            TheoryId = theory.Id,
            Stage = c.Stage,
            Place =
                part?.Stage == c.Stage ? part.Place : parts.Where(p => p.Stage == c.Stage).Select(p => p.Place).DefaultIfEmpty(0).Max() + 1,
            LeadsToId = c.LeadsToId,
            FigureCode = c.FigureCode,
            Way = tied ? c.Way : null,
            Target = c.Target,
            TargetOn = c.TargetOn,
            What = c.What!.Trim(),
        };
        return part is null ? new Recorded(FactKinds.TheoryPart, saved) : new Corrected(FactKinds.TheoryPart, saved);
    }

    static bool Leads(TheoryPartFact from, long to, List<TheoryPartFact> parts)
    {
        for (var (at, steps) = ((TheoryPartFact?)from, 0); at is not null && steps <= parts.Count; steps++)
        {
            if (at.Id == to)
                return true;
            at = parts.Find(p => p.Id == at.LeadsToId);
        }
        return false;
    }

    public static Decision Move(MoveTheoryPart c, IReadOnlyList<TheoryPartFact> all)
    {
        if (all.FirstOrDefault(p => p.Id == c.PartId) is not { } part)
            return new Refusal("thing-not-there");
        var beside = all.Where(p => p.TheoryId == part.TheoryId && p.Stage == part.Stage && p.Id != part.Id)
            .Where(p => c.Up ? p.Place < part.Place : p.Place > part.Place)
            .OrderBy(p => Math.Abs(p.Place - part.Place))
            .FirstOrDefault();
        if (beside is null)
            return new Refusal("theory-part-outermost");
        var (moved, other) = ((TheoryPartFact)part.Copy(), (TheoryPartFact)beside.Copy());
        (moved.Place, other.Place) = (beside.Place, part.Place);
        return Decision.Of([new Corrected(FactKinds.TheoryPart, moved), new Corrected(FactKinds.TheoryPart, other)]);
    }

    public static Decision Remove(RemoveTheoryPart c, IReadOnlyList<TheoryPartFact> all) =>
        all.All(p => p.Id != c.PartId) ? new Refusal("thing-not-there")
        : all.Any(p => p.LeadsToId == c.PartId) ? new Refusal("theory-led-to")
        : new Withdrawn(FactKinds.TheoryPart, c.PartId);
}
