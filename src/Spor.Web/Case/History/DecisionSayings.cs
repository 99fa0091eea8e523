using Spor.Decisions;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Web.Case.History;

static class DecisionSayings
{
    public static readonly Saying<DecisionRecordFact> Decision = new(
        "afgørelse",
        "afgørelser",
        (d, _) => $"Afgørelsen fra {Danish.Long(d.On)}",
        (d, _) =>
            $"En afgørelse af {Danish.Long(d.On)} efter {Words.Section(d.LegalBasis, d.On)} blev registreret"
            + (d.Level is { } l ? $", truffet af {l.Danish()}" : ""),
        ("dagen", (d, _) => Danish.Long(d.On)),
        ("lovgrundlaget", (d, _) => Words.Section(d.LegalBasis, d.On)),
        ("niveauet", (d, _) => d.Level?.Danish()),
        ("partshøringen", (d, _) => Words.YesNo(d.PartiesHeard)),
        ("klagevejledningen", (d, _) => Words.YesNo(d.ComplaintGuidanceGiven))
    );
}
