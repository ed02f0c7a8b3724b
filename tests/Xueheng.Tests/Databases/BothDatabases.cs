namespace Xueheng.Tests.Databases;

public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>For <c>[Theory, ClassData(typeof(BothDatabases))]</c>: the test runs once on each engine.</summary>
public sealed class BothDatabases : TheoryData<DatabaseKind>
{
    public BothDatabases()
    {
        Add(DatabaseKind.Sqlite);
        Add(DatabaseKind.Postgres);
    }
}
