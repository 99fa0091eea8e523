using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Spor.Storage.Engine;

namespace Spor.Storage;

/// <summary>What a copied table held: how many rows, and a hash over every value in order.</summary>
readonly record struct Held(long Rows, string Sha256);

/// <param name="Columns">Each with a letter for what it holds: l a number, t a text, d a day, i an instant, b bytes.</param>
/// <param name="Order">The columns that tell one row from another.</param>
sealed record CopiedTable(string Name, string Order, params (string Name, char Holds)[] Columns)
{
    string Select =>
        $"SELECT {string.Join(", ", Columns.Select(c => Link.Q(c.Name)))} FROM {Link.Q(Name)} ORDER BY "
        + string.Join(", ", Order.Split(' ').Select(Link.Q));

    /// <summary>Every row as it stands.</summary>
    /// <returns>What was read, for holding against <see cref="HashOf"/> of what was written.</returns>
    public Held Copy(Link from, Link to)
    {
        var insert =
            $"INSERT INTO {Link.Q(Name)} ({string.Join(", ", Columns.Select(c => Link.Q(c.Name)))}) VALUES ("
            + string.Join(", ", Columns.Select((_, i) => "$" + (i + 1).ToString(CultureInfo.InvariantCulture)))
            + ")";
        return Read(from, values => to.Execute(insert, values));
    }

    public Held HashOf(Link link) => Read(link, _ => { });

    Held Read(Link link, Action<object?[]> each)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var sums = new List<byte[]>();
        var values = new object?[Columns.Length];
        long count = 0;
        using var rows = link.Query(Select);
        while (rows.Next())
        {
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = rows.IsNull(i) ? null : ValueOf(rows, i);
                Add(sha, values[i]);
            }
            // In whatever order: two databases sort texts each in its own way.
            sums.Add(sha.GetHashAndReset());
            each(values);
            count++;
        }
        sums.Sort((a, b) => a.AsSpan().SequenceCompareTo(b));
        foreach (var sum in sums)
            sha.AppendData(sum);
        return new(count, Convert.ToHexStringLower(sha.GetHashAndReset()));
    }

    object ValueOf(Rows rows, int i) =>
        Columns[i].Holds switch
        {
            'l' => rows.Long(i),
            't' => rows.Text(i),
            'd' => rows.Day(i),
            'i' => rows.Instant(i),
            _ => rows.Bytes(i),
        };

    static void Add(IncrementalHash sha, object? value)
    {
        var bytes = value switch
        {
            null => [],
            long v => Encoding.ASCII.GetBytes(v.ToString(CultureInfo.InvariantCulture)),
            string v => Encoding.UTF8.GetBytes(v),
            DateOnly v => Encoding.ASCII.GetBytes(v.ToString("O", CultureInfo.InvariantCulture)),
            DateTime v => Encoding.ASCII.GetBytes(SqliteLink.InstantText(v)),
            byte[] v => v,
            _ => throw new InvalidOperationException(value.GetType().Name),
        };
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, value is null ? -1 : bytes.Length);
        sha.AppendData(length);
        sha.AppendData(bytes);
    }
}

/// <summary>The tables that no event makes. What the facts are stands beside their rows; a test holds both against the schema.</summary>
static class OtherTables
{
    public static IReadOnlyList<CopiedTable> OfTheRecord { get; } =
    [
        new(
            "import",
            "Id",
            ("Id", 'l'),
            ("At", 'i'),
            ("Author", 't'),
            ("MunicipalityNumber", 't'),
            ("ExtractDay", 'd'),
            ("FirstNo", 'l'),
            ("LastNo", 'l'),
            ("Report", 't')
        ),
        new(
            "text",
            "Id",
            ("Id", 'l'),
            ("ChildId", 'l'),
            ("EntryNo", 'l'),
            ("Body", 'b'),
            ("ErasedAt", 'i'),
            ("Mac", 'b'),
            ("ErasedIn", 'l')
        ),
        new(
            "report_file",
            "ReportId Name",
            ("ReportId", 'l'),
            ("Name", 't'),
            ("EntryNo", 'l'),
            ("ContentType", 't'),
            ("Sha256", 't'),
            ("Bytes", 'b')
        ),
        new("draft", "Author Form", ("Author", 't'), ("Form", 't'), ("At", 'i'), ("Body", 'b')),
        new(
            "mail_sent",
            "Employee",
            ("Employee", 'l'),
            ("Told", 't'),
            ("Sending", 't'),
            ("MailId", 't'),
            ("SentAt", 'i'),
            ("TriedAt", 'i'),
            ("Tries", 'l'),
            ("Fault", 't')
        ),
        new("survey_box", "SurveyId GroupNo", ("SurveyId", 'l'), ("GroupNo", 'l'), ("Body", 'b')),
        new("look_anchor", "First No", ("No", 'l'), ("First", 'l'), ("Hash", 'b'), ("At", 'i'), ("Mac", 'b')),
        new("keys_sealed", "Row", ("Row", 'l'), ("No", 'l'), ("Hash", 'b'), ("Hashes", 'b'), ("At", 'i'), ("Mac", 'b')),
        new("chain_start", "Row", ("Row", 'l'), ("No", 'l'), ("Hash", 'b'), ("Texts", 'b'), ("At", 'i'), ("Mac", 'b')),
    ];

    public static IReadOnlyList<CopiedTable> OfTheLog { get; } =
    [
        new(
            "access_log",
            "No",
            ("No", 'l'),
            ("At", 'i'),
            ("Author", 't'),
            ("Kind", 't'),
            ("Subject", 't'),
            ("PrevHash", 'b'),
            ("Hash", 'b')
        ),
        new("access_log_child", "Child No", ("Child", 'l'), ("No", 'l')),
    ];

    /// <summary>The journal, which is copied by replaying it; and what a new place begins anew.</summary>
    public static IReadOnlyList<string> NotCopied { get; } = ["journal_head", "journal_entry", "schema_version", "session"];

    public static IEnumerable<string> All => OfTheRecord.Concat(OfTheLog).Select(t => t.Name).Concat(NotCopied);
}
