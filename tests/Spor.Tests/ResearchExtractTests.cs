using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Spor.Children;
using Spor.Exchange.Import;
using Spor.Exchange.Research;
using Spor.Facts;
using Spor.Figures;
using Spor.Interventions;
using Spor.Kernel;

namespace Spor.Tests;

public sealed class ResearchExtractTests : IDisposable
{
    static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    readonly string folder = Directory.CreateTempSubdirectory("spor-research-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    Extract Again(byte[] zip)
    {
        var path = Path.Combine(folder, "udtræk.zip");
        File.WriteAllBytes(path, zip);
        using var source = ExtractSource.At(path);
        return Extracts.Read(source);
    }

    static Dictionary<string, string[]> Files(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes));
        return zip.Entries.ToDictionary(
            e => e.FullName,
            e =>
            {
                using var reader = new StreamReader(e.Open(), Encoding.UTF8);
                return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
            }
        );
    }

    static JsonObject Figures(Register register, string day)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
            FiguresFile.Of(register, DateOnly.Parse(day), DateOnly.Parse(day).AddYears(-1)).WriteJson(json);
        var figures = JsonNode.Parse(stream.ToArray())!.AsObject();
        // Teams have other names; what they carry has not changed.
        figures["caseload_by_team"] = new JsonArray([
            .. figures["caseload_by_team"]!.AsObject().Select(t => t.Value!.GetValue<double>()).Order().Select(v => JsonValue.Create(v)),
        ]);
        return figures;
    }

    static string[] Different(JsonObject a, JsonObject b)
    {
        Assert.Equal(a.Select(p => p.Key), b.Select(p => p.Key));
        return [.. a.Where(p => p.Value?.ToJsonString() != b[p.Key]?.ToJsonString()).Select(p => p.Key)];
    }

    [Theory]
    [InlineData("aakaer", "2026-10-31")]
    [InlineData("lergaard", "2017-01-31")]
    public void It_can_be_imported_again_and_gives_the_same_figures_but_for_what_an_exact_birthday_decides(string example, string day)
    {
        var original = FiguresTests.Read(example).ToRegister();
        var extract = Again(ResearchExtract.Zip(original, Key, withProtected: true));
        Assert.Equal([], extract.Problems.All.Where(p => p.Severity == Severity.Error));
        var again = Figures(extract.ToRegister(), day);
        Assert.All(Different(Figures(original, day), again), f => Assert.Contains(f, new[] { "compliance", "overdue" }));
        // With the birthdays of the extract in the original too, nothing differs at all.
        foreach (var file in original.Children)
            file.Child.BornOn = new(file.Child.BornOn.Year, file.Child.BornOn.Month, 1);
        Assert.Equal([], Different(Figures(original, day), again));
    }

    [Fact]
    public void Nothing_in_it_names_a_person_or_holds_a_text()
    {
        var original = FiguresTests.Read("aakaer");
        var register = original.ToRegister();
        var files = Files(ResearchExtract.Zip(register, Key));
        Assert.DoesNotContain("personer.csv", files.Keys);
        var cells = files.Where(f => f.Key != "laes-mig.txt").SelectMany(f => f.Value.Skip(1)).SelectMany(l => l.Split(';')).ToHashSet();
        var named = register
            .Children.SelectMany(c =>
                new[] { c.Child.FirstName, c.Child.LastName, c.Child.Name, c.Child.Cpr, c.Child.CprText, c.Child.School, c.Child.SourceKey }
            )
            .Concat(
                register.Children.SelectMany(c =>
                    c.Interventions.Select(i => i.Provider)
                        .Concat(c.Goals.Select(g => g.Description))
                        .Concat(c.Notifications.Select(n => n.Causes))
                        .Concat(c.Conversations.Select(x => x.Reason))
                        .Concat(c.Cases.SelectMany(k => new[] { k.SourceKey, k.ClosingReason }))
                )
            )
            .Concat(register.Employments.SelectMany(e => new[] { e.Name, e.SourceKey }))
            .Concat(register.Districts.Select(d => d.Name))
            .Where(t => !string.IsNullOrEmpty(t) && !Codes<TargetGroup>.TryDanish(t, out _))
            .ToHashSet();
        Assert.True(named.Count > 1000);
        Assert.DoesNotContain(named, n => cells.Contains(n!));
        string[] free = ["CPR", "Skole", "Årsag", "Lukkeårsag", "Leverandør", "Beskyttet"];
        Assert.All(files.Values, lines => Assert.Empty(lines[0].Split(';').Intersect(free)));
        Assert.All(files["boern.csv"].Skip(1), line => Assert.EndsWith("-01", line.Split(';')[3], StringComparison.Ordinal));
    }

    [Fact]
    public void Pseudonyms_are_the_same_with_the_same_key_and_tell_nothing_without_it()
    {
        var register = FiguresTests.Read("lergaard").ToRegister();
        var first = ResearchExtract.Zip(register, Key);
        Assert.Equal(first, ResearchExtract.Zip(register, Key));
        byte[] other = [.. Key.Select(b => (byte)(b + 1))];
        HashSet<string> Ids(byte[] zip) => [.. Files(zip)["boern.csv"].Skip(1).Select(l => l.Split(';')[0])];
        Assert.Equal(register.Children.Count(c => !c.Child.Protected), Ids(first).Count);
        Assert.Empty(Ids(first).Intersect(Ids(ResearchExtract.Zip(register, other))));
        // The rows stand by pseudonym: not by name, birthday or the order they were read in.
        var lines = Files(first)["boern.csv"][1..];
        Assert.Equal(lines.Order(StringComparer.Ordinal), lines);
        Assert.Throws<ArgumentException>(() => ResearchExtract.Zip(register, new byte[31]));
    }

    [Fact]
    public void A_rare_sex_or_target_group_and_a_family_of_one_are_not_told_and_a_section_is_no_sentence()
    {
        var children = Enumerable
            .Range(1, 20)
            .Select(i =>
                ChildFile.Build(
                    new ChildFact
                    {
                        Id = i,
                        BornOn = new(2012, 5, i),
                        Gender = i <= 4 ? Gender.Other : Gender.Girl,
                        TargetGroup =
                            i == 1 ? TargetGroup.Crime
                            : i == 2 ? TargetGroup.Disability
                            : i <= 8 ? TargetGroup.Integration
                            : TargetGroup.Vulnerable,
                        FamilyId = i <= 2 ? 7 : 100 + i,
                    },
                    i > 2
                        ? []
                        :
                        [
                            new InterventionFact
                            {
                                Id = 100 + i,
                                ChildId = i,
                                Code = "hjem",
                                From = new(2020, 1, 1),
                                LegalBasis = i == 1 ? "§ 32, stk. 1, nr. 2" : "efter aftale med Ida Holm",
                            },
                        ]
                )
            )
            .ToArray();
        var files = Files(ResearchExtract.Zip(new Register { Catalogue = Catalogue.Default, Children = children }, Key));
        var rows = files["boern.csv"].Skip(1).Select(l => l.Split(';')).ToList();
        Assert.Equal([("", 4), ("pige", 16)], rows.GroupBy(r => r[4]).OrderBy(g => g.Key).Select(g => (g.Key, g.Count())));
        Assert.Equal(
            [("funktionsnedsættelse", 1), ("integration", 6), ("udsat", 13)],
            rows.GroupBy(r => r[6]).OrderBy(g => g.Key).Select(g => (g.Key, g.Count()))
        );
        Assert.Equal(2, rows.Count(r => r[7].Length > 0));
        Assert.Equal(
            ["andet", "§ 32, stk. 1, nr. 2"],
            files["indsatser.csv"].Skip(1).Select(l => l.Split(';')[4]).Order(StringComparer.Ordinal)
        );
    }

    static ChildFile Notified(long id, bool secret, params (DateTime Received, DateTime? Assessed)[] notifications) =>
        ChildFile.Build(
            new ChildFact
            {
                Id = id,
                BornOn = new(2012, 5, 4),
                Protected = secret,
            },
            [
                .. notifications.Select(
                    (n, i) =>
                        new Notifications.NotificationFact
                        {
                            Id = id * 100 + i,
                            ChildId = id,
                            ReceivedAt = n.Received,
                            AssessedAt = n.Assessed,
                        }
                ),
            ]
        );

    [Fact]
    public void Days_are_told_instead_of_minutes_and_whether_24_hours_were_kept_is_still_the_same()
    {
        var monday = new DateTime(2026, 3, 2, 22, 17, 31);
        var children = new[]
        {
            Notified(
                1,
                false,
                (monday, monday.AddHours(3)),
                (monday, monday.AddHours(24)),
                (monday, monday.AddMinutes(24 * 60 + 1)),
                (monday, null)
            ),
        };
        var rows = Files(ResearchExtract.Zip(new Register { Catalogue = Catalogue.Default, Children = children }, Key))[
            "underretninger.csv"
        ]
            .Skip(1)
            .Select(l => l.Split(';'))
            .ToList();
        Assert.All(rows, r => Assert.Equal("2026-03-02T12:00:00", r[2]));
        Assert.Equal(
            ["", "2026-03-03T12:00:00", "2026-03-03T12:00:00", "2026-03-03T13:00:00"],
            rows.Select(r => r[4]).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void Protected_children_are_left_out_unless_asked_for_and_rare_combinations_are_said()
    {
        var register = new Register
        {
            Catalogue = Catalogue.Default,
            Children = [Notified(1, true), Notified(2, false), Notified(3, false)],
        };
        var files = Files(ResearchExtract.Zip(register, Key));
        Assert.Equal(2, files["boern.csv"].Length - 1);
        Assert.Contains(files["laes-mig.txt"], l => l.StartsWith("- fødselsmåned og køn: 2 af 2 børn deler", StringComparison.Ordinal));
        Assert.Equal(3, Files(ResearchExtract.Zip(register, Key, withProtected: true))["boern.csv"].Length - 1);
        // Five who are alike are not rare.
        Assert.Equal(0, RareCombinations.In([.. Enumerable.Range(1, 5).Select(i => Notified(i, false))])[0].Children);
    }

    [Theory]
    [InlineData(null, "evaluering", "research-recipient-missing")]
    [InlineData("VIVE", " ", "research-purpose-missing")]
    public void It_is_taken_for_somebody_and_for_something(string? recipient, string? purpose, string code)
    {
        Assert.Equal(code, Assert.Single(ResearchRules.Take(new(recipient, purpose)).Refusals).Code);
        Assert.False(ResearchRules.Take(new("VIVE", "evaluering")).Refused);
    }
}
