using AutoPar.Generator.Analysis;
using AutoPar.Generator.Emit;
using AutoPar.Generator.Emit.Kernels;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;
using AutoPar.Generator.Planning;
using AutoPar.Generator.Tests.Support;

namespace AutoPar.Generator.Tests.Kernels;

/// <summary>
/// A method with one loop nest, the roles of its scalars, and the loop that goes into lanes: the kernel is emitted from
/// this alone, without the analysis, and put in the loop's place.
/// </summary>
/// <param name="method"><c>static double F(double[] x, int n) { … }</c></param>
/// <param name="roles"><c>s:Add</c>, <c>e:Private</c>, <c>best:LessFirst(at)</c>, <c>last:Last</c>, <c>l:Step(2)</c>; those of the root.</param>
/// <param name="lanes">The index of the loop in lanes; empty for a scalar kernel.</param>
internal sealed class KernelCase(string method, string roles = "", string lanes = "i", int unroll = 2, string inner = "", bool guarded = true)
{
    public MethodModel Model { get; } = TestCompilation.LowerMethod(method);

    private LoopNest Nest => Model.Nests[0];

    private Loop Root => Nest.Root!;

    public RegionPlan Plan()
    {
        EquatableArray<ScalarRole> rootRoles = Roles(roles);
        VectorLoopPlan? vector = null;
        if (lanes.Length > 0)
        {
            Loop loop = LoopTree.SelfAndDescendants(Root).First(item => item.Index.Name == lanes);
            EquatableArray<ScalarRole> own = loop.Id == Root.Id ? rootRoles : Roles(inner);
            Assert.Null(KernelSupport.Unsupported(Root, loop, own, guarded ? Guards() : []));
            vector = new VectorLoopPlan(loop, LaneTypes.Lanes(loop, new LaneVariables(loop, own), null)!.Value, unroll, own);
        }

        HashSet<int> started = [.. rootRoles
            .Where(role => role is Private or LastAssigned or Reduction { Operator: <= ReductionOperator.Xor })
            .Select(role => role.Variable.Id)];
        HashSet<int> loops = [.. LoopTree.SelfAndDescendants(Root).Select(loop => loop.Id)];
        HashSet<int> indices = [.. LoopTree.SelfAndDescendants(Root).Where(loop => !LoopTree.StartsAtItself(loop)).Select(loop => loop.Index.Id)];
        IEnumerable<Variable> inputs = ExpressionTree.Of(Root.Body)
            .Concat([Root.Start, Root.Bound, Root.Step])
            .SelectMany(ExpressionTree.SelfAndDescendants)
            .OfType<VariableRead>()
            .Select(read => read.Variable)
            .Concat(rootRoles.OfType<Companion>().Select(role => role.Variable))
            .Where(variable => !started.Contains(variable.Id) && !indices.Contains(variable.Id)
                && !(variable.DeclaringLoop is { } loop && loops.Contains(loop)))
            .DistinctBy(variable => variable.Id);
        return new RegionPlan(
            "Loop", Root, rootRoles, guarded ? Guards() : [], inputs.ToEquatableArray(), Nest.Objects, vector,
            RunsOnThreads: false, MinimumTrips: 1, NeedsThis: false, Ir.FloatMode.Reproducible, new LoopCost(1, 1));
    }

    /// <summary>The members to compile: the method as written, called F, and the one with the kernel, called G.</summary>
    public string Source()
    {
        RegionPlan plan = Plan();
        var kernel = new CodeWriter();
        KernelEmitter.Write(kernel, plan);
        string written = method.Replace(" F(", " G(");
        int body = written.IndexOf('{');
        string replaced = Model.BodyText[..Nest.Range.Start] + Call(plan) + Model.BodyText[Nest.Range.End..];
        return $"{method}\n{written[..body]}\n{{\n{replaced}\n}}\n{kernel}";
    }

    private EquatableArray<Guard> Guards()
    {
        IEnumerable<ArrayAccess> loads = ExpressionTree.Of(Root.Body)
            .SelectMany(ExpressionTree.SelfAndDescendants)
            .OfType<Load>()
            .Select(load => load.Access);
        IEnumerable<ArrayAccess> stores = LoopTree.Statements(Root.Body).OfType<Store>().Select(store => store.Target);
        return loads.Concat(stores).Select(Guard (access) => new InBounds(access, EquatableArray.Of(Root))).ToEquatableArray();
    }

    private string Call(RegionPlan plan)
    {
        string start = ExpressionPrinter.Print(Root.Start);
        string bound = ExpressionPrinter.Print(Root.Bound);
        string step = ExpressionPrinter.Print(Root.Step);
        string relation = Root.Relation switch
        {
            LoopRelation.Less => "<",
            LoopRelation.LessOrEqual => "<=",
            LoopRelation.Greater => ">",
            LoopRelation.GreaterOrEqual => ">=",
            _ => "!=",
        };
        string arguments = KernelSignature.Arguments(plan);
        string call = $"LoopKernel(0, trips{(arguments.Length > 0 ? ", " + arguments : "")})";
        IEnumerable<string> results = plan.Outputs.Select(role => Result(role));
        return $$"""
            long trips = 0;
            for (long at = {{start}}; at {{relation}} {{bound}}; at += {{step}}) trips++;
            if (trips > 0)
            {
                {{(plan.HasOutputs ? "var partial = " : "")}}{{call}};
                {{string.Join("\n", results)}}
            }
            """;
    }

    private static string Result(ScalarRole role)
    {
        string name = role.Variable.Name;
        string value = role is Reduction reduction && ReductionOperators.StartsAtIdentity(reduction.Operator)
            ? ReductionOperators.Combine(reduction.Operator, role.Variable.Type, name, "partial." + name)
            : "partial." + name;
        string flag = KernelVariables.HasAssignedFlag(role) ? $"if (partial.{PartialStruct.FlagName(role.Variable)}) " : "";
        return $"{flag}{name} = {value};";
    }

    private EquatableArray<ScalarRole> Roles(string text)
    {
        List<ScalarRole> result = [];
        foreach (string item in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = item.Split(':', '(', ')');
            Variable variable = Find(parts[0]);
            switch (parts[1])
            {
                case "Private":
                    result.Add(new Private(variable, variable.ReadAfter));
                    break;
                case "Last":
                    result.Add(new LastAssigned(variable));
                    break;
                case "Step":
                    result.Add(new Induction(variable, Constant.Int32(int.Parse(parts[2]))));
                    break;
                default:
                    var @operator = Enum.Parse<ReductionOperator>(parts[1]);
                    if (parts.Length == 2)
                    {
                        result.Add(new Reduction(variable, @operator, true));
                        break;
                    }

                    Variable[] companions = [.. parts[2].Split(',').Select(Find)];
                    result.Add(new ArgReduction(variable, @operator, companions.ToEquatableArray()));
                    result.AddRange(companions.Select(companion => new Companion(companion, variable)));
                    break;
            }
        }

        return result.ToEquatableArray();
    }

    private Variable Find(string name) => Nest.Variables.First(variable => variable.Name == name);
}
