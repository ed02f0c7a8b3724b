using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Xueheng.Workbooks;

/// <summary>Drop-downs and prompts of columns. A list too long for the rule itself stands on a hidden sheet at the end.</summary>
internal sealed class DropDowns
{
    public const string SheetName = "选项";

    /// <summary>The longest list, quotes not counted, a rule may hold.</summary>
    private const int MaxInline = 255;

    private const int MaxPrompt = 255;

    private const int MaxTitle = 32;

    private readonly List<IReadOnlyList<string>> _lists = [];

    /// <summary>Lists that need the hidden sheet, a column each.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Lists => _lists;

    /// <returns>The rules of a sheet, or null when no column has one.</returns>
    /// <param name="sheet">The sheet.</param>
    /// <param name="firstRow">The first row under the headings.</param>
    public DataValidations? RulesOf(WorkbookSheet sheet, int firstRow)
    {
        var rules = new List<DataValidation>();
        for (var column = 0; column < sheet.Columns.Count; column++)
        {
            if (RuleOf(sheet.Columns[column]) is { } rule)
            {
                var letters = ColumnLetters.Of(column);
                rule.SequenceOfReferences = new ListValue<StringValue>([string.Create(
                    CultureInfo.InvariantCulture, $"{letters}{firstRow}:{letters}{WorkbookWriter.MaxRows}")]);
                rules.Add(rule);
            }
        }

        return rules.Count == 0 ? null : new DataValidations(rules) { Count = (uint)rules.Count };
    }

    private DataValidation? RuleOf(WorkbookColumn column)
    {
        if (column.Choices.Count == 0 && column.Prompt is null)
        {
            return null;
        }

        var rule = new DataValidation { AllowBlank = true };
        if (column.Prompt is { } prompt)
        {
            rule.ShowInputMessage = true;
            rule.PromptTitle = Cut(column.Heading, MaxTitle);
            rule.Prompt = Cut(prompt, MaxPrompt);
        }

        if (column.Choices.Count > 0)
        {
            rule.Type = DataValidationValues.List;
            if (column.Refusal is { } refusal)
            {
                rule.ShowErrorMessage = true;
                rule.ErrorTitle = Cut(column.Heading, MaxTitle);
                rule.Error = Cut(refusal, MaxPrompt);
            }

            rule.Formula1 = new Formula1(ListOf(column.Choices));
        }

        return rule;
    }

    private string ListOf(IReadOnlyList<string> choices)
    {
        var inline = string.Join(',', choices);
        if (inline.Length <= MaxInline && choices.All(c => c.IndexOfAny([',', '"', '\r', '\n']) < 0 && c.Trim() == c))
        {
            return $"\"{inline}\"";
        }

        var index = _lists.FindIndex(list => list.SequenceEqual(choices));
        if (index < 0)
        {
            index = _lists.Count;
            _lists.Add(choices);
        }

        var letters = ColumnLetters.Of(index);
        return string.Create(CultureInfo.InvariantCulture, $"'{SheetName}'!${letters}$1:${letters}${choices.Count}");
    }

    private static string Cut(string text, int length)
    {
        text = CellText.Clean(text);
        return text.Length <= length ? text : text[..(length - 1)] + "…";
    }
}
