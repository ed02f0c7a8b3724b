namespace Xueheng.Reports.Word;

/// <summary>The blocks open at one place among siblings, innermost on top.</summary>
internal sealed class OpenBlocks
{
    private readonly Stack<Block> _open = new();

    private readonly List<TemplateNode> _result = [];

    public List<TemplateNode> Result => _result;

    public IEnumerable<(Marker.Open Marker, Place Place)> Unclosed => _open.Reverse().Select(b => (b.Marker, b.Place));

    public void Add(TemplateNode node) => (_open.TryPeek(out var block) ? block.Current : _result).Add(node);

    /// <summary>Opens, turns or closes a block; says what is wrong when it cannot.</summary>
    public string? Apply(Marker marker, Level level, Place place)
    {
        switch (marker)
        {
            case Marker.Open open:
                _open.Push(new Block(open, level, place));
                return null;
            case Marker.Else when !_open.TryPeek(out var block) || block.Marker is Marker.With || block.Turned:
                return "{{else}} 不在 {{#if}} 或 {{#each}} 里面";
            case Marker.Else:
                _open.Peek().Turned = true;
                return null;
            case Marker.Close close when !_open.TryPeek(out var block) || block.Marker.Word != close.Word:
                return "没有对应的开始标记，或者与别的段交错（要在同一段里、同一行的单元格里，或者各自单独成段）";
            default:
                Add(_open.Pop().Close());
                return null;
        }
    }

    private sealed class Block(Marker.Open marker, Level level, Place place)
    {
        private readonly List<TemplateNode> _body = [];

        private readonly List<TemplateNode> _otherwise = [];

        public Marker.Open Marker => marker;

        public Place Place => place;

        public bool Turned { get; set; }

        public List<TemplateNode> Current => Turned ? _otherwise : _body;

        public TemplateNode Close() => marker switch
        {
            Word.Marker.Each each => new TemplateNode.Each(each, _body, _otherwise, level, place),
            Word.Marker.If condition => new TemplateNode.If(condition.Condition, _body, _otherwise, level, place),
            Word.Marker.With with => new TemplateNode.With(with.Path, _body, place),
            _ => throw new InvalidOperationException("A block that is none of the three."),
        };
    }
}
