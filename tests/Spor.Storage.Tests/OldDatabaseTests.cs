using System.IO.Compression;
using Spor.Storage.Facts;
using Spor.Storage.Journal;

namespace Spor.Storage.Tests;

/// <summary>
/// What earlier programs wrote, kept as they left it: each opens, is upgraded, and shows the same. When a schema is released, a small
/// database made by that very program is added to <c>old-databases</c>; docs/operations.md says how.
/// </summary>
public sealed class OldDatabaseTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("spor-old-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("schema-0004.zip", 4, 11, 4)]
    [InlineData("schema-0012.zip", 12, 11, 4)]
    [InlineData("schema-0033.zip", 33, 10, 3)]
    public void A_database_of_an_earlier_program_opens_and_shows_the_same(string file, int schema, long head, int children)
    {
        ZipFile.ExtractToDirectory(Path.Combine(AppContext.BaseDirectory, "old-databases", file), folder);
        Assert.Equal(schema, SchemaOf());
        if (schema < SchemaVersions.Files(Provider.Sqlite)[^1].Version)
            Assert.Throws<OlderSchemaException>(() => Database.OpenAsIs(null, folder));
        using (var opened = Database.Open(null, folder))
        {
            Assert.Equal(head, opened.HeadNo);
            var register = RegisterLoader.Load(opened);
            Assert.Equal(children, register.Children.Count);
            Assert.All(register.Children, c => Assert.True(c.Child.Name is { Length: > 0 } || schema == 33 && c.Child.Id == 49));
            Assert.Equal([], Replay.Check(opened).Differences);
            Sample.Enter(opened);
            Assert.Equal([], Replay.Check(opened).Differences);
        }
        using var again = Database.Open(null, folder);
        Assert.Equal(head + 1, again.HeadNo);
    }

    long SchemaOf()
    {
        using var link = new Engine.SqliteLink(Database.DefaultFile(folder), create: false, readOnly: true);
        return link.Number("SELECT max(\"Version\") FROM schema_version")!.Value;
    }
}
