namespace Spor.Web.Notes;

static class Text
{
    public static string Title(string child) => $"Notat om {child}";
    public const string Lede = "Skriv, hvad der skete, mens det er frisk. Et notat rettes ikke bagefter; en fejl rettes med et nyt notat.";
    public const string On = "Hvornår skete det?";
    public const string Kind = "Hvad var det?";
    public const string Heading = "Overskrift";
    public const string Body = "Hvad skete der?";
    public const string Corrects = "Notatet retter et tidligere notat. Det gamle bliver stående.";
    public const string Save = "Gem notatet";
}
