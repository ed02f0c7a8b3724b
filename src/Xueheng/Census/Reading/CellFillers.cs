using System.Reflection;

namespace Xueheng.Census;

/// <summary>Puts what a cell says into its property. A blank cell is given too, for properties where blank says something.</summary>
internal delegate bool CellFiller<in TRow>(TRow row, in RawCell cell, out CellIssue issue);

/// <summary>Makes the filler of a column from its kind and the type of its property; nothing is boxed and nothing reflected per cell.</summary>
internal static class CellFillers
{
    public static CellFiller<TRow> Make<TRow>(SheetColumn column, CodeTables codes, int longest)
    {
        var property = typeof(TRow).GetProperty(column.Property)
            ?? throw new InvalidOperationException($"{typeof(TRow).Name} has no property {column.Property}.");
        return column.Kind switch
        {
            ColumnKind.Identifier => Identifier(Setter<TRow, string>(property), column.Identifier),
            ColumnKind.Text => Text(Setter<TRow, string>(property), longest),
            ColumnKind.Code => Code<TRow>(property, column, codes[column.Table!]),
            ColumnKind.YesNo when property.PropertyType == typeof(bool) => YesNo(Setter<TRow, bool>(property), static yes => yes),
            ColumnKind.YesNo => YesNo(Setter<TRow, bool?>(property), static yes => (bool?)yes),
            ColumnKind.WholeNumber when property.PropertyType == typeof(int?) => Number(Setter<TRow, int?>(property), column, static n => (int?)n),
            ColumnKind.WholeNumber or ColumnKind.Number when property.PropertyType == typeof(double) => Number(Setter<TRow, double>(property), column, static n => n),
            ColumnKind.WholeNumber or ColumnKind.Number => Number(Setter<TRow, double?>(property), column, static n => (double?)n),
            ColumnKind.Date => Day(Setter<TRow, DateOnly?>(property), month: false),
            _ => Day(Setter<TRow, DateOnly?>(property), month: true),
        };
    }

    private static Action<TRow, TValue> Setter<TRow, TValue>(PropertyInfo property) =>
        property.SetMethod!.CreateDelegate<Action<TRow, TValue>>();

    private static CellFiller<TRow> Identifier<TRow>(Action<TRow, string> set, IdentifierKind kind) =>
        (TRow row, in RawCell cell, out CellIssue issue) =>
        {
            issue = default;
            if (cell.Kind == RawKind.Blank)
            {
                return true;
            }

            if (!CellReading.Identifier(cell, out var text, out issue))
            {
                return false;
            }

            var valid = IdentifierReading.Check(kind, ref text, out issue);
            set(row, text);
            return valid;
        };

    private static CellFiller<TRow> Text<TRow>(Action<TRow, string> set, int longest) =>
        (TRow row, in RawCell cell, out CellIssue issue) =>
        {
            if (!CellReading.Text(cell, longest, out var text, out issue))
            {
                return false;
            }

            set(row, text);
            return true;
        };

    private static CellFiller<TRow> YesNo<TRow, TValue>(Action<TRow, TValue> set, Func<bool, TValue> lift) =>
        (TRow row, in RawCell cell, out CellIssue issue) =>
        {
            issue = default;
            if (cell.Kind == RawKind.Blank)
            {
                return true;
            }

            var read = CellReading.YesNo(cell, out var yes, out issue);
            if (read)
            {
                set(row, lift(yes));
            }

            return read;
        };

    private static CellFiller<TRow> Number<TRow, TValue>(Action<TRow, TValue> set, SheetColumn column, Func<double, TValue> lift) =>
        (TRow row, in RawCell cell, out CellIssue issue) =>
        {
            issue = default;
            if (cell.Kind == RawKind.Blank)
            {
                return true;
            }

            var read = CellReading.Number(cell, column, out var number, out issue);
            if (read)
            {
                set(row, lift(number));
            }

            return read;
        };

    private static CellFiller<TRow> Day<TRow>(Action<TRow, DateOnly?> set, bool month) =>
        (TRow row, in RawCell cell, out CellIssue issue) =>
        {
            issue = default;
            if (cell.Kind == RawKind.Blank)
            {
                return true;
            }

            var read = CellReading.Day(cell, month, out var day, out issue);
            if (read)
            {
                set(row, day);
            }

            return read;
        };

    private static CellFiller<TRow> Code<TRow>(PropertyInfo property, SheetColumn column, CodeTable table)
    {
        // Which 年级 is meant depends on the stage, which may stand in another column or another sheet: settled after the row.
        if (table.Id == "grade")
        {
            return Text(Setter<TRow, string>(property), 40);
        }

        if (property.PropertyType == typeof(Stage))
        {
            return Coded(Setter<TRow, Stage>(property), table, static entry => StageNames.Parse(entry.Code)!.Value);
        }

        if (property.PropertyType == typeof(BackboneLevel?))
        {
            var set = Setter<TRow, BackboneLevel?>(property);
            return Coded(set, table, static entry => (BackboneLevel?)Enum.Parse<BackboneLevel>(entry.Code, ignoreCase: true), row => set(row, BackboneLevel.None));
        }

        if (property.PropertyType == typeof(bool))
        {
            return Coded(Setter<TRow, bool>(property), table, entry => string.Equals(entry.Code, property.Name, StringComparison.OrdinalIgnoreCase));
        }

        var text = Setter<TRow, string>(property);
        return column.Property == nameof(PupilRow.Disability)
            ? Coded(text, table, static entry => entry.Code == "无" ? "" : entry.Code, row => text(row, ""))
            : Coded(text, table, static entry => entry.Code);
    }

    private static CellFiller<TRow> Coded<TRow, TValue>(
        Action<TRow, TValue> set, CodeTable table, Func<CodeEntry, TValue> value, Action<TRow>? whenBlank = null)
    {
        // The same few spellings come a hundred thousand times.
        var known = new Dictionary<string, TValue>();
        return (TRow row, in RawCell cell, out CellIssue issue) =>
        {
            issue = default;
            if (cell.Kind == RawKind.Blank)
            {
                whenBlank?.Invoke(row);
                return true;
            }

            var text = cell.Kind == RawKind.Text ? cell.Text : cell.Shown;
            if (!known.TryGetValue(text, out var found))
            {
                if (table.Read(text) is not { } entry)
                {
                    issue = new CellIssue(CheckKind.UnknownCode, Examples(table));
                    return false;
                }

                found = value(entry);
                if (known.Count < 1000)
                {
                    known[text] = found;
                }
            }

            set(row, found);
            return true;
        };
    }

    private static string Examples(CodeTable table) =>
        table.Entries.Count <= 8
            ? string.Join("、", table.Entries.Select(e => e.Name))
            : $"{table.Name}代码表里的代码或名称，如 {string.Join("、", table.Entries.Take(3).Select(e => e.Code == e.Name ? e.Name : $"{e.Code} {e.Name}"))}";
}
