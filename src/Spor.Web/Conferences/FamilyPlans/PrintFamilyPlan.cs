using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;

namespace Spor.Web.Conferences.FamilyPlans;

/// <summary>The plan in plain words and large letters, for the family's kitchen wall: the questions, the plan, who does what, when one
/// meets again. Nothing about the case.</summary>
static class PrintFamilyPlan
{
    public static IResult Show(long child, long id, Viewing viewing, ChildReader reader) =>
        ConferenceAt.Do(child, id, viewing, reader, at => new RazorComponentResult<PrintFamilyPlanPage>(new { At = at }));
}
