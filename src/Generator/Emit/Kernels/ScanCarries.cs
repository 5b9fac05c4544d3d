using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Scalars;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>
/// Scalars whose running value the loop in lanes uses. The statements that update one run on a vector of its own, from a start
/// that changes nothing; then a prefix scan combines its lanes, and the value from before the vector is combined with all of
/// them, times powers of the factor in a linear recurrence. Only that last step waits for the vector before.
/// </summary>
internal sealed class ScanCarries
{
    private const string Runtime = "global::AutoPar.Runtime.";
    private readonly LaneScope _scope;
    private readonly List<Carried> _all = [];

    public ScanCarries(LaneScope scope)
    {
        _scope = scope;
        foreach (Scan role in scope.Roles.OfType<Scan>())
        {
            string name = role.Variable.Name.TrimStart('@');
            _all.Add(new Carried(
                role, ScanGroup.Of(scope.Loop, role.Variable)!, scope.TypeOf(role.Variable),
                scope.Names.Fresh(name + "Carry"), scope.Names.Fresh(name + "Start"), scope.Names.Fresh(name + "Restarts"), scope.Names.Fresh(name + "Prefix"),
                scope.Names.Fresh(name + "Powers"), scope.Names.Fresh(name + "Next")));
        }
    }

    public bool Contains(Variable variable) => _all.Any(scan => scan.Role.Variable.Id == variable.Id);

    /// <summary>What stands before the vectors: the value from before the loop, and what each vector starts with.</summary>
    public IEnumerable<string> Declarations()
    {
        foreach (Carried scan in _all)
        {
            yield return $"{scan.Type.Text} {scan.Carry} = {Broadcast(scan)};";
            if (!scan.Shifts && scan.Role.Added is null)
            {
                yield return $"{scan.Type.Text} {scan.Start} = {Start(scan)};";
            }

            if (scan.Role is { Factor: { } factor, Added: null })
            {
                string factors = $"{scan.Type.Class}.Create({scan.Type.Scalar($"unchecked({ExpressionPrinter.Print(factor)})")})";
                string one = $"{scan.Type.Class}.Create({scan.Type.Scalar(ReductionOperators.Identity(ReductionOperator.Multiply, scan.Role.Variable.Type))})";
                yield return $"{scan.Type.Text} {scan.Powers} = {Runtime}VectorScan.Inclusive<{scan.Type.Keyword}, {Runtime}ScanProduct>({factors}, {one});";
            }
        }
    }

    /// <summary>What stands behind them: the scalar has the value of the last iteration.</summary>
    public IEnumerable<string> Results()
    {
        foreach (Carried scan in _all)
        {
            Variable variable = scan.Role.Variable;
            string element = $"{scan.Type.Class}.GetElement({scan.Carry}, {_scope.Lanes - 1})";
            string value = variable.Type switch
            {
                ElementType.Boolean => element + " != 0",
                ElementType.Char or ElementType.NativeInt or ElementType.NativeUInt => $"({variable.Type.Keyword()}){element}",
                _ => element,
            };
            yield return $"{variable.Name} = {KernelText.AsDeclared(variable, value)};";
        }
    }

    /// <summary>At the head of an iteration, each has the value from before: a branch that all lanes share may skip the updates.</summary>
    public IEnumerable<string> Heads() => _all
        .Select(scan => $"{scan.Type.Text} {_scope.Vector(scan.Role.Variable)} = {(scan.Shifts ? "default" : scan.Carry)};")
        .Concat(!_scope.Loop.IsResumed ? [] : _all.Select(scan => $"{scan.Type.Text} {scan.Next} = {scan.Carry};"));

    /// <summary>Before a statement.</summary>
    public IEnumerable<string> Before(Block block, int place)
    {
        foreach (Carried scan in _all.Where(scan => ReferenceEquals(scan.Group.Home, block) && scan.Group.First == place && !scan.Shifts && scan.Role.Added is null))
        {
            yield return $"{_scope.Vector(scan.Role.Variable)} = {scan.Start};";
            if (scan.Role.Restarts)
            {
                yield return $"{Flags(scan).Text} {scan.Restarts} = {Flags(scan).Text}.Zero;";
            }
        }
    }

    /// <summary>The statement that saves the old value, which is known only after the updates; or one in whose place all lanes take their steps together.</summary>
    public bool Replaces(Statement statement) => _all.Any(scan => ReferenceEquals(scan.Group.Saving, statement)
        || (scan.Role.Added is not null && scan.Group.Statements.Any(step => ReferenceEquals(step, statement))));

    /// <summary>What is recorded when a statement has assigned one.</summary>
    public IEnumerable<string> AfterAssignment(Assign assign)
    {
        foreach (Carried scan in _all.Where(scan => scan.Role.Restarts && scan.Role.Variable.Id == assign.Target.Id
            && !ExpressionTree.SelfAndDescendants(assign.Value).Any(part => part is VariableRead read && read.Variable.Id == assign.Target.Id)))
        {
            yield return _scope.Mask is { } mask
                ? $"{scan.Restarts} |= {LaneScope.Strip(LaneConversion.Mask(mask, Size(scan), _scope.Lanes))};"
                : $"{scan.Restarts} = {Flags(scan).Text}.AllBitsSet;";
        }
    }

    /// <summary>After a statement: behind the last update, the scan.</summary>
    public IEnumerable<string> After(Block block, int place, LaneExpressions expressions) => _all
        .Where(scan => ReferenceEquals(scan.Group.Home, block) && scan.Group.Last == place)
        .SelectMany(scan => scan.Shifts ? Shift(scan) : scan.Role.Added is { } added ? Step(scan, expressions.Value(scan.Role.Factor!), expressions.Value(new VariableRead(added))) : Combine(scan));

    /// <summary>At the end of an iteration: what the next one starts from. A vector that stops before leaves the values alone.</summary>
    public IEnumerable<string> Commits() => !_scope.Loop.IsResumed ? [] : _all.Select(scan => $"{scan.Carry} = {scan.Next};");

    private IEnumerable<string> Shift(Carried scan)
    {
        string lanes = _scope.Vector(scan.Role.Variable);
        if (scan.Role.Before is { } before)
        {
            yield return $"{_scope.Vector(before)} = {Shifted(scan, lanes)};";
        }

        yield return $"{(_scope.Loop.IsResumed ? scan.Next : scan.Carry)} = {lanes};";
    }

    private IEnumerable<string> Step(Carried scan, string factors, string added)
    {
        string lanes = _scope.Vector(scan.Role.Variable);
        yield return $"{lanes} = {Runtime}VectorScan.LinearSteps({added}, {factors}, {scan.Carry});";
        if (scan.Role.Before is { } before)
        {
            yield return $"{_scope.Vector(before)} = {Shifted(scan, lanes)};";
        }

        yield return $"{(_scope.Loop.IsResumed ? scan.Next : scan.Carry)} = {Runtime}VectorScan.Last{Half(scan)}({lanes});";
    }

    private IEnumerable<string> Combine(Carried scan)
    {
        string lanes = _scope.Vector(scan.Role.Variable);
        string types = $"<{scan.Type.Keyword}, {Operator(scan.Role.Operator)}>";
        string last = $"{Runtime}VectorScan.Last{Half(scan)}({scan.Prefix})";
        string carry = Combined(scan, scan.Carry, last);
        if (scan.Role.Restarts)
        {
            string restarted = _scope.Names.Fresh(scan.Restarts);
            yield return $"{scan.Type.Text} {restarted} = {As(scan, scan.Restarts)};";
            yield return $"{scan.Type.Text} {scan.Prefix} = {Runtime}VectorScan.Segmented{types}({lanes}, {scan.Start}, ref {restarted});";
            yield return $"{lanes} = {scan.Type.Class}.ConditionalSelect({restarted}, {scan.Prefix}, {Combined(scan, scan.Carry, scan.Prefix)});";
            carry = $"{scan.Type.Class}.ConditionalSelect({Runtime}VectorScan.Last{Half(scan)}({restarted}), {last}, {carry})";
        }
        else if (scan.Role.Factor is not null)
        {
            yield return $"{scan.Type.Text} {scan.Prefix} = {Runtime}VectorScan.Linear({lanes}, {scan.Powers});";
            yield return $"{lanes} = ({scan.Carry} * {scan.Powers}) + {scan.Prefix};";
            carry = $"({scan.Carry} * {Runtime}VectorScan.Last{Half(scan)}({scan.Powers})) + {last}";
        }
        else
        {
            yield return $"{scan.Type.Text} {scan.Prefix} = {Runtime}VectorScan.Inclusive{types}({lanes}, {scan.Start});";
            yield return $"{lanes} = {Combined(scan, scan.Carry, scan.Prefix)};";
        }

        if (scan.Role.Before is { } before)
        {
            yield return $"{_scope.Vector(before)} = {Shifted(scan, lanes)};";
        }

        yield return $"{(_scope.Loop.IsResumed ? scan.Next : scan.Carry)} = {carry};";
    }

    private static string Shifted(Carried scan, string lanes) => $"{Runtime}VectorScan.Shifted{Half(scan)}({lanes}, {scan.Carry}, 1)";

    private static string Combined(Carried scan, string left, string right) => scan.Role.Operator switch
    {
        null => left,
        ReductionOperator.Add => $"{left} + {right}",
        ReductionOperator.Multiply => $"{left} * {right}",
        ReductionOperator.And => $"{left} & {right}",
        ReductionOperator.Or => $"{left} | {right}",
        ReductionOperator.Xor => $"{left} ^ {right}",
        { } @operator => $"{Operator(@operator)}.Combine({left}, {right})",
    };

    private static string Operator(ReductionOperator? @operator) => Runtime + @operator switch
    {
        null => "ScanKept",
        ReductionOperator.Add => "ScanSum",
        ReductionOperator.Multiply => "ScanProduct",
        ReductionOperator.And => "ScanAnd",
        ReductionOperator.Or => "ScanOr",
        ReductionOperator.Xor => "ScanXor",
        ReductionOperator.Min => "ScanMin",
        ReductionOperator.Max => "ScanMax",
        ReductionOperator.LessFirst => "ScanLeast",
        ReductionOperator.GreaterFirst => "ScanGreatest",
        _ => throw new ArgumentOutOfRangeException(nameof(@operator), @operator, "isn't scanned"),
    };

    private static string Half(Carried scan) => scan.Type.IsHalf ? "Half" : "";

    /// <summary>The flags of a segmented scan, as wide as the values.</summary>
    private LaneType Flags(Carried scan) => new(LaneMask.Element(Size(scan)), _scope.Lanes);

    private static int Size(Carried scan) => scan.Type.Element.Size();

    private string As(Carried scan, string flags) => scan.Type.Keyword == Flags(scan).Keyword ? flags : $"{scan.Type.Class}.As{scan.Type.Name}({flags})";

    private static string Broadcast(Carried scan)
    {
        Variable variable = scan.Role.Variable;
        string scalar = ExpressionPrinter.Print(new VariableRead(variable));
        return variable.Type == ElementType.Boolean
            ? $"{scalar} ? {scan.Type.Text}.AllBitsSet : {scan.Type.Text}.Zero"
            : $"{scan.Type.Class}.Create({scan.Type.Scalar(scalar)})";
    }

    private static string Start(Carried scan)
    {
        Variable variable = scan.Role.Variable;
        return scan.Role.Operator switch
        {
            null => $"{scan.Type.Text}.Zero",
            { } @operator when !ReductionOperators.StartsAtIdentity(@operator) => scan.Carry,
            { } @operator when variable.Type == ElementType.Boolean => $"{scan.Type.Text}.{(@operator == ReductionOperator.And ? "AllBitsSet" : "Zero")}",
            { } @operator => $"{scan.Type.Class}.Create({scan.Type.Scalar(ReductionOperators.Identity(@operator, variable.Type))})",
        };
    }

    /// <param name="Carry">The vector that has the value from before in its last lane, and in all where something is combined with it.</param>
    /// <param name="Next">In a loop that may stop before the vector's end, the carry after it.</param>
    private sealed record Carried(
        Scan Role, ScanGroup Group, LaneType Type, string Carry, string Start, string Restarts, string Prefix, string Powers, string Next)
    {
        /// <summary>Each iteration assigns it: the value before is that of the lane before.</summary>
        public bool Shifts => Role is { Operator: null, Restarts: false };
    }
}
