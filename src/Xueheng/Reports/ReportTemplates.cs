using Xueheng.Packs;

namespace Xueheng.Reports;

/// <summary>A report template: <c>packs/reports/&lt;id&gt;/template.docx</c> and what <c>pack.yaml</c> says of it.</summary>
/// <param name="Standard">Id of the standard its indicators are of; null when it names none.</param>
/// <param name="File">Full path of the .docx.</param>
/// <param name="Shipped">False for a template of the bureau's own.</param>
public sealed record ReportTemplate(string Id, string Name, string English, string? Standard, string Description, string File, bool Shipped);

/// <summary>The report templates there are. A bureau's own template of the same id stands in front of the shipped one.</summary>
public sealed class ReportTemplates
{
    private ReportTemplates(IReadOnlyList<ReportTemplate> all, IReadOnlyList<string> refused) => (All, Refused) = (all, refused);

    /// <summary>In order of id.</summary>
    public IReadOnlyList<ReportTemplate> All { get; }

    /// <summary>Templates of the bureau's own that do not hold and are left out, each with file, line and reason.</summary>
    public IReadOnlyList<string> Refused { get; }

    public ReportTemplate? Find(string id) => All.FirstOrDefault(t => t.Id == id);

    /// <summary>Reads <c>reports/</c> under both pack folders.</summary>
    /// <exception cref="PackException">A shipped pack.yaml does not hold, or its template.docx is not there.</exception>
    public static ReportTemplates Load(string folder, string? userFolder)
    {
        var found = new SortedDictionary<string, ReportTemplate>(StringComparer.Ordinal);
        var refused = new List<string>();
        foreach (var pack in Folders(folder))
        {
            var template = Read(pack, "packs/reports", shipped: true);
            found[template.Id] = template;
        }

        foreach (var pack in userFolder is null ? [] : Folders(userFolder))
        {
            try
            {
                var template = Read(pack, pack.Parent!.FullName, shipped: false);
                found[template.Id] = template;
            }
            catch (PackException e)
            {
                refused.Add(e.Message);
            }
        }

        return new ReportTemplates([.. found.Values], refused);
    }

    private static DirectoryInfo[] Folders(string root)
    {
        var reports = new DirectoryInfo(Path.Combine(root, "reports"));
        return reports.Exists ? reports.GetDirectories() : [];
    }

    private static ReportTemplate Read(DirectoryInfo pack, string folder, bool shipped)
    {
        var shown = $"{folder}/{pack.Name}/pack.yaml";
        var file = Path.Combine(pack.FullName, "pack.yaml");
        if (!File.Exists(file))
        {
            throw new PackException($"{shown} 不存在，每个报告模板文件夹都要有 pack.yaml 和 template.docx");
        }

        var (root, _) = PackNode.Read(file, shown);
        var template = new ReportTemplate(
            root.Text("id"),
            root.Text("name"),
            root.Text("english"),
            root.OptionalText("standard"),
            root.Text("description"),
            Path.Combine(pack.FullName, "template.docx"),
            shipped);
        root.Done();
        if (template.Id != pack.Name)
        {
            throw root.Required("id").Wrong($"id 应当与文件夹名 {pack.Name} 一致");
        }

        return File.Exists(template.File) ? template : throw root.Wrong("旁边没有 template.docx");
    }
}
