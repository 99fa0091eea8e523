using System.Globalization;
using Spor.Conferences;
using Spor.Facts;
using Spor.Kernel;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Workforce;

namespace Spor.Web.Conferences.Desk;

/// <summary>A coordinator on the municipality's list: new, changed, or off the list again.</summary>
static class KeepCoordinatorForm
{
    public static IResult ShowNew(Viewing viewing, Acting acting) =>
        Page(viewing, acting.NewForm((nameof(KeepCoordinator.From), Form.Iso(viewing.WorkClock.Today))), null, null);

    public static IResult Show(long id, Viewing viewing, Acting acting) =>
        viewing.Register.Coordinators.FirstOrDefault(c => c.Id == id) is { } row
            ? Page(viewing, Filled(row, acting), row, null)
            : Results.NotFound();

    public static IResult SaveNew(IFormCollection posted, Viewing viewing, Acting acting) => Save(null, posted, viewing, acting);

    public static IResult Save(long id, IFormCollection posted, Viewing viewing, Acting acting) =>
        viewing.Register.Coordinators.Any(c => c.Id == id) ? Save((long?)id, posted, viewing, acting) : Results.NotFound();

    public static IResult End(long id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        if (viewing.Register.Coordinators.FirstOrDefault(c => c.Id == id) is not { } row)
            return Results.NotFound();
        var form = FormState.Of(posted);
        var end = new EndCoordinator(id, form.NeededDay(nameof(EndCoordinator.LastDay)));
        return acting.Do(end, form).Saved
            ? Acting.Saved(Routes.Coordinators, "coordinator-ended")
            : Page(viewing, Filled(row, acting), row, form);
    }

    static IResult Save(long? id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        var most = form.Number(nameof(KeepCoordinator.AtMost));
        var keep = new KeepCoordinator(
            id,
            form.Text(nameof(KeepCoordinator.Name)),
            form.Text(nameof(KeepCoordinator.Phone)),
            form.Text(nameof(KeepCoordinator.Email)),
            form.Text(nameof(KeepCoordinator.Workplace)),
            form.Text(nameof(KeepCoordinator.Languages)),
            form.NeededDay(nameof(KeepCoordinator.TrainedOn)),
            form.NeededDay(nameof(KeepCoordinator.From)),
            most is { } n ? (int)Math.Clamp(n, 0, 100) : null,
            form.Checked(nameof(KeepCoordinator.Outside))
        );
        if (acting.Do(keep, form, (CoordinatorFact now) => Known(now)).Saved)
            return Acting.Saved(Routes.Coordinators, id is null ? "coordinator-added" : "coordinator-changed");
        return Page(viewing, form, id is { } i ? viewing.Register.Coordinators.FirstOrDefault(c => c.Id == i) : null, null);
    }

    static (string Field, string? Value)[] Known(CoordinatorFact row) =>
        [
            (nameof(KeepCoordinator.Name), row.Name),
            (nameof(KeepCoordinator.Phone), row.Phone),
            (nameof(KeepCoordinator.Email), row.Email),
            (nameof(KeepCoordinator.Workplace), row.Workplace),
            (nameof(KeepCoordinator.Languages), row.Languages),
            (nameof(KeepCoordinator.TrainedOn), Form.Iso(row.TrainedOn)),
            (nameof(KeepCoordinator.From), Form.Iso(row.From)),
            (nameof(KeepCoordinator.AtMost), row.AtMost?.ToString(CultureInfo.InvariantCulture)),
        ];

    static FormState Filled(CoordinatorFact row, Acting acting) => acting.NewForm([.. Known(row), (nameof(KeepCoordinator.Outside), "ja")]);

    static IResult Page(Viewing viewing, FormState form, CoordinatorFact? row, FormState? end) =>
        ForChild.Page<KeepCoordinatorPage>(
            end ?? form,
            new
            {
                Form = form,
                Row = row,
                End = end ?? FormState.New(viewing.Register.EntryNo, (nameof(EndCoordinator.LastDay), Form.Iso(viewing.WorkClock.Today))),
            }
        );
}
