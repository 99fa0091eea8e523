using Spor.Decisions;
using Spor.Facts;
using Spor.Kernel;
using Spor.Law;

namespace Spor.Letters;

/// <summary>What a letter about a decision says of its days, of the recipient's rights and of the way to complain: by the matter.</summary>
static class DecisionWords
{
    /// <summary>From when, and until when it is expected; a sentence also where there is nothing to begin.</summary>
    public static string? Period(LetterSources s)
    {
        var p = LetterFields.ProposalOf(s);
        var measure = s.About is DecisionRecordFact of ? Array.Find(s.File.Interventions, m => m.DecisionId == of.Id) : null;
        var (from, to) = p is not null ? (p.From, p.ExpectedTo) : (measure?.From, measure?.ExpectedTo);
        return (from, to, s.About) switch
        {
            ({ } begins, { } ends, _) => $"Det begynder den {Danish.Long(begins)} og ventes at vare til den {Danish.Long(ends)}.",
            ({ } begins, null, _) => $"Det begynder den {Danish.Long(begins)}. Der er ikke sat en slutdato.",
            (null, { } ends, DecisionRecordFact d) => $"Afgørelsen gælder fra den {Danish.Long(d.On)} til den {Danish.Long(ends)}.",
            (null, _, DecisionRecordFact d) => $"Afgørelsen gælder fra den {Danish.Long(d.On)}.",
            (null, _, DecisionProposalFact) => "Det er ikke bestemt, hvornår det skal begynde.",
            _ => null,
        };
    }

    /// <summary>Who decided what, and when. Help that was asked for and not given is told in plain words.</summary>
    public static string? Decided(LetterSources s)
    {
        if (s.About is not DecisionRecordFact d || LetterFields.What(s) is not { } what)
            return null;
        var who = d.Level switch
        {
            AuthorityLevel.Committee => "børne- og ungeudvalget",
            AuthorityLevel.Chair => "formanden for børne- og ungeudvalget",
            _ => "vi",
        };
        var on = $"Den {Danish.Long(d.On)}";
        var isHelp = LetterFields.ProposalOf(s)?.MeasureCode is not null || Array.Exists(s.File.Interventions, m => m.DecisionId == d.Id);
        return d.Kind == DecisionKind.Refusal ? $"{on} besluttede {who}, at {{{Readers.ChildOrYou}}} ikke får den hjælp, der er bedt om."
            : isHelp ? $"{on} besluttede {who}, at {{{Readers.ChildOrYou}}} skal have denne hjælp: {what}."
            : $"{on} traf {who} en afgørelse {{{Readers.AboutChild}}}: {what}.";
    }

    /// <summary>A refusal has no purpose. What is not known stays a field for the author.</summary>
    public static string? WhyItIs(LetterSources s)
    {
        if (s.About is not DecisionRecordFact d)
            return null;
        var p = LetterFields.ProposalOf(s);
        var why = "Derfor har vi besluttet det:\n\n" + (p?.Reasons ?? "{begrundelse}");
        return d.Kind == DecisionKind.Refusal ? why : $"Formålet er:\n\n{p?.Purpose ?? "{formål}"}\n\n{why}";
    }

    /// <summary>The file and a companion always; a lawyer where the committee or its chair decides (BL 140).</summary>
    public static string? Rights(LetterSources s)
    {
        var (kind, on, level) = s.About switch
        {
            DecisionRecordFact d => (d.Kind, d.On, d.Level),
            DecisionProposalFact p => (p.Kind, p.ProposedOn, p.NeededLevel),
            _ => ((DecisionKind?)null, default(DateOnly), (AuthorityLevel?)null),
        };
        if (on == default)
            return null;
        var law = kind is { } k ? DecisionLaw.Of(k, on) : null;
        var lawyer = level is AuthorityLevel.Committee or AuthorityLevel.Chair || law is { Committee: true } or { Chair: true };
        return "Du har ret til at se sagens papirer. Du må også tage en med, som du er tryg ved. Det kaldes en bisidder."
            + (lawyer ? $" Du har også ret til gratis hjælp fra en advokat ({Duties.On(Duties.Lawyer, on).Section})." : "");
    }

    /// <summary>Who decides a complaint, and what may be done after: what the committee decided may be tried by a court when Ankestyrelsen
    /// has decided.</summary>
    public static string Complaint(DecisionRecordFact d)
    {
        var authority = Duties.On(Duties.Complaint, d.On).Authority;
        return d.Level is AuthorityLevel.Committee or AuthorityLevel.Chair
            ? $"{authority} afgør klagen. Er du heller ikke enig med {authority}, kan du bede om, at retten ser på afgørelsen."
            : $"Vi ser på sagen igen. Ændrer vi ikke afgørelsen, sender vi klagen videre til {authority}.";
    }

    /// <summary>What one recipient said when it was heard; nothing of the others'.</summary>
    /// <param name="person">Null for the child itself.</param>
    public static string? Heard(ChildFile file, Fact? about, long? person, bool toChild)
    {
        if (about is not DecisionRecordFact { ProposalId: { } proposal })
            return null;
        if (person is null && !toChild)
            return null;
        return Parties.Of(file, proposal).FirstOrDefault(r => r.PersonId == person) switch
        {
            { HeardOn: { } on, Said: { } said } => $"Vi hørte dig den {Danish.Long(on)}. Du sagde: {said}",
            { HeardOn: { } on } => $"Vi hørte dig den {Danish.Long(on)}.",
            { HearingLeftOut: true, Said: { } why } => $"Vi hørte dig ikke, før vi traf afgørelsen: {why}",
            _ => null,
        };
    }
}
