using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spor.Economy;
using Spor.Exchange.Import;
using Spor.Facts;
using Spor.Insight;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Recovery;
using Spor.Reports;
using Spor.Requirements;
using Spor.Storage;
using Spor.Storage.Facts;

namespace Spor.Cli;

/// <summary>Prints the key figures of a folder, with nothing kept, or of a database.</summary>
static class FiguresCommand
{
    public static Command Make()
    {
        var folder = new Argument<string?>("udtræk")
        {
            Description = "En mappe, en zip eller en .xlsx i importformatet.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var at = Options.Day("--at", "Dagen, tallene gælder. Ellers den dag, udtrækket beskriver.");
        at.Aliases.Add("--day");
        var baseline = new Option<string?>("--baseline")
        {
            Description = "Dagen, der sammenlignes med, eller navnet på en basislinje i databasen. Ellers et år før.",
        };
        var entry = new Option<long?>("--entry") { Description = "Tallene, som databasen kendte dem ved dette nummer i journalen." };
        var all = new Option<bool>("--all")
        {
            Description = "Skriv alle nøgletal, som siderne viser dem; med en basislinje også, som de var kendt dengang.",
        };
        var set = new Option<string?>("--set") { Description = "Et andet sæt tal: »recovery« eller »money«. Skrives som JSON." };
        var refund = new Option<string?>("--refund")
        {
            Description = "Grænser for dyre sager som procent:kroner, fx 25:950000,50:1770000. Ellers et regneeksempel, som ikke er noget års satser.",
        };
        var json = new Option<bool>("--json") { Description = "Skriv JSON, og intet andet." };
        var database = Options.Database();
        var data = Options.Data();
        var command = new Command("figures", "Nøgletal for et udtræk eller en database.")
        {
            folder,
            at,
            baseline,
            entry,
            all,
            set,
            refund,
            json,
            database,
            data,
        };
        command.SetAction(parse =>
            Options.Run(() =>
            {
                var path = parse.GetValue(folder);
                if (path is not null && parse.GetValue(entry) is not null)
                    throw new StoppedException("--entry bruges med en database, ikke med et udtræk.");
                var (register, kept, then) = path is not null
                    ? (FromExtract(path, parse.GetValue(at)), null, null)
                    : FromDatabase(
                        parse.GetValue(database),
                        parse.GetValue(data)!,
                        parse.GetValue(entry),
                        parse.GetValue(baseline),
                        parse.GetValue(all)
                    );
                var day =
                    parse.GetValue(at)
                    ?? register.Municipality?.ExtractDay
                    ?? throw new StoppedException("Skriv, hvilken dag tallene skal gælde: --at 2026-10-31");
                var before = kept?.Day ?? (parse.GetValue(baseline) is { } typed ? DayOf(typed) : day.AddYears(-1));
                if (parse.GetValue(all))
                {
                    WriteAll(register, then, day, kept?.Day);
                    return 0;
                }
                if (parse.GetValue(set) is { } chosen)
                {
                    var limits = Thresholds(parse.GetValue(refund));
                    switch (chosen)
                    {
                        case "recovery":
                            WriteJson(json => RecoveryFigures.Of(register, day, before).WriteJson(json, register));
                            break;
                        case "money":
                            WriteJson(json => MoneyFigures.Of(register, day, before, limits).WriteTo(json));
                            break;
                        default:
                            throw new StoppedException($"Der er ikke et sæt tal, der hedder »{chosen}«. Der er: money og recovery.");
                    }
                    return 0;
                }
                var figures = Figures.Of(register, day, before);
                if (parse.GetValue(json))
                    WriteJson(figures.WriteJson);
                else
                    WriteTable(figures);
                return 0;
            })
        );
        return command;
    }

    static Register FromExtract(string path, DateOnly? day)
    {
        using var source = ExtractSource.At(path);
        // Nothing is kept, so any key will do.
        var extract = Spor.Exchange.Import.Extract.Read(
            source,
            new NothingKnown(),
            new SourceHash(new byte[32]),
            day,
            mapping: Mapping.Read(source)
        );
        if (extract.HasErrors)
        {
            ProblemTable.Write(extract, Console.Error);
            throw new StoppedException("Udtrækket har fejl, så der er ingen tal.");
        }
        return extract.ToRegister();
    }

    static List<Threshold>? Thresholds(string? typed) =>
        typed
            ?.Split(',')
            .Select(t =>
                t.Split(':') is [var percent, var kroner]
                && int.TryParse(percent, System.Globalization.CultureInfo.InvariantCulture, out var p)
                && long.TryParse(kroner, System.Globalization.CultureInfo.InvariantCulture, out var k)
                    ? new Threshold(p, k)
                    : throw new StoppedException($"»{t}« er ikke en grænse som 25:950000.")
            )
            .OrderBy(t => t.Kroner)
            .ToList();

    static DateOnly DayOf(string typed) =>
        DateOnly.TryParseExact(
            typed,
            ["yyyy-MM-dd", "dd-MM-yyyy"],
            System.Globalization.CultureInfo.InvariantCulture,
            System.Globalization.DateTimeStyles.None,
            out var day
        )
            ? day
            : throw new StoppedException($"»{typed}« er hverken en dato eller en basislinje i databasen.");

    /// <summary>The register, the kept baseline if one is named, and the register as it was known then if it is asked for.</summary>
    static (Register, BaselineFact?, Register?) FromDatabase(string? spec, string data, long? entry, string? baseline, bool withThen)
    {
        if (!Database.Exists(spec, data))
            throw new StoppedException($"Der er ingen database i {spec ?? data}. Læs et udtræk ind først: ./spor import MAPPE");
        using var database = Database.Open(spec, data);
        if (entry < 1 || entry > database.HeadNo)
            throw new StoppedException($"Journalen har ikke nr. {entry}. Det sidste er nr. {database.HeadNo}.");
        var kept = baseline is null
            ? null
            : StoredReports
                .Baselines(database)
                .FirstOrDefault(b => string.Equals(b.Fact.Name, baseline, StringComparison.OrdinalIgnoreCase))
                ?.Fact;
        return (
            RegisterLoader.Load(database, entry ?? database.HeadNo),
            kept,
            kept is not null && withThen ? RegisterLoader.Load(database, kept.EntryNo) : null
        );
    }

    /// <summary>Every key figure, by the function the pages use: period figures are of the twelve months up to the day.</summary>
    static void WriteAll(Register register, Register? then, DateOnly day, DateOnly? baselineDay)
    {
        var of = baselineDay ?? day;
        var from = of.AddMonths(-12).AddDays(1);
        var known = then is null ? [] : KeyFigures.Of(then, from, of).ToDictionary(f => (f.Of.Code, f.Part));
        Console.WriteLine(
            $"{register.Municipality?.Name ?? "Kommunen"}, {Danish.Long(of)}, journal nr. {Danish.Number(register.EntryNo)}"
                + (then is null ? "" : $", og som kendt ved nr. {Danish.Number(then.EntryNo)}")
        );
        Console.WriteLine($"Perioder er {Danish.Long(from)} til {Danish.Long(of)}.");
        foreach (var f in KeyFigures.Of(register, from, of).Where(f => f.Of != KeyFigures.Movements))
        {
            var was = then is null ? "" : Shown(known.GetValueOrDefault((f.Of.Code, f.Part)));
            Console.WriteLine($"  {(f.Part is null ? f.Of.Name : "  " + f.PartName), -52}{Shown(f), 16}{was, 16}");
        }

        static string Shown(KeyFigure? f) =>
            f?.Value is not { } v
                ? "–"
                : f.Of.Unit switch
                {
                    FigureUnit.Count => Danish.Number(v, 0),
                    FigureUnit.Share => Danish.Number(v, 0) + " %",
                    FigureUnit.FullYears => Danish.Number(v, 2),
                    FigureUnit.Ore => Danish.Number(v / 100, 0) + " kr.",
                    _ => Danish.Number(v, 1),
                };
    }

    static void WriteJson(Action<Utf8JsonWriter> write)
    {
        using var output = Console.OpenStandardOutput();
        using (
            var json = new Utf8JsonWriter(
                output,
                new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }
            )
        )
            write(json);
        output.Write("\n"u8);
    }

    static void WriteTable(Figures f)
    {
        var o = Console.Out;
        void Line(string name, string now, string before = "") => o.WriteLine($"  {name, -52}{now, 14}{before, 14}");
        string One(double? v) => v is { } x ? Danish.Number(x, 1) : "–";
        o.WriteLine($"{f.Register.Municipality?.Name ?? "Kommunen"}, {Danish.Long(f.Day)}, sammenlignet med {Danish.Long(f.Baseline)}");
        o.WriteLine();
        Line("", "nu", "baseline");
        Line("Aktive sager", Danish.Number(f.Caseload.ActiveCases), Danish.Number(f.CaseloadBaseline.ActiveCases));
        Line("Rådgiverårsværk", Danish.Number(f.Caseload.Fte, 2), Danish.Number(f.CaseloadBaseline.Fte, 2));
        Line("Børn pr. årsværk", One(f.Caseload.PerFte), One(f.CaseloadBaseline.PerFte));
        foreach (var t in f.Caseload.Teams)
            Line("  " + t.Name + (t.Ceiling is { } c ? $" (loft {Danish.Number(c, 0)})" : ""), One(t.PerFte));
        Line("Sager uden rådgiver", Danish.Number(f.Caseload.UnassignedCases));
        o.WriteLine();
        o.WriteLine("Indsatstrappen");
        for (var s = 1; s < Ladder.Steps; s++)
            Line($"  Trin {s}", Danish.Number(f.LadderNow[s]), Danish.Number(f.LadderBaseline[s]));
        Line("Ned ad trappen", Danish.Number(Ladder.Down(f.Movements)));
        Line("Op ad trappen", Danish.Number(Ladder.Up(f.Movements)));
        o.WriteLine();
        o.WriteLine("Anbringelser");
        Line("  Plejefamilie", Danish.Number(f.Mix.Foster));
        Line("  Institution", Danish.Number(f.Mix.Institution));
        Line("  Egen bolig eller efterskole", Danish.Number(f.Mix.Own));
        Line("  Andel i familie", f.Mix.FamilySharePercent is { } share ? share + " %" : "–");
        Line("  Nye anbringelser siden baseline", Danish.Number(f.NewPlacements));
        Line("  Måneder anbragt, gennemsnit", One(f.MonthsPlaced));
        Line("  Ikke anbragt et år efter", $"{f.NotPlacedAYearAfter.NotPlaced} af {f.NotPlacedAYearAfter.Before}");
        Line($"  Helårsanbringelser i {f.Day.Year - 1}", Danish.Number(f.FullYearLastYear, 2));
        o.WriteLine();
        o.WriteLine("Beregnede udgifter i måneden før");
        for (var s = 2; s < Ladder.Steps; s++)
            Line($"  Trin {s}", Danish.Kroner(f.PreviousMonth.OreByStep[s]));
        Line("  Indsatser uden pris (ikke talt med)", Danish.Number(f.PreviousMonth.WithoutPrice.Count));
        o.WriteLine();
        o.WriteLine("Krav");
        o.WriteLine($"  {"", -52}{"til tiden", 14}{"ikke opfyldt", 14}");
        foreach (var rule in Codes<Rule>.All.Where(r => r != Rule.CaseCurrent))
            Line(
                "  " + NationalLaw.Of(rule, f.Day).Title,
                $"{f.Compliance[(int)rule].OnTime} af {f.Compliance[(int)rule].Due}",
                Danish.Number(f.Unmet[(int)rule])
            );
        o.WriteLine();
        Line("Underretninger siden baseline", Danish.Number(f.Notifications.Count));
        Line("  om så mange børn", Danish.Number(f.Notifications.Children));
        foreach (var (notifier, count) in f.Notifications.ByNotifier.OrderByDescending(n => n.Value))
            Line("  " + notifier.Danish(), Danish.Number(count));
        Line("Netværksrådslagninger tilbudt / ja / holdt", $"{f.Conferences.Offered} / {f.Conferences.Accepted} / {f.Conferences.Held}");
        Line("  tilbudt / holdt i nye sager", $"{f.Conferences.InNewCases} / {f.Conferences.HeldInNewCases}");
        Line(
            "  plan godkendt / familiens egen tid / i stedet for",
            $"{f.Conferences.PlansApproved} / {f.Conferences.PrivateTime} / {f.Conferences.Replaced}"
        );
        Line("Rådgivere holdt op", Danish.Number(f.Turnover.Left));
    }
}
