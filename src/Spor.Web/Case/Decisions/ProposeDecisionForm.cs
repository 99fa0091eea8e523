using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Law;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using C = Spor.Decisions.ProposeDecision;

namespace Spor.Web.Case.Decisions;

/// <summary>A decision is proposed, and granted at once when it is within one's own authority. One page per kind of decision: the law says
/// what it asks.</summary>
static class ProposeDecisionForm
{
    public const string KindField = nameof(C.Kind);

    /// <summary>The kind as an address carries it: <c>anbringelse-med-samtykke</c>.</summary>
    public static string Slug(DecisionKind kind) => kind.Danish().Replace(' ', '-');

    static DecisionKind? KindOf(string? slug) =>
        slug is not null && Codes<DecisionKind>.TryDanish(slug.Replace('-', ' '), out var kind) ? kind : null;

    /// <param name="slags">The kind of decision; without it, the kinds to choose between.</param>
    /// <param name="igen">A proposal that was sent back, to be proposed again.</param>
    /// <param name="afloeser">The measure that it is to take over from.</param>
    /// <param name="indsats">The measure, and below it its days and price: what was typed where a decision was missing.</param>
    public static IResult Show(
        long child,
        string? slags,
        string? igen,
        string? afloeser,
        string? indsats,
        string? fra,
        string? til,
        string? pris,
        string? pr,
        string? antal,
        Viewing viewing,
        Acting acting,
        ChildReader reader
    ) =>
        For(
            child,
            viewing,
            reader,
            (state, file) =>
            {
                if (
                    Form.Number(igen) is { } id
                    && Array.Find(file.Proposals, p => p.Id == id && p.State == ProposalState.SentBack) is { } earlier
                )
                    return Page(state, file, viewing, earlier.Kind, Filled(earlier, file, viewing));
                var kept = acting.NewForm();
                var kind = KindOf(slags) ?? (kept.DraftOf is not null ? kept.Code<DecisionKind>(KindField) : null);
                if (kind is null or DecisionKind.ReturnHome)
                    return new RazorComponentResult<ChooseKindPage>(
                        new
                        {
                            State = state,
                            File = file,
                            Replaces = Form.Number(afloeser),
                        }
                    );
                // A draft of another kind of decision stays where it is, and does not fill this one.
                if (kept.DraftOf is not null && kept.Value(KindField) == kind.Value.Danish())
                    return Page(state, file, viewing, kind.Value, kept);
                return Page(
                    state,
                    file,
                    viewing,
                    kind.Value,
                    New(
                        viewing,
                        kind.Value,
                        (nameof(C.ReplacesInterventionId), Form.Number(afloeser) is { } old ? Number(old) : null),
                        (nameof(C.MeasureCode), indsats),
                        (nameof(C.From), fra),
                        (nameof(C.ExpectedTo), til),
                        (nameof(C.PriceOre), pris),
                        (nameof(C.Unit), pr),
                        (nameof(C.QuantityHundredths), antal)
                    )
                );
            }
        );

    public static IResult Save(long child, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        For(
            child,
            viewing,
            reader,
            (state, file) =>
            {
                var form = FormState.Of(posted);
                return KindOf(form.Value(KindField)) is { } kind and not DecisionKind.ReturnHome
                    ? Save(state, file, viewing, acting, form, kind, null)
                    : Results.BadRequest();
            }
        );

    public static IResult ShowReturn(long child, long measure, string? igen, Viewing viewing, Acting acting, ChildReader reader) =>
        For(
            child,
            viewing,
            reader,
            (state, file) =>
            {
                if (Array.Find(file.Interventions, m => m.Id == measure) is null)
                    return Results.NotFound();
                if (
                    Form.Number(igen) is { } id
                    && Array.Find(file.Proposals, p => p.Id == id && p.State == ProposalState.SentBack) is { } earlier
                )
                    return Page(state, file, viewing, DecisionKind.ReturnHome, Filled(earlier, file, viewing), measure);
                return Page(
                    state,
                    file,
                    viewing,
                    DecisionKind.ReturnHome,
                    acting.NewForm(Beginning(viewing, DecisionKind.ReturnHome)),
                    measure
                );
            }
        );

    public static IResult SaveReturn(
        long child,
        long measure,
        IFormCollection posted,
        Viewing viewing,
        Acting acting,
        ChildReader reader
    ) =>
        For(
            child,
            viewing,
            reader,
            (state, file) =>
                Array.Find(file.Interventions, m => m.Id == measure) is null
                    ? Results.NotFound()
                    : Save(state, file, viewing, acting, FormState.Of(posted), DecisionKind.ReturnHome, measure)
        );

    static IResult Save(
        ChildState state,
        ChildFile file,
        Viewing viewing,
        Acting acting,
        FormState form,
        DecisionKind kind,
        long? placement
    )
    {
        if (form.Filled(FetchButton))
        {
            var field = form.Value(FetchButton) == nameof(C.Purpose) ? nameof(C.Purpose) : nameof(C.Reasons);
            var text = field == nameof(C.Purpose) ? PurposeOf(file) : ReasonsOf(file);
            if (text.Length > 0)
                form.Set(field, form.Text(field) is { } typed ? typed + "\n\n" + text : text);
            return Page(state, file, viewing, kind, form, placement);
        }
        var command = Read(form, file, kind, placement);
        var done = acting.Do(command, form);
        if (!done.Saved)
            return Page(state, file, viewing, kind, form, placement);
        var written = done.Written<DecisionProposalFact>().First();
        return written.State == ProposalState.Granted
            ? Acting.Saved(Routes.Proposal(file.Id, written.Id), "decision-granted")
            : Acting.Saved(Routes.Proposal(file.Id, written.Id), "decision-waits");
    }

    /// <summary>The button that fetches what is written elsewhere in the case, so that nobody types it again.</summary>
    public const string FetchButton = "hent";

    /// <summary>The open goals of the plan that holds.</summary>
    public static string PurposeOf(ChildFile file) =>
        Array.FindLast(file.Plans, p => p.ClosedOn is null && p.Needed != false) is not { } plan
            ? ""
            : string.Join(
                '\n',
                file.Goals.Where(g => g.PlanId == plan.Id && g.EndedOn is null).Select(g => g.Description).OfType<string>()
            );

    /// <summary>What the last finished assessment concluded.</summary>
    public static string ReasonsOf(ChildFile file) =>
        Array.FindLast(file.Assessments, a => a.FinishedOn is not null && a.Conclusion is not null)?.Conclusion ?? "";

    static C Read(FormState form, ChildFile file, DecisionKind kind, long? placement) =>
        new(file.Id, kind, form.NeededDay(nameof(C.ProposedOn)))
        {
            LegalBasis = form.Text(nameof(C.LegalBasis)),
            MeasureCode = form.Text(nameof(C.MeasureCode)),
            From = form.Day(nameof(C.From)),
            ExpectedTo = form.Day(nameof(C.ExpectedTo)),
            PriceOre = form.Kroner(nameof(C.PriceOre)),
            Unit = form.Code<PriceUnit>(nameof(C.Unit)),
            QuantityHundredths = form.Hundredths(nameof(C.QuantityHundredths)),
            Provider = form.Text(nameof(C.Provider)),
            Purpose = form.Text(nameof(C.Purpose)),
            Reasons = form.Text(nameof(C.Reasons)),
            CustodyConsentOn = form.Day(nameof(C.CustodyConsentOn)),
            YoungConsentOn = form.Day(nameof(C.YoungConsentOn)),
            ConsentNote = form.Text(nameof(C.ConsentNote)),
            PartiesHeardOn = form.Day(nameof(C.PartiesHeardOn)),
            ChildPartyHeardOn = form.Day(nameof(C.ChildPartyHeardOn)),
            ChildPartySaid = form.Text(nameof(C.ChildPartySaid)),
            Parties =
            [
                .. Parties
                    .Holders(file)
                    .Select(h => new PartyAnswer(
                        h.Id,
                        form.Day(Parties.Field(nameof(PartyAnswer.HeardOn), h.Id)),
                        form.Text(Parties.Field(nameof(PartyAnswer.Said), h.Id)),
                        form.Day(Parties.Field(nameof(PartyAnswer.ConsentOn), h.Id)),
                        form.Text(Parties.Field(nameof(PartyAnswer.ConsentNote), h.Id))
                    ))
                    .Where(a => !a.IsEmpty),
            ],
            HearingAnswer = form.Text(nameof(C.HearingAnswer)),
            HearingSkipReason = form.Text(nameof(C.HearingSkipReason)),
            ComplaintGuidance = form.Checked(nameof(C.ComplaintGuidance)),
            PlanNeeded = form.YesNo(nameof(C.PlanNeeded)),
            PlanReason = form.Text(nameof(C.PlanReason)),
            SiblingsConsidered = form.Checked(nameof(C.SiblingsConsidered)) ? true : null,
            SiblingsNote = form.Text(nameof(C.SiblingsNote)),
            Acute = form.Checked(nameof(C.Acute)),
            AcuteReason = form.Text(nameof(C.AcuteReason)),
            SkipReason = form.Text(nameof(C.SkipReason)),
            ReplacesInterventionId = placement ?? form.Id(nameof(C.ReplacesInterventionId)),
            ReplacedResult = form.Code<EndResult>(nameof(C.ReplacedResult)),
            StatementOn = form.Day(nameof(C.StatementOn)),
            PlanRevisedOn = form.Day(nameof(C.PlanRevisedOn)),
            Support = form.Text(nameof(C.Support)),
            TakesEffectAt = form.Filled(nameof(C.TakesEffectAt)) ? form.NeededTime(nameof(C.TakesEffectAt)) : null,
            OldAssessmentReason = form.Text(nameof(C.OldAssessmentReason)),
            NoPeriodReason = form.Text(nameof(C.NoPeriodReason)),
            OverlapAccepted = form.Checked(nameof(C.OverlapAccepted)),
            ProposalId = form.Id(nameof(C.ProposalId)),
            Binds = form.YesNo(nameof(C.Binds)),
        };

    static FormState New(Viewing viewing, DecisionKind kind, params ReadOnlySpan<(string, string?)> more) =>
        FormState.New(viewing.Register.EntryNo, [.. Beginning(viewing, kind), .. more]);

    static (string, string?)[] Beginning(Viewing viewing, DecisionKind kind) =>
        [(KindField, kind.Danish()), (nameof(C.ProposedOn), Form.Iso(viewing.WorkClock.Today))];

    static string Number(long n) => n.ToString(System.Globalization.CultureInfo.InvariantCulture);

    static string? Day(DateOnly? day) => day is { } d ? Form.Iso(d) : null;

    static string? Hundredths(long? n) => n is { } v ? (v / 100m).ToString("0.##", Kernel.Danish.Culture) : null;

    static string? Yes(bool? yes) =>
        yes switch
        {
            true => "ja",
            false => "nej",
            _ => null,
        };

    /// <summary>What was proposed, in the form again.</summary>
    static FormState Filled(DecisionProposalFact p, ChildFile file, Viewing viewing)
    {
        var form = Filled(p, viewing);
        foreach (var row in Parties.Of(file, p.Id))
            if (row.PersonId is not { } id)
                form.Set(nameof(C.ChildPartySaid), row.Said);
            else
            {
                form.Set(Parties.Field(nameof(row.HeardOn), id), Day(row.HeardOn));
                form.Set(Parties.Field(nameof(row.Said), id), row.Said);
                form.Set(Parties.Field(nameof(row.ConsentOn), id), Day(row.ConsentOn));
                form.Set(Parties.Field(nameof(row.ConsentNote), id), row.ConsentNote);
            }
        return form;
    }

    static FormState Filled(DecisionProposalFact p, Viewing viewing) =>
        New(
            viewing,
            p.Kind,
            (nameof(C.ProposedOn), Form.Iso(viewing.WorkClock.Today)),
            (nameof(C.ProposalId), Number(p.Id)),
            (nameof(C.LegalBasis), p.LegalBasis),
            (nameof(C.MeasureCode), p.MeasureCode),
            (nameof(C.From), Day(p.From)),
            (nameof(C.ExpectedTo), Day(p.ExpectedTo)),
            (nameof(C.PriceOre), Hundredths(p.PriceOre)),
            (nameof(C.Unit), p.Unit?.Danish()),
            (nameof(C.QuantityHundredths), Hundredths(p.QuantityHundredths)),
            (nameof(C.Provider), p.Provider),
            (nameof(C.Purpose), p.Purpose),
            (nameof(C.Reasons), p.Reasons),
            (nameof(C.CustodyConsentOn), Day(p.CustodyConsentOn)),
            (nameof(C.YoungConsentOn), Day(p.YoungConsentOn)),
            (nameof(C.ConsentNote), p.ConsentNote),
            (nameof(C.PartiesHeardOn), Day(p.PartiesHeardOn)),
            (nameof(C.ChildPartyHeardOn), Day(p.ChildPartyHeardOn)),
            (nameof(C.HearingAnswer), p.HearingAnswer),
            (nameof(C.HearingSkipReason), p.HearingSkipReason),
            (nameof(C.ComplaintGuidance), p.ComplaintGuidance ? "ja" : null),
            (nameof(C.PlanNeeded), Yes(p.PlanNeeded)),
            (nameof(C.PlanReason), p.PlanReason),
            (nameof(C.SiblingsConsidered), p.SiblingsConsidered == true ? "ja" : null),
            (nameof(C.SiblingsNote), p.SiblingsNote),
            (nameof(C.Acute), p.Acute ? "ja" : null),
            (nameof(C.AcuteReason), p.AcuteReason),
            (nameof(C.SkipReason), p.SkipReason),
            (nameof(C.ReplacesInterventionId), p.ReplacesInterventionId is { } old ? Number(old) : null),
            (nameof(C.ReplacedResult), p.ReplacedResult?.Danish()),
            (nameof(C.StatementOn), Day(p.StatementOn)),
            (nameof(C.PlanRevisedOn), Day(p.PlanRevisedOn)),
            (nameof(C.Support), p.Support),
            (nameof(C.OldAssessmentReason), p.OldAssessmentReason),
            (nameof(C.NoPeriodReason), p.NoPeriodReason),
            (nameof(C.TakesEffectAt), p.TakesEffectAt is { } at ? Form.Iso(DateOnly.FromDateTime(at)) : null),
            (nameof(C.TakesEffectAt) + "Time", p.TakesEffectAt?.ToString("HH.mm", System.Globalization.CultureInfo.InvariantCulture))
        );

    static IResult Page(ChildState state, ChildFile file, Viewing viewing, DecisionKind kind, FormState form, long? placement = null)
    {
        // The law of the day that was typed says which sections there are; nonsense is refused, and today's law shown.
        var on = Form.Day(form.Value(nameof(C.ProposedOn))) ?? viewing.WorkClock.Today;
        return ForChild.Page<ProposeDecisionPage>(
            form,
            new
            {
                State = state,
                File = file,
                Form = form,
                Law = DecisionLaw.Of(kind, on),
                On = on,
                Placement = placement is { } id ? Array.Find(file.Interventions, m => m.Id == id) : null,
                Earlier = Form.Number(form.Value(nameof(C.ProposalId))) is { } of ? Array.Find(file.Proposals, p => p.Id == of) : null,
            }
        );
    }

    static IResult For(long child, Viewing viewing, ChildReader reader, Func<ChildState, ChildFile, IResult> then) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                if (reader.Read(child) is not { } file)
                    return Results.NotFound();
                viewing.Log.Looked(viewing.Viewer.Key, "barn", [child], "afgoerelse");
                return then(state, file);
            }
        );
}
