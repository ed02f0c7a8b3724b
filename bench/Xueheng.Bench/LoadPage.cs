using System.Diagnostics;

namespace Xueheng.Bench;

/// <summary>
/// Many people reading pages at once. Each user asks for a random address of the list, waits for the whole answer, thinks,
/// and asks again. Addresses differ in filter, order and page, so no cache of one page answers them all.
/// </summary>
internal static class LoadPage
{
    /// <param name="addresses">File with one address a line.</param>
    public static async Task<int> RunAsync(string addresses, int users, int seconds, int thinkMilliseconds)
    {
        var urls = await File.ReadAllLinesAsync(addresses);
        using var handler = new SocketsHttpHandler { MaxConnectionsPerServer = users };
        using var client = new HttpClient(handler);
        foreach (var url in urls.Take(20))
        {
            (await client.GetAsync(new Uri(url))).EnsureSuccessStatusCode();
        }

        var clock = Stopwatch.StartNew();
        var perUser = await Task.WhenAll(Enumerable.Range(0, users).Select(async user =>
        {
            var random = new Random(user);
            var taken = new List<double>();
            await Task.Delay(random.Next(thinkMilliseconds + 1));
            while (clock.Elapsed.TotalSeconds < seconds)
            {
                var started = Stopwatch.GetTimestamp();
                using var response = await client.GetAsync(new Uri(urls[random.Next(urls.Length)]));
                response.EnsureSuccessStatusCode();
                await response.Content.CopyToAsync(Stream.Null);
                taken.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                if (thinkMilliseconds > 0)
                {
                    await Task.Delay(random.Next(thinkMilliseconds / 2, thinkMilliseconds * 3 / 2));
                }
            }

            return taken;
        }));

        var all = perUser.SelectMany(t => t).Order().ToArray();
        Console.WriteLine($"| {users} users, think {thinkMilliseconds} ms, {urls.Length} addresses | {all.Length / clock.Elapsed.TotalSeconds:F0} pages/s | p50 {At(all, 0.50):F1} ms | p95 {At(all, 0.95):F1} ms | p99 {At(all, 0.99):F1} ms |");
        return 0;
    }

    private static double At(double[] sorted, double share) => sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * share)];
}
