using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Exchange.Office;
using Spor.Investing;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.Investing;

/// <summary>Investment cases: what goes in, what is expected out, and who signed.</summary>
static class InvestingEndpoints
{
    public const string Root = "/investering";
    public const string NewPath = Root + "/ny";

    public static string Path(long id) => $"{Root}/{id.ToString(CultureInfo.InvariantCulture)}";

    public static string OutcomePath(long id) => Path(id) + "/holder-den";

    public static void MapInvesting(this WebApplication app)
    {
        app.MapGet(Root, ShowList).RequireAuthorization(Policies.Figures).ShowsNoChild();
        app.MapPost(Root, Take).Does<TakeInvestmentExample>();
        app.MapGet(NewPath, CaseForm.ShowNew).RequireAuthorization(Policies.Economy).ShowsNoChild();
        app.MapPost(NewPath, CaseForm.SaveNew).Does<WriteInvestment>();
        app.MapGet(Root + "/{id:long}", ShowCase).RequireAuthorization(Policies.Figures).ShowsNoChild();
        app.MapGet(Root + "/{id:long}/word.docx", Word).RequireAuthorization(Policies.Figures).ShowsNoChild();
        app.MapTables(
            Root + "/{id:long}/tal",
            Policies.Figures,
            (context, viewing) =>
                CaseView.Of(viewing, long.Parse(context.GetRouteValue("id")!.ToString()!, CultureInfo.InvariantCulture))?.ToTables(),
            instead: Root
        );
        app.MapGet(Root + "/{id:long}/holder-den", ShowOutcome).RequireAuthorization(Policies.Figures).ShowsNoChild();
        app.MapGet(Root + "/{id:long}/holder-den/word.docx", OutcomeWord).RequireAuthorization(Policies.Figures).ShowsNoChild();
        app.MapTables(
            Root + "/{id:long}/holder-den/tal",
            Policies.Figures,
            (context, viewing) =>
                OutcomeView.Of(viewing, long.Parse(context.GetRouteValue("id")!.ToString()!, CultureInfo.InvariantCulture))?.ToTables(),
            instead: Root
        );
        app.MapGet(Root + "/{id:long}/ret", CaseForm.Show).RequireAuthorization(Policies.Economy).ShowsNoChild();
        app.MapPost(Root + "/{id:long}/ret", CaseForm.Save).Does<WriteInvestment>();
        app.MapGet(Root + "/{id:long}/linje", LineForm.ShowNew).RequireAuthorization(Policies.Economy).ShowsNoChild();
        app.MapPost(Root + "/{id:long}/linje", LineForm.SaveNew).Does<WriteInvestmentLine>();
        app.MapGet(Root + "/{id:long}/linje/{line:long}", LineForm.Show).RequireAuthorization(Policies.Economy).ShowsNoChild();
        app.MapPost(Root + "/{id:long}/linje/{line:long}", LineForm.Save).Does<WriteInvestmentLine>();
        app.MapPost(Root + "/{id:long}/linje/{line:long}/fjern", LineForm.Remove).Does<RemoveInvestmentLine>();
        app.MapPost(Root + "/{id:long}/kopi", Copy).Does<CopyInvestment>();
        app.MapPost(Root + "/{id:long}/fjern", Drop).Does<DropInvestment>();
        app.MapPost(Root + "/{id:long}/underskriv", Sign).Does<SignInvestment>();
        app.MapPost(Root + "/{id:long}/brugt", Spent).Does<NoteInvestmentSpent>();
        app.MapPost(Root + "/{id:long}/brugt/{row:long}/fjern", Withdraw).Does<WithdrawInvestmentSpent>();
    }

    static IResult ShowList(Viewing viewing, Acting acting) => List(acting.NewForm(), viewing);

    static IResult List(FormState form, Viewing viewing)
    {
        var cases = CaseView.All(viewing);
        return ForChild.Page<ListPage>(
            form,
            new
            {
                Form = form,
                Cases = cases,
                MayWrite = viewing.Viewer.May(Spor.Access.Capability.Economy),
                Beside = cases.Count == 0 ? null : new ChildrenBeside(viewing),
            }
        );
    }

    static IResult Take(IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        var done = acting.Do(new TakeInvestmentExample(form.Code<InvestmentExample>(nameof(TakeInvestmentExample.Example))), form);
        return done.New<InvestmentCaseFact>() is { } made ? Acting.Saved(Path(made.Id), "investment-taken") : List(form, viewing);
    }

    static IResult ShowCase(long id, Viewing viewing, Acting acting) => Case(id, acting.NewForm(), viewing);

    /// <param name="form">Of the form on the page that was sent, if one was.</param>
    static IResult Case(long id, FormState form, Viewing viewing) =>
        CaseView.Of(viewing, id) is { } view ? ForChild.Page<CasePage>(form, new { View = view, Form = form }) : Results.NotFound();

    static IResult Copy(long id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        var done = acting.Do(new CopyInvestment(id), form);
        return done.New<InvestmentCaseFact>() is { } made ? Acting.Saved(Path(made.Id), "investment-copied") : Case(id, form, viewing);
    }

    static IResult Drop(long id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        return acting.Do(new DropInvestment(id), form).Saved ? Acting.Saved(Root, "investment-dropped") : Case(id, form, viewing);
    }

    static IResult Sign(long id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        return acting.Do(new SignInvestment(id, form.Text(nameof(SignInvestment.Name))), form).Saved
            ? Acting.Saved(Path(id), "investment-signed")
            : Case(id, form, viewing);
    }

    static IResult Spent(long id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        var command = new NoteInvestmentSpent(
            id,
            form.NeededDay(nameof(NoteInvestmentSpent.Month)),
            form.Kroner(nameof(NoteInvestmentSpent.AmountOre)),
            form.Text(nameof(NoteInvestmentSpent.What))
        );
        return acting.Do(command, form).Saved ? Acting.Saved(Path(id) + "#brugt", "investment-spent-noted") : Case(id, form, viewing);
    }

    static IResult Withdraw(long id, long row, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        return acting.Do(new WithdrawInvestmentSpent(row), form).Saved
            ? Acting.Saved(Path(id) + "#brugt", "investment-spent-noted")
            : Case(id, form, viewing);
    }

    static IResult Word(long id, Viewing viewing) =>
        CaseView.Of(viewing, id) is { } view
            ? TypedResults.File(
                Document.Write(view.Name, view.ToBlocks()),
                Document.ContentType,
                $"investering-{id.ToString(CultureInfo.InvariantCulture)}.docx"
            )
            : Results.NotFound();

    static IResult ShowOutcome(long id, Viewing viewing) =>
        OutcomeView.Of(viewing, id) is { } view ? new RazorComponentResult<OutcomePage>(new { View = view }) : Results.NotFound();

    static IResult OutcomeWord(long id, Viewing viewing) =>
        OutcomeView.Of(viewing, id) is { } view
            ? TypedResults.File(
                Document.Write(Text.OutcomeTitle, view.ToBlocks()),
                Document.ContentType,
                $"holder-investeringen-{id.ToString(CultureInfo.InvariantCulture)}.docx"
            )
            : Results.NotFound();
}
