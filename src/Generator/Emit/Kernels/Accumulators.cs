using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>
/// The vectors that carry reductions from one vector of iterations to the next, one set for each copy of the body in
/// flight, and what is recorded along with them: which iteration assigned, whether any did.
/// </summary>
internal sealed class Accumulators
{
    private readonly LaneScope _scope;
    private readonly Dictionary<int, ScalarRole> _roles;
    private readonly Dictionary<(int Variable, int Copy), string> _names = [];
    private readonly string _position;
    private int _copy;

    /// <param name="position">C# for the number of iterations before lane 0 of the first copy.</param>
    public Accumulators(LaneScope scope, int copies, string position)
    {
        _scope = scope;
        Copies = copies;
        _position = position;
        _roles = scope.Roles
            .Where(role => role is Reduction or ArgReduction or Companion or LastAssigned)
            .ToDictionary(role => role.Variable.Id);
        foreach (Variable variable in _roles.Values.Select(role => role.Variable))
        {
            for (int copy = 0; copy < copies; copy++)
            {
                _names[(variable.Id, copy)] = scope.Names.Fresh(variable.Name.TrimStart('@') + copy);
            }
        }
    }

    public int Copies { get; }

    public IEnumerable<ScalarRole> Roles => _roles.Values;

    public bool Contains(Variable variable) => _roles.ContainsKey(variable.Id);

    public string Name(Variable variable, int copy) => _names[(variable.Id, copy)];

    /// <summary>The number of the iteration that a lane's value is from; −1 where none assigned.</summary>
    public string Owner(Variable variable, int copy) => Name(variable, copy) + "At";

    public string Flag(Variable variable, int copy) => Name(variable, copy) + "Taken";

    public string NaNs(Variable variable, int copy) => Name(variable, copy) + "NaN";

    /// <summary>Which iteration assigned last decides; otherwise the values alone do.</summary>
    public static bool HasOwner(ScalarRole role) => role is ArgReduction or LastAssigned;

    public static bool HasFlag(ScalarRole role) => role is Reduction && KernelVariables.HasAssignedFlag(role);

    /// <summary>A NaN makes the result depend on the order.</summary>
    public static bool ForgetsAtNaN(ScalarRole role) => role is Reduction { Operator: ReductionOperator.LessOrReplace or ReductionOperator.GreaterOrReplace }
        && role.Variable.Type.IsFloat();

    /// <summary>Makes the copy's accumulators the ones that the body reads and writes.</summary>
    public void Select(int copy)
    {
        _copy = copy;
        foreach (ScalarRole role in _roles.Values)
        {
            _scope.Rename(role.Variable, Name(role.Variable, copy));
        }
    }

    public IEnumerable<string> Declarations()
    {
        foreach (ScalarRole role in _roles.Values)
        {
            for (int copy = 0; copy < Copies; copy++)
            {
                LaneType type = _scope.TypeOf(role.Variable);
                yield return $"{type.Text} {Name(role.Variable, copy)} = {Initial(role, type)};";
                if (HasOwner(role))
                {
                    yield return $"{_scope.MaskType.Text} {Owner(role.Variable, copy)} = {_scope.MaskType.Text}.AllBitsSet;";
                }

                if (HasFlag(role))
                {
                    yield return $"{_scope.MaskType.Text} {Flag(role.Variable, copy)} = {_scope.MaskType.Text}.Zero;";
                }

                if (ForgetsAtNaN(role))
                {
                    yield return $"{type.Text} {NaNs(role.Variable, copy)} = {type.Text}.Zero;";
                }
            }
        }
    }

    /// <summary>What is recorded when the body has assigned a variable.</summary>
    public IEnumerable<string> AfterAssignment(Variable variable)
    {
        if (!_roles.TryGetValue(variable.Id, out ScalarRole role))
        {
            yield break;
        }

        LaneType masks = _scope.MaskType;
        string? mask = _scope.Mask is { } active ? LaneScope.Strip(LaneConversion.Mask(active, _scope.MaskSize, _scope.Lanes)) : null;
        if (HasOwner(role))
        {
            string offset = _copy == 0 ? "" : $" + {_copy * _scope.Lanes}";
            string here = $"{masks.Class}.Create(({masks.Keyword})({_position}{offset})) + {masks.Text}.Indices";
            string owner = Owner(variable, _copy);
            yield return mask is null
                ? $"{owner} = {here};"
                : $"{owner} = {masks.Class}.ConditionalSelect({mask}, {here}, {owner});";
        }

        if (HasFlag(role))
        {
            yield return $"{Flag(variable, _copy)} |= {mask ?? masks.Text + ".AllBitsSet"};";
        }

        if (ForgetsAtNaN(role))
        {
            string name = Name(variable, _copy);
            yield return $"{NaNs(variable, _copy)} |= ~{_scope.Type(variable.Type).Class}.Equals({name}, {name});";
        }
    }

    private static string Initial(ScalarRole role, LaneType type)
    {
        Variable variable = role.Variable;
        if (role is Reduction { Operator: var @operator } && ReductionOperators.StartsAtIdentity(@operator))
        {
            return variable.Type == ElementType.Boolean
                ? $"{type.Text}.{(@operator == ReductionOperator.And ? "AllBitsSet" : "Zero")}"
                : $"{type.Class}.Create({type.Scalar(ReductionOperators.Identity(@operator, variable.Type))})";
        }

        // Companions and last values are read only where an iteration has assigned them.
        return role is Reduction or ArgReduction
            ? $"{type.Class}.Create({type.Scalar(ExpressionPrinter.Print(new VariableRead(variable)))})"
            : $"{type.Text}.Zero";
    }
}
