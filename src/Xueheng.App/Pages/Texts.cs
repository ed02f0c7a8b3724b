namespace Xueheng.App.Pages;

/// <summary>Names the resource of the screens' texts: the key is the Chinese text itself, other languages are in <c>Texts.&lt;language&gt;.resx</c>.</summary>
public sealed class Texts;
