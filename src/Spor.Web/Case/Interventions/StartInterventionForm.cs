using Spor.Facts;
using Spor.Interventions;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using C = Spor.Interventions.StartIntervention;

namespace Spor.Web.Case.Interventions;

/// <summary>A measure begins that needs no decision, or that a decision already made grants.</summary>
static class StartInterventionForm
{
    /// <param name="afgoerelse">The decision it rests on.</param>
    public static IResult Show(long child, string? afgoerelse, Viewing viewing, Acting acting, ChildReader reader) =>
        For(
            child,
            viewing,
            reader,
            (state, file) =>
                Page(
                    state,
                    file,
                    acting.NewForm(
                        (nameof(C.From), Form.Iso(viewing.WorkClock.Today)),
                        (nameof(C.DecisionId), Form.Number(afgoerelse)?.ToString(System.Globalization.CultureInfo.InvariantCulture))
                    )
                )
        );

    public static IResult Save(long child, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        For(
            child,
            viewing,
            reader,
            (state, file) =>
            {
                var form = FormState.Of(posted);
                var command = Read(form, child, form.NeededDay(nameof(C.From)));
                var done = acting.Do(command, form);
                return done.Saved ? Acting.Saved(Routes.Child(child) + "#loebende", "intervention-started") : Page(state, file, form);
            }
        );

    internal static C Read(FormState form, long child, DateOnly from) =>
        new(
            child,
            form.Text(nameof(C.Code)),
            form.Id(nameof(C.DecisionId)),
            from,
            form.Day(nameof(C.ExpectedTo)),
            form.Text(nameof(C.Provider)),
            form.Text(nameof(C.Place)),
            form.Kroner(nameof(C.PriceOre)),
            form.Code<PriceUnit>(nameof(C.Unit)),
            form.Hundredths(nameof(C.QuantityHundredths)),
            form.Text(nameof(C.SkipReason)),
            form.Checked(nameof(C.OverlapAccepted))
        );

    static IResult Page(ChildState state, ChildFile file, FormState form) =>
        ForChild.Page<StartInterventionPage>(
            form,
            new
            {
                State = state,
                File = file,
                Form = form,
            }
        );

    static IResult For(long child, Viewing viewing, ChildReader reader, Func<ChildState, ChildFile, IResult> then) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                if (reader.Read(child) is not { } file)
                    return Results.NotFound();
                viewing.Log.Looked(viewing.Viewer.Key, "barn", [child], "indsats");
                return then(state, file);
            }
        );
}

/// <summary>What every page about one measure of a child begins with.</summary>
static class ForMeasure
{
    public static IResult Do(
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
                viewing.Log.Looked(viewing.Viewer.Key, "barn", [child], "indsats");
                return then(state, file, of);
            }
        );

    public static string? Day(DateOnly? day) => day is { } d ? Form.Iso(d) : null;

    public static string? Number(long? hundredths) => hundredths is { } v ? (v / 100m).ToString("#,0.##", Kernel.Danish.Culture) : null;
}
