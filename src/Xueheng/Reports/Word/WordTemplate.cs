using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Xueheng.Reports.Fields;

namespace Xueheng.Reports.Word;

/// <summary>A template once read. It may be wrong in many places: <see cref="Check"/> tells all of them. Printing never changes it.</summary>
internal sealed class WordTemplate
{
    private readonly byte[] _bytes;

    private readonly IReadOnlyDictionary<Uri, TemplateNode> _parts;

    private readonly IReadOnlyList<TemplateError> _errors;

    private WordTemplate(string name, byte[] bytes, IReadOnlyDictionary<Uri, TemplateNode> parts, IReadOnlyList<TemplateError> errors, string? standard) =>
        (Name, _bytes, _parts, _errors, Standard) = (name, bytes, parts, errors, standard);

    public string Name { get; }

    /// <summary>The standard it names with {{use …}}; null when it names none.</summary>
    public string? Standard { get; }

    /// <summary>Ids of the indicators it names, for finding a standard that has them.</summary>
    public IReadOnlySet<string> Indicators => IndicatorWords.Of(_parts.Values);

    /// <summary>Reads a template, or says why the file cannot be one.</summary>
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

        return new WordTemplate(name, bytes, parts, errors, standard);
    }

    /// <summary>Tells what is wrong in syntax and holds every field against the fields there are.</summary>
    /// <param name="needs">What must be read beside the period's own census.</param>
    /// <returns>One failure with everything that is wrong, or null.</returns>
    public Failure? Check(ReportPacks packs, out TemplateNeeds needs)
    {
        var errors = _errors.ToList();
        var check = new TemplateCheck(packs, errors);
        check.Check(_parts.Values, Scope.Of(null));
        needs = check.Needs;
        return errors.Count > 0 ? Wrong(Name, errors) : null;
    }

    /// <summary>Makes the document.</summary>
    /// <exception cref="ReportTooLargeException">The template repeats without reason.</exception>
    public byte[] Print(ReportSubject report, FigureLedger ledger, Uri site, DateTimeOffset now)
    {
        using (var document = Open(_bytes, out var stream))
        {
            // A .dotx becomes a document; the change makes the main part anew, so it is asked for after.
            if (document.DocumentType != WordprocessingDocumentType.Document)
            {
                document.ChangeDocumentType(WordprocessingDocumentType.Document);
            }

            ReportWriter.Write(document.MainDocumentPart!, _parts, report, ledger, site);
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

    private static Failure Broken(string name) => new("XH3014", $"模板“{name}”打不开，请在 Word 里打开后重新保存为 .docx");

    private static Failure Wrong(string name, List<TemplateError> errors) => new(
        "XH3010",
        $"模板“{name}”有 {errors.Count} 处要改：{string.Join("；", errors.Select((e, i) => $"（{i + 1}）{e}"))}")
    {
        Details = [.. errors.Select(e => e.ToString())],
    };
}
