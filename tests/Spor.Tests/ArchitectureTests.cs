using System.Reflection;
using System.Text.RegularExpressions;
using Spor.Facts;

namespace Spor.Tests;

/// <summary>What the compiler cannot see to: <c>docs/adr</c> and <c>CONTRIBUTING.md</c> say why.</summary>
public partial class ArchitectureTests
{
    static readonly string Src = Path.Combine(FiguresTests.Root, "src");

    static IEnumerable<(string Path, string Text)> Sources(string project = "", string pattern = "*.cs") =>
        Directory
            .EnumerateFiles(Path.Combine(Src, project), pattern, SearchOption.AllDirectories)
            .Where(f =>
                !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            )
            .Select(f => (Path.GetRelativePath(Src, f), File.ReadAllText(f)));

    [Fact]
    public void The_domain_knows_neither_a_database_nor_the_web()
    {
        var references = typeof(Fact).Assembly.GetReferencedAssemblies().Select(a => a.Name!);
        Assert.DoesNotContain(
            references,
            a =>
                a.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal)
                || a.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                || a.StartsWith("Microsoft.Data", StringComparison.Ordinal)
                || a.StartsWith("Npgsql", StringComparison.Ordinal)
                || a.StartsWith("SQLitePCL", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("Npgsql", "Spor.Storage/")]
    [InlineData("SQLitePCL", "Spor.Storage/Engine/")]
    [InlineData("Spectre.Console", "Spor.Cli/")]
    [InlineData("System.CommandLine", "Spor.Cli/")]
    [InlineData("DocumentFormat.OpenXml", "Spor/Exchange/")]
    [InlineData("Parquet", "Spor/Exchange/Wide/ParquetFile.cs")]
    [InlineData("QRCoder", "Spor.Web/Frame/Layout/")]
    [InlineData("MailKit", "Spor.Web/Day/Notice/SmtpPost.cs")]
    [InlineData("MimeKit", "Spor.Web/Day/Notice/SmtpPost.cs")]
    [InlineData("Ical.Net", "Spor/Kernel/CalendarFile.cs")]
    [InlineData("UglyToad.PdfPig", "Spor/Cases/PdfText.cs")]
    public void Each_library_is_used_in_one_place(string library, string place)
    {
        var users = Sources()
            .Where(s => Regex.IsMatch(s.Text, $@"^using (static )?(\w+ = )?{Regex.Escape(library)}", RegexOptions.Multiline))
            .Select(s => s.Path.Replace('\\', '/'))
            .ToList();
        Assert.NotEmpty(users);
        Assert.All(users, u => Assert.StartsWith(place, u));
    }

    [Fact]
    public void Nothing_is_shipped_for_the_tests_alone()
    {
        var packages = File.ReadAllText(Path.Combine(FiguresTests.Root, "Directory.Packages.props"));
        Assert.DoesNotContain("EntityFramework", packages, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_package_named_is_one_that_a_project_uses()
    {
        var root = FiguresTests.Root;
        var named = PackageVersion()
            .Matches(File.ReadAllText(Path.Combine(root, "Directory.Packages.props")))
            .Select(m => m.Groups[1].Value);
        var projects = string.Concat(
            Directory
                .EnumerateFiles(root, "*.csproj", SearchOption.AllDirectories)
                .Append(Path.Combine(root, "Directory.Build.props"))
                .Select(File.ReadAllText)
        );
        Assert.Equal([], named.Where(n => !projects.Contains($"PackageReference Include=\"{n}\"", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_namespace_is_its_folder()
    {
        var astray = Sources()
            .Where(s => Namespace().Match(s.Text) is { Success: true } found && found.Groups[1].Value != Folder(s.Path) + ";")
            .Select(s => s.Path);
        Assert.Equal([], astray);

        static string Folder(string path) => Path.GetDirectoryName(path)!.Replace(Path.DirectorySeparatorChar, '.');
    }

    static readonly string[] Ground = ["Kernel", "Facts"],
        // What stands above the topics and may ask them all. An investment is held against money, children and requirements alike.
        Above = ["Requirements", "Figures", "Reports", "Investing", "Exchange", "Access"];

    static readonly Arrows Domain = new(typeof(Fact).Assembly);

    static string FolderOf(string type) => type.Split('.')[1];

    [Fact]
    public void The_ground_knows_no_topic() =>
        Arrows.OnlyKnown(
            Domain.All.Where(a => Ground.Contains(FolderOf(a.From)) && !Ground.Contains(FolderOf(a.To))).Select(a => a.From),
            new Dictionary<string, string>
            {
                ["Spor.Facts.FactKinds"] = "the list of the kinds, and nothing else is",
                ["Spor.Facts.Register"] = "hands the kinds out by name",
                ["Spor.Facts.ChildFile"] = "the same",
            }
        );

    [Fact]
    public void A_topic_never_asks_a_figure() =>
        Arrows.OnlyKnown(
            Domain
                .All.Where(a => !Ground.Contains(FolderOf(a.From)) && !Above.Contains(FolderOf(a.From)))
                .Where(a => FolderOf(a.To) is "Figures" or "Reports")
                .Select(a => $"{a.From} -> {a.To.Split('.')[^1]}"),
            new Dictionary<string, string>()
        );

    [Fact]
    public void Rules_are_called_after_their_topic() =>
        Assert.DoesNotContain(typeof(Fact).Assembly.GetTypes(), t => t.Name is "Rules" or "Rule" && t.IsClass);

    [Fact]
    public void Concrete_classes_are_sealed()
    {
        var open = typeof(Fact)
            .Assembly.GetTypes()
            .Where(t =>
                t is { IsClass: true, IsAbstract: false, IsSealed: false, IsNested: false }
                && !t.Name.Contains('<', StringComparison.Ordinal)
            )
            .Select(t => t.FullName);
        Assert.Empty(open);
    }

    [Fact]
    public void No_type_is_called_after_what_it_is_not()
    {
        string[] empty = ["Manager", "Helper", "Service", "Repository", "Dto", "Base", "Utils"];
        var found = Sources()
            .SelectMany(s => TypeName().Matches(s.Text).Select(m => m.Groups[1].Value))
            .Where(n => empty.Any(e => n.EndsWith(e, StringComparison.Ordinal)));
        Assert.Empty(found);
    }

    [Fact]
    public void Names_in_the_code_are_English_and_plain_letters()
    {
        var names = typeof(Fact)
            .Assembly.GetTypes()
            .SelectMany(t =>
                t.GetMembers(
                        BindingFlags.Public
                            | BindingFlags.NonPublic
                            | BindingFlags.Instance
                            | BindingFlags.Static
                            | BindingFlags.DeclaredOnly
                    )
                    .Select(m => m.Name)
                    .Append(t.Name)
            );
        Assert.DoesNotContain(names, n => n.Any(c => !char.IsAscii(c)));
    }

    [Fact]
    public void A_kind_of_fact_has_one_column_for_each_property_that_is_stored()
    {
        foreach (var kind in FactKinds.All)
        {
            var columns = kind.Shape.Select(c => c.Name).ToHashSet();
            Assert.Equal(columns.Count, kind.Shape.Count);
            // Every column has its property, and every number and day its column; texts apart are packed.
            foreach (var column in columns)
                Assert.NotNull(kind.Row.GetProperty(column));
            var missing = kind
                .Row.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p.CanWrite && p.PropertyType != typeof(string) && !columns.Contains(p.Name) && p.Name != nameof(Fact.TextId))
                .Select(p => kind.Name + "." + p.Name);
            Assert.Empty(missing);
        }
    }

    [GeneratedRegex(@"^namespace ([\w.]+;?)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex("<PackageVersion Include=\"([^\"]+)\"")]
    private static partial Regex PackageVersion();

    [GeneratedRegex(@"\b(?:class|record|struct|interface|enum)\s+(?:struct\s+|class\s+)?([A-Z]\w+)")]
    private static partial Regex TypeName();
}
