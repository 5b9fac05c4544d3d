using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>Loops: which are counted, and their canonical form.</summary>
internal sealed partial class Lowering
{
    /// <summary>What a counted loop's header and body are, before they are lowered.</summary>
    private sealed record CountedLoop(
        ILoopOperation Operation,
        LoopForm Form,
        LoopTest Test,
        LoopStep Step,
        IOperation? Start,
        bool StartsStepped,
        IReadOnlyList<IOperation> Body,
        IReadOnlyList<LoopStep> Others)
    {
        /// <summary>Conditions that an iteration needs beyond the test; without them the loop is left.</summary>
        public IReadOnlyList<IOperation> Conditions { get; init; } = [];

        /// <summary>What the conditions subscript by the index, past whose end it can't go; it stands in for the test's bound.</summary>
        public MemoryObject? Within { get; init; }
    }

    /// <summary>Lowers an outermost loop; null, with <see cref="Failure"/>, when it isn't counted.</summary>
    public Loop? LowerRoot(ILoopOperation loop) => LowerLoop(loop, isRoot: true);

    private bool LowerInnerLoop(ILoopOperation loop)
    {
        if (_isScalarMethod)
        {
            // No loop stands in the text that is generated for it.
            return LowerUncounted(loop);
        }

        Refusal? earlier = _failure;
        List<Statement> statements = Capture(() =>
        {
            if (LowerLoop(loop, isRoot: false) is { } counted)
            {
                Emit(new LoopStatement(counted, counted.Location));
            }
        });
        if (statements.Count > 0)
        {
            statements.ForEach(Emit);
            return true;
        }

        Refusal? why = _failure;
        _failure = earlier;
        if (LowerUncounted(loop))
        {
            return true;
        }

        _failure = why ?? _failure;
        return false;
    }

    private Loop? LowerLoop(ILoopOperation loop, bool isRoot) => loop switch
    {
        IForEachLoopOperation each => LowerForeach(each),
        _ when Recognize(loop) is { } counted => LowerCounted(counted, isRoot),
        _ when isRoot && RecognizeSearch(loop) is { } search && LowerCounted(search, isRoot) is { } lowered => Found(lowered),
        _ => null,
    };

    private Loop? LowerCounted(CountedLoop counted, bool isRoot)
    {
        SourceLocation location = Locations.Of(counted.Operation);
        int id = Method.NextId();
        if (VariableOf(counted.Test.Index) is not { } index)
        {
            return NotCounted(counted.Operation, $"{counted.Test.Symbol.Name} can change in ways that aren't tracked");
        }

        Expression? start = null;
        Expression? bound = null;
        Expression? step = null;
        List<Statement> before = Capture(() =>
        {
            start = counted.Start is null ? new VariableRead(index) : LowerExpression(counted.Start);
            bound = counted.Within is { } item ? new ObjectLength(ElementType.Int32, item, null) : LowerBound(counted);
            step = counted.Step.Operand is { } operand ? LowerStep(operand, counted.Step.IsNegative) : Constant.Int64(counted.Step.Constant);
        });
        if (start is null || bound is null || step is null)
        {
            return NotCounted(counted.Operation, $"its header isn't lowered: {string.Join(" ", _failure?.Arguments ?? [])}");
        }

        if (before.Count > 0)
        {
            return NotCounted(counted.Operation, "its header has effects");
        }

        if (counted.StartsStepped)
        {
            start = Shifted(start, counted.Step.Constant);
        }

        bound = Shifted(bound, -counted.Test.Offset);
        if (start is null || bound is null)
        {
            return NotCounted(counted.Operation, "its bound may exceed 64 bits");
        }

        List<Statement>? others = LowerOthers(counted, index, start, ref bound);
        if (others is null && !StepsAtBottom(counted))
        {
            return NotCounted(counted.Operation, "its header changes several variables");
        }

        Block body = LowerBody(id, counted.Operation, index, () =>
        {
            others?.ForEach(Emit);
            LowerConditions(id, counted);
            LowerAll(counted.Body);
            LowerAll(others is null ? OtherUpdates(counted) : []);
        });
        HashSet<Variable> assigned = [.. Assigned.In(body)];
        if (Effect.Parts(bound).Concat(Effect.Parts(step)).OfType<VariableRead>().FirstOrDefault(read => assigned.Contains(read.Variable) || read.Variable == index) is { } varying)
        {
            return NotCounted(counted.Operation, $"{varying.Variable.Name}, which says how often it runs, changes in it");
        }

        bool isOutside = !counted.Operation.Locals.Contains(counted.Test.Symbol, SymbolEqualityComparer.Default);
        return new Loop(
            id, index, start, bound, counted.Test.Relation, step, body, isOutside && (!isRoot || index.ReadAfter), counted.Form,
            RangeOf(counted.Operation.Syntax), BodyRange(counted.Operation), location)
        {
            Resume = ResumeOf(counted),
            InlinedFrom = InlinedMethod,
        };
    }

    private Block LowerBody(int id, ILoopOperation loop, Variable index, Action lower)
    {
        nest.EnterLoop(id, loop.Body.Syntax);
        _indices.Add(index);
        try
        {
            return BlockOf(LowerScope(ScopeKind.LoopBody, id, lower));
        }
        finally
        {
            _indices.Remove(index);
            nest.LeaveLoop();
        }
    }

    /// <summary>Adds to an integer in 64 bits, where it can't wrap; null when 64 signed bits might not do.</summary>
    private static Expression? Shifted(Expression value, long offset)
    {
        if (offset == 0)
        {
            return value;
        }

        if (value is Constant { Value: var constant } && constant is not ulong && Math.Abs((decimal)Convert.ToInt64(constant)) < int.MaxValue)
        {
            return Constant.Int64(Convert.ToInt64(constant) + offset);
        }

        return value.Type.Size() > 4
            ? null
            : new Binary(BinaryOperator.Add, ElementType.Int64, Converted(value, ElementType.Int64, false), Constant.Int64(offset));
    }

    private Expression? LowerStep(IOperation operand, bool isNegative)
    {
        if (LowerExpression(operand) is not { } value || value.Type is ElementType.UInt64 or ElementType.NativeUInt)
        {
            return null;
        }

        Expression step = Converted(value, ElementType.Int64, false);
        return isNegative ? new Unary(UnaryOperator.Negate, step) : step;
    }

    private TextRange BodyRange(ILoopOperation loop) =>
        MethodContext.BodyOf(loop.Syntax) is { } body ? RangeOf(body) : default;

    private TextRange RangeOf(SyntaxNode node) => InlinedMethod is null ? Method.RangeOf(node) : default;

    private Loop? NotCounted(IOperation loop, string reason)
    {
        _failure = new Refusal(RuleIds.NotCounted, Locations.Of(loop), EquatableArray.Of(reason));
        return null;
    }
}
