using System.Diagnostics;

namespace Spor.Storage;

/// <summary>PostgreSQL's own programs are needed and were not found.</summary>
public sealed class ToolMissingException(string tool) : StorageException("The program was not found: " + tool)
{
    public string Tool { get; } = tool;
}

/// <summary>Runs PostgreSQL's own programs. The password goes by the environment, never by the command line.</summary>
static class PostgresTools
{
    public static void Run(string tool, string connection, params string[] arguments)
    {
        var found = Find(tool) ?? throw new ToolMissingException(tool);
        var start = new ProcessStartInfo(found) { RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.ArgumentList.Add("--dbname=" + ServerSpec.Read(connection).Database);
        foreach (var (name, value) in ServerSpec.Environment(connection))
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var wrong = said.GetAwaiter().GetResult();
        if (process.ExitCode == 0)
            return;
        throw wrong.Contains("No space left on device", StringComparison.Ordinal)
            ? new StorageFullException()
            : new NotADatabaseException(tool + ": " + wrong.Trim());
    }

    static string? Find(string tool)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).ToList();
        // Debian keeps one set per version; the newest can read them all.
        const string debian = "/usr/lib/postgresql";
        if (Directory.Exists(debian))
            folders.InsertRange(
                0,
                Directory
                    .EnumerateDirectories(debian)
                    .OrderByDescending(d => int.TryParse(Path.GetFileName(d), out var v) ? v : 0)
                    .Select(d => Path.Combine(d, "bin"))
            );
        return folders
            .Where(f => f.Length > 0)
            .Select(f => Path.Combine(f, OperatingSystem.IsWindows() ? tool + ".exe" : tool))
            .FirstOrDefault(File.Exists);
    }
}
