using Spor.Facts;

namespace Spor.Exchange.Import;

/// <summary>Which files are whose, and their rows.</summary>
public sealed partial class Extract
{
    /// <summary>Which files each table is read from. What is missing, there twice or not of the format is told.</summary>
    static Dictionary<ImportTable, IReadOnlyList<string>> FindFiles(
        ExtractSource source,
        IReadOnlyList<ImportTable> tables,
        Mapping mapping,
        bool firstTime,
        ProblemList problems,
        List<string> ignored
    )
    {
        var left = source.Names.ToList();
        var found = new Dictionary<ImportTable, IReadOnlyList<string>>();
        void Missing(Severity severity, string file, string expected) =>
            problems.Add(new(severity, file, 0, null, null, "file-missing", expected));
        string Meant(string name) =>
            Near.Of(name, left.Select(n => Path.GetFileNameWithoutExtension(n))) is { } near ? $". Mon den hedder »{near}«?" : "";
        foreach (var table in tables.Where(t => mapping.Files.ContainsKey(t.Name)))
        {
            var names = mapping.FilesFor(table.Name, source.Names, out var gone);
            foreach (var name in gone)
                Missing(
                    Severity.Error,
                    name,
                    $"filen, som kortlægningen nævner som {table.Name}" + Meant(Path.GetFileNameWithoutExtension(name))
                );
            if (names.Count > 0)
                found[table] = names;
        }
        left.RemoveAll(n => found.Values.Any(f => f.Contains(n)));
        foreach (var table in tables.Where(t => !mapping.Files.ContainsKey(t.Name) && !mapping.Derived.ContainsKey(t.Name)))
        {
            var names = left.Where(n => Plain(Path.GetFileNameWithoutExtension(n)) == table.Name).ToList();
            left.RemoveAll(names.Contains);
            if (names.Count == 0)
                continue;
            found[table] = [names[0]];
            if (names.Count > 1)
                problems.Add(
                    new(Severity.Error, names[1], 0, null, null, "file-twice", $"kun én fil med {table.Name}. Der er også {names[0]}")
                );
        }
        foreach (var table in tables)
            if (
                mapping.Derived.GetValueOrDefault(table.Name) is { } how
                && found.FirstOrDefault(f => f.Key.Name == how.From).Value is { } of
            )
                (found[table], table.IsDerived) = (of, true);
        foreach (var table in tables.Where(t => t.Required && firstTime && !found.ContainsKey(t) && !mapping.Files.ContainsKey(t.Name)))
            Missing(Severity.Error, table.File, "filen skal være med første gang" + Meant(table.Name));
        // Nothing that can be read is not the same as nothing that has changed.
        if (!firstTime && left.Count > 0 && found.Keys.All(t => t.Kind == FactKinds.Municipality))
            Missing(Severity.Error, left[0], "en af formatets filer, eller en kortlægning, der siger, hvad filerne er");
        foreach (var name in left)
            ignored.Add($"Filen {name} hører ikke til formatet og er ikke læst.");
        foreach (var (table, names) in found)
        {
            table.Delivered = true;
            table.File = names.Count == 1 ? names[0] : $"{names[0]} … {names[^1]}";
            if (names.Count > 1 && !table.IsDerived)
                table.Files.AddRange(names);
        }
        return found;
    }

    static long ReadTable(
        Func<TableReader> open,
        ImportTable table,
        Row row,
        ProblemList problems,
        List<string> ignored,
        long rows,
        Action<long, string>? progress
    )
    {
        TableReader? reader = null;
        try
        {
            reader = open();
            var mapped = reader is MappedReader;
            if ((mapped ? [.. Enumerable.Range(0, table.Columns.Count)] : Cells(table, reader, problems, ignored)) is not { } cells)
                return rows;
            while (reader.Read())
            {
                row.Line = reader.Line;
                row.Bad = false;
                (row.FileNo, row.FileName) = (reader.FileNo, reader.FileName);
                if (reader.Width != reader.Expected)
                    CheckWidth(reader, row);
                table.ReadRow(reader, row, cells);
                if ((++rows & 0x3FFF) == 0)
                    progress?.Invoke(rows, table.File);
            }
            if (table.Facts.Count == 0 && !row.HasUndecided && reader is not MappedReader { Failed: true })
                problems.Add(new(Severity.Warning, table.File, 0, null, null, "no-rows", "rækker under overskriften. Filen har ingen"));
        }
        catch (Exception e) when (e is ExtractException or IOException or UnauthorizedAccessException)
        {
            problems.Add(
                new(
                    Severity.Error,
                    reader?.FileName ?? table.File,
                    0,
                    null,
                    null,
                    "cannot-read",
                    e is ExtractException ? e.Message
                        : e is UnauthorizedAccessException ? "adgang til at læse filen. Giv den bruger, der kører Spor, læseadgang"
                        : "en fil, der kan læses. Den går i stykker undervejs: " + e.Message
                )
            );
        }
        finally
        {
            reader?.Dispose();
        }
        return rows;
    }

    // Empty cells to the right say nothing. Too few may be a row that was cut, and an end date that is gone would make a measure run on.
    static void CheckWidth(TableReader reader, Row row)
    {
        var (width, headings) = (reader.Width, reader.Expected);
        if (width < headings)
            row.WarnAt("", "short-row", null, $"{headings} felter som i overskriften, ikke {width}. De manglende læses som tomme");
        for (var i = headings; i < width; i++)
            if (reader.Spare(i).Length > 0)
            {
                row.ErrorAt("", "wrong-width", null, $"{headings} felter som i overskriften, ikke {width}");
                return;
            }
    }

    /// <summary>Where each column stands in a file that is in the format itself; null if one that must be there is not.</summary>
    static List<int>? Cells(ImportTable table, TableReader reader, ProblemList problems, List<string> ignored)
    {
        var plain = reader.Headings.Select(Plain).ToList();
        var cells = new List<int>();
        var used = new HashSet<int>();
        var whole = true;
        foreach (var column in table.Columns)
        {
            var index = plain.IndexOf(Plain(column.Heading));
            if (index < 0 && column.Required)
            {
                var near = Near.Of(column.Heading, reader.Headings.Where((_, i) => !used.Contains(i)));
                problems.Add(
                    new(
                        Severity.Error,
                        table.File,
                        1,
                        column.Heading,
                        null,
                        "column-missing",
                        "kolonnen skal være der" + (near is null ? "" : $". Mente du »{near}«?")
                    )
                );
                whole = false;
            }
            if (index >= 0 && plain.IndexOf(plain[index], index + 1) is var again && again > 0)
            {
                problems.Add(
                    new(
                        Severity.Error,
                        table.File,
                        1,
                        reader.Headings[index],
                        null,
                        "heading-twice",
                        $"overskriften kun én gang. Den står over kolonne {index + 1} og {again + 1}"
                    )
                );
                used.Add(again);
                whole = false;
            }
            if (index >= 0)
                used.Add(index);
            cells.Add(index);
        }
        var extra = reader.Headings.Where((h, i) => !used.Contains(i) && h.Length > 0).ToList();
        if (extra.Count > 0)
            ignored.Add(
                $"{table.File}: {(extra.Count == 1 ? "kolonnen" : "kolonnerne")} {string.Join(", ", extra)} hører ikke til "
                    + $"formatet og er ikke læst."
            );
        return whole ? cells : null;
    }

    /// <summary>A heading or file name without regard to case, spaces, and whether æ, ø, å are spelled out.</summary>
    internal static string Plain(string heading) =>
        heading
            .Trim()
            .Normalize()
            .ToLowerInvariant()
            .Replace("æ", "ae", StringComparison.Ordinal)
            .Replace("ø", "oe", StringComparison.Ordinal)
            .Replace("å", "aa", StringComparison.Ordinal)
            .Replace(" ", "", StringComparison.Ordinal)
            .Replace("_", "", StringComparison.Ordinal)
            .Replace("-", "", StringComparison.Ordinal);
}
