using Spor.Tests;
using Spor.Web.Frame.Layout;

namespace Spor.Web.Tests;

/// <summary>What the frame of the web knows (<c>docs/adr/0017-the-house.md</c>).</summary>
public sealed class FrameTests
{
    /// <summary>What every page stands on: days and codes, facts, verbs, the database, who looks, and the frame itself.</summary>
    static readonly string[] Ground =
    [
        "Spor.Kernel",
        "Spor.Facts",
        "Spor.Verbs",
        "Spor.Storage",
        "Spor.Access",
        "Spor.Web.Access",
        "Spor.Web.Frame",
    ];

    const string Owed = "what is owed is said in the same words everywhere",
        Leads = "where one does what is owed: an address for each duty",
        Aside = "a page of figures says what an import left out of them",
        Files = "every list can be had as a workbook",
        Words = "legends and names that pictures of several areas share";

    /// <summary>What knows topics all the same, and why. The list only grows shorter.</summary>
    static readonly Dictionary<string, string> Known = new()
    {
        ["Frame.FaultText -> Spor.Exchange.Import"] = "what is wrong with an extract is said in the browser as in the terminal",
        ["Frame.Fields.Options -> Spor.Workforce"] = "employees to choose from",
        ["Frame.Forms.DutyLink -> Spor.Law"] = Leads,
        ["Frame.Forms.DutyLink -> Spor.Requirements"] = Leads,
        ["Frame.Forms.DutyLinks -> Spor.Assessments"] = Leads,
        ["Frame.Forms.DutyLinks -> Spor.Decisions"] = Leads,
        ["Frame.Forms.DutyLinks -> Spor.Plans"] = Leads,
        ["Frame.Forms.DutyLinks -> Spor.Requirements"] = Leads,
        ["Frame.Forms.ForChild -> Spor.Requirements"] = "a page about a child is given the child's state",
        ["Frame.Forms.ForChild -> Spor.Web.Case.Child"] = "whoever may not see the child is shown why",
        ["Frame.Forms.Routes -> Spor.Assessments"] = "the address of a new assessment says its kind",
        ["Frame.Layout.Due -> Spor.Requirements"] = Owed,
        ["Frame.Layout.PictureText -> Spor.Children"] = Words,
        ["Frame.Layout.PictureText -> Spor.FollowUps"] = Words,
        ["Frame.Layout.PictureText -> Spor.Notifications"] = Words,
        ["Frame.Layout.SetAside -> Spor.Figures"] = Aside,
        ["Frame.Layout.SetAside -> Spor.Figures.Engine"] = Aside,
        ["Frame.Layout.SetAsideNote -> Spor.Figures.Engine"] = Aside,
        ["Frame.Layout.Shell -> Spor.Figures.Engine"] = Aside,
        ["Frame.Layout.Shell -> Spor.Workforce"] = "the municipality is named on every page",
        ["Frame.Layout.ShellText -> Spor.Children"] = "how old a child is",
        ["Frame.Layout.When -> Spor.Law"] = Owed,
        ["Frame.Layout.When -> Spor.Requirements"] = Owed,
        ["Frame.Layout.WorkLine -> Spor.Requirements"] = Owed,
        ["Frame.Layout.WorkList -> Spor.Requirements"] = Owed,
        ["Frame.Layout.WorkText -> Spor.Law"] = Owed,
        ["Frame.Layout.WorkText -> Spor.Requirements"] = Owed,
        ["Frame.Tables.ExportTable -> Spor.Exchange.Office"] = Files,
        ["Frame.Tables.TableExport -> Spor.Exchange.Office"] = Files,
    };

    /// <summary>The menu lists every page, and asks each area for the number beside it.</summary>
    static readonly string Menu = typeof(Menu).FullName!;

    [Fact]
    public void The_frame_knows_no_topic_but_where_it_is_said_why() =>
        Arrows.OnlyKnown(
            new Arrows(typeof(Facts.Fact).Assembly, typeof(Menu).Assembly)
                .All.Where(a => a.From.StartsWith("Spor.Web.Frame.", StringComparison.Ordinal) && a.From != Menu)
                .Where(a => !Ground.Any(g => a.To.StartsWith(g + ".", StringComparison.Ordinal)))
                .Select(a => $"{a.From["Spor.Web.".Length..]} -> {string.Join('.', a.To.Split('.').SkipLast(1))}"),
            Known
        );
}
