using System.Globalization;
using System.Net;
using System.Text;
using Spor.Web.Frame.Layout;

namespace Spor.Web.Frame.Pictures;

/// <summary>The sizes that letters are drawn in.</summary>
public enum Lettering
{
    Small,
    Heading,
    Number,
}

/// <summary>A colour as red, green and blue.</summary>
public readonly record struct Ink(byte R, byte G, byte B)
{
    public static Ink Black { get; } = new(26, 26, 26);
    public static Ink Muted { get; } = new(89, 89, 89);
    public static Ink Soft { get; } = new(216, 216, 216);
    public static Ink Blue { get; } = new(0, 89, 179);
    public static Ink White { get; } = new(255, 255, 255);

    public string Hex => $"#{R:x2}{G:x2}{B:x2}";
}

/// <summary>
/// A picture that leaves Spor as a file: letters and lines, told once and written as SVG or as PNG, so that both say the same. The same
/// picture is the same bytes.
/// </summary>
public sealed class Drawing(int width, int height)
{
    readonly List<Letters> letters = [];
    readonly List<Stroke> strokes = [];

    sealed record Letters(double X, double Y, Lettering Size, Ink Ink, string Text, bool FromRight);

    sealed record Stroke(IReadOnlyList<(double X, double Y)> Points, double Width, Ink Ink);

    public int Width => width;
    public int Height => height;

    /// <param name="y">Where the letters stand.</param>
    /// <param name="fromRight">They end at x.</param>
    public void Write(double x, double y, Lettering size, Ink ink, string text, bool fromRight = false) =>
        letters.Add(new(x, y, size, ink, text.Replace('\u00a0', ' '), fromRight));

    /// <summary>A line through points; one point is a dot.</summary>
    public void Draw(IReadOnlyList<(double X, double Y)> points, double thick, Ink ink) => strokes.Add(new(points, thick, ink));

    /// <summary>How wide a text is.</summary>
    public static double Measure(string text, Lettering size) => Glyphs.Of(size).Measure(text);

    /// <summary>A text in lines no wider than a width, broken between words.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, Lettering size)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && Measure(longer, size) > width)
            {
                lines.Add(line);
                longer = word;
            }
            line = longer;
        }
        if (line.Length > 0)
            lines.Add(line);
        return lines;
    }

    /// <param name="title">What the picture shows, for those who cannot see it.</param>
    public byte[] ToSvg(string title)
    {
        var text = new StringBuilder();
        var invariant = CultureInfo.InvariantCulture;
        text.Append(invariant, $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" ");
        text.Append(invariant, $"viewBox=\"0 0 {width} {height}\" role=\"img\">\n<title>{WebUtility.HtmlEncode(title)}</title>\n");
        text.Append(invariant, $"<rect width=\"{width}\" height=\"{height}\" fill=\"{Ink.White.Hex}\"/>\n");
        foreach (var s in strokes)
        {
            // A line needs two ends, also where they are one.
            var points = s.Points.Concat(s.Points.Count == 1 ? s.Points : []).Select(p => $"{Svg.N(p.X)},{Svg.N(p.Y)}");
            text.Append(invariant, $"<polyline points=\"{string.Join(' ', points)}\" fill=\"none\" stroke=\"{s.Ink.Hex}\" ");
            text.Append(invariant, $"stroke-width=\"{Svg.N(s.Width)}\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/>\n");
        }
        foreach (var l in letters)
        {
            var glyphs = Glyphs.Of(l.Size);
            text.Append(invariant, $"<text x=\"{Svg.N(l.X)}\" y=\"{Svg.N(l.Y)}\" font-family=\"'IBM Plex Sans', Arial, sans-serif\" ");
            text.Append(invariant, $"font-size=\"{glyphs.Size}\" font-weight=\"{glyphs.Weight}\" fill=\"{l.Ink.Hex}\"");
            text.Append(invariant, $"{(l.FromRight ? " text-anchor=\"end\"" : "")}>{WebUtility.HtmlEncode(l.Text)}</text>\n");
        }
        return Encoding.UTF8.GetBytes(text.Append("</svg>\n").ToString());
    }

    public byte[] ToPng()
    {
        var paper = new Raster(width, height);
        foreach (var s in strokes)
            if (s.Points.Count == 1)
                paper.Line(s.Points[0], s.Points[0], s.Width, s.Ink);
            else
                for (var i = 1; i < s.Points.Count; i++)
                    paper.Line(s.Points[i - 1], s.Points[i], s.Width, s.Ink);
        foreach (var l in letters)
        {
            var glyphs = Glyphs.Of(l.Size);
            var x = l.FromRight ? l.X - glyphs.Measure(l.Text) : l.X;
            foreach (var c in l.Text)
                x += paper.Put(glyphs[c], x, l.Y, l.Ink);
        }
        return paper.ToPng();
    }
}
