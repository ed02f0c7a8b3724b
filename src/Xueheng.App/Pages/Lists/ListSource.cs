using Microsoft.Extensions.Localization;

namespace Xueheng.App.Pages.Lists;

/// <summary>Opens one kind of list. The page shows what it opens, the export writes it, so the two cannot differ.</summary>
/// <param name="name">Unique; the list's name in addresses.</param>
internal abstract class ListSource(string name)
{
    public string Name { get; } = name;

    /// <summary>Whether it is a list of what is published.</summary>
    public virtual bool NeedsPublished => true;

    /// <summary>Writes the view an address asks for as a workbook.</summary>
    public abstract Task<Outcome<string>> ExportAsync(ListAt at, string query, Stream output, IStringLocalizer text, CancellationToken cancellation);
}

/// <inheritdoc cref="ListSource"/>
internal abstract class ListSource<TRow>(string name) : ListSource(name)
{
    /// <summary>The list, or why there is none at this place.</summary>
    public abstract Task<Outcome<Listing<TRow>>> OpenAsync(ListAt at, CancellationToken cancellation);

    /// <returns>The name of the file, without its ending.</returns>
    public override async Task<Outcome<string>> ExportAsync(
        ListAt at, string query, Stream output, IStringLocalizer text, CancellationToken cancellation)
    {
        var opened = await OpenAsync(at, cancellation);
        if (!opened.Succeeded)
        {
            return opened.Failure;
        }

        await ListWorkbook.WriteAsync(opened.Value, ListQuery.Read(query, opened.Value.Prefix), output, text, cancellation);
        return $"{at.Place.Name}{at.Place.Period}{text[opened.Value.Title]}";
    }
}
