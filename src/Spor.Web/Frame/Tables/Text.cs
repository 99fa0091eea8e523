using Spor.Kernel;

namespace Spor.Web.Frame.Tables;

static class Text
{
    public const string Fetch = "Hent tabellen:";

    public static string FetchNamed(string title) => $"Hent »{title}«:";

    public const string FetchAll = "Hent alle sidens tabeller som Excel";
    public const string Csv = "CSV";
    public const string Excel = "Excel";

    public static string CsvLabel(string table) => $"Hent »{table}« som CSV";

    public static string ExcelLabel(string table) => $"Hent »{table}« som Excel";

    public static string About(string page, DateOnly day, long entry) =>
        $"{page}, hentet fra Spor. Tallene er pr. {Danish.Long(day)}, som de var kendt ved registrering nr. {Danish.Number(entry)}.";
}
