using Spor.ChangeTheory;
using Spor.Facts;
using Spor.Figures.Engine;
using Spor.Kernel;

namespace Spor.Web.Leading.TheoryOfChange;

static class Text
{
    public const string Title = "Forandringsteorier",
        Lede = "Hvad sætter vi ind, hvad gør vi, hvad kommer der ud af det, og ændrede det noget?",
        NewLink = "Ny forandringsteori",
        NewTitle = "Forandringsteori",
        ListTitle = "Alle forandringsteorier",
        Empty = "Der er ingen forandringsteorier endnu. Tryk på Ny forandringsteori for at lave den første.",
        NameHead = "Navn",
        OwnerHead = "Ansvarlig",
        PartsHead = "Led i alt",
        TitleLabel = "Hvad hedder forandringsteorien?",
        PurposeLabel = "Hvad skal den føre til?",
        OwnerLabel = "Hvem er ansvarlig?",
        SaveButton = "Gem forandringsteorien",
        Back = "Tilbage til forandringsteorierne",
        ChangeLink = "Ret navn og formål",
        WordLink = "Bilag som Word",
        AddLink = "Tilføj et led",
        TreeTitle = "Sådan hænger det sammen",
        NoParts = "Der er ingen led endnu. Tilføj det første. Begynd gerne med den virkning, I vil nå.",
        TableTitle = "Leddene",
        StageHead = "Slags",
        WhatHead = "Led",
        LeadsHead = "Fører til",
        FigureHead = "Tal",
        NowHead = "Er",
        TargetHead = "Mål",
        ByHead = "Senest",
        StateHead = "Tilstand",
        EditHead = "Ret",
        UpButton = "Op",
        DownButton = "Ned",
        PartTitle = "Et led i forandringsteorien",
        StageLabel = "Hvilken slags led?",
        WhatLabel = "Hvad er det?",
        WhatHint = "Skriv kort. Skriv ingen navne.",
        LeadsLabel = "Hvad fører det til?",
        LeadsNothing = "Ikke til noget andet led",
        LeadsHint =
            "Et led fører til et led, der kommer senere: ressource, aktivitet, ydelse, virkning. En virkning kan føre til en anden virkning.",
        FigureTitle = "Tallet, der viser virkningen",
        FigureNote = "Kun for en virkning. Tallet hentes fra ledelsesinformationen, og tilstanden følger af sig selv.",
        FigureLabel = "Hvilket tal?",
        NoFigure = "Intet tal endnu",
        WayLabel = "Skal tallet være mindst eller højst målet?",
        TargetLabel = "Mål",
        TargetHint = "Et tal i tallets egen enhed: antal, procent, måneder eller kroner.",
        TargetOnLabel = "Hvornår skal målet være nået?",
        PartSave = "Gem leddet",
        RemoveTitle = "Fjern leddet",
        RemoveNote = "Et led, som andre led fører til, kan ikke fjernes, før de fører et andet sted hen.",
        RemoveButton = "Fjern leddet",
        None = "–",
        AnnexTitle = "Bilag: Forandringsteori",
        AnnexNote = "Tallene er hentet fra ledelsesinformationen den dag, der står ved tallet.";

    public static string Stage(TheoryStage stage) => Danish.Capital(stage.Danish());

    public static string Stages(TheoryStage stage) =>
        stage switch
        {
            TheoryStage.Input => "Ressourcer",
            TheoryStage.Activity => "Aktiviteter",
            TheoryStage.Output => "Ydelser",
            _ => "Virkninger",
        };

    public static string State(OutcomeState state) =>
        state switch
        {
            OutcomeState.NoFigure => "Mangler et tal",
            OutcomeState.NotTold => "Tallet kan ikke vises",
            OutcomeState.Reached => "Nået",
            OutcomeState.NotYet => "Ikke nået endnu",
            _ => "Ikke nået",
        };

    public static string StateClass(OutcomeState? state) =>
        state switch
        {
            OutcomeState.Reached => "fill-step-1 stroke-step-1",
            OutcomeState.Missed => "fill-paper stroke-overdue",
            OutcomeState.NotYet => "fill-law-wash stroke-law",
            _ => "fill-paper stroke-edge",
        };

    public static string Target(TheoryPartFact part, Figure? of) =>
        part is { Target: { } target, Way: { } way } && of is not null
            ? $"{way.Danish()} {Management.Text.Value(of.Unit, of.Unit == FigureUnit.Ore ? target : target / 100.0)}"
            : None;

    public static string By(TheoryPartFact part) => part.TargetOn is { } day ? Danish.Short(day) : None;

    public static string Now(OutcomeLine? line) => line is { On: { } on, Of: not null } ? $"{line.Shown} ({Danish.Short(on)})" : None;

    public static string TreeLabel(string title) => $"Forandringsteorien {title} som et træ";

    public static string EditOf(TheoryPartFact p) => $"Ret: {p.What}";

    public static string UpOf(TheoryPartFact p) => $"Flyt op: {p.What}";

    public static string DownOf(TheoryPartFact p) => $"Flyt ned: {p.What}";

    /// <summary>A value as the page shows it, in hundredths (øre of money): nobody shall read 7 % beside a target of 7 % and »not
    /// reached«.</summary>
    public static decimal AsShown(FigureUnit unit, double value) =>
        unit switch
        {
            FigureUnit.Ore => Math.Round((decimal)value / 100, 0, MidpointRounding.AwayFromZero) * 100,
            FigureUnit.Count or FigureUnit.Share => Math.Round((decimal)value, 0, MidpointRounding.AwayFromZero) * 100,
            FigureUnit.FullYears => Math.Round((decimal)value, 2, MidpointRounding.AwayFromZero) * 100,
            _ => Math.Round((decimal)value, 1, MidpointRounding.AwayFromZero) * 100,
        };
}
