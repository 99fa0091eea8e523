using System.IO.Compression;
using System.Text;
using Spor.Facts;
using Spor.Kernel;
using Spor.Storage.Journal;
using Spor.Verbs;
using Spor.Voices;

namespace Spor.Storage.Tests;

public sealed class SurveyBoxesOnSqlite() : SurveyBoxTests(Provider.Sqlite)
{
    [Fact]
    public void What_the_box_was_before_an_answer_lies_in_no_file()
    {
        var (database, acts, survey) = Begun();
        var codes = Codes(database, acts, survey, 6);
        var before = new List<byte[]>();
        foreach (var code in codes)
        {
            before.Add(Body(database));
            Assert.True(SurveyBoxes.Answer(database, code, new("11", ["Ring tilbage"])));
            foreach (var file in Directory.GetFiles(Folder))
            {
                var bytes = ReadShared(file);
                // A row of this length lies in pieces over several pages: any piece of it would do.
                foreach (var old in before)
                    Assert.True(bytes.AsSpan().IndexOf(old.AsSpan(20_000, 64)) < 0, Path.GetFileName(file));
                foreach (var secret in new[] { codes[0], "Ring tilbage" })
                    Assert.True(bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, Path.GetFileName(file));
            }
        }
        // And that the search would have found it: what the box is now lies there.
        Assert.Contains(Directory.GetFiles(Folder), f => ReadShared(f).AsSpan().IndexOf(Body(database).AsSpan(20_000, 64)) >= 0);
    }

    static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}

public sealed class SurveyBoxesOnPostgres() : SurveyBoxTests(Provider.Postgres);

/// <summary>Whoever has the database tries to find out who answered what: by order, number, time, author, address, rows and
/// backup.</summary>
public abstract class SurveyBoxTests(Provider provider) : OnADatabase(provider)
{
    static readonly DateOnly Today = new(2026, 6, 15);
    static readonly Clock Clock = new(TimeProvider.System, Today);
    static readonly Author Leader = Author.Program("leder", 1);

    protected (Database Database, Acts Acts, long Survey) Begun(string scale = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10")
    {
        var database = Open();
        long id = 0;
        database.Journal.Act(
            new("begin", "begin"),
            (_, ids) =>
            {
                id = ids.Next();
                return new Recorded(
                    FactKinds.Survey,
                    new SurveyFact
                    {
                        Id = id,
                        First = id,
                        Version = 1,
                        EmployeeId = 1,
                        LastDay = Today.AddDays(20),
                        Title = "Bliver du hørt?",
                        Groups = "Forældre\nUnge",
                        Questions = "Bliver du hørt?\nForstår du brevene?",
                        Scale = scale,
                        OwnWords = "Hvad skal være bedre?",
                    }
                );
            },
            holdsTogether: false
        );
        return (database, new Acts(new Municipality(database, standsAtExtract: true)), id);
    }

    protected static IReadOnlyList<string> Codes(Database database, Acts acts, long survey, int count, int group = 1)
    {
        var (done, codes) = SurveyBoxes.Give(database, acts, new(survey, group, count), Leader, Clock, Press.None);
        Assert.True(done.Saved);
        Assert.Equal(count, codes.Distinct().Count());
        return codes;
    }

    protected static byte[] Body(Database database)
    {
        using var link = database.Rent();
        using var rows = link.Query("SELECT \"Body\" FROM survey_box");
        Assert.True(rows.Next());
        var body = rows.Bytes(0);
        Assert.False(rows.Next());
        return body;
    }

    static Done Empty(Database database, Acts acts, long survey, bool close = false) =>
        SurveyBoxes.Empty(database, acts, new(survey, close), Leader, Clock, Press.None);

    [Fact]
    public void A_link_answers_once_as_it_is_typed_from_paper_and_nothing_else_is_one()
    {
        var (database, acts, survey) = Begun();
        var codes = Codes(database, acts, survey, 2);
        Assert.Equal(new SurveyLink(survey, 1), SurveyBoxes.Find(database, codes[0]));
        var paper = SurveyBoxes.Readable(codes[0]).ToLowerInvariant().Replace('-', ' ');
        Assert.Equal(new SurveyLink(survey, 1), SurveyBoxes.Find(database, " " + paper));
        Assert.True(SurveyBoxes.Answer(database, paper, new("12", [null])));
        Assert.False(SurveyBoxes.Answer(database, codes[0], new("12", [null])));
        Assert.Null(SurveyBoxes.Find(database, codes[0]));
        foreach (var other in new[] { "", "AAAA", codes[1][..15], codes[1] + "A", codes[1][..4] + "AAAAAAAAAAAA", "ÆØÅ!" })
        {
            Assert.Null(SurveyBoxes.Find(database, other));
            Assert.False(SurveyBoxes.Answer(database, other, new("12", [null])));
        }
        Assert.Equal(1, SurveyBoxes.Waiting(database, survey)[1]);
        // The other group's box is another.
        Assert.Equal(new SurveyLink(survey, 2), SurveyBoxes.Find(database, Codes(database, acts, survey, 1, group: 2)[0]));
    }

    [Fact]
    public async Task Many_at_once_lose_no_answer_and_one_link_pressed_by_many_answers_once()
    {
        var (database, acts, survey) = Begun();
        var codes = Codes(database, acts, survey, 8);
        var same = await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => Task.Run(() => SurveyBoxes.Answer(database, codes[0], new("11", [null]))))
        );
        Assert.Single(same, yes => yes);
        var others = await Task.WhenAll(codes.Skip(1).Select(c => Task.Run(() => SurveyBoxes.Answer(database, c, new("22", [null])))));
        Assert.All(others, Assert.True);
        Assert.Equal(8, SurveyBoxes.Waiting(database, survey)[1]);
        Assert.True(Empty(database, acts, survey).Saved);
        Assert.Equal(8, Known<SurveyAnswerFact>(database, database.HeadNo).Count);
    }

    [Fact]
    public void An_answer_is_traced_neither_by_order_nor_number_nor_time_nor_author_nor_row()
    {
        var (database, acts, survey) = Begun();
        var codes = Codes(database, acts, survey, 30);
        var head = database.HeadNo;
        var sizes = new HashSet<int> { Body(database).Length };
        // Ten answer, each with marks of their own: 11, 22 … AA.
        const string marks = "123456789A";
        for (var i = 0; i < 10; i++)
        {
            Assert.True(SurveyBoxes.Answer(database, codes[i], new(new string(marks[i], 2), ["Ord " + marks[i]])));
            sizes.Add(Body(database).Length);
        }
        // No entry, and so neither number nor author nor instant, while they answer; one row, which has one size.
        Assert.Equal(head, database.HeadNo);
        Assert.Single(sizes);

        var done = Empty(database, acts, survey);
        Assert.Equal(head + 1, done.EntryNo);
        var answers = Known<SurveyAnswerFact>(database, database.HeadNo).OrderBy(a => a.Id).ToList();
        var words = Known<SurveyWordsFact>(database, database.HeadNo).OrderBy(w => w.Id).Select(w => w.TextId).ToList();
        Assert.Equal(10, words.Count);
        // Each question has every mark once, in another order than they came, and no row is what anybody sent.
        for (var column = 0; column < 2; column++)
        {
            Assert.Equal(marks, string.Concat(answers.Select(a => a.Values[column]).Order()));
            Assert.NotEqual(marks, string.Concat(answers.Select(a => a.Values[column])));
        }
        Assert.Contains(answers, a => a.Values[0] != a.Values[1]);
        Assert.All(answers, a => Assert.Equal((new DateOnly(2026, 6, 1), done.EntryNo, 1), (a.Month, (long?)a.RecordedIn, a.GroupNo)));
        // What a row can say at all: no instant, no day but the month, nobody.
        Assert.Equal(
            ["Id", "RecordedIn", "RetractedIn", "SurveyId", "GroupNo", "Month", "Values", "SourceKey", "SourceHash", "Touched"],
            FactKinds.SurveyAnswer.Shape.Select(c => c.Name)
        );
        using (var link = database.Rent())
        using (var rows = link.Query("SELECT \"Author\", \"ChildId\" FROM journal_entry WHERE \"No\" = $1", done.EntryNo))
        {
            Assert.True(rows.Next());
            Assert.Equal(("leder", true), (rows.Text(0), rows.IsNull(1)));
        }
        // Words are told in an order of their own too.
        var said = done.AllNew<SurveyWordsFact>().Select(w => w.Said![^1]).ToList();
        Assert.Equal(marks, string.Concat(said.Order()));
        Assert.NotEqual(marks, string.Concat(said));

        // The box is empty and the same length; the unspent links are still good, the spent ones are not.
        Assert.Contains(Body(database).Length, sizes);
        Assert.Equal(0, SurveyBoxes.Waiting(database, survey)[1]);
        Assert.Null(SurveyBoxes.Find(database, codes[9]));
        Assert.NotNull(SurveyBoxes.Find(database, codes[10]));
        Assert.Equal([], Replay.Check(database).Differences);
    }

    [Fact]
    public void The_place_of_an_answer_has_nothing_to_do_with_when_it_came()
    {
        var (database, acts, survey) = Begun();
        // Whoever came first would stand first, or last, in each of these, if there were an order.
        var places = new HashSet<int>();
        for (var round = 0; round < 12; round++)
        {
            var codes = Codes(database, acts, survey, 6);
            for (var i = 0; i < 6; i++)
                SurveyBoxes.Answer(database, codes[i], new(i == 0 ? "11" : "22", [null]));
            var rows = Empty(database, acts, survey).AllNew<SurveyAnswerFact>().ToList();
            places.Add(rows.FindIndex(r => r.Values[0] == '1'));
        }
        // Twelve times the same place of six: once in 360 million.
        Assert.True(places.Count > 1);
    }

    [Fact]
    public void Four_answers_stay_in_the_box_and_go_unread_when_the_survey_is_closed()
    {
        var (database, acts, survey) = Begun();
        var codes = Codes(database, acts, survey, 10);
        for (var i = 0; i < 4; i++)
            SurveyBoxes.Answer(database, codes[i], new("11", ["Ring tilbage"]));
        Assert.Equal(["survey-box-under-five"], Empty(database, acts, survey).Refusals.Select(r => r.Code));
        Assert.Equal(4, SurveyBoxes.Waiting(database, survey)[1]);
        // The other group's box is full: only that is emptied.
        foreach (var code in Codes(database, acts, survey, 5, group: 2))
            SurveyBoxes.Answer(database, code, new("33", [null]));
        Assert.True(Empty(database, acts, survey).Saved);
        Assert.All(Known<SurveyAnswerFact>(database, database.HeadNo), a => Assert.Equal(2, a.GroupNo));
        Assert.Equal(4, SurveyBoxes.Waiting(database, survey)[1]);

        Assert.True(Empty(database, acts, survey, close: true).Saved);
        Assert.Empty(SurveyBoxes.Waiting(database, survey));
        Assert.Null(SurveyBoxes.Find(database, codes[9]));
        Assert.Equal(5, Known<SurveyAnswerFact>(database, database.HeadNo).Count);
        Assert.Empty(Stored<SurveyWordsFact>(database));
    }

    [Fact]
    public void A_backup_without_its_keys_tells_neither_a_code_nor_an_answer_and_the_box_outlives_a_change_of_keys()
    {
        var (database, acts, survey) = Begun();
        var codes = Codes(database, acts, survey, 6);
        for (var i = 0; i < 5; i++)
            SurveyBoxes.Answer(database, codes[i], new("11", ["Ring tilbage"]));
        if (Provider == Provider.Sqlite)
        {
            var file = Path.Combine(Folder, "kopi.zip");
            Backup.To(database, file, includeKeys: false);
            using var zip = ZipFile.OpenRead(file);
            foreach (var entry in zip.Entries)
            {
                using var stream = entry.Open();
                using var all = new MemoryStream();
                stream.CopyTo(all);
                foreach (var secret in codes.Append("Ring tilbage"))
                    Assert.True(all.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(secret)) < 0, entry.Name);
            }
        }
        var old = database.Keys.Current;
        KeyRotation.Run(database);
        database.Keys.Retire(old);
        Assert.Equal(5, SurveyBoxes.Waiting(database, survey)[1]);
        Assert.NotNull(SurveyBoxes.Find(database, codes[5]));
        Assert.True(Empty(database, acts, survey).Saved);
    }
}
