using Spor.Children;
using Spor.Facts;
using Spor.Storage.Facts;
using Spor.Storage.Journal;

namespace Spor.Storage.Tests;

public sealed class ReplaySumsOnSqlite() : ReplaySumsTests(Provider.Sqlite);

public sealed class ReplaySumsOnPostgres() : ReplaySumsTests(Provider.Postgres);

/// <summary>The sums alone say that the tables are what the journal makes of them, and never say so when they are not.</summary>
public abstract class ReplaySumsTests(Provider provider) : OnADatabase(provider)
{
    /// <summary>Two facts of every kind on each child; some corrected, one taken back, a text erased.</summary>
    Database Made()
    {
        var database = Open();
        Sample.Import(database, 12);
        var children = RegisterLoader.Load(database).Children.Select(c => c.Id).Order().ToList();
        foreach (var child in children.Take(5))
            database.Journal.Act(
                new("x", "anna", child),
                (facts, _) =>
                {
                    var fact = (ChildFact)facts.Find<ChildFact>(child)!.Copy();
                    fact.BornOn = new(2019, 5, 4);
                    return new Corrected(FactKinds.Child, fact);
                }
            );
        var talk = new ChildReader(database).Read(children[6])!.FollowUps[0].Id;
        database.Journal.Act(new("x", "anna", children[6]), (_, _) => new Withdrawn(FactKinds.FollowUp, talk));
        return database;
    }

    static void Silently(Database database, string sql)
    {
        using var link = database.Open();
        if (link is Engine.SqliteLink file)
            file.ForeignKeys(false);
        link.Script(sql);
    }

    [Fact]
    public void A_whole_record_is_known_by_its_sums_and_counted_as_row_by_row()
    {
        using var database = Made();
        var sums = ReplaySums.Check(database);
        var rows = Replay.RowByRow(database);
        Assert.Equal([], rows.Differences);
        Assert.Equal((rows.Entries, rows.Rows), (sums?.Entries, sums?.Rows));
        Assert.True(rows.Rows > 1000);
    }

    [Theory]
    [InlineData(
        "UPDATE child SET \"DistrictId\" = coalesce(\"DistrictId\", 0) + 1 WHERE \"Id\" = (SELECT min(\"Id\") FROM child)",
        "child"
    )]
    [InlineData("DELETE FROM follow_up WHERE \"Id\" = (SELECT max(\"Id\") FROM follow_up)", "follow_up")]
    [InlineData("UPDATE follow_up SET \"RetractedIn\" = NULL WHERE \"RetractedIn\" IS NOT NULL", "follow_up")]
    [InlineData("UPDATE child SET \"RetractedIn\" = \"RetractedIn\" + 1 WHERE \"RetractedIn\" IS NOT NULL", "child")]
    [InlineData("UPDATE child SET \"RecordedIn\" = \"RecordedIn\" - 1 WHERE \"RetractedIn\" IS NULL", "child")]
    public void What_somebody_changed_behind_the_journal_is_not_in_the_sums_and_is_named_row_by_row(string sql, string table)
    {
        using var database = Made();
        Silently(database, sql);
        Assert.Null(ReplaySums.Check(database));
        Assert.Contains(Replay.Check(database).Differences, d => d.Where == table);
    }

    [Fact]
    public void Two_values_that_changed_places_do_not_cancel_out()
    {
        using var database = Made();
        Silently(
            database,
            """
            UPDATE "case" SET "OpenedOn" = (SELECT c."OpenedOn" FROM "case" c WHERE c."Id" <> "case"."Id" AND c."OpenedOn" <> "case"."OpenedOn" ORDER BY c."Id" LIMIT 1)
            WHERE "Id" IN (SELECT "Id" FROM "case" ORDER BY "Id" LIMIT 2)
            """
        );
        Assert.Null(ReplaySums.Check(database));
    }
}
