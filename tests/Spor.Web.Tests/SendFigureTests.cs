using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Dom;

namespace Spor.Web.Tests;

/// <summary>A figure as a picture and as a sentence: what its page tells, and no more.</summary>
public sealed class SendFigureTests(Site site)
{
    async Task<IDocument> Page(string who, string url) => (await site.Get(await site.As(who), url)).Page;

    async Task<byte[]> Bytes(string who, string url) => await (await site.As(who)).GetByteArrayAsync(new Uri(url, UriKind.Relative));

    static string Lede(IDocument page) => page.QuerySelector("p.lede")!.TextContent;

    [Fact]
    public async Task The_sentence_says_the_number_its_definition_and_the_entry_it_is_known_by()
    {
        var page = await Page("leder", "/ledelse/tal/placed");
        var sentence = page.QuerySelector("#send .sentence")!.TextContent;
        Assert.Contains(": " + Lede(page).Split(": ", 2)[1].Split(',')[0], sentence, StringComparison.Ordinal);
        Assert.Contains(Figures.PlacementFigures.Placed.Definition, sentence, StringComparison.Ordinal);
        Assert.Contains("Definitionerne, afsnit 2.6", sentence, StringComparison.Ordinal);
        Assert.Contains(
            $"Kendt ved registrering nr. {site.Register.EntryNo.ToString("N0", Kernel.Danish.Culture)}",
            sentence,
            StringComparison.Ordinal
        );
        Assert.StartsWith(site.Register.Municipality!.Name, sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("leder", "")]
    [InlineData("controller", "&koen=pige")]
    public async Task The_picture_tells_what_the_page_tells_as_svg_and_the_same_bytes_again(string who, string question)
    {
        var hidden = 0;
        foreach (var code in new[] { "placed", "new-placements", "children-with-case", "spending", "compliance-law" })
        {
            var url = $"/ledelse/tal.svg?tal={code}{question}";
            var svg = await Bytes(who, url);
            Assert.Equal(svg, await Bytes(who, url));
            var texts = System
                .Xml.Linq.XDocument.Parse(Encoding.UTF8.GetString(svg))
                .Descendants()
                .Where(e => e.Name.LocalName == "text")
                .Select(e => e.Value)
                .ToList();
            var page = await Page(who, $"/ledelse/tal/{code}?{question.TrimStart('&')}");
            var shown = Lede(page).Split(": ", 2)[1].Split([" den ", " fra ", " i "], StringSplitOptions.None)[0].Replace('\u00a0', ' ');
            // The page has the two counts of a share beside it.
            shown = shown.Split(" (")[0];
            Assert.Contains(shown, texts);
            hidden += shown == "skjult" ? 1 : 0;
        }
        // In the whole municipality nothing is hidden from whoever sees everything.
        if (who == "leder")
            Assert.Equal(0, hidden);
    }

    [Fact]
    public async Task The_png_is_a_picture_that_a_program_can_open()
    {
        var png = await Bytes("leder", "/ledelse/tal.png?tal=placed");
        Assert.Equal([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], png[..8]);
        Assert.Equal(
            (1200, 630),
            (BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20)))
        );
        var packed = new MemoryStream();
        for (var at = 8; at < png.Length; )
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var kind = png.AsSpan(at + 4, 4);
            Assert.Equal(Crc(png.AsSpan(at + 4, length + 4)), BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)));
            if (kind.SequenceEqual("IDAT"u8))
                packed.Write(png, at + 8, length);
            at += 12 + length;
        }
        packed.Position = 0;
        using var zlib = new ZLibStream(packed, CompressionMode.Decompress);
        using var rows = new MemoryStream();
        await zlib.CopyToAsync(rows, TestContext.Current.CancellationToken);
        Assert.Equal(630 * (1 + 1200 * 3), rows.Length);
        var points = rows.ToArray();
        // Something is drawn, and most of the paper is white.
        Assert.InRange(points.Count(p => p == 255), points.Length * 8 / 10, points.Length - 20_000);

        static uint Crc(ReadOnlySpan<byte> data)
        {
            var crc = uint.MaxValue;
            foreach (var b in data)
            {
                crc ^= b;
                for (var bit = 0; bit < 8; bit++)
                    crc = (crc & 1) == 0 ? crc >> 1 : 0xedb88320 ^ (crc >> 1);
            }
            return crc ^ uint.MaxValue;
        }
    }

    [Fact]
    public async Task A_pinned_figure_is_sent_from_ones_own_page_and_what_does_not_exist_is_not_there()
    {
        var page = await Page("leder", "/ledelse/min?tal=placed&tal=placed:pleje");
        Assert.Equal(2, page.QuerySelectorAll(".sentence").Length);
        Assert.Contains("Anbragte børn: pleje:", page.QuerySelectorAll(".sentence")[1].TextContent, StringComparison.Ordinal);
        foreach (var link in page.QuerySelectorAll("a[href*='/ledelse/tal.']").Select(a => a.GetAttribute("href")!))
            Assert.NotEmpty(await Bytes("leder", link));
        foreach (var url in new[] { "/ledelse/tal.png?tal=nonsense", "/ledelse/tal.svg?tal=placed&del=nonsense" })
            Assert.Equal(HttpStatusCode.NotFound, (await (await site.As("leder")).GetAsync(new Uri(url, UriKind.Relative))).StatusCode);
        // Who may not see the children has no table of movements, and no picture of it.
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await (await site.As("controller")).GetAsync(new Uri("/ledelse/tal.svg?tal=movements", UriKind.Relative))).StatusCode
        );
    }
}
