using AutoPar.Generator.Helpers;

namespace AutoPar.Generator.Ir;

/// <summary>
/// An annotated method as plain data: everything that later stages need, nothing of Roslyn. This is the value that the
/// incremental pipeline caches.
/// </summary>
/// <param name="HintName">The generated file's name without extension: unique in the compilation, stable.</param>
/// <param name="Usings">The using directives at the top of the method's file, one a line, to be repeated in the generated file.</param>
/// <param name="Namespace">Empty for the global namespace.</param>
/// <param name="Types">The containing types, outermost first.</param>
/// <param name="BodyText">The method's block body as text, without the outer braces; directives blanked out. Empty when there is none.</param>
/// <param name="Nests">The outermost loops, in source order.</param>
/// <param name="Scalar">The lowered body of a scalar method under [Vectorize], for the universal function.</param>
/// <param name="Refusals">What stops the method as a whole (AP0xxx); siblings then call the method as written, if they can exist.</param>
/// <param name="CanEmitSiblings">The signature is usable and the containing types are partial.</param>
internal sealed record MethodModel(
    string HintName,
    string Usings,
    string Namespace,
    EquatableArray<TypeHeader> Types,
    MethodSignature Signature,
    ParallelizeOptions? Parallelize,
    VectorizeOptions? Vectorize,
    string BodyText,
    EquatableArray<LoopNest> Nests,
    ScalarFunction? Scalar,
    EquatableArray<Refusal> Refusals,
    bool CanEmitSiblings,
    SourceLocation Location)
{
    /// <summary>The using directives that stand inside the method's namespaces, one a line.</summary>
    public string NamespaceUsings { get; init; } = "";

    /// <summary>The aliases that the generated file may introduce.</summary>
    public EquatableArray<NamespaceAlias> Aliases { get; init; } = EquatableArray<NamespaceAlias>.Empty;

    /// <summary>For a scalar method: the user's methods that an overload over spans could meet, as <c>Name(type, type)</c>.</summary>
    public EquatableArray<string> Taken { get; init; } = EquatableArray<string>.Empty;

    /// <summary>What the names of generated members begin with: the method's name, made unique among its overloads.</summary>
    public string MemberPrefix { get; init; } = Signature.Name.TrimStart('@');

    /// <summary>What is called to run the method as written.</summary>
    public string AsWritten { get; init; } = Signature.Name;

    /// <summary>It may run once more on copies of its arguments, and nobody notices.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>For a method that is generic in a number: its copies for types that have lanes.</summary>
    public EquatableArray<Specialization> Specializations { get; init; } = EquatableArray<Specialization>.Empty;
}

/// <param name="Declaration">What the generated part repeats: <c>static partial class Kernels&lt;T&gt;</c>, without constraints.</param>
/// <param name="IsStruct">Instance methods then see a copy of <c>this</c> in chunks.</param>
/// <param name="IsRefLike">A ref struct: no chunk on another thread can hold it.</param>
internal sealed record TypeHeader(string Declaration, string Name, bool IsGeneric, bool IsStruct, bool IsRefLike = false);

/// <param name="Accessibility"><c>public</c>, <c>private protected</c>, …</param>
/// <param name="ReturnTypeText">Fully qualified, with its ref kind.</param>
/// <param name="TypeParameters"><c>&lt;T&gt;</c> or empty.</param>
/// <param name="Constraints">The where clauses, or empty.</param>
internal sealed record MethodSignature(
    string Name,
    string Accessibility,
    bool IsStatic,
    bool IsUnsafe,
    bool IsReadOnly,
    string ReturnTypeText,
    ElementType ReturnType,
    bool ReturnsVoid,
    string TypeParameters,
    string Constraints,
    EquatableArray<ParameterModel> Parameters,
    string ContainingTypeText)
{
    public static string KeyOf(string name, IEnumerable<string> types) => $"{name.TrimStart('@')}({string.Join(", ", types)})";

    /// <summary>What a method of another name with these parameters would be told from its overloads by.</summary>
    public string Key(string name) => KeyOf(name, Parameters.Select(parameter => parameter.TypeText));
}

/// <param name="Modifier"><c>ref</c>, <c>in</c>, <c>out</c>, <c>ref readonly</c>, <c>params</c>, <c>scoped</c>, several of them, or empty.</param>
/// <param name="DefaultValueText">The default value as C#, or null.</param>
internal sealed record ParameterModel(
    string Name, string Modifier, string TypeText, ElementType Type, string? DefaultValueText, bool NoAlias, bool Unique);

internal enum FloatMode
{
    Reproducible,
    Strict,
    Fast,
}

internal enum ScheduleKind
{
    Auto,
    Static,
    Dynamic,
    Guided,
}

internal sealed record ParallelizeOptions(
    bool Intercept, bool Require, FloatMode FloatMode, ScheduleKind Schedule, int ChunkSize, int MaxDegreeOfParallelism)
{
    /// <summary>There is an asynchronous form, too.</summary>
    public bool Async { get; init; }
}

internal sealed record VectorizeOptions(bool Intercept, bool Require, FloatMode FloatMode);

/// <summary>A scalar method's body: statements that end by assigning <paramref name="Result"/>.</summary>
internal sealed record ScalarFunction(
    EquatableArray<Variable> Parameters, Block Body, Variable Result, EquatableArray<Variable> Variables);
