using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xueheng.Postgres;
using Xueheng.Storage;

namespace Xueheng.Tests.Databases;

/// <summary>
/// One PostgreSQL server per test process, on a free loopback port, with nothing to keep (fsync off). It lives as long
/// as the shell that started it, and that shell lives as long as its standard input: however the test process ends,
/// even killed, the server stops and its files go. Where there is no server the tests fail and say so.
/// </summary>
internal sealed class PostgresServer
{
    private const string Template = "xueheng_template";

    private static readonly Lazy<Task<PostgresServer>> Server = new(StartAsync);

    private static int _last;

    private readonly NpgsqlConnectionStringBuilder _server;

    private PostgresServer(int port) => _server = new()
    {
        Host = "127.0.0.1",
        Port = port,
        Username = "postgres",
        Database = "postgres",
        GssEncryptionMode = GssEncryptionMode.Disable,
        SslMode = SslMode.Disable,
        MaxPoolSize = 20,
    };

    public static Task<PostgresServer> GetAsync() => Server.Value;

    /// <returns>The connection string of a database of its own.</returns>
    public async Task<string> CreateDatabaseAsync(bool migrated)
    {
        var name = "test_" + Interlocked.Increment(ref _last).ToString(CultureInfo.InvariantCulture);
        await ExecuteAsync($"CREATE DATABASE {name}" + (migrated ? $" TEMPLATE {Template}" : ""));
        return ConnectionTo(name);
    }

    public async Task DropDatabaseAsync(string connection)
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(connection));
        await ExecuteAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");
    }

    private static async Task<PostgresServer> StartAsync()
    {
        var server = new PostgresServer(await RunShellAsync(FindBinaries()));
        await server.ExecuteAsync($"CREATE DATABASE {Template}");
        await using var db = new XuehengDb((DbContextOptions<XuehengDb>)new DbContextOptionsBuilder<XuehengDb>()
            .UseXuehengPostgres(server.ConnectionTo(Template) + ";Pooling=false").Options);
        await db.Database.MigrateAsync();
        return server;
    }

    /// <returns>The port it listens on.</returns>
    private static async Task<int> RunShellAsync(string binaries)
    {
        // The order of strings by an ICU collation of Chinese is far from the order of bytes: a query that leaves its
        // order to the database shows here.
        const string script = """
            set -u
            trap '' INT HUP TERM
            cd /tmp
            dir=$(mktemp -d /tmp/xueheng-postgres.XXXXXX) || exit 1
            fail() { cat "$dir/out" "$dir/log" >&2; rm -rf "$dir"; exit 1; }
            "$1/initdb" -D "$dir/data" -U postgres --auth=trust --encoding=UTF8 --no-sync --no-instructions \
                --locale=C.UTF-8 --locale-provider=icu --icu-locale=zh-Hans >"$dir/out" 2>&1 || fail
            started=
            for port in $2; do
                "$1/pg_ctl" -D "$dir/data" -l "$dir/log" -w -t 60 -o "-p $port -c listen_addresses=127.0.0.1 \
                    -c unix_socket_directories= -c fsync=off -c full_page_writes=off -c synchronous_commit=off \
                    -c autovacuum=off -c max_connections=300 -c shared_buffers=128MB -c max_wal_size=4GB" \
                    start >"$dir/out" 2>&1 && { started=$port; break; }
            done
            [ -n "$started" ] || fail
            echo "$started"
            cat >/dev/null
            "$1/pg_ctl" -D "$dir/data" -m immediate -w stop >/dev/null 2>&1
            rm -rf "$dir"
            """;
        var ports = string.Join(' ', FreePorts(3));
        string[] shell = ["sh", "-c", script, "sh", binaries, ports];
        string[] command = Environment.UserName == "root" ? ["runuser", "-u", "postgres", "--", .. shell] : shell;
        var process = Process.Start(new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        })!;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            process.StandardInput.Close();
            process.WaitForExit(10_000);
        };
        return await process.StandardOutput.ReadLineAsync() is { } port
            ? int.Parse(port, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException("PostgreSQL did not start: " + await process.StandardError.ReadToEndAsync());
    }

    private static string FindBinaries() =>
        Environment.GetEnvironmentVariable("PATH")!.Split(Path.PathSeparator)
            .Concat(Directory.Exists("/usr/lib/postgresql")
                ? Directory.GetDirectories("/usr/lib/postgresql").OrderByDescending(d => d, StringComparer.Ordinal).Select(d => Path.Combine(d, "bin"))
                : [])
            .FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")) && File.Exists(Path.Combine(d, "pg_ctl")))
        ?? throw new InvalidOperationException(
            "These tests need a PostgreSQL server and found none: install it (Debian: apt-get install postgresql), or put initdb and pg_ctl on PATH. ./test does this.");

    private static int[] FreePorts(int count)
    {
        var listeners = Enumerable.Range(0, count).Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        listeners.ForEach(l => l.Start());
        int[] ports = [.. listeners.Select(l => ((IPEndPoint)l.LocalEndpoint).Port)];
        listeners.ForEach(l => l.Dispose());
        return ports;
    }

    private string ConnectionTo(string database) =>
        new NpgsqlConnectionStringBuilder(_server.ConnectionString) { Database = database }.ConnectionString;

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(_server.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
