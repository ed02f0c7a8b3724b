namespace Xueheng.App.Pages;

/// <summary>
/// Marks a page that is a function of its address, the reader's language and what is published, and of nothing else:
/// no form that writes, no clock. Only such pages are kept and sent again.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PureViewAttribute : Attribute;
