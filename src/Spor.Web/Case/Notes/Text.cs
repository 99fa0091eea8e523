namespace Spor.Web.Case.Notes;

static class Text
{
    public static string Title(string child) => $"Notat om {child}";

    public const string Lede = "Skriv, hvad der skete, mens det er frisk. Et notat rettes ikke bagefter. En fejl rettes med et nyt notat.";
    public const string On = "Hvornår skete det?";

    public static string More(DateOnly on) => $"Skete {Kernel.Danish.Long(on)}. Var det en anden dag, eller var andre til stede?";

    public const string At = "Kl.";
    public const string Present = "Hvem var til stede?";
    public const string PresentHint = "For eksempel mor og klasselæreren.";
    public const string Kind = "Hvad var det?";
    public const string Heading = "Overskrift";
    public const string Body = "Hvad skete der?";
    public const string Corrects = "Notatet retter et tidligere notat. Det gamle bliver stående.";
    public const string SearchTitle = "Søg i notater";
    public const string SearchLede = "Find et notat på de børn, du har adgang til. Alle ord skal være i notatet.";
    public const string SearchLabel = "Ord i notatet";
    public const string Search = "Søg";

    public static string Count(int total, int shown) =>
        total switch
        {
            0 => "Ingen notater har alle ordene.",
            1 => "1 notat",
            _ when total > shown => $"{Kernel.Danish.Number(total)} notater. Her er de {Kernel.Danish.Number(shown)} nyeste.",
            _ => $"{Kernel.Danish.Number(total)} notater",
        };

    public const string Save = "Gem notatet";
}
