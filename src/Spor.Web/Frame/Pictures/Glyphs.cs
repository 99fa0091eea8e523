using System.Globalization;

namespace Spor.Web.Frame.Pictures;

/// <summary>One letter as it is drawn: how far it goes, where its corner is, and how dark each point is, 0 to 15.</summary>
sealed record Glyph(double Advance, int Left, int Top, int Width, int Height, byte[] Dark);

/// <summary>
/// Letters in one size, drawn beforehand from IBM Plex Sans (OFL-1.1), so that a picture needs no library that draws letters. A letter that
/// is not among them is drawn as a question mark, or left out where there is none.
/// </summary>
sealed class Glyphs
{
    static readonly Lazy<Glyphs[]> All = new(Read);

    readonly Dictionary<char, Glyph> byLetter = [];

    public int Weight { get; }
    public int Size { get; }

    Glyphs(int weight, int size) => (Weight, Size) = (weight, size);

    public static Glyphs Of(Lettering size) => All.Value[(int)size];

    public Glyph this[char letter] =>
        byLetter.TryGetValue(letter, out var glyph) || byLetter.TryGetValue('?', out glyph) ? glyph : new(0, 0, 0, 0, 0, []);

    public double Measure(string text) => text.Sum(c => this[c].Advance);

    /// <summary>Lines: <c>F weight size</c> begins a size; then of each letter its code, its advance in sixteenths, left, top, width,
    /// height and its points in hexadecimal.</summary>
    static Glyphs[] Read()
    {
        using var reader = new StreamReader(typeof(Glyphs).Assembly.GetManifestResourceStream("Spor.Web.Frame.Pictures.glyphs.txt")!);
        var all = new List<Glyphs>();
        while (reader.ReadLine() is { } line)
        {
            var parts = line.Split(' ');
            int N(int at) => int.Parse(parts[at], CultureInfo.InvariantCulture);
            if (parts[0] == "F")
                all.Add(new(N(1), N(2)));
            else
                all[^1].byLetter[(char)N(0)] = new(
                    N(1) / 16.0,
                    N(2),
                    N(3),
                    N(4),
                    N(5),
                    [.. parts[6].Select(c => (byte)(char.IsAsciiDigit(c) ? c - '0' : c - 'a' + 10))]
                );
        }
        return [.. all];
    }
}
