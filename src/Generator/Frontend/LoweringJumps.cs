using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>break, continue, return, throw.</summary>
internal sealed partial class Lowering
{
    private readonly List<JumpScope> _scopes = [];

    /// <summary>A region that the code being lowered may leave: by a jump to its end or, for a loop, out of it.</summary>
    private sealed record JumpScope(ScopeKind Kind, int Target);

    private enum ScopeKind
    {
        /// <summary>One iteration; the target is the loop's id.</summary>
        LoopBody,
        Switch,

        /// <summary>An inlined method, or a scalar method.</summary>
        Method,
    }

    private bool LowerBranch(IBranchOperation branch)
    {
        SourceLocation location = Locations.Of(branch);
        switch (branch.BranchKind)
        {
            case BranchKind.Continue when InnermostLoop() is { } loop:
                Emit(new Jump(loop.Target, location));
                return true;
            case BranchKind.Break when branch.Syntax.Parent is not null && _scopes.Count > 0:
                // C# has no other construct between a break and the loop or switch that it leaves.
                JumpScope scope = _scopes[_scopes.Count - 1];
                Emit(scope.Kind == ScopeKind.Switch ? new Jump(scope.Target, location) : new Exit(ExitKind.Break, scope.Target, null, location));
                return true;
            case BranchKind.GoTo when _labels.TryGetValue(branch.Target, out int label):
                Emit(new Jump(label, location));
                return true;
            case BranchKind.GoTo when _sections.TryGetValue(branch.Target, out ISwitchCaseOperation? section):
                return LowerGotoCase(branch, section);
            case BranchKind.GoTo when OutermostLoop() is { } left:
                // How many loops it leaves depends on where its label is: as a return does, it may leave all of them.
                Emit(new Exit(ExitKind.Goto, left.Target, null, location));
                return true;
            default:
                return Fail(branch, Describe(branch)) is not null;
        }
    }

    private bool LowerReturn(IReturnOperation operation)
    {
        SourceLocation location = Locations.Of(operation);
        if (_frames.Count > 0)
        {
            return LowerFrameReturn(operation, location);
        }

        Expression? value = null;
        if (operation.ReturnedValue is { } returned)
        {
            Refusal? earlier = _failure;
            List<Statement> before = Capture(() => value = LowerExpression(returned));
            if (value is not null)
            {
                before.ForEach(Emit);
            }

            _failure = earlier;
        }

        Emit(new Exit(ExitKind.Return, OutermostLoop()?.Target ?? 0, value, location));
        return true;
    }

    private bool LowerThrow(IOperation operation)
    {
        if (_inlining.Count > 0)
        {
            return Fail(operation, "throw") is not null;
        }

        Emit(new Exit(ExitKind.Throw, OutermostLoop()?.Target ?? 0, null, Locations.Of(operation)));
        return true;
    }

    private JumpScope? InnermostLoop() => _scopes.FindLast(scope => scope.Kind == ScopeKind.LoopBody);

    private JumpScope? OutermostLoop() => _scopes.Find(scope => scope.Kind == ScopeKind.LoopBody);
}
