using AutoPar.Generator.Analysis;
using AutoPar.Generator.Analysis.Guards;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;

namespace AutoPar.Generator.Emit.Kernels;

/// <summary>What the emitters of one loop in lanes share: its variables, names, and what is hoisted before it.</summary>
internal sealed class LaneScope
{
    private readonly Dictionary<string, string> _hoisted = [];
    private readonly Dictionary<(int Variable, int Copy), string> _vectors = [];
    private LaneMask?[] _masks = [null];
    private readonly IReadOnlyList<(CarriedVector Vector, string Name)> _carried;
    private readonly IReadOnlyList<ArrayAccess> _inBounds;
    private readonly IReadOnlyList<ArrayAccess> _inBoundsWhereExecuted;
    private readonly HashSet<int> _assigned;
    private readonly IReadOnlyList<ArrayAccess> _invariantLoads;

    public LaneScope(RegionPlan plan, VectorLoopPlan vector, KernelNames names)
    {
        Plan = plan;
        Lanes = vector.Lanes;
        Roles = [.. vector.Roles];
        Names = names;
        (Loop, Added) = TripCounters.Apply(vector.Loop, new LaneVariables(vector.Loop, vector.Roles), Lanes, names.Fresh);
        Variables = new LaneVariables(Loop, vector.Roles);
        Index = names.Fresh(Loop.Index.Name + "0");
        _carried = [.. vector.Carried.Select(carried => (carried, names.Fresh(carried.Load.Object.Name.TrimStart('@') + "Before")))];
        _inBounds = [
            .. plan.Guards.OfType<InBounds>().Where(guard => guard.Limits.IsEmpty).Select(guard => guard.Access),
            .. Region.Of(plan.Root).Sites.Where(BoundsGuards.IsProvenAnywhere).Select(site => site.Access),
        ];
        _inBoundsWhereExecuted = [
            .. plan.Guards.OfType<InBounds>().Where(guard => !guard.Limits.IsEmpty).Select(guard => guard.Access),
            .. Region.Of(plan.Root).Sites.Where(BoundsGuards.IsProven).Select(site => site.Access),
        ];
        _invariantLoads = [.. InvariantLoads.Of(plan, Loop).Where(load => _inBounds.Any(guarded => guarded.IsSamePlace(load)))];
        _assigned = [Loop.Index.Id];
        foreach (Statement statement in LoopTree.Statements(Loop.Body))
        {
            _assigned.UnionWith(LoopTree.Assigned(statement).Select(variable => variable.Id));
            if (statement is LoopStatement inner)
            {
                _assigned.Add(inner.Loop.Index.Id);
            }
        }
    }

    public RegionPlan Plan { get; }

    /// <summary>The loop in the form in which it is written in lanes.</summary>
    public Loop Loop { get; }

    /// <summary>Scalars that it has beyond the user's.</summary>
    public IReadOnlyList<Variable> Added { get; }

    public int Lanes { get; }

    public IReadOnlyList<ScalarRole> Roles { get; }

    public KernelNames Names { get; }

    public LaneVariables Variables { get; }

    /// <summary>The local, a nint, that holds the index of lane 0 of the first vector in flight.</summary>
    public string Index { get; }

    /// <summary>The index of lane 0 of the vector that is being written.</summary>
    public string Lane0 => First(Copy);

    /// <summary>The index of lane 0 of each vector that is written statement by statement along with the others.</summary>
    public Func<int, string> First { get; private set; } = _ => "";

    /// <summary>How many vectors are written statement by statement.</summary>
    public int Copies => _masks.Length;

    /// <summary>Which of them.</summary>
    public int Copy { get; set; }

    /// <summary>The lanes that execute what is being written; null when all do.</summary>
    public LaneMask? Mask
    {
        get => _masks[Copy];
        set => _masks[Copy] = value;
    }

    /// <summary>C# that tells whether any lane executes what is being written; null when all do.</summary>
    public string? AnyActive => _masks[0] is null ? null : $"{Any(_masks.Select(mask => mask!.Value))} != {Zero(_masks[0]!.Value)}";

    /// <summary>Where the vector that is being written has iterations of the loop; null when it has them in all lanes.</summary>
    public LaneMask? Remainder { get; private set; }

    /// <summary>From now on <paramref name="copies"/> vectors are written together.</summary>
    public void Begin(int copies, Func<int, string> first)
    {
        _masks = new LaneMask?[copies];
        First = first;
        Copy = 0;
        Remainder = null;
    }

    /// <summary>From now on the last vector is written, in part of whose lanes the loop is over.</summary>
    public void BeginRemainder(LaneMask left, string first)
    {
        Begin(1, _ => first);
        Remainder = Mask = left;
    }

    /// <summary>Lanes of any of the vectors: the masks of all of them are alike.</summary>
    public static string Any(IEnumerable<LaneMask> masks) => masks.Count() == 1 ? masks.First().Text : $"({string.Join(" | ", masks.Select(mask => mask.Text))})";

    public string Zero(LaneMask mask) => $"{mask.Type(Lanes).Text}.Zero";

    /// <summary>Distances between lanes in memory that are known at run time alone.</summary>
    public SortedSet<string> SymbolicStrides { get; } = new(StringComparer.Ordinal);

    /// <summary>Loads of what the vector before has stored, and the vectors that hold it.</summary>
    public IEnumerable<(ArrayAccess Load, string Name)> Carried => _carried.Select(carried => (carried.Vector.Load, carried.Name));

    /// <summary>The vector that has the value of a load; null when it is loaded.</summary>
    public string? LoadedBefore(ArrayAccess access) =>
        _carried.Where(carried => access.IsSamePlace(carried.Vector.Load)).Select(carried => carried.Name).FirstOrDefault();

    /// <summary>The vector that a store leaves for the next one; null when it leaves none.</summary>
    public string? LeftBy(ArrayAccess target) =>
        _carried.Where(carried => target.Id == carried.Vector.Store.Id).Select(carried => carried.Name).FirstOrDefault();

    /// <summary>Declarations to stand before the loop.</summary>
    public List<string> Hoisted { get; } = [];

    public LaneType Type(ElementType element) => new(element, Lanes);

    /// <summary>The size of masks that variables hold: an element as wide as the widest that fits.</summary>
    public int MaskSize => Math.Min(8, 64 / Lanes);

    public LaneType MaskType => new(LaneMask.Element(MaskSize), Lanes);

    /// <summary>A vector variable's type: masks for Boolean ones.</summary>
    public LaneType TypeOf(Variable variable) => variable.Type == ElementType.Boolean ? MaskType : Type(variable.Type);

    /// <summary>The local that holds the variable's lanes.</summary>
    public string Vector(Variable variable)
    {
        if (!_vectors.TryGetValue((variable.Id, Copy), out string? name))
        {
            name = Names.Fresh(variable.Name.TrimStart('@') + "Lanes");
            _vectors.Add((variable.Id, Copy), name);
        }

        return name;
    }

    /// <summary>From now on the variable's lanes are in <paramref name="name"/>.</summary>
    public void Rename(Variable variable, string name) => _vectors[(variable.Id, Copy)] = name;

    /// <summary>Every lane's subscripts are known to be in range, whether it executes the access or not.</summary>
    public bool IsInBounds(ArrayAccess access) => Remainder is null && access.Object.Kind != MemoryKind.Pointer
        && _inBounds.Any(guarded => guarded.IsSamePlace(access));

    /// <summary>A guard has computed the subscripts of every iteration that executes the access, and none wraps.</summary>
    public bool HasTrueValue(ArrayAccess access) => _inBounds.Concat(_inBoundsWhereExecuted).Any(guarded => guarded.IsSamePlace(access));

    /// <summary>Nothing in the loop changes its value, and evaluating it has no effect, even when no iteration would.</summary>
    public bool IsInvariant(Expression expression) => ExpressionTree.SelfAndDescendants(expression).All(IsInvariantPart);

    /// <summary>The same where the loop has an iteration: then elements may be loaded before it, too.</summary>
    public bool IsInvariantOnceEntered(Expression expression) => ExpressionTree.SelfAndDescendants(expression)
        .All(part => IsInvariantPart(part) || (part is Load load && _invariantLoads.Any(other => other.IsSamePlace(load.Access))));

    private bool IsInvariantPart(Expression part) => part switch
    {
        VariableRead read => !_assigned.Contains(read.Variable.Id),
        Load or ObjectLength or Binary { Operator: BinaryOperator.Divide or BinaryOperator.Remainder } or IntrinsicCall => false,
        Binary { IsChecked: true } or Unary { IsChecked: true } or Conversion { IsChecked: true } => false,
        _ => true,
    };

    /// <summary>The name of a local declared before the loop as <paramref name="text"/>.</summary>
    public string Hoist(string wish, string type, string text)
    {
        string key = type + " = " + text;
        if (!_hoisted.TryGetValue(key, out string? name))
        {
            name = Names.Fresh(wish);
            _hoisted.Add(key, name);
            Hoisted.Add($"{type} {name} = {text};");
        }

        return name;
    }

    public static string Strip(string text)
    {
        if (text.Length < 2 || text[0] != '(' || text[text.Length - 1] != ')')
        {
            return text;
        }

        int depth = 0;
        for (int position = 0; position < text.Length - 1; position++)
        {
            depth += text[position] == '(' ? 1 : text[position] == ')' ? -1 : 0;
            if (depth == 0)
            {
                return text;
            }
        }

        return text.Substring(1, text.Length - 2);
    }
}
