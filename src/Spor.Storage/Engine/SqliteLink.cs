using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Spor.Facts;
using Spor.Storage.Journal;
using SQLitePCL;

namespace Spor.Storage.Engine;

sealed unsafe class SqliteLink : Link
{
    const int Row = 100,
        Done = 101;
    readonly sqlite3 db;
    readonly Dictionary<string, Stack<Statement>> idle = new(StringComparer.Ordinal);
    readonly Dictionary<FactKind, (Statement Insert, Statement Retract)> forKind = [];
    readonly BindSink sink;
    Statement? insertEntry,
        insertText;
    bool foreignKeys;

    static SqliteLink() => Batteries_V2.Init();

    /// <param name="readOnly">Not even the log is folded into the file.</param>
    public SqliteLink(string file, bool create, long? maxPages = null, bool readOnly = false)
    {
        var rc = raw.sqlite3_open_v2(
            file,
            out db,
            (readOnly ? raw.SQLITE_OPEN_READONLY : raw.SQLITE_OPEN_READWRITE)
                | (create ? raw.SQLITE_OPEN_CREATE : 0)
                | raw.SQLITE_OPEN_NOMUTEX,
            null
        );
        if (rc != raw.SQLITE_OK)
        {
            var fault = new SqliteFaultException(rc, db is null ? file : raw.sqlite3_errmsg(db).utf8_to_string());
            db?.Dispose();
            throw fault;
        }
        raw.sqlite3_busy_timeout(db, 10_000);
        sink = new(this);
        foreignKeys = true;
        if (readOnly)
        {
            Script("PRAGMA query_only=ON; PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY;");
            return;
        }
        Script(
            "PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-16384; PRAGMA temp_store=MEMORY; PRAGMA secure_delete=ON;"
        );
        if (maxPages is { } pages)
            Script("PRAGMA max_page_count=" + pages.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>Turns the write-ahead log on. SQLite answers "busy" at once here, without the wait of <c>busy_timeout</c>, when another
    /// process turns it on in the same moment; so the wait is ours.</summary>
    public void UseWriteAheadLog()
    {
        const int Patience = 10_000,
            Pause = 20;
        var since = Environment.TickCount64;
        while (true)
        {
            var rc = raw.sqlite3_exec(db, "PRAGMA journal_mode=WAL;");
            if ((rc & 0xff) is not (raw.SQLITE_BUSY or raw.SQLITE_LOCKED) || Environment.TickCount64 - since > Patience)
            {
                Check(rc);
                return;
            }
            Thread.Sleep(Pause);
        }
    }

    /// <summary>Whether the file that this link has open is no longer the one of that name: moved, deleted, or another put in its
    /// place.</summary>
    public bool Moved
    {
        get
        {
            const int HasMoved = 20;
            var moved = 0;
            return Native.FileControl(db.DangerousGetHandle(), "main", HasMoved, ref moved) == raw.SQLITE_OK && moved != 0;
        }
    }

    sealed class Statement(sqlite3_stmt handle, string sql)
    {
        public readonly sqlite3_stmt Handle = handle;
        public readonly nint At = handle.DangerousGetHandle();
        public readonly string Sql = sql;
    }

    Statement Prepare(string sql)
    {
        if (idle.TryGetValue(sql, out var stack) && stack.TryPop(out var kept))
            return kept;
        Check(raw.sqlite3_prepare_v3(db, sql, raw.SQLITE_PREPARE_PERSISTENT, out var handle));
        return new(handle, sql);
    }

    void Return(Statement statement)
    {
        Native.Reset(statement.At);
        Native.ClearBindings(statement.At);
        if (!idle.TryGetValue(statement.Sql, out var stack))
            idle[statement.Sql] = stack = new();
        stack.Push(statement);
    }

    void Check(int rc)
    {
        if (rc is raw.SQLITE_OK or Row or Done)
            return;
        throw new SqliteFaultException(rc, raw.sqlite3_errmsg(db).utf8_to_string());
    }

    public override Rows Query(string sql, params ReadOnlySpan<object?> args)
    {
        Ask();
        return new SqliteRows(this, Bind(sql, args)) { Keys = Keys };
    }

    Statement Bind(string sql, ReadOnlySpan<object?> args)
    {
        var statement = Prepare(sql);
        for (var i = 0; i < args.Length; i++)
        {
            Check(
                args[i] switch
                {
                    null => Native.BindNull(statement.At, i + 1),
                    long v => Native.BindLong(statement.At, i + 1, v),
                    int v => Native.BindLong(statement.At, i + 1, v),
                    bool v => Native.BindLong(statement.At, i + 1, v ? 1 : 0),
                    string v => raw.sqlite3_bind_text(statement.Handle, i + 1, v),
                    byte[] v => raw.sqlite3_bind_blob(statement.Handle, i + 1, v),
                    DateOnly v => raw.sqlite3_bind_text(statement.Handle, i + 1, v.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
                    DateTime v => raw.sqlite3_bind_text(statement.Handle, i + 1, InstantText(v)),
                    var other => throw new InvalidOperationException("No binding of " + other.GetType().Name),
                }
            );
        }
        return statement;
    }

    public static string InstantText(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public override int Execute(string sql, params ReadOnlySpan<object?> args)
    {
        var statement = Bind(sql, args);
        try
        {
            int rc;
            while ((rc = Native.Step(statement.At)) == Row) { }
            Check(rc);
            return raw.sqlite3_changes(db);
        }
        finally
        {
            Return(statement);
        }
    }

    public override void Script(string sql) => Check(raw.sqlite3_exec(db, sql));

    public override void Begin(bool write) => Execute(write ? "BEGIN IMMEDIATE" : "BEGIN");

    public override void Commit() => Execute("COMMIT");

    public override void Rollback()
    {
        // A full disk has already ended the transaction.
        if (raw.sqlite3_get_autocommit(db) == 0)
            Execute("ROLLBACK");
    }

    public override bool HasTable(string name) =>
        Number("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $1", name) is not null;

    public void ForeignKeys(bool on)
    {
        if (foreignKeys == on)
            return;
        Script(on ? "PRAGMA foreign_keys=ON" : "PRAGMA foreign_keys=OFF");
        foreignKeys = on;
    }

    List<string> rebuilt = [];

    public override void BeginBulk()
    {
        Script("PRAGMA cache_size=-98304");
        var drop = new List<string>();
        rebuilt = [];
        foreach (var table in FactKinds.All.Select(k => k.Table).Append("text").Append("journal_entry"))
        {
            if (Number($"SELECT 1 FROM {Q(table)} LIMIT 1") is not null)
                continue;
            using var rows = Query("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = $1 AND sql IS NOT NULL", table);
            while (rows.Next())
            {
                drop.Add(rows.Text(0));
                rebuilt.Add(rows.Text(1));
            }
        }
        foreach (var index in drop)
            Script("DROP INDEX " + Q(index));
    }

    public override void EndBulk()
    {
        foreach (var sql in rebuilt)
            Script(sql);
        rebuilt = [];
        Script("PRAGMA cache_size=-16384");
    }

    public override void Write(Batch batch)
    {
        insertEntry ??= Prepare(
            """
            INSERT INTO "journal_entry" ("No", "At", "Author", "Intent", "ChildId", "ImportId", "Token", "ReasonTextId", "Content", "Events", "PrevHash", "Hash", "Ties")
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
            """
        );
        insertText ??= Prepare("""INSERT INTO "text" ("Id", "ChildId", "EntryNo", "Body", "Mac") VALUES ($1, $2, $3, $4, $5)""");
        var json = batch.Json.WrittenSpan;
        fixed (byte* events = json)
        {
            var lastAt = default(DateTime);
            var at = "";
            foreach (var e in CollectionsMarshal.AsSpan(batch.Entries))
            {
                if (at.Length == 0 || lastAt != e.At)
                    (lastAt, at) = (e.At, InstantText(e.At));
                sink.Start(insertEntry.At);
                sink.Long(e.No);
                sink.Text(at);
                sink.Text(e.Author);
                sink.Text(e.Intent);
                sink.MaybeLong(e.ChildId);
                sink.MaybeLong(e.ImportId);
                sink.MaybeText(e.Token);
                sink.MaybeLong(e.ReasonTextId);
                sink.MaybeBytes(e.Content);
                sink.StaticText(events + e.EventsAt, e.EventsLength);
                sink.Bytes(e.PrevHash);
                sink.Bytes(e.Hash);
                sink.MaybeBytes(e.Ties);
                Run(insertEntry);
            }
        }
        foreach (var t in CollectionsMarshal.AsSpan(batch.Texts))
        {
            sink.Start(insertText.At);
            sink.Long(t.Id);
            sink.MaybeLong(t.ChildId);
            sink.Long(t.EntryNo);
            sink.Bytes(t.Body);
            sink.Bytes(t.Mac);
            Run(insertText);
        }
        foreach (var (no, change, key) in CollectionsMarshal.AsSpan(batch.Changes))
        {
            var (insert, retract) = StatementsOf(change.Kind);
            if (change.Retract is { } id)
            {
                sink.Start(retract.At);
                sink.Long(no);
                sink.Long(id);
                Run(retract);
                if (raw.sqlite3_changes(db) != 1)
                    throw new InvalidOperationException($"{change.Kind.Name} {id} has no open row to retract.");
            }
            if (change.Add is { } fact)
            {
                sink.Start(insert.At);
                sink.SealedKey = key;
                change.Kind.WriteRow(fact, sink);
                Run(insert);
            }
        }
    }

    (Statement Insert, Statement Retract) StatementsOf(FactKind kind)
    {
        if (forKind.TryGetValue(kind, out var both))
            return both;
        var columns = string.Join(", ", kind.Shape.Select(c => Q(c.Name)));
        var values = string.Join(", ", kind.Shape.Select((_, i) => "$" + (i + 1).ToString(CultureInfo.InvariantCulture)));
        return forKind[kind] = (
            Prepare($"INSERT INTO {Q(kind.Table)} ({columns}) VALUES ({values})"),
            Prepare($"UPDATE {Q(kind.Table)} SET \"RetractedIn\" = $1 WHERE \"Id\" = $2 AND \"RetractedIn\" IS NULL")
        );
    }

    void Run(Statement statement)
    {
        var rc = Native.Step(statement.At);
        if (rc != Done)
        {
            var message = raw.sqlite3_errmsg(db).utf8_to_string();
            Native.Reset(statement.At);
            throw new SqliteFaultException(rc, message);
        }
        Native.Reset(statement.At);
    }

    public override void Dispose()
    {
        foreach (var one in idle.Values.SelectMany(s => s))
            one.Handle.Dispose();
        foreach (var (insert, retract) in forKind.Values)
        {
            insert.Handle.Dispose();
            retract.Handle.Dispose();
        }
        insertEntry?.Handle.Dispose();
        insertText?.Handle.Dispose();
        sink.Dispose();
        db.Dispose();
    }

    /// <summary>Binds a row's values one after the other. Texts stand in one native buffer until the row is stepped, so nothing is copied
    /// twice.</summary>
    sealed class BindSink(SqliteLink link) : IValueSink, IDisposable
    {
        byte* buffer = (byte*)NativeMemory.Alloc(1 << 16);
        int size = 1 << 16,
            used,
            index;
        nint statement;

        public void Start(nint statement)
        {
            this.statement = statement;
            index = 0;
            used = 0;
        }

        Span<byte> Room(int bytes, out byte* at)
        {
            if (used + bytes > size)
            {
                // What is bound already points into the buffer, so it cannot grow: this value goes by way of a copy.
                at = null;
                return default;
            }
            at = buffer + used;
            used += bytes;
            return new(at, bytes);
        }

        void Ok(int rc) => link.Check(rc);

        public void Null(string column) => Ok(Native.BindNull(statement, ++index));

        public void Long(string column, long value) => Ok(Native.BindLong(statement, ++index, value));

        public void Bool(string column, bool value) => Ok(Native.BindLong(statement, ++index, value ? 1 : 0));

        public void Text(string column, string value) => Text(value);

        public string? SealedKey { get; set; }

        public void Key(FactKind of, string value) => Text(SealedKey ?? throw Batch.NotSealed);

        public void Long(long value) => Ok(Native.BindLong(statement, ++index, value));

        public void MaybeLong(long? value)
        {
            if (value is { } v)
                Long(v);
            else
                Ok(Native.BindNull(statement, ++index));
        }

        public void MaybeText(string? value)
        {
            if (value is { } v)
                Text(v);
            else
                Ok(Native.BindNull(statement, ++index));
        }

        public void Text(string value)
        {
            var room = Room(value.Length * 3, out var at);
            if (at is null && value.Length > 0)
            {
                var bytes = Encoding.UTF8.GetBytes(value);
                fixed (byte* p = bytes)
                    Ok(Native.BindText(statement, ++index, p, bytes.Length, -1));
                return;
            }
            var length = Encoding.UTF8.GetBytes(value, room);
            used -= room.Length - length;
            Ok(Native.BindText(statement, ++index, at is null ? buffer : at, length, 0));
        }

        public void StaticText(byte* text, int length) => Ok(Native.BindText(statement, ++index, text, length, 0));

        public void Bytes(byte[] value)
        {
            fixed (byte* p = value)
                Ok(Native.BindBlob(statement, ++index, p, value.Length, -1));
        }

        public void MaybeBytes(byte[]? value)
        {
            if (value is { } v)
                Bytes(v);
            else
                Ok(Native.BindNull(statement, ++index));
        }

        public void Day(string column, DateOnly value)
        {
            var room = Room(10, out var at);
            if (at is null)
            {
                Text(value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                return;
            }
            WriteDay(room, value);
            Ok(Native.BindText(statement, ++index, at, 10, 0));
        }

        public void Time(string column, DateTime value)
        {
            var room = Room(19, out var at);
            if (at is null)
            {
                Text(value.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
                return;
            }
            WriteDay(room, DateOnly.FromDateTime(value));
            room[10] = (byte)' ';
            Two(room[11..], value.Hour);
            room[13] = (byte)':';
            Two(room[14..], value.Minute);
            room[16] = (byte)':';
            Two(room[17..], value.Second);
            Ok(Native.BindText(statement, ++index, at, 19, 0));
        }

        static void WriteDay(Span<byte> to, DateOnly day)
        {
            day.Deconstruct(out var year, out var month, out var date);
            Two(to, year / 100);
            Two(to[2..], year % 100);
            to[4] = (byte)'-';
            Two(to[5..], month);
            to[7] = (byte)'-';
            Two(to[8..], date);
        }

        static void Two(Span<byte> to, int value)
        {
            to[1] = (byte)('0' + value % 10);
            to[0] = (byte)('0' + value / 10);
        }

        public void Dispose()
        {
            NativeMemory.Free(buffer);
            buffer = null;
        }
    }

    sealed class SqliteRows(SqliteLink link, Statement statement) : Rows
    {
        const int CacheSize = 1024;
        readonly nint at = statement.At;
        string?[]? cache;
        bool returned;

        public override bool Next()
        {
            var rc = Native.Step(at);
            if (rc == Row)
                return true;
            if (rc != Done)
                link.Check(rc);
            return false;
        }

        ReadOnlySpan<byte> Span(int ordinal)
        {
            var bytes = Native.ColumnBytes(at, ordinal);
            return new(bytes, Native.ColumnLength(at, ordinal));
        }

        public override bool IsNull(int ordinal) => Native.ColumnType(at, ordinal) == 5;

        public override long Long(int ordinal) => Native.ColumnLong(at, ordinal);

        public override bool Bool(int ordinal) => Native.ColumnLong(at, ordinal) != 0;

        public override byte[] Bytes(int ordinal) => Span(ordinal).ToArray();

        public override ReadOnlyMemory<byte> Utf8(int ordinal) => Bytes(ordinal);

        /// <summary>Codes repeat: short texts met before are not made again.</summary>
        public override string Text(int ordinal)
        {
            var utf8 = Span(ordinal);
            if (utf8.Length > 24)
                return Encoding.UTF8.GetString(utf8);
            cache ??= new string?[CacheSize];
            uint hash = 2166136261;
            foreach (var b in utf8)
                hash = (hash ^ b) * 16777619;
            ref var kept = ref cache[(hash ^ (hash >> 15)) & (CacheSize - 1)];
            if (kept is not null && kept.Length == utf8.Length && Ascii.Equals(utf8, kept))
                return kept;
            return kept = Encoding.UTF8.GetString(utf8);
        }

        public override DateOnly Day(int ordinal) => ParseDay(Span(ordinal));

        static DateOnly ParseDay(ReadOnlySpan<byte> d) =>
            d.Length >= 10
                ? new(Number(d[..4]), Number(d.Slice(5, 2)), Number(d.Slice(8, 2)))
                : throw new FormatException("No day in the table: " + Encoding.UTF8.GetString(d));

        static int Number(ReadOnlySpan<byte> digits)
        {
            var n = 0;
            foreach (var d in digits)
                n = n * 10 + (d - '0');
            return n;
        }

        public override DateTime Time(int ordinal)
        {
            var t = Span(ordinal);
            return ParseDay(t)
                .ToDateTime(new TimeOnly(Number(t.Slice(11, 2)), Number(t.Slice(14, 2)), t.Length >= 19 ? Number(t.Slice(17, 2)) : 0));
        }

        public override DateTime Instant(int ordinal) =>
            DateTime.ParseExact(
                Text(ordinal),
                "yyyy-MM-dd'T'HH:mm:ss.fff'Z'",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal
            );

        public override void Dispose()
        {
            if (returned)
                return;
            returned = true;
            link.Return(statement);
        }
    }
}
