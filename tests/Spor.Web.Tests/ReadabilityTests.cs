using System.Text.RegularExpressions;
using Spor.Children;
using Spor.Conferences;
using Spor.Facts;
using Spor.Letters;
using Spor.Notifications;
using LettersText = Spor.Web.Case.Letters.Text;

namespace Spor.Web.Tests;

/// <summary>A letter is read by whoever gets it: LIX is the words of a sentence and the share of long words, and stays at 30.</summary>
public sealed partial class ReadabilityTests
{
    public static TheoryData<string> Codes => [.. Templates.Defaults.Select(t => t.Code)];

    /// <summary>Words in a sentence, and words of more than six letters in a hundred.</summary>
    static double Lix(string text)
    {
        // A point after a number or in a shortened word ends no sentence.
        var plain = NoSentence().Replace(text, "$1");
        var words = Word().Matches(plain);
        var sentences = End().Split(plain).Count(s => Word().IsMatch(s));
        return (double)words.Count / sentences + 100.0 * words.Count(w => w.Length > 6) / words.Count;
    }

    [Fact]
    public void The_measure_is_the_one_that_is_known()
    {
        // 9 words, 2 sentences, 1 long word.
        Assert.Equal(4.5 + 100.0 / 9, Lix("Vi ses kl. 9 hos os. Barnets mor kommer."), 3);
        Assert.True(Lix("Forvaltningen foretager partshøring vedrørende anbringelsesgrundlaget forinden sagsbehandlingen afsluttes.") > 60);
    }

    /// <summary>One of each who may read a letter: the child, a mother, a teacher, and everybody who may be on a conference's
    /// list.</summary>
    static (ChildFile File, Recipient[] Readers) Everybody()
    {
        var roles = Enum.GetValues<InviteeRole>().Where(r => r != InviteeRole.Child).ToList();
        var file = ChildFile.Build(
            new()
            {
                Id = 7,
                FirstName = "Alma",
                LastName = "Eksempel",
                BornOn = new(2013, 5, 1),
            },
            [
                .. roles.Select(
                    (r, i) =>
                        new InviteeFact
                        {
                            Id = 70 + i,
                            ChildId = 7,
                            ConferenceId = 60,
                            Role = r,
                            Name = "Karen Eksempel",
                        }
                ),
            ],
            alone: true
        );
        return (
            file,
            [
                new(Recipients.Child, "Alma Eksempel", null),
                new("person-1", "Karen Eksempel", null, PersonId: 1, Relation: Relation.Mother, HasCustody: true),
                .. roles.Select((_, i) => new Recipient("inviteret-" + i, "Karen Eksempel", null) { InviteeId = 70 + i }),
            ]
        );
    }

    static string Filled(LetterTemplate template, ChildFile file, Recipient to)
    {
        var words = new Dictionary<string, string?>(LettersText.Examples);
        foreach (var (field, said) in Readers.For(file, to))
            words[field] = said;
        return LetterText.Fill(template.Body, words).Split("Venlig hilsen")[0];
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_letter_is_easy_to_read_for_everybody_who_may_get_it(string code)
    {
        var (file, readers) = Everybody();
        foreach (var to in readers)
        {
            var text = Filled(Templates.Default(code)!, file, to);
            Assert.True(Lix(text) is >= 5 and <= 30, $"{Lix(text):0.0} for {to.Key}:\n{text}");
        }
    }

    [Fact]
    public void The_child_reads_of_itself_as_you_and_never_by_its_name()
    {
        var (file, readers) = Everybody();
        // What goes to a notifier or to another municipality is not the child's to read.
        foreach (
            var template in Templates.Defaults.Where(t => t.Code is not (Templates.Acknowledgement or Templates.Feedback or Templates.Move))
        )
        {
            var text = Filled(template, file, readers[0]);
            var lines = text.Split('\n')
                .Where(l => !LettersText.Examples.Values.Any(v => v?.Contains(l, StringComparison.Ordinal) == true));
            Assert.DoesNotContain(lines, l => l.Contains("Alma", StringComparison.Ordinal));
        }
        var invitation = Templates.Default(Templates.ConferenceInvitation)!;
        Assert.Equal(readers.Length, readers.Select(r => Filled(invitation, file, r)).Distinct().Count());
    }

    /// <summary>A parent and the child itself are no outsiders, and a family that is refused has no purpose to read about.</summary>
    [Fact]
    public void Whoever_told_is_answered_by_who_it_is_and_a_refusal_says_so()
    {
        Assert.Contains("tavshedspligt", Readers.MayBeTold(Notifier.School), StringComparison.Ordinal);
        Assert.All(
            [Notifier.Parent, Notifier.ChildItself],
            n => Assert.DoesNotContain("tavshedspligt", Readers.MayBeTold(n), StringComparison.Ordinal)
        );
        Assert.All(
            Templates.Defaults.Where(t => t.Body.Contains("ring", StringComparison.OrdinalIgnoreCase)),
            t =>
                Assert.All(
                    Ring().Matches(t.Body).Select(m => t.Body[m.Index..t.Body.IndexOf('.', m.Index)]),
                    s => Assert.Contains("{rådgiverens telefon}", s, StringComparison.Ordinal)
                )
        );
    }

    [GeneratedRegex(@"\b[Rr]ing(e)?\b(?! også)")]
    private static partial Regex Ring();

    [GeneratedRegex(@"(\d|\b(?:kl|stk|nr|tlf|ca))\.")]
    private static partial Regex NoSentence();

    [GeneratedRegex(@"[\p{L}\d-]*[\p{L}\d]")]
    private static partial Regex Word();

    [GeneratedRegex(@"[.!?:\n]+")]
    private static partial Regex End();
}
