using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Conferences;
using Spor.Kernel;
using Spor.Web.Access;

namespace Spor.Web.Conferences.Desk;

/// <summary>The municipality's trained coordinators. Whoever does casework may read the list; settings are needed to change it.</summary>
static class ListCoordinators
{
    public static IResult Show(Viewing viewing)
    {
        var order = StringComparer.Create(Danish.Culture, false);
        var today = viewing.WorkClock.Today;
        var all = viewing.Register.Coordinators.OrderBy(c => Text.NameOf(c), order).ToList();
        return new RazorComponentResult<ListCoordinatorsPage>(
            new
            {
                Active = all.FindAll(c => c.ActiveAt(today)),
                Coming = all.FindAll(c => c.From > today),
                Ended = all.FindAll(c => c.To < today),
                MayChange = viewing.Viewer.SeesAll,
            }
        );
    }
}
