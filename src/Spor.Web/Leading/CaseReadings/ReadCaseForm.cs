using Spor.Facts;
using Spor.Law;
using Spor.Requirements;
using Spor.Storage.Facts;
using Spor.Supervision;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.CaseReadings;

/// <summary>Reads a case that was drawn for oneself: what Spor knows by step, and the questions.</summary>
static class ReadCaseForm
{
    public static IResult Show(long child, long drawn, Viewing viewing, Acting acting, FactReader facts) =>
        Of(
            child,
            drawn,
            viewing,
            (state, row, round, template) =>
            {
                var before = Array.Find(state.File.Of<CaseReadingFact>(), r => r.DrawnId == row.Id);
                var answers = before is null ? [] : ReadingSteps.Answers(before.Answers);
                return Page(
                    state,
                    row,
                    round,
                    template,
                    acting.NewForm([
                        .. answers.Select((a, i) => (ReadingRules.Field(i), (string?)a.Danish())),
                        (nameof(ReadCase.Learning), before is null ? null : facts.Opened([before])[0].Learning),
                    ]),
                    viewing
                );
            }
        );

    public static IResult Save(long child, long drawn, IFormCollection posted, Viewing viewing, Acting acting) =>
        Of(
            child,
            drawn,
            viewing,
            (state, row, round, template) =>
            {
                var form = FormState.Of(posted);
                var command = new ReadCase(
                    child,
                    drawn,
                    [.. template.Asks.Select((_, i) => form.Code<Judgement>(ReadingRules.Field(i)))],
                    form.Text(nameof(ReadCase.Learning))
                );
                return acting.Do(command, form).Saved
                    ? Acting.Saved(ReadingEndpoints.ReadPath, "case-read")
                    : Page(state, row, round, template, form, viewing);
            }
        );

    /// <summary>The case, if it opens for the viewer and was drawn for them; otherwise it is not there.</summary>
    static IResult Of(
        long child,
        long drawn,
        Viewing viewing,
        Func<ChildState, DrawnCaseFact, ReadingRoundFact, ReadingTemplateFact, IResult> then
    ) =>
        ForChild.Do(
            child,
            viewing,
            state =>
                Array.Find(state.File.Of<DrawnCaseFact>(), d => d.Id == drawn) is { } row
                && row.IsReadBy(viewing.Viewer.Key, viewing.Viewer.EmployeeId)
                && Array.Find(viewing.Register.Of<ReadingRoundFact>(), r => r.Id == row.RoundId) is { } round
                && round.RunsOn(viewing.WorkClock.Today)
                && Array.Find(viewing.Register.Of<ReadingTemplateFact>(), t => t.Id == round.TemplateId) is { } template
                    ? then(state, row, round, template)
                    : Results.NotFound()
        );

    static IResult Page(
        ChildState state,
        DrawnCaseFact row,
        ReadingRoundFact round,
        ReadingTemplateFact template,
        FormState form,
        Viewing viewing
    )
    {
        var known = KnownOfCase.Of(state.File, viewing.Register.Catalogue, viewing.Today);
        return ForChild.Page<ReadCasePage>(
            form,
            new
            {
                Child = state,
                Drawn = row,
                Round = round,
                Template = template,
                Known = Codes<ReadingStep>.All.ToDictionary(
                    s => s,
                    s => (IReadOnlyList<string>)[.. known[s].Select(o => Text.Owed(o, NationalLaw.Of(o.Rule, viewing.Today).Title))]
                ),
                Form = form,
            }
        );
    }
}

/// <summary>A learning point for a caseworker. The child is named only while the caseworker may see it.</summary>
public sealed record LearningRow(long ChildId, string Whose, bool Linked, CaseReadingFact Reading)
{
    public IReadOnlyList<string> Points =>
        [.. (Reading.Learning ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}

/// <summary>What readers wrote to a caseworker.</summary>
static class LearningForm
{
    /// <param name="unseen">Only what the caseworker has not said they have seen.</param>
    public static IReadOnlyList<LearningRow> Of(Viewing viewing, FactReader facts, bool unseen)
    {
        if (viewing.Viewer.EmployeeId is not { } me)
            return [];
        var mine = ReadingEndpoints
            .Warm(viewing.Snapshot)
            .Children.SelectMany(c =>
                c.File.Of<DrawnCaseFact>()
                    .Where(d => d.CaseworkerId == me)
                    .SelectMany(d => c.File.Of<CaseReadingFact>().Where(r => r.DrawnId == d.Id && !(unseen && r.SeenOn is not null)))
                    .Select(r => (Child: c, Reading: r))
            )
            .OrderByDescending(p => p.Reading.On)
            .Take(Paged.Most)
            .ToList();
        var opened = facts.Opened(mine.Select(p => p.Reading)).ToDictionary(r => r.Id);
        return
        [
            .. mine.Select(p => (p.Child, Reading: opened.GetValueOrDefault(p.Reading.Id, p.Reading), Sees: viewing.MaySee(p.Child)))
                .Where(p => p.Reading.Learning is not null)
                .Select(p => new LearningRow(
                    p.Child.File.Id,
                    p.Sees ? Viewing.ListName(p.Child.File.Child) : Text.AnotherCase,
                    p.Sees,
                    p.Reading
                )),
        ];
    }

    public static IResult Show(Viewing viewing, FactReader facts) => Page(viewing, facts, FormState.New(viewing.Register.EntryNo));

    public static IResult Save(long child, long reading, IFormCollection posted, Viewing viewing, Acting acting, FactReader facts)
    {
        var form = FormState.Of(posted);
        return acting.Do(new SeeLearning(child, reading), form).Saved
            ? Acting.Saved(ReadingEndpoints.LearningPath, "learning-seen")
            : Page(viewing, facts, form);
    }

    static IResult Page(Viewing viewing, FactReader facts, FormState form)
    {
        var rows = Of(viewing, facts, unseen: false);
        viewing.Log.Looked(viewing.Viewer.Key, "ledelsestilsyn", [.. rows.Select(r => r.ChildId).Distinct()]);
        return ForChild.Page<LearningPage>(form, new { Rows = rows, Form = form });
    }
}
