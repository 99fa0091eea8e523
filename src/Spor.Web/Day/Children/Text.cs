using System.Text;
using Spor.Children;
using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Requirements;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;
using Spor.Workforce;

namespace Spor.Web.Day.Children;

/// <summary>The Danish of lists of children.</summary>
static class Text
{
    public const string AllTitle = "Alle børn";
    public const string MineTitle = "Mine børn";
    public const string SomeTitle = "Børn";
    public const string SearchTitle = "Søgning";
    public const string NobodyValue = "ingen";
    public const string Nobody = "ingen rådgiver";

    // --- search ---
    public const string SearchLabel = "Søg efter et barn";
    public const string SearchHint =
        "Navn, CPR-nummer (helt eller de første seks cifre), sagens eller barnets nummer. Søgningen går gennem alle børn, du må "
        + "se, også uden aktiv sag.";
    public const string SearchButton = "Søg";
    public const string NothingFound =
        "Ingen af de børn, du må se, passer. Du kan søge på dele af et navn, et helt CPR-nummer, en fødselsdag som 310117 eller "
        + "nummeret på en sag eller et barn. Et barn med beskyttet navn findes kun på et nummer.";
    public const string BackToList = "Tilbage til listen";

    // --- filters ---
    public const string FilterHeading = "Vis kun";
    public const string FilterNote = "Listen skifter, når du vælger. Du kan også trykke på Vis.";
    public const string Team = "Team";
    public const string AllTeams = "Alle team";
    public const string District = "Distrikt";
    public const string AllDistricts = "Alle distrikter";
    public const string Step = "Trin";
    public const string AllSteps = "Alle trin";
    public const string NoStep = "Uden trin";
    public const string TargetGroup = "Målgruppe";
    public const string AllGroups = "Alle målgrupper";
    public const string Caseworker = "Rådgiver";
    public const string AllCaseworkers = "Alle rådgivere";
    public const string NobodyOption = "Uden rådgiver";
    public const string Requirement = "Krav";
    public const string AllRequirements = "Alle krav";
    public const string Overdue = "Kun overskredne frister";
    public const string Closed = "Også uden aktiv sag";
    public const string Show = "Vis";
    public const string Clear = "Nulstil";

    public static string StepOption(int step) => step == 0 ? NoStep : "Trin " + step;

    // --- table ---
    public const string SearchLede = "Alle børn, du må se, er søgt igennem.";
    public const string AgeHead = "Alder";
    public const string Child = "Barn";
    public const string CaseSince = "Sag siden";
    public const string NextDue = "Næste frist";
    public const string OverdueCount = "Over frist";
    public const string NoCase = "ingen aktiv sag";
    public const string NoDeadline = "ingen åbne frister";
    public const string Empty = "Ingen børn passer til dine valg. Fjern et valg, eller tryk på Nulstil.";
    public const string Csv = "Hent som CSV";
    public const string Excel = "Hent som Excel";
    public const string PagerLabel = "Sider";
    public const string Previous = "Forrige";
    public const string Next = "Næste";
    public static readonly SheetColumn[] Columns =
    [
        new("Barn", Width: 26),
        new("Alder", Width: 9),
        new("Trin", Width: 7),
        new("Distrikt", Width: 18),
        new("Målgruppe", Width: 20),
        new("Rådgiver", Width: 26),
        new("Sag"),
        new(CaseSince, ColumnKind.Day),
        new("Næste frist", ColumnKind.Day),
        new("Krav", Width: 34),
        new(OverdueCount, ColumnKind.Whole),
        new("Kan ikke længere opfyldes", ColumnKind.Whole),
    ];

    public static string PageOf(int page, int pages) => $"Side {Danish.Number(page)} af {Danish.Number(pages)}";

    /// <summary>What a screen reader hears when the results change.</summary>
    public static string Status(ChildListView view) =>
        view.IsSearch
            ? view.TermProblem
                ?? (view.Found.Count == 0 ? "Søgningen fandt ingen børn." : $"Søgningen fandt {Children(view.Found.Count)}{Range(view)}.")
        : view.Found.Count == 0 ? "Ingen børn."
        : $"{Children(view.Found.Count)}{Range(view)}.";

    static string Range(ChildListView view) =>
        view.Pages == 1
            ? ""
            : $", her nr. {Danish.Number((view.Page - 1) * ChildQuery.PageSize + 1)} til "
                + $"{Danish.Number((view.Page - 1) * ChildQuery.PageSize + view.Rows.Count)}";

    /// <summary>A gate is met or missed at once, so nobody waits for it.</summary>
    public static bool IsGate(Rule rule) => rule is Rule.ChildHeard or Rule.ParentsInformed;

    public static string StepCell(int step) => step == 0 ? "" : Danish.Number(step);

    public static string Age(ChildFact child, DateOnly today) => child.BornOn > today ? "ufødt" : $"{child.AgeAt(today)} år";

    public static string Children(int count) => count == 1 ? "1 barn" : $"{Danish.Number(count)} børn";

    public static string Title(ChildListView view) =>
        view.IsSearch ? SearchTitle
        : view.Query.Mine ? MineTitle
        : view.Query.IsPlain ? AllTitle
        : SomeTitle;

    /// <summary>In words what the list is: 35 børn på trin 5 den 31. oktober 2026.</summary>
    public static string Lede(ChildListView view)
    {
        var (v, f, count) = (view.Viewing, view.Query.Filter, view.Found.Count);
        var text = new StringBuilder(count == 0 ? "Ingen børn" : Children(count));
        if (f.TargetGroup is { } group)
            text.Append(" i målgruppen ").Append(group.Danish());
        if (f.DistrictId is { } district)
            text.Append(" i ").Append(v.DistrictName(district));
        if (f.TeamId is { } team)
            text.Append(f.DistrictId is null ? " i " : " og ").Append(v.TeamName(team));
        if (f.Age is { } age)
            text.Append(Group.Years(age) is var (youngest, oldest) ? $" på {youngest}–{oldest} år" : "");
        if (f.Ages is { } ages)
            text.Append(Danish.Culture, $" på {ages.First}–{ages.Last} år");
        if (f.Gender is { } gender)
            text.Append(
                gender switch
                {
                    Gender.Girl => ", piger",
                    Gender.Boy => ", drenge",
                    _ => ", andet køn",
                }
            );
        if (f is { Figure: { } code, A: { } opening, B: { } ending } && KeyFigures.Find(code) is { } figure)
            return text.Append(BehindFigure(figure, f.Part, opening, ending, v)).Append('.').ToString();
        if (f.Step is { } step)
            text.Append(' ').Append(Place(step));
        else if (f is { On: not null, Form: null, ActiveOnly: true })
            text.Append(" på trappen");
        if (f.Form is { } form)
            text.Append(
                form switch
                {
                    PlacementForm.Foster => " anbragt i plejefamilie",
                    PlacementForm.Institution => " anbragt på institution",
                    _ => " anbragt på " + Placements.NameOf(form),
                }
            );
        if (f.On is { } on)
            text.Append(" den ").Append(Danish.Long(on));
        if (view.Query.Mine)
            text.Append(", som du har sagen for");
        else if (f.EmployeeId is { } employee)
            text.Append(", som ").Append(v.EmployeeName(employee) is { Length: > 0 } name ? name : "en rådgiver").Append(" har sagen for");
        if (f.Unassigned)
            text.Append(" med en aktiv sag uden rådgiver");
        else if (f is { ActiveOnly: true, On: null, A: null, EmployeeId: null })
            text.Append(" med en aktiv sag");
        if (f is { A: { } a, B: { } b })
        {
            var between = $" mellem {Danish.Long(a)} og {Danish.Long(b)}";
            if (f.Direction is { } way)
                text.Append(way < 0 ? ", der er gået ned ad trappen" : ", der er gået op ad trappen")
                    .Append(f.From is { } start ? " fra " + Bare(start) : "")
                    .Append(between);
            else if (f.From is { } from && f.To is { } to)
                text.Append(
                    from == to
                        ? ", der stod " + Place(from) + " både " + Danish.Long(a) + " og " + Danish.Long(b)
                        : ", der er gået fra " + Bare(from) + " til " + Bare(to) + between
                );
            else if (f.From is { } only)
                text.Append(", der stod ").Append(Place(only)).Append(" den ").Append(Danish.Long(a));
            else if (f.To is { } last)
                text.Append(", der stod ").Append(Place(last)).Append(" den ").Append(Danish.Long(b));
        }
        if (f.Rule is { } rule)
        {
            var title = NationalLaw.Of(rule, v.Today).Title;
            text.Append(f.OverdueOnly ? ", hvor fristen er overskredet for »" : ", hvor der er en åben frist for »")
                .Append(title)
                .Append('«');
        }
        else if (f.OverdueOnly)
            text.Append(", hvor mindst én frist er overskredet");
        if (!f.ActiveOnly && f.On is null && f.A is null)
            text.Append(", også dem uden aktiv sag");
        return text.Append('.').ToString();
    }

    static string BehindFigure(Figure figure, string? part, DateOnly from, DateOnly to, Viewing v) =>
        $" bag tallet »{figure.Name}{(part is null ? "" : ": " + PartName(figure, part, v))}«"
        + (
            figure.Time switch
            {
                FigureTime.Day => $" den {Danish.Long(to)}",
                FigureTime.Month => $" i {SpendingFigures.MonthOf(to).ToString("MMMM yyyy", Danish.Culture)}",
                FigureTime.YearBefore => $" i {to.Year - 1}",
                _ => $" fra {Danish.Long(from)} til {Danish.Long(to)}",
            }
        );

    static string PartName(Figure figure, string part, Viewing v) =>
        figure.Parts switch
        {
            FigurePart.Step => part == "0" ? "uden trin" : "trin " + part,
            FigurePart.Team => Form.Number(part) is { } id ? v.TeamName(id) : part,
            FigurePart.Rule => Codes<Rule>.TryDanish(part, out var rule) ? NationalLaw.Of(rule, v.Today).Title : part,
            FigurePart.Move => part.Split('-') is [var a, var b]
                ? $"fra {(a == "0" ? "intet trin" : "trin " + a)} til {(b == "0" ? "intet trin" : "trin " + b)}"
                : part,
            _ => part,
        };

    static string Place(int step) => step == 0 ? "uden trin" : $"på trin {step}";

    static string Bare(int step) => step == 0 ? "intet trin" : $"trin {step}";

    // --- what an address got wrong ---
    public static string NotUnderstood(string value, string expected) =>
        $"»{(value.Length > 40 ? value[..40] + "…" : value)}« i linket kunne ikke læses, så det er sprunget over. Der skulle stå {expected}. "
        + "Vælg det igen herunder.";

    public const string YesExpected = "ja eller nej";
    public const string StepExpected = "et tal fra 0 (uden trin) til 6";
    public const string EmployeeExpected = "en rådgiver på listen";
    public const string TeamExpected = "et team på listen";
    public const string DistrictExpected = "et distrikt på listen";
    public const string DirectionExpected = "ned eller op";
    public const string PageExpected = "et sidetal fra 1";

    public static string DayExpected(DateOnly today) => $"en dato som 31-10-2026, ikke efter {Danish.Long(today)}";

    public static string OneOf(IEnumerable<string> values) => "en af " + string.Join(", ", values);

    public const string MineForCaseworkers = "»Mine børn« er for rådgivere, som har sager. Her er alle, du må se.";
    public const string UnassignedOrSomebody =
        "Du kan ikke vælge både »Uden rådgiver« og en bestemt rådgiver. Listen viser rådgiverens børn.";
    public const string FigureExpected = "et af tallene";
    public const string FigureNeedsDays = "Linket mangler de to dage, tallet gælder. Gå tilbage til tallet, og klik på det igen.";
    public const string TwoDays = "Linket mangler de to dage, bevægelserne gælder. Gå tilbage til tallet, og klik på det igen.";
    public const string MovesNeedDays = "Linket mangler de to dage, bevægelserne gælder. Gå tilbage til tallet, og klik på det igen.";
}
