using Spor.Decisions;
using Spor.Facts;
using Spor.Interventions;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using C = Spor.Decisions.ProposeGrant;

namespace Spor.Web.Case.Decisions;

/// <summary>A higher price or a longer time for help that is decided already: a new grant, without a new hearing.</summary>
static class ProposeGrantForm
{
    /// <param name="igen">A proposal that was sent back, to be proposed again.</param>
    public static IResult Show(
        long child,
        long measure,
        string? igen,
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
            measure,
            viewing,
            reader,
            (state, file, m) =>
            {
                if (
                    Form.Number(igen) is { } id
                    && Array.Find(file.Proposals, p => p.Id == id && p.State == ProposalState.SentBack && p.GrantForId == m.Id) is { } back
                )
                    return Page(
                        state,
                        file,
                        m,
                        viewing,
                        acting.NewForm(
                            (nameof(C.ProposalId), id.ToString(System.Globalization.CultureInfo.InvariantCulture)),
                            (nameof(C.From), Day(back.From)),
                            (nameof(C.ExpectedTo), Day(back.ExpectedTo)),
                            (nameof(C.PriceOre), Number(back.PriceOre)),
                            (nameof(C.Unit), back.Unit?.Danish()),
                            (nameof(C.QuantityHundredths), Number(back.QuantityHundredths)),
                            (nameof(C.Reasons), back.Reasons)
                        )
                    );
                var today = viewing.WorkClock.Today;
                var now = InterventionRules.PriceOn(m, file.Prices, m.From > today ? m.From : today);
                return Page(
                    state,
                    file,
                    m,
                    viewing,
                    acting.NewForm(
                        (nameof(C.From), fra ?? Form.Iso(m.From > today ? m.From : today)),
                        (nameof(C.ExpectedTo), til ?? Day(m.ExpectedTo)),
                        (nameof(C.PriceOre), pris ?? Number(now.Ore)),
                        (nameof(C.Unit), pr ?? now.Unit?.Danish()),
                        (nameof(C.QuantityHundredths), antal ?? Number(now.QuantityHundredths))
                    )
                );
            }
        );

    public static IResult Save(long child, long measure, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        For(
            child,
            measure,
            viewing,
            reader,
            (state, file, m) =>
            {
                var form = FormState.Of(posted);
                var command = new C(
                    child,
                    measure,
                    form.NeededDay(nameof(C.From)),
                    form.Kroner(nameof(C.PriceOre)),
                    form.Code<PriceUnit>(nameof(C.Unit)),
                    form.Hundredths(nameof(C.QuantityHundredths)),
                    form.Day(nameof(C.ExpectedTo)),
                    form.Text(nameof(C.Reasons)),
                    form.Id(nameof(C.ProposalId))
                )
                {
                    Binds = form.YesNo(nameof(C.Binds)),
                };
                var done = acting.Do(command, form);
                if (!done.Saved)
                    return Page(state, file, m, viewing, form);
                var written = done.Written<DecisionProposalFact>().First();
                return Acting.Saved(
                    Routes.Proposal(child, written.Id),
                    written.State == ProposalState.Granted ? "grant-given" : "grant-asked"
                );
            }
        );

    static IResult Page(ChildState state, ChildFile file, InterventionFact measure, Viewing viewing, FormState form) =>
        ForChild.Page<ProposeGrantPage>(
            form,
            new
            {
                State = state,
                File = file,
                Measure = measure,
                Form = form,
                Earlier = Form.Number(form.Value(nameof(C.ProposalId))) is { } of ? Array.Find(file.Proposals, p => p.Id == of) : null,
                Today = viewing.WorkClock.Today,
            }
        );

    static string? Day(DateOnly? day) => day is { } d ? Form.Iso(d) : null;

    static string? Number(long? hundredths) => hundredths is { } v ? (v / 100m).ToString("#,0.##", Kernel.Danish.Culture) : null;

    static IResult For(
        long child,
        long measure,
        Viewing viewing,
        ChildReader reader,
        Func<ChildState, ChildFile, InterventionFact, IResult> then
    ) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                if (reader.Read(child) is not { } file || Array.Find(file.Interventions, m => m.Id == measure) is not { } of)
                    return Results.NotFound();
                viewing.Log.Looked(viewing.Viewer.Key, "barn", [child], "bevilling");
                return then(state, file, of);
            }
        );
}
