using Spor.Children;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Web.Case.History;

static class ChildSayings
{
    public static readonly Saying<ChildFact> Child = new(
        "barnets stamoplysninger",
        "",
        (_, _) => "Barnets stamoplysninger",
        (c, w) => $"Barnet blev oprettet, født {Danish.Long(c.BornOn)}" + (w.District(c.DistrictId) is { } d ? ", distrikt " + d : ""),
        ("navnet", (c, _) => c.Name),
        ("fødselsdagen", (c, _) => Danish.Long(c.BornOn)),
        ("kønnet", (c, _) => c.Gender?.Danish()),
        ("CPR-nummeret", (c, _) => c.CprText),
        ("skolen", (c, _) => c.School),
        ("distriktet", (c, w) => w.District(c.DistrictId)),
        ("målgruppen", (c, _) => c.TargetGroup.Danish()),
        ("beskyttelsen", (c, _) => c.Protected ? "beskyttet navn og adresse" : "ingen")
    );

    public static readonly Saying<NetworkPersonFact> Person = new(
        "person i netværket",
        "personer i netværket",
        (p, _) => $"{p.Name ?? "En person"} ({p.Relation.Danish()}) i netværket",
        (p, _) =>
            $"{p.Name ?? "En person"} ({p.Relation.Danish()}) blev skrevet ind i barnets netværk"
            + (p.HasCustody == true ? " med forældremyndighed" : ""),
        ("navnet", (p, _) => p.Name),
        ("relationen", (p, _) => p.Relation.Danish()),
        ("forældremyndighed", (p, _) => Words.YesNo(p.HasCustody)),
        ("fagperson", (p, _) => Words.YesNo(p.Professional)),
        ("omkring barnet fra", (p, _) => Words.Day(p.Since)),
        ("omkring barnet til", (p, _) => Words.Day(p.Until)),
        ("beskyttelsen", (p, _) => p.Protected ? "beskyttet navn og adresse" : "ingen")
    );
}
