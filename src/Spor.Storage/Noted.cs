using System.Text.Json;

namespace Spor.Storage;

/// <summary>When something was last done with the database from the command line, in a file of the data folder: whoever watches over Spor
/// is told how long ago it is.</summary>
/// <param name="At">UTC.</param>
/// <param name="HeadNo">The last entry then.</param>
/// <param name="Well">Whether it came out as it should.</param>
public sealed record Noted(DateTime At, long HeadNo, bool Well)
{
    public const string Backup = "last-backup.json",
        Replay = "last-replay.json";

    /// <summary>Writes it down; where that cannot be done, what was done is done all the same.</summary>
    public static void Write(Database database, string what, long headNo, bool well)
    {
        var file = Path.Combine(database.DataFolder, what);
        try
        {
            using (var stream = OwnFiles.Create(file + ".new", FileMode.Create))
                JsonSerializer.Serialize(stream, new Noted(database.RealNow, headNo, well));
            File.Move(file + ".new", file, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { }
    }

    /// <summary>Null if it was never done, or cannot be read.</summary>
    public static Noted? Read(string dataFolder, string what)
    {
        try
        {
            var file = Path.Combine(dataFolder, what);
            return File.Exists(file) ? JsonSerializer.Deserialize<Noted>(File.ReadAllBytes(file)) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
