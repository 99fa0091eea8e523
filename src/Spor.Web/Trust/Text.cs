using Spor.Facts;
using Spor.Kernel;
using Spor.Storage;
using Spor.Web.Access;

namespace Spor.Web.Trust;

static class Text
{
    public const string Title = "Hvem har set børnene?";
    public const string Lede =
        "Hver gang nogen ser noget om et barn, skrives det ned, før siden vises. Her kan du se, hvem der har set hvad, hvornår, "
        + "og hvorfor de måtte.";
    public const string Choose = "Vælg";
    public const string ChildNumber = "Barnets nummer i Spor";
    public const string ChildHint = "Nummeret står i adressen på barnets side.";
    public const string Person = "Person";
    public const string Everybody = "Alle";
    public const string From = "Fra og med";
    public const string To = "Til og med";
    public const string Show = "Vis";
    public const string BadDay = "Skriv en dag som 31-01-2026.";
    public const string BadChild = "Et barns nummer er et helt tal.";
    public const string NoChild = "Der er ikke noget barn med det nummer.";
    public const string ToJudge = "Til vurdering";
    public const string ToJudgeNote =
        "Nyeste øverst, ikke »værste« øverst. Ingen får en score. De fleste har en god forklaring: spørg, før du tror noget. "
        + "Medarbejderes adresser kendes ikke her, så kun efternavnet holdes op imod børnenes.";
    public const string NothingToJudge = "Ingen af reglerne peger på noget i perioden.";
    public const string AnswerLink = "Skriv, hvad du fandt ud af";
    public const string AboutYourself = "Det handler om dig selv. En anden skal se på det.";
    public const string Answered = "Set på";
    public const string AnsweredNote = "Svarene bliver stående. Et senere svar på det samme står ved siden af det første.";
    public const string AnswerTitle = "Hvad fandt du ud af?";
    public const string AnswerLede =
        "Spørg personen, eller den, der leder, før du svarer. Svaret gemmes med dato og dit navn og kan ikke ændres.";
    public const string PointedAt = "Det, reglen pegede på";
    public const string Judged = "Er det i orden?";
    public const string Reason = "Hvad fandt du ud af, og hvordan?";
    public const string ReasonHint = "Skriv intet barns navn. Opslagene står i loggen.";
    public const string SaveAnswer = "Gem svaret";
    public const string NotInOrder =
        "Er det ikke i orden, kan det være et brud på sikkerheden. Et brud anmeldes til Datatilsynet inden 72 timer, efter at det blev opdaget "
        + "(databeskyttelsesforordningen, artikel 33).";
    public const string Gone = "Reglen peger ikke på det længere, eller det er set på.";
    public const string ToLooks = "Til »Hvem har set«";

    public static bool MayAnswer(Pattern p, Viewing viewing) => p.Author != viewing.Viewer.Key;

    public static string AnswerHeading(PatternAnswerFact a, Viewing viewing) =>
        $"{viewing.AuthorName(a.Person)}, {Danish.Long(a.Day)}: {a.Judged.Danish()}";

    public static string AnswerLine(PatternAnswerFact a, Viewing viewing) =>
        $"{RuleName(a.Rule)}. Set på af {viewing.AuthorName(a.By)} {Danish.Long(a.On)}.";

    public static string MoreAnswers(int more) =>
        more == 1 ? "1 svar til. Vælg en kortere periode." : $"{Danish.Number(more)} svar til. Vælg en kortere periode.";

    public const string Rules = "Hvad der bliver set efter";
    public const string Rule = "Regel";
    public const string Times = "Gange";
    public const string Log = "Alle opslag";
    public const string When = "Hvornår";
    public const string Who = "Hvem";
    public const string What = "Hvad";
    public const string Whom = "Børn";
    public const string Why = "Hvorfor måtte de";
    public const string Looks = "Opslag";
    public const string Seen = "At du har åbnet denne side, står også i loggen.";
    public const string Empty = "Ingen opslag i perioden.";
    public const string PictureNote =
        "Gråt felt: den tid, personen havde barnets sag. Et mærke uden for et gråt felt er det, der skal kunne forklares. "
        + "Rund: en side. Firkant: en fil. Trekant: en udskrift. Tom ring: stod i en liste eller en søgning. Kryds: afvist. Større "
        + "mærke: flere samme dag.";
    public const string AsTable = "Alle opslag som tabel, med tid, side og begrundelse";

    /// <summary>The link on a child's page.</summary>
    public const string WhoHasSeen = "Hvem har set barnet?";
    public const string OnlySome =
        "Kun barnets egen rådgiver, dem, der leder, og den, der passer på loggen, kan se, hvem der har set barnet.";

    public const string ClockTitle = "Maskinens ur er sprunget.";
    public const string ClockNote =
        "Indførslernes rækkefølge er den rigtige, men klokkeslættene omkring de her tidspunkter kan være forkerte. Få uret stillet.";

    static string Span(TimeSpan span) =>
        span.Duration() is var far && far.TotalDays >= 2 ? $"{Danish.Number((long)far.TotalDays)} dage"
        : far.TotalHours >= 2 ? $"{Danish.Number((long)far.TotalHours)} timer"
        : $"{Danish.Number((long)far.TotalMinutes)} minutter";

    public static string Jumped(TimeSpan jump) => $"Uret sprang {Span(jump)} {(jump < TimeSpan.Zero ? "tilbage" : "frem")}.";

    public static string StandsOff(TimeSpan stands) =>
        stands < TimeSpan.Zero
            ? $"Uret stod {Span(stands)} før den sidste indførsel, da Spor startede."
            : $"Uret stod {Span(stands)} efter den sidste indførsel, da Spor startede.";

    public const string EraseLede =
        "Alle navne, CPR-numre, adresser, notater, breve og filer om barnet slettes for altid. Dage, koder og beløb bliver, så "
        + "tidligere års tal er de samme. Slet kun, når sagen er afleveret til arkivet, eller når en dateret regel siger, "
        + "at den skal kasseres.";
    public const string Goes = "Det slettes";
    public const string Stays = "Det bliver efter loven";
    public const string StaysNote =
        "Rækker uden navn, som kommunens tal og regnskab hviler på. Tekster om søskende, der nævner barnet, bliver også: ret "
        + "eller slet dem hos søskende. Henter et nyt udtræk barnet ind igen med ændrede oplysninger, kommer de nye med.";
    public const string Kind = "Slags";
    public const string Rows = "Rækker";
    public const string LooksStay = "Opslag i loggen, med barnets nummer";
    public const string Backups = "Teksterne i ældre kopier, den dag en af dem lægges ind igen";
    public const string Ground = "Hvad giver lov til at slette?";
    public const string DeliveredText = "Sagen er afleveret til arkivet";
    public const string DiscardedText = "En regel siger, at sagen skal kasseres";
    public const string GroundDay = "Fra hvilken dag?";
    public const string GroundDayHint = "Dagen for afleveringen, eller den dag reglen gælder fra for barnet.";
    public const string WhichRule = "Hvilken aflevering eller regel?";
    public const string WhichRuleHint = "For eksempel afleveringens nummer eller punktet i kassationsplanen. Skriv intet navn.";
    public const string Sure = "Jeg har set, hvad der slettes, og at det ikke kan fortrydes";
    public const string EraseIt = "Slet for altid";

    public const string DueTitle = "Sletning";
    public const string DueLede =
        "De børn og unge, hvis sag ikke skal gemmes længere. Her står kun deres numre. Intet slettes af sig selv.";

    public static string DueRule(Spor.Law.RetentionRule rule) =>
        $"Reglen: {Danish.Number(rule.Years)} år, efter at den sidste sag blev lukket. Det, der skal bevares, skal være afleveret til arkivet først.";

    public const string NotVerified = "Reglen er ikke bekræftet. Lad en jurist se på den.";
    public const string SeeRules = "Se reglerne om opbevaring";
    public const string NothingDue = "Ingen sager er så gamle, at de kan slettes.";
    public const string DueTable = "Kan slettes";
    public const string DueChild = "Barn";
    public const string DueBorn = "Født";
    public const string DueClosed = "Sidste sag lukket";
    public const string DueFrom = "Kan slettes fra";
    public const string SeeAndErase = "Se, hvad der slettes";

    public const string DueSent = "Underretninger, der er lagt til side";
    public const string NoSentDue = "Ingen er så gamle, at de kan slettes.";
    public const string SentNumber = "Underretning";
    public const string SentOn = "Sendt";
    public const string SentAside = "Lagt til side";
    public const string SentWhy = "Hvorfor";

    public static string SentRuleNote(Spor.Law.RetentionRule rule) =>
        $"Sendt af en samarbejdspartner og lagt til side. Reglen: {Danish.Number(rule.Years)} år, efter at den blev lagt til side."
        + (rule.Verified ? "" : " " + NotVerified);

    public static string SentNo(long sent) => $"sendt underretning nr. {Danish.Number(sent)}";

    public const string EraseSentLede =
        "Underretningen blev lagt til side og er ikke på noget barn. Her står ikke, hvem den handler om, eller hvad der står i den.";
    public const string SentGoes = "Barnets navn og CPR-nummer, beskrivelsen og kontakten til den, der sendte den";
    public const string SentGoesReason = "Begrundelsen for at lægge den til side";
    public const string StaysOfSent = "Det bliver";

    public static string SentStays(DateOnly on, string notifier) =>
        $"At den blev sendt {Danish.Long(on)}, og at underretteren var {notifier}";

    public static string AsideStays(DateOnly on, string why) => $"At den blev lagt til side {Danish.Long(on)}: {why}";

    public const string WhichSentRule = "Hvilken regel?";
    public const string WhichSentRuleHint = "For eksempel punktet i jeres regler om opbevaring. Skriv intet navn.";

    public static string ChildNo(long child) => $"barn nr. {Danish.Number(child)}";

    public static string EraseTitle(string name) => $"Slet {name}";

    public static string Texts(long count) => count == 1 ? "1 tekst om barnet" : $"{Danish.Number(count)} tekster om barnet";

    public static string Drafts(long count) => count == 1 ? "1 kladde" : $"{Danish.Number(count)} kladder";

    public static string SourceKeys(long count) =>
        count == 1
            ? "1 nummer fra fagsystemet: det kan genkendes, men ikke læses"
            : $"{Danish.Number(count)} numre fra fagsystemet: de kan genkendes, men ikke læses";

    public static string Copy(string file) => $"Teksterne i kopien {file}";

    public const string Picture = "Opslag på barnet pr. person gennem perioden";

    public static string Caption(int looks) => $"{Danish.Number(looks)} opslag, det nyeste øverst";

    public static string Children(int count) => Danish.Number(count) + " børn";

    public static string OfChild(string name) => $"Hvem har set {name}?";

    public static string Summary(string name, int looks, int people) =>
        $"{name}: {Danish.Number(looks)} opslag af {(people == 1 ? "1 person" : Danish.Number(people) + " personer")}";

    public static string Waiting(int patterns) =>
        patterns switch
        {
            0 => "Intet venter på, at et menneske ser på det.",
            1 => "1 mønster venter på, at et menneske ser på det.",
            _ => $"{Danish.Number(patterns)} mønstre venter på, at et menneske ser på dem.",
        };

    public static string RuleName(PatternRule rule) =>
        rule switch
        {
            PatternRule.Many => "Mange flere børn på en dag, end personen plejer",
            PatternRule.OwnName => "Barnet har personens eget efternavn",
            PatternRule.Night => "Om natten, mellem kl. 22 og 6",
            PatternRule.Protected => "Et beskyttet barn, som ikke er personens eget",
            PatternRule.NoReason => "Ingen kendt grund til at se barnet",
            _ => "Flere afviste forsøg på en dag",
        };

    public static string Heading(Pattern p, string who) =>
        p.Rule switch
        {
            PatternRule.Many => $"{who} åbnede {Danish.Number(p.Children.Count)} børn, som ikke er egne",
            PatternRule.OwnName => $"{who} åbnede et barn med samme efternavn",
            PatternRule.Night => $"{who} åbnede {Count(p.Children.Count)} om natten",
            PatternRule.Protected =>
                $"{who} åbnede {(p.Children.Count == 1 ? "et beskyttet barn" : Danish.Number(p.Children.Count) + " beskyttede børn")}",
            PatternRule.NoReason => $"{who} åbnede {Count(p.Children.Count)} uden kendt grund",
            _ => $"{who} blev afvist {Danish.Number(p.Looks.Count)} gange",
        };

    public static string Explained(Pattern p) =>
        p.Rule switch
        {
            PatternRule.Many => $"Personens andre dage i perioden: {Danish.Number(p.Usual)} børn på den midterste. Kan være: afløsning, "
                + $"ledelsestilsyn eller månedens regninger.",
            PatternRule.OwnName => "Kan være: et almindeligt navn, og slet ikke familie.",
            PatternRule.Night => "Kan være: døgnvagt eller arbejde hjemmefra.",
            PatternRule.Protected => "Kan være: lederen, der fordeler sagen, eller en kollega, der tog telefonen.",
            PatternRule.NoReason => "Kan være: et nyt samarbejde, som ingen har skrevet ned.",
            _ => "Kan være: en gammel adresse i browseren, eller en adgang, der er ophørt.",
        };

    static string Count(int children) => children == 1 ? "1 barn" : Danish.Number(children) + " børn";

    public static string Moment(DateTime local) => $"{Danish.Long(DateOnly.FromDateTime(local))} kl. {local:HH.mm}";

    public static string Period(Pattern p) =>
        p.Looks.Count == 1 || (p.First.Hour, p.First.Minute) == (p.Last.Hour, p.Last.Minute)
            ? Moment(p.First)
            : $"{Moment(p.First)}–{p.Last:HH.mm}";

    public static string WhyText(Look look, long? child)
    {
        if (LookKinds.IsRefusal(look.Kind))
            return "afvist";
        if (child is { } id)
            return look.Told.WhyOf(id) is { } letter ? WhyShown.Danish(letter) : "ikke skrevet ned";
        return look.Told.Why is not { Length: > 0 } why ? "" : string.Join(", ", why.Distinct().Select(WhyShown.Danish));
    }
}
