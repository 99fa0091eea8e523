using System.Diagnostics;
using System.Runtime.Versioning;

namespace Spor.Tests;

/// <summary><c>./spor</c> from a clone, for the one who built it and for another user. The dotnet beside it only says what it is asked to
/// do.</summary>
[SupportedOSPlatform("linux")]
public sealed class StartingTests : IDisposable
{
    const string Dotnet = """
        #!/usr/bin/env bash
        case "$1" in
          --list-sdks) echo "10.0.100 [/usr/share/dotnet/sdk]" ;;
          build)
            out="$2/bin/Release/net10.0"
            while [ $# -gt 0 ]; do [ "$1" != --artifacts-path ] || out="$2/bin/Spor.Cli/release"; shift; done
            mkdir -p "$out" && echo built > "$out/Spor.Cli.dll" && echo built >> "$BUILDS" ;;
          *) echo "runs $*" ;;
        esac
        """;

    readonly string folder = Directory.CreateTempSubdirectory("spor-start-").FullName;
    readonly string clone,
        builds,
        home;

    public StartingTests()
    {
        (clone, builds, home) = (Path.Combine(folder, "clone"), Path.Combine(folder, "builds"), Path.Combine(folder, "home"));
        foreach (var made in new[] { "clone/src/Spor.Cli", "clone/src/Spor", "bin", "home", "tmp" })
            Directory.CreateDirectory(Path.Combine(folder, made));
        File.Copy(Path.Combine(FiguresTests.Root, "spor"), Path.Combine(clone, "spor"));
        foreach (
            var file in new[] { "Directory.Build.props", "Directory.Packages.props", "BannedSymbols.txt", "global.json", ".editorconfig" }
        )
            File.WriteAllText(Path.Combine(clone, file), "");
        File.WriteAllText(Path.Combine(clone, "src/Spor/A.cs"), "");
        File.WriteAllText(builds, "");
        var dotnet = Path.Combine(folder, "bin/dotnet");
        File.WriteAllText(dotnet, Dotnet);
        File.SetUnixFileMode(dotnet, (UnixFileMode)0b111_101_101);
        foreach (var open in new[] { folder, home, Path.Combine(folder, "tmp"), builds })
            File.SetUnixFileMode(open, (UnixFileMode)0b111_111_111);
    }

    public void Dispose()
    {
        Run("chmod", ["-R", "u+rwX", folder]);
        Directory.Delete(folder, recursive: true);
    }

    int Builds => File.ReadAllLines(builds).Length;

    static bool IsRoot => Environment.UserName == "root";

    (int Code, string Output) Run(string program, IEnumerable<string> arguments, string? ownHome = null)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        start.Environment["PATH"] = Path.Combine(folder, "bin") + ":/usr/bin:/bin";
        start.Environment["BUILDS"] = builds;
        start.Environment["TMPDIR"] = Path.Combine(folder, "tmp");
        start.Environment["HOME"] = ownHome ?? home;
        start.Environment.Remove("XDG_CACHE_HOME");
        start.Environment.Remove("DOTNET_ROOT");
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, (output + error.Result).Trim());
    }

    (int Code, string Output) Owner() => Run("bash", [Path.Combine(clone, "spor"), "figures"]);

    /// <summary>Somebody who may not write in the clone: another user where the tests run as root, else the owner of a clone that is
    /// closed.</summary>
    (int Code, string Output) Another(string? ownHome = null)
    {
        if (IsRoot)
            return Run(
                "setpriv",
                ["--reuid=65534", "--regid=65534", "--clear-groups", "bash", Path.Combine(clone, "spor"), "figures"],
                ownHome
            );
        Run("chmod", ["-R", "a-w", clone]);
        try
        {
            return Run("bash", [Path.Combine(clone, "spor"), "figures"], ownHome);
        }
        finally
        {
            Run("chmod", ["-R", "u+w", clone]);
        }
    }

    void Edit() => File.SetLastWriteTimeUtc(Path.Combine(clone, "src/Spor/A.cs"), new DateTime(2090, 1, 1, 0, 0, 0, DateTimeKind.Utc));

    [Fact]
    public void The_owner_builds_once_and_another_user_runs_what_was_built()
    {
        var inTheClone = $"runs {clone}/src/Spor.Cli/bin/Release/net10.0/Spor.Cli.dll figures";
        var (code, said) = Owner();
        Assert.Equal((0, 1), (code, Builds));
        Assert.Contains(inTheClone, said, StringComparison.Ordinal);
        Assert.Equal((0, inTheClone), Owner());
        Assert.Equal((0, inTheClone), Another());
        Assert.Equal(1, Builds);
        File.WriteAllText(Path.Combine(clone, "src/Spor/B.cs"), "");
        Assert.Equal(0, Owner().Code);
        Assert.Equal(2, Builds);
    }

    [Fact]
    public void Another_user_builds_among_their_own_files_what_the_owner_has_not_built()
    {
        var (code, said) = Another();
        Assert.True(code == 0, said);
        Assert.Contains($"runs {home}/.cache/spor/", said, StringComparison.Ordinal);
        Another();
        Assert.Equal(1, Builds);
        // What the owner has built since is taken again; what has been edited after that is not.
        Owner();
        Assert.Contains($"runs {clone}/src/", Another().Output, StringComparison.Ordinal);
        Edit();
        Assert.Contains($"runs {home}/.cache/spor/", Another().Output, StringComparison.Ordinal);
        Assert.Equal(3, Builds);
    }

    [Fact]
    public void A_user_without_a_home_builds_in_the_folder_for_what_is_temporary()
    {
        var (code, said) = Another("/nonexistent");
        Assert.True(code == 0, said);
        Assert.Contains($"runs {folder}/tmp/spor-", said, StringComparison.Ordinal);
    }
}
