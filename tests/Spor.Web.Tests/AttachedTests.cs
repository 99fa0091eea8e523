using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Spor.Web.Case.Notifications;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Tests;

/// <summary>The files of a form.</summary>
public sealed class AttachedTests
{
    [Theory]
    [InlineData(2, false)]
    [InlineData(3, true)]
    public void Files_that_are_too_large_together_are_told_so(int files, bool tooLarge)
    {
        using var bytes = new MemoryStream(new byte[40 << 20]);
        var sent = new FormFileCollection();
        for (var i = 0; i < files; i++)
            sent.Add(new FormFile(bytes, 0, bytes.Length, Attached.Field, $"{i}.txt"));
        var form = FormState.New(1);
        Attached.Read(new FormCollection(new Dictionary<string, StringValues>(), sent), form);
        Assert.Equal(tooLarge, form.Refusals.Exists(r => r.Code == "files-too-large-together"));
    }
}
