using Spor.Facts;
using Spor.Kernel;

namespace Spor.Web.Access.RoleList;

static class Text
{
    public const string Title = "Roller",
        Lede = "Her står, hvem der har hvilken rolle, hvem der gav den, og hvornår. En rolle gælder fra næste klik.",
        GiveNew = "Giv en rolle",
        AddNew = "Opret en bruger uden ansættelse";
    public const string Waiting = "Venter på en anden",
        WaitingNote = "De videste roller gælder først, når en anden end den, der gav dem, har bekræftet dem.",
        ConfirmButton = "Bekræft rollen";
    public const string Given = "Roller, der er givet",
        NoGiven = "Ingen har fået en rolle her endnu. Roller, der følger af ansættelsen, står herunder.",
        Ended = "Roller, der er slut";
    public const string ByPost = "Roller, der følger af ansættelsen",
        ByPostNote =
            "Rådgivere, faglige koordinatorer og teamledere har deres rolle, så længe de er ansat i den stilling. Den kommer fra "
            + "udtrækket og slutter med "
            + "ansættelsen.";
    public const string Users = "Brugere uden ansættelse",
        UsersNote = "En bruger ser ingenting, før den har fået en rolle.",
        NoUsers = "Der er ingen brugere uden ansættelse endnu.";
    public const string ReviewTitle = "Gennemgang af listen",
        ReviewNote = "Listen skal ses igennem to gange om året: Har alle stadig brug for det, de kan se?",
        NeverReviewed = "Listen er ikke set igennem endnu.",
        ReviewButton = "Jeg har set listen igennem";
    public const string Person = "Person",
        Role = "Rolle",
        Scope = "Gælder",
        From = "Fra",
        To = "Til og med",
        GivenBy = "Givet af",
        ConfirmedBy = "Bekræftet af",
        EndLabel = "Sidste dag",
        EndButton = "Afslut",
        Workplace = "Arbejdsplads",
        Open = "ikke sat",
        Sample = "Stikprøve",
        Whole = "Hele kommunen",
        Nothing = "Tal eller opsætning, ingen børn",
        Partner = "Egne underretninger og spørgsmål";
    public const string GrantTitle = "Giv en rolle",
        GrantLede = "Rollen gælder fra den dag, du vælger. Du kan ikke give dig selv en rolle.",
        GrantSave = "Giv rollen",
        PersonHint = "Ansatte og brugere. Mangler en, der ikke er ansat, så opret vedkommende som bruger først.",
        ToHint = "Skal stå, når rollen er ekstern gennemgang. Ellers kan dagen udelades.",
        ScopeTitle = "Hvilken del af kommunen?",
        ScopeHint = "Vælger du flere, skal de alle passe på barnet. Vælger du ingen, gælder rollen hele kommunen.",
        Team = "Team",
        District = "Distrikt",
        TargetGroup = "Målgruppe",
        AgeFrom = "Fra alder (år)",
        AgeTo = "Til alder (år)",
        WithNames = "Må se, hvem der står bag tallene (kun en controller)",
        WithNamesHint = "Små tal bliver ikke skjult. En anden skal bekræfte det.";
    public const string UserTitle = "Opret en bruger uden ansættelse",
        UserLede =
            "For en, der skal logge ind og ikke er ansat i afdelingen: en administrator, en databeskyttelsesrådgiver, byrådets sekretær, en lærer "
            + "eller en sundhedsplejerske.",
        UserSave = "Opret brugeren",
        UserName = "Navn";
    public const string SampleTitle = "Sager til gennemgang",
        SampleLede = "Spor trækker lod blandt de åbne sager, du kan se. Ingen vælger sagerne, så ingen vælger nogen fra.",
        SampleCount = "Hvor mange sager?",
        SampleSave = "Træk lod",
        SampleDrawn = "Udtaget",
        SampleNone = "Der er ikke udtaget sager endnu.";

    public static string ReviewDue(DateOnly day, bool late) =>
        late ? $"Listen skulle være set igennem senest {Danish.Long(day)}." : $"Listen skal ses igennem senest {Danish.Long(day)}.";

    public static string Reviewed(DateOnly day, string by) => $"Set igennem {Danish.Long(day)} af {by}.";

    public static string Drawn(int count) => count == 1 ? "1 sag er udtaget." : $"{Danish.Number(count)} sager er udtaget.";

    public static string EndNamed(string name) => $"Afslut rollen for {name}";

    public static string ConfirmNamed(string name) => $"Bekræft rollen for {name}";

    public static string ScopeOf(RoleGrantFact grant, Viewing viewing)
    {
        var reach = Roles.Of(grant.Role).Reach;
        if (grant.Role == ViewerRole.Controller && grant.WithNames)
            return "Tal for hele kommunen, med navnene bag";
        if (grant.Role == ViewerRole.Partner)
            return Partner;
        if (reach == Reach.Nobody)
            return Nothing;
        if (reach == Reach.Sampled)
            return "Kun de udtagne sager";
        var parts = new List<string>();
        if (grant.TeamId is { } team)
            parts.Add(viewing.TeamName(team));
        if (grant.DistrictId is { } district)
            parts.Add("distriktet " + viewing.DistrictName(district));
        if (grant.TargetGroup is { } group)
            parts.Add("målgruppen " + group.Danish());
        if (grant.AgeFrom is not null || grant.AgeTo is not null)
            parts.Add(
                grant.AgeTo is null ? $"fra {grant.AgeFrom} år"
                : grant.AgeFrom is null ? $"til og med {grant.AgeTo} år"
                : $"{grant.AgeFrom}–{grant.AgeTo} år"
            );
        return parts.Count > 0 ? string.Join(", ", parts)
            : grant.Role == ViewerRole.Caseworker ? "Egne børn"
            : Whole;
    }
}
