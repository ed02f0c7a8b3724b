using Xueheng.Packs;

namespace Xueheng.Plans.Suggesting;

/// <summary>Reads <c>reading.yaml</c> each time it is needed, so that a change works without a restart.</summary>
/// <param name="folder">The data folder.</param>
public sealed class ReadSuggestionSettings(DirectoryInfo folder)
{
    public const string FileName = "reading.yaml";

    private const int LongestWait = 3600;

    /// <returns>Null where there is no file or no model in it; XH5107 with line and reason where it does not hold.</returns>
    public Outcome<SuggestionSettings?> Run()
    {
        var path = Path.Combine(folder.FullName, FileName);
        if (!File.Exists(path))
        {
            return (SuggestionSettings?)null;
        }

        try
        {
            var root = PackNode.Read(path, FileName).Root;
            var settings = root.Optional("model") is { } model ? Model(model) : null;
            root.Done();
            return settings;
        }
        catch (PackException e)
        {
            return new Failure("XH5107", $"语言模型的配置有误，暂不能请它补充：{e.Message}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Failure("XH5107", $"读不了语言模型的配置，暂不能请它补充：{e.Message}");
        }
    }

    private SuggestionSettings Model(PackNode node)
    {
        var endpoint = node.Required("endpoint");
        if (!Uri.TryCreate(endpoint.AsText(), UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https") || address.UserInfo.Length > 0)
        {
            throw endpoint.Wrong($"“{endpoint.AsText()}”不是网址，应当像 http://10.0.0.8:8000/v1，里面不写用户名和密码");
        }

        var seconds = node.OptionalNumber("seconds");
        if (seconds is < 1 or > LongestWait)
        {
            throw node.Required("seconds").Wrong($"seconds 应当在 1 到 {LongestWait} 之间");
        }

        var key = node.OptionalText("key_file") is { } file ? File.ReadAllText(Path.Combine(folder.FullName, file)).Trim() : null;
        var settings = new SuggestionSettings(
            address, node.Text("name"), key, seconds is { } s ? TimeSpan.FromSeconds((double)s) : SuggestionSettings.UsualPatience, node.Flag("ticked", otherwise: false));
        node.Done();
        return settings;
    }
}
