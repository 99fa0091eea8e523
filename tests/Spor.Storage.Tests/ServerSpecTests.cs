using Npgsql;
using Spor.Facts;
using Spor.Storage.Journal;

namespace Spor.Storage.Tests;

/// <summary>A server that is not there, misspelt or refuses is said to be so, and no message holds the password.</summary>
public sealed class ServerSpecTests : IDisposable
{
    const string Secret = "hemmelig-kode";
    readonly string folder = Directory.CreateTempSubdirectory("spor-spec-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static string Server(Action<NpgsqlConnectionStringBuilder> change)
    {
        var server = Environment.GetEnvironmentVariable("SPOR_TEST_POSTGRES");
        if (string.IsNullOrEmpty(server))
            Assert.Skip("SPOR_TEST_POSTGRES names no server");
        var built = new NpgsqlConnectionStringBuilder(server) { Password = Secret };
        change(built);
        return built.ConnectionString;
    }

    void Refused<T>(string spec)
        where T : StorageException
    {
        var opening = Assert.Throws<T>(() => Database.Open(spec, Path.Combine(folder, "data")));
        Assert.DoesNotContain(Secret, opening.Message, StringComparison.Ordinal);
        Assert.Throws<T>(() => Database.Exists(spec, folder));
        // No file got the string for a name, and no keys were made for a database that is not there.
        Assert.Empty(Directory.GetFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_server_that_is_down() => Refused<ServerDownException>(Server(b => b.Port = 1));

    [Fact]
    public void Of_several_servers_the_one_that_takes_writes_is_used()
    {
        var server = new NpgsqlConnectionStringBuilder(Server(b => b.Password = null));
        var name = "spor_several_" + Guid.NewGuid().ToString("N");
        using (var admin = NpgsqlDataSource.Create(server.ConnectionString))
        using (var command = admin.CreateCommand($"CREATE DATABASE {name}"))
            command.ExecuteNonQuery();
        // Nobody answers at the first: it died, or is not the primary any more.
        var several = $"Host=127.0.0.1:1,127.0.0.1:{server.Port};Database={name};Username={server.Username}";
        using (var database = Database.Open(several, Path.Combine(folder, "data")))
            Assert.NotNull(
                database.Journal.Act(new("enter-child", "anna"), (_, ids) => new Recorded(FactKinds.Child, Sample.Child(ids.Next()))).No
            );
        Assert.True(Database.Exists(several, Path.Combine(folder, "data")));
        var told = ServerSpec.Environment(several).ToDictionary(e => e.Name, e => e.Value);
        Assert.Equal(
            ("127.0.0.1,127.0.0.1", $"1,{server.Port}", "read-write"),
            (told["PGHOST"], told["PGPORT"], told["PGTARGETSESSIONATTRS"])
        );
        using var last = NpgsqlDataSource.Create(server.ConnectionString);
        using var drop = last.CreateCommand($"DROP DATABASE {name} WITH (FORCE)");
        drop.ExecuteNonQuery();
    }

    [Fact]
    public void A_database_that_is_not_on_the_server() => Refused<NoSuchDatabaseException>(Server(b => b.Database = "findes_ikke"));

    [Fact]
    public void A_user_that_the_server_does_not_know() => Refused<NotLetInException>(Server(b => b.Username = "ingen"));

    [Theory]
    [InlineData("Hots=127.0.0.1;Database=x;Password=" + Secret)]
    [InlineData("Host=127.0.0.1;Prot=5432;Password=" + Secret)]
    [InlineData("Host=127.0.0.1;Port=fem;Password=" + Secret)]
    [InlineData("Database=x;Username=y;Password=" + Secret)]
    public void A_connection_that_is_misspelt(string spec) => Refused<BadConnectionException>(spec);

    [Fact]
    public void The_password_comes_from_a_file_and_is_never_said()
    {
        var file = Path.Combine(folder, "kode");
        File.WriteAllText(file, Secret + "\n");
        var spec = $"Host=db.kommune.dk;Database=spor;Username=spor_app;PasswordFile={file}";
        Assert.Equal(Secret, ServerSpec.Read(spec).Password);
        Assert.Equal("spor på db.kommune.dk:5432", ServerSpec.Say(spec));
        Assert.False(ServerSpec.HasPassword(spec));
        Assert.True(ServerSpec.HasPassword("Host=a;Password=" + Secret));
        Assert.DoesNotContain(Secret, ServerSpec.WithoutPassword("Host=a;Database=b;Password=" + Secret), StringComparison.Ordinal);
        Assert.Throws<PasswordFileException>(() => ServerSpec.Read("Host=a;PasswordFile=" + file + ".væk"));
    }
}
