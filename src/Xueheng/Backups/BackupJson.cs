using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Xueheng.Backups;

/// <summary>How rows are written: the properties the database stores, each by its name, numbers to the last digit.</summary>
internal static class BackupJson
{
    public static readonly JsonSerializerOptions Manifest = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    /// <summary>A row of an older backup may lack a property: it then has the value a new row begins with.</summary>
    public static JsonSerializerOptions Rows(IEntityType entity)
    {
        var stored = entity.GetProperties().Select(p => p.Name).ToHashSet();
        return new JsonSerializerOptions
        {
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            TypeInfoResolver = new DefaultJsonTypeInfoResolver
            {
                Modifiers =
                {
                    info =>
                    {
                        if (info.Type != entity.ClrType)
                        {
                            return;
                        }

                        for (var i = info.Properties.Count - 1; i >= 0; i--)
                        {
                            info.Properties[i].IsRequired = false;
                            if (!stored.Contains(info.Properties[i].Name))
                            {
                                info.Properties.RemoveAt(i);
                            }
                        }
                    },
                },
            },
        };
    }
}
