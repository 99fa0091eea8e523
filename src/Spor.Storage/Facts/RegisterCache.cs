using System.Diagnostics;
using Spor.Children;
using Spor.Facts;
using Spor.Storage.Engine;
using Spor.Storage.Journal;

namespace Spor.Storage.Facts;

/// <summary>
/// Holds the register of the head in memory. After an intent only the children it touched are read again and put into a copy of the array; after
/// an import everything is. A register handed out never changes.
/// </summary>
public sealed class RegisterCache(Database database)
{
    /// <summary>With more children than this to read one by one, reading everything is quicker.</summary>
    const int ReloadFrom = 3_000;
    static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);
    readonly Lock gate = new();
    volatile Register? current;
    volatile bool reloading;
    long lookedAt;

    /// <summary>
    /// The register of the head: at once what this process wrote, within 250 ms what another wrote. While everything is read again after an import,
    /// the register before it.
    /// </summary>
    public Register Current
    {
        get
        {
            if (current is { } held)
            {
                var behind = database.Journal.LastNo > held.EntryNo;
                if (!behind && Stopwatch.GetElapsedTime(Volatile.Read(ref lookedAt)) < LookEvery)
                    return held;
                if (reloading)
                    return held;
            }
            lock (gate)
            {
                var head = database.HeadNo;
                Volatile.Write(ref lookedAt, Stopwatch.GetTimestamp());
                if (current is null)
                    return current = RegisterLoader.Load(database, head);
                if (current.EntryNo < head)
                    current = Refresh(current, head);
                return current;
            }
        }
    }

    /// <summary>The register that is held, without a look at the database; null before the first <see cref="Current"/>.</summary>
    public Register? Held => current;

    Register Refresh(Register before, long head)
    {
        if (Touched(before, head) is not { } touched)
        {
            reloading = true;
            try
            {
                return RegisterLoader.Load(database, head);
            }
            finally
            {
                reloading = false;
            }
        }
        var register = touched.Shared ? RegisterLoader.WithSmallTables(database, before, head) : before;
        return new Register
        {
            EntryNo = head,
            Municipality = register.Municipality,
            Teams = register.Teams,
            Districts = register.Districts,
            Employments = register.Employments,
            Budget = register.Budget,
            Ledger = register.Ledger,
            Catalogue = register.Catalogue,
            Absences = register.Absences,
            Specialities = register.Specialities,
            AuthorityLimits = register.AuthorityLimits,
            LetterTemplates = register.LetterTemplates,
            Coordinators = register.Coordinators,
            WorkedIn = before.WorkedIn || RegisterLoader.WorkedIn(database, head),
            Children = touched.Children.Count == 0 ? before.Children : Replace((ChildFile[])before.Children, touched.Children, head),
        };
    }

    /// <summary>Which children the entries since have touched, and whether what has no child was; null when it is better to read everything.</summary>
    (HashSet<long> Children, bool Shared)? Touched(Register before, long head)
    {
        if (head - before.EntryNo > ReloadFrom)
            return null;
        var children = new HashSet<long>();
        var shared = false;
        var moved = new List<(FactKind Kind, long Id)>();
        using var link = database.Rent();
        using (
            var rows = link.Query(
                "SELECT \"ChildId\", \"Events\" FROM journal_entry WHERE \"No\" > $1 AND \"No\" <= $2",
                before.EntryNo,
                head
            )
        )
            while (rows.Next())
            {
                if (rows.MaybeLong(0) is { } about)
                    children.Add(about);
                foreach (var happened in EventJson.Read(rows.Utf8(1)))
                {
                    var fact = happened switch
                    {
                        Recorded r => r.Fact,
                        Corrected c => c.Fact,
                        _ => null,
                    };
                    if (!happened.Kind.IsAboutAChild)
                        shared |= happened.Kind.InRegister;
                    else if (happened.Kind == FactKinds.Child)
                        children.Add(fact?.Id ?? ((Withdrawn)happened).Id);
                    else
                    {
                        if (fact is ChildsFact of)
                            children.Add(of.ChildId);
                        // It may have stood with another child before.
                        if (happened is not Recorded)
                            moved.Add((happened.Kind, fact?.Id ?? ((Withdrawn)happened).Id));
                    }
                }
                if (children.Count > ReloadFrom || moved.Count > 10 * ReloadFrom)
                    return null;
            }
        foreach (var (kind, id) in moved)
        {
            using var rows = link.Query($"SELECT DISTINCT \"ChildId\" FROM {Link.Q(kind.Table)} WHERE \"Id\" = $1", id);
            while (rows.Next())
                children.Add(rows.Long(0));
        }
        return (children, shared);
    }

    ChildFile[] Replace(ChildFile[] before, HashSet<long> touched, long head)
    {
        var fresh = new Dictionary<long, ChildFile?>(touched.Count);
        using (var link = database.Rent())
            foreach (var id in touched)
            {
                var file = fresh[id] = ChildFiles.Read(link.Link, id, head, all: false, withSource: false);
                if (file?.Child.TextId is not { } textId)
                    continue;
                using var rows = link.Query("SELECT \"Body\" FROM text WHERE \"Id\" = $1 AND \"Body\" IS NOT NULL", textId);
                if (rows.Next())
                    FactKinds.Child.UnpackText(file.Child, database.Keys.Unseal(textId, rows.Bytes(0)));
            }
        var known = 0;
        var after = (ChildFile[])before.Clone();
        foreach (var (id, file) in fresh)
        {
            var at = IndexOf(after, id);
            if (at < 0)
                continue;
            known++;
            if (file is not null)
                after[at] = file;
        }
        if (known == fresh.Count && !fresh.ContainsValue(null))
            return after;
        // Children have come or gone.
        return [.. after.Where(c => !fresh.ContainsKey(c.Id)).Concat(fresh.Values.OfType<ChildFile>()).OrderBy(c => c.Id)];
    }

    static int IndexOf(ChildFile[] files, long id)
    {
        int low = 0,
            high = files.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (files[middle].Id == id)
                return middle;
            if (files[middle].Id < id)
                low = middle + 1;
            else
                high = middle - 1;
        }
        return -1;
    }
}
