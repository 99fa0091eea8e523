using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spor.Facts;
using Spor.Import;
using Spor.Insight;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;
using Spor.Requirements;
using Spor.Storage;

namespace Spor.Cli;

/// <summary>Prints the key figures of a folder, with nothing kept, or of a database.</summary>
static class FiguresCommand
{
    public static Command Make()
    {
        var folder = new Argument<string?>("udtræk") { Description = "En mappe, en zip eller en .xlsx i importformatet.", Arity = ArgumentArity.ZeroOrOne };
        var at = Options.Day("--at", "Dagen, tallene gælder. Ellers den dag, udtrækket beskriver.");
        var baseline = Options.Day("--baseline", "Dagen, der sammenlignes med. Ellers et år før.");
        var json = new Option<bool>("--json") { Description = "Skriv JSON, og intet andet." };
        var database = Options.Database();
        var data = Options.Data();
        var command = new Command("figures", "Nøgletal for et udtræk eller en database.") { folder, at, baseline, json, database, data };
        command.SetAction(parse => Options.Run(() =>
        {
            var path = parse.GetValue(folder);
            var register = path is not null ? FromExtract(path, parse.GetValue(at)) : FromDatabase(parse.GetValue(database), parse.GetValue(data)!);
            var day = parse.GetValue(at) ?? register.Municipality?.ExtractDay ?? throw new StoppedException("Skriv, hvilken dag tallene skal gælde: --at 2026-10-31");
            var figures = Figures.Of(register, day, parse.GetValue(baseline) ?? day.AddYears(-1));
            if (parse.GetValue(json)) WriteJson(figures); else WriteTable(figures);
            return 0;
        }));
        return command;
    }

    static Register FromExtract(string path, DateOnly? day)
    {
        using var source = ExtractSource.At(path);
        // Nothing is kept, so any key will do.
        var extract = Import.Extract.Read(source, new NothingKnown(), new SourceHash(new byte[32]), day, mapping: Mapping.Read(source));
        if (extract.HasErrors)
        {
            ProblemTable.Write(extract, Console.Error);
            throw new StoppedException("Udtrækket har fejl, så der er ingen tal.");
        }
        return extract.ToRegister();
    }

    static Register FromDatabase(string? spec, string data)
    {
        if (!Database.Exists(spec, data)) throw new StoppedException($"Der er ingen database i {spec ?? data}. Læs et udtræk ind først: ./spor import MAPPE");
        using var database = Database.Open(spec, data);
        return RegisterLoader.Load(database);
    }

    static void WriteJson(Figures figures)
    {
        using var output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) figures.WriteJson(json);
        output.Write("\n"u8);
    }

    static void WriteTable(Figures f)
    {
        var o = Console.Out;
        void Line(string name, string now, string before = "") => o.WriteLine($"  {name,-52}{now,14}{before,14}");
        string One(double? v) => v is { } x ? Danish.Number(x, 1) : "–";
        o.WriteLine($"{f.Register.Municipality?.Name ?? "Kommunen"}, {Danish.Long(f.Day)}, sammenlignet med {Danish.Long(f.Baseline)}");
        o.WriteLine();
        Line("", "nu", "baseline");
        Line("Aktive sager", Danish.Number(f.Caseload.ActiveCases), Danish.Number(f.CaseloadBaseline.ActiveCases));
        Line("Rådgiverårsværk", Danish.Number(f.Caseload.Fte, 2), Danish.Number(f.CaseloadBaseline.Fte, 2));
        Line("Børn pr. årsværk", One(f.Caseload.PerFte), One(f.CaseloadBaseline.PerFte));
        foreach (var t in f.Caseload.Teams) Line("  " + t.Name + (t.Ceiling is { } c ? $" (loft {Danish.Number(c, 0)})" : ""), One(t.PerFte));
        Line("Sager uden rådgiver", Danish.Number(f.Caseload.UnassignedCases));
        o.WriteLine();
        o.WriteLine("Indsatstrappen");
        for (var s = 1; s < Ladder.Steps; s++) Line($"  Trin {s}", Danish.Number(f.LadderNow[s]), Danish.Number(f.LadderBaseline[s]));
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
        for (var s = 2; s < Ladder.Steps; s++) Line($"  Trin {s}", Danish.Kroner(f.PreviousMonth.OreByStep[s]));
        Line("  Indsatser uden pris (ikke talt med)", Danish.Number(f.PreviousMonth.WithoutPrice.Count));
        o.WriteLine();
        o.WriteLine("Krav");
        o.WriteLine($"  {"",-52}{"til tiden",14}{"ikke opfyldt",14}");
        foreach (var rule in Codes<Rule>.All.Where(r => r != Rule.CaseCurrent))
            Line("  " + NationalLaw.Of(rule, f.Day).Title, $"{f.Compliance[(int)rule].OnTime} af {f.Compliance[(int)rule].Due}", Danish.Number(f.Unmet[(int)rule]));
        o.WriteLine();
        Line("Underretninger siden baseline", Danish.Number(f.Notifications.Count));
        Line("  om så mange børn", Danish.Number(f.Notifications.Children));
        foreach (var (notifier, count) in f.Notifications.ByNotifier.OrderByDescending(n => n.Value)) Line("  " + notifier.Danish(), Danish.Number(count));
        Line("Netværksrådslagninger tilbudt / ja / holdt", $"{f.Conferences.Offered} / {f.Conferences.Accepted} / {f.Conferences.Held}");
        Line("Rådgivere holdt op", Danish.Number(f.Turnover.Left));
    }
}
