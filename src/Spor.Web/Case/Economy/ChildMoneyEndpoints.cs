using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Economy;
using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Case.Economy;

static class ChildMoneyEndpoints
{
    /// <summary>The child's money, for a page or a tab.</summary>
    public static ChildMoneyView Of(ChildFile file, Viewing viewing) => new(file, viewing.Snapshot.Get(Books.On, viewing.Today));

    public static void MapChildMoney(this WebApplication app)
    {
        app.MapGet(
                "/barn/{id:long}/oekonomi",
                (long id, Viewing viewing, ChildReader reader, Showing log) =>
                    ForChild.Do(
                        id,
                        viewing,
                        state =>
                        {
                            log.Looked(viewing.Viewer.Key, "barn", [id], "fane=oekonomi");
                            return reader.Read(id) is { } file
                                ? new RazorComponentResult<ChildMoneyPage>(
                                    new
                                    {
                                        State = state,
                                        File = file,
                                        Money = Of(state.File, viewing),
                                    }
                                )
                                : Results.NotFound();
                        }
                    )
            )
            .RequireAuthorization(Policies.Children)
            .AsKnown();
        foreach (var ending in new[] { "csv", "xlsx" })
            app.MapGet(
                    "/barn/{id:long}/oekonomi." + ending,
                    (long id, Viewing viewing, Showing log) =>
                        ForChild.Do(id, viewing, state => TableExport.File(Tables(state.File, viewing), "", viewing, log, ending == "xlsx"))
                )
                .RequireAuthorization(Policies.Children);
    }

    static PageTables Tables(ChildFile file, Viewing viewing)
    {
        var view = Of(file, viewing);
        SheetColumn Money(string heading) => new(heading, ColumnKind.Kroner, 18);
        return new(
            "barnets-oekonomi",
            Text.PageTitle,
            view.Books.Day,
            [
                new(
                    "",
                    Text.Title,
                    [
                        new(Text.Measure, Width: 34),
                        new(Text.Period, Width: 34),
                        new(Text.Prices, Width: 44),
                        Money(Text.InYear(view.Books.Year)),
                        Money(Text.Expected),
                        Money(Text.BothYears(view)),
                        Money(Text.Actual(view)),
                    ],
                    [
                        .. view.Lately.Select(r =>
                            (IReadOnlyList<object?>)
                                [
                                    r.Step > 0 ? $"{r.Step} {r.Name}" : r.Name,
                                    Text.Days(r.Measure),
                                    r.Prices.Count == 0
                                        ? Text.NoPrice
                                        : string.Join(
                                            "; ",
                                            r.Prices.Select(p => Text.Price(p.Ore, p.Unit, p.Quantity) + " " + Text.Since(p.From))
                                        ),
                                    r.YearOre,
                                    r.ExpectedOre,
                                    r.SpentOre,
                                    r.ActualOre is { } actual ? actual : Text.NoLine,
                                ]
                        ),
                        [Text.Total, "", "", view.YearOre, view.ExpectedOre, view.SpentOre, view.ActualOre],
                    ]
                )
                {
                    ChildIds = [file.Id],
                },
            ],
            "barn/oekonomi"
        );
    }
}
