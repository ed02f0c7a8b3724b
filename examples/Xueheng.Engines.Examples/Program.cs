using Xueheng.Engines.Examples;

foreach (var (name, example) in Every.Example)
{
    Console.WriteLine($"-- {name}");
    example(Console.Out);
}
