using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Spor.Cli;

/// <summary>The library's own words of its help, in the language of everything else the command line says: it has none in Danish.</summary>
static class DanishHelp
{
    static readonly (string English, string Danish)[] Words =
    [
        ("Description:", "Beskrivelse:"),
        ("Usage:", "Sådan bruges det:"),
        ("Arguments:", "Argumenter:"),
        ("Options:", "Valg:"),
        ("Commands:", "Kommandoer:"),
        ("Show help and usage information", "Vis hjælp"),
        ("Show version information", "Vis versionen"),
        ("[options]", "[valg]"),
        ("[command]", "[kommando]"),
        ("(REQUIRED)", "(skal skrives)"),
        ("[default: ", "[ellers: "),
    ];

    public static void Use(RootCommand root)
    {
        foreach (var option in root.Options)
            if (option is HelpOption { Action: SynchronousCommandLineAction inner } help)
                help.Action = new InDanish(inner);
    }

    public static string Said(string help) =>
        Words.Aggregate(help, (text, w) => text.Replace(w.English, w.Danish, StringComparison.Ordinal));

    sealed class InDanish(SynchronousCommandLineAction inner) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parsed)
        {
            var output = parsed.InvocationConfiguration.Output;
            using var english = new StringWriter();
            parsed.InvocationConfiguration.Output = english;
            try
            {
                return inner.Invoke(parsed);
            }
            finally
            {
                parsed.InvocationConfiguration.Output = output;
                output.Write(Said(english.ToString()));
            }
        }
    }
}
