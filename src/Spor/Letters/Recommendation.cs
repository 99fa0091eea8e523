using Spor.Assessments;
using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Law;

namespace Spor.Letters;

/// <summary>The recommendation to the committee (BL 51), put together of what the case holds. What is lacking is named, and never left
/// out in silence.</summary>
/// <param name="Missing">The parts that the case does not hold yet.</param>
public sealed record Recommendation(IReadOnlyList<Block> Blocks, IReadOnlyList<string> Missing)
{
    public const string Title = "Indstilling til børne- og ungeudvalget";

    /// <summary>Whether the committee or its chair decides it: then it is recommended to them.</summary>
    public static bool IsFor(Decisions.DecisionProposalFact p) =>
        p.GrantForId is null
        && (
            p.NeededLevel is Decisions.AuthorityLevel.Committee or Decisions.AuthorityLevel.Chair
            || DecisionLaw.Of(p.Kind, p.ProposedOn) is { Committee: true } or { Chair: true }
        );

    /// <param name="file">With its texts opened.</param>
    /// <param name="section">A section as a lawyer says it.</param>
    /// <param name="name">What somebody of the network is called; of the child itself where it is null.</param>
    public static Recommendation Of(
        Decisions.DecisionProposalFact p,
        ChildFile file,
        Catalogue catalogue,
        string? municipality,
        Func<string, DateOnly, string> section,
        Func<long?, string> name
    )
    {
        var on = p.DecidedOn ?? p.ProposedOn;
        List<Block> parts = [];
        List<string> missing = [];
        void Part(string heading, string lacks, params IEnumerable<string?> texts)
        {
            parts.Add(new Heading(2, heading));
            var said = texts.OfType<string>().Where(t => t.Length > 0).ToList();
            foreach (var text in said)
                parts.Add(new Paragraph(text));
            if (said.Count > 0)
                return;
            parts.Add(new Paragraph("Mangler: " + lacks + "."));
            missing.Add(lacks);
        }

        Part(
            "Det indstilles",
            "hvad der indstilles",
            p.Kind.Danish() + " efter " + section(p.LegalBasis, on),
            p.Purpose is { } purpose ? "Formål: " + purpose : null
        );
        Part("Begrundelse", "en begrundelse", p.Reasons);
        var assessment = file.Assessments.Where(a => a.Kind == AssessmentKind.Assessment && a.FinishedOn <= on).MaxBy(a => a.FinishedOn);
        Part(
            "Den børnefaglige undersøgelse",
            "en færdig børnefaglig undersøgelse",
            assessment is null
                ? []
                :
                [
                    $"Færdig {Danish.Long(assessment.FinishedOn!.Value)}.",
                    assessment.Conclusion,
                    .. file
                        .Dimensions.Where(d => d.AssessmentId == assessment.Id && d.Conclusion is not null)
                        .Select(d => $"{DimensionSets.Title(d.Dimension)}: {d.Conclusion}"),
                ]
        );
        Part("Barnets holdning i undersøgelsen", "barnets holdning i undersøgelsen", assessment?.ChildsView);
        Part("Forældrenes syn i undersøgelsen", "forældrenes syn i undersøgelsen", assessment?.ParentsView);
        var plan = Array.FindLast(file.Plans, x => x.FinishedOn <= on && (x.ClosedOn is null || x.ClosedOn >= on));
        Part(
            "Planen",
            "en færdig plan",
            plan is null
                ? []
                :
                [
                    $"Færdig {Danish.Long(plan.FinishedOn!.Value)}.",
                    plan.Summary,
                    .. file.Goals.Where(g => g.PlanId == plan.Id && g.Description is not null).Select(g => "Mål: " + g.Description),
                ]
        );
        Part("Høring af parterne", "høring af parterne", Heard(p, file, name));
        var talk = Hearing.For(file, catalogue.Bounds, on, p.Kind);
        Part(
            "Barnets egne ord",
            "en samtale med barnet om sagen",
            talk is null ? null
                : talk.LeftOut ? $"Samtalen blev udeladt {Danish.Long(talk.On)}: {talk.Reason}"
                : $"Samtale {Danish.Long(talk.On)}: {talk.ChildsWords}"
        );
        if (p.MeasureCode is { } code)
            Part(
                "Det valgte sted",
                "stedet",
                p.Provider is { } place ? $"{catalogue.NameOf(code, p.From ?? on)}: {place}" : null,
                p.Provider is not null && p.From is { } from
                    ? $"Fra {Danish.Long(from)}{(p.ExpectedTo is { } to ? " til forventet " + Danish.Long(to) : "")}."
                    : null
            );
        Part("Søskende", "om søskende er overvejet", p.SiblingsNote ?? (p.SiblingsConsidered == true ? "Søskende er overvejet." : null));

        List<Block> all =
        [
            new Heading(1, Title),
            new Fields([
                ("Barn", file.Child.Name),
                ("Født", Danish.Long(file.Child.BornOn)),
                ("Foreslået", Danish.Long(p.ProposedOn)),
                .. municipality is { } m ? [("Kommune", m)] : Array.Empty<(string, string)>(),
            ]),
        ];
        if (missing.Count > 0)
        {
            all.Add(new Heading(2, "Det mangler, før sagen er klar til udvalget"));
            all.Add(new Bullets(missing));
        }
        return new([.. all, .. parts], missing);
    }

    static IEnumerable<string?> Heard(Decisions.DecisionProposalFact p, ChildFile file, Func<long?, string> name)
    {
        var rows = Decisions.Parties.Of(file, p.Id);
        foreach (var r in rows)
            yield return name(r.PersonId)
                + (
                    r.HeardOn is { } on ? $", hørt {Danish.Long(on)}" + (r.Said is { } said ? ": " + said : ".")
                    : r.HearingLeftOut ? ", ikke hørt: " + r.Said
                    : ", ikke hørt."
                );
        if (rows.Any(r => r.PersonId is not null))
            yield break;
        if (p.PartiesHeardOn is { } day)
            yield return $"Parterne er hørt {Danish.Long(day)}" + (p.HearingAnswer is { } answer ? ": " + answer : ".");
        else if (p.HearingSkipReason is { } why)
            yield return "Parterne er ikke hørt: " + why;
    }
}
