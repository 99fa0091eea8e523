using Spor.Economy;
using Spor.Kernel;

namespace Spor.Web.Leading.Economy;

/// <summary>The words of the table of accounts.</summary>
static partial class Text
{
    public const string AccountRowsTitle = "Konti og deres trin",
        AccountRowsLede =
            "Her står, hvilket trin på trappen hver konto hører til, og fra hvornår. En linje i regnskab og budget får trinnet fra den række, der gælder på "
            + "månedens sidste dag. Har kontoen ingen række, gælder ydelseskatalogets konto.",
        AccountKnown = "Rækkerne",
        NoAccountRows = "Der er ingen rækker endnu. Kontoens trin er det, ydelseskataloget siger.",
        AccountUntil = "Til og med",
        AccountStateColumn = "Gælder",
        AccountWrittenColumn = "Sidst skrevet",
        AccountNotUsed = "Ikke i regnskab eller budget",
        AccountNoStep = "Intet trin",
        AccountNow = "Gælder nu",
        AddAccountTitle = "Skriv en konto",
        AddAccountNote = "Skriv kontoen, som den står i regnskabet: 5.28.22.2 og 5.28.22.002 er to konti.",
        AccountStepHint = "Intet trin: linjens trin er så det, ydelseskataloget eller linjens indsats siger.",
        AccountUntilHint = "Tomt, hvis kontoen stadig hører til trinnet.",
        AddAccountSave = "Gem kontoen",
        UnnamedTitle = "Konti uden en række i dag",
        UnnamedNote = "De står i regnskab eller budget. Trinnet er ydelseskatalogets.",
        UnnamedWrite = "Skriv trin",
        EditAccount = "Ret",
        BackToAccounts = "Tilbage til konti",
        ChangeAccountTitle = "Nyt trin eller navn fra en dag",
        ChangeAccountNote =
            "Rækken gælder til dagen før, og en ny række gælder fra dagen. Er dagen rækkens første, rettes rækken selv. Tallene for månederne derefter følger med.",
        ChangeAccountSave = "Gem ændringen",
        EndAccountTitle = "Afslut",
        EndAccountNote = "Skriv den sidste dag, rækken gælder. Er feltet tomt, gælder den stadig.",
        EndAccountSave = "Gem slutdagen",
        WithdrawAccountTitle = "Træk tilbage",
        WithdrawAccountNote =
            "Rækken var en fejl og har aldrig gældt. Den bliver stående i journalen med din grund, og en ny fil med konti bringer den ikke igen.",
        WithdrawAccountReason = "Hvorfor var den en fejl?",
        WithdrawAccountSave = "Træk rækken tilbage",
        ToAccounts = "Se og ret konti og deres trin";

    public static string AccountStep(int? step) => step is { } s ? StepName(s) : AccountNoStep;

    public static string AccountState(AccountFact row, DateOnly today) =>
        row.HoldsOn(today) ? AccountNow
        : row.From > today ? $"Først fra {Danish.Long(row.From)}"
        : $"Sluttet {Danish.Long(row.To!.Value)}";

    public static string AccountImported(DateOnly on) => $"Indlæst {Danish.Long(on)}";

    public static string AccountWritten(string who, DateOnly on) => $"{who}, {Danish.Long(on)}";

    public static string AccountTitle(AccountFact row) => $"Konto {row.Account}";

    public static string AccountSays(AccountFact row) =>
        $"{row.Name}: {AccountStep(row.Step)}, fra {Danish.Long(row.From)}" + (row.To is { } to ? $" til og med {Danish.Long(to)}." : ".");
}
