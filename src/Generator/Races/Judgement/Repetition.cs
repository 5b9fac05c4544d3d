using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Races.Model;

namespace AutoPar.Generator.Races.Judgement;

/// <summary>
/// Updates of a place that data leads to: a histogram's bin, a bucket, a node at the end of an edge. Data repeats, unless
/// somebody says that it doesn't; a plain store may well go to the places of a permutation, an update hardly does.
/// </summary>
internal sealed class Repetition(Unknowns unknowns, Meeting meeting)
{
    public bool IsLikely(Access first, Access second)
    {
        if (!(first.IsUpdate || (second.IsWrite && second.IsUpdate) || IsChased(first, second))
            || first.Location.Subscripts.Length != second.Location.Subscripts.Length)
        {
            return false;
        }

        bool byData = false;
        foreach ((AffineForm? mine, AffineForm? theirs) in first.Location.Subscripts.Zip(second.Location.Subscripts, (mine, theirs) =>
            (mine, theirs)))
        {
            if (mine is null || theirs is null || (IsByData(mine) != IsByData(theirs)))
            {
                return false;
            }

            if (IsByData(mine))
            {
                byData = true;
                if (!IsFree(mine) || !IsFree(theirs))
                {
                    return false;
                }
            }
            else if (!mine.Equals(theirs) || !Unknowns.Parts(mine).All(IsChosen))
            {
                return false;
            }
        }

        return byData;
    }

    /// <summary>The array that is written says where it is written: links that are followed while others change them.</summary>
    private bool IsChased(Access first, Access second) => first.Location.Subscripts.Concat(second.Location.Subscripts)
        .Any(form => form is not null && Unknowns.Parts(form).Any(part => unknowns[part].Load?.Array == first.Location.Key));

    private bool IsByData(AffineForm form) => Unknowns.Parts(form).Any(part => IsData(part, 0));

    private bool IsData(Symbol symbol, int depth) => unknowns[symbol].IsDatum
        || (depth < 4 && unknowns[symbol].Definition is { } definition
            && definition.Operands.SelectMany(Unknowns.Parts).Any(part => IsData(part, depth + 1)));

    /// <summary>Data leads there, and nothing else does that tells the iterations apart.</summary>
    private bool IsFree(AffineForm form)
    {
        bool isBase = form.Terms.Any(term => term.Coefficient is 1 or -1
            && term.Symbols.Any(symbol => symbol.Dividend is null && unknowns[symbol].IsDatum));
        return form.Terms.All(term => term.Symbols.SelectMany(symbol => symbol.Dividend is { } dividend ? Unknowns.Parts(dividend)
            : [symbol]).All(symbol =>
            IsFree(symbol, 0) || IsStep(symbol, isBase, term.Coefficient)));
    }

    private bool IsFree(Symbol symbol, int depth) => unknowns[symbol].IsDatum || IsShared(symbol)
        || (depth < 4 && unknowns[symbol].Definition is { } definition
            && definition.Operands.SelectMany(Unknowns.Parts).All(part => IsFree(part, depth + 1)));

    // table * 256 + value: the loop chooses a table. first + place: the data may be where a part of its own begins.
    private bool IsStep(Symbol symbol, bool isBase, long coefficient) => unknowns[symbol] is { Nature: Nature.Index, Owner: LoopFrame }
        && symbol != meeting.Diverging?.Index && !(isBase && coefficient is 1 or -1);

    private bool IsChosen(Symbol symbol) => IsShared(symbol) || unknowns[symbol] is { Nature: Nature.Index, Owner: LoopFrame };

    private bool IsShared(Symbol symbol) => unknowns[symbol].Owner is not { } owner || (owner is not OwnFrame && owner.Depth <= meeting.SharedDepth);
}
