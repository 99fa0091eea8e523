using Spor.Assessments;
using Spor.Cases;
using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Letters;
using Spor.Plans;

namespace Spor.Web.Case.History;

/// <summary>What only Spor itself records.</summary>
static class CaseworkSayings
{
    public static readonly Saying<AssessmentDimensionFact> Dimension = new(
        (d, _) => $"Undersøgelsens del »{DimensionSets.Title(d.Dimension)}«",
        (d, _) =>
            $"Undersøgelsens del »{DimensionSets.Title(d.Dimension)}« blev skrevet"
            + (d.CarriedFromId is null ? "" : ", ført videre fra tidligere")
    );

    public static readonly Saying<DecisionProposalFact> Proposal = new(
        (p, w) => $"Forslaget om {What(p, w)} fra {Danish.Long(p.ProposedOn)}",
        (p, w) =>
            $"Der blev foreslået {(p.GrantForId is null ? "" : "en ny bevilling til ")}{What(p, w)} {Danish.Long(p.ProposedOn)}"
            + (p.ExpectedTo is { } d ? $", forventet til {Danish.Long(d)}" : "")
    );

    public static readonly Saying<DecisionDutyFact> Duty = new(
        (d, _) => $"Opgaven »{DutyTitle(d)}«",
        (d, _) => $"Afgørelsen giver en opgave: »{DutyTitle(d)}«, senest {Danish.Long(d.DueOn)}"
    );

    static string DutyTitle(DecisionDutyFact d) => Law.DecisionLaw.Duties.FirstOrDefault(r => r.Code == d.Code)?.Title ?? d.Code;

    static string What(DecisionProposalFact p, Words words) =>
        p.MeasureCode is { } code ? words.MeasureCode(code, p.From ?? p.ProposedOn) : p.Kind.Said();

    public static readonly Saying<InterventionPriceFact> Price = new(
        (p, w) => $"Prisen på {w.Measure(p.InterventionId)} fra {Danish.Long(p.From)}",
        (p, w) => $"Prisen på {w.Measure(p.InterventionId)} blev {Danish.Kroner(p.PriceOre)}{Words.Per(p.Unit)} fra {Danish.Long(p.From)}"
    );

    public static readonly Saying<GrantFact> Grant = new(
        (g, w) => $"Bevillingen til {w.Measure(g.InterventionId)} fra {Danish.Long(g.From)}",
        (g, w) =>
            $"Der blev bevilget {Danish.Kroner(g.PriceOre)}{Words.Per(g.Unit)} "
            + $"til {w.Measure(g.InterventionId)} fra {Danish.Long(g.From)}"
            + (g.To is { } d ? $", forventet til {Danish.Long(d)}" : "")
            + (g.Level is { } l ? $", af {Words.Definite(l)}" : "")
    );

    public static readonly Saying<ReturnHomeFact> Return = new(
        (r, _) => $"Hjemgivelsen besluttet {Danish.Long(r.DecidedOn)}",
        (r, _) => $"Hjemgivelse blev besluttet {Danish.Long(r.DecidedOn)}, med en periode fra {Danish.Long(r.From)} til {Danish.Long(r.To)}"
    );

    public static readonly Saying<PlanActionFact> Action = new(
        (a, _) => $"Aftalen »{a.What}«",
        (a, _) => $"Det blev aftalt, at {a.Who ?? "nogen"} gør: »{a.What}«" + (a.DueOn is { } d ? $", senest {Danish.Long(d)}" : "")
    );

    public static readonly Saying<HandoverFact> Handover = new(
        (h, _) => $"Overdragelsen {Danish.Long(h.On)}",
        (h, w) => $"Sagen blev overdraget til {w.Employee(h.ToEmployeeId)} {Danish.Long(h.On)}"
    );

    public static readonly Saying<HandoverProposalFact> HandoverProposal = new(
        (p, _) => $"Forslaget om overdragelse {Danish.Long(p.ProposedOn)}",
        (p, w) =>
            p.State switch
            {
                HandoverState.Waiting =>
                    $"Et andet team blev spurgt, om {w.Employee(p.ToEmployeeId)} kan få barnet fra {Danish.Long(p.On)}",
                HandoverState.Accepted => "Det andet team sagde ja til barnet",
                HandoverState.Declined => "Det andet team sagde nej til barnet",
                _ => "Forslaget om overdragelse blev trukket tilbage",
            }
    );

    public static readonly Saying<MoveFact> Move = new(
        (m, _) => $"Flytningen {Danish.Long(m.MovedOn)}",
        (m, _) => $"Barnet flytter {Danish.Long(m.MovedOn)} til {Municipalities.NameOf(m.MunicipalityNumber)}"
    );

    public static readonly Saying<JournalNoteFact> Note = new(
        (n, _) => $"Notatet {Danish.Long(n.On)}",
        (n, _) =>
            $"{Danish.Capital(n.Kind.Danish())} {Danish.Long(n.On)}"
            + (n.Title is { } t ? $": {t}" : "")
            + (n.Body is { } b ? $". {b.TrimEnd('.')}" : "")
    );

    public static readonly Saying<AttachmentFact> Attachment = new(
        (a, _) => $"Bilaget »{a.FileName}«",
        (a, _) => $"Bilaget »{a.FileName}« blev vedlagt"
    );

    public static readonly Saying<AttachmentContentFact> Content = new((_, _) => "Filen", (_, _) => "Filens indhold blev gemt");

    public static readonly Saying<LetterFact> Letter = new(
        (l, _) => $"Brevet »{l.Subject}«",
        (l, _) =>
            $"Brevet »{l.Subject}« til {l.Recipient ?? "en modtager uden navn"} blev skrevet {Danish.Long(l.WrittenOn)}"
            + (l.SentOn is { } d ? $" og sendt {Danish.Long(d)}" : "")
    );
}
