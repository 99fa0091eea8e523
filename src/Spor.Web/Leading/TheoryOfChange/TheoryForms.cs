using System.Globalization;
using Spor.ChangeTheory;
using Spor.Facts;
using Spor.Figures;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Leading.Baselines;
using Spor.Web.Leading.Management;

namespace Spor.Web.Leading.TheoryOfChange;

/// <summary>A theory's own page, and what it is called and is for.</summary>
static class TheoryForms
{
    public static IResult Show(long id, Viewing viewing, Acting acting, KeptBaselines kept) => Page(id, viewing, acting.NewForm(), kept);

    /// <param name="form">Of the buttons that move a part.</param>
    public static IResult Page(long id, Viewing viewing, FormState form, KeptBaselines kept) =>
        TheoryView.Of(id, viewing, kept) is { } view
            ? ForChild.Page<TheoryPage>(form, new { View = view, Form = form })
            : Results.NotFound();

    public static IResult ShowNew(Viewing viewing, Acting acting) =>
        NamePage(
            null,
            acting.NewForm((nameof(SaveTheory.EmployeeId), viewing.Viewer.EmployeeId?.ToString(CultureInfo.InvariantCulture))),
            viewing
        );

    public static IResult SaveNew(IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        var done = acting.Do(Command(null, form), form);
        return done.Saved ? Acting.Saved(TheoryEndpoints.Path(done.New<TheoryFact>()!.Id), "theory-saved") : NamePage(null, form, viewing);
    }

    public static IResult ShowChange(long id, Viewing viewing, Acting acting) =>
        Found(id, viewing) is not { } t
            ? Results.NotFound()
            : NamePage(
                t,
                acting.NewForm(
                    (nameof(SaveTheory.Title), t.Title),
                    (nameof(SaveTheory.Purpose), t.Purpose),
                    (nameof(SaveTheory.EmployeeId), t.EmployeeId.ToString(CultureInfo.InvariantCulture))
                ),
                viewing
            );

    public static IResult Change(long id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        if (Found(id, viewing) is not { } theory)
            return Results.NotFound();
        var form = FormState.Of(posted);
        return acting
            .Do<SaveTheory, TheoryFact>(
                Command(id, form),
                form,
                now => [(nameof(SaveTheory.Title), now.Title), (nameof(SaveTheory.Purpose), now.Purpose)]
            )
            .Saved
            ? Acting.Saved(TheoryEndpoints.Path(id), "theory-saved")
            : NamePage(theory, form, viewing);
    }

    public static TheoryFact? Found(long id, Viewing viewing) => viewing.Register.Of<TheoryFact>().FirstOrDefault(t => t.Id == id);

    static SaveTheory Command(long? id, FormState form)
    {
        if (!form.Filled(nameof(SaveTheory.EmployeeId)))
            form.Refusals.Add(new("choice-missing", nameof(SaveTheory.EmployeeId)));
        return new(
            id,
            form.Text(nameof(SaveTheory.Title)),
            form.Text(nameof(SaveTheory.Purpose)),
            form.Id(nameof(SaveTheory.EmployeeId)) ?? 0
        );
    }

    static IResult NamePage(TheoryFact? theory, FormState form, Viewing viewing) =>
        ForChild.Page<TheoryNamePage>(
            form,
            new
            {
                Theory = theory,
                Form = form,
                Viewing = viewing,
            }
        );
}

/// <summary>A part of a theory: added, changed, moved among its like, taken out.</summary>
static class PartForms
{
    public static IResult ShowNew(long id, Viewing viewing, Acting acting) =>
        Page(id, null, viewing, acting.NewForm((nameof(SaveTheoryPart.Stage), TheoryStage.Outcome.Danish())), acting.NewForm());

    public static IResult SaveNew(long id, IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        return acting.Do(Command(id, null, form), form).Saved
            ? Acting.Saved(TheoryEndpoints.Path(id), "theory-part-saved")
            : Page(id, null, viewing, form, acting.NewForm());
    }

    public static IResult Show(long id, long part, Viewing viewing, Acting acting) =>
        Found(id, part, viewing) is { } p ? Page(id, p, viewing, Filled(p, acting), acting.NewForm()) : Results.NotFound();

    public static IResult Save(long id, long part, IFormCollection posted, Viewing viewing, Acting acting)
    {
        if (Found(id, part, viewing) is not { } p)
            return Results.NotFound();
        var form = FormState.Of(posted);
        return acting
            .Do<SaveTheoryPart, TheoryPartFact>(Command(id, part, form), form, now => [(nameof(SaveTheoryPart.What), now.What)])
            .Saved
            ? Acting.Saved(TheoryEndpoints.Path(id), "theory-part-saved")
            : Page(id, p, viewing, form, acting.NewForm());
    }

    public static IResult Move(long id, long part, IFormCollection posted, Viewing viewing, Acting acting, KeptBaselines kept)
    {
        if (Found(id, part, viewing) is null)
            return Results.NotFound();
        var form = FormState.Of(posted);
        return acting.Do(new MoveTheoryPart(part, form.Value("op") == "ja"), form).Saved
            ? Acting.Saved(TheoryEndpoints.Path(id) + "#led", "theory-part-moved")
            : TheoryForms.Page(id, viewing, form, kept);
    }

    public static IResult Remove(long id, long part, IFormCollection posted, Viewing viewing, Acting acting)
    {
        if (Found(id, part, viewing) is not { } p)
            return Results.NotFound();
        var form = FormState.Of(posted);
        return acting.Do(new RemoveTheoryPart(part), form).Saved
            ? Acting.Saved(TheoryEndpoints.Path(id), "theory-part-removed")
            : Page(id, p, viewing, Filled(p, acting), form);
    }

    static TheoryPartFact? Found(long id, long part, Viewing viewing) =>
        viewing.Register.Of<TheoryPartFact>().FirstOrDefault(p => p.Id == part && p.TheoryId == id);

    static FormState Filled(TheoryPartFact p, Acting acting) =>
        acting.NewForm(
            (nameof(SaveTheoryPart.Stage), p.Stage.Danish()),
            (nameof(SaveTheoryPart.What), p.What),
            (nameof(SaveTheoryPart.LeadsToId), p.LeadsToId?.ToString(CultureInfo.InvariantCulture)),
            (nameof(SaveTheoryPart.FigureCode), p.FigureCode),
            (nameof(SaveTheoryPart.Way), p.Way?.Danish()),
            (nameof(SaveTheoryPart.Target), p.Target is { } target ? Typed(target) : null),
            (nameof(SaveTheoryPart.TargetOn), p.TargetOn is { } on ? Form.Iso(on) : null)
        );

    static string Typed(long hundredths) => (hundredths / 100m).ToString("0.##", Spor.Kernel.Danish.Culture);

    static SaveTheoryPart Command(long id, long? part, FormState form)
    {
        var figure = form.Filled(nameof(SaveTheoryPart.FigureCode)) ? form.Value(nameof(SaveTheoryPart.FigureCode)) : null;
        if (figure is not null && KeyFigures.Find(figure) is null)
            form.Refusals.Add(new("choice-unknown", nameof(SaveTheoryPart.FigureCode)));
        return new(
            id,
            part,
            form.NeededCode<TheoryStage>(nameof(SaveTheoryPart.Stage)),
            form.Text(nameof(SaveTheoryPart.What)),
            form.Id(nameof(SaveTheoryPart.LeadsToId)),
            figure,
            form.Code<TargetWay>(nameof(SaveTheoryPart.Way)),
            form.Hundredths(nameof(SaveTheoryPart.Target)),
            form.Day(nameof(SaveTheoryPart.TargetOn))
        );
    }

    static IResult Page(long id, TheoryPartFact? part, Viewing viewing, FormState form, FormState remove) =>
        TheoryForms.Found(id, viewing) is not { } theory
            ? Results.NotFound()
            : ForChild.Page<PartPage>(
                form.Refusals.Count > 0 ? form : remove,
                new
                {
                    Theory = theory,
                    Part = part,
                    Others = viewing.Register.Of<TheoryPartFact>().Where(p => p.TheoryId == id && p.Id != part?.Id).ToList(),
                    Form = form,
                    Remove = remove,
                }
            );
}
