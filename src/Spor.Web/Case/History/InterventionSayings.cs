using Spor.Facts;
using Spor.FollowUps;
using Spor.Interventions;
using Spor.Kernel;

namespace Spor.Web.Case.History;

static class InterventionSayings
{
    public static readonly Saying<InterventionFact> Intervention = new(
        (m, w) => $"Indsatsen »{w.Measure(m)}«",
        (m, w) => $"Indsatsen »{w.Measure(m)}« begyndte {Danish.Long(m.From)}" + (m.To is { } d ? $" og sluttede {Danish.Long(d)}" : "")
    );

    public static readonly Saying<FollowUpFact> FollowUp = new(
        (f, w) => $"Opfølgningen {Danish.Long(f.On)} på {w.Measure(f.InterventionId)}",
        (f, w) =>
            $"Der blev fulgt op på {w.Measure(f.InterventionId)} {Danish.Long(f.On)}"
            + (f.Outcome is { } o ? $", beslutning: {o.Danish()}" : "")
            + (f.NextBy is { } d ? $"; næste gang senest {Danish.Long(d)}" : "")
            + (f.CadenceReason is { } why ? $". Grunden: {Words.Quoted(why)}" : "")
            + (f.ChildsVoice is { } child ? $". Barnet: {Words.Quoted(child)}" : "")
            + (f.ParentsVoice is { } parents ? $". Forældrene: {Words.Quoted(parents)}" : "")
            + (f.Note is { } note ? $". {note.TrimEnd('.')}" : "")
    );

    public static readonly Saying<SupervisionVisitFact> Visit = new(
        (v, w) => $"Tilsynet {Danish.Long(v.On)} på {w.Measure(v.InterventionId)}",
        (v, w) =>
            $"Der blev holdt tilsyn på {w.Measure(v.InterventionId)} {Danish.Long(v.On)} "
            + $"{(v.SpokeWithChild ? "med" : "uden")} samtale med barnet"
    );
}
