using Spor.Facts;
using Spor.FollowUps;
using Spor.Interventions;
using Spor.Kernel;

namespace Spor.Web.Case.History;

static class InterventionSayings
{
    public static readonly Saying<InterventionFact> Intervention = new(
        "indsats",
        "indsatser",
        (m, w) => $"Indsatsen {w.Measure(m)}",
        (m, w) => $"Indsatsen {w.Measure(m)} blev registreret fra {Danish.Long(m.From)}" + (m.To is { } d ? $" til {Danish.Long(d)}" : ""),
        ("indsatsen", (m, w) => w.Measure(m)),
        ("fra", (m, _) => Danish.Long(m.From)),
        ("til", (m, _) => Words.Day(m.To)),
        ("forventet til", (m, _) => Words.Day(m.ExpectedTo)),
        ("lovgrundlaget", (m, _) => Words.Section(m.LegalBasis, m.From)),
        ("afgørelsen", (m, w) => w.Decision(m.DecisionId)),
        ("leverandøren", (m, _) => m.Provider),
        ("prisen", (m, _) => Words.Price(m))
    );

    public static readonly Saying<FollowUpFact> FollowUp = new(
        "opfølgning",
        "opfølgninger",
        (f, w) => $"Opfølgningen {Danish.Long(f.On)} på {w.Measure(f.InterventionId)}",
        (f, w) =>
            $"Der blev fulgt op på {w.Measure(f.InterventionId)} {Danish.Long(f.On)}"
            + (f.Outcome is { } o ? $", beslutning: {o.Danish()}" : "")
            + (f.NextBy is { } d ? $"; næste gang senest {Danish.Long(d)}" : "")
            + (f.CadenceReason is { } why ? $", fordi: {Words.Quoted(why)}" : "")
            + (f.ChildsVoice is { } child ? $". Barnet: {Words.Quoted(child)}" : "")
            + (f.ParentsVoice is { } parents ? $". Forældrene: {Words.Quoted(parents)}" : "")
            + (f.Note is { } note ? $". {note.TrimEnd('.')}" : ""),
        ("dagen", (f, _) => Danish.Long(f.On)),
        ("beslutningen", (f, _) => f.Outcome?.Danish()),
        ("næste gang senest", (f, _) => Words.Day(f.NextBy)),
        ("indsatsen", (f, w) => w.Measure(f.InterventionId)),
        ("begrundelsen for kadencen", (f, _) => f.CadenceReason),
        ("barnets ord", (f, _) => f.ChildsVoice),
        ("forældrenes ord", (f, _) => f.ParentsVoice),
        ("notatet", (f, _) => f.Note)
    );

    public static readonly Saying<SupervisionVisitFact> Visit = new(
        "tilsyn",
        "tilsyn",
        (v, w) => $"Tilsynet {Danish.Long(v.On)} på {w.Measure(v.InterventionId)}",
        (v, w) =>
            $"Der blev holdt tilsyn på {w.Measure(v.InterventionId)} {Danish.Long(v.On)} {(v.SpokeWithChild ? "med" : "uden")} samtale med barnet",
        ("dagen", (v, _) => Danish.Long(v.On)),
        ("samtale med barnet", (v, _) => Words.YesNo(v.SpokeWithChild)),
        ("indsatsen", (v, w) => w.Measure(v.InterventionId))
    );
}
