using Spor.Access;
using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Workforce;

namespace Spor.Verbs;

/// <summary>Who does it.</summary>
/// <param name="Key">Stands in the journal; never a name.</param>
/// <param name="Level">How far the author's own authority to decide goes.</param>
/// <param name="May">Whether the author's role may do verbs of a capability.</param>
/// <param name="MaySee">Whether the author may see a child today.</param>
public sealed record Author(string Key, long? EmployeeId, AuthorityLevel Level, Func<Capability, bool> May, Func<long, bool> MaySee)
{
    /// <summary>Of a coordinator of network conferences.</summary>
    public long? CoordinatorId { get; init; }

    /// <summary>As letters are signed.</summary>
    public string Name { get; init; } = "";

    /// <summary>Answers for children: a leader.</summary>
    public bool Leads { get; init; }

    /// <summary>Whether the author answers for a team: its leader or coordinator, or whoever leads them all.</summary>
    public Func<long, bool> LeadsTeam { get; init; } = static _ => false;

    /// <summary>Whether the child is one of those the author's roles reach, shut or not.</summary>
    public Func<long, bool> Sees { get; init; } = MaySee;

    /// <summary>Whoever has the machine in hand: the command line, or the analyst by the start address. Such a one sets Spor up.</summary>
    public bool AtTheMachine { get; init; }

    /// <summary>The program itself, and whoever has the database in hand: the command line and the demo's first start.</summary>
    public static Author Program(string key, long? employeeId = null, AuthorityLevel level = AuthorityLevel.Leader) =>
        new(key, employeeId, level, static _ => true, static _ => true)
        {
            AtTheMachine = true,
            Leads = true,
            LeadsTeam = static _ => true,
        };
}

/// <summary>
/// All that a rule may ask, at the moment its verb is done: what is known, the day, who does it, new identities. It stands still while the
/// rule runs.
/// </summary>
/// <param name="facts">What is known at the entry before the one being written.</param>
/// <param name="register">The snapshot in memory, for what is searched over all children; up to a quarter of a second older than
/// <paramref name="facts"/>.</param>
/// <param name="time">Local wall-clock time of the day that rules see.</param>
/// <param name="newId">Hands out identities; what is not used is given back.</param>
/// <param name="seen">The entry that the form was read at; everything, where there was no form.</param>
public sealed class Now(
    KnownFacts facts,
    Func<Register> register,
    DateTime time,
    Author author,
    Func<long> newId,
    long seen = long.MaxValue
)
{
    readonly Lazy<Catalogue> catalogue = new(() =>
        Catalogue.With(facts.All<CatalogueFact>(), facts.All<ParameterFact>(), facts.All<RateRegulationFact>())
    );
    readonly Lazy<Register> register = new(register);
    ChildFile? file;
    Staff? staff;
    Actor? actor;

    public KnownFacts Facts => facts;
    public Register Register => register.Value;

    /// <summary>The catalogue of measures as it is known now.</summary>
    public Catalogue Catalogue => catalogue.Value;

    /// <summary>The deadlines of law and municipality as they are known now.</summary>
    public Bounds Bounds => Catalogue.Bounds;

    /// <summary>Who is employed, and which team has which district, as it is known now.</summary>
    public Staff Staff => staff ??= new(facts.All<EmploymentFact>(), facts.All<DistrictFact>());
    public DateTime Time => time;
    public DateOnly Today => DateOnly.FromDateTime(time);
    public Author Author => author;

    /// <summary>Who decides, with the municipality's own table of authority.</summary>
    public Actor Actor => actor ??= new(author.EmployeeId, author.Level) { Limits = [.. facts.All<AuthorityLimitFact>()] };
    public Func<long> NewId => newId;
    public long Seen => seen;

    /// <summary>The child that the command is about, everything known and no text opened.</summary>
    /// <exception cref="InvalidOperationException">The command is about no child.</exception>
    public ChildFile File => file ?? throw new InvalidOperationException("The command is about no child.");

    /// <summary>What stands saved by somebody else since the form was read, texts opened; null unless that is why it was refused.</summary>
    public Fact? Meanwhile { get; private set; }

    /// <summary>The other children of the child's family.</summary>
    public IEnumerable<ChildFile> Siblings() =>
        File.Child.FamilyId is not { } family
            ? []
            : facts.Family(family).Where(id => id != File.Id).Select(facts.Child).OfType<ChildFile>();

    internal bool Load(long child)
    {
        if (file?.Id != child)
            file = facts.Child(child);
        return file is not null;
    }

    internal Refusal? ChangedSinceSeen(Fact row)
    {
        if (row.RecordedIn <= seen)
            return null;
        Meanwhile = facts.Opened(row);
        return new("changed-meanwhile");
    }
}
