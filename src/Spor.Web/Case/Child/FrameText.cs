using Spor.Assessments;
using Spor.Cases;
using Spor.Children;
using Spor.Decisions;
using Spor.Facts;
using Spor.Kernel;
using Spor.Notifications;
using Spor.Plans;
using Spor.Requirements;
using Spor.Web.Access;
using Spor.Web.Case.History;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Layout;

namespace Spor.Web.Case.Child;

/// <summary>The words of a child's head and of the strip of its case.</summary>
static class FrameText
{
    public const string Protected = "Beskyttet navn og adresse";
    public const string Custody = " (forældremyndighed)";
    public const string Caseworker = "Rådgiver";
    public const string Siblings = "Søskende";
    public const string Tabs = "Barnets sider";

    /// <summary>The first six digits: the rest stands under »Om barnet«, not where anybody passing reads it.</summary>
    public static string MaskedCpr(string? cpr) => cpr is { Length: > 6 } ? $"CPR {cpr[..6]}-••••" : "";

    /// <summary>Those to ring: the parents, and whoever else has custody.</summary>
    public static IEnumerable<NetworkPersonFact> Parents(ChildFile file, DateOnly day) =>
        file
            .People.Where(p =>
                p.AroundAt(day) && (p.HasCustody == true || p.Relation is Spor.Children.Relation.Mother or Spor.Children.Relation.Father)
            )
            .OrderBy(p => p.Relation)
            .Take(4);

    public static string Relation(NetworkPersonFact p) => Danish.Capital(PictureText.RelationName(p.Relation));

    public static string NameOf(NetworkPersonFact p) => p.Protected ? "beskyttet navn" : p.Name ?? Text.NoName;

    /// <summary>What a telephone is asked to ring: digits, and a plus first.</summary>
    public static string Tel(string phone) => "tel:" + string.Concat(phone.Where((c, i) => char.IsAsciiDigit(c) || (c == '+' && i == 0)));

    public static string CaseworkersOf(ChildState state, Viewing viewing) =>
        string.Join(" og ", state.AssignedTo.Select(e => viewing.EmployeeName(e)).Where(n => n.Length > 0)) is { Length: > 0 } names ? names
        : state.Case is null ? "ingen aktiv sag"
        : "ingen endnu";

    public static string Sibling(ChildState s, DateOnly day) =>
        (s.Child.Protected ? Viewing.ListName(s.Child) : s.Child.FirstName ?? s.Child.Name) + ", " + ShellText.Age(s.Child, day);

    // --- the strip
    public const string Strip = "Så langt er sagen";
    public const string NextMark = "næste skridt";
    public const string Now = "Nu:";
    public const string Nothing = "Der er ingen frister lige nu.";
    public const string More = "Mere";

    public static string Name(CaseStation s) =>
        s.Step switch
        {
            CaseStep.Notification => "Underretning",
            CaseStep.Assessed => "Vurdering",
            CaseStep.Assessment => "Undersøgelse",
            CaseStep.Plan => s.Of is PlanFact { Kind: var kind } ? Danish.Capital(kind.Danish()) : "Plan",
            CaseStep.Decision => "Afgørelse",
            CaseStep.Measure => "Indsats",
            CaseStep.FollowUp => "Opfølgning",
            _ => "Afslutning",
        };

    /// <summary>What stands under its name.</summary>
    public static string Note(CaseStation s, DateOnly today) =>
        (s.State, s.Step) switch
        {
            (CaseStepState.NotTaken, _) => "ikke i denne sag",
            (CaseStepState.Later, CaseStep.Closing) => s.On is { } to ? "forventet " + Danish.Short(to) : "",
            (CaseStepState.Later, _) => "ikke endnu",
            (CaseStepState.UnderWay, CaseStep.Assessed) => "mangler",
            (CaseStepState.UnderWay, CaseStep.Assessment) => "i gang, behov kendt " + Danish.Short(s.On!.Value),
            (CaseStepState.UnderWay, CaseStep.Plan) => "kladde fra " + Danish.Short(s.On!.Value),
            (CaseStepState.UnderWay, CaseStep.Decision) => "forslag fra " + Danish.Short(s.On!.Value),
            (CaseStepState.UnderWay, CaseStep.Measure) => "i gang siden " + Danish.Short(s.On!.Value),
            (_, CaseStep.Notification) => Danish.Short(s.On!.Value) + (s.Of is NotificationFact n ? ", " + n.Notifier.Said() : ""),
            (_, CaseStep.FollowUp) => "senest holdt " + Danish.Short(s.On!.Value),
            (_, CaseStep.Measure) => "ophørt " + Danish.Short(s.On!.Value),
            _ => s.On is { } on ? Danish.Short(on) : "",
        };

    public static string StateWord(CaseStepState state) =>
        state switch
        {
            CaseStepState.Done => "gjort",
            CaseStepState.UnderWay => "i gang",
            CaseStepState.NotTaken => "ikke taget",
            _ => "senere",
        };

    /// <summary>The page of the thing itself, for those who may open it.</summary>
    public static string? Href(CaseStation s, ChildFile file, bool mayWork) =>
        !mayWork
            ? null
            : s.Of switch
            {
                NotificationFact n => Routes.Notification(file.Id, n.Id),
                AssessmentFact a => Routes.Assessment(file.Id, a.Id),
                PlanFact p => Routes.Plan(file.Id, p.Id),
                DecisionProposalFact p => Routes.Proposal(file.Id, p.Id),
                DecisionRecordFact { ProposalId: { } proposal } => Routes.Proposal(file.Id, proposal),
                _ => null,
            };
}
