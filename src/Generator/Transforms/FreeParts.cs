using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// Temporaries for subexpressions of statements that run in order: those which depend on nothing in order and are evaluated every
/// time, so that lanes can compute them before.
/// </summary>
/// <param name="isFree">The expression depends on nothing that runs in order.</param>
internal sealed class FreeParts(Loop root, FreshVariables fresh, Func<Expression, bool> isFree)
{
    private readonly List<Variable> _made = [];

    /// <summary>The variables made so far.</summary>
    public IEnumerable<Variable> Made => _made;

    /// <summary>The expression with temporaries, whose assignments are added to <paramref name="statements"/>.</summary>
    public Expression Taken(Expression value, List<Statement> statements, SourceLocation location)
    {
        if (isFree(value) && value.Type is not (ElementType.Boolean or ElementType.Char or ElementType.NativeInt or ElementType.NativeUInt))
        {
            if (!RecurrenceStatements.IsWorthLanes(value, root))
            {
                return value;
            }

            Variable part = New("part", value.Type);
            statements.Add(new Assign(part, value, location));
            return new VariableRead(part);
        }

        return value switch
        {
            Unary unary => unary with { Operand = Taken(unary.Operand, statements, location) },
            Binary binary => binary with { Left = Taken(binary.Left, statements, location), Right = Taken(binary.Right, statements, location) },
            Comparison comparison => comparison with
            {
                Left = Taken(comparison.Left, statements, location),
                Right = Taken(comparison.Right, statements, location),
            },
            ShortCircuit circuit => circuit with { Left = Taken(circuit.Left, statements, location) },
            Conditional choice => choice with { Condition = Taken(choice.Condition, statements, location) },
            Conversion conversion => conversion with { Operand = Taken(conversion.Operand, statements, location) },
            IntrinsicCall call => call with
            {
                Arguments = call.Arguments.Select(argument => Taken(argument, statements, location)).ToEquatableArray(),
            },
            _ => value,
        };
    }

    /// <summary>A temporary of an iteration.</summary>
    public Variable New(string wish, ElementType type)
    {
        string name = fresh.Name(wish);
        var variable = new Variable(fresh.Id(), name, type, type.Keyword(), VariableKind.Temporary, name, root.Id, ReadAfter: false);
        _made.Add(variable);
        return variable;
    }
}
