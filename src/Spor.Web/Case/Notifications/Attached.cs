using Spor.Cases;
using Spor.Kernel;
using Spor.Notifications;
using Spor.Web.Frame.Forms;
using Spor.Web.Running;

namespace Spor.Web.Case.Notifications;

/// <summary>The files of a form, each looked into before it is taken.</summary>
static class Attached
{
    public const string Field = "Files";

    /// <summary>What may be attached; the form holds a refusal for each kind of thing that may not, and files must be chosen
    /// again.</summary>
    public static IReadOnlyList<ReceivedFile> Read(IFormCollection posted, FormState form)
    {
        var given = posted.Files.Where(f => f.Name == Field && f.FileName.Length > 0).ToList();
        if (given.Count > FileKind.Most)
            form.Refusals.Add(new Refusal("too-many-files", Field));
        else if (given.Sum(f => f.Length) > FileKind.LargestTogether && given.All(f => f.Length <= FileKind.Largest))
            form.Refusals.Add(new Refusal("files-too-large-together", Field));
        var files = new List<ReceivedFile>();
        foreach (var file in given.Take(FileKind.Most))
        {
            if (file.Length > FileKind.Largest)
            {
                form.Refusals.Add(new Refusal("file-too-large", Field));
                continue;
            }
            var name = FileKind.NameOf(file.FileName);
            // The form closes what it is read from when the answer has left.
            var content = new FileContent(file.OpenReadStream());
            var (type, refused) = FileKind.Of(name, content);
            if (type is null)
                form.Refusals.Add(new Refusal(refused!, Field));
            else
                files.Add(new(name, type, content));
        }
        return files;
    }

    /// <summary>A form with files takes whatever is sent, so that whoever chose too large a file is told so with all they wrote; no more
    /// than a file may have is kept of it on the way.</summary>
    public static RouteHandlerBuilder TakesFiles(this RouteHandlerBuilder endpoint) =>
        endpoint
            .WithMetadata(
                new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(SporHost.LargestUpload),
                new FilesKept(FileKind.Largest + 1)
            )
            .WithFormOptions(multipartBodyLengthLimit: SporHost.LargestUpload);

    /// <summary>A browser forgets the files of a form that is shown again, so the form says that they must be chosen once more.</summary>
    public static void ChooseAgain(IFormCollection posted, FormState form)
    {
        if (posted.Files.Any(f => f.Name == Field && f.Length > 0) && !form.Wrong(Field))
            form.Refusals.Add(new Refusal("choose-files-again", Field));
    }
}
