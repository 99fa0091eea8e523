namespace Spor.Exchange.Import;

/// <summary>Where an extract's tables lie: a folder, a zip, a workbook. Tables are named as their file without extension.</summary>
public abstract class ExtractSource : IDisposable
{
    const int LongestText = 20 << 20;

    /// <summary>The names of what can be read, for example <c>boern.csv</c>, or a sheet's name.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <exception cref="ExtractException">The table cannot be read.</exception>
    public abstract TableReader Open(string name);

    /// <summary>A small text file beside the tables (the mapping file), or null.</summary>
    public virtual string? Text(string name) => null;

    public virtual void Dispose() => GC.SuppressFinalize(this);

    /// <summary>The extract at a path: a folder of CSV files, a zip, a workbook, or a folder that holds one zip or workbook.</summary>
    /// <exception cref="ExtractException">There is nothing there that can be read; the message says why, in Danish.</exception>
    /// <param name="files">How its files are opened, where they do not lie there as they are.</param>
    public static ExtractSource At(string path, ExtractFiles? files = null)
    {
        files ??= ExtractFiles.AsTheyAre;
        try
        {
            if (Directory.Exists(path))
                return InFolder(path, files);
            if (File.Exists(path))
                return InFile(path, files);
            throw new ExtractException($"»{path}« findes ikke. Giv en mappe med udtrækkets filer, en zip-fil eller en Excel-fil (.xlsx).");
        }
        catch (UnauthorizedAccessException e)
        {
            throw new ExtractException($"Spor har ikke adgang til at læse »{path}«. Giv den bruger, der kører Spor, læseadgang.", e);
        }
        catch (IOException e)
        {
            throw new ExtractException($"»{path}« kan ikke læses: {e.Message}", e);
        }
    }

    /// <summary>A pipe or a device has no length and would be read without end.</summary>
    static void OnlyFiles(IEnumerable<string> files)
    {
        foreach (var file in files)
        {
            var what = new FileInfo(file);
            if (
                (what.LinkTarget is null ? what : (FileInfo)(what.ResolveLinkTarget(returnFinalTarget: true) ?? what)) is
                { Exists: true, Length: > 0 }
            )
                continue;
            bool plain;
            try
            {
                // Opened for writing too, for a pipe that is opened for reading waits for somebody to write.
                using var stream = new FileStream(file, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
                plain = stream.CanSeek && stream.ReadByte() < 0;
            }
            catch (Exception e) when (e is UnauthorizedAccessException or IOException)
            {
                plain = false;
            }
            if (!plain)
                throw new ExtractException(
                    $"»{Path.GetFileName(file)}« er tom eller ikke en almindelig fil, men et rør eller en enhed. Tag den ud af mappen."
                );
        }
    }

    static bool IsRead(string file) => Has(file, ".csv") || Has(file, ".zip") || Has(file, ".xlsx") || Has(file, ".json");

    static ExtractSource InFolder(string path, ExtractFiles open)
    {
        var named = open.In(path);
        OnlyFiles(named.Where(f => IsRead(f.Key)).Select(f => f.Value));
        var files = named.Keys.Where(f => !f.StartsWith('.') && !f.StartsWith("~$", StringComparison.Ordinal)).ToList();
        if (files.Exists(f => Has(f, ".csv")))
            return new FolderSource(path, open);
        var packed = files.Where(f => Has(f, ".zip") || Has(f, ".xlsx")).Select(f => named[f]).ToList();
        return packed.Count switch
        {
            1 => new BesideFolder(InFile(packed[0], open), new FolderSource(path, open)),
            > 1 => throw new ExtractException(
                $"Mappen »{path}« har {packed.Count} zip- og Excel-filer. Et udtræk er én af dem: giv stien til den."
            ),
            _ => throw new ExtractException(
                files.Count == 0 && Directory.GetDirectories(path).Length == 0
                    ? $"Mappen »{path}« er tom. Et udtræk er en mappe med filer som boern.csv og sager.csv."
                    : $"Mappen »{path}« har ingen CSV-filer. Et udtræk er en mappe med filer som boern.csv og sager.csv, en "
                        + $"zip-fil eller en Excel-fil (.xlsx)."
            ),
        };
    }

    static ExtractSource InFile(string path, ExtractFiles files)
    {
        OnlyFiles([path]);
        var name = files.NameOf(path);
        var start = new byte[8];
        int read;
        using (var file = files.Open(path))
            read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        if (read >= 4 && start.AsSpan(0, 4).SequenceEqual("PK\u0003\u0004"u8))
            return ZipSource.Of(path, files: files);
        if (read >= 4 && start.AsSpan(0, 4).SequenceEqual("PK\u0005\u0006"u8))
            throw new ExtractException($"Zip-filen »{name}« er tom.");
        if (read >= 4 && start.AsSpan(0, 4).SequenceEqual((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new ExtractException(
                $"»{name}« er en ældre Excel-fil eller er beskyttet med adgangskode. Gem den som .xlsx uden adgangskode."
            );
        if (Has(name, ".csv"))
            throw new ExtractException($"»{name}« er én fil. Giv mappen, som den ligger i, sammen med udtrækkets andre filer.");
        throw new ExtractException($"»{name}« er ikke en zip-fil eller en Excel-fil (.xlsx).");
    }

    static bool Has(string file, string extension) => Path.GetExtension(file).Equals(extension, StringComparison.OrdinalIgnoreCase);

    internal static string ReadText(Stream stream, string name)
    {
        using var reader = new StreamReader(stream);
        var text = new System.Text.StringBuilder();
        var block = new char[1 << 14];
        for (int read; (read = reader.Read(block)) > 0; )
            if (text.Append(block, 0, read).Length > LongestText)
                throw new ExtractException($"{name} er større end 20 MB og kan ikke være en kortlægningsfil.");
        return text.ToString();
    }

    /// <summary>A zip or a workbook in a folder of its own, where the mapping file lies beside it.</summary>
    sealed class BesideFolder(ExtractSource inner, FolderSource folder) : ExtractSource
    {
        public override IReadOnlyList<string> Names => inner.Names;

        public override TableReader Open(string name) => inner.Open(name);

        public override string? Text(string name) => inner.Text(name) ?? folder.Text(name);

        public override void Dispose()
        {
            inner.Dispose();
            base.Dispose();
        }
    }
}

/// <summary>How the files of an extract are opened: as they are, or unsealed where they wait in Spor.</summary>
/// <param name="Open">Opens a file by its path, to be read from any place.</param>
/// <param name="Scratch">The folder for what must be unpacked on the way.</param>
/// <param name="NameOf">What the file at a path is called.</param>
public sealed record ExtractFiles(Func<string, Stream> Open, string Scratch, Func<string, string> NameOf)
{
    public static ExtractFiles AsTheyAre { get; } =
        new(
            path => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan),
            Import.Scratch.Anywhere,
            Path.GetFileName
        );

    /// <summary>Files that <see cref="SealedWriteStream"/> wrote.</summary>
    public static ExtractFiles Sealed(byte[] key, string scratch)
    {
        SealedReadStream Open(string path) => new(AsTheyAre.Open(path), key);
        return new(
            Open,
            scratch,
            path =>
            {
                using var file = Open(path);
                return file.Name ?? Path.GetFileName(path);
            }
        );
    }

    /// <summary>The paths of a folder's files by what they are called.</summary>
    internal IReadOnlyDictionary<string, string> In(string folder)
    {
        var named = new Dictionary<string, string>();
        foreach (var path in Directory.GetFiles(folder))
            named[NameOf(path)] = path;
        return named;
    }
}

/// <summary>A folder of CSV files.</summary>
public sealed class FolderSource : ExtractSource
{
    readonly ExtractFiles files;
    readonly IReadOnlyDictionary<string, string> paths;

    public FolderSource(string folder, ExtractFiles? files = null)
    {
        this.files = files ?? ExtractFiles.AsTheyAre;
        paths = this.files.In(folder);
        Names =
        [
            .. paths
                .Keys.Where(n => Path.GetExtension(n).Equals(".csv", StringComparison.OrdinalIgnoreCase) && !n.StartsWith('.'))
                .OrderBy(n => n, StringComparer.Ordinal),
        ];
    }

    public override IReadOnlyList<string> Names { get; }

    public override TableReader Open(string name) => new CsvTableReader(() => files.Open(paths[name]));

    public override string? Text(string name)
    {
        if (paths.Keys.FirstOrDefault(n => n.Normalize().Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } found)
            return null;
        using var stream = files.Open(paths[found]);
        return ReadText(stream, name);
    }
}
