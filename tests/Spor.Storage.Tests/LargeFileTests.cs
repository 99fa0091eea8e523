using System.Security.Cryptography;
using Spor.Cases;
using Spor.Facts;
using Spor.Kernel;
using Spor.Storage.Facts;
using Spor.Storage.Journal;

namespace Spor.Storage.Tests;

public sealed class LargeFilesOnSqlite() : LargeFileTests(Provider.Sqlite);

public sealed class LargeFilesOnPostgres() : LargeFileTests(Provider.Postgres);

public abstract class LargeFileTests(Provider provider) : OnADatabase(provider)
{
    [Fact]
    public async Task A_file_of_many_pieces_is_sealed_piece_by_piece_read_back_moved_and_erased()
    {
        var database = Open();
        var child = Sample.Enter(database, "Ida");
        var bytes = RandomNumberGenerator.GetBytes(5 * FileContent.Piece + 1234);
        // Letters that nobody may find in the database's file.
        "Ærø læser højt for klassen"u8.CopyTo(bytes.AsSpan(2 * FileContent.Piece + 7));
        database.Journal.Act(
            new("add-documents", "anna", child),
            (_, ids) =>
            {
                var attachment = new AttachmentFact
                {
                    Id = ids.Next(),
                    ChildId = child,
                    AboutKind = "child",
                    AboutId = child,
                    ContentType = "application/pdf",
                    Bytes = bytes.Length,
                    FileName = "stor.pdf",
                };
                return Decision.Of([
                    new Recorded(FactKinds.Attachment, attachment),
                    .. AttachmentContentFact
                        .Of(attachment, new FileContent(bytes), ids.Next)
                        .Select(p => new Recorded(FactKinds.AttachmentContent, p)),
                ]);
            },
            holdsTogether: false
        );
        var reader = new FactReader(database);
        var file = Assert.Single(reader.OfChild<AttachmentFact>(child));
        Assert.Equal(6, reader.OfChild<AttachmentContentFact>(child).Count);
        Assert.Equal(bytes, reader.Content(child, file.Id));
        using (var to = new MemoryStream())
        {
            await reader.CopyContent(child, file.Id, to);
            Assert.Equal(bytes, to.ToArray());
        }
        using (var link = database.Rent())
        using (var rows = link.Query("SELECT \"Body\" FROM text WHERE \"Body\" IS NOT NULL"))
            while (rows.Next())
                Assert.Equal(-1, rows.Bytes(0).AsSpan().IndexOf("klassen"u8));
        Assert.Equal([], Replay.Check(database).Differences);

        ErasureTests.Erase(database, child);
        Assert.False(new FactReader(database).HasContent(child, file.Id));
        Assert.Null(new FactReader(database).Content(child, file.Id));
        Assert.Equal([], Replay.Check(database).Differences);
    }
}
