using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Xueheng.Census;
using Xueheng.Packs;

namespace Xueheng.Planning.Rotation;

/// <summary>The Word template of the letter to a teacher; the bureau's own <c>packs/planning/letter/template.docx</c> stands in place of the shipped one.</summary>
public sealed class LetterTemplate(string folder, string? userFolder)
{
    private const string Name = "planning/letter/template.docx";

    public string File => PackFile.Of(folder, userFolder, Name).Path;
}

/// <summary>
/// 交流通知: one letter a teacher, from a Word template whose {{姓名}} {{工号}} {{学段}} {{学科}} {{原学校}} {{新学校}} {{公里}} {{新学年}} {{报到日期}} {{方案}} {{区县}} {{日期}} are filled. What Word has
/// split over several runs is put together again, with the first one's looks.
/// </summary>
public sealed class WriteLetters(LetterTemplate template, TimeProvider clock)
{
    /// <summary>A zip with one .docx for each teacher who moves.</summary>
    /// <param name="name">Of the scenario.</param>
    public Outcome<int> Run(RotationPlan plan, string name, Stream output)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(template.File);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Failure("XH6126", $"交流通知的模板读不了：{e.Message}");
        }

        var next = int.Parse(plan.Period, CultureInfo.InvariantCulture) + 1;
        var today = clock.Today();
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var move in plan.Moves)
        {
            var fields = new Dictionary<string, string>
            {
                ["姓名"] = move.Name,
                ["工号"] = move.Teacher,
                ["学段"] = move.Stage.Chinese(),
                ["学科"] = move.Subject,
                ["原学校"] = move.FromName,
                ["新学校"] = move.ToName,
                ["公里"] = move.Kilometres.ToString("0.#", CultureInfo.InvariantCulture),
                ["新学年"] = $"{next}—{next + 1}",
                ["报到日期"] = $"{next}年8月31日",
                ["方案"] = name,
                ["区县"] = plan.Name,
                ["日期"] = string.Create(CultureInfo.InvariantCulture, $"{today.Year}年{today.Month}月{today.Day}日"),
            };
            try
            {
                using var entry = zip.CreateEntry($"交流通知-{Safe(move.Teacher)}-{Safe(move.Name)}.docx", CompressionLevel.Fastest).Open();
                entry.Write(Fill(bytes, fields));
            }
            catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or InvalidDataException)
            {
                return new Failure("XH6127", "交流通知的模板不是有效的 .docx，请用 Word 另存后再用");
            }
        }

        return plan.Moves.Count;
    }

    private static byte[] Fill(byte[] template, Dictionary<string, string> fields)
    {
        using var file = new MemoryStream();
        file.Write(template);
        using (var document = WordprocessingDocument.Open(file, isEditable: true))
        {
            var main = document.MainDocumentPart ?? throw new InvalidDataException();
            OpenXmlElement?[] parts = [main.Document, .. main.HeaderParts.Select(h => h.Header), .. main.FooterParts.Select(f => f.Footer)];
            foreach (var paragraph in parts.OfType<OpenXmlElement>().SelectMany(p => p.Descendants<Paragraph>()))
            {
                Fill(paragraph, fields);
            }
        }

        return file.ToArray();
    }

    private static void Fill(Paragraph paragraph, Dictionary<string, string> fields)
    {
        var texts = paragraph.Descendants<Text>().ToList();
        var whole = string.Concat(texts.Select(t => t.Text));
        if (!whole.Contains("{{", StringComparison.Ordinal))
        {
            return;
        }

        // Values never come from one another: a name that looks like a field stays a name.
        var filled = System.Text.RegularExpressions.Regex.Replace(whole, @"\{\{([^{}]+)\}\}", m => fields.GetValueOrDefault(m.Groups[1].Value.Trim(), m.Value));
        texts[0].Text = filled;
        texts[0].Space = SpaceProcessingModeValues.Preserve;
        foreach (var text in texts.Skip(1))
        {
            text.Text = "";
        }
    }

    private static string Safe(string text) => string.Concat(text.Select(c => char.IsLetterOrDigit(c) ? c : '_'));
}
