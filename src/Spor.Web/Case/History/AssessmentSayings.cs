using Spor.Assessments;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Web.Case.History;

static class AssessmentSayings
{
    /// <summary>The kind as people say it; an extract writes <c>bfu</c>.</summary>
    public static string Kind(AssessmentKind kind) => kind == AssessmentKind.Assessment ? "børnefaglig undersøgelse" : kind.Danish();

    public static readonly Saying<AssessmentFact> Assessment = new(
        "undersøgelse eller vurdering",
        "undersøgelser og vurderinger",
        (a, _) => $"{Capital(Kind(a.Kind))} kendt fra {Danish.Long(a.KnownOn)}",
        (a, _) =>
            $"{Capital(Kind(a.Kind))} blev registreret, kendt fra {Danish.Long(a.KnownOn)}"
            + (a.FinishedOn is { } d ? $" og afsluttet {Danish.Long(d)}" : ""),
        ("typen", (a, _) => Kind(a.Kind)),
        ("kendt", (a, _) => Danish.Long(a.KnownOn)),
        ("påbegyndt", (a, _) => Words.Day(a.StartedOn)),
        ("afsluttet", (a, _) => Words.Day(a.FinishedOn)),
        ("resultatet", (a, _) => a.Outcome?.Danish()),
        ("ansvarlig", (a, w) => a.ResponsibleId is { } id ? w.Employee(id) : null),
        ("den anden rådgiver", (a, w) => a.SecondCaseworkerId is { } id ? w.Employee(id) : null),
        ("konklusionen", (a, _) => a.Conclusion),
        ("begrundelsen", (a, _) => a.Reason),
        ("barnets holdning", (a, _) => a.ChildsView),
        ("forældrenes holdning", (a, _) => a.ParentsView),
        ("søskende overvejet", (a, _) => Words.YesNo(a.SiblingsConsidered)),
        ("om søskende", (a, _) => a.SiblingsNote),
        ("anledningen", (a, _) => a.Occasion),
        ("grunden til tomme dele", (a, _) => a.UnfinishedReason)
    );

    public static readonly Saying<ConversationFact> Conversation = new(
        "samtale med barnet",
        "samtaler med barnet",
        (c, _) => $"Samtalen med barnet {Danish.Long(c.On)}",
        (c, _) =>
            c.LeftOut
                ? $"Samtalen med barnet {Danish.Long(c.On)} om {c.Purpose.Danish()} blev registreret som udeladt"
                    + (
                        c.Reason is { } r ? $", fordi: {r}"
                        : c.HasReason ? " med en begrundelse"
                        : " uden begrundelse"
                    )
                : $"En samtale med barnet {Danish.Long(c.On)} om {c.Purpose.Danish()} blev registreret"
                    + (c.ChildsWords is { } words ? $": »{words.TrimEnd('.')}«" : ""),
        ("dagen", (c, _) => Danish.Long(c.On)),
        ("formålet", (c, _) => c.Purpose.Danish()),
        ("udeladt", (c, _) => Words.YesNo(c.LeftOut)),
        ("begrundelsen", (c, _) => c.Reason ?? (c.HasReason ? "givet" : null)),
        ("hvem talte med barnet", (c, w) => c.EmployeeId is { } id ? w.Employee(id) : null),
        ("uden forældrene", (c, _) => Words.YesNo(c.WithoutParents)),
        ("mistanke om vold eller overgreb", (c, _) => Words.YesNo(c.ParentsSuspected)),
        ("stedet", (c, _) => c.Place),
        ("til stede", (c, _) => c.Present),
        ("barnets ord", (c, _) => c.ChildsWords)
    );

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpper(text[0], Danish.Culture) + text[1..];
}
