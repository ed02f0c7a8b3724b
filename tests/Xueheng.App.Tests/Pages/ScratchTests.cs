using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xueheng.App.Pages.Data;
using Xueheng.App.Pages.Lists;
using Xueheng.App.Tests.Browser;
using Xueheng.Census;
using Xueheng.Tests.Databases;

namespace Xueheng.App.Tests.Pages;

/// <summary>What is needed for a moment is not left lying about: it holds names and numbers of persons.</summary>
public sealed class ScratchTests
{
    [Fact]
    public void A_scratch_file_has_no_name_that_could_outlive_it()
    {
        var file = ScratchFile.Open();
        using (file)
        {
            file.Write([1, 2, 3]);
            file.Position = 0;
            Assert.Equal(1, file.ReadByte());
            Assert.Equal(OperatingSystem.IsWindows(), File.Exists(file.Name));
        }

        Assert.False(File.Exists(file.Name));
    }

    [Fact]
    public async Task An_upload_cut_off_half_way_leaves_nothing()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var site = await RunningSite.StartAsync(database);
        var file = new FormFile(new CutOff(), 0, 100, "Files", "学校.csv");

        await Assert.ThrowsAsync<IOException>(() => site.Services.GetRequiredService<Uploads>().KeepAsync(
            CountyCode.Parse("320381")!.Value, null, Period.Parse("2024")!.Value, [file], TestContext.Current.CancellationToken));

        Assert.Empty(new DirectoryInfo(Path.Combine(database.Folder.FullName, "imports")).EnumerateFileSystemInfos());
    }

    private sealed class CutOff : MemoryStream
    {
        public override bool CanRead => true;

        public override Task CopyToAsync(Stream destination, int bufferSize, CancellationToken cancellationToken) =>
            throw new IOException("The client went away.");

        public override int Read(byte[] buffer, int offset, int count) => throw new IOException("The client went away.");

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("The client went away.");
    }
}
