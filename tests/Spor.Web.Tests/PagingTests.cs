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
}
