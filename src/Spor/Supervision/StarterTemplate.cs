namespace Spor.Supervision;

/// <summary>The questions a municipality begins with, in Spor's own words. They are no official template: each is the municipality's to
/// change.</summary>
public static class StarterTemplate
{
    public const string Name = "Gennemgang af en sag, trin for trin";

    public static IReadOnlyList<ReadingQuestion> Questions { get; } =
    [
        new(ReadingStep.Notification, "Kan det ses, hvem der vurderede underretningen, og hvorfor sagen gik videre eller ikke gjorde?"),
        new(ReadingStep.Notification, "Har den, der underrettede, fået kvittering, og er tilbagemeldingen givet, når den måtte gives?"),
        new(ReadingStep.Screening, "Er det begrundet, hvor grundigt barnets situation skulle undersøges?"),
        new(ReadingStep.Assessment, "Er der set på ressourcer lige så vel som på bekymringer?"),
        new(ReadingStep.Assessment, "Fremgår både barnets og forældrenes egen holdning?"),
        new(ReadingStep.Assessment, "Er der samtykke til de oplysninger, der er hentet hos andre?"),
        new(ReadingStep.Assessment, "Er den faglige konklusion forklaret, så familien kan følge den?"),
        new(ReadingStep.Heard, "Er der talt med barnet om netop den beslutning, der blev truffet?"),
        new(ReadingStep.Heard, "Kan man se, hvad barnets ord betød for beslutningen?"),
        new(ReadingStep.Decision, "Er afgørelsen begrundet i barnets forhold og ikke kun i paragraffen?"),
        new(ReadingStep.Decision, "Er formål og varighed til at forstå for familien?"),
        new(ReadingStep.Decision, "Er parterne hørt, og er klagevejledningen givet?"),
        new(ReadingStep.Plan, "Er målene så konkrete, at man kan se, om de nås?"),
        new(ReadingStep.Plan, "Har barnet og forældrene været med til at sætte målene?"),
        new(ReadingStep.FollowUp, "Er indsatsen ændret, når målene ikke blev nået?"),
        new(ReadingStep.FollowUp, "Er det begrundet, hvor tit der følges op?"),
        new(ReadingStep.Visits, "Er der talt med barnet uden personale eller plejeforældre til stede?"),
        new(ReadingStep.Notes, "Kan en ny rådgiver overtage sagen ud fra det, der er skrevet?"),
    ];
}
