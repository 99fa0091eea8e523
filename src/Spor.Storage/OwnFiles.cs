using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security.AccessControl;
using System.Security.Principal;

namespace Spor.Storage;

/// <summary>Files that nobody but the account Spor runs under may read: 0600 in folders of 0700, and on Windows by an access list with that
/// account and the machine's administrators alone.</summary>
public static class OwnFiles
{
    const UnixFileMode File = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        Folder = File | UnixFileMode.UserExecute;

    /// <summary>From now on nothing that this process makes is readable to others, whoever makes it: SQLite its log, the web server a file
    /// that is being uploaded. What it holds in memory is written to no disk either (<see cref="Dumps"/>).</summary>
    public static void Ours()
    {
        if (!OperatingSystem.IsWindows())
            _ = Mask(0b000_111_111);
        Dumps.Forbid();
    }

    [DllImport("libc", EntryPoint = "umask")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern uint Mask(uint mask);

    /// <summary>A new file; it is never readable to others, not even for the moment between.</summary>
    public static FileStream Create(string path, FileMode mode = FileMode.CreateNew)
    {
        var options = new FileStreamOptions { Mode = mode, Access = mode == FileMode.Append ? FileAccess.Write : FileAccess.ReadWrite };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = File;
        var stream = new FileStream(path, options);
        if (OperatingSystem.IsWindows())
            Close((FileSystemInfo)new FileInfo(path));
        return stream;
    }

    /// <summary>A folder, with whatever is missing above it.</summary>
    public static string CreateFolder(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            var made = Directory.CreateDirectory(path);
            Close((FileSystemInfo)made);
            return made.FullName;
        }
        return Directory.CreateDirectory(path, Folder).FullName;
    }

    /// <summary>A folder of one's own among the machine's temporary files.</summary>
    public static string CreateTemporary(string prefix)
    {
        var made = Directory.CreateTempSubdirectory(prefix).FullName;
        return OperatingSystem.IsWindows() ? CreateFolder(made) : made;
    }

    /// <summary>What Spor makes in a data folder. Whatever else lies there is not Spor's to close.</summary>
    static readonly string[] Patterns = ["*.db", "*.db-*", "*.db.before-*", "*.json", "*.json.*", "*.jsonl", "acknowledged"],
        Folders = ["cookies", "uploads", "deliveries"];

    /// <summary>Takes from everybody else what they may do with a data folder and Spor's files in it: an old one may have been
    /// open.</summary>
    public static void Close(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Close((FileSystemInfo)new DirectoryInfo(folder));
            return;
        }
        Set(folder, Folder);
        foreach (var file in Patterns.SelectMany(p => Directory.EnumerateFiles(folder, p)))
            Set(file, File);
        foreach (var own in Folders.Select(f => Path.Combine(folder, f)).Where(Directory.Exists))
        {
            Set(own, Folder);
            foreach (var inside in Directory.EnumerateDirectories(own, "*", SearchOption.AllDirectories))
                Set(inside, Folder);
            foreach (var file in Directory.EnumerateFiles(own, "*", SearchOption.AllDirectories))
                Set(file, File);
        }
    }

    [UnsupportedOSPlatform("windows")]
    static void Set(string path, UnixFileMode mode)
    {
        try
        {
            if (System.IO.File.GetUnixFileMode(path) != mode)
                System.IO.File.SetUnixFileMode(path, mode);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or FileNotFoundException or DirectoryNotFoundException)
        {
            // Somebody else's, or gone meanwhile: a log that SQLite has just folded.
        }
    }

    [SupportedOSPlatform("windows")]
    static void Close(FileSystemInfo what)
    {
        FileSystemSecurity rules = what is DirectoryInfo ? new DirectorySecurity() : new FileSecurity();
        rules.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
        var inherit = what is DirectoryInfo ? InheritanceFlags.ContainerInherit | InheritanceFlags.ObjectInherit : InheritanceFlags.None;
        foreach (
            var who in new[]
            {
                WindowsIdentity.GetCurrent().User!,
                new SecurityIdentifier(WellKnownSidType.BuiltinAdministratorsSid, null),
                new SecurityIdentifier(WellKnownSidType.LocalSystemSid, null),
            }
        )
            rules.AddAccessRule(new(who, FileSystemRights.FullControl, inherit, PropagationFlags.None, AccessControlType.Allow));
        if (what is DirectoryInfo folder)
            folder.SetAccessControl((DirectorySecurity)rules);
        else
            ((FileInfo)what).SetAccessControl((FileSecurity)rules);
    }
}
