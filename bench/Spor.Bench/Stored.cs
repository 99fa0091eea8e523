using Spor.Children;
using Spor.Facts;
using Spor.Figures;
using Spor.Kernel;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Storage.Journal;

namespace Spor.Bench;

/// <summary>What is read from a database that an import has filled.</summary>
static class Stored
{
    public static int ColdStart(string data, string[] args)
    {
        Measured.Machine();
        var runs = new List<Dictionary<string, double>>();
        for (var i = 0; i < Measured.RunsOf(args); i++)
            runs.Add(Measured.InOwnProcess(["coldstart", data, .. args]));
        Measured.Table(runs);
        return 0;
    }

    public static Dictionary<string, double> ColdStartOnce(string data, string? postgres)
    {
        Dictionary<string, double> figures = [];
        Database database = null!;
        figures["open s"] = Measured.Seconds(() => database = Database.Open(postgres, data));
        using var closing = database;
        Register register = null!;
        figures["load s"] = Measured.Seconds(() => register = RegisterLoader.Load(database));
        var day = register.Municipality!.ExtractDay;
        Overview overview = null!;
        figures["overview s"] = Measured.Seconds(() => overview = Overview.Of(register, day));
        figures["timeline s"] = Measured.Seconds(() =>
            KeyFigures.EngineOf(register, day).Ask(KeyFigures.All, [new(day.AddMonths(-12), day)])
        );
        figures["peak MB"] = Measured.PeakMb();
        GC.Collect();
        figures["held MB"] = GC.GetTotalMemory(true) / 1048576.0;
        figures["children"] = overview.Children.Count;
        GC.KeepAlive(register);
        return figures;
    }

    public static int Refresh(string data, string[] args)
    {
        Measured.Machine();
        using var database = Database.Open(Measured.Option(args, "--postgres"), data);
        var municipality = new Municipality(database);
        var (register, day) = (municipality.Current.Register, municipality.Current.Day);
        _ = municipality.Current.Overview;
        Console.WriteLine($"{register.Children.Count} children at entry {register.EntryNo}");
        var runs = new List<Dictionary<string, double>>();
        for (var i = -3; i < Measured.Runs; i++)
        {
            var child = register.Children[Math.Abs(i) * register.Children.Count / 7];
            var write = Measured.Seconds(() =>
                database.Journal.Act(
                    new Intent("bench", "bench", child.Id),
                    (_, ids) =>
                        new Recorded(
                            FactKinds.Case,
                            new CaseFact
                            {
                                Id = ids.Next(),
                                ChildId = child.Id,
                                OpenedOn = day,
                            }
                        )
                )
            );
            var read = Measured.Seconds(() => register = municipality.Current.Register);
            var warm = Measured.Seconds(() => _ = municipality.Current.Overview);
            if (i >= 0)
                runs.Add(
                    new()
                    {
                        ["write ms"] = write * 1000,
                        ["register ms"] = read * 1000,
                        ["overview ms"] = warm * 1000,
                        ["refresh ms"] = (read + warm) * 1000,
                    }
                );
        }
        Measured.Table(runs);
        return 0;
    }
}
