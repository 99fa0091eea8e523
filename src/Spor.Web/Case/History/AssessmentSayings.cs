using Spor.Assessments;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Web.Case.History;

static class AssessmentSayings
{
    /// <summary>The kind as people say it; an extract writes <c>bfu</c>.</summary>
    public static string Kind(AssessmentKind kind) => kind == AssessmentKind.Assessment ? "børnefaglig undersøgelse" : kind.Danish();

    public static readonly Saying<AssessmentFact> Assessment = new(
        (a, _) => $"{Danish.Capital(Kind(a.Kind))} (behovet kendt {Danish.Long(a.KnownOn)})",
        (a, _) =>
            $"Behovet for en {Kind(a.Kind)} blev kendt {Danish.Long(a.KnownOn)}"
            + (a.FinishedOn is { } d ? $", og den blev afsluttet {Danish.Long(d)}" : "")
    );

    public static readonly Saying<ConversationFact> Conversation = new(
        (c, _) => $"Samtalen med barnet {Danish.Long(c.On)}",
        (c, _) =>
            c.LeftOut
                ? $"Samtalen med barnet {Danish.Long(c.On)} om {About(c)} blev registreret som udeladt"
                    + (
                        c.Reason is { } r ? $", fordi: {r}"
                        : c.HasReason ? " med en begrundelse"
                        : " uden begrundelse"
                    )
                : $"En samtale med barnet {Danish.Long(c.On)} om {About(c)} blev registreret"
                    + (c.ChildsWords is { } words ? $": »{words.TrimEnd('.')}«" : "")
    );

    static string About(ConversationFact c) => c.Purpose.Danish() + (c.Matter is { } matter ? $" ({matter.Danish()})" : "");
}
