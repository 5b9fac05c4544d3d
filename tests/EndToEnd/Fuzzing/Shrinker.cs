namespace AutoPar.EndToEnd;

/// <summary>Drops statements of a failing method for as long as it still fails.</summary>
internal static class Shrinker
{
    public static FuzzFailure Shrink(FuzzFailure failure, int attempts = 60)
    {
        string kind = Kind(failure);
        for (bool shrunk = true; shrunk;)
        {
            shrunk = false;
            foreach (FuzzNode body in Smaller(failure.Method.Body))
            {
                if (attempts-- <= 0)
                {
                    return failure;
                }

                FuzzMethod candidate = failure.Method with { Body = body };
                List<FuzzFailure> found = FuzzRunner.Run([candidate]);
                if (found.Count > 0 && Kind(found[0]) == kind)
                {
                    failure = new FuzzFailure(candidate, found[0].Message);
                    shrunk = true;
                    break;
                }
            }
        }

        return failure;
    }

    /// <summary>A wrong result, or the first error and the kind of file that it's in: a smaller method must fail in the same way.</summary>
    private static string Kind(FuzzFailure failure)
    {
        if (!failure.Message.StartsWith("does not compile", StringComparison.Ordinal))
        {
            return failure.Message[..6];
        }

        int at = failure.Message.IndexOf("error CS", StringComparison.Ordinal);
        string file = failure.Message[..Math.Max(0, at)].Contains(".g.cs", StringComparison.Ordinal) ? "generated " : "own ";
        return at < 0 ? "does not compile" : file + failure.Message.Substring(at, 12);
    }

    /// <summary>Every tree with one statement less, or with a block's statements in place of the block.</summary>
    private static IEnumerable<FuzzNode> Smaller(FuzzNode node)
    {
        for (int i = 0; i < node.Children.Count; i++)
        {
            if (node.Children[i].IsFixed)
            {
                continue;
            }

            FuzzNode without = node.Copy();
            without.Children.RemoveAt(i);
            yield return without;
            if (node.Children[i].IsBlock && !node.Children[i].Children.Any(child => child.IsFixed))
            {
                FuzzNode flat = node.Copy();
                flat.Children.RemoveAt(i);
                flat.Children.InsertRange(i, node.Children[i].Children.Select(child => child.Copy()));
                yield return flat;
            }

            foreach (FuzzNode child in Smaller(node.Children[i]))
            {
                FuzzNode changed = node.Copy();
                changed.Children[i] = child;
                yield return changed;
            }
        }
    }
}
