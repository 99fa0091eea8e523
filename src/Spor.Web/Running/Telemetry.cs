using System.Diagnostics;
using System.Diagnostics.Metrics;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Spor.Storage;
using Spor.Web.Access;

namespace Spor.Web.Running;

/// <summary>
/// Metrics and traces to the collector that <c>settings.json</c> names, by OTLP over HTTP. What a request is told with is a list of what
/// may leave: the pattern of its address, its method, its status. Never the address itself, for it has the child's number in it, and what
/// somebody searched for.
/// </summary>
static class Telemetry
{
    public const string Name = "Spor";

    /// <summary>What a trace says of a request. Everything else is taken off before it leaves.</summary>
    internal static readonly IReadOnlySet<string> MayLeave = new HashSet<string>(StringComparer.Ordinal)
    {
        "http.request.method",
        "http.route",
        "http.response.status_code",
        "error.type",
        "network.protocol.version",
        "url.scheme",
    };

    public static void AddTelemetry(this IServiceCollection services, Settings settings)
    {
        if (settings.Telemetry is not { } collector)
            return;
        services.AddSingleton<Gauges>();
        services
            .AddOpenTelemetry()
            .ConfigureResource(r => r.AddService(Name, serviceVersion: StoredReports.Program, autoGenerateServiceInstanceId: false))
            .WithTracing(t =>
                t.SetSampler(new AlwaysOnSampler())
                    .AddAspNetCoreInstrumentation(o => o.Filter = c => !c.Request.Path.StartsWithSegments("/sundhed"))
                    .AddProcessor(new OnlyWhatMayLeave())
                    .AddOtlpExporter(o => To(o, collector, "v1/traces"))
            )
            .WithMetrics(m =>
                m.AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", Name)
                    .AddOtlpExporter(o => To(o, collector, "v1/metrics"))
            );
    }

    /// <summary>The gauges tell of themselves from when they are made.</summary>
    public static void UseTelemetry(this WebApplication app) => app.Services.GetService<Gauges>();

    static void To(OtlpExporterOptions options, Uri collector, string signal)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri(collector.AbsoluteUri.TrimEnd('/') + "/" + signal);
    }

    sealed class OnlyWhatMayLeave : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            var route = data.GetTagItem("http.route") as string;
            foreach (var tag in data.TagObjects.Select(t => t.Key).Where(k => !MayLeave.Contains(k)).ToList())
                data.SetTag(tag, null);
            data.DisplayName = $"{data.GetTagItem("http.request.method")} {route ?? "(no page)"}";
            // A caller's own state may say anything.
            data.TraceStateString = null;
        }
    }

    /// <summary>What <c>/sundhed/status</c> says, as numbers over time.</summary>
    sealed class Gauges : IDisposable
    {
        readonly Meter meter = new(Name);

        public Gauges(Health health, Municipality municipality, TimeProvider time)
        {
            meter.CreateObservableGauge(
                "spor.check",
                () => Checks(health),
                description: "1 where a check of /sundhed/status is in order, 0 where somebody should see to it."
            );
            meter.CreateObservableGauge(
                "spor.journal.entry",
                () => Entry(municipality),
                description: "The number of the entry that pages show."
            );
            meter.CreateObservableGauge(
                "spor.backup.age",
                () => Age(municipality.Database, Noted.Backup, time),
                "s",
                "Since the last backup that went well."
            );
            meter.CreateObservableGauge(
                "spor.replay.age",
                () => Age(municipality.Database, Noted.Replay, time),
                "s",
                "Since the journal was last checked and found whole."
            );
        }

        public void Dispose() => meter.Dispose();

        // As last asked, and asks for the next time: a collector never waits for a database.
        static IEnumerable<Measurement<int>> Checks(Health health)
        {
            _ = Task.Run(health.Ask);
            return health.Last.Select(c => new Measurement<int>(c.Ok ? 1 : 0, new KeyValuePair<string, object?>("check", c.Code)));
        }

        static Measurement<long>[] Entry(Municipality municipality) => municipality.Held is { } held ? [new(held.EntryNo)] : [];

        static Measurement<double>[] Age(Database database, string what, TimeProvider time) =>
            Noted.Read(database.DataFolder, what) is { Well: true } noted
                ? [new((time.GetUtcNow().UtcDateTime - noted.At).TotalSeconds)]
                : [];
    }
}
