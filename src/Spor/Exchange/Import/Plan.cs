using System.Text.Json;
using Spor.Children;
using Spor.Facts;
using Spor.Workforce;

namespace Spor.Exchange.Import;

/// <summary>What an import would do to one file's rows.</summary>
/// <param name="Vanished">Known rows that the newer extract does not hold. Reported, never deleted by themselves.</param>
/// <param name="Conflicts">Changed both in the source and in Spor. Spor's value stands.</param>
public sealed record FilePlan(
    string File,
    string Table,
    int Rows,
    int New,
    int Changed,
    int Unchanged,
    int SetAside,
    int Vanished,
    int Conflicts
);

/// <summary>A row to be shown to the person who imports: its file and the source's key.</summary>
public sealed record RowName(string Table, string Key);

/// <summary>What a person has chosen after seeing the preview.</summary>
/// <param name="TakeSource">Conflicts where the source's value is to win.</param>
/// <param name="Withdraw">Vanished rows that are to be withdrawn.</param>
public sealed record Choices(IReadOnlySet<RowName> TakeSource, IReadOnlySet<RowName> Withdraw, bool WithdrawAllVanished = false)
{
    public static Choices None { get; } = new(new HashSet<RowName>(), new HashSet<RowName>());
}

/// <summary>Why an extract may not be imported into this database at all.</summary>
public sealed record PlanRefusal(string Code, string Danish);

/// <summary>
/// An extract compared with what a database knows, three ways: the source's last value, the source's new value, and whether Spor's own
/// differs (<c>import-format.md</c>, A newer extract). Pure but for the ids it asks for.
/// </summary>
public sealed partial class Plan
{
    readonly List<(FactKind Kind, List<object> Events)> shared = [];

    /// <summary>Events, or for one that tells something new its fact alone: of millions most are new, and the event is made when it is
    /// written.</summary>
    readonly List<object> aboutChildren = [];

    public IReadOnlyList<FilePlan> Files { get; private set; } = [];
    public IReadOnlyList<RowName> Vanished { get; private set; } = [];
    public IReadOnlyList<RowName> Conflicts { get; private set; } = [];
    public int New => Files.Sum(f => f.New);
    public int Changed => Files.Sum(f => f.Changed);
    public bool ChangesNothing => aboutChildren.Count == 0 && shared.TrueForAll(s => s.Events.Count == 0);
    public required Extract Extract { get; init; }
    public required string MunicipalityNumber { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>Says no to another municipality's extract, one older than the last, and one without a day.</summary>
    public static PlanRefusal? Refuses(Extract extract, MunicipalityFact? last)
    {
        if (extract.Day is not { } day)
            return new("day-missing", "Udtrækket har ingen kommune.csv. Skriv, hvilken dag det beskriver.");
        if (last is null)
            return null;
        if (extract.Municipality is { } m && last.Number.Length > 0 && m.Number != last.Number)
            return new(
                "other-municipality",
                $"Udtrækket er fra kommune {m.Number}, men databasen er kommune {last.Number}. Start en ny datamappe: ./spor "
                    + $"serve --data NY-MAPPE"
            );
        if (day < last.ExtractDay)
            return new(
                "older-extract",
                $"Udtrækket beskriver {Kernel.Danish.Long(day)}, men databasen har allerede et udtræk fra "
                    + $"{Kernel.Danish.Long(last.ExtractDay)}. Et ældre udtræk kan læses ind i en ny datamappe: ./spor "
                    + $"serve --data NY-MAPPE"
            );
        return null;
    }

    /// <summary>Compares. The extract must have no errors left, or have been told to set its bad rows aside.</summary>
    /// <param name="reserve">Hands out so many ids and says the first.</param>
    public static Plan Of(Extract extract, Known known, MunicipalityFact? last, Func<int, long> reserve, Choices? choices = null)
    {
        if (extract.HasErrors && extract.RowsSetAside.Count == 0)
            throw new InvalidOperationException("The extract has errors");
        choices ??= Choices.None;
        var delivered = extract.Tables.Where(t => t.Delivered).ToList();
        var next = reserve(2 * extract.Rows + 1);
        extract.Identify(known, (kind, key) => known.IdOf(kind, key) ?? next++, () => next++);

        var plan = new Plan
        {
            Extract = extract,
            Day = extract.Day!.Value,
            MunicipalityNumber = extract.Municipality?.Number ?? last?.Number ?? "",
        };
        var files = new List<FilePlan>();
        var vanished = new List<RowName>();
        var conflicts = new List<RowName>();
        foreach (var table in delivered)
        {
            if (table.Kind == FactKinds.Municipality)
                continue;
            var into = plan.Target(table.Kind);
            var count = new Counts();
            var gone = new Goners(table, extract.WindowFrom, known);
            if (table.SharesKeys)
                CompareShared(table, known, choices, into, count, vanished, conflicts, gone);
            else
                Compare(table, known, choices, into, count, vanished, conflicts, gone, plan.merged);
            files.Add(
                new(
                    table.File,
                    table.Name,
                    table.Facts.Count,
                    count.New,
                    count.Changed,
                    count.Unchanged,
                    table.BadRows.Count,
                    count.Vanished,
                    count.Conflicts
                )
            );
        }
        plan.MeetLedger(known);
        plan.TellDay(last, ref next);
        plan.KeepProtected(known);
        plan.FindLifted(known, ref next);
        (plan.Files, plan.Vanished, plan.Conflicts) = (files, vanished, conflicts);
        return plan;
    }

    sealed class Counts
    {
        public int New,
            Changed,
            Unchanged,
            Vanished,
            Conflicts;
    }

    List<object> Target(FactKind kind)
    {
        if (kind.IsAboutAChild)
            return aboutChildren;
        var events = new List<object>();
        shared.Add((kind, events));
        return events;
    }

    static void Compare(
        ImportTable table,
        Known known,
        Choices choices,
        List<object> into,
        Counts count,
        List<RowName> vanished,
        List<RowName> conflicts,
        Goners gone,
        List<(long Child, ChildFact Told)> merged
    )
    {
        var kind = table.Kind;
        var before = known.Of(kind);
        var seen = new bool[before.Rows.Count];
        foreach (var fact in Extract.Kept(table))
        {
            var at = before.Find(fact.SourceKey!);
            if (at < 0)
            {
                into.Add(fact);
                count.New++;
                continue;
            }
            seen[at] = true;
            var was = before.Rows[at];
            fact.Id = was.Id;
            if (was.IsMerged(kind))
            {
                merged.Add((was.Thing, (ChildFact)fact));
                count.Unchanged++;
                continue;
            }
            if (was.SourceHash == fact.SourceHash)
            {
                count.Unchanged++;
                continue;
            }
            var name = new RowName(table.Name, fact.SourceKey!);
            if ((was.Touched || was.Withdrawn) && !choices.TakeSource.Contains(name))
            {
                conflicts.Add(name);
                count.Conflicts++;
                continue;
            }
            into.Add(was.Withdrawn ? new Recorded(kind, fact) : new Corrected(kind, fact));
            count.Changed++;
        }
        for (var i = 0; i < seen.Length; i++)
            if (!seen[i] && before.Rows[i] is { Withdrawn: false, Erased: false } was && table.Find(was.Key) is null && gone.Expected(was))
                Gone(table, was, choices, into, count, vanished);
    }

    static void Gone(ImportTable table, KnownRow was, Choices choices, List<object> into, Counts count, List<RowName> vanished)
    {
        var name = new RowName(table.Name, was.Key);
        if (choices.WithdrawAllVanished || choices.Withdraw.Contains(name))
        {
            into.Add(With(table.Kind, was));
            count.Changed++;
            return;
        }
        vanished.Add(name);
        count.Vanished++;
    }

    static Withdrawal With(FactKind kind, KnownRow was) => new(kind, was.Id, kind == FactKinds.Child ? was.Id : was.ChildId);

    /// <summary>A withdrawal that remembers its child until it is put into that child's entry.</summary>
    sealed record Withdrawal(FactKind Kind, long Id, long ChildId) : DomainEvent(Kind);

    // The municipality and the day described are known also when kommune.csv is not there.
    void TellDay(MunicipalityFact? last, ref long next)
    {
        var fact =
            Extract.Municipality
            ?? new MunicipalityFact
            {
                Number = last?.Number ?? "",
                Name = last?.Name ?? "Kommunen",
                ExtractDay = Day,
                SourceKey = last?.SourceKey ?? "",
                SourceHash = 1,
            };
        if (last is not null && last.Name == fact.Name && last.ExtractDay == Day && last.Number == fact.Number)
            return;
        fact.Id = last?.Id ?? next++;
        shared.Insert(0, (FactKinds.Municipality, [last is null ? fact : new Corrected(FactKinds.Municipality, fact)]));
    }

    /// <summary>The plan as entries to write: one per file for what has no child, then one per child. Once only: the rows are let go as
    /// they are written.</summary>
    /// <param name="at">Local time, for those who are told that a protection was lifted.</param>
    public ImportRun ToRun(string author, long headNo, string programVersion, DateTime at = default)
    {
        TellLifted(author, at);
        // Sorted by child through an index; events keep their order within a child.
        var childOf = new long[aboutChildren.Count];
        var order = new int[aboutChildren.Count];
        for (var i = 0; i < childOf.Length; i++)
        {
            order[i] = i;
            childOf[i] = aboutChildren[i] switch
            {
                Withdrawal w => w.ChildId,
                Fact f => ChildOf(f),
                Corrected c => ChildOf(c.Fact),
                Recorded r => ChildOf(r.Fact),
                var other => throw new InvalidOperationException(other.GetType().Name),
            };
        }
        Array.Sort(order, (a, b) => childOf[a] != childOf[b] ? childOf[a].CompareTo(childOf[b]) : a.CompareTo(b));
        var children = 0;
        for (var i = 0; i < order.Length; i++)
            if (i == 0 || childOf[order[i]] != childOf[order[i - 1]])
                children++;
        var files = shared.Where(s => s.Events.Count > 0).ToList();
        Extract.Forget();

        return new()
        {
            Author = author,
            MunicipalityNumber = MunicipalityNumber,
            ExtractDay = Day,
            Report = ReportJson(programVersion),
            ExpectedHeadNo = headNo,
            EntryCount = files.Count + children,
            Entries = Entries(),
        };

        IEnumerable<ImportEntry> Entries()
        {
            foreach (var (_, events) in files)
                yield return new(null, [.. events.Select(Plain)]);
            for (var i = 0; i < order.Length; )
            {
                var child = childOf[order[i]];
                var events = new List<DomainEvent>();
                for (; i < order.Length && childOf[order[i]] == child; i++)
                {
                    events.Add(Plain(aboutChildren[order[i]]));
                    aboutChildren[order[i]] = null!;
                }
                yield return new(child, events);
            }
        }
    }

    static DomainEvent Plain(object happened) =>
        happened switch
        {
            Fact fact => new Recorded(FactKinds.Of(fact), fact),
            Withdrawal w => new Withdrawn(w.Kind, w.Id),
            _ => (DomainEvent)happened,
        };

    static long ChildOf(Fact fact) => fact is ChildFact ? fact.Id : ((ChildsFact)fact).ChildId;

    string ReportJson(string programVersion)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("program", programVersion);
            json.WriteNumber("warnings", Extract.Problems.Warnings);
            if (Extract.WindowFrom is { } from)
                json.WriteString("windowFrom", from.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
            json.WriteStartArray("files");
            foreach (var f in Files)
            {
                json.WriteStartObject();
                json.WriteString("file", f.Table);
                json.WriteNumber("rows", f.Rows);
                json.WriteNumber("new", f.New);
                json.WriteNumber("changed", f.Changed);
                json.WriteNumber("unchanged", f.Unchanged);
                json.WriteNumber("setAside", f.SetAside);
                json.WriteNumber("vanished", f.Vanished);
                json.WriteNumber("conflicts", f.Conflicts);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
