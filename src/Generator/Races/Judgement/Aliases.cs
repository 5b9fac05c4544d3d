using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Races.Judgement;

/// <summary>
/// Arrays under two names, parameters or fields, that a caller may have made one: what would race then. Different names are
/// taken for different arrays otherwise.
/// </summary>
internal sealed class Aliases(IReadOnlyList<Access> accesses, PairJudge judge)
{
    private const int MostPairs = 200;

    /// <summary>The first conflict of each construct, as something that isn't known.</summary>
    public IEnumerable<Verdict> Find()
    {
        Access[] elements = [.. accesses.Where(IsOfGivenArray)];
        HashSet<SyntaxNode> told = [];
        int pairs = 0;
        foreach (Access write in elements.Where(access => access.IsWrite))
        {
            foreach (Access other in elements.Where(other => MayBeOne(write.Location, other.Location)))
            {
                if (pairs++ >= MostPairs)
                {
                    yield break;
                }

                Access same = other with { Location = other.Location with { Key = write.Location.Key } };
                if (judge.Judge(write, same) is { Kind: VerdictKind.Race } verdict && told.Add(verdict.Meeting.Construct.Group))
                {
                    yield return verdict with { Kind = VerdictKind.Unknown, SameAs = other.Location.Name };
                }
            }
        }
    }

    private static bool MayBeOne(Spot one, Spot other) => one.Key != other.Key && one.Name != other.Name
        && one.Subscripts.Length == other.Subscripts.Length && SymbolEqualityComparer.Default.Equals(one.Type, other.Type);

    /// <summary>The array is a parameter's, or that of a field of this object or of a type.</summary>
    private static bool IsOfGivenArray(Access access) => access is { Alternatives.Length: 0, Delivery: null }
        && access.Location is { Kind: SpotKind.Element, IsUncertain: false, Type: not null, Key: var key }
        && key.EndsWith("[]", StringComparison.Ordinal) && key.IndexOf('[') == key.Length - 2 && key.IndexOf('{') < 0
        && (key.StartsWith("P:", StringComparison.Ordinal) ? key.IndexOf('→') < 0
            : key.StartsWith("S:", StringComparison.Ordinal) ? key.IndexOf('→') < 0
            : key.StartsWith("this→", StringComparison.Ordinal) && key.LastIndexOf('→') == 4);
}
