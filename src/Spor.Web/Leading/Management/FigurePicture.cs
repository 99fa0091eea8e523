using Spor.Kernel;
using Spor.Web.Frame.Pictures;

namespace Spor.Web.Leading.Management;

/// <summary>One figure to send: a picture with its number, its months, and what it is known by. It tells what the figure's own page
/// tells.</summary>
static class FigurePicture
{
    const int Width = 1200,
        Height = 630,
        Left = 60,
        Right = Width - 60;

    /// <summary>Three years are as much as the picture holds.</summary>
    const int MostMonths = 37;

    public static Drawing Of(ManagementView view, FigureRow row)
    {
        var picture = new Drawing(Width, Height);
        picture.Write(Left, 62, Lettering.Small, Ink.Muted, Text.SentFrom(view));
        var y = 112.0;
        foreach (var line in Drawing.Wrap(Text.FullName(row), Right - Left, Lettering.Heading).Take(2))
        {
            picture.Write(Left, y, Lettering.Heading, Ink.Black, line);
            y += 42;
        }
        y += 62;
        picture.Write(Left, y, Lettering.Number, Ink.Black, row.Shown);
        var beside = Left + Drawing.Measure(row.Shown, Lettering.Number) + 32;
        picture.Write(beside, y - 32, Lettering.Small, Ink.Black, Danish.Capital(Text.When(row.Of.Time, view.Query.Now)));
        picture.Write(beside, y, Lettering.Small, Ink.Muted, Text.SentBefore(view, row));
        Months(picture, row, y + 50, 510);
        picture.Write(Left, 572, Lettering.Small, Ink.Muted, Text.Measure(row.Of.Measure) + ".");
        picture.Write(Left, 602, Lettering.Small, Ink.Muted, Text.SentKnown(view));
        return picture;
    }

    static void Months(Drawing picture, FigureRow row, double top, double bottom)
    {
        var months = row.Trend.Skip(Math.Max(0, row.Trend.Count - MostMonths)).ToList();
        var values = months.Where(m => m.Value is not null).Select(m => m.Value!.Value).ToList();
        picture.Draw([(Left, bottom), (Right, bottom)], 1, Ink.Soft);
        if (values.Count == 0 || months.Count < 2)
            return;
        double most = Math.Max(values.Max(), 0),
            least = Math.Min(values.Min(), 0);
        if (most == least)
            most = least + 1;
        double X(int i) => Left + (Right - Left) * (double)i / (months.Count - 1);
        double Y(double value) => bottom - (value - least) / (most - least) * (bottom - top);
        var run = new List<(double X, double Y)>();
        for (var i = 0; i <= months.Count; i++)
        {
            if (i < months.Count && months[i].Value is { } value)
            {
                run.Add((X(i), Y(value)));
                continue;
            }
            // What is hidden or not known leaves a gap.
            if (run.Count > 0)
                picture.Draw([.. run], run.Count == 1 ? 6 : 3.5, Ink.Blue);
            run.Clear();
        }
        picture.Write(Left, bottom + 26, Lettering.Small, Ink.Muted, Danish.Numeric(months[0].Day));
        picture.Write(Right, bottom + 26, Lettering.Small, Ink.Muted, Danish.Numeric(months[^1].Day), fromRight: true);
        picture.Write(Right, top - 8, Lettering.Small, Ink.Muted, Text.SentMost(row.Of, values.Max()), fromRight: true);
    }
}
