using Xueheng.Facts;

namespace Xueheng.Census;

/// <summary>
/// The one pass over everything uploaded: each sheet in the order of dependency, each row read, checked and handed on.
/// Schools and classes stay in memory, persons do not.
/// </summary>
internal sealed class CensusPass(
    ImportCommand command, int revision, CensusBooks books, CodeTables codes, FindingLog log, RowPipe? pipe, FactTally tally, ImportClock progress, DateOnly today)
{
    private readonly KnownSchools _schools = new();
    private readonly List<ClassRow> _classes = [];
    private readonly Dictionary<SheetKind, long> _rows = [];

    /// <summary>Properties that some tab of a sheet has a column for.</summary>
    public HashSet<(SheetKind Sheet, string Property)> Given { get; } = [];

    /// <summary>Rows read, blank ones not counted.</summary>
    public IReadOnlyDictionary<SheetKind, long> Rows => _rows;

    public KnownSchools Schools => _schools;

    public async Task RunAsync(CancellationToken cancellation)
    {
        books.Sort(log);
        var checks = new SchoolChecks(_schools, log, codes, today);
        var people = new PeopleChecks(
            _schools, checks, new PersonChecks(log, command.Period, today), new GradeCodes(codes, log), log, books.Has(SheetKind.Stages));

        _schools.Given = await ReadAsync<SchoolRow>(SheetKind.Schools, checks.Add, checks.AddBroken, log.Rules.Limits.Schools, cancellation);
        if (_schools.Given && _rows[SheetKind.Schools] == 0)
        {
            log.Add(CheckKind.EmptySheet, new Place(0, "", 0), expected: SheetLayout.Of(SheetKind.Schools).Name);
        }

        checks.FinishSchools();
        await ReadAsync<StageRow>(SheetKind.Stages, checks.Add, null, log.Rules.Limits.Schools * 5, cancellation);
        await ReadAsync<ResourceRow>(SheetKind.Resources, checks.Add, null, log.Rules.Limits.Schools, cancellation);
        people.ClassesGiven = await ReadAsync<ClassRow>(SheetKind.Classes, people.Add, people.AddBroken, log.Rules.Limits.Classes, cancellation);
        await ReadAsync<TeacherRow>(SheetKind.Teachers, people.Add, null, int.MaxValue, cancellation);
        await ReadAsync<PupilRow>(SheetKind.Pupils, people.Add, people.AddBroken, int.MaxValue, cancellation);
        await ReadAsync<CountyItemRow>(SheetKind.CountyItems, checks.Add, null, log.Rules.Limits.Schools, cancellation);
        people.FinishClasses();
        _classes.ForEach(tally.Add);
        await WriteClassesAsync();
        progress.End();
    }

    /// <returns>Whether the sheet is there and could be read to its end.</returns>
    private async Task<bool> ReadAsync<TRow>(
        SheetKind kind, Action<TRow, Place> check, Action<TRow, Place>? checkBroken, int most, CancellationToken cancellation)
        where TRow : CensusRow, new()
    {
        // Classes wait for the pupils that are counted into them.
        var flow = kind == SheetKind.Classes ? null : pipe?.Begin<TRow>();
        var (whole, no, read) = (books.Has(kind), 0, 0L);
        foreach (var (file, tab, weight, rows) in books.Of(kind))
        {
            progress.Begin(tab, weight);
            if (SheetHeader.Read(rows, SheetLayout.Of(kind), file, tab, log) is not { } header)
            {
                whole = false;
                continue;
            }

            Given.UnionWith(header.Columns.Select(c => (kind, c.Column.Property)));
            var reader = new RowReader<TRow>(header, codes, log);
            while (rows.Read())
            {
                var place = new Place(file, tab, rows.Line);
                var row = new TRow { County = command.County.Value, Revision = revision, File = file, Line = rows.Line };
                var state = reader.Read(rows, row, place);
                if (state == RowState.Blank)
                {
                    continue;
                }

                if (++read > most)
                {
                    log.Add(CheckKind.TooManyRows, place, "", tab, $"{most}");
                    whole = false;
                    break;
                }

                if (progress.Count(rows))
                {
                    cancellation.ThrowIfCancellationRequested();
                }

                if (state == RowState.Bad)
                {
                    checkBroken?.Invoke(row, place);
                    Count(row);
                    continue;
                }

                check(row, place);
                Count(row);
                if (log.Errors > 0)
                {
                    continue;
                }

                row.No = ++no;
                if (flow is not null)
                {
                    await flow.AddAsync(row);
                }
            }
        }

        _rows[kind] = read;
        if (flow is not null)
        {
            await flow.EndAsync();
        }

        return whole;
    }

    /// <summary>Counts a person, wrong cells or not, so that a wrong cell is not also reported as a wrong count.</summary>
    private void Count(CensusRow row)
    {
        switch (row)
        {
            case PupilRow pupil:
                tally.Add(pupil);
                break;
            case TeacherRow teacher:
                tally.Add(teacher);
                break;
            case ClassRow known:
                _classes.Add(known);
                break;
        }
    }

    private async Task WriteClassesAsync()
    {
        if (pipe is null || log.Errors > 0)
        {
            return;
        }

        var flow = pipe.Begin<ClassRow>();
        foreach (var row in _classes)
        {
            await flow.AddAsync(row);
        }

        await flow.EndAsync();
    }
}
