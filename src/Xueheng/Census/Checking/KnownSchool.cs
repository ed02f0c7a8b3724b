namespace Xueheng.Census;

/// <summary>A school of the census being read, and all of it that later sheets are checked against.</summary>
internal sealed class KnownSchool(SchoolRow row, Place place)
{
    private readonly StageRow?[] _stages = new StageRow?[6];
    private readonly Place[] _places = new Place[6];
    private int _told;

    public SchoolRow Row { get; } = row;

    public Place Place { get; } = place;

    public ResourceRow? Resources { get; private set; }

    public Place ResourcesPlace { get; private set; }

    public Dictionary<string, KnownClass> Classes { get; } = [];

    public bool HasPupils { get; set; }

    public StageRow? this[Stage stage] => _stages[(int)stage];

    public Place PlaceOf(Stage stage) => _places[(int)stage];

    public void Take(StageRow row, Place place) => (_stages[(int)row.Stage], _places[(int)row.Stage]) = (row, place);

    public void Take(ResourceRow row, Place place) => (Resources, ResourcesPlace) = (row, place);

    /// <summary>True the first time something is said of a stage of this school, so that it is not said for every row.</summary>
    public bool Tell(Stage stage, bool ofType)
    {
        var bit = 1 << ((int)stage + (ofType ? 8 : 0));
        var first = (_told & bit) == 0;
        _told |= bit;
        return first;
    }
}

/// <summary>A class and how many pupils were counted into it.</summary>
internal sealed class KnownClass(ClassRow row, Place place)
{
    public ClassRow Row { get; } = row;

    public Place Place { get; } = place;

    public int Counted { get; set; }

    /// <summary>A cell of its row is wrong; only its number is relied on.</summary>
    public bool Broken { get; init; }
}
