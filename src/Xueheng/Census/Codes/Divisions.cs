using System.Text;

namespace Xueheng.Census;

/// <summary>Names of counties by code, from <c>packs/codes/division.csv</c>. Read when asked, since few ask.</summary>
public sealed class Divisions(string folder, string? userFolder)
{
    /// <summary>The county's name; null when the list does not have the code.</summary>
    public string? NameOf(CountyCode county)
    {
        foreach (var root in (string?[])[userFolder, folder])
        {
            var file = root is null ? null : Path.Combine(root, "codes", "division.csv");
            if (file is null || !File.Exists(file))
            {
                continue;
            }

            foreach (var line in File.ReadLines(file, Encoding.UTF8))
            {
                if (line.StartsWith(county.Value, StringComparison.Ordinal) && line.Length > 7 && line[6] == ',')
                {
                    return line[7..].Trim();
                }
            }
        }

        return null;
    }
}
