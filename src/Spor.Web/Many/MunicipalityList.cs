using System.Text.Json;
using System.Text.Json.Serialization;
using Spor.Storage;
using Spor.Web.Access;

namespace Spor.Web.Many;

/// <param name="Host">The name that people write, without a scheme or a port.</param>
/// <param name="Folder">The municipality's data folder, beside the list or a whole path.</param>
/// <param name="Database">As to <c>--database</c>; null = <c>spor.db</c> in the folder.</param>
/// <param name="Inbox">A folder that its own systems put files into; a municipality with one is never closed.</param>
public sealed record ListedMunicipality(string Host, string Folder, string? Database = null, string? Inbox = null);

/// <summary>Which municipalities one process serves: <c>municipalities.json</c> in a folder of theirs. A running process reads it again
/// when it has changed.</summary>
public sealed record MunicipalityList
{
    public const string FileName = "municipalities.json";

    /// <summary>One that nobody has asked for so long is closed, and its memory given back.</summary>
    public int IdleMinutes { get; init; } = 30;

    /// <summary>More than so many are not open at once: the one that was asked longest ago is closed. Null = no limit.</summary>
    public int? MostOpen { get; init; }

    public IReadOnlyList<ListedMunicipality> Municipalities { get; init; } = [];

    static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        WriteIndented = true,
    };

    static string FileOf(string root) => Path.Combine(root, FileName);

    /// <summary>When the list was last written; another time means that it is to be read again.</summary>
    public static DateTime ChangedAt(string root) => File.GetLastWriteTimeUtc(FileOf(root));

    /// <exception cref="SettingsException">There is no list, it cannot be read, or it says what cannot be meant.</exception>
    public static MunicipalityList Read(string root)
    {
        var file = FileOf(root);
        if (!File.Exists(file))
            throw new SettingsException(
                $"Der er ingen {FileName} i »{root}«. Læg den første kommune ind med: spor municipality add VÆRTSNAVN --municipalities {root}"
            );
        try
        {
            return (JsonSerializer.Deserialize<MunicipalityList>(File.ReadAllText(file), Json) ?? new()).Checked(root);
        }
        catch (JsonException e)
        {
            throw new SettingsException($"{file}: Linje {(e.LineNumber ?? 0) + 1} kan ikke læses. {e.Path}");
        }
    }

    /// <summary>The list with one more; it is written whole or not at all.</summary>
    /// <exception cref="SettingsException">The name or the folder is used already, or cannot be meant.</exception>
    public static MunicipalityList Add(string root, ListedMunicipality one)
    {
        OwnFiles.CreateFolder(root);
        var before = File.Exists(FileOf(root)) ? Read(root) : new();
        var after = (before with { Municipalities = [.. before.Municipalities, one] }).Checked(root);
        after.Write(root);
        return after;
    }

    /// <summary>The list without one; its data folder and its database stay as they are.</summary>
    /// <exception cref="SettingsException">No municipality has that name.</exception>
    public static MunicipalityList Remove(string root, string host)
    {
        var before = Read(root);
        var after = before with { Municipalities = [.. before.Municipalities.Where(m => !Same(m.Host, host))] };
        if (after.Municipalities.Count == before.Municipalities.Count)
            throw new SettingsException($"Ingen kommune på listen hedder »{host}«.");
        after.Write(root);
        return after;
    }

    void Write(string root)
    {
        var (file, fresh) = (FileOf(root), FileOf(root) + ".new");
        File.Delete(fresh);
        using (var stream = OwnFiles.Create(fresh))
            JsonSerializer.Serialize(stream, this, Json);
        File.Move(fresh, file, overwrite: true);
    }

    /// <summary>Where a municipality's data folder lies.</summary>
    public static string FolderOf(string root, ListedMunicipality one) => Path.GetFullPath(Path.Combine(root, one.Folder));

    internal static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    MunicipalityList Checked(string root)
    {
        if (IdleMinutes < 1)
            throw new SettingsException("»idleMinutes« skal være 1 eller mere.");
        if (MostOpen is < 1)
            throw new SettingsException("»mostOpen« skal være 1 eller mere.");
        var (hosts, folders) = (new HashSet<string>(StringComparer.OrdinalIgnoreCase), new HashSet<string>(StringComparer.Ordinal));
        var databases = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in Municipalities)
        {
            if (Uri.CheckHostName(one.Host) != UriHostNameType.Dns)
                throw new SettingsException(
                    $"»{one.Host}« er ikke et værtsnavn. Skriv det som spor.kommune.dk, uden https:// og uden port."
                );
            if (!hosts.Add(one.Host))
                throw new SettingsException($"To kommuner kan ikke have samme navn: »{one.Host}«.");
            if (string.IsNullOrWhiteSpace(one.Folder) || FolderOf(root, one) == Path.GetFullPath(root))
                throw new SettingsException($"»{one.Host}« mangler en mappe til sine data.");
            if (!folders.Add(FolderOf(root, one)))
                throw new SettingsException($"To kommuner kan ikke have samme datamappe: »{one.Folder}«.");
            if (one.Database is { } database && !databases.Add(database))
                throw new SettingsException($"To kommuner kan ikke have samme database: »{one.Host}« har en, der er brugt.");
        }
        return this;
    }
}
