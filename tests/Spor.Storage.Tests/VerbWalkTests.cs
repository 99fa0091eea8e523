using System.Reflection;
using CsCheck;
using Spor.Access;
using Spor.Children;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Storage.Tests;

/// <summary>
/// Random walks over all that people can do: each step takes a verb of <see cref="Verb.All"/>, fills its command with values that mostly
/// fit, and does it as a person would. Whatever was accepted, the facts hang together; whatever was not theirs to do was refused. In a long
/// run a walk that fails is shortened by CsCheck, and its message names the verbs and the seed to run it again. A verb that is written
/// later is walked the day it is written.
/// </summary>
public sealed class VerbWalkTests(ITestOutputHelper output) : IDisposable
{
    static readonly DateOnly Today = new(2026, 6, 15);
    static readonly Clock Clock = new(TimeProvider.System, Today);
    static readonly MethodInfo Do = typeof(Acts).GetMethods().Single(m => m.Name == nameof(Acts.Do) && m.IsPublic);

    /// <summary>How often a step tries anew with other values when it was refused.</summary>
    const int Tries = 4;

    readonly string folder = Directory.CreateTempSubdirectory("spor-walk-").FullName;
    readonly HashSet<Verb> done = [];
    readonly Dictionary<Verb, SortedSet<string>> refused = [];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Whatever_people_do_the_facts_hang_together_and_what_is_not_theirs_to_do_is_refused()
    {
        // In ./test the same short walks each time, so that nobody's push turns red by chance; a long run goes where nobody was before.
        if (Heavy.Whole)
        {
            Gen.Int.Array[40, 120].Sample(Walk, iter: 240, threads: 1, print: Print);
            Assert.Equal([], Verb.All.Except(refused.Keys).Select(v => v.Name));
        }
        else
            for (var walk = 0; walk < 20; walk++)
                Walk(Steps(walk));
        var never = Verb
            .All.Where(v => !done.Contains(v))
            .Select(v => $"{v} ({string.Join(", ", refused.GetValueOrDefault(v) ?? [])})")
            .ToList();
        output.WriteLine($"{done.Count} of {Verb.All.Count} verbs got through. Never:\n{string.Join('\n', never)}");
        // A walk on which nothing happens would prove nothing.
        Assert.True(
            done.Count * 5 > Verb.All.Count * 3,
            $"Only {done.Count} of {Verb.All.Count} got through. Never:\n{string.Join('\n', never)}"
        );
    }

    static int[] Steps(int walk)
    {
        var random = new Random(walk);
        return [.. Enumerable.Range(0, 80).Select(_ => random.Next())];
    }

    static string Print(int[] steps) => $"{string.Join(" > ", steps.Select(s => VerbOf(s).Name))}\nof {string.Join(",", steps)}";

    static Verb VerbOf(int step) => Verb.All[new Random(step).Next(Verb.All.Count)];

    void Walk(int[] steps)
    {
        var own = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        using (var database = Database.Open(null, own))
        {
            var world = WalkWorld.Begin(database, Today);
            var acts = new Acts(new Municipality(database, standsAtExtract: true));
            foreach (var step in steps)
            {
                var random = new Random(step);
                var verb = Verb.All[random.Next(Verb.All.Count)];
                var codes = refused.TryGetValue(verb, out var before) ? before : refused[verb] = [];
                for (var i = 0; i < Tries; i++)
                    if (Step(database, acts, world, verb, random, codes))
                    {
                        done.Add(verb);
                        break;
                    }
            }
            // The printed files lie beside the facts and are written by the web; no verb makes them.
            Assert.Equal([], Replay.Check(database).Differences.Where(d => !d.Where.StartsWith("report ", StringComparison.Ordinal)));
        }
        Directory.Delete(own, recursive: true);
    }

    static bool Step(Database database, Acts acts, WalkWorld world, Verb verb, Random random, SortedSet<string> codes)
    {
        var values = new WalkValues(database, world, random, Today);
        var command = values.Of(verb.Command);
        Done As(Author author)
        {
            try
            {
                return (Done)Do.MakeGenericMethod(verb.Command).Invoke(acts, [command, author, Clock, null])!;
            }
            catch (TargetInvocationException e)
            {
                throw new InvalidOperationException($"{verb} threw for {command}: {e.InnerException}", e.InnerException);
            }
        }
        var author = Author.Program(WalkWorld.Walker, world.Employees[random.Next(world.Employees.Count)]) with
        {
            CoordinatorId = values.Rows(FactKinds.Coordinator) is [.., var coordinator] ? coordinator.Id : null,
        };
        var outside = As(author with { May = c => c != verb.Admission.Capability });
        Assert.Equal([(verb, "not-yours-to-do")], outside.Refusals.Select(r => (verb, r.Code)));
        if (verb.Admission.Narrow is null && command is IAboutChild or IAboutChildren { Children.Count: > 0 })
            Assert.Equal([(verb, "child-not-yours")], As(author with { MaySee = _ => false }).Refusals.Select(r => (verb, r.Code)));
        if (verb.Admission.Narrow is not null)
            Assert.False(
                As(author with { CoordinatorId = null, LeadsTeam = _ => false, MaySee = _ => false }).Saved,
                $"{verb} let in who has no way in"
            );
        var before = database.HeadNo;
        var result = As(author);
        Assert.True(result.Saved != result.Refusals.Count > 0, $"{verb} was neither saved nor refused");
        Assert.Equal(before + (result.Saved ? 1 : 0), database.HeadNo);
        codes.UnionWith(result.Refusals.Select(r => r.Code));
        if (result.Saved)
            Holds(database, $"After {verb} ({command})");
        return result.Saved;
    }

    /// <summary>What every row promises by its description.</summary>
    static void Holds(Database database, string after)
    {
        var open = FactKinds.All.ToDictionary(k => k, k => WalkValues.Open(database, k));
        var things = open.ToDictionary(o => o.Key, o => o.Value.Select(f => WalkValues.ThingOf(o.Key, f)).ToHashSet());
        foreach (var (kind, rows) in open)
        {
            Assert.True(rows.Select(r => r.Id).Distinct().Count() == rows.Count, $"{after} two {kind.Many} of one id stand open");
            foreach (var fact in rows)
            foreach (var column in kind.Columns)
            {
                if (column.Points(fact) is { } at)
                {
                    IReadOnlyList<FactKind> kinds = column.KindIn is null ? column.RefersToOneOf : [at.Kind];
                    if (column.Bond != Bond.Outlives && !kinds.Any(k => things[k].Contains(at.Id)))
                        Assert.Fail($"{after} {column.Name} {at.Id} of a {kind.Name} points at nothing that stands open");
                }
                foreach (var first in column.NotBefore)
                    if (AsDay(column.Get(fact)) is { } end && AsDay(first.Get(fact)) is { } begin && end < begin)
                        Assert.Fail($"{after} a {kind.Name} has {column.Name} {end:yyyy-MM-dd} before {first.Name} {begin:yyyy-MM-dd}");
            }
        }
    }

    static DateOnly? AsDay(object? value) =>
        value switch
        {
            DateOnly day => day,
            DateTime at => DateOnly.FromDateTime(at),
            _ => null,
        };
}
