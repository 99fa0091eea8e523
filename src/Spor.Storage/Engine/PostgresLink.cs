using System.Data;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using Spor.Facts;
using Spor.Storage.Journal;

namespace Spor.Storage.Engine;

sealed class PostgresLink(NpgsqlDataSource source) : Link
{
    /// <summary>From here on COPY beats single statements.</summary>
    const int CopyFrom = 200;
    readonly NpgsqlConnection connection = source.OpenConnection();
    readonly Dictionary<FactKind, (string Insert, string Retract)> sqlOf = [];
    NpgsqlTransaction? transaction;
    List<string> rebuilt = [];

    NpgsqlCommand Command(string sql, ReadOnlySpan<object?> args)
    {
        var command = new NpgsqlCommand(sql, connection, transaction);
        foreach (var arg in args)
            command.Parameters.Add(new NpgsqlParameter { Value = arg ?? DBNull.Value });
        return command;
    }

    public override Rows Query(string sql, params ReadOnlySpan<object?> args)
    {
        Ask();
        var command = Command(sql, args);
        try
        {
            return new PostgresRows(command, command.ExecuteReader()) { Keys = Keys };
        }
        catch
        {
            command.Dispose();
            throw;
        }
    }

    public override int Execute(string sql, params ReadOnlySpan<object?> args)
    {
        using var command = Command(sql, args);
        return command.ExecuteNonQuery();
    }

    public override void Script(string sql)
    {
        using var command = new NpgsqlCommand(sql, connection, transaction);
        command.ExecuteNonQuery();
    }

    /// <summary>Writes a table anew, without the rows that are no longer of use to anybody. Only its owner may.</summary>
    public void WriteAnew(string table)
    {
        using var command = new NpgsqlCommand("VACUUM (FULL) " + Q(table), connection) { CommandTimeout = 0 };
        command.ExecuteNonQuery();
    }

    public override void Begin(bool write) =>
        transaction = connection.BeginTransaction(write ? IsolationLevel.ReadCommitted : IsolationLevel.RepeatableRead);

    public override void Commit()
    {
        using var ending = transaction;
        transaction = null;
        ending!.Commit();
    }

    public override void Rollback()
    {
        using var ending = transaction;
        transaction = null;
        // A connection that broke has rolled back by itself.
        if (connection.FullState.HasFlag(ConnectionState.Open))
            ending?.Rollback();
    }

    public override bool HasTable(string name) =>
        Number("SELECT 1 FROM information_schema.tables WHERE table_schema = current_schema() AND table_name = $1", name) is not null;

    /// <summary>Only the owner of a table may drop what belongs to it; a role that may only write imports a little slower.</summary>
    public override void BeginBulk()
    {
        rebuilt = [];
        var drop = new List<string>();
        foreach (var table in FactKinds.All.Select(k => k.Table).Append("text").Append("journal_entry"))
        {
            if (Number($"SELECT 1 FROM {Q(table)} LIMIT 1") is not null)
                continue;
            if (
                Number(
                    "SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = $1 AND tableowner = current_user",
                    table
                )
                is null
            )
                continue;
            using (
                var rows = Query(
                    """
                    SELECT i.indexname, i.indexdef FROM pg_indexes i
                    WHERE i.schemaname = current_schema() AND i.tablename = $1
                      AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conname = i.indexname)
                    """,
                    table
                )
            )
                while (rows.Next())
                {
                    drop.Add("DROP INDEX " + Q(rows.Text(0)));
                    rebuilt.Add(rows.Text(1));
                }
            using (
                var rows = Query(
                    """
                    SELECT c.conname, pg_get_constraintdef(c.oid) FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
                    JOIN pg_namespace n ON n.oid = t.relnamespace
                    WHERE n.nspname = current_schema() AND t.relname = $1 AND c.contype = 'f'
                    """,
                    table
                )
            )
                while (rows.Next())
                {
                    var name = rows.Text(0);
                    drop.Add($"ALTER TABLE {Q(table)} DROP CONSTRAINT {Q(name)}");
                    rebuilt.Add($"ALTER TABLE {Q(table)} ADD CONSTRAINT {Q(name)} {rows.Text(1)}");
                }
        }
        foreach (var sql in drop)
            Script(sql);
    }

    public override void EndBulk()
    {
        foreach (var sql in rebuilt)
            Script(sql);
        rebuilt = [];
    }

    public override void Write(Batch batch)
    {
        WriteEntries(batch);
        WriteTexts(batch);
        if (batch.Changes.Count < CopyFrom)
            WriteOneByOne(batch);
        else
            WriteByCopy(batch);
    }

    void WriteEntries(Batch batch)
    {
        const string columns =
            "\"No\", \"At\", \"Author\", \"Intent\", \"ChildId\", \"ImportId\", \"Token\", \"ReasonTextId\", \"Content\", "
            + "\"Events\", \"PrevHash\", \"Hash\", \"Ties\"";
        if (batch.Entries.Count < CopyFrom)
        {
            foreach (var e in batch.Entries)
                Execute(
                    $"INSERT INTO journal_entry ({columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
                    e.No,
                    e.At,
                    e.Author,
                    e.Intent,
                    e.ChildId,
                    e.ImportId,
                    e.Token,
                    e.ReasonTextId,
                    e.Content,
                    Encoding.UTF8.GetString(batch.Json.WrittenSpan.Slice(e.EventsAt, e.EventsLength)),
                    e.PrevHash,
                    e.Hash,
                    e.Ties
                );
            return;
        }
        using var copy = connection.BeginBinaryImport($"COPY journal_entry ({columns}) FROM STDIN (FORMAT BINARY)");
        var json = batch.Json.WrittenMemory;
        foreach (var e in batch.Entries)
        {
            copy.StartRow();
            copy.Write(e.No, NpgsqlDbType.Bigint);
            copy.Write(e.At, NpgsqlDbType.TimestampTz);
            copy.Write(e.Author, NpgsqlDbType.Text);
            copy.Write(e.Intent, NpgsqlDbType.Text);
            MaybeLong(copy, e.ChildId);
            MaybeLong(copy, e.ImportId);
            if (e.Token is { } token)
                copy.Write(token, NpgsqlDbType.Text);
            else
                copy.WriteNull();
            MaybeLong(copy, e.ReasonTextId);
            if (e.Content is { } content)
                copy.Write(content, NpgsqlDbType.Bytea);
            else
                copy.WriteNull();
            copy.Write(json.Slice(e.EventsAt, e.EventsLength), NpgsqlDbType.Text);
            copy.Write(e.PrevHash, NpgsqlDbType.Bytea);
            copy.Write(e.Hash, NpgsqlDbType.Bytea);
            if (e.Ties is { } ties)
                copy.Write(ties, NpgsqlDbType.Bytea);
            else
                copy.WriteNull();
        }
        copy.Complete();
    }

    static void MaybeLong(NpgsqlBinaryImporter copy, long? value)
    {
        if (value is { } v)
            copy.Write(v, NpgsqlDbType.Bigint);
        else
            copy.WriteNull();
    }

    void WriteTexts(Batch batch)
    {
        if (batch.Texts.Count < CopyFrom)
        {
            foreach (var t in batch.Texts)
                Execute(
                    "INSERT INTO text (\"Id\", \"ChildId\", \"EntryNo\", \"Body\", \"Mac\") VALUES ($1, $2, $3, $4, $5)",
                    t.Id,
                    t.ChildId,
                    t.EntryNo,
                    t.Body,
                    t.Mac
                );
            return;
        }
        using var copy = connection.BeginBinaryImport(
            "COPY text (\"Id\", \"ChildId\", \"EntryNo\", \"Body\", \"Mac\") FROM STDIN (FORMAT BINARY)"
        );
        foreach (var t in batch.Texts)
        {
            copy.StartRow();
            copy.Write(t.Id, NpgsqlDbType.Bigint);
            MaybeLong(copy, t.ChildId);
            copy.Write(t.EntryNo, NpgsqlDbType.Bigint);
            copy.Write(t.Body, NpgsqlDbType.Bytea);
            copy.Write(t.Mac, NpgsqlDbType.Bytea);
        }
        copy.Complete();
    }

    void WriteOneByOne(Batch batch)
    {
        foreach (var (no, change, key) in batch.Changes)
        {
            var (insert, retract) = SqlOf(change.Kind);
            if (change.Retract is { } id && Execute(retract, no, id) != 1)
                throw new InvalidOperationException($"{change.Kind.Name} {id} has no open row to retract.");
            if (change.Add is not { } fact)
                continue;
            using var command = new NpgsqlCommand(insert, connection, transaction);
            change.Kind.WriteRow(fact, new ParameterSink(command, key));
            command.ExecuteNonQuery();
        }
    }

    /// <summary>All retractions of a kind first, then its additions: an identity is corrected at most once in an import.</summary>
    void WriteByCopy(Batch batch)
    {
        foreach (var group in batch.Changes.GroupBy(c => c.Change.Kind))
        {
            var kind = group.Key;
            var retracted = group.Where(c => c.Change.Retract is not null).ToList();
            if (retracted.Count > 0)
            {
                var count = Execute(
                    $"""
                    UPDATE {Q(kind.Table)} SET "RetractedIn" = r.no FROM unnest($1, $2) AS r(no, id)
                    WHERE "Id" = r.id AND "RetractedIn" IS NULL
                    """,
                    retracted.ConvertAll(r => r.No).ToArray(),
                    retracted.ConvertAll(r => r.Change.Retract!.Value).ToArray()
                );
                if (count != retracted.Count)
                    throw new InvalidOperationException($"{retracted.Count - count} of {kind.Name} have no open row to retract.");
            }
            if (!group.Any(c => c.Change.Add is not null))
                continue;
            using var copy = connection.BeginBinaryImport(
                $"COPY {Q(kind.Table)} ({string.Join(", ", kind.Shape.Select(c => Q(c.Name)))}) FROM STDIN (FORMAT BINARY)"
            );
            var sink = new CopySink(copy);
            foreach (var (_, change, key) in group)
            {
                if (change.Add is not { } fact)
                    continue;
                copy.StartRow();
                sink.SealedKey = key;
                kind.WriteRow(fact, sink);
            }
            copy.Complete();
        }
    }

    (string Insert, string Retract) SqlOf(FactKind kind)
    {
        if (sqlOf.TryGetValue(kind, out var both))
            return both;
        var columns = string.Join(", ", kind.Shape.Select(c => Q(c.Name)));
        var values = string.Join(
            ", ",
            kind.Shape.Select((_, i) => "$" + (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture))
        );
        return sqlOf[kind] = (
            $"INSERT INTO {Q(kind.Table)} ({columns}) VALUES ({values})",
            $"UPDATE {Q(kind.Table)} SET \"RetractedIn\" = $1 WHERE \"Id\" = $2 AND \"RetractedIn\" IS NULL"
        );
    }

    public override void Dispose()
    {
        transaction?.Dispose();
        connection.Dispose();
    }

    static DateTime Wall(DateTime value) => DateTime.SpecifyKind(value, DateTimeKind.Unspecified);

    sealed class ParameterSink(NpgsqlCommand command, string? key) : IValueSink
    {
        void Add<T>(T value, NpgsqlDbType type) =>
            command.Parameters.Add(new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type });

        public void Null(string column) => command.Parameters.Add(new NpgsqlParameter { Value = DBNull.Value });

        public void Long(string column, long value) => Add(value, NpgsqlDbType.Bigint);

        public void Text(string column, string value) => Add(value, NpgsqlDbType.Text);

        public void Key(FactKind of, string value) => Add(key ?? throw Batch.NotSealed, NpgsqlDbType.Text);

        public void Bool(string column, bool value) => Add(value, NpgsqlDbType.Boolean);

        public void Day(string column, DateOnly value) => Add(value, NpgsqlDbType.Date);

        public void Time(string column, DateTime value) => Add(Wall(value), NpgsqlDbType.Timestamp);
    }

    sealed class CopySink(NpgsqlBinaryImporter copy) : IValueSink
    {
        public string? SealedKey { get; set; }

        public void Null(string column) => copy.WriteNull();

        public void Long(string column, long value) => copy.Write(value, NpgsqlDbType.Bigint);

        public void Text(string column, string value) => copy.Write(value, NpgsqlDbType.Text);

        public void Key(FactKind of, string value) => copy.Write(SealedKey ?? throw Batch.NotSealed, NpgsqlDbType.Text);

        public void Bool(string column, bool value) => copy.Write(value, NpgsqlDbType.Boolean);

        public void Day(string column, DateOnly value) => copy.Write(value, NpgsqlDbType.Date);

        public void Time(string column, DateTime value) => copy.Write(Wall(value), NpgsqlDbType.Timestamp);
    }

    sealed class PostgresRows(NpgsqlCommand command, NpgsqlDataReader reader) : Rows
    {
        public override bool Next() => reader.Read();

        public override bool IsNull(int ordinal) => reader.IsDBNull(ordinal);

        public override long Long(int ordinal) => reader.GetInt64(ordinal);

        public override string Text(int ordinal) => reader.GetString(ordinal);

        public override bool Bool(int ordinal) => reader.GetBoolean(ordinal);

        public override DateOnly Day(int ordinal) => reader.GetFieldValue<DateOnly>(ordinal);

        public override DateTime Time(int ordinal) => Wall(reader.GetDateTime(ordinal));

        public override DateTime Instant(int ordinal) => DateTime.SpecifyKind(reader.GetDateTime(ordinal), DateTimeKind.Utc);

        public override byte[] Bytes(int ordinal) => reader.GetFieldValue<byte[]>(ordinal);

        public override ReadOnlyMemory<byte> Utf8(int ordinal) => Encoding.UTF8.GetBytes(reader.GetString(ordinal));

        public override void Dispose()
        {
            reader.Dispose();
            command.Dispose();
        }
    }
}
