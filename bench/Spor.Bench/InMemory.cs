using System.Globalization;
using Spor.Exchange.Import;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Recovery;
using Spor.Requirements;
using Spor.Workforce;

namespace Spor.Bench;

/// <summary>What is computed from a register in memory: no database. One run first that does not count, for the compiler.</summary>
static class InMemory
{
    internal static Register Read(string dir, out DateOnly day)
    {
        Measured.Machine();
        using var source = ExtractSource.At(dir);
        var extract = Extract.Read(source, new NothingKnown(), new SourceHash(new byte[32]));
        day = extract.Day!.Value;
        var register = extract.ToRegister();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"extract: {dir}, {extract.Rows:N0} rows, {register.Children.Count:N0} children, at {day:yyyy-MM-dd}"
            )
        );
        return register;
    }

    public static int Requirements(string dir)
    {
        var register = Read(dir, out var day);
        List<Requirement> found = [];
        var runs = new List<Dictionary<string, double>>();
        for (var i = -1; i < Measured.Runs; i++)
        {
            GC.Collect();
            var before = GC.GetTotalAllocatedBytes(true);
            var seconds = Measured.Seconds(() => found = Derive.All(register, day));
            if (i >= 0)
                runs.Add(new() { ["all s"] = seconds, ["allocated MB"] = (GC.GetTotalAllocatedBytes(true) - before) / 1048576.0 });
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found.Count:N0} requirements"));
        Measured.Table(runs);
        return 0;
    }

    /// <summary>The scan of all active cases for recovery from nothing, with who has each; and again when nothing has changed.</summary>
    public static int Scan(string dir)
    {
        var register = Read(dir, out var day);
        var scan = RecoveryScan.Of(register, day);
        var runs = new List<Dictionary<string, double>>();
        for (var i = -1; i < Measured.Runs; i++)
        {
            GC.Collect();
            var whole = Measured.Seconds(() => scan = RecoveryScan.Of(register, day));
            var whose = Measured.Seconds(() => _ = scan.WhoHave);
            var again = Measured.Seconds(() => _ = RecoveryScan.Of(register, day, scan));
            if (i >= 0)
                runs.Add(
                    new()
                    {
                        ["scan s"] = whole,
                        ["who has each s"] = whose,
                        ["again s"] = again,
                    }
                );
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{scan.Cases.Count:N0} active cases"));
        Measured.Table(runs);
        return 0;
    }

    static readonly IReadOnlyList<Figure> MonthEndFigures =
    [
        LadderFigures.OnLadder,
        LadderFigures.Movements,
        CaseFigures.ActiveCases,
        CaseFigures.ChildrenWithCase,
        CaseFigures.Unassigned,
        WorkforceFigures.CaseloadPerFte,
    ];

    public static int MonthEnds(string dir)
    {
        var register = Read(dir, out var day);
        var days = Enumerable
            .Range(1, 119)
            .Select(i => new DateOnly(day.Year, day.Month, 1).AddMonths(i - 119).AddDays(-1))
            .Append(day)
            .ToList();
        var runs = new List<Dictionary<string, double>>();
        for (var i = -1; i < Measured.Runs; i++)
        {
            FigureEngine timeline = null!;
            GC.Collect();
            var build = Measured.Seconds(() => timeline = FigureEngine.Of(MonthEndFigures, register, day));
            var at = Measured.Seconds(() =>
                timeline.Ask(MonthEndFigures, [.. days.Select((d, n) => new FigurePeriod(n == 0 ? d : days[n - 1], d))])
            );
            if (i >= 0)
                runs.Add(new() { ["build s"] = build, ["month-ends s"] = at });
        }
        Console.WriteLine($"{days.Count} days, {days[0]:yyyy-MM-dd} to {days[^1]:yyyy-MM-dd}");
        Measured.Table(runs);
        return 0;
    }

    /// <summary>What the Monday page asks for: every figure every month from the first case, and two periods to compare; for everybody and
    /// for a group.</summary>
    public static int Figures(string dir)
    {
        var register = Read(dir, out var day);
        GC.Collect();
        var memory = GC.GetTotalMemory(true);
        FigureEngine columns = null!;
        var runs = new List<Dictionary<string, double>>();
        for (var i = -2; i < Measured.Runs; i++)
        {
            columns = null!;
            GC.Collect();
            var build = Measured.Seconds(() => columns = KeyFigures.EngineOf(register, day));
            var months = columns.Months(day);
            var history = Measured.Seconds(() => _ = columns.Ask(KeyFigures.All, months).Figures);
            double Page(Group filter) =>
                Measured.Seconds(() =>
                {
                    _ = columns.Ask(KeyFigures.All, months, filter).Figures;
                    _ = columns.Ask(KeyFigures.All, [new(day.AddMonths(-12), day)], filter).Figures;
                    _ = columns.Ask(KeyFigures.All, [new(day.AddMonths(-24), day.AddMonths(-12))], filter).Figures;
                });
            var everybody = Page(Group.None);
            var team = Page(new(TeamId: register.Teams[0].TeamId));
            var age = Page(new(Age: AgeGroup.From14To17));
            var files = register.Children.ToArray();
            files[files.Length / 2] = ChildFile.Build(
                files[files.Length / 2].Child,
                [.. files[files.Length / 2].Cases, .. files[files.Length / 2].Interventions]
            );
            var corrected = new Register
            {
                Catalogue = register.Catalogue,
                Teams = register.Teams,
                Districts = register.Districts,
                Employments = register.Employments,
                Children = files,
                EntryNo = 1,
            };
            var again = Measured.Seconds(() => KeyFigures.EngineOf(corrected, day, columns));
            if (i >= 0)
                runs.Add(
                    new()
                    {
                        ["build s"] = build,
                        ["history s"] = history,
                        ["page s"] = everybody,
                        ["team s"] = team,
                        ["age s"] = age,
                        ["after an entry s"] = again,
                    }
                );
            if (i < Measured.Runs - 1)
                continue;
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{months.Count} months from {months[0].From:yyyy-MM-dd}; "
                        + $"{columns.Ask(KeyFigures.All, months).Figures[^1].Count} values a month; register {memory / 1048576.0:0} "
                        + $"MB, with the columns {GC.GetTotalMemory(true) / 1048576.0:0} MB"
                )
            );
        }
        Measured.Table(runs);
        GC.KeepAlive(columns);
        return 0;
    }
}
