using System.Net;
using System.Text.RegularExpressions;
using Spor.Requirements;
using Spor.Web.Frame.Tables;

namespace Spor.Web.Tests;

/// <summary>How many rows each table and each list of a page has: none has more than <see cref="Paged.Most"/>.</summary>
static partial class RowsOnAPage
{
    [GeneratedRegex(@"<(/?)(tbody|ul|ol|tr|li)\b[^>]*>")]
    private static partial Regex Tag();

    /// <summary>Each table's body and each list with what it has of rows, in the order in which they end.</summary>
    public static IReadOnlyList<(string List, int Rows)> In(string html)
    {
        var open = new Stack<(string List, int Rows)>();
        var found = new List<(string, int)>();
        foreach (Match tag in Tag().Matches(html))
        {
            var (ends, name) = (tag.Groups[1].Length > 0, tag.Groups[2].Value);
            if (name is "tr" or "li")
            {
                if (!ends && open.TryPeek(out var of) && of.List == "tbody" == (name == "tr"))
                    open.Push(open.Pop() with { Rows = of.Rows + 1 });
            }
            else if (!ends)
                open.Push((name, 0));
            else if (open.TryPop(out var last))
                found.Add(last);
        }
        return found;
    }

    public static IEnumerable<int> TooMany(string html) => In(html).Where(l => l.Rows > Paged.Most).Select(l => l.Rows);
}

public sealed class RowsOnAPageTests
{
    static string Rows(int count, string tag) => string.Concat(Enumerable.Repeat($"<{tag} class=\"x\">et</{tag}>", count));

    [Theory]
    [InlineData(100, 100, new int[0])]
    [InlineData(101, 100, new[] { 101 })]
    [InlineData(100, 101, new[] { 101 })]
    [InlineData(205, 300, new[] { 205, 300 })]
    public void A_table_and_a_list_of_more_than_a_hundred_rows_are_found(int table, int list, int[] found) =>
        Assert.Equal(
            found,
            RowsOnAPage.TooMany(
                $"<table><thead><tr><th>A</th></tr></thead><tbody>{Rows(table, "tr")}</tbody></table><ol class='x'>{Rows(list, "li")}</ol>"
            )
        );

    [Fact]
    public void What_stands_in_a_row_is_counted_by_itself() =>
        Assert.Equal(
            [("ul", 3), ("tbody", 2), ("ul", 1)],
            RowsOnAPage.In($"<ul><li><table><tbody><tr><td><ul>{Rows(3, "li")}</ul></td></tr><tr></tr></tbody></table></li></ul>")
        );

    [Fact]
    public async Task A_child_with_years_of_follow_ups_has_them_on_pages_of_a_hundred()
    {
        await using var site = new Site
        {
            EditExtract = folder =>
            {
                var day = new DateOnly(2023, 10, 12);
                File.AppendAllLines(
                    Path.Combine(folder, "opfoelgninger.csv"),
                    Enumerable
                        .Range(0, 139)
                        .Select(i => $"mange{i};i561;{day.AddDays(i * 8):yyyy-MM-dd};fortsæt;{day.AddDays(i * 8 + 8):yyyy-MM-dd}")
                );
            },
        };
        await site.InitializeAsync();
        var child = site.Register.Children.Single(c => c.FollowUps.Length > 130).Id;
        var all = new List<Requirement>();
        Derive.Of(site.Register.Children.Single(c => c.Id == child), site.Register.Catalogue, site.Today, all);
        var met = all.Count(r => r.State is RequirementState.OnTime or RequirementState.Late);
        Assert.True(met > Paged.Most);
        var sides = (met + Paged.Most - 1) / Paged.Most;
        var browser = await site.As("leder");
        async Task<string> Page(string url) => await browser.GetStringAsync(new Uri(url, UriKind.Relative));
        var first = await Page($"/barn/{child}/krav");
        var last = await Page($"/barn/{child}/krav?liste=opfyldt&side={sides}");
        Assert.Contains(("tbody", Paged.Most), RowsOnAPage.In(first));
        Assert.Contains($"/barn/{child}/krav?liste=opfyldt&amp;side=2#opfyldt", first, StringComparison.Ordinal);
        Assert.Contains(("tbody", met - (sides - 1) * Paged.Most), RowsOnAPage.In(last));
        foreach (var page in (string[])["", "/krav", "/plan-og-maal", "/historik", "/journal", "/netvaerk"])
            Assert.Equal((page, ""), (page, string.Join(' ', RowsOnAPage.TooMany(await Page($"/barn/{child}{page}")))));
        // What an import told of in one go is there, a hundred lines at a time.
        var history = new Uri(
            (await Page($"/barn/{child}/historik"))
                .Split("href=\"")
                .First(h => h.Contains("linje=101", StringComparison.Ordinal))
                .Split('"')[0]
                .Replace("&amp;", "&", StringComparison.Ordinal),
            UriKind.Relative
        );
        Assert.Contains(("ul", Paged.Most), RowsOnAPage.In(await Page(history.ToString())));
        Assert.Contains("De ældre står i historikken.", WebUtility.HtmlDecode(await Page($"/barn/{child}")), StringComparison.Ordinal);
    }
}
