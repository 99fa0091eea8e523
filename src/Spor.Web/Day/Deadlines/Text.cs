using Spor.Exchange.Office;
using Spor.Kernel;

namespace Spor.Web.Day.Deadlines;

/// <summary>The Danish of the deadlines page.</summary>
static class Text
{
    public const string Title = "Frister";
    public const string Team = "Team";
    public const string Whole = "Hele kommunen";
    public const string Ahead = "Kommende";
    public const string GroupBy = "Vis efter";
    public const string Show = "Vis";
    public const string FilterLabel = "Vælg team og periode";
    public const string GroupHeading = "Frister";
    public const string Due = "Frist";
    public const string Child = "Barn";
    public const string Step = "Trin";
    public const string Requirement = "Krav";
    public const string Caseworker = "Rådgiver";
    public const string Nobody = "Ingen rådgiver";
    public const string Fulfils = "Det, der skal til";
    public const string LawTitle = "lovkrav over fristen";
    public const string ModelTitle = "af kommunens egne krav over fristen";
    public const string MissedTitle = "krav kan ikke længere opfyldes";
    public const string MissedNote = "tælles, men står ikke på listerne";
    public const string LawNote = "Barnets lov og Serviceloven";
    public const string ModelNote = "kommunens egne krav";
    public const string MissedOnly = "Ingen åbne frister lige nu. Se tallene ovenfor.";
    public const string AllMet = "Ingen frister er overskredet, og ingen forfalder i perioden.";
    public const string NoneVisible = "Der er ingen børn, du må se, i det valgte team.";
    public const string OnlyOwnTeam = "Du kan se dit eget teams frister. Det valgte team er sprunget over.";
    public const string SeeChildren = "Se børnene";
    public static readonly int[] Periods = [7, 30, 90];

    public static string Period(int days) => $"de næste {days} dage";

    public static string SoonTitle => "krav forfalder de næste 7 dage";

    public static string SoonNote(DateOnly to) => "til og med " + Danish.Long(to);

    public static string Grouping(Grouping by) =>
        by switch
        {
            Deadlines.Grouping.Rule => "krav",
            Deadlines.Grouping.Caseworker => "rådgiver",
            _ => "barn",
        };

    public static string Lede(string place, int children, int overdue, int upcoming, int days) =>
        $"{place}: {Danish.Number(overdue)} {(overdue == 1 ? "frist" : "frister")} er overskredet, og {Danish.Number(upcoming)} "
        + $"forfalder {Period(days)}. Fristerne gælder {(children == 1 ? "1 barn" : Danish.Number(children) + " børn")}.";

    public static string Overdue(int count) => $"{Danish.Number(count)} over fristen";

    public static string AllOf(int count) => $"Vis alle {Danish.Number(count)}";

    public static string Upcoming(int count) => $"{Danish.Number(count)} på vej";

    public static string Missed(int count) => $"{Danish.Number(count)} ikke nået";

    public static string Compliance(int onTime, int due) =>
        $"{Danish.Number(Math.Round(100.0 * onTime / due, MidpointRounding.AwayFromZero), 0)} % til tiden";

    public static string ComplianceTitle(int onTime, int due, DateOnly a, DateOnly b) =>
        $"{Danish.Number(onTime)} af {Danish.Number(due)} krav, der forfaldt fra {Danish.Long(a)} til {Danish.Long(b)}, blev opfyldt til tiden.";

    public const string NoCompliance = "ingen forfaldt det seneste år";

    public static string Caption(string group) => "Frister: " + group;

    public static string NotUnderstood(string expected) =>
        $"Noget i linket kunne ikke læses, så det er sprunget over. Der skulle stå {expected}. Vælg det igen herunder.";

    public const string TeamExpected = "et team på listen";
    public const string AheadExpected = "7, 30 eller 90";
    public const string GroupExpected = "krav, rådgiver eller barn";
    public static readonly SheetColumn[] Columns =
    [
        new(Due, ColumnKind.Day),
        new(Child, Width: 26),
        new("Alder", Width: 9),
        new(Step, Width: 7),
        new(Requirement, Width: 34),
        new("Lov eller model"),
        new("Paragraf", Width: 24),
        new("Tilstand"),
        new(Caseworker, Width: 26),
        new(Fulfils, Width: 46),
    ];

    public static string State(bool overdue) => overdue ? "overskredet" : "på vej";

    public const string Law = "lov";
    public const string Model = "model";
}
