using Microsoft.AspNetCore.Http.HttpResults;
using Spor.Facts;
using Spor.Reports;
using Spor.Storage;
using Spor.Web.Access;
using Spor.Web.Case.History;

namespace Spor.Web.Leading.Baselines;

/// <summary>One correction as a sentence, for somebody who may see the child.</summary>
/// <param name="ChildId">Null for what is about no child.</param>
public sealed record ToldCorrection(long EntryNo, long? ChildId, string Subject, string Sentence);

/// <summary>A baseline beside what is known now, and what was corrected since.</summary>
static class CompareWithBaseline
{
    const int MostTold = 100;

    public static IResult Show(long id, HttpContext context, Viewing viewing, Database database, Comparisons comparisons, Showing log)
    {
        if (StoredReports.Baselines(database, viewing.ReadsAt).FirstOrDefault(b => b.Fact.Id == id) is not { } baseline)
            return Results.NotFound();
        var comparison = comparisons.Of(viewing.Snapshot, baseline.Fact.EntryNo, baseline.Fact.Day);
        var (shown, disclosure) = ComparisonDisclosure.Of(viewing, comparisons, baseline.Fact);
        var seen = viewing.Visible.Select(s => s.File.Id).ToHashSet();
        var mine = comparison
            .Corrections.Where(c => c.ChildId is { } child && seen.Contains(child))
            .OrderByDescending(c => c.EntryNo)
            .ThenBy(c => c.ChildId)
            .ToList();
        var told = Told([.. mine.Take(MostTold)], comparison, viewing);
        if (told.Count > 0)
            log.Looked(
                viewing.Viewer.Key,
                "baseline",
                [.. told.Select(t => t.ChildId).OfType<long>().Distinct()],
                "basislinje " + id.ToString(System.Globalization.CultureInfo.InvariantCulture)
            );
        return new RazorComponentResult<ComparePage>(
            new
            {
                Baseline = baseline,
                Comparison = shown,
                Disclosure = disclosure,
                Told = told,
                Tellable = mine.Count,
                MovedOnly = disclosure is null && context.Request.Query["vis"] == "rettede",
            }
        );
    }

    static List<ToldCorrection> Told(IReadOnlyList<Correction> corrections, Comparison comparison, Viewing viewing)
    {
        var wanted = corrections.Select(c => c.ChildId!.Value).ToHashSet();
        var then = comparison.Then.Children.Where(c => wanted.Contains(c.Id)).ToDictionary(c => c.Id);
        var now = comparison.Now.Children.Where(c => wanted.Contains(c.Id)).ToDictionary(c => c.Id);
        var told = new List<ToldCorrection>();
        foreach (var c in corrections)
        {
            var child = (now.GetValueOrDefault(c.ChildId!.Value) ?? then[c.ChildId.Value]).Child;
            IEnumerable<Fact> Things(ChildFile? f) => f is null ? [] : [.. f.Decisions, .. f.Interventions, .. f.Plans, .. f.Goals];
            var words = new Words(
                comparison.Now.Catalogue,
                viewing.EmployeeName,
                viewing.DistrictName,
                [.. Things(then.GetValueOrDefault(child.Id)), .. Things(now.GetValueOrDefault(child.Id))]
            );
            // What a protected child is called or where it lives is not told in a list.
            var sentence =
                c.Kind == FactKinds.Child && child.Protected ? Text.Masked : Saying.Of(c.Kind).Sentence(c.Event, c.Before, words);
            told.Add(new(c.EntryNo, child.Id, Viewing.ListName(child), sentence));
        }
        return told;
    }
}
