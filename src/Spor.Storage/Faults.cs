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

static class Faults
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
                PostgresErrorCodes.InsufficientPrivilege
                or PostgresErrorCodes.InvalidPassword
                or PostgresErrorCodes.InvalidAuthorizationSpecification => new NoPermissionException("the database server", p),
                _ => null,
            },
            UnauthorizedAccessException u => new NoPermissionException(u.Message, u),
            IOException { HResult: 28 or unchecked((int)0x80070070) } io => new StorageFullException(io),
            _ => null,
        };
}
