using Spor.Exchange.Import;
using Spor.Kernel;

namespace Spor.Web.Exchange.Import;

static class Text
{
    public const string Title = "Import";
    public const string Lede =
        "Læs et udtræk ind fra det system, kommunen bruger i dag. Intet skrives i Spor, før du har set, hvad der vil ske. "
        + "Filerne slettes igen inden for 24 timer.";
    public const string UploadTitle = "Nyt udtræk";
    public const string FileLabel = "Filer";
    public const string FileHint =
        "En .zip, en .xlsx eller flere .csv-filer på én gang, højst 1 GB. Har filerne fremmede navne, foreslår Spor, hvordan de læses. "
        + "Har I en kortlægning.json, så tag den med.";
    public const string DayLabel = "Dagen, udtrækket beskriver";
    public const string DayHint = "Kun hvis kommune.csv ikke er med. Skriv den som 31-01-2026.";
    public const string UploadButton = "Læs filerne, og se, hvad der vil ske";
    public const string FormatLink = "Se, hvilke filer og kolonner et udtræk har";
    public const string EarlierTitle = "Tidligere importer";
    public const string NoneYet = "Der er ikke læst noget ind endnu.";
    public const string NoFile = "Vælg mindst én fil, der ikke er tom.";

    public static string WrongKind(string name) => $"»{name}« kan ikke læses. Vælg .csv, .zip eller .xlsx.";

    public static string SameName(string name) => $"Der er to filer, der hedder »{name}«. Vælg kun den ene.";

    public static string NotADay(string typed) => $"»{typed}« er ikke en dato. Skriv den som 31-01-2026.";

    public static string OutsideKey(IReadOnlyList<string> may, IReadOnlyList<string> came) =>
        $"Nøglen må kun levere {string.Join(", ", may)}, men leverancen har også {string.Join(", ", came)}. Intet af den kan tages ind.";

    public const string OwnFault = "Fejlen er i Spor, ikke i udtrækket. Intet er gemt, og databasen er, som den var.";

    public const string ReadingTitle = "Læser udtrækket";

    public static string Reading(long rows, string file) =>
        rows == 0 ? "Begynder …" : $"{Danish.Number(rows)} rækker læst. Er nu ved {(file.Length > 0 ? file : "at sammenligne")}.";

    public const string WritingTitle = "Gemmer";

    public static string Writing(int written, int of) =>
        of == 0 ? "Begynder …" : $"{Danish.Number(written)} af {Danish.Number(of)} indførsler.";

    public const string Waits = "Siden henter sig selv igen. Du kan lukke den imens og komme tilbage.";
    public const string FailedTitle = "Det gik ikke";
    public const string DoneTitle = "Udtrækket er gemt";
    public const string SameTitle = "Intet er ændret";
    public const string Same = "Udtrækket er det samme som sidst. Intet er ændret.";

    public static string Done(long events, long? first, long? last, bool takesBack = false) =>
        (events == 1 ? "1 hændelse er" : Danish.Number(events) + " hændelser er")
        + $" skrevet som registrering nr. {Danish.Number(first ?? 0)}{(first == last ? "" : " til " + Danish.Number(last ?? 0))}."
        + (takesBack ? " Det, Spor vidste før den import, gælder igen." : " De uploadede filer er slettet.");

    public const string TakeBackLink = "Tag den seneste import tilbage";
    public const string TakeBackTitle = "Tag den seneste import tilbage";
    public const string TakeBackLede =
        "Alt, hvad importen ændrede, bliver, som det var før den. Intet slettes: journalen viser stadig, hvad man vidste imens.";
    public const string NothingToTakeBack = "Der er ingen import, der kan tages tilbage.";
    public const string TakingBackTitle = "Tager importen tilbage";
    public const string TakenBackTitle = "Importen er taget tilbage";
    public const string TakesBackThat = "tog den forrige import tilbage";
    public const string IsTakenBack = "taget tilbage";
    public const string StandsOnIt = "Der er kommet noget, der bygger på importen. Intet er ændret. Åbn siden igen, og se hvad.";
    public const string LookAgain = "Der er sket noget, siden siden blev vist. Se, hvad der står nu.";
    public const string TickTakeBack = "Sæt kryds ved, at du har set, hvad der sker.";
    public const string TakeBackCheck = "Jeg har set, hvad der sker";
    public const string TakeBackButton = "Tag importen tilbage";
    public const string WhatHappens = "Det vil ske";
    public const string StandsInTheWay = "Importen kan ikke tages tilbage";

    public static string TakeBackOf(DateTime utc, string by, DateOnly describes) =>
        $"Læst ind {DanishCalendar.Local(utc).ToString("d. MMMM yyyy 'kl.' HH.mm", Danish.Culture)} af {by}. Beskriver {Danish.Long(describes)}.";

    public static IReadOnlyList<string> TakeBackDoes(int fresh, int changed, int gone) =>
        [
            $"{Danish.Number(fresh)} {(fresh == 1 ? "ny oplysning trækkes" : "nye oplysninger trækkes")} tilbage.",
            $"{Danish.Number(changed)} {(changed == 1 ? "ændret oplysning bliver, som den var" : "ændrede oplysninger bliver, som de var")}.",
            $"{Danish.Number(gone)} {(gone == 1 ? "oplysning, importen trak tilbage, er" : "oplysninger, importen trak tilbage, er")} der igen.",
        ];

    public const string BuiltOnNote =
        "Noget, der er kommet senere, bygger på den. Træk det tilbage først, eller læs et rettet udtræk ind: Spor skriver kun forskellen.";

    public static string BuiltOn(Spor.Storage.Exchange.BuiltOn b) =>
        $"{Danish.Number(b.Count)} {(b.Count == 1 ? b.Kind.One : b.Kind.Many)}, fra registrering nr. {Danish.Number(b.FirstNo)}";

    public const string SeeLadder = "Se indsatstrappen";
    public const string SeeChildren = "Se børnene";
    public const string Another = "Læs et andet udtræk ind";

    public const string PreviewTitle = "Det vil ske";

    public static string PreviewLede(DateOnly? day, string? name) =>
        $"{name ?? "Udtrækket"}{(day is { } d ? ", " + Danish.Long(d) : "")}. Intet er skrevet i Spor endnu.";

    public const string ProblemsTitle = "Fejl og advarsler";

    public static string ProblemCount(int errors, int warnings) =>
        (errors, warnings) switch
        {
            (0, 0) => "Ingen fejl og ingen advarsler.",
            (0, _) => $"Ingen fejl. {Warnings(warnings)}, som ikke stopper importen.",
            (1, _) => $"1 fejl, {Warnings(warnings)}.",
            _ => $"{Danish.Number(errors)} fejl, {Warnings(warnings)}.",
        };

    static string Warnings(int n) => n == 1 ? "1 advarsel" : $"{Danish.Number(n)} advarsler";

    public static string ShowingFirst(int shown, int all) =>
        $"Viser de første {Danish.Number(shown)} af {Danish.Number(all)}. Hele listen er i CSV-filen.";

    public static string MoreAlike(int more, string file) => $"… og {Danish.Number(more)} som dem i {file}";

    public const string MappingTitle = "Kortlægning";
    public const string MappingLabel = "Sådan bliver filerne til Spors";
    public const string MappingHint =
        "Ret den, og læs filerne igen. Den gemmes sammen med udtrækket og foreslås næste gang. Guiden »Skriv en kortlægning« siger, hvad den kan.";

    public static string MappingTooLong(int length) =>
        $"Kortlægningen er på {Danish.Number(length)} tegn og er for lang til at rette her. Ret filen kortlægning.json, og læs filerne ind igen.";

    public const string MappingProposed =
        "Filerne har fremmede navne, så her er et forslag. Hvert ? skal blive til en af Spors værdier. Ret det, og læs filerne igen.";
    public const string MappingSaved = "Sådan blev det seneste udtræk læst. Passer det stadig, så læs filerne med det.";
    public const string StillUnmapped = "Det, forslaget ikke kunne afgøre";
    public const string SampleTitle = "De første rækker før og efter";
    public static readonly string SampleNote =
        $"De første {MappingSample.Rows} rækker af hver fil: først som de står i filen, så som de bliver i Spor med kortlægningen herover. "
        + "Det, der ikke kan læses endnu, er mærket.";

    public static string SampleOf(SampleTable t) => $"{t.Name}: {(t.MadeOf is null ? t.File : "laves af " + t.MadeOf)}";

    public const string SampleBefore = "Som i filen";
    public const string SampleAfter = "Som det bliver i Spor";

    public static string SampleMade(string of) =>
        $"Rækkerne er ikke i en fil, men laves af rækkerne i {of}. Her er de lavet af de første {Danish.Number(MappingSample.RowsMadeOf)}.";

    public const string SampleNoRows = "Der er ingen rækker at vise.";
    public const string SampleNeedsYou = "mangler noget";

    public const string MappingButton = "Læs filerne igen med denne kortlægning";
    public const string WindowLabel = "Udtrækket dækker kun fra";
    public const string WindowHint =
        "Kun hvis det er et stykke tid, som et år. Skriv den som 31-01-2026. Rækker, der sluttede før, er så ikke forsvundet.";

    public const string CsvLink = "Hent hele listen som CSV";
    public const string Error = "Fejl";
    public const string Warning = "Advarsel";
    public const string OnlyErrors = "Kun fejl";
    public const string OnlyWarnings = "Kun advarsler";
    public const string All = "Alle";
    public const string ErrorsLeft = "Så længe der er fejl, gemmes intet. Ret dem i kilden, og læs udtrækket ind igen.";
    public const string ErrorsLeftMapping =
        "Så længe der er fejl, gemmes intet. Ret kortlægningen, og læs filerne igen, eller ret dem i kilden.";
    public const string ToMapping = "Gå til kortlægningen";
    public const string FileFault = "En fil eller en kolonne mangler, eller kortlægningen er ikke færdig. Det kan ikke lægges til side.";
    public const string AsideTitle = "Eller læg rækkerne til side";

    public static string AsideExplain(int rows) =>
        $"{(rows == 1 ? "1 række har fejl" : Danish.Number(rows) + " rækker har fejl")}. Lægger du dem til side, kommer de ikke "
        + $"med. Det gør de oplysninger, der hører til dem, heller ikke. Det, Spor vidste i forvejen, ændres ikke. Valget gemmes "
        + $"med importen og vises ved tallene.";

    public const string AsideCheck = "Jeg har set listen igennem";
    public const string AsideButton = "Læg rækkerne til side";
    public const string ReadTheListFirst = "Sæt kryds ved, at du har set listen igennem.";

    public static string AsideDone(int rows) =>
        rows == 1
            ? "1 række er lagt til side sammen med de oplysninger, der hører til rækken."
            : $"{Danish.Number(rows)} rækker er lagt til side sammen med de oplysninger, der hører til rækkerne.";

    public const string Ignored = "Ikke læst";

    public const string File = "Fil";
    public const string Line = "Linje";
    public const string Column = "Kolonne";
    public const string Value = "Værdi";
    public const string Severity = "Alvor";
    public const string Expected = "Forventet";
    public const string Rows = "Rækker";
    public const string New = "Nye";
    public const string Changed = "Ændrede";
    public const string Unchanged = "Uændrede";
    public const string SetAside = "Til side";
    public const string VanishedHead = "Forsvundet";
    public const string ConflictsHead = "Konflikter";
    public const string Compare = "Sammenlignet med det, Spor ved";

    public const string VanishedTitle = "Forsvundet fra udtrækket";
    public const string VanishedExplain =
        "Rækkerne stod i et tidligere udtræk, men ikke i dette. De bliver stående, medmindre du trækker dem tilbage.";
    public const string WithdrawAll = "Træk alle forsvundne rækker tilbage";

    public static string Withdraw(string table, string key) => $"Træk {key} i {table} tilbage";

    public const string ConflictsTitle = "Ændret begge steder";
    public const string ConflictsExplain = "Rækkerne er ændret både i kilden og i Spor. Spors værdi står, medmindre du tager kildens.";

    public static string TakeSource(string table, string key) => $"Tag kildens værdi for {key} i {table}";

    public const string Store = "Gem udtrækket";
    public const string Regret = "Fortryd";
    public const string NothingToStore = "Udtrækket er det samme som sidst. Der er intet at gemme.";

    public const string EarlierAt = "Læst ind";
    public const string EarlierDay = "Beskriver";
    public const string EarlierBy = "Af";
    public const string EarlierNos = "Journal nr.";

    public const string FormatTitle = "Et udtræks filer og kolonner";
    public const string FormatLede =
        "En mappe, en zip eller et regneark med et ark pr. fil. Kolonnerne må stå i vilkårlig rækkefølge. En stjerne (*) betyder, at "
        + "kolonnen skal være der.";
    public const string FormatRules =
        "Felter skilles med semikolon. Datoer skrives 2026-01-31 eller 31-01-2026, tidspunkter 2026-01-31T14:20 dansk tid. En "
        + "periodes slutdato er den sidste dag med. Komma eller punktum er decimaltegn, og der er ingen tusindtalsprik.";
    public const string RequiredFile = "skal være med første gang";
    public const string OptionalFile = "kan udelades";
}
