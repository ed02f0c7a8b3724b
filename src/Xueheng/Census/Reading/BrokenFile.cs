namespace Xueheng.Census;

/// <summary>
/// A file that cannot be read on: damaged, hostile or not what it says it is. Thrown deep inside a streaming read and turned
/// into a <see cref="Failure"/> where the file was opened; never leaves the census.
/// </summary>
internal sealed class BrokenFile(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    public Failure Failure { get; } = new(code, message);

    /// <summary>Does something with a third-party reader, whose exceptions on damaged input are of every kind.</summary>
    public static T Guard<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e) when (e is not (BrokenFile or OperationCanceledException or OutOfMemoryException))
        {
            throw Damaged(file, e);
        }
    }

    public static BrokenFile Damaged(string file, Exception? inner) => inner switch
    {
        ExcelDataReader.Exceptions.InvalidPasswordException =>
            new("XH1013", $"文件“{file}”有打开密码，请在电子表格里取消密码后另存再上传", inner),
        ExcelDataReader.Exceptions.HeaderException =>
            new("XH1011", $"文件“{file}”不是电子表格（.xlsx、.xls 或 .csv），请用电子表格另存为 .xlsx 后再上传", inner),
        UnauthorizedAccessException or FileNotFoundException or DirectoryNotFoundException =>
            new("XH1010", $"打不开文件“{file}”，请核对路径和权限", inner),
        _ => new("XH1012", $"文件“{file}”已经损坏，读不下去；请用电子表格打开并另存为 .xlsx 后再上传", inner),
    };
}
