using Spor.Economy;
using Spor.Facts;
using Spor.Figures.Disclosure;
using Spor.Interventions;
using Spor.Reports;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Leading.Economy;

/// <param name="Step">0 to 6, or <see cref="MonthMoney.None"/>.</param>
public sealed record ForecastRow(string Name, int Step, Amount Budget, Amount Actual, Amount Granted, Amount Forecast, Amount Deviation);

/// <param name="DaysBefore">Child-days; null where hidden.</param>
public sealed record SplitRow(
    int Step,
    long? DaysBefore,
    long? DaysNow,
    Amount Before,
    Amount Now,
    Amount Change,
    Amount Volume,
    Amount Price
);

/// <summary>A named movement that explains a part of the change.</summary>
/// <param name="Step">Null for what is many steps.</param>
/// <param name="IsPrice">Null for what is both.</param>
public sealed record Movement(int? Step, string Words, bool? IsPrice, Amount Of);

/// <param name="Ore">Actual, or granted ahead.</param>
public sealed record MonthRow(
    DateOnly Month,
    bool IsActual,
    Amount Ore,
    Amount Budget,
    Amount Accumulated,
    Amount Calculated,
    MonthClosedFact? Closed
);

/// <summary>The year's forecast as it was told after a month, and how far it was from what is forecast now.</summary>
/// <param name="ByPerson">Kept when somebody closed the month; else kept by Spor when the month had ended.</param>
public sealed record EarlierForecast(DateOnly Month, DateOnly On, bool ByPerson, Amount Then, Amount Now, Amount Off, long? BaselineId);

/// <param name="Days">Null where hidden.</param>
public sealed record FormRow(PlacementForm? Form, long? Days, decimal? Running, decimal? Expected, decimal? YearBefore, UnitPrice? Price);

/// <summary>The monthly follow-up for one viewer.</summary>
public sealed class EconomyView
{
    /// <summary>A movement of less than this is not told by name (øre).</summary>
    public const long LeastNamed = 100_000_00;

    readonly MoneyPlan? plan;

    /// <param name="viewing">The published one, for whoever may not see the children behind.</param>
    public EconomyView(Viewing viewing, DateOnly day)
    {
        Viewing = viewing;
        Of = viewing.Snapshot.Get(EconomyFigures.On, day);
        plan = viewing.SeesBehindAll ? null : viewing.Snapshot.Get(EconomyFigures.Plan, LastOfYear(viewing, day));
    }

    public Viewing Viewing { get; }
    public EconomyFigures Of { get; }
    public Books Books => Of.Books;
    public bool HidesSmall => plan is not null;
    public YearForecast Forecast => Of.Forecast;

    /// <summary>The closings of the year; who closes sees them at once, also where figures wait to be published.</summary>
    public IReadOnlyList<MonthClosedFact> Closed => MonthClosedFact.Of(Viewing.Newest.Register, Books.Day.Year);

    /// <summary>Each month's forecast of the year, the earliest first: kept by Spor, and by whoever closed the month.</summary>
    public IReadOnlyList<EarlierForecast> Earlier
    {
        get
        {
            EarlierForecast Row(DateOnly month, DateOnly on, bool byPerson, long ore, long? baseline) =>
                new(
                    month,
                    on,
                    byPerson,
                    A(MoneyPlan.All, ore),
                    Total.Forecast,
                    A(MoneyPlan.All, Forecast.Whole.ForecastOre - ore),
                    baseline
                );
            return
            [
                .. ForecastKeptFact
                    // A closing is told at once to whoever closes; what Spor keeps is told with its month.
                    .Of(Viewing.Register, Books.Day.Year)
                    .Select(k => Row(k.Month, k.On, false, k.ForecastOre, null))
                    .Concat(Closed.Select(c => Row(c.Month, c.On, true, c.ForecastOre, c.BaselineId)))
                    .OrderBy(r => r.Month)
                    .ThenBy(r => r.On)
                    .ThenBy(r => r.ByPerson),
            ];
        }
    }

    public bool HasBudget => Forecast.Whole.BudgetOre is not null;

    /// <summary>The last delivered month of the year, else the last that has ended: what the page is called by.</summary>
    public DateOnly Month => Forecast.Delivered.Count > 0 ? Forecast.Delivered[^1] : Books.LastEnded(Books.Day);

    /// <summary>The day that a page about the newest stands at: today, or the last month-end while the year's first month runs.</summary>
    public static DateOnly Newest(Viewing viewing) => Newest(viewing.Today);

    public static DateOnly Newest(DateOnly today)
    {
        var ended = Books.LastEnded(today);
        return ended.Year == today.Year ? today : MeasureMonths.LastOf(ended);
    }

    static DateOnly LastOfYear(Viewing viewing, DateOnly day)
    {
        var newest = Newest(viewing);
        return newest.Year > day.Year ? new(day.Year, 12, 31) : newest;
    }

    /// <summary>The months that can be chosen, the latest first: from the ledger's first year.</summary>
    public IReadOnlyList<DateOnly> Choices
    {
        get
        {
            if (Of.FirstMonth is not { } first)
                return [];
            var months = new List<DateOnly>();
            for (var m = Books.LastEnded(Newest(Viewing)); m >= new DateOnly(first.Year, 1, 1); m = m.AddMonths(-1))
                months.Add(m);
            return months;
        }
    }

    public bool Hides(string key) => plan?.Hides(key) == true;

    Amount A(string key, long? ore) => new(ore, Hides(key));

    public ForecastRow Total => Row(Text.Total, MonthMoney.None, MoneyPlan.All, Forecast.Whole);

    public IReadOnlyList<ForecastRow> Steps =>
        [
            .. Forecast
                .BySteps.OrderBy(s => s.Key == MonthMoney.None)
                .ThenBy(s => s.Key)
                .Where(s => s.Key > 1 || s.Value != default && s.Value != new ForecastLine(0, 0, 0))
                .Select(s => Row(Text.StepName(s.Key), s.Key, MoneyPlan.Step(s.Key), s.Value)),
        ];

    public IReadOnlyList<ForecastRow> Accounts =>
        [
            .. Forecast
                .ByAccounts.OrderBy(a => a.Key == MonthMoney.NoAccount)
                .ThenBy(a => a.Key, StringComparer.Ordinal)
                .Select(a => Row(AccountName(a.Key), MonthMoney.None, MoneyPlan.Account(a.Key), a.Value)),
        ];

    /// <summary>The account's number, and its name where the municipality has told it.</summary>
    string AccountName(string account) =>
        account == MonthMoney.NoAccount ? Text.NoAccount
        : Books.Register.Accounts.LastOrDefault(a => a.Account == account && a.HoldsOn(Books.Day)) is { } told ? $"{account} {told.Name}"
        : account;

    // The budget is decided by the council and tells of nobody.
    ForecastRow Row(string name, int step, string key, ForecastLine line) =>
        new(
            name,
            step,
            line.BudgetOre,
            A(key, line.ActualOre),
            A(key, line.GrantedOre),
            A(key, line.ForecastOre),
            A(key, line.DeviationOre)
        );

    public IReadOnlyList<SplitRow> Split =>
        [
            .. Of
                .BySteps.Parts.OrderBy(s => s.Key)
                .Where(s => Of.BySteps.Before[s.Key] != default || Of.BySteps.Now[s.Key] != default)
                .Select(s =>
                {
                    var (key, before, now) = (MoneyPlan.Step(s.Key), Of.BySteps.Before[s.Key], Of.BySteps.Now[s.Key]);
                    return new SplitRow(
                        s.Key,
                        Hides(key) ? null : before.Days,
                        Hides(key) ? null : now.Days,
                        A(key, before.Ore),
                        A(key, now.Ore),
                        A(key, s.Value.ChangeOre),
                        A(key, s.Value.VolumeOre),
                        A(key, s.Value.PriceOre)
                    );
                }),
        ];

    /// <summary>
    /// Movements of at least <see cref="LeastNamed"/>, the largest first, and the rest in one row, so that they add up to the change. What
    /// few children are behind is in the rest.
    /// </summary>
    public IReadOnlyList<Movement> Movements
    {
        get
        {
            var named = new List<Movement>();
            var rest = 0L;
            foreach (var (code, part) in Of.ByCodes.Parts)
            {
                if (Hides(MoneyPlan.Code(code)) || Hides(MoneyPlan.Step(StepOf(code))))
                {
                    rest += part.ChangeOre;
                    continue;
                }
                foreach (var (isPrice, ore) in new[] { (false, part.VolumeOre), (true, part.PriceOre) })
                    if (Math.Abs(ore) >= LeastNamed)
                        named.Add(new(StepOf(code), WordsOf(code, isPrice), isPrice, ore));
                    else
                        rest += ore;
            }
            return
            [
                .. named.OrderByDescending(m => Math.Abs(m.Of.Ore!.Value)),
                new(null, HidesSmall ? Text.RestHidden : Text.Rest, null, A(MoneyPlan.All, rest)),
            ];
        }
    }

    int StepOf(string code) => Books.Catalogue.On(code, Books.Day)?.Step ?? 0;

    string WordsOf(string code, bool isPrice)
    {
        var (before, now) = (Of.ByCodes.Before[code], Of.ByCodes.Now[code]);
        var name = Books.Catalogue.NameOf(code, Books.Day);
        if (!isPrice)
            return Text.MoreYears(
                name,
                new Fraction(now.Days, Books.DaysIn(Books.Year)).Rounded(1)
                    - new Fraction(before.Days, Books.DaysIn(Books.YearBefore)).Rounded(1)
            );
        var ratio = new Fraction(now.Ore, now.Days) / new Fraction(before.Ore, before.Days) - 1;
        return Text.DearerBy(name, (ratio * 100).Rounded(1));
    }

    public IReadOnlyList<MonthRow> Months => months ??= MonthRows();

    IReadOnlyList<MonthRow>? months;

    List<MonthRow> MonthRows()
    {
        var rows = new List<MonthRow>();
        long? sum = 0;
        foreach (var month in Books.Months(Books.Day.Year, 12))
        {
            var (ore, isActual) = Of.Of(month);
            var budget = Of.BudgetOf(month);
            sum += ore - budget;
            var key = MoneyPlan.Month(month);
            rows.Add(
                new(
                    month,
                    isActual,
                    A(key, ore),
                    budget,
                    A(key, sum),
                    Of.GrantedIn(month) is { } granted ? A(key, granted) : new(null),
                    Closed.FirstOrDefault(c => c.Month == month)
                )
            );
        }
        return rows;
    }

    public IReadOnlyList<FormRow> Forms
    {
        get
        {
            FormRow Row(PlacementForm? form)
            {
                var hidden = Hides(form is { } f ? MoneyPlan.Form(f) : MoneyPlan.All);
                return hidden
                    ? new(form, null, null, null, null, null)
                    : new(
                        form,
                        form is { } of ? Of.Running.Days[of] : Of.Running.AllDays,
                        Of.Running.Of(form),
                        Of.Expected.Of(form),
                        Of.YearBefore.Of(form),
                        form is { } one ? Of.UnitPrices.Calculated[one] : Of.UnitPrices.AllCalculated
                    );
            }
            return [.. Books.Forms.Select(f => Row(f)), Row(null)];
        }
    }

    /// <summary>Running full-year placements; of month-ends, so for those alone who may see the children.</summary>
    public IReadOnlyList<(DateOnly End, IReadOnlyDictionary<PlacementForm, decimal> Years)> Rolling => HidesSmall ? [] : Of.Rolling;

    PlannedPlacements? planned;

    /// <summary>The year's plan for full-year placements; null without one. It tells of nobody: what is written holds at once.</summary>
    public PlannedPlacements? Planned =>
        planned ??= PlannedPlacements.Of(Books, Of.Expected, PlacementPlanFact.Of(Viewing.Newest.Register, Books.Day.Year));

    /// <summary>Of a form, or of all; the council's own number, which tells of nobody.</summary>
    public decimal? PlannedYears(PlacementForm? form) =>
        form is not { } one ? Planned?.All
        : Planned?.Plan is { } plan && plan.TryGetValue(one, out var years) ? years
        : null;

    /// <summary>The split is of the three forms: hidden where one of them is.</summary>
    public bool HidesPlanned => Hides(MoneyPlan.All) || Books.Forms.Any(f => Hides(MoneyPlan.Form(f)));

    /// <summary>What the forecast of placements says of the year, beside what is granted; all forms together for those who may not see the
    /// children, and nothing of few.</summary>
    public IReadOnlyList<PlacementMoney> PlacementsAhead =>
        Viewing.Snapshot.Get(Leading.Forecast.ForecastFigures.On, Books.Day) is not { Money.Count: > 0, Near: { } of } ahead ? []
        : !HidesSmall ? ahead.Money
        : Hides(MoneyPlan.All) || ahead.Past.At(of.From, null) < PublishedTables.Many ? []
        : [.. ahead.Money.Where(m => m.Form is null)];

    /// <summary>Of the form, actual; null where hidden.</summary>
    public UnitPrice? ActualPrice(PlacementForm? form) =>
        Hides(form is { } f ? MoneyPlan.Form(f) : MoneyPlan.All) ? null
        : form is { } one ? Of.UnitPrices.Actual[one]
        : Of.UnitPrices.AllActual;

    /// <summary>Measures of the year's last ended month that cannot be priced, and those the viewer may see by name.</summary>
    public IReadOnlyList<MeasureMonth> WithoutPrice => Of.WithoutPrice;

    public bool MaySee(ChildFile child) =>
        Viewing.Viewer.May(Capability.Children) && Viewing.Overview.Find(child.Id) is { } state && Viewing.IsVisible(state);

    /// <summary>What a controller must know of what was delivered; each a sentence.</summary>
    public IReadOnlyList<string> Warnings
    {
        get
        {
            var said = new List<string>();
            var doubled = Books
                .Register.Budget.Where(b => b.Month.Year == Books.Day.Year)
                .GroupBy(b => (b.Account, b.Month))
                .Where(g => g.Count() > 1)
                .ToList();
            if (doubled.Count > 0)
                said.Add(Text.DoubledBudget(doubled.Count, doubled[0].Key.Account, doubled[0].Key.Month));
            var negative = Of.Negative;
            if (negative.Count > 0)
                said.Add(Text.NegativeLines(negative.Count, HidesSmall && negative.Count < 5 ? null : negative.Sum(l => l.AmountOre)));
            if (Of.UnknownLines > 0)
                said.Add(Text.UnknownLines(Of.UnknownLines));
            var gaps = Books
                .Months(Books.Day.Year, Forecast.Delivered.Count == 0 ? 0 : Forecast.Delivered[^1].Month)
                .Except(Forecast.Delivered)
                .ToList();
            if (gaps.Count > 0)
                said.Add(Text.NotDelivered(gaps));
            if (Of.OddPrices.Count > 0)
                said.Add(Text.OddPrices(HidesSmall && Of.OddPrices.Count < 5 ? null : Of.OddPrices.Count));
            foreach (var row in Months.Where(m => m.Closed is not null && m.IsActual && m.Closed.MonthOre != m.Ore.Ore))
                said.Add(Text.ChangedSinceClosed(row.Month, row.Closed!.On, HidesSmall ? null : (row.Closed.MonthOre, row.Ore.Ore!.Value)));
            return said;
        }
    }
}
