using System.CommandLine;
using System.Text;
using Spor.Cli;

Console.OutputEncoding = new UTF8Encoding(false);
var root = new RootCommand("Spor: styr og følg arbejdet med udsatte børn og familier efter Sverigesmodellen.")
{
    FiguresCommand.Make(),
    ImportCommand.Make(),
    CheckCommand.Make(),
    MapCommand.Make(),
    DemoCommand.Make(),
    ServeCommand.Make(),
    BackupCommand.Make(),
    RestoreCommand.Make(),
    MoveCommand.Make(),
    MunicipalityCommand.Make(),
    ReplayCommand.Make(),
    LogCommand.Make(),
    CheckpointCommand.Make(),
    KeysCommand.Make(),
    EraseCommand.Make(),
    CopyCommand.Make(),
    ExtractCommand.Make(),
    ResearchCommand.Make(),
    ExportCommand.Make(),
};
DanishHelp.Use(root);
return root.Parse(args).Invoke();
