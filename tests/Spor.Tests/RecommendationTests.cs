using Spor.Assessments;
using Spor.Decisions;
using Spor.Exchange.Office;
using Spor.Facts;
using Spor.Interventions;
using Spor.Kernel;
using Spor.Letters;
using static Spor.Tests.Deciding;

namespace Spor.Tests;

/// <summary>The recommendation to the committee holds what the case holds, and names what it does not.</summary>
public class RecommendationTests
{
    static Recommendation Of(DecisionProposalFact p, ChildFile file) =>
        Recommendation.Of(p, file, Catalogue.Default, "Prøve Kommune", (s, _) => "§ " + s, id => id is null ? "Barnet" : "Anna Holm");

    static string Said(Recommendation r) =>
        string.Join(
            '\n',
            r.Blocks.Select(b =>
                b switch
                {
                    Paragraph p => p.Text,
                    Heading h => h.Text,
                    Bullets l => string.Join('\n', l.Items),
                    _ => "",
                }
            )
        );

    static DecisionProposalFact Asked()
    {
        var p = A(DecisionKind.PlacementWithoutConsent, "plejefamilie");
        (p.Id, p.SiblingsNote) = (70, "Broderen bor hos sin far.");
        return p;
    }

    [Fact]
    public void It_is_put_together_of_assessment_plan_hearings_the_childs_words_and_the_place()
    {
        var file = ChildFile.Build(
            Ready.Child,
            [
                .. Ready.All.OfType<ChildsFact>(),
                new ConversationFact
                {
                    Id = 81,
                    ChildId = 1,
                    On = Today.AddDays(-5),
                    Purpose = ConversationPurpose.Decision,
                    Matter = ConversationMatter.Placement,
                    ChildsWords = "Jeg vil bo hos Lis.",
                },
                new DecisionPartyFact
                {
                    Id = 82,
                    ChildId = 1,
                    ProposalId = 70,
                    PersonId = 51,
                    HeardOn = Today.AddDays(-4),
                    Said = "Jeg siger nej.",
                },
            ],
            alone: true
        );
        (file.Assessments[0].Conclusion, file.Assessments[0].ChildsView, file.Assessments[0].ParentsView) = (
            "Brug for ro.",
            "Hun er træt.",
            "Mor er uenig."
        );
        file.Plans[0].Summary = "Ro og skole.";
        var made = Of(Asked(), file);
        Assert.Equal([], made.Missing);
        foreach (
            var part in new[]
            {
                "Brug for ro.",
                "Hun er træt.",
                "Mor er uenig.",
                "Ro og skole.",
                "Anna Holm, hørt 26. oktober 2026: Jeg siger nej.",
                "Jeg vil bo hos Lis.",
                "Huset",
                "Broderen bor hos sin far.",
            }
        )
            Assert.Contains(part, Said(made), StringComparison.Ordinal);
        Assert.NotEmpty(Document.Write(Recommendation.Title, made.Blocks));
    }

    [Fact]
    public void What_is_lacking_is_named_first_and_at_its_place()
    {
        var p = Asked();
        (p.PartiesHeardOn, p.SiblingsNote, p.SiblingsConsidered, p.Provider) = (null, null, null, null);
        var made = Of(p, Script.File(Case));
        Assert.Equal(
            [
                "en færdig børnefaglig undersøgelse",
                "barnets holdning i undersøgelsen",
                "forældrenes syn i undersøgelsen",
                "en færdig plan",
                "høring af parterne",
                "en samtale med barnet om sagen",
                "stedet",
                "om søskende er overvejet",
            ],
            made.Missing
        );
        Assert.Equal(made.Missing, made.Blocks.OfType<Bullets>().First().Items);
        Assert.Contains("Mangler: en færdig plan.", Said(made), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_what_the_committee_or_its_chair_decides_is_recommended_to_them()
    {
        Assert.True(Recommendation.IsFor(A(DecisionKind.PlacementWithoutConsent, "plejefamilie")));
        Assert.True(Recommendation.IsFor(A(DecisionKind.Preliminary, "plejefamilie")));
        Assert.False(Recommendation.IsFor(A(DecisionKind.Placement, "plejefamilie")));
    }
}
