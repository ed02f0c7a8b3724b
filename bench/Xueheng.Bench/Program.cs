using System.Globalization;
using Xueheng.App;
using Xueheng.Bench;

// Each subcommand measures one thing, its yardstick in the same run, and prints one table row for docs/benchmarks.md.
return args switch
{
    ["machine"] => Machine.Print(),
    ["import", .. var options] => await ImportBench.RunAsync(Number(options, "--pupils", 100_000), Number(options, "--teachers", 6_000), Number(options, "--rounds", 5), Text(options, "--postgres")),
    ["workbook", var book, var pupils, var teachers] => WriteWorkbook(book, Whole(pupils), Whole(teachers)),
    ["import-once", var book, var data, .. var rest] => await ImportBench.OnceAsync(book, data, rest is [var database] ? database : null),
    ["load-page", var addresses, var users, var seconds, var think] =>
        await LoadPage.RunAsync(addresses, Whole(users), Whole(seconds), Whole(think)),
    ["facts", var database, var standard] => await FactsBench.RunAsync(Locate(database), standard, rounds: 3),
    ["province", var database, var counties, var pupils] => await Province.LoadAsync(Locate(database), Whole(counties), Whole(pupils)),
    ["plan-views", var database, var tasks, var rounds] => await PlanViews.RunAsync(Locate(database), Whole(tasks), Whole(rounds)),
    ["read", var folder, .. var options] => ReadBench.Run(folder, Number(options, "--rounds", 200)),
    ["location", var folder, .. var options] => LocationBench.Run(folder, Number(options, "--seconds", 60), Number(options, "--threads", 2), Text(options, "--only"), !options.Contains("--alone")),
    ["rotation", .. var options] => RotationBench.Run(Number(options, "--schools", 150), Number(options, "--teachers", 8_000), Number(options, "--seconds", 60), options.Contains("--alone")),
    ["rotation-chicago", var folder, .. var options] => RotationBench.Chicago(folder, Number(options, "--seconds", 60)),
    _ => Usage(),
};

// A connection string names a PostgreSQL database, anything else a data folder.
static DataLocation Locate(string database) => database.Contains('=')
    ? new DataLocation(new DirectoryInfo(Path.GetTempPath()), database)
    : new DataLocation(new DirectoryInfo(database), null);

static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static int WriteWorkbook(string path, int pupils, int teachers)
{
    ImportInput.Write(path, pupils, teachers);
    return 0;
}

static int Usage()
{
    Console.Error.WriteLine("""
        usage: Xueheng.Bench machine
               Xueheng.Bench import [--pupils N] [--teachers N] [--rounds N] [--postgres CONNECTION]
               Xueheng.Bench workbook FILE.xlsx PUPILS TEACHERS
               Xueheng.Bench load-page ADDRESSES.txt USERS SECONDS THINK_MS
               Xueheng.Bench facts DATABASE STANDARD
               Xueheng.Bench province DATABASE COUNTIES PUPILS_PER_COUNTY
               Xueheng.Bench read FOLDER [--rounds N]
               Xueheng.Bench location FOLDER [--seconds N] [--threads N] [--only PART_OF_NAME] [--alone]
               Xueheng.Bench rotation [--schools N] [--teachers N] [--seconds N] [--alone]
               Xueheng.Bench rotation-chicago FOLDER [--seconds N]
               Xueheng.Bench plan-views DATABASE TASKS ROUNDS
        """);
    return 2;
}

static string? Text(string[] options, string name) => Array.IndexOf(options, name) is >= 0 and var at && at + 1 < options.Length ? options[at + 1] : null;

static int Number(string[] options, string name, int otherwise) =>
    Text(options, name) is { } text ? Whole(text) : otherwise;
