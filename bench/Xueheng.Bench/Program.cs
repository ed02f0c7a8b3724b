using Xueheng.Bench;

// Each subcommand measures one thing, its yardstick in the same run, and prints one table for docs/benchmarks.md.
return args switch
{
    ["machine"] => Machine.Print(),
    ["import", .. var options] => await ImportBench.RunAsync(Number(options, "--pupils", 100_000), Number(options, "--teachers", 6_000), Number(options, "--rounds", 5), Text(options, "--postgres")),
    ["import-once", var book, var data, .. var rest] => await ImportBench.OnceAsync(book, data, rest is [var database] ? database : null),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Xueheng.Bench machine | import [--pupils N] [--teachers N] [--rounds N] [--postgres CONNECTION]");
    return 2;
}

static string? Text(string[] options, string name) => Array.IndexOf(options, name) is >= 0 and var at && at + 1 < options.Length ? options[at + 1] : null;

static int Number(string[] options, string name, int otherwise) =>
    Text(options, name) is { } text ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : otherwise;
