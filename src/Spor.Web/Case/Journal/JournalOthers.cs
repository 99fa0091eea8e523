using System.Globalization;
using Spor.Assessments;
using Spor.Cases;
using Spor.Conferences;
using Spor.Decisions;
using Spor.Facts;
using Spor.FollowUps;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Letters;
using Spor.Notifications;
using Spor.Plans;
using Spor.Web.Access;
using Spor.Web.Case.History;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Journal;

/// <summary>What else stands in a journal beside notes and conversations, each with a page of its own to lead to.</summary>
static class JournalOthers
{
    static string N(long id) => id.ToString(CultureInfo.InvariantCulture);

    public static IEnumerable<JournalEntry> Of(ChildFile file, Viewing viewing)
    {
        var catalogue = viewing.Register.Catalogue;
        string Measure(long id) =>
            Array.Find(file.Interventions, m => m.Id == id) is { } m
                ? catalogue.NameOf(m.Code, m.From).ToLower(Danish.Culture)
                : "indsatsen";
        return file
            .Letters.Select(l => Letter(l, viewing))
            .Concat(file.Notifications.Select(n => Notification(n, viewing)))
            .Concat(file.Assessments.SelectMany(a => Assessment(a, viewing)))
            .Concat(file.Plans.Where(p => p.Needed != false).Select(p => Plan(p, file)))
            .Concat(file.Decisions.Select(d => Decision(d, file, viewing)))
            .Concat(file.FollowUps.Select(f => FollowUp(f, Measure(f.InterventionId), viewing)))
            .Concat(file.Visits.Select(v => Visit(v, Measure(v.InterventionId), viewing)))
            .Concat(file.Conferences.Where(c => c.HeldOn is not null).Select(c => Conference(c, file)))
            .Concat(file.NetworkMeetings.Where(m => m.Held).Select(m => Meeting(m, viewing)))
            .Concat(file.Handovers.Select(h => Handover(h, viewing)));
    }

    static JournalEntry Letter(LetterFact l, Viewing viewing) =>
        new(
            l.SentOn ?? l.WrittenOn,
            "brev-" + N(l.Id),
            JournalGroup.Letters,
            l.SentOn is null ? "Kladde" : "Brev ud",
            l.Subject ?? Letters.Text.Untitled
        )
        {
            Href = viewing.MayWork ? Routes.Letter(l.ChildId, l.Id) : null,
            Quiet = Text.Join(
                l.Recipient is { } to ? "til " + to : "",
                l.SentOn is null ? "ikke sendt"
                    : l.Channel is { } way ? "sendt med " + way.Said()
                    : "sendt",
                viewing.EmployeeName(l.EmployeeId)
            ),
            EmployeeId = l.EmployeeId,
            Behind = l.Body,
        };

    static JournalEntry Notification(NotificationFact n, Viewing viewing) =>
        new(
            n.ReceivedOn,
            "underretning-" + N(n.Id),
            JournalGroup.Notifications,
            "Underretning",
            "Underretning fra " + Words.From(n.Notifier)
        )
        {
            At = TimeOnly.FromDateTime(n.ReceivedAt),
            Href = viewing.MayWork ? Routes.Notification(n.ChildId, n.Id) : null,
            Body = n.Description,
            Quiet = Text.Join(
                n.Causes?.Replace(",", ", ", StringComparison.Ordinal) ?? "",
                n.AssessedAt is { } at ? "vurderet " + Words.Minute(at) : "ikke vurderet endnu",
                n.Outcome is { } o ? "resultat: " + Words.Result(o) : "",
                viewing.EmployeeName(n.AssessedBy)
            ),
            EmployeeId = n.AssessedBy,
            Behind = $"{n.AssessmentReason} {n.FirstSteps}",
        };

    static IEnumerable<JournalEntry> Assessment(AssessmentFact a, Viewing viewing)
    {
        var href = viewing.MayWork ? Routes.Assessment(a.ChildId, a.Id) : null;
        var name = Assessments.Text.Kinded(a);
        if (a.FinishedOn is not null || a.StartedOn is null)
            yield return new(a.FinishedOn ?? a.KnownOn, "undersoegelse-" + N(a.Id), JournalGroup.Assessments, "Undersøgelse", name)
            {
                Href = href,
                Body = a.Conclusion,
                Quiet = Text.Join(Assessments.Text.Steps(a), viewing.EmployeeName(a.ResponsibleId)),
                EmployeeId = a.ResponsibleId,
                Behind = $"{a.Reason} {a.ChildsView} {a.ParentsView} {a.Occasion}",
            };
        else
            yield return new(a.StartedOn.Value, "undersoegelse-" + N(a.Id), JournalGroup.Assessments, "Undersøgelse", name + " begyndt")
            {
                Href = href,
                Body = a.Occasion,
                Quiet = Text.Join(Assessments.Text.Steps(a), viewing.EmployeeName(a.ResponsibleId)),
                EmployeeId = a.ResponsibleId,
            };
    }

    static JournalEntry Plan(PlanFact p, ChildFile file) =>
        new(
            p.FinishedOn ?? p.DecidedOn,
            "plan-" + N(p.Id),
            JournalGroup.Assessments,
            "Plan",
            Danish.Capital(p.Kind.Danish()) + (p.FinishedOn is null ? " besluttet" : " færdig")
        )
        {
            Href = Routes.Plan(file.Id, p.Id),
            Body = p.Summary,
            Quiet = file.Goals.Count(g => g.PlanId == p.Id) is > 0 and var goals
                ? goals == 1
                    ? "1 mål"
                    : goals + " mål"
                : "",
        };

    static JournalEntry Decision(DecisionRecordFact d, ChildFile file, Viewing viewing)
    {
        var proposal = d.ProposalId is { } id ? Array.Find(file.Proposals, p => p.Id == id) : null;
        var grants = Child.Text.Grants(file.Interventions.Where(m => m.DecisionId == d.Id), viewing.Register.Catalogue);
        var links = new List<(string, string)>();
        if (viewing.MayWork && viewing.AsOf is null)
        {
            if (proposal is not null)
                links.Add((Decisions.Text.ReadReasons, Routes.Proposal(file.Id, proposal.Id)));
            links.Add((Decisions.Text.WriteLetter, Routes.WriteLetter(file.Id, Templates.Decision, FactKinds.DecisionRecord.Name, d.Id)));
        }
        return new(
            d.On,
            "afgoerelse-" + N(d.Id),
            JournalGroup.Decisions,
            "Afgørelse",
            d.Kind is { } kind ? Danish.Capital(kind.Said())
                : grants.Length > 0 ? grants
                : Text.DecisionOf(d.LegalBasis, d.On)
        )
        {
            Body = proposal?.Reasons,
            Quiet = Text.Join(
                Words.Section(d.LegalBasis, d.On),
                d.Kind is null ? "" : grants,
                "truffet af " + (d.Level is { } level ? Words.DecidedBy(level) : Child.Text.Unknown),
                "parterne hørt: " + (Words.YesNo(d.PartiesHeard) ?? Child.Text.Unknown),
                "klagevejledning givet: " + (Words.YesNo(d.ComplaintGuidanceGiven) ?? Child.Text.Unknown)
            ),
            EmployeeId = proposal?.DecidedBy ?? proposal?.ProposedBy,
            Links = links,
            Behind = proposal?.Purpose,
        };
    }

    static JournalEntry FollowUp(FollowUpFact f, string measure, Viewing viewing) =>
        new(f.On, "opfoelgning-" + N(f.Id), JournalGroup.FollowUps, "Opfølgning", "Opfølgning på " + measure)
        {
            ChildsWords = f.ChildsVoice,
            Body = Text.Paragraphs(f.Note, f.ParentsVoice is { } parents ? "Forældrene: " + parents : null),
            Quiet = Text.Join(
                f.Outcome is { } o ? "resultat: " + o.Danish() : "",
                f.NextBy is { } by ? Child.Text.NextBy(by) : "",
                viewing.EmployeeName(f.EmployeeId)
            ),
            EmployeeId = f.EmployeeId,
            Behind = f.CadenceReason,
        };

    static JournalEntry Visit(SupervisionVisitFact v, string measure, Viewing viewing) =>
        new(v.On, "tilsyn-" + N(v.Id), JournalGroup.FollowUps, "Tilsyn", "Tilsyn, " + measure)
        {
            Body = v.Note,
            Quiet = Text.Join(
                v.SpokeWithChild ? Child.Text.Spoke : Child.Text.DidNotSpeak,
                v.Present is { } with ? "til stede: " + with : "",
                viewing.EmployeeName(v.EmployeeId)
            ),
            EmployeeId = v.EmployeeId,
        };

    static JournalEntry Conference(NetworkConferenceFact c, ChildFile file) =>
        new(c.HeldOn!.Value, "raadslagning-" + N(c.Id), JournalGroup.Meetings, "Rådslagning", "Netværksrådslagning holdt")
        {
            At = c.PlannedAt is { } at && DateOnly.FromDateTime(at) == c.HeldOn ? TimeOnly.FromDateTime(at) : null,
            Href = Routes.Conference(file.Id, c.Id),
            Body = c.FamilyPlan,
            Quiet = Text.Join(
                c.Place ?? "",
                file.Agreements.Count(a => a.ConferenceId == c.Id) is > 0 and var n
                    ? n == 1
                        ? "1 aftale"
                        : n + " aftaler"
                    : "",
                c.PlanApproved switch
                {
                    true => "planen godkendt",
                    false => "planen ikke godkendt",
                    null => "",
                }
            ),
        };

    static JournalEntry Meeting(NetworkMeetingFact m, Viewing viewing) =>
        new(m.On, "netvaerksmoede-" + N(m.Id), JournalGroup.Meetings, "Netværksmøde", m.Purpose ?? "Netværksmøde holdt")
        {
            Href = Routes.NetworkMeeting(m.ChildId, m.Id),
            ChildsWords = m.ChildsVoice,
            Body = m.Agreed,
            Quiet = Text.Join(m.Place ?? "", viewing.EmployeeName(m.EmployeeId)),
            EmployeeId = m.EmployeeId,
        };

    static JournalEntry Handover(HandoverFact h, Viewing viewing) =>
        new(h.On, "overdragelse-" + N(h.Id), JournalGroup.Others, "Overdragelse", Text.HandedTo(viewing.EmployeeName(h.ToEmployeeId)))
        {
            Body = Text.Paragraphs(h.OpenMatters, h.Promised is { } promised ? "Det er familien lovet: " + promised : null),
            Quiet = viewing.EmployeeName(h.FromEmployeeId) is { Length: > 0 } from ? "fra " + from : "",
            EmployeeId = h.FromEmployeeId,
        };
}
