using Spor.Children;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Tests;

/// <summary>How people are reached: numbers that can be rung, and a card that is changed where it stands.</summary>
public class ContactTests
{
    static readonly DateOnly Today = new(2026, 10, 30);

    [Theory]
    [InlineData("12345678", "12 34 56 78")]
    [InlineData("12 34 56 78", "12 34 56 78")]
    [InlineData("+45 12-34-56-78", "12 34 56 78")]
    [InlineData("0045 12345678", "12 34 56 78")]
    [InlineData("+46 70 123 45 67", "+46701234567")]
    [InlineData("12345678 (arbejde)", "12 34 56 78 (arbejde)")]
    [InlineData("12345678 / 87654321", "12 34 56 78 / 87 65 43 21")]
    [InlineData("1234567", null)]
    [InlineData("123456789", null)]
    [InlineData("ring til mor", null)]
    [InlineData("+45 1234567", null)]
    [InlineData("/", null)]
    public void A_number_reaches_somebody_or_is_asked_about(string typed, string? shown) => Assert.Equal(shown, PhoneNumber.Read(typed));

    static KeepContact Card(string? phone, string? email = null, string? interpreter = null) =>
        new(7, phone, email, null, null, interpreter);

    [Fact]
    public void A_card_is_written_changed_and_asked_about()
    {
        var wrong = NetworkRules.Contact(Card("123", "mor"), null, Today, () => 1);
        Assert.Equal(["phone-not-readable", "email-not-readable"], wrong.Refusals.Select(r => r.Code));
        Assert.Equal(["nothing-changed"], NetworkRules.Contact(Card(null), null, Today, () => 1).Refusals.Select(r => r.Code));
        var card = (ContactCardFact)((Recorded)NetworkRules.Contact(Card("12345678", "a@b.dk"), null, Today, () => 1).Events[0]).Fact;
        Assert.Equal(("12 34 56 78", "a@b.dk", Today), (card.Phone, card.Email, card.On));
        var later = (Corrected)NetworkRules.Contact(Card("12 34 56 78", "a@b.dk", "arabisk"), card, Today.AddDays(1), () => 2).Events[0];
        Assert.Equal((1, "arabisk"), (later.Fact.Id, ((ContactCardFact)later.Fact).Interpreter));
    }

    [Fact]
    public void A_number_that_stood_there_before_is_no_reason_to_refuse_another_change()
    {
        var file = ChildFile.Build(new ChildFact { Id = 7 }, [], alone: true);
        var person = new NetworkPersonFact
        {
            Id = 3,
            ChildId = 7,
            Name = "Bo",
            Phone = "lokal 4",
        };
        ChangePerson Change(string? phone) => new(7, 3, Relation.Neighbour, "Bo", null, false, false, phone, null, null, null, null, null);
        Assert.Equal(
            "lokal 4",
            ((NetworkPersonFact)((Corrected)NetworkRules.Change(Change("lokal 4"), file, person, Today, () => 9).Events[0]).Fact).Phone
        );
        Assert.Equal(
            ["phone-not-readable"],
            NetworkRules.Change(Change("lokal 5"), file, person, Today, () => 9).Refusals.Select(r => r.Code)
        );
        Assert.Equal(
            ["phone-not-readable"],
            NetworkRules
                .Add(new AddPerson(7, Relation.StepParent, "Bo", null, false, false, "12", null), Today, () => 9)
                .Refusals.Select(r => r.Code)
        );
    }
}
