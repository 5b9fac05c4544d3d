using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// Lowers the operations of one loop nest. Expressions come out free of effects: what C# does on the way (increments,
/// assignments inside expressions, calls that are inlined) goes to <see cref="_output"/> first, in C#'s order.
/// A method that returns null has recorded why in <see cref="_failure"/>.
/// </summary>
internal sealed partial class Lowering(NestContext nest)
{
    // Induction variables of the loops around the code being lowered: their bodies don't assign them.
    private readonly HashSet<Variable> _indices = [];

    // Symbols that stand for an operation wherever they're read: a header variable that nothing assigns again, a constant argument.
    private readonly Dictionary<ISymbol, IOperation> _substitutes = new(SymbolEqualityComparer.Default);
    private List<Statement> _output = [];
    private Refusal? _failure;

    private MethodContext Method => nest.Method;

    /// <summary>Why lowering failed, if it did.</summary>
    public Refusal? Failure => _failure;

    private Expression? Fail(IOperation operation, string reason)
    {
        _failure ??= new Refusal(RuleIds.NotLowered, Locations.Of(operation), EquatableArray.Of(reason));
        return null;
    }

    private void Emit(Statement statement) => _output.Add(statement);

    /// <summary>What a piece of lowering emits, apart.</summary>
    private List<Statement> Capture(Action lower)
    {
        List<Statement> outer = _output;
        _output = [];
        try
        {
            lower();
            return _output;
        }
        finally
        {
            _output = outer;
        }
    }

    private VariableRead ToTemporary(Expression value, string name, SourceLocation location)
    {
        Variable temporary = nest.Temporary(value.Type, name);
        Emit(new Assign(temporary, value, location));
        return new VariableRead(temporary);
    }

    /// <summary>
    /// Lowers operands that C# evaluates in this order. When a later one has effects, the earlier values are kept in
    /// temporaries, unless those effects can't change them.
    /// </summary>
    private Expression[]? Sequence(SourceLocation location, params Func<Expression?>[] operands)
    {
        Expression[] values = new Expression[operands.Length];
        List<Statement>[] before = new List<Statement>[operands.Length];
        for (int index = 0; index < operands.Length; index++)
        {
            Expression? value = null;
            before[index] = Capture(() => value = operands[index]());
            if (value is null)
            {
                return null;
            }

            values[index] = value;
        }

        for (int index = 0; index < operands.Length; index++)
        {
            before[index].ForEach(Emit);
            if (before.Skip(index + 1).Any(later => Effect.MayChange(later, values[index])))
            {
                values[index] = ToTemporary(values[index], "value", location);
            }
        }

        return values;
    }

    private Expression[]? Sequence(SourceLocation location, IEnumerable<IOperation> operands) =>
        Sequence(location, operands.Select(operand => (Func<Expression?>)(() => LowerExpression(operand))).ToArray());
}
