using Spor.Children;
using Spor.Facts;
using Spor.Figures;
using Spor.Figures.Engine;
using Spor.Workforce;

namespace Spor.Tests;

public class FigureEngineTests
{
    static string Differences(IReadOnlyList<KeyFigure> plain, IReadOnlyList<KeyFigure> quick)
    {
        Assert.Equal(plain.Select(f => (f.Of.Code, f.Part, f.PartName)), quick.Select(f => (f.Of.Code, f.Part, f.PartName)));
        return string.Join(
            "\n",
            plain
                .Zip(quick)
                .Where(p =>
                    p.First.Rests != p.Second.Rests
                    || p.First.Value is null != p.Second.Value is null
                    || Math.Abs((p.First.Value ?? 0) - (p.Second.Value ?? 0)) > 1e-9
                )
                .Select(p =>
                    $"{p.First.Of.Code} {p.First.Part}: plain {p.First.Value} on {p.First.Rests}, quick "
                    + $"{p.Second.Value} on {p.Second.Rests}"
                )
        );
    }

    static IReadOnlyList<IReadOnlyList<KeyFigure>> At(FigureEngine engine, IReadOnlyList<FigurePeriod> periods, Group group) =>
        engine.Ask(KeyFigures.All, periods, group).Figures;

    static IReadOnlyList<KeyFigure> Of(FigureEngine engine, FigurePeriod period, Group? group = null) =>
        At(engine, [period], group ?? Group.None)[0];

    static List<Group> Filters(Register register) =>
        [
            Group.None,
            .. register.Teams.Select(t => t.TeamId).Distinct().Select(t => new Group(TeamId: t)),
            new(DistrictId: register.Districts[0].DistrictId),
            .. Codes<AgeGroup>.All.Select(a => new Group(Age: a)),
            new(Gender: Gender.Girl),
            new(TargetGroup: TargetGroup.Disability),
            new(TeamId: register.Teams[0].TeamId, Age: AgeGroup.From14To17, Gender: Gender.Boy),
        ];

    [Fact]
    public void A_municipality_without_a_child_has_its_figures_too()
    {
        var empty = new Register { Catalogue = Spor.Interventions.Catalogue.Default, Children = [] };
        var day = new DateOnly(2026, 10, 31);
        Assert.Equal(
            "",
            Differences(PlainFigures.Of(empty, new(day.AddYears(-1), day)), Of(KeyFigures.EngineOf(empty, day), new(day.AddYears(-1), day)))
        );
    }

    [Theory]
    [InlineData("aakaer", "2026-10-31")]
    [InlineData("lergaard", "2017-01-31")]
    public void The_quick_series_is_what_the_plain_definition_says_month_by_month_and_group_by_group(string example, string until)
    {
        var register = FiguresTests.Read(example).ToRegister();
        var engine = KeyFigures.EngineOf(register, DateOnly.Parse(until));
        var months = engine.Months(engine.Until);
        var random = new Random(11);
        foreach (var filter in Filters(register))
        {
            var quick = At(engine, months, filter);
            foreach (var i in Enumerable.Range(0, 6).Select(_ => random.Next(months.Count)).Append(0).Append(months.Count - 1).Distinct())
            {
                var plain = PlainFigures.Of(register, months[i], filter);
                Assert.True(Differences(plain, quick[i]) is "", $"{filter} {months[i]}\n{Differences(plain, quick[i])}");
            }
        }
    }

    [Theory]
    [InlineData("aakaer", "2026-10-31")]
    [InlineData("lergaard", "2017-01-31")]
    public void One_period_of_any_length_is_what_the_plain_definition_says(string example, string until)
    {
        var register = FiguresTests.Read(example).ToRegister();
        var engine = KeyFigures.EngineOf(register, DateOnly.Parse(until));
        var random = new Random(5);
        foreach (var filter in Filters(register))
            for (var k = 0; k < 4; k++)
            {
                var to = engine.Until.AddDays(-random.Next(800));
                var from = to.AddDays(-random.Next(500));
                var (plain, quick) = (PlainFigures.Of(register, new(from, to), filter), Of(engine, new(from, to), filter));
                Assert.True(Differences(plain, quick) is "", $"{filter} {from:yyyy-MM-dd} to {to:yyyy-MM-dd}\n{Differences(plain, quick)}");
            }
    }

    [Fact]
    public void After_a_correction_the_engine_made_from_those_before_say_the_same_as_engine_made_afresh()
    {
        var until = new DateOnly(2026, 10, 31);
        var register = FiguresTests.Read("aakaer").ToRegister();
        var before = KeyFigures.EngineOf(register, until);
        var files = register.Children.ToArray();
        var at = Array.FindIndex(files, f => f.Notifications.Length > 0 && f.Interventions.Length > 0);
        var old = files[at];
        files[at] = ChildFile.Build(old.Child, [.. old.Cases, .. old.Assignments, .. old.Interventions, .. old.Notifications.Skip(1)]);
        var after = new Register
        {
            EntryNo = register.EntryNo + 1,
            Municipality = register.Municipality,
            Teams = [.. register.Teams],
            Districts = register.Districts,
            Employments = register.Employments,
            Catalogue = register.Catalogue,
            Children = files,
        };
        var engine = KeyFigures.EngineOf(after, until, before);
        var quick = Of(engine, new(until.AddYears(-9), until));
        Assert.Equal("", Differences(Of(KeyFigures.EngineOf(after, until), new(until.AddYears(-9), until)), quick));

        // Answers given before are counted on, out with what was and in with what is.
        Assert.True(register.Children.Count > 1024);
        var fresh = KeyFigures.EngineOf(after, until);
        IReadOnlyList<FigurePeriod>[] questions =
        [
            before.Months(until),
            [new(until.AddYears(-1), until)],
            [new(until.AddYears(-2), until.AddMonths(-7))],
        ];
        foreach (var filter in new Group[] { Group.None, new(Age: AgeGroup.From6To13), new(TeamId: register.Teams[0].TeamId) })
        {
            var answers = before.AskAll(KeyFigures.All, questions, filter);
            for (var q = 0; q < questions.Length; q++)
            {
                // Several questions in one pass are each what they are alone.
                var alone = At(before, questions[q], filter);
                Assert.All(alone.Zip(answers[q].Figures), p => Assert.Equal("", Differences(p.First, p.Second)));
                var renewed = answers[q].After(engine);
                Assert.NotNull(renewed);
                Assert.All(At(fresh, questions[q], filter).Zip(renewed.Figures), p => Assert.Equal("", Differences(p.First, p.Second)));
                // And back again, from an answer that was itself counted on.
                Assert.All(alone.Zip(renewed.After(before)!.Figures), p => Assert.Equal("", Differences(p.First, p.Second)));
                Assert.Null(answers[q].After(fresh));
            }
        }
        Assert.NotEqual("", Differences(Of(before, new(until.AddYears(-9), until)), quick));
    }

    [Fact]
    public void Nothing_is_asked_about_days_that_are_not_known_or_periods_that_do_not_rise()
    {
        var until = new DateOnly(2017, 1, 31);
        var engine = KeyFigures.EngineOf(FiguresTests.Read("lergaard").ToRegister(), until);
        Assert.Throws<ArgumentException>(() => Of(engine, new(until, until.AddDays(1))));
        Assert.Throws<ArgumentException>(() =>
            At(engine, [new(until.AddDays(-9), until.AddDays(-3)), new(until.AddDays(-10), until)], Group.None)
        );
    }

    static KeyFigure Part(IReadOnlyList<KeyFigure> of, Figure figure, string? part = null) =>
        of.Single(f => f.Of == figure && f.Part == part);

    [Fact]
    public void What_no_file_delivers_is_not_reported_and_never_0()
    {
        var register = FiguresTests.Read("aakaer").ToRegister();
        foreach (var c in register.Children)
        {
            foreach (var d in c.Decisions)
                d.Consent = null;
            foreach (var m in c.Interventions)
                m.Nearness = null;
        }
        register = Register.Build(
            [.. FactKinds.OfNoChild.Where(k => k != FactKinds.Population).SelectMany(register.Of)],
            [
                .. register.Children.Select(c =>
                    ChildFile.Build(
                        c.Child,
                        [
                            .. FactKinds
                                .OfAChild.Where(k => k != FactKinds.SupportPersonOffer && k != FactKinds.NetworkMeeting)
                                .SelectMany(k => c.Of(k))
                                .Cast<ChildsFact>(),
                        ]
                    )
                ),
            ]
        );
        var day = new DateOnly(2026, 10, 31);
        var now = Of(KeyFigures.EngineOf(register, day), new(day.AddYears(-1), day));
        Assert.All(
            new[]
            {
                Part(now, CircumstanceFigures.ByConsent, "med samtykke"),
                Part(now, CircumstanceFigures.ByConsent, "uden samtykke"),
                Part(now, CircumstanceFigures.ByNearness, "uden for kommunen"),
                Part(now, CircumstanceFigures.SupportPersons),
                Part(now, CircumstanceFigures.NetworkMeetings),
                Part(now, RateFigures.Placed),
                Part(now, RateFigures.ChildrenWithCase),
            },
            f => Assert.Null(f.Value)
        );
        Assert.Equal(Part(now, PlacementFigures.Placed).Value, Part(now, CircumstanceFigures.ByConsent, "ikke oplyst").Value);
    }

    [Fact]
    public void What_files_deliver_of_consent_nearness_support_and_inhabitants_is_counted_as_the_plain_definition_says()
    {
        var told = FiguresTests.Read("aakaer").ToRegister();
        var random = new Random(3);
        var day = new DateOnly(2026, 10, 31);
        long id = 9_000_000;
        var children = new List<ChildFile>();
        foreach (var c in told.Children)
        {
            foreach (var d in c.Decisions)
                d.Consent = random.Next(3) switch
                {
                    0 => true,
                    1 => false,
                    _ => null,
                };
            foreach (var m in c.Interventions)
                m.Nearness = random.Next(4) is < 3 and var near ? (Spor.Interventions.Nearness)near : null;
            List<ChildsFact> rows = [.. FactKinds.OfAChild.SelectMany(k => c.Of(k)).Cast<ChildsFact>()];
            if (random.Next(3) == 0)
                rows.Add(
                    new SupportPersonOfferFact
                    {
                        Id = ++id,
                        ChildId = c.Id,
                        OfferedOn = day.AddDays(-random.Next(700)),
                        Accepted = random.Next(2) == 0 ? random.Next(2) == 0 : null,
                    }
                );
            if (random.Next(3) == 0)
                rows.Add(
                    new Spor.Conferences.NetworkMeetingFact
                    {
                        Id = ++id,
                        ChildId = c.Id,
                        On = day.AddDays(-random.Next(700)),
                        Held = random.Next(4) > 0,
                    }
                );
            children.Add(ChildFile.Build(c.Child, [.. rows]));
        }
        var shared = FactKinds.OfNoChild.SelectMany(told.Of).ToList();
        for (var age = 0; age < 23; age++)
            foreach (var district in new long?[] { null, told.Districts[0].DistrictId })
                shared.Add(
                    new Spor.Economy.PopulationFact
                    {
                        Id = ++id,
                        Year = 2026,
                        DistrictId = district,
                        Age = age,
                        People = district is null ? 400 : 90,
                    }
                );
        var register = Register.Build(shared, children);
        var engine = KeyFigures.EngineOf(register, day);
        foreach (var filter in Filters(register))
        foreach (var period in new FigurePeriod[] { new(day.AddYears(-1), day), new(day.AddYears(-3), day.AddYears(-2)) })
            Assert.Equal("", Differences(PlainFigures.Of(register, period, filter), Of(engine, period, filter)));
        var now = Of(engine, new(day.AddYears(-1), day));
        Assert.True(Part(now, CircumstanceFigures.ByConsent, "uden samtykke").Value > 0);
        Assert.True(Part(now, CircumstanceFigures.SupportPersons, "afslået").Value > 0);
        // 23 ages of 400.
        Assert.Equal(Part(now, PlacementFigures.Placed).Value!.Value / 9.2, Part(now, RateFigures.Placed).Value!.Value, 9);
    }
}
