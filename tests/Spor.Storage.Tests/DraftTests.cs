namespace Spor.Storage.Tests;

public sealed class DraftsOnSqlite() : DraftTests(Provider.Sqlite);

public sealed class DraftsOnPostgres() : DraftTests(Provider.Postgres);

public abstract class DraftTests(Provider provider) : OnADatabase(provider)
{
    [Fact]
    public void A_draft_is_its_authors_alone_is_overwritten_and_forgotten_and_never_readable_in_the_table()
    {
        var database = Open();
        var drafts = new Drafts(database);
        Assert.Null(drafts.Find("anna", "/barn/7/notat"));
        Assert.True(drafts.Save("anna", "/barn/7/notat", new Dictionary<string, string> { ["Body"] = "Ida sagde" }));
        Assert.True(drafts.Save("anna", "/barn/7/notat", new Dictionary<string, string> { ["Body"] = "Ida sagde, at hun er glad" }));
        Assert.Equal("Ida sagde, at hun er glad", drafts.Find("anna", "/barn/7/notat")!.Value.Fields["Body"]);
        Assert.Null(drafts.Find("bo", "/barn/7/notat"));
        Assert.Equal(["/barn/7/notat"], drafts.Of("anna").Select(d => d.Form));
        using (var link = database.Rent())
        using (var rows = link.Query("SELECT \"Body\" FROM draft"))
        {
            Assert.True(rows.Next());
            Assert.DoesNotContain("glad", System.Text.Encoding.UTF8.GetString(rows.Bytes(0)), StringComparison.Ordinal);
        }
        drafts.Forget("anna", "/barn/7/notat");
        Assert.Null(drafts.Find("anna", "/barn/7/notat"));
        Assert.Equal(0, database.HeadNo);
    }

    [Fact]
    public void A_draft_that_is_too_long_is_not_kept() =>
        Assert.False(new Drafts(Open()).Save("anna", "/x", new Dictionary<string, string> { ["Body"] = new('x', Drafts.Longest) }));
}
