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
            DatabaseMissingException m => $"Nøglerne ligger i datamappen, men databasen mangler: {m.Where}. Spor begynder ikke forfra ved "
                + "siden af gamle nøgler. Ligger databasen på en server, så skriv --database. Er den væk, så læg en kopi ind i en ny mappe "
                + "med ./spor restore.",
            DatabaseGoneException { Rescued: { } rescued } => "Databasens fil er flyttet eller slettet, mens Spor kører. Intet mere er "
                + $"gemt. Alt, hvad der var gemt, er skrevet til {rescued}. Stop Spor, og giv den fil navnet tilbage.",
            DatabaseGoneException =>
                "Databasens fil er flyttet eller slettet, mens Spor kører. Intet mere er gemt. Sig det straks til den, "
                    + "der driver Spor.",
            KeysDamagedException => "Filen keys.json er tom eller ødelagt. Uden nøglerne kan navne ikke læses. Hent den fra en kopi.",
            RestoreUnfinishedException => "En kopi eller en flytning blev ikke lagt helt ind i denne mappe. Kør ./spor restore eller "
                + "./spor move igen, eller slet mappen restoring-… i datamappen, hvis du ikke vil.",
            PlaceNotEmptyException { Server: true } => "Databasen på serveren er ikke tom. Intet er flyttet. Lav en ny, tom database med "
                + "createdb, og skriv dens navn efter --to-database.",
            PlaceNotEmptyException => "Mappen, der skal flyttes til, er ikke tom. Intet er flyttet. Skriv en ny mappe efter --to-data.",
            WrittenMeanwhileException => "Nogen har skrevet eller set noget, mens der blev flyttet. Intet er flyttet, og det gamle er, som "
                + "det var. Stop Spor, og flyt igen.",
            MoveNotSoundException m => "Det, der kom ud, stemmer ikke, eller det gamle stemte ikke med sig selv: "
                + $"{m.Differences[0].Where}. Intet er flyttet. Se alt, der er galt, med ./spor replay --check.",
            ServerDownException =>
                "Databaseserveren svarer ikke, eller den tager ikke imod flere. Intet er gemt. Prøv igen om lidt, og se, "
                    + "om serveren kører.",
            NoSuchDatabaseException => "Databaseserveren har ikke en database med det navn. Ret navnet efter Database=, eller lav den med "
                + "createdb.",
            NotLetInException => "Databaseserveren lukker ikke brugeren ind. Se efter, om brugeren og adgangskoden er rigtige.",
            BadConnectionException => "Forbindelsen til databasen kan ikke læses. Skriv den som »Host=…;Database=…;Username=…« og "
                + "adgangskoden i en fil: »PasswordFile=…«.",
            PasswordFileException => "Filen med adgangskoden til databaseserveren findes ikke, eller Spor må ikke læse den.",
            OlderSchemaException => "Databasen er lavet af en ældre version af Spor og er ikke opgraderet. Kontrollen ændrer intet, så den "
                + "opgraderer ikke. Start Spor med ./spor serve, så opgraderes den.",
            StrangeSchemaException => "Databasen er lavet af en udgave af Spor, der ikke er udgivet, og kan ikke åbnes af denne. Brug den "
                + "udgave, den blev lavet med, eller læs udtrækket ind i en ny mappe.",
            BackupDamagedException { Part: { } part } =>
                $"Kopien er ødelagt: {part} i den er ikke, som da kopien blev taget. Intet er lagt " + "ind. Brug en anden kopi.",
            BackupDamagedException => "Kopien er ødelagt eller ændret, siden den blev taget. Intet er lagt ind. Brug en anden kopi.",
            RestoredNotSoundException =>
                "Kopien kan pakkes ud, men det, den indeholder, stemmer ikke med sig selv. Intet er lagt ind. Brug " + "en anden kopi.",
            OtherKindException { Holds: Provider.Postgres } =>
                "Kopien er af en PostgreSQL-database. Lav en tom database på serveren, og skriv "
                    + "den med --database »Host=…;Database=…«.",
            OtherKindException => "Kopien er af en SQLite-database. Læg den ind uden --database, eller med en fil efter --database.",
            NothingBeforeException => "Der er intet i kopien fra før det tidspunkt, som journalen kan skæres over ved. Intet er lagt ind.",
            WrongKeysException =>
                "Nøglerne i keys.json hører ikke til databasen, eller de mangler. Uden de rigtige nøgler kan navne ikke læses. "
                    + "Hent dem fra en kopi.",
            NewerSchemaException => "Databasen er lavet af en nyere version af Spor. Hent den nyeste version.",
            HeadMovedException => "Nogen har skrevet i databasen imens. Intet er gemt. Prøv igen.",
            AlreadyThereException =>
                "Der ligger allerede en database her. En kopi kan kun lægges ind i en ny datamappe, og på PostgreSQL i "
                    + "en ny, tom database.",
            NotACheckpointException => "Filen er ikke et punkt fra denne database, eller den er ændret.",
            BackupLockedException => "Kopien er forseglet og kan ikke åbnes med det, du gav. Brug samme adgangssætning eller nøglefil, som "
                + "da kopien blev taget. Er den den samme, er kopien ændret eller ødelagt. Intet er lagt ind.",
            NotABackupException => "Filen er ikke en kopi lavet med ./spor backup, eller den er ødelagt.",
            ToolMissingException t => $"Programmet {t.Tool} blev ikke fundet. Det skal bruges til at tage en kopi af PostgreSQL.",
            StorageException => "Databasen kunne ikke læses eller skrives. Det er usikkert, om det blev gemt. Åbn siden igen, og se efter.",
            UnauthorizedAccessException => "Der er ikke adgang til at læse eller skrive filen eller mappen.",
            DirectoryNotFoundException or FileNotFoundException => "Filen eller mappen findes ikke.",
            IOException => "Filen eller disken kunne ikke læses eller skrives.",
            _ => null,
        };
}
