using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Xueheng.Packs;

/// <summary>
/// A place in a pack's YAML that knows its file and line, so that every complaint about a pack says where. Reading a
/// mapping notes which keys were asked for; <see cref="Done"/> refuses the ones nobody asked for, which are misspellings.
/// </summary>
public sealed class PackNode
{
    private readonly string _file;
    private readonly YamlNode _node;
    private readonly HashSet<string> _read = [];

    private PackNode(string file, YamlNode node) => (_file, _node) = (file, node);

    public string File => _file;

    public long Line => _node.Start.Line;

    /// <summary>Reads a YAML file; <paramref name="shown"/> is how messages name it.</summary>
    /// <returns>The root and the SHA-256 of the text, lower-case hexadecimal.</returns>
    public static (PackNode Root, string Hash) Read(string path, string shown)
    {
        var text = Load(path, shown);
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            throw new PackException(shown, e.Start.Line, $"不是有效的 YAML：{e.Message}");
        }

        if (stream.Documents.Count == 0)
        {
            throw new PackException(shown, 1, "文件是空的");
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return (new PackNode(shown, stream.Documents[0].RootNode), hash);
    }

    private static string Load(string path, string shown)
    {
        try
        {
            return System.IO.File.ReadAllText(path, Encoding.UTF8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new PackException($"{shown} 读不了：{e.Message}");
        }
    }

    public PackException Wrong(string reason) => new(_file, Line, reason);

    /// <summary>The value under a key, or null when the key is absent or its value is null.</summary>
    public PackNode? Optional(string key)
    {
        if (_node is not YamlMappingNode mapping)
        {
            throw Wrong("这里应当是“键: 值”");
        }

        _read.Add(key);
        return mapping.Children.TryGetValue(new YamlScalarNode(key), out var child)
            && child is not YamlScalarNode { Value: null or "" or "~" or "null", Style: ScalarStyle.Plain }
                ? new PackNode(_file, child)
                : null;
    }

    public PackNode Required(string key)
    {
        if (Optional(key) is { } value)
        {
            return value;
        }

        var unread = ((YamlMappingNode)_node).Children.Keys.OfType<YamlScalarNode>().Where(k => k.Value is not null && !_read.Contains(k.Value)).ToList();
        return Spelling.Nearest(key, unread.Select(k => k.Value!)) is { } near
            ? throw new PackException(_file, unread.First(k => k.Value == near).Start.Line, $"不认识 {near}，是不是想写 {key}？")
            : throw Wrong($"缺少 {key}");
    }

    public string Text(string key) => Required(key).AsText();

    public string? OptionalText(string key) => Optional(key)?.AsText();

    public decimal Number(string key) => Required(key).AsNumber();

    public decimal? OptionalNumber(string key) => Optional(key)?.AsNumber();

    public bool Flag(string key, bool otherwise) => Optional(key)?.AsFlag() ?? otherwise;

    public IReadOnlyList<PackNode> List(string key) => Optional(key)?.Items() ?? [];

    public IReadOnlyList<string> Texts(string key) => [.. List(key).Select(n => n.AsText())];

    public string AsText() => _node is YamlScalarNode { Value: { } value } ? value : throw Wrong("这里应当是文字");

    public decimal AsNumber() =>
        decimal.TryParse(AsText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong($"“{AsText()}”不是数字");

    public bool AsFlag() => AsText() switch
    {
        "true" => true,
        "false" => false,
        var other => throw Wrong($"“{other}”应当是 true 或 false"),
    };

    public TEnum AsEnum<TEnum>()
        where TEnum : struct, Enum =>
        Enum.TryParse<TEnum>(AsText().Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw Wrong($"“{AsText()}”应当是 {string.Join("、", Enum.GetNames<TEnum>())} 之一");

    public bool IsScalar => _node is YamlScalarNode;

    public bool IsList => _node is YamlSequenceNode;

    public IReadOnlyList<PackNode> Items() => _node is YamlSequenceNode sequence
        ? [.. sequence.Children.Select(child => new PackNode(_file, child))]
        : throw Wrong("这里应当是列表");

    public IReadOnlyList<(string Key, PackNode Value)> Entries() => _node is YamlMappingNode mapping
        ? [.. mapping.Children.Select(pair => (((YamlScalarNode)pair.Key).Value ?? "", new PackNode(_file, pair.Value)))]
        : throw Wrong("这里应当是“键: 值”");

    /// <summary>Refuses keys that nothing has read.</summary>
    public void Done()
    {
        foreach (var key in ((YamlMappingNode)_node).Children.Keys)
        {
            if (((YamlScalarNode)key).Value is { } name && !_read.Contains(name))
            {
                throw new PackException(_file, key.Start.Line, $"不认识 {name}，请核对拼写");
            }
        }
    }
}
