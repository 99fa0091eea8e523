using Spor.Kernel;

namespace Spor.Web;

/// <summary>Who an author's key is, for those who read lists of what was done.</summary>
static class People
{
    public static string Name(string key, Viewing viewing)
    {
        if (viewing.DemoMode)
            foreach (var person in DemoPeople.Of(viewing.Register, viewing.Register.Municipality?.ExtractDay ?? viewing.Today))
                if (person.Key == key)
                    return person.Name;
        return key == Council.Text.ProgramKey ? Council.Text.TheProgram : History.Text.Author(key);
    }

    /// <summary>The local day of an instant of the record.</summary>
    public static DateOnly LocalDay(DateTime utc) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), DanishCalendar.Zone));
}
