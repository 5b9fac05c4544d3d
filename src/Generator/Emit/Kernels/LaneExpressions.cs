using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>Expressions as vectors: numbers as vectors of their type, conditions as masks.</summary>
internal sealed class LaneExpressions
{
    public const string Math = "global::AutoPar.Runtime.LaneMath.";
    private readonly LaneScope _scope;
    private readonly LaneAccess _access;
    private readonly LaneIntrinsics _intrinsics;
    private readonly LaneArithmetic _arithmetic;
    private readonly LaneIndexedAccess _indexed;
    private readonly LanePackedAccess _packed;

    public LaneExpressions(LaneScope scope, LaneAccess access)
    {
        _scope = scope;
        _access = access;
        _intrinsics = new LaneIntrinsics(scope, this);
        _arithmetic = new LaneArithmetic(scope, this);
        _indexed = new LaneIndexedAccess(scope, access, this);
        _packed = new LanePackedAccess(scope, access);
    }

    /// <summary>The value in every lane; what inactive lanes hold doesn't matter, and computing it has no effect.</summary>
    public string Value(Expression expression)
    {
        LaneType type = _scope.Type(expression.Type);
        if (_scope.Variables.IsUniform(expression))
        {
            return Broadcast(expression, type);
        }

        switch (expression)
        {
            case VariableRead read when _scope.Variables.Stride(read.Variable) is { } stride:
                return Affine(read, stride, type);
            case VariableRead read:
                return _scope.Vector(read.Variable);
            case Load load:
                return Elements(load.Access);
            case Unary { Operator: UnaryOperator.Negate } unary:
                return unary.Type.IsFloat() ? $"({Value(unary.Operand)} ^ {type.Class}.Create({NegativeZero(unary.Type)}))" : $"(-{Value(unary.Operand)})";
            case Unary unary:
                return $"(~{Value(unary.Operand)})";
            case Binary binary:
                return _arithmetic.Value(binary, type);
            case Conditional conditional:
                return Select(conditional, type);
            case Conversion conversion:
                return LaneConversion.Numeric(Value(conversion.Operand), conversion.Operand.Type, conversion.Type, _scope.Lanes);
            case IntrinsicCall call:
                return _intrinsics.Value(call, type);
            default:
                throw new InvalidOperationException($"{expression.GetType().Name} has no vector form");
        }
    }

    /// <summary>A condition in every lane.</summary>
    public LaneMask Condition(Expression expression)
    {
        string all = $"{_scope.MaskType.Text}.AllBitsSet";
        string none = $"{_scope.MaskType.Text}.Zero";
        if (_scope.Variables.IsUniform(expression))
        {
            return new LaneMask($"(({Scalar(expression)}) ? {all} : {none})", _scope.MaskSize);
        }

        switch (expression)
        {
            case Comparison known when KnownComparisons.Value(known) is { } value:
                return new LaneMask(value ? all : none, _scope.MaskSize);
            case VariableRead read:
                return new LaneMask(_scope.Vector(read.Variable), _scope.MaskSize);
            case Load load:
                LaneType bytes = _scope.Type(ElementType.Boolean);
                return new LaneMask($"(~{bytes.Class}.AsSByte({bytes.Class}.Equals({Elements(load.Access)}, {bytes.Text}.Zero)))", 1);
            case Unary unary:
                LaneMask operand = Condition(unary.Operand);
                return operand with { Text = $"(~{operand.Text})" };
            case Comparison comparison:
                return Compare(comparison);
            case Binary binary:
                string symbol = binary.Operator switch { BinaryOperator.And => "&", BinaryOperator.Or => "|", _ => "^" };
                return Combine(Condition(binary.Left), symbol, Condition(binary.Right));
            case ShortCircuit circuit:
                LaneMask left = Condition(circuit.Left);
                LaneMask right = Under(circuit.IsAnd ? left : Not(left), () => Condition(circuit.Right));
                return Combine(left, circuit.IsAnd ? "&" : "|", right);
            case Conditional conditional:
                return SelectMask(conditional);
            case IntrinsicCall call:
                return _intrinsics.Condition(call);
            default:
                throw new InvalidOperationException($"{expression.GetType().Name} is not a condition");
        }
    }

    /// <summary>The statement that stores <paramref name="value"/> as it is to lie in memory.</summary>
    public string Store(ArrayAccess target, string value) => _packed.Handles(target) ? _packed.Store(target, value)
        : _indexed.Handles(target) ? _indexed.Store(target, value)
        : _access.Store(target, value);

    /// <summary>Whether stores or loads that leave no gap can be whole vectors.</summary>
    public bool CanInterleave(ArrayAccess first) => !_packed.Handles(first) && !_indexed.Handles(first) && _access.CanInterleave(first);

    public string StoreInterleaved(ArrayAccess first, IEnumerable<string> values) => _access.StoreInterleaved(first, values);

    public string LoadInterleaved(ArrayAccess first, IEnumerable<string> targets) => _access.LoadInterleaved(first, targets);

    /// <summary>Elements that lie side by side, where the active lanes' are.</summary>
    public LanePackedAccess Packed => _packed;

    private string Elements(ArrayAccess source) => _scope.LoadedBefore(source) is { } before ? before
        : _packed.Handles(source) ? _packed.Load(source)
        : _indexed.Handles(source) ? _indexed.Load(source)
        : _access.Load(source);

    public static LaneMask Not(LaneMask mask) => mask with { Text = $"(~{mask.Text})" };

    /// <summary>Both masks, in the wider one's size.</summary>
    public LaneMask Combine(LaneMask left, string symbol, LaneMask right)
    {
        int size = System.Math.Max(left.Size, right.Size);
        return new LaneMask(
            $"({LaneConversion.Mask(left, size, _scope.Lanes)} {symbol} {LaneConversion.Mask(right, size, _scope.Lanes)})", size);
    }

    /// <summary>Writes something that only the active lanes of <paramref name="mask"/> evaluate.</summary>
    public T Under<T>(LaneMask mask, Func<T> write)
    {
        LaneMask? outer = _scope.Mask;
        _scope.Mask = outer is { } active ? Combine(active, "&", mask) : mask;
        T result = write();
        _scope.Mask = outer;
        return result;
    }

    public string ConditionalSelect(LaneMask mask, string whenTrue, string whenFalse, LaneType type) =>
        $"{type.Class}.ConditionalSelect({LaneScope.Strip(_access.As(mask, type))}, {LaneScope.Strip(whenTrue)}, {LaneScope.Strip(whenFalse)})";

    /// <summary>A value for all lanes, computed once.</summary>
    private string Broadcast(Expression expression, LaneType type)
    {
        string name = expression switch { VariableRead read => read.Variable.Name, Load load => load.Access.Object.Name, _ => "invariant" };
        return expression is not Constant && _scope.IsInvariantOnceEntered(expression)
            ? _scope.Hoist(name + "Lanes", type.Text, $"{type.Class}.Create({type.Scalar(ExpressionPrinter.Print(expression))})")
            : $"{type.Class}.Create({type.Scalar(expression is Load element && _access.Element(element.Access) is { } text ? text : Scalar(expression))})";
    }

    /// <summary>A scalar that isn't evaluated when no lane is active: it may be out of range then.</summary>
    public string Scalar(Expression expression)
    {
        string text = ExpressionPrinter.Print(expression);
        return _scope.Mask is { } mask && MayThrow(expression)
            ? $"{mask.Text} != {mask.Type(_scope.Lanes).Text}.Zero ? {ExpressionPrinter.Operand(expression)} : default"
            : text;
    }

    /// <summary>The same for what is evaluated once for all vectors that are written together.</summary>
    public string Shared(Expression expression) => _scope.AnyActive is { } any && MayThrow(expression)
        ? $"{any} ? {ExpressionPrinter.Operand(expression)} : default"
        : ExpressionPrinter.Print(expression);

    public bool MayThrow(Expression expression) => ExpressionTree.SelfAndDescendants(expression).Any(part => part switch
    {
        Load load => !_scope.IsInBounds(load.Access),
        Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder } division => division.Type.IsInteger(),
        ObjectLength or IntrinsicCall or Binary { IsChecked: true } or Unary { IsChecked: true } or Conversion { IsChecked: true } => true,
        _ => false,
    });

    private string Affine(VariableRead read, Expression stride, LaneType type)
    {
        string steps = $"{type.Text}.Indices";
        if (Strides.ConstantOf(stride) != 1)
        {
            steps += $" * {type.Class}.Create(unchecked(({type.Keyword})({ExpressionPrinter.Print(stride)})))";
        }

        string offsets = _scope.Hoist(read.Variable.Name + "Steps", type.Text, steps);
        string first = _scope.Copies == 1 ? ExpressionPrinter.Print(read) : $"unchecked(({read.Variable.TypeText})({_scope.Lane0}))";
        return $"({type.Class}.Create({type.Scalar(first)}) + {offsets})";
    }

    private string Select(Conditional conditional, LaneType type)
    {
        if (_scope.Variables.IsUniform(conditional.Condition))
        {
            return $"(({Scalar(conditional.Condition)}) ? {Value(conditional.WhenTrue)} : {Value(conditional.WhenFalse)})";
        }

        LaneMask mask = Condition(conditional.Condition);
        string whenTrue = Under(mask, () => Value(conditional.WhenTrue));
        string whenFalse = Under(Not(mask), () => Value(conditional.WhenFalse));
        return ConditionalSelect(mask, whenTrue, whenFalse, type);
    }

    private LaneMask SelectMask(Conditional conditional)
    {
        LaneMask mask = Condition(conditional.Condition);
        LaneMask whenTrue = Combine(mask, "&", Under(mask, () => Condition(conditional.WhenTrue)));
        LaneMask whenFalse = Combine(Not(mask), "&", Under(Not(mask), () => Condition(conditional.WhenFalse)));
        return Combine(whenTrue, "|", whenFalse);
    }

    private LaneMask Compare(Comparison comparison)
    {
        ElementType type = comparison.Left.Type;
        bool negated = comparison.Operator == ComparisonOperator.NotEqual;
        if (type == ElementType.Boolean)
        {
            LaneMask differs = Combine(Condition(comparison.Left), "^", Condition(comparison.Right));
            return negated ? differs : Not(differs);
        }

        LaneType lanes = _scope.Type(type);
        string method = comparison.Operator switch
        {
            ComparisonOperator.Less => "LessThan",
            ComparisonOperator.LessOrEqual => "LessThanOrEqual",
            ComparisonOperator.Greater => "GreaterThan",
            ComparisonOperator.GreaterOrEqual => "GreaterThanOrEqual",
            _ => "Equals",
        };
        string text = $"{lanes.Class}.{method}({LaneScope.Strip(Value(comparison.Left))}, {LaneScope.Strip(Value(comparison.Right))})";
        ElementType mask = LaneMask.Element(type.Size());
        if (lanes.Keyword != mask.Keyword())
        {
            text = $"{lanes.Class}.As{new LaneType(mask, _scope.Lanes).Name}({text})";
        }

        return new LaneMask(negated ? $"(~{text})" : text, type.Size());
    }

    private static string NegativeZero(ElementType type) => type == ElementType.Double ? "-0.0" : "-0.0f";
}
