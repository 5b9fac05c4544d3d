using AutoPar.Generator.Ir;
using Microsoft.CodeAnalysis;

namespace AutoPar.Generator.Frontend;

/// <summary>Reads the options of [Parallelize] and [Vectorize], and the claims made on parameters.</summary>
internal static class AttributeReader
{
    public const string Parallelize = "AutoPar.ParallelizeAttribute";
    public const string Vectorize = "AutoPar.VectorizeAttribute";

    public const string Reduction = "AutoPar.ReductionAttribute";

    public static AttributeData? Find(ISymbol symbol, string fullName)
    {
        foreach (AttributeData attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && type.ToDisplayString() == fullName)
            {
                return attribute;
            }
        }

        return null;
    }

    public static ParallelizeOptions? ReadParallelize(IMethodSymbol method) =>
        Find(method, Parallelize) is { } data
            ? new ParallelizeOptions(
                Value(data, "Intercept", true),
                Value(data, "Require", false),
                (FloatMode)Value(data, "FloatMode", 0),
                (ScheduleKind)Value(data, "Schedule", 0),
                Value(data, "ChunkSize", 0),
                Value(data, "MaxDegreeOfParallelism", 0))
            {
                Async = Value(data, "Async", false),
            }
            : null;

    public static VectorizeOptions? ReadVectorize(IMethodSymbol method) =>
        Find(method, Vectorize) is { } data
            ? new VectorizeOptions(
                Value(data, "Intercept", true), Value(data, "Require", false), (FloatMode)Value(data, "FloatMode", 0))
            : null;

    public static bool IsNoAlias(IParameterSymbol parameter) => Find(parameter, "AutoPar.NoAliasAttribute") is not null;

    public static bool IsUnique(IParameterSymbol parameter) => Find(parameter, "AutoPar.UniqueAttribute") is not null;

    /// <summary>The member that [Reduction] names.</summary>
    public static string? ReductionIdentity(IMethodSymbol method) =>
        Find(method, Reduction) is { } data && Value(data, "Identity", "") is { Length: > 0 } name ? name : null;

    private static T Value<T>(AttributeData data, string name, T otherwise)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in data.NamedArguments)
        {
            if (argument.Key == name && argument.Value.Kind != TypedConstantKind.Array && argument.Value.Value is T value)
            {
                return value;
            }
        }

        return otherwise;
    }
}
