using System.Collections.Immutable;
using AutoPar.Generator.Frontend;
using AutoPar.Generator.Races.Framework;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>
/// The boolean fields of objects that were just made: false until somebody sets them. Known as long as nothing runs beside
/// this code and nothing was called that isn't known.
/// </summary>
internal sealed partial class Interpreter
{
    private ImmutableDictionary<string, bool> _flags = ImmutableDictionary.Create<string, bool>(StringComparer.Ordinal);

    /// <summary>A new object's flags are down, but for those that an initializer puts up.</summary>
    private void LowerFlags(ObjectId made)
    {
        for (INamedTypeSymbol? type = made.Type as INamedTypeSymbol; type is { IsReferenceType: true }; type = type.BaseType)
        {
            foreach (ISymbol member in type.GetMembers().Where(member => !member.IsStatic && IsFlag(member)))
            {
                foreach (Spot location in FieldOf(Value.Of(made), member, null, "").Locations)
                {
                    _flags = _flags.SetItem(location.Text, false);
                }
            }
        }
    }

    private static bool IsFlag(ISymbol member) => member switch
    {
        IFieldSymbol field => field.Type.SpecialType == SpecialType.System_Boolean,
        IPropertySymbol property => property.Type.SpecialType == SpecialType.System_Boolean && Members.IsAutomatic(property),
        _ => false,
    };

    private void SetFlag(Spot location, Value value, bool isCertain)
    {
        if (_flags.IsEmpty || location.Kind != SpotKind.Field || location.Symbol is not { } symbol || !IsFlag(symbol))
        {
            return;
        }

        // The object may be known by another name.
        string member = "→" + symbol.Name + "[";
        bool isNew = _flags.ContainsKey(location.Text);
        _flags = _flags.RemoveRange(_flags.Keys.Where(key => key.Contains(member)));
        if (isNew && isCertain && value.Boolean is { } truth)
        {
            _flags = _flags.SetItem(location.Text, truth);
        }
    }

    private bool? FlagOf(Place place) => _running.IsEmpty && place.Locations is [var location] && _flags.TryGetValue(location.Text, out bool truth)
        && !IsInConstruct ? truth : null;

    private void ForgetFlags() => _flags = _flags.Clear();

    /// <summary>What isn't known of a call is whom it calls back: nobody, if it's the framework's and gets nothing that could be called.</summary>
    private void ForgetFlags(IOperation operation, IMethodSymbol? method)
    {
        bool isGuard = method is { IsStatic: true, ContainingType: { } type }
            && FrameworkTypes.NameOf(type).EndsWith("Exception", StringComparison.Ordinal);
        if (method is null || HasSource(method)
            || (!isGuard && operation is IInvocationOperation call && call.Arguments.Any(argument => MayBeCalled(argument.Value))))
        {
            ForgetFlags();
        }
    }

    private static bool MayBeCalled(IOperation value) => Operations.WithoutConversions(value)?.Type is { } type
        && (type.TypeKind is TypeKind.Delegate or TypeKind.Interface or TypeKind.Class) && type.SpecialType != SpecialType.System_String;
}
