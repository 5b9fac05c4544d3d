using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>
/// Which scalars live inside one branch of an if, or one inner loop: a lane that isn't there never reads what is assigned
/// there, so that it doesn't matter what happens to its value.
/// </summary>
internal sealed class Confinement
{
    private readonly Dictionary<object, Place> _places = new(ReferenceComparer.Instance);
    private readonly Dictionary<int, int> _reads = [];
    private readonly HashSet<int> _exposed;

    /// <param name="body">An iteration of the loop in lanes.</param>
    public Confinement(Block body)
    {
        _exposed = [.. DefiniteAssignment.Analyze(body).Exposed];
        Count(body, _reads);
        foreach (Statement statement in LoopTree.Statements(body))
        {
            switch (statement)
            {
                case If conditional:
                    Add(conditional.Then, new Block(conditional.Then.Statements), null);
                    Add(conditional.Else, new Block(conditional.Else.Statements), null);
                    break;
                case WhileStatement { Body: var inner }:
                    Add(statement, new Block(EquatableArray.Of(statement)), inner);
                    break;
                case LoopStatement { Loop: { Body: var inner } loop }:
                    Add(statement, new Block(EquatableArray.Of(statement)), inner);
                    if (loop.IndexReadAfter)
                    {
                        // Perhaps where no statement tells.
                        _reads[loop.Index.Id] = int.MaxValue;
                    }

                    break;
            }
        }
    }

    /// <param name="path">The branches (blocks) and inner loops (statements) around an assignment, outermost first.</param>
    /// <param name="depth">Which of them.</param>
    public bool IsConfined(Variable variable, IReadOnlyList<object> path, int depth) =>
        !_exposed.Contains(variable.Id)
        && Reads(_reads, variable) == Reads(_places[path[depth]].Reads, variable)
        && !path.Take(depth).Any(around => _places[around].Exposed?.Contains(variable.Id) == true);

    private static int Reads(Dictionary<int, int> counts, Variable variable) => counts.TryGetValue(variable.Id, out int count) ? count : 0;

    private void Add(object key, Block whole, Block? loopBody)
    {
        var place = new Place([], loopBody is null ? null : [.. DefiniteAssignment.Analyze(loopBody).Exposed]);
        Count(whole, place.Reads);
        _places[key] = place;
    }

    private static void Count(Block block, Dictionary<int, int> reads)
    {
        foreach (VariableRead read in ExpressionTree.Of(block).SelectMany(ExpressionTree.SelfAndDescendants).OfType<VariableRead>())
        {
            reads[read.Variable.Id] = reads.TryGetValue(read.Variable.Id, out int count) ? count + 1 : 1;
        }
    }

    /// <param name="Reads">How often each scalar is read there.</param>
    /// <param name="Exposed">Of a loop: what a trip may read before it assigns it.</param>
    private sealed record Place(Dictionary<int, int> Reads, IReadOnlyCollection<int>? Exposed);
}
