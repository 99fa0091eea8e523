namespace Spor.Web.Leading.Surveys;

/// <summary>The set that Spor brings on cooperation between groups, in its own words; and what a new survey begins with.</summary>
static class OwnSet
{
    public const string Title = "Samarbejdet mellem grupperne",
        Licence = "Spors eget sæt, som frit kan bruges og ændres",
        Intro =
            "Vi vil gerne vide, hvordan samarbejdet om børn og unge går mellem grupperne. Svar om de grupper, du arbejder sammen med, og spring resten over.",
        Groups = "Modtagelsen\nRådgiverne\nKommunens egne tilbud\nSkolerne\nDagtilbuddene\nPPR\nSundhedsplejen",
        Questions =
            "Vi ved, hvad de har ansvar for\n"
            + "Vi kan få fat i dem, når vi har brug for det\n"
            + "De fortæller os i tide, hvad vi skal vide\n"
            + "De holder, hvad vi aftaler\n"
            + "De bruger det, vi ved om barnet\n"
            + "Vi finder en løsning sammen, når vi er uenige",
        Scale = "Slet ikke\nI mindre grad\nI nogen grad\nI høj grad\nI meget høj grad",
        OwnWords = "Hvad ville gøre samarbejdet bedre?",
        Agreement = "Helt uenig\nUenig\nHverken enig eller uenig\nEnig\nHelt enig",
        WhoAnswers = "Forældre\nUnge\nSamarbejdspartnere\nMedarbejdere";
}
