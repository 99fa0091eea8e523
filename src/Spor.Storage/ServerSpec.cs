using System.Globalization;
using Npgsql;

namespace Spor.Storage;

/// <summary>
/// How a PostgreSQL database is named: a connection string (it contains <c>Host=</c>). The password is best left out of it, where everybody
/// on the machine can read it: <c>PasswordFile=/path</c> names a file that has it on its first line, and <c>PGPASSWORD</c> and
/// <c>Passfile=</c> work as everywhere.
/// </summary>
public static class ServerSpec
{
    const string FileKey = "PasswordFile";

    /// <summary>A misspelt one is one too: it must not become the name of a SQLite file, with a password in it.</summary>
    public static bool IsServer(string? spec) =>
        spec is not null
        && (
            spec.Contains("Host=", StringComparison.OrdinalIgnoreCase)
            || (spec.Contains('=', StringComparison.Ordinal) && spec.Contains(';', StringComparison.Ordinal))
        );

    /// <exception cref="BadConnectionException">It cannot be read, or names no server. The message does not repeat it.</exception>
    /// <exception cref="PasswordFileException">The file with the password cannot be read.</exception>
    public static NpgsqlConnectionStringBuilder Read(string spec)
    {
        try
        {
            var plain = new System.Data.Common.DbConnectionStringBuilder { ConnectionString = spec };
            string? password = null;
            if (plain.TryGetValue(FileKey, out var file))
            {
                password = File.ReadLines((string)file).FirstOrDefault()?.TrimEnd() ?? "";
                plain.Remove(FileKey);
            }
            var built = new NpgsqlConnectionStringBuilder(plain.ConnectionString);
            if (password is not null)
                built.Password = password;
            return string.IsNullOrWhiteSpace(built.Host) ? throw new BadConnectionException() : built;
        }
        catch (Exception e) when (e is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            throw new BadConnectionException();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PasswordFileException(e);
        }
    }

    /// <summary>Of several servers (<c>Host=db1,db2</c>) the one that takes writes, whichever it is at the time: a standby that has become
    /// the primary is found by itself.</summary>
    public static NpgsqlDataSource SourceOf(NpgsqlConnectionStringBuilder built) =>
        IsSeveral(built)
            ? Several(built).WithTargetSession(TargetSessionAttributes.Primary)
            : new NpgsqlDataSourceBuilder(built.ConnectionString).Build();

    static NpgsqlMultiHostDataSource Several(NpgsqlConnectionStringBuilder built)
    {
        // One that did not answer is asked again soon: it may be the only one that is left.
        var several = new NpgsqlConnectionStringBuilder(built.ConnectionString) { HostRecheckSeconds = 1 };
        several.Remove("Target Session Attributes");
        return new NpgsqlDataSourceBuilder(several.ConnectionString).BuildMultiHost();
    }

    /// <summary>Of several servers one that follows, for what reads much at once, so that the primary is left to those who write. Null
    /// where there is one server alone; the primary itself while none follows.</summary>
    public static NpgsqlDataSource? FollowerOf(NpgsqlConnectionStringBuilder built) =>
        IsSeveral(built) ? Several(built).WithTargetSession(TargetSessionAttributes.PreferStandby) : null;

    static bool IsSeveral(NpgsqlConnectionStringBuilder built) => built.Host!.Contains(',', StringComparison.Ordinal);

    /// <summary>As PostgreSQL's own programs are told it, by their environment.</summary>
    internal static IEnumerable<(string Name, string Value)> Environment(string spec)
    {
        var built = Read(spec);
        var port = built.Port.ToString(CultureInfo.InvariantCulture);
        if (IsSeveral(built))
        {
            var hosts = built.Host!.Split(',').Select(h => h.Split(':')).ToList();
            yield return ("PGHOST", string.Join(',', hosts.Select(h => h[0])));
            yield return ("PGPORT", string.Join(',', hosts.Select(h => h.Length > 1 ? h[1] : port)));
            yield return ("PGTARGETSESSIONATTRS", "read-write");
        }
        else
        {
            yield return ("PGHOST", built.Host!);
            yield return ("PGPORT", port);
        }
        if (built.Username is { } user)
            yield return ("PGUSER", user);
        if (built.Password is { } password)
            yield return ("PGPASSWORD", password);
    }

    /// <summary>For people, without the password.</summary>
    public static string Say(string spec)
    {
        try
        {
            var built = Read(spec);
            return IsSeveral(built) ? $"{built.Database} på {built.Host}" : $"{built.Database} på {built.Host}:{built.Port}";
        }
        catch (StorageException)
        {
            return "databaseserveren";
        }
    }

    /// <summary>The string as it can be shown and used again: a password that stood in it is left out.</summary>
    public static string WithoutPassword(string spec)
    {
        var plain = new System.Data.Common.DbConnectionStringBuilder { ConnectionString = spec };
        plain.Remove("Password");
        return plain.ConnectionString;
    }

    /// <summary>Whether the password stands in the string itself.</summary>
    public static bool HasPassword(string? spec)
    {
        try
        {
            return IsServer(spec) && new System.Data.Common.DbConnectionStringBuilder { ConnectionString = spec! }.ContainsKey("Password");
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
