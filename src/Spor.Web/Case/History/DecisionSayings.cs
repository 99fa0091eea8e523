using Spor.Decisions;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Web.Case.History;

static class DecisionSayings
{
    public static readonly Saying<DecisionRecordFact> Decision = new(
        (d, _) => $"Afgørelsen fra {Danish.Long(d.On)}",
        (d, _) =>
            $"En afgørelse af {Danish.Long(d.On)} efter {Words.Section(d.LegalBasis, d.On)} blev registreret"
            + (d.Level is { } l ? $", truffet af {l.Danish()}" : "")
    );
}
