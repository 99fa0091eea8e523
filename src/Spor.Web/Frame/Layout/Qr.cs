using System.Globalization;
using System.Text;
using QRCoder;

namespace Spor.Web.Frame.Layout;

/// <summary>A QR code as one SVG path of its dark squares; the white margin is part of it.</summary>
static class Qr
{
    /// <returns>Squares on each side, and the path.</returns>
    public static (int Side, string Path) Of(string content)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(content, QRCodeGenerator.ECCLevel.M);
        var dark = code.ModuleMatrix;
        var path = new StringBuilder();
        for (var y = 0; y < dark.Count; y++)
        for (var x = 0; x < dark.Count; x++)
        {
            var from = x;
            while (x < dark.Count && dark[y][x])
                x++;
            if (x > from)
                path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
        }
        return (dark.Count, path.ToString());
    }
}
