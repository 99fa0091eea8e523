using Spor.Facts;
using Spor.Kernel;
using Spor.Verbs;

namespace Spor.Access;

/// <summary>A plain rule about looks that somebody ought to be able to explain.</summary>
public enum PatternRule
{
    /// <summary>More children's pages in a day than the person's own and the rule's number, of children who are not the person's
    /// own.</summary>
    [Code("mange børn på en dag")]
    Many,

    /// <summary>The child has the person's own surname.</summary>
    [Code("eget efternavn")]
    OwnName,

    /// <summary>Between 22 and 6.</summary>
    [Code("om natten")]
    Night,

    /// <summary>A protected child, seen by somebody who neither has it nor covers for whoever does.</summary>
    [Code("beskyttet barn")]
    Protected,

    /// <summary>No reason is known.</summary>
    [Code("ingen kendt grund")]
    NoReason,

    /// <summary>Several tries that were refused in a day.</summary>
    [Code("afviste forsøg")]
    Refused,
}

public enum PatternJudged
{
    [Code("i orden")]
    InOrder,

    [Code("ikke i orden")]
    NotInOrder,
}

/// <summary>Somebody looked into what a rule pointed at, and what they found. It names no child: the looks do.</summary>
public sealed class PatternAnswerFact : Fact
{
    public static FactKind<PatternAnswerFact> Described { get; } =
        new(
            "pattern-answer",
            "svar på et mønster",
            "svar på mønstre",
            c =>
                c.Value(f => f.Rule, "Regel")
                    .BySpor(f => f.Person, "Person")
                    .Happened(f => f.Day, "Dagen for opslagene")
                    .BySpor(f => f.LastLook, "Sidste opslag")
                    .BySpor(f => f.By, "Vurderet af")
                    .Happened(f => f.On, "Vurderet", notBefore: f => f.Day)
                    .Value(f => f.Judged, "Vurdering")
                    .Words(f => f.Reason, "Begrundelse"),
            order: (a, b) => a.Id.CompareTo(b.Id),
            keeping: Keeping.OpenInRegister | Keeping.OwnWay
        );

    public PatternRule Rule { get; set; }

    /// <summary>The key of who looked.</summary>
    public string Person { get; set; } = "";
    public DateOnly Day { get; set; }

    /// <summary>The number of the newest look that was judged: what comes later the same day waits anew.</summary>
    public long LastLook { get; set; }

    /// <summary>The key of who judged.</summary>
    public string By { get; set; } = "";
    public DateOnly On { get; set; }
    public PatternJudged Judged { get; set; }
    public string? Reason { get; set; }

    /// <summary>Whether it answers what a rule points at.</summary>
    public bool Covers(PatternRule rule, string person, DateOnly day, long lastLook) =>
        (Rule, Person, Day) == (rule, person, day) && LastLook >= lastLook;
}

/// <summary>What a rule points at was looked into. A later answer stands beside the earlier one, which is never changed.</summary>
/// <param name="LastLook">The number of the newest look that the page showed.</param>
public sealed record AnswerPattern(PatternRule Rule, string Person, DateOnly Day, long LastLook, PatternJudged? Judged, string? Reason)
    : ICommand<AnswerPattern>
{
    public static Verb<AnswerPattern> Verb { get; } =
        new("answer-pattern", Capability.Looks, (c, now) => PatternRules.Answer(c, now.Author.Key, now.Today, now.NewId()));
}

public static class PatternRules
{
    public static Decision Answer(AnswerPattern c, string by, DateOnly today, long id)
    {
        var wrong = new List<Refusal>();
        if (c.Person == by)
            wrong.Add(new("pattern-about-oneself"));
        if (c.Judged is null)
            wrong.Add(new("pattern-not-judged", nameof(c.Judged)));
        if (c.Reason is null)
            wrong.Add(new("pattern-without-reason", nameof(c.Reason)));
        if (wrong.Count > 0)
            return Decision.No(wrong);
        return new Recorded(
            FactKinds.PatternAnswer,
            new PatternAnswerFact
            {
                Id = id,
                Rule = c.Rule,
                Person = c.Person,
                Day = c.Day,
                LastLook = c.LastLook,
                By = by,
                // The clock of a demo stands before the looks, which are written by the real one.
                On = today < c.Day ? c.Day : today,
                Judged = c.Judged!.Value,
                Reason = c.Reason,
            }
        );
    }
}
