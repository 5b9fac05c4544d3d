using System.Text;

namespace AutoPar.EndToEnd;

/// <summary>A statement of a random method, as text: with children it is a block behind a header.</summary>
internal sealed class FuzzNode(string head, params FuzzNode[] children)
{
    public string Head { get; } = head;

    public List<FuzzNode> Children { get; } = [.. children];

    /// <summary>Whether braces follow the head even when nothing is in them.</summary>
    public bool IsBlock { get; init; }

    /// <summary>The loop wouldn't end without it: the shrinker leaves it in.</summary>
    public bool IsFixed { get; init; }

    /// <summary>What follows the closing brace.</summary>
    public string Tail { get; init; } = "";

    public void Write(StringBuilder text, int indent)
    {
        text.Append(' ', indent).Append(Head).Append('\n');
        if (IsBlock)
        {
            text.Append(' ', indent).Append("{\n");
            foreach (FuzzNode child in Children)
            {
                child.Write(text, indent + 4);
            }

            text.Append(' ', indent).Append('}').Append(Tail).Append('\n');
        }
    }

    public FuzzNode Copy() => new(Head, [.. Children.Select(child => child.Copy())]) { IsBlock = IsBlock, IsFixed = IsFixed, Tail = Tail };
}

/// <summary>A random method.</summary>
internal sealed record FuzzMethod(ulong Seed, string Header, string Fields, FuzzNode Body)
{
    public string Name => $"F{Seed}";

    public string Text()
    {
        var text = new StringBuilder(Fields);
        text.Append(Header).Append('\n');
        Body.Write(text, 0);
        return text.ToString();
    }
}
