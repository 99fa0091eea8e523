using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>The last step of <c>./test</c>: what the rules said while all other tests ran.</summary>
public sealed class HeardTests
{
    [Fact(Explicit = true)]
    public void Every_refusal_was_given_by_a_rule_while_the_tests_ran()
    {
        Assert.True(Heard.Folder is not null, "SPOR_HEARD names no folder: ./test sets it");
        var heard = Directory.GetFiles(Heard.Folder!).SelectMany(File.ReadLines).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(heard);
        Assert.Equal([], RefusalText.Codes.Where(c => !heard.Contains(c)).Order(StringComparer.Ordinal));
    }
}
