using Spor.Economy;
using Spor.Exchange.Import;
using Spor.Facts;
using Spor.Interventions;

namespace Spor.Tests;

/// <summary>The forecast of placements and its back-test (measures.md 2.60 and 2.61).</summary>
public class PlacementForecastTests
{
    static readonly DateOnly Then = new(2025, 10, 31);
    static readonly Lazy<Register> Example = new(() => FiguresTests.Read("aakaer").ToRegister());

    static Register Foreign()
    {
        using var source = ExtractSource.At(Path.Combine(FiguresTests.Root, "examples", "mappings", "903"));
        return Extracts.Read(source, new DateOnly(2022, 3, 31)).ToRegister();
    }

    [Fact]
    public void On_the_foreign_sample_the_forecast_is_nearer_than_the_last_level_and_the_last_years_trend_in_every_form()
    {
        var errors = PlacementBackTest.Of(Foreign(), new(2020, 3, 31))!.Errors;
        Assert.Equal([PlacementForm.Foster, PlacementForm.Institution, PlacementForm.Own, null], errors.Select(e => e.Form));
        Assert.All(errors, e => Assert.True(e.Holds, e.ToString()));
        Assert.All(errors, e => Assert.InRange(e.Within, 10, 12));
    }

    [Fact]
    public void On_the_example_it_is_nearer_for_institutions_and_own_rooms_and_says_that_it_is_not_for_foster_families_and_all_together()
    {
        var errors = PlacementBackTest.Of(Example.Value, Then)!.Errors;
        Assert.Equal([false, true, true, false], errors.Select(e => e.Holds));
        var json = PlacementsAhead.Of(Example.Value, Then.AddYears(1))["back_test"]!;
        Assert.Equal("2025-10-31", (string?)json["made_on"]);
        Assert.False((bool)json["mean_absolute_error"]!["pleje"]!["no_larger"]!);
        Assert.True((bool)json["mean_absolute_error"]!["institution"]!["no_larger"]!);
    }

    [Fact]
    public void What_came_is_what_the_placement_mix_counts_and_the_plain_guesses_are_level_and_trend()
    {
        var register = Example.Value;
        var test = PlacementBackTest.Of(register, Then)!;
        int Counted(DateOnly day, PlacementForm? form) =>
            register.Children.Count(c =>
                Placements.FormAt(c, register.Catalogue, day) is var f && f != PlacementForm.None && (form is null || f == form)
            );
        foreach (var g in test.Guesses)
        {
            Assert.Equal(Counted(g.End, g.Form), g.Came);
            Assert.Equal(Counted(Then, g.Form), g.Level);
        }
        var last = test.Guesses[^1];
        Assert.Equal(2.0 * last.Level - Counted(new(2024, 10, 31), null), last.Trend);
    }

    [Fact]
    public void Nothing_that_came_after_the_day_moves_the_forecast()
    {
        var register = Example.Value;
        var children = register.Children.Select(c =>
            ChildFile.Build(
                c.Child,
                [
                    .. c
                        .Interventions.Where(m => m.From <= Then)
                        .Select(m =>
                        {
                            var then = (InterventionFact)m.Copy();
                            then.To = m.To > Then ? null : m.To;
                            return then;
                        }),
                ]
            )
        );
        var (with, without) = (
            PlacementForecast.Of(register, Then, 12)!,
            PlacementForecast.Of(register.With([.. children], 0, false), Then, 12)!
        );
        for (var m = 1; m <= 12; m++)
            Assert.Equal(with.At(m), without.At(m));
    }

    [Fact]
    public void The_same_seed_gives_the_same_forecast_and_another_seed_nearly_the_same()
    {
        var (one, same, other) = (
            PlacementForecast.Of(Example.Value, Then, 24)!,
            PlacementForecast.Of(Example.Value, Then, 24)!,
            PlacementForecast.Of(Example.Value, Then, 24, seed: 7)!
        );
        Assert.Equal(one.At(24), same.At(24));
        Assert.NotEqual(one.At(24), other.At(24));
        Assert.Equal(one.At(24).Middle, other.At(24).Middle, 2.5);
    }

    [Fact]
    public void Forms_add_up_to_all_and_steps_too_and_a_range_holds_its_middle()
    {
        var forecast = PlacementForecast.Of(Example.Value, Then)!;
        foreach (var m in new[] { 1, 12, 60 })
        {
            var all = forecast.At(m);
            Assert.Equal(all.Middle, Books.Forms.Sum(f => forecast.At(m, f).Middle), 6);
            Assert.Equal(all.Middle, Enumerable.Range(0, Ladder.Steps).Sum(s => forecast.AtStep(m, s).Middle), 6);
            Assert.InRange(all.Middle, all.Low, all.High);
        }
    }

    [Fact]
    public void Places_that_are_moved_leave_one_form_and_stand_in_the_other_bit_by_bit()
    {
        var forecast = PlacementForecast.Of(Example.Value, Then)!;
        Assert.True(PlacementMove.TryRead("institution:pleje:6:12", out var move));
        var moved = forecast.With(move)!;
        Assert.Equal([0, 3, 6, 6], new[] { 1, 6, 12, 30 }.Select(move.DueBy));
        Assert.Equal(forecast.At(6, PlacementForm.Institution).Middle - 3, moved.At(6, PlacementForm.Institution).Middle, 6);
        Assert.Equal(forecast.At(6, PlacementForm.Foster).Middle + 3, moved.At(6, PlacementForm.Foster).Middle, 6);
        Assert.Equal(forecast.At(40), moved.At(40));
        // More places than there are: nobody is placed less than none.
        Assert.True(PlacementMove.TryRead("institution:pleje:500:1", out var every));
        Assert.Equal(new Expected(0, 0, 0), forecast.With(every)!.At(12, PlacementForm.Institution));
    }

    [Theory]
    [InlineData("institution:pleje:20")]
    [InlineData("institution:institution:20:18")]
    [InlineData("institution:hjemme:20:18")]
    [InlineData("nej:pleje:20:18")]
    [InlineData("institution:pleje:0:18")]
    [InlineData("institution:pleje:-3:18")]
    [InlineData("institution:pleje:20:0")]
    [InlineData("institution:pleje:20:61")]
    public void A_move_that_is_none_is_not_read(string typed) => Assert.False(PlacementMove.TryRead(typed, out _));

    [Fact]
    public void A_register_with_less_than_a_year_of_placements_has_no_forecast()
    {
        var first = Example
            .Value.Children.SelectMany(c => c.Interventions)
            .Where(m => Courses.IsPlacement(m, Example.Value.Catalogue))
            .Min(m => m.From);
        Assert.Null(PlacementForecast.Of(Example.Value, first.AddMonths(11)));
        Assert.Null(PlacementBackTest.Of(Example.Value, first.AddMonths(11)));
        Assert.Null(PlacementsAhead.Of(Example.Value, first.AddMonths(11))["forecast"]);
    }

    [Fact]
    public void Full_years_are_the_days_so_far_and_the_months_ahead()
    {
        var forecast = PlacementForecast.Of(Example.Value, Then)!;
        var soFar = FullYears.Between(new(Example.Value, Then, Then.AddYears(-1)), new(2025, 1, 1), Then);
        var now = Example.Value.Children.Count(c => Placements.FormAt(c, Example.Value.Catalogue, Then) != PlacementForm.None);
        var expected =
            (soFar.AllDays + (now + forecast.At(1).Middle) / 2 * 30 + (forecast.At(1).Middle + forecast.At(2).Middle) / 2 * 31) / 365;
        Assert.Equal(expected, forecast.FullYears(2025, soFar.AllDays, null).Middle, 6);
    }

    [Fact]
    public void The_forecasts_money_is_the_difference_in_full_years_times_the_price_and_the_forms_add_up()
    {
        var books = new Books(Example.Value, new(2026, 6, 30), new(2025, 6, 30));
        var forecast = PlacementForecast.Of(Example.Value, books.Day)!;
        var soFar = FullYears.SoFar(Example.Value, books.Day);
        var (granted, prices) = (FullYears.Running(books), UnitPrices.Of(books));
        var money = PlacementMoney.Of(forecast, soFar, granted, prices);
        Assert.Equal([PlacementForm.Foster, PlacementForm.Institution, PlacementForm.Own, null], money.Select(m => m.Form));
        foreach (var m in money.SkipLast(1))
        {
            var years = forecast.FullYears(2026, soFar.Days[m.Form!.Value], m.Form);
            Assert.Equal(years, m.Ahead);
            Assert.Equal((years.Middle - (double)granted.Of(m.Form)) * m.PriceOre!.Value, m.Ore!.Value.Middle, 2.0);
            Assert.InRange(m.Ore.Value.Middle, m.Ore.Value.Low, m.Ore.Value.High);
        }
        Assert.Equal(money.SkipLast(1).Sum(m => m.Ore!.Value.Middle), money[^1].Ore!.Value.Middle);
        // Half a year is left, so the range of all together is no wider than the forms' side by side.
        Assert.True(
            money[^1].Ore!.Value.High - money[^1].Ore!.Value.Low <= money.SkipLast(1).Sum(m => m.Ore!.Value.High - m.Ore!.Value.Low)
        );
    }
}
