using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Tests;

public sealed class PagingTests
{
    [Fact]
    public void A_page_has_at_most_its_size_and_the_pages_together_have_every_row_once()
    {
        var all = Enumerable.Range(0, 205).ToList();
        var first = Paged.Of(all);
        Assert.Equal((100, 1, 3, 205, 105), (first.Rows.Count, first.Page, first.Pages, first.Count, first.Left));
        Assert.Equal(all, Enumerable.Range(1, 3).SelectMany(page => Paged.Of(all, page).Rows));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-4, 1)]
    [InlineData(9, 3)]
    [InlineData(int.MaxValue, 3)]
    public void A_page_that_is_not_there_gives_the_nearest(int asked, int given) =>
        Assert.Equal(given, Paged.Of(Enumerable.Range(0, 205).ToList(), asked).Page);

    [Fact]
    public void An_empty_list_is_one_empty_page() =>
        Assert.Equal((0, 1, 1), (Paged.Of<int>([]).Rows.Count, Paged.Of<int>([]).Page, Paged.Of<int>([]).Pages));

    [Fact]
    public void Of_several_lists_one_is_turned_and_the_others_stand_at_their_first_page()
    {
        var all = Enumerable.Range(0, 205).ToList();
        var sides = Sides.Asked(new QueryCollection(new Dictionary<string, StringValues> { [Sides.Key] = "opfyldt", [Paged.Key] = "3" }));
        Assert.Equal((3, 5), (sides.Of("opfyldt", all).Page, sides.Of("opfyldt", all).Rows.Count));
        Assert.Equal((1, 100), (sides.Of("mangler", all).Page, sides.Of("mangler", all).Rows.Count));
        Assert.Equal("/barn/7/krav?som=12&liste=opfyldt&side=2#opfyldt", Sides.Href("/barn/7/krav", "opfyldt", "som=12")(2));
        Assert.Equal("/roller?liste=brugere&side=2#brugere", Sides.Href("/roller", "brugere")(2));
    }
}
