namespace Xueheng.Planning.Groups;

/// <summary>A group as it is now.</summary>
/// <param name="Title">Its name, for example 第一小学教育集团.</param>
/// <param name="Leader">学校标识码 of 牵头校.</param>
/// <param name="Schools">学校标识码, the leader among them.</param>
public sealed record ExistingGroup(string Title, string Leader, IReadOnlyList<string> Schools);

/// <summary>Groups as they are now, and whence that is known: the name of a list, or the day they were approved.</summary>
public sealed record ExistingGroups(string From, IReadOnlyList<ExistingGroup> Groups);
