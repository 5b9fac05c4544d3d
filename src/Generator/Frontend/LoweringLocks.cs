using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// <c>lock (gate) s += a[i];</c> as <c>s += a[i];</c>, where each iteration takes the lock and nothing in it is unknown: what takes over
/// the loop takes the lock once.
/// </summary>
internal sealed partial class Lowering
{
    private bool LowerLock(ILockOperation operation)
    {
        string gate = operation.LockedValue.Syntax.ToString();
        if (_inlining.Count > 0 || (nest.Gate ?? gate) != gate || !nest.IsGate(operation.LockedValue) || !nest.IsInEachIteration(operation))
        {
            return Fail(operation, Describe(operation)) is not null;
        }

        List<Statement> body = Capture(() => LowerStatement(operation.Body));
        if (LoopTree.Statements(new Block(body.ToEquatableArray())).Any(statement => statement is Opaque))
        {
            // It would run without the lock.
            return Fail(operation, Describe(operation)) is not null;
        }

        nest.Gate = gate;
        body.ForEach(Emit);
        return true;
    }
}
