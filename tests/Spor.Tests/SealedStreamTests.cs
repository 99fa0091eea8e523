using System.IO.Compression;
using System.Text;
using Spor.Exchange.Import;

namespace Spor.Tests;

/// <summary>What waits on disk is sealed, opens at any place, and does not open when it was changed.</summary>
public sealed class SealedStreamTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("spor-sealed-").FullName;
    readonly byte[] key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];

    public void Dispose() => Directory.Delete(folder, recursive: true);

    string At(string name) => Path.Combine(folder, name);

    static byte[] Some(int length)
    {
        var bytes = new byte[length];
        new Random(length).NextBytes(bytes);
        return bytes;
    }

    string Seal(string name, byte[] bytes, int at = 1000)
    {
        using var to = new SealedWriteStream(File.Create(At(name)), key);
        for (var i = 0; i < bytes.Length; i += at)
            to.Write(bytes, i, Math.Min(at, bytes.Length - i));
        return At(name);
    }

    SealedReadStream Open(string path, byte[]? with = null) => new(File.OpenRead(path), with ?? key);

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65_535)]
    [InlineData(65_536)]
    [InlineData(65_537)]
    [InlineData(200_000)]
    public void What_was_written_is_read_from_any_place(int length)
    {
        var bytes = Some(length);
        var path = Seal("f", bytes);
        using var from = Open(path);
        Assert.Equal(length, from.Length);
        using var whole = new MemoryStream();
        from.CopyTo(whole);
        Assert.Equal(bytes, whole.ToArray());
        for (var i = 0; i < 50 && length > 0; i++)
        {
            var at = (int)((long)i * 7919 % length);
            var part = new byte[Math.Min(300, length - at)];
            from.Seek(at, SeekOrigin.Begin);
            from.ReadExactly(part);
            Assert.Equal(bytes[at..(at + part.Length)], part);
        }
    }

    [Fact]
    public void Nothing_of_it_is_readable_and_the_same_twice_is_not_the_same()
    {
        var text = Encoding.UTF8.GetBytes("Zebrastribe;0403129901\n");
        var first = File.ReadAllBytes(Seal("a", text));
        Assert.True(first.AsSpan().IndexOf("Zebra"u8) < 0);
        Assert.NotEqual(first, File.ReadAllBytes(Seal("b", text)));
    }

    [Fact]
    public void One_that_was_cut_changed_or_shuffled_or_is_of_another_key_does_not_open()
    {
        var bytes = Some(200_000);
        var whole = File.ReadAllBytes(Seal("f", bytes));
        const int head = 24,
            piece = 65_536 + 16;
        void Refuses(byte[] changed, byte[]? with = null)
        {
            File.WriteAllBytes(At("g"), changed);
            Assert.Contains(
                "ødelagt",
                Assert
                    .Throws<ExtractException>(() =>
                    {
                        using var from = Open(At("g"), with);
                        from.CopyTo(Stream.Null);
                    })
                    .Message,
                StringComparison.Ordinal
            );
        }
        Refuses(whole[..(head + 2 * piece)]);
        Refuses(whole[..^1]);
        Refuses(whole[..head]);
        Refuses(whole[..3]);
        byte[] flipped = [.. whole];
        flipped[head + piece + 5] ^= 1;
        Refuses(flipped);
        Refuses([
            .. whole[..head],
            .. whole[(head + piece)..(head + 2 * piece)],
            .. whole[head..(head + piece)],
            .. whole[(head + 2 * piece)..],
        ]);
        Refuses(whole, new byte[32]);
        Refuses(whole[..head].Concat(whole[^(piece / 2)..]).ToArray());
    }

    [Fact]
    public void A_zip_a_workbook_in_a_zip_and_plain_files_with_a_mapping_are_read_from_where_they_wait_sealed()
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, text) in new[] { ("boern.csv", Extracts.Children), ("sager.csv", Extracts.Cases) })
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        var files = ExtractFiles.Sealed(key, folder);
        var zipped = Directory.CreateDirectory(At("zip")).FullName;
        Seal("zip/udtræk.zip", packed.ToArray());
        using (var source = ExtractSource.At(zipped, files))
            Assert.Equal(2, Extracts.Read(source, new DateOnly(2026, 10, 31)).Table("boern").Facts.Count);

        var plain = Directory.CreateDirectory(At("csv")).FullName;
        Seal("csv/boern.csv", Encoding.UTF8.GetBytes(Extracts.Children));
        Seal("csv/S.csv", Encoding.UTF8.GetBytes(Extracts.Cases));
        Seal("csv/kortlægning.json", Encoding.UTF8.GetBytes("""{ "filer": { "sager": "S.csv" } }"""));
        using (var source = ExtractSource.At(plain, files))
        {
            var extract = Extracts.Read(source, new DateOnly(2026, 10, 31));
            Assert.Empty(extract.Said());
            Assert.Equal(2, extract.Table("sager").Facts.Count);
        }
        // As they are they are no extract.
        Assert.ThrowsAny<ExtractException>(() => ExtractSource.At(zipped));
    }

    [Theory]
    [InlineData("a.csv", 0)]
    [InlineData("Ida Holm, ydelser.csv", 10)]
    [InlineData("Æblegrød 2025.csv", (1 << 16) - 20)]
    [InlineData("x.csv", 3 * (1 << 16))]
    public void A_file_that_begins_with_its_name_is_read_from_behind_it_at_any_place(string name, int length)
    {
        var bytes = new byte[length];
        new Random(7).NextBytes(bytes);
        var at = At(SealedWriteStream.OnDisk(key, name));
        Assert.DoesNotContain("csv", Path.GetFileName(at), StringComparison.Ordinal);
        using (var to = new SealedWriteStream(File.Create(at), key, name: name))
            to.Write(bytes);
        Assert.True(SealedReadStream.IsSealed(at, withName: true));
        Assert.True(File.ReadAllBytes(at).AsSpan().IndexOf(Encoding.UTF8.GetBytes(name)) < 0);
        using var read = new SealedReadStream(File.OpenRead(at), key);
        Assert.Equal((name, length), (read.Name, (int)read.Length));
        var back = new byte[length];
        read.ReadExactly(back);
        Assert.Equal(bytes, back);
        Assert.Equal(0, read.Read(new byte[1]));
        if (length == 0)
            return;
        read.Seek(-1, SeekOrigin.End);
        Assert.Equal(bytes[^1], read.ReadByte());
        read.Position = length / 2;
        Assert.Equal(bytes[length / 2], read.ReadByte());
    }

    [Fact]
    public void Files_that_wait_are_found_by_the_names_they_were_sent_with()
    {
        var plain = Directory.CreateDirectory(At("named")).FullName;
        foreach (
            var (name, text) in new[]
            {
                ("boern.csv", Extracts.Children),
                ("S.csv", Extracts.Cases),
                ("kortlægning.json", """{ "filer": { "sager": "S.csv" } }"""),
            }
        )
            using (var to = new SealedWriteStream(File.Create(Path.Combine(plain, SealedWriteStream.OnDisk(key, name))), key, name: name))
                to.Write(Encoding.UTF8.GetBytes(text));
        using var source = ExtractSource.At(plain, ExtractFiles.Sealed(key, folder));
        Assert.Equal(["S.csv", "boern.csv"], source.Names);
        Assert.Empty(Extracts.Read(source, new DateOnly(2026, 10, 31)).Said());
    }

    [Fact]
    public async Task What_is_unpacked_on_the_way_has_no_name_and_is_gone_when_it_is_closed()
    {
        var bytes = Some(100_000);
        await using (var kept = await Scratch.Made(folder, to => to.WriteAsync(bytes).AsTask()))
        {
            if (!OperatingSystem.IsWindows())
                Assert.Empty(Directory.GetFiles(folder));
            using var whole = new MemoryStream();
            await kept.CopyToAsync(whole);
            Assert.Equal(bytes, whole.ToArray());
        }
        Assert.Empty(Directory.GetFiles(folder));
    }
}
