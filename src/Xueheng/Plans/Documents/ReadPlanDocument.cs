using Xueheng.Engines.Text;
using Xueheng.Packs;

namespace Xueheng.Plans.Documents;

/// <summary>A document with what was found in it.</summary>
public sealed record DocumentReading(OpenedDocument Document, Reading Reading)
{
    /// <summary>The title the document shows, else the name of its file.</summary>
    public string Title => Reading.Title ?? Path.GetFileNameWithoutExtension(Document.FileName);
}

/// <summary>读文件: opens a document of a bureau and finds what it promises or reports. Nothing is stored.</summary>
public sealed class ReadPlanDocument(PackLibrary packs)
{
    /// <param name="date">The day the document is of; null to take the one it shows.</param>
    public async Task<Outcome<DocumentReading>> FileAsync(string path, DateOnly? date, CancellationToken cancellation) =>
        Read(await OpenDocument.FileAsync(path, cancellation), date);

    /// <summary>The same for a file in memory.</summary>
    public Outcome<DocumentReading> Bytes(string fileName, byte[] content, DateOnly? date) => Read(OpenDocument.Bytes(fileName, content), date);

    private Outcome<DocumentReading> Read(Outcome<OpenedDocument> opened, DateOnly? date)
    {
        if (!opened.Succeeded)
        {
            return opened.Failure;
        }

        var reading = ReadDocument.Run(opened.Value.Visible, opened.Value.Text, packs.Reading, date);
        return reading.Commitments.Count > ReadDocument.MostCommitments
            ? new Failure("XH5003", $"文件“{opened.Value.FileName}”里有 {ReadDocument.MostCommitments} 个以上的数，像是数据表而不是方案，请只留下正文")
            : new DocumentReading(opened.Value, reading);
    }
}
