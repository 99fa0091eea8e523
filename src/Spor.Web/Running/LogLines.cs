using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace Spor.Web.Running;

/// <summary>
/// The log on standard error: one line for each event, with the time (UTC) and the level; as JSON where <c>SPOR_LOG</c> is <c>json</c>. The
/// same event of the same place is written ten times a minute at most, and how many were left out is said, so that a fault that meets
/// everybody does not fill the disk. An exception is told by its kind and where it happened, never by its words.
/// </summary>
sealed class LogLines(TextWriter to, bool json) : ILoggerProvider
{
    const int MostInAMinute = 10;
    readonly Lock gate = new();
    readonly ConcurrentDictionary<string, (long Minute, int Count)> counts = new(StringComparer.Ordinal);

    public static LogLines Standard() => new(Console.Error, Environment.GetEnvironmentVariable("SPOR_LOG") == "json");

    public ILogger CreateLogger(string categoryName) => new Lines(this, categoryName);

    public void Dispose() { }

    sealed class Lines(LogLines lines, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            if (IsEnabled(logLevel))
                lines.Write(logLevel, category, Template(state), formatter(state, null), exception);
        }

        // The words without what stands in them, so that repetitions are known.
        static string Template<TState>(TState state) =>
            state is IReadOnlyList<KeyValuePair<string, object?>> { Count: > 0 } parts && parts[^1].Key == "{OriginalFormat}"
                ? parts[^1].Value as string ?? ""
                : "";
    }

    void Write(LogLevel level, string category, string template, string message, Exception? exception)
    {
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var minute = now.Ticks / TimeSpan.TicksPerMinute;
        var left = 0;
        var (_, count) = counts.AddOrUpdate(
            category + template + exception?.GetType().Name,
            _ => (minute, 1),
            (_, was) =>
            {
                left = was.Minute == minute ? 0 : Math.Max(0, was.Count - MostInAMinute);
                return was.Minute == minute ? (minute, was.Count + 1) : (minute, 1);
            }
        );
        if (count > MostInAMinute)
            return;
        var text = message.ReplaceLineEndings(" ");
        if (exception is not null)
            text += $" [{exception.GetType().FullName} {(exception.StackTrace ?? "").Split('\n')[0].Trim()}]";
        if (left > 0)
            text += string.Create(CultureInfo.InvariantCulture, $" ({left} more of these were left out)");
        var at = now.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        var said = level switch
        {
            LogLevel.Critical => "critical",
            LogLevel.Error => "error",
            LogLevel.Warning => "warning",
            _ => "info",
        };
        lock (gate)
            to.WriteLine(
                json
                    ? JsonSerializer.Serialize(
                        new
                        {
                            at,
                            level = said,
                            category,
                            message = text,
                        }
                    )
                    : $"{at} {said} {category}: {text}"
            );
    }
}
