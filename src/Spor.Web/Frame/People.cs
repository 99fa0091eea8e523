using Spor.Kernel;
using Spor.Web.Access;

namespace Spor.Web.Frame;

/// <summary>Who an author's key is, for those who read lists of what was done.</summary>
static class People
{
    public static string Name(string key, Viewing viewing)
    {
        if (viewing.DemoMode)
            foreach (var person in DemoPeople.Of(viewing.Register, viewing.Register.Municipality?.ExtractDay ?? viewing.Today))
                if (person.Key == key)
                    return person.Name;
        return key == Spor.Web.Leading.Council.Text.ProgramKey
            ? Spor.Web.Leading.Council.Text.TheProgram
            : Spor.Web.Case.History.Text.Author(key);
    }

    /// <summary>The local day of an instant of the record.</summary>
    public static DateOnly LocalDay(DateTime utc) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), DanishCalendar.Zone));
}
