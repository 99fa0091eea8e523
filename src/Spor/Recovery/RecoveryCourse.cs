using Spor.Children;
using Spor.Facts;
using Spor.Requirements;

namespace Spor.Recovery;

/// <summary>One case through a programme.</summary>
/// <param name="Old">Active on the first day: one of those to recover. False: opened since.</param>
/// <param name="States">At each of <see cref="RecoveryCourse.Points"/>; nothing is required where the case is not active.</param>
public sealed record CourseCase(ChildFile File, CaseFact Case, bool Old, IReadOnlyList<ElementStates> States)
{
    /// <summary>Required and not in order on the first day, and so to recover.</summary>
    public bool WasLacking(RecoveryElement element) => Old && States[0].Lacks(element);

    /// <summary>To recover, and still not in order at a point at which the case is active.</summary>
    public bool IsLeft(RecoveryElement element, int point) => WasLacking(element) && States[point].Lacks(element);

    /// <summary>Required and not in order at a point without being to recover.</summary>
    public bool IsBacklog(RecoveryElement element, int point) => !WasLacking(element) && States[point].Lacks(element);
}

/// <summary>
/// A programme week by week: its first day, each Sunday, and the day it is looked at. Each point sees only facts dated on or before it, so
/// the last one says the same as a scan of that day (2.37, 2.38).
/// </summary>
public sealed class RecoveryCourse
{
    // What was worked out for each child, so that after an entry only those it touched are looked at again.
    readonly Dictionary<ChildFile, CourseCase[]> byFile;

    RecoveryCourse(Register register, RecoveryProgrammeFact programme, DateOnly[] points, CourseCase[][] cases)
    {
        (Register, Programme, Points) = (register, programme, points);
        Cases = [.. cases.SelectMany(c => c)];
        byFile = cases.Where(c => c.Length > 0).ToDictionary(c => c[0].File, c => c);
    }

    /// <summary>The course of a programme up to a day; throws where there is no such programme.</summary>
    public static Derived<(long Programme, DateOnly Day), RecoveryCourse> OfProgramme { get; } =
        new(
            4,
            (s, asked, before) =>
                Of(s.Register, s.Register.Of<RecoveryProgrammeFact>().First(p => p.Id == asked.Programme), asked.Day, before)
        );

    public Register Register { get; }
    public RecoveryProgrammeFact Programme { get; }

    /// <summary>The first day, each Sunday after it, and the last day.</summary>
    public IReadOnlyList<DateOnly> Points { get; }

    /// <summary>Those to recover and those opened since, in the register's order.</summary>
    public IReadOnlyList<CourseCase> Cases { get; }
    public DateOnly Day => Points[^1];

    /// <summary>How many children were looked at; the others are those of the course before.</summary>
    public int WorkedOut { get; private init; }

    /// <param name="day">Where the course ends; a day before the programme counts as its first.</param>
    public static RecoveryCourse Of(Register register, RecoveryProgrammeFact programme, DateOnly day, RecoveryCourse? before = null)
    {
        var points = PointsOf(programme, day);
        var reuse =
            before is not null
            && before.Programme.Id == programme.Id
            && (before.Programme.From, before.Programme.TeamId) == (programme.From, programme.TeamId)
            && before.Points.SequenceEqual(points)
            && ReferenceEquals(before.Register.Catalogue, register.Catalogue)
            // Whose case it was on the first day rests on the staff too.
            && (programme.TeamId is null || ReferenceEquals(before.Register.Staff, register.Staff))
                ? before
                : null;
        var found = new CourseCase[register.Children.Count][];
        var taken = 0;
        Parallel.For(
            0,
            (found.Length + 63) / 64,
            block =>
            {
                var owed = new List<Requirement>();
                var kept = 0;
                for (var i = block * 64; i < Math.Min(found.Length, (block + 1) * 64); i++)
                {
                    var file = register.Children[i];
                    if (reuse is not null && reuse.byFile.TryGetValue(file, out var known))
                    {
                        found[i] = known;
                        kept++;
                    }
                    else
                        found[i] = OfChild(file, register, programme, points, owed);
                }
                Interlocked.Add(ref taken, kept);
            }
        );
        return new(register, programme, points, found) { WorkedOut = found.Length - taken };
    }

    static DateOnly[] PointsOf(RecoveryProgrammeFact programme, DateOnly day)
    {
        if (programme.EndedOn < day)
            day = programme.EndedOn.Value;
        var points = new List<DateOnly> { programme.From };
        for (var sunday = ProgrammeRules.Monday(programme.From).AddDays(6); sunday < day; sunday = sunday.AddDays(7))
            if (sunday > programme.From)
                points.Add(sunday);
        if (day > programme.From)
            points.Add(day);
        return [.. points];
    }

    static CourseCase[] OfChild(
        ChildFile file,
        Register register,
        RecoveryProgrammeFact programme,
        DateOnly[] points,
        List<Requirement> owed
    )
    {
        List<(CaseFact Case, bool Old)>? chosen = null;
        foreach (var of in file.Cases)
            if (programme.Covers(file, of, register.Staff))
                (chosen ??= []).Add((of, true));
            else if (programme.From < of.OpenedOn && of.OpenedOn <= points[^1] && IsHere(file, of, register, programme))
                (chosen ??= []).Add((of, false));
        if (chosen is null)
            return [];
        var states = chosen.ConvertAll(_ => new ElementStates[points.Length]);
        for (var p = 0; p < points.Length; p++)
        {
            if (!chosen.Exists(c => c.Case.ActiveAt(points[p])))
                continue;
            owed.Clear();
            Derive.Of(file, register.Catalogue, points[p], owed);
            for (var c = 0; c < chosen.Count; c++)
                if (chosen[c].Case.ActiveAt(points[p]))
                    states[c][p] = ElementStates.Of(RecoveryElements.Of(file, chosen[c].Case, register.Catalogue, points[p], owed));
        }
        return [.. chosen.Select((c, i) => new CourseCase(file, c.Case, c.Old, states[i]))];
    }

    // A new case is the team's whose it is on the day it opens.
    static bool IsHere(ChildFile file, CaseFact of, Register register, RecoveryProgrammeFact programme) =>
        programme.TeamId is not { } team || RecoveryScan.TeamsOf(register.Staff, file, of, of.OpenedOn).Any(t => t.Id == team);
}
