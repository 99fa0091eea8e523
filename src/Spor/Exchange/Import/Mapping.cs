using System.IO.Enumeration;

namespace Spor.Exchange.Import;

/// <summary>Where the text of one of our columns comes from.</summary>
public enum SourceWay
{
    /// <summary>Their column, or several joined.</summary>
    Columns,

    /// <summary>The first of several columns that is filled.</summary>
    First,

    /// <summary>Goes with another of our columns: which of its columns was filled says the value.</summary>
    Follows,

    /// <summary>The number of the row's line.</summary>
    Line,
}

/// <param name="Names">Their headings; of one that <see cref="SourceWay.Follows"/>, the values.</param>
/// <param name="Leader">Our column that one that follows goes with.</param>
public sealed record ColumnSource(SourceWay Way, IReadOnlyList<string> Names, string? Leader = null);

/// <summary>From their codes to ours.</summary>
/// <param name="From">The headings that are looked up together; empty = the column itself.</param>
/// <param name="Else">What any other code becomes; null = it is told as unknown.</param>
public sealed record CodeTable(IReadOnlyList<string> From, IReadOnlyDictionary<string, string> Is, string? Else);

/// <summary>Which rows of a table's files are taken.</summary>
/// <param name="HeadingLine">The line of the headings, where titles stand above them.</param>
public sealed record RowFilter(
    IReadOnlyList<(string Heading, IReadOnlyList<string> Values)> Only,
    IReadOnlyList<(string Heading, IReadOnlyList<string> Values)> Without,
    int? HeadingLine
);

/// <summary>A table made of another: a row for each value of one column.</summary>
/// <param name="Values">Our column, whether the first, the last or (null) any, and the column it is of: ours or theirs.</param>
public sealed record Derivation(string From, string Per, IReadOnlyList<(string Column, bool? First, string Of)> Values);

/// <summary>A row about a child is tied to the measure that ran on a day.</summary>
/// <param name="To"><c>anbringelse</c>, <c>indsats</c>, or codes of the catalogue.</param>
public sealed record Tie(string Child, string Day, IReadOnlyList<string> To);

/// <summary>
/// How an extract with foreign files is read (<c>kortlægning.json</c>; <c>import-format.md</c>, Mapping). Names of tables and columns are
/// ours, as the format spells them; a place is <c>table.Column</c>.
/// </summary>
public sealed class Mapping
{
    public const string Everywhere = "alle";

    /// <summary>Stands where a person must still say what something becomes.</summary>
    public const string Unsure = "?";
    static readonly string[] FileNames = ["kortlægning.json", "kortlaegning.json"];

    /// <summary>Names or patterns (<c>*-episoder.csv</c>) of the files of a table, in the order in which they are read.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<string>> Files { get; init; }
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, ColumnSource>> Columns { get; init; }
    public required IReadOnlyDictionary<string, CodeTable> Codes { get; init; }
    public required IReadOnlyDictionary<string, string> Fixed { get; init; }

    /// <summary>By place, file, table or <see cref="Everywhere"/>; so the next two.</summary>
    public required IReadOnlyDictionary<string, IReadOnlySet<string>> Empty { get; init; }
    public required IReadOnlyDictionary<string, DayForms> Days { get; init; }
    public required IReadOnlyDictionary<string, AmountForm> Amounts { get; init; }

    /// <summary>Places whose end is the first day without.</summary>
    public required IReadOnlySet<string> DayAfter { get; init; }
    public required IReadOnlyDictionary<string, RowFilter> Rows { get; init; }
    public required IReadOnlyDictionary<string, Derivation> Derived { get; init; }
    public required IReadOnlyDictionary<string, Tie> Ties { get; init; }

    public static Mapping None { get; } = Parse("{}");

    /// <summary>What a person has not decided yet: a place, and what of it, in Danish.</summary>
    public IEnumerable<(string Place, string Expected)> Undecided()
    {
        foreach (var (place, value) in Fixed)
            if (value == Unsure)
                yield return (place, $"en værdi i stedet for {Unsure}, som gælder alle rækker");
        foreach (var (place, codes) in Codes)
        {
            var open = codes.Is.Where(c => c.Value == Unsure).Select(c => c.Key).ToList();
            if (open.Count > 0)
                yield return (
                    place,
                    $"hvad {string.Join(", ", open.Take(MostNamed))}{(open.Count > MostNamed ? $" og {open.Count - MostNamed} koder til" : "")} "
                        + $"skal blive til. Der står {Unsure}"
                );
            if (codes.Else == Unsure)
                yield return (place, $"hvad alle andre koder skal blive til. Der står {Unsure} ved »ellers«");
        }
    }

    const int MostNamed = 12;

    /// <summary>The files of a table by name: all that its names and patterns find.</summary>
    /// <param name="missing">Names and patterns that find none.</param>
    public IReadOnlyList<string> FilesFor(string table, IEnumerable<string> names, out IReadOnlyList<string> missing)
    {
        var (found, gone) = (new List<string>(), new List<string>());
        foreach (var wanted in Files.GetValueOrDefault(table) ?? [])
        {
            var fit = names.Where(n => Fits(wanted, n)).Order(StringComparer.OrdinalIgnoreCase).ToList();
            if (fit.Count == 0)
                gone.Add(wanted);
            found.AddRange(fit.Where(n => !found.Contains(n)));
        }
        missing = gone;
        return found;
    }

    internal static bool Fits(string wanted, string name) =>
        wanted.AsSpan().ContainsAny('*', '?')
            ? FileSystemName.MatchesSimpleExpression(wanted, name)
            : name.Equals(wanted, StringComparison.OrdinalIgnoreCase);

    /// <summary>Something is to be done to the rows of a table, beyond finding its file.</summary>
    public bool Touches(string table) =>
        Columns.ContainsKey(table)
        || Rows.ContainsKey(table)
        || Derived.ContainsKey(table)
        || Files.GetValueOrDefault(table) is { } files && (files.Count > 1 || files[0].AsSpan().ContainsAny('*', '?'))
        || Places(table, Codes.Keys)
        || Places(table, Fixed.Keys)
        || Places(table, DayAfter)
        || Places(table, Ties.Keys)
        || Empty.Count + Days.Count + Amounts.Count > 0;

    static bool Places(string table, IEnumerable<string> places) => places.Any(p => p.StartsWith(table + ".", StringComparison.Ordinal));

    /// <summary>What is said of a column: of the place itself, its file, its table, or everywhere.</summary>
    internal static T? Said<T>(IReadOnlyDictionary<string, T> by, string table, string column, string file)
        where T : class =>
        by.Count == 0 ? null
        : by.GetValueOrDefault(table + "." + column) is { } place ? place
        : by.FirstOrDefault(b => Fits(b.Key, file)).Value is { } ofFile ? ofFile
        : by.GetValueOrDefault(table) ?? by.GetValueOrDefault(Everywhere);

    /// <summary>The mapping that lies in an extract, or <see cref="None"/>.</summary>
    /// <exception cref="ExtractException">It is there and cannot be read, or there are two.</exception>
    public static Mapping Read(ExtractSource source) => Find(source) is { } text ? Parse(text) : None;

    /// <summary>The text of the mapping that lies in an extract, or null.</summary>
    public static string? Find(ExtractSource source)
    {
        string? found = null;
        foreach (var name in FileNames)
            if (source.Text(name) is { } text)
                found =
                    found is null || found == text
                        ? text
                        : throw new ExtractException("Der er to kortlægninger: kortlægning.json og kortlaegning.json. Behold den ene.");
        return found;
    }

    /// <summary>What is wrong with a text as a mapping, in Danish; null if nothing is.</summary>
    public static string? Fault(string json)
    {
        try
        {
            Parse(json);
            return null;
        }
        catch (ExtractException e)
        {
            return e.Message;
        }
    }

    /// <exception cref="ExtractException">Says everything that is wrong with it, in Danish.</exception>
    public static Mapping Parse(string json) => new MappingParser().Parse(json);
}
