using Npgsql;

namespace Spor.Storage;

/// <summary>Something about the machine or the database that a person can do something about. The words for it are chosen where it is
/// shown.</summary>
public abstract class StorageException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The disk (or the database's size limit) is full. Nothing of the write was kept.</summary>
public sealed class StorageFullException(Exception? inner = null) : StorageException("The disk or the database is full.", inner);

/// <summary>Another process held the database longer than we wait. Nothing of the write was kept.</summary>
public sealed class DatabaseLockedException(Exception? inner = null) : StorageException("Another process holds the database.", inner);

/// <summary>The operating system or the database server denies access.</summary>
public sealed class NoPermissionException(string what, Exception? inner = null) : StorageException("No permission: " + what, inner);

/// <summary>The file is no database of ours, or is damaged.</summary>
public sealed class NotADatabaseException(string what, Exception? inner = null)
    : StorageException("Not a readable database: " + what, inner);

/// <summary>The key ring is missing, or is not the one that the database was made with.</summary>
public sealed class WrongKeysException(string what) : StorageException(what);

/// <summary>The database was written by a newer program than this.</summary>
public sealed class NewerSchemaException(int found, int known)
    : StorageException($"The database has schema {found}, this program knows {known}.");

/// <summary>The database was written by an older program, and whoever opened it may not change it.</summary>
public sealed class OlderSchemaException(int found, int known)
    : StorageException($"The database has schema {found}, this program has {known}.");

/// <summary>The schema of the database is of no version that was released: a schema file was another when it ran.</summary>
public sealed class StrangeSchemaException(string what) : StorageException("The schema is of no released version: " + what);

/// <summary>There are keys of a database, and the database itself is not there. A new one beside them would look as if nothing had ever
/// been recorded.</summary>
public sealed class DatabaseMissingException(string where) : StorageException("The keys are here, the database is not: " + where)
{
    public string Where { get; } = where;
}

/// <summary>The file was moved or deleted while it was open.</summary>
/// <param name="rescued">Where all of it was written to, if that could be done.</param>
public sealed class DatabaseGoneException(string? rescued) : StorageException("The database's file was moved or deleted while it was open.")
{
    public string? Rescued { get; } = rescued;
}

/// <summary>The keys are there and cannot be read.</summary>
public sealed class KeysDamagedException(Exception? inner = null) : StorageException("keys.json is empty or damaged.", inner);

/// <summary>A restore into this folder was broken off.</summary>
public sealed class RestoreUnfinishedException(string folder) : StorageException("A restore was broken off in " + folder);

/// <summary>The database server does not answer, stops or takes no more connections.</summary>
public sealed class ServerDownException(Exception? inner = null) : StorageException("The database server does not answer.", inner);

/// <summary>The server has no database of that name.</summary>
public sealed class NoSuchDatabaseException(Exception? inner = null) : StorageException("The server has no such database.", inner);

/// <summary>The server does not let this user in.</summary>
public sealed class NotLetInException(Exception? inner = null) : StorageException("The server refuses the user or the password.", inner);

/// <summary>The connection to the server is written in a way that cannot be read. What was written is not repeated: it may hold a
/// password.</summary>
public sealed class BadConnectionException() : StorageException("The connection string cannot be read.");

/// <summary>The file that has the password to the server is not there or cannot be read.</summary>
public sealed class PasswordFileException(Exception? inner = null) : StorageException("The file with the password cannot be read.", inner);

/// <summary>The journal moved on after the extract was compared. Compare again.</summary>
public sealed class HeadMovedException(long expected, long found)
    : StorageException($"The journal is at {found}, the comparison was made at {expected}.")
{
    public long Expected { get; } = expected;
    public long Found { get; } = found;
}

/// <summary>A SQLite result code that has no better name here.</summary>
public sealed class SqliteFaultException(int code, string message) : Exception($"SQLite {code}: {message}")
{
    public int Code { get; } = code;
}

public static class Faults
{
    /// <summary>The typed exception behind a database's own, or null if it is something else.</summary>
    public static StorageException? Typed(Exception e) =>
        e switch
        {
            StorageException s => s,
            SqliteFaultException s => (s.Code & 0xff) switch
            {
                13 => new StorageFullException(s),
                5 or 6 => new DatabaseLockedException(s),
                3 or 8 or 14 or 23 => new NoPermissionException("the database file", s),
                11 or 26 => new NotADatabaseException("the database file", s),
                _ => null,
            },
            PostgresException p => p.SqlState switch
            {
                PostgresErrorCodes.DiskFull or PostgresErrorCodes.OutOfMemory => new StorageFullException(p),
                PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected => new DatabaseLockedException(p),
                PostgresErrorCodes.InsufficientPrivilege => new NoPermissionException("the database server", p),
                PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => new NotLetInException(p),
                PostgresErrorCodes.InvalidCatalogName => new NoSuchDatabaseException(p),
                PostgresErrorCodes.TooManyConnections or ['5', '7', 'P', ..] or ['0', '8', ..] => new ServerDownException(p),
                _ => null,
            },
            // No password where one is asked for comes without a code of the server's.
            NpgsqlException { InnerException: null } n when n.Message.Contains("password", StringComparison.OrdinalIgnoreCase) =>
                new NotLetInException(n),
            NpgsqlException n => new ServerDownException(n),
            UnauthorizedAccessException u => new NoPermissionException(u.Message, u),
            IOException { HResult: 28 or unchecked((int)0x80070070) } io => new StorageFullException(io),
            _ => null,
        };
}
