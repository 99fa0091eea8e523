using Spor.Assessments;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Web.Case.History;

static class AssessmentSayings
{
    public static string Kind(AssessmentKind kind) => kind.Said();

    public static readonly Saying<AssessmentFact> Assessment = new(
        (a, _) => $"{Danish.Capital(Kind(a.Kind))} (behovet kendt {Danish.Long(a.KnownOn)})",
        (a, _) =>
            $"Behovet for en {Kind(a.Kind)} blev kendt {Danish.Long(a.KnownOn)}"
            + (a.FinishedOn is { } d ? $". {Danish.Capital(Definite(a.Kind))} blev afsluttet {Danish.Long(d)}" : "")
    );

    public static readonly Saying<ConversationFact> Conversation = new(
        (c, _) => $"Samtalen med barnet {Danish.Long(c.On)}",
        (c, _) =>
            c.LeftOut
                ? $"Samtalen med barnet {Danish.Long(c.On)} om {About(c)} blev registreret som udeladt"
                    + (
                        c.Reason is { } r ? $". Grunden: {r.TrimEnd('.')}"
                        : c.HasReason ? " med en begrundelse"
                        : " uden begrundelse"
                    )
                : $"En samtale med barnet {Danish.Long(c.On)} om {About(c)} blev registreret"
                    + (c.ChildsWords is { } words ? $": »{words.TrimEnd('.')}«" : "")
    );

    static string Definite(AssessmentKind kind) =>
        kind switch
        {
            AssessmentKind.Assessment => "undersøgelsen",
            AssessmentKind.Clarification => "afdækningen",
            AssessmentKind.Screening => "screeningen",
            _ => "vurderingen",
        };

    static string About(ConversationFact c) => c.Purpose.Danish() + (c.Matter is { } matter ? $" ({matter.Danish()})" : "");
}
