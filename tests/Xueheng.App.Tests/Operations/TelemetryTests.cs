using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Xueheng.App.Operations;
using Xueheng.App.Tests.Browser;
using Xueheng.App.Tests.Pages;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Operations;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Imports_and_measurements_are_traced_and_timed()
    {
        var (traces, measures) = (new ConcurrentBag<string>(), new ConcurrentDictionary<string, double>());
        using var spans = new ActivityListener
        {
            ShouldListenTo = source => source.Name == Telemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span => traces.Add($"{span.OperationName} {span.GetTagItem("xueheng.county")}"),
        };
        ActivitySource.AddActivityListener(spans);
        using var meter = new MeterListener { InstrumentPublished = (i, l) => { if (i.Meter.Name == Telemetry.Name) { l.EnableMeasurementEvents(i); } } };
        meter.SetMeasurementEventCallback<double>((i, value, _, _) => measures.AddOrUpdate(i.Name, value, (_, sum) => sum + value));
        meter.SetMeasurementEventCallback<long>((i, value, _, _) => measures.AddOrUpdate(i.Name, value, (_, sum) => sum + value));
        meter.Start();

        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var site = await RunningSite.StartAsync(database);
        await DemoSite.ImportAsync(site.Services, DemoSite.Workbooks(database.Folder.CreateSubdirectory("demo"), site.Services).Take(1));
        using var measured = await site.Client.GetAsync("/api/v1/counties/990101/periods/2022/measurements?standard=quality-balance-2017", TestContext.Current.CancellationToken);

        Assert.Contains("census import 990101", traces);
        Assert.Contains("measure 990101", traces);
        Assert.True(measures["xueheng.import.rows"] > 100);
        Assert.True(measures["xueheng.import.duration"] > 0 && measures["xueheng.measure.duration"] > 0);
    }

    [Fact]
    public async Task Telemetry_goes_to_the_collector_that_is_named_and_nowhere_else()
    {
        using var collector = new TcpListener(IPAddress.Loopback, 0);
        collector.Start();
        var asked = AcceptAsync(collector);
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        var endpoint = $"http://127.0.0.1:{((IPEndPoint)collector.LocalEndpoint).Port}";
        await using (var site = await RunningSite.StartAsync(
            database.Location(), migrate: true, $"--{CollectTelemetry.EndpointSetting}={endpoint}", "--OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf"))
        {
            using var page = await site.Client.GetAsync("/", TestContext.Current.CancellationToken);
        }

        Assert.Contains("POST /v1/", await asked, StringComparison.Ordinal);
    }

    /// <summary>The first line of the first request.</summary>
    private static async Task<string> AcceptAsync(TcpListener collector)
    {
        using var client = await collector.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        var line = await reader.ReadLineAsync(TestContext.Current.CancellationToken) ?? "";
        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        return line;
    }
}
