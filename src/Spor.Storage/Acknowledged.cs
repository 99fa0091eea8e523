using System.Globalization;
using System.Text;

namespace Spor.Storage;

/// <summary>
/// The last entry that somebody was told is saved, in a file beside the keys. It is written after the commit and not forced to disk, so
/// it may be behind and is never ahead. A database that ends before it has lost its end: SQLite's log was cut, or an older file was
/// put in its place.
/// </summary>
sealed class Acknowledged(string folder) : IDisposable
{
    const int Length = 20;
    readonly Lock gate = new();
    FileStream? file;

    static string FileOf(string folder) => Path.Combine(folder, "acknowledged");

    /// <summary>The number; 0 if nothing was ever acknowledged here.</summary>
    public static long In(string folder)
    {
        try
        {
            return
                File.Exists(FileOf(folder))
                && long.TryParse(File.ReadAllText(FileOf(folder)).Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var no)
                ? no
                : 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }

    /// <summary>An entry is on disk. A number that is further, of another process or from before an end was lost, stays.</summary>
    public void Reached(long no)
    {
        try
        {
            lock (gate)
            {
                file ??= OwnFiles.Create(FileOf(folder), FileMode.OpenOrCreate);
                Span<byte> there = stackalloc byte[Length];
                if (
                    RandomAccess.Read(file.SafeFileHandle, there, 0) == Length
                    && long.TryParse(there, NumberStyles.None, CultureInfo.InvariantCulture, out var before)
                    && before >= no
                )
                    return;
                RandomAccess.Write(
                    file.SafeFileHandle,
                    Encoding.ASCII.GetBytes(no.ToString(CultureInfo.InvariantCulture).PadLeft(Length, '0')),
                    0
                );
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            // The entry is saved whether or not this could be written down.
        }
    }

    public void Dispose() => file?.Dispose();
}
