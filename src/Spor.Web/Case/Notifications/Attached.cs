using Spor.Cases;
using Spor.Kernel;
using Spor.Notifications;
using Spor.Web.Frame.Forms;

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
        var files = new List<ReceivedFile>();
        foreach (var file in given.Take(FileKind.Most))
        {
            if (file.Length > FileKind.Largest)
            {
                form.Refusals.Add(new Refusal("file-too-large", Field));
                continue;
            }
            using var content = new MemoryStream((int)file.Length);
            file.CopyTo(content);
            var name = FileKind.NameOf(file.FileName);
            var (type, refused) = FileKind.Of(name, content.ToArray());
            if (type is null)
                form.Refusals.Add(new Refusal(refused!, Field));
            else
                files.Add(new(name, type, content.ToArray()));
        }
        return files;
    }

    /// <summary>A browser forgets the files of a form that is shown again, so the form says that they must be chosen once more.</summary>
    public static void ChooseAgain(IFormCollection posted, FormState form)
    {
        if (posted.Files.Any(f => f.Name == Field && f.Length > 0) && !form.Wrong(Field))
            form.Refusals.Add(new Refusal("choose-files-again", Field));
    }
}
