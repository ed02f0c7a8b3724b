namespace Xueheng.Packs;

/// <summary>Which file of a name counts: the bureau's own, where it has one, in place of the shipped one.</summary>
/// <param name="Shown">How messages name it.</param>
public sealed record PackFile(string Path, string Shown)
{
    /// <param name="folder">The shipped packs.</param>
    /// <param name="userFolder">The bureau's own; null when there are none.</param>
    /// <param name="name">With folders parted by <c>/</c>, such as <c>planning/groups.yaml</c>.</param>
    public static PackFile Of(string folder, string? userFolder, string name) =>
        userFolder is not null && System.IO.Path.Combine(userFolder, name) is var own && File.Exists(own)
            ? new PackFile(own, $"{userFolder}/{name}")
            : new PackFile(System.IO.Path.Combine(folder, name), $"packs/{name}");
}
