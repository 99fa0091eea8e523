using Spor.Children;
using Spor.Facts;
using Spor.FollowUps;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Plans;
using Spor.Workforce;

namespace Spor.Exchange.Import;

/// <summary>An extract as read and checked. Nothing is stored.</summary>
public sealed partial class Extract
{
    public required IReadOnlyList<ImportTable> Tables { get; init; }
    public required ProblemList Problems { get; init; }

    /// <summary>As the rows were hashed.</summary>
    public required SourceHash Hash { get; init; }

    /// <summary>Files and columns that were there and not read.</summary>
    public required IReadOnlyList<string> Ignored { get; init; }
    public MunicipalityFact? Municipality { get; internal set; }

    /// <summary>The day the extract describes; null if neither <c>kommune.csv</c> nor the person importing says.</summary>
    public DateOnly? Day { get; internal set; }

    /// <summary>The delivery covers what ran on this day or later; null = everything.</summary>
    public DateOnly? WindowFrom { get; internal set; }
    public bool HasErrors => Problems.Errors > 0;

    /// <summary>The mapping leaves something open, which is told once: a row that met it says nothing of it.</summary>
    internal bool HasUndecided { get; private set; }

    /// <summary>True if every error sits on a row that can be set aside.</summary>
    public bool CanSetAside => !Problems.HasWholeFileErrors;

    /// <summary>Rows left out by choice, with what hung on them, per file. Empty until <see cref="SetAside"/>.</summary>
    public IReadOnlyDictionary<string, int> RowsSetAside { get; private set; } = new Dictionary<string, int>();
    public int Rows => used ?? Tables.Sum(t => t.Facts.Count);
    int? used;

    internal ImportTable this[string name] => Tables.First(t => t.Name == name);
    Dictionary<string, ImportTable> ByName => Tables.ToDictionary(t => t.Name);

    /// <summary>
    /// Reads and checks every file. Finds all problems, not the first only.
    /// </summary>
    /// <param name="day">The day described, where <c>kommune.csv</c> does not say it.</param>
    /// <param name="firstTime">Whether the required files must be there.</param>
    /// <param name="progress">Rows read so far, and the file being read.</param>
    /// <param name="windowFrom">What the delivery covers, where <c>kommune.csv</c> does not say it.</param>
    public static Extract Read(
        ExtractSource source,
        IKnownKeys known,
        SourceHash hash,
        DateOnly? day = null,
        bool firstTime = true,
        Mapping? mapping = null,
        Action<long, string>? progress = null,
        DateOnly? windowFrom = null
    )
    {
        var problems = new ProblemList();
        var ignored = new List<string>();
        var tables = Format.Tables();
        var byName = tables.ToDictionary(t => t.Name);
        var extract = new Extract
        {
            Tables = tables,
            Problems = problems,
            Hash = hash,
            Ignored = ignored,
            Day = day,
            WindowFrom = windowFrom,
        };
        try
        {
            mapping ??= Mapping.Read(source);
        }
        catch (ExtractException e)
        {
            // Without the mapping every heading would be wrong, which nobody needs to read.
            foreach (var message in e.Message.Split('\n'))
                problems.Add(new(Severity.Error, "kortlægning.json", 0, null, null, "mapping", message));
            return extract;
        }

        foreach (var (place, expected) in mapping.Undecided())
            problems.Add(new(Severity.Error, "kortlægning.json", 0, place, Mapping.Unsure, "undecided", expected));
        extract.HasUndecided = problems.Errors > 0;
        var files = FindFiles(source, tables, mapping, firstTime, problems, ignored);
        var ties = new Ties(byName, known);
        long rows = 0;
        foreach (var table in tables.Where(t => t.Delivered))
        {
            progress?.Invoke(rows, table.File);
            var mine = files[table];
            rows = ReadTable(
                () =>
                    table.IsDerived
                        ? new Derived(table, byName[mapping.Derived[table.Name].From], mapping.Derived[table.Name], known).Over(
                            source,
                            mapping,
                            mine,
                            ties,
                            problems,
                            ignored
                        )
                    : mapping.Touches(table.Name) ? Mapped(source, table, mine, mapping, problems, ignored, ties)
                    : source.Open(table.File),
                table,
                new Row(table, byName, known, problems, hash)
                {
                    HasUndecided = extract.HasUndecided,
                    MayRepeat = files.Any(f => f.Key != table && !f.Key.IsDerived && !table.IsDerived && f.Value.Intersect(mine).Any()),
                    Latest = day ?? byName["kommune"].Facts.OfType<MunicipalityFact>().FirstOrDefault()?.ExtractDay,
                },
                problems,
                ignored,
                rows,
                progress
            );
            table.Settle();
        }
        progress?.Invoke(rows, "");
        extract.TakeMunicipality(mapping);
        new Consistency(extract, Ties.CatalogueOf(byName, known), known).Check();
        return extract;
    }

    static MappedReader Mapped(
        ExtractSource source,
        ImportTable table,
        IReadOnlyList<string> files,
        Mapping mapping,
        ProblemList problems,
        List<string> ignored,
        Ties ties
    ) => new(table, mapping, [.. files.Select(f => (f, (Func<TableReader>)(() => source.Open(f))))], problems, ignored, ties);

    void TakeMunicipality(Mapping mapping)
    {
        var table = this["kommune"];
        if (table is { BadRows.Count: 0 } && table.Facts.OfType<MunicipalityFact>().FirstOrDefault() is { } municipality)
        {
            Municipality = municipality;
            Day = municipality.ExtractDay;
            WindowFrom = municipality.WindowFrom ?? WindowFrom;
            if (table.Facts.Count > 1)
                Problems.Add(
                    new(Severity.Error, table.File, table.Lines[1], null, null, "one-municipality", "én række: et udtræk er én kommune")
                );
        }
        else if (
            !table.Delivered
            && Day is { } day
            && mapping.Fixed.GetValueOrDefault("kommune.Kommunenr") is { } number
            && number != Mapping.Unsure
        )
            Municipality = new()
            {
                Number = number,
                Name = mapping.Fixed.GetValueOrDefault("kommune.Navn") ?? "Kommunen",
                ExtractDay = day,
                SourceKey = number,
                SourceHash = 1,
            };
    }

    /// <summary>
    /// Leaves out the rows with errors, and what hangs on them. Only a person who has seen the list asks for this; the counts are kept with
    /// the import.
    /// </summary>
    public void SetAside()
    {
        if (!CanSetAside)
            throw new InvalidOperationException("A missing file or column cannot be set aside");
        var byName = ByName;
        foreach (var table in Tables)
        {
            foreach (var at in table.HangingOn(byName).ToList())
                table.BadRows.Add(at);
            table.SpreadOverKeys();
        }
        RowsSetAside = Tables.Where(t => t.BadRows.Count > 0).ToDictionary(t => t.Name, t => t.BadRows.Count);
    }

    /// <summary>
    /// Gives every row its id and turns keys into ids. Rows of a shared key are about one thing (a team), whose id is
    /// <paramref name="thing"/>; each row has an id of its own.
    /// </summary>
    /// <param name="thing">The id of what a key names: one already known, or a new one.</param>
    /// <param name="row">A new id for one more row.</param>
    internal void Identify(IKnownKeys known, Func<FactKind, string, long> thing, Func<long> row)
    {
        var ids = new Dictionary<string, long[]>();
        foreach (var table in Tables)
        {
            var mine = ids[table.Name] = new long[table.Facts.Count];
            for (var i = 0; i < mine.Length; i++)
            {
                var fact = table.Facts[i];
                var first = table.FirstLike(i);
                mine[i] =
                    first == i && fact.SourceKey is { } key ? thing(table.Kind, key)
                    : first < i && table.SharesKeys ? mine[first]
                    : row();
                fact.Id = table.SharesKeys ? row() : mine[i];
                switch (fact)
                {
                    case TeamFact t:
                        t.TeamId = mine[i];
                        break;
                    case EmploymentFact e:
                        e.EmployeeId = mine[i];
                        break;
                }
            }
        }
        foreach (var table in Tables)
            table.Resolve(ids);
        // A district's own refs are resolved before its number is set, since both are called by the same name in other files.
        foreach (var (fact, i) in this["distrikter"].Facts.Select((f, i) => ((DistrictFact)f, i)))
            fact.DistrictId = ids["distrikter"][i];

        FindChild<GoalFact>("maal", "planer", f => f.PlanId, known);
        FindChild<MeasurementFact>("maalinger", "maal", f => f.GoalId, known);
        FindChild<AssignmentFact>("tildelinger", "sager", f => f.CaseId, known);
        FindChild<InterventionPriceFact>("priser", "indsatser", f => f.InterventionId, known);
        FindChild<FollowUpFact>("opfoelgninger", "indsatser", f => f.InterventionId, known);
        FindChild<SupervisionVisitFact>("tilsyn", "indsatser", f => f.InterventionId, known);
    }

    void FindChild<T>(string name, string target, Func<T, long> refers, IKnownKeys known)
        where T : ChildsFact
    {
        var table = this[target];
        var children = new Dictionary<long, long>(table.Facts.Count);
        foreach (var fact in table.Facts)
            children[fact.Id] = ((ChildsFact)fact).ChildId;
        foreach (var fact in this[name].Facts)
            ((T)fact).ChildId = children.TryGetValue(refers((T)fact), out var child) ? child : known.ChildOf(table.Kind, refers((T)fact));
    }

    /// <summary>Lets go of the rows, once they are on their way into a journal. <see cref="Rows"/> and the problems stay.</summary>
    internal void Forget()
    {
        used = Rows;
        foreach (var table in Tables)
            table.Forget();
    }

    /// <summary>The rows that are to be kept: all, or all but those set aside.</summary>
    public static IEnumerable<Fact> Kept(ImportTable table)
    {
        if (table.BadRows.Count == 0)
            return table.Facts;
        return table.Facts.Where((_, i) => !table.BadRows.Contains(i));
    }

    /// <summary>The extract as a register in memory, with nothing stored: what <c>spor figures FOLDER</c> computes from.</summary>
    public Register ToRegister()
    {
        long last = 0;
        Identify(new NothingKnown(), (_, _) => ++last, () => ++last);
        IReadOnlyList<T> Of<T>(string name)
            where T : Fact => [.. Kept(this[name]).Cast<T>()];
        var byChild = new Dictionary<long, List<ChildsFact>>();
        foreach (var child in Of<ChildFact>("boern"))
            byChild[child.Id] = [];
        foreach (var table in Tables.Where(t => typeof(ChildsFact).IsAssignableFrom(t.Kind.Row)))
        foreach (var fact in Kept(table))
            if (byChild.TryGetValue(((ChildsFact)fact).ChildId, out var facts))
                facts.Add((ChildsFact)fact);
        return new Register
        {
            Municipality = Municipality,
            Teams = Of<TeamFact>("teams"),
            Districts = Of<DistrictFact>("distrikter"),
            Employments = Of<EmploymentFact>("medarbejdere"),
            Budget = Of<Economy.BudgetFact>("budget"),
            Ledger = Of<Economy.LedgerFact>("regnskab"),
            Accounts = Of<Economy.AccountFact>("konti"),
            Population = Of<Economy.PopulationFact>("befolkning"),
            Comparisons = Of<Economy.ComparisonFact>("sammenligning"),
            Catalogue = Catalogue.With(Of<CatalogueFact>("ydelser"), []),
            Children = [.. Of<ChildFact>("boern").Select(child => ChildFile.Build(child, byChild[child.Id]))],
        };
    }
}
