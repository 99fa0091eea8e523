using System.Runtime.InteropServices;

namespace Spor.Storage;

/// <summary>
/// Names and texts lie open in memory while Spor runs, so a dump of it is a copy of everything, unsealed. On Linux the kernel is asked to
/// write none and to let no other process of the account read this one, which also stops the runtime's own <c>createdump</c>; on Windows
/// the error report is kept without the memory. Whoever is root on the machine is not stopped by it.
/// </summary>
public static class Dumps
{
    const int SetDumpable = 4,
        GetDumpable = 3,
        CoreLimit = 4;

    /// <summary>What may be written of the memory when a program fails: everything but the heap (Windows).</summary>
    const uint WithoutMemory = 1;

    /// <summary>Asks for it; where the machine refuses, Spor runs as before.</summary>
    public static void Forbid()
    {
        if (OperatingSystem.IsLinux())
        {
            var none = new Limit(0, 0);
            _ = SetLimit(CoreLimit, in none);
            _ = Control(SetDumpable, 0, 0, 0, 0);
        }
        else if (OperatingSystem.IsWindows())
            _ = ReportFaults(WithoutMemory);
    }

    /// <summary>Whether a dump of this process can be written by anybody but root; null where it cannot be asked.</summary>
    public static bool? Possible => OperatingSystem.IsLinux() ? Control(GetDumpable, 0, 0, 0, 0) != 0 : null;

    readonly record struct Limit(ulong Now, ulong Most);

    [DllImport("libc", EntryPoint = "prctl")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int Control(int what, nuint a, nuint b, nuint c, nuint d);

    [DllImport("libc", EntryPoint = "setrlimit")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int SetLimit(int what, in Limit to);

    [DllImport("kernel32.dll", EntryPoint = "WerSetFlags")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    static extern int ReportFaults(uint flags);
}
