using Spor.Economy;
using Spor.Exchange.Import;
using Spor.Facts;
using Spor.Kernel;
using Spor.Storage.Exchange;
using Spor.Storage.Facts;
using Spor.Storage.Journal;
using Spor.Verbs;

namespace Spor.Storage.Tests;

/// <summary>Accounts that are written on the page and delivered in <c>konti.csv</c> are the same rows; and a line of the ledger that comes
/// before the measure it names.</summary>
public sealed class AccountImportTests : IDisposable
{
    const string Head = "Konto;Navn;Trin;Fra;Til\n";
    static readonly DateOnly Today = new(2026, 10, 31);
    readonly string folder = Directory.CreateTempSubdirectory("spor-konti").FullName;
    readonly Database db;
    readonly Acts acts;

    public AccountImportTests()
    {
        db = Database.Open(null, Path.Combine(folder, "data"));
        Deliver(
            ("kommune", "Kommunenr;Navn;Opgørelsesdato\n992;Åkær Kommune;2026-10-31\n"),
            ("boern", "BarnId;Fornavn;Efternavn;Fødselsdato;Målgruppe\nb1;Alma;Vesterdal;2015-03-01;udsat\n"),
            ("sager", "SagId;BarnId;Åbnet\ns1;b1;2020-01-01\n")
        );
        acts = new(new Municipality(db, standsAtExtract: true));
    }

    public void Dispose()
    {
        db.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    PreparedImport Prepare(Choices? choices, (string Name, string Text)[] files)
    {
        var dir = Path.Combine(folder, Guid.NewGuid().ToString("N"));
        Directory.CreateDirectory(dir);
        foreach (var (name, text) in files)
            File.WriteAllText(Path.Combine(dir, name + ".csv"), text);
        var prepared = Importing.Prepare(db, new FolderSource(dir), Today, choices: choices);
        Assert.True(prepared.Refusal is null, prepared.Refusal?.Danish);
        return prepared;
    }

    Plan Deliver(params (string Name, string Text)[] files)
    {
        var prepared = Prepare(null, files);
        Importing.Commit(db, prepared, "test");
        return prepared.Plan!;
    }

    void Do<C>(C command)
        where C : class, ICommand<C> =>
        Assert.Equal(
            [],
            acts.Do(command, Author.Program("test"), new Clock(TimeProvider.System, Today), null).Refusals.Select(r => r.Code)
        );

    Register Known => RegisterLoader.Load(db);

    (string, int?, DateOnly, DateOnly?)[] Accounts =>
        [.. Known.Accounts.OrderBy(a => a.Account).ThenBy(a => a.From).Select(a => (a.Account, a.Step, a.From, a.To))];

    static (string, int?, DateOnly, DateOnly?) Row(string account, int? step, int year, int? lastYear = null) =>
        (account, step, new(year, 1, 1), lastYear is { } last ? new(last, 12, 31) : null);

    static readonly (string, string) Two = (
        "konti",
        Head + "5.28.22.002;Plejefamilier;5;2020-01-01;\n5.28.23.002;Institutioner;6;2020-01-01;\n"
    );

    AccountFact Find(string account) => Known.Accounts.Last(a => a.Account == account);

    [Fact]
    public void What_was_changed_from_a_day_and_what_was_taken_back_stand_when_the_same_file_comes_again()
    {
        Assert.Equal(2, Deliver(Two).New);
        Do(new ChangeAccount(Find("5.28.22.002").Id, "Plejefamilier", 4, new(2026, 1, 1)));
        Do(new WithdrawAccount(Find("5.28.23.002").Id, "Kontoen er nedlagt"));
        var plan = Deliver(Two);
        Assert.True(plan.ChangesNothing);
        Assert.Equal((0, 0, 0), (plan.New, plan.Conflicts.Count, plan.Vanished.Count));
        Assert.Equal([Row("5.28.22.002", 5, 2020, 2025), Row("5.28.22.002", 4, 2026)], Accounts);
        // The finance system says so too by now.
        plan = Deliver(
            (
                "konti",
                Head
                    + "5.28.22.002;Plejefamilier;5;2020-01-01;2025-12-31\n5.28.22.002;Plejefamilier;4;2026-01-01;\n"
                    + "5.28.23.002;Institutioner;6;2020-01-01;\n"
            )
        );
        Assert.True(plan.ChangesNothing);
        Assert.Empty(plan.Conflicts);
    }

    [Fact]
    public void Where_file_and_page_say_different_things_a_person_chooses_between_them()
    {
        Deliver(Two);
        Do(new ChangeAccount(Find("5.28.22.002").Id, "Plejefamilier", 4, new(2026, 1, 1)));
        Do(new WithdrawAccount(Find("5.28.23.002").Id, "Kontoen er nedlagt"));
        Do(new AddAccount("5.28.21.007", "Kontaktpersoner", 2, new(2026, 1, 1), null));
        (string, string)[] other =
        [
            (
                "konti",
                Head
                    + "5.28.22.002;Plejefamilier;5;2020-01-01;2026-06-30\n5.28.23.002;Institutioner;5;2020-01-01;\n"
                    + "5.28.21.007;Kontaktpersoner;3;2026-01-01;\n"
            ),
        ];
        var conflicts = Prepare(null, other).Plan!;
        Assert.Equal(["5.28.21.007", "5.28.22.002", "5.28.23.002"], conflicts.Conflicts.Select(c => c.Key).Order());
        Assert.True(conflicts.ChangesNothing);
        var all = conflicts.Conflicts.ToHashSet();
        Importing.Commit(db, Prepare(Choices.None with { TakeSource = all }, other), "test");
        Assert.Equal(
            [Row("5.28.21.007", 3, 2026), ("5.28.22.002", 5, new(2020, 1, 1), new(2026, 6, 30)), Row("5.28.23.002", 5, 2020)],
            Accounts
        );
        Assert.True(Prepare(null, other).Plan!.ChangesNothing);
        Assert.Empty(Replay.Check(db).Differences);
    }

    [Fact]
    public void An_account_that_only_the_page_has_is_not_missed_in_the_file_and_the_same_words_are_no_news()
    {
        Do(new AddAccount("5.28.21.007", "Kontaktpersoner", 3, new(2026, 1, 1), null));
        Assert.Empty(Deliver(Two).Vanished);
        var plan = Deliver(("konti", Two.Item2 + "5.28.21.007;Kontaktpersoner;3;2026-01-01;\n"));
        Assert.Equal((0, 0, true), (plan.New, plan.Conflicts.Count, plan.ChangesNothing));
        Assert.Equal(3, Accounts.Length);
        // A row that the file lost goes, as before; what an import took away, another brings.
        Assert.Single(Deliver(("konti", Head + "5.28.22.002;Plejefamilier;5;2020-01-01;\n")).Vanished);
        var withdrawing = Prepare(
            Choices.None with
            {
                WithdrawAllVanished = true,
            },
            [("konti", Head + "5.28.22.002;Plejefamilier;5;2020-01-01;\n")]
        );
        Importing.Commit(db, withdrawing, "test");
        Assert.Equal(2, Accounts.Length);
        Assert.Equal(1, Deliver(Two).New);
        Assert.Equal(3, Accounts.Length);
    }

    const string Measures = "IndsatsId;BarnId;Ydelse;Lovgrundlag;Start;Pris;Enhed\n";
    const string Ledger =
        "Konto;Måned;Beløb;IndsatsId\n5.28.22.002;2026-09;1000,00;m1\n5.28.22.002;2026-09;1000,00;m2\n5.28.22.002;2026-09;-5,00;\n";

    long?[] Named => [.. Known.Ledger.OrderBy(l => l.Id).Select(l => l.InterventionId)];

    long Measure(string code) => Known.Children.Single().Interventions.Single(m => m.Code == code).Id;

    [Fact]
    public void A_line_of_the_ledger_is_put_to_the_measure_it_names_when_the_measure_comes()
    {
        Deliver(("regnskab", Ledger));
        Assert.Equal([null, null, null], Named);
        var line = Known.Ledger.Single(l => l.AmountOre == -5_00);
        Assert.Null(line.NamesUnknown);
        Deliver(("indsatser", Measures + "m1;b1;plejefamilie;52.3.7;2026-09-01;1000;måned\n"));
        Assert.Equal([Measure("plejefamilie"), null, null], Named);
        // The other still waits, and comes with the next; the lines are delivered again and change nothing.
        Assert.True(Deliver(("regnskab", Ledger)).ChangesNothing);
        Deliver(
            ("indsatser", Measures + "m1;b1;plejefamilie;52.3.7;2026-09-01;1000;måned\nm2;b1;kontaktperson;52.3.6;2026-09-01;1000;måned\n"),
            ("regnskab", Ledger)
        );
        Assert.Equal([Measure("plejefamilie"), Measure("kontaktperson"), null], Named);
        Assert.All(Known.Ledger, l => Assert.Null(l.NamesUnknown));
        Assert.True(Deliver(("regnskab", Ledger)).ChangesNothing);
        var books = new Books(Known, Today, Today.AddYears(-1));
        var matching = LedgerMatching.Of(books, [new(2026, 9, 1)])!;
        Assert.Equal((2, 0, 1), (matching.Matched.Count, matching.Unknown.Count, matching.Without.Count));
        Assert.Empty(Replay.Check(db).Differences);
    }

    [Fact]
    public void A_line_from_before_its_name_was_kept_is_put_to_the_measure_when_it_is_delivered_again()
    {
        Deliver(("regnskab", Ledger));
        // As it was kept before.
        foreach (var line in Known.Ledger.Where(l => l.NamesHash is not null))
            db.Journal.ActAsIs(
                new("x", "test"),
                (facts, _) =>
                {
                    var old = (LedgerFact)facts.Find(FactKinds.Ledger, line.Id)!.Copy();
                    old.NamesHash = null;
                    return new Corrected(FactKinds.Ledger, old) { ByPerson = false };
                }
            );
        Deliver(("indsatser", Measures + "m1;b1;plejefamilie;52.3.7;2026-09-01;1000;måned\n"));
        Assert.Equal([null, null, null], Named);
        Assert.Equal(1, Deliver(("regnskab", Ledger)).Changed);
        Assert.Equal([Measure("plejefamilie"), null, null], Named);
    }
}
