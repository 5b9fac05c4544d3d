using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Frontend;

/// <summary>
/// What a statement that isn't lowered takes, in nanoseconds: moving numbers and references takes little, also in small methods
/// whose source is at hand; what else it may do takes at least a call.
/// </summary>
internal sealed class StatementCost
{
    private const double Step = 0.5;
    private const double Function = 5;
    private const int MostDepth = 3;
    private const int MostMethods = 20;

    private readonly MethodContext _context;
    private readonly Func<IOperation, bool> _isKnown;
    private bool _isUnknown;
    private int _methods;

    private StatementCost(MethodContext context, Func<IOperation, bool> isKnown)
    {
        _context = context;
        _isKnown = isKnown;
    }

    /// <param name="isKnown">The receiver of calls whose cost is counted elsewhere.</param>
    public static double Of(IOperation statement, MethodContext context, Func<IOperation, bool> isKnown)
    {
        StatementCost cost = new(context, isKnown);
        double counted = Math.Max(1, cost.Sum(statement, 0));
        return cost._isUnknown ? Math.Max(Ir.Effects.CallNanoseconds, counted) : counted;
    }

    private double Sum(IOperation root, int depth) => root.DescendantsAndSelf().Sum(operation => Cost(operation, depth));

    private double Cost(IOperation operation, int depth) => operation switch
    {
        IInvocationOperation { Instance: { } receiver } when _isKnown(receiver) => 0,
        IInvocationOperation { TargetMethod: var method } => IntrinsicTable.Find(method) is not null ? Function : Body(method, depth),
        IPropertyReferenceOperation { Property: var property } reference when Members.IsAutomatic(property) || TypeMap.Memory(reference.Instance?.Type) is not null => Step,
        IPropertyReferenceOperation reference => Accessors(reference, depth),
        IBinaryOperation { Type.SpecialType: SpecialType.System_String or SpecialType.System_Decimal } or IDelegateCreationOperation or IInterpolatedStringOperation
            or IObjectCreationOperation or IArrayCreationOperation or ILoopOperation or ITryOperation => Unknown(),
        IBinaryOperation { OperatorMethod: { } method } => Body(method, depth),
        IConversionOperation { OperatorMethod: { } method } => Body(method, depth),
        IMemberReferenceOperation or IArrayElementReferenceOperation or IBinaryOperation or IAssignmentOperation => Step,
        _ => 0,
    };

    private double Accessors(IPropertyReferenceOperation reference, int depth) =>
        (Operations.IsRead(reference) ? Body(reference.Property.GetMethod, depth) : 0)
        + (Operations.IsWrite(reference) ? Body(reference.Property.SetMethod, depth) : 0);

    private double Body(IMethodSymbol? method, int depth) =>
        depth < MostDepth && ++_methods <= MostMethods && method is { DeclaringSyntaxReferences.IsEmpty: false } && Callee.BodyOf(method, _context) is { } body ? Step + Sum(body, depth + 1) : Unknown();

    private double Unknown()
    {
        _isUnknown = true;
        return 0;
    }
}
