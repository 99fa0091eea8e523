using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spor.Interventions;

namespace Spor.Exchange.Import;

/// <summary>
/// A mapping proposed for foreign files, from their names, headings and first rows, for a person to complete. What it is unsure of
/// stands in it as <c>?</c>, which is no code, so that nothing is read by a guess that nobody has looked at.
/// </summary>
public sealed class Proposal
{
    const int RowsSeen = 5_000;
    const int MostMoves = 200_000;

    /// <summary>More codes than this are easier said with one for the rest.</summary>
    const int FewCodes = 6;
    static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    sealed record Foreign(List<string> Names, List<ForeignColumn> Columns);

    readonly IReadOnlyList<ImportTable> tables = Format.Tables();
    readonly List<string> unmapped = [];

    /// <summary>The mapping as text.</summary>
    public string Json { get; }

    /// <summary>What a person must still say, in Danish.</summary>
    public IReadOnlyList<string> Unmapped => unmapped;

    Proposal(ExtractSource source)
    {
        var files = Look(source);
        var chosen = Choose(files);
        JsonObject columns = [],
            codes = [],
            names = [],
            ties = [],
            always = [];
        var forms = new SortedSet<string>(StringComparer.Ordinal);
        LastDays? moves = null;
        foreach (var (table, file) in chosen)
        {
            names[table.Name] = Named(file, source.Names);
            var mine = Columns(table, file, forms);
            var written = new JsonObject();
            foreach (var (column, theirs) in mine)
                if (Extract.Plain(theirs.Heading) != Extract.Plain(column.Heading))
                    written[column.Heading] = theirs.Heading;
            MakeKey(source, table, mine, file, written);
            if (table.Name == "boern")
                MakeName(mine, file, written, always);
            if (table.Name == "indsatser")
                moves = Moves(source, file, mine);
            Tie(table, mine, file, ties);
            foreach (var (column, theirs) in mine)
                Codes(table, column, theirs, codes);
            foreach (var column in table.Columns)
                if (
                    column.Required
                    && !mine.ContainsKey(column)
                    && !written.ContainsKey(column.Heading)
                    && !always.ContainsKey($"{table.Name}.{column.Heading}")
                    && !ties.ContainsKey(table.Name + "." + column.Heading)
                )
                {
                    always[$"{table.Name}.{column.Heading}"] = Mapping.Unsure;
                    unmapped.Add($"{table.Name}.{column.Heading}: find kolonnen, eller skriv værdien under »faste«.");
                }
            if (written.Count > 0)
                columns[table.Name] = written;
            // The child and the day may stand in a key or a tie alone.
            var said = written.ToJsonString(Written) + ties.ToJsonString(Written);
            var left = file
                .Columns.Where(c =>
                    c.Heading.Length > 0 && !mine.ContainsValue(c) && !said.Contains($"\"{c.Heading}\"", StringComparison.Ordinal)
                )
                .Select(c => c.Heading)
                .ToList();
            if (left.Count > 0)
                unmapped.Add($"{string.Join(", ", file.Names)}: kolonnerne {string.Join(", ", left)} bruges ikke.");
        }
        var known = chosen.Select(c => c.Table.Name).ToHashSet();
        var json = new JsonObject
        {
            ["_note"] = "Et forslag. Se det igennem: hvert ? skal blive til en af Spors værdier. Navne, der begynder med _, er noter.",
            ["filer"] = names,
        };
        if (forms.Count > 0)
            json["datoer"] = forms.Count == 1 ? JsonValue.Create(forms.First()) : new JsonArray([.. forms.Select(f => (JsonNode)f)]);
        json["kolonner"] = columns;
        json["koder"] = codes;
        if (ties.Count > 0)
            json["knyt"] = ties;
        if (known.Contains("indsatser") && !known.Contains("sager"))
        {
            json["af"] = new JsonObject
            {
                ["sager"] = new JsonObject
                {
                    ["fra"] = "indsatser",
                    ["pr"] = "BarnId",
                    ["Åbnet"] = "første Start",
                    ["Lukket"] = "sidste Slut",
                },
            };
            unmapped.Add("sager: der er ingen fil, så forslaget laver én sag for hvert barn, fra den første indsats til den sidste.");
        }
        if (known.Contains("indsatser"))
            EndDay(moves, json);
        if (!known.Contains("kommune"))
        {
            always["kommune.Kommunenr"] = Mapping.Unsure;
            always["kommune.Navn"] = Mapping.Unsure;
            unmapped.Add(
                "kommune: skriv kommunens nummer og navn under »faste«, og giv dagen, når du læser ind: på siden, eller med --day 2026-10-31."
            );
        }
        if (always.Count > 0)
            json["faste"] = always;
        foreach (var file in files.Where(f => chosen.TrueForAll(c => c.File != f)))
            unmapped.Add($"Filen {string.Join(", ", file.Names)} ligner ingen af Spors tabeller.");
        Json = json.ToJsonString(Written) + "\n";
    }

    /// <summary>Looks at the files and proposes.</summary>
    /// <exception cref="ExtractException">A file cannot be read.</exception>
    public static Proposal Of(ExtractSource source) => new(source);

    // Files with the same headings are one table in several files.
    static List<Foreign> Look(ExtractSource source)
    {
        var found = new List<Foreign>();
        foreach (var name in source.Names)
        {
            using var reader = source.Open(name);
            var columns = reader.Headings.Select((h, i) => new ForeignColumn(h, i)).ToList();
            var same = found.Find(f => f.Columns.Select(c => c.Heading).SequenceEqual(columns.Select(c => c.Heading)));
            if (same is null)
                found.Add(same = new([], columns));
            same.Names.Add(name);
            for (var rows = 0; rows < RowsSeen && reader.Read(); rows++)
                foreach (var column in same.Columns)
                    column.See(reader.Cell(column.At).Trim());
        }
        return found;
    }

    List<(ImportTable Table, Foreign File)> Choose(List<Foreign> files)
    {
        var scored =
            from file in files
            from table in tables
            let score = Score(table, file)
            where score > 0
            orderby score descending
            select (table, file);
        var chosen = new List<(ImportTable Table, Foreign File)>();
        foreach (var (table, file) in scored)
            if (!chosen.Exists(c => c.Table == table || c.File == file))
                chosen.Add((table, file));
        return [.. chosen.OrderBy(c => tables.ToList().IndexOf(c.Table))];
    }

    static int Score(ImportTable table, Foreign file)
    {
        var name = Extract.Plain(Path.GetFileNameWithoutExtension(file.Names[0]));
        // A name of ours on a file of theirs: only its columns say whether it is ours.
        if (
            name == table.Name
            && table.Columns.All(c => !c.Required || file.Columns.Exists(x => Extract.Plain(x.Heading) == Extract.Plain(c.Heading)))
        )
            return 1000;
        var words = ForeignWords.OfTables.GetValueOrDefault(table.Name) ?? [];
        var byName = Array.Exists(words, w => name.Contains(w, StringComparison.Ordinal)) ? 8 : 0;
        var fit = table.Columns.Count(c => Find(c, file, []) is not null);
        var required = table.Columns.Where(c => c.Required && c is { InKey: false } && c.Target is null or "boern").ToList();
        var there = required.Count(c => Find(c, file, []) is not null);
        // A name alone is not enough, and neither are two columns that everything has.
        return byName + fit + 2 * there is var score && (byName > 0 && there > 0 || required.Count > 1 && there >= required.Count)
            ? score
            : 0;
    }

    static ForeignColumn? Find(FormatColumn column, Foreign file, HashSet<ForeignColumn> used)
    {
        bool Fits(ForeignColumn c) =>
            !used.Contains(c)
            && column.Takes switch
            {
                Takes.Day or Takes.End or Takes.Time => c.IsDay || c.Filled == 0,
                Takes.Money or Takes.Number or Takes.Whole => c.IsNumber || c.Filled == 0,
                Takes.Month => c.IsDay || c.IsMonth,
                _ => !c.IsDay,
            };
        var own = Extract.Plain(column.Heading);
        if (file.Columns.Find(c => Extract.Plain(c.Heading) == own && !used.Contains(c)) is { } same)
            return same;
        foreach (var word in ForeignWords.OfColumns.GetValueOrDefault(column.Heading) ?? [])
            if (file.Columns.Find(c => Extract.Plain(c.Heading) == Extract.Plain(word) && Fits(c)) is { } found)
                return found;
        return column.Takes == Takes.Cpr ? file.Columns.Find(c => c.IsCpr && !used.Contains(c)) : null;
    }

    static Dictionary<FormatColumn, ForeignColumn> Columns(ImportTable table, Foreign file, SortedSet<string> forms)
    {
        var (mine, used) = (new Dictionary<FormatColumn, ForeignColumn>(), new HashSet<ForeignColumn>());
        // What must be there chooses first.
        foreach (var column in table.Columns.OrderBy(c => !c.Required))
        {
            if (Find(column, file, used) is not { } theirs)
                continue;
            mine[column] = theirs;
            if (column.Target is null && !column.InKey)
                used.Add(theirs);
            if (
                column.Takes is Takes.Day or Takes.End or Takes.Time
                && theirs.DayForms is { Count: > 0 } found
                && found[0] is not ("yyyy-MM-dd" or "dd-MM-yyyy")
            )
                forms.Add(found[0]);
        }
        return mine;
    }

    /// <summary>Files without names: the child is called by its number, so that no name is made up.</summary>
    void MakeName(Dictionary<FormatColumn, ForeignColumn> mine, Foreign file, JsonObject written, JsonObject always)
    {
        if (mine.Keys.Any(c => c.Heading is "Fornavn" or "Efternavn") || ChildIn(file) is not { } child)
            return;
        always["boern.Fornavn"] = "Barn";
        written["Efternavn"] = child.Heading;
        unmapped.Add($"boern: filerne har ingen navne, så et barn kommer til at hedde »Barn« og sit nummer ({child.Heading}).");
    }

    static ForeignColumn? ChildIn(Foreign file) =>
        file.Columns.Find(c => ForeignWords.OfColumns["BarnId"].Any(w => Extract.Plain(w) == Extract.Plain(c.Heading)));

    /// <summary>How one measure of a child follows another, by the files' own rows.</summary>
    static LastDays? Moves(ExtractSource source, Foreign file, Dictionary<FormatColumn, ForeignColumn> mine)
    {
        ForeignColumn? Of(string heading) => mine.FirstOrDefault(m => m.Key.Heading == heading).Value;
        if (
            Of("BarnId") is not { } child
            || Of("Start") is not { DayForms: [var first, ..] } start
            || Of("Slut") is not { DayForms: [var last, ..] } end
        )
            return null;
        var (from, to) = (DayForms.Of([first]), DayForms.Of([last]));
        // A later file tells again of what an earlier one told.
        var rows = new Dictionary<(string Child, DateOnly From), InterventionFact>();
        foreach (var name in file.Names)
        {
            using var reader = source.Open(name);
            for (var read = 0; read < MostMoves && reader.Read(); read++)
                if (Row.ReadDay(from.Read(reader.Cell(start.At).Trim(), Takes.Day)) is { } on)
                    rows[(reader.Cell(child.At).Trim(), on)] = new()
                    {
                        From = on,
                        To = Row.ReadDay(to.Read(reader.Cell(end.At).Trim(), Takes.End)),
                    };
        }
        var moves = new LastDays();
        foreach (var one in rows.GroupBy(r => r.Key.Child))
            moves.See(one.Select(r => r.Value).OrderBy(m => m.From));
        return moves;
    }

    void EndDay(LastDays? moves, JsonObject json)
    {
        const string place = "indsatser.Slut: ";
        string N(int n) => Kernel.Danish.Number(n);
        if (moves is { AreDaysOfLeaving: true })
        {
            json["slutdag"] = new JsonObject { ["indsatser.Slut"] = "dagen efter" };
            unmapped.Add(
                place
                    + $"i {N(moves.Same)} af {N(moves.All)} skift begynder den næste indsats samme dag, som den forrige slutter, så forslaget "
                    + "siger, at slutdatoen er dagen efter den sidste (»slutdag«). Er den selv den sidste dag, så slet »slutdag«."
            );
        }
        else if (moves?.All >= 3)
            unmapped.Add(
                place
                    + $"i {N(moves.All - moves.Same)} af {N(moves.All)} skift begynder den næste indsats dagen efter, at den forrige slutter, så "
                    + "slutdatoen læses som den sidste dag."
            );
        else
            unmapped.Add(
                place
                    + "er slutdatoen den sidste dag, eller dagen efter? Er den dagen efter, så skriv \"slutdag\": { \"indsatser.Slut\": "
                    + "\"dagen efter\" }."
            );
    }

    /// <summary>A thing without a number of its own is known by its child and its day, if no two share them.</summary>
    void MakeKey(ExtractSource source, ImportTable table, Dictionary<FormatColumn, ForeignColumn> mine, Foreign file, JsonObject written)
    {
        if (
            table.Columns.FirstOrDefault(c => c is { InKey: true, Takes: Takes.Key }) is not { } key
            || mine.ContainsKey(key)
            || table.SharesKeys
        )
            return;
        var parts = new List<ForeignColumn>();
        if (ChildIn(file) is { } child)
            parts.Add(child);
        if (table.Name != "boern" && mine.FirstOrDefault(m => m.Key is { Takes: Takes.Day, Required: true }).Value is { } day)
            parts.Add(day);
        if (parts.Count == 0)
            return;
        var more = table.Name == "boern" ? null : TellsApart(source, file, parts);
        if (more is not null)
            parts.Add(more);
        var names = parts.Select(p => p.Heading).ToList();
        written[key.Heading] = names.Count == 1 ? names[0] : new JsonArray([.. names.Select(p => (JsonNode)p)]);
        unmapped.Add(
            $"{table.Name}.{key.Heading}: kilden har intet nummer, så {string.Join(" og ", names)} er det tilsammen."
                + (
                    more is null
                        ? " Står de på to rækker, så tag en kolonne mere med."
                        : $" {more.Heading} er med, fordi de andre står på flere rækker."
                )
        );
    }

    /// <summary>The other column that best tells rows apart which the parts of a key do not; null if they do, or if none does.</summary>
    static ForeignColumn? TellsApart(ExtractSource source, Foreign file, List<ForeignColumn> parts)
    {
        var alike = new List<string[]>();
        foreach (var name in file.Names)
        {
            // Within a file: a later one tells of the same things again.
            var first = new Dictionary<string, string[]>();
            using var reader = source.Open(name);
            for (var read = 0; read < MostMoves && reader.Read(); read++)
            {
                string[] cells = [.. file.Columns.Select(c => reader.Cell(c.At).Trim())];
                if (!first.TryAdd(string.Join('\u001f', parts.Select(p => cells[p.At])), cells))
                    alike.AddRange([first[string.Join('\u001f', parts.Select(p => cells[p.At]))], cells]);
            }
        }
        // Rows that are alike throughout no column tells apart; the one that tells the most is taken.
        int Apart(ForeignColumn c) => Enumerable.Range(0, alike.Count / 2).Count(i => alike[2 * i][c.At] != alike[2 * i + 1][c.At]);
        return file.Columns.Where(c => !parts.Contains(c) && Apart(c) > 0).MaxBy(Apart);
    }

    void Tie(ImportTable table, Dictionary<FormatColumn, ForeignColumn> mine, Foreign file, JsonObject ties)
    {
        if (table.Name is not ("opfoelgninger" or "tilsyn") || mine.Keys.Any(c => c.Target == "indsatser"))
            return;
        if (ChildIn(file) is not { } child || mine.FirstOrDefault(m => m.Key.Heading == "Dato").Value is not { } day)
            return;
        ties[table.Name + ".IndsatsId"] = new JsonObject
        {
            ["barn"] = child.Heading,
            ["dag"] = day.Heading,
            ["til"] = "anbringelse",
        };
        unmapped.Add($"{table.Name}.IndsatsId: kilden siger kun barnet, så rækken knyttes til den anbringelse, der løb den dag.");
    }

    void Codes(ImportTable table, FormatColumn column, ForeignColumn theirs, JsonObject codes)
    {
        var isMeasure = column.Heading == "Ydelse" && table.Name is "indsatser";
        var ours = isMeasure ? [.. Interventions.Catalogue.Default.Codes] : column.Codes;
        if (ours.Count == 0 || !theirs.HasFewValues)
            return;
        var foreign = theirs
            .Values.Where(v => !ours.Contains(v.Key, StringComparer.OrdinalIgnoreCase))
            .OrderByDescending(v => v.Value)
            .ToList();
        if (foreign.Count == 0)
            return;
        var made = new JsonObject();
        foreach (var (value, count) in foreign)
        {
            made[value] =
                Near.Of(value, ours) ?? ours.FirstOrDefault(o => value.Contains(o, StringComparison.OrdinalIgnoreCase)) ?? Mapping.Unsure;
            made["_" + value] = count == 1 ? "1 række" : $"{Kernel.Danish.Number(count)} rækker";
        }
        codes[$"{table.Name}.{column.Heading}"] = made;
        unmapped.Add(
            $"{table.Name}.{column.Heading}: {foreign.Count} koder fra {theirs.Heading} skal blive til {(isMeasure ? "ydelser fra kataloget: " : "")}{string.Join(", ", ours)}."
                + (foreign.Count > FewCodes ? " Skal resten blive til det samme, så slet dem, og skriv »ellers« (se guiden)." : "")
        );
    }

    static JsonNode Named(Foreign file, IReadOnlyList<string> all)
    {
        if (file.Names.Count == 1)
            return file.Names[0];
        var (first, names) = (file.Names[0], file.Names);
        int head = 0,
            tail = 0;
        while (names.TrueForAll(n => head < n.Length && n[head] == first[head]))
            head++;
        // A year that begins alike is still a year.
        while (head > 0 && char.IsAsciiDigit(first[head - 1]))
            head--;
        while (names.TrueForAll(n => tail < n.Length - head && n[^(tail + 1)] == first[^(tail + 1)]))
            tail++;
        var pattern = first[..head] + "*" + first[(first.Length - tail)..];
        return pattern.Length > 5 && all.Count(n => Mapping.Fits(pattern, n)) == names.Count
            ? pattern
            : new JsonArray([.. names.Select(n => (JsonNode)n)]);
    }
}
