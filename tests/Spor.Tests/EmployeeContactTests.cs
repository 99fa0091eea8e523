using Spor.Facts;
using Spor.Kernel;
using Spor.Workforce;

namespace Spor.Tests;

/// <summary>How an employee is reached, and who wants to be told by e-mail, as plain calls.</summary>
public class EmployeeContactTests
{
    static List<string> Codes(Decision decision) => [.. decision.Refusals.Select(r => r.Code)];

    static EmployeeContactFact Only(Decision decision) =>
        (EmployeeContactFact)(Assert.Single(decision.Events) is Recorded r ? r.Fact : ((Corrected)Assert.Single(decision.Events)).Fact);

    static readonly EmployeeContactFact Before = new()
    {
        Id = 1,
        EmployeeId = 3,
        Wanted = true,
        Phone = "12 34 56 78",
        Email = "anna@kommune.example",
    };

    [Fact]
    public void An_employee_says_how_they_are_reached_and_whether_they_want_e_mail()
    {
        Assert.Equal(
            ["contact-without-job", "phone-not-readable", "contact-without-email"],
            Codes(EmployeeContactRules.Own(new(true, "12", null), null, null, () => 9))
        );
        Assert.Equal(["email-not-readable"], Codes(EmployeeContactRules.Own(new(true, null, "anna"), null, 3, () => 9)));
        var first = Only(EmployeeContactRules.Own(new(true, "12345678", "bo@kommune.example"), null, 3, () => 9));
        Assert.Equal(
            (9, 3, true, "12 34 56 78", "bo@kommune.example"),
            (first.Id, first.EmployeeId, first.Wanted, first.Phone, first.Email)
        );
        var off = Only(EmployeeContactRules.Own(new(false, Before.Phone, Before.Email), Before, 3, () => 9));
        Assert.Equal((1, false, Before.Email), (off.Id, off.Wanted, off.Email));
        Assert.Equal(["nothing-changed"], Codes(EmployeeContactRules.Own(new(true, Before.Phone, Before.Email), Before, 3, () => 9)));
        // Who wants no e-mail needs no address.
        Assert.False(Only(EmployeeContactRules.Own(new(false, null, null), null, 3, () => 9)).Wanted);
    }

    [Fact]
    public void Whoever_sets_Spor_up_writes_how_somebody_is_reached_and_not_what_they_want()
    {
        Assert.Equal(["choice-missing"], Codes(EmployeeContactRules.Others(new(null, null, "x@y.dk"), null, false, () => 9)));
        Assert.Equal(["contact-not-employed"], Codes(EmployeeContactRules.Others(new(4, null, "x@y.dk"), null, false, () => 9)));
        Assert.True(Only(EmployeeContactRules.Others(new(3, null, "ny@kommune.example"), null, true, () => 9)).Wanted);
        var off = (EmployeeContactFact)Before.Copy();
        off.Wanted = false;
        var now = Only(EmployeeContactRules.Others(new(3, "87654321", "ny@kommune.example"), off, true, () => 9));
        Assert.Equal((false, "87 65 43 21", "ny@kommune.example"), (now.Wanted, now.Phone, now.Email));
        Assert.Null(Only(EmployeeContactRules.Others(new(3, null, null), Before, true, () => 9)).Email);
    }
}
