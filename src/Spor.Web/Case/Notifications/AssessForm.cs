using System.Globalization;
using Spor.Children;
using Spor.Facts;
using Spor.Kernel;
using Spor.Notifications;
using Spor.Storage;
using Spor.Storage.Facts;
using Spor.Web.Access;
using Spor.Web.Frame;
using Spor.Web.Frame.Fields;
using Spor.Web.Frame.Forms;
using Spor.Workforce;

namespace Spor.Web.Case.Notifications;

/// <summary>The assessment within 24 hours, and what it starts.</summary>
static class AssessForm
{
    public static IResult Show(long child, long id, Viewing viewing, Acting acting, ChildReader reader, FactReader facts) =>
        NotificationView.With(
            child,
            id,
            viewing,
            reader,
            facts,
            view =>
            {
                var n = view.Notification;
                var now = viewing.WorkClock.Now;
                var at = n.AssessedAt ?? now;
                viewing.Log.Looked(viewing.Viewer.Key, "underretning", [child], "vurder=" + id.ToString(CultureInfo.InvariantCulture));
                return Page(
                    view,
                    acting.NewForm(
                        (nameof(AssessNotification.AssessedAt), Form.Iso(DateOnly.FromDateTime(at))),
                        (nameof(AssessNotification.AssessedAt) + "Time", at.ToString("HH.mm", CultureInfo.InvariantCulture)),
                        (nameof(AssessNotification.AssessedBy), N(n.AssessedBy ?? viewing.Viewer.EmployeeId)),
                        (nameof(AssessNotification.Acute), Yes(n.Acute)),
                        (nameof(AssessNotification.Danger), n.Danger?.Danish()),
                        (nameof(AssessNotification.FirstSteps), n.FirstSteps),
                        (nameof(AssessNotification.Outcome), n.Outcome?.Danish()),
                        (nameof(AssessNotification.Reason), n.AssessmentReason),
                        (nameof(AssessNotification.SecondReader), N(n.SecondReader))
                    )
                );
            }
        );

    public static IResult Save(
        long child,
        long id,
        IFormCollection posted,
        Viewing viewing,
        Acting acting,
        ChildReader reader,
        FactReader facts
    ) =>
        NotificationView.With(
            child,
            id,
            viewing,
            reader,
            facts,
            view =>
            {
                var form = FormState.Of(posted);
                var command = new AssessNotification(
                    child,
                    id,
                    form.NeededTime(nameof(AssessNotification.AssessedAt)),
                    form.Id(nameof(AssessNotification.AssessedBy)),
                    form.YesNo(nameof(AssessNotification.Acute)),
                    form.Code<Danger>(nameof(AssessNotification.Danger)),
                    form.Text(nameof(AssessNotification.FirstSteps)),
                    form.Code<NotificationOutcome>(nameof(AssessNotification.Outcome)),
                    form.Text(nameof(AssessNotification.Reason)),
                    form.Id(nameof(AssessNotification.SecondReader)),
                    form.Id(nameof(AssessNotification.DistrictId))
                );
                var done = acting.Do(
                    command,
                    form,
                    (NotificationFact now) =>
                        [
                            (
                                nameof(AssessNotification.AssessedAt) + "Time",
                                now.AssessedAt?.ToString("HH.mm", CultureInfo.InvariantCulture)
                            ),
                            (nameof(AssessNotification.Acute), Yes(now.Acute)),
                            (nameof(AssessNotification.Danger), now.Danger?.Danish()),
                            (nameof(AssessNotification.FirstSteps), now.FirstSteps),
                            (nameof(AssessNotification.Outcome), now.Outcome?.Danish()),
                            (nameof(AssessNotification.Reason), now.AssessmentReason),
                        ]
                );
                if (!done.Saved)
                    return Page(view, form);
                // Given to another team's district, it is that team's from now on.
                if (
                    command.DistrictId is { } district
                    && view.State is { Child.DistrictId: null, AssignedTo.Count: 0 }
                    && !viewing.Viewer.SeesAll
                    && !(viewing.Register.Staff.TeamOfDistrict(district, viewing.Today) is { } team && viewing.Viewer.Teams.Contains(team))
                )
                    return Acting.Saved(Routes.Inbox, "notification-elsewhere");
                return Acting.Saved(
                    Routes.Notification(child, id),
                    Inbox.InTime(
                        new() { ReceivedAt = view.Notification.ReceivedAt, AssessedAt = command.AssessedAt },
                        viewing.Register.Bounds
                    ) == true
                        ? "notification-assessed"
                        : "notification-assessed-late"
                );
            }
        );

    /// <summary>The people who may take part: employed, and for the second reader not involved before.</summary>
    public static IReadOnlyList<(string Value, string Text)> People(Viewing viewing, NotificationView? notInvolvedIn)
    {
        var involved = notInvolvedIn?.Involved.Select(i => N(i.EmployeeId)).ToHashSet() ?? [];
        return
        [
            .. Options
                .Employees(
                    viewing.Register,
                    viewing.WorkClock.Today,
                    Role.Caseworker,
                    Role.ProfessionalCoordinator,
                    Role.Leader,
                    Role.Psychologist,
                    Role.HealthVisitor
                )
                .Where(o => !involved.Contains(o.Value)),
        ];
    }

    static IResult Page(NotificationView view, FormState form) => ForChild.Page<AssessPage>(form, new { View = view, Form = form });

    static string? N(long? id) => id?.ToString(CultureInfo.InvariantCulture);

    static string? Yes(bool? value) =>
        value switch
        {
            true => "ja",
            false => "nej",
            null => null,
        };
}
