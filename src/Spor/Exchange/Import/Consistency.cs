using Spor.Children;
using Spor.Economy;
using Spor.Facts;
using Spor.FollowUps;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Workforce;

namespace Spor.Exchange.Import;

/// <summary>
/// The checks that need more than one row of an extract: what contradicts itself, and what registers get wrong in the same way again and
/// again. <c>import-format.md</c>, "Bad input", says which are errors.
/// </summary>
sealed class Consistency(Extract extract, Catalogue catalogue, IKnownKeys known)
{
    public void Check()
    {
        Numbers();
        Cases();
        Codes();
        Visits<FollowUpFact>("opfoelgninger", f => f.InterventionId, f => f.On, "Opfølgningen");
        Visits<SupervisionVisitFact>("tilsyn", f => f.InterventionId, f => f.On, "Tilsynet");
        Overlaps<TeamFact, string?>("teams", "TeamId", f => f.SourceKey, f => f.From, f => f.To);
        Overlaps<DistrictFact, string?>("distrikter", "DistriktId", f => f.SourceKey, f => f.From, f => f.To);
        Overlaps<CatalogueFact, string?>("ydelser", "Ydelse", f => f.SourceKey, f => f.From, f => f.To);
        Overlaps<AccountFact, string?>("konti", "Konto", f => f.SourceKey, f => f.From, f => f.To);
        Overlaps<EmploymentFact, (string?, Role, long?)>(
            "medarbejdere",
            "MedarbejderId",
            f => (f.SourceKey, f.Role, f.TeamId),
            f => f.From,
            f => f.To
        );
        FullTime();
        Twins();
        Placements();
        EndDays();
        NotToldAgain();
    }

    /// <summary>Where files tell of the same things again, one that was running and does not come in the last of them was most likely
    /// closed without a word.</summary>
    void NotToldAgain()
    {
        foreach (var table in extract.Tables.Where(t => t.Retold > 0))
        {
            if (table.Columns.FirstOrDefault(c => c.Takes == Takes.End) is not { } column || table.ColumnOf(column.Heading) is not { } end)
                continue;
            for (var i = 0; i < table.Facts.Count; i++)
                if (!table.IsOfLastFile(i) && end.Get(table.Facts[i]) is null)
                    Warn(
                        table,
                        i,
                        column.Heading,
                        table.Facts[i].SourceKey,
                        "not-told-again",
                        $"en slutdag, eller at rækken kommer igen i {table.Files[^1]}. Den er i gang i {table.FileAt(i)} og kommer aldrig igen, så den "
                            + "regnes for stadig at løbe"
                    );
        }
    }

    void Numbers()
    {
        if (extract["boern"] is not { Delivered: true } children)
            return;
        var seen = new Dictionary<long, int>();
        var before = NumbersOfOthers(children);
        for (var i = 0; i < children.Facts.Count; i++)
        {
            if (((ChildFact)children.Facts[i]).CprHash is not { } cpr)
                continue;
            if (!seen.TryAdd(cpr, i))
                Warn(
                    children,
                    i,
                    "CPR",
                    null,
                    "cpr-twice",
                    OneChild + $"Det står også på {children.PlaceOf(seen[cpr], children.FileAt(i))}"
                );
            else if (before.Contains(cpr))
                Warn(children, i, "CPR", null, "cpr-twice", OneChild + "Det står også på et barn fra en tidligere leverance");
        }
    }

    /// <summary>The numbers of children that earlier deliveries told of and this one does not.</summary>
    HashSet<long> NumbersOfOthers(ImportTable children)
    {
        if (!known.HasAny(FactKinds.Child))
            return [];
        var here = children.Keys.Select(key => known.IdOf(FactKinds.Child, key)).OfType<long>().ToHashSet();
        return [.. known.Open(FactKinds.Child).Where(c => !here.Contains(c.Id)).Select(c => ((ChildFact)c).CprHash).OfType<long>()];
    }

    const string OneChild = "et CPR-nummer, der kun står på ét barn. ";

    void Cases()
    {
        if (extract.Day is not { } day)
            return;
        var cases = extract["sager"];
        for (var i = 0; i < cases.Facts.Count; i++)
        {
            var c = (CaseFact)cases.Facts[i];
            if (c.ClosedOn is not null || Told<ChildFact>("boern", FactKinds.Child, c.ChildId) is not { } child)
                continue;
            if (child.BornOn != default && child.AgeAt(day) > OldestWithCase)
                Warn(cases, i, "BarnId", c.SourceKey, "too-old", "et barn eller en ung på højst 23 år, når sagen er åben");
        }
    }

    const int OldestWithCase = 23;
    readonly Dictionary<FactKind, Dictionary<long, Fact>> fromBefore = [];

    /// <summary>What a row points at, in this delivery or told by an earlier one.</summary>
    /// <param name="reference">Above 0 a row here, counted from 1; below 0 a known thing.</param>
    T? Told<T>(string table, FactKind kind, long reference)
        where T : Fact
    {
        if (reference > 0)
            return (T)extract[table].Facts[(int)reference - 1];
        if (reference == 0)
            return null;
        if (!fromBefore.TryGetValue(kind, out var rows))
        {
            fromBefore[kind] = rows = [];
            foreach (var fact in known.Open(kind))
                rows[fact.Id] = fact;
        }
        return (T?)rows.GetValueOrDefault(-reference);
    }

    void Codes()
    {
        var own = catalogue.Own.Select(f => f.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var measures = extract["indsatser"];
        for (var i = 0; i < measures.Facts.Count; i++)
        {
            var m = (InterventionFact)measures.Facts[i];
            if (m.Code.Length == 0)
                continue;
            if (extract.HasUndecided && m.Code == Mapping.Unsure)
            {
                measures.BadRows.Add(i);
                continue;
            }
            if (!catalogue.Knows(m.Code))
            {
                var near = extract.Problems.MayLookNear ? Near.Of(m.Code, catalogue.Codes) : null;
                Bad(
                    measures,
                    i,
                    "Ydelse",
                    m.Code,
                    "unknown-code",
                    "en ydelse fra kataloget" + (near is null ? "" : $". Mente du »{near}«?")
                );
                continue;
            }
            m.Code = catalogue.Spelled(m.Code);
            if (own.Contains(m.Code) && m.From != default && Uncovered(m) is { } day)
                Bad(
                    measures,
                    i,
                    "Ydelse",
                    m.Code,
                    "no-catalogue-row",
                    $"en række i ydelser.csv, der gælder {day:yyyy-MM-dd}, mens indsatsen er i gang"
                );
        }
    }

    // The first day on which a measure runs and its own catalogue has no row, up to the day described.
    DateOnly? Uncovered(InterventionFact m)
    {
        var last = m.To ?? (extract.Day is { } d && d > m.From ? d : m.From);
        var on = m.From;
        while (on <= last)
        {
            if (catalogue.On(m.Code, on) is not { } row)
                return on;
            if (row.To >= last)
                return null;
            on = row.To.AddDays(1);
        }
        return null;
    }

    void Visits<T>(string name, Func<T, long> measureOf, Func<T, DateOnly> dayOf, string what)
        where T : Fact
    {
        var table = extract[name];
        for (var i = 0; i < table.Facts.Count; i++)
        {
            var visit = (T)table.Facts[i];
            var day = dayOf(visit);
            if (
                day != default
                && Told<InterventionFact>("indsatser", FactKinds.Intervention, measureOf(visit)) is { } measure
                && !measure.RunsOn(day)
            )
                Warn(
                    table,
                    i,
                    "Dato",
                    day.ToString("yyyy-MM-dd", null),
                    "measure-not-running",
                    $"en dag, hvor indsatsen er i gang. {what} tæller ikke med"
                );
        }
    }

    /// <summary>Rows of one thing in force on the same day: the one that began last holds, then the last in the file
    /// (<c>measures.md</c>, "Rows that overlap").</summary>
    void Overlaps<T, K>(string name, string column, Func<T, K> thing, Func<T, DateOnly> from, Func<T, DateOnly?> to)
        where T : Fact
    {
        var table = extract[name];
        var rows = table.Facts.Cast<T>().Select((fact, at) => (Fact: fact, At: at)).Where(r => from(r.Fact) != default);
        foreach (var group in rows.GroupBy(r => thing(r.Fact)))
        {
            (int At, DateOnly To)? longest = null;
            foreach (var (fact, at) in group.OrderBy(r => from(r.Fact)).ThenBy(r => r.At))
            {
                var last = to(fact) ?? DateOnly.MaxValue;
                if (longest is { } earlier && from(fact) <= earlier.To)
                    Warn(
                        table,
                        at,
                        column,
                        fact.SourceKey,
                        "rows-overlap",
                        $"rækker, der ikke gælder samme dag. Rækken på {table.PlaceOf(earlier.At, table.FileAt(at))} gælder også {from(fact):yyyy-MM-dd}. "
                            + "Den, der begynder sidst, gælder"
                    );
                if (longest is not { } l || last > l.To)
                    longest = (at, last);
            }
        }
    }

    void FullTime()
    {
        var table = extract["medarbejdere"];
        var rows = table.Facts.Cast<EmploymentFact>().Select((fact, at) => (Fact: fact, At: at));
        foreach (var person in rows.GroupBy(r => r.Fact.SourceKey))
        foreach (var (fact, at) in person)
        {
            // Posts held beside each other count each; of rows of one post the one that began last.
            var held = person
                .Where(r => r.Fact.From <= fact.From && !(r.Fact.To < fact.From))
                .GroupBy(r => (r.Fact.Role, r.Fact.TeamId))
                .Sum(post => post.MaxBy(r => (r.Fact.From, r.At)).Fact.FteTenThousandths);
            if (held <= 10_000)
                continue;
            Warn(
                table,
                at,
                "Årsværk",
                (held / 10_000m).ToString("0.##", Danish.Culture),
                "over-full-time",
                $"højst ét årsværk i alt for én medarbejder {fact.From:yyyy-MM-dd}"
            );
            break;
        }
    }

    void Twins()
    {
        var measures = extract["indsatser"];
        var seen = new Dictionary<(long, string, DateOnly, long?), int>(measures.Facts.Count);
        for (var i = 0; i < measures.Facts.Count; i++)
        {
            var m = (InterventionFact)measures.Facts[i];
            if (m.ChildId != 0 && m.From != default && !seen.TryAdd((m.ChildId, m.Code, m.From, m.PriceOre), i))
                Warn(
                    measures,
                    i,
                    "IndsatsId",
                    m.SourceKey,
                    "measure-twice",
                    $"en indsats, der kun står én gang. Samme barn, ydelse, start og pris står på "
                        + $"{measures.PlaceOf(seen[(m.ChildId, m.Code, m.From, m.PriceOre)], measures.FileAt(i))}. Begge tæller"
                );
        }
    }

    /// <summary>A placement that begins while an earlier one of the child was never closed: its end was most likely forgotten.</summary>
    void Placements()
    {
        var measures = extract["indsatser"];
        var open = new Dictionary<long, List<(DateOnly From, int At)>>();
        var rows = Enumerable.Range(0, measures.Facts.Count).Where(i => IsPlacement((InterventionFact)measures.Facts[i])).ToList();
        foreach (var i in rows)
            if (measures.Facts[i] is InterventionFact { To: null } m)
                (open.TryGetValue(m.ChildId, out var list) ? list : open[m.ChildId] = []).Add((m.From, i));
        var told = new HashSet<int>();
        foreach (var i in rows)
        {
            var m = (InterventionFact)measures.Facts[i];
            if (!open.TryGetValue(m.ChildId, out var earlier))
                continue;
            foreach (var (from, at) in earlier)
                if (from < m.From && told.Add(at))
                    Warn(
                        measures,
                        at,
                        "Slut",
                        null,
                        "placement-not-closed",
                        $"en slutdato, når barnet anbringes igen {m.From:yyyy-MM-dd}: {measures.PlaceOf(i, measures.FileAt(at))}"
                    );
        }
    }

    bool IsPlacement(InterventionFact m) =>
        m.ChildId != 0 && m.From != default && m.Code.Length > 0 && catalogue.On(m.Code, m.From)?.IsPlacement == true;

    /// <summary>The end is the last day included (<see cref="LastDays"/>).</summary>
    void EndDays()
    {
        var measures = extract["indsatser"];
        var moves = new LastDays();
        foreach (var child in measures.Facts.Cast<InterventionFact>().Where(IsPlacement).GroupBy(m => m.ChildId))
            moves.See(child.OrderBy(m => m.From));
        if (!moves.AreDaysOfLeaving)
            return;
        extract.Problems.Add(
            new(
                Severity.Warning,
                measures.File,
                0,
                "Slut",
                null,
                "end-is-next-start",
                $"den sidste dag med indsatsen. I {moves.Same.ToString(Danish.Culture)} af {moves.All.ToString(Danish.Culture)} "
                    + "skift begynder den næste anbringelse samme dag, som den forrige slutter. Er slutdagen den dag, barnet flyttede?"
            )
            {
                Own = measures.Own.GetValueOrDefault("Slut"),
            }
        );
    }

    void Bad(ImportTable table, int at, string column, string? value, string code, string expected)
    {
        table.BadRows.Add(at);
        Say(Severity.Error, table, at, column, value, code, expected);
    }

    void Warn(ImportTable table, int at, string column, string? value, string code, string expected) =>
        Say(Severity.Warning, table, at, column, value, code, expected);

    void Say(Severity severity, ImportTable table, int at, string column, string? value, string code, string expected) =>
        extract.Problems.Add(
            new(severity, table.FileAt(at), table.Lines[at], column, value, code, expected) { Own = table.Own.GetValueOrDefault(column) }
        );
}
