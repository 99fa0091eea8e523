using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Spor.Facts;
using Spor.Kernel;
using Spor.Storage.Engine;
using Spor.Storage.Journal;
using Spor.Verbs;
using Spor.Voices;

namespace Spor.Storage;

/// <summary>What a link leads to.</summary>
/// <param name="GroupNo">From 1.</param>
public sealed record SurveyLink(long SurveyId, int GroupNo);

/// <summary>What somebody answered: a mark for each column, and their own words for each question that asks for them.</summary>
public sealed record AnsweredSheet(string Values, IReadOnlyList<string?> Said);

/// <summary>
/// The sealed box of each group of a survey: the links that are not spent, and the answers that wait. Both lie in one sealed row, which is
/// written anew as a whole for each answer, shuffled and of a size that hardly tells. So no row, number, time or transaction of the
/// database joins a link and an answer, and the box knows neither who answered nor when. What it was before an answer is overwritten
/// (<c>secure_delete</c>), and on SQLite the write-ahead log is folded at once.
/// </summary>
public static class SurveyBoxes
{
    /// <summary>Without those that are read as another.</summary>
    const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>The letters that say which box; and the secret ones: 60 bits.</summary>
    const int Mark = 4,
        Secret = 12;

    /// <summary>A box is as long as a multiple of this (characters).</summary>
    const int Step = 1 << 16;
    const int Attempts = 50;

    sealed record Held(List<string> Links, List<AnsweredSheet> Sheets);

    /// <summary>Somebody answered while the box was being emptied: it is read again.</summary>
    sealed class BoxChangedException : Exception;

    /// <summary>Gives out links, in one entry that says how many. The codes are told once and kept nowhere.</summary>
    public static (Done Done, IReadOnlyList<string> Codes) Give(
        Database database,
        Acts acts,
        GiveSurveyLinks command,
        Author author,
        Clock clock,
        Press press
    )
    {
        List<string> codes = [];
        var done = Again(() =>
            acts.Do(
                command,
                author,
                clock,
                press,
                (link, _, _) =>
                {
                    codes =
                    [
                        .. Enumerable.Range(0, command.Count!.Value).Select(_ => NewCode(database, command.SurveyId, command.GroupNo)),
                    ];
                    var body = BodyOf(link, command.SurveyId, command.GroupNo);
                    var held = body is null ? new([], []) : Opened(database, command.SurveyId, command.GroupNo, body);
                    held.Links.AddRange(codes.Select(c => HashOf(database, c)));
                    Put(database, link, command.SurveyId, command.GroupNo, body, held);
                }
            )
        );
        Fold(database);
        return (done, done.Repeated || !done.Saved ? [] : codes);
    }

    /// <summary>Where a code leads, if it is not spent; null for any other text.</summary>
    public static SurveyLink? Find(Database database, string typed) =>
        CodeOf(typed) is not { } code
            ? null
            : Boxes(database, b => MarkOf(database, b.SurveyId, b.GroupNo) == code[..Mark])
                .Where(b => b.Held.Links.Contains(HashOf(database, code)))
                .Select(b => new SurveyLink(b.SurveyId, b.GroupNo))
                .FirstOrDefault();

    /// <summary>Spends a link and puts a sheet into the box.</summary>
    /// <returns>False where the link is spent or was never one: nothing was written.</returns>
    public static bool Answer(Database database, string typed, AnsweredSheet sheet)
    {
        var answered = Again(() =>
        {
            if (CodeOf(typed) is not { } code || Find(database, code) is not { } to)
                return false;
            using var rented = database.Rent();
            var link = rented.Link;
            link.Begin(write: true);
            try
            {
                var body = BodyOf(link, to.SurveyId, to.GroupNo) ?? throw new BoxChangedException();
                var held = Opened(database, to.SurveyId, to.GroupNo, body);
                if (!held.Links.Remove(HashOf(database, code)))
                {
                    link.Rollback();
                    return false;
                }
                // As many as before, so that the box does not shrink.
                held.Links.Add(HashOf(database, Convert.ToHexString(RandomNumberGenerator.GetBytes(16))));
                held.Sheets.Add(sheet);
                Put(database, link, to.SurveyId, to.GroupNo, body, held);
                database.StillThere(link);
                link.Commit();
                return true;
            }
            catch (Exception e)
            {
                link.Rollback();
                if (Faults.Typed(e) is { } typedFault && typedFault != e)
                    throw typedFault;
                throw;
            }
        });
        Fold(database);
        return answered;
    }

    /// <summary>How many answers wait in each group's box.</summary>
    public static IReadOnlyDictionary<int, int> Waiting(Database database, long surveyId) =>
        Boxes(database, b => b.SurveyId == surveyId).ToDictionary(b => b.GroupNo, b => b.Held.Sheets.Count);

    /// <summary>Empties the boxes that hold enough into the record, in one entry; or closes the survey, and then the boxes are
    /// gone.</summary>
    public static Done Empty(Database database, Acts acts, EmptySurvey command, Author author, Clock clock, Press press)
    {
        var done = Again(() =>
        {
            var boxes = Boxes(database, b => b.SurveyId == command.SurveyId);
            var full = boxes.Where(b => b.Held.Sheets.Count >= SurveySheet.Least).ToList();
            return acts.Do(
                command with
                {
                    Boxes = [.. full.Select(b => Apart(b.GroupNo, b.Held.Sheets))],
                },
                author,
                clock,
                press,
                (link, _, _) =>
                {
                    foreach (var box in command.Close ? boxes : full)
                        if (!command.Close)
                            Put(database, link, box.SurveyId, box.GroupNo, box.Body, new(box.Held.Links, []));
                        else if (
                            link.Execute(
                                "DELETE FROM survey_box WHERE \"SurveyId\" = $1 AND \"GroupNo\" = $2 AND \"Body\" = $3",
                                box.SurveyId,
                                box.GroupNo,
                                box.Body
                            ) != 1
                        )
                            throw new BoxChangedException();
                }
            );
        });
        Fold(database);
        return done;
    }

    /// <summary>Each column shuffled by itself, and the words by themselves: no row that comes out is anybody's sheet.</summary>
    static BoxedAnswers Apart(int groupNo, List<AnsweredSheet> sheets)
    {
        var columns = sheets.Max(s => s.Values.Length);
        var rows = sheets.Select(_ => new char[columns]).ToArray();
        for (var column = 0; column < columns; column++)
        {
            var marks = sheets.Select(s => s.Values[column]).ToArray();
            RandomNumberGenerator.Shuffle(marks.AsSpan());
            for (var i = 0; i < rows.Length; i++)
                rows[i][column] = marks[i];
        }
        var words = sheets
            .SelectMany(s => s.Said.Select((said, i) => (No: i + 1, Said: said?.Trim())))
            .Where(w => !string.IsNullOrEmpty(w.Said))
            .Select(w => new BoxedWords(w.No, w.Said!))
            .ToArray();
        RandomNumberGenerator.Shuffle(words.AsSpan());
        return new(groupNo, [.. rows.Select(r => new string(r))], words);
    }

    /// <summary>Seals the boxes with the current key.</summary>
    /// <returns>How many were sealed anew.</returns>
    internal static long Reseal(Database database)
    {
        long done = 0;
        using var link = database.Open();
        foreach (var (survey, group, body) in Bodies(link))
            if (database.Keys.Resealed(Binding(database, survey, group), body) is { } anew)
                done += link.Execute(
                    "UPDATE survey_box SET \"Body\" = $1 WHERE \"SurveyId\" = $2 AND \"GroupNo\" = $3 AND \"Body\" = $4",
                    anew,
                    survey,
                    group,
                    body
                );
        return done;
    }

    sealed record Box(long SurveyId, int GroupNo, byte[] Body, Held Held);

    static List<Box> Boxes(Database database, Func<SurveyLink, bool> which)
    {
        using var link = database.Rent();
        return
        [
            .. Bodies(link.Link)
                .Where(b => which(new(b.Survey, b.Group)))
                .Select(b => new Box(b.Survey, b.Group, b.Body, Opened(database, b.Survey, b.Group, b.Body))),
        ];
    }

    static List<(long Survey, int Group, byte[] Body)> Bodies(Link link)
    {
        var found = new List<(long, int, byte[])>();
        using var rows = link.Query("SELECT \"SurveyId\", \"GroupNo\", \"Body\" FROM survey_box ORDER BY \"SurveyId\", \"GroupNo\"");
        while (rows.Next())
            found.Add((rows.Long(0), (int)rows.Long(1), rows.Bytes(2)));
        return found;
    }

    static byte[]? BodyOf(Link link, long survey, int group)
    {
        using var rows = link.Query("SELECT \"Body\" FROM survey_box WHERE \"SurveyId\" = $1 AND \"GroupNo\" = $2", survey, group);
        return rows.Next() ? rows.Bytes(0) : null;
    }

    static Held Opened(Database database, long survey, int group, byte[] body) =>
        JsonSerializer.Deserialize<Held>(database.Keys.Unseal(Binding(database, survey, group), body))!;

    /// <param name="before">The body that was read; null for a box that is not there yet.</param>
    static void Put(Database database, Link link, long survey, int group, byte[]? before, Held held)
    {
        var links = held.Links.ToArray();
        RandomNumberGenerator.Shuffle(links.AsSpan());
        var sheets = held.Sheets.ToArray();
        RandomNumberGenerator.Shuffle(sheets.AsSpan());
        var text = JsonSerializer.Serialize(new Held([.. links], [.. sheets]));
        var body = database.Keys.Seal(Binding(database, survey, group), text.PadRight((text.Length + Step - 1) / Step * Step));
        var written = before is null
            ? link.Execute("INSERT INTO survey_box (\"SurveyId\", \"GroupNo\", \"Body\") VALUES ($1, $2, $3)", survey, group, body)
            : link.Execute(
                "UPDATE survey_box SET \"Body\" = $1 WHERE \"SurveyId\" = $2 AND \"GroupNo\" = $3 AND \"Body\" = $4",
                body,
                survey,
                group,
                before
            );
        if (written != 1)
            throw new BoxChangedException();
    }

    static T Again<T>(Func<T> work)
    {
        for (var attempt = 1; ; attempt++)
            try
            {
                return work();
            }
            catch (BoxChangedException) when (attempt < Attempts) { }
    }

    // What the box was before is nowhere in the log. A reader in the way is no fault: the next answer folds it.
    static void Fold(Database database)
    {
        if (database.Provider != Provider.Sqlite)
            return;
        try
        {
            using var link = database.Open();
            link.Script("PRAGMA busy_timeout=250; PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteFaultException) { }
    }

    static string BoxName(long survey, int group) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"survey box|{survey}|{group}");

    static long Binding(Database database, long survey, int group) => database.Keys.Hash(BoxName(survey, group));

    static string HashOf(Database database, string code) =>
        Convert.ToHexStringLower(database.Keys.Mac(Encoding.UTF8.GetBytes("survey link|" + code)))[..32];

    static string MarkOf(Database database, long survey, int group)
    {
        var mac = database.Keys.Mac(Encoding.UTF8.GetBytes("survey mark|" + BoxName(survey, group)));
        return string.Concat(mac.Take(Mark).Select(b => Letters[b % Letters.Length]));
    }

    static string NewCode(Database database, long survey, int group) =>
        MarkOf(database, survey, group) + RandomNumberGenerator.GetString(Letters, Secret);

    /// <summary>As somebody types it from paper: small letters, spaces and dashes are nothing.</summary>
    static string? CodeOf(string typed)
    {
        var code = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c is not ('-' or '–'))).ToUpperInvariant();
        return code.Length == Mark + Secret && code.All(c => Letters.Contains(c, StringComparison.Ordinal)) ? code : null;
    }

    /// <summary>In fours, as it stands on paper.</summary>
    public static string Readable(string code) => string.Join('-', code.Chunk(4).Select(four => new string(four)));
}
