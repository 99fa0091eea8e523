using System.Globalization;
using AngleSharp.Dom;
using Spor.Children;
using Spor.Facts;
using Spor.Investing;
using Spor.Kernel;

namespace Spor.Web.Tests;

/// <summary>What works for whom as a page: the numbers of <see cref="OfferOutcome"/>, never an order of best, and few hidden.</summary>
public sealed class OfferPageTests(Site site)
{
    async Task<IDocument> Page(string who, string url = "/hvad-virker") => (await site.Get(await site.As(who), url)).Page;

    static Dictionary<string, string[]> Rows(IDocument page) =>
        page.QuerySelectorAll("#tilbud tbody tr")
            .ToDictionary(
                r => r.QuerySelector("th")!.TextContent.Trim(),
                r => r.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToArray()
            );

    IReadOnlyList<OfferOutcome> Of(DateOnly after, DateOnly to) =>
        OfferOutcome.Of(site.Register, after, to, m => site.Register.Catalogue.Spelled(m.Code));

    [Fact]
    public async Task A_leader_sees_each_offer_as_it_is_counted_by_name_and_what_the_page_is_for()
    {
        DateOnly after = new(2025, 10, 31),
            to = new(2026, 10, 31);
        var page = await Page("leder");
        var rows = Rows(page);
        Assert.Equal(rows.Keys.Order(StringComparer.Create(Danish.Culture, false)), rows.Keys);
        Assert.Contains(
            "ikke til at sammenligne børn eller medarbejdere",
            page.QuerySelector("main")!.TextContent,
            StringComparison.Ordinal
        );
        foreach (var of in Of(after, to).Where(o => o.Group is null))
        {
            var row = rows[site.Register.Catalogue.NameOf(of.Offer, to)];
            Assert.Equal(Danish.Number(of.Children), row[0]);
            Assert.Equal(Danish.Number((double)of.Months, 1), row[1]);
            if (of.Progress is { } mean)
                Assert.Contains(Danish.Number((double)mean, 1), row[2], StringComparison.Ordinal);
            if (of.Progress is not null)
                Assert.Equal(of.ProgressRange.Low is null, row[2].Contains("usikkert", StringComparison.Ordinal));
            if (of.OreAChild is { } ore)
                Assert.StartsWith(Danish.Number((long)Math.Round(ore / 100.0)) + " kr.", row[3], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task One_offer_stands_for_each_target_group_and_providers_can_be_chosen()
    {
        var rows = Rows(await Page("leder", "/hvad-virker?indsats=kontaktperson"));
        Assert.Equal("Alle målgrupper", rows.Keys.First());
        var young = Of(new(2025, 10, 31), new(2026, 10, 31)).Single(o => o.Offer == "kontaktperson" && o.Group == TargetGroup.Vulnerable);
        Assert.Equal(Danish.Number(young.Children), rows["Udsatte børn og unge"][0]);
        Assert.NotEmpty(Rows(await Page("leder", "/hvad-virker?efter=leverandoer")));
        // What cannot be read is said, and the rest is shown.
        var odd = await Page("leder", "/hvad-virker?indsats=nonsens&til=imorgen&maalgruppe=alle");
        Assert.NotEmpty(Rows(odd));
        Assert.NotNull(odd.QuerySelector(".notice.warn"));
    }

    [Theory]
    [InlineData("controller")]
    [InlineData("byraad")]
    public async Task Whoever_may_not_see_the_children_gets_the_calendar_year_with_few_hidden_and_no_provider(string who)
    {
        var of = Of(new(2024, 12, 31), new(2025, 12, 31)).ToLookup(o => o.Group);
        var told = 0;
        foreach (var group in new TargetGroup?[] { null, TargetGroup.Vulnerable, TargetGroup.Crime })
        {
            // Another period cannot be asked for.
            var rows = Rows(await Page(who, $"/hvad-virker?maalgruppe={group?.Danish()}&fra=01-10-2026&til=31-10-2026"));
            foreach (var offer in of[group])
            {
                var row = rows[site.Register.Catalogue.NameOf(offer.Offer, new(2025, 12, 31))];
                if (offer.Children is > 0 and < 5)
                    Assert.Equal("skjult", row[0]);
                else if (row[0] != "skjult")
                    Assert.Equal(Danish.Number(offer.Children), row[0]);
                if (offer.Measured is > 0 and < 5 || (offer.Measured > 0 && offer.Children - offer.Measured is > 0 and < 5))
                    Assert.Equal("skjult", row[2]);
                Assert.DoesNotMatch(@"(^|, )[1-4] (lavere|samme|højere|uden)", row[5]);
                Assert.DoesNotMatch("^[1-4] af", row[6]);
                told += row[0] == "skjult" ? 0 : 1;
            }
        }
        Assert.True(told > 10, $"{told} told");
        Assert.Empty(Rows(await Page(who, "/hvad-virker?efter=leverandoer")));
    }

    /// <summary>Whoever may not see the children adds up what is told, target group by target group.</summary>
    [Fact]
    public void No_hidden_number_is_the_difference_of_those_told()
    {
        var all = Of(new(2024, 12, 31), new(2025, 12, 31));
        var plan = new OfferPlan(all, _ => false);
        int hidden = 0,
            shown = 0;
        foreach (var offer in all.GroupBy(o => o.Offer))
        foreach (var cell in Enum.GetValues<OfferCell>())
        {
            var missing = offer.Where(o => plan.Hides(o, cell)).ToList();
            shown += offer.Count() - missing.Count;
            hidden += missing.Count;
            if (missing.Count == 1)
                Assert.Fail($"{offer.Key} {cell} alone is hidden in {missing[0].Group}");
        }
        Assert.True(shown > hidden, string.Create(CultureInfo.InvariantCulture, $"{shown} told, {hidden} hidden"));
    }

    [Fact]
    public async Task The_table_is_a_file_too()
    {
        var leader = await site.As("leder");
        foreach (var file in new[] { "/hvad-virker.xlsx", "/hvad-virker.csv?indsats=plejefamilie", "/hvad-virker.csv?efter=leverandoer" })
            Assert.True((await leader.GetByteArrayAsync(new Uri(file, UriKind.Relative))).Length > 300, file);
    }
}
