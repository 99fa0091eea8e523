using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Requirements;
using Spor.Storage;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Trust;

/// <summary>What is asked for, and what was found.</summary>
/// <param name="From">Days of Danish time, both included.</param>
public sealed record LooksView(Viewing Viewing, DateOnly From, DateOnly To, long? Child, string? Person, string? Wrong)
{
    /// <summary>So many days when nobody says.</summary>
    const int Usual = 30;

    /// <summary>Looks that the rules read at most.</summary>
    const int MostRead = 200_000;

    public static LooksView Of(HttpContext context, Viewing viewing, TimeProvider time, long? child = null)
    {
        var query = context.Request.Query;
        string? wrong = null;
        var isOwn = child is not null;
        var today = DateOnly.FromDateTime(DanishCalendar.Local(time.GetUtcNow().UtcDateTime));
        DateOnly Day(string name, DateOnly otherwise)
        {
            var text = query[name].ToString().Trim();
            if (text.Length == 0)
                return otherwise;
            if (Form.Day(text) is { } day)
                return day;
            wrong ??= Text.BadDay;
            return otherwise;
        }
        var to = Day("til", today);
        var from = Day("fra", to.AddDays(-Usual));
        var asked = query["barn"].ToString().Trim();
        if (child is null && asked.Length > 0)
        {
            child = Form.Number(asked) is { } typed ? ChildRecords.Now(viewing.Snapshot, typed) : null;
            wrong ??=
                child is null ? Text.BadChild
                : viewing.Overview.Find(child.Value) is null ? Text.NoChild
                : null;
        }
        var person = query["person"].ToString() is { Length: > 0 and < 100 } key ? key : null;
        return new(viewing, from, to, child, person, wrong) { page = Paged.Asked(query), Fixed = isOwn };
    }

    IReadOnlyList<Look>? looks;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<Look> Looks =>
        looks ??=
            Wrong is not null ? []
            : Child is { } id
                ? [.. Log.OfChild(Records(id), DanishCalendar.StartOf(From), Before).Where(l => Person is null || l.Author == Person)]
            : Person is { } key ? Log.OfPerson(key, DanishCalendar.StartOf(From), Before, MostRead)
            : Log.Between(DanishCalendar.StartOf(From), Before, MostRead);

    int page = 1;
    Paged<Look>? rows;

    /// <summary>A list of more is long on a telephone.</summary>
    const int RowsAPage = 40;

    /// <summary>The looks of the page that was asked for.</summary>
    public Paged<Look> Rows => rows ??= Paged.Of(Looks, page, RowsAPage);

    /// <summary>From this many on a row says how many children it was about; fewer are named.</summary>
    const int Named = 3;

    /// <summary>The children whom a row names; none where it only says how many.</summary>
    public static IReadOnlyCollection<long> NamedBy(Look look) => look.Told.Children.Count <= Named ? look.Told.Children : [];

    /// <summary>The children whom the page names.</summary>
    public IEnumerable<long> Shown => Child is { } one ? [one] : Rows.Rows.SelectMany(NamedBy).Distinct();

    DateTime Before => DanishCalendar.StartOf(To.AddDays(1));
    AccessLog Log => Viewing.Log.Log;

    /// <summary>A child whom a look was at, also under a record that has been merged into the child's since.</summary>
    ChildState? Find(long child) => Viewing.Overview.Find(ChildRecords.Now(Viewing.Snapshot, child));

    /// <summary>The child's record and those merged into it.</summary>
    IReadOnlyList<long> Records(long child) => Viewing.Overview.Find(child) is { } state ? ChildRecords.Of(state.File) : [child];

    public ChildFile? File => Child is { } id ? Viewing.Overview.Find(id)?.File : null;

    IReadOnlyList<Pattern>? patterns;

    /// <summary>What the rules point at, of the child or the person if one is chosen.</summary>
    public IReadOnlyList<Pattern> Found =>
        patterns ??= [.. Patterns.In(Looks, id => Find(id)?.File, Surname).Where(p => Child is not { } id || p.Children.Contains(id))];

    /// <summary>What nobody has looked into yet, or what went on after somebody had.</summary>
    public IReadOnlyList<Pattern> Unanswered =>
        unanswered ??= [.. Found.Where(p => !Given.Any(a => a.Covers(p.Rule, p.Author, p.On, p.Looks[^1].No)))];

    IReadOnlyList<Pattern>? unanswered;

    IEnumerable<PatternAnswerFact> Given => Viewing.Register.Of<PatternAnswerFact>();

    /// <summary>What was found about the looks of the period, the newest answer first. Of one child they are not shown: an answer names a
    /// person and a day, and no child.</summary>
    public IReadOnlyList<PatternAnswerFact> Answers =>
        Child is not null
            ? []
            : [.. Given.Where(a => a.Day >= From && a.Day <= To && (Person is null || a.Person == Person)).OrderByDescending(a => a.Id)];

    /// <summary>Where a pattern is answered.</summary>
    public string AnswerHref(Pattern p) =>
        $"/hvem-har-set/svar?regel={Uri.EscapeDataString(p.Rule.Danish())}&person={Uri.EscapeDataString(p.Author)}&dag={Form.Iso(p.On)}"
        + $"&fra={Form.Iso(From)}&til={Form.Iso(To)}";

    string? Surname(string key) => Viewing.PersonOf(key) is { EmployeeId: not null } person ? person.Name.Split(' ').LastOrDefault() : null;

    /// <summary>A child's name; masked if it is protected.</summary>
    public string NameOf(long child) => Find(child) is { } state ? Viewing.ListName(state.File.Child) : "Ukendt barn";

    /// <summary>The people one can choose between: those with a role, and those who have looked.</summary>
    public IEnumerable<(string Key, string Name)> People =>
        Viewing
            .Everybody.Select(p => p.Key)
            .Concat(Looks.Select(l => l.Author))
            .Distinct()
            .Select(k => (k, Viewing.AuthorName(k)))
            .OrderBy(p => p.Item2, StringComparer.Create(Danish.Culture, ignoreCase: false));

    public string Href(long? child = null, string? person = null) =>
        "/hvem-har-set?"
        + string.Join(
            '&',
            new[]
            {
                child is { } id ? "barn=" + id.ToString(System.Globalization.CultureInfo.InvariantCulture) : "",
                person is null ? "" : "person=" + Uri.EscapeDataString(person),
                "fra=" + Form.Iso(From),
                "til=" + Form.Iso(To),
            }.Where(p => p.Length > 0)
        );

    /// <summary>The same question, another page.</summary>
    public string Side(int page) =>
        (Fixed ? $"{Routes.Child(Child!.Value)}/hvem-har-set?fra={Form.Iso(From)}&til={Form.Iso(To)}" : Href(Child, Person))
        + $"&{Paged.Key}={page.ToString(System.Globalization.CultureInfo.InvariantCulture)}#opslag-tabel";

    /// <summary>On the child's own page the child is not chosen.</summary>
    bool Fixed { get; init; }
}
