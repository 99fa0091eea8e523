using System.Text.Json;
using Spor.Exchange.Wide;
using Spor.Figures.Engine;
using Spor.Storage;
using Spor.Web.Access;

namespace Spor.Web.Many;

/// <summary>One count of a month over all municipalities that tell it.</summary>
/// <param name="Month">Its last day.</param>
/// <param name="Figure">The figure's code, which never changes.</param>
/// <param name="Part">A part of it, for example a step; null for the whole.</param>
/// <param name="Count">The sum of what the municipalities publish. What one of them hides is not in it; null where nobody tells it.</param>
/// <param name="Telling">How many municipalities that sum is of.</param>
/// <param name="Hiding">How many hide the count, because few children are behind it or because a hidden one could be worked out.</param>
public sealed record NationalCount(DateOnly Month, string Figure, string? Part, string? PartName, long? Count, int Telling, int Hiding);

/// <summary>A municipality as it was gathered.</summary>
/// <param name="Day">What it had published up to; null when it could not be asked.</param>
/// <param name="EntryNo">The journal's entry that its counts are of.</param>
/// <param name="Fault">Why it could not be asked, in Danish.</param>
public sealed record GatheredMunicipality(string Host, DateOnly? Day, long? EntryNo, string? Fault);

/// <summary>
/// National figures: the sum of what each municipality has published of itself, by the one plan for small numbers (<c>measures.md</c>
/// section 3). Nothing of a child and nothing unpublished leaves a municipality's own database.
/// </summary>
public sealed record NationalTable(
    DateTime GatheredAt,
    IReadOnlyList<GatheredMunicipality> Municipalities,
    IReadOnlyList<NationalCount> Counts
)
{
    public const string FileName = "national.json";

    /// <summary>Asks every municipality on the list, one after the other; one that cannot be asked is named and the others are
    /// summed.</summary>
    /// <exception cref="SettingsException">The list cannot be read.</exception>
    public static NationalTable Gather(string root, TimeProvider time)
    {
        var municipalities = new List<GatheredMunicipality>();
        var sums = new Dictionary<(DateOnly Month, string Figure, string? Part), NationalCount>();
        foreach (var one in MunicipalityList.Read(root).Municipalities)
            try
            {
                using var database = Database.OpenAsIs(one.Database, MunicipalityList.FolderOf(root, one));
                var municipality = new Municipality(database, time: time);
                var published = new Publications(municipality, new SporOptions(database, 0, DemoMode: false)).Of(municipality.Current);
                foreach (var cell in WideFigures.Cells(published.Register, published.Day, published: true))
                    if (cell.Of is { Unit: FigureUnit.Count, AboutChildren: true })
                        Add(sums, cell);
                municipalities.Add(new(one.Host, published.Day, published.EntryNo, null));
            }
            catch (Exception e) when (Frame.FaultText.Of(e) is not null)
            {
                municipalities.Add(new(one.Host, null, null, Frame.FaultText.Of(e)));
            }
        return new(
            time.GetUtcNow().UtcDateTime,
            municipalities,
            [.. sums.Values.OrderBy(c => c.Figure, StringComparer.Ordinal).ThenBy(c => c.Part, StringComparer.Ordinal).ThenBy(c => c.Month)]
        );
    }

    static void Add(Dictionary<(DateOnly, string, string?), NationalCount> sums, FigureCell cell)
    {
        var key = (cell.Month, cell.Of.Code, cell.Part);
        var was = sums.GetValueOrDefault(key) ?? new(cell.Month, cell.Of.Code, cell.Part, cell.PartName, null, 0, 0);
        if (cell.Value is { } value)
            sums[key] = was with { Count = (was.Count ?? 0) + (long)value, Telling = was.Telling + 1 };
        else if (cell.Hidden)
            sums[key] = was with { Hiding = was.Hiding + 1 };
    }

    /// <summary>The counts of one figure by month; its parts are columns.</summary>
    public IEnumerable<IGrouping<DateOnly, NationalCount>> ByMonth(string figure) =>
        Counts.Where(c => c.Figure == figure).GroupBy(c => c.Month).OrderBy(m => m.Key);

    public void Write(string root)
    {
        var (file, fresh) = (Path.Combine(root, FileName), Path.Combine(root, FileName + ".new"));
        File.Delete(fresh);
        using (var stream = OwnFiles.Create(fresh))
            JsonSerializer.Serialize(stream, this);
        File.Move(fresh, file, overwrite: true);
    }

    /// <summary>As it was last gathered; null when it never was.</summary>
    public static NationalTable? Read(string root)
    {
        var file = Path.Combine(root, FileName);
        return File.Exists(file) ? JsonSerializer.Deserialize<NationalTable>(File.ReadAllBytes(file)) : null;
    }
}
