using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>goto: forwards in its block or out of inner ones, and from one section of a switch to another.</summary>
internal sealed partial class Lowering
{
    /// <summary>Labels that are still to come in the blocks that are being lowered, and what a jump to each targets.</summary>
    private readonly Dictionary<ISymbol, int> _labels = new(SymbolEqualityComparer.Default);

    /// <summary>The sections of the switches that are being lowered, but for those that control is in.</summary>
    private readonly Dictionary<ISymbol, ISwitchCaseOperation> _sections = new(SymbolEqualityComparer.Default);

    /// <summary>How many scopes there are around the statements of a section.</summary>
    private readonly Dictionary<ISwitchCaseOperation, int> _depths = [];

    /// <summary>What stands before a label is a region that a jump to it leaves; a jump backwards is none that is lowered.</summary>
    private void LowerLabeled(List<IOperation> statements)
    {
        foreach (ILabeledOperation labeled in statements.OfType<ILabeledOperation>())
        {
            _labels[labeled.Label] = Method.NextId();
        }

        List<Statement> before = [];
        foreach (IOperation statement in statements)
        {
            IOperation? lowered = statement;
            while (lowered is ILabeledOperation labeled)
            {
                if (_labels.TryGetValue(labeled.Label, out int target))
                {
                    _labels.Remove(labeled.Label);
                    before = Jumps.Eliminate(before, target, () => nest.Temporary(ElementType.Boolean, "left"));
                }

                lowered = labeled.Operation;
            }

            if (lowered is not null)
            {
                before.AddRange(Capture(() => LowerStatement(lowered)));
            }
        }

        before.ForEach(Emit);
    }

    /// <summary>The other section's statements once more, in place of the jump; what they leave is what they leave in their own place.</summary>
    private bool LowerGotoCase(IBranchOperation branch, ISwitchCaseOperation section)
    {
        int depth = _depths[section];
        List<JumpScope> inner = _scopes.GetRange(depth, _scopes.Count - depth);
        _sections.Remove(branch.Target);
        _scopes.RemoveRange(depth, inner.Count);
        LowerAll(section.Body);
        _scopes.AddRange(inner);
        _sections.Add(branch.Target, section);
        return true;
    }

    /// <summary>Lowers the statements of one section, which no jump inside may lead back to.</summary>
    private void LowerSection(ISwitchCaseOperation section)
    {
        List<ILabelSymbol> labels = [.. section.Clauses.Select(clause => clause.Label).OfType<ILabelSymbol>()];
        labels.ForEach(label => _sections.Remove(label));
        LowerAll(section.Body);
        labels.ForEach(label => _sections[label] = section);
    }
}
