using Spor.Exchange.Import;
using Spor.Storage;

namespace Spor.Web.Frame;

/// <summary>What went wrong, in Danish, for the browser and the command line alike; null for a fault that is Spor's own.</summary>
public static class FaultText
{
    public static string? Of(Exception e) =>
        e switch
        {
            ExtractException x => x.Message,
            Access.SettingsException s => s.Message,
            LookNotWrittenException =>
                "Spor kan lige nu ikke skrive ned, hvem der ser hvad. Så længe det varer, kan ingen se noget om et barn. Det, du "
                    + "har gemt, er gemt. Prøv igen om lidt, eller sig det til den, der driver Spor.",
            StorageFullException =>
                "Der er ikke plads nok på disken. Intet er gemt, og databasen er, som den var. Gør plads, og prøv igen.",
            DatabaseLockedException => "Et andet program holder databasen låst. Intet er gemt. Vent lidt, og prøv igen.",
            NoPermissionException => "Spor må ikke læse eller skrive i datamappen. Ret adgangen til mappen, og prøv igen.",
            NotADatabaseException => "Filen er ikke en database fra Spor, eller den er ødelagt.",
            WrongKeysException =>
                "Nøglerne i keys.json hører ikke til databasen, eller de mangler. Uden de rigtige nøgler kan navne ikke læses. "
                    + "Hent dem fra en kopi.",
            NewerSchemaException => "Databasen er lavet af en nyere version af Spor. Hent den nyeste version.",
            HeadMovedException => "Nogen har skrevet i databasen imens. Intet er gemt. Prøv igen.",
            AlreadyThereException => "Der ligger allerede en database her. En kopi kan kun lægges ind i en ny datamappe.",
            NotACheckpointException => "Filen er ikke et punkt fra denne database, eller den er ændret.",
            BackupLockedException => "Kopien er forseglet og kan ikke åbnes med det, du gav. Brug samme adgangssætning eller nøglefil, som "
                + "da kopien blev taget.",
            NotABackupException => "Filen er ikke en kopi lavet med ./spor backup, eller den er ødelagt.",
            ToolMissingException t => $"Programmet {t.Tool} blev ikke fundet. Det skal bruges til at tage en kopi af PostgreSQL.",
            StorageException => "Databasen kunne ikke læses eller skrives. Intet er gemt.",
            UnauthorizedAccessException => "Der er ikke adgang til at læse eller skrive filen eller mappen.",
            DirectoryNotFoundException or FileNotFoundException => "Filen eller mappen findes ikke.",
            IOException => "Filen eller disken kunne ikke læses eller skrives.",
            _ => null,
        };
}
