using Spor.Conferences;
using Spor.Facts;
using Spor.Kernel;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame;
using Spor.Web.Frame.Forms;
using Spor.Workforce;

namespace Spor.Web.Conferences.Desk;

/// <summary>Somebody on the list as a choice for one conference.</summary>
public sealed record CoordinatorChoice(CoordinatorFact Coordinator, int Load, bool HasItNow, bool KnowsFamily, bool SpeaksIt)
{
    public bool IsFull => Load >= Coordinator.AtMost;
    public bool MayBeChosen => !HasItNow && !KnowsFamily && !IsFull;
}

/// <summary>The caseworker chooses who coordinates a conference, or lets somebody else take over.</summary>
static class ChooseCoordinatorForm
{
    public static IResult Show(long child, long id, Viewing viewing, Acting acting, ChildReader reader) =>
        ForChild.Do(child, viewing, state => Page(state, id, acting.NewForm(), viewing, reader));

    public static IResult Save(long child, long id, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                if (!Array.Exists(state.File.Conferences, c => c.Id == id))
                    return Results.NotFound();
                var form = FormState.Of(posted);
                if (!form.Filled(nameof(ChooseCoordinator.CoordinatorId)))
                    form.Refusals.Add(new("choice-missing", nameof(ChooseCoordinator.CoordinatorId)));
                var choose = new ChooseCoordinator(
                    child,
                    id,
                    form.Id(nameof(ChooseCoordinator.CoordinatorId)) ?? 0,
                    form.Code<ReplacedBecause>(nameof(ChooseCoordinator.Because)),
                    form.Text(nameof(ChooseCoordinator.Note))
                );
                var done = acting.Do(
                    choose,
                    form,
                    (CoordinationFact now) =>
                        [
                            (
                                nameof(ChooseCoordinator.CoordinatorId),
                                Text.NameOf(viewing.Register.Coordinators.FirstOrDefault(c => c.Id == now.CoordinatorId))
                            ),
                        ]
                );
                if (done.Saved)
                    return done.Written<CoordinationFact>().Any(c => c.To is not null)
                        ? Acting.Saved(Routes.Conference(child, id), "coordinator-replaced")
                        : Acting.Saved(Routes.Conference(child, id), "coordinator-chosen");
                return Page(state, id, form, viewing, reader);
            }
        );

    static IResult Page(ChildState state, long id, FormState form, Viewing viewing, ChildReader reader)
    {
        if (reader.Read(state.File.Id) is not { } file || Array.Find(file.Conferences, c => c.Id == id) is not { } conference)
            return Results.NotFound();
        viewing.Log.Looked(viewing.Viewer.Key, "barn", [file.Id], "samordner");
        var running = ConferencePath.CoordinatorOf(id, file);
        var today = viewing.WorkClock.Today;
        var order = StringComparer.Create(Danish.Culture, false);
        var choices = viewing
            .Register.Coordinators.Where(c => c.ActiveAt(today))
            .Select(c => new CoordinatorChoice(
                c,
                ConferencePath.LoadOf(c.Id, viewing.Register),
                running?.CoordinatorId == c.Id,
                ConferenceRules.KnowsFamily(c, file),
                Speaks(c, conference.Interpreter)
            ))
            .OrderBy(c => c.MayBeChosen ? 0 : 1)
            .ThenBy(c => c.SpeaksIt ? 0 : 1)
            .ThenBy(c => c.Load)
            .ThenBy(c => Text.NameOf(c.Coordinator), order)
            .ToList();
        return ForChild.Page<ChooseCoordinatorPage>(
            form,
            new
            {
                State = state,
                File = file,
                Conference = conference,
                Form = form,
                Choices = choices,
                Running = running,
            }
        );
    }

    /// <summary>One of the coordinator's languages is named in what the interpreter is needed for.</summary>
    static bool Speaks(CoordinatorFact c, string? interpreter) =>
        interpreter is not null
        && c.Languages is { } spoken
        && spoken
            .Split([',', ';', '/', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Any(l => l.Length > 3 && interpreter.Contains(l, StringComparison.OrdinalIgnoreCase));
}
