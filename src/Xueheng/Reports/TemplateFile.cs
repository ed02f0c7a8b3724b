using Xueheng.Reports.Word;

namespace Xueheng.Reports;

/// <summary>A template opened for printing: of a pack, of a file, or as it was uploaded.</summary>
/// <param name="Id">What its printings are kept under: the pack's id, else the file's name.</param>
/// <param name="Standard">The standard its pack names; null when it has none.</param>
internal sealed record TemplateFile(string Id, string Title, string? Standard, WordTemplate Template)
{
    public static async Task<Outcome<TemplateFile>> OpenAsync(PrintCommand command, ReportTemplates templates, CancellationToken cancellation)
    {
        var pack = command.Uploaded is null ? templates.Find(command.Template) : null;
        var path = pack?.File ?? command.Template;
        var name = Path.GetFileName(path);
        if (command.Uploaded is not null && Path.GetExtension(name).ToUpperInvariant() is not (".DOCX" or ".DOTX"))
        {
            return new Failure("XH3013", $"“{name}”不是 Word 模板，请选择 .docx 文件");
        }

        if (command.Uploaded is null && !File.Exists(path))
        {
            return new Failure("XH3002", $"没有模板“{command.Template}”，请写 .docx 文件的路径，或者下列之一：{string.Join("、", templates.All.Select(t => t.Id))}");
        }

        if (command.Uploaded is null && new FileInfo(path).Length > PrintCommand.LargestTemplate)
        {
            return TemplateGuard.TooLarge(name);
        }

        var read = WordTemplate.Read(name, command.Uploaded ?? await File.ReadAllBytesAsync(path, cancellation));
        return read.Succeeded
            ? new TemplateFile(pack?.Id ?? name, pack?.Name ?? Path.GetFileNameWithoutExtension(name), pack?.Standard, read.Value)
            : read.Failure;
    }
}
