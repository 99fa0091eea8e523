namespace Spor.Notifications;

public static class Professionals
{
    /// <summary>Notifies in the course of work, and so is given feedback (BL 138 stk. 2-3, before SEL 155 b). A citizen or a parent gets
    /// the receipt alone.</summary>
    public static bool IsProfessional(this Notifier notifier) =>
        notifier
            is Notifier.School
                or Notifier.DayCare
                or Notifier.HealthVisitor
                or Notifier.Hospital
                or Notifier.Doctor
                or Notifier.Police
                or Notifier.Municipality;
}
