using System.Diagnostics;
using System.Text;
using Xueheng.App.Tests.CensusImports;
using Xueheng.App.Tests.Pages;
using Xueheng.Plans.Suggesting;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Plans.Suggesting;

/// <summary>What speaks to a language model is loaded when one is asked and not before.</summary>
public sealed class LoadedLibrariesTests
{
    private static readonly string[] Libraries = ["Microsoft.Extensions.AI", "OpenAI.dll", "System.ClientModel.dll"];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_site_and_an_import_without_a_model_load_nothing_of_it()
    {
        await using var model = await ModelServer.StartAsync();
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        using var process = new CommandLine(database).Start("serve", "--urls", "http://127.0.0.1:0");
        try
        {
            using var client = new HttpClient { BaseAddress = new Uri(await UrlAsync(process)) };
            const string Plans = "/c/990101/2026/plans";
            await ImportAsync(client, Plans, "一.txt", ask: false);
            var loaded = await MapsAsync(process);
            Assert.Contains("Xueheng.Engines.dll", loaded, StringComparison.Ordinal);
            Assert.DoesNotContain(Libraries, library => loaded.Contains(library, StringComparison.Ordinal));

            await File.WriteAllTextAsync(Path.Combine(database.Folder.FullName, ReadSuggestionSettings.FileName), $"model: {{ endpoint: '{model.Endpoint}', name: tiny }}\n", Stop);
            await ImportAsync(client, Plans, "二.txt", ask: false);
            loaded = await MapsAsync(process);
            Assert.DoesNotContain(Libraries, library => loaded.Contains(library, StringComparison.Ordinal));

            await ImportAsync(client, Plans, "三.txt", ask: true);
            Assert.Single(model.Asked);
            loaded = await MapsAsync(process);
            Assert.All(Libraries, library => Assert.Contains(library, loaded, StringComparison.Ordinal));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(Stop);
        }
    }

    private static async Task ImportAsync(HttpClient client, string address, string name, bool ask)
    {
        var page = await Html.ReadAsync(await client.GetAsync(address, Stop));
        using var form = new MultipartFormDataContent();
        foreach (var hidden in page.QuerySelectorAll("#import input[type=hidden]"))
        {
            form.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
        }

        form.Add(new StringContent("2023-03-02"), "Date");
        form.Add(new StringContent("王科长"), "By");
        form.Add(new StringContent(ask ? "yes" : ""), "AskModel");
        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes($"{name}工作要点\n今年新建幼儿园8所。\n")), "File", name);
        using var answer = await client.PostAsync(address, form, Stop);
        Assert.Contains("/reading", answer.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
    }

    /// <summary>Files the process has mapped: every assembly it has loaded is one.</summary>
    private static Task<string> MapsAsync(Process process) => File.ReadAllTextAsync($"/proc/{process.Id}/maps", Stop);

    private static async Task<string> UrlAsync(Process process)
    {
        while (await process.StandardOutput.ReadLineAsync(Stop) is { } line)
        {
            if (line.IndexOf("http://", StringComparison.Ordinal) is >= 0 and var at)
            {
                return line[at..].Split('（')[0].Trim();
            }
        }

        return "";
    }
}
