using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spor.Economy;
using Spor.Exchange.Import;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Interventions;
using Spor.Investing;
using Spor.Kernel;
using Spor.Law;
using Spor.Notifications;
using Spor.Recovery;
using Spor.Reports;
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
        var entry = new Option<long?>("--entry") { Description = "Tallene, som databasen kendte dem ved registreringen med dette nummer." };
        var all = new Option<bool>("--all")
        {
            Description = "Skriv alle nøgletal, som siderne viser dem; med en basislinje også, som de var kendt dengang.",
        };
        var set = new Option<string?>("--set")
        {
            Description = "Et andet sæt tal: »money«, »offers«, »placements«, »recovery« eller »spending«. Skrives som JSON.",
        };
        var move = new Option<string?>("--move")
        {
            Description = "Pladser, der flyttes i prognosen for anbringelser, som fra:til:pladser:måneder, fx institution:pleje:20:18.",
        };
        var refund = new Option<string?>("--refund")
        {
            Description =
                "Grænser for dyre sager som procent:kroner, fx 25:950000,50:1770000. Ellers et regneeksempel, som ikke "
                + "er noget års satser.",
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
            move,
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
                var (register, kept, then, aside) = path is not null
                    ? (FromExtract(path, parse.GetValue(at)), null, null, new Dictionary<string, int>())
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
                // Beside the figures, not among them: what reads JSON reads standard output alone.
                if (aside.Count > 0)
                    Console.Error.WriteLine(
                        aside.Values.Sum() is var rows && rows == 1
                            ? "1 række blev sat til side ved indlæsningen. Den er ikke med i noget tal."
                            : $"{Danish.Number(rows)} rækker blev sat til side ved indlæsningen. De er ikke med i noget tal."
                    );
                if (RestsOn.Touched(aside.Keys) is { Count: > 0 } touched)
                    Console.Error.WriteLine("Det mangler i: " + string.Join(", ", touched.Select(f => f.Name)) + ".");
                var before = kept?.Day ?? (parse.GetValue(baseline) is { } typed ? DayOf(typed) : day.AddYears(-1));
                if (parse.GetValue(all))
                {
                    if (parse.GetValue(json))
                        WriteJson(to => WriteAll(to, register, then, day, kept?.Day), aside);
                    else
                        WriteAll(register, then, day, kept?.Day);
                    return 0;
                }
                if (parse.GetValue(set) is { } chosen)
                {
                    var limits = Thresholds(parse.GetValue(refund));
                    switch (chosen)
                    {
                        case "recovery":
                            WriteJson(json => RecoveryFigures.Of(register, day, before).WriteJson(json, register), aside);
                            break;
                        case "money":
                            WriteJson(json => MoneyFigures.Of(register, day, before, limits).WriteTo(json), aside);
                            break;
                        case "placements":
                            WriteJson(json => PlacementsAhead.Of(register, day, Move(parse.GetValue(move))).WriteTo(json), aside);
                            break;
                        case "spending":
                            WriteJson(json => SpendingFile.Of(register, day, before).WriteTo(json), aside);
                            break;
                        case "offers":
                            WriteJson(json => OfferFigures.Of(register, day, before).WriteTo(json), aside);
                            break;
                        default:
                            throw new StoppedException(
                                $"Der er ikke et sæt tal, der hedder »{chosen}«. Der er: money, offers, placements, recovery og spending."
                            );
                    }
                    return 0;
                }
                var figures = FiguresFile.Of(register, day, before);
                if (parse.GetValue(json))
                    WriteJson(figures.WriteJson, aside);
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

    static PlacementMove? Move(string? typed) =>
        typed is null ? null
        : PlacementMove.TryRead(typed, out var move) ? move
        : throw new StoppedException(
            $"»{typed}« er ikke en flytning som institution:pleje:20:18 (fra, til, pladser, måneder). Former: pleje, institution og egen."
        );

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

    /// <summary>The register, the kept baseline if one is named, the register as it was known then if it is asked for, and how many rows
    /// are in none of it.</summary>
    static (Register, BaselineFact?, Register?, IReadOnlyDictionary<string, int> SetAside) FromDatabase(
        string? spec,
        string data,
        long? entry,
        string? baseline,
        bool withThen
    )
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
            kept is not null && withThen ? RegisterLoader.Load(database, kept.EntryNo) : null,
            Imports.SetAsideByFile(database)
        );
    }

    /// <summary>Every key figure, by the function the pages use: period figures are of the twelve months up to the day.</summary>
    static IEnumerable<KeyFigure> AllOf(Register register, FigurePeriod period) =>
        KeyFigures.EngineOf(register, period.To).Ask(KeyFigures.All, [period]).Figures[0].Where(f => f.Of != LadderFigures.Movements);

    /// <summary>Values as they are counted: øre, days, shares of a hundred; null where there is none.</summary>
    static void WriteAll(Utf8JsonWriter to, Register register, Register? then, DateOnly day, DateOnly? baselineDay)
    {
        var of = baselineDay ?? day;
        var period = new FigurePeriod(of.AddMonths(-12), of);
        var known = then is null ? [] : AllOf(then, period).ToDictionary(f => (f.Of.Code, f.Part));
        to.WriteStartObject();
        to.WriteString("municipality", register.Municipality?.Name);
        to.WriteString("day", of.ToString("O", CultureInfo.InvariantCulture));
        to.WriteString("from", period.From.ToString("O", CultureInfo.InvariantCulture));
        to.WriteNumber("entry", register.EntryNo);
        if (then is not null)
            to.WriteNumber("knownAtEntry", then.EntryNo);
        to.WriteStartArray("figures");
        foreach (var f in AllOf(register, period))
        {
            to.WriteStartObject();
            to.WriteString("code", f.Of.Code);
            to.WriteString("part", f.PartName);
            to.WriteString("name", f.Of.Name);
            to.WriteString("unit", f.Of.Unit.ToString());
            Value("value", f);
            if (then is not null)
                Value("known", known.GetValueOrDefault((f.Of.Code, f.Part)));
            to.WriteEndObject();
        }
        to.WriteEndArray();
        to.WriteEndObject();

        void Value(string name, KeyFigure? f)
        {
            if (f?.Value is { } v)
                to.WriteNumber(name, v);
            else
                to.WriteNull(name);
        }
    }

    static void WriteAll(Register register, Register? then, DateOnly day, DateOnly? baselineDay)
    {
        var of = baselineDay ?? day;
        var period = new FigurePeriod(of.AddMonths(-12), of);
        var known = then is null ? [] : AllOf(then, period).ToDictionary(f => (f.Of.Code, f.Part));
        Console.WriteLine(
            $"{register.Municipality?.Name ?? "Kommunen"}, {Danish.Long(of)}, registrering nr. {Danish.Number(register.EntryNo)}"
                + (then is null ? "" : $", og som kendt ved nr. {Danish.Number(then.EntryNo)}")
        );
        Console.WriteLine($"Perioder er {Danish.Long(period.From)} til {Danish.Long(of)}.");
        foreach (var f in AllOf(register, period))
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

    /// <param name="aside">Rows that are in no figure, by file: said in the figures themselves (<c>set_aside</c>), with the
    /// key figures that miss them (<c>set_aside_figures</c>), where there are any.</param>
    static void WriteJson(Action<Utf8JsonWriter> write, IReadOnlyDictionary<string, int> aside)
    {
        if (aside.Count > 0)
        {
            using var memory = new MemoryStream();
            using (var into = new Utf8JsonWriter(memory))
                write(into);
            var all = System.Text.Json.Nodes.JsonNode.Parse(memory.ToArray())!.AsObject();
            all["set_aside"] = new System.Text.Json.Nodes.JsonObject(
                aside.Select(a => KeyValuePair.Create(a.Key, (System.Text.Json.Nodes.JsonNode?)a.Value))
            );
            all["set_aside_figures"] = new System.Text.Json.Nodes.JsonArray([
                .. RestsOn.Touched(aside.Keys).Select(f => (System.Text.Json.Nodes.JsonNode?)f.Code),
            ]);
            write = into => all.WriteTo(into);
        }
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

    static void WriteTable(FiguresFile f)
    {
        var o = Console.Out;
        void Line(string name, string now, string before = "") => o.WriteLine($"  {name, -52}{now, 14}{before, 14}");
        string One(double? v) => v is { } x ? Danish.Number(x, 1) : "–";
        o.WriteLine($"{f.Register.Municipality?.Name ?? "Kommunen"}, {Danish.Long(f.Day)}, sammenlignet med {Danish.Long(f.Baseline)}");
        o.WriteLine();
        Line("", "nu", "baseline");
        Line("Aktive sager", Danish.Number(f.Count(CaseFigures.ActiveCases)), Danish.Number(f.CountAtBaseline(CaseFigures.ActiveCases)));
        Line("Rådgiverårsværk", Danish.Number(f[WorkforceFigures.Fte] ?? 0, 2), Danish.Number(f.AtBaseline(WorkforceFigures.Fte) ?? 0, 2));
        Line("Børn pr. årsværk", One(f[WorkforceFigures.CaseloadPerFte]), One(f.AtBaseline(WorkforceFigures.CaseloadPerFte)));
        foreach (var t in f.Teams)
            Line("  " + t.Name + (t.Ceiling is { } c ? $" (loft {Danish.Number(c, 0)})" : ""), One(t.PerFte));
        Line("Sager uden rådgiver", Danish.Number(f.Count(CaseFigures.Unassigned)));
        o.WriteLine();
        o.WriteLine("Indsatstrappen");
        for (var s = 1; s < Ladder.Steps; s++)
            Line($"  Trin {s}", Danish.Number(f.OnStep(s)), Danish.Number(f.OnStepAtBaseline(s)));
        Line("Ned ad trappen", Danish.Number(f.Count(LadderFigures.MovedDown)));
        Line("Op ad trappen", Danish.Number(f.Count(LadderFigures.MovedUp)));
        o.WriteLine();
        o.WriteLine("Anbringelser");
        Line("  Plejefamilie", Danish.Number(f.Placed(PlacementForm.Foster)));
        Line("  Børne- og ungehjem", Danish.Number(f.Placed(PlacementForm.Institution)));
        Line("  " + Danish.Capital(Placements.NameOf(PlacementForm.Own)), Danish.Number(f.Placed(PlacementForm.Own)));
        Line("  Andel i plejefamilie", f[PlacementFigures.FamilyShare] is { } share ? Danish.Number(share, 0) + " %" : "–");
        Line($"  Nye anbringelser siden {Danish.Numeric(f.Baseline)}", Danish.Number(f.Count(PlacementFigures.NewPlacements)));
        Line("  Måneder anbragt, gennemsnit", One(f[PlacementFigures.MonthsPlaced]));
        Line("  Ikke anbragt et år efter", $"{f.Count(PlacementFigures.NoLongerPlaced)} af {f.Count(PlacementFigures.PlacedAYearBefore)}");
        Line($"  Helårsanbringelser i {f.Day.Year - 1}", Danish.Number(f[PlacementFigures.FullYear] ?? 0, 2));
        o.WriteLine();
        o.WriteLine($"Beregnede udgifter i {Danish.Month(f.SpendingMonth)}, den sidste hele måned før dagens egen");
        for (var s = 2; s < Ladder.Steps; s++)
            Line($"  Trin {s}", Danish.Kroner(f.OreOnStep(s)));
        Line("  Indsatser uden pris (ikke medregnet)", Danish.Number(f.Unpriced));
        o.WriteLine();
        var period = $"{Danish.Long(f.Baseline.AddDays(1))} til {Danish.Long(f.Day)}";
        o.WriteLine($"Krav med frist {period}, og hvad der ikke er opfyldt på dagen");
        o.WriteLine($"  {"", -52}{"til tiden", 14}{"ikke opfyldt", 14}");
        foreach (var rule in RequirementFigures.WithCompliance)
            Line("  " + NationalLaw.Of(rule, f.Day).Title, $"{f.Kept(rule).OnTime} af {f.Kept(rule).Due}", Danish.Number(f.Unmet(rule)));
        o.WriteLine();
        o.WriteLine($"Modtaget og holdt {period}");
        Line("Underretninger", Danish.Number(f.Count(NotificationFigures.Notifications)));
        Line("  om så mange børn", Danish.Number(f.Count(NotificationFigures.NotifiedChildren)));
        foreach (var notifier in Codes<Notifier>.All.Where(n => f.ReceivedFrom(n) > 0).OrderByDescending(f.ReceivedFrom))
            Line("  " + notifier.Danish(), Danish.Number(f.ReceivedFrom(notifier)));
        Line(
            "Netværksrådslagninger tilbudt / ja / holdt",
            $"{f.Count(ConferenceFigures.Offered)} / {f.Count(ConferenceFigures.Accepted)} / {f.Count(ConferenceFigures.Held)}"
        );
        Line("  tilbudt / holdt i nye sager", $"{f.Count(ConferenceFigures.InNewCases)} / {f.Count(ConferenceFigures.HeldInNewCases)}");
        Line(
            "  plan godkendt / familiens egen tid / i stedet for en indsats",
            $"{f.Count(ConferenceFigures.PlansApproved)} / {f.Count(ConferenceFigures.PrivateTime)} / {f.Count(ConferenceFigures.Replaced)}"
        );
        Line("Rådgivere, der er holdt op", Danish.Number(f.Turnover.Left));
    }
}
