using Spor.Decisions;
using Spor.Facts;
using Spor.Law;
using Spor.Letters;
using Spor.Notifications;

namespace Spor.Cases;

public enum OwedKind
{
    /// <summary>A party of a decision has not been sent it.</summary>
    DecisionLetter,

    /// <summary>A professional who notified has not been told whether anything was started.</summary>
    Feedback,

    /// <summary>A proposal waits for an answer.</summary>
    Answer,

    /// <summary>A letter is written and not sent.</summary>
    Letter,

    /// <summary>Another team has not said whether it takes the child.</summary>
    Handover,
}

/// <summary>Something between people that is not done: it stands in the way of closing.</summary>
/// <param name="AboutId">The decision, the notification, the proposal or the letter.</param>
/// <param name="Since">The day it has been owed from.</param>
/// <param name="PersonId">The person of the network whom it is owed; null for the child, and for others.</param>
/// <param name="ToChild">It is owed the child itself.</param>
public sealed record Owed(OwedKind Kind, long AboutId, DateOnly Since, long? PersonId = null, bool ToChild = false)
{
    /// <summary>What is owed in a child's case on a day, the oldest first. Only what was decided and received in Spor: what another system
    /// reported was answered there.</summary>
    /// <param name="file">With the letters.</param>
    public static IReadOnlyList<Owed> Of(ChildFile file, DateOnly day)
    {
        var all = new List<Owed>();
        foreach (var d in file.Decisions)
            if (d.ProposalId is not null && d.On <= day)
                all.AddRange(Letters(d, file));
        foreach (var n in file.Notifications)
            if (n is { SourceKey: null, FeedbackOn: null, AssessedAt: { } at } && Feedback.MayTell(file, n).Allowed)
                all.Add(new(OwedKind.Feedback, n.Id, DateOnly.FromDateTime(at)));
        foreach (var p in file.Proposals)
            if (p.State == ProposalState.Waiting)
                all.Add(new(OwedKind.Answer, p.Id, p.ProposedOn));
        if (CaseRules.WaitingHandover(file) is { } handover)
            all.Add(new(OwedKind.Handover, handover.Id, handover.ProposedOn));
        foreach (var l in file.Letters)
            if (l.SentOn is null)
                all.Add(new(OwedKind.Letter, l.Id, l.WrittenOn));
        return [.. all.OrderBy(o => o.Since).ThenBy(o => o.Kind).ThenBy(o => o.AboutId)];
    }

    /// <summary>Each party by itself: those with custody, and the child from the age at which it is a party of that decision.</summary>
    static IEnumerable<Owed> Letters(DecisionRecordFact d, ChildFile file)
    {
        bool Sent(Func<LetterFact, bool> to) =>
            Array.Exists(
                file.Letters,
                l =>
                    l is { Template: Templates.Decision, SentOn: not null }
                    && l.AboutKind == FactKinds.DecisionRecord.Name
                    && l.AboutId == d.Id
                    && to(l)
            );
        var custody = file.People.Where(p => p.HasCustody == true).ToList();
        foreach (var p in custody)
            if (!Sent(l => l.PersonId == p.Id))
                yield return new(OwedKind.DecisionLetter, d.Id, d.On, p.Id);
        if (IsParty(d, file) && !Sent(l => l.ToChild ?? l.PersonId is null))
            yield return new(OwedKind.DecisionLetter, d.Id, d.On, ToChild: true);
        else if (custody.Count == 0 && !Sent(static _ => true))
            yield return new(OwedKind.DecisionLetter, d.Id, d.On);
    }

    /// <summary>Whether the child is a party of a decision by its age (BL 3).</summary>
    public static bool IsParty(DecisionRecordFact d, ChildFile file) =>
        d.Kind is { } kind && DecisionLaw.Of(kind, d.On).PartyAge is { } age && file.Child.AgeAt(d.On) >= age;
}
