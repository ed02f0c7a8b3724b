using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Xueheng.Reports.Fields;

namespace Xueheng.Reports.Word;

/// <summary>A template once read and known to be sound in its syntax. Printing never changes it.</summary>
internal sealed class WordTemplate
{
    private readonly byte[] _bytes;

    private readonly IReadOnlyDictionary<Uri, TemplateNode> _parts;

    private WordTemplate(string name, byte[] bytes, IReadOnlyDictionary<Uri, TemplateNode> parts, string? standard) =>
        (Name, _bytes, _parts, Standard) = (name, bytes, parts, standard);

    public string Name { get; }

    /// <summary>The standard it names with {{use …}}; null when it names none.</summary>
    public string? Standard { get; }

    /// <summary>Ids of the indicators it names, for finding a standard that has them.</summary>
    public IReadOnlySet<string> Indicators => IndicatorWords.Of(_parts.Values);

    /// <summary>Reads a template, or says in one failure everything that is wrong with it.</summary>
    public static Outcome<WordTemplate> Read(string name, byte[] bytes)
    {
        if (TemplateGuard.Check(name, bytes) is { } refused)
        {
            return refused;
        }

        var errors = new List<TemplateError>();
        var parts = new Dictionary<Uri, TemplateNode>();
        string? standard = null;
        try
        {
            using var document = Open(bytes, out _);
            if (document.MainDocumentPart?.Document?.Body is null)
            {
                return Broken(name);
            }

            foreach (var (part, shown) in TemplateParts.Of(document.MainDocumentPart))
            {
                var parser = new TemplateParser(shown, errors);
                parts[part.Uri] = parser.Parse(TemplateParts.RootOf(part));
                standard ??= parser.Standard;
            }
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or InvalidDataException or System.Xml.XmlException or InvalidOperationException)
        {
            return Broken(name);
        }

        return errors.Count > 0 ? Wrong(name, errors) : new WordTemplate(name, bytes, parts, standard);
    }

    /// <summary>Holds every field against the fields there are.</summary>
    /// <param name="former">Whether anything in it needs earlier periods.</param>
    /// <returns>One failure with everything that is wrong, or null.</returns>
    public Failure? Check(ReportPacks packs, out bool former)
    {
        var errors = new List<TemplateError>();
        var check = new TemplateCheck(packs, errors);
        check.Check(_parts.Values, Scope.Of(null));
        former = check.NeedsFormerPeriods;
        return errors.Count > 0 ? Wrong(Name, errors) : null;
    }

    /// <summary>Makes the document.</summary>
    /// <exception cref="ReportTooLargeException">The template repeats without reason.</exception>
    public byte[] Print(ReportSubject report, FigureLedger ledger, Uri site, DateTimeOffset now)
    {
        using (var document = Open(_bytes, out var stream))
        {
            var main = document.MainDocumentPart!;
            document.ChangeDocumentType(WordprocessingDocumentType.Document);
            ReportWriter.Write(main, _parts, report, ledger, site);
            document.PackageProperties.Modified = now.UtcDateTime;
            document.Save();
            document.Dispose();
            return stream.ToArray();
        }
    }

    private static WordprocessingDocument Open(byte[] bytes, out MemoryStream stream)
    {
        stream = new MemoryStream();
        stream.Write(bytes);
        return WordprocessingDocument.Open(stream, isEditable: true, new OpenSettings { AutoSave = false });
    }

    private static Failure Broken(string name) => new("XH3014", $"模板“{name}”打不开,请在 Word 里打开后重新保存为 .docx");

    private static Failure Wrong(string name, List<TemplateError> errors) => new(
        "XH3010",
        $"模板“{name}”有 {errors.Count} 处要改:{string.Join(";", errors.Select((e, i) => $"({i + 1}){e}"))}");
}
