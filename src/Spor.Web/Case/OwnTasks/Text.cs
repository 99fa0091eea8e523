namespace Spor.Web.Case.OwnTasks;

static class Text
{
    public const string Title = "Ny opgave";
    public const string Lede = "Opgaven står på din egen Min dag og i din kalender.";
    public const string BackToChild = "Tilbage til barnet";
    public const string BackToDay = "Tilbage til Min dag";
    public const string What = "Hvad skal du huske?";
    public const string NoNames = "Skriv ikke navne på børn her. Handler opgaven om et barn, så tilføj den fra barnets side.";
    public const string Due = "Hvilken dag?";
    public const string Save = "Gem opgaven";
    public const string Done = "Gjort";
    public const string Withdraw = "Fortryd";
    public const string Tag = "Opgave";
    public const string Untold = "(uden ord)";

    public static string LedeOf(string child) => $"Om {child}. Opgaven står på din Min dag, i din kalender og på barnets side.";

    public static string DoneOf(string what) => "Gjort: " + what;

    public static string WithdrawOf(string what) => "Fortryd: " + what;
}
