using Spor.Economy;
using Spor.Facts;
using Spor.Interventions;
using Spor.Investing;
using Spor.Kernel;
using Spor.Reports;

namespace Spor.Tests;

/// <summary>The investment case (measures.md 2.40): its sums, its range, and that a signed one stands still.</summary>
public class InvestmentTests
{
    static readonly DateOnly Today = new(2016, 11, 23);
    static long next = 7000;

    static long NewId() => next++;

    static string[] Codes(Decision decision) => [.. decision.Refusals.Select(r => r.Code)];

    public static TheoryData<InvestmentExample> Examples => [.. Enum.GetValues<InvestmentExample>()];

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_published_case_gives_every_number_that_was_printed(InvestmentExample example)
    {
        var check = PublishedInvestments.Check(PublishedInvestments.Of(example));
        Assert.True(check.Count >= 3);
        Assert.All(check, n => Assert.True(n.Agrees, $"{n.What}: {n.Printed} was printed, {n.Ours} is worked out"));
    }

    [Fact]
    public void Broenderslev_puts_17_4_in_to_get_24_5_out_and_7_1_is_left()
    {
        var of = PublishedInvestments.Of(InvestmentExample.Bronderslev);
        Assert.Equal((17_400_000_00, 24_540_000_00, 7_140_000_00), (of.InOre, of.OutOre, of.NetOre));
        Assert.Equal([4_480_000_00, 4_390_000_00, 4_390_000_00, 4_140_000_00], of.Years.Select(y => y.InOre));
        Assert.Equal([4_480_000_00, null, null, null], of.Years.Select(y => y.FundedOre));
        Assert.Equal([300, 900, 1300, 1400], of.YearNumbers.Select(of.FullYearsHundredths));
        // The first year costs 4.48 and saves 2.10. 1.16 million are left at the new year 2019, which brings 0.316 a month.
        Assert.Equal(-2_380_000_00, of.Years[0].SoFarOre);
        Assert.Equal(new DateOnly(2019, 4, 1), of.PaidBack);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void What_no_paper_says_is_marked_as_assumed_and_the_rest_has_its_source(InvestmentExample example) =>
        Assert.All(PublishedInvestments.Of(example).Lines, l => Assert.True(l.Assumed || l.Source is not null, l.What));

    static InvestmentCase Case(int ramp = 0, params InvestmentLineFact[] lines) =>
        new(
            new()
            {
                Id = 1,
                FromYear = 2017,
                ToYear = 2018,
                RampMonths = ramp,
                Seed = 3,
                Name = "Prøve",
            },
            lines
        );

    static InvestmentLineFact Line(InvestmentKind kind, long number, long kroner, int from = 2017, int to = 2018, int month = 1) =>
        new()
        {
            Id = 2,
            CaseId = 1,
            Kind = kind,
            What = "Linje",
            FromYear = from,
            ToYear = to,
            FirstMonth = month,
            NumberHundredths = number,
            UnitOre = kroner * 100,
            Source = "Notat",
        };

    [Fact]
    public void A_line_counts_from_its_month_and_rises_by_the_year()
    {
        var posts = Line(InvestmentKind.Posts, 2_50, 480_000, month: 4);
        posts.RiseHundredths = 250;
        var of = Case(0, posts);
        // 2.5 posts for nine months of 2017, then the whole of 2018 at 2.5 % more.
        Assert.Equal([900_000_00, 1_230_000_00], of.Years.Select(y => y.InOre));
        Assert.Equal(0, of.InMonth(posts, new(2017, 3, 1)).Rounded());
        Assert.Equal(100_000_00, of.InMonth(posts, new(2017, 4, 1)).Rounded());
    }

    [Fact]
    public void What_is_saved_is_reached_step_by_step_and_what_it_costs_is_not()
    {
        var of = Case(12, Line(InvestmentKind.FewerPlacements, 12_00, 500_000), Line(InvestmentKind.Training, 1_00, 120_000));
        // 1/12 in the first month, 2/12 in the second: 78/144 of the first year.
        Assert.Equal([3_250_000_00, 6_000_000_00], of.Years.Select(y => y.OutOre));
        Assert.Equal([120_000_00, 120_000_00], of.Years.Select(y => y.InOre));
        Assert.Equal([650, 1200], of.YearNumbers.Select(of.FullYearsHundredths));
    }

    [Fact]
    public void Nothing_is_discounted_unless_somebody_asks_for_it()
    {
        var of = Case(0, Line(InvestmentKind.OtherSaving, 1_00, 1_040_000));
        Assert.Equal(of.NetOre, of.PresentOre);
        of.Of.DiscountHundredths = 400;
        Assert.Equal(2_040_000_00, of.PresentOre);
        Assert.Equal(2_080_000_00, of.NetOre);
    }

    [Fact]
    public void The_alternative_grows_from_the_year_before()
    {
        var of = Case(0, Line(InvestmentKind.OtherSaving, 1_00, 1_000_000));
        Assert.Null(of.Without(2017));
        of.Of.BaseOre = 50_000_000_00;
        Assert.Equal(50_000_000_00, of.Without(2018));
        (of.Of.Alternative, of.Of.GrowthHundredths) = (Alternative.Own, 200);
        Assert.Equal([51_000_000_00, 52_020_000_00], of.YearNumbers.Select(of.Without));
        of.Of.Alternative = Alternative.Trend;
        Assert.Null(of.Without(2017));
    }

    [Fact]
    public void The_tornado_moves_one_thing_at_a_time()
    {
        var saving = Line(InvestmentKind.FewerPlacements, 10_00, 500_000);
        (saving.LeastPercent, saving.MostPercent) = (50, 120);
        var of = Case(0, saving, Line(InvestmentKind.Posts, 4_00, 500_000));
        var tornado = of.Tornado;
        Assert.Equal(6_000_000_00, of.NetOre);
        // 10 million saved: half is 5 less, a fifth more is 2 more.
        Assert.Equal((1_000_000_00, 8_000_000_00), (tornado[0].LeastOre, tornado[0].MostOre));
        // Posts of 4 million between 90 and 110 %.
        var posts = Assert.Single(tornado, s => s.Line?.Kind == InvestmentKind.Posts);
        Assert.Equal((6_400_000_00, 5_600_000_00), (posts.LeastOre, posts.MostOre));
        Assert.Equal(tornado.OrderByDescending(s => s.Width), tornado);
        Assert.DoesNotContain(tornado, s => s.What == Moved.Alternative);
        of.Of.BaseOre = 100_000_000_00;
        // 1 % of 100 million in the first year, 2.01 % in the second.
        var grown = Assert.Single(of.Tornado, s => s.What == Moved.Alternative);
        Assert.Equal((6_000_000_00 - 2_990_000_00, 6_000_000_00 + 3_010_000_00), (grown.LeastOre, grown.MostOre));
    }

    [Fact]
    public void The_same_seed_gives_the_same_range_and_another_seed_nearly()
    {
        var of = Case(0, Line(InvestmentKind.FewerPlacements, 10_00, 500_000), Line(InvestmentKind.Posts, 4_00, 500_000));
        var range = of.Range;
        Assert.Equal(range, of.Range);
        Assert.True(range.LowOre < range.MiddleOre && range.MiddleOre < range.HighOre);
        Assert.InRange(range.MiddleOre, 5_900_000_00, 6_100_000_00);
        // A triangle from 90 to 110 % of 10 and of 4 million: a spread of 0.44 million, twice that to each side.
        Assert.InRange(range.HighOre - range.LowOre, 1_550_000_00, 1_850_000_00);
        Assert.Equal(0, range.Below);
        of.Of.Seed = 4;
        Assert.NotEqual(range.LowOre, of.Range.LowOre);
        Assert.InRange(of.Range.LowOre, range.LowOre - 100_000_00, range.LowOre + 100_000_00);
    }

    static InvestmentKnown Known(InvestmentCase of, InvestmentSignedFact? signed = null) => new(of.Of.Id, of.Of, of.Lines, signed, []);

    static InvestmentCase Whole => Case(0, Line(InvestmentKind.FewerPlacements, 10_00, 500_000), Line(InvestmentKind.Posts, 4_00, 500_000));

    [Fact]
    public void A_case_is_signed_by_name_with_what_it_promised_and_a_baseline()
    {
        var decision = InvestmentRules.Sign(new(1, " Anne Holm "), Known(Whole), Today, 812, ["Investering: Prøve"], NewId);
        Assert.Equal([], Codes(decision));
        var baseline = decision.Events.OfType<Recorded>().Select(r => r.Fact).OfType<BaselineFact>().Single();
        Assert.Equal((Today, 812L, "Investering: Prøve (2)"), (baseline.Day, baseline.EntryNo, baseline.Name));
        var signed = decision.Events.OfType<Recorded>().Select(r => r.Fact).OfType<InvestmentSignedFact>().Single();
        Assert.Equal(
            (1L, Today, (long?)baseline.Id, 4_000_000_00L, 10_000_000_00L, "Anne Holm"),
            (signed.CaseId, signed.On, signed.BaselineId, signed.InOre, signed.OutOre, signed.Name)
        );
    }

    [Fact]
    public void A_case_is_not_signed_twice_nor_without_a_name_nor_half()
    {
        var signed = new InvestmentSignedFact { CaseId = 1, On = Today };
        string[] Sign(InvestmentCase of, string? name, InvestmentSignedFact? before = null) =>
            Codes(InvestmentRules.Sign(new(1, name), Known(of, before), Today, 1, [], NewId));
        Assert.Equal(["investment-signed-already"], Sign(Whole, "Anne", signed));
        Assert.Equal(["investment-signer-missing"], Sign(Whole, " "));
        Assert.Equal(["investment-name-too-long"], Sign(Whole, new('a', 81)));
        Assert.Equal(["investment-without-costs", "investment-without-savings"], Sign(Case(), "Anne"));
        Assert.Equal(["thing-not-there"], Codes(InvestmentRules.Sign(new(9, "A"), new(9, null, [], null, []), Today, 1, [], NewId)));
    }

    static readonly WriteInvestmentLine Posts = new(
        1,
        null,
        InvestmentKind.Posts,
        "Rådgivere",
        2017,
        2018,
        null,
        4_00,
        500_000_00,
        null,
        null,
        null,
        null,
        null,
        false,
        "Notat"
    );

    static readonly WriteInvestment Changed = new(1, "Prøve", 2017, 2018, Alternative.Constant, null, null, null, null, null, null);

    [Fact]
    public void A_signed_case_is_never_changed_and_a_new_version_stands_beside_it()
    {
        var known = Known(Whole, new() { CaseId = 1, On = Today });
        Assert.Equal(["investment-signed"], Codes(InvestmentRules.Write(Changed, known, NewId)));
        Assert.Equal(["investment-signed"], Codes(InvestmentRules.WriteLine(Posts, known, null, NewId)));
        Assert.Equal(["investment-signed"], Codes(InvestmentRules.Drop(known)));
        var facts = new InMemory([Whole.Of, .. Whole.Lines.Take(1), known.Signed!]);
        Assert.Equal(["investment-signed"], Codes(RemoveInvestmentLine.Verb.Decide(new(2), facts.Now(Today))));
        var copy = InvestmentRules.Copy(known, NewId).Events.OfType<Recorded>().Select(r => r.Fact).ToList();
        var made = Assert.Single(copy.OfType<InvestmentCaseFact>());
        Assert.Equal(("Prøve, udgave 2", (long?)1, true), (made.Name, made.EarlierId, made.Id != 1));
        Assert.All(copy.OfType<InvestmentLineFact>(), l => Assert.Equal(made.Id, l.CaseId));
        Assert.Equal(2, copy.OfType<InvestmentLineFact>().Count());
        // A copy of the copy counts on, and is no copy of a copy by name.
        Assert.Equal(
            "Prøve, udgave 3",
            InvestmentRules
                .Copy(new(made.Id, made, [], null, ["Prøve"]), NewId)
                .Events.OfType<Recorded>()
                .Select(r => r.Fact)
                .OfType<InvestmentCaseFact>()
                .Single()
                .Name
        );
    }

    [Fact]
    public void A_case_that_nobody_has_signed_is_taken_away_with_its_lines() =>
        Assert.Equal(3, InvestmentRules.Drop(Known(Whole)).Events.OfType<Withdrawn>().Count());

    public static TheoryData<string, WriteInvestment> WrongCases =>
        new()
        {
            { "value-missing", Changed with { Name = " " } },
            { "investment-name-too-long", Changed with { Name = new('a', 81) } },
            { "investment-name-taken", Changed with { Name = "taget" } },
            { "investment-year", Changed with { FromYear = 17 } },
            { "investment-last-year", Changed with { ToYear = 2016 } },
            { "investment-last-year", Changed with { ToYear = 2032 } },
            { "choice-missing", Changed with { Alternative = null } },
            { "investment-growth-missing", Changed with { Alternative = Alternative.Own } },
            { "investment-growth-not-asked", Changed with { GrowthHundredths = 200 } },
            { "investment-growth-out-of-range", Changed with { Alternative = Alternative.Own, GrowthHundredths = 2001 } },
            { "investment-base-wrong-unit", Changed with { BaseOre = 72_5 * 100 } },
            { "investment-ramp", Changed with { RampMonths = 61 } },
            { "investment-discount", Changed with { DiscountHundredths = 2001 } },
            { "investment-seed", Changed with { Seed = -1 } },
            { "investment-line-outside", Changed with { FromYear = 2018 } },
        };

    [Theory]
    [MemberData(nameof(WrongCases))]
    public void A_case_that_cannot_be_is_refused(string code, WriteInvestment command) =>
        Assert.Equal([code], Codes(InvestmentRules.Write(command, Known(Whole) with { Names = ["Taget"] }, NewId)));

    public static TheoryData<string, WriteInvestmentLine> WrongLines =>
        new()
        {
            { "choice-missing", Posts with { Kind = null } },
            { "value-missing", Posts with { What = null } },
            { "investment-line-year", Posts with { FromYear = 2016 } },
            { "investment-line-last-year", Posts with { ToYear = 2019 } },
            { "investment-month", Posts with { FirstMonth = 13 } },
            { "investment-number-missing", Posts with { NumberHundredths = null } },
            { "investment-number", Posts with { NumberHundredths = 0 } },
            { "investment-caseload-no-money", Posts with { Kind = InvestmentKind.Caseload } },
            { "investment-amount-missing", Posts with { UnitOre = null } },
            { "investment-salary-wrong-unit", Posts with { UnitOre = 42_000_00 } },
            {
                "investment-price-wrong-unit",
                Posts with
                {
                    Kind = InvestmentKind.ShorterStays,
                    Form = PlacementForm.Own,
                    UnitOre = 1_160_00,
                }
            },
            { "investment-amount", Posts with { Kind = InvestmentKind.Training, UnitOre = -1 } },
            { "investment-rise", Posts with { RiseHundredths = 2001 } },
            { "investment-least", Posts with { LeastPercent = 101 } },
            { "investment-most", Posts with { MostPercent = 99 } },
            { "investment-form-missing", Posts with { Kind = InvestmentKind.FewerPlacements } },
            {
                "investment-shift-needs-another-form",
                Posts with
                {
                    Kind = InvestmentKind.Shift,
                    Form = PlacementForm.Institution,
                    ToForm = PlacementForm.Institution,
                }
            },
            { "investment-source-or-assumption", Posts with { Source = null } },
        };

    [Theory]
    [MemberData(nameof(WrongLines))]
    public void A_line_that_cannot_be_is_refused(string code, WriteInvestmentLine command) =>
        Assert.Equal([code], Codes(InvestmentRules.WriteLine(command, Known(Whole), null, NewId)));

    [Fact]
    public void A_line_is_added_and_changed_as_it_was_typed()
    {
        var line = Assert.IsType<InvestmentLineFact>(
            Assert.IsType<Recorded>(Assert.Single(InvestmentRules.WriteLine(Posts, Known(Whole), null, NewId).Events)).Fact
        );
        Assert.Equal((1, 400, 500_000_00, false), (line.FirstMonth, line.NumberHundredths, line.UnitOre, line.Assumed));
        var changed = InvestmentRules.WriteLine(Posts with { LineId = line.Id, Source = null, Assumed = true }, Known(Whole), line, NewId);
        Assert.True(Assert.IsType<InvestmentLineFact>(Assert.IsType<Corrected>(Assert.Single(changed.Events)).Fact).Assumed);
        // A line of another case is not this one's.
        line.CaseId = 5;
        Assert.Equal(["thing-not-there"], Codes(InvestmentRules.WriteLine(Posts with { LineId = line.Id }, Known(Whole), line, NewId)));
    }

    [Fact]
    public void An_example_is_taken_as_often_as_one_likes_each_under_its_own_name()
    {
        Assert.Equal(["choice-missing"], Codes(InvestmentRules.Take(new(null), [], NewId)));
        var first = InvestmentRules.Take(new(InvestmentExample.Assens), [], NewId).Events.OfType<Recorded>().ToList();
        Assert.Equal(6, first.Count);
        var again = InvestmentRules.Take(new(InvestmentExample.Assens), ["Assens: Model Assens 2016"], NewId).Events.OfType<Recorded>();
        Assert.Equal("Assens: Model Assens 2016, udgave 2", again.Select(r => r.Fact).OfType<InvestmentCaseFact>().Single().Name);
    }

    [Fact]
    public void What_was_spent_is_noted_on_a_signed_case_in_its_months()
    {
        var signed = Known(Whole, new() { CaseId = 1, On = Today });
        var day = new DateOnly(2017, 6, 20);
        var right = new NoteInvestmentSpent(1, new(2017, 4, 1), 345_000_00, "Løn");
        string[] Note(NoteInvestmentSpent c, InvestmentKnown? known = null) => Codes(InvestmentRules.Spent(c, known ?? signed, day, NewId));
        Assert.Equal([], Note(right));
        Assert.Equal(["investment-not-signed"], Note(right, Known(Whole)));
        Assert.Equal(["day-in-future"], Note(right with { Month = new(2017, 7, 1) }));
        Assert.Equal(["investment-month-outside"], Note(right with { Month = new(2016, 12, 1) }));
        Assert.Equal(["investment-amount-missing"], Note(right with { AmountOre = 0 }));
        Assert.Equal(["investment-amount"], Note(right with { AmountOre = 20_000_000_000_00 }));
        Assert.Equal(["value-missing"], Note(right with { What = null }));
        Assert.Equal(["thing-not-there"], Codes(WithdrawInvestmentSpent.Verb.Decide(new(99), new InMemory().Now(day))));
    }
}
