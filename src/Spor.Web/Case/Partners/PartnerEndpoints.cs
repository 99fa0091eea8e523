using System.Globalization;
using Spor.Cases;
using Spor.Facts;
using Spor.Notifications;
using Spor.Requirements;
using Spor.Web.Access;
using Spor.Web.Frame.Forms;

namespace Spor.Web.Case.Partners;

/// <summary>Those who work beside the department: what they send and are asked, and where the department meets it.</summary>
static class PartnerEndpoints
{
    /// <summary>The partner's own page.</summary>
    public const string Desk = "/partner",
        Send = Desk + "/underretning/ny";

    static string N(long id) => id.ToString(CultureInfo.InvariantCulture);

    /// <summary>What the partner sent, as the partner sees it.</summary>
    public static string Own(long sent) => $"{Desk}/underretning/{N(sent)}";

    public static string Question(long id) => $"{Desk}/spoergsmaal/{N(id)}";

    /// <summary>What was sent, as the department meets it.</summary>
    public static string Waiting(long sent) => $"{Routes.Inbox}/sendt/{N(sent)}";

    public static string TakeIn(long sent) => $"{Routes.ReceiveNotification}?sendt={N(sent)}";

    public static string OfChild(long child) => $"{Routes.Child(child)}/samarbejdspartner";

    public static string TakeBack(long child, long id) => $"{OfChild(child)}/{N(id)}/tilbage";

    public static void MapPartners(this WebApplication app)
    {
        app.MapGet(Desk, PartnerDesk.Show).RequireAuthorization(Policies.Partnering);
        app.MapGet(Send, PartnerDesk.ShowSend).RequireAuthorization(Policies.Partnering).ShowsNoChild();
        app.MapPost(Send, PartnerDesk.SaveSend).Does<SendNotification>();
        app.MapGet(Desk + "/underretning/{id:long}", PartnerDesk.ShowSent).RequireAuthorization(Policies.Partnering);
        app.MapGet(Desk + "/spoergsmaal/{id:long}", PartnerDesk.ShowQuestion).RequireAuthorization(Policies.Partnering);
        app.MapPost(Desk + "/spoergsmaal/{id:long}", PartnerDesk.SaveAnswer).Does<AnswerQuestion>();

        app.MapGet(Routes.Inbox + "/sendt/{id:long}", WaitingSent.Show).RequireAuthorization(Policies.Casework);
        app.MapPost(Routes.Inbox + "/sendt/{id:long}", WaitingSent.SetAside).Does<SetSentAside>();
        app.MapGet("/barn/{child:long}/samarbejdspartner", AskForm.Show).RequireAuthorization(Policies.Casework);
        app.MapPost("/barn/{child:long}/samarbejdspartner", AskForm.Save).Does<AskPartner>();
        app.MapPost("/barn/{child:long}/samarbejdspartner/{id:long}/tilbage", AskForm.TakeBack).Does<TakeBackQuestion>();
    }

    static readonly Derived<Picked> AskedAbout = Picked.Of(c => c.File.Of<PartnerRequestFact>().Length > 0);
    static readonly Derived<Picked> SentAbout = Picked.Of(c => Array.Exists(c.File.Notifications, n => n.SentId is not null));

    public static Picked WarmQuestions(Snapshot snapshot) => snapshot.Get(AskedAbout);

    public static Picked WarmSent(Snapshot snapshot) => snapshot.Get(SentAbout);

    /// <summary>An answered question stands so long on the partner's page (days); then it is the record's alone.</summary>
    public const int Kept = 30;

    /// <summary>The questions to whoever looks: the open ones, and those answered lately.</summary>
    public static IEnumerable<(ChildState Child, PartnerRequestFact Of)> Questions(Viewing viewing) =>
        !viewing.Viewer.May(Capability.Partnering)
            ? []
            : WarmQuestions(viewing.Snapshot)
                .Children.SelectMany(c =>
                    c.File.Of<PartnerRequestFact>()
                        .Where(r =>
                            r.Person == viewing.Viewer.Key
                            && (r.AnsweredOn is null || r.AnsweredOn >= viewing.WorkClock.Today.AddDays(-Kept))
                        )
                        .Select(r => (c, r))
                );

    /// <summary>In the partner's menu: what is to be answered.</summary>
    public static int? Open(Viewing viewing) => Questions(viewing).Count(q => q.Of.AnsweredOn is null) is > 0 and var n ? n : null;

    /// <summary>What whoever looks has sent, the newest first.</summary>
    public static IEnumerable<SentNotificationFact> SentBy(Viewing viewing) =>
        !viewing.Viewer.May(Capability.Partnering)
            ? []
            : viewing.Register.Of<SentNotificationFact>().Where(s => s.By == viewing.Viewer.Key).OrderByDescending(s => s.SentAt);

    /// <summary>What was made of something that was sent: one notification for each child it turned out to be about.</summary>
    public static IReadOnlyList<(ChildState Child, NotificationFact Of)> MadeOf(long sent, Viewing viewing) =>
        [.. WarmSent(viewing.Snapshot).Children.SelectMany(c => c.File.Notifications.Where(n => n.SentId == sent).Select(n => (c, n)))];

    /// <summary>What was sent and waits for somebody in the department, the first on top. Whom it is about is not known yet, so everybody
    /// who works may meet it, as with a child that nobody has.</summary>
    public static IEnumerable<SentNotificationFact> ToTakeIn(Viewing viewing) =>
        viewing.MayWork ? viewing.Register.Of<SentNotificationFact>().Where(s => s.Waits) : [];
}
