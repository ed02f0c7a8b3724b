namespace Xueheng.Census;

/// <summary>Settles which grade a cell means, now that the stage is known, and whether it is a grade of that stage.</summary>
internal sealed class GradeCodes(CodeTables codes, FindingLog log)
{
    private readonly CodeTable _table = codes["grade"];
    private readonly string _column = SheetLayout.Of(SheetKind.Classes).Of(nameof(ClassRow.Grade)).Heading;
    private readonly Dictionary<(string, Stage), CodeEntry?> _known = [];

    /// <returns>The grade; null when there is none of the name, which is then a finding.</returns>
    public CodeEntry? Settle(string text, Stage stage, string school, Place place)
    {
        if (!_known.TryGetValue((text, stage), out var entry))
        {
            entry = _table.Read(text, stage);
            if (_known.Count < 1000)
            {
                _known[(text, stage)] = entry;
            }
        }

        if (entry is null)
        {
            log.Add(CheckKind.UnknownCode, place, _column, text, "小班、一年级、七年级、高一等年级名称", school);
        }
        else if (!entry.Stages.Contains(stage))
        {
            log.Add(CheckKind.GradeOfStage, place, _column, text, stage.Chinese(), school);
        }

        return entry;
    }

    public string NameOf(string code) => _table.NameOf(code);
}
