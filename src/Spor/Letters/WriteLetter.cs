using Spor.Access;
using Spor.Cases;
using Spor.Children;
using Spor.Conferences;
using Spor.Corrections;
using Spor.Decisions;
using Spor.Facts;
using Spor.Kernel;
using Spor.Notifications;
using Spor.Verbs;

namespace Spor.Letters;

/// <summary>Writes a letter, or one to each of several recipients, and sends it or keeps it as a draft.</summary>
/// <param name="LetterId">The draft it goes on with; null for a new letter.</param>
/// <param name="To">The recipients: each gets a letter of its own, so that no address stands in another's letter.</param>
/// <param name="Send">True when it is sent; false while it is a draft.</param>
/// <param name="SentOn">The day it was sent.</param>
public sealed record WriteLetter(
    long ChildId,
    long? LetterId,
    string Template,
    string? AboutKind,
    long? AboutId,
    IReadOnlyList<Recipient> To,
    string? Subject,
    string? Body,
    bool Send,
    DateOnly? SentOn,
    Channel? Channel
) : IAboutChild, ICommand<WriteLetter>
{
    public static Verb<WriteLetter> Verb { get; } =
        new("write-letter", Capability.Casework, LetterRules.Write)
        {
            Shown = (c, now) => c.LetterId is { } id ? Array.Find(now.File.Letters, l => l.Id == id) : null,
            OtherName = "send-letter",
            OtherWhen = (c, _) => c.Send,
        };

    /// <summary>Which of the recipients that the child's file knows, by key (<see cref="Recipients.Of"/>).</summary>
    public IReadOnlyList<string> ToKeys { get; init; } = [];

    /// <summary>Somebody else, by the name that was typed.</summary>
    public string? OtherName { get; init; }

    /// <summary>Typed for the recipients whose address is not known.</summary>
    public string? Address { get; init; }
}

public static partial class LetterRules
{
    internal static Decision Write(WriteLetter c, Now now)
    {
        var file = now.File;
        foreach (var person in file.People)
            now.Facts.Opened(person);
        now.Facts.Opened(file.Child);
        foreach (var invitee in file.Invitees)
            now.Facts.Opened(invitee);
        // An address that was typed in an earlier letter is offered again.
        foreach (var earlier in file.Letters.Where(l => l.Id != c.LetterId))
            now.Facts.Opened(earlier);
        var draft = c.LetterId is { } id && Array.Find(file.Letters, l => l.Id == id) is { } found ? now.Facts.Opened(found) : null;
        var about = c.AboutKind is null ? null : file.All.FirstOrDefault(f => f.Id == c.AboutId && FactKinds.Of(f).Name == c.AboutKind);
        // The notifier's name is a text; the rule is given a copy, so that no correction rewrites the notification's texts.
        var known = Recipients.Of(file, about is NotificationFact n ? now.Facts.Opened((NotificationFact)n.Copy()) : about, now.Today);
        var to = known.Where(r => c.ToKeys.Contains(r.Key)).ToList();
        if (c.OtherName is { } other)
            to.Add(new(Recipients.Other, other, c.Address));
        return Write(c with { To = to }, file, draft, now.Author.EmployeeId, now.Today, now.NewId);
    }

    /// <summary>A sent letter never changes. What sending fulfils is recorded in the same entry.</summary>
    /// <param name="file">Everything about the child; of the people also the texts, for their addresses, and of a conference's
    /// invitees.</param>
    /// <param name="draft">The draft that it goes on with.</param>
    public static Decision Write(WriteLetter c, ChildFile file, LetterFact? draft, long? author, DateOnly today, Func<long> id)
    {
        var about = AboutOf(c, file);
        var wrong = Wrongs(c, file, draft, about, today);
        if (wrong.Count > 0)
            return Decision.No(wrong);

        var events = new List<DomainEvent>();
        var written = new List<LetterFact>();
        foreach (var to in c.To)
        {
            var shown = To(c, file, about, to, today);
            var letter =
                (LetterFact?)draft?.Copy()
                ?? new LetterFact
                {
                    Id = id(),
                    ChildId = c.ChildId,
                    WrittenOn = today,
                    EmployeeId = author,
                };
            letter.Template = c.Template;
            letter.AboutKind = c.AboutKind;
            letter.AboutId = c.AboutId;
            letter.Recipient = to.Name;
            letter.Address = shown.Address;
            letter.PersonId = to.PersonId;
            letter.ToChild = to.Key == Recipients.Child;
            letter.Subject = shown.Subject;
            letter.Body = shown.Body;
            letter.SentOn = c.Send ? c.SentOn : null;
            // A letter that is entered some days after it was sent was not written later than that.
            if (letter.SentOn is { } sent && sent < letter.WrittenOn)
                letter.WrittenOn = sent;
            letter.Channel = c.Send ? c.Channel : null;
            events.Add(draft is null ? new Recorded(FactKinds.Letter, letter) : new Corrected(FactKinds.Letter, letter));
            written.Add(letter);
            // A draft is one letter; further recipients get new ones.
            draft = null;
        }
        if (c.Send && Fulfils(c, file, about, written) is { } effect)
            events.Add(effect);
        if (c is { Send: true, Template: Templates.ConferenceInvitation })
            foreach (var i in file.Invitees.Where(i => i.InvitedOn is null && c.To.Any(t => t.InviteeId == i.Id)))
                events.Add(new Corrected(FactKinds.Invitee, With((InviteeFact)i.Copy(), f => f.InvitedOn = c.SentOn)));
        return Decision.Of(events);
    }

    /// <summary>The letter as one recipient gets it: in words to that reader, not written down.</summary>
    public static LetterFact To(WriteLetter c, ChildFile file, Fact? about, Recipient to, DateOnly today)
    {
        var words = new Dictionary<string, string?>(Readers.For(file, to))
        {
            [LetterFields.Recipient] = to.Name,
            // One who was not asked by itself is told of no hearing of its own.
            [LetterFields.OwnHearing] = DecisionWords.Heard(file, about, to.PersonId, to.Key == Recipients.Child) ?? NoOwnHearing,
        };
        return new()
        {
            ChildId = c.ChildId,
            WrittenOn = today,
            Template = c.Template,
            Recipient = to.Name,
            Address = to.Address ?? c.Address,
            Subject = LetterText.Fill(c.Subject ?? "", words),
            Body = LetterText.Fill(c.Body ?? "", words),
        };
    }

    const string NoOwnHearing = "Du har fået mulighed for at sige din mening, hvor loven giver dig ret til det.";

    static Fact? AboutOf(WriteLetter c, ChildFile file) =>
        c.AboutKind is null ? null : file.All.FirstOrDefault(f => f.Id == c.AboutId && FactKinds.Of(f).Name == c.AboutKind);

    static List<Refusal> Wrongs(WriteLetter c, ChildFile file, LetterFact? draft, Fact? about, DateOnly today)
    {
        var wrong = new List<Refusal>();
        if (
            Templates.Default(c.Template) is null
            || (c.AboutKind is not null && about is null)
            || (c.LetterId is not null && (draft is null || draft.ChildId != c.ChildId))
        )
            wrong.Add(new("thing-not-there"));
        if (draft?.SentOn is not null)
            wrong.Add(new("letter-sent-already"));
        if (c.To.Count == 0)
            wrong.Add(new("letter-without-recipient", nameof(c.To)));
        if (c.Subject is null)
            wrong.Add(new("letter-without-subject", nameof(c.Subject)));
        if (c.Body is null)
            wrong.Add(new("letter-empty", nameof(c.Body)));
        foreach (var hidden in file.People.Where(p => p.Protected && p.Address is { Length: > 5 } && c.To.Any(t => t.PersonId != p.Id)))
            if (Says(c.Subject, hidden.Address!) || Says(c.Body, hidden.Address!))
            {
                wrong.Add(new("letter-tells-protected-address", nameof(c.Body)));
                break;
            }
        if (about is NotificationFact { Notifier: Notifier.Anonymous } && c.Template is Templates.Acknowledgement or Templates.Feedback)
            wrong.Add(new("notifier-anonymous"));
        if (c.Template == Templates.Feedback && about is NotificationFact n && !n.Notifier.IsProfessional())
            wrong.Add(new("feedback-to-professionals-only"));
        if (!c.Send)
            return wrong;

        var open = LetterText.Open(c.Subject, c.Body).Where(f => !LetterFields.IsEachOwn(f)).ToList();
        if (open.Count > 0)
            wrong.Add(new("letter-field-not-filled", nameof(c.Body), LetterText.InBraces(open)));
        if (c.SentOn is not { } on)
            wrong.Add(new("day-missing", nameof(c.SentOn)));
        else
        {
            if (on > today)
                wrong.Add(new("day-in-future", nameof(c.SentOn)));
            if (on < Earliest(about))
                wrong.Add(new("letter-before-its-matter", nameof(c.SentOn)));
        }
        if (c.Channel is null)
            wrong.Add(new("choice-missing", nameof(c.Channel)));
        if (c.Channel == Channel.Post && c.Address is null && c.To.Any(t => t.Address is null))
            wrong.Add(new("letter-without-address", nameof(c.Address)));
        if (c.Template == Templates.Feedback && about is NotificationFact { AssessedAt: null })
            wrong.Add(new("notification-not-assessed"));
        if (c.Template == Templates.ConferenceInvitation && c.To.Any(t => t.InviteeId is null))
            wrong.Add(new("not-on-the-list", nameof(c.To)));
        if (c.Template == Templates.ConferenceInvitation && about is NetworkConferenceFact conference)
            wrong.AddRange(ConferenceRules.NotToInvite(conference, [.. file.Invitees.Where(i => i.ConferenceId == conference.Id)]));
        if (c.Template == Templates.Decision && c.Body is { } body && !body.Contains("klage", StringComparison.OrdinalIgnoreCase))
            wrong.Add(new("letter-without-complaint-guidance", nameof(c.Body)));
        return wrong;
    }

    static bool Says(string? text, string address)
    {
        if (text is null)
            return false;
        // The street and number are enough to find somebody.
        var street = address.Split('\n', ',')[0].Trim();
        return street.Length > 5 && text.Contains(street, StringComparison.OrdinalIgnoreCase);
    }

    static DateOnly? Earliest(Fact? about) =>
        about switch
        {
            NotificationFact n => n.ReceivedOn,
            DecisionRecordFact d => d.On,
            DecisionProposalFact p => p.ProposedOn,
            CaseFact c => c.OpenedOn,
            NetworkConferenceFact c => c.OfferedOn,
            _ => null,
        };

    static Corrected? Fulfils(WriteLetter c, ChildFile file, Fact? about, List<LetterFact> written)
    {
        switch (c.Template, about)
        {
            case (Templates.Acknowledgement, NotificationFact { AcknowledgedOn: null } n):
                return new Corrected(FactKinds.Notification, With((NotificationFact)n.Copy(), f => f.AcknowledgedOn = c.SentOn));
            case (Templates.Feedback, NotificationFact { FeedbackOn: null } n):
                return new Corrected(FactKinds.Notification, With((NotificationFact)n.Copy(), f => f.FeedbackOn = c.SentOn));
            case (Templates.Decision, DecisionRecordFact { ComplaintGuidanceGiven: not true } d):
                return new Corrected(FactKinds.DecisionRecord, With((DecisionRecordFact)d.Copy(), f => f.ComplaintGuidanceGiven = true));
            case (Templates.Closing, CaseFact { ParentsInformedOn: null } k) when InformedOn(file, k.Id, written) is { } day:
                return new Corrected(FactKinds.Case, With((CaseFact)k.Copy(), f => f.ParentsInformedOn = day));
            case (Templates.Move, MoveFact { NotifiedOn: null } m):
                return new Corrected(FactKinds.Move, With((MoveFact)m.Copy(), f => f.NotifiedOn = c.SentOn));
            default:
                return null;
        }
    }

    /// <summary>The day the last custody holder was written to; null while one of them was not. With no custody holder known, the day of
    /// any letter.</summary>
    static DateOnly? InformedOn(ChildFile file, long caseId, List<LetterFact> written)
    {
        var ids = written.Select(l => l.Id).ToHashSet();
        var letters = file
            .Letters.Where(l => !ids.Contains(l.Id))
            .Concat(written)
            .Where(l => l.Template == Templates.Closing && l.AboutId == caseId && l.SentOn is not null)
            .ToList();
        var holders = file.People.Where(p => p.HasCustody == true).ToList();
        if (holders.Count == 0)
            return letters.Min(l => l.SentOn);
        DateOnly? last = null;
        foreach (var holder in holders)
        {
            if (letters.Where(l => l.PersonId == holder.Id).Min(l => l.SentOn) is not { } on)
                return null;
            if (last is null || on > last)
                last = on;
        }
        return last;
    }

    static T With<T>(T fact, Action<T> change)
    {
        change(fact);
        return fact;
    }
}
