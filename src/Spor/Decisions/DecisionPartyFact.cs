using Spor.Children;
using Spor.Facts;

namespace Spor.Decisions;

/// <summary>One party of a decision that is proposed, by itself: when it was heard and what it said, and whether it consents.</summary>
public sealed class DecisionPartyFact : ChildsFact
{
    public static FactKind<DecisionPartyFact> Described { get; } =
        new(
            "decision-party",
            "part i en afgørelse",
            "parter i afgørelser",
            c =>
                c.Refers<DecisionProposalFact>(f => f.ProposalId, "Indstilling")
                    .Refers<NetworkPersonFact>(f => f.PersonId, "Person", bond: Bond.Outlives)
                    .Happened(f => f.HeardOn, "Hørt")
                    .Value(f => f.HearingLeftOut, "Høringen udeladt")
                    .Happened(f => f.ConsentOn, "Samtykke")
                    .Value(f => f.ConsentNotNeeded, "Samtykke ikke nødvendigt")
                    .Words(f => f.Said, "Svar, eller hvorfor der ikke er hørt")
                    .Words(f => f.ConsentNote, "Hvordan, eller hvorfor samtykke ikke er nødvendigt"),
            order: (a, b) => a.ProposalId.CompareTo(b.ProposalId),
            keeping: Keeping.OutOfRegister | Keeping.OwnWay
        );

    public long ProposalId { get; set; }

    /// <summary>Somebody with custody; null for the child itself.</summary>
    public long? PersonId { get; set; }
    public DateOnly? HeardOn { get; set; }

    /// <summary>Not heard, and <see cref="Said"/> says why.</summary>
    public bool HearingLeftOut { get; set; }
    public DateOnly? ConsentOn { get; set; }

    /// <summary>No consent of this one is needed, and <see cref="ConsentNote"/> says why.</summary>
    public bool ConsentNotNeeded { get; set; }
    public string? Said { get; set; }
    public string? ConsentNote { get; set; }
}
