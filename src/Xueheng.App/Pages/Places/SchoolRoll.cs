using Microsoft.EntityFrameworkCore;
using Xueheng.Census;
using Xueheng.Storage;

namespace Xueheng.App.Pages.Places;

/// <summary>The schools of a published revision by code: rows carry the code, pages show the name.</summary>
internal sealed class SchoolRoll(XuehengDb db, PublishedMemory memory)
{
    public Task<Schools> OfAsync(Revision revision, CancellationToken cancellation) =>
        memory.GetAsync(revision, "schools", roll => roll.All.Count / 2, async () => new Schools(await db.Set<SchoolRow>().AsNoTracking()
            .Where(s => s.County == revision.County && s.Revision == revision.Number)
            .OrderBy(s => s.School)
            .ToListAsync(cancellation)));

    /// <param name="All">In order of code.</param>
    internal sealed record Schools(IReadOnlyList<SchoolRow> All)
    {
        private readonly Dictionary<string, SchoolRow> _byCode = All.ToDictionary(s => s.School);

        public SchoolRow? Find(string code) => _byCode.GetValueOrDefault(code);

        public string NameOf(string code) => Find(code)?.Name ?? code;

        /// <summary>Codes of the schools whose name or code contains a text.</summary>
        public List<string> Matching(string text) =>
            [.. All.Where(s => s.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || s.School.Contains(text, StringComparison.Ordinal)).Select(s => s.School)];
    }
}
