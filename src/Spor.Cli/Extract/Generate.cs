namespace Spor.Cli.Extract;

/// <summary>
/// Writes invented extracts of any size in the import format: ten years of history up to <see cref="LastDay"/>, valid by every rule that is
/// an error, and about thirty rows a child. The same seed gives the same bytes. Shares follow what is published about Danish municipalities
/// (notifiers,
/// 1.79 notifications a child, 65 per cent of placed children in families, about 28 children per full-time equivalent).
/// </summary>
public static partial class Generate
{
    /// <summary>The day the extract describes.</summary>
    public static readonly DateOnly LastDay = new(2026, 10, 31);

    /// <summary>The first day of its history.</summary>
    public static readonly DateOnly FirstDay = new(2016, 11, 1);

    /// <summary>The numbers from here on belong to no Danish municipality; the examples use 990 to 992.</summary>
    const int FirstNumber = 870,
        MostMunicipalities = 120;

    /// <summary>Writes to <paramref name="dir"/>, or for several municipalities to a folder each in it.</summary>
    /// <param name="children">Children in each municipality.</param>
    /// <param name="progress">Told, in Danish, how far it has come.</param>
    /// <exception cref="ArgumentOutOfRangeException">No municipality or more than 120, or no children.</exception>
    public static void Write(string dir, int municipalities, int children, int seed, Action<string>? progress = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(municipalities, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(municipalities, MostMunicipalities);
        ArgumentOutOfRangeException.ThrowIfLessThan(children, 1);
        for (var m = 0; m < municipalities; m++)
        {
            var number = FirstNumber + m;
            var folder = municipalities == 1 ? dir : Path.Combine(dir, $"{number}");
            Directory.CreateDirectory(folder);
            var name = Words.Place(m * 7 + 5) + " Kommune";
            using var extract = new MunicipalityExtract(folder, number, name, children, seed, progress);
            extract.Write();
        }
    }
}
