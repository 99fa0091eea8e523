using System.Globalization;
using System.Text;
using Spor.Children;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Requirements;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Workforce;

namespace Spor.Web.Day.Children;

/// <summary>
/// What the address of a list of children says. Nothing in it names a person. What cannot be understood is said on the page and left out,
/// so that an old link never ends in an error.
/// </summary>
/// <param name="Mine">The viewer's own children; <see cref="Filter"/> then holds the viewer's number.</param>
/// <param name="Page">From 1.</param>
public sealed record ChildQuery(ChildFilter Filter, bool Mine, ChildSort Sort, bool Descending, int Page, IReadOnlyList<string> Messages)
{
    public const int PageSize = 25;

    public static ChildQuery Read(IQueryCollection query, Viewing viewing)
    {
        var messages = new List<string>();
        string? Given(string key) => query[key].ToString().Trim() is { Length: > 0 } text ? text : null;
        T? Value<T>(string key, Func<string, T?> read, string expected)
            where T : struct
        {
            if (Given(key) is not { } text)
                return null;
            var value = read(text);
            if (value is null)
                messages.Add(Text.NotUnderstood(text, expected));
            return value;
        }
        bool Yes(string key) =>
            Value(
                key,
                t =>
                    t switch
                    {
                        "ja" => true,
                        "nej" => false,
                        _ => (bool?)null,
                    },
                Text.YesExpected
            ) == true;
        long? Id(string key, Func<long, bool> known, string expected) =>
            Value(key, t => Form.Number(t) is { } id && known(id) ? id : (long?)null, expected);
        int? Step(string key) => Value(key, t => Form.Whole(t) is { } s and >= 0 and < Ladder.Steps ? s : (int?)null, Text.StepExpected);
        DateOnly? Day(string key) =>
            Value(key, t => Form.Day(t) is { } d && d <= viewing.Today ? d : (DateOnly?)null, Text.DayExpected(viewing.Today));

        var register = viewing.Register;
        var mine = Yes("mine");
        if (mine && viewing.Viewer.EmployeeId is null)
        {
            mine = false;
            messages.Add(Text.MineForCaseworkers);
        }
        var unassigned = Yes("uden-raadgiver") || Given("raadgiver") == Text.NobodyValue;
        var employee =
            Given("raadgiver") == Text.NobodyValue
                ? null
                : Id("raadgiver", id => register.Employments.Any(e => e.EmployeeId == id), Text.EmployeeExpected);
        if (unassigned && (employee is not null || mine))
        {
            unassigned = false;
            messages.Add(Text.UnassignedOrSomebody);
        }
        DateOnly? a = Day("a"),
            b = Day("b");
        int? from = Step("fra"),
            to = Step("til");
        var direction = Value(
            "retning",
            t =>
                t switch
                {
                    "ned" => -1,
                    "op" => 1,
                    _ => (int?)null,
                },
            Text.DirectionExpected
        );
        if ((a is null) != (b is null) || a > b)
        {
            (a, b) = (null, null);
            messages.Add(Text.TwoDays);
        }
        if (a is null && (from is not null || to is not null || direction is not null))
        {
            (from, to, direction) = (null, null, null);
            messages.Add(Text.MovesNeedDays);
        }
        var figure = Value("tal", t => KeyFigures.Find(t) is not null ? (true, t) : ((bool, string)?)null, Text.FigureExpected)?.Item2;
        if (figure is not null && a is null)
        {
            figure = null;
            messages.Add(Text.FigureNeedsDays);
        }
        var ages = AgeSpan.Read(query["alder"].ToString().Trim(), register.Bounds, b ?? viewing.Today);
        var filter = new ChildFilter(
            TeamId: Id("team", id => register.Teams.Any(t => t.TeamId == id), Text.TeamExpected),
            DistrictId: Id("distrikt", id => register.Districts.Any(d => d.DistrictId == id), Text.DistrictExpected),
            Step: Step("trin"),
            TargetGroup: Value(
                "maalgruppe",
                t => Codes<TargetGroup>.TryDanish(t, out var g) ? g : (TargetGroup?)null,
                Text.OneOf(Codes<TargetGroup>.AllDanish)
            ),
            OverdueOnly: Yes("overskredet"),
            ActiveOnly: !Yes("lukkede"),
            Rule: Value("krav", t => Codes<Rule>.TryDanish(t, out var r) ? r : (Rule?)null, Text.OneOf(Codes<Rule>.AllDanish)),
            EmployeeId: mine ? viewing.Viewer.EmployeeId : employee,
            Unassigned: unassigned,
            On: Day("paa"),
            From: from,
            To: to,
            A: a,
            B: b,
            Direction: direction,
            Form: Value(
                "form",
                t => Codes<PlacementForm>.TryDanish(t, out var f) && f != PlacementForm.None ? f : (PlacementForm?)null,
                Text.OneOf(Codes<PlacementForm>.AllDanish.Skip(1))
            ),
            Age: ages is null
                ? Value("alder", t => Codes<AgeGroup>.TryDanish(t, out var g) ? g : (AgeGroup?)null, Text.OneOf(Codes<AgeGroup>.AllDanish))
                : null,
            Gender: Value("koen", t => Codes<Gender>.TryDanish(t, out var g) ? g : (Gender?)null, Text.OneOf(Codes<Gender>.AllDanish)),
            Figure: figure,
            Part: figure is null ? null : Given("del")
        )
        {
            Ages = ages,
        };
        return new(
            filter,
            mine,
            Value("sorter", t => Codes<ChildSort>.TryDanish(t, out var s) ? s : (ChildSort?)null, Text.OneOf(Codes<ChildSort>.AllDanish))
                ?? ChildSort.Due,
            Yes("omvendt"),
            Value("side", t => Form.Whole(t) is { } n and >= 1 ? n : (int?)null, Text.PageExpected) ?? 1,
            messages
        );
    }

    /// <summary>The whole query, for a link; empty without anything to say.</summary>
    public string ToQuery(bool withSort = true, bool withPage = true)
    {
        var text = new StringBuilder();
        foreach (var (key, value) in Pairs(withSort, withPage))
            text.Append(text.Length == 0 ? '?' : '&').Append(key).Append('=').Append(Uri.EscapeDataString(value));
        return text.ToString();
    }

    /// <summary>The address of the list with a filter, for links from figures.</summary>
    public static string Href(ChildFilter filter) => "/boern" + new ChildQuery(filter, false, ChildSort.Due, false, 1, []).ToQuery();

    public string Href(int page) => "/boern" + (this with { Page = page }).ToQuery();

    /// <summary>The list in another order; the column it is in already, turned round.</summary>
    public string SortHref(ChildSort by) =>
        "/boern" + (this with { Sort = by, Descending = by == Sort && !Descending, Page = 1 }).ToQuery();

    public string? AriaSort(ChildSort by) =>
        by != Sort ? null
        : Descending ? "descending"
        : "ascending";

    /// <summary>The list narrowed to nothing: every child with an active case.</summary>
    public bool IsPlain => !Mine && Filter == new ChildFilter();

    /// <summary>What has no field in the form on the page, and so must travel with it.</summary>
    public IEnumerable<(string Key, string Value)> Hidden =>
        Pairs(withSort: true, withPage: false)
            .Where(p =>
                p.Key
                    is "mine"
                        or "paa"
                        or "a"
                        or "b"
                        or "fra"
                        or "til"
                        or "retning"
                        or "form"
                        or "alder"
                        or "koen"
                        or "tal"
                        or "del"
                        or "sorter"
                        or "omvendt"
            );

    IEnumerable<(string Key, string Value)> Pairs(bool withSort, bool withPage)
    {
        var f = Filter;
        static string N(long n) => n.ToString(CultureInfo.InvariantCulture);
        if (Mine)
            yield return ("mine", "ja");
        if (f.TeamId is { } team)
            yield return ("team", N(team));
        if (f.DistrictId is { } district)
            yield return ("distrikt", N(district));
        if (f.Step is { } step)
            yield return ("trin", N(step));
        if (f.TargetGroup is { } group)
            yield return ("maalgruppe", group.Danish());
        if (f.OverdueOnly)
            yield return ("overskredet", "ja");
        if (f.Rule is { } rule)
            yield return ("krav", rule.Danish());
        if (!f.ActiveOnly)
            yield return ("lukkede", "ja");
        if (f.On is { } on)
            yield return ("paa", Form.Iso(on));
        if (f.A is { } a)
            yield return ("a", Form.Iso(a));
        if (f.B is { } b)
            yield return ("b", Form.Iso(b));
        if (f.From is { } from)
            yield return ("fra", N(from));
        if (f.To is { } to)
            yield return ("til", N(to));
        if (f.Direction is { } way)
            yield return ("retning", way < 0 ? "ned" : "op");
        if (f.Form is { } form)
            yield return ("form", form.Danish());
        if (f.Age is { } age)
            yield return ("alder", age.Danish());
        else if (f.Ages is { } ages)
            yield return ("alder", ages.Code);
        if (f.Gender is { } gender)
            yield return ("koen", gender.Danish());
        if (f.Figure is { } figure)
            yield return ("tal", figure);
        if (f.Part is { } part)
            yield return ("del", part);
        if (f.EmployeeId is { } employee && !Mine)
            yield return ("raadgiver", N(employee));
        if (f.Unassigned)
            yield return ("uden-raadgiver", "ja");
        if (withSort && Sort != ChildSort.Due)
            yield return ("sorter", Sort.Danish());
        if (withSort && Descending)
            yield return ("omvendt", "ja");
        if (withPage && Page > 1)
            yield return ("side", N(Page));
    }
}
