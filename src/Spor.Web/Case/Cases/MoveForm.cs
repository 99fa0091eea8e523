using System.Globalization;
using Spor.Cases;
using Spor.Children;
using Spor.Corrections;
using Spor.Facts;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Cases;

/// <summary>A family that moves: who was told, what was sent, whether it arrived, and what becomes of the case.</summary>
static class MoveForm
{
    public static IResult Show(long child, Viewing viewing, Acting acting, ChildReader reader) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                if (reader.Read(child) is not { } file)
                    return Results.NotFound();
                if (Unfinished(file, viewing) is not { } move)
                    return Page(
                        state,
                        file,
                        acting.NewForm((nameof(RecordMove.MovedOn), Form.Iso(viewing.WorkClock.Today))),
                        null,
                        viewing
                    );
                return Page(state, file, acting.NewForm([.. FieldsOf(move)]), move, viewing);
            }
        );

    public static IResult Save(long child, IFormCollection posted, Viewing viewing, Acting acting, ChildReader reader, FactReader facts) =>
        ForChild.Do(
            child,
            viewing,
            state =>
            {
                var form = FormState.Of(posted);
                var command = new RecordMove(
                    child,
                    form.Id(nameof(RecordMove.MoveId)),
                    form.NeededDay(nameof(RecordMove.MovedOn)),
                    form.Text(nameof(RecordMove.MunicipalityNumber)),
                    form.Text(nameof(RecordMove.Contact)),
                    form.Day(nameof(RecordMove.NotifiedOn)),
                    form.Day(nameof(RecordMove.MaterialSentOn)),
                    form.Text(nameof(RecordMove.Summary)),
                    form.Day(nameof(RecordMove.ConfirmedOn)),
                    form.YesNo(nameof(RecordMove.CaseStays))
                );
                var done = acting.Do(command, form, (MoveFact now) => FieldsOf(now));
                if (done.Saved)
                    return Acting.Saved(Routes.Move(child), "move");
                var row = command.MoveId is { } of ? facts.Find<MoveFact>(of) : null;
                return reader.Read(child) is { } file ? Page(state, file, form, row, viewing) : Results.NotFound();
            }
        );

    static IEnumerable<(string Field, string? Value)> FieldsOf(MoveFact m)
    {
        static string? Iso(DateOnly? day) => day is { } d ? Form.Iso(d) : null;
        yield return (nameof(RecordMove.MoveId), m.Id.ToString(CultureInfo.InvariantCulture));
        yield return (nameof(RecordMove.MovedOn), Form.Iso(m.MovedOn));
        yield return (nameof(RecordMove.MunicipalityNumber), m.MunicipalityNumber);
        yield return (nameof(RecordMove.Contact), m.Contact);
        yield return (nameof(RecordMove.NotifiedOn), Iso(m.NotifiedOn));
        yield return (nameof(RecordMove.MaterialSentOn), Iso(m.MaterialSentOn));
        yield return (nameof(RecordMove.Summary), m.Summary);
        yield return (nameof(RecordMove.ConfirmedOn), Iso(m.ConfirmedOn));
        yield return (
            nameof(RecordMove.CaseStays),
            m.CaseStays switch
            {
                true => "ja",
                false => "nej",
                null => null,
            }
        );
    }

    /// <summary>The newest move that is not done with.</summary>
    static MoveFact? Unfinished(ChildFile file, Viewing viewing) =>
        file.Moves.LastOrDefault(m => MoveSteps.Of(m, file, viewing.WorkClock.Today).Count > 0);

    static IResult Page(ChildState state, ChildFile file, FormState form, MoveFact? move, Viewing viewing) =>
        ForChild.Page<MovePage>(
            form,
            new
            {
                State = state,
                File = file,
                Form = form,
                Move = move,
                Steps = move is null ? [] : MoveSteps.Of(move, file, viewing.WorkClock.Today),
                Law = Law.Duties.On(Law.Duties.NotifyMunicipality, move?.MovedOn ?? viewing.WorkClock.Today),
            }
        );
}
