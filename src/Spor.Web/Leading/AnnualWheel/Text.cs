using Spor.Kernel;

namespace Spor.Web.Leading.AnnualWheel;

static class Text
{
    public const string Title = "Årshjul";
    public const string Lede =
        "Hvilken rapport skal til hvilket udvalg hvornår. Spor laver selv kladden i tide, når periodens tal er offentliggjort.";
    public const string ListTitle = "Rapporter, der skal afleveres";
    public const string ListCaption = "Årshjulets rækker, den tidligste først";
    public const string Empty = "Der er ingen rapporter i årshjulet endnu.";
    public const string Report = "Rapport";
    public const string Committee = "Udvalg";
    public const string Due = "Afleveres";
    public const string Period = "Periode";
    public const string DraftHead = "Kladde";
    public const string Edit = "Ret";

    public static string EditOf(string title, DateOnly due) => $"Ret {title}, {Danish.Long(due)}";

    public const string NewTitle = "Sæt en rapport i årshjulet";
    public const string EditTitle = "Ret rækken";
    public const string ReportHint = "For eksempel »Halvårsrapport«.";
    public const string CommitteeHint = "For eksempel »Børne- og ungdomsudvalget«.";
    public const string DueHint = "Den dag, sagen skal være klar. Skriv den som 31-10-2026.";
    public const string DaysBefore = "Kladden laves så mange dage før";
    public const string DaysHint = "Fra 0 til 180.";
    public const string Save = "Gem";
    public const string Cancel = "Fortryd";
    public const string Repeat = "Gentag et år senere";
    public const string Remove = "Fjern rækken";
    public const string MakeNow = "Lav kladden nu";
    public const string MoreTitle = "Mere";
    public const string Saved = "Årshjulet er gemt.";
    public const string WrongTitle = "Årshjulet er ikke gemt";

    public static string DraftFrom(DateOnly on) => $"laves {Danish.Long(on)}";

    /// <summary>Its day has come, and the program has not got to it yet.</summary>
    public static string DraftSince(DateOnly on) => $"skulle laves {Danish.Long(on)} og er ikke lavet endnu";

    public static string WaitsForPeriod(DateOnly to) => $"venter på, at perioden slutter {Danish.Long(to)}";

    public const string WaitsToBePublished = "venter på, at periodens tal bliver offentliggjort";

    public const string MissedDraft = "ikke lavet, dagen er gået";
    public const string Draft = "Kladde";
    public const string Final = "Færdig rapport";

    public static string NotANumber(string typed) => $"»{typed}« er ikke et antal dage.";
}
