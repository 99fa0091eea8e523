using AngleSharp.Dom;

namespace Spor.Web.Tests;

/// <summary>What a decision's form asks of each party.</summary>
static class Parties
{
    /// <summary>Everybody with custody heard and consenting on a day; where the file knows nobody, all together.</summary>
    public static (string, string)[] Heard(IDocument form, string day) =>
        [
            .. form.QuerySelectorAll("input[name^='HeardOn-'], input[name^='ConsentOn-'], #felt-PartiesHeardOn, #felt-CustodyConsentOn")
                .Select(i => (i.GetAttribute("name")!, day)),
        ];
}
