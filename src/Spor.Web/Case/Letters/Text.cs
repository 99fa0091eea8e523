using Spor.Cases;
using Spor.Children;
using Spor.Conferences;
using Spor.Decisions;
using Spor.Facts;
using Spor.Kernel;
using Spor.Letters;
using Spor.Notifications;
using Spor.Web.Case.History;

namespace Spor.Web.Case.Letters;

static class Text
{
    public static string AllTitle(string child) => $"Breve om {child}";

    public const string AllLede =
        "Skriv et brev ud fra en skabelon. Spor sender ikke selv: send brevet, som I plejer, og registrér det her.";
    public const string Owed = "Det, der mangler at blive sendt";
    public const string NothingOwed = "Spor kender ingen breve, der mangler at blive sendt.";
    public const string Acknowledge = "Send kvittering";
    public const string FeedBack = "Send tilbagemelding";
    public const string SendDecision = "Send afgørelsen";

    public static string Of(NotificationFact n) => $"for underretningen fra {Words.From(n.Notifier)}, modtaget {Danish.Long(n.ReceivedOn)}";

    public static string Of(DecisionRecordFact d) => $"fra {Danish.Long(d.On)}";

    public const string New = "Skriv et nyt brev";
    public const string Written = "Breve i sagen";
    public const string NoLetters = "Der er ingen breve i Spor endnu. Vælg et brev herover.";
    public const string Letter = "Brev";
    public const string Sent = "Sendt";
    public const string Untitled = "(uden overskrift)";
    public const string ToChild = "Til barnets side";
    public const string ToAll = "Alle breve om barnet";

    public static string SentShort(LetterFact l) => l.SentOn is { } d ? $"{Danish.Long(d)}, {l.Channel?.Said()}" : "kladde, ikke sendt";

    public static string WriteTitle(string template) => template;

    public static string About(string child, Fact? about) =>
        $"Om {child}"
        + about switch
        {
            NotificationFact n => $" · {Of(n)}",
            DecisionRecordFact d => $" · afgørelsen {Of(d)}",
            DecisionProposalFact p => $" · forslaget fra {Danish.Long(p.ProposedOn)}",
            CaseFact c => $" · sagen fra {Danish.Long(c.OpenedOn)}",
            HandoverFact h => $" · overdragelsen {Danish.Long(h.On)}",
            MoveFact m => $" · flytningen {Danish.Long(m.MovedOn)}",
            NetworkConferenceFact c => $" · netværksrådslagningen, tilbudt {Danish.Long(c.OfferedOn)}",
            _ => "",
        };

    public const string To = "Til";
    public const string ToHint = "Hver modtager får sit eget brev. Så står den enes adresse aldrig i den andens brev.";
    public const string SomebodyElse = "En anden, som jeg skriver her";

    public static string Choice(Recipient r)
    {
        var who = r.Key switch
        {
            "barnet" => "barnet selv",
            "underretter" => "underretter",
            _ when r.Key.StartsWith("brev-", StringComparison.Ordinal) => "skrevet til før",
            _ when r.Relation is null => "på listen over inviterede",
            _ => r.Relation?.Danish() + (r.HasCustody ? ", har forældremyndighed" : ""),
        };
        return (r is { Key: "underretter", Name: Recipients.Notifier } ? "Underretteren, hvis navn ikke er kendt" : $"{r.Name} ({who})")
            + (
                r.Protected ? " – beskyttet adresse"
                : r.Address is null ? ""
                : $", {r.Address.ReplaceLineEndings(", ")}"
            );
    }

    public const string OtherName = "En anden modtagers navn";
    public const string Address = "Adresse";
    public const string AddressHint = "Kun til dem, hvis adresse ikke er kendt. Den skal bruges, når brevet går med posten.";
    public const string Subject = "Overskrift";
    public const string FillThese = "Dette ved Spor ikke. Skriv det selv i stedet for felterne i klammer:";
    public const string Body = "Brevet";
    public const string BodyHint =
        "{modtagerens navn}, {om barnet} og {barnet eller du} bliver til ord, der passer til hver modtager, når du gemmer. "
        + "En tom linje skiller afsnit.";
    public const string Channel = "Hvordan er det sendt?";
    public const string ChannelHint = "Skal kun vælges, når brevet er sendt.";
    public const string SentOn = "Hvornår er det sendt?";
    public const string Send = "Gem brevet som sendt";
    public const string KeepDraft = "Gem brevet som kladde";

    public static string LetterTitle(LetterFact l) => l.Subject ?? Untitled;

    public static string State(LetterFact l, string author) =>
        (l.SentOn is { } d ? $"Sendt {Danish.Long(d)} ({l.Channel?.Said()})" : $"Kladde fra {Danish.Long(l.WrittenOn)}")
        + (author.Length > 0 ? $", skrevet af {author}" : "");

    public const string IsDraft = "Brevet er en kladde.";

    public static string StillOpen(IReadOnlyList<string> fields) => $"Det kan først sendes, når {LetterText.InBraces(fields)} er udfyldt.";

    public const string ReadyToSend = "Alle felter er udfyldt. Registrér det, når det er sendt.";
    public const string GoOn = "Skriv videre eller send";
    public const string AsWord = "Hent som Word";
    public const string PrintHint = "Brevet kan også udskrives fra siden her (Ctrl + P). Så kommer kun selve brevet med.";
    public const string PaperLabel = "Brevet";
    public const string WordTitle = "Brev";

    /// <summary>»Afgørelse med klagevejledning 3. maj 2026«: what a file on somebody's machine is called.</summary>
    public static string FileOf(LetterFact l) =>
        (Templates.Default(l.Template)?.Name ?? Letter) + " " + Danish.Long(l.SentOn ?? l.WrittenOn);

    public const string CardTitle = "Breve";
    public const string WriteOne = "Skriv et brev";

    public const string TemplatesTitle = "Brevskabeloner";
    public const string TemplatesLede =
        "Teksterne, som breve begynder med. Kommunen kan skrive sine egne. Et brev, der er skrevet, beholder sin tekst.";
    public const string Template = "Brev";
    public const string Whose = "Tekst";

    public static string TextOf(LetterTemplate t) => t.From is { } d ? $"kommunens egen, siden {Danish.Long(d)}" : "Spors standardtekst";

    public static string Comes(LetterTemplateFact t) =>
        t.Body is null ? $"standardteksten igen fra {Danish.Long(t.From)}" : $"ny tekst fra {Danish.Long(t.From)}";

    public static string ChangeTitle(string name) => $"Skabelon: {name}";

    public const string ChangeLede =
        "Ord i klammer er felter, som Spor udfylder. En linje, der begynder med #, er en overskrift; linjer, der begynder med en "
        + "bindestreg, er en liste.";
    public const string TemplateHint = "Brug kun felterne på listen. En tom linje skiller afsnit.";
    public const string HoldsFrom = "Gælder fra";
    public const string HoldsFromHint = "I dag eller senere. Breve fra før beholder deres tekst.";
    public const string SaveTemplate = "Gem teksten";
    public const string Preview = "Vis som brev";
    public const string BackToDefault = "Brug standardteksten igen";
    public const string Fields = "Felter, du kan bruge";
    public const string FieldsNote = "Skriv dem præcis sådan, med klammer.";

    public static string Unverified(Law.DutyInForce duty) =>
        $"{duty.Section} er ikke kontrolleret i lovteksten. Se efter, før I bygger på den.";

    public const string Earlier = "Kommunens tekster";

    public static string Version(LetterTemplateFact t) =>
        t.Body is null ? $"Fra {Danish.Long(t.From)}: standardteksten igen" : $"Fra {Danish.Long(t.From)}: »{t.Subject}«";

    public const string NotSavedYet = "Intet er gemt endnu. Hver modtager får sit eget brev.";
    public const string NobodyChosen = "Vælg først, hvem brevet er til.";
    public const string PreviewTitle = "Sådan ser brevet ud";
    public const string PreviewNote = "Med opdigtede navne i felterne. Teksten er ikke gemt endnu.";
    public const string ExampleName = "Karen Eksempel";
    public const string ExampleAddress = "Prøvevej 1\n0000 Eksempelby";

    /// <summary>Invented values for the preview of a template.</summary>
    public static readonly Dictionary<string, string?> Examples = new()
    {
        ["barnets navn"] = "Alma Eksempel",
        ["barnets fornavn"] = "Alma",
        ["barnets fødselsdag"] = "1. maj 2015",
        [LetterFields.Recipient] = ExampleName,
        ["rådgiverens navn"] = "Rasmus Rådgiver",
        ["rådgiverens telefon"] = "12 34 56 78",
        ["kommunens navn"] = "Eksempel Kommune",
        [Readers.AboutChild] = "om Alma Eksempel",
        [Readers.ChildOrYou] = "Alma",
        [Readers.ChildOrDig] = "Alma",
        ["det, vi må sige"] = Readers.MayBeTold(Notifier.School),
        ["det besluttede"] = "Den 1. oktober 2026 besluttede vi, at Alma skal have denne hjælp: fast kontaktperson.",
        ["formål og begrundelse"] =
            "Formålet er:\n\nAt Alma kommer i skole hver dag.\n\nDerfor har vi besluttet det:\n\n"
            + "Alma har været væk fra skolen 40 dage i foråret.",
        ["løfterne"] = "Det har vi lovet jer:\n\nAt Nanna ringer i den første uge.",
        [Readers.Opening] = Readers.OpeningTo(InviteeRole.Network, "Alma", parent: false),
        [Readers.Parts] = "Mødet har tre dele.\n\n" + string.Join('\n', Readers.PartsTo(InviteeRole.Network, "Alma").Select(p => "- " + p)),
        [Readers.Who] = Readers.WhoTo(InviteeRole.Network),
        ["dagens dato"] = "1. oktober 2026",
        ["modtaget den"] = "28. september 2026",
        ["tilbagemelding"] = "Vi har sat en undersøgelse i gang.",
        ["lovgrundlag"] = "Barnets lov § 32, stk. 1, nr. 5",
        ["mødets dag og tid"] = "onsdag den 7. oktober 2026 kl. 14",
        ["mødets sted"] = "Rådhuset, lokale 2",
        ["mødets emne"] = "Hvordan det går i skolen",
        ["afgørelsen"] = "fast kontaktperson",
        ["oplysningerne"] = "- Skolens udtalelse fra 1. september\n- Det, du fortalte os den 20. september",
        ["svarfristen"] = "14. oktober 2026",
        ["afgjort den"] = "1. oktober 2026",
        ["formål"] = "At Alma kommer i skole hver dag.",
        ["begrundelse"] = "Alma har været væk fra skolen 40 dage i foråret.",
        ["forventet til"] = "1. april 2027",
        ["varighed"] = "Det begynder den 15. oktober 2026 og ventes at vare til den 1. april 2027.",
        [LetterFields.OwnHearing] = "Vi hørte dig den 28. september 2026. Du sagde: Jeg er enig.",
        ["dine rettigheder"] = "Du har ret til at se sagens papirer. Du må også tage en med, som du er tryg ved. Det kaldes en bisidder.",
        ["klagefrist"] = "4 uger",
        ["klagen sendes til"] = "Eksempel Kommune",
        ["klagens gang"] = "Vi ser på sagen igen. Ændrer vi ikke afgørelsen, sender vi klagen videre til Ankestyrelsen.",
        ["lukkes den"] = "31. oktober 2026",
        ["grunden til at lukke"] = "målene i planen er nået, og familien klarer resten selv.",
        ["overdraget den"] = "1. november 2026",
        ["den nye rådgivers navn"] = "Nanna Ny",
        ["den tidligere rådgivers navn"] = "Rasmus Rådgiver",
        ["det lovede"] = "At Nanna ringer i den første uge.",
        ["den nye kommune"] = "Nabo Kommune",
        ["flyttet den"] = "1. oktober 2026",
        ["rådslagningens dag og tid"] = "onsdag den 7. oktober 2026 kl. 16.00 til 19.30",
        ["rådslagningens sted"] = "Beboerhuset, Prøvevej 3",
        ["det praktiske"] = "- Mad: Vi spiser sammen kl. 17",
        ["spørgsmålene"] = "- Hvem henter på de svære dage?\n- Hvad skal ske, når mor bliver syg?",
        ["resumé"] = "Alma har haft en fast kontaktperson siden april.",
    };
}
