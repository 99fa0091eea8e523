using Spor.Cases;
using Spor.Children;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Requirements;
using Spor.Web.Access;
using Spor.Web.Case.Child;
using Spor.Web.Frame.Forms;
using Spor.Workforce;

namespace Spor.Web.Case.Cases;

static class Text
{
    public const string ToChild = "Til barnets side";

    // Hand over
    public static string HandOverTitle(string child) => $"Overdrag {child} til en anden rådgiver";

    public const string HandOverLede = "De åbne opgaver følger med. Skriv det, familien er blevet lovet.";
    public const string OpenTitle = "Åbne opgaver";
    public const string OpenNote = "Listen gemmes sammen med overdragelsen, som den ser ud i dag.";
    public const string NothingOpen = "Der er intet åbent.";
    public const string OpenRequirements = "Åbne krav";

    public static string HasItNow(string? name) => name is null ? "Ingen har barnet nu." : $"{name} har barnet nu.";

    public const string FromWhom = "Fra hvem?";
    public const string ToWhom = "Til hvem?";
    public const string FromDay = "Hvornår begynder den nye rådgiver?";
    public const string FromDayHint = "Den tidligere rådgiver har barnet til og med dagen før.";
    public const string Promised = "Hvad er der lovet familien?";
    public const string PromisedHint = "Aftaler, som den nye rådgiver skal holde.";
    public const string Meeting = "Møde med familien";
    public const string MeetingHint = "Den dag, den gamle og den nye rådgiver mødes med familien. Dagen må gerne ligge forude.";
    public const string NoMeeting = "Hvis der ikke bliver et møde: hvorfor ikke?";
    public const string GiveIt = "Overdrag barnet";
    public const string Siblings = "Skal søskende følge med?";
    public const string SiblingsHint = "De har den samme rådgiver i dag.";

    public static string ChildLine(ChildState c, DateOnly today) => $"{Viewing.ListName(c.Child)}, {c.Child.AgeAt(today)} år";

    public static string WithLoad(string name, EmployeeLoad load, string team) =>
        $"{name} ({(team.Length > 0 ? team + ", " : "")}{Danish.Number(load.Children)} børn på "
        + $"{Danish.Number(load.Fte, 2).TrimEnd('0').TrimEnd(',')} "
        + $"årsværk{(load.Ceiling is { } c ? $", loft {Danish.Number(c, c % 1 == 0 ? 0 : 1)}" : "")})";

    public const string FromTitle = "Overdrag børn";

    public static string ManyTitle(string employee) => $"Overdrag børn fra {employee}";

    public const string ManyLede =
        "Flere børn på én gang, for eksempel når en rådgiver holder op. Hvert barns åbne krav og aftaler gemmes med overdragelsen.";
    public const string WhichChildren = "Hvilke børn?";
    public const string WhichChildrenHint = "Søskende bør følges ad.";
    public const string GiveThem = "Overdrag børnene";
    public const string HandOverMany = "Overdrag børn";

    /// <summary>What is open in one child's case, beside the requirements.</summary>
    public static IReadOnlyList<string> OtherMatters(OpenMatters open, ChildFile file, Catalogue catalogue, int drafts) =>
        [
            .. open.Actions.Select(a =>
                $"Aftale i planen: {a.What}" + (a.Who is { } w ? $" ({w})" : "") + (a.DueOn is { } d ? $", senest {Danish.Long(d)}" : "")
            ),
            .. open.Agreements.Select(a =>
                $"Aftale med familien og netværket: {a.What}"
                + (a.Who is { } w ? $" ({w})" : "")
                + (a.DueOn is { } d ? $", senest {Danish.Long(d)}" : "")
            ),
            .. open.Proposals.Select(p =>
                $"Indstilling fra {Danish.Long(p.ProposedOn)} venter på svar: "
                + $"{(p.MeasureCode is { } m ? catalogue.NameOf(m, p.From ?? p.ProposedOn) : p.Kind.Said())}"
            ),
            .. open.Duties.Select(d => $"{d.Title}, senest {Danish.Long(d.DueOn)}"),
            .. open.Owed.Select(o => OwedLine(o, file)),
            .. open.Letters.Select(l => $"Brev, der ikke er sendt: {l.Subject}"),
            .. open.Moves.Select(m =>
                $"Flytning til {Municipalities.NameOf(m.MunicipalityNumber)} {Danish.Long(m.MovedOn)} mangler: "
                + $"{string.Join(", ", MoveSteps.Of(m, file, DateOnly.MaxValue).Select(ShortStep))}"
            ),
            .. drafts == 0
                ? Array.Empty<string>()
                :
                [
                    drafts == 1
                        ? "1 kladde, som kun du kan se. Gør den færdig, eller fortæl om den."
                        : $"{drafts} kladder, som kun du kan se. Gør dem færdige, eller fortæl om dem.",
                ],
        ];

    /// <summary>What is owed somebody, with whom.</summary>
    public static string OwedLine(Owed o, ChildFile file) =>
        o.Kind switch
        {
            OwedKind.DecisionLetter => $"Afgørelsen fra {Danish.Long(o.Since)} er ikke sendt til {Whom(o, file)}",
            OwedKind.Feedback => $"Den fagperson, hvis underretning blev vurderet {Danish.Long(o.Since)}, har ikke fået svar",
            OwedKind.Answer => $"Et forslag fra {Danish.Long(o.Since)} venter på svar",
            OwedKind.Handover => $"Overdragelsen fra {Danish.Long(o.Since)} venter på det andet teams svar",
            _ => $"Et brev fra {Danish.Long(o.Since)} er ikke sendt",
        };

    public static string OwedHref(Owed o, long child) =>
        o.Kind switch
        {
            OwedKind.DecisionLetter => Routes.WriteLetter(child, "decision", FactKinds.DecisionRecord.Name, o.AboutId),
            OwedKind.Feedback => $"{Routes.Child(child)}/underretning/{o.AboutId}/tilbagemelding",
            OwedKind.Answer => Routes.Proposal(child, o.AboutId),
            OwedKind.Handover => CaseEndpoints.Proposed(child, o.AboutId),
            _ => Routes.Letter(child, o.AboutId),
        };

    static string Whom(Owed o, ChildFile file) =>
        o.ToChild ? "barnet"
        : Array.Find(file.People, p => p.Id == o.PersonId) is { } person ? person.Name ?? person.Relation.Danish()
        : "forældrene";

    /// <summary>The same as text, which is kept with the handover.</summary>
    public static string? OpenAsText(OpenMatters open, ChildFile file, Catalogue catalogue, int drafts)
    {
        var lines = open
            .Requirements.Select(r =>
                NationalLaw.Of(r.Rule, r.Trigger).Title
                + (Subjects.Of(r, file, catalogue) is { } about ? $" ({about})" : "")
                + (
                    r.State == RequirementState.Overdue
                        ? $": overskredet, fristen var {Danish.Long(r.Due)}"
                        : $": senest {Danish.Long(r.Due)}"
                )
            )
            .Concat(OtherMatters(open, file, catalogue, 0))
            .Concat(
                drafts == 0 ? [] : [drafts == 1 ? "1 kladde hos den tidligere rådgiver" : $"{drafts} kladder hos den tidligere rådgiver"]
            )
            .ToList();
        return lines.Count == 0 ? null : string.Join('\n', lines.Select(l => "- " + l));
    }

    public static string HandoverTitle(string child) => $"Overdragelse af {child}";

    public static string HandoverLine(HandoverFact h, Func<long?, string> employee) =>
        (h.FromEmployeeId is { } from ? $"Fra {employee(from)} til {employee(h.ToEmployeeId)}" : $"Til {employee(h.ToEmployeeId)}")
        + $", fra {Danish.Long(h.On)}";

    public const string NothingPromised = "Der er ikke skrevet noget.";
    public const string MeetingTitle = "Mødet med familien";

    public static string MeetingLine(HandoverFact h, DateOnly today) =>
        h.MetFamilyOn is { } on
            ? (on > today ? $"Aftalt til {Danish.Long(on)}." : $"Holdt {Danish.Long(on)}.")
            : $"Intet møde: {h.NoMeetingReason ?? "ingen grund er skrevet"}";

    public const string WasOpen = "Det var åbent ved overdragelsen";
    public const string WasOpenNote = "Som det så ud den dag. Barnets side viser, hvordan det er nu.";
    public const string YourTurn = "Har du læst det?";
    public const string HaveRead = "Jeg har læst det";
    public const string WriteHandoverLetter = "Skriv til familien om den nye rådgiver";
    public const string HandedToYou = "Overdraget til dig";

    public static string HandedLine(HandoverFact h, string from, DateOnly today) =>
        (from.Length > 0 ? $"fra {from} " : "")
        + Danish.Long(h.On)
        + (h.ReadOn is null ? ", ikke læst" : "")
        + (h.MetFamilyOn > today ? $", møde med familien {Danish.Long(h.MetFamilyOn.Value)}" : "");

    public const string HandedNotice = "Barnet er overdraget til dig:";
    public const string ReadIt = "Se overdragelsen";

    // Move
    public static string MoveTitle(string child) => $"{child} flytter til en anden kommune";

    public const string MoveLede =
        "Den kommune, barnet flytter fra, skal underrette den nye og sende det nødvendige materiale og en opsummering af kommunens vurderinger.";
    public const string StepsLeft = "Det mangler";
    public const string MoveDone = "Alt er gjort for denne flytning.";

    public static string Step(MoveStep step) =>
        step switch
        {
            MoveStep.Notify => "Underret den nye kommune.",
            MoveStep.SendMaterial => "Send det nødvendige materiale med et resumé.",
            MoveStep.Receipt => "Få den nye kommunes kvittering.",
            MoveStep.DecideCase => "Bestem, om sagen lukkes eller bliver her.",
            _ => "Luk sagen.",
        };

    static string ShortStep(MoveStep step) =>
        step switch
        {
            MoveStep.Notify => "underret den nye kommune",
            MoveStep.SendMaterial => "send materialet",
            MoveStep.Receipt => "få en kvittering",
            MoveStep.DecideCase => "bestem, om sagen lukkes",
            _ => "luk sagen",
        };

    public static string MoveLeft(IReadOnlyList<MoveStep> steps) => "Mangler: " + string.Join(", ", steps.Select(ShortStep)) + ".";

    public const string WriteMoveLetter = "Skriv underretningen";
    public const string GoClose = "Luk sagen";
    public const string SaveMove = "Gem flytningen";
    public const string MovedOn = "Hvornår flytter barnet?";
    public const string ToMunicipality = "Til hvilken kommune?";
    public const string Contact = "Hvem har I talt med i den nye kommune?";
    public const string ContactHint = "Navn, telefon og e-mail";
    public const string NotifiedOn = "Den nye kommune er underrettet";
    public const string NotifiedHint = "Udfyldes af sig selv, når brevet registreres som sendt.";
    public const string Summary = "Resumé af sagen";
    public const string SummaryHint =
        "Det, den nye kommune skal vide først: hvad der er sat i værk, hvad der virker, og hvad I er bekymrede for.";
    public const string MaterialSentOn = "Materialet er sendt";
    public const string ConfirmedOn = "Den nye kommune har kvitteret";
    public const string CaseStays = "Hvad sker der med sagen her?";
    public static readonly IReadOnlyList<(string Value, string Text)> StaysChoices =
    [
        ("nej", "Den lukkes, når alt er sendt"),
        ("ja", "Den bliver her, fordi kommunen stadig betaler en anbringelse"),
    ];
    public const string EarlierMoves = "Tidligere flytninger";

    public static string MoveLine(MoveFact m) => $"{Danish.Long(m.MovedOn)} til {Municipalities.NameOf(m.MunicipalityNumber)}";

    public const string MovesToDo = "Flytninger, der ikke er færdige";

    public static string MoveNotice(MoveFact m) =>
        $"Barnet flytter til {Municipalities.NameOf(m.MunicipalityNumber)} {Danish.Long(m.MovedOn)}.";

    public const string GoOnWithMove = "Fortsæt";

    // Close and reopen
    public static string CloseTitle(string child) => $"Luk sagen om {child}";

    public const string CloseLede = "Modellen kræver, at forældrene har fået et brev, før sagen lukkes.";
    public const string NoOpenCase = "Barnet har ingen åben sag.";
    public const string BeforeClosing = "Før sagen kan lukkes";

    public static string Informed(DateOnly on) => $"Forældrene fik brev {Danish.Long(on)}.";

    public const string NotInformed = "Forældrene har ikke fået brev om, at sagen lukkes.";
    public const string WriteClosingLetter = "Skriv brevet til forældrene";
    public const string NothingRuns = "Ingen indsats er i gang.";

    public static string Runs(int count) => count == 1 ? "1 indsats er i gang:" : $"{count} indsatser er i gang:";

    public static string Measure(InterventionFact m, Catalogue catalogue) =>
        $"{catalogue.NameOf(m.Code, m.From).ToLower(Danish.Culture)} (fra {Danish.Long(m.From)})";

    public const string OpenBeforeClosing = "Du kan godt lukke sagen. Men så bliver dette ikke gjort.";
    public const string WhichCase = "Hvilken sag?";

    public static string CaseFrom(DateOnly on) => $"Sagen fra {Danish.Long(on)}";

    public const string LastDay = "Sagens sidste dag";
    public const string WhyClose = "Hvorfor lukkes sagen?";
    public const string WhyCloseHint = "For eksempel: målene er nået, familien er flyttet, den unge er fyldt 18.";
    public const string EndMeasures = "Afslut de indsatser, der er i gang, samme dag";
    public const string EndMeasuresHint = "Ellers afslut dem først, hver for sig.";
    public const string Result = "Hvordan gik det med indsatserne?";
    public const string CloseIt = "Luk sagen";

    public static string ReopenTitle(string child) => $"Genåbn sagen om {child}";

    public const string ReopenLede = "Der oprettes en ny sag, som fortsætter den lukkede. Den lukkede sag bliver stående, som den var.";
    public const string NothingToReopen = "Barnet har ingen lukket sag, der kan genåbnes.";

    public static string WasClosed(CaseFact c) =>
        $"Sagen fra {Danish.Long(c.OpenedOn)} blev lukket {(c.ClosedOn is { } d ? Danish.Long(d) : "")}.";

    public const string ReopenOn = "Hvornår genåbnes den?";
    public const string WhyReopen = "Hvorfor genåbnes den?";
    public const string WhoTakesIt = "Hvem skal have den?";

    public static string Same(string name) => $"{name}, som havde den sidst";

    public const string ToAllocation = "Den skal fordeles";
    public const string ReopenIt = "Genåbn sagen";
}
