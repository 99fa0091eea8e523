using Spor.Facts;
using Spor.Kernel;
using Spor.Requirements;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Frame.Layout;

/// <param name="Key">What a page names as its own, so that the menu shows where one is.</param>
/// <param name="Count">A number beside the item, or null.</param>
/// <param name="Shown">Whether the viewer has use for it and may go there.</param>
public sealed record MenuItem(
    string Section,
    string Text,
    string Href,
    string Key,
    Func<Viewing, bool> Shown,
    Func<Viewing, int?>? Count = null
);

/// <summary>The menu. An item appears with the page that makes it work.</summary>
public static class Menu
{
    /// <summary>A coordinator has its own conferences and nothing else.</summary>
    static bool Coordinates(Viewing v) => v.Viewer.May(Capability.Coordination);

    static bool HasData(Viewing v) => v.Register.Children.Count > 0 && v.Viewer.May(Capability.Figures);

    static bool Works(Viewing v) => HasData(v) && v.MayWork;

    /// <summary>Who receives notifications works, and has no team's pages.</summary>
    static bool WorksInTeam(Viewing v) => Works(v) && v.Viewer.May(Capability.Team);

    /// <summary>A case was drawn for the viewer to read.</summary>
    static bool ReadsCases(Viewing v) => Spor.Web.Leading.CaseReadings.ReadingEndpoints.ToRead(v).Any();

    /// <summary>What is led and set up stands folded beside the daily work; for those who have nothing else it is open.</summary>
    public static bool Folds(string section) => section is "Ledelse" or "Administration";

    /// <summary>Works out what the numbers are counted among, so that the first page after a start does not.</summary>
    public static IReadOnlyList<Picked> Warm(Snapshot snapshot, DateOnly today) =>
        [
            Spor.Web.Case.Notifications.InboxView.Warm(snapshot, today),
            Spor.Web.Case.Decisions.WaitingList.Warm(snapshot),
            Spor.Web.Case.OwnTasks.OwnTaskLines.Warm(snapshot),
            Spor.Web.Staff.Allocating.WaitingForCaseworker.Warm(snapshot),
            Spor.Web.Conferences.Desk.Desk.Warm(snapshot),
            Spor.Web.Access.CaseAccess.AccessEndpoints.Warm(snapshot),
            Spor.Web.Case.FileAccess.FileAccessEndpoints.Open.Warm(snapshot),
            Spor.Web.Case.Cases.HandoverList.Warm(snapshot),
            Spor.Web.Case.Objections.ObjectionEndpoints.Open.Warm(snapshot),
            Spor.Web.Leading.CaseReadings.ReadingEndpoints.Warm(snapshot),
            Spor.Web.Case.Partners.PartnerEndpoints.WarmQuestions(snapshot),
            Spor.Web.Case.Partners.PartnerEndpoints.WarmSent(snapshot),
        ];

    public static IReadOnlyList<MenuItem> Items { get; } =
    [
        new(
            "Rådslagninger",
            "Mine rådslagninger",
            Routes.CoordinatorDesk,
            "samordner",
            Coordinates,
            v => Spor.Web.Conferences.Desk.Desk.Lines(v).Count()
        ),
        new(
            "Samarbejde",
            "Underretninger og spørgsmål",
            Spor.Web.Case.Partners.PartnerEndpoints.Desk,
            "partner",
            v => v.Viewer.May(Capability.Partnering),
            Spor.Web.Case.Partners.PartnerEndpoints.Open
        ),
        new(
            "Samarbejde",
            "Skriv en underretning",
            Spor.Web.Case.Partners.PartnerEndpoints.Send,
            "partner-ny",
            v => v.Viewer.May(Capability.Partnering)
        ),
        new(
            "Mit arbejde",
            "Min dag",
            "/min-dag",
            "min-dag",
            v => v.Viewer.EmployeeId is not null || (HasData(v) && v.MayLead),
            Spor.Web.Day.MyDay.DayWork.Pressing
        ),
        new(
            "Mit arbejde",
            "Mine børn",
            "/boern?mine=ja",
            "mine-boern",
            v => HasData(v) && v.Viewer.EmployeeId is not null,
            v => v.Mine.Count()
        ),
        new("Mit arbejde", "Kalender", Routes.Calendar, "kalender", v => HasData(v) && v.Viewer.EmployeeId is not null && v.MayWork),
        new("Mit arbejde", "Underretninger", Routes.Inbox, "indbakke", v => v.MayWork, Spor.Web.Case.Notifications.InboxView.Pressing),
        new("Mit arbejde", "Registrér underretning", Routes.ReceiveNotification, "modtag", v => v.MayWork),
        new(
            "Mit arbejde",
            "Afgørelser",
            Routes.WaitingDecisions,
            "afgoerelser",
            Works,
            v => Spor.Web.Case.Decisions.WaitingList.Pressing(v)
        ),
        new("Mit arbejde", "Alle børn", "/boern", "boern", Works),
        new(
            "Gennemgang",
            "Sager til gennemgang",
            "/boern",
            "boern",
            v => v.Viewer.May(Capability.Children) && !v.MayWork,
            v => v.Visible.Count
        ),
        new(
            "Gennemgang",
            "Sager, du skal læse",
            Spor.Web.Leading.CaseReadings.ReadingEndpoints.ReadPath,
            "laes",
            v => v.Viewer.May(Capability.Children) && !v.MayWork && ReadsCases(v),
            Spor.Web.Leading.CaseReadings.ReadingEndpoints.Unread
        ),
        new(
            "Mit arbejde",
            "Sager, du skal læse",
            Spor.Web.Leading.CaseReadings.ReadingEndpoints.ReadPath,
            "laes",
            v => Works(v) && ReadsCases(v),
            Spor.Web.Leading.CaseReadings.ReadingEndpoints.Unread
        ),
        new("Mit arbejde", "Søg i notater", "/notater", "notater", Works),
        new("Teamet", "Frister", "/frister", "frister", WorksInTeam),
        new("Teamet", "Børn pr. rådgiver", "/sager", "sager", WorksInTeam),
        new(
            "Teamet",
            "Sager uden rådgiver",
            "/fordeling",
            "fordeling",
            v => HasData(v) && v.MayLead,
            v => Spor.Web.Staff.Allocating.WaitingForCaseworker.In(v).Count()
        ),
        new(
            "Teamet",
            "Aktindsigt",
            Spor.Web.Case.FileAccess.FileAccessEndpoints.Path,
            "aktindsigt",
            v => HasData(v) && v.MayWork,
            v => Spor.Web.Case.FileAccess.FileAccessEndpoints.Open.Count(v)
        ),
        new(
            "Teamet",
            "Indsigelser",
            Spor.Web.Case.Objections.ObjectionEndpoints.Path,
            "indsigelser",
            v => HasData(v) && v.MayWork,
            v => Spor.Web.Case.Objections.ObjectionEndpoints.Open.Count(v)
        ),
        new("Teamet", "Fravær", "/fravaer", "fravaer", v => HasData(v) && v.MayLead),
        new("Teamet", "Indsatstrappen", "/trappen", "trappen", HasData),
        new("Ledelse", "Ledelsesinformation", "/ledelse", "ledelse", HasData),
        new(
            "Ledelse",
            "Overdragelser",
            Spor.Web.Case.Cases.HandoverList.Path,
            "overdragelser",
            v => HasData(v) && v.MayLead && v.MayWork,
            Spor.Web.Case.Cases.HandoverList.Pressing
        ),
        new("Ledelse", "Økonomi", "/oekonomi", "oekonomi", HasData),
        new("Ledelse", "Investeringer", Spor.Web.Leading.Investing.InvestingEndpoints.Root, "investering", HasData),
        new(
            "Ledelse",
            "Leverancer",
            Spor.Web.Exchange.Deliveries.DeliveryEndpoints.Path,
            "leverancer",
            v => v.Viewer.May(Capability.Economy),
            v => v.Arrivals.Count is > 0 and var n ? n : null
        ),
        new("Ledelse", "Side om side", Spor.Web.Leading.SideBySide.BesideEndpoints.Path, "side-om-side", HasData),
        new("Ledelse", "Hvad virker for hvem", Spor.Web.Leading.WhatWorks.OfferEndpoints.Path, "hvad-virker", HasData),
        new("Ledelse", "Distrikter", "/distrikter", "distrikter", HasData),
        new("Ledelse", "Prognose", "/prognose", "prognose", HasData),
        new("Ledelse", "Udgiftsmodel", Spor.Web.Leading.Expenditure.SpendingEndpoints.Path, "udgiftsmodel", HasData),
        new("Ledelse", "Sociale investeringer", Spor.Web.Leading.SocialInvesting.SocialEndpoints.Path, "soem", HasData),
        new(
            "Ledelse",
            "Indbyggere",
            Spor.Web.Leading.Inhabitants.PopulationEndpoints.Path,
            "indbyggere",
            v => HasData(v) && v.Viewer.May(Capability.Reports)
        ),
        new("Ledelse", "Mine tal", "/ledelse/min", "ledelse-min", HasData),
        new("Ledelse", "De tolv nøgletal", "/noegletal", "noegletal", HasData),
        new("Ledelse", "Rådslagninger i tal", Routes.ConferenceFigures, "raadslagninger", HasData),
        new("Ledelse", "Basislinjer", "/basislinjer", "basislinjer", HasData),
        new("Ledelse", "Rapport til byrådet", "/raadet", "raadet", HasData),
        new("Ledelse", "Årshjul", "/aarshjul", "aarshjul", HasData),
        new("Ledelse", "Genopretning", Routes.Recovery, "genopretning", HasData),
        new(
            "Ledelse",
            "Ledelsestilsyn",
            Spor.Web.Leading.CaseReadings.ReadingEndpoints.Root,
            "ledelsestilsyn",
            v => HasData(v) && v.MayLead
        ),
        new(
            "Ledelse",
            "Paneler",
            Spor.Web.Leading.Panels.PanelEndpoints.Root,
            "paneler",
            v => HasData(v) && v.MayLead,
            Spor.Web.Leading.Panels.PanelEndpoints.Untold
        ),
        new("Ledelse", "Spørgeskemaer", Spor.Web.Leading.Surveys.SurveyEndpoints.Root, "spoergeskemaer", v => HasData(v) && v.MayLead),
        new(
            "Ledelse",
            "Forandringsteorier",
            Spor.Web.Leading.TheoryOfChange.TheoryEndpoints.Root,
            "forandringsteorier",
            v => HasData(v) && v.MayLead
        ),
        new("Ledelse", "Datakvalitet", "/datakvalitet", "datakvalitet", WorksInTeam),
        new(
            "Ledelse",
            "Udtræk til forskning",
            "/forskningsudtraek",
            "forskningsudtraek",
            v => HasData(v) && v.Viewer.May(Capability.Research)
        ),
        new("Administration", "Hvem har set", "/hvem-har-set", "hvem-har-set", v => v.Viewer.May(Capability.Looks)),
        new("Administration", "Sletning", Spor.Web.Trust.DueForErasure.Path, "sletning", v => v.Viewer.May(Capability.Erasure)),
        new("Administration", "Samordnere", Routes.Coordinators, "samordnere", Works),
        new(
            "Administration",
            "Brevskabeloner",
            Routes.LetterTemplates,
            "brevskabeloner",
            v => v.Register.Children.Count > 0 && v.Viewer.May(Capability.Settings)
        ),
        new("Administration", "Takstregulering", Routes.Regulations, "takster", v => v.Viewer.May(Capability.Settings)),
        new("Administration", "Hvem må afgøre hvad", Routes.AuthorityLimits, "kompetence", v => v.Viewer.May(Capability.Settings)),
        new(
            "Administration",
            "Lov og frister",
            Spor.Web.Leading.LawAndDeadlines.LawEndpoints.Path,
            "loven",
            v => v.Viewer.May(Capability.Settings)
        ),
        new(
            "Administration",
            "Roller",
            Spor.Web.Access.RoleList.RoleEndpoints.Path,
            "roller",
            v => v.Viewer.May(Capability.SeeRoles),
            Spor.Web.Access.RoleList.RoleEndpoints.Pressing
        ),
        new(
            "Administration",
            "Nøgler til leverancer",
            Spor.Web.Exchange.Deliveries.DeliveryEndpoints.Keys,
            "leverancer-noegler",
            v => v.Viewer.May(Capability.Settings)
        ),
        new("Administration", "Drift", "/drift", "drift", v => v.Viewer.May(Capability.Settings)),
        new("Administration", "Import", "/import", "import", v => v.Viewer.May(Capability.Import)),
    ];
}
