using System.Globalization;
using System.Numerics;
using System.Text.Json.Nodes;
using Spor.Facts;
using Spor.Interventions;
using Spor.Plans;
using Spor.Workforce;

namespace Spor.Economy;

/// <summary>A part of a household's cost above which somebody refunds a share.</summary>
public readonly record struct Threshold(int Percent, long Kroner);

/// <summary>
/// The money figures (<c>measures.md</c> 2.20 to 2.36) as one JSON object with the keys of <c>data/README.md</c>. Amounts are whole øre,
/// divided as exact fractions and rounded once.
/// </summary>
public sealed class MoneyFigures
{
    /// <summary>An example to check by, no year's rates.</summary>
    public static IReadOnlyList<Threshold> ExampleThresholds { get; } = [new(25, 860_000), new(50, 1_680_000), new(75, 2_120_000)];

    static readonly PlacementForm[] Forms = [PlacementForm.Foster, PlacementForm.Institution, PlacementForm.Own];
    readonly Register register;
    readonly Catalogue catalogue;
    readonly DateOnly day,
        baseline;
    readonly IReadOnlyList<Threshold> thresholds;
    readonly LedgerLines ledger;
    readonly int year,
        lastMonth,
        yearBefore;
    readonly List<DateOnly> monthsOfYear,
        monthsBefore,
        monthsShown;
    readonly ILookup<DateOnly, MeasureMonth> granted;

    MoneyFigures(Register register, DateOnly day, DateOnly baseline, IReadOnlyList<Threshold> thresholds)
    {
        (this.register, catalogue, this.day, this.baseline, this.thresholds) = (register, register.Catalogue, day, baseline, thresholds);
        ledger = new(register, day);
        // The last month whose last day is not after the day.
        var ended = new DateOnly(day.Year, day.Month, 1);
        if (MeasureMonths.LastOf(ended) > day)
            ended = ended.AddMonths(-1);
        (year, lastMonth) = (ended.Year, ended.Month);
        yearBefore = baseline.Year < year ? baseline.Year : year - 1;
        monthsOfYear = Months(year, lastMonth);
        monthsBefore = Months(yearBefore, lastMonth);
        monthsShown = [.. Months(yearBefore, 12), .. monthsOfYear];
        granted = MeasureMonths.In(register, monthsShown).ToLookup(m => m.First);
    }

    static List<DateOnly> Months(int year, int count) => [.. Enumerable.Range(1, count).Select(m => new DateOnly(year, m, 1))];

    static string Name(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);

    static int DaysIn(int year) => DateTime.IsLeapYear(year) ? 366 : 365;

    public static JsonObject Of(Register register, DateOnly day, DateOnly baseline, IReadOnlyList<Threshold>? thresholds = null) =>
        new MoneyFigures(register, day, baseline, thresholds ?? ExampleThresholds).All();

    JsonObject All() =>
        new()
        {
            ["at"] = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["baseline"] = baseline.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["year"] = new JsonArray(year, lastMonth),
            ["year_before"] = yearBefore,
            ["actual"] = Each(monthsShown, Name, Actual),
            ["granted"] = Each(monthsShown, Name, Granted),
            ["matching"] = new JsonObject { [$"{yearBefore}"] = Matching(Months(yearBefore, 12)), [$"{year}"] = Matching(monthsOfYear) },
            ["forecast"] = Forecast(),
            ["commitments"] = Commitments(),
            ["full_year_placements"] = FullYear(),
            ["unit_prices"] = UnitPrices(),
            ["price_volume_mix"] = PriceVolumeMix(),
            ["refund"] = Refund(),
            ["districts"] = Districts(),
            ["returns"] = Returns(),
            ["goal_progress"] = GoalProgressByCode(),
            ["goals_beside_movements"] = GoalsBesideMovements(),
        };

    static JsonObject Each<T>(IEnumerable<T> of, Func<T, string> name, Func<T, JsonNode?> value)
    {
        var json = new JsonObject();
        foreach (var one in of)
            json[name(one)] = value(one);
        return json;
    }

    static string StepName(int step) => step < 0 ? "none" : step.ToString(CultureInfo.InvariantCulture);

    // --- actual and granted ---------------------------------------------------------------------------------------------------------

    JsonObject? Actual(DateOnly month)
    {
        if (!ledger.Delivered(month))
            return null;
        var lines = ledger.In(month).ToList();
        return new()
        {
            ["total_ore"] = lines.Sum(l => l.AmountOre),
            ["by_step"] = BySteps(lines, l => ledger.StepOf(l), l => l.AmountOre, none: true),
            ["by_account"] = ByAccount(lines, l => l.Account, l => l.AmountOre),
        };
    }

    JsonObject Granted(DateOnly month)
    {
        var priced = granted[month].Where(m => m.Ore is not null).ToList();
        return new()
        {
            ["total_ore"] = priced.Sum(m => m.Ore!.Value),
            ["by_step"] = BySteps(priced, m => m.Step, m => m.Ore!.Value, none: false),
            ["by_account"] = ByAccount(priced, m => m.Account, m => m.Ore!.Value),
            ["without_price"] = granted[month].Count(m => m.Ore is null),
        };
    }

    static JsonObject BySteps<T>(IEnumerable<T> of, Func<T, int?> step, Func<T, long> ore, bool none)
    {
        var sums = of.GroupBy(o => step(o) ?? -1).ToDictionary(g => g.Key, g => g.Sum(ore));
        return Each(Enumerable.Range(0, Ladder.Steps).Concat(none ? [-1] : []), StepName, s => sums.GetValueOrDefault(s));
    }

    static JsonObject ByAccount<T>(IEnumerable<T> of, Func<T, string?> account, Func<T, long> ore) =>
        Each(of.GroupBy(o => account(o) ?? "none").OrderBy(g => g.Key, StringComparer.Ordinal), g => g.Key, g => g.Sum(ore));

    // --- matching -------------------------------------------------------------------------------------------------------------------

    JsonObject? Matching(List<DateOnly> months)
    {
        var delivered = months.Where(ledger.Delivered).ToList();
        if (delivered.Count == 0)
            return null;
        int pairs = 0,
            equal = 0,
            notGranted = 0,
            withoutPrice = 0,
            without = 0,
            unknown = 0,
            noLine = 0;
        long grantedOre = 0,
            actualOre = 0,
            notGrantedOre = 0,
            noMeasureOre = 0,
            noLineOre = 0;
        foreach (var month in delivered)
        {
            var running = granted[month].ToDictionary(m => m.Measure.Id);
            var named = new HashSet<long>();
            foreach (var lines in ledger.In(month).GroupBy(l => ledger.MeasureOf(l)?.Id))
            {
                var sum = lines.Sum(l => l.AmountOre);
                if (lines.Key is not { } id)
                {
                    noMeasureOre += sum;
                    unknown += lines.Count(NamesUnknown);
                    without += lines.Count(l => !NamesUnknown(l));
                    continue;
                }
                named.Add(id);
                if (running.TryGetValue(id, out var m) && m.Ore is { } ore && ore != 0)
                {
                    pairs++;
                    equal += sum == ore ? 1 : 0;
                    (grantedOre, actualOre) = (grantedOre + ore, actualOre + sum);
                    continue;
                }
                notGranted++;
                notGrantedOre += sum;
                withoutPrice += running.TryGetValue(id, out var unpriced) && unpriced.Ore is null ? 1 : 0;
            }
            foreach (var m in granted[month].Where(m => m.Ore is not (null or 0) && !named.Contains(m.Measure.Id)))
                (noLine, noLineOre) = (noLine + 1, noLineOre + m.Ore!.Value);
        }
        return new()
        {
            ["matched"] = new JsonObject
            {
                ["pairs"] = pairs,
                ["equal"] = equal,
                ["granted_ore"] = grantedOre,
                ["actual_ore"] = actualOre,
                ["difference_ore"] = actualOre - grantedOre,
            },
            ["not_granted"] = new JsonObject
            {
                ["pairs"] = notGranted,
                ["without_price"] = withoutPrice,
                ["actual_ore"] = notGrantedOre,
            },
            ["no_measure"] = new JsonObject
            {
                ["lines_without"] = without,
                ["lines_unknown"] = unknown,
                ["actual_ore"] = noMeasureOre,
            },
            ["no_line"] = new JsonObject { ["measure_months"] = noLine, ["granted_ore"] = noLineOre },
        };
    }

    bool NamesUnknown(LedgerFact line) => line.NamesUnknown || (line.InterventionId is not null && ledger.MeasureOf(line) is null);

    // --- forecast and commitments ---------------------------------------------------------------------------------------------------

    /// <summary>What 2.23 counts as granted in the months of the day's year that are not delivered.</summary>
    List<MeasureMonth> GrantedAhead()
    {
        var months = Months(day.Year, 12).Where(m => !ledger.Delivered(m)).ToList();
        return MeasureMonths.In(register, months, AsExpected);
    }

    InterventionFact? AsExpected(ChildFile file, InterventionFact m)
    {
        if (m.From > day && !Array.Exists(file.Decisions, d => d.Id == m.DecisionId && d.On <= day))
            return null;
        if (m.To is not null || !(m.ExpectedTo > day) || m.ExpectedTo < m.From)
            return m;
        var expected = (InterventionFact)m.Copy();
        expected.To = m.ExpectedTo;
        return expected;
    }

    JsonObject Forecast()
    {
        var delivered = Months(day.Year, 12).Where(ledger.Delivered).ToList();
        var lines = delivered.SelectMany(ledger.In).ToList();
        var ahead = GrantedAhead();
        var priced = ahead.Where(m => m.Ore is not null).ToList();
        var budget = register.Budget.Where(b => b.Month.Year == day.Year).ToList();
        long actual = lines.Sum(l => l.AmountOre),
            still = priced.Sum(m => m.Ore!.Value);
        long? planned = budget.Count == 0 ? null : budget.Sum(b => b.AmountOre);

        JsonArray Three(long a, long g, long b) => new(a, g, budget.Count == 0 ? null : (JsonNode)b);
        Dictionary<TKey, long> Sums<T, TKey>(IEnumerable<T> of, Func<T, TKey> key, Func<T, long> ore)
            where TKey : notnull => of.GroupBy(key).ToDictionary(g => g.Key, g => g.Sum(ore));
        var steps = (
            Sums(lines, l => ledger.StepOf(l) ?? -1, l => l.AmountOre),
            Sums(priced, m => m.Step, m => m.Ore!.Value),
            Sums(budget, b => ledger.StepOf(b) ?? -1, b => b.AmountOre)
        );
        var accounts = (
            Sums(lines, l => l.Account, l => l.AmountOre),
            Sums(priced, m => m.Account ?? "none", m => m.Ore!.Value),
            Sums(budget, b => b.Account, b => b.AmountOre)
        );
        return new()
        {
            ["year"] = day.Year,
            ["delivered"] = new JsonArray([.. delivered.Select(m => (JsonNode)Name(m))]),
            ["actual_ore"] = actual,
            ["granted_ore"] = still,
            ["forecast_ore"] = actual + still,
            ["budget_ore"] = planned,
            ["deviation_ore"] = planned is { } p ? actual + still - p : null,
            ["without_price"] = ahead.Count - priced.Count,
            ["by_step"] = Each(
                Enumerable.Range(0, Ladder.Steps).Append(-1),
                StepName,
                s => Three(steps.Item1.GetValueOrDefault(s), steps.Item2.GetValueOrDefault(s), steps.Item3.GetValueOrDefault(s))
            ),
            ["by_account"] = Each(
                accounts.Item1.Keys.Union(accounts.Item2.Keys).Union(accounts.Item3.Keys).Order(StringComparer.Ordinal),
                a => a,
                a => Three(accounts.Item1.GetValueOrDefault(a), accounts.Item2.GetValueOrDefault(a), accounts.Item3.GetValueOrDefault(a))
            ),
        };
    }

    JsonObject Commitments()
    {
        int count = 0;
        long sum = 0;
        foreach (var month in Months(day.Year, 12).Where(ledger.Delivered))
        {
            var named = ledger.In(month).Select(l => ledger.MeasureOf(l)?.Id).ToHashSet();
            foreach (var m in granted[month].Where(m => m.Ore is not (null or 0) && !named.Contains(m.Measure.Id)))
                (count, sum) = (count + 1, sum + m.Ore!.Value);
        }
        var rest = GrantedAhead().Where(m => m.Ore is not (null or 0)).ToList();
        var ahead = rest.Sum(m => m.Ore!.Value);
        return new()
        {
            ["no_line"] = new JsonArray(count, sum),
            ["rest"] = new JsonArray(rest.Count, ahead),
            ["total_ore"] = sum + ahead,
        };
    }

    // --- placements -----------------------------------------------------------------------------------------------------------------

    static long Overlap(DateOnly from, DateOnly to, DateOnly first, DateOnly last) =>
        Math.Max(0, Math.Min(to.DayNumber, last.DayNumber) - Math.Max(from.DayNumber, first.DayNumber) + 1L);

    /// <summary>Child-days placed from one day to another, by form (2.6).</summary>
    Dictionary<PlacementForm, long> PlacedDays(IReadOnlyList<(DateOnly First, DateOnly Last)> spans)
    {
        var days = Forms.ToDictionary(f => f, _ => 0L);
        foreach (var file in register.Children)
        foreach (var run in Placements.FormRuns(file, catalogue))
        foreach (var (first, last) in spans)
            days[run.Form] += Overlap(run.From, run.To, first, last);
        return days;
    }

    JsonObject FullYear()
    {
        var days = PlacedDays([(new DateOnly(day.Year, 1, 1), day)]);
        JsonObject By(Func<long, JsonNode> value)
        {
            var json = Each(Forms, f => f.Danish(), f => value(days[f]));
            json["all"] = value(days.Values.Sum());
            return json;
        }
        return new()
        {
            ["year"] = day.Year,
            ["days"] = By(d => d),
            ["full_years"] = By(d => new Fraction(d, DaysIn(day.Year)).Rounded(2)),
        };
    }

    /// <summary>Child-days of the year on placements that are priced in their month, each under one form.</summary>
    Dictionary<PlacementForm, long> PricedDays()
    {
        var days = Forms.ToDictionary(f => f, _ => 0L);
        foreach (var month in monthsOfYear)
        foreach (var child in granted[month].Where(m => m.Form != PlacementForm.None && m.Ore is not null).GroupBy(m => m.Child.Id))
        {
            var placements = child.ToList();
            for (var on = month; on.Month == month.Month; on = on.AddDays(1))
            {
                var running = placements.Where(m => m.Measure.RunsOn(on)).ToList();
                if (running.Count == 0)
                    continue;
                // The highest step that day; on a tie pleje, then egen, then institution.
                var best = running
                    .OrderByDescending(m => catalogue.On(m.Measure.Code, on)?.Step ?? 0)
                    .ThenBy(m =>
                        m.Form == PlacementForm.Foster ? 0
                        : m.Form == PlacementForm.Own ? 1
                        : 2
                    )
                    .First();
                days[best.Form]++;
            }
        }
        return days;
    }

    JsonObject UnitPrices()
    {
        var delivered = monthsOfYear.Where(ledger.Delivered).ToList();
        var calculatedDays = PricedDays();
        var actualDays = PlacedDays([.. delivered.Select(m => (m, MeasureMonths.LastOf(m)))]);
        var calculated = Forms.ToDictionary(
            f => f,
            f => monthsOfYear.SelectMany(m => granted[m]).Where(m => m.Form == f && m.Ore is not null).Sum(m => m.Ore!.Value)
        );
        var actual = Forms.ToDictionary(
            f => f,
            f => delivered.SelectMany(ledger.In).Where(l => ledger.FormOf(l) == f).Sum(l => l.AmountOre)
        );
        JsonObject Price(long ore, long days) =>
            new()
            {
                ["spending_ore"] = ore,
                ["days"] = days,
                ["price_ore"] = days == 0 ? null : new Fraction((BigInteger)ore * DaysIn(year), days).Rounded(),
            };
        var json = Each(
            Forms,
            f => f.Danish(),
            f => new JsonObject { ["calculated"] = Price(calculated[f], calculatedDays[f]), ["actual"] = Price(actual[f], actualDays[f]) }
        );
        json["all"] = new JsonObject
        {
            ["calculated"] = Price(calculated.Values.Sum(), calculatedDays.Values.Sum()),
            ["actual"] = Price(actual.Values.Sum(), actualDays.Values.Sum()),
        };
        return json;
    }

    // --- price, volume and mix ------------------------------------------------------------------------------------------------------

    /// <summary>Distinct child-days on which a priced measure-month of the step runs, and what it cost; by step 1 to 6.</summary>
    (long Days, long Ore)[] Volumes(List<DateOnly> months)
    {
        var sums = new (long Days, long Ore)[Ladder.Steps];
        foreach (var month in months)
        foreach (var child in granted[month].Where(m => m.Ore is not null && m.Step > 0).GroupBy(m => (m.Child.Id, m.Step)))
        {
            var last = MeasureMonths.LastOf(month);
            var ran = new bool[last.Day + 1];
            foreach (var m in child)
            {
                sums[child.Key.Step].Ore += m.Ore!.Value;
                var to = m.Measure.To < last ? m.Measure.To.Value : last;
                for (var on = m.Measure.From > month ? m.Measure.From : month; on <= to; on = on.AddDays(1))
                    ran[on.Day] = true;
            }
            sums[child.Key.Step].Days += ran.Count(r => r);
        }
        return sums;
    }

    JsonObject PriceVolumeMix()
    {
        var (before, now) = (Volumes(monthsBefore), Volumes(monthsOfYear));
        var steps = Enumerable.Range(1, Ladder.Steps - 1).ToList();
        Fraction V0(int step) => new(before[step].Days, DaysIn(yearBefore));
        Fraction V1(int step) => new(now[step].Days, DaysIn(year));
        long s0 = before.Sum(b => b.Ore),
            s1 = now.Sum(b => b.Ore);
        Fraction v0 = new(before.Sum(b => b.Days), DaysIn(yearBefore)),
            v1 = new(now.Sum(b => b.Days), DaysIn(year));
        // Where a step has no volume in one period, the other's price stands in for it: nothing of its change is price.
        Fraction PriceOf(int step) =>
            V0(step).IsZero || V1(step).IsZero ? 0 : now[step].Ore - V1(step) * (Fraction)before[step].Ore / V0(step);
        Fraction VolumeOf(int step) =>
            V0(step).IsZero ? now[step].Ore
            : V1(step).IsZero ? -before[step].Ore
            : (V1(step) - V0(step)) * (Fraction)before[step].Ore / V0(step);
        var split = !v0.IsZero && !v1.IsZero;
        long? volume = split ? ((v1 - v0) * (Fraction)s0 / v0).Rounded() : null,
            price = split ? steps.Aggregate((Fraction)0, (sum, s) => sum + PriceOf(s)).Rounded() : null;
        JsonObject Sides((long Days, long Ore)[] of) => Each(steps, StepName, s => new JsonArray(of[s].Days, of[s].Ore));
        return new()
        {
            ["before"] = Sides(before),
            ["year"] = Sides(now),
            ["change_ore"] = s1 - s0,
            ["volume_ore"] = volume,
            ["mix_ore"] = split ? s1 - s0 - volume - price : null,
            ["price_ore"] = price,
            ["by_step"] = Each(
                steps,
                StepName,
                s =>
                {
                    long change = now[s].Ore - before[s].Ore,
                        rounded = VolumeOf(s).Rounded();
                    return new JsonObject
                    {
                        ["change_ore"] = change,
                        ["volume_ore"] = rounded,
                        ["price_ore"] = change - rounded,
                    };
                }
            ),
        };
    }

    // --- expensive cases ------------------------------------------------------------------------------------------------------------

    JsonObject Refund()
    {
        var json = new JsonObject
        {
            ["thresholds"] = new JsonArray([.. thresholds.Select(t => (JsonNode)new JsonArray(t.Percent, t.Kroner))]),
        };
        foreach (var (of, months) in new[] { (yearBefore, Months(yearBefore, 12)), (year, monthsOfYear) })
        {
            var households = months
                .SelectMany(m => granted[m])
                .Where(m => m.Ore is not null)
                .GroupBy(m => m.Child.Child.FamilyId is { } family ? (true, family) : (false, m.Child.Id))
                .Select(g => g.Sum(m => m.Ore!.Value))
                .ToList();
            long Above(int i) => thresholds[i].Kroner * 100;
            long Refunded(long cost)
            {
                Fraction sum = 0;
                for (var i = 0; i < thresholds.Count; i++)
                {
                    var top = i + 1 < thresholds.Count ? Math.Min(cost, Above(i + 1)) : cost;
                    if (top > Above(i))
                        sum += new Fraction((BigInteger)(top - Above(i)) * thresholds[i].Percent, 100);
                }
                return sum.Rounded();
            }
            json[of.ToString(CultureInfo.InvariantCulture)] = new JsonObject
            {
                ["months"] = months.Count,
                ["households"] = new JsonArray([.. thresholds.Select((_, i) => (JsonNode)households.Count(c => c > Above(i)))]),
                ["cost_ore"] = thresholds.Count == 0 ? 0 : households.Where(c => c > Above(0)).Sum(),
                ["refund_ore"] = households.Sum(Refunded),
                // Which municipality pays is not read from extracts yet.
                ["paid_by_others_ore"] = 0,
            };
        }
        return json;
    }

    // --- districts ------------------------------------------------------------------------------------------------------------------

    enum Group
    {
        Outside,
        Model,
        Others,
    }

    Group GroupOfDistrict(long? district) =>
        register.Staff.RowOfDistrict(district, day) is { } row ? (row.Model == true ? Group.Model : Group.Others) : Group.Outside;

    sealed record Side(
        int Children,
        double Fte,
        Dictionary<PlacementForm, int> Placed,
        int NewPlacements,
        long PlacementOre,
        int WithoutPrice
    );

    JsonObject? Districts()
    {
        if (register.Districts.Count == 0)
            return null;
        var groups = register.Children.ToLookup(c => GroupOfDistrict(c.Child.DistrictId));
        var sides = new Dictionary<(bool Now, Group), Side>();
        JsonObject At(bool now)
        {
            var (on, months) = now ? (day, monthsOfYear) : (baseline, monthsBefore);
            var ofTeam = register
                .Districts.Select(d => d.DistrictId)
                .Distinct()
                .Select(id => (Row: register.Staff.RowOfDistrict(id, on), Group: GroupOfDistrict(id)))
                .Where(d => d.Row is not null)
                .GroupBy(d => d.Row!.TeamId)
                .ToDictionary(g => g.Key, g => g.Select(d => d.Group).Distinct().ToList());
            double FteOf(Func<List<Group>, bool> which) =>
                register
                    .Staff.On(on)
                    .Where(p =>
                        p.Of.Role == Role.Caseworker && p.Of.TeamId is { } t && ofTeam.TryGetValue(t, out var serves) && which(serves)
                    )
                    .Sum(p => p.Of.FteTenThousandths) / 10000.0;
            JsonObject Of(Group group)
            {
                var children = groups[group].ToList();
                var ids = children.Select(c => c.Id).ToHashSet();
                var placed = Forms.ToDictionary(f => f, f => children.Count(c => Placements.FormAt(c, catalogue, on) == f));
                var placements = months
                    .SelectMany(m => granted[m])
                    .Where(m => m.Form != PlacementForm.None && ids.Contains(m.Child.Id))
                    .ToList();
                var side = sides[(now, group)] = new(
                    children.Count(c => Array.Exists(c.Cases, k => k.ActiveAt(on))),
                    FteOf(g => g.Count == 1 && g[0] == group),
                    placed,
                    children.Sum(f =>
                        Courses.Of(f, catalogue).Count(c => months[0] <= c.From && c.From <= MeasureMonths.LastOf(months[^1]))
                    ),
                    placements.Where(m => m.Ore is not null).Sum(m => m.Ore!.Value),
                    placements.Count(m => m.Ore is null)
                );
                return new()
                {
                    ["children"] = side.Children,
                    ["fte"] = side.Fte,
                    ["caseload"] = LoadOf(side) is { } load ? load.Rounded(1) : null,
                    ["placed"] = Each(Forms, f => f.Danish(), f => placed[f]),
                    ["new_placements"] = side.NewPlacements,
                    ["placement_spending_ore"] = side.PlacementOre,
                    ["without_price"] = side.WithoutPrice,
                };
            }
            return new()
            {
                ["model"] = Of(Group.Model),
                ["others"] = Of(Group.Others),
                ["outside_children"] = groups[Group.Outside].Count(c => Array.Exists(c.Cases, k => k.ActiveAt(on))),
                ["mixed_fte"] = FteOf(g => g.Count > 1 || g[0] == Group.Outside),
            };
        }

        static Fraction? LoadOf(Side side) =>
            side.Fte > 0 ? new Fraction((BigInteger)side.Children * 10000, (BigInteger)Math.Round(side.Fte * 10000)) : null;
        // Model at D less model at B, less the same of the others; none where one of the four is none.
        Fraction? Difference(Func<Side, Fraction?> value) =>
            value(sides[(true, Group.Model)]) is { } m1
            && value(sides[(false, Group.Model)]) is { } m0
            && value(sides[(true, Group.Others)]) is { } o1
            && value(sides[(false, Group.Others)]) is { } o0
                ? m1 - m0 - (o1 - o0)
                : null;
        Func<Side, Fraction?> PerChild(Func<Side, long> value, int times = 1) =>
            s => s.Children == 0 ? null : new Fraction((BigInteger)value(s) * times, s.Children);
        JsonNode? Tenth(Fraction? value) => value is { } v ? v.Rounded(1) : null;

        var json = new JsonObject { ["baseline"] = At(false), ["at"] = At(true) };
        var placedPer = Each(Forms, f => f.Danish(), f => Tenth(Difference(PerChild(s => s.Placed[f], 100))));
        placedPer["all"] = Tenth(Difference(PerChild(s => s.Placed.Values.Sum(), 100)));
        json["difference_in_differences"] = new JsonObject
        {
            ["caseload"] = Tenth(Difference(LoadOf)),
            ["spending_per_child_ore"] = Difference(PerChild(s => s.PlacementOre)) is { } spending ? spending.Rounded() : null,
            ["placed_per_100"] = placedPer,
            ["new_placements_per_100"] = Tenth(Difference(PerChild(s => s.NewPlacements, 100))),
        };
        return json;
    }

    // --- returns and goals ----------------------------------------------------------------------------------------------------------

    JsonObject Returns()
    {
        int home = 0,
            grown = 0,
            again = 0,
            followed = 0;
        var byForm = Forms.ToDictionary(f => f, _ => 0);
        foreach (var file in register.Children)
        {
            // Also placements that begin after the day: a course that another adjoins has not ended.
            var courses = Courses.Of(file, catalogue);
            foreach (var course in courses)
            {
                if (course.To == DateOnly.MaxValue)
                    continue;
                var isChild = course.To.AddDays(1) < file.Child.BornOn.AddYears(18);
                if (baseline < course.To && course.To <= day)
                {
                    if (isChild)
                        (home, byForm[Placements.FormAt(file, catalogue, course.To)]) = (
                            home + 1,
                            byForm[Placements.FormAt(file, catalogue, course.To)] + 1
                        );
                    else
                        grown++;
                }
                if (!isChild || course.To <= baseline.AddMonths(-12) || course.To > day.AddMonths(-12))
                    continue;
                followed++;
                again += courses.Any(c => c.From > course.To && c.From <= course.To.AddMonths(12)) ? 1 : 0;
            }
        }
        return new()
        {
            ["home"] = home,
            ["home_by_form"] = Each(Forms, f => f.Danish(), f => byForm[f]),
            ["ended_18_or_older"] = grown,
            ["again_within_a_year"] = new JsonArray(again, followed),
        };
    }

    /// <summary>Last − first score from one day to another; null unless there are scores on two days. Of two on one day the last in the
    /// file holds.</summary>
    static int? Progress(ChildFile file, GoalFact goal, DateOnly from, DateOnly to, out DateOnly lastOn)
    {
        MeasurementFact? first = null,
            last = null;
        foreach (var score in GoalLines.Scores(file, goal).Where(m => from <= m.On && m.On <= to).OrderBy(m => m.On).ThenBy(m => m.Id))
        {
            first = first is null || score.On == first.On ? score : first;
            last = score;
        }
        lastOn = last?.On ?? default;
        return first is null || last!.On == first.On ? null : last.Score - first.Score;
    }

    // A goal's next version keeps its scores on the first.
    static IEnumerable<GoalFact> GoalsOf(ChildFile file) => file.Goals.Where(g => g.ContinuesId is null);

    JsonObject GoalProgressByCode()
    {
        var byCode = new SortedDictionary<string, (int Measures, int Goals, Fraction Sum)>(StringComparer.Ordinal);
        foreach (var file in register.Children.Where(f => f.Measurements.Length > 0))
        foreach (var m in file.Interventions.Where(m => m.From <= day && !(m.To <= baseline)))
        {
            var to = m.To < day ? m.To.Value : day;
            var changes = GoalsOf(file)
                .Select(g => Progress(file, g, m.From, to, out _))
                .Where(c => c is not null)
                .Select(c => c!.Value)
                .ToList();
            if (changes.Count == 0)
                continue;
            var sum = byCode.GetValueOrDefault(m.Code);
            byCode[m.Code] = (sum.Measures + 1, sum.Goals + changes.Count, sum.Sum + new Fraction(changes.Sum(), changes.Count));
        }
        return Each(
            byCode,
            c => c.Key,
            c => new JsonObject
            {
                ["measures"] = c.Value.Measures,
                ["goals"] = c.Value.Goals,
                ["mean"] = (c.Value.Sum / c.Value.Measures).Rounded(1),
            }
        );
    }

    JsonObject GoalsBesideMovements()
    {
        var (goals, sums) = (new int[3], new long[3]);
        foreach (var file in register.Children.Where(f => f.Measurements.Length > 0))
        {
            int before = Ladder.StepAt(file, catalogue, baseline),
                now = Ladder.StepAt(file, catalogue, day);
            if (before == 0 || now == 0)
                continue;
            var way = Math.Sign(now - before) + 1;
            foreach (var goal in GoalsOf(file))
                if (Progress(file, goal, DateOnly.MinValue, day, out var lastOn) is { } change && lastOn > baseline)
                    (goals[way], sums[way]) = (goals[way] + 1, sums[way] + change);
        }
        string[] names = ["down", "stayed", "up"];
        return Each(
            Enumerable.Range(0, 3),
            w => names[w],
            w => new JsonObject { ["goals"] = goals[w], ["mean"] = goals[w] == 0 ? null : new Fraction(sums[w], goals[w]).Rounded(1) }
        );
    }
}
