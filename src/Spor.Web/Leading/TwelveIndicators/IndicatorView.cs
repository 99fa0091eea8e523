using Spor.Exchange.Office;
using Spor.Figures;
using Spor.Figures.Disclosure;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Leading.TwelveIndicators;

/// <summary>One value as it may be shown.</summary>
/// <param name="Number">For the curve, the change and the file; null when there is none or it may not be told.</param>
/// <param name="Cell">What a file gets: a number, or the text that stands for a hidden one.</param>
public sealed record IndicatorValue(double? Number, string Shown, object? Cell)
{
    /// <summary>The two counts of a share; nothing where it is hidden or there is none.</summary>
    public (int Some, int All)? Counts { get; init; }
}

public enum IndicatorKind
{
    Count,
    Months,
    Share,
    Kroner,
    Change,
}

/// <param name="Values">One for each of the view's points.</param>
public sealed record IndicatorRow(
    string Key,
    string No,
    string Title,
    string Definition,
    IndicatorKind Kind,
    IReadOnlyList<IndicatorValue> Values,
    Func<DateOnly, string>? Href = null
)
{
    /// <summary>The change from one value to another, in words; – when one of them is not told.</summary>
    public string ChangeBetween(IndicatorValue before, IndicatorValue now) =>
        (before.Number, now.Number, Kind) switch
        {
            (null, _, _) or (_, null, _) or (_, _, IndicatorKind.Change) => Text.None,
            var (a, b, kind) => kind switch
            {
                IndicatorKind.Count => a == b ? "±0" : Text.Plus(b.Value - a.Value, 0),
                IndicatorKind.Months => Text.Plus(b.Value - a.Value, 1),
                IndicatorKind.Share => Text.Points((b.Value - a.Value) * 100),
                _ => a == 0 ? Text.None : Text.Plus((b.Value / a.Value - 1) * 100, 0) + " %",
            },
        };
}

/// <summary>The indicators for one viewer at one cut-off day.</summary>
public sealed class IndicatorView
{
    readonly IndicatorAnswers answers;
    readonly bool sees;

    /// <param name="against">The day compared with; null = a year before.</param>
    public IndicatorView(Viewing viewing, IndicatorAnswers answers, DateOnly day, DateOnly? against = null)
    {
        // A year before is what stands there when nothing is chosen.
        (Viewing, this.answers, Day, Against) = (viewing, answers, day, against == day.AddMonths(-12) ? null : against);
        sees = viewing.SeesBehindAll;
        // Hidden is decided for the cut-off days, and others are asked for by those alone from whom nothing is hidden.
        Points = sees ? answers.PointsWith([day, Compared]) : answers.Points;
        At = Points.ToList().FindIndex(p => p.Day == day);
        CutOffs = [.. Enumerable.Range(0, Points.Count).Where(i => answers.Points.Any(p => p.Day == Points[i].Day))];
        Twelve = [.. MakeTwelve()];
        Flis = [.. MakeFlis()];
    }

    public Viewing Viewing { get; }

    /// <summary>Which of the points is shown.</summary>
    public int At { get; }

    /// <summary>The cut-off days, and those that were chosen beside them.</summary>
    public IReadOnlyList<IndicatorPoint> Points { get; }

    /// <summary>Which of the points are cut-off days.</summary>
    public IReadOnlyList<int> CutOffs { get; }
    public DateOnly Day { get; }

    /// <summary>The day that was chosen to compare with.</summary>
    public DateOnly? Against { get; }
    public DateOnly Compared => Against ?? Day.AddMonths(-12);

    /// <summary>May a day be chosen that is no cut-off day?</summary>
    public bool MayChooseDay => sees;

    /// <summary>The address of what is shown.</summary>
    public string Address =>
        string.Join(
            '&',
            new[]
            {
                Day == answers.Points[^1].Day ? "" : "dag=" + Form.Iso(Day),
                Against is { } other ? "sammenlign=" + Form.Iso(other) : "",
            }.Where(p => p.Length > 0)
        );

    public bool HidesSmall => !sees;
    public IReadOnlyList<IndicatorRow> Twelve { get; }
    public IReadOnlyList<IndicatorRow> Flis { get; }

    /// <summary>A row's value on the day compared with; one before the first case has none.</summary>
    public IndicatorValue Before(IndicatorRow row)
    {
        for (var i = 0; i < Points.Count; i++)
            if (Points[i].Day == Compared)
                return row.Values[i];
        return new(null, Text.None, null);
    }

    public IndicatorValue Now(IndicatorRow row) => row.Values[At];

    bool HidesNow(int i, int step) =>
        !sees
        && (
            answers.Disclosures()[i].Hides("nu" + step)
            || IndexOf(Points[i].Day.AddMonths(12)) is { } later && answers.Disclosures()[later].Hides("før" + step)
        );

    bool HidesBefore(int i, int step) =>
        !sees
        && (
            answers.Disclosures()[i].Hides("før" + step) || IndexOf(Points[i].Day.AddMonths(-12)) is { } earlier && HidesNow(earlier, step)
        );

    /// <summary>A sum of moves is told only when every one of them is: then it tells nothing new.</summary>
    bool HidesMoves(int i, int from, params ReadOnlySpan<int> to)
    {
        if (sees)
            return false;
        foreach (var t in to)
            if (answers.Disclosures()[i].Hides(LadderPlan.Move(from, t)))
                return true;
        return false;
    }

    int? IndexOf(DateOnly day)
    {
        for (var i = 0; i < Points.Count; i++)
            if (Points[i].Day == day)
                return i;
        return null;
    }

    IndicatorValue[] Each(Func<IndicatorPoint, int, IndicatorValue> value) => [.. Points.Select((p, i) => value(p, i))];

    static IndicatorValue Count(int count, bool hides) =>
        hides ? new(null, SmallNumbers.Show(count, true), SmallNumbers.Show(count, true)) : new(count, Danish.Number(count), count);

    IndicatorValue Months(double? months, int children) =>
        months is not { } m ? new(null, Text.None, null)
        : !sees && DisclosurePlan.IsSmall(children) ? new(null, Text.TooFew, Text.TooFew)
        : new(m, Text.Months(m), Math.Round((decimal)m, 1, MidpointRounding.AwayFromZero));

    static IndicatorValue Share(int part, int whole, bool hides) =>
        whole == 0 ? new(null, Text.None, null)
        : hides ? new(null, Text.Hidden, Text.Hidden)
        : new(part / (double)whole, Text.Of(part, whole), part / (double)whole) { Counts = (part, whole) };

    /// <summary>Whole kroner, in the file too.</summary>
    static IndicatorValue Kroner(long ore) =>
        new(ore / 100.0, Text.Kroner(ore), (long)Math.Round(ore / 100m, MidpointRounding.AwayFromZero) * 100);

    IEnumerable<IndicatorRow> MakeTwelve()
    {
        IndicatorRow Step(string no, int step, string title, string how) =>
            new(
                "trin-" + step,
                no,
                title,
                how,
                IndicatorKind.Count,
                Each((p, i) => Count(p.Ladder[step], HidesNow(i, step))),
                sees ? day => $"/boern?trin={step}&paa={Form.Iso(day)}" : null
            );
        // Of step 4 two forms stand beside each other: where one is small, the other and the step give it away.
        IndicatorRow OnStep4(string key, string no, string title, string how, PlacementForm form) =>
            new(
                key,
                no,
                title,
                how,
                IndicatorKind.Count,
                Each(
                    (p, i) =>
                        Count(
                            p.OnStep4[(int)form],
                            HidesNow(i, 4) || (!sees && Array.Exists(p.OnStep4, n => DisclosurePlan.IsSmall(n))) && p.OnStep4[(int)form] > 0
                        )
                )
            );
        string? Moved(string way, DateOnly day) => $"/boern?fra=3&retning={way}&a={Form.Iso(day.AddMonths(-12))}&b={Form.Iso(day)}";
        yield return Step("1", 6, Text.Step6, Text.HowStep6);
        yield return new(
            "varighed",
            "2",
            Text.Duration,
            Text.HowDuration,
            IndicatorKind.Months,
            Each((p, _) => Months(p.InstitutionMonths, p.Ladder[6]))
        );
        yield return Step("3", 5, Text.Step5, Text.HowStep5);
        yield return OnStep4("trin-4", "4", Text.Step4, Text.HowStep4, PlacementForm.Foster);
        yield return OnStep4("trin-4-egen", "", Text.Step4Own, Text.HowStep4Own, PlacementForm.Own);
        yield return Step("5", 3, Text.Step3, Text.HowStep3);
        yield return Step("6", 2, Text.Step2, Text.HowStep2);
        yield return new(
            "tidligere",
            "7",
            Text.Former,
            Text.HowFormer,
            IndicatorKind.Share,
            Each((p, i) => Share(p.LeftInstitution, p.LadderBefore[6], HidesBefore(i, 6) || HidesMoves(i, 6, 0, 1, 2, 3, 4, 5, 6)))
        );
        yield return new(
            "op",
            "8",
            Text.Up,
            Text.HowUp,
            IndicatorKind.Count,
            Each((p, i) => Count(p.FromHomeUp, HidesMoves(i, 3, 4, 5, 6))),
            sees ? day => Moved("op", day)! : null
        );
        yield return new(
            "ned",
            "9",
            Text.Down,
            Text.HowDown,
            IndicatorKind.Count,
            Each((p, i) => Count(p.FromHomeDown, HidesMoves(i, 3, 1, 2))),
            sees ? day => Moved("ned", day)! : null
        );
        yield return new(
            "udvikling",
            "10",
            Text.Development,
            Text.HowDevelopment,
            IndicatorKind.Change,
            Each(
                (p, i) =>
                {
                    var change = p.Ladder[2] - p.LadderBefore[2];
                    return HidesNow(i, 2) || HidesBefore(i, 2)
                        ? new(null, Text.Hidden, Text.Hidden)
                        : new(change, change == 0 ? "±0" : Text.Plus(change, 0), change);
                }
            )
        );
        yield return new(
            "forebyggelse",
            "11a",
            Text.Prevention,
            Text.HowPrevention + Text.WithoutPrice(Points[At].WithoutPrice),
            IndicatorKind.Kroner,
            Each((p, _) => Kroner(p.PreventionOre))
        );
        yield return new(
            "anbringelser",
            "11b",
            Text.PlacementSpending,
            Text.HowPlacementSpending,
            IndicatorKind.Kroner,
            Each((p, _) => Kroner(p.PlacementOre))
        );
        yield return new(
            "opfoelgninger",
            "12",
            Text.FollowUps,
            Text.HowFollowUps,
            IndicatorKind.Share,
            Each((p, _) => Share(p.FollowUps.OnTime, p.FollowUps.Due, !sees && DisclosurePlan.IsSmall(p.FollowUps.Children)))
        );
    }

    IEnumerable<IndicatorRow> MakeFlis()
    {
        foreach (var form in Enum.GetValues<PlacementForm>())
            yield return new(
                "flis-" + (int)form,
                form == PlacementForm.None ? "F1" : "",
                Text.Flis(form),
                Text.HowFlis(form),
                IndicatorKind.Months,
                Each((p, _) => Months(p.Flis[(int)form].Months, p.Flis[(int)form].Children))
            );
        yield return new(
            "flis-ikke-anbragt",
            "F2",
            Text.NotPlaced,
            Text.HowNotPlaced,
            IndicatorKind.Share,
            Each(
                (p, i) =>
                    Share(
                        p.NotPlaced.NotPlaced,
                        p.NotPlaced.PlacedAYearBefore,
                        !sees
                            && (
                                answers.Disclosures()[i].Hides("ikke-anbragt")
                                || answers.Disclosures()[i].Hides("stadig-anbragt")
                                || answers.Disclosures()[i].Hides("placeret-et-år-før")
                            )
                    )
            )
        );
    }

    static ColumnKind ColumnOf(IndicatorKind kind) =>
        kind switch
        {
            IndicatorKind.Months => ColumnKind.Decimal,
            IndicatorKind.Share => ColumnKind.Share,
            IndicatorKind.Kroner => ColumnKind.Kroner,
            _ => ColumnKind.Whole,
        };

    /// <summary>Kinds are mixed down a column of the first table, so its cells are as the page shows them; the second has a column for each
    /// indicator.</summary>
    public PageTables ToTables()
    {
        List<IndicatorRow> rows = [.. Twelve, .. Flis];
        var shares = rows.FindAll(r => r.Kind == IndicatorKind.Share);
        static string HeadOf(IndicatorRow row) => $"{row.No} {row.Title}".Trim();
        var shown = new ExportTable(
            "noegletal",
            Text.Caption(Day, Against is null ? null : Compared),
            [
                new(Text.No, Width: 6),
                new(Text.Indicator, Width: 44),
                new(Danish.Numeric(Compared), Width: 20),
                new(Danish.Numeric(Day), Width: 20),
                new(Text.Change, Width: 18),
                new(Text.Definition, Width: 90),
            ],
            [
                .. rows.Select(r =>
                    (IReadOnlyList<object?>)[r.No, r.Title, Before(r).Shown, Now(r).Shown, r.ChangeBetween(Before(r), Now(r)), r.Definition]
                ),
            ],
            [Text.Ours]
        );
        var all = new ExportTable(
            "alle-datoer",
            Text.AllTitle,
            [
                new(Text.CutOff, ColumnKind.Day),
                .. rows.Select(r => new SheetColumn(HeadOf(r), ColumnOf(r.Kind), 18)),
                // A share has its two counts.
                .. shares.SelectMany(r =>
                    new[] { Management.Text.SomeHead, Management.Text.AllHead }.Select(h => new SheetColumn(
                        $"{HeadOf(r)}, {h.ToLowerInvariant()}",
                        ColumnKind.Whole,
                        18
                    ))
                ),
            ],
            [
                .. CutOffs
                    .Reverse()
                    .Select(i =>
                        (IReadOnlyList<object?>)
                            [
                                Points[i].Day,
                                .. rows.Select(r => r.Values[i].Cell),
                                .. shares.SelectMany(r => new object?[] { r.Values[i].Counts?.Some, r.Values[i].Counts?.All }),
                            ]
                    ),
            ]
        );
        return new("noegletal", Text.Title, Day, [shown, all], About: [Text.Ours, .. HidesSmall ? new[] { Text.SmallNote } : []]);
    }
}
