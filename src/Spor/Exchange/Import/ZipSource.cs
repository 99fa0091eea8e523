using System.Buffers.Binary;
using System.IO.Compression;

namespace Spor.Exchange.Import;

/// <summary>
/// What a packed file may unpack to. Bytes are counted as they are read; what the file's own headers say is not trusted.
/// </summary>
public sealed record ZipLimits(long File, long Unpacked, int Ratio, int Entries)
{
    /// <summary>A file of 1 GiB, unpacked 4 GiB, ratio 100, 200 entries.</summary>
    public static ZipLimits Default { get; } = new(1L << 30, 4L << 30, 100, 200);

    /// <summary>Something so small is no bomb, whatever its ratio.</summary>
    public const long Harmless = 1 << 20;
}

/// <summary>A zip file opened with its guards up; a workbook is one too.</summary>
sealed class GuardedZip : IDisposable
{
    readonly Stream file;
    readonly ZipArchive archive;
    readonly ZipLimits limits;
    readonly Dictionary<ZipArchiveEntry, long> furthest = [];
    long unpacked;

    public string Name { get; }
    public IReadOnlyList<ZipArchiveEntry> Entries { get; }

    /// <param name="name">What people are told it is called.</param>
    /// <param name="file">Is closed with it.</param>
    public GuardedZip(string name, Stream file, ZipLimits limits)
    {
        Name = name;
        this.limits = limits;
        this.file = file;
        try
        {
            if (file.Length > limits.File)
                throw new ExtractException(
                    $"»{Name}« fylder mere end {Size(limits.File)}. Del udtrækket i mindre filer, eller giv Spor mappen i stedet."
                );
            if (CountEntries() > limits.Entries)
                throw new ExtractException($"»{Name}« har flere end {limits.Entries} filer. Et udtræk har højst en snes.");
            archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            Entries = [.. archive.Entries];
            foreach (var entry in Entries)
            {
                var parts = entry.FullName.Split('/', '\\');
                if (
                    entry.FullName.StartsWith('/')
                    || entry.FullName.StartsWith('\\')
                    || entry.FullName.Contains(':', StringComparison.Ordinal)
                    || parts.Contains("..")
                )
                    throw new ExtractException(
                        $"»{Name}« har en fil med en ugyldig sti (»{entry.FullName}«). Pak udtrækket igen uden stier."
                    );
                if (entry.IsEncrypted)
                    throw new ExtractException($"»{Name}« er beskyttet med adgangskode. Pak den igen uden.");
            }
        }
        catch (InvalidDataException e)
        {
            Dispose();
            throw new ExtractException($"»{Name}« er beskadiget eller er ikke en zip-fil.", e);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    // The library would read the whole directory before anyone could count it, and the count in the file's tail may lie.
    int CountEntries()
    {
        var tail = new byte[Math.Min(file.Length, 22 + 65535)];
        file.Seek(-tail.Length, SeekOrigin.End);
        file.ReadExactly(tail);
        var end = tail.AsSpan().LastIndexOf("PK\u0005\u0006"u8);
        if (end < 0 || end + 22 > tail.Length)
            throw new InvalidDataException();
        long at = BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16));
        if (at == uint.MaxValue)
        {
            // Zip64: a locator before the tail says where the larger tail lies.
            if (end < 20 || !tail.AsSpan(end - 20, 4).SequenceEqual("PK\u0006\u0007"u8))
                throw new InvalidDataException();
            var large = new byte[56];
            Seek(BinaryPrimitives.ReadInt64LittleEndian(tail.AsSpan(end - 12)));
            file.ReadExactly(large);
            at = BinaryPrimitives.ReadInt64LittleEndian(large.AsSpan(48));
        }
        Seek(at);
        var header = new byte[46];
        var count = 0;
        while (
            count <= limits.Entries
            && file.ReadAtLeast(header, 46, throwOnEndOfStream: false) == 46
            && header.AsSpan(0, 4).SequenceEqual("PK\u0001\u0002"u8)
        )
        {
            count++;
            file.Seek(
                BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(28))
                    + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(30))
                    + BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(32)),
                SeekOrigin.Current
            );
        }
        file.Seek(0, SeekOrigin.Begin);
        return count;

        void Seek(long to)
        {
            if (to < 0 || to > file.Length)
                throw new InvalidDataException();
            file.Seek(to, SeekOrigin.Begin);
        }
    }

    public Stream Open(ZipArchiveEntry entry)
    {
        try
        {
            return new Counted(this, entry, entry.Open());
        }
        catch (InvalidDataException e)
        {
            throw Damaged(entry, e);
        }
    }

    public void Dispose()
    {
        archive?.Dispose();
        file.Dispose();
    }

    ExtractException Damaged(ZipArchiveEntry entry, Exception e) =>
        new($"»{entry.FullName}« i »{Name}« er beskadiget eller pakket på en måde, som Spor ikke kan læse. Pak udtrækket igen.", e);

    static string Size(long bytes) => bytes >= 1 << 30 ? $"{bytes >> 30} GB" : $"{Math.Max(1, bytes >> 20)} MB";

    void Count(ZipArchiveEntry entry, long at)
    {
        // A file that is read twice counts once.
        var before = furthest.GetValueOrDefault(entry);
        if (at <= before)
            return;
        furthest[entry] = at;
        unpacked += at - before;
        if (unpacked > limits.Unpacked)
            throw new ExtractException(
                $"»{Name}« fylder mere end {Size(limits.Unpacked)} pakket ud. Det er mere, end Spor læser af en pakket fil."
            );
        if (
            at > ZipLimits.Harmless
            && (at > Math.Min(entry.CompressedLength, file.Length) * limits.Ratio || unpacked > file.Length * limits.Ratio)
        )
            throw new ExtractException(
                $"»{entry.FullName}« i »{Name}« fylder mere end {limits.Ratio} gange så meget pakket ud. Sådan ser et udtræk "
                    + $"ikke ud, så det er ikke læst."
            );
    }

    /// <summary>Counts what comes out, and says a damaged file in Danish.</summary>
    sealed class Counted(GuardedZip zip, ZipArchiveEntry entry, Stream inner) : Stream
    {
        long at;

        public override int Read(Span<byte> buffer)
        {
            try
            {
                var read = inner.Read(buffer);
                zip.Count(entry, at += read);
                return read;
            }
            catch (Exception e) when (e is InvalidDataException or EndOfStreamException)
            {
                throw zip.Damaged(entry, e);
            }
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => at;
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}

/// <summary>A zip of CSV files, with or without one folder around them.</summary>
public sealed class ZipSource : ExtractSource
{
    readonly GuardedZip zip;
    readonly Dictionary<string, ZipArchiveEntry> files = new(StringComparer.OrdinalIgnoreCase);

    ZipSource(GuardedZip zip)
    {
        this.zip = zip;
        var entries = zip.Entries.Where(IsReal).ToList();
        var top = entries
            .Select(e => e.FullName.Replace('\\', '/'))
            .Select(n => n.IndexOf('/', StringComparison.Ordinal) is var slash && slash < 0 ? "" : n[..(slash + 1)])
            .Distinct()
            .ToList();
        var skip = top.Count == 1 ? top[0].Length : 0;
        foreach (var entry in entries)
            if (!files.TryAdd(entry.FullName.Replace('\\', '/')[skip..].Normalize(), entry))
                throw new ExtractException($"»{zip.Name}« har to filer, der hedder »{entry.Name}«.");
        Names =
        [
            .. files.Keys.Where(n => !n.EndsWith(".json", StringComparison.OrdinalIgnoreCase)).OrderBy(n => n, StringComparer.Ordinal),
        ];
        if (!Names.Any(n => n.EndsWith(".csv", StringComparison.OrdinalIgnoreCase)))
            throw new ExtractException($"»{zip.Name}« har ingen CSV-filer. Et udtræk er filer som boern.csv og sager.csv.");
    }

    /// <summary>A zip of CSV files, or a workbook: both are zip files, and what is inside says which.</summary>
    /// <exception cref="ExtractException">It breaks a limit or cannot be read.</exception>
    public static ExtractSource Of(string path, ZipLimits? limits = null, ExtractFiles? files = null)
    {
        files ??= ExtractFiles.AsTheyAre;
        return Of(files.NameOf(path), files.Open(path), limits ?? ZipLimits.Default, files.Scratch);
    }

    internal static ExtractSource Of(string name, Stream file, ZipLimits limits, string scratch)
    {
        var zip = new GuardedZip(name, file, limits);
        try
        {
            if (zip.Entries.Any(e => e.FullName.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase)))
                return new WorkbookSource(zip);
            var real = zip.Entries.Where(IsReal).ToList();
            return
                real.Find(e => e.Name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)) is { } book
                && !real.Exists(e => e.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                ? new PackedWorkbook(zip, book, limits, scratch)
                : new ZipSource(zip);
        }
        catch
        {
            zip.Dispose();
            throw;
        }
    }

    internal static bool IsReal(ZipArchiveEntry e) =>
        e.Name.Length > 0 && !e.Name.StartsWith('.') && !e.FullName.StartsWith("__MACOSX/", StringComparison.Ordinal);

    public override IReadOnlyList<string> Names { get; }

    public override TableReader Open(string name) => new CsvTableReader(() => zip.Open(files[name]));

    public override string? Text(string name)
    {
        if (!files.TryGetValue(name, out var entry))
            return null;
        using var stream = zip.Open(entry);
        return ReadText(stream, name);
    }

    public override void Dispose()
    {
        zip.Dispose();
        base.Dispose();
    }
}

/// <summary>A workbook in a zip, perhaps with a mapping beside it. It is unpacked to a sealed file without a name (<see
/// cref="Scratch"/>).</summary>
sealed class PackedWorkbook : ExtractSource
{
    readonly GuardedZip zip;
    readonly ExtractSource book;

    /// <exception cref="ExtractException">There are several workbooks, or it breaks a limit.</exception>
    public PackedWorkbook(GuardedZip zip, ZipArchiveEntry entry, ZipLimits limits, string scratch)
    {
        this.zip = zip;
        if (zip.Entries.Count(e => ZipSource.IsReal(e) && e.Name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase)) > 1)
            throw new ExtractException($"»{zip.Name}« har flere regneark. Et udtræk er ét af dem: giv det alene.");
        var unpacked = Scratch
            .Made(
                scratch,
                async to =>
                {
                    using var from = zip.Open(entry);
                    await from.CopyToAsync(to);
                }
            )
            .GetAwaiter()
            .GetResult();
        book = ZipSource.Of(entry.Name, unpacked, limits, scratch);
    }

    public override IReadOnlyList<string> Names => book.Names;

    public override TableReader Open(string name) => book.Open(name);

    public override string? Text(string name)
    {
        if (
            zip.Entries.FirstOrDefault(e => ZipSource.IsReal(e) && e.Name.Normalize().Equals(name, StringComparison.OrdinalIgnoreCase))
            is not { } entry
        )
            return null;
        using var stream = zip.Open(entry);
        return ReadText(stream, name);
    }

    public override void Dispose()
    {
        book.Dispose();
        zip.Dispose();
        base.Dispose();
    }
}
