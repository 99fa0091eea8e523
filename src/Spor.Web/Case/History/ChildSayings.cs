using Spor.Children;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Web.Case.History;

static class ChildSayings
{
    public static readonly Saying<ChildFact> Child = new(
        (_, _) => "Barnets stamoplysninger",
        (c, w) => $"Barnet blev oprettet, født {Danish.Long(c.BornOn)}" + (w.District(c.DistrictId) is { } d ? ", distrikt " + d : "")
    );

    public static readonly Saying<ChildRecordFact> Record = new(
        (r, _) => $"Registreringen {(r.Name is { } name ? $"»{name}«" : "uden navn")}, der var lagt sammen med barnets,",
        (r, _) => $"Registreringen {(r.Name is { } name ? $"»{name}«" : "uden navn")} blev lagt sammen med barnets"
    );

    public static readonly Saying<NetworkPersonFact> Person = new(
        (p, _) => $"{p.Name ?? "En person"} ({p.Relation.Danish()}) i netværket",
        (p, _) =>
            $"{p.Name ?? "En person"} ({p.Relation.Danish()}) blev skrevet ind i barnets netværk"
            + (p.HasCustody == true ? " med forældremyndighed" : "")
    );
}
