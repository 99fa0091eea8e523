using System.Reflection;
using Spor.Access;
using Spor.Decisions;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Verbs;

/// <summary>
/// A command: what somebody means to do, as values. It carries its verb, so that who has a command can do it and nothing else is needed:
/// <code>
/// public sealed record EndIntervention(long ChildId, long InterventionId, DateOnly To) : IAboutChild, ICommand&lt;EndIntervention&gt;
/// {
///     public static Verb&lt;EndIntervention&gt; Verb { get; } = new("end-intervention", Capability.Casework, (c, now) => …);
/// }
/// </code>
/// It is told from another by the values of its public properties: a second press of a button is the same command, another text is another
/// one.
/// </summary>
public interface ICommand<C>
    where C : class, ICommand<C>
{
    static abstract Verb<C> Verb { get; }
}

/// <summary>A command about one child. Who may not see the child may not do it, and its entry is the child's.</summary>
public interface IAboutChild
{
    long ChildId { get; }

    /// <summary>Other children that it touches (siblings). Each must be one that the author may see. A form that is made by hand may name
    /// one twice, or the child itself.</summary>
    IReadOnlyList<long> Others => [];
}

/// <summary>A command that, when its rule allows it, takes every personal text about its child. Its verb's name begins with
/// <c>erase</c>, so that what is kept in memory is dropped.</summary>
public interface IErases : IAboutChild;

/// <summary>The same of one row that is about no child: every text that was ever written on it.</summary>
public interface IErasesRow
{
    FactKind Kind { get; }
    long RowId { get; }

    /// <summary>The form in which somebody may have half-written about it.</summary>
    string Form { get; }
}

/// <summary>A command about several children, none of them more than the rest. Each must be one that the author may see.</summary>
public interface IAboutChildren
{
    IReadOnlyList<long> Children { get; }
}

/// <summary>A verb whatever its command: what the walk over all verbs, the access matrix and the endpoints ask.</summary>
public abstract class Verb
{
    static readonly Lazy<IReadOnlyList<Verb>> all = new(Find);

    private protected Verb(string name, Admission admission) => (Name, Admission) = (name, admission);

    /// <summary>Kebab-case, as the journal keeps it: <c>record-follow-up</c>.</summary>
    public string Name { get; }

    /// <summary>The names that an entry of this verb can have: mostly one.</summary>
    public abstract IReadOnlyList<string> Names { get; }
    public Admission Admission { get; }
    public abstract Type Command { get; }

    /// <summary>Every verb of the program, by name. A command that is declared is in it; there is no list to forget.</summary>
    public static IReadOnlyList<Verb> All => all.Value;

    static List<Verb> Find() =>
        [
            .. typeof(Verb)
                .Assembly.GetTypes()
                .Where(t =>
                    t.IsClass && Array.Exists(t.GetInterfaces(), i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>))
                )
                .Select(t => (Verb)t.GetProperty(nameof(Verb), BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!)
                .OrderBy(v => v.Name, StringComparer.Ordinal),
        ];

    public override string ToString() => Name;
}

/// <summary>Who may do a verb.</summary>
/// <param name="Capability">Asked of the author's role.</param>
public sealed record Admission(Capability Capability)
{
    /// <summary>
    /// A narrow way in, for those who may not see the child: it answers with what is refused, or null, from what is known at the moment it
    /// is written.
    /// Where there is one, seeing the child is not asked.
    /// </summary>
    public Func<object, Now, Refusal?>? Narrow { get; init; }

    public static implicit operator Admission(Capability capability) => new(capability);
}

/// <summary>
/// What a person can do: one declaration, beside its rule and on its command. Everything that holds for all verbs is done by
/// <see cref="Decide"/> and by nobody else, so the rule is left with what is its own.
/// </summary>
/// <param name="name">Kebab-case; it stands in the journal for good.</param>
/// <param name="rule">Pure: events, or refusals.</param>
public sealed class Verb<C>(string name, Admission admission, Func<C, Now, Decision> rule) : Verb(name, admission)
    where C : class, ICommand<C>
{
    /// <summary>
    /// The row that the form showed and that the command changes. Somebody who saved it after the form was read is met with
    /// <c>changed-meanwhile</c>, and decides with open eyes. Null = nothing was shown that could have changed.
    /// </summary>
    public Func<C, Now, Fact?>? Shown { get; init; }

    /// <summary>Why, where a reason is asked for; kept encrypted with the entry.</summary>
    public Func<C, string?>? Reason { get; init; }

    /// <summary>A second name that the entry has when <see cref="OtherWhen"/> says so: an earlier choice is done again, a draft is
    /// sent.</summary>
    public string? OtherName { get; init; }
    public Func<C, Now, bool>? OtherWhen { get; init; }

    /// <summary>The child whose entry it is, where the command does not say it itself.</summary>
    public Func<C, Now, long?>? ChildOf { get; init; }

    public override IReadOnlyList<string> Names => OtherName is null ? [Name] : [Name, OtherName];
    public override Type Command => typeof(C);

    /// <summary>Asks whether the author may, loads, refuses what changed meanwhile, and asks the rule. Pure as far as
    /// <paramref name="now"/> is.</summary>
    public Decision Decide(C command, Now now)
    {
        if (!now.Author.May(Admission.Capability))
            return new Refusal("not-yours-to-do");
        if (Admission.Narrow is { } narrow)
        {
            if (narrow(command, now) is { } refused)
                return refused;
        }
        else if (ChildrenOf(command).Any(id => !now.Author.MaySee(id)))
            return new Refusal("child-not-yours");
        if (command is IAboutChild { ChildId: var child } && !now.Load(child))
            return new Refusal("thing-not-there");
        if (Shown?.Invoke(command, now) is { } row && now.ChangedSinceSeen(row) is { } meanwhile)
            return meanwhile;
        return Protection.Watch(Standing.Watch(rule(command, now), now), now);
    }

    /// <summary>The name and the child of the entry.</summary>
    public (string Name, long? ChildId) EntryOf(C command, Now now) =>
        (
            OtherName is { } other && OtherWhen?.Invoke(command, now) == true ? other : Name,
            ChildOf is { } of ? of(command, now) : ChildOfCommand(command)
        );

    /// <summary>The one child that the command itself says it is about; null if it says none, or several.</summary>
    public static long? ChildOfCommand(C command) =>
        command switch
        {
            IAboutChild one => one.ChildId,
            IAboutChildren { Children: [var only] } => only,
            _ => null,
        };

    static IEnumerable<long> ChildrenOf(C command) =>
        command switch
        {
            IAboutChild one => [one.ChildId, .. one.Others],
            IAboutChildren many => many.Children,
            _ => [],
        };
}
