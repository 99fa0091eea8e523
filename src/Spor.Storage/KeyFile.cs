using System.Security.Cryptography;
using System.Text.Json;

namespace Spor.Storage;

/// <summary>
/// <c>keys.json</c> as it was read: the keys that texts are sealed with, by number, and the one of all hashes, which is never changed. It
/// is written whole beside the old one and put in its place, so that no moment is without keys.
/// </summary>
/// <param name="Began">The entry at which the journal's chain got its key.</param>
/// <param name="LooksBegan">The row at which that of the log of looks got its key.</param>
sealed record KeyFile(IReadOnlyDictionary<byte, byte[]> Seal, byte[] Hash, long? Began, long? LooksBegan, DateTime WrittenAt)
{
    public byte Current { get; } = Seal.Keys.Max();

    public static string In(string folder) => Path.Combine(folder, "keys.json");

    /// <summary>When it was last written; null if it is not there.</summary>
    public static DateTime? Written(string folder) => File.Exists(In(folder)) ? File.GetLastWriteTimeUtc(In(folder)) : null;

    /// <exception cref="KeysDamagedException">It is empty, or no ring of keys.</exception>
    public static KeyFile Read(string folder)
    {
        try
        {
            return ReadWhole(folder);
        }
        catch (Exception e)
            when (e is JsonException or FormatException or InvalidOperationException or System.Collections.Generic.KeyNotFoundException)
        {
            throw new KeysDamagedException(e);
        }
    }

    static KeyFile ReadWhole(string folder)
    {
        var at = File.GetLastWriteTimeUtc(In(folder));
        using var json = JsonDocument.Parse(File.ReadAllBytes(In(folder)));
        var keys = new Dictionary<byte, byte[]>();
        foreach (var key in json.RootElement.GetProperty("seal").EnumerateArray())
            keys[key.GetProperty("no").GetByte()] = key.GetProperty("key").GetBytesFromBase64();
        return new(keys, json.RootElement.GetProperty("hash").GetBytesFromBase64(), Number("began"), Number("looksBegan"), at);
        long? Number(string name) =>
            json.RootElement.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number ? number.GetInt64() : null;
    }

    public static void Create(string folder)
    {
        var file = In(folder);
        var made = new KeyFile(
            new Dictionary<byte, byte[]> { [1] = RandomNumberGenerator.GetBytes(32) },
            RandomNumberGenerator.GetBytes(32),
            null,
            null,
            default
        ).Beside(file);
        // A second process that made its own ring at the same moment keeps the first one's.
        try
        {
            File.Move(made, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(made);
        }
    }

    /// <summary>Changes the file as it is now; two processes that do so take turns.</summary>
    public static KeyFile Change(string folder, Func<KeyFile, KeyFile> change)
    {
        using var turn = Turn(folder);
        var changed = change(Read(folder));
        File.Move(changed.Beside(In(folder)), In(folder), overwrite: true);
        return Read(folder);
    }

    static FileStream Turn(string folder)
    {
        for (var tries = 0; ; tries++)
            try
            {
                return new(In(folder) + ".lock", FileMode.OpenOrCreate, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException && tries < 200)
            {
                Thread.Sleep(25);
            }
    }

    public KeyFile WithNewKey()
    {
        if (Current >= 127)
            throw new InvalidOperationException("There are 127 keys already; retire old ones.");
        return this with { Seal = new Dictionary<byte, byte[]>(Seal) { [(byte)(Current + 1)] = RandomNumberGenerator.GetBytes(32) } };
    }

    public KeyFile Without(byte no) =>
        no == Current
            ? throw new InvalidOperationException("The key in use cannot be retired.")
            : this with
            {
                Seal = Seal.Where(k => k.Key != no).ToDictionary(k => k.Key, k => k.Value),
            };

    string Beside(string file)
    {
        var made = $"{file}.{Guid.NewGuid():N}.new";
        using var stream = OwnFiles.Create(made);
        JsonSerializer.Serialize(
            stream,
            new
            {
                seal = Seal.OrderBy(k => k.Key).Select(k => new { no = k.Key, key = k.Value }),
                hash = Hash,
                began = Began,
                looksBegan = LooksBegan,
            }
        );
        stream.Flush(flushToDisk: true);
        return made;
    }
}
