using Xueheng.Packs;
using Xueheng.Workbooks;

namespace Xueheng.Census;

/// <summary>
/// The bureau's own workbook back, with what was found: a first sheet 检查结果 with every finding, a column 错误 at the end of
/// each sheet concerned, the wrong cells coloured. An .xlsx keeps its own look; a .csv or .xls becomes an .xlsx.
/// </summary>
public sealed class ErrorWorkbook(PackLibrary packs)
{
    /// <summary>
    /// Writes one workbook. A single .xlsx is copied and marked; several files, or others than .xlsx, are written anew,
    /// sheet after sheet.
    /// </summary>
    public async Task<Outcome<string>> WriteAsync(
        IReadOnlyList<CensusFile> files, IReadOnlyList<Finding> findings, string outPath, CancellationToken cancellation)
    {
        var half = outPath + ".part";
        try
        {
            await Task.Run(() => Write(files, findings, half, cancellation), cancellation);
            File.Move(half, outPath, overwrite: true);
            return outPath;
        }
        catch (BrokenFile e)
        {
            return e.Failure;
        }
        catch (IOException e)
        {
            return new Failure("XH1031", $"写不了“{outPath}”（{e.Message}），请换一个位置或关闭正在打开它的程序");
        }
        finally
        {
            File.Delete(half);
        }
    }

    private void Write(IReadOnlyList<CensusFile> files, IReadOnlyList<Finding> findings, string path, CancellationToken cancellation)
    {
        if (files is [var only] && IsWorkbook(only))
        {
            var places = MarkedTab.Find(only, packs.Checks.Limits, findings);
            BrokenFile.Guard(only.Name, () => MarkedWorkbook.Write(only.Path, path, places, Summary(files, findings), cancellation));
            return;
        }

        using var stream = File.Create(path);
        using var book = new WorkbookWriter(stream);
        FindingSheet.Write(book, Summary(files, findings));
        for (var file = 0; file < files.Count; file++)
        {
            CopiedSheets.Write(book, files[file], packs.Checks.Limits, [.. findings.Where(f => f.File == file)], cancellation);
        }
    }

    private static bool IsWorkbook(CensusFile file)
    {
        using var stream = File.OpenRead(file.Path);
        return stream.ReadByte() == 'P' && stream.ReadByte() == 'K';
    }

    private IEnumerable<FindingLine> Summary(IReadOnlyList<CensusFile> files, IReadOnlyList<Finding> findings) =>
        findings.Select(f => new FindingLine(f, files[f.File].Name, packs.Checks.Find(f.Rule)));
}
