using Spor.Children;
using Spor.Conferences;
using Spor.Facts;
using Spor.Kernel;

namespace Spor.Web.Conferences.NetworkMeetings;

static class Text
{
    public const string TheChild = "barnet",
        NoName = "En uden navn",
        Shielded = "Beskyttet navn",
        ToChild = "Til barnet";
    public const string NewTitle = "Planlæg et netværksmøde";

    public static string NewLede(string child) =>
        $"{child} · Det inddragende netværksmøde samler familien, dens netværk og fagpersonerne i ét møde.";

    public const string Purpose = "Hvad skal mødet handle om?",
        PurposeHint = "Skriv det, så alle, også barnet, kan forstå det.";
    public const string On = "Hvornår",
        Place = "Hvor og klokken hvad?",
        PlaceHint = "For eksempel: Skolen, lokale 4, kl. 14.30.";
    public const string Who = "Hvem skal med?",
        FromNetwork = "Fra barnets netværk",
        FromNetworkHint = "Både familien og fagpersonerne.";
    public const string NoPeople = "Der er ingen i barnets netværk endnu. Skriv dem herunder.";
    public const string Others = "Andre",
        OthersHint = "De, der ikke står i barnets netværk.";

    public static string GuestName(int n) => $"Navn {n}";

    public const string GuestRelation = "Hvem er det for barnet?",
        GuestProfessional = "Fagperson";
    public const string SavePlan = "Gem mødet";

    public static string Person(NetworkPersonFact p, bool shut) =>
        $"{p.Name ?? NoName}, {p.Relation.Danish()}"
        + (
            p.HasCustody == true ? ", har forældremyndighed"
            : p.Professional == true ? " (fagperson)"
            : ""
        )
        + (shut ? " · må ikke komme til rådslagninger" : "");

    public static string Listed(string name, string? relation, InviteeRole role) =>
        name + (relation is null ? "" : ", " + relation) + (role == InviteeRole.Informant ? " (fagperson)" : "");

    public const string Title = "Netværksmøde";

    public static string Lede(string child, NetworkMeetingFact m) => $"{child} · {MeetingOn(m)}";

    public static string MeetingOn(NetworkMeetingFact m) =>
        m.CancelledOn is not null ? $"netværksmøde {Danish.Long(m.On)}, aflyst"
        : m.Held ? $"netværksmøde holdt {Danish.Long(m.On)}"
        : $"netværksmøde aftalt til {Danish.Long(m.On)}";

    public static string WasCancelled(DateOnly on) => $"Mødet blev aflyst {Danish.Long(on)}.";

    public const string About = "Mødet",
        PurposeWord = "Handler om",
        PlaceWord = "Sted",
        Came = "Kom",
        Invited = "Inviteret",
        StayedAway = "Kom ikke",
        VoiceWord = "Barnets ord",
        AgreedWord = "Aftalt";
    public const string ToPrint = "Vis og udskriv",
        ToCorrect = "Ret",
        CancelIt = "Aflys mødet";
    public const string HoldTitle = "Registrér mødet",
        CorrectTitle = "Ret mødet";
    public const string HeldOn = "Hvornår blev det holdt?",
        WhoCame = "Hvem kom?",
        Voice = "Hvad siger barnet?",
        VoiceHint = "Var barnet ikke med, så skriv, hvordan I fik dets mening med.",
        Agreed = "Hvad blev I enige om?";
    public const string WhoDoes = "Hvem gør hvad",
        WhoDoesNote = "Aftalerne står på Min dag, til de er gjort. Lad datoen stå tom, hvis det gælder hele tiden.";
    public const string SaveHeld = "Gem mødet";
    public const string NoMeetings = "Der er ingen netværksmøder.";

    public const string PrintTitle = "Netværksmødet til udskrift",
        PrintHow = "Tryk Ctrl + P for at udskrive. Giv det til alle, der var med.",
        BackToMeeting = "Til mødet";

    public static string SheetTitle(string child) => $"Møde om {child}";

    public static string SheetWhen(NetworkMeetingFact m) => Danish.Long(m.On) + (m.Place is { } place ? " · " + place : "");

    public const string SheetPurpose = "Det handlede mødet om",
        SheetCame = "Vi var med",
        SheetInvited = "Inviteret",
        SheetAgreed = "Det blev vi enige om";

    public static string SheetVoice(string child) => $"Det siger {child}";

    public static string SheetPerson(string name, string? relation) => relation is null ? name : $"{name}, {relation}";

    public const string WhoWord = "Hvem",
        WhatWord = "Hvad",
        ByWord = "Senest",
        AllTheTime = "Hele tiden";

    public static string SheetPrinted(DateOnly on) => $"Udskrevet {Danish.Long(on)}";
}
