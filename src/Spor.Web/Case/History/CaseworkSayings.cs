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
        "del af en undersøgelse",
        "dele af en undersøgelse",
        (d, _) => $"Undersøgelsens del »{DimensionSets.Title(d.Dimension)}«",
        (d, _) =>
            $"Undersøgelsens del »{DimensionSets.Title(d.Dimension)}« blev skrevet"
            + (d.CarriedFromId is null ? "" : ", ført videre fra tidligere"),
        ("ressourcerne", (d, _) => d.Resources),
        ("bekymringerne", (d, _) => d.Worries),
        ("konklusionen", (d, _) => d.Conclusion)
    );

    public static readonly Saying<DecisionProposalFact> Proposal = new(
        "indstilling",
        "indstillinger",
        (p, w) => $"Indstillingen om {What(p, w)} fra {Danish.Long(p.ProposedOn)}",
        (p, w) =>
            $"Der blev indstillet {What(p, w)} {Danish.Long(p.ProposedOn)}"
            + (p.ExpectedTo is { } d ? $", forventet til {Danish.Long(d)}" : ""),
        ("status", (p, _) => p.State.Danish()),
        ("formålet", (p, _) => p.Purpose),
        ("begrundelsen", (p, _) => p.Reasons),
        ("lovgrundlaget", (p, _) => Words.Section(p.LegalBasis, p.ProposedOn)),
        ("forventet til", (p, _) => Words.Day(p.ExpectedTo)),
        ("forældremyndighedens samtykke", (p, _) => Words.Day(p.CustodyConsentOn)),
        ("den unges samtykke", (p, _) => Words.Day(p.YoungConsentOn)),
        ("partshøringen", (p, _) => Words.Day(p.PartiesHeardOn)),
        ("svaret", (p, _) => p.Answer)
    );

    public static readonly Saying<DecisionDutyFact> Duty = new(
        "opgave efter en afgørelse",
        "opgaver efter afgørelser",
        (d, _) => $"Opgaven »{DutyTitle(d)}«",
        (d, _) => $"Afgørelsen giver en opgave: »{DutyTitle(d)}«, senest {Danish.Long(d.DueOn)}",
        ("gjort", (d, _) => Words.Day(d.DoneOn)),
        ("bemærkningen", (d, _) => d.Note)
    );

    static string DutyTitle(DecisionDutyFact d) => Law.DecisionLaw.Duties.FirstOrDefault(r => r.Code == d.Code)?.Title ?? d.Code;

    static string What(DecisionProposalFact p, Words words) =>
        p.MeasureCode is { } code ? words.MeasureCode(code, p.From ?? p.ProposedOn) : p.Kind.Danish();

    public static readonly Saying<InterventionPriceFact> Price = new(
        "prisændring",
        "prisændringer",
        (p, w) => $"Prisen på {w.Measure(p.InterventionId)} fra {Danish.Long(p.From)}",
        (p, w) =>
            $"Prisen på {w.Measure(p.InterventionId)} blev {Danish.Kroner(p.PriceOre)} pr. {p.Unit.Danish()} fra {Danish.Long(p.From)}",
        ("fra", (p, _) => Danish.Long(p.From)),
        ("prisen", (p, _) => $"{Danish.Kroner(p.PriceOre)} pr. {p.Unit.Danish()}")
    );

    public static readonly Saying<ReturnHomeFact> Return = new(
        "hjemgivelse",
        "hjemgivelser",
        (r, _) => $"Hjemgivelsen besluttet {Danish.Long(r.DecidedOn)}",
        (r, _) =>
            $"Hjemgivelse blev besluttet {Danish.Long(r.DecidedOn)}, med en periode fra {Danish.Long(r.From)} til {Danish.Long(r.To)}",
        ("fra", (r, _) => Danish.Long(r.From)),
        ("til", (r, _) => Danish.Long(r.To)),
        ("udtalelsen fra anbringelsesstedet", (r, _) => Words.Day(r.StatementOn)),
        ("støtten", (r, _) => r.Support)
    );

    public static readonly Saying<PlanActionFact> Action = new(
        "aftale i en plan",
        "aftaler i en plan",
        (a, _) => $"Aftalen »{a.What}«",
        (a, _) => $"Det blev aftalt, at {a.Who ?? "nogen"} gør: »{a.What}«" + (a.DueOn is { } d ? $", senest {Danish.Long(d)}" : ""),
        ("aftalen", (a, _) => a.What),
        ("hvem", (a, _) => a.Who),
        ("senest", (a, _) => Words.Day(a.DueOn)),
        ("gjort", (a, _) => Words.Day(a.DoneOn))
    );

    public static readonly Saying<HandoverFact> Handover = new(
        "overdragelse",
        "overdragelser",
        (h, _) => $"Overdragelsen {Danish.Long(h.On)}",
        (h, w) => $"Sagen blev overdraget til {w.Employee(h.ToEmployeeId)} {Danish.Long(h.On)}",
        ("til", (h, w) => w.Employee(h.ToEmployeeId)),
        ("møde med familien", (h, _) => Words.Day(h.MetFamilyOn)),
        ("læst", (h, _) => Words.Day(h.ReadOn)),
        ("grunden til intet møde", (h, _) => h.NoMeetingReason),
        ("det åbne", (h, _) => h.OpenMatters),
        ("det lovede", (h, _) => h.Promised)
    );

    public static readonly Saying<MoveFact> Move = new(
        "flytning",
        "flytninger",
        (m, _) => $"Flytningen {Danish.Long(m.MovedOn)}",
        (m, _) => $"Barnet flytter {Danish.Long(m.MovedOn)} til {Municipalities.NameOf(m.MunicipalityNumber)}",
        ("flyttedagen", (m, _) => Danish.Long(m.MovedOn)),
        ("kommunen", (m, _) => Municipalities.NameOf(m.MunicipalityNumber)),
        ("underrettet", (m, _) => Words.Day(m.NotifiedOn)),
        ("materialet sendt", (m, _) => Words.Day(m.MaterialSentOn)),
        ("bekræftet", (m, _) => Words.Day(m.ConfirmedOn)),
        ("resuméet", (m, _) => m.Summary),
        ("kontakten", (m, _) => m.Contact),
        (
            "sagen her",
            (m, _) =>
                m.CaseStays switch
                {
                    true => "bliver her",
                    false => "lukkes",
                    null => null,
                }
        )
    );

    public static readonly Saying<JournalNoteFact> Note = new(
        "notat",
        "notater",
        (n, _) => $"Notatet {Danish.Long(n.On)}",
        (n, _) =>
            $"{AssessmentSayings.Capital(n.Kind.Danish())} {Danish.Long(n.On)}"
            + (n.Title is { } t ? $": {t}" : "")
            + (n.Body is { } b ? $". {b.TrimEnd('.')}" : ""),
        ("teksten", (n, _) => n.Body)
    );

    public static readonly Saying<AttachmentFact> Attachment = new(
        "bilag",
        "bilag",
        (a, _) => $"Bilaget »{a.FileName}«",
        (a, _) => $"Bilaget »{a.FileName}« blev vedlagt"
    );

    public static readonly Saying<AttachmentContentFact> Content = new(
        "fil",
        "filer",
        (_, _) => "Filen",
        (_, _) => "Filens indhold blev gemt"
    );

    public static readonly Saying<LetterFact> Letter = new(
        "brev",
        "breve",
        (l, _) => $"Brevet »{l.Subject}«",
        (l, _) =>
            $"Brevet »{l.Subject}« til {l.Recipient ?? "en modtager uden navn"} blev skrevet {Danish.Long(l.WrittenOn)}"
            + (l.SentOn is { } d ? $" og sendt {Danish.Long(d)}" : ""),
        ("overskriften", (l, _) => l.Subject),
        ("modtageren", (l, _) => l.Recipient),
        ("sendt", (l, _) => Words.Day(l.SentOn)),
        ("måden", (l, _) => l.Channel?.Danish())
    );
}
