using Spor.Facts;
using Spor.Workforce;

namespace Spor.Figures;

/// <summary>What contradicts itself in the municipality's own lists: posts, teams, districts, catalogue, accounts, ledger.</summary>
public enum SetupFlaw
{
    /// <summary>Two rows of one person's post in force on the same day.</summary>
    [Code("ansaettelser")]
    Posts,

    /// <summary>One person with more than one full-time equivalent.</summary>
    [Code("aarsvaerk")]
    OverFullTime,

    /// <summary>Two rows of one team in force on the same day, so two ceilings.</summary>
    [Code("lofter")]
    Ceilings,

    /// <summary>Two rows of one district in force on the same day.</summary>
    [Code("distrikter")]
    Districts,

    /// <summary>Two rows of one code of the catalogue in force on the same day.</summary>
    [Code("katalog")]
    Catalogue,

    /// <summary>Two rows of one account in force on the same day.</summary>
    [Code("konti")]
    Accounts,

    /// <summary>Lines of the ledger that name a measure nobody knows.</summary>
    [Code("regnskab")]
    LedgerUnknown,
}

/// <param name="Where">Who or what, and the first day on which it is so.</param>
public sealed record SetupFinding(SetupFlaw Flaw, IReadOnlyList<(string Name, DateOnly From)> Where);

/// <summary>The same that an import warns of, of what is known now. Where rows overlap the one that began last holds
/// (<c>measures.md</c>, "Rows that overlap").</summary>
public static class SetupQuality
{
    /// <summary>Every kind looked for, also those not found.</summary>
    public static IReadOnlyList<SetupFinding> Of(Register register)
    {
        string Person(long id) => register.Staff.Name(id) ?? "Medarbejder " + id.ToString(Kernel.Danish.Culture);
        return
        [
            new(
                SetupFlaw.Posts,
                Overlaps(register.Employments, e => (e.EmployeeId, e.Role, e.TeamId), e => e.From, e => e.To, e => Person(e.EmployeeId))
            ),
            new(SetupFlaw.OverFullTime, OverFullTime(register.Employments, Person)),
            new(SetupFlaw.Ceilings, Overlaps(register.Teams, t => t.TeamId, t => t.From, t => t.To, t => t.Name)),
            new(SetupFlaw.Districts, Overlaps(register.Districts, d => d.DistrictId, d => d.From, d => d.To, d => d.Name)),
            new(
                SetupFlaw.Catalogue,
                Overlaps(register.Of<Interventions.CatalogueFact>(), c => c.Code, c => c.From, c => c.To, c => $"{c.Code} ({c.Name})")
            ),
            new(
                SetupFlaw.Accounts,
                Overlaps(register.Of<Economy.AccountFact>(), a => a.Account, a => a.From, a => a.To, a => $"{a.Account} ({a.Name})")
            ),
            new(SetupFlaw.LedgerUnknown, UnknownMeasures(register.Ledger)),
        ];
    }

    static List<(string, DateOnly)> UnknownMeasures(IEnumerable<Economy.LedgerFact> ledger) =>
        [
            .. ledger
                .Where(l => l.NamesUnknown == true)
                .GroupBy(l => l.Account)
                .OrderBy(a => a.Key, StringComparer.Ordinal)
                .Select(a =>
                    ($"{a.Key} ({(a.Count() == 1 ? "1 linje" : Kernel.Danish.Number(a.Count()) + " linjer")})", a.Min(l => l.Month))
                ),
        ];

    static List<(string, DateOnly)> Overlaps<T, K>(
        IEnumerable<T> rows,
        Func<T, K> thing,
        Func<T, DateOnly> from,
        Func<T, DateOnly?> to,
        Func<T, string> name
    )
    {
        var found = new List<(string, DateOnly)>();
        foreach (var group in rows.GroupBy(thing))
        {
            DateOnly? longest = null;
            foreach (var row in group.OrderBy(from))
            {
                if (longest is { } last && from(row) <= last)
                {
                    found.Add((name(row), from(row)));
                    break;
                }
                longest = to(row) ?? DateOnly.MaxValue;
            }
        }
        return found;
    }

    // Posts held beside each other count each; of rows of one post the one that began last.
    static List<(string, DateOnly)> OverFullTime(IReadOnlyList<EmploymentFact> posts, Func<long, string> person)
    {
        var found = new List<(string, DateOnly)>();
        foreach (var one in posts.GroupBy(e => e.EmployeeId))
        foreach (var row in one.OrderBy(e => e.From))
        {
            var held = one.Where(e => e.From <= row.From && !(e.To < row.From))
                .GroupBy(e => (e.Role, e.TeamId))
                .Sum(post => post.MaxBy(e => (e.From, e.Id))!.FteTenThousandths);
            if (held <= 10_000)
                continue;
            found.Add((person(one.Key), row.From));
            break;
        }
        return found;
    }
}
