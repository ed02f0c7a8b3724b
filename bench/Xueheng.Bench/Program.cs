using Xueheng.Bench;

// Each subcommand measures one thing, its yardstick in the same run, and prints one table for docs/benchmarks.md.
return args switch
{
    ["machine"] => Machine.Print(),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: Xueheng.Bench machine");
    return 2;
}
