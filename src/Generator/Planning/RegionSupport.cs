using System.Text.RegularExpressions;
using AutoPar.Generator.Analysis;
using AutoPar.Generator.Ir;

namespace AutoPar.Generator.Planning;

/// <summary>What can't be written as a region: asked before one is promised.</summary>
internal static class RegionSupport
{
    // As many as Runtime's SpanPins holds.
    private const int MostSpans = 8;
    private static readonly Regex s_identifier = new(@"@?[\p{L}_][\p{L}\p{Nd}_]*", RegexOptions.CultureInvariant);

    /// <summary>Words for why not; null when it can be written.</summary>
    public static string? Unsupported(MethodModel method, RegionPlan region)
    {
        if (region.Lock?.Obstacle is { } locked)
        {
            return locked;
        }

        if (region.Inputs.FirstOrDefault(input => input.AccessText.Length == 0) is { } hidden)
        {
            return $"an inner loop that needs '{hidden.Name}', a value that only the generated code computes,";
        }

        if (region.TypeParameters.Length > 0 && (region.NeedsThis || region.HasOutputs || region.Vector is not null || region.Root.IndexReadAfter || region.Roles.Any(role => role is Induction)))
        {
            return "a loop over elements of a type parameter that uses more than them";
        }

        if (region.TypeParameters.Length == 0 && MentionedTypeParameter(method, region) is { } parameter)
        {
            return $"a loop that uses the method's type parameter '{parameter}'";
        }

        if (UnassignedOut(method, region) is { } result)
        {
            return $"a loop that assigns the out parameter '{result.Name}', whose place must be compared before it is assigned,";
        }

        if (region.Objects.Any(item => item.Kind == MemoryKind.Pointer) && region.Objects.Any(item => item.Element == ElementType.Other))
        {
            return "a loop over a pointer and over elements that have no fixed layout";
        }

        return !region.RunsOnThreads ? null
            : region.Spans.FirstOrDefault(span => span.HoldsReferences) is { } references ? $"a loop over the span '{references.Name}', whose elements are or hold references,"
            : region.Spans.Count() > MostSpans ? $"a loop over more than {MostSpans} spans"
            : region.NeedsThis && method.Types.Any(type => type.IsRefLike) ? "a loop that uses 'this' of a ref struct"
            : null;
    }

    /// <summary>C# lets nobody look at an out parameter, not even at where it is, before it is assigned.</summary>
    private static Variable? UnassignedOut(MethodModel method, RegionPlan region) => region.Guards.OfType<ReferenceOutside>()
        .Select(guard => guard.Reference)
        .FirstOrDefault(reference => region.Roles.Any(role => role is (Private or LastAssigned) && role.Variable.Id == reference.Id)
            && method.Signature.Parameters.Any(parameter => parameter.Name == reference.AccessText && parameter.Modifier == "out"));

    /// <summary>Arithmetic on elements of type parameters, or lists of them: the region's members are generic.</summary>
    public static RegionPlan WithTypeParameters(MethodModel method, RegionPlan region) =>
        (region.Guards.OfType<PrimitiveNumber>().Any() || !region.Appended.IsEmpty) && MentionedTypeParameter(method, region) is not null
            ? region with { TypeParameters = method.Signature.TypeParameters, Constraints = method.Signature.Constraints }
            : region;

    /// <summary>Other regions' members aren't generic.</summary>
    private static string? MentionedTypeParameter(MethodModel method, RegionPlan region)
    {
        if (method.Signature.TypeParameters.Length == 0)
        {
            return null;
        }

        HashSet<string> parameters = [.. Identifiers(method.Signature.TypeParameters)];
        return region.Objects.SelectMany(item => new[] { item.TypeText, item.ElementTypeText })
            .Concat(region.Inputs.Select(variable => variable.TypeText))
            .Concat(LoopTree.Statements(region.Root.Body).OfType<Opaque>().Select(opaque => opaque.Text))
            .SelectMany(Identifiers)
            .FirstOrDefault(parameters.Contains);
    }

    private static IEnumerable<string> Identifiers(string text) => s_identifier.Matches(text).Cast<Match>().Select(match => match.Value);
}
