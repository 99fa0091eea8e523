using System.Buffers.Binary;
using System.IO.Compression;

namespace Spor.Web.Frame.Pictures;

/// <summary>White paper of points, and how it is written as PNG.</summary>
sealed class Raster
{
    readonly int width,
        height;
    readonly byte[] points;

    public Raster(int width, int height)
    {
        (this.width, this.height) = (width, height);
        points = new byte[width * height * 3];
        Array.Fill(points, (byte)255);
    }

    /// <summary>A letter; what it goes.</summary>
    public double Put(Glyph glyph, double x, double y, Ink ink)
    {
        int left = (int)Math.Round(x) + glyph.Left,
            top = (int)Math.Round(y) + glyph.Top;
        for (var row = 0; row < glyph.Height; row++)
        for (var column = 0; column < glyph.Width; column++)
            Darken(left + column, top + row, glyph.Dark[row * glyph.Width + column] / 15.0, ink);
        return glyph.Advance;
    }

    /// <summary>A line with round ends: a point is as dark as it lies within half the width.</summary>
    public void Line((double X, double Y) from, (double X, double Y) to, double thick, Ink ink)
    {
        var half = thick / 2;
        double dx = to.X - from.X,
            dy = to.Y - from.Y,
            length = dx * dx + dy * dy;
        for (var y = (int)Math.Floor(Math.Min(from.Y, to.Y) - half - 1); y <= Math.Max(from.Y, to.Y) + half + 1; y++)
        for (var x = (int)Math.Floor(Math.Min(from.X, to.X) - half - 1); x <= Math.Max(from.X, to.X) + half + 1; x++)
        {
            var along = length == 0 ? 0 : Math.Clamp(((x - from.X) * dx + (y - from.Y) * dy) / length, 0, 1);
            double offX = x - from.X - along * dx,
                offY = y - from.Y - along * dy;
            Darken(x, y, Math.Clamp(half + 0.5 - Math.Sqrt(offX * offX + offY * offY), 0, 1), ink);
        }
    }

    void Darken(int x, int y, double dark, Ink ink)
    {
        if (x < 0 || y < 0 || x >= width || y >= height || dark <= 0)
            return;
        var at = (y * width + x) * 3;
        points[at] = Mix(points[at], ink.R, dark);
        points[at + 1] = Mix(points[at + 1], ink.G, dark);
        points[at + 2] = Mix(points[at + 2], ink.B, dark);

        static byte Mix(byte under, byte over, double dark) => (byte)Math.Round(under + (over - under) * dark);
    }

    static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];

    public byte[] ToPng()
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        Span<byte> head = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head[4..], height);
        // Eight bits of each of three colours, no interlacing.
        (head[8], head[9]) = (8, 2);
        Chunk(file, "IHDR"u8, head);
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            for (var row = 0; row < height; row++)
            {
                // Each row as it is, without a filter.
                zlib.WriteByte(0);
                zlib.Write(points, row * width * 3, width * 3);
            }
        Chunk(file, "IDAT"u8, packed.ToArray());
        Chunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    static void Chunk(MemoryStream file, ReadOnlySpan<byte> kind, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(kind);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(data, Crc(kind, uint.MaxValue)) ^ uint.MaxValue);
        file.Write(number);
    }

    /// <summary>The check sum that PNG asks for, a bit at a time.</summary>
    static uint Crc(ReadOnlySpan<byte> data, uint crc)
    {
        foreach (var b in data)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : 0xedb88320 ^ (crc >> 1);
        }
        return crc;
    }
}
