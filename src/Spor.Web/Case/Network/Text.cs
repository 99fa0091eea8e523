using Spor.Children;
using Spor.Conferences;
using Spor.Facts;
using Spor.Kernel;
using Spor.Web.Frame.Layout;

namespace Spor.Web.Case.Network;

static class Text
{
    public const string Title = "En person omkring barnet";

    public static string Lede(string child) =>
        $"{child}: forældre, slægt, venner og fagpersoner. Den, der har forældremyndighed, skal samtykke og have brevene.";

    public const string Relation = "Hvem er det for barnet?",
        Name = "Navn",
        Custody = "Har forældremyndighed?",
        Professional = "Er fagperson (lærer, pædagog, læge …)",
        Protected = "Har beskyttet navn eller adresse",
        Phone = "Telefon",
        Address = "Adresse",
        Email = "E-mail",
        BestTime = "Bedste tidspunkt at ringe",
        BestTimeHint = "For eksempel: hverdage efter kl. 16.",
        Interpreter = "Tolk",
        InterpreterHint = "Skriv sproget, hvis der skal tolk på.",
        SaveAndAnother = "Gem, og skriv en til";

    public const string ContactOfChild = "Barnets kontaktkort",
        SaveContact = "Gem kontaktkortet",
        ToChild = "Tilbage til barnet",
        PhoneList = "Telefonliste til udskrift",
        PhoneListTitle = "Telefonliste",
        PrintHow = "Tryk Ctrl + P for at udskrive listen.",
        NobodyToCall = "Der står ingen telefonnumre eller e-mails i barnets netværk.",
        ShieldedContact = "Beskyttet. Se barnets side i Spor.",
        NoPhone = "intet telefonnummer",
        TheChild = "barnet selv";

    public static string ContactLede(string child) => $"{child}: sådan får du fat i barnet eller den unge.";

    public static string PrintedOn(DateOnly day) => $"Udskrevet {Danish.Long(day)}. Indeholder personoplysninger: pas på papiret.";

    public const string ProtectedHint = "Adressen skrives ikke i breve til andre. Navnet skjules på netværkskortet.";
    public const string Save = "Gem personen";
    public const string Since = "Omkring barnet siden",
        SinceHint = "Lad feltet stå tomt, hvis det var før sagen.";
    public const string Until = "Omkring barnet til og med",
        UntilHint = "Lad feltet stå tomt, hvis personen stadig er der.";
    public const string ClosenessTitle = "Hvor tæt på";
    public const string Closeness = "Hvor tæt er personen på barnet?";
    public const string ClosenessOn = "Fra hvilken dag?",
        ClosenessOnHint = "Den dag, afstanden ændrede sig. Det, der gjaldt før, bliver stående.";
    public const string ContactTitle = "Kontakt";
    public const string NeverAround = "Er personen skrevet ved en fejl?";
    public const string Withdraw = "Ret eller fjern fejlen";
    public const string Back = "Tilbage til netværket";

    public const string MapTitle = "Barnets netværk";

    public static string MapLede(string child) => $"{child}: hvem der er omkring barnet, hvor tæt de er på, og hvordan det har ændret sig.";

    public const string ToMap = "Se hele netværket, flyt personer, og se, hvad der har ændret sig";

    public static string NowTitle(DateOnly today) => "Netværket " + Danish.Long(today);

    public static string MarksNote(Gathering g) =>
        $"Mærkerne på personerne viser, hvem der {(g.Held ? "kom til" : "er inviteret til")} {PictureText.GatheringName(g)}.";

    public const string Add = "Tilføj en person i netværket";
    public const string TableTitle = "Personer";
    public const string TableCaption = "Personer omkring barnet, de nærmeste først";
    public const string Nobody = "Der er ingen personer i netværket endnu. Tilføj den første herover.";
    public const string Who = "Hvem",
        Around = "Omkring barnet",
        ClosenessHead = "Afstand";
    public const string Masked = "Beskyttet navn",
        NoName = "Navn ukendt";

    public static string WhoOf(NetworkPlace p) =>
        Danish.Capital(PictureText.RelationName(p.Person.Relation))
        + (p.Professional ? ", fagperson" : "")
        + (p.Person.HasCustody == true ? ", har forældremyndighed" : "");

    public static string AroundOf(NetworkPersonFact p) =>
        (p.Since, p.Until) switch
        {
            (null, null) => "siden før sagen",
            ({ } since, null) => "siden " + Danish.Long(since),
            (null, { } until) => "til " + Danish.Long(until),
            ({ } since, { } until) => $"{Danish.Long(since)} til {Danish.Long(until)}",
        };

    public static string SinceDay(DateOnly day) => "siden " + Danish.Long(day);

    /// <summary>The buttons beside a person: one step either way, or any ring for somebody whom nobody has placed.</summary>
    public static IReadOnlyList<(Closeness To, string Words)> MovesOf(Closeness? at) =>
        at switch
        {
            Spor.Children.Closeness.Near => [(Spor.Children.Closeness.Between, Further)],
            Spor.Children.Closeness.Between => [(Spor.Children.Closeness.Near, Nearer), (Spor.Children.Closeness.Far, Further)],
            Spor.Children.Closeness.Far => [(Spor.Children.Closeness.Between, Nearer)],
            _ => [.. Codes<Closeness>.All.Select(c => (c, Danish.Capital(PictureText.Ring(c))))],
        };

    const string Nearer = "Rykkede nærmere",
        Further = "Rykkede længere væk";

    /// <summary>What the button says, and whom it is about: somebody who speaks to the computer says the words that stand there.</summary>
    public static string MoveLabel(string name, Closeness? from, Closeness to) =>
        $"{MovesOf(from).First(m => m.To == to).Words}: {name}" + (from is null ? "" : $", til {PictureText.Ring(to)}");

    public static string Gone(int count) =>
        count == 1 ? "Én person er ikke længere omkring barnet" : $"{count} personer er ikke længere omkring barnet";

    public const string NotInNetworkTitle = "Med på rådslagningen, men ikke i netværket";
    public const string NotInNetworkNote =
        "De stod på listen til en netværksrådslagning eller et netværksmøde. Skriv dem i netværket med ét tryk.";

    public static string InviteeNote(InviteeFact i)
    {
        var parts = new[]
        {
            i.Relation,
            i.BroughtAlong ? "kom med uden at være inviteret"
            : i.Came == true ? "kom"
            : i.MayCome ? ""
            : "måtte ikke komme",
        }.Where(p => !string.IsNullOrEmpty(p)).ToList();
        return parts.Count == 0 ? "" : ", " + string.Join(", ", parts);
    }

    public const string TakeIn = "Tilføj i netværket";

    public static string TakeInLabel(string name) => $"{TakeIn}: {name}";

    public const string ChangeTitle = "Hvordan det har ændret sig";
    public const string CompareWith = "Sammenlign med dagen",
        Compare = "Vis",
        FromCase = "Siden sagen begyndte";

    public static string NotADay(string typed) => $"»{typed}« kan ikke læses som en dato. Skriv den som 31-01-2026.";

    public const string DayBeforeToday = "Vælg en dag før i dag.";
    public const string NothingToCompare = "Der er ikke en tidligere dag at sammenligne med. Vælg en dag.";

    public static string Today(DateOnly today) => "I dag, " + Danish.Long(today);

    public static string NoChange(DateOnly then) =>
        $"Siden {Danish.Long(then)} er ingen kommet til eller gået fra, og ingen er rykket nærmere eller længere væk.";

    public static string PlacedSince(int count) =>
        (count == 1 ? "For én person" : $"For {count} personer")
        + " blev afstanden først skrevet efter den dag. Det tæller ikke som en flytning.";

    public static string Sign(NetworkMove move) =>
        move switch
        {
            NetworkMove.Arrived => "+",
            NetworkMove.Left => "−",
            NetworkMove.Nearer => "→",
            _ => "←",
        };

    public static string Change(NetworkChange c)
    {
        var who = $"{NetworkView.NameOf(c.Person)} ({PictureText.RelationName(c.Person.Relation)})";
        return c.Move switch
        {
            NetworkMove.Arrived => $"{who} kom til {Danish.Long(c.On)}" + (c.Now is { } now ? $" og er nu {PictureText.Ring(now)}." : "."),
            NetworkMove.Left => $"{who} har ikke været omkring barnet siden {Danish.Long(c.On)}.",
            _ => $"{who} er rykket {(c.Move == NetworkMove.Nearer ? "nærmere" : "længere væk")}: fra {PictureText.Ring(c.Before)} "
                + $"til {PictureText.Ring(c.Now)}, {Danish.Long(c.On)}.",
        };
    }
}
