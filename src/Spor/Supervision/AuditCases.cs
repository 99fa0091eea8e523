using Spor.Access;
using Spor.Facts;
using Spor.Kernel;
using Spor.Recovery;
using Spor.Verbs;
using Spor.Workforce;

namespace Spor.Supervision;

/// <summary>Begins an audit by somebody from outside: cases are drawn by lot for a role that ends by itself, and nothing else is
/// opened.</summary>
/// <param name="GrantId">The role »external review« of who reads.</param>
/// <param name="ComparedId">The audit before, if this is the second; null = the first.</param>
public sealed record StartAudit(string? Name, long TemplateId, long GrantId, int Count, long? ComparedId) : ICommand<StartAudit>
{
    public static Verb<StartAudit> Verb { get; } =
        new(
            "start-audit",
            Capability.Leadership,
            (c, now) =>
                RoundRules.Audit(
                    c,
                    now.Facts.Find<ReadingTemplateFact>(c.TemplateId),
                    now.Facts.Find<RoleGrantFact>(c.GrantId),
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
    /// <param name="screened">Whether a colleague is found around a child: nobody from outside opens it, so it is not drawn. Asked of those
    /// the lot falls on.</param>
    public static Decision Audit(
        StartAudit c,
        ReadingTemplateFact? template,
        RoleGrantFact? grant,
        IReadOnlyCollection<ReadingRoundFact> known,
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
        if (grant is not { Role: ViewerRole.Auditor } || !grant.RunsOn(today))
            return new Refusal("sample-for-auditors", nameof(c.GrantId));
        if (grant.To is not { } until)
            return new Refusal("reading-grant-without-end", nameof(c.GrantId));
        var wrong = Wrong(c.Name, today, today);
        if (c.Count is < 1 or > RoleRules.LargestSample)
            wrong.Add(new("sample-not-possible", nameof(c.Count)));
        if (c.ComparedId is { } before && known.All(r => r.Id != before || !r.IsFromOutside))
            wrong.Add(new("reading-compared-unknown", nameof(c.ComparedId)));
        if (known.Any(r => r.GrantId == grant.Id && r.RunsOn(today)))
            wrong.Add(new("reading-round-runs", nameof(c.GrantId)));
        if (wrong.Count > 0)
            return Decision.No(wrong);

        var id = newId();
        var seed = Lot.Seed(id, today);
        var drawn = children
            .Where(f => !f.Child.Protected)
            .SelectMany(f => f.Cases.Where(k => k.ActiveAt(today)).Select(k => (File: f, Case: k)))
            .OrderBy(p => Lot.Of(seed, p.Case.Id))
            .Where(p => author.MaySee(p.File.Id) && screened?.Invoke(p.File) != true)
            .Take(c.Count)
            .ToList();
        if (drawn.Count == 0)
            return new Refusal("sample-empty", nameof(c.Count));
        var events = new List<DomainEvent>
        {
            new Recorded(
                FactKinds.ReadingRound,
                new ReadingRoundFact
                {
                    Id = id,
                    TemplateId = template.Id,
                    DrawnOn = today,
                    Until = until,
                    GrantId = grant.Id,
                    ComparedId = c.ComparedId,
                    Seed = seed,
                    Name = c.Name!.Trim(),
                }
            ),
        };
        foreach (var (file, of) in drawn)
            events.Add(
                new Recorded(
                    FactKinds.DrawnCase,
                    new DrawnCaseFact
                    {
                        Id = newId(),
                        ChildId = file.Id,
                        RoundId = id,
                        CaseId = of.Id,
                        CaseworkerId = RecoveryScan.WhoHas(staff, file, of, today) is [var who, ..] ? who : null,
                        Reader = grant.Person,
                        On = today,
                    }
                )
            );
        return Decision.Of(events);
    }
}
