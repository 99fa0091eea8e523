using Spor.Decisions;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Web.Case.History;

static class DecisionSayings
{
    public static readonly Saying<DecisionRecordFact> Decision = new(
        (d, _) => $"Afgørelsen fra {Danish.Long(d.On)}",
        (d, _) =>
            (d.Level is { } l ? $"{Danish.Capital(Words.Definite(l))} traf en afgørelse" : "En afgørelse blev truffet")
            + $" {Danish.Long(d.On)} efter {Words.Small(Words.Section(d.LegalBasis, d.On))}"
    );
}
