using Spor.Facts;
using Spor.Figures;
using Spor.Interventions;
using Spor.Law;

namespace Spor.Tests;

/// <summary>The twelve indicators and FLIS's two: the series against the plain definitions, and the definitions against small
/// cases.</summary>
public class IndicatorTests
{
    static Register Of(params string[] scripts) =>
        new() { Catalogue = Catalogue.Default, Children = [.. scripts.Select((s, i) => Script.File(s, i + 1))] };

    static readonly DateOnly Spring = new(2025, 3, 31);

    static void Same(IndicatorPoint a, IndicatorPoint b)
    {
        Assert.Equal(a.Ladder, b.Ladder);
        Assert.Equal(a.LadderBefore, b.LadderBefore);
        Assert.Equal(a.OnStep4, b.OnStep4);
        Assert.Equal(a.Movements, b.Movements);
        Assert.Equal(a.Flis, b.Flis);
        Assert.Equal(
            (a.Day, a.InstitutionMonths, a.PreventionOre, a.PlacementOre, a.WithoutPrice, a.FollowUps, a.NotPlaced),
            (b.Day, b.InstitutionMonths, b.PreventionOre, b.PlacementOre, b.WithoutPrice, b.FollowUps, b.NotPlaced)
        );
    }

    /// <summary>By the engine, and held equal to the plain definition.</summary>
    static IndicatorPoint At(Register register, DateOnly day)
    {
        var point = IndicatorFigures.At(KeyFigures.EngineOf(register, day), [day])[0];
        Same(PlainIndicators.At(register, day), point);
        return point;
    }

    [Theory]
    [InlineData("aakaer", "2026-10-31")]
    [InlineData("lergaard", "2017-01-31")]
    public void The_series_is_the_plain_definition_at_every_cut_off_day(string example, string until)
    {
        var register = FiguresTests.Read(example).ToRegister();
        var series = IndicatorFigures.Series(KeyFigures.EngineOf(register, DateOnly.Parse(until)));
        Assert.True(series.Count > 2);
        Assert.All(series, p => Assert.Contains((p.Day.Month, p.Day.Day), new[] { (3, 31), (9, 30) }));
        Assert.Contains(series, p => p.FollowUps.Due > 0 && p.LeftInstitution > 0);
        foreach (var point in series)
            Same(PlainIndicators.At(register, point.Day), point);
    }

    [Fact]
    public void Cut_off_days_come_twice_a_year_and_are_not_stated_in_any_source()
    {
        Assert.Equal([new(2024, 9, 30), new(2025, 3, 31)], CutOffs.Between(new(2024, 4, 1), Spring));
        Assert.All(CutOffs.All, c => Assert.False(c.Verified));
        Assert.Empty(IndicatorFigures.Series(KeyFigures.EngineOf(Of("case 2025-01-01 -"), new(2025, 3, 30))));
    }

    [Fact]
    public void The_time_on_an_institution_runs_from_the_day_the_child_came_to_step_6()
    {
        // 365 days on step 6 after a year in a foster family; the other came there on the day itself.
        var p = At(
            Of(
                "case 2023-01-01 -; measure plejefamilie 2023-04-01 2024-03-31; measure opholdssted 2024-04-01 -",
                "case 2025-01-01 -; measure opholdssted 2025-03-31 -"
            ),
            Spring
        );
        Assert.Equal(366 / 30.4375 / 2, p.InstitutionMonths);
        Assert.Equal(2, p.Ladder[6]);
        Assert.Null(At(Of("case 2025-01-01 -"), Spring).InstitutionMonths);
    }

    [Fact]
    public void Up_and_down_from_the_home_are_by_the_step_a_year_before_and_leaving_the_ladder_is_neither()
    {
        const string home = "case 2024-01-01 - ; measure hjem 2024-02-01 2024-12-31; ";
        var p = At(
            Of(
                home + "measure plejefamilie 2025-01-01 -",
                home + "measure opholdssted 2025-01-01 -",
                home + "measure konsulent 2025-01-01 -",
                home,
                "case 2024-01-01 2024-12-31; measure hjem 2024-02-01 2024-12-31"
            ),
            Spring
        );
        Assert.Equal((2, 2), (p.FromHomeUp, p.FromHomeDown));
        Assert.Equal(1, p.Movements[3, 0]);
    }

    [Fact]
    public void Those_formerly_on_an_institution_stood_there_a_year_before_and_do_not_now()
    {
        var p = At(
            Of(
                "case 2023-01-01 -; measure opholdssted 2023-02-01 2024-12-31",
                "case 2023-01-01 -; measure opholdssted 2023-02-01 -",
                "case 2023-01-01 -; measure opholdssted 2024-06-01 2024-12-31"
            ),
            Spring
        );
        Assert.Equal((1, 2), (p.LeftInstitution, p.LadderBefore[6]));
    }

    [Fact]
    public void Follow_ups_are_the_laws_of_the_last_twelve_months()
    {
        // Due 2024-05-01 (met), and 2024-06-01 and six rounds of 47 days after it (not); due on 2024-03-31 is the year before's.
        var p = At(
            Of(
                "case 2023-01-01 -; measure hjem 2024-02-01 -; followup 2024-04-15 2024-06-01",
                "case 2023-01-01 -; measure hjem 2023-12-31 -"
            ),
            Spring
        );
        Assert.Equal((1, 8, 1), p.FollowUps);
        // A round that is due on the day itself may still be kept.
        Assert.Equal(
            7,
            At(Of("case 2023-01-01 -; measure hjem 2024-02-01 -; followup 2024-04-15 2024-06-01"), new(2025, 3, 10)).FollowUps.Due
        );
    }

    [Fact]
    public void Flis_counts_the_courses_of_the_month_to_its_end_and_divides_by_children()
    {
        // Two courses of one child run in March: 31 days, and 10 from the 1st. The other's ended in February.
        var register = Of(
            "case 2024-01-01 -; measure plejefamilie 2025-02-08 2025-03-10; measure plejefamilie 2025-03-22 -",
            "case 2024-01-01 -; measure opholdssted 2025-01-01 2025-02-28"
        );
        var all = At(register, Spring).Flis[(int)PlacementForm.None];
        Assert.Equal((41 / 30.4375, 1), (all.Months!.Value, all.Children));
        Assert.Equal(new(null, 0), At(register, Spring).Flis[(int)PlacementForm.Institution]);
        // A move from a family to an institution is one course of all, and one of each form.
        register = Of("case 2024-01-01 -; measure plejefamilie 2025-01-01 2025-02-28; measure opholdssted 2025-03-01 -");
        Assert.Equal(90 / 30.4375, At(register, Spring).Flis[(int)PlacementForm.None].Months);
        Assert.Equal(31 / 30.4375, At(register, Spring).Flis[(int)PlacementForm.Institution].Months);
    }

    [Fact]
    public void Only_those_in_network_foster_care_are_it_and_who_else_stands_on_step_4_stands_beside()
    {
        var register = FiguresTests.Read("aakaer").ToRegister();
        var point = IndicatorFigures.Series(KeyFigures.EngineOf(register, new(2026, 10, 31)))[^1];
        Assert.Equal(point.Ladder[4], point.OnStep4.Sum());
        Assert.True(point.OnStep4[(int)PlacementForm.Foster] > 0);
        Assert.True(point.OnStep4[(int)PlacementForm.Own] > 0);
    }
}
