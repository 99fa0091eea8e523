using System.Globalization;
using Spor.Cases;
using Spor.Kernel;
using Spor.Requirements;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Case.Child;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Layout;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Day.MyDay;

/// <summary>An act, with the old ones of the requirements that it would have fulfilled.</summary>
public sealed record LeftoverLine(ChildState Child, string What, IReadOnlyList<Requirement> Requirements);

/// <summary>What has been overdue for more than a year, closed together with one reason.</summary>
static class LeftoversForm
{
    public const string Path = "/min-dag/rester";

    /// <summary>Closes all that stand on the page.</summary>
    public const string All = "alle";

    /// <summary>Lines on the page; the rest stands there when these are closed.</summary>
    const int Most = Paged.Most;

    public static IResult Show(Viewing viewing, Acting acting) => Page(viewing, acting.NewForm());

    public static IResult Save(IFormCollection posted, Viewing viewing, Acting acting)
    {
        var form = FormState.Of(posted);
        var chosen = form.Values(nameof(CloseLeftovers.Leftovers)).ToHashSet(StringComparer.Ordinal);
        // What the page showed is sent with it: what has turned up since was not looked at.
        var shown = form.Values("vist").ToHashSet(StringComparer.Ordinal);
        var lines = Lines(viewing).Where(l => form.Checked(All) ? shown.Contains(Key(l)) : chosen.Contains(Key(l)));
        var command = new CloseLeftovers(
            [.. lines.SelectMany(l => l.Requirements).Select(r => new Leftover(r.ChildId, r.Rule.ToString(), r.SubjectId, r.Due))],
            form.Text(nameof(CloseLeftovers.Reason))
        );
        return acting.Do(command, form).Saved ? Acting.Saved("/min-dag", "leftovers-closed") : Page(viewing, form);
    }

    public static string Key(LeftoverLine line) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{line.Child.File.Id}-{line.Requirements[0].Rule}-{line.Requirements[0].SubjectId}-{line.Requirements[0].Due:yyyyMMdd}"
        );

    static List<LeftoverLine> Lines(Viewing viewing) =>
        [
            .. from child in viewing.Mine
            from act in PersonsAct.Of(CaseWork.Open(child).MostUrgentFirst(r => r))
            where LeftoverRules.IsOld(act.First, viewing.Today)
            orderby act.First.Due, child.File.Id
            select new LeftoverLine(
                child,
                Spor.Law.NationalLaw.Of(act.First.Rule, act.First.Trigger).Fulfils.TrimEnd('.'),
                [act.First, .. act.Also.Where(r => LeftoverRules.IsOld(r, viewing.Today))]
            ),
        ];

    static IResult Page(Viewing viewing, FormState form)
    {
        var lines = Lines(viewing);
        var shown = lines.Take(Most).ToList();
        viewing.Log.Looked(viewing.Viewer.Key, "min-dag", [.. shown.Select(l => l.Child.File.Id).Distinct()], "rester");
        return ForChild.Page<LeftoversPage>(
            form,
            new
            {
                Lines = shown,
                Count = lines.Count,
                Form = form,
            }
        );
    }
}
