using System.Collections.Immutable;
using AutoPar.Generator.Analysis.Affine;
using AutoPar.Generator.Races.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AutoPar.Generator.Races.Interpretation;

/// <summary>What is in fields and elements: objects that were put there, numbers by their place.</summary>
internal sealed partial class Interpreter
{
    private static bool IsConstantElement(Spot location) => location is { Kind: SpotKind.Element, Subscripts: [.., { IsConstant: true }] };

    /// <summary>What is in a field or element, by what was put there or else by its path.</summary>
    private Value Content(Spot location, ITypeSymbol? type)
    {
        if (IsConstantElement(location) && _held.TryGetValue(location.Text, out Value? exact))
        {
            return exact;
        }

        if (_held.TryGetValue(location.Key, out Value? held) && (IsConstantElement(location) || BeginsLater(location)))
        {
            // One of many, or not the first ones: waiting for it isn't waiting for all.
            held = held with { Tasks = [], Unstarted = null };
        }

        if (held is not null && held.Objects is [{ Origin: ObjectOrigin.Fresh } one] && !IsSameFor(one, location))
        {
            // Each place got an object of its own.
            return held with { Objects = [one with { Subscripts = ByPlace(one, location) }] };
        }

        if (held is not null && (held.Objects.IsEmpty || held.Objects is [var same] && IsSameFor(same, location)))
        {
            return IsInteger(type) ? held with { Number = NumberIn(location, type) } : held;
        }

        Value value = held is null ? Value.Nothing : held with { Objects = [] };
        if (type is null || IsInteger(type))
        {
            return value with { Number = NumberIn(location, type) };
        }

        ObjectOrigin origin = location.IsUncertain
            || (location.Kind == SpotKind.Field && !location.Subscripts.IsEmpty && !IsOfFresh(location) && !IsStatic(location))
            ? ObjectOrigin.ThroughItem
            : ObjectOrigin.Given;
        return Value.Either(Given(type, location.Key, location.Subscripts, location.Name, origin), value) with
        {
            Tasks = value.Tasks, Unstarted = value.Unstarted, Function = value.Function, Items = value.Items,
        };
    }

    /// <summary>
    /// Which object a place holds. Most often the one that was made for it; where it is the neighbour's, or the same for all, it
    /// was seen when it was put there.
    /// </summary>
    private ImmutableArray<AffineForm?> ByPlace(ObjectId held, Spot location)
    {
        ImmutableArray<AffineForm?> at = _heldAt.TryGetValue(location.Key, out ImmutableArray<AffineForm?> known) ? known : [];
        return at.Length != held.Subscripts.Length || at.Length != location.Subscripts.Length ? location.Subscripts
            : [.. location.Subscripts.Select((place, i) => Related(held.Subscripts[i], at[i], place) ?? place)];
    }

    /// <summary>What was put at one place, for another place; null where it has nothing to do with the place.</summary>
    private static AffineForm? Related(AffineForm? held, AffineForm? at, AffineForm? place)
    {
        try
        {
            return held is not null && place is not null && at?.Terms.ToArray() is [{ Coefficient: 1, Symbols: [{ Dividend: null } index] }]
                && !held.Equals(at) && held.Mentions(symbol => symbol == index)
                ? Contents.Substituted(held, index, place.Add(AffineForm.Of(-at.Constant)))
                : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static long? FirstPlace(Spot location) => location is { Kind: SpotKind.Element, Subscripts: [.., { Constant: var first } subscript] }
        && subscript.Terms.ToArray() is [{ Coefficient: 1, Symbols.Length: 1 }] ? first : null;

    /// <summary>The loop that reads begins after the place where the loop that has stored did.</summary>
    private bool BeginsLater(Spot location) =>
        FirstPlace(location) is { } first && _firstPlaces.TryGetValue(location.Key, out long stored) && first > stored;

    // A static field with subscripts is each thread's own.
    private static bool IsStatic(Spot location) => location.Key.StartsWith("S:", StringComparison.Ordinal);

    private static bool IsOfFresh(Spot location) => location.Key.StartsWith("N", StringComparison.Ordinal);

    /// <summary>Every object of a path holds this one: it's shared, or one for each.</summary>
    private static bool IsSameFor(ObjectId held, Spot location) =>
        held.Subscripts.IsEmpty || (held.Subscripts.Length == location.Subscripts.Length && held.Subscripts.SequenceEqual(location.Subscripts));

    private AffineForm? NumberIn(Spot location, ITypeSymbol? type)
    {
        if (type is null || !IsInteger(type))
        {
            return null;
        }

        if (location.Symbol is { } symbol && _unstable.ContainsKey(symbol))
        {
            return Computed(location.Name);
        }

        if (_contents.ValueAt(location) is { } stored)
        {
            return stored;
        }

        _versions.TryGetValue(location.Key, out int version);
        Load? load = location is { Kind: SpotKind.Element, Subscripts: [.., { } subscript] } ? new Load(location.Key, subscript) : null;
        Frame? owner = OwnerOf(location.Subscripts);
        Symbol content = unknowns.Intern($"{location.Text}@{version}", location.Name, owner, owner is null ? Nature.Input : Nature.Computed, load);
        if (load is not null || (version == 0 && IsPartOfItem(location)))
        {
            unknowns.MakeDatum(content);
        }

        Describe(content, location, type, load);
        return AffineForm.Of(content);
    }

    // A number that an item carries is data, unless it is the item's own number.
    private static bool IsPartOfItem(Spot location) => !location.Subscripts.IsEmpty
        && (location.Kind == SpotKind.Field || location.Key.IndexOf('.') >= 0)
        && !IsOwnNumber(location.Name.Substring(location.Name.LastIndexOf('.') + 1));

    private static bool IsOwnNumber(string name) =>
        name.TrimStart('_').ToUpperInvariant() is "ID" or "INDEX" or "NUMBER" or "ORDINAL";

    /// <summary>The range of a small type.</summary>
    private void Limit(Symbol number, ITypeSymbol type)
    {
        (int Least, int Most)? range = type.SpecialType switch
        {
            SpecialType.System_Byte => (0, byte.MaxValue),
            SpecialType.System_SByte => (sbyte.MinValue, sbyte.MaxValue),
            SpecialType.System_Char or SpecialType.System_UInt16 => (0, ushort.MaxValue),
            SpecialType.System_Int16 => (short.MinValue, short.MaxValue),
            _ => null,
        };
        if (range is var (least, most))
        {
            AffineForm value = AffineForm.Of(number);
            unknowns.AddFacts(number, [Constraint.AtLeast(value, AffineForm.Of(least)), Constraint.AtLeast(AffineForm.Of(most), value)]);
        }
    }

    /// <summary>What is known of a number in memory: the range of its type, the table that it stands in.</summary>
    private void Describe(Symbol content, Spot location, ITypeSymbol type, Load? load)
    {
        Limit(content, type);
        _contents.Describe(location.Key, content);
        if (load is not null && _contents.TableOf(location.Key) is { } table)
        {
            unknowns.Define(content, new Definition([load.Subscript], place => place[0] >= 0 && place[0] < table.Length ? table[(int)place[0]]
                : null));
        }
    }
}
