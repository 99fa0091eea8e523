using Spor.Kernel;

namespace Spor.Web.Frame;

/// <summary>Instants of the record as the clock on the wall said it.</summary>
static class LocalTime
{
    /// <summary>The local day of an instant of the record.</summary>
    public static DateOnly Day(DateTime utc) => DateOnly.FromDateTime(DanishCalendar.Local(utc));
}
