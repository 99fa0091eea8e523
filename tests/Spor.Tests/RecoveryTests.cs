using System.Text.Json;
using System.Text.Json.Nodes;
using Spor.Facts;
using Spor.Interventions;
using Spor.Recovery;

namespace Spor.Tests;

/// <summary>Elements of recovery (measures.md section 4, 2.37 and 2.38).</summary>
public class RecoveryTests
{
    [Theory]
    [InlineData("aakaer", "2026-10-31", "2025-10-31")]
    [InlineData("lergaard", "2017-01-31", "2016-06-07")]
    [InlineData("hedegaard", "2014-12-31", "2013-08-31")]
    public void Every_figure_equals_that_of_an_independent_program(string example, string day, string baseline)
    {
        var register = FiguresTests.Read(example).ToRegister();
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            RecoveryFigures.Of(register, DateOnly.Parse(day), DateOnly.Parse(baseline)).WriteJson(json, register);
        var ours = JsonNode.Parse(stream.ToArray())!;
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(FiguresTests.Root, "examples", example, "expected-recovery.json")))!;
        Assert.Equal("", string.Join("\n", FiguresTests.Differences(expected, ours, "")));
    }

    static string Elements(string script, string day = "2026-10-31")
    {
        var file = Script.File(script);
        var states = RecoveryElements.Of(file, file.Cases[0], Catalogue.Default, Script.Day(day), Script.All(file, Script.Day(day)));
        return string.Join(
            " ",
            Codes<RecoveryElement>.All.Where(e => states[(int)e] != ElementState.NotRequired).Select(e => $"{e.Danish()}={states[(int)e]}")
        );
    }

    [Theory]
    [InlineData("case 2026-09-01 -", "kept-current=InOrder")]
    [InlineData("case 2026-01-01 -", "kept-current=Late")]
    [InlineData("born 2008-05-01; case 2026-01-01 -", "kept-current=InOrder")] // grown up before it was due
    [InlineData("case 2026-09-01 -; bfu 2024-09-01 -", "assessment=Late kept-current=InOrder")] // on the window's first day
    [InlineData("case 2026-09-01 -; bfu 2024-08-31 -", "kept-current=InOrder")] // older
    [InlineData("case 2026-09-01 -; bfu 2026-09-01 -", "assessment=Missing kept-current=InOrder")] // not due yet
    [InlineData("case 2026-09-01 -; bfu 2024-08-01 2024-09-01", "kept-current=InOrder")] // begun before the window, so it is not required
    [InlineData("case 2026-09-01 -; bfu 2024-08-01 2024-09-01; bfu 2026-09-01 -", "assessment=InOrder kept-current=InOrder")] // but finished in it
    [InlineData("disability; case 2026-01-01 -; talk 2026-10-01", "target-group=Late kept-current=InOrder")]
    [InlineData("disability; case 2026-10-01 -", "target-group=Missing kept-current=InOrder")]
    [InlineData(
        "case 2026-09-01 -; measure hjem 2026-09-15 -",
        "assessment=Missing conversation=Missing follow-up=InOrder kept-current=InOrder"
    )]
    [InlineData(
        "case 2026-09-01 -; decision 2026-09-10; measure hjem 2026-09-15 - +",
        "assessment=Missing conversation=Late follow-up=InOrder kept-current=InOrder"
    )] // the gate was missed
    [InlineData(
        "case 2026-09-01 -; decision 2026-09-10; measure hjem 2026-09-15 - +; talk 2026-10-30",
        "assessment=Missing conversation=InOrder follow-up=InOrder kept-current=InOrder"
    )] // and the child was spoken with now
    [InlineData(
        "case 2026-09-01 -; decision 2026-09-10; measure hjem 2026-09-15 - +; talk 2026-10-30 - visit",
        "assessment=Missing conversation=Late follow-up=InOrder kept-current=InOrder"
    )]
    [InlineData(
        "case 2020-01-01 -; measure plejefamilie 2026-07-01 -; plan child 2026-07-01 2026-08-01 2026-10-31",
        "assessment=Missing conversation=Missing plan=InOrder follow-up=Late kept-current=InOrder"
    )]
    [InlineData(
        "case 2020-01-01 -; measure plejefamilie 2026-07-01 -; plan child 2026-07-01 2026-08-01 2026-10-30",
        "assessment=Missing conversation=Missing plan=Missing follow-up=Late kept-current=InOrder"
    )] // there was one in time, and it was closed
    [InlineData(
        "case 2020-01-01 -; measure plejefamilie 2026-07-01 -",
        "assessment=Missing conversation=Missing plan=Late follow-up=Late kept-current=InOrder"
    )]
    public void An_element_is_required_and_there_late_or_missing(string script, string said) => Assert.Equal(said, Elements(script));

    [Fact]
    public void What_was_to_recover_is_followed_to_where_it_went()
    {
        var register = new Register
        {
            Catalogue = Catalogue.Default,
            Children =
            [
                Script.File("case 2025-01-01 2026-03-01; measure plejefamilie 2025-01-02 -", 1),
                Script.File("case 2025-01-01 -; measure plejefamilie 2025-01-02 2026-02-01", 2),
                Script.File("case 2025-01-01 -; measure plejefamilie 2025-01-02 -; plan child 2026-01-10 2026-01-20 -", 3),
                Script.File("case 2025-01-01 -; measure plejefamilie 2025-01-02 -", 4),
                Script.File("case 2026-02-01 -; measure plejefamilie 2026-02-02 -", 5),
                Script.File("case 2025-01-01 -; measure plejefamilie 2026-02-02 -", 6),
                Script.File("case 2026-01-01 2026-01-31", 7),
            ],
        };
        var of = RecoveryFigures.Of(register, Script.Day("2026-06-30"), Script.Day("2025-12-31"));
        Assert.Equal(new(4, 1, 1, 1, 1), of.Recovery[(int)RecoveryElement.Plan]);
        Assert.Equal((1, 1), of.NewBacklog[(int)RecoveryElement.Plan]);
        Assert.Equal(((5, 1), (2, 1)), (of.OfBaseline, of.Opened));
        Assert.Equal(5, of.AtDay.Cases);
    }
}
