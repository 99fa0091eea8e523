using Spor.Conferences;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Web.History;

static class ConferenceSayings
{
    public static readonly Saying<NetworkConferenceFact> Conference = new("netværksrådslagning", "netværksrådslagninger",
        (c, _) => $"Netværksrådslagningen tilbudt {Danish.Long(c.OfferedOn)}",
        (c, _) => $"En netværksrådslagning blev tilbudt {Danish.Long(c.OfferedOn)}" + (c.Answer is { } a ? $", familien svarede {a.Danish()}" : "") + (c.HeldOn is { } d ? $"; holdt {Danish.Long(d)}" : ""),
        ("tilbudt", (c, _) => Danish.Long(c.OfferedOn)),
        ("svaret", (c, _) => c.Answer?.Danish()),
        ("holdt", (c, _) => Words.Day(c.HeldOn)),
        ("planen godkendt", (c, _) => Words.YesNo(c.PlanApproved)),
        ("opfølgning holdt", (c, _) => Words.Day(c.FollowedUpOn)));
}
