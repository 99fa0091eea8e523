using Spor.Storage;

namespace Spor.Web.Exchange.Deliveries;

/// <summary>Whether a folder can be watched at all: asked before Spor starts.</summary>
public static class InboxFolder
{
    /// <summary>Our own folders in the inbox begin so.</summary>
    internal const string Own = ".spor-";

    /// <summary>Why a folder cannot be watched; null if it can.</summary>
    public static string? Fault(string inbox, string dataFolder)
    {
        if (!Directory.Exists(inbox))
            return $"Mappen »{inbox}« findes ikke. Lav den først, eller ret --inbox.";
        var whole = Path.TrimEndingDirectorySeparator(Path.GetFullPath(inbox)) + Path.DirectorySeparatorChar;
        var data = Path.TrimEndingDirectorySeparator(Path.GetFullPath(dataFolder)) + Path.DirectorySeparatorChar;
        if (whole.StartsWith(data, StringComparison.Ordinal) || data.StartsWith(whole, StringComparison.Ordinal))
            return "Mappen, der holdes øje med, må ikke ligge i datamappen eller omvendt.";
        try
        {
            var probe = OwnFiles.CreateFolder(Path.Combine(inbox, Own + Guid.NewGuid().ToString("N")));
            Directory.Delete(probe);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"Spor kan ikke flytte filer i »{inbox}«. Giv den bruger, der kører Spor, skriveadgang til mappen.";
        }
    }
}
