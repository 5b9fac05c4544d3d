using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Frontend;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>What leads to an entry of a dictionary: keys that aren't integers, as numbers that tell them apart.</summary>
internal sealed partial class Interpreter
{
    /// <summary>A number for a key: the same for the same text in one instance of the code, and as good as any other one elsewhere.</summary>
    private AffineForm KeyOf(IOperation operation, Value key)
    {
        if (key.Number is { } number)
        {
            return number;
        }

        Storage? storage = Operations.WithoutConversions(operation) switch
        {
            ILocalReferenceOperation { Local: var local } => StorageOf(local),
            IParameterReferenceOperation { Parameter: var parameter } => StorageOf(parameter),
            _ => null,
        };
        (string text, Frame? owner) = storage is not null
            ? (storage.Key, OwnerOf(storage.Subscripts))
            : ($"{operation.Syntax}@{_calls.Count}.{_frame?.Depth}.{_frame?.Index?.Key}", _frame);
        Symbol symbol = unknowns.Intern("text " + text, operation.Syntax.ToString(), owner, Nature.Computed);
        unknowns.MakeDatum(symbol);
        return AffineForm.Of(symbol);
    }

    /// <summary>
    /// A structure or an object that each iteration makes for itself: whether two are equal isn't known, as it is of words and numbers.
    /// </summary>
    private bool IsOwnKey(IOperation operation, Value key) => key.Number is null
        && operation.Type is { SpecialType: SpecialType.None, TypeKind: TypeKind.Struct or TypeKind.Class }
        && unknowns.OwnerOf(KeyOf(operation, key)) is not null;

    private Storage? StorageOf(ISymbol variable) => _storage.TryGetValue(variable, out Storage? storage) ? storage : null;
}
