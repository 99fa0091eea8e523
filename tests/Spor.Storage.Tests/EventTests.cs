using System.Buffers;
using System.Text;
using System.Text.Json.Nodes;
using Spor.Facts;
using Spor.Storage.Journal;

namespace Spor.Storage.Tests;

public class EventTests
{
    static string GoldenFile => Path.Combine(AppContext.BaseDirectory, "golden-events.jsonl");

    static string Write(params IReadOnlyList<DomainEvent> events)
    {
        using var json = new EventJson();
        var buffer = new ArrayBufferWriter<byte>();
        json.Write(events, buffer);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    [Fact]
    public void Every_event_ever_released_can_be_read_and_every_event_there_is_has_a_sample()
    {
        // A sample is added when an event is released, and never edited or removed.
        var seen = new HashSet<string>();
        foreach (var line in File.ReadLines(GoldenFile).Where(l => l.Length > 0))
        {
            var happened = Assert.Single(EventJson.Read(Encoding.UTF8.GetBytes("[" + line + "]")));
            var sample = JsonNode.Parse(line)!.AsObject();
            seen.Add((string)sample["event"]!);
            var written = JsonNode.Parse(Write(happened))!.AsArray()[0]!.AsObject();
            foreach (var (name, value) in sample)
                Assert.True(JsonNode.DeepEquals(value, written[name]), $"{name} of {sample["event"]}: {value} became {written[name]}");
        }
        Assert.Equal([], EventNames.All.Except(seen));
    }

    [Fact]
    public void An_event_read_back_is_the_event_written()
    {
        var random = new Random(11);
        foreach (var kind in FactKinds.All)
            for (var i = 0; i < 20; i++)
            {
                var fact = Sample.Of(kind, i + 1, 5, random);
                var again = ((Recorded)EventJson.Read(Encoding.UTF8.GetBytes(Write(new Recorded(kind, fact))))[0]).Fact;
                Assert.Equal(Sample.Text(fact, withText: false), Sample.Text(again, withText: false));
                Assert.Null(kind.PackText(again));
            }
    }

    [Fact]
    public void Unknown_fields_are_passed_over_and_missing_ones_are_empty()
    {
        var happened = EventJson.Read(
            """[{"event":"team-recorded","Id":4,"TeamId":2,"Colour":"green","From":"2020-01-01","Nested":{"a":[1]}}]"""u8.ToArray()
        );
        var team = (Spor.Workforce.TeamFact)((Recorded)happened[0]).Fact;
        Assert.Equal((4, 2, "", null, false), (team.Id, team.TeamId, team.Name, team.To, team.Touched));
    }

    [Fact]
    public void A_sealed_text_opens_only_with_its_ring_and_in_its_own_row()
    {
        var folder = Directory.CreateTempSubdirectory("spor-keys-").FullName;
        using var ring = KeyRing.Open(folder);
        using var again = KeyRing.Open(folder);
        using var other = KeyRing.Open(Path.Combine(folder, "other"));
        var body = ring.Seal(7, "Ærlig Åse Ø");
        Assert.Equal("Ærlig Åse Ø", again.Unseal(7, body));
        Assert.NotEqual(body, ring.Seal(7, "Ærlig Åse Ø"));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => ring.Unseal(8, body));
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(() => other.Unseal(7, body));
        Assert.Equal(ring.Hash("0405121234"), again.Hash("0405121234"));
        Assert.Equal(ring.Hash("0405121234"), ring.SourceHash().OfText("0405121234"));
        Assert.NotEqual(ring.Hash("0405121234"), other.Hash("0405121234"));
        Directory.Delete(folder, recursive: true);
    }
}
