using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Law;

namespace Spor.Decisions;

/// <summary>What is said of one party when a decision is proposed. A text beside a day is the answer, or how; without a day it is why there
/// is none.</summary>
/// <param name="PersonId">Somebody with custody; null for the child itself.</param>
public sealed record PartyAnswer(long? PersonId, DateOnly? HeardOn, string? Said, DateOnly? ConsentOn = null, string? ConsentNote = null)
{
    public bool IsEmpty => HeardOn is null && Said is null && ConsentOn is null && ConsentNote is null;
}

/// <summary>Each party and each custody holder of a decision by itself: one who is heard is not heard for the other, and one yes is not
/// two.</summary>
public static class Parties
{
    /// <summary>Those who are asked: everybody with custody whom the file knows. Where it knows nobody, one answer stands for
    /// all.</summary>
    public static IReadOnlyList<NetworkPersonFact> Holders(ChildFile file) => [.. file.People.Where(p => p.HasCustody == true)];

    /// <summary>Whether the child is a party of its own by its age (BL 3).</summary>
    public static bool ChildIs(DecisionKindInForce law, ChildFile file, DateOnly on) =>
        law.PartyAge is { } age && file.Child.AgeAt(on) >= age;

    public static IReadOnlyList<DecisionPartyFact> Of(ChildFile file, long proposal) =>
        [.. file.Of<DecisionPartyFact>().Where(p => p.ProposalId == proposal)];

    /// <summary>The name of a party's field in a form, where what is wrong is shown.</summary>
    public static string Field(string of, long person) => of + "-" + person.ToString(System.Globalization.CultureInfo.InvariantCulture);

    internal static IReadOnlyList<DecisionPartyFact> Rows(IReadOnlyList<PartyAnswer> answers, ChildFile file) =>
        [
            .. answers
                .Where(a => !a.IsEmpty)
                .Select(a => new DecisionPartyFact
                {
                    ChildId = file.Id,
                    PersonId = a.PersonId,
                    HeardOn = a.HeardOn,
                    HearingLeftOut = a.HeardOn is null && a.Said is not null,
                    ConsentOn = a.ConsentOn,
                    ConsentNotNeeded = a.ConsentOn is null && a.ConsentNote is not null,
                    Said = a.Said,
                    ConsentNote = a.ConsentNote,
                }),
        ];

    /// <summary>What the decision says of all together: the day the last was heard, and the last consent; null while one lacks.</summary>
    internal static void Sum(DecisionProposalFact p, ChildFile file, IReadOnlyList<DecisionPartyFact> rows)
    {
        var holders = Holders(file).Select(h => Of(rows, h.Id)).ToList();
        p.PartiesHeardOn = holders.TrueForAll(h => h is { HeardOn: not null } or { HearingLeftOut: true })
            ? holders.Max(h => h!.HeardOn)
            : null;
        p.CustodyConsentOn = holders.TrueForAll(h => h is { ConsentOn: not null } or { ConsentNotNeeded: true })
            ? holders.Max(h => h!.ConsentOn)
            : null;
        (p.HearingAnswer, p.HearingSkipReason) = (null, null);
    }

    /// <summary>The decision that is made where consent is not given: support by the municipality itself (BL 37 to 39), a placement by the
    /// committee (BL 47); null where there is none of its own.</summary>
    internal static DecisionKind? WithoutConsent(DecisionKind kind) =>
        kind switch
        {
            DecisionKind.Support => DecisionKind.SupportWithoutConsent,
            DecisionKind.Placement => DecisionKind.PlacementWithoutConsent,
            _ => null,
        };

    /// <param name="urgent">It cannot wait: who is not heard before is heard after.</param>
    internal static void Ask(
        DecisionKindInForce law,
        ChildFile file,
        DateOnly on,
        bool urgent,
        IReadOnlyList<DecisionPartyFact> rows,
        List<Refusal> wrong
    )
    {
        foreach (var holder in Holders(file))
        {
            var row = Of(rows, holder.Id);
            if (row is not ({ HeardOn: not null } or { HearingLeftOut: true }) && !urgent)
                wrong.Add(new("party-not-heard", Field(nameof(row.HeardOn), holder.Id)));
            if (row?.HeardOn > on)
                wrong.Add(new("hearing-after-decision", Field(nameof(row.HeardOn), holder.Id)));
            if (law.CustodyConsent && !(row?.ConsentOn <= on) && row?.ConsentNotNeeded != true)
                wrong.Add(new("party-consent-missing", Field(nameof(row.ConsentOn), holder.Id), WithoutConsent(law.Kind)?.Danish()));
        }
        Child(law, file, on, urgent, rows, wrong);
    }

    /// <summary>The child as a party by itself: what waives the parents' hearing waives nothing of the child's.</summary>
    internal static void Child(
        DecisionKindInForce law,
        ChildFile file,
        DateOnly on,
        bool urgent,
        IReadOnlyList<DecisionPartyFact> rows,
        List<Refusal> wrong
    )
    {
        var row = rows.FirstOrDefault(r => r.PersonId is null);
        var nobodyWasHeard = !rows.Any(r => r.HeardOn is not null);
        if (ChildIs(law, file, on) && !(row?.HeardOn <= on) && row?.HearingLeftOut != true && !(urgent && nobodyWasHeard))
            wrong.Add(new("child-is-a-party", nameof(ProposeDecision.ChildPartyHeardOn)));
    }

    static DecisionPartyFact? Of(IReadOnlyList<DecisionPartyFact> rows, long person) => rows.FirstOrDefault(r => r.PersonId == person);
}
