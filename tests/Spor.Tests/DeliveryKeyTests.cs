using Spor.Exchange.Deliveries;
using Spor.Facts;

namespace Spor.Tests;

public sealed class DeliveryKeyTests
{
    static readonly DateOnly Today = new(2026, 6, 15);

    [Fact]
    public void A_key_is_revoked_once_and_says_by_whom_and_when()
    {
        var key = new DeliveryKeyFact { Id = 7, GivenBy = "adm" };
        var revoked = (DeliveryKeyFact)Assert.IsType<Corrected>(Assert.Single(DeliveryRules.Revoke(key, "leder", Today).Events)).Fact;
        Assert.Equal((Today, "leder"), (revoked.RevokedOn, revoked.RevokedBy));
        var again = DeliveryRules.Revoke(revoked, "adm", Today.AddDays(1));
        Assert.Equal(["delivery-key-revoked-already"], again.Refusals.Select(r => r.Code));
        Assert.Equal(["delivery-key-not-there"], DeliveryRules.Revoke(null, "adm", Today).Refusals.Select(r => r.Code));
    }
}
