using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary><c>Interlocked.Add(ref x, y);</c> as <c>x = x + y</c>, where x is a variable that is known to be updated like this.</summary>
internal sealed partial class Lowering
{
    /// <summary>Null for any other call.</summary>
    private bool? LowerAtomicUpdate(IInvocationOperation call)
    {
        if (AtomicUpdates.Of(call.TargetMethod) is not var (@operator, isByOne)
            || call.Arguments.Any(argument => argument.Parameter?.Ordinal != call.Arguments.IndexOf(argument)))
        {
            return null;
        }

        SourceLocation location = Locations.Of(call);
        Expression? Combined(Place place)
        {
            if (place is not VariablePlace { Variable: { IsAtomic: true } variable } || !variable.Type.IsInteger())
            {
                return Fail(call, Describe(call));
            }

            Expression? amount = isByOne ? TypeMap.Constant(variable.Type, 1) : LowerExpression(call.Arguments[1].Value);
            return amount is not null && amount.Type == variable.Type
                ? Combine(call, @operator, variable.Type, new VariableRead(variable), amount, false) : null;
        }

        return call.Arguments[0].Value is IFieldReferenceOperation or IParameterReferenceOperation or ILocalReferenceOperation
            && LowerTarget(call.Arguments[0].Value, pinLoads: true, Combined, location) is var (updated, value)
                ? Store(call, updated, value, needsValue: false, location) is not null
                : Fail(call, Describe(call)) is not null;
    }
}
