using Spor.Access;
using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Recovery;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Supervision;

/// <summary>Begins a round of management supervision: one case of each caseworker is drawn by lot and given to readers, never one's
/// own.</summary>
/// <param name="TeamId">Only caseworkers of a team; null = all.</param>
/// <param name="Readers">Keys of those who read: employees, or oneself.</param>
/// <param name="TwoReaders">So many of the cases are read by a second reader too.</param>
public sealed record StartReadingRound(
    string? Name,
    long TemplateId,
    DateOnly Until,
    long? TeamId,
    IReadOnlyList<string> Readers,
    int TwoReaders
) : ICommand<StartReadingRound>
{
    public static Verb<StartReadingRound> Verb { get; } =
        new(
            "start-reading-round",
            Capability.Leadership,
            (c, now) =>
                RoundRules.Start(
                    c,
                    now.Facts.Find<ReadingTemplateFact>(c.TemplateId),
                    now.Facts.All<ReadingRoundFact>(),
                    now.Register.Children,
                    now.Staff,
                    now.Author,
                    now.Today,
                    now.NewId,
                    NamedAlike.Anybody(now.Facts, now.Register, now.Today)
                )
        );
}

public static partial class RoundRules
{
    /// <summary>A case that was drawn is drawn again within so many months only if its caseworker has no other.</summary>
    const int RestMonths = 12;

    public const int LongestName = 80;

    /// <summary>A round is read within so many days.</summary>
    public const int LongestDays = 184;

    /// <param name="screened">Whether a colleague is found around a child: hardly any reader opens it, so it is not drawn. Asked of
    /// those the lot falls on.</param>
    public static Decision Start(
        StartReadingRound c,
        ReadingTemplateFact? template,
        IEnumerable<ReadingRoundFact> known,
        IReadOnlyList<ChildFile> children,
        Staff staff,
        Author author,
        DateOnly today,
        Func<long> newId,
        Func<ChildFile, bool>? screened = null
    )
    {
        if (template is null)
            return new Refusal("reading-template-missing", nameof(c.TemplateId));
        var wrong = Wrong(c.Name, c.Until, today);
        if (c.Readers.Count == 0)
            wrong.Add(new("reading-readers-missing", nameof(c.Readers)));
        if (c.Readers.Any(r => !IsReader(r, author, staff, today)))
            wrong.Add(new("reading-reader-unknown", nameof(c.Readers)));
        if (c.TwoReaders is < 0 or > RoleRules.LargestSample)
            wrong.Add(new("reading-second-count", nameof(c.TwoReaders)));
        if (known.Any(r => !r.IsFromOutside && r.RunsOn(today) && r.TeamId == c.TeamId))
            wrong.Add(new("reading-round-runs", nameof(c.TeamId)));
        if (wrong.Count > 0)
            return Decision.No(wrong);

        var id = newId();
        var seed = Lot.Seed(id, today);
        var drawn = Draw(children, staff, c.TeamId, seed, f => author.MaySee(f.Id) && screened?.Invoke(f) != true, today);
        if (drawn.Count == 0)
            return new Refusal("reading-nothing-to-draw", nameof(c.TeamId));
        var rows = new List<DrawnCaseFact>();
        DrawnCaseFact Row(DrawnCase of, string reader, bool second) =>
            new()
            {
                Id = newId(),
                ChildId = of.File.Id,
                RoundId = id,
                CaseId = of.Case.Id,
                CaseworkerId = of.Caseworker,
                Reader = reader,
                Second = second,
                On = today,
            };
        // Each gets as many as the others, as far as nobody reads their own.
        string? Next(DrawnCase of, string? but) =>
            c
                .Readers.Distinct()
                .Where(r => r != but && !WasTheirs(r, author, of.File, of.Case.Id, today))
                .MinBy(r => rows.Count(x => x.Reader == r));
        foreach (var of in drawn)
            if (Next(of, null) is { } reader)
                rows.Add(Row(of, reader, false));
            else
                return new Refusal("reading-no-reader", nameof(c.Readers));
        var firsts = rows.ToList();
        foreach (var of in drawn)
            if (rows.Count - firsts.Count < c.TwoReaders && Next(of, firsts.Find(r => r.CaseId == of.Case.Id)!.Reader) is { } reader)
                rows.Add(Row(of, reader, true));
        if (rows.Count - firsts.Count < c.TwoReaders)
            return new Refusal("reading-second-missing", nameof(c.TwoReaders));
        return Decision.Of([
            new Recorded(
                FactKinds.ReadingRound,
                new ReadingRoundFact
                {
                    Id = id,
                    TemplateId = template.Id,
                    DrawnOn = today,
                    Until = c.Until,
                    TeamId = c.TeamId,
                    Seed = seed,
                    Name = c.Name!.Trim(),
                }
            ),
            .. rows.Select(r => new Recorded(FactKinds.DrawnCase, r)),
        ]);
    }

    /// <summary>A case that the lot fell on.</summary>
    public sealed record DrawnCase(ChildFile File, CaseFact Case, long? Caseworker);

    /// <summary>
    /// One active case of each caseworker, in the order of the lot; one that was drawn within a year only where there is no other.
    /// Protected children are for named people and are not drawn.
    /// </summary>
    /// <param name="maySee">Whether the one who draws may open a child; asked of those the lot falls on.</param>
    public static IReadOnlyList<DrawnCase> Draw(
        IEnumerable<ChildFile> children,
        Staff staff,
        long? team,
        long seed,
        Func<ChildFile, bool> maySee,
        DateOnly today
    ) =>
        [
            .. children
                .Where(f => !f.Child.Protected)
                .SelectMany(f => f.Cases.Where(k => k.ActiveAt(today)).Select(k => (File: f, Case: k)))
                .SelectMany(p =>
                    RecoveryScan.WhoHas(staff, p.File, p.Case, today) is [var who, ..]
                        ? [new DrawnCase(p.File, p.Case, who)]
                        : Array.Empty<DrawnCase>()
                )
                .Where(d => team is not { } t || staff.IsInTeam(d.Caseworker!.Value, t, today))
                .GroupBy(d => d.Caseworker)
                .Select(g =>
                    g.OrderBy(d => WasDrawn(d, today.AddMonths(-RestMonths)))
                        .ThenBy(d => Lot.Of(seed, d.Case.Id))
                        .FirstOrDefault(d => maySee(d.File))
                )
                .OfType<DrawnCase>()
                .OrderBy(d => Lot.Of(seed, d.Case.Id)),
        ];

    static bool WasDrawn(DrawnCase of, DateOnly since) =>
        Array.Exists(of.File.Of<DrawnCaseFact>(), d => d.CaseId == of.Case.Id && d.On > since);

    /// <summary>Has the case, or had it within the year that a reader looks back.</summary>
    static bool WasTheirs(string reader, Author author, ChildFile file, long caseId, DateOnly today) =>
        EmployeeOf(reader, author) is { } me
        && Array.Exists(
            file.Assignments,
            a => a.EmployeeId == me && a.CaseId == caseId && (a.To is null || a.To > today.AddMonths(-RestMonths))
        );

    static long? EmployeeOf(string reader, Author author) => reader == author.Key ? author.EmployeeId : People.EmployeeOf(reader);

    /// <summary>Somebody who works here, or oneself.</summary>
    static bool IsReader(string key, Author author, Staff staff, DateOnly today) =>
        key == author.Key || (People.EmployeeOf(key) is { } id && staff.IsEmployed(id, today));

    static List<Refusal> Wrong(string? name, DateOnly until, DateOnly today)
    {
        var wrong = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(name))
            wrong.Add(new("value-missing", nameof(StartReadingRound.Name)));
        if (name?.Trim().Length > LongestName)
            wrong.Add(new("reading-name-too-long", nameof(StartReadingRound.Name)));
        if (until < today || until > today.AddDays(LongestDays))
            wrong.Add(new("reading-until", nameof(StartReadingRound.Until)));
        return wrong;
    }
}
