using System.Collections.Immutable;
using AutoPar.Generator.Diagnostics;
using AutoPar.Generator.Helpers;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Transforms;

/// <summary>
/// A scalar method as loops over spans: for each choice of parameters that are spans, a method
/// <c>for (k …) destination[k] = f(x[k], t);</c> that goes through the same stages as a user's.
/// </summary>
internal static class UniversalFunction
{
    // Each parameter doubles the overloads: with more than these, at most one parameter differs from the others.
    private const int MostMixedParameters = 4;

    // The choice is an int's bits.
    private const int MostParameters = 30;

    /// <summary>The overloads, none when the method isn't a scalar one. Equal lengths are for the caller to check.</summary>
    public static ImmutableArray<MethodModel> Overloads(MethodModel method) =>
        [.. All(method).Where(overload => !Clashes(method, overload).Any())];

    /// <summary>AP0004 for each overload that a method of the user's stands in the way of.</summary>
    public static IEnumerable<Refusal> Refusals(MethodModel method) => All(method)
        .SelectMany(overload => Clashes(method, overload))
        .Select(taken => new Refusal(RuleIds.SiblingExists, method.Location, EquatableArray.Of(taken.Replace("global::System.", ""))));

    private static IEnumerable<string> Clashes(MethodModel method, MethodModel overload) => new[] { "", "Sequential", "Vectorized", "Parallel" }
        .Where(form => form != "Parallel" || method.Parallelize is not null)
        .Select(form => overload.Signature.Key(method.Signature.Name + form))
        .Where(key => method.Taken.Contains(key));

    private static IEnumerable<MethodModel> All(MethodModel method)
    {
        if (method.Scalar is not { } scalar || scalar.Parameters.Count != method.Signature.Parameters.Count || scalar.Parameters.Count > MostParameters)
        {
            return [];
        }

        return Choices(scalar.Parameters.Count).Select(choice => new UniversalLoop(method, scalar, choice).Build());
    }

    /// <summary>Which parameters are spans, as bits: all first; then every choice, or those with one scalar or one span.</summary>
    private static IEnumerable<int> Choices(int parameters)
    {
        int all = (int)((1L << parameters) - 1);
        IEnumerable<int> bits = Enumerable.Range(0, parameters).Select(position => 1 << position);
        return parameters <= MostMixedParameters
            ? Enumerable.Range(1, all).Reverse()
            : new[] { all }.Concat(bits.Select(bit => all & ~bit)).Concat(bits);
    }
}

/// <summary>One overload.</summary>
/// <param name="spans">Bit p: parameter p is a span.</param>
internal sealed class UniversalLoop(MethodModel method, ScalarFunction scalar, int spans)
{
    private readonly HashSet<string> _names =
        [.. method.Signature.Parameters.Select(parameter => parameter.Name), .. scalar.Variables.Select(variable => variable.Name)];

    private readonly IReadOnlyList<ArrayAccess> _accesses =
    [
        .. ExpressionTree.Of(scalar.Body).SelectMany(ExpressionTree.SelfAndDescendants).OfType<Load>().Select(load => load.Access),
        .. LoopTree.Statements(scalar.Body).OfType<Store>().Select(store => store.Target),
    ];

    private int _nextId;

    public MethodModel Build()
    {
        _nextId = 1 + scalar.Variables.Concat(scalar.Parameters).Append(scalar.Result).Select(variable => variable.Id)
            .Concat(_accesses.SelectMany(access => new[] { access.Id, access.Object.Id }))
            .Concat(LoopTree.Statements(scalar.Body).OfType<LoopStatement>().Select(inner => inner.Loop.Id))
            .Max();
        string destination = Fresh("destination");
        string index = Fresh("k");
        int loopId = _nextId++;
        var k = new Variable(_nextId++, index, ElementType.Int32, "int", VariableKind.Local, index, null, ReadAfter: false);
        var target = new MemoryObject(
            _nextId++, destination, MemoryKind.Span, scalar.Result.Type, $"global::System.Span<{method.Signature.ReturnTypeText}>",
            method.Signature.ReturnTypeText, destination, MemoryOrigin.Parameter, 1);
        List<MemoryObject> objects = [target, .. _accesses.Select(access => access.Object).GroupBy(item => item.Id).Select(group => group.First())];
        List<Statement> statements = [];
        Dictionary<int, Variable> copies = [];
        Bind(k, loopId, objects, statements, copies);
        foreach (Variable local in scalar.Variables.Append(scalar.Result))
        {
            if (!copies.ContainsKey(local.Id) && !IsParameter(local))
            {
                copies[local.Id] = local with { DeclaringLoop = loopId, ReadAfter = false };
            }
        }

        statements.AddRange(new Renamer(copies).Visit(scalar.Body).Statements);
        statements.Add(new Store(
            new ArrayAccess(_nextId++, target, EquatableArray.Of<Expression>(new VariableRead(k)), method.Location, $"{destination}[{index}]"),
            new VariableRead(copies[scalar.Result.Id]), method.Location));
        return Wrap(k, loopId, target, objects, new Block(statements.ToEquatableArray()), copies);
    }

    /// <summary>The parameters at iteration k: an element, or the scalar itself; a copy of it if the body assigns it.</summary>
    private void Bind(Variable k, int loopId, List<MemoryObject> objects, List<Statement> statements, Dictionary<int, Variable> copies)
    {
        HashSet<int> assigned = [.. LoopTree.Statements(scalar.Body).OfType<Assign>().Select(assign => assign.Target.Id)];
        for (int position = 0; position < scalar.Parameters.Count; position++)
        {
            Variable parameter = scalar.Parameters[position];
            if (!IsSpan(position) && !assigned.Contains(parameter.Id))
            {
                continue;
            }

            Variable copy = parameter with
            {
                Id = _nextId++,
                Name = Fresh(parameter.Name.TrimStart('@') + "Value"),
                Kind = VariableKind.Temporary,
                DeclaringLoop = loopId,
                ReadAfter = false,
            };
            copies[parameter.Id] = copy;
            Expression value = new VariableRead(parameter);
            if (IsSpan(position))
            {
                var item = new MemoryObject(
                    _nextId++, parameter.Name, MemoryKind.ReadOnlySpan, parameter.Type, SpanType(position), parameter.TypeText,
                    parameter.Name, MemoryOrigin.Parameter, 1);
                objects.Add(item);
                value = new Load(new ArrayAccess(
                    _nextId++, item, EquatableArray.Of<Expression>(new VariableRead(k)), method.Location, $"{parameter.Name}[{k.Name}]"));
            }

            statements.Add(new Assign(copy, value, method.Location));
        }
    }

    private MethodModel Wrap(
        Variable k, int loopId, MemoryObject target, List<MemoryObject> objects, Block body, Dictionary<int, Variable> copies)
    {
        IEnumerable<string> arguments = scalar.Parameters.Select((parameter, position) => IsSpan(position) ? $"{parameter.Name}[{k.Name}]" : parameter.Name);
        string store = $"{target.Name}[{k.Name}] = {method.Signature.Name}({string.Join(", ", arguments)});";
        string text = $"for (int {k.Name} = 0; {k.Name} < {target.Name}.Length; {k.Name}++)\n    {store}";
        var range = new TextRange(0, text.Length);
        var loop = new Loop(
            loopId, k, Constant.Int32(0), new ObjectLength(ElementType.Int32, target, null), LoopRelation.Less, Constant.Int64(1), body,
            IndexReadAfter: false, LoopForm.For, range, new TextRange(text.Length - store.Length, store.Length), method.Location);
        IEnumerable<Variable> variables = scalar.Parameters.Where((_, position) => !IsSpan(position)).Concat(copies.Values).Append(k);
        bool lowered = LoopTree.Statements(body).All(statement => statement is Assign or Store or If or LoopStatement or WhileStatement or Exit { Kind: ExitKind.Break });
        var nest = new LoopNest(
            0, lowered ? loop : null, variables.GroupBy(variable => variable.Id).Select(group => group.First()).ToEquatableArray(), objects.ToEquatableArray(),
            lowered ? [] : EquatableArray.Of(new Refusal(RuleIds.LanesNotLowered, method.Location, EquatableArray.Of($"the body of '{method.Signature.Name}'"))),
            range, method.Location);
        return method with
        {
            HintName = $"{method.HintName}.Spans{spans}",
            MemberPrefix = $"{method.MemberPrefix}Spans{spans}",
            AsWritten = method.Signature.Name + "Sequential",
            Signature = Signature(target),
            BodyText = text,
            Nests = EquatableArray.Of(nest),
            Scalar = null,
        };
    }

    private MethodSignature Signature(MemoryObject target)
    {
        IEnumerable<ParameterModel> parameters = method.Signature.Parameters.Select((parameter, position) => IsSpan(position)
            ? parameter with { TypeText = SpanType(position), Type = ElementType.Other, DefaultValueText = null }
            : parameter with { DefaultValueText = null });
        var destination = new ParameterModel(target.Name, "", target.TypeText, ElementType.Other, null, NoAlias: false, Unique: false);
        return method.Signature with
        {
            ReturnTypeText = "void",
            ReturnType = ElementType.Other,
            ReturnsVoid = true,
            Parameters = parameters.Append(destination).ToEquatableArray(),
        };
    }

    private bool IsSpan(int position) => (spans >> position & 1) != 0;

    private bool IsParameter(Variable variable) => scalar.Parameters.Any(parameter => parameter.Id == variable.Id);

    private string SpanType(int position) => $"global::System.ReadOnlySpan<{scalar.Parameters[position].TypeText}>";

    private string Fresh(string wish) => UnusedName.Take(_names, wish);

    private sealed class Renamer(Dictionary<int, Variable> copies) : IrRewriter
    {
        public override Variable Visit(Variable variable) => copies.TryGetValue(variable.Id, out Variable copy) ? copy : variable;
    }
}
