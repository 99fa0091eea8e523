using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Spor.Cases;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>What a form can read, and what it says when it cannot.</summary>
public sealed class FormStateTests
{
    static FormState Typed(params (string Name, string Value)[] fields) =>
        FormState.Of(
            new FormCollection(fields.GroupBy(f => f.Name).ToDictionary(g => g.Key, g => new StringValues([.. g.Select(f => f.Value)])))
        );

    static string? Refused(string value, Action<FormState> read)
    {
        var form = Typed(("A", value), ("ATime", value));
        read(form);
        return form.Refusals.Count == 0 ? null : string.Join(' ', form.Refusals.Select(r => r.Code));
    }

    [Theory]
    [InlineData("31-01-2017", null)]
    [InlineData("2017-01-31", null)]
    [InlineData(" 1.2.2017 ", null)]
    [InlineData("31-02-2017", "day-not-readable")]
    [InlineData("i går", "day-not-readable")]
    [InlineData("", "day-missing")]
    public void A_day(string typed, string? code) => Assert.Equal(code, Refused(typed, f => f.NeededDay("A")));

    [Theory]
    [InlineData("en linje\nog en til", null)]
    [InlineData("noget\u0001skjult", "text-with-control-characters")]
    public void A_text_without_what_cannot_be_seen(string typed, string? code) => Assert.Equal(code, Refused(typed, f => f.Text("A")));

    [Theory]
    [InlineData("14.30", null)]
    [InlineData("9:05", null)]
    [InlineData("0830", null)]
    [InlineData("25.00", "time-not-readable")]
    [InlineData("", "time-missing")]
    public void A_time(string typed, string? code)
    {
        var form = Typed(("A", "2026-01-02"), ("ATime", typed));
        form.NeededTime("A");
        Assert.Equal(code, form.Refusals.SingleOrDefault()?.Code);
    }

    [Theory]
    [InlineData("1.234,50", 123450L)]
    [InlineData("1234,5", 123450L)]
    [InlineData("1.234", 123400L)]
    [InlineData("950 kr.", 95000L)]
    [InlineData("12.5", null)]
    [InlineData("1,234", null)]
    [InlineData("mange", null)]
    public void An_amount(string typed, long? ore)
    {
        var form = Typed(("A", typed));
        Assert.Equal(ore, form.Kroner("A"));
        Assert.Equal(ore is null ? "number-not-readable" : null, form.Refusals.SingleOrDefault()?.Code);
    }

    [Theory]
    [InlineData("møde", null)]
    [InlineData("", "choice-missing")]
    [InlineData("hekseri", "choice-unknown")]
    public void A_choice(string typed, string? code) => Assert.Equal(code, Refused(typed, f => f.NeededCode<NoteKind>("A")));

    [Fact]
    public void A_text_of_any_reasonable_length() =>
        Assert.Equal(
            (null, "text-too-long"),
            (Refused("Ærø", f => f.Text("A")), Refused(new('x', FormState.LongestText + 1), f => f.Text("A")))
        );

    [Fact]
    public void A_draft_keeps_many_values_of_one_field_and_no_token()
    {
        var draft = Typed(("A", "1"), ("A", "2"), (FormState.TokenField, Guid.NewGuid().ToString()), ("__RequestVerificationToken", "x"))
            .ToDraft();
        Assert.Equal(["A"], draft.Keys);
        var again = FormState.New(3);
        again.FromDraft(new(2026, 1, 1), draft);
        Assert.Equal(["1", "2"], again.Values("A"));
    }
}
