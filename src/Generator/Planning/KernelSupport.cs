using AutoPar.Generator.Analysis;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>What can be put into lanes: asked before a loop in lanes is planned.</summary>
internal static class KernelSupport
{
    /// <summary>
    /// The first thing in <paramref name="loop"/> that has no vector form; null when all of it has. Overflow is a guard's
    /// concern: arithmetic is unchecked here.
    /// </summary>
    public static Refusal? Unsupported(Loop root, Loop loop, EquatableArray<ScalarRole> roles, EquatableArray<Guard> guards)
    {
        if (!HasStep(root, loop))
        {
            return Refuse(RuleIds.LanesNotLowered, loop.Location, $"the step {ExpressionPrinter.Print(loop.Step)}, which isn't a constant,");
        }

        HashSet<object> inside = new(LoopTree.Statements(loop.Body), ReferenceComparer.Instance);
        if (LoopTree.Statements(root.Body).FirstOrDefault(statement => statement is Opaque
            || (statement is Exit or WhileStatement && !inside.Contains(statement))) is { } other)
        {
            return OfStatement(other);
        }

        loop = TripCounters.Apply(loop, new LaneVariables(loop, roles), 1, name => name).Loop;
        var variables = new LaneVariables(loop, roles);
        return RoleSupport.Unsupported(loop, roles, variables) ?? new Checker(loop, variables, guards).Block(loop.Body);
    }

    /// <summary>
    /// A constant, or a value from before the loop that a guard shows to lead to the bound. An inner loop's trips are counted
    /// in 64 bits, in which the span of a wide index and a long step could wrap.
    /// </summary>
    private static bool HasStep(Loop root, Loop loop) => loop.ConstantStep is { } constant
        ? constant is not 0 and <= int.MaxValue and >= int.MinValue
        : Strides.Invariant(loop.Step, [.. Walk.Assigned(loop.Body), loop.Index.Id]) is not null
            && (root.Id == loop.Id || loop.Index.Type.Size() <= 4);

    private static Refusal Refuse(string rule, SourceLocation location, params string[] arguments) =>
        new(rule, location, EquatableArray.Of(arguments));

    private static Refusal OfStatement(Statement statement) => statement switch
    {
        Exit exit => Refuse(RuleIds.LanesEarlyExit, exit.Location, exit.Kind.ToString().ToLowerInvariant()),
        Opaque opaque => Refuse(RuleIds.LanesNotLowered, opaque.Location, opaque.Effects.Reason),
        _ => Refuse(RuleIds.LanesNotLowered, statement.Location, "a loop that isn't counted around the one in lanes"),
    };

    /// <summary>Walks the statements of one loop.</summary>
    private sealed class Checker(Loop loop, LaneVariables variables, EquatableArray<Guard> guards)
    {
        private SourceLocation _location = loop.Location;

        private readonly HashSet<object> _ordered = new(OrderedStatements.Of(loop), ReferenceComparer.Instance);

        public Refusal? Block(Block block)
        {
            // What runs in order is scalar code.
            foreach (Statement statement in block.Statements.Where(statement => !_ordered.Contains(statement)))
            {
                _location = statement.Location;
                if (Check(statement) is { } refusal)
                {
                    return refusal;
                }
            }

            return null;
        }

        private Refusal? Check(Statement statement)
        {
            switch (statement)
            {
                case Assign assign:
                    return Typed(assign.Target.Type, assign.Target.Name) ?? Value(assign.Value);
                case Store store:
                    return Access(store.Target, true) ?? Value(store.Value);
                case If conditional:
                    return Value(conditional.Condition) ?? Block(conditional.Then) ?? Block(conditional.Else);
                case LoopStatement { Loop: var other }:
                    return (variables.IsDivergent(statement) ? Header(other) : null) ?? Block(other.Body);
                case WhileStatement repeat:
                    return Value(repeat.Condition) ?? Block(repeat.Body);
                case Exit { Kind: ExitKind.Break or ExitKind.Stop }:
                    return null;
                default:
                    return OfStatement(statement);
            }
        }

        /// <summary>A loop that all lanes run alike is one of scalars; otherwise its bounds are values in lanes, too.</summary>
        private Refusal? Header(Loop other) =>
            Typed(other.Index.Type, other.Index.Name) ?? ExpressionTree.Header(other).Select(Value).FirstOrDefault(item => item is not null);

        private Refusal? Value(Expression expression)
        {
            if (Typed(expression.Type, Text(expression)) is { } refusal)
            {
                return refusal;
            }

            if (variables.IsUniform(expression))
            {
                return null;
            }

            Refusal? own = expression switch
            {
                Load load => Access(load.Access, false),
                ObjectLength => Refuse(RuleIds.LanesGatherScatter, _location, Text(expression), "the row differs from lane to lane"),
                IntrinsicCall call when !IntrinsicSupport.HasLanes(call) => Refuse(RuleIds.LanesUnknownCall, _location, Text(expression), "it has no vector form"),
                Conversion { Operand.Type: ElementType.Boolean } or Conversion { Type: ElementType.Boolean } =>
                    Refuse(RuleIds.LanesUnsupportedType, _location, "bool", Text(expression)),
                _ => null,
            };
            return own ?? ExpressionTree.Operands(expression).Select(Value).FirstOrDefault(item => item is not null);
        }

        private Refusal? Typed(ElementType type, string text) => type.Size() > 0
            ? null
            : Refuse(RuleIds.LanesUnsupportedType, _location, "a type that isn't a number", text);

        private Refusal? Access(ArrayAccess access, bool isStore)
        {
            if (access.Object.Element.Size() == 0)
            {
                return Refuse(RuleIds.LanesUnsupportedType, access.Location, access.Object.TypeText, access.Text);
            }

            if (variables.IsPacked(access))
            {
                return null;
            }

            if (IndexedAccess.Is(access, variables))
            {
                return Value(access.Subscripts[0]);
            }

            Expression?[] strides = [.. access.Subscripts.Select(variables.Stride)];
            if (strides.Any(stride => stride is null))
            {
                return Refuse(RuleIds.LanesGatherScatter, access.Location, access.Text, $"its place isn't a linear function of {loop.Index.Name}");
            }

            if (access.Object.Kind == MemoryKind.Jagged && Strides.ConstantOf(strides[0]) != 0)
            {
                return Refuse(RuleIds.LanesGatherScatter, access.Location, access.Text, "the row differs from lane to lane");
            }

            if (!guards.OfType<InBounds>().Any(guard => guard.Access.IsSamePlace(access)) && access.Subscripts.Any(MayWrapBetweenLanes))
            {
                return Refuse(RuleIds.LanesGatherScatter, access.Location, access.Text, "its place may wrap from one lane to the next");
            }

            return isStore && strides.All(stride => Strides.ConstantOf(stride) == 0)
                ? Refuse(RuleIds.LanesCarriedDependence, access.Location, $"every iteration writes {access.Text}", "accumulate in a local variable")
                : null;
        }

        /// <summary>
        /// Where subscripts are tested one by one, as C# computes them, those of two lanes that take part may be further
        /// apart than the difference of what they wrap to.
        /// </summary>
        private bool MayWrapBetweenLanes(Expression subscript) => !variables.IsUniform(subscript) && !variables.IsIndex(subscript)
            && Strides.ConstantOf(variables.Stride(subscript)) is not (< LargestStride and > -LargestStride);

        private const long LargestStride = 1L << 24;

        private static string Text(Expression expression) => expression is Load load ? load.Access.Text : ExpressionPrinter.Print(expression);
    }
}
